import type { Answer, Answers, Condition } from './scheme.js';

/** What every list of questions has in common, whether eligibility, the form or a trainee's row. */
export interface Asked {
  readonly id: string;
  readonly when?: Condition | undefined;
  readonly required?: boolean;
}

/** The questions that apply, given what has been answered so far. The road is worked out anew from the answers. */
export function applicable<Q extends Asked>(questions: readonly Q[], answers: Answers): Q[] {
  return questions.filter((question) => applies(question.when, answers));
}

export function applies(when: Condition | undefined, answers: Answers): boolean {
  if (!when) return true;
  const answer = answers[when.question];
  return answer !== undefined && (when.is as readonly Answer[]).includes(answer);
}

/** The first question that applies and has neither an answer nor been put off. */
export function nextQuestion<Q extends Asked>(
  questions: readonly Q[],
  answers: Answers,
  parked: readonly string[] = [],
): Q | undefined {
  return applicable(questions, answers).find((q) => answers[q.id] === undefined && !parked.includes(q.id));
}

/** Answers without those whose question no longer applies. Dropping one may orphan another, so until none is left. */
export function withoutOrphans<Q extends Asked>(
  questions: readonly Q[],
  answers: Answers,
  known: Answers = {},
): Answers {
  const kept: Record<string, Answer> = { ...answers };
  for (;;) {
    const orphan = questions.find((q) => kept[q.id] !== undefined && !applies(q.when, { ...known, ...kept }));
    if (!orphan) return kept;
    delete kept[orphan.id];
  }
}

/** The question before this one on the road that is there now, or undefined at its beginning. */
export function questionBefore<Q extends Asked>(
  questions: readonly Q[],
  answers: Answers,
  id: string | null,
): Q | undefined {
  const road = applicable(questions, answers);
  const here = id === null ? road.length : road.findIndex((q) => q.id === id);
  return here > 0 ? road[here - 1] : undefined;
}
