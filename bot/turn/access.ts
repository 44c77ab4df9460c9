import { pinnedScheme, type Schemes } from '../../data/schemes/schemes.js';
import type { Store, StoredRecord } from '../../data/store/store.js';
import { barredLink } from '../../dialogs/authority.js';
import type {
  Held,
  KeptInvitation,
  Looked,
  Need,
  Offer,
  Overseen,
  View,
} from '../../dialogs/conversation.js';
import type { Reminders } from '../../dialogs/nudges/reminders.js';
import type { Asking } from '../../dialogs/understanding/proposed.js';
import type { Application } from '../../workflows/application.js';
import { may, roleOf, type Member } from '../../workflows/authority-rules.js';
import { allAnswers } from '../../workflows/expression-of-interest.machine.js';
import { fieldOf } from '../../workflows/fields.js';
import {
  applicationsOf,
  kinds,
  linkId,
  readable,
  tracesOf,
  type InvitationRecord,
  type LinkRecord,
  type PersonRecord,
} from './records.js';

/** What of the memory a person gets to see. The rules are in `workflows/authority-rules.ts`. */

/** The web chat's own memory of its conversations; there is none where it is not served. */
export interface Chats {
  /** Replaces the words of a message by `(removed)`. Before its first answer, they never reach the disk. */
  redact(conversation: string, message: string): Promise<boolean>;
  /** Deletes all web conversations of a person. `open` stays usable, emptied, so that they can be told so. */
  forget(person: string, open?: string): Promise<void>;
  /** Deletes what was said up to a day, that day too. Answers how much that was. */
  forgetUntil(day: string): Promise<number>;
  /** All that is kept of a person's web conversations, oldest first in each. */
  transcripts(
    person: string,
  ): Promise<{ conversation: string; activities: { readonly [field: string]: unknown }[] }[]>;
}

/** Their own applications and those they were invited to, newest first. */
export async function readableBy(store: Store, member: Member): Promise<StoredRecord<Application>[]> {
  const found = await applicationsOf(store, member.id);
  return found.filter(({ doc }) => may(roleOf(doc, member), 'read'));
}

/** A person who comes by a link, and whether it still opens for them. */
export async function mayOpen(
  store: Store,
  coordinators: readonly string[],
  link: LinkRecord,
): Promise<Pick<View, 'person' | 'coordinator' | 'mine'> | undefined> {
  const person = (await store.get<PersonRecord>(kinds.person, link.person))?.doc;
  if (!person) return undefined;
  const coordinator = coordinators.includes(person.id);
  const mine = (await readableBy(store, { id: person.id, tenant: person.tenant, coordinator })).map(
    ({ doc }) => doc,
  );
  const viewer = { person, coordinator, mine };
  return barredLink(viewer, link) ? undefined : viewer;
}

/** Looks up what a turn asked for. `opened` is the application that a code names, at its revision. */
export async function lookUp(
  need: Exclude<Need, Asking>,
  view: View,
  { store, schemes, chats }: { store: Store; schemes: Schemes; chats: Chats | undefined },
): Promise<{ looked: Looked; opened?: StoredRecord<Application> }> {
  if (need === 'overseen')
    return { looked: { overseen: await overseenIn(store, view.person.tenant, schemes) } };
  if (need === 'held') return { looked: { held: await countHeld(store, view, chats) } };
  if (need === 'invitations') {
    const own = view.mine.filter(({ owner }) => owner === view.person.id);
    const found = await Promise.all(own.map(({ reference }) => invitationsOf(store, reference)));
    return { looked: { invitations: found.flat() } };
  }
  const { offer, opened } = await offerOf(store, linkId(need.code));
  return { looked: { offer }, ...(opened ? { opened } : {}) };
}

/** What an invitation is to, by the id of its record: null where it is used up, and the application at its revision. */
export async function offerOf(
  store: Store,
  id: string,
): Promise<{ offer: Offer | null; opened?: StoredRecord<Application> }> {
  const invitation = await store.get<InvitationRecord>(kinds.invitation, id);
  const opened =
    invitation && (await readable<Application>(store, kinds.application, invitation.doc.application));
  if (!opened) return { offer: null };
  const others = (await invitationsOf(store, opened.id)).map((one) => one.id);
  const offer = { invitation: { ...invitation.doc, id: invitation.id }, application: opened.doc, others };
  return { offer, opened };
}

async function invitationsOf(store: Store, application: string): Promise<KeptInvitation[]> {
  const ids = await store.find('invitations-of-application', application);
  const found = await Promise.all(ids.map((id) => store.get<InvitationRecord>(kinds.invitation, id)));
  return found.flatMap((record) => (record ? [{ ...record.doc, id: record.id }] : []));
}

/** Every application of a tenant, with its owner's name and whether reminders reach them. */
export async function overseenIn(
  store: Store,
  tenant: string,
  schemes: Pick<Schemes, 'schemes'>,
): Promise<Overseen[]> {
  const all: Overseen[] = [];
  for (const id of await store.find('applications-of-tenant', tenant)) {
    const application = (await readable<Application>(store, kinds.application, id))?.doc;
    const scheme = application && pinnedScheme(schemes, application);
    if (!scheme) continue;
    const owner = await store.get<PersonRecord>(kinds.person, application.owner);
    const reminders = await store.get<Reminders>(kinds.reminders, application.owner);
    const manager = fieldOf(scheme, 'applicant', allAnswers(application.snapshot.context.form.context));
    all.push({
      application,
      owner: owner?.doc.name || (manager === undefined ? '' : String(manager)),
      canBeReminded: !reminders?.doc.blocked,
    });
  }
  return all;
}

/** Names of the others in somebody's applications, by person id. */
export async function namesIn(
  store: Store,
  applications: readonly Application[],
  except: string,
): Promise<Map<string, string>> {
  const others = new Set(applications.flatMap(({ owner, invited }) => [owner, ...invited]));
  others.delete(except);
  if (others.size === 0) return new Map();
  const found = await Promise.all([...others].map((id) => store.get<PersonRecord>(kinds.person, id)));
  return new Map(
    found.flatMap((record) => (record?.doc.name ? [[record.id, record.doc.name] as const] : [])),
  );
}

async function countHeld(store: Store, view: View, chats: Chats | undefined): Promise<Held> {
  const { id } = view.person;
  const conversations = (await chats?.transcripts(id)) ?? [];
  const own = view.mine.filter(({ owner }) => owner === id);
  const codes = await Promise.all(
    own.map(({ reference }) => store.find('invitations-of-application', reference)),
  );
  const traces = await tracesOf(store, view.person);
  return {
    conversations: conversations.length,
    messages: conversations.reduce((sum, { activities }) => sum + activities.length, 0),
    links: (await store.find('links-of-person', id)).length,
    codes: codes.flat().length,
    traces: traces.filter((trace) => !view.mine.some(({ reference }) => reference === trace.id)).length,
  };
}
