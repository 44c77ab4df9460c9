import { customAlphabet, nanoid } from 'nanoid';
import { newerThan } from '../../data/schemes/schemes.js';
import type { StoredRecord } from '../../data/store/store.js';
import { noFocus, type View } from '../../dialogs/conversation.js';
import { noReminders, type Reminders } from '../../dialogs/nudges/reminders.js';
import { roundInFocus } from '../../dialogs/rounds/dialog.js';
import type { Application } from '../../workflows/application.js';
import { londonDate, londonTime } from '../../workflows/dates.js';
import { namesIn, offerOf, readableBy } from './access.js';
import { memberOf, remember } from './admission.js';
import type { House } from './house.js';
import type { Incoming, Turn } from './incoming.js';
import type { Conversation } from './memory.js';
import { kinds, type PersonRecord } from './records.js';

/** Everything that a turn may look at, gathered from the memory. */

/** References people can read out: no vowels to make words of, none of 0 O 1 I L 5 S 2 Z that look alike. */
const group = customAlphabet('346789BCDFGHJKMNPQRTVWXY', 4);

/** Before a message whose client waits there is no time for a model, and before no other kind is it asked anything. */
const asksModels: readonly Incoming['what']['kind'][] = ['words', 'form', 'file'];

export function viewOf(
  house: House,
  incoming: Incoming,
  { focus = noFocus }: Conversation,
  person: PersonRecord,
  records: readonly StoredRecord<Application>[],
  reminders: Reminders,
): View {
  const { schemes, clock, calendar, mind, coordinators, planner, schemeOf, isKnown, baseUrl } = house;
  const mine = records.map(({ doc }) => doc).filter(isKnown);
  const application = mine.find((one) => one.reference === focus.application);
  const now = clock.now();
  return {
    now,
    today: londonDate(now),
    time: londonTime(now),
    person,
    coordinator: coordinators.includes(person.id),
    focus: focus.application && !application ? noFocus : focus,
    application,
    scheme: application
      ? schemeOf(application)
      : roundInFocus(schemes.rounds, focus.round, londonDate(now), londonTime(now)),
    schemeOf,
    rounds: schemes.rounds,
    newerSchemeOf: ({ scheme }) => newerThan(schemes, scheme),
    mine,
    group: incoming.group !== undefined,
    ...(house.files ? { files: true } : {}),
    model: planner !== undefined && !incoming.waits && asksModels.includes(incoming.what.kind),
    reminders,
    calendar,
    mind: mind.now,
    newReference: () => `AP-${group()}-${group()}`,
    newCode: () => Array.from({ length: 5 }, () => group()).join('-'),
    newToken: () => nanoid(32),
    baseUrl: baseUrl(),
  };
}

/** The view with the names in it, and with whose one question this conversation is about. */
export async function withAsked(
  { store }: House,
  view: View,
): Promise<{ view: View; asked?: StoredRecord<Application> }> {
  const { dialog, page } = view.focus;
  if (dialog !== 'asked' || !page) return { view: await withNames({ store }, view) };
  const { offer, opened } = await offerOf(store, page);
  return {
    view: await withNames({ store }, { ...view, asked: offer }, opened?.doc),
    ...(opened ? { asked: opened } : {}),
  };
}

export async function withNames(
  { store }: Pick<House, 'store'>,
  view: View,
  also?: Application,
): Promise<View> {
  const applications = also ? [also, ...view.mine] : view.mine;
  return { ...view, names: await namesIn(store, applications, view.person.id) };
}

/** What a person would see now. Nothing is done. */
export async function look(house: House, { incoming, memory }: Turn): Promise<View> {
  const { store } = house;
  const { doc } = await remember(house, incoming);
  const [mine, reminders] = await Promise.all([
    readableBy(store, memberOf(house, doc)),
    store.get<Reminders>(kinds.reminders, doc.id),
  ]);
  const now = viewOf(house, incoming, memory.conversation, doc, mine, reminders?.doc ?? noReminders);
  return (await withAsked(house, now)).view;
}
