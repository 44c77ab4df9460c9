import { lookups, northWest, schemes } from './schemes.js';

import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder';
import pino from 'pino';
import { webchatLookups } from '../../bot/channels/web/history.js';
import { locksFor } from '../../bot/turn/locks.js';
import { createNudgeRound, type NudgeOptions, type NudgeRound } from '../../bot/jobs/nudges.js';
import { noBlindRepeats, type Patience } from '../../bot/channels/teams/patience.js';
import { createSend } from '../../bot/channels/teams/proactive.js';
import { kinds, type PersonRecord } from '../../bot/turn/records.js';
import { englandCalendar } from '../../data/calendar/england.js';

import { openJsonStore, type JsonStore } from '../../data/store/json-store.js';
import type { Json, Store, Write } from '../../data/store/store.js';
import { noReminders, retimed, type Reminders } from '../../dialogs/nudges/reminders.js';
import type { Application } from '../../workflows/application.js';
import { londonDate } from '../../workflows/dates.js';
import { formBegun } from '../unit/workflows/nudge-applications.js';
import type { TestClock } from './assistant.js';

/** People with something to be reminded of, and the real round with the real way of sending over them. */

// Its own, so that a process that only sends starts quickly.
const calendar = englandCalendar();
const log = pino({ level: 'silent' });

/** A form begun on this day is due for its first reminder on {@link dueDay}, and not again for a week. */
export const begunOn = '2027-02-03';
export const dueDay = '2027-02-08';

/** Tries again sooner than the product, and waits as long: a busy machine is not a silent channel. */
export const hasty: Patience = { retries: 4, firstWait: 20, longestWait: 2_000, timeout: 15_000 };

export function openStore(folder: string): Promise<JsonStore> {
  return openJsonStore({ folder, lookups: [...lookups, ...webchatLookups] });
}

export interface Seed {
  readonly count: number;
  readonly serviceUrl: string;
  readonly application?: Application;
  /** The day on which the reminders are worked out. */
  readonly today?: string;
  readonly prefix?: string;
}

/** Writes people, each with one application and its reminders, in large commits. Their conversations are `c-…`. */
export async function seed(store: Store, options: Seed): Promise<string[]> {
  const { count, serviceUrl, application = formBegun(begunOn), today = begunOn, prefix = 'p' } = options;
  const people = Array.from({ length: count }, (_, index) => `${prefix}${String(index).padStart(6, '0')}`);
  for (let start = 0; start < count; start += 500) {
    await store.commit(
      people.slice(start, start + 500).flatMap((id, index): Write[] => {
        const reference = `AP-${prefix.toUpperCase()}${start + index}`;
        const doc = { ...application, reference, owner: id };
        return [
          write(kinds.application, reference, doc),
          write(kinds.person, id, person(id, serviceUrl)),
          write(kinds.reminders, id, remindersOf(id, [doc], today)),
        ];
      }),
    );
  }
  return people;
}

export function person(id: string, serviceUrl: string): PersonRecord {
  const reference = {
    channelId: 'msteams',
    serviceUrl,
    bot: { id: 'bot', name: 'AP Pathway' },
    user: { id, name: id },
    conversation: { id: `c-${id}`, isGroup: false, conversationType: 'personal', name: '' },
  };
  return { id, name: id, tenant: 't1', greetedAt: '2027-01-01T10:00:00Z', reference };
}

export function remindersOf(id: string, applications: readonly Application[], today: string): Reminders {
  return retimed(noReminders, { person: id, applications, schemeOf: () => northWest, calendar }, today);
}

export function write(kind: string, id: string, doc: object): Write {
  return { kind, id, doc: doc as unknown as Json };
}

export interface RoundOver extends Partial<NudgeOptions> {
  readonly store: Store;
  readonly clock: Pick<TestClock, 'now'>;
  readonly patience?: Patience;
  readonly perSecond?: number;
  readonly signal?: AbortSignal;
  readonly adapter?: CloudAdapter;
}

/** The real round, sending as the server does. Nothing else is at the store, so what was cut off is free at once. */
export function roundOver(given: RoundOver): NudgeRound {
  const { patience = hasty, perSecond = 1000, signal, adapter = plainAdapter(), ...options } = given;
  return createNudgeRound({
    ...{ schemes, calendar, log, locks: locksFor(options.store) },
    ...{ coordinators: [], lease: 0 },
    send: createSend({ adapter, appId: '', patience, perSecond, ...(signal ? { signal } : {}) }),
    ...options,
  });
}

/** Like the server's without credentials: it keeps a turn's failures for itself. */
function plainAdapter(): CloudAdapter {
  const credentials = new ConfigurationServiceClientCredentialFactory({});
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}, credentials));
  adapter.use(noBlindRepeats);
  adapter.onTurnError = () => Promise.resolve();
  return adapter;
}

/** Ticks until nobody is due any more, a minute of the clock apart. */
export async function runUntilDone(
  round: NudgeRound,
  store: Store,
  clock: Pick<TestClock, 'now'> & { addMinutes(minutes: number): unknown },
  most = 200,
): Promise<number> {
  for (let ticks = 1; ticks <= most; ticks++) {
    await round.run();
    const today = londonDate(clock.now());
    const days = await store.keys('reminders-due', undefined, today);
    if (days.length === 0) return ticks;
    clock.addMinutes(1);
  }
  throw new Error('Some are still due');
}
