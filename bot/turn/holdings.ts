import type { Store } from '../../data/store/store.js';
import type { Person } from '../../dialogs/conversation.js';
import type { Reminders } from '../../dialogs/nudges/reminders.js';
import type { Holdings } from '../../dialogs/privacy/holdings.js';
import type { Application } from '../../workflows/application.js';
import type { Chats } from './access.js';
import { everyoneIn, kinds, tracesOf, type LinkRecord, type PersonRecord } from './records.js';

/** What is kept of one person, for “what do you hold about me”. */

/** Everything that is kept of one person, as it is now. Others in it are called "a colleague". */
export async function holdingsOf(
  person: Person,
  now: string,
  { store, chats }: { readonly store: Store; readonly chats: Chats | undefined },
): Promise<Holdings> {
  const { id } = person;
  const found = await tracesOf(store, person);
  const all = found.map(({ doc }) => withoutOthers(doc, id));
  const reminders = await store.get<Reminders>(kinds.reminders, id);
  const states = await recordsOf(store, kinds.conversation, 'conversations-of-person', id);
  const links = await recordsOf<LinkRecord>(store, kinds.link, 'links-of-person', id);
  const { reference } = (person as Partial<PersonRecord>) ?? {};
  return {
    made: now,
    person: { ...person, ...(reference ? { reference } : {}) },
    applications: all.filter(({ owner }) => owner === id),
    helpedWith: all
      .filter(({ owner }) => owner !== id)
      .map(({ reference: name, scheme, history }) => ({
        reference: name,
        scheme,
        history: history.filter(({ by }) => by === id),
      })),
    reminders: reminders?.doc ?? null,
    conversations: ((await chats?.transcripts(id)) ?? []).map(({ conversation, activities }) => ({
      conversation,
      messages: activities.map(({ timestamp, from, text }) => ({
        at: typeof timestamp === 'string' ? timestamp : now,
        from: (from as { role?: unknown } | undefined)?.role === 'bot' ? 'assistant' : 'you',
        text: typeof text === 'string' ? text : '',
      })),
    })),
    states: states.map(({ doc }) => doc),
    links: links.map(({ doc: { document, application, expires } }) => ({ document, application, expires })),
  };
}

async function recordsOf<T>(store: Store, kind: string, lookup: string, person: string) {
  const ids = await store.find(lookup, person);
  const found = await Promise.all(ids.map((id) => store.get<T>(kind, id)));
  return found.filter((one) => one !== undefined);
}

/** The ids of other people are theirs. */
function withoutOthers(application: Application, person: string): Application {
  const others = everyoneIn(application).filter((one) => one !== person);
  const text = others.reduce(
    (json, other) => json.replaceAll(JSON.stringify(other), JSON.stringify('a colleague')),
    JSON.stringify(application),
  );
  return JSON.parse(text) as Application;
}
