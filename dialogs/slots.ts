import { isPlain } from './rounds/dialog.js';
import { rowQuestions } from '../workflows/fields.js';
import { hasTag, stateOf, type Application, type StateName } from '../workflows/application.js';
import { allAnswers } from '../workflows/expression-of-interest.machine.js';
import { formQuestions, placesWanted } from '../workflows/expression-of-interest-rules.js';
import { keepingResult } from '../workflows/kept-result.js';
import { applicable } from '../workflows/question-rules.js';
import type { Question, Scheme } from '../workflows/scheme.js';
import type { View } from './conversation.js';
import * as content from './content.js';
import { statuses } from './readiness/content.js';
import type { EventName, Slot, SlotId } from './understanding/acts.js';
import { normalise } from './understanding/text.js';
import { answersOf, readsOf, readsOfEligibility, sayAnswer } from './words.js';

/** Everything about the application in focus that can be told, with what people call it and what stands there. Pure. */
export function slotsOf(view: View): readonly Slot[] {
  const { application, scheme } = view;
  if (application) return slotsIn(scheme, application);
  // Before it is known which round is theirs, nothing can be told for it.
  return isPlain(view) ? slotsBefore(scheme) : [];
}

/** What can be told before there is an application: it begins one. */
const slotsBefore = keepingResult((scheme: Scheme): readonly Slot[] => [
  ...checkSlots(scheme, undefined),
  ...eligibilitySlots(scheme, undefined),
  ...formSlots(scheme, undefined),
]);

const slotsIn = keepingResult((scheme: Scheme, application: Application): readonly Slot[] => {
  const state = stateOf(application.snapshot.value);
  const isUnsent = hasTag(state, 'isUnsent');
  const locked = isUnsent ? {} : { locked: state === 'withdrawn' ? ('over' as const) : ('sent' as const) };
  const form = [
    ...checkSlots(scheme, application),
    ...eligibilitySlots(scheme, application),
    ...formSlots(scheme, application),
  ].map((slot) => ({ ...slot, ...locked }));
  return [...rowSlots(scheme, application, state), ...eventSlots(application, state), ...form];
});

function checkSlots({ readiness }: Scheme, application: Application | undefined): Slot[] {
  const answers = application?.snapshot.context.readiness.context.answers ?? {};
  return readiness.checks.map(({ id, title, also = [], essential }) => ({
    id: `check:${id}`,
    label: title,
    names: namesOf(title, id, also),
    reads: { type: 'choice', options: statuses.map((one) => ({ ...one, also: [...one.also] })) },
    value: answers[id]?.status,
    section: essential ? 'essential' : 'good-practice',
  }));
}

function eligibilitySlots({ eligibility }: Scheme, application: Application | undefined): Slot[] {
  const answers = application?.snapshot.context.eligibility.context.answers ?? {};
  return eligibility.questions.map((question) => ({
    id: `elig:${question.id}`,
    label: question.label,
    names: namesOf(question.label, question.id, question.also ?? []),
    reads: readsOfEligibility(question),
    value: answers[question.id],
    section: 'eligibility',
  }));
}

/** What eligibility tells is kept there, under its own name. */
function formSlots(scheme: Scheme, application: Application | undefined): Slot[] {
  const answers = application ? answersOf(application, scheme) : {};
  return scheme.form.sections.flatMap((section) =>
    applicable(section.questions, answers)
      .filter(({ from }) => !from || 'readiness' in from)
      // Words that its owner says are none of a statement, whoever it is about.
      .filter(({ type }) => type !== 'statement')
      .map((question) => fieldSlot(`form:${question.id}`, scheme, question, answers, section.id)),
  );
}

function rowSlots(scheme: Scheme, { snapshot }: Application, state: StateName): Slot[] {
  if (state !== 'confirmingSupport') return [];
  return snapshot.context.support.rows.flatMap((row, n) => {
    const answers = allAnswers(row.context);
    return applicable(rowQuestions(scheme), answers).map((question) =>
      fieldSlot(`row:${n}:${question.id}`, scheme, question, answers, `row:${n}`),
    );
  });
}

function fieldSlot(
  id: SlotId,
  scheme: Scheme,
  question: Question,
  answers: ReturnType<typeof answersOf>,
  section: string,
): Slot {
  const { label, also = [] } = question;
  return {
    ...{ id, label, section },
    names: namesOf(label, question.id, also),
    reads: readsOf(scheme, question, answers),
    value: answers[question.id],
  };
}

/** What has come about stays told in the states after it, so that it can be denied there. */
function eventSlots({ snapshot }: Application, state: StateName): Slot[] {
  const { declared, sent, decision, returned, support } = snapshot.context;
  const one = (id: EventName, value: Slot['value']): Slot => ({
    id,
    label: content.events[id],
    names: [],
    value,
  });
  const all: readonly (readonly [EventName, boolean, Slot['value']])[] = [
    ['accepted', state === 'declaring', declared?.at],
    ['sent', state === 'readyToSend', sent.at(-1)?.on],
    ['decision', state === 'awaitingDecision', decision?.result],
    ['recruited', state === 'recruiting', support.rows.length > 0 ? support.trainees : undefined],
    ['returned', state === 'confirmingSupport', returned?.on],
    ['started', state === 'supportConfirmed', state === 'started' ? true : undefined],
  ];
  return all.flatMap(([id, isNow, value]) =>
    isNow || value !== undefined ? [one(id, isNow ? undefined : value)] : [],
  );
}

/** The application that something can come about for now: the one in focus, or else the person's newest that waits for it. */
export function applicationFor(view: View, event?: EventName): Application | undefined {
  const waits = (one: Application): boolean =>
    eventSlots(one, stateOf(one.snapshot.value)).some(
      ({ id, value }) => value === undefined && (event === undefined || id === event),
    );
  if (view.application && waits(view.application)) return view.application;
  if (view.application) return undefined;
  return view.mine.find((one) => one.owner === view.person.id && waits(one));
}

/** What can come about now. */
export function openEventsOf(view: View): ReadonlySet<EventName> {
  const one = applicationFor(view);
  const slots = one ? eventSlots(one, stateOf(one.snapshot.value)) : [];
  return new Set(slots.flatMap(({ id, value }) => (value === undefined ? [id as EventName] : [])));
}

/** How many places were asked for, when a decision is told. */
export function placesAsked(application: Application | undefined, scheme: Scheme): number | undefined {
  const form = application?.snapshot.context.form.context;
  return form && placesWanted(scheme, form);
}

/** What the last message of this person recorded, the newest first: what "that one" and "no, Bolton" are about. */
export function lastTold({ application, person }: View): readonly SlotId[] {
  const history = application?.history ?? [];
  const last = history.findLast(({ by, event }) => by === person.id && slotOf(event) !== undefined);
  return history
    .filter(({ at, by }) => at === last?.at && by === last?.by)
    .flatMap(({ event }) => slotOf(event) ?? [])
    .reverse();
}

function slotOf(event: Application['history'][number]['event']): SlotId | undefined {
  switch (event.type) {
    case 'readiness.answered':
      return `check:${event.check}`;
    case 'eligibility.answered':
      return `elig:${event.question}`;
    case 'form.answered':
      return `form:${event.question}`;
    case 'support.row':
      return event.event.type === 'form.answered' ? `row:${event.row}:${event.event.question}` : undefined;
    case 'declaration.accepted':
      return 'accepted';
    case 'eoi.sent':
      return 'sent';
    case 'decision.received':
      return 'decision';
    case 'recruitment.finished':
      return 'recruited';
    case 'support.returned':
      return 'returned';
    case 'programme.started':
      return 'started';
    default:
      return undefined;
  }
}

function namesOf(label: string, id: string, also: readonly string[]): readonly string[] {
  return [...new Set([label, label.replace(/^Your /, ''), id.replace(/-/g, ' '), ...also].map(normalise))];
}

/** The question of a form that a slot keeps. */
export function questionIn(scheme: Scheme, slot: SlotId): Question | undefined {
  const [kind, one = '', id = one] = slot.split(':');
  const questions = kind === 'row' ? rowQuestions(scheme) : formQuestions(scheme);
  return questions.find((question) => question.id === id);
}

/** What stands in a slot, as a person reads it. */
export function sayValue(scheme: Scheme, { id, reads, value }: Slot): string {
  const question = questionIn(scheme, id);
  if (question && !id.startsWith('elig:')) return sayAnswer(scheme, question, value);
  const option = reads?.type === 'choice' ? reads.options.find((one) => one.value === value) : undefined;
  return option?.label ?? String(value);
}
