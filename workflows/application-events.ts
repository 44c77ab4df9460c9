import { z } from 'zod';
import { isFileAnswer } from './attached-file.js';
import { rowQuestions } from './fields.js';
import { formQuestions } from './expression-of-interest-rules.js';
import { isLondonDate } from './dates.js';
import { isoDate, type Answer, type EligibilityQuestion, type Question, type Scheme } from './scheme.js';

const name = z.string().min(1).max(200);
const words = z.string().max(20_000);
const on = isoDate;
const turn = z.int().min(0);
/** Of the form, and of each trainee's row. */
const form = [
  z.strictObject({
    type: z.literal('form.answered'),
    question: name,
    value: z.union([words, z.number(), z.boolean()]),
  }),
  /** Somebody else is meant than before: what was personal of the one before goes. */
  z.strictObject({ type: z.literal('form.renewed'), question: name, value: words }),
  z.strictObject({ type: z.literal('form.parked'), question: name }),
  z.strictObject({ type: z.literal('form.asked'), question: name }),
  z.strictObject({ type: z.literal('form.resumed') }),
] as const;
const formEvent = z.discriminatedUnion('type', form);

/** Every event that an application's history may hold, down to its last field. */
export const applicationEventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('readiness.started'), checks: z.array(name).readonly(), on }),
  z.strictObject({ type: z.literal('readiness.asked'), check: name, on }),
  z.strictObject({
    type: z.literal('readiness.answered'),
    check: name,
    status: z.enum(['done', 'in-progress', 'not-started', 'dont-know']),
    on,
  }),
  z.strictObject({
    type: z.literal('readiness.detailed'),
    /** Histories of before have none: then it is the check that was answered last. */
    check: name.optional(),
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
  /** A row's event, with the row it is about (from 0). */
  z.strictObject({
    type: z.literal('support.row'),
    row: z.int().min(0),
    event: formEvent,
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
    /** Rows (from 0) of trainees who were chosen and are no longer coming. */
    left: z.array(z.int().min(0)).readonly().optional(),
  }),
  z.strictObject({ type: z.literal('support.returned'), on }),
  z.strictObject({ type: z.literal('support.reopened') }),
  z.strictObject({ type: z.literal('stage.done'), stage: name, on }),
  z.strictObject({ type: z.literal('programme.started') }),
  z.strictObject({ type: z.literal('application.withdrawn'), on, reason: words.nullable() }),
  z.strictObject({ type: z.literal('application.reopened') }),
  /** From one version of its scheme to a newer one, before it is sent. What still holds is worked out before the machine hears of it. */
  z.strictObject({ type: z.literal('scheme.moved'), from: z.int().min(1), to: z.int().min(2) }),
  /** What these turns recorded is taken back, see `history.ts`. To take back such a turn puts back what it took. */
  z.strictObject({ type: z.literal('turn.undone'), turns: z.array(turn).min(1).max(500).readonly() }),
  /** A code was made, or all codes that nobody had used were taken back. The codes themselves are kept elsewhere. */
  z.strictObject({ type: z.literal('people.invited'), to: z.enum(['invite', 'hand-over']) }),
  z.strictObject({ type: z.literal('people.uninvited') }),
  z.strictObject({ type: z.literal('people.joined'), person: name }),
  z.strictObject({ type: z.literal('people.removed'), person: name }),
  /** The old owner stays as somebody invited, whom the new one can remove. */
  z.strictObject({ type: z.literal('owner.changed'), person: name }),
  /** `to`: whom, as the owner calls them. A question has one colleague at a time: the last one asked. */
  z.strictObject({ type: z.literal('colleague.asked'), question: name, to: name }),
  /** Right before the `form.answered` that it brings. `name`: the colleague's own, where their channel tells it. */
  z.strictObject({ type: z.literal('colleague.answered'), question: name, name: name.optional() }),
  /** An answer where one stands already: it is shown to the owner, and changes nothing by itself. */
  z.strictObject({
    type: z.literal('colleague.proposed'),
    question: name,
    value: z.union([words, z.int(), z.boolean()]),
    name: name.optional(),
  }),
]);

export type ApplicationEvent = z.infer<typeof applicationEventSchema>;
/** The events of one kind: `EventOf<'readiness'>` is every `readiness.…`. */
export type EventOf<Kind extends string> = Extract<ApplicationEvent, { type: `${Kind}.${string}` }>;
export type FormEvent = z.infer<typeof formEvent>;
export type RowEvent = Extract<ApplicationEvent, { type: 'support.row' }>;
export type SchemeMoved = Extract<ApplicationEvent, { type: 'scheme.moved' }>;

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
    case 'readiness.detailed':
      return event.check === undefined || has(scheme.readiness.checks, event.check);
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
    case 'form.renewed':
    case 'form.asked':
    case 'form.parked':
    case 'colleague.asked':
    case 'colleague.answered':
    case 'colleague.proposed':
      return isKnownIn(scheme, formQuestions(scheme), event);
    default:
      return true;
  }
}

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
function isAnswerTo(scheme: Scheme, question: Question, value: Answer): boolean {
  const { type, options, min, max } = question;
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
      return isFileAnswer(question, value);
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
