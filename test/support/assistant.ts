import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AsyncLock from 'async-lock';
import { TestAdapter, type Activity } from 'botbuilder';
import pino from 'pino';
import { createAssistant } from '../../bot/assistant.js';
import { webchatLookups } from '../../bot/direct-line/history.js';
import { lookups } from '../../bot/records.js';
import { englandCalendar } from '../../data/calendar/england.js';
import { root } from '../../data/root.js';
import { loadSchemes } from '../../data/schemes/schemes.js';
import { openJsonStore, type JsonStore } from '../../data/store/json-store.js';
import { atLondon } from '../../workflows/dates.js';

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
    this.time += days * 24 * 60 * 60 * 1000;
  }
  private static instant(london: string): number {
    const [date = '', time = '09:00'] = london.split('T');
    return Date.parse(atLondon(date, time));
  }
}

export const schemes = loadSchemes(join(root, 'data', 'schemes'));

/** A folder of its own for a test, removed when the test is over. */
export async function temporaryFolder(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'ap-pathway-'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** The real assistant over a real store in a folder, spoken to through botbuilder's test adapter. */
export class TestHouse {
  private messages = 0;
  private constructor(
    private readonly store: JsonStore,
    private readonly adapter: TestAdapter,
    readonly clock: TestClock,
  ) {}

  static async open(folder: string, clock: TestClock): Promise<TestHouse> {
    const store = await openJsonStore({ folder, lookups: [...lookups, ...webchatLookups] });
    const assistant = createAssistant({
      store,
      schemes,
      clock,
      calendar: englandCalendar(),
      locks: new AsyncLock(),
      log: pino({ level: 'silent' }),
      baseUrl: () => 'https://ap.test',
    });
    return new TestHouse(store, new TestAdapter((context) => assistant.run(context)), clock);
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
