import type { Check } from './scheme.js';

/** How far a check has come. `done` says who confirmed it, `in-progress` by when and who. */
export type CheckStatus = 'done' | 'in-progress' | 'not-started' | 'dont-know';

export interface CheckAnswer {
  readonly status: CheckStatus;
  /** The day it was answered, as a London date. */
  readonly on: string;
  readonly who?: string;
  /** The day it is to be done by. */
  readonly by?: string;
}

export type CheckAnswers = Readonly<Record<string, CheckAnswer>>;
export type Verdict = 'ready' | 'ready-with-cautions' | 'not-ready' | 'unfinished';

export interface Gap {
  readonly check: Check;
  readonly answer: CheckAnswer | undefined;
}

/** The checks without which a form cannot be sent (S000; S003 Box 3). */
export function essentials(checks: readonly Check[]): Check[] {
  return checks.filter((check) => check.essential);
}

/** Good practice (S003 Box 6) never blocks: once looked at, what is missing there is a caution. */
export function verdict(checks: readonly Check[], answers: CheckAnswers): Verdict {
  if (essentials(checks).some((check) => !answers[check.id])) return 'unfinished';
  const open = gaps(checks, answers);
  if (open.some(({ check }) => check.essential)) return 'not-ready';
  return open.length > 0 ? 'ready-with-cautions' : 'ready';
}

/** What is not done, in the order to close it: essentials first, in the scheme's order. Unasked good practice is no gap. */
export function gaps(checks: readonly Check[], answers: CheckAnswers): Gap[] {
  const open = checks
    .map((check) => ({ check, answer: answers[check.id] }))
    .filter(({ check, answer }) => (answer ? answer.status !== 'done' : check.essential));
  return [...open.filter(({ check }) => check.essential), ...open.filter(({ check }) => !check.essential)];
}

/**
 * What to ask when someone asks "am I ready?": the first time every essential check, later only what was not done,
 * since a confirmed check stays confirmed until the person says otherwise.
 */
export function checksToAsk(
  checks: readonly Check[],
  answers: CheckAnswers,
  which: 'essential' | 'good-practice',
): string[] {
  const wanted = checks.filter((check) => check.essential === (which === 'essential'));
  const unanswered = wanted.filter((check) => !answers[check.id]);
  const open =
    unanswered.length > 0 ? unanswered : wanted.filter((check) => answers[check.id]?.status !== 'done');
  return open.map((check) => check.id);
}

export interface Change {
  readonly check: Check;
  readonly from: CheckStatus;
  readonly to: CheckStatus;
}

/** What is different from the last time the question was asked. */
export function changesSince(checks: readonly Check[], before: CheckAnswers, after: CheckAnswers): Change[] {
  return checks.flatMap((check) => {
    const from = before[check.id]?.status;
    const to = after[check.id]?.status;
    return from && to && from !== to ? [{ check, from, to }] : [];
  });
}
