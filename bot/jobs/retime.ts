import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import type { Schemes } from '../../data/schemes/schemes.js';
import { RevisionConflict } from '../../data/store/errors.js';
import type { Json, Store } from '../../data/store/store.js';
import { retimed, type Reminders } from '../../dialogs/nudges/reminders.js';
import type { Application } from '../../workflows/application.js';
import { concerns, datesOf, movedDates, movedNudge, type RoundDates } from '../../workflows/moved-dates.js';
import type { Nudge } from '../../workflows/nudge-rules.js';
import { londonDate, type WorkingCalendar } from '../../workflows/dates.js';
import type { Clock } from '../turn/clock.js';
import { applicationsOf, kinds, readable } from '../turn/records.js';
import { isOfKnownRound, schemeOfIn } from '../turn/rounds.js';

/** After a start with changed dates: every reminder that was not sent moves with them. */

export interface RetimeOptions {
  readonly store: Store;
  readonly schemes: Schemes;
  readonly calendar: WorkingCalendar;
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * A scheme whose dates were edited moves every reminder that was not sent yet, and everyone whom a moved date concerns
 * is told once, with the old and the new one. Nothing is read unless a scheme has
 * changed since the last start. Never throws: what was cut off is done at the next start.
 */
export async function retimeAfterChange(options: RetimeOptions): Promise<void> {
  try {
    await retime(options);
  } catch (error) {
    const { code } = (error ?? {}) as { code?: unknown };
    options.log.error({ code: 'RETIME_FAILED', cause: code }, 'reminders were not all timed anew');
  }
}

/** Tries of one person's reminders when somebody else changes them. */
const mostTries = 8;

async function retime({ store, schemes, calendar, clock }: RetimeOptions): Promise<void> {
  const dates = [...schemes.schemes].map(([id, { opens, closes, closed, intakes, after, nudges }]) => [
    id,
    ...[opens, closes, closed],
    intakes.map(({ starts }) => starts),
    after.map(({ due, reminders }) => [due, reminders]),
    nudges,
  ]);
  const mark = createHash('sha256').update(JSON.stringify(dates)).digest('hex');
  const before = await store.get<{ mark: string; dates?: Record<string, RoundDates> }>(
    kinds.settings,
    'scheme-dates',
  );
  if (before?.doc.mark === mark) return;
  const today = londonDate(clock.now());
  const [schemeOf, isKnown] = [schemeOfIn(schemes), isOfKnownRound(schemes)];
  const kept = Object.fromEntries([...schemes.schemes].map(([key, scheme]) => [key, datesOf(scheme)]));
  const moved = new Map(
    Object.entries(kept).map(([key, after]) => {
      const known = before?.doc.dates?.[key];
      return [key, known ? movedDates(known, after) : []];
    }),
  );
  const toldOf = (applications: readonly Application[], person: string): Nudge[] =>
    applications
      .filter(({ owner }) => owner === person)
      .flatMap((one) =>
        (moved.get(`${one.scheme.id}@${one.scheme.version}`) ?? [])
          .filter((date) => concerns(date, one, schemeOf(one)))
          .map((date) => movedNudge(date, one, today, calendar)),
      );
  for await (const person of store.ids(kinds.reminders)) {
    await new Promise((resolve) => setImmediate(resolve)); // Others have a turn: there may be very many.
    for (let tries = 1; ; tries++) {
      const record = await readable<Reminders>(store, kinds.reminders, person);
      if (!record) break;
      const applications = (await applicationsOf(store, person)).map(({ doc }) => doc).filter(isKnown);
      // A start that was cut off has told some already.
      const known = new Set([...record.doc.inbox, ...record.doc.sent].map(({ key }) => key));
      const news = toldOf(applications, person).filter(({ key }) => !known.has(key));
      const inbox = [...record.doc.inbox, ...news];
      const doc = retimed({ ...record.doc, inbox }, { person, applications, schemeOf, calendar }, today);
      if (doc.next === record.doc.next && news.length === 0) break;
      try {
        await store.commit([
          { kind: kinds.reminders, id: person, doc: doc as unknown as Json, expect: record.revision },
        ]);
        break;
      } catch (error) {
        // Someone is talking to them at this moment: what is told is worked out again from what is there then.
        if (!(error instanceof RevisionConflict) || tries === mostTries) throw error;
      }
    }
  }
  const doc = { mark, dates: kept } as unknown as Json;
  await store.commit([{ kind: kinds.settings, id: 'scheme-dates', doc }]);
}
