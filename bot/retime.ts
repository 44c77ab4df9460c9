import { createHash } from 'node:crypto';
import type { Schemes } from '../data/schemes/schemes.js';
import { RevisionConflict } from '../data/store/errors.js';
import type { Json, Store } from '../data/store/store.js';
import { retimed, type Reminders } from '../dialogs/nudges/reminders.js';
import type { Application } from '../workflows/application.js';
import { londonDate, type WorkingCalendar } from '../workflows/dates.js';
import { applicationsOf } from './assistant.js';
import type { Clock } from './clock.js';
import { kinds } from './records.js';

/**
 * A scheme whose dates were edited moves every reminder that was not sent yet. Nothing is read unless a scheme has
 * changed since the last start.
 */
export async function retimeAfterChange({
  store,
  schemes,
  calendar,
  clock,
}: {
  readonly store: Store;
  readonly schemes: Schemes;
  readonly calendar: WorkingCalendar;
  readonly clock: Clock;
}): Promise<void> {
  const dates = [...schemes.schemes].map(([id, { closes, intakes, confirmation, nudges }]) => [
    id,
    closes,
    intakes.map(({ starts }) => starts),
    confirmation.dueDaysBeforeStart,
    nudges,
  ]);
  const mark = createHash('sha256').update(JSON.stringify(dates)).digest('hex');
  const before = await store.get<{ mark: string }>(kinds.settings, 'scheme-dates');
  if (before?.doc.mark === mark) return;
  const today = londonDate(clock.now());
  const schemeOf = ({ scheme: { id, version } }: Application) =>
    schemes.schemes.get(`${id}@${version}`) ?? schemes.current;
  for await (const person of store.ids(kinds.reminders)) {
    const record = await store.get<Reminders>(kinds.reminders, person);
    if (!record) continue;
    const applications = (await applicationsOf(store, person)).map(({ doc }) => doc);
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
