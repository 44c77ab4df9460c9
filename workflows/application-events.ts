import { z } from 'zod';
import type { ApplicationEvent } from './application.machine.js';
import { rowQuestions } from './fields.js';
import { formQuestions } from './expression-of-interest-rules.js';
import { isLondonDate } from './dates.js';
import { isoDate, type Answer, type EligibilityQuestion, type Question, type Scheme } from './scheme.js';

const name = z.string().min(1).max(200);
const words = z.string().max(20_000);
const on = isoDate;
const form = [
  z.strictObject({
    type: z.literal('form.answered'),
    question: name,
    value: z.union([words, z.number(), z.boolean()]),
  }),
  z.strictObject({ type: z.literal('form.parked'), question: name }),
  z.strictObject({ type: z.literal('form.asked'), question: name }),
  z.strictObject({ type: z.literal('form.resumed') }),
] as const;

/** Every event that an application's history may hold, down to its last field. */
export const applicationEventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('readiness.started'), checks: z.array(name), on }),
  z.strictObject({ type: z.literal('readiness.asked'), check: name, on }),
  z.strictObject({
    type: z.literal('readiness.answered'),
    check: name,
    status: z.enum(['done', 'in-progress', 'not-started', 'dont-know']),
    on,
  }),
  z.strictObject({
    type: z.literal('readiness.detailed'),
    who: words.optional(),
    by: isoDate.optional(),
    on,
  }),
  z.strictObject({
    type: z.literal('eligibility.answered'),
    question: name,
    value: z.union([name, z.int()]),
  }),
  z.strictObject({ type: z.literal('eligibility.asked'), question: name }),
  ...form,
  z.strictObject({
    type: z.literal('support.row'),
    row: z.int().min(0),
    event: z.discriminatedUnion('type', form),
  }),
  z.strictObject({ type: z.literal('form.started') }),
  z.strictObject({
    type: z.literal('answers.confirmed'),
    date: isoDate,
    time: z.string().regex(/^\d{2}:\d{2}$/),
  }),
  z.strictObject({ type: z.literal('declaration.accepted'), by: name, at: z.iso.datetime() }),
  z.strictObject({ type: z.literal('eoi.sent'), on }),
  z.strictObject({ type: z.literal('university.changed'), university: name }),
  z.strictObject({
    type: z.literal('decision.received'),
    result: z.enum(['funded', 'not-funded']),
    places: z.int().min(0),
    on,
  }),
  z.strictObject({ type: z.literal('decision.corrected') }),
  z.strictObject({ type: z.literal('start.moved'), starts: isoDate }),
  z.strictObject({
    type: z.literal('recruitment.finished'),
    trainees: z.int().min(1),
    reason: words.nullable(),
    left: z.array(z.int().min(0)).optional(),
  }),
  z.strictObject({ type: z.literal('support.returned'), on }),
  z.strictObject({ type: z.literal('support.reopened') }),
  z.strictObject({ type: z.literal('stage.done'), stage: name, on }),
  z.strictObject({ type: z.literal('programme.started') }),
  z.strictObject({ type: z.literal('application.withdrawn'), on, reason: words.nullable() }),
  z.strictObject({ type: z.literal('application.reopened') }),
  z.strictObject({ type: z.literal('scheme.moved'), from: z.int().min(1), to: z.int().min(2) }),
  z.strictObject({ type: z.literal('people.invited'), to: z.enum(['invite', 'hand-over']) }),
  z.strictObject({ type: z.literal('people.uninvited') }),
  z.strictObject({ type: z.literal('people.joined'), person: name }),
  z.strictObject({ type: z.literal('people.removed'), person: name }),
  z.strictObject({ type: z.literal('owner.changed'), person: name }),
  z.strictObject({ type: z.literal('colleague.asked'), question: name, to: name }),
  z.strictObject({ type: z.literal('colleague.answered'), question: name, name: name.optional() }),
]);

/**
 * Is this an event at all, and about something that the scheme has? Asked before anything goes into a history: an
 * answer that is no option would otherwise count as given and be graded by nobody. It does not say that the event is
 * possible now: the machine does.
 */
export function isKnown(scheme: Scheme, event: ApplicationEvent): boolean {
  if (!applicationEventSchema.safeParse(event).success) return false;
  switch (event.type) {
    case 'readiness.started':
      return event.checks.every((check) => has(scheme.readiness.checks, check));
    case 'readiness.asked':
    case 'readiness.answered':
      return has(scheme.readiness.checks, event.check);
    case 'eligibility.asked':
      return has(scheme.eligibility.questions, event.question);
    case 'eligibility.answered':
      return scheme.eligibility.questions.some(
        (question) => question.id === event.question && isGraded(question, event.value),
      );
    case 'stage.done':
      return has(scheme.after, event.stage);
    case 'support.row':
      return isKnownIn(scheme, rowQuestions(scheme), event.event);
    case 'form.answered':
    case 'form.asked':
    case 'form.parked':
    case 'colleague.asked':
    case 'colleague.answered':
      return isKnownIn(scheme, formQuestions(scheme), event);
    default:
      return true;
  }
}

/** The answer to a question for a file: the person attaches it to what they send. */
export const attachedByHand = 'by-hand';

function isGraded({ type, options, min, max }: EligibilityQuestion, value: Answer): boolean {
  switch (type) {
    case 'wholeNumber':
      return typeof value === 'number' && value >= (min ?? 0) && value <= (max ?? Infinity);
    case 'date':
      return typeof value === 'string' && isLondonDate(value);
    default:
      return options.some((option) => option.value === value);
  }
}

function isKnownIn(
  scheme: Scheme,
  questions: readonly Question[],
  event: { type: string; question?: string; value?: Answer },
): boolean {
  if (event.type === 'form.resumed') return true;
  const question = questions.find(({ id }) => id === event.question);
  return question !== undefined && (event.value === undefined || isAnswerTo(scheme, question, event.value));
}

/** Of the right kind, and one of the scheme's where it has a list. How long a text may be is for whoever asks. */
function isAnswerTo(scheme: Scheme, { type, options, min, max }: Question, value: Answer): boolean {
  switch (type) {
    case 'yesNo':
      return typeof value === 'boolean';
    case 'wholeNumber':
      return typeof value === 'number' && value >= (min ?? 0) && value <= (max ?? Infinity);
    case 'choice':
      return (options ?? []).some((option) => option.value === value);
    case 'university':
      return has(scheme.universities, value);
    case 'intake':
      return has(scheme.intakes, value);
    case 'file':
      return value === attachedByHand;
    case 'date':
      return typeof value === 'string' && isLondonDate(value);
    case 'month':
      return typeof value === 'string' && isLondonDate(`${value}-01`);
    case 'money':
      return typeof value === 'number' && value >= (min ?? 0) && value <= (max ?? Infinity);
    default:
      return typeof value === 'string' && value.trim() !== '';
  }
}

function has(list: readonly { readonly id: string }[], wanted: Answer): boolean {
  return list.some(({ id }) => id === wanted);
}
