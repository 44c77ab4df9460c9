import type { Logger } from 'pino';
import { pinnedScheme, type Schemes } from '../../data/schemes/schemes.js';
import { RevisionConflict } from '../../data/store/errors.js';
import type { Store } from '../../data/store/store.js';
import type { Application } from '../../workflows/application.js';
import { addMonths, londonDate, type LondonDate } from '../../workflows/dates.js';
import { deletedOn, monthsAfter, type Ending } from '../../workflows/retention-rules.js';
import type { Chats } from '../turn/access.js';
import type { Clock } from '../turn/clock.js';
import { eraseApplication } from './erasure.js';
import type { Locks } from '../turn/locks.js';
import { questionMonths } from '../turn/for-editors.js';
import { kinds, readable } from '../turn/records.js';

/** What has been kept long enough goes, once a day. */

export interface RetentionOptions {
  readonly store: Store;
  readonly schemes: Schemes;
  readonly clock: Clock;
  readonly locks: Locks;
  readonly log: Logger;
  readonly coordinators: readonly string[];
  readonly chats?: () => Chats | undefined;
}

export interface Retention {
  /** Deletes what has been kept long enough, once on each London day; asked again on that day, it does nothing. */
  run(): Promise<void>;
}

/**
 * What is kept no longer goes by itself: applications by their scheme's `retention` after their outcome, links after
 * their hour, codes when they end, what was said in the web chat after the shortest time that an application is kept
 * (it says the same as they do), and questions for editors. Found by date: what stays is not read. An application that
 * has no outcome is kept, however idle, until it has one or its owner deletes it.
 */
export function createRetention(options: RetentionOptions): Retention {
  const { store, schemes, clock, locks, log, chats = () => undefined } = options;
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
      deleted += await removeUnasked(addMonths(today, -questionMonths));
      deleted += (await chats()?.forgetUntil(addMonths(today, -shortest('unsuccessful')))) ?? 0;
      if (deleted > 0) await store.checkpoint?.();
      doneOn = today;
    } catch (error) {
      // The next tick goes on where this one stopped.
      log.error({ code: 'RETENTION_FAILED', cause: (error as { code?: unknown } | null)?.code }, 'retention');
    }
  }

  /** Months: the shortest time that any scheme keeps one. */
  function shortest(how: Ending): number {
    return Math.min(...[...schemes.schemes.values()].map(({ retention }) => monthsAfter(how, retention)));
  }

  /** By the shortest time: each is then asked for its own. */
  async function endedLongAgo(how: Ending, today: LondonDate): Promise<string[]> {
    const last = addMonths(today, -shortest(how));
    // A month's end can be up to three days off when months are counted backwards.
    const keys = await store.keys('applications-decided', `${how} `, `${how} ${last.slice(0, 8)}99`);
    const ids = await Promise.all(keys.map((key) => store.find('applications-decided', key)));
    return ids.flat();
  }

  async function forget(id: string, today: LondonDate): Promise<boolean> {
    return locks.acquire(`application/${id}`, async () => {
      const application = await readable<Application>(store, kinds.application, id);
      if (!application) return false;
      const scheme = pinnedScheme(schemes, application.doc);
      const due = scheme && deletedOn(application.doc, scheme);
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

  async function foundUpTo(lookup: string, day: LondonDate): Promise<string[]> {
    const days = await store.keys(lookup, undefined, day);
    return (await Promise.all(days.map((one) => store.find(lookup, one)))).flat();
  }

  async function removeUnasked(since: LondonDate): Promise<number> {
    const ids = await foundUpTo('unanswered-last-asked', since);
    await store.commit(ids.map((id) => ({ kind: kinds.unanswered, id, delete: true as const })));
    return ids.length;
  }

  async function removeExpired(kind: string, lookup: string, now: string): Promise<number> {
    const ids = await foundUpTo(lookup, now.slice(0, 10));
    const found = await Promise.all(ids.map((id) => readable<{ expires: string }>(store, kind, id)));
    const over = found.flatMap((one) => (one && one.doc.expires <= now ? [one] : []));
    if (over.length > 0) await store.commit(over.map(({ id }) => ({ kind, id, delete: true as const })));
    return over.length;
  }

  return { run: () => (underWay ??= round().finally(() => (underWay = undefined))) };
}
