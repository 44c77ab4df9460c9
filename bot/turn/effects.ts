import type { Json, StoredRecord, Write } from '../../data/store/store.js';
import type { Link, NewCode, View } from '../../dialogs/conversation.js';
import type { Outcome } from '../../dialogs/converse.js';
import { noReminders, retimed, type Reminders } from '../../dialogs/nudges/reminders.js';
import { valueIn } from '../../dialogs/place.js';
import { codeEnds } from '../../dialogs/sharing/codes.js';
import type { Application } from '../../workflows/application.js';
import { attachedValue } from '../../workflows/attached-file.js';
import { removal } from '../../workflows/nudge-rules.js';
import { mediaTypes } from './files/kind.js';
import type { NewFile } from './files/receive.js';
import type { House } from './house.js';
import {
  applicationsOf,
  kinds,
  linkId,
  type FileRecord,
  type InvitationRecord,
  type LinkRecord,
  type PersonRecord,
} from './records.js';

/** What a turn comes to in the memory, for the person and for others: all of it is one commit. */

/** How long a link to a document works, in milliseconds. */
const linkLife = 60 * 60 * 1000;

/** What was read for a turn: each write says which revision it was worked out from. */
export interface Before {
  readonly person: StoredRecord<PersonRecord>;
  readonly applications: readonly StoredRecord<Application>[];
  readonly reminders: StoredRecord<Reminders> | undefined;
  readonly file?: NewFile | undefined;
}

export async function writesOf(
  house: House,
  outcome: Outcome,
  view: View,
  { person, applications, reminders, file }: Before,
): Promise<Write[]> {
  return [
    ...changesOf(outcome, applications, view),
    ...fileWrites(outcome, file),
    ...greeted(person, view),
    ...remindersOf(house, outcome, view, reminders),
    ...(await othersReminded(house, outcome, view)),
    ...(await removedTold(house, outcome, view)),
  ];
}

/** An application that changes hands takes along what its old owner was reminded of, and what they put off. */
export async function handedOver(
  { store }: House,
  talked: Outcome,
  opened: StoredRecord<Application> | undefined,
  { person }: View,
): Promise<{ taken: Outcome; handed: Write[] }> {
  const isTaken = talked.changed.some(
    ({ reference, owner }) => reference === opened?.id && owner === person.id,
  );
  const old = opened && isTaken ? await store.get<Reminders>(kinds.reminders, opened.doc.owner) : undefined;
  if (!old) return { taken: talked, handed: [] };
  const [theirs, left] = parted(old.doc, opened?.id ?? '');
  const { sent, settings } = talked.reminders;
  const reminders = {
    ...talked.reminders,
    sent: [...sent, ...theirs.sent],
    settings: { ...settings, snoozed: [...settings.snoozed, ...theirs.settings.snoozed] },
  };
  return {
    taken: { ...talked, reminders },
    handed: [{ kind: kinds.reminders, id: old.id, doc: left as unknown as Json, expect: old.revision }],
  };
}

function changesOf(
  { changed, links, codes, spent }: Outcome,
  before: readonly StoredRecord<Application>[],
  view: View,
): Write[] {
  const latest = new Map(changed.map((application) => [application.reference, application]));
  const expires = () => new Date(Date.parse(view.now) + linkLife).toISOString();
  return [
    ...[...latest].map(([id, doc]) => ({
      kind: kinds.application,
      id,
      doc: doc as unknown as Json,
      expect: before.find((record) => record.id === id)?.revision ?? 0,
    })),
    ...links.map((link) => linkWrite(link, expires())),
    ...codes.map((code) => codeWrite(code, view)),
    ...spent.map((id) => ({ kind: kinds.invitation, id, delete: true as const })),
  ];
}

/** The bytes of a file, where the turn took it for an answer: with that answer, or not at all. */
function fileWrites({ events, changed: [application] }: Outcome, file: NewFile | undefined): Write[] {
  const isTaken = file && events.some((event) => valueIn(event) === attachedValue(file));
  if (!application || !isTaken) return [];
  const { id, name, kind, bytes } = file;
  const doc: FileRecord = {
    ...{ application: application.reference, name },
    contentType: mediaTypes[kind],
    content: bytes.toString('base64'),
  };
  return [{ kind: kinds.file, id, doc: doc as unknown as Json, expect: 0 }];
}

function greeted({ id, doc }: StoredRecord<PersonRecord>, view: View): Write[] {
  return doc.greetedAt
    ? []
    : [{ kind: kinds.person, id, doc: { ...doc, greetedAt: view.now } as unknown as Json }];
}

/** What there is to be reminded of follows from everything else, so it is worked out at the end of each turn. */
function remindersOf(
  { schemeOf, calendar }: House,
  outcome: Outcome,
  view: View,
  before: StoredRecord<Reminders> | undefined,
): Write[] {
  const applications = [
    ...outcome.changed,
    ...view.mine.filter((one) => !outcome.changed.some(({ reference: id }) => id === one.reference)),
  ];
  // Someone who writes has not blocked the assistant.
  const kept = retimed(
    { ...outcome.reminders, blocked: false },
    { person: view.person.id, applications, schemeOf, calendar },
    view.today,
  );
  const old = before?.doc ?? noReminders;
  const isAsItWas = outcome.reminders === old && !old.blocked && kept.next === old.next;
  if (isAsItWas || JSON.stringify(kept) === JSON.stringify(old)) return [];
  return [
    {
      kind: kinds.reminders,
      id: view.person.id,
      doc: kept as unknown as Json,
      expect: before?.revision ?? 0,
    },
  ];
}

/** What somebody else did in an application changes what its owner is to be told, and when. */
async function othersReminded(
  { store, schemeOf, isKnown, calendar }: House,
  { changed }: Outcome,
  { person, today }: View,
): Promise<Write[]> {
  const owners = new Set(changed.map(({ owner }) => owner));
  owners.delete(person.id);
  const writes = await Promise.all(
    [...owners].map(async (id): Promise<Write[]> => {
      const record = await store.get<Reminders>(kinds.reminders, id);
      const before = record?.doc ?? noReminders;
      const others = (await applicationsOf(store, id)).map(({ doc }) => doc).filter(isKnown);
      const applications = [
        ...changed.filter(({ owner }) => owner === id),
        ...others.filter(({ reference }) => !changed.some((one) => one.reference === reference)),
      ];
      const kept = retimed(before, { person: id, applications, schemeOf, calendar }, today);
      if (JSON.stringify(kept) === JSON.stringify(before)) return [];
      return [{ kind: kinds.reminders, id, doc: kept as unknown as Json, expect: record?.revision ?? 0 }];
    }),
  );
  return writes.flat();
}

/** Whoever was taken out of an application hears of it: nobody finds a door shut without a word. */
async function removedTold(
  { store, schemeOf, calendar }: House,
  { events, changed }: Outcome,
  { person, today }: View,
): Promise<Write[]> {
  const [application] = changed;
  const gone = events.flatMap((event) => (event.type === 'people.removed' ? event.person : []));
  const writes = gone.map(async (id): Promise<Write[]> => {
    if (!application || id === person.id) return [];
    const record = await store.get<Reminders>(kinds.reminders, id);
    const before = record?.doc ?? noReminders;
    const told = { ...before, inbox: [...before.inbox, removal(application.reference, today, calendar)] };
    const applications = (await applicationsOf(store, id)).map(({ doc }) => doc);
    const theirs = applications.filter(({ reference }) => reference !== application.reference);
    const kept = retimed(told, { person: id, applications: theirs, schemeOf, calendar }, today);
    return [{ kind: kinds.reminders, id, doc: kept as unknown as Json, expect: record?.revision ?? 0 }];
  });
  return (await Promise.all(writes)).flat();
}

function linkWrite({ token, ...link }: Link, expires: string): Write {
  const doc: LinkRecord = { ...link, expires };
  return { kind: kinds.link, id: linkId(token), doc: doc as unknown as Json };
}

function codeWrite({ code, to, application, question }: NewCode, { now, person }: View): Write {
  const doc: InvitationRecord = {
    ...{ to, application, tenant: person.tenant, expires: codeEnds(now, to) },
    ...(question ? { question } : {}),
  };
  return { kind: kinds.invitation, id: linkId(code), doc: doc as unknown as Json };
}

/** Reminders, parted into what is about an application and the rest. */
function parted(reminders: Reminders, application: string): [Reminders, Reminders] {
  const { sent, settings } = reminders;
  const only = (isAbout: boolean): Reminders => ({
    ...reminders,
    sent: sent.filter((one) => (one.application === application) === isAbout),
    settings: {
      ...settings,
      snoozed: settings.snoozed.filter((one) => (one.application === application) === isAbout),
    },
  });
  return [only(true), only(false)];
}
