import { nanoid } from 'nanoid';
import PQueue from 'p-queue';
import type { Logger } from 'pino';
import { isOfKnownRound, schemeOfIn } from '../turn/rounds.js';
import type { Schemes } from '../../data/schemes/schemes.js';
import { DocumentUnreadable, RevisionConflict } from '../../data/store/errors.js';
import type { Json, Store, StoredRecord, Write } from '../../data/store/store.js';
import { isOpen } from '../../dialogs/applications/rules.js';
import { message } from '../../dialogs/nudges/content.js';
import { itemOf } from '../../dialogs/nudges/dialog.js';
import {
  noReminders,
  nudgesOf,
  retimed,
  takenBack,
  type Outgoing,
  type ReminderFacts,
  type Reminders,
} from '../../dialogs/nudges/reminders.js';
import type { Application } from '../../workflows/application.js';
import {
  addDays,
  londonDate,
  londonTime,
  type LondonDate,
  type WorkingCalendar,
} from '../../workflows/dates.js';
import {
  dueNudges,
  isTimeFor,
  mergeForPerson,
  unreachable,
  withinHours,
  type Nudge,
  type PersonMessage,
  type SentNudge,
} from '../../workflows/nudge-rules.js';

import type { Clock } from '../turn/clock.js';
import type { Locks } from '../turn/locks.js';
import type { Send, SendResult } from '../turn/incoming.js';
import { applicationsOf, kinds, readable, type PersonRecord } from '../turn/records.js';

/** The round of reminders: who is due, what they are told, and that it is told once. */

export interface NudgeOptions {
  readonly store: Store;
  readonly schemes: Schemes;
  readonly calendar: WorkingCalendar;
  readonly clock: Clock;
  readonly log: Logger;
  readonly locks: Locks;
  readonly send: Send;
  /** Person ids of those who oversee the organisation's applications. */
  readonly coordinators: readonly string[];
  /**
   * Milliseconds after which a message on its way from another run of the program counts as cut off. Longer than any
   * send takes, unless nobody else can be at the store.
   */
  readonly lease?: number;
  readonly onOutcome?: (result: SendResult) => void;
}

export interface NudgeRound {
  /** Sends what is due and may be sent now. Two at once do each thing once. Never throws. */
  run(): Promise<{ readonly looked: number; readonly sent: number }>;
  /** For a queue that several instances share: who is due now, and who is to come after all of them. */
  due(): Promise<{ readonly first: readonly string[]; readonly last: readonly string[] }>;
  /** For the same: looks after one person, whatever became of earlier tries. Never throws. */
  visit(person: string): Promise<SendResult | undefined>;
  /** Begins nothing new; resolves when what is on its way has ended. */
  close(): Promise<void>;
}

/** Days for which what was sent is remembered, far longer than any rule looks back. */
const memory = 400;
const outcomesKept = 20;
const tenMinutes = 10 * 60 * 1000;
/** People looked after at the same time: most of it is waiting for the channel. The sender keeps the pace. */
const atOnce = 30;
/** Tries of one visit when something changes under it. */
const mostTries = 5;
/** Sends in a row that did not get through, after which a round gives up until the next tick. */
const mostFailures = 10;
/** Milliseconds until somebody who could not be reached is tried again: doubled each time. */
const rest = { first: 15_000, longest: 15 * 60 * 1000 } as const;

/**
 * The round: who is due, found by date and not by reading everyone; one message a person and day; claimed on disk
 * before it is sent, so that neither a crash nor a second round sends it again. Nothing is locked while a send is
 * under way: every commit says which revision it was worked out from, and is worked out anew when that has changed.
 */
export function createNudgeRound(options: NudgeOptions): NudgeRound {
  const { store, schemes, calendar, clock, log, locks, send, coordinators, lease = tenMinutes } = options;
  const [schemeOf, isKnown] = [schemeOfIn(schemes), isOfKnownRound(schemes)];
  const run = nanoid(12);
  const resting = new Map<string, { readonly until: number; readonly wait: number }>();
  const onTheirWay = new Set<string>();
  /** What became of a send, until it is on disk: one that the disk refuses for a while must not look like a crash. */
  const known = new Map<string, SendResult>();
  let underWay: Promise<{ looked: number; sent: number }> | undefined;
  let failures = 0;
  let closing = false;

  async function round(): Promise<{ looked: number; sent: number }> {
    const queue = new PQueue({ concurrency: atOnce });
    const total = { looked: 0, sent: 0 };
    failures = 0;
    forgetOldRests();
    /**
     * Three looks: at everybody; then at those whose message was cut off by a crash, last, so that one that brings
     * the program down keeps nobody from theirs; then at the coordinators, who by now know of all that is overdue.
     */
    for (const look of ['first', 'cut off', 'coordinators'] as const) {
      const due = mayBegin() ? await whoIsDue() : [];
      const people = due.filter((id) => coordinators.includes(id) === (look === 'coordinators'));
      const results = await Promise.all(people.map((id) => queue.add(() => visit(id, look !== 'first'))));
      total.looked += look === 'cut off' ? 0 : people.length;
      total.sent += results.filter((result) => result === 'sent').length;
    }
    return total;
  }

  function mayBegin(): boolean {
    return !closing && failures < mostFailures && withinHours(clock.now(), calendar);
  }

  async function whoIsDue(): Promise<string[]> {
    const today = londonDate(clock.now());
    const days = await store.keys('reminders-due', undefined, today);
    const people = await Promise.all(days.map((day) => store.find('reminders-due', day)));
    return [...new Set(people.flat())];
  }

  async function visit(person: string, cutOff: boolean): Promise<SendResult | undefined> {
    if (isResting(person)) return undefined;
    for (let tries = 1; mayBegin(); tries++) {
      try {
        return await remind(person, cutOff);
      } catch (error) {
        if (error instanceof RevisionConflict && tries < mostTries) continue;
        // Theirs alone, and named already.
        if (error instanceof DocumentUnreadable) return undefined;
        failures++;
        const { code } = (error ?? {}) as { code?: unknown };
        log.error({ code: 'NUDGE_FAILED', cause: code }, 'a person could not be reminded');
        return undefined;
      }
    }
    return undefined;
  }

  async function remind(id: string, cutOff: boolean): Promise<SendResult | undefined> {
    const today = londonDate(clock.now());
    const record = await store.get<Reminders>(kinds.reminders, id);
    const person = (await store.get<PersonRecord>(kinds.person, id))?.doc;
    // Somebody who has never written has no conversation: it waits until they do.
    if (!record || !person?.reference) return undefined;
    const doc = { ...noReminders, ...record.doc };
    const { outgoing } = doc;
    const result = known.get(id);
    if (outgoing?.by === run && result && !onTheirWay.has(id)) {
      await conclude(id, result);
      return remind(id, cutOff);
    }
    if (outgoing && (!cutOff || isOnItsWay(id, outgoing))) return undefined;
    const facts = await factsOf(id);
    const visited: Visit = { id, record, person, facts, today };
    const before = await withFreshInbox(outgoing ? afterCrash(doc, outgoing) : doc, person);
    const nudges = nudgesOf(before, facts);
    const merged = before.blocked
      ? undefined
      : mergeForPerson(
          nudges.filter(
            (nudge) => isTheirs(nudge, before) && isTimeFor(nudge, today, londonTime(clock.now())),
          ),
          today,
          calendar,
          before.lastMessageOn,
        );
    const toHand = nudges.filter((nudge) => !isTheirs(nudge, before) && nudge.due <= today);
    if (toHand.length > 0) return hand(visited, before, toHand, cutOff);
    if (merged) return deliver(visited, before, merged);
    await keep(visited, before);
    return undefined;
  }

  interface Visit {
    readonly id: string;
    readonly record: StoredRecord<Reminders>;
    readonly person: PersonRecord;
    readonly facts: ReminderFacts;
    readonly today: LondonDate;
  }

  /** Another run, or this one, is at it. A clock that was set back makes it look like the future: then nobody is. */
  function isOnItsWay(person: string, { by, since }: Outgoing): boolean {
    const age = Date.parse(clock.now()) - Date.parse(since);
    return by === run ? onTheirWay.has(person) : age >= 0 && age < lease;
  }

  /** The crash came inside the send. What was begun once is due again, unless done meanwhile; what was begun twice is not. */
  function afterCrash(before: Reminders, outgoing: Outgoing): Reminders {
    const once = outgoing.settles.filter(({ key }) => !before.doubtful.includes(key));
    const open = takenBack(before, { ...outgoing, settles: once });
    const doubtful = once.map(({ key }) => key);
    if (once.length > 0) return { ...open, doubtful };
    options.onOutcome?.('ambiguous');
    return { ...before, outgoing: null, doubtful, outcomes: outcomesWith(before, outgoing.day, 'ambiguous') };
  }

  async function keep({ id, record, facts, today }: Visit, doc: Reminders): Promise<void> {
    const kept = retimed(doc, facts, today);
    if (JSON.stringify(kept) === JSON.stringify(record.doc)) return;
    await store.commit([writeOf(id, kept, record.revision)]);
  }

  async function deliver(visited: Visit, before: Reminders, merged: PersonMessage): Promise<SendResult> {
    const { id, record, person, facts, today } = visited;
    const view = {
      mine: await withOthers(merged.says, facts),
      schemeOf,
      reminders: before,
    };
    const reply = message(
      merged.says.map((nudge) => itemOf(view, nudge)),
      today,
    );
    const { settles } = merged;
    const outgoing: Outgoing = {
      ...{ day: today, settles, by: run },
      ...{ since: clock.now(), lastMessageOn: before.lastMessageOn },
    };
    const claimed: Reminders = {
      ...before,
      ...{ lastMessageOn: today, outgoing, next: today },
      sent: [...remembered(before, today), ...settles.map((one) => sentOn(one, today))],
      inbox: before.inbox.filter((one) => !settles.includes(one)),
      doubtful: before.doubtful.filter((key) => settles.some((one) => one.key === key)),
    };
    let isClaimed = false;
    let isPutOff = false;
    onTheirWay.add(id);
    try {
      const result = await send(person, reply, async () => {
        isPutOff = !mayBegin() || londonDate(clock.now()) !== today;
        if (isPutOff) return false;
        if (!isClaimed) await store.commit([writeOf(id, claimed, record.revision)]);
        return (isClaimed = true);
      });
      if (!isPutOff) note(id, result);
      if (isClaimed) {
        known.set(id, result);
        await conclude(id, result);
      } else if (result === 'refused') await refuse(visited);
      return result;
    } finally {
      onTheirWay.delete(id);
    }
  }

  function note(person: string, result: SendResult): void {
    options.onOutcome?.(result);
    failures = result === 'later' ? failures + 1 : 0;
    if (result !== 'later') return void resting.delete(person);
    const wait = Math.min((resting.get(person)?.wait ?? rest.first / 2) * 2, rest.longest);
    resting.set(person, { wait, until: Date.parse(clock.now()) + wait });
  }

  /** Keeps what became of it. The person may have written meanwhile, so it is read again. */
  async function conclude(id: string, result: SendResult): Promise<void> {
    const work = async () => {
      const record = await store.get<Reminders>(kinds.reminders, id);
      const outgoing = record?.doc.outgoing;
      if (!record || outgoing?.by !== run) return;
      const [facts, today] = [await factsOf(id), londonDate(clock.now())];
      const settled = outgoing.settles.map(({ key }) => key);
      const open = result === 'later' || result === 'refused';
      const done: Reminders = {
        ...(open ? takenBack(record.doc, outgoing) : { ...record.doc, outgoing: null }),
        doubtful: open ? record.doc.doubtful : record.doc.doubtful.filter((key) => !settled.includes(key)),
        outcomes: outcomesWith(record.doc, outgoing.day, result),
        blocked: result === 'refused',
      };
      const told = result === 'refused' ? await tellOfUnreachable(facts, today) : [];
      await store.commit([writeOf(id, retimed(done, facts, today), record.revision), ...told]);
    };
    await (result === 'refused' ? withCoordinators(() => untilKept(work)) : untilKept(work));
    known.delete(id);
  }

  /** Refused before there was anything to claim: there is no conversation to send to. */
  async function refuse({ id, record, facts, today }: Visit): Promise<void> {
    const blocked = { ...record.doc, blocked: true, outcomes: outcomesWith(record.doc, today, 'refused') };
    await withCoordinators(async () => {
      const told = await tellOfUnreachable(facts, today);
      await store.commit([writeOf(id, retimed(blocked, facts, today), record.revision), ...told]);
    });
  }

  /** One after another: all of them write to the same few records. */
  function withCoordinators(work: () => Promise<void>): Promise<void> {
    return locks.acquire('coordinators', work);
  }

  /** Puts what is overdue before the coordinators, in the same commit that remembers it; then looks at the owner again. */
  async function hand(
    visited: Visit,
    before: Reminders,
    nudges: readonly Nudge[],
    cutOff: boolean,
  ): Promise<SendResult | undefined> {
    const { id, record, facts, today } = visited;
    if (coordinators.length === 0)
      log.warn({ code: 'NO_COORDINATOR', count: nudges.length }, 'overdue, and no coordinator is configured');
    await withCoordinators(async () => {
      const sent = [...remembered(before, today), ...nudges.map((one) => sentOn(one, today))];
      const told = await tellCoordinators(nudges, id, today);
      const inbox = coordinators.includes(id) ? [...before.inbox, ...nudges] : before.inbox;
      const kept = retimed({ ...before, sent, inbox }, facts, today);
      await store.commit([writeOf(id, kept, record.revision), ...told]);
    });
    return remind(id, cutOff);
  }

  async function tellOfUnreachable(
    { person, applications }: ReminderFacts,
    today: LondonDate,
  ): Promise<Write[]> {
    log.warn({ code: 'PERSON_UNREACHABLE' }, 'a person has blocked or removed the assistant');
    const [newest] = applications.filter((one) => one.owner === person && isOpen(one));
    return newest ? tellCoordinators([unreachable(newest, today, calendar)], person, today) : [];
  }

  /** The owner's own record is left out: it is written beside these. */
  async function tellCoordinators(
    nudges: readonly Nudge[],
    owner: string,
    today: LondonDate,
  ): Promise<Write[]> {
    return Promise.all(
      coordinators
        .filter((id) => id !== owner)
        .map(async (id): Promise<Write> => {
          const record = await store.get<Reminders>(kinds.reminders, id);
          const before = record?.doc ?? noReminders;
          const told = { ...before, inbox: [...before.inbox, ...nudges] };
          return writeOf(id, retimed(told, await factsOf(id), today), record?.revision ?? 0);
        }),
    );
  }

  /** What is in a coordinator's hands may be done meanwhile, have another date, or be another organisation's. */
  async function withFreshInbox(before: Reminders, person: PersonRecord): Promise<Reminders> {
    if (before.inbox.length === 0) return before;
    const inbox = await Promise.all(
      before.inbox.map(async (nudge) => {
        const record = await readable<Application>(store, kinds.application, nudge.application ?? '');
        if (record?.doc.tenant !== person.tenant || !isKnown(record.doc)) return [];
        if (nudge.rule === 'removed') return [nudge];
        if (!isOpen(record.doc)) return [];
        if (nudge.rule !== 'confirmation-overdue') return [nudge];
        return dueNudges(record.doc, schemeOf(record.doc), calendar).filter(
          ({ rule }) => rule === nudge.rule,
        );
      }),
    );
    return { ...before, inbox: inbox.flat() };
  }

  async function untilKept(work: () => Promise<void>): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof RevisionConflict) || tries >= 2 * mostTries) throw error;
      }
    }
  }

  async function factsOf(person: string): Promise<ReminderFacts> {
    const applications = (await applicationsOf(store, person)).map(({ doc }) => doc).filter(isKnown);
    return { person, applications, schemeOf, calendar };
  }

  /** The applications that a message speaks of, other people's among them for a coordinator. */
  async function withOthers(
    says: readonly Nudge[],
    { applications }: ReminderFacts,
  ): Promise<readonly Application[]> {
    const others = says.flatMap(({ application }) =>
      application !== null && !applications.some(({ reference }) => reference === application)
        ? [application]
        : [],
    );
    const found = await Promise.all(others.map((id) => readable<Application>(store, kinds.application, id)));
    return [
      ...applications,
      ...found.flatMap((record) => (record && isKnown(record.doc) ? [record.doc] : [])),
    ];
  }

  function isResting(person: string): boolean {
    const until = resting.get(person)?.until;
    return until !== undefined && Date.parse(clock.now()) < until;
  }

  function forgetOldRests(): void {
    const now = Date.parse(clock.now());
    for (const [id, { until }] of resting) if (until + rest.longest < now) resting.delete(id);
  }

  async function runSafely(): Promise<{ looked: number; sent: number }> {
    try {
      return await round();
    } catch (error) {
      const { code } = (error ?? {}) as { code?: unknown };
      log.error({ code: 'NUDGE_ROUND_FAILED', cause: code }, 'the round was cut short');
      return { looked: 0, sent: 0 };
    }
  }

  return {
    run: () => (underWay ??= runSafely().finally(() => (underWay = undefined))),
    due: async () => {
      failures = 0;
      const due = mayBegin() ? await whoIsDue() : [];
      return {
        first: due.filter((id) => !coordinators.includes(id)),
        last: due.filter((id) => coordinators.includes(id)),
      };
    },
    visit: (person) => {
      failures = 0;
      resting.delete(person);
      return visit(person, true);
    },
    close: async () => {
      closing = true;
      await underWay;
    },
  };
}

/** For this person: their own, and what a coordinator was handed; not what is yet to be handed on. */
function isTheirs(nudge: Nudge, { inbox }: Reminders): boolean {
  return nudge.to === 'owner' || inbox.includes(nudge);
}

function remembered({ sent }: Reminders, today: LondonDate): SentNudge[] {
  return sent.filter(({ on }) => on > addDays(today, -memory));
}

function outcomesWith({ outcomes }: Reminders, on: LondonDate, result: SendResult): Reminders['outcomes'] {
  return result === 'later' ? outcomes : [...outcomes, { on, result }].slice(-outcomesKept);
}

function sentOn({ key, application, rule, subject, offset }: Nudge, on: LondonDate): SentNudge {
  return { key, application, rule, subject, offset, on };
}

function writeOf(id: string, doc: Reminders, expect: number): Write {
  return { kind: kinds.reminders, id, doc: doc as unknown as Json, expect };
}
