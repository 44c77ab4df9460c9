import { createEligibilityMachine, type EligibilityPart } from './eligibility.machine.js';
import { isKnown } from './application-events.js';
import type { ApplicationContext } from './application.machine.js';
import { formQuestions } from './expression-of-interest-rules.js';
import { begin, step } from './part.js';
import type { ReadinessPart } from './readiness.machine.js';
import type { Answer, Answers, Question, Scheme } from './scheme.js';

/** One thing that a scheme asks, wherever it asks it. */
export interface AskedThing {
  readonly kind: 'check' | 'eligibility' | 'form';
  readonly id: string;
  readonly label: string;
}

/** What a newer version of a scheme would change for one application. Everything that is not named here is kept. */
export interface SchemeChange {
  /** Answered, and to be asked again: what is asked, or what can be answered, is another. */
  readonly again: readonly AskedThing[];
  readonly added: readonly AskedThing[];
  /** Answered, and asked no longer. */
  readonly gone: readonly AskedThing[];
}

export function schemeChange(from: Scheme, to: Scheme, context: ApplicationContext): SchemeChange {
  const kept = inNewVersion(from, to, context);
  const names = (asked: readonly AskedThing[]) => new Map(asked.map((one) => [nameOf(one), one]));
  const [before, after] = [names(everythingIn(from)), names(everythingIn(to))];
  const [had, has] = [answered(context), answered(kept)];
  const dropped = [...had].filter((name) => !has.has(name));
  const among = (named: ReadonlyMap<string, AskedThing>, wanted: readonly string[]) =>
    wanted.flatMap((name) => named.get(name) ?? []);
  return {
    again: among(after, dropped),
    added: [...after.values()].filter((one) => !before.has(nameOf(one))),
    gone: among(
      before,
      dropped.filter((name) => !after.has(name)),
    ),
  };
}

/** What an application knows, as far as it still holds under the new version. It is declared anew. */
export function inNewVersion(from: Scheme, to: Scheme, context: ApplicationContext): ApplicationContext {
  const { form } = context;
  const questions = formQuestions(to);
  const answers = Object.entries(form.context.answers).filter(([id, value]) => holds(from, to, id, value));
  const parked = form.context.parked.filter((id) => questions.some((one) => one.id === id));
  return {
    ...context,
    readiness: readinessIn(from, to, context.readiness),
    eligibility: eligibilityIn(from, to, context.eligibility),
    form: { ...form, context: { ...form.context, answers: Object.fromEntries(answers), parked, at: null } },
    declared: null,
  };
}

function readinessIn(from: Scheme, to: Scheme, { value, context }: ReadinessPart): ReadinessPart {
  const asks = ({ readiness }: Scheme, id: string) => readiness.checks.find((one) => one.id === id)?.ask;
  const isSame = (id: string) => asks(to, id) !== undefined && asks(to, id) === asks(from, id);
  const toAsk = context.toAsk.filter((id) => asks(to, id) !== undefined);
  const at = context.at !== null && isSame(context.at) ? context.at : null;
  const open = value === 'detailing' && at === null ? 'asking' : value;
  return {
    value: open === 'asking' && toAsk.length === 0 ? 'assessed' : open,
    context: {
      ...context,
      answers: Object.fromEntries(Object.entries(context.answers).filter(([id]) => isSame(id))),
      toAsk,
      at,
    },
  };
}

/** Answered anew with what still holds, so that the new version grades it. */
function eligibilityIn(from: Scheme, to: Scheme, { context }: EligibilityPart): EligibilityPart {
  const machine = createEligibilityMachine(to);
  const labelled = ({ eligibility }: Scheme, id: string, value: Answer | undefined) => {
    const question = eligibility.questions.find((one) => one.id === id);
    if (question && question.type !== 'choice')
      return value === undefined ? undefined : `${question.type}\n${question.ask}\n${value}`;
    const option = question?.options.find((one) => one.value === value);
    return question && option && `${question.ask}\n${option.label}`;
  };
  return to.eligibility.questions
    .filter(({ id }) => {
      const now = labelled(to, id, context.answers[id]);
      const value = context.answers[id];
      const canBeGiven =
        (typeof value === 'string' || typeof value === 'number') &&
        isKnown(to, { type: 'eligibility.answered', question: id, value });
      return canBeGiven && now !== undefined && now === labelled(from, id, value);
    })
    .reduce<EligibilityPart>(
      (part, { id }) =>
        step(machine, part, {
          type: 'eligibility.answered',
          question: id,
          value: context.answers[id],
        } as never),
      begin<EligibilityPart>(machine),
    );
}

/** The same is asked, and the answer is still one that can be given. */
function holds(from: Scheme, to: Scheme, id: string, value: Answer): boolean {
  const [before, after] = [from, to].map((scheme) => formQuestions(scheme).find((one) => one.id === id));
  if (!before || !after || before.type !== after.type || before.ask !== after.ask) return false;
  if (!isKnown(to, { type: 'form.answered', question: id, value })) return false;
  const hasNewLimits = (['min', 'max', 'maxWords', 'notBefore', 'notAfter'] as const).some(
    (limit) => before[limit] !== after[limit],
  );
  return meaning(from, before, value) === meaning(to, after, value) && (!hasNewLimits || fits(after, value));
}

/** What an answer out of a list stands for: a label that is another, or an intake on another day, is another answer. */
function meaning(scheme: Scheme, { type, options }: Question, value: Answer): string | undefined {
  switch (type) {
    case 'choice':
      return options?.find((option) => option.value === value)?.label;
    case 'university':
      return scheme.universities.find((one) => one.id === value)?.name;
    case 'intake':
      return scheme.intakes.find((one) => one.id === value)?.starts;
    default:
      return undefined;
  }
}

/** 'today' as a limit was looked at when it was answered. */
function fits(question: Question, value: Answer): boolean {
  const { type, min = 0, max = Infinity, maxWords = Infinity, notBefore = '', notAfter = '9999' } = question;
  if (typeof value !== 'string') return true;
  if (type === 'date')
    return (notBefore === 'today' || value >= notBefore) && (notAfter === 'today' || value <= notAfter);
  return value.length >= min && value.length <= max && value.split(/\s+/).length <= maxWords;
}

function everythingIn(scheme: Scheme): AskedThing[] {
  return [
    ...scheme.readiness.checks.map(({ id, title }) => ({ kind: 'check', id, label: title }) as const),
    ...scheme.eligibility.questions.map(({ id, label }) => ({ kind: 'eligibility', id, label }) as const),
    // What eligibility or a check tells is asked there.
    ...formQuestions(scheme)
      .filter(({ from }) => from === undefined)
      .map(({ id, label }) => ({ kind: 'form', id, label }) as const),
  ];
}

function answered({ readiness, eligibility, form }: ApplicationContext): ReadonlySet<string> {
  const names = (kind: AskedThing['kind'], answers: Answers | object) =>
    Object.keys(answers).map((id) => nameOf({ kind, id }));
  return new Set([
    ...names('check', readiness.context.answers),
    ...names('eligibility', eligibility.context.answers),
    ...names('form', form.context.answers),
  ]);
}

function nameOf({ kind, id }: Pick<AskedThing, 'kind' | 'id'>): string {
  return `${kind}/${id}`;
}
