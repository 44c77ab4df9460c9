import { RevisionConflict } from '../../data/store/errors.js';
import type { StoredRecord } from '../../data/store/store.js';
import { sameService } from '../../dialogs/applications/content.js';
import { serviceKey } from '../../dialogs/applications/rules.js';
import type { Need, View } from '../../dialogs/conversation.js';
import { promptOf, type Outcome } from '../../dialogs/converse.js';
import type { AnswerTo } from '../../dialogs/corrections.js';
import { noReminders, type Reminders } from '../../dialogs/nudges/reminders.js';
import type { Asking, Proposed } from '../../dialogs/understanding/proposed.js';
import { hasTraining } from '../../dialogs/words.js';
import type { Application } from '../../workflows/application.js';
import { fieldOf } from '../../workflows/fields.js';
import { lookUp, readableBy } from './access.js';
import { memberOf } from './admission.js';
import * as content from './content.js';
import { handedOver, writesOf } from './effects.js';
import type { NewFile } from './files/receive.js';
import { learn } from './for-editors.js';
import type { House } from './house.js';
import type { InPlace, InPlaceAnswer, Turn } from './incoming.js';
import { withAnswer, type Answer } from './memory.js';
import { kinds, lostTo, type PersonRecord } from './records.js';
import { viewOf, withAsked, withNames } from './view.js';

/** From what was said to what is kept: worked out, committed, and only then to be said. */

export type Talk = (view: View) => Outcome;

export interface Decided {
  readonly outcome: Outcome;
  /** For a card that is answered in place. */
  readonly answered?: InPlaceAnswer | undefined;
  /** The person had all of it deleted: this is their last answer, and it is kept nowhere. */
  readonly erased?: Answer;
}

/** What a turn has besides the words. */
export interface Besides {
  readonly inPlace?: InPlace | undefined;
  readonly press?: string | undefined;
  readonly file?: NewFile | undefined;
}

/** Tries of one turn when another process changes the same records. */
const mostTries = 8;

/** Works out the turn and keeps it. When another process was quicker, works it out again from what is now there. */
export async function decide(
  house: House,
  { incoming, memory, ending }: Turn,
  person: StoredRecord<PersonRecord>,
  talk: Talk,
  { inPlace, press, file }: Besides,
): Promise<Decided> {
  const { store, planner, chats, log } = house;
  const { conversation } = memory;
  const before = { ...conversation };
  const plan = planner && once((asking: Asking) => planner.plan(asking));
  for (let tries = 1; ; tries++) {
    const mine = await readableBy(store, memberOf(house, person.doc));
    const reminders = await store.get<Reminders>(kinds.reminders, person.id);
    const { view, asked } = await withAsked(
      house,
      viewOf(house, incoming, before, person.doc, mine, reminders?.doc ?? noReminders),
    );
    const { talked, opened = asked } = await informed(house, talk, view, plan);
    const { taken, handed } = await handedOver(house, talked, opened, view);
    const lost = await lostTo(store, person.id);
    const isNew = lost.some((id) => !before.lost?.includes(id));
    const outcome = withLost(await withCaution(house, taken, view), isNew ? lost : []);
    const answered = inPlace?.(outcome, view, before.answered ?? []);
    const answer: Answer = {
      replies: [...outcome.replies],
      mark: outcome.mark,
      ...(answered ? { response: answered.response } : {}),
      ...(press && outcome.events.length > 0 ? { press } : {}),
      ...(outcome.events.length > 0 ? { to: answeredIn(view) } : {}),
    };
    if (outcome.erase) {
      await house.erase(person.doc, incoming.conversation);
      log.info({ code: 'PERSON_DELETED' }, 'a person had their data deleted');
      return { outcome, answered, erased: answer };
    }
    Object.assign(conversation, withAnswer(before, incoming.id ?? '', person.id, answer));
    conversation.focus = outcome.focus;
    if (lost.length > 0) conversation.lost = lost;
    else delete conversation.lost;
    try {
      await store.commit([
        memory.write,
        ...(await writesOf(house, outcome, view, {
          ...{ person, reminders, file },
          applications: opened ? [...mine, opened] : mine,
        })),
        ...handed,
      ]);
      if (outcome.asked) ending.asked = outcome.asked;
      if (outcome.weighed) planner?.weighed(outcome.weighed);
      if (outcome.learn) void learn(store, outcome.learn, view.today);
      // Before the first answer, so that the words never reach the disk.
      if (outcome.forget) await chats()?.redact(incoming.conversation, incoming.id ?? '');
      return { outcome, answered };
    } catch (error) {
      if (!(error instanceof RevisionConflict) || tries === mostTries) throw error;
    }
  }
}

/** The turn, with what it asked to be told. */
async function informed(
  { store, schemes, chats, isKnown }: House,
  talk: Talk,
  view: View,
  plan: ((asking: Asking) => Promise<readonly Proposed[]>) | undefined,
): Promise<{ talked: Outcome; opened?: StoredRecord<Application> }> {
  const talked = talk(view);
  if (!talked.needs) return { talked };
  if (asksModel(talked.needs))
    return { talked: talk({ ...view, looked: { proposed: (await plan?.(talked.needs)) ?? [] } }) };
  const { looked: all, opened: found } = await lookUp(talked.needs, view, {
    store,
    schemes,
    chats: chats(),
  });
  const opened = found && isKnown(found.doc) ? found : undefined;
  const looked = {
    ...all,
    ...(all.offer && !isKnown(all.offer.application) ? { offer: null } : {}),
  };
  if (!opened) return { talked: talk({ ...view, looked }) };
  return { talked: talk(await withNames({ store }, { ...view, looked }, opened.doc)), opened };
}

/** Tells of another application for the same service, when this turn made that known. */
async function withCaution({ store, schemeOf }: House, outcome: Outcome, view: View): Promise<Outcome> {
  const [application] = outcome.changed;
  const keyOf = (one: Application) => serviceKey(one, schemeOf(one));
  const key = application && keyOf(application);
  const before = view.mine.find((one) => one.reference === application?.reference);
  if (!key || (before && keyOf(before) === key)) return outcome;
  const others = (await store.find('applications-of-service', key)).filter(
    (id) => id !== application.reference,
  );
  const [first, ...rest] = outcome.replies;
  if (others.length === 0 || !first) return outcome;
  const { answers } = application.snapshot.context.form.context;
  const service = String(fieldOf(schemeOf(application), 'service', answers));
  const found = view.mine.find(({ reference }) => others.includes(reference));
  const mine = found && { application: found, scheme: view.schemeOf(found) };
  const caution = sameService(service, mine, hasTraining(application, schemeOf(application)));
  return { ...outcome, replies: [{ ...first, text: `${caution}\n\n${first.text}` }, ...rest] };
}

/** The question that is open before a turn. */
function answeredIn(view: View): AnswerTo {
  return { application: view.application?.reference ?? null, step: promptOf(view).step };
}

/** Tells first of what is missing that should be there. */
function withLost(outcome: Outcome, lost: readonly string[]): Outcome {
  const [first, ...rest] = outcome.replies;
  if (lost.length === 0 || !first) return outcome;
  return {
    ...outcome,
    replies: [{ ...first, text: `${content.lost(lost)}\n\n${first.text}` }, ...rest],
  };
}

function asksModel(need: Need): need is Asking {
  return typeof need === 'object' && 'entries' in need;
}

/** A turn that is worked out again, because another process was quicker, asks nobody twice. */
function once<Q, A>(ask: (question: Q) => Promise<A>): (question: Q) => Promise<A> {
  let answer: Promise<A> | undefined;
  return (question) => (answer ??= ask(question));
}
