import type { Answer, Answers, FieldName, Question, Role, Scheme, Stage } from './scheme.js';

/**
 * Which of a scheme's questions is which: the scheme says so, and no code knows a question by its name. What a scheme
 * does not ask is not there: nobody is asked, and nothing depends on it.
 */

/** The answer to the question that is this field; undefined also where the scheme does not ask it. */
export function fieldOf(
  { fields }: Pick<Scheme, 'fields'>,
  name: FieldName,
  answers: Answers,
): Answer | undefined {
  const id = fields[name];
  return id === undefined ? undefined : answers[id];
}

/** The role applied for: as answered, or the only one that the scheme has. */
export function roleOf(scheme: Scheme, answers: Answers): Role | undefined {
  if (scheme.fields.role === undefined) return scheme.roles.length === 1 ? scheme.roles[0] : undefined;
  const chosen = fieldOf(scheme, 'role', answers);
  return scheme.roles.find(({ id }) => id === chosen);
}

/** The stage that asks about each place, with its form; undefined where a scheme has none. */
export function rowStage({ after }: Pick<Scheme, 'after'>): RowStage | undefined {
  return after.find((stage): stage is RowStage => stage.asks !== undefined);
}

export interface RowStage extends Stage {
  readonly asks: NonNullable<Stage['asks']>;
}

/** The stage at which it is said who is funded, where the scheme names one. */
export function decidingStage({ after }: Pick<Scheme, 'after'>): Stage | undefined {
  return after.find(({ decides }) => decides);
}

const none: readonly Question[] = [];

/** What is asked about each place after the funding. Nothing where the scheme has no such stage. */
export function rowQuestions(scheme: Pick<Scheme, 'after'>): readonly Question[] {
  return rowStage(scheme)?.asks ?? none;
}
