import { applies } from './question-rules.js';
import type { Answer, Answers, GradeRule, Question, Scheme } from './scheme.js';

/**
 * What an answer comes to, by the scheme's own list of rules: the first that holds. The tests are a closed list; what
 * it cannot say is a named rule in this room.
 */

export type Verdict = Omit<
  GradeRule,
  keyof Pick<
    GradeRule,
    | 'oneOf'
    | 'noneOf'
    | 'below'
    | 'atLeast'
    | 'before'
    | 'after'
    | 'withinFinanceYear'
    | 'outsideFinanceYear'
    | 'together'
  >
>;

export function gradeOf(
  grades: readonly GradeRule[],
  answer: Answer,
  answers: Answers,
): GradeRule | undefined {
  return grades.find((rule) => holds(rule, answer, answers));
}

/** What a form's answers come to, in the order asked: only those that a rule speaks of. */
export function gradedAnswers(
  scheme: Scheme,
  questions: readonly Question[],
  answers: Answers,
): { readonly question: Question; readonly rule: GradeRule }[] {
  return questions.flatMap((question) => {
    const answer = answers[question.id];
    if (answer === undefined || question.grades.length === 0 || !applies(question.when, answers)) return [];
    // What is looked at in an intake is its start.
    const looked =
      question.type === 'intake'
        ? (scheme.intakes.find(({ id }) => id === answer)?.starts ?? answer)
        : answer;
    const rule =
      gradeOf(question.grades, looked, answers) ??
      (looked === answer ? undefined : gradeOf(question.grades, answer, answers));
    return rule ? [{ question, rule }] : [];
  });
}

function holds(rule: GradeRule, answer: Answer, answers: Answers): boolean {
  const { oneOf, noneOf, below, atLeast, before, after, withinFinanceYear, outsideFinanceYear } = rule;
  const isOne = (list: readonly (string | boolean)[]) => (list as readonly Answer[]).includes(answer);
  const number = typeof answer === 'number' ? answer : undefined;
  const day = typeof answer === 'string' && /^\d{4}-\d{2}/.test(answer) ? answer : undefined;
  return (
    (oneOf === undefined || isOne(oneOf)) &&
    (noneOf === undefined || !isOne(noneOf)) &&
    (below === undefined || (number !== undefined && number < below)) &&
    (atLeast === undefined || (number !== undefined && number >= atLeast)) &&
    (before === undefined || (day !== undefined && lastOf(day) < before)) &&
    (after === undefined || (day !== undefined && firstOf(day) > after)) &&
    (withinFinanceYear === undefined || (day !== undefined && isWithin(day, withinFinanceYear))) &&
    (outsideFinanceYear === undefined || (day !== undefined && !isWithin(day, outsideFinanceYear))) &&
    applies(rule.together, answers)
  );
}

/** A month alone is before a day when all of it is, and after one likewise. */
function lastOf(day: string): string {
  return day.length === 7 ? `${day}-31` : day;
}

function firstOf(day: string): string {
  return day.length === 7 ? `${day}-01` : day;
}

/** From 1 April of that year to 31 March of the next. */
export function isWithin(day: string, year: number): boolean {
  return firstOf(day) >= `${year}-04-01` && lastOf(day) <= `${year + 1}-03-31`;
}
