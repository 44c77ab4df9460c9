import { applicable, nextQuestion } from './question-rules.js';
import type { Answers, EligibilityQuestion, Grade } from './scheme.js';

export type EligibilityOption = EligibilityQuestion['options'][number];

export interface Finding {
  readonly question: EligibilityQuestion;
  readonly option: EligibilityOption;
}

/** `unfinished` while a question is open; otherwise the worst grade given (S000, "Commissioning process"). */
export function eligibilityGrade(
  questions: readonly EligibilityQuestion[],
  answers: Answers,
): Grade | 'unfinished' {
  const grades = findings(questions, answers).map(({ option }) => option.grade);
  if (grades.includes('fail')) return 'fail';
  if (nextQuestion(questions, answers)) return 'unfinished';
  if (grades.includes('unknown')) return 'unknown';
  return grades.includes('caution') ? 'caution' : 'pass';
}

/** Every answer with the reason it earned, in the order asked. */
export function findings(questions: readonly EligibilityQuestion[], answers: Answers): Finding[] {
  return applicable(questions, answers).flatMap((question) => {
    const option = question.options.find(({ value }) => value === answers[question.id]);
    return option ? [{ question, option }] : [];
  });
}

/** Primary, integrated or community, and urgent or emergency care come first (S000). It never refuses anyone. */
export function isPriority(questions: readonly EligibilityQuestion[], answers: Answers): boolean {
  return findings(questions, answers).some(({ option }) => option.priority);
}
