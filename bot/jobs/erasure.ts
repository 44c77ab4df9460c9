import { nanoid } from 'nanoid';
import { RevisionConflict } from '../../data/store/errors.js';
import type { Json, Store, StoredRecord, Write } from '../../data/store/store.js';
import { noFocus, type Focus, type Person } from '../../dialogs/conversation.js';
import type { Reminders } from '../../dialogs/nudges/reminders.js';
import type { Application } from '../../workflows/application.js';
import type { ApplicationEvent } from '../../workflows/application.machine.js';
import type { ColleagueEvent } from '../../workflows/colleague-rules.js';
import type { Chats } from '../turn/access.js';
import { kinds, lostTo, readable, tracesOf } from '../turn/records.js';

/** Deletes all that is kept of a person or an application, out of every file. */

export interface ErasureOptions {
  readonly store: Store;
  /** Person ids of the coordinators, who may have been told of an application. */
  readonly coordinators: readonly string[];
  readonly chats: Chats | undefined;
}

type Kept = StoredRecord<Application>;
type ConversationRecord = { readonly focus?: Focus; readonly answered?: readonly { readonly id: string }[] };

/** Tries when something changes meanwhile. */
const mostTries = 8;

/**
 * Deletes everything that is kept of a person, in one commit: their applications, their place and their id in those of
 * others, reminders, conversations, links and codes. Resolves when nothing of it is in any file. `open` is the web
 * conversation in which they are told so: it stays, empty.
 * @throws {StoreUnavailable} when the disk refuses; asked for again, it deletes what is left.
 */
export async function erasePerson(
  { id: person, tenant }: Pick<Person, 'id' | 'tenant'>,
  now: string,
  { store, coordinators, chats }: ErasureOptions,
  open?: string,
): Promise<void> {
  await insist(async () => {
    const writes = new Writes();
    const touched = await tracesOf(store, { id: person, tenant });
    const owned = touched.filter(({ doc }) => doc.owner === person);
    const others = touched.filter((one) => !owned.includes(one));
    writes.put(...(await deletionOf(owned, store, coordinators)));
    // What cannot be read goes as well, from wherever it is.
    for (const id of await lostTo(store, person, 'applications-owned'))
      writes.put({ kind: kinds.application, id, delete: true }, ...(await belongingTo(id, store)));
    for (const { id, doc, revision } of others)
      writes.put(writeOf(kinds.application, id, withoutPerson(doc, person, now), revision));
    writes.put(...(await unsaid(others, store, coordinators)));
    for (const [kind, lookup] of [
      [kinds.conversation, 'conversations-of-person'],
      [kinds.link, 'links-of-person'],
    ] as const)
      for (const id of await store.find(lookup, person)) writes.put({ kind, id, delete: true });
    writes.put({ kind: kinds.reminders, id: person, delete: true });
    writes.put({ kind: kinds.person, id: person, delete: true });
    await store.commit(writes.all);
  });
  await chats?.forget(person, open);
  await store.checkpoint?.();
}

/** Deletes one application and all that speaks of it, if it is still as it was read. */
export async function eraseApplication(
  application: Kept,
  { store, coordinators }: Omit<ErasureOptions, 'chats'>,
): Promise<void> {
  const writes = new Writes();
  writes.put(...(await deletionOf([application], store, coordinators)));
  await store.commit(writes.all);
}

/** What goes when applications go: themselves, their codes and files, what coordinators were to be told, and last answers. */
async function deletionOf(
  applications: readonly Kept[],
  store: Store,
  coordinators: readonly string[],
): Promise<Write[]> {
  const gone = applications.map(({ id }) => id);
  const belonging = await Promise.all(gone.map((id) => belongingTo(id, store)));
  const told = await Promise.all(coordinators.map((one) => readable<Reminders>(store, kinds.reminders, one)));
  const isGone = ({ application }: { application: string | null }) =>
    application !== null && gone.includes(application);
  return [
    ...applications.map(({ id, revision }) => ({
      kind: kinds.application,
      id,
      delete: true as const,
      expect: revision,
    })),
    ...belonging.flat(),
    ...told.flatMap((found) => {
      if (!found?.doc.inbox.some(isGone)) return [];
      const inbox = found.doc.inbox.filter((one) => !isGone(one));
      return [writeOf(kinds.reminders, found.id, { ...found.doc, inbox }, found.revision)];
    }),
    ...(await unsaid(applications, store, coordinators)),
  ];
}

/** The codes of an application, and the files that were sent with it. */
async function belongingTo(application: string, store: Store): Promise<Write[]> {
  const codes = await store.find('invitations-of-application', application);
  const files = await store.find('files-of-application', application);
  return [
    ...codes.map((id) => ({ kind: kinds.invitation, id, delete: true as const })),
    ...files.map((id) => ({ kind: kinds.file, id, delete: true as const })),
  ];
}

/** The last answers kept of everyone whom these applications concern: they may tell what is in them, and of whom. */
async function unsaid(
  applications: readonly Kept[],
  store: Store,
  coordinators: readonly string[],
): Promise<Write[]> {
  if (applications.length === 0) return [];
  const gone = applications.map(({ id }) => id);
  const people = [...coordinators, ...applications.flatMap(({ doc }) => [doc.owner, ...doc.invited])];
  const ids = await Promise.all(
    [...new Set(people)].map((one) => store.find('conversations-of-person', one)),
  );
  const found = await Promise.all(
    [...new Set(ids.flat())].map((id) => readable<ConversationRecord>(store, kinds.conversation, id)),
  );
  return found.flatMap((state) => {
    if (!state) return [];
    const { focus = noFocus, answered = [] } = state.doc;
    const isAbout = focus.application !== null && gone.includes(focus.application);
    const doc = { ...state.doc, focus: isAbout ? noFocus : { ...focus, pending: null } };
    const known = answered.map(({ id }) => ({ id }));
    return [writeOf(kinds.conversation, state.id, { ...doc, answered: known }, state.revision)];
  });
}

/**
 * An application of somebody else without this person: no place in it, and an invented name wherever their id stood,
 * in the history and in what it led to alike, so that the one still replays to the other. Where they answered one
 * question, neither their name stays nor what they were called by whoever asked.
 */
function withoutPerson(application: Application, person: string, now: string): Application {
  const gone = `gone-${nanoid(8)}`;
  const history = withoutName(application.history, person);
  const text = JSON.stringify({ ...application, history }).replaceAll(
    JSON.stringify(person),
    JSON.stringify(gone),
  );
  const rest = JSON.parse(text) as Application;
  if (!rest.invited.includes(gone)) return rest;
  return {
    ...rest,
    invited: rest.invited.filter((one) => one !== gone),
    history: [...rest.history, { at: now, by: gone, event: { type: 'people.removed', person: gone } }],
  };
}

function withoutName(history: Application['history'], person: string): Application['history'] {
  return history.map((entry, index) => {
    const { event, by } = entry;
    if (isAnswering(event) && by === person) {
      const { name: _, ...unsigned } = event;
      return { ...entry, event: unsigned };
    }
    if (event.type !== 'colleague.asked') return entry;
    // Each asking has at most one answer, before the question is asked again.
    const next = history
      .slice(index + 1)
      .find(({ event: one }) => isAboutColleague(one) && one.question === event.question);
    const isTheirs = next !== undefined && isAnswering(next.event) && next.by === person;
    return isTheirs ? { ...entry, event: { ...event, to: 'a colleague' } } : entry;
  });
}

function isAboutColleague(event: ApplicationEvent): event is ColleagueEvent {
  return event.type === 'colleague.asked' || isAnswering(event);
}

function isAnswering(event: ApplicationEvent): event is Exclude<ColleagueEvent, { type: 'colleague.asked' }> {
  return event.type === 'colleague.answered' || event.type === 'colleague.proposed';
}

async function insist(work: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof RevisionConflict) || tries === mostTries) throw error;
    }
  }
}

function writeOf(kind: string, id: string, doc: unknown, expect: number): Write {
  return { kind, id, doc: doc as Json, expect };
}

/** A commit names each record once: what is put later counts. */
class Writes {
  readonly #byRecord = new Map<string, Write>();

  put(...writes: readonly Write[]): void {
    for (const write of writes) this.#byRecord.set(`${write.kind}\n${write.id}`, write);
  }

  get all(): Write[] {
    return [...this.#byRecord.values()];
  }
}
