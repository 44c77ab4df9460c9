import { eligibilityGrade, findings, letsThrough } from './eligibility-rules.js';
import type { EligibilityContext } from './eligibility.machine.js';
import { allAnswers, type FormContext } from './expression-of-interest.machine.js';
import { isLondonDate, type LondonDate } from './dates.js';
import { fieldOf } from './fields.js';
import { gradedAnswers } from './grade-rules.js';
import { keepingResult } from './kept-result.js';
import { applicable } from './question-rules.js';
import { essentials } from './readiness-rules.js';
import type { ReadinessContext } from './readiness.machine.js';
import type {
  Answer,
  Answers,
  Check,
  EligibilityQuestion,
  GradeRule,
  Intake,
  Question,
  Scheme,
  University,
} from './scheme.js';

/** What stands between a form and its sending; each is something that the person can do. */
export type Blocker =
  | { readonly kind: 'eligibility'; readonly question: EligibilityQuestion }
  | { readonly kind: 'check'; readonly check: Check }
  | { readonly kind: 'question'; readonly question: Question }
  /** An answer that the scheme's rules do not let through. */
  | { readonly kind: 'graded'; readonly question: Question; readonly rule: GradeRule };

interface SoFar {
  readonly readiness: { readonly context: ReadinessContext };
  readonly eligibility: { readonly context: EligibilityContext };
  readonly form: { readonly context: FormContext };
}

/** Asked for many times in a turn, so put together once for a scheme. */
const questionsOf = new WeakMap<Scheme, readonly Question[]>();

export function formQuestions(scheme: Scheme): readonly Question[] {
  let questions = questionsOf.get(scheme);
  if (!questions) {
    questions = scheme.form.sections.flatMap((section) => section.questions);
    questionsOf.set(scheme, questions);
  }
  return questions;
}

/** What eligibility and readiness already told the form, by question id: nobody is asked the same thing twice. */
export function knownAnswers(scheme: Scheme, { eligibility, readiness }: SoFar): Answers {
  return toldBefore(scheme, eligibility.context.answers, readiness.context.answers);
}

const toldBefore = keepingResult(
  (
    scheme: Scheme,
    eligibility: EligibilityContext['answers'],
    checks: ReadinessContext['answers'],
  ): Answers => {
    const known: Record<string, Answer> = { ...eligibility };
    for (const { id, from, type } of formQuestions(scheme)) {
      if (!from) continue;
      const answer =
        'eligibility' in from ? eligibility[from.eligibility] : toldBy(checks[from.readiness], type);
      if (answer !== undefined) known[id] = answer;
    }
    return known;
  },
);

/**
 * Everything that must be settled before the form can be declared: an eligibility answer still unknown, an essential
 * check not done (S000: only from organisations that have completed the development work), a parked or open question.
 */
export function blockers(scheme: Scheme, soFar: SoFar): Blocker[] {
  const unknown = findings(scheme.eligibility.questions, soFar.eligibility.context.answers)
    .filter(({ option }) => option.grade === 'unknown')
    .map(({ question }): Blocker => ({ kind: 'eligibility', question }));
  const undone = essentials(scheme.readiness.checks)
    .filter((check) => soFar.readiness.context.answers[check.id]?.status !== 'done')
    .map((check): Blocker => ({ kind: 'check', check }));
  const refused = gradedAnswers(scheme, formQuestions(scheme), allAnswers(soFar.form.context))
    .filter(({ rule }) => ['fail', 'signpost', 'unknown'].includes(rule.grade))
    .map((one): Blocker => ({ kind: 'graded', ...one }));
  return [...unknown, ...undone, ...refused, ...unanswered(formQuestions(scheme), soFar.form.context)];
}

export function unanswered(questions: readonly Question[], form: FormContext): Blocker[] {
  const answers = allAnswers(form);
  return applicable(questions, answers)
    .filter((question) => question.required && answers[question.id] === undefined)
    .map((question): Blocker => ({ kind: 'question', question }));
}

export function canDeclare(scheme: Scheme, soFar: SoFar): boolean {
  const grade = eligibilityGrade(scheme.eligibility.questions, soFar.eligibility.context.answers);
  return letsThrough(grade) && blockers(scheme, soFar).length === 0;
}

/** The universities that offer the programme of the role applied for. */
export function universitiesFor(scheme: Scheme, role: Answer | undefined): University[] {
  // Whoever does not know the role yet may still choose among all.
  const isOpen = typeof role !== 'string' || role === 'dont-know';
  return scheme.universities.filter(({ roles }) => isOpen || roles.includes(role));
}

/** Answers without a university that does not offer the role's programme: another role asks for it again. */
export function withOfferedUniversity(scheme: Scheme, answers: Answers, role: Answer | undefined): Answers {
  const { university } = scheme.fields;
  const chosen = fieldOf(scheme, 'university', answers);
  if (chosen === undefined || universitiesFor(scheme, role).some(({ id }) => id === chosen)) return answers;
  return Object.fromEntries(Object.entries(answers).filter(([id]) => id !== university));
}

export function universityOf(scheme: Scheme, form: FormContext): University | undefined {
  return scheme.universities.find(({ id }) => id === fieldOf(scheme, 'university', allAnswers(form)));
}

export function intakeOf(scheme: Scheme, form: FormContext): Intake | undefined {
  return scheme.intakes.find(({ id }) => id === fieldOf(scheme, 'intake', allAnswers(form)));
}

/**
 * The programme's first day: as the university moved it, else the intake's in the scheme. Null while no intake is
 * chosen, and where all that is known of it is a month.
 */
export function startOf(
  scheme: Scheme,
  context: { readonly startMoved: string | null; readonly form: { readonly context: FormContext } },
): string | null {
  return context.startMoved ?? dayOf(intakeOf(scheme, context.form.context)?.starts);
}

/** The day itself; null for a month alone, which is no day. */
export function dayOf(starts: string | undefined): LondonDate | null {
  return starts !== undefined && isLondonDate(starts) ? starts : null;
}

/** Places asked for: a whole number, 0 while it is not known. One where the scheme does not ask. */
export function placesWanted(scheme: Scheme, form: FormContext): number {
  if (scheme.fields.places === undefined) return 1;
  const places = fieldOf(scheme, 'places', allAnswers(form));
  return typeof places === 'number' ? places : 0;
}

/** A check that is done tells who confirmed it, or that it is so. */
export function toldBy(
  answer: { status: string; who?: string } | undefined,
  type: Question['type'],
): Answer | undefined {
  if (answer?.status !== 'done') return undefined;
  return type === 'yesNo' ? true : answer.who;
}
