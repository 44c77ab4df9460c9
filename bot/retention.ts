import type { Logger } from 'pino';
import type { Schemes } from '../data/schemes/schemes.js';
import { RevisionConflict } from '../data/store/errors.js';
import type { Store } from '../data/store/store.js';
import type { Application } from '../workflows/application.js';
import { addMonths, londonDate, type LondonDate } from '../workflows/dates.js';
import { deletedOn, monthsAfter, type Ending } from '../workflows/retention-rules.js';
import type { Clock } from './clock.js';
import { eraseApplication } from './erasure.js';
import type { Locks } from './locks.js';
import { kinds } from './records.js';

export interface RetentionOptions {
  readonly store: Store;
  readonly schemes: Schemes;
  readonly clock: Clock;
  readonly locks: Locks;
  readonly log: Logger;
  readonly coordinators: readonly string[];
}

export interface Retention {
  /** Deletes what has been kept long enough, once on each London day; asked again on that day, it does nothing. */
  run(): Promise<void>;
}

/**
 * What is kept no longer goes by itself: applications by their scheme's `retention` after they ended, links after
 * their hour and codes when they end. Found by date: what stays is not read. An application that has not ended is
 * kept, however idle, until it ends or its owner deletes it.
 */
export function createRetention(options: RetentionOptions): Retention {
  const { store, schemes, clock, locks, log } = options;
  let doneOn: LondonDate | undefined;
  let underWay: Promise<void> | undefined;

  async function round(): Promise<void> {
    const now = clock.now();
    const today = londonDate(now);
    if (doneOn === today) return;
    try {
      let deleted = 0;
      for (const how of ['unsuccessful', 'successful'] as const)
        for (const id of await endedLongAgo(how, today)) deleted += (await forget(id, today)) ? 1 : 0;
      for (const [kind, lookup] of [
        [kinds.link, 'links-expiring'],
        [kinds.invitation, 'invitations-expiring'],
      ] as const)
        deleted += await removeExpired(kind, lookup, now);
      if (deleted > 0) await store.checkpoint?.();
      doneOn = today;
    } catch (error) {
      // The next tick goes on where this one stopped.
      log.error({ code: 'RETENTION_FAILED', cause: (error as { code?: unknown } | null)?.code }, 'retention');
    }
  }

  /** By the shortest time that any scheme keeps one: each is then asked for its own. */
  async function endedLongAgo(how: Ending, today: LondonDate): Promise<string[]> {
    const months = [...schemes.schemes.values()].map(({ retention }) => monthsAfter(how, retention));
    const last = addMonths(today, -Math.min(...months));
    // A month's end can be up to three days off when months are counted backwards.
    const keys = await store.keys('applications-ended', `${how} `, `${how} ${last.slice(0, 8)}99`);
    const ids = await Promise.all(keys.map((key) => store.find('applications-ended', key)));
    return ids.flat();
  }

  async function forget(id: string, today: LondonDate): Promise<boolean> {
    return locks.acquire(`application/${id}`, async () => {
      const application = await store.get<Application>(kinds.application, id);
      if (!application) return false;
      const { id: scheme, version } = application.doc.scheme;
      const due = deletedOn(application.doc, schemes.schemes.get(`${scheme}@${version}`) ?? schemes.current);
      if (due === undefined || due > today) return false;
      try {
        await eraseApplication(application, options);
      } catch (error) {
        // Somebody is at it at this moment: tomorrow.
        if (error instanceof RevisionConflict) return false;
        throw error;
      }
      log.info({ code: 'RETENTION_DELETED', application: id }, 'kept long enough');
      return true;
    });
  }

  async function removeExpired(kind: string, lookup: string, now: string): Promise<number> {
    const days = await store.keys(lookup, undefined, now.slice(0, 10));
    const ids = (await Promise.all(days.map((day) => store.find(lookup, day)))).flat();
    const found = await Promise.all(ids.map((id) => store.get<{ expires: string }>(kind, id)));
    const over = found.flatMap((one) => (one && one.doc.expires <= now ? [one] : []));
    if (over.length > 0) await store.commit(over.map(({ id }) => ({ kind, id, delete: true as const })));
    return over.length;
  }

  return { run: () => (underWay ??= round().finally(() => (underWay = undefined))) };
}
