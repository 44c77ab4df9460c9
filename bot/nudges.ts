import type AsyncLock from 'async-lock';
import { nanoid } from 'nanoid';
import PQueue from 'p-queue';
import type { Logger } from 'pino';
import type { Schemes } from '../data/schemes/schemes.js';
import { RevisionConflict } from '../data/store/errors.js';
import type { Json, Store, StoredRecord, Write } from '../data/store/store.js';
import { message } from '../dialogs/nudges/content.js';
import { itemOf } from '../dialogs/nudges/dialog.js';
import {
  noReminders,
  nudgesOf,
  retimed,
  type Outgoing,
  type Reminders,
} from '../dialogs/nudges/reminders.js';
import type { Reply } from '../dialogs/reply.js';
import type { Application } from '../workflows/application.js';
import { addDays, londonDate, type LondonDate, type WorkingCalendar } from '../workflows/dates.js';
import { mergeForPerson, withinHours, type Nudge, type SentNudge } from '../workflows/nudge-rules.js';
import type { Scheme } from '../workflows/scheme.js';
import { applicationsOf } from './assistant.js';
import type { Clock } from './clock.js';
import { kinds, type PersonRecord } from './records.js';

/** What became of a send. `later`: it certainly did not arrive, and may be tried at the next tick. */
export type SendResult = 'sent' | 'refused' | 'ambiguous' | 'later';

/** Sends a message that nobody asked for. Never throws. */
export type Send = (to: PersonRecord, reply: Reply) => Promise<SendResult>;

export interface NudgeOptions {
  readonly store: Store;
  readonly schemes: Schemes;
  readonly calendar: WorkingCalendar;
  readonly clock: Clock;
  readonly log: Logger;
  readonly locks: AsyncLock;
  readonly send: Send;
  /** Person ids of those who oversee the organisation's applications. */
  readonly coordinators: readonly string[];
  /**
   * Milliseconds after which a message on its way may be taken over from another run of the program. 0 where only one
   * run can be at the store.
   */
  readonly lease?: number;
  readonly onOutcome?: (result: SendResult) => void;
}

export interface NudgeRound {
  /** Sends what is due and may be sent now. Two at once do each thing once. Resolves when nothing is under way. */
  run(): Promise<{ readonly looked: number; readonly sent: number }>;
}

/** Days for which what was sent is remembered, far longer than any rule looks back. */
const memory = 400;
const outcomesKept = 20;
/** Under Teams' 50 requests a second for an app in a tenant, with room for ordinary replies. */
const pace = { concurrency: 30, interval: 1000, intervalCap: 40 } as const;

/**
 * The round: who is due, found by date and not by reading everyone; one message a person and day; claimed on disk
 * before it is sent, so that neither a crash nor a second round sends it again.
 */
export function createNudgeRound(options: NudgeOptions): NudgeRound {
  const { store, schemes, calendar, clock, log, locks, send, coordinators, lease = 0 } = options;
  const run = nanoid(12);
  const queue = new PQueue(pace);
  let underWay: Promise<{ looked: number; sent: number }> | undefined;

  async function round(): Promise<{ looked: number; sent: number }> {
    const now = clock.now();
    if (!withinHours(now, calendar)) return { looked: 0, sent: 0 };
    const today = londonDate(now);
    let looked = 0;
    let sent = 0;
    // A coordinator's message may come up while owners are looked at: look once more for those.
    for (let pass = 0; pass < 2; pass++) {
      const due = await whoIsDue(today);
      looked += due.length;
      const done = due.map((person) => queue.add(() => visit(person, today)));
      sent += (await Promise.all(done)).filter((result) => result === 'sent').length;
      if (due.length === 0) break;
    }
    return { looked, sent };
  }

  async function whoIsDue(today: LondonDate): Promise<string[]> {
    const days = await store.keys('reminders-due', undefined, today);
    const people = await Promise.all(days.map((day) => store.find('reminders-due', day)));
    return [...new Set(people.flat())];
  }

  async function visit(person: string, today: LondonDate): Promise<SendResult | undefined> {
    try {
      return await locks.acquire(`person/${person}`, () => remind(person, today));
    } catch (error) {
      // Another run of the program was quicker, and looks after it.
      if (error instanceof RevisionConflict) return undefined;
      log.error(
        { code: 'NUDGE_FAILED', cause: (error as { code?: unknown } | null)?.code },
        'a person could not be reminded',
      );
      return undefined;
    }
  }

  async function remind(id: string, today: LondonDate): Promise<SendResult | undefined> {
    const record = await store.get<Reminders>(kinds.reminders, id);
    const person = (await store.get<PersonRecord>(kinds.person, id))?.doc;
    if (!record || !person) return undefined;
    const facts = await factsOf(id);
    const before = record.doc;
    if (before.outgoing) return resume({ record, person, facts, today });
    const nudges = nudgesOf(before, facts);
    const handed = nudges.filter(
      (nudge) => nudge.to === 'coordinator' && nudge.due <= today && !before.inbox.includes(nudge),
    );
    const told = handed.length > 0 ? await tellCoordinators(handed, person, today) : [];
    const mine = nudges.filter((nudge) => !handed.includes(nudge));
    const merged = before.blocked ? undefined : mergeForPerson(mine, today, calendar, before.lastMessageOn);
    const settled = [...handed, ...(merged?.settles ?? [])];
    const claimed: Reminders = {
      ...before,
      sent: [
        ...before.sent.filter(({ on }) => on > addDays(today, -memory)),
        ...settled.map((one) => sentOn(one, today)),
      ],
      inbox: before.inbox.filter((one) => !settled.includes(one)),
      ...(merged
        ? {
            lastMessageOn: today,
            outgoing: { day: today, says: merged.says, phase: 'claimed', by: run, since: clock.now() },
          }
        : {}),
    };
    const kept = retimed(claimed, facts, today);
    await store.commit([writeOf(id, kept, record.revision), ...told]);
    return merged
      ? deliver({ record: { ...record, revision: record.revision + 1, doc: kept }, person, facts, today })
      : undefined;
  }

  interface Visit {
    readonly record: StoredRecord<Reminders>;
    readonly person: PersonRecord;
    readonly facts: Facts;
    readonly today: LondonDate;
  }

  /** A message that was on its way when a run ended. Only one whose send had begun can arrive twice, and only once. */
  async function resume(visited: Visit): Promise<SendResult | undefined> {
    const { outgoing } = visited.record.doc;
    if (!outgoing || (outgoing.by !== run && Date.parse(clock.now()) - Date.parse(outgoing.since) < lease))
      return undefined;
    return outgoing.phase === 'resending' ? conclude(visited, 'ambiguous') : deliver(visited);
  }

  async function deliver(visited: Visit): Promise<SendResult> {
    const { record, person, facts, today } = visited;
    const outgoing = record.doc.outgoing as Outgoing;
    const phase = outgoing.phase === 'claimed' ? 'sending' : 'resending';
    const begun: Reminders = { ...record.doc, outgoing: { ...outgoing, phase, by: run, since: clock.now() } };
    await store.commit([writeOf(record.id, begun, record.revision)]);
    const applications = await withOthers(outgoing.says, facts);
    const view = { mine: applications, schemeOf, currentScheme: schemes.current, reminders: record.doc };
    const result = await send(
      person,
      message(
        outgoing.says.map((nudge) => itemOf(view, nudge)),
        today,
      ),
    );
    return conclude({ ...visited, record: { ...record, revision: record.revision + 1, doc: begun } }, result);
  }

  async function conclude({ record, facts, today }: Visit, result: SendResult): Promise<SendResult> {
    options.onOutcome?.(result);
    const { outgoing, outcomes } = record.doc;
    const done: Reminders =
      result === 'later'
        ? { ...record.doc, outgoing: outgoing && { ...outgoing, phase: 'claimed', by: run } }
        : {
            ...record.doc,
            outgoing: null,
            blocked: result === 'refused',
            outcomes: [...outcomes.slice(1 - outcomesKept), { on: today, result }],
          };
    await store.commit([writeOf(record.id, retimed(done, facts, today), record.revision)]);
    return result;
  }

  /** Puts what is overdue before the coordinators of the same tenant, in the same commit that says so of the owner. */
  async function tellCoordinators(
    nudges: readonly Nudge[],
    owner: PersonRecord,
    today: LondonDate,
  ): Promise<Write[]> {
    const writes = await Promise.all(
      coordinators.map(async (id): Promise<Write[]> => {
        const person = (await store.get<PersonRecord>(kinds.person, id))?.doc;
        if (!person || person.tenant !== owner.tenant || !person.reference) return [];
        const record = await store.get<Reminders>(kinds.reminders, id);
        const before = record?.doc ?? noReminders;
        const inbox = [...before.inbox, ...nudges];
        return [writeOf(id, retimed({ ...before, inbox }, await factsOf(id), today), record?.revision ?? 0)];
      }),
    );
    return writes.flat();
  }

  async function factsOf(person: string): Promise<Facts> {
    const applications = (await applicationsOf(store, person)).map(({ doc }) => doc);
    return { person, applications, schemeOf, calendar };
  }

  /** The applications that a message speaks of, other people's among them for a coordinator. */
  async function withOthers(says: readonly Nudge[], { applications }: Facts): Promise<Application[]> {
    const others = says.flatMap(({ application }) =>
      application !== null && !applications.some(({ reference }) => reference === application)
        ? [application]
        : [],
    );
    const found = await Promise.all(others.map((id) => store.get<Application>(kinds.application, id)));
    return [...applications, ...found.flatMap((record) => (record ? [record.doc] : []))];
  }

  function schemeOf({ scheme: { id, version } }: Application): Scheme {
    return schemes.schemes.get(`${id}@${version}`) ?? schemes.current;
  }

  return {
    run: () => (underWay ??= round().finally(() => (underWay = undefined))),
  };
}

type Facts = Parameters<typeof retimed>[1];

function sentOn({ key, application, rule, subject, offset }: Nudge, on: LondonDate): SentNudge {
  return { key, application, rule, subject, offset, on };
}

function writeOf(id: string, doc: Reminders, expect: number): Write {
  return { kind: kinds.reminders, id, doc: doc as unknown as Json, expect };
}
