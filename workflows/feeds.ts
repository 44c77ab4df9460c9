import type { Application } from './application.js';
import type { ApplicationEvent } from './application.machine.js';
import { attachedFile } from './attached-file.js';
import { isKnown } from './application-events.js';
import { allAnswers } from './expression-of-interest.machine.js';
import { rowQuestions } from './fields.js';
import { formQuestions, knownAnswers, toldBy } from './expression-of-interest-rules.js';
import type { Answer, Answers, Question, Scheme } from './scheme.js';

/**
 * Nobody is asked the same thing twice: what an answer tells elsewhere, as the scheme's one list says. What eligibility
 * and a check tell the form is worked out there (`knownAnswers`); the rest are events, so that the history shows them.
 */

type Context = Application['snapshot']['context'];

/** The checks that an answer of the form settles: who confirmed it was asked there, or it says that it is so. */
export function checksTold(
  scheme: Scheme,
  { readiness }: Pick<Context, 'readiness'>,
  question: string,
  value: Answer,
  on: string,
): ApplicationEvent[] {
  const type = formQuestions(scheme).find(({ id }) => id === question)?.type;
  const who = type === 'name' ? String(value) : undefined;
  if (value === false) return [];
  return targets(scheme, `form.${question}`, 'check').flatMap((check): ApplicationEvent[] => {
    const known = readiness.context.answers[check];
    if (known?.status === 'done' && (who === undefined || who === known.who)) return [];
    return [
      { type: 'readiness.answered', check, status: 'done', on },
      { type: 'readiness.detailed', check, ...(who ? { who } : {}), on },
    ];
  });
}

/** What the application before this one tells eligibility: only what lets an applicant through. */
export function eligibilityFrom(earlier: Application, of: Scheme, scheme: Scheme): ApplicationEvent[] {
  const answers = everyAnswer(of, earlier);
  return scheme.feeds.flatMap(({ from, to }): ApplicationEvent[] => {
    const [[kind, id = ''], [where, question]] = [from.split('.'), to.split('.')];
    if (kind !== 'earlier' || where !== 'eligibility') return [];
    const asked = scheme.eligibility.questions.find((one) => one.id === question);
    const option = asked?.options.find(({ value, grade }) => value === answers[id] && grade === 'pass');
    return asked && option ? [{ type: 'eligibility.answered', question: asked.id, value: option.value }] : [];
  });
}

/** What the application before this one tells the form. */
export function formFrom(earlier: Application, of: Scheme, scheme: Scheme): ApplicationEvent[] {
  const answers = everyAnswer(of, earlier);
  return scheme.feeds.flatMap(({ from, to }): ApplicationEvent[] => {
    const [[kind, id = ''], [where, question = '']] = [from.split('.'), to.split('.')];
    const value = answers[id];
    if (kind !== 'earlier' || where !== 'form' || value === undefined) return [];
    if (!canBeCopied(formQuestions(scheme).find((one) => one.id === question)?.type, value)) return [];
    const event = { type: 'form.answered', question, value } as const;
    return isKnown(scheme, event) ? [event] : [];
  });
}

/** A statement is written for one form, and a file is kept with one application: neither goes into the next. */
export function canBeCopied(type: Question['type'] | undefined, value: Answer): boolean {
  return type !== 'statement' && attachedFile(value) === undefined;
}

/** What the form and the checks tell of a trainee: `answer` counts, `offer` stands there to be kept or changed. */
export function toldOfTrainee(scheme: Scheme, context: Context, as: 'answer' | 'offer'): Answers {
  const answers = { ...knownAnswers(scheme, context), ...allAnswers(context.form.context) };
  const told = scheme.feeds
    .filter((feed) => feed.as === as && feed.to.startsWith('trainee.'))
    .flatMap(({ from, to }): [string, Answer][] => {
      const [[kind, id = ''], [, question = '']] = [from.split('.'), to.split('.')];
      const asked = rowQuestions(scheme).find((one) => one.id === question);
      const value =
        kind === 'check' && asked
          ? toldBy(context.readiness.context.answers[id], asked.type)
          : kind === 'form'
            ? answers[id]
            : undefined;
      return value === undefined ? [] : [[question, value]];
    });
  return Object.fromEntries(told);
}

function targets({ feeds }: Scheme, from: string, where: string): string[] {
  return feeds
    .filter((feed) => feed.from === from && feed.to.startsWith(`${where}.`))
    .map(({ to }) => to.slice(where.length + 1));
}

function everyAnswer(scheme: Scheme, { snapshot }: Application): Answers {
  return { ...knownAnswers(scheme, snapshot.context), ...allAnswers(snapshot.context.form.context) };
}
