import { gradeOf, type Verdict } from './grade-rules.js';
import { applicable, nextQuestion } from './question-rules.js';
import type { Answers, EligibilityQuestion, Grade } from './scheme.js';

export interface Finding {
  readonly question: EligibilityQuestion;
  /** The option that was chosen, or the rule that its number or date falls under. */
  readonly option: Verdict & { readonly label: string };
}

/**
 * `unfinished` while a question is open; otherwise the worst grade given (S000, "Commissioning process"). A refusal
 * and a signpost end the asking: nobody answers more questions for a form that is not theirs to fill in.
 */
export function eligibilityGrade(
  questions: readonly EligibilityQuestion[],
  answers: Answers,
): Grade | 'unfinished' {
  const grades = findings(questions, answers).map(({ option }) => option.grade);
  for (const end of ['fail', 'signpost'] as const) if (grades.includes(end)) return end;
  if (nextQuestion(questions, answers)) return 'unfinished';
  for (const worst of ['unknown', 'decide', 'caution'] as const) if (grades.includes(worst)) return worst;
  return 'pass';
}

/** May the form be filled in and sent with this grade? */
export function letsThrough(grade: Grade | 'unfinished'): boolean {
  return grade === 'pass' || grade === 'caution' || grade === 'decide';
}

/** Every answer with the reason it earned, in the order asked. */
export function findings(questions: readonly EligibilityQuestion[], answers: Answers): Finding[] {
  return applicable(questions, answers).flatMap((question): Finding[] => {
    const answer = answers[question.id];
    if (answer === undefined) return [];
    if (question.type === 'choice') {
      const option = question.options.find(({ value }) => value === answer);
      return option ? [{ question, option }] : [];
    }
    const rule = gradeOf(question.grades, answer, answers);
    return rule ? [{ question, option: { ...rule, label: String(answer) } }] : [];
  });
}

/** Primary, integrated or community, and urgent or emergency care come first (S000). It never refuses anyone. */
export function isPriority(questions: readonly EligibilityQuestion[], answers: Answers): boolean {
  return findings(questions, answers).some(({ option }) => option.priority);
}
