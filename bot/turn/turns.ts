import { learn } from './for-editors.js';
import { createHash } from 'node:crypto';
import '../channels/teams/without-dialogs.js';
// By its file: the whole package also loads the tokenizers that only a language model needs, at every start.
import { Application as TeamsApplication } from '@microsoft/teams-ai/lib/Application.js';
import { ActivityTypes, TurnContext, type Activity, type InvokeResponse } from 'botbuilder';
import { customAlphabet, nanoid } from 'nanoid';
import type { Logger } from 'pino';
import { newerThan, type Schemes } from '../../data/schemes/schemes.js';
import { RevisionConflict, StoreUnavailable } from '../../data/store/errors.js';
import type { Json, Store, StoredRecord, Write } from '../../data/store/store.js';
import { sameService } from '../../dialogs/applications/content.js';
import { serviceKey } from '../../dialogs/applications/rules.js';
import type { Sent } from '../../dialogs/cards/fill.js';
import { correct, type AnswerTo } from '../../dialogs/corrections.js';
import * as filesContent from '../../dialogs/files/content.js';
import { wordsOf } from '../../dialogs/files/dialog.js';
import { valueIn } from '../../dialogs/place.js';
import {
  noFocus,
  type Focus,
  type Link,
  type NewCode,
  type View,
  type Need,
  type Question,
} from '../../dialogs/conversation.js';
import {
  anyStep,
  attach,
  converse,
  greet,
  present,
  promptOf,
  settle,
  takesNow,
  type CardMark,
  type Outcome,
} from '../../dialogs/converse.js';
import { answerGroup, greetGroup } from '../../dialogs/group/dialog.js';
import { noReminders, retimed, type Reminders } from '../../dialogs/nudges/reminders.js';
import type { Plan } from '../../dialogs/questions/plan.js';
import { roundInFocus } from '../../dialogs/rounds/dialog.js';
import type { Reply } from '../../dialogs/reply.js';
import { hasTraining } from '../../dialogs/words.js';
import { tellsPatient } from '../../dialogs/understanding/patients.js';
import { codeEnds } from '../../dialogs/sharing/codes.js';
import type { Application } from '../../workflows/application.js';
import { attachedValue, type AttachedFile } from '../../workflows/attached-file.js';
import type { Member } from '../../workflows/authority-rules.js';
import { fieldOf } from '../../workflows/fields.js';
import { londonDate, londonTime, type WorkingCalendar } from '../../workflows/dates.js';
import { removal } from '../../workflows/nudge-rules.js';
import { attachedFiles, attachedTo, microsoft, type MayFetch } from '../channels/attached.js';
import { kindOf, mediaTypes } from '../files/kind.js';
import { mostFiles, receive, refused } from '../files/receive.js';
import type { Scan } from '../files/scan.js';
import { lookUp, namesIn, offerOf, readableBy, type Chats } from './access.js';
import type { Clock } from './clock.js';
import * as content from './content.js';
import { erasePerson } from '../jobs/erasure.js';
import { besides, filled, said } from '../channels/incoming.js';
import type { Locks } from './locks.js';
import { StillLearning, type OpenMind } from './open-mind.js';
import { faultOf, sendPatiently, type SendFault, type SendResult } from '../channels/teams/patience.js';
import type { QuestionPlanner } from '../model/planner.js';
import {
  applicationsOf,
  kinds,
  linkId,
  lostTo,
  type FileRecord,
  type InvitationRecord,
  type LinkRecord,
  type PersonRecord,
} from './records.js';
import { isOfKnownRound, schemeOfIn } from './rounds.js';
import { toActivities } from '../channels/outgoing.js';
import { askedBy, failed, respond, type Asked } from '../channels/teams/invokes.js';
import { addsBot, chatAddress, isGroup, isSpokenTo, placeOf } from '../channels/teams/place.js';
import {
  adderOf,
  fillTurn,
  pressTurn,
  replace,
  statusInPlace,
  type Answered,
  type CardTurn,
} from '../channels/teams/cards-in-place.js';
import { endTyping, showTyping } from '../channels/teams/typing.js';
import { ConversationTurnState, TurnStorage } from '../channels/teams/turn-storage.js';

export interface AssistantOptions {
  readonly store: Store;
  readonly schemes: Schemes;
  readonly clock: Clock;
  readonly calendar: WorkingCalendar;
  readonly mind: OpenMind;
  readonly locks: Locks;
  readonly log: Logger;
  /** Where people reach the assistant, for links: no trailing slash. Asked each time, since the port may be given late. */
  readonly baseUrl: () => string;
  /** Person ids of those who oversee the organisation's applications. */
  readonly coordinators?: readonly string[];
  /** Makes the plan for a question where a language model is configured; without it everything is worked out here. */
  readonly planner?: QuestionPlanner | undefined;
  /** Where files are kept with a form: what looks through them, and from where they are fetched. None by default. */
  readonly files?: { readonly scan?: Scan; readonly mayFetch?: MayFetch } | undefined;
  /** The web chat's memory, once it is there. */
  readonly chats?: () => Chats | undefined;
}

/** What is remembered of a conversation. `answered` lets the same activity, delivered again, get the same answer. */
interface ConversationState {
  focus?: Focus;
  answered?: { id: string; answer?: Answer }[];
  /** The activities before those: they are known again, though their answers are gone. */
  heard?: string[];
  /** Everyone who spoke here, so that it is found when one of them wants it gone. */
  people?: string[];
  /** Applications of which it was said here that they cannot be read. */
  lost?: string[];
  /** A group is welcomed once. */
  isWelcomed?: boolean;
}

/** A file that may be kept: what its answer says, and the bytes. */
type NewFile = AttachedFile & { readonly bytes: Buffer };

interface Answer {
  readonly replies: Reply[];
  readonly mark: CardMark;
  /** What a client that waits was answered, to be answered again. */
  readonly response?: InvokeResponse;
  /** What the message was an answer to, when it changed something: it may be edited. */
  readonly to?: AnswerTo;
  /** What was pressed or sent, when it changed something: the same again, under another id, is the same. */
  readonly press?: string;
}

type State = ConversationTurnState<ConversationState>;

/** Set on a turn that failed, to the code of what went wrong. */
export const turnFault = Symbol('turn fault');
/** Set on a turn whose replies did not all leave, to what became of the first that did not. */
export const turnUnsent = Symbol('turn unsent');
export interface Unsent {
  readonly result: Exclude<SendResult, 'sent'>;
  readonly fault?: SendFault | undefined;
}
/** Set on a turn in which a question was asked, to whether there was an answer. */
export const turnAsked = Symbol('turn asked');

/** How many answers a conversation keeps for an activity that comes again: Teams tries for some seconds. */
const answersKept = 2;
/** How many activities it knows again, so that none acts twice, however many came in between. */
const activitiesKnown = 64;
/** How long a link to a document works, in milliseconds. */
const linkLife = 60 * 60 * 1000;
/** Tries of one turn when another process changes the same records. */
const mostTries = 8;

/** References people can read out: no vowels to make words of, none of 0 O 1 I L 5 S 2 Z that look alike. */
const group = customAlphabet('346789BCDFGHJKMNPQRTVWXY', 4);
/** Last answers to people who are deleted, kept in memory only: nothing of them may be written again. */
const farewellsKept = 100;

export { applicationsOf, linkId } from './records.js';

export interface Assistant {
  /** One activity, from whatever channel. Resolves when what it changed is on disk and its replies are sent. */
  run(context: TurnContext): Promise<void>;
  /** Waits for the turns in hand. */
  settled(): Promise<void>;
}

/** The conversation, wired to its memory and to teams-ai: `design.md`'s one turn, straight through. */
export function createAssistant({
  store,
  schemes,
  clock,
  calendar,
  mind,
  locks,
  log,
  baseUrl,
  coordinators = [],
  planner,
  files,
  chats = () => undefined,
}: AssistantOptions): Assistant {
  const [schemeOf, isKnown] = [schemeOfIn(schemes), isOfKnownRound(schemes)];
  const storage = new TurnStorage(store);
  const inHand = new Set<Promise<unknown>>();
  const farewells = new Map<string, Answer>();
  const app = new TeamsApplication<State>({
    storage,
    startTypingTimer: false,
    turnStateFactory: () => new ConversationTurnState<ConversationState>(),
  });
  // teams-ai 1.7.4 starts its timer whatever the option says; ours is in `teams/typing.ts`.
  app.startTypingTimer = () => undefined;

  app.activity(ActivityTypes.Message, (context, state) =>
    isGroup(context.activity) ? takeGroupTurn(context, state) : takeMessage(context, state),
  );
  app.activity(ActivityTypes.Invoke, async (context, state) => {
    const asked = askedBy(context.activity);
    if (asked) await takeInvoke(context, state, asked);
  });
  app.conversationUpdate('membersAdded', welcome);
  app.activity(ActivityTypes.MessageUpdate, takeEdit);
  app.activity(ActivityTypes.InstallationUpdate, async (context, state) => {
    const isAdded = context.activity.action?.startsWith('add') ?? false;
    if (!isGroup(context.activity)) await reached(context.activity, isAdded);
    if (isAdded) await welcome(context, state);
  });
  // A turn saves its own state, in the same commit as everything else, before it says a word.
  app.turn('afterTurn', () => Promise.resolve(false));

  function takeMessage(context: TurnContext, state: State): Promise<void> {
    const { activity } = context;
    const sent = filled(activity.value);
    if (sent) return takeForm(context, state, sent);
    if (files && attachedTo(activity).length > 0) return takeFile(context, state);
    if (isFileAlone(activity))
      return takeTurn(context, state, (view) => settle(view, { say: () => filesContent.notAskedFor }));
    const { text, card, left = {} } = said(activity);
    const forget = hasPatient(besides(activity, text));
    const talk = (view: View) => {
      const outcome = converse(view, card ? { text, card } : { text });
      return forget ? { ...outcome, forget } : outcome;
    };
    const place = placeOf(activity);
    return card && place.living
      ? takeTurn(
          context,
          state,
          talk,
          pressTurn({ text, card, left }, place, state.conversation.answered ?? []),
        )
      : takeTurn(context, state, talk);
  }

  /** A file with a message. It is fetched only where the open question is for one, and the person may answer it. */
  async function takeFile(context: TurnContext, state: State): Promise<void> {
    const { activity } = context;
    const { text } = said(activity);
    const asked = takesNow(await look(context, state));
    if (!asked)
      return takeTurn(context, state, (view) =>
        text.trim() ? converse(view, { text }) : settle(view, { say: () => filesContent.notAskedFor }),
      );
    const sent = attachedFiles(activity, files?.mayFetch ?? microsoft);
    const kept = await store.find('files-of-application', asked.application);
    const { received, bytes } =
      kept.length < mostFiles ? await receive(sent, asked.takes, files?.scan) : refused('too-many');
    if ('fault' in received)
      log.info({ code: 'FILE_REFUSED', fault: received.fault }, 'a file was not taken');
    const name = sent.map((one) => one.name).join(' ');
    const forget = hasPatient(wordsOf(name, text));
    await takeTurn(
      context,
      state,
      (view) => {
        const outcome = attach(view, { name, text, received });
        return forget ? { ...outcome, forget } : outcome;
      },
      undefined,
      undefined,
      bytes && 'file' in received ? { ...received.file, bytes } : undefined,
    );
  }

  /** A message that was edited: what it answered is answered anew, or it is said why not. */
  async function takeEdit(context: TurnContext, state: State): Promise<void> {
    const { activity } = context;
    if (isGroup(activity) || !activity.id) return;
    const { text } = said(activity);
    const to = state.conversation.answered?.find(({ id }) => id === activity.id)?.answer?.to;
    // Its id is that of the message: the same edit that comes twice is known by its words.
    activity.id = `${activity.id}|edited|${keyOf(text)}`;
    await takeTurn(context, state, (view) => correct(view, to, text));
  }

  /** Removed, and nothing more is sent until it is installed again: the channel would refuse it anyway. */
  async function reached(activity: Activity, isReached: boolean): Promise<void> {
    const id = personIdOf(activity);
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

  /** A whole part that was filled in on its card. */
  function takeForm(context: TurnContext, state: State, sent: Sent): Promise<void> {
    const place = placeOf(context.activity);
    const turn = fillTurn(sent, place);
    return takeTurn(context, state, turn.talk, place.living ? turn : undefined, keyOf(sent));
  }

  /** A card that is answered in place: the same turn, for a client that waits for its answer. */
  async function takeInvoke(context: TurnContext, state: State, asked: Asked): Promise<void> {
    const { activity } = context;
    const place = placeOf(activity);
    switch (asked.kind) {
      case 'unreadable':
        return respond(context, asked.response);
      case 'refresh':
        return respond(context, statusInPlace(await look(context, state), place));
      case 'press': {
        const turn = pressTurn(asked.said, place, state.conversation.answered ?? []);
        return takeTurn(context, state, turn.talk, turn, keyOf(asked.said));
      }
      case 'fill':
        return takeForm(context, state, asked.sent);
    }
  }

  /** What a person would see now. Nothing is done. */
  async function look({ activity }: TurnContext, state: State): Promise<View> {
    const { doc } = await remember(activity);
    const [mine, reminders] = await Promise.all([
      readableBy(store, memberOf(doc)),
      store.get<Reminders>(kinds.reminders, doc.id),
    ]);
    const { view } = await withAsked(
      viewOf(activity, state.conversation, doc, mine, reminders?.doc ?? noReminders),
    );
    return view;
  }

  /** In a group: only when spoken to, and about nobody in particular. It knows no one's application and keeps none. */
  async function takeGroupTurn(context: TurnContext, state: State): Promise<void> {
    const { activity } = context;
    if (!isSpokenTo(activity)) return;
    await inGroup(context, state, (view) => answerGroup(view, said(activity).text, chatAddress(activity)));
  }

  /** The first words: to a person once in a lifetime, to a group once, and to nobody because somebody else came in. */
  async function welcome(context: TurnContext, state: State): Promise<void> {
    const { activity } = context;
    if (isGroup(activity)) {
      const isInstalled = activity.type === String(ActivityTypes.InstallationUpdate);
      if (state.conversation.isWelcomed || !(isInstalled || addsBot(activity))) return;
      const addedBy = await adderOf(context);
      state.conversation.isWelcomed = true;
      return inGroup(context, state, () => greetGroup(addedBy, chatAddress(activity)));
    }
    if (activity.channelId === 'msteams') {
      // Teams tells of the app and of the person, in any order: the first one counts.
      const known = await store.get<PersonRecord>(kinds.person, personIdOf(activity));
      if (known?.doc.greetedAt) return;
    } else if (!activity.membersAdded?.some(({ id }) => id !== activity.recipient.id)) return;
    await takeTurn(context, state, greet);
  }

  async function inGroup(context: TurnContext, state: State, talk: (view: View) => Reply): Promise<void> {
    const { activity } = context;
    const { answered = [], people = [] } = state.conversation;
    const again = activity.id ? answered.find(({ id }) => id === activity.id)?.answer : undefined;
    if (again) return send(context, again.replies, again.mark);
    const { doc } = await remember(activity);
    const replies = [talk(viewOf(activity, {}, doc, [], noReminders))];
    const mark = { application: null, step: anyStep, revision: 0 };
    delete state.conversation.focus;
    state.conversation.people = [...new Set([...people, doc.id])];
    state.conversation.answered = [
      ...answered.slice(1 - answersKept),
      { id: activity.id ?? '', answer: { replies, mark } },
    ];
    await store.commit([state.write]);
    await send(context, replies, mark);
  }

  async function takeTurn(
    context: TurnContext,
    state: State,
    talk: (view: View) => Outcome,
    card?: Pick<CardTurn, 'answer'>,
    press?: string,
    file?: NewFile,
  ): Promise<void> {
    const { activity } = context;
    const waits = activity.type === String(ActivityTypes.Invoke);
    const same = press === undefined ? [] : (state.conversation.answered ?? []);
    const isOld = activity.id !== undefined && state.conversation.heard?.includes(activity.id);
    const again =
      state.conversation.answered?.find(({ id }) => id === activity.id) ??
      (isOld ? { answer: undefined } : undefined) ??
      same.find(({ answer }) => answer?.press === press);
    if (waits && again?.answer?.response) return respond(context, again.answer.response);
    if (again?.answer && activity.id) return send(context, again.answer.replies, again.answer.mark);
    const farewell = activity.id ? farewells.get(farewellTo(activity)) : undefined;
    if (farewell) return send(context, farewell.replies, farewell.mark);
    const person = await remember(activity);
    const mine = await store.find('applications-of-person', person.doc.id);
    // What it comes to is kept when the applications are free again: a channel that takes its time holds up nobody else.
    const { outcome, answered } = await locks.acquire(mine.map((id) => `application/${id}`).sort(), () =>
      decide(context, state, person, again && activity.id ? present : talk, card, press, file),
    );
    if (!answered) return send(context, outcome.replies, outcome.mark);
    // The client has its answer from here on: it leaves when the turn ends, or earlier when that takes too long.
    if (waits) await respond(context, answered.response);
    await Promise.all([
      send(context, waits ? answered.replies : outcome.replies, outcome.mark),
      answered.instead ? replace(context, activity.replyToId, answered.instead) : undefined,
    ]);
  }

  /** Works out the turn and keeps it. When another process was quicker, works it out again from what is now there. */
  async function decide(
    context: TurnContext,
    state: State,
    person: StoredRecord<PersonRecord>,
    talk: (view: View) => Outcome,
    card?: Pick<CardTurn, 'answer'>,
    press?: string,
    file?: NewFile,
  ): Promise<{ outcome: Outcome; answered?: Answered | undefined }> {
    const before = { ...state.conversation };
    const known = (before.answered ?? []).filter(({ id }) => id !== context.activity.id || id === '');
    const plan = planner && once((question: Question) => planner.plan(question, context));
    for (let tries = 1; ; tries++) {
      const mine = await readableBy(store, memberOf(person.doc));
      const reminders = await store.get<Reminders>(kinds.reminders, person.id);
      const { view, asked } = await withAsked(
        viewOf(context.activity, before, person.doc, mine, reminders?.doc ?? noReminders),
      );
      const { talked, opened = asked } = await informed(talk, view, plan);
      const { taken, handed } = await handedOver(talked, opened, view);
      const lost = await lostTo(store, person.id);
      const isNew = lost.some((id) => !before.lost?.includes(id));
      const outcome = withLost(await withCaution(taken, view), isNew ? lost : []);
      const answered = card?.answer(outcome, view);
      const answer: Answer = {
        replies: [...outcome.replies],
        mark: outcome.mark,
        ...(answered ? { response: answered.response } : {}),
        ...(press && outcome.events.length > 0 ? { press } : {}),
        ...(outcome.events.length > 0 ? { to: answeredIn(view) } : {}),
      };
      if (outcome.erase) {
        await erase(person.doc, context.activity, answer);
        return { outcome, answered };
      }
      if (lost.length > 0) state.conversation.lost = lost;
      else delete state.conversation.lost;
      state.conversation.focus = outcome.focus;
      state.conversation.people = [...new Set([...(before.people ?? []), person.id])];
      state.conversation.heard = (before.heard ?? [])
        .filter((id) => id !== context.activity.id)
        .concat(known.slice(0, 1 - answersKept).map(({ id }) => id))
        .slice(answersKept - activitiesKnown);
      state.conversation.answered = [
        ...known.slice(1 - answersKept),
        { id: context.activity.id ?? '', answer },
      ];
      try {
        await store.commit([
          state.write,
          ...changesOf(outcome, opened ? [...mine, opened] : mine, view),
          ...fileWrites(outcome, file),
          ...greeted(person, view),
          ...remindersOf(outcome, view, reminders),
          ...(await othersReminded(outcome, view)),
          ...(await removedTold(outcome, view)),
          ...handed,
        ]);
        if (outcome.asked) context.turnState.set(turnAsked, outcome.asked);
        if (outcome.learn) void learn(store, outcome.learn, view.today);
        // Before the first answer, so that the words never reach the disk.
        if (outcome.forget)
          await chats()?.redact(context.activity.conversation.id, context.activity.id ?? '');
        return { outcome, answered };
      } catch (error) {
        if (!(error instanceof RevisionConflict) || tries === mostTries) throw error;
      }
    }
  }

  /** The turn, with what it asked to be told. */
  async function informed(
    talk: (view: View) => Outcome,
    view: View,
    plan: ((question: Question) => Promise<Plan | null>) | undefined,
  ): Promise<{ talked: Outcome; opened?: StoredRecord<Application> }> {
    const talked = talk(view);
    if (!talked.needs) return { talked };
    if (asksModel(talked.needs))
      return { talked: talk({ ...view, looked: { plan: (await plan?.(talked.needs)) ?? null } }) };
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
    return { talked: talk(await withNames({ ...view, looked }, opened.doc)), opened };
  }

  /** The view with the names in it, and with whose one question this conversation is about. */
  async function withAsked(view: View): Promise<{ view: View; asked?: StoredRecord<Application> }> {
    const { dialog, page } = view.focus;
    if (dialog !== 'asked' || !page) return { view: await withNames(view) };
    const { offer, opened } = await offerOf(store, page);
    return {
      view: await withNames({ ...view, asked: offer }, opened?.doc),
      ...(opened ? { asked: opened } : {}),
    };
  }

  async function withNames(view: View, also?: Application): Promise<View> {
    const applications = also ? [also, ...view.mine] : view.mine;
    return { ...view, names: await namesIn(store, applications, view.person.id) };
  }

  /** An application that changes hands takes along what its old owner was reminded of, and what they put off. */
  async function handedOver(
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

  /** Deletes all that is kept of a person. Their last answer is known again, should their message come twice. */
  async function erase(person: PersonRecord, activity: Activity, answer: Answer): Promise<void> {
    const options = { store, coordinators, chats: chats() };
    await erasePerson(person, clock.now(), options, activity.conversation.id);
    farewells.set(farewellTo(activity), answer);
    for (const key of [...farewells.keys()].slice(0, -farewellsKept)) farewells.delete(key);
    log.info({ code: 'PERSON_DELETED' }, 'a person had their data deleted');
  }

  function memberOf({ id, tenant }: PersonRecord): Member {
    return { id, tenant, coordinator: coordinators.includes(id) };
  }

  /** Keeps who this is and where to reach them, before anything else happens. */
  async function remember(activity: Activity): Promise<StoredRecord<PersonRecord>> {
    const id = personIdOf(activity);
    const known = await store.get<PersonRecord>(kinds.person, id);
    const isPersonal = !isGroup(activity);
    const found = isPersonal
      ? TurnContext.getConversationReference(activity)
      : (known?.doc.reference ?? null);
    const where = found && { ...found, activityId: undefined };
    const doc: PersonRecord = {
      id,
      name: activity.from.name || (known?.doc.name ?? ''),
      tenant: tenantOf(activity),
      greetedAt: known?.doc.greetedAt ?? null,
      reference: where,
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

  /** What there is to be reminded of follows from everything else, so it is worked out at the end of each turn. */
  function remindersOf(outcome: Outcome, view: View, before: StoredRecord<Reminders> | undefined): Write[] {
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
  async function othersReminded({ changed }: Outcome, { person, today }: View): Promise<Write[]> {
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
  async function removedTold({ events, changed }: Outcome, { person, today }: View): Promise<Write[]> {
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

  function greeted({ id, doc }: StoredRecord<PersonRecord>, view: View): Write[] {
    return doc.greetedAt
      ? []
      : [{ kind: kinds.person, id, doc: { ...doc, greetedAt: view.now } as unknown as Json }];
  }

  function viewOf(
    activity: Activity,
    { focus = noFocus }: ConversationState,
    person: PersonRecord,
    records: StoredRecord<Application>[],
    reminders: Reminders,
  ): View {
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
      group: isGroup(activity),
      ...(files ? { files: true } : {}),
      // A press in a client that waits has no time for a model.
      model: planner !== undefined && activity.type === String(ActivityTypes.Message),
      reminders,
      calendar,
      mind: mind.now,
      newReference: () => `AP-${group()}-${group()}`,
      newCode: () => Array.from({ length: 5 }, () => group()).join('-'),
      newToken: () => nanoid(32),
      baseUrl: baseUrl(),
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

  /** Tells of another application for the same service, when this turn made that known. */
  async function withCaution(outcome: Outcome, view: View): Promise<Outcome> {
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

  async function send(context: TurnContext, replies: readonly Reply[], mark: CardMark): Promise<void> {
    await endTyping(context);
    const place = placeOf(context.activity);
    for (const message of replies.flatMap((reply) => toActivities(reply, mark, place))) {
      let fault: SendFault | undefined;
      const onFault = (found: SendFault) => (fault = found);
      const result = await sendPatiently(() => context.sendActivity(message), { onFault });
      // The answer is kept either way; the next message shows where things stand.
      if (result === 'sent') continue;
      if (!context.turnState.has(turnUnsent))
        context.turnState.set(turnUnsent, { result, fault } satisfies Unsent);
      const { code: cause, status } = fault ?? {};
      // Who blocked or removed the assistant is no trouble of the operator's.
      log[result === 'refused' ? 'warn' : 'error'](
        { code: 'REPLY_NOT_DELIVERED', result, cause, status },
        'a reply was not delivered',
      );
    }
  }

  async function run(context: TurnContext): Promise<void> {
    const { activity } = context;
    if (!activity.from?.id || !activity.conversation?.id) return;
    const keys = [`conversation/${activity.conversation.id}`, `person/${personIdOf(activity)}`];
    showTyping(context);
    const turn = locks
      .acquire(keys, () => app.run(context).catch((error: unknown) => afterLearning(context, error)))
      .catch((error: unknown) => apologise(context, error));
    inHand.add(turn);
    try {
      await turn;
    } finally {
      inHand.delete(turn);
      await endTyping(context);
    }
  }

  /** A turn that needs what is still being learnt is taken again when it is. Nothing was kept of it, and nobody else waits. */
  async function afterLearning(context: TurnContext, error: unknown): Promise<unknown> {
    if (!(error instanceof StillLearning)) throw error;
    await mind.learn();
    return app.run(context);
  }

  /** Every state is as it was; say sorry in plain words, with a reference for whoever looks it up in the log. */
  async function apologise(context: TurnContext, error: unknown): Promise<void> {
    const incident = nanoid(8);
    const code = (error as { code?: unknown } | null)?.code;
    const known = typeof code === 'string' ? code : 'TURN_FAILED';
    context.turnState.set(turnFault, known);
    log.error({ incident, code: known, stack: stackOf(error) }, 'turn failed');
    const text = error instanceof StoreUnavailable ? error.userMessage : content.sorry(incident);
    await endTyping(context);
    if (context.activity.type === String(ActivityTypes.Invoke))
      return respond(context, failed(context.activity, text));
    await context.sendActivity(text).catch((fault: unknown) => {
      const { code: cause, status } = faultOf(fault);
      log.error({ incident, code: 'REPLY_FAILED', cause, status }, 'apology not delivered');
    });
  }

  return {
    run,
    settled: async () => {
      await Promise.allSettled(inHand);
    },
  };
}

/** The question that is open before a turn. */
function answeredIn(view: View): AnswerTo {
  return { application: view.application?.reference ?? null, step: promptOf(view).step };
}

/** Something attached and nothing said. */
function isFileAlone({ text, value, attachments = [] }: Activity): boolean {
  return attachedTo({ attachments }).length > 0 && value === undefined && (text ?? '').trim() === '';
}

/** Is there something in words that nobody hears which may not be kept? */
function hasPatient(words: readonly string[]): boolean {
  return words.some((one) => tellsPatient(one) !== undefined);
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

function asksModel(need: Need): need is Question {
  return typeof need === 'object' && 'entries' in need;
}

/** A turn that is worked out again, because another process was quicker, asks nobody twice. */
function once<Q, A>(ask: (question: Q) => Promise<A>): (question: Q) => Promise<A> {
  let answer: Promise<A> | undefined;
  return (question) => (answer ??= ask(question));
}

/** The bytes of a file, where the turn took it for an answer: with that answer, or not at all. */
function fileWrites({ events, changed: [application] }: Outcome, file: NewFile | undefined): Write[] {
  const isTaken = file && events.some((event) => valueIn(event) === attachedValue(file));
  if (!application || !isTaken) return [];
  const { id, name, bytes } = file;
  const kind = kindOf(bytes);
  const doc: FileRecord = {
    ...{ application: application.reference, name },
    contentType: kind ? mediaTypes[kind] : 'application/octet-stream',
    content: bytes.toString('base64'),
  };
  return [{ kind: kinds.file, id, doc: doc as unknown as Json, expect: 0 }];
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

function farewellTo({ conversation, id }: Activity): string {
  return `${conversation.id}\n${id ?? ''}`;
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

/** Names a press or a form that was sent, so that the same is known again. */
function keyOf(asked: unknown): string {
  return createHash('sha256').update(JSON.stringify(asked)).digest('base64url');
}

/** One person, in whatever conversation: by directory id where the channel gives one. */
export function personIdOf({ channelId, from }: Pick<Activity, 'channelId' | 'from'>): string {
  return channelId === 'msteams' ? `teams-${from.aadObjectId ?? from.id}` : from.id;
}

export function tenantOf({ channelId, conversation, channelData }: Activity): string {
  const { tenant } = (channelData ?? {}) as { tenant?: { id?: unknown } };
  return conversation.tenantId ?? (typeof tenant?.id === 'string' ? tenant.id : channelId);
}

/** Where it failed, without the message: a message may hold what a person wrote. */
export function stackOf(error: unknown): string {
  if (!(error instanceof Error) || !error.stack) return '';
  return error.stack
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 8)
    .join('\n');
}
