import { createHash } from 'node:crypto';
import { z } from 'zod';
import { pinnedScheme, type Schemes } from '../../data/schemes/schemes.js';
import { canGoOn, type Application } from '../../workflows/application.js';
import type { Invitation } from '../../workflows/authority-rules.js';
import { endOf } from '../../workflows/retention-rules.js';
import { serviceKey } from '../../dialogs/applications/rules.js';
import type { Reminders } from '../../dialogs/nudges/reminders.js';
import type { Link, Person } from '../../dialogs/conversation.js';
import { DocumentUnreadable } from '../../data/store/errors.js';
import type { Json, Lookup, Store, StoredRecord } from '../../data/store/store.js';

/** What the store holds, kind by kind, and how it is found again. */

export interface PersonRecord extends Person {
  /** Where to reach them: their personal conversation, as its channel last gave it. It alone reads it. */
  readonly reference: Json;
}

/** A document that a person may fetch for an hour. The record's id is a hash of the token in the link. */
export interface LinkRecord extends Omit<Link, 'token'> {
  readonly expires: string;
}

/** A question that had no good answer, without anyone's name: what `npm run unanswered` lists. */
export interface UnansweredRecord {
  readonly question: string;
  readonly times: number;
  /** London date. */
  readonly last: string;
}

/** A file that goes with a form. The record's id is in the answer; whose it is follows from the application. */
export interface FileRecord {
  readonly application: string;
  readonly name: string;
  readonly contentType: string;
  /** The bytes in Base64: they lie encrypted, are copied and are deleted as everything else is. */
  readonly content: string;
}

/** A one-time code for a colleague. The record's id is a hash of the code. */
export type InvitationRecord = Invitation;

export const kinds = {
  application: 'application',
  person: 'person',
  conversation: 'conversation',
  link: 'link',
  invitation: 'invitation',
  reminders: 'reminders',
  settings: 'settings',
  unanswered: 'unanswered',
  feedback: 'feedback',
  file: 'file',
} as const;

/** What an application is found by depends on which of its answers is what, and that its scheme says. */
export function lookupsOf(schemes: Pick<Schemes, 'schemes'>): readonly Lookup[] {
  return [
    ...lookups,
    {
      name: 'applications-of-service',
      kind: kinds.application,
      keys: (application: Application) => {
        const scheme = pinnedScheme(schemes, application);
        const key = scheme && serviceKey(application, scheme);
        return key ? [key] : [];
      },
    },
  ] as Lookup[];
}

const lookups: readonly Lookup[] = [
  {
    name: 'applications-of-person',
    kind: kinds.application,
    keys: ({ owner, invited }: Application) => [owner, ...invited],
    tellsWhose: true,
  },
  {
    name: 'applications-owned',
    kind: kinds.application,
    keys: ({ owner }: Application) => [owner],
    tellsWhose: true,
  },
  { name: 'applications-of-tenant', kind: kinds.application, keys: ({ tenant }: Application) => [tenant] },
  { name: 'applications-with-trace-of', kind: kinds.application, keys: everyoneIn },
  {
    name: 'applications-decided',
    kind: kinds.application,
    keys: (application: Application) => {
      const end = endOf(application);
      return end ? [`${end.how} ${end.on}`] : [];
    },
  },
  {
    name: 'unanswered-last-asked',
    kind: kinds.unanswered,
    keys: ({ last }: UnansweredRecord) => [last],
  },
  {
    name: 'reminders-due',
    kind: kinds.reminders,
    keys: ({ next }: Reminders) => (next ? [next] : []),
  },
  {
    name: 'conversations-of-person',
    kind: kinds.conversation,
    keys: ({ people = [] }: { people?: readonly string[] }) => people,
    tellsWhose: true,
  },
  {
    name: 'links-of-person',
    kind: kinds.link,
    keys: ({ person }: LinkRecord) => [person],
    tellsWhose: true,
  },
  { name: 'links-expiring', kind: kinds.link, keys: ({ expires }: LinkRecord) => [expires.slice(0, 10)] },
  {
    name: 'invitations-of-application',
    kind: kinds.invitation,
    keys: ({ application }: InvitationRecord) => [application],
  },
  {
    name: 'files-of-application',
    kind: kinds.file,
    keys: ({ application }: FileRecord) => [application],
  },
  {
    name: 'invitations-expiring',
    kind: kinds.invitation,
    keys: ({ expires }: InvitationRecord) => [expires.slice(0, 10)],
  },
] as Lookup[];

/** What only grows, and is by far the longest of its record. */
export const lists = { [kinds.application]: 'history' } as const;

const texts = z.array(z.string());
const things = z.array(z.looseObject({}));

/** By hand: of all that a record holds it is the longest, and zod copies what it looks at. */
function isHistory(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    (value as { by?: unknown; event?: { type?: unknown } | null }[]).every(
      (entry) => typeof entry?.by === 'string' && typeof entry.event?.type === 'string',
    )
  );
}

/** What every turn takes for granted in a record. */
const shapes: Readonly<Record<string, z.ZodType>> = {
  [kinds.application]: z.looseObject({
    ...{
      reference: z.string(),
      owner: z.string(),
      invited: texts,
      tenant: z.string(),
      createdAt: z.string(),
    },
    scheme: z.looseObject({ id: z.string(), version: z.number() }),
    snapshot: z.looseObject({
      context: z.looseObject({
        ...{ readiness: z.looseObject({}), eligibility: z.looseObject({}), form: z.looseObject({}) },
      }),
    }),
    history: z.custom(isHistory),
  }),
  [kinds.person]: z.looseObject({ id: z.string(), name: z.string(), tenant: z.string() }),
  [kinds.conversation]: z.looseObject({
    ...{ people: texts.optional(), answered: things.optional(), focus: z.looseObject({}).optional() },
  }),
  [kinds.reminders]: z.looseObject({
    ...{ own: things, sent: things, inbox: things, doubtful: texts, outcomes: things },
    settings: z.looseObject({ snoozed: things, stopped: z.array(z.unknown()) }),
  }),
  [kinds.link]: z.looseObject({ document: z.string(), person: z.string(), expires: z.string() }),
  [kinds.file]: z.looseObject({ application: z.string(), contentType: z.string(), content: z.string() }),
  [kinds.invitation]: z.looseObject({ application: z.string(), expires: z.string() }),
};

/** Can this version do anything with a record, as it was read from a disk that may have spoiled it? */
export function understoodBy(schemes: Pick<Schemes, 'schemes'>): (kind: string, doc: Json) => boolean {
  return (kind, doc) => {
    const shape = shapes[kind];
    if (shape && !shape.safeParse(doc).success) return false;
    if (kind !== kinds.application) return true;
    const application = doc as unknown as Application;
    const scheme = pinnedScheme(schemes, application);
    // One whose round is not there waits as it is until its file is back.
    return !scheme || canGoOn(scheme, application);
  };
}

/** Everybody whose id stands anywhere in an application: belonging to it now, or in its history. */
export function everyoneIn({ owner, invited, history }: Application): string[] {
  const named = new Set([owner, ...invited]);
  for (const { by, event } of history) {
    named.add(by);
    if ('person' in event) named.add(event.person);
    if (event.type === 'declaration.accepted') named.add(event.by);
  }
  return [...named];
}

/** A record; none where the disk does not give it: the store has named that, and everything else goes on. */
export async function readable<T>(
  store: Store,
  kind: string,
  id: string,
): Promise<StoredRecord<T> | undefined> {
  try {
    return await store.get<T>(kind, id);
  } catch (error) {
    if (error instanceof DocumentUnreadable) return undefined;
    throw error;
  }
}

/**
 * References of a person's applications that are kept and cannot be read: of those that they belong to, or of those
 * that are theirs.
 */
export async function lostTo(
  store: Store,
  person: string,
  lookup: 'applications-of-person' | 'applications-owned' = 'applications-of-person',
): Promise<string[]> {
  const ids = await store.find(lookup, person);
  const found = await Promise.all(ids.map((id) => applicationAt(store, id)));
  return ids.filter((_, n) => !found[n]);
}

function applicationAt(store: Store, id: string): Promise<StoredRecord<Application> | undefined> {
  return readable(store, kinds.application, id);
}

/** Every application that a person belongs to, newest first. */
export async function applicationsOf(store: Store, person: string): Promise<StoredRecord<Application>[]> {
  const ids = await store.find('applications-of-person', person);
  const found = await Promise.all(ids.map((id) => applicationAt(store, id)));
  return found
    .filter((record) => record !== undefined)
    .sort((a, b) => b.doc.createdAt.localeCompare(a.doc.createdAt));
}

/** Every application of their organisation in which a person is named at all, in its history too. */
export async function tracesOf(
  store: Store,
  { id, tenant }: Pick<Person, 'id' | 'tenant'>,
): Promise<StoredRecord<Application>[]> {
  const ids = await store.find('applications-with-trace-of', id);
  const found = await Promise.all(ids.map((one) => applicationAt(store, one)));
  return found.filter((record) => record?.doc.tenant === tenant) as StoredRecord<Application>[];
}

/** The record of a link or a code: only a hash of it is kept, so a copy of the record opens nothing. */
export function linkId(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
