import { hasTag, stateOf, type Application } from '../../workflows/application.js';
import { allAnswers } from '../../workflows/expression-of-interest.machine.js';
import { universitiesFor, universityOf } from '../../workflows/expression-of-interest-rules.js';
import { fieldOf as answerOf, rowQuestions } from '../../workflows/fields.js';
import { applicable } from '../../workflows/question-rules.js';
import type {
  Answer,
  Answers,
  Condition,
  EligibilityQuestion,
  Question,
  University,
} from '../../workflows/scheme.js';
import type { DialogName, Reads, View } from '../conversation.js';
import { answersOf, readsOf, readsOfEligibility, sayAnswer } from '../words.js';
import { offered } from '../rounds/intakes.js';
import * as content from './content.js';

/** One question of a form: the same one that the chat asks at `step`. */
export interface Field {
  readonly id: string;
  readonly step: string;
  readonly label: string;
  readonly ask: string;
  readonly hint?: string | undefined;
  readonly when?: Condition | undefined;
  readonly reads: Reads;
  /** What is kept now. */
  readonly present: Answer | undefined;
  /** Stands in the input though it is not kept yet: the same as the trainee before. */
  readonly offered?: Answer | undefined;
}

/**
 * Questions that belong together, to be filled in at once where a channel can show that. It comes from the same
 * definitions as the chat's questions, at the same place of the same application.
 */
export interface Form {
  /** 'eligibility', 'section:service', 'university', 'trainee:0'. */
  readonly name: string;
  readonly dialog: DialogName;
  readonly title: string;
  readonly application: Application;
  /** Told before, elsewhere: to be read, not asked again. */
  readonly told: readonly (readonly [string, string])[];
  /** How that is changed, where this form does not. */
  readonly toldLead?: string | undefined;
  /** To choose from, with how sure each is and from where. */
  readonly universities: readonly University[];
  readonly fields: readonly Field[];
  /** Every answer so far, for what is asked only when. */
  readonly answers: Answers;
  /** Every question of this form, whether asked now or not. */
  readonly questions: readonly { readonly id: string; readonly when?: Condition | undefined }[];
}

/** The form of that name for the application in focus, as things stand; undefined when there is no such form now. */
export function formOf(view: View, name: string): Form | undefined {
  const { application } = view;
  if (!application) return undefined;
  const state = stateOf(application.snapshot.value);
  const [kind = '', which = ''] = name.split(':');
  switch (kind) {
    case 'eligibility':
      return hasTag(state, 'isCheckingEligibility') || hasTag(state, 'isFilling')
        ? eligibilityForm(view, application)
        : undefined;
    case 'section':
      return hasTag(state, 'isFilling') ? sectionForm(view, application, which) : undefined;
    case 'university':
      return state === 'awaitingDecision' ? universityForm(view, application) : undefined;
    case 'trainee':
      return state === 'confirmingSupport' ? traineeForm(view, application, Number(which)) : undefined;
    default:
      return undefined;
  }
}

function eligibilityForm(view: View, application: Application): Form {
  const { questions } = view.scheme.eligibility;
  const { answers } = application.snapshot.context.eligibility.context;
  return {
    name: 'eligibility',
    dialog: 'eligibility',
    title: content.eligibilityTitle,
    application,
    told: [],
    universities: [],
    fields: applicable<EligibilityQuestion>(questions, answers).map((question) => ({
      id: question.id,
      step: `eligibility:${question.id}`,
      label: question.label,
      ask: question.ask,
      hint: question.hint,
      when: question.when,
      reads: readsOfEligibility(question),
      present: answers[question.id],
    })),
    answers,
    questions,
  };
}

function sectionForm(view: View, application: Application, id: string): Form | undefined {
  const { scheme } = view;
  const section = scheme.form.sections.find((one) => one.id === id);
  if (!section) return undefined;
  const answers = answersOf(application, scheme);
  const form = application.snapshot.context.form.context;
  const isTold = ({ id: one, from }: Question) =>
    from !== undefined && ('eligibility' in from || (form.known[one] !== undefined && form.at !== one));
  const asked = applicable<Question>(section.questions, answers);
  const fields = asked
    .filter(({ type }) => type !== 'statement')
    .filter((one) => !isTold(one) || form.answers[one.id] !== undefined)
    .map((one): Field =>
      fieldOf(one, `form:${one.id}`, offered(readsOf(scheme, one, answers), view), answers[one.id]),
    );
  const told = asked.filter(
    (one) => !fields.some((field) => field.id === one.id) && answers[one.id] !== undefined,
  );
  return {
    name: `section:${id}`,
    dialog: 'expression-of-interest',
    title: section.title,
    application,
    told: told.map((one) => [one.label, sayAnswer(scheme, one, answers[one.id])] as const),
    toldLead: told[0] && content.told(told[0].label),
    universities: asked.some(({ type }) => type === 'university')
      ? universitiesFor(scheme, answerOf(scheme, 'role', answers))
      : [],
    fields,
    answers,
    questions: section.questions,
  };
}

function universityForm(view: View, application: Application): Form {
  const { scheme } = view;
  const answers = answersOf(application, scheme);
  const universities = universitiesFor(scheme, answerOf(scheme, 'role', answers));
  const now = universityOf(scheme, application.snapshot.context.form.context);
  return {
    name: 'university',
    dialog: 'university-choice',
    title: content.universityTitle,
    application,
    told: now ? [[content.universityNow, now.name]] : [],
    universities,
    fields: [
      {
        id: 'university',
        step: 'university:change',
        label: 'University',
        ask: content.whichUniversity,
        reads: { type: 'university', universities },
        present: now?.id,
      },
    ],
    answers,
    questions: [],
  };
}

function traineeForm(view: View, application: Application, row: number): Form | undefined {
  const { scheme } = view;
  const { rows } = application.snapshot.context.support;
  const part = rows[row];
  if (!part) return undefined;
  const questions = rowQuestions(scheme);
  const answers = allAnswers(part.context);
  const before = rows[row - 1]?.context.answers ?? {};
  const all = answersOf(application, scheme);
  return {
    name: `trainee:${row}`,
    dialog: 'support-confirmation',
    title: content.traineeTitle(row + 1, rows.length),
    application,
    told: [],
    universities: [],
    fields: applicable<Question>(questions, answers).map((one) => ({
      ...fieldOf(one, `support:${row}:${one.id}`, offered(readsOf(scheme, one, all), view), answers[one.id]),
      offered: one.sameForAll ? before[one.id] : undefined,
    })),
    answers,
    questions,
  };
}

function fieldOf(
  { id, label, ask, hint, when, example }: Question,
  step: string,
  reads: Reads,
  present: Answer | undefined,
): Field {
  const forInstance = example ? `For instance: ${example}` : undefined;
  return {
    id,
    step,
    label,
    ask,
    hint: [hint, forInstance].filter(Boolean).join(' ') || undefined,
    when,
    reads,
    present,
  };
}
