import { hasTag, is, stateOf, type Application } from '../../workflows/application.js';
import { eligibilityGrade } from '../../workflows/eligibility-rules.js';
import { allAnswers } from '../../workflows/expression-of-interest.machine.js';
import { universitiesFor, universityOf } from '../../workflows/expression-of-interest-rules.js';
import { fieldOf as answerOf, rowQuestions } from '../../workflows/fields.js';
import { toldOfTrainee } from '../../workflows/feeds.js';
import { applicable } from '../../workflows/question-rules.js';
import type { CheckStatus } from '../../workflows/readiness-rules.js';
import type {
  Answer,
  Answers,
  Condition,
  EligibilityQuestion,
  Question,
  University,
} from '../../workflows/scheme.js';
import type { DialogName, Move, Reads, View } from '../conversation.js';
import * as eligibilityContent from '../eligibility/content.js';
import { placeIn } from '../place.js';
import { startForm } from '../expression-of-interest/start.js';
import { saidDetail, statusOptions } from '../readiness/content.js';
import { checkEvents } from '../readiness/dialog.js';
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
  /** Stands in the input though it is not kept yet, with the words for where it was told. */
  readonly offered?: { readonly value: Answer; readonly from: string } | undefined;
  /** The part is not done without it. */
  readonly isOpen: boolean;
  /** Belongs to another field, and counts only with an answer there. */
  readonly belongsTo?: string;
  /** One box to tick, which stands for an answer to several others. */
  readonly isTick?: true;
}

/**
 * Questions that belong together, to be filled in at once. It comes from the same definitions as the chat's questions,
 * at the same place of the same application.
 */
export interface Form {
  /** 'checks:essential', 'eligibility', 'section:service', 'university', 'trainee:0'. */
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
  /** What is shown first, when not all: of the checks, those that are asked now. */
  readonly first?: readonly string[] | undefined;
  /** What is left open can be put aside. */
  readonly canWait: boolean;
  /** What becomes of what was filled in, where that is not one event a question. */
  readonly moves?: (view: View, given: ReadonlyMap<string, Answer>, shown: readonly Field[]) => Move[];
  /** Where it goes on by itself, when the answers leave nothing to look at first. */
  readonly onward?: (view: View, answers: Answers) => Move | undefined;
}

/** The form of that name for the application in focus, as things stand; undefined when there is no such form now. */
export function formOf(view: View, name: string): Form | undefined {
  const { application } = view;
  if (!application) return undefined;
  const state = stateOf(application.snapshot.value);
  const [kind = '', which = ''] = name.split(':');
  switch (kind) {
    case 'checks':
      return hasTag(state, 'isUnsent') ? checksForm(view, application, which) : undefined;
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

/** The parts that can be changed now, by name, in the order of the journey. */
export function partsNow(view: View): readonly Form[] {
  const { application, scheme } = view;
  const rows = application?.snapshot.context.support.rows ?? [];
  const names = [
    'checks:essential',
    'eligibility',
    ...scheme.form.sections.map(({ id }) => `section:${id}`),
    'university',
    ...rows.map((_, row) => `trainee:${row}`),
  ];
  const forms = names.flatMap((name) => formOf(view, name) ?? []);
  const hasForm = application !== undefined && is(application, 'mayChangeForm');
  // Before the form there are no sections to change; what has nothing to fill in is no part.
  return forms.filter(({ name, fields }) => fields.length > 0 && (hasForm || !name.startsWith('section:')));
}

/** The fields of a form that are on show. */
export function shownFields(form: Form, only: readonly string[] | undefined): readonly Field[] {
  return only ? form.fields.filter(({ id }) => only.includes(id)) : form.fields;
}

/** Labels of the questions from the open one on that one typed message may answer: none, where a text is asked for. */
export function typedTogether({ dialog, fields }: Form, step: string): string[] {
  const open = fields.findIndex((one) => one.step === step);
  if (open < 0 || dialog === 'readiness' || isParagraph(fields[open])) return [];
  return fields
    .slice(open)
    .filter((one) => one.isOpen && !isParagraph(one))
    .map(({ label }) => label);
}

/** A text stands before it in the part: what comes now could not be told with it. */
export function followsParagraph({ fields }: Form, step: string): boolean {
  return isParagraph(fields[fields.findIndex((one) => one.step === step) - 1]);
}

function isParagraph(field: Field | undefined): boolean {
  return field?.reads.type === 'paragraph';
}

/** How much of a form has an answer. Boxes and what belongs to another field are not counted. */
export function filledOf({ fields, told }: Form): { done: number; of: number } {
  const counted = fields.filter(({ belongsTo, isTick }) => !belongsTo && !isTick);
  const done = counted.filter(({ present }) => present !== undefined).length;
  return { done: done + told.length, of: counted.length + told.length };
}

/** The form's answers can be changed until it is sent; it is declared anew then. */

/** The box and the name that answer every check which has none. */
const everyCheck = 'every-check';
const everyWho = 'every-check.who';

function checksForm(view: View, application: Application, group: string): Form {
  const { answers, toAsk } = application.snapshot.context.readiness.context;
  const asked = view.scheme.readiness.checks.filter(({ essential }) => essential === (group === 'essential'));
  const open = asked.filter(({ id }) => answers[id] === undefined);
  const wide: Field[] =
    open.length < 2
      ? []
      : [
          {
            id: everyCheck,
            step: '',
            label: content.everyCheck(open.length),
            ask: content.everyCheck(open.length),
            reads: { type: 'choice', options: statusOptions.slice(0, 1) },
            present: undefined,
            isOpen: false,
            isTick: true,
          },
          {
            id: everyWho,
            step: '',
            label: content.everyWho,
            ask: content.everyWho,
            hint: content.everyWhoHint,
            reads: { type: 'text', min: 1, max: 120 },
            present: undefined,
            isOpen: false,
            belongsTo: everyCheck,
          },
        ];
  const first = asked.filter(({ id }) => toAsk.includes(id)).flatMap(({ id }) => [id, `${id}.who`]);
  const isAll = first.length === 0 || first.length === 2 * asked.length;
  return {
    name: `checks:${group}`,
    dialog: 'readiness',
    title: group === 'essential' ? content.checksTitle : content.goodPracticeTitle,
    application,
    told: [],
    universities: [],
    fields: [
      ...wide,
      ...asked.flatMap(({ id, title, ask }): Field[] => [
        {
          id,
          step: `readiness:check:${id}`,
          label: title,
          ask: `${title}. ${ask}`,
          reads: { type: 'choice', options: statusOptions },
          present: answers[id]?.status,
          isOpen: toAsk.includes(id),
        },
        {
          id: `${id}.who`,
          step: `readiness:detail:${id}`,
          label: content.who,
          ask: content.who,
          reads: { type: 'text', min: 1, max: 120 },
          present: saidDetail(answers[id]) || undefined,
          isOpen: false,
          belongsTo: id,
        },
      ]),
    ],
    answers: {},
    first: isAll ? undefined : [everyCheck, everyWho, ...first],
    canWait: true,
    moves: checkMoves,
  };
}

function checkMoves(view: View, given: ReadonlyMap<string, Answer>, shown: readonly Field[]): Move[] {
  const all = given.get(everyCheck) as CheckStatus | undefined;
  const events = shown
    .filter(({ step }) => step.startsWith('readiness:check:'))
    .flatMap(({ id, present, isOpen }) => {
      const status = (given.get(id) ?? present ?? all) as CheckStatus | undefined;
      const isTold = given.has(id) || given.has(`${id}.who`) || (all && present === undefined);
      // A check that is asked again and left as it is has been looked at.
      if (!status || !(isTold || (isOpen && given.size > 0))) return [];
      const own = given.get(`${id}.who`) ?? shown.find((one) => one.id === `${id}.who`)?.present;
      const who = own ?? (status === 'done' ? given.get(everyWho) : undefined);
      return checkEvents(view, id, status, who === undefined ? undefined : String(who));
    });
  return events.length > 0 ? [{ events }] : [];
}

function eligibilityForm(view: View, application: Application): Form {
  const { questions } = view.scheme.eligibility;
  const { value, context } = application.snapshot.context.eligibility;
  const { answers } = context;
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
      isOpen: value === 'asking' && answers[question.id] === undefined,
    })),
    answers,
    canWait: false,
    onward: (now, given) => {
      const isFirst = stateOf(application.snapshot.value) === 'preparing';
      if (!isFirst || eligibilityGrade(questions, given) !== 'pass') return undefined;
      const start = startForm(now, application);
      return {
        ...start,
        say: (after) =>
          `${eligibilityContent.passed(now.scheme, now.mine.length < 2)}\n\n${start.say?.(after) ?? ''}`,
      };
    },
  };
}

function sectionForm(view: View, application: Application, id: string): Form | undefined {
  const { scheme } = view;
  const section = scheme.form.sections.find((one) => one.id === id);
  if (!section) return undefined;
  const answers = answersOf(application, scheme);
  const form = application.snapshot.context.form.context;
  const isTold = ({ id: one, from }: Question) =>
    from !== undefined &&
    ('eligibility' in from || (form.known[one] !== undefined && placeIn(view, 'form:') !== one));
  const asked = applicable<Question>(section.questions, answers);
  const fields = asked
    .filter(({ type }) => type !== 'statement' && !isTaken(view, type))
    .filter((one) => !isTold(one) || form.answers[one.id] !== undefined)
    .map((one): Field => ({
      ...fieldOf(one, `form:${one.id}`, offered(readsOf(scheme, one, answers), view), answers[one.id]),
      isOpen: answers[one.id] === undefined && !form.parked.includes(one.id),
    }));
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
    canWait: true,
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
        isOpen: false,
      },
    ],
    answers,
    canWait: false,
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
  const told = toldOfTrainee(scheme, application.snapshot.context, 'offer');
  const all = answersOf(application, scheme);
  const offer = ({ id, sameForAll }: Question): Field['offered'] => {
    const same = sameForAll ? before[id] : undefined;
    if (same !== undefined) return { value: same, from: content.sameAsBefore };
    return told[id] === undefined ? undefined : { value: told[id], from: content.fromTheForm };
  };
  return {
    name: `trainee:${row}`,
    dialog: 'support-confirmation',
    title: content.traineeTitle(row + 1, rows.length),
    application,
    told: [],
    universities: [],
    fields: applicable<Question>(questions, answers)
      .filter(({ type }) => !isTaken(view, type))
      .map((one) => ({
        ...fieldOf(
          one,
          `support:${row}:${one.id}`,
          offered(readsOf(scheme, one, all), view),
          answers[one.id],
        ),
        offered: offer(one),
        isOpen: answers[one.id] === undefined && !part.context.parked.includes(one.id),
      })),
    answers,
    canWait: true,
  };
}

/** A file comes with a message of its own, so a card has no place for it. */
function isTaken({ files }: View, type: Question['type']): boolean {
  return files === true && type === 'file';
}

function fieldOf(
  { id, label, ask, hint, when, example }: Question,
  step: string,
  reads: Reads,
  present: Answer | undefined,
): Omit<Field, 'isOpen'> {
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
