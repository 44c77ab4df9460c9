import type { Json, StoredRecord } from '../../data/store/store.js';
import { noReminders, retimed, type Reminders } from '../../dialogs/nudges/reminders.js';
import type { Member } from '../../workflows/authority-rules.js';
import { londonDate } from '../../workflows/dates.js';
import type { House } from './house.js';
import type { Incoming } from './incoming.js';
import { applicationsOf, kinds, type PersonRecord } from './records.js';

/** Who is it, and how are they reached: kept before anything else happens. */

export function memberOf({ coordinators }: House, { id, tenant }: PersonRecord): Member {
  return { id, tenant, coordinator: coordinators.includes(id) };
}

/** Keeps who this is and where to reach them. */
export async function remember({ store }: House, incoming: Incoming): Promise<StoredRecord<PersonRecord>> {
  const { person: id, name, tenant, group, address } = incoming;
  const known = await store.get<PersonRecord>(kinds.person, id);
  const doc: PersonRecord = {
    id,
    name: name || (known?.doc.name ?? ''),
    tenant,
    greetedAt: known?.doc.greetedAt ?? null,
    reference: (group ? known?.doc.reference : address) ?? null,
  };
  const text = JSON.stringify(doc);
  if (known && JSON.stringify(known.doc) === text) return known;
  await store.commit([{ kind: kinds.person, id, doc: doc as unknown as Json }]);
  return {
    kind: kinds.person,
    id,
    revision: (known?.revision ?? 0) + 1,
    doc: JSON.parse(text) as PersonRecord,
  };
}

/** Removed, and nothing more is sent until it is installed again: the channel would refuse it anyway. */
export async function keepReach(
  { store, clock, calendar, schemeOf }: House,
  id: string,
  isReached: boolean,
): Promise<void> {
  const record = await store.get<Reminders>(kinds.reminders, id);
  const before = record?.doc ?? noReminders;
  if (before.blocked === !isReached || (!record && isReached)) return;
  const applications = (await applicationsOf(store, id)).map(({ doc }) => doc);
  const today = londonDate(clock.now());
  const facts = { person: id, applications, schemeOf, calendar };
  const kept = retimed({ ...before, blocked: !isReached }, facts, today);
  await store.commit([
    { kind: kinds.reminders, id, doc: kept as unknown as Json, expect: record?.revision ?? 0 },
  ]);
}
