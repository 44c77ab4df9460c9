import { createHash } from 'node:crypto';
import {
  Application as TeamsApplication,
  TurnState,
  type DefaultTempState,
  type DefaultUserState,
} from '@microsoft/teams-ai';
import type AsyncLock from 'async-lock';
import { ActivityTypes, TurnContext, type Activity } from 'botbuilder';
import { customAlphabet, nanoid } from 'nanoid';
import type { Logger } from 'pino';
import type { Schemes } from '../data/schemes/schemes.js';
import { RevisionConflict, StoreUnavailable } from '../data/store/errors.js';
import type { Json, Store, StoredRecord, Write } from '../data/store/store.js';
import { sameService } from '../dialogs/applications/content.js';
import { noFocus, type Focus, type Link, type View } from '../dialogs/conversation.js';
import { converse, greet, type CardMark, type Outcome } from '../dialogs/converse.js';
import { noReminders, retimed, type Reminders } from '../dialogs/nudges/reminders.js';
import type { Reply } from '../dialogs/reply.js';
import type { Application } from '../workflows/application.js';
import { londonDate, londonTime, type WorkingCalendar } from '../workflows/dates.js';
import type { Scheme } from '../workflows/scheme.js';
import type { Clock } from './clock.js';
import * as content from './content.js';
import { said } from './hear.js';
import { sendPatiently } from './patience.js';
import { kinds, serviceKey, type LinkRecord, type PersonRecord } from './records.js';
import { toActivity } from './shape.js';
import { TurnStorage } from './turn-storage.js';

export interface AssistantOptions {
  readonly store: Store;
  readonly schemes: Schemes;
  readonly clock: Clock;
  readonly calendar: WorkingCalendar;
  readonly locks: AsyncLock;
  readonly log: Logger;
  /** Where people reach the assistant, for links: no trailing slash. Asked each time, since the port may be given late. */
  readonly baseUrl: () => string;
}

/** What is remembered of a conversation. `answered` lets the same activity, delivered again, get the same answer. */
interface ConversationState {
  focus?: Focus;
  answered?: { id: string; replies: Reply[]; mark: CardMark }[];
}

type State = TurnState<ConversationState, DefaultUserState, DefaultTempState>;

/** How many answers a conversation keeps for an activity that comes again: Teams tries for some seconds. */
const answersKept = 4;
/** How long a link to a document works, in milliseconds. */
const linkLife = 60 * 60 * 1000;
/** Tries of one turn when another process changes the same records. */
const mostTries = 8;

/** References people can read out: no vowels to make words of, none of 0 O 1 I L 5 S 2 Z that look alike. */
const reference = customAlphabet('346789BCDFGHJKMNPQRTVWXY', 4);

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
  locks,
  log,
  baseUrl,
}: AssistantOptions): Assistant {
  const storage = new TurnStorage(store);
  const inHand = new Set<Promise<unknown>>();
  const app = new TeamsApplication<State>({
    storage,
    startTypingTimer: false,
    turnStateFactory: () => new TurnState() as State,
  });

  app.activity(ActivityTypes.Message, (context, state) =>
    takeTurn(context, state, (view) => converse(view, said(context.activity))),
  );
  app.conversationUpdate('membersAdded', async (context, state) => {
    const { membersAdded = [], recipient } = context.activity;
    if (membersAdded.some(({ id }) => id !== recipient.id)) await takeTurn(context, state, greet);
  });
  // A turn saves its own state, in the same commit as everything else, before it says a word.
  app.turn('afterTurn', () => Promise.resolve(false));

  async function takeTurn(context: TurnContext, state: State, talk: (view: View) => Outcome): Promise<void> {
    const { activity } = context;
    const again = state.conversation.answered?.find(({ id }) => id === activity.id);
    if (again && activity.id) return send(context, again.replies, again.mark);
    const person = await remember(activity);
    const mine = await applicationsOf(store, person.doc.id);
    await locks.acquire(mine.map(({ id }) => `application/${id}`).sort(), async () => {
      const outcome = await decide(context, state, person, talk);
      await send(context, outcome.replies, outcome.mark);
    });
  }

  /** Works out the turn and keeps it. When another process was quicker, works it out again from what is now there. */
  async function decide(
    context: TurnContext,
    state: State,
    person: StoredRecord<PersonRecord>,
    talk: (view: View) => Outcome,
  ): Promise<Outcome> {
    const before = { ...state.conversation };
    for (let tries = 1; ; tries++) {
      const mine = await applicationsOf(store, person.doc.id);
      const reminders = await store.get<Reminders>(kinds.reminders, person.id);
      const view = viewOf(context.activity, before, person.doc, mine, reminders?.doc ?? noReminders);
      const outcome = await withCaution(talk(view), view);
      state.conversation.focus = outcome.focus;
      state.conversation.answered = [
        ...(before.answered ?? []).slice(1 - answersKept),
        { id: context.activity.id ?? '', replies: [...outcome.replies], mark: outcome.mark },
      ];
      const writes = await storage.staging(
        () => state.save(context, storage) as Promise<unknown> as Promise<void>,
      );
      try {
        await store.commit([
          ...writes,
          ...changesOf(outcome, mine),
          ...greeted(person, view),
          ...remindersOf(outcome, view, reminders),
        ]);
        return outcome;
      } catch (error) {
        if (!(error instanceof RevisionConflict) || tries === mostTries) throw error;
      }
    }
  }

  /** Keeps who this is and where to reach them, before anything else happens. */
  async function remember(activity: Activity): Promise<StoredRecord<PersonRecord>> {
    const id = personIdOf(activity);
    const known = await store.get<PersonRecord>(kinds.person, id);
    const isPersonal = !activity.conversation.isGroup;
    const found = isPersonal
      ? TurnContext.getConversationReference(activity)
      : (known?.doc.reference ?? null);
    const where = found && { ...found, activityId: undefined };
    const doc: PersonRecord = {
      id,
      name: activity.from.name ?? known?.doc.name ?? '',
      tenant: tenantOf(activity),
      greetedAt: known?.doc.greetedAt ?? null,
      reference: where ? (JSON.parse(JSON.stringify(where)) as PersonRecord['reference']) : null,
    };
    if (known && JSON.stringify(known.doc) === JSON.stringify(doc)) return known;
    await store.commit([{ kind: kinds.person, id, doc: doc as unknown as Json }]);
    return { kind: kinds.person, id, revision: (known?.revision ?? 0) + 1, doc };
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
    if (JSON.stringify(kept) === JSON.stringify(before?.doc ?? noReminders)) return [];
    return [
      {
        kind: kinds.reminders,
        id: view.person.id,
        doc: kept as unknown as Json,
        expect: before?.revision ?? 0,
      },
    ];
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
    const mine = records.map(({ doc }) => doc);
    const application = mine.find((one) => one.reference === focus.application);
    const now = clock.now();
    return {
      now,
      today: londonDate(now),
      time: londonTime(now),
      person,
      focus: focus.application && !application ? noFocus : focus,
      application,
      scheme: application ? schemeOf(application) : schemes.current,
      schemeOf,
      currentScheme: schemes.current,
      mine,
      group: activity.conversation.isGroup ?? false,
      reminders,
      calendar,
      newReference: () => `AP-${reference()}-${reference()}`,
      newToken: () => nanoid(32),
      baseUrl: baseUrl(),
    };
  }

  function schemeOf({ scheme: { id, version } }: Application): Scheme {
    return schemes.schemes.get(`${id}@${version}`) ?? schemes.current;
  }

  function changesOf({ changed, links }: Outcome, before: readonly StoredRecord<Application>[]): Write[] {
    const latest = new Map(changed.map((application) => [application.reference, application]));
    const expires = new Date(Date.parse(clock.now()) + linkLife).toISOString();
    return [
      ...[...latest].map(([id, doc]) => ({
        kind: kinds.application,
        id,
        doc: doc as unknown as Json,
        expect: before.find((record) => record.id === id)?.revision ?? 0,
      })),
      ...links.map((link) => linkWrite(link, expires)),
    ];
  }

  /** Tells of another application for the same service, when this turn made that known. */
  async function withCaution(outcome: Outcome, view: View): Promise<Outcome> {
    const [application] = outcome.changed;
    const key = application && serviceKey(application);
    const before = view.mine.find((one) => one.reference === application?.reference);
    if (!key || (before && serviceKey(before) === key)) return outcome;
    const others = (await store.find('applications-of-service', key)).filter(
      (id) => id !== application.reference,
    );
    const [first, ...rest] = outcome.replies;
    if (others.length === 0 || !first) return outcome;
    const service = String(application.snapshot.context.form.context.answers['service-name']);
    return { ...outcome, replies: [{ ...first, text: `${sameService(service)}\n\n${first.text}` }, ...rest] };
  }

  async function send(context: TurnContext, replies: readonly Reply[], mark: CardMark): Promise<void> {
    for (const reply of replies) {
      const result = await sendPatiently(() => context.sendActivity(toActivity(reply, mark)));
      // The answer is kept either way; the next message shows where things stand.
      if (result !== 'sent') log.warn({ code: 'REPLY_NOT_DELIVERED', result }, 'a reply was not delivered');
    }
  }

  async function run(context: TurnContext): Promise<void> {
    const { activity } = context;
    if (!activity.from?.id || !activity.conversation?.id) return;
    const turn = locks.acquire(`person/${personIdOf(activity)}`, async () => {
      try {
        await app.run(context);
      } catch (error) {
        await apologise(context, error);
      }
    });
    inHand.add(turn);
    try {
      await turn;
    } finally {
      inHand.delete(turn);
    }
  }

  /** Every state is as it was; say sorry in plain words, with a reference for whoever looks it up in the log. */
  async function apologise(context: TurnContext, error: unknown): Promise<void> {
    const incident = nanoid(8);
    const code = (error as { code?: unknown } | null)?.code;
    log.error(
      { incident, code: typeof code === 'string' ? code : 'TURN_FAILED', stack: stackOf(error) },
      'turn failed',
    );
    const text = error instanceof StoreUnavailable ? error.userMessage : content.sorry(incident);
    await context
      .sendActivity(text)
      .catch(() => log.warn({ incident, code: 'REPLY_FAILED' }, 'apology not delivered'));
  }

  return {
    run,
    settled: async () => {
      await Promise.allSettled(inHand);
    },
  };
}

/** Every application that a person may see, newest first. */
export async function applicationsOf(store: Store, person: string): Promise<StoredRecord<Application>[]> {
  const ids = await store.find('applications-of-person', person);
  const found = await Promise.all(ids.map((id) => store.get<Application>(kinds.application, id)));
  return found
    .filter((record) => record !== undefined)
    .sort((a, b) => b.doc.createdAt.localeCompare(a.doc.createdAt));
}

/** The record of a link: only a hash of its token is kept, so a copy of the store opens no document. */
export function linkId(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function linkWrite({ token, document, application, person }: Link, expires: string): Write {
  const doc: LinkRecord = { document, application, person, expires };
  return { kind: kinds.link, id: linkId(token), doc: doc as unknown as Json };
}

/** One person, in whatever conversation: by directory id where the channel gives one. */
export function personIdOf({ channelId, from }: Pick<Activity, 'channelId' | 'from'>): string {
  return channelId === 'msteams' ? `teams-${from.aadObjectId ?? from.id}` : from.id;
}

export function tenantOf({ channelId, conversation }: Activity): string {
  return conversation.tenantId ?? channelId;
}

/** Where it failed, without the message: a message may hold what a person wrote. */
function stackOf(error: unknown): string {
  if (!(error instanceof Error) || !error.stack) return '';
  return error.stack
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 8)
    .join('\n');
}
