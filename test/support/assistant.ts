import { lookups, schemes } from './schemes.js';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestAdapter, type Activity } from 'botbuilder';
import pino from 'pino';
import { createAssistant } from '../../bot/assistant.js';
import { webchatLookups } from '../../bot/channels/web/history.js';
import { locksFor } from '../../bot/turn/locks.js';
import type { Planner } from '../../bot/turn/house.js';
import { createNudgeRound, type NudgeRound } from '../../bot/jobs/nudges.js';

import { retimeAfterChange } from '../../bot/jobs/retime.js';
import { toActivity } from '../../bot/channels/outgoing.js';
import { englandCalendar } from '../../data/calendar/england.js';

import { openMind } from '../../bot/turn/open-mind.js';
import type { Schemes } from '../../data/schemes/schemes.js';
import { openJsonStore, type JsonStore } from '../../data/store/json-store.js';
import { anyStep } from '../../dialogs/converse.js';
import { addDays, atLondon, londonDate, londonTime } from '../../workflows/dates.js';

/** A clock that stands still until it is moved. */
export class TestClock {
  private time: number;
  constructor(london: string) {
    this.time = TestClock.instant(london);
  }
  now = (): string => new Date(this.time).toISOString();
  moveTo(london: string): void {
    this.time = TestClock.instant(london);
  }
  /** Calendar days, at the same time of day in London. */
  addDays(days: number): void {
    const now = this.now();
    this.moveTo(`${addDays(londonDate(now), days)}T${londonTime(now)}`);
  }
  addMinutes(minutes: number): void {
    this.time += minutes * 60 * 1000;
  }
  private static instant(london: string): number {
    const [date = '', time = '09:00'] = london.split('T');
    return Date.parse(atLondon(date, time));
  }
}

export { schemes };
export const mind = openMind();

/** A folder of its own for a test, removed when the test is over. */
export async function temporaryFolder(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'ap-pathway-'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

export const calendar = englandCalendar();
export const silent = pino({ level: 'silent' });

export interface HouseOptions {
  readonly schemes?: Schemes;
  readonly coordinators?: readonly string[];
  readonly planner?: Planner;
}

/** The real assistant over a real store in a folder, spoken to through botbuilder's test adapter. */
export class TestHouse {
  private messages = 0;
  /** Who has blocked or removed the assistant: their channel refuses. */
  readonly blocked = new Set<string>();
  /** What the last round brought, to whom. */
  private readonly brought = new Map<string, Partial<Activity>[]>();
  private constructor(
    private readonly store: JsonStore,
    private readonly adapter: TestAdapter,
    private readonly round: NudgeRound,
    readonly clock: TestClock,
  ) {}

  static async open(
    folder: string,
    clock: TestClock,
    { schemes: schemesNow = schemes, coordinators = [], planner }: HouseOptions = {},
  ): Promise<TestHouse> {
    const store = await openJsonStore({ folder, lookups: [...lookups, ...webchatLookups] });
    const shared = { store, clock, calendar, mind, schemes: schemesNow, locks: locksFor(store), log: silent };
    const assistant = createAssistant({ ...shared, coordinators, planner, baseUrl: () => 'https://ap.test' });
    const round = createNudgeRound({
      ...shared,
      coordinators,
      send: async (to, reply, mayGo) => {
        if (!(await mayGo())) return 'later';
        if (house.blocked.has(to.id)) return 'refused';
        const activity = toActivity(reply, { application: null, step: anyStep, revision: 0 });
        house.brought.set(to.id, [...(house.brought.get(to.id) ?? []), activity]);
        return 'sent';
      },
    });
    await retimeAfterChange(shared);
    const adapter = new TestAdapter(async (context) => void (await assistant.run(context)));
    const house = new TestHouse(store, adapter, round, clock);
    return house;
  }

  /** Runs the round, as the server does every few seconds, and gives what it brought to whom. */
  async tick(): Promise<ReadonlyMap<string, readonly Partial<Activity>[]>> {
    this.brought.clear();
    await this.round.run();
    return new Map(this.brought);
  }

  /** What the assistant answers to one activity. */
  async receive(
    activity: Partial<Activity>,
    who: { person: string; conversation: string },
  ): Promise<Partial<Activity>[]> {
    this.adapter.activityBuffer.length = 0;
    await this.adapter.processActivity({
      type: 'message',
      id: `${Date.now()}-${++this.messages}-${Math.random()}`,
      channelId: 'test',
      serviceUrl: 'https://test.invalid',
      recipient: { id: 'bot', name: 'AP Pathway' },
      from: { id: who.person, name: who.person },
      conversation: { id: who.conversation, isGroup: false, conversationType: 'personal', name: '' },
      ...activity,
    } as Activity);
    return this.adapter.activityBuffer.splice(0);
  }

  get memory(): JsonStore {
    return this.store;
  }

  close(): Promise<void> {
    return this.store.close();
  }
}
