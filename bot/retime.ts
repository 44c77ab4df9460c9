import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import type { Schemes } from '../data/schemes/schemes.js';
import { RevisionConflict } from '../data/store/errors.js';
import type { Json, Store } from '../data/store/store.js';
import { retimed, type Reminders } from '../dialogs/nudges/reminders.js';
import { londonDate, type WorkingCalendar } from '../workflows/dates.js';
import type { Clock } from './clock.js';
import { applicationsOf, kinds } from './records.js';
import { isOfKnownRound, schemeOfIn } from './rounds.js';

export interface RetimeOptions {
  readonly store: Store;
  readonly schemes: Schemes;
  readonly calendar: WorkingCalendar;
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * A scheme whose dates were edited moves every reminder that was not sent yet. Nothing is read unless a scheme has
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

async function retime({ store, schemes, calendar, clock }: RetimeOptions): Promise<void> {
  const dates = [...schemes.schemes].map(([id, { opens, closes, closed, intakes, after, nudges }]) => [
    id,
    ...[opens, closes, closed],
    intakes.map(({ starts }) => starts),
    after.map(({ due, reminders }) => [due, reminders]),
    nudges,
  ]);
  const mark = createHash('sha256').update(JSON.stringify(dates)).digest('hex');
  const before = await store.get<{ mark: string }>(kinds.settings, 'scheme-dates');
  if (before?.doc.mark === mark) return;
  const today = londonDate(clock.now());
  const [schemeOf, isKnown] = [schemeOfIn(schemes), isOfKnownRound(schemes)];
  for await (const person of store.ids(kinds.reminders)) {
    await new Promise((resolve) => setImmediate(resolve)); // Others have a turn: there may be very many.
    const record = await store.get<Reminders>(kinds.reminders, person);
    if (!record) continue;
    const applications = (await applicationsOf(store, person)).map(({ doc }) => doc).filter(isKnown);
    const doc = retimed(record.doc, { person, applications, schemeOf, calendar }, today);
    if (doc.next === record.doc.next) continue;
    try {
      await store.commit([
        { kind: kinds.reminders, id: person, doc: doc as unknown as Json, expect: record.revision },
      ]);
    } catch (error) {
      // Someone is talking to them at this moment, and that turn re-times them.
      if (!(error instanceof RevisionConflict)) throw error;
    }
  }
  await store.commit([{ kind: kinds.settings, id: 'scheme-dates', doc: { mark } }]);
}
