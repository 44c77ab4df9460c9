import { hasTag, stateOf, type Application, type StateName } from './application.js';
import type { ApplicationEvent } from './application.machine.js';
import { inForce } from './history.js';
import { answeredQuestions, openQuestions, type AskedQuestion } from './colleague-rules.js';
import {
  addDays,
  addWorkingDays,
  isWorkingDay,
  londonDate,
  londonTime,
  nextWorkingDay,
  type Instant,
  type LondonDate,
  type WorkingCalendar,
} from './dates.js';
import { verdict } from './readiness-rules.js';
import type { Scheme } from './scheme.js';
import { decidingStage, rowStage } from './fields.js';
import { anchorsOf, confirmationDue, openStages, stageDue } from './support-rules.js';
import { lastDay as lastDayOfRound } from './window-rules.js';

/**
 * What to remind whom of, and on which day (domain.md, "Nudges"; all of it a product decision †, but for the 28 days,
 * which are S000's). Nothing here reads a clock or remembers a sending: both are told. The days come from the
 * application's state and dates each time anew, so a date that moves re-times whatever was not sent yet.
 */

export type NudgeRule =
  | 'readiness-idle'
  | 'form-closing'
  | 'form-idle'
  | 'decision-silence'
  | 'confirmation-ahead'
  | 'confirmation-due'
  | 'confirmation-late'
  | 'confirmation-overdue'
  | 'stage-ahead'
  /** A date of the round was edited. */
  | 'date-moved'
  | 'owner-unreachable'
  | 'colleague-question'
  | 'colleague-answered'
  | 'removed'
  | 'own-reminder';

/** One thing to remind one role of, on one day. */
export interface Nudge {
  readonly rule: NudgeRule;
  /** Reference; null only for a reminder of the person's own that is about no application. */
  readonly application: string | null;
  /** Which of several of its kind: the colleague's question or answer, the person's own reminder. */
  readonly subject: string | null;
  /** The number in the scheme that asks for it: working days, for the form for each place days. Null: snoozed to. */
  readonly offset: number | null;
  readonly to: 'owner' | 'coordinator';
  /** The working day to send it on. */
  readonly due: LondonDate;
  /** The last day on which it still makes sense, or null. After a missed day it is caught up until then. */
  readonly until: LondonDate | null;
  /** The date that it is about: a deadline, the sending, the last activity. */
  readonly about: LondonDate;
  /** London 'HH:mm': not before it, on its day. */
  readonly at?: string;
  /** Application, rule, subject, due date and role: never the same for two nudges of a person. */
  readonly key: string;
}

/** "Not before that day": of one rule of one application. The last one set counts. */
export interface Snooze {
  readonly application: string;
  readonly rule: NudgeRule;
  readonly until: LondonDate;
}

/** A person's own wishes. They never silence what goes to somebody else. */
export interface NudgeSettings {
  readonly snoozed: readonly Snooze[];
  /** References that the person wants to hear no more of, or everything. */
  readonly stopped: 'all' | readonly string[];
}

/**
 * A nudge counts as sent as soon as its claims, one for each recipient, are on disk. `on` is that London day. A list
 * may hold those of several applications.
 */
export type SentNudge = Pick<Nudge, 'key' | 'application' | 'rule' | 'subject' | 'offset'> & {
  readonly on: LondonDate;
};

/** "Remind me on …". Gone from the list when the person says that it is done. */
export interface OwnReminder {
  readonly id: string;
  readonly on: LondonDate;
  /** London 'HH:mm', when one was given: not before it, on that day. */
  readonly at?: string;
  readonly application: string | null;
}

export interface Known {
  /** The owner's. */
  readonly settings?: NudgeSettings;
  readonly sent?: readonly SentNudge[];
}

/**
 * Working days † for which the same rule and offset keep quiet after a sending, so that a start that moves by a few
 * days, or one answer a visit, does not bring the same words again.
 */
const QUIET_WORKING_DAYS = 5;
/** Working days † for which it is news that a colleague has answered. */
const NEWS_WORKING_DAYS = 10;
/** How often an overdue form is spoken of, once a week †. */
const LATE_WEEKS = 12;
const NO_WISHES: NudgeSettings = { snoozed: [], stopped: [] };
const OPENS = '09:00';
const CLOSES = '17:00';

/** Most pressing first: the order in a merged message, and which nudge speaks for an application. */
const ORDER: readonly NudgeRule[] = [
  'confirmation-overdue',
  'owner-unreachable',
  'confirmation-late',
  'confirmation-due',
  'date-moved',
  'form-closing',
  'confirmation-ahead',
  'stage-ahead',
  'colleague-answered',
  'removed',
  'own-reminder',
  'decision-silence',
  'colleague-question',
  'form-idle',
  'readiness-idle',
];

/**
 * Every nudge of an application that is not sent, earliest first, those of past days included: a round sends what
 * is due up to its day. Empty when nothing is left to do. Every `due` is a working day.
 */
export function dueNudges(
  application: Application,
  scheme: Scheme,
  calendar: WorkingCalendar,
  { settings = NO_WISHES, sent = [] }: Known = {},
): Nudge[] {
  const facts = factsOf(application, scheme, calendar);
  const schedules = [
    ...rules.map((rule) => rule(facts)),
    ...stagesAhead(facts),
    ...openQuestions(application, scheme).map((one) => colleagueAsked(facts, one)),
  ];
  const nudges = schedules
    .filter((schedule) => schedule !== undefined)
    .flatMap((schedule) => nudgesOf(schedule, application.reference, calendar, { settings, sent }))
    .filter(({ to }) => to !== 'owner' || !isStopped(settings, application.reference));
  const news = settings.stopped === 'all' ? [] : newsOf(facts);
  return inOrder([...nudges, ...news].filter((nudge) => !wasSent(nudge, sent, calendar)));
}

/** A person's own reminders as nudges, on the day they named or the first working day after it. */
export function ownNudges(
  reminders: readonly OwnReminder[],
  calendar: WorkingCalendar,
  { settings, sent = [] }: Known = {},
): Nudge[] {
  // "Stop these" about an application does not take back what the person asked for in so many words; "all" does.
  if (settings?.stopped === 'all') return [];
  const nudges = reminders.map(({ id, on, at, application }) => ({
    ...(at ? { at } : {}),
    ...nudge({ rule: 'own-reminder', subject: id, to: 'owner', about: on, until: null }, application, {
      offset: null,
      due: nextWorkingDay(on, calendar),
    }),
  }));
  return inOrder(nudges.filter((one) => !wasSent(one, sent, calendar)));
}

/** For the coordinator: the owner can't be reminded any more, since they blocked or removed the assistant. */
export function unreachable(
  { reference, owner }: Application,
  today: LondonDate,
  calendar: WorkingCalendar,
): Nudge {
  const about = {
    rule: 'owner-unreachable',
    subject: owner,
    to: 'coordinator',
    about: today,
    until: null,
  } as const;
  return nudge(about, reference, { offset: null, due: nextWorkingDay(today, calendar) });
}

/** What somebody hears who was taken out of an application: it is about one that they see no more. */
export function removal(reference: string, today: LondonDate, calendar: WorkingCalendar): Nudge {
  const about = {
    ...({ rule: 'removed', subject: null, to: 'coordinator', about: today } as const),
    until: addWorkingDays(today, NEWS_WORKING_DAYS, calendar),
  };
  return nudge(about, reference, { offset: null, due: nextWorkingDay(today, calendar) });
}

/** Whether the person wants no nudges about this application. */
export function isStopped(settings: NudgeSettings | undefined, application: string): boolean {
  return settings?.stopped === 'all' || Boolean(settings?.stopped.includes(application));
}

/**
 * The day on which a round must look at these nudges again, at the earliest; null when there is none to come. What
 * is past its last sensible day does not count: otherwise it would be looked at for ever.
 */
export function nextDue(nudges: readonly Nudge[], today: LondonDate): LondonDate | null {
  return nudges.reduce<LondonDate | null>(
    (next, one) => (isPast(one, today) || (next !== null && next <= one.due) ? next : one.due),
    null,
  );
}

/** The last working day on which a nudge still makes sense, or null: a snooze beyond it cannot be kept. */
export function lastDayFor({ until }: Nudge, calendar: WorkingCalendar): LondonDate | null {
  return until === null ? null : workingDayUpTo(until, calendar);
}

/** One message to one person. */
export interface PersonMessage {
  readonly day: LondonDate;
  /** What it speaks of, most pressing first: one nudge for each application, each own reminder, each question. */
  readonly says: readonly Nudge[];
  /** Everything it settles, `says` included: an older nudge about the same thing is never sent after it. */
  readonly settles: readonly Nudge[];
}

/** What the person waits for is told on its day, also when they have had that day's message. */
export function isNews({ rule }: Pick<Nudge, 'rule'>): boolean {
  return rule === 'colleague-answered' || rule === 'date-moved' || rule === 'removed';
}

/** What comes at its time also when the day's one message has gone: news, and what the person set for an hour. */
export function comesAnyway(one: Pick<Nudge, 'rule' | 'at'>): boolean {
  return isNews(one) || one.at !== undefined;
}

/** Is its hour there? */
export function isTimeFor({ due, at }: Pick<Nudge, 'due' | 'at'>, today: LondonDate, time: string): boolean {
  return at === undefined || due !== today || at <= time;
}

/**
 * One message a day at most for a person, but for news, whatever falls together or was missed on the days before.
 * Undefined when there is nothing to say today, when today is no working day, or when they had their message
 * (`lastMessageOn`).
 */
export function mergeForPerson(
  nudges: readonly Nudge[],
  today: LondonDate,
  calendar: WorkingCalendar,
  lastMessageOn: LondonDate | null = null,
): PersonMessage | undefined {
  if (!isWorkingDay(today, calendar)) return undefined;
  const hadTheirs = lastMessageOn !== null && lastMessageOn >= today;
  const settles = nudges
    .filter((one) => one.due <= today && !isPast(one, today) && (!hadTheirs || comesAnyway(one)))
    .sort(byUrgency);
  const topics = new Map<string, Nudge>();
  for (const one of settles) if (!topics.has(topicOf(one))) topics.set(topicOf(one), one);
  return settles.length > 0 ? { day: today, says: [...topics.values()], settles } : undefined;
}

/** From 09:00 until before 17:00 in London, on a working day: the only time in which anything is sent unasked. */
export function withinHours(instant: Instant, calendar: WorkingCalendar): boolean {
  const time = londonTime(instant);
  return isWorkingDay(londonDate(instant), calendar) && time >= OPENS && time < CLOSES;
}

interface Facts {
  readonly application: Application;
  readonly scheme: Scheme;
  readonly calendar: WorkingCalendar;
  readonly state: StateName;
  readonly formBegun: boolean;
  /** The day on which anything last happened. */
  readonly lastActive: LondonDate;
}

/** One rule that applies now, and its days. */
interface Schedule {
  readonly rule: NudgeRule;
  readonly subject: string | null;
  readonly to: Nudge['to'];
  readonly about: LondonDate;
  readonly until: LondonDate | null;
  /** The day on which this stretch began; a snooze from before it is about something over. */
  readonly since: LondonDate;
  readonly days: readonly Day[];
}

interface Day {
  readonly offset: number | null;
  readonly due: LondonDate;
}

const rules: readonly ((facts: Facts) => Schedule | undefined)[] = [
  readinessIdle,
  formClosing,
  formIdle,
  decisionSilence,
  confirmationAhead,
  confirmationDay,
  confirmationLate,
  confirmationOverdue,
];

function factsOf(application: Application, scheme: Scheme, calendar: WorkingCalendar): Facts {
  const { value, context } = application.snapshot;
  const state = stateOf(value);
  return {
    ...{ application, scheme, calendar, state },
    formBegun: isFormBegun(state) || Object.keys(context.form.context.answers).length > 0,
    lastActive: londonDate(application.history.at(-1)?.at ?? application.createdAt),
  };
}

function readinessIdle(facts: Facts): Schedule | undefined {
  const { scheme, application, state, formBegun } = facts;
  if (formBegun || !isBeforeSending(state)) return undefined;
  const how = verdict(scheme.readiness.checks, application.snapshot.context.readiness.context.answers);
  if (how !== 'unfinished' && how !== 'not-ready') return undefined;
  return idle('readiness-idle', facts, scheme.nudges.readinessIdle);
}

/** Only where the scheme has no closing date; it takes over from readiness when that is done or the form is begun. */
function formIdle(facts: Facts): Schedule | undefined {
  const { scheme, state } = facts;
  if (scheme.closes || !isBeforeSending(state) || readinessIdle(facts)) return undefined;
  return idle('form-idle', facts, scheme.nudges.formIdle);
}

function idle(
  rule: NudgeRule,
  { lastActive, calendar, scheme }: Facts,
  offsets: readonly number[],
): Schedule {
  const days = offsets.map((offset) => ({ offset, due: addWorkingDays(lastActive, offset, calendar) }));
  // A scheme that has closed takes no form: there is nothing to go on with.
  const until = lastDayOfRound(scheme);
  return {
    ...{ rule, subject: null, to: 'owner', about: lastActive, until, since: lastActive },
    days: days.filter(({ due }) => until === null || due <= until),
  };
}

function formClosing({ application, scheme, state, calendar }: Facts): Schedule | undefined {
  const on = lastDayOfRound(scheme);
  if (!scheme.closes || on === null || !isBeforeSending(state)) return undefined;
  const begun = begunOn(application);
  const days = scheme.nudges.formBeforeClose.map((offset) => ({
    offset,
    due: addWorkingDays(on, -offset, calendar),
  }));
  return {
    ...{ rule: 'form-closing', subject: null, to: 'owner', about: on, until: on, since: begun },
    days: days.filter(({ due }) => due > begun),
  };
}

/** Told late ("I sent it five weeks ago"), or taken back after a wrong decision: the next working day, not never. */
function decisionSilence({ application, scheme, state, calendar }: Facts): Schedule | undefined {
  const last = application.snapshot.context.sent.at(-1);
  if (state !== 'awaitingDecision' || !last) return undefined;
  const since = lastDay(application, ['eoi.sent', 'decision.corrected']) ?? begunOn(application);
  const offset = scheme.nudges.decisionSilence;
  // Where the round names the day of the outcome, nobody is chased before it.
  const deciding = decidingStage(scheme);
  const named = deciding && stageDue(deciding, anchorsOf(scheme, application.snapshot.context), calendar);
  const silent = named ? addWorkingDays(named, 1, calendar) : addWorkingDays(last.on, offset, calendar);
  const due = silent > since ? silent : addWorkingDays(since, 1, calendar);
  return {
    ...{ rule: 'decision-silence', subject: null, to: 'owner', about: last.on, until: null, since },
    days: [{ offset, due }],
  };
}

/** Days of before the funding or the last moved start are left out: the person was told the due day at that moment. */
function confirmationAhead(facts: Facts): Schedule | undefined {
  const open = openConfirmation(facts);
  if (!open) return undefined;
  const { scheme, calendar } = facts;
  const dayBefore = addWorkingDays(workingDayUpTo(open.dueDay, calendar), -1, calendar);
  const days = (rowStage(scheme)?.reminders ?? [])
    .filter((offset) => addDays(open.from, -offset) < open.dueDay)
    .map((offset) => {
      // A start on a Monday puts the 30 days on a Saturday: a warning on the due day itself would be none.
      const next = nextWorkingDay(addDays(open.from, -offset), calendar);
      return { offset, due: next <= dayBefore ? next : dayBefore };
    });
  return {
    ...{ rule: 'confirmation-ahead', subject: null, to: 'owner', about: open.dueDay, until: open.dueDay },
    since: open.since,
    days: days.filter(({ due }) => due > open.since),
  };
}

function confirmationDay(facts: Facts): Schedule | undefined {
  const open = openConfirmation(facts);
  if (!open) return undefined;
  const due = workingDayUpTo(open.dueDay, facts.calendar);
  return {
    ...{ rule: 'confirmation-due', subject: null, to: 'owner', about: open.dueDay, until: open.dueDay },
    since: open.since,
    days: due >= open.since ? [{ offset: open.offset, due }] : [],
  };
}

/** Past its day it is still to do: the next working day, then weekly, until it is returned, stopped, or long over. */
function confirmationLate(facts: Facts): Schedule | undefined {
  const open = openConfirmation(facts);
  if (!open) return undefined;
  const after = open.since > open.dueDay ? open.since : open.dueDay;
  const weeks = Array.from({ length: LATE_WEEKS }, (_, week) => week);
  return {
    ...{ rule: 'confirmation-late', subject: null, to: 'owner', about: open.dueDay, until: null },
    since: open.since,
    days: weeks.map((week) => ({
      offset: week,
      due: nextWorkingDay(addDays(after, 1 + 7 * week), facts.calendar),
    })),
  };
}

function confirmationOverdue(facts: Facts): Schedule | undefined {
  const open = openConfirmation(facts);
  if (!open) return undefined;
  const after = open.since > open.dueDay ? open.since : open.dueDay;
  return {
    ...{ rule: 'confirmation-overdue', subject: null, to: 'coordinator', about: open.dueDay, until: null },
    since: open.since,
    days: [{ offset: 1, due: nextWorkingDay(addDays(after, 1), facts.calendar) }],
  };
}

function openConfirmation({ application, scheme, state, calendar }: Facts) {
  const stage = rowStage(scheme);
  if (!stage?.due || !hasTag(state, 'isAwaitingSupport')) return undefined;
  const anchors = anchorsOf(scheme, application.snapshot.context);
  const dueDay = confirmationDue(scheme, anchors, calendar);
  if (dueDay === null) return undefined;
  const { due } = stage;
  const before = 'on' in due ? undefined : due.before;
  const since =
    lastDay(application, ['decision.received', 'start.moved', 'support.reopened']) ?? begunOn(application);
  return {
    ...{ dueDay, since },
    /** From which the reminders are counted back. */
    from: (before && anchors[before]) ?? dueDay,
    offset: before && 'days' in due ? (due.days ?? 0) : 0,
  };
}

/** What comes after sending and is no form for each place: it is told before its day, until it is done. */
function stagesAhead({ application, scheme, state, calendar }: Facts): Schedule[] {
  const { context } = application.snapshot;
  const since =
    lastDay(application, ['eoi.sent', 'decision.received', 'start.moved']) ?? begunOn(application);
  return openStages(scheme, state, context).flatMap((stage): Schedule[] => {
    const dueDay = stageDue(stage, anchorsOf(scheme, context), calendar);
    if (dueDay === null) return [];
    const days = stage.reminders
      .map((offset) => ({ offset, due: nextWorkingDay(addDays(dueDay, -offset), calendar) }))
      .filter(({ due }) => due <= dueDay && due > since);
    return [
      { rule: 'stage-ahead', subject: stage.id, to: 'owner', about: dueDay, until: dueDay, since, days },
    ];
  });
}

function colleagueAsked({ scheme, calendar }: Facts, { question, askedOn }: AskedQuestion): Schedule {
  const until = lastDayOfRound(scheme);
  const days = scheme.nudges.colleagueQuestion.map((offset) => ({
    offset,
    due: addWorkingDays(askedOn, offset, calendar),
  }));
  return {
    ...{ rule: 'colleague-question', subject: question.id, to: 'owner', about: askedOn, until },
    since: askedOn,
    days: days.filter(({ due }) => until === null || due <= until),
  };
}

/** What colleagues have answered. No snooze and no "stop these" is about it: the person asked for it in so many words. */
function newsOf({ application, scheme, calendar }: Facts): Nudge[] {
  return answeredQuestions(application, scheme).map(({ id, answeredOn }) =>
    nudge(
      {
        ...{ rule: 'colleague-answered', subject: id, to: 'owner', about: answeredOn },
        until: addWorkingDays(answeredOn, NEWS_WORKING_DAYS, calendar),
      },
      application.reference,
      { offset: null, due: nextWorkingDay(answeredOn, calendar) },
    ),
  );
}

interface Told {
  readonly settings: NudgeSettings;
  readonly sent: readonly SentNudge[];
}

function nudgesOf(schedule: Schedule, application: string, calendar: WorkingCalendar, told: Told): Nudge[] {
  const days = schedule.to === 'owner' ? snoozed(schedule, application, calendar, told) : schedule.days;
  // Two offsets that fall on one day are one nudge, and the one nearer to the deadline names it.
  const byDue = new Map([...days].sort(byOffsetDown).map((day) => [day.due, day]));
  return [...byDue.values()].map((day) => nudge(schedule, application, day));
}

/**
 * A snooze puts one nudge on its day in the place of all up to then; never past the day on which it makes sense. It
 * puts off only what was or would have been said by then: it never brings a later day's nudge forward.
 */
function snoozed(
  { rule, subject, since, until, days }: Schedule,
  application: string,
  calendar: WorkingCalendar,
  { settings, sent }: Told,
): readonly Day[] {
  const snooze = settings.snoozed.findLast((one) => one.application === application && one.rule === rule);
  if (!snooze || snooze.until < since) return days;
  const wished = nextWorkingDay(snooze.until, calendar);
  const later = days.filter(({ due }) => due > wished);
  const wasSaid = sent.some(
    (one) => one.application === application && one.rule === rule && one.subject === subject,
  );
  if (later.length === days.length && !wasSaid) return days;
  if (until === null || wished <= until) return [...later, { offset: null, due: wished }];
  // Snoozed over the deadline: its last working day. Confirmations have a nudge of their own there.
  return rule === 'confirmation-ahead' ? [] : [{ offset: null, due: workingDayUpTo(until, calendar) }];
}

function wasSent(one: Nudge, sent: readonly SentNudge[], calendar: WorkingCalendar): boolean {
  if (sent.some(({ key }) => key === one.key)) return true;
  const { application, rule, subject, offset, due } = one;
  // A snooze is a wish of its own: only the very same one is not repeated.
  if (offset === null) return false;
  const alike = sent.filter(
    (other) =>
      other.application === application &&
      other.rule === rule &&
      other.subject === subject &&
      other.offset === offset,
  );
  // "Then once to the coordinator": never a second time, wherever the date moves.
  if (rule === 'confirmation-overdue') return alike.length > 0;
  return alike.some(({ on }) => due < addWorkingDays(on, quietFor(rule, offset), calendar));
}

/** A countdown's quiet is no longer than its offset: with two days to go, a deadline moved by three is said again. */
function quietFor(rule: NudgeRule, offset: number): number {
  switch (rule) {
    case 'decision-silence':
      return offset;
    // The deadline itself: said on each day that comes to be it.
    case 'confirmation-due':
      return 1;
    case 'form-closing':
      return Math.min(QUIET_WORKING_DAYS, offset);
    default:
      return QUIET_WORKING_DAYS;
  }
}

function nudge(
  { rule, subject, to, about, until }: Omit<Schedule, 'since' | 'days'>,
  application: string | null,
  { offset, due }: Day,
): Nudge {
  const key = [application ?? '', rule, subject ?? '', due, to].map(encodeURIComponent).join(':');
  return { rule, application, subject, offset, to, due, until, about, key };
}

/** The form is begun and not sent. */
function isFormBegun(state: StateName): boolean {
  return hasTag(state, 'isUnsent') && !hasTag(state, 'hasNoForm');
}

function isBeforeSending(state: StateName): boolean {
  return hasTag(state, 'isUnsent') && state !== 'ineligible';
}

/** The day it was begun, or taken up again after a withdrawal. */
function begunOn(application: Application): LondonDate {
  return lastDay(application, ['application.reopened']) ?? londonDate(application.createdAt);
}

/** The London day of the last of these events, as it was recorded. */
function lastDay(
  { history }: Application,
  types: readonly ApplicationEvent['type'][],
): LondonDate | undefined {
  const last = inForce(history).findLast(({ event }) => types.includes(event.type));
  return last && londonDate(last.at);
}

/** The day itself when it is a working day, else the last one before it. */
function workingDayUpTo(date: LondonDate, calendar: WorkingCalendar): LondonDate {
  return isWorkingDay(date, calendar) ? date : addWorkingDays(date, -1, calendar);
}

function isPast({ until }: Nudge, today: LondonDate): boolean {
  return until !== null && until < today;
}

/** An application speaks once in a message to its owner; a question and an own reminder each for itself. */
function topicOf({ application, rule, subject, to }: Nudge): string {
  return JSON.stringify([application, to, subject, subject === null ? null : rule]);
}

function inOrder(nudges: readonly Nudge[]): Nudge[] {
  return [...nudges].sort((a, b) => compare(a.due, b.due) || byUrgency(a, b));
}

/** By rule; then the nearer deadline; of one rule and one deadline, the latest day, which knows best. */
function byUrgency(a: Nudge, b: Nudge): number {
  return (
    ORDER.indexOf(a.rule) - ORDER.indexOf(b.rule) ||
    compare(a.about, b.about) ||
    compare(b.due, a.due) ||
    compare(a.key, b.key)
  );
}

function byOffsetDown(a: Day, b: Day): number {
  return (b.offset ?? 0) - (a.offset ?? 0);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
