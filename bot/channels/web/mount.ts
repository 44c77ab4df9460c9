import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Server as HttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { nanoid } from 'nanoid';
import { same } from '../../http/same.js';
import type { Request, Response, Server } from '../../http/routes.js';
import type { Json, Store } from '../../../data/store/store.js';
import { Refusal, answer, readJson, type JsonObject } from '../../http/answers.js';
import { readUpload } from './upload.js';
import { ChatHistory, pageOf, withoutWords, type ChatActivity } from './history.js';
import { isSameOrigin, personOf } from '../../http/people.js';
import { arrival, forBot, fromBot, fromBrowser, type Party, type WebActivity } from './said.js';
import { Sockets } from './sockets.js';
import { openTokens, streamSeconds, tokenSeconds, type Claims, type Tokens } from './tokens.js';

/** Direct Line 3.0 for the web page: Web Chat speaks it. Browsers on one side, the bot's connector on the other. */

export interface DirectLineOptions {
  /**
   * Brings an activity to the bot and resolves when its turn is over: `deliverTo(adapter, turn)`. The answers do not
   * come back by it but over the connector.
   */
  readonly deliver: (activity: WebActivity) => Promise<unknown>;
  /** Opened with `webchatLookups` among its look-ups. */
  readonly store: Store;
  readonly bot?: Party;
  /** Browsers come by https, through a proxy that this server cannot see. */
  readonly secure?: boolean;
  /** Said in the chat when a message could not be brought to the bot at all. */
  readonly sorry?: string;
  /** Asked of each message before it is taken: a refusal, and what to say in the chat, when it is too much. */
  readonly refuseFor?: (person: string) => Promise<{ refusal: Refusal; say?: string } | undefined>;
  /** Are files taken at all? Whether one is asked for now is for the turn to say. */
  readonly takesFiles?: boolean;
  /** Asked of streams, which no other guard sees: does it come from where people may come from? */
  readonly mayCome?: (request: IncomingMessage) => boolean;
  /** The time, as an ISO instant: what is said is kept under it. */
  readonly now?: () => string;
  /** For the log: a code and the cause. Neither holds words of a person. */
  readonly onFault?: (code: string, error: unknown) => void;
}

export interface MountedDirectLine {
  /** Where the bot's answers go. It changes with every start; known once the server listens. */
  readonly serviceUrl: string;
  /** A saved reference to a web conversation, with the address that is right now. Others come back as they are. */
  current<T extends { readonly channelId?: string; readonly serviceUrl?: string }>(reference: T): T;
  /**
   * Replaces the words of an activity by `(removed)`, in the store and on open pages. Called before the bot's first
   * answer to that message, its words never reach the disk. Answers whether there was such an activity.
   */
  redact(conversationId: string, activityId: string): Promise<boolean>;
  /** Deletes all web conversations of a person. `open` stays usable, emptied, so that the bot can say it is done. */
  forget(person: string, open?: string): Promise<void>;
  /** Deletes what was said up to a day, that day too, in every conversation. Answers how much that was. */
  forgetUntil(day: string): Promise<number>;
  /** All that is kept of a person's web conversations, oldest first in each: for "what do you hold about me". */
  transcripts(person: string): Promise<{ conversation: string; activities: ChatActivity[] }[]>;
  /** Closes the streams and waits for what is being saved. */
  close(): Promise<void>;
}

const root = '/v3/directline';
/** Milliseconds: Direct Line clients give up after 20 seconds, and the turn goes on without them. */
const answerWithin = 15_000;
/** Milliseconds, enough for the answer to a sending to arrive before what follows it. */
const tellAgainAfter = 300;
/** Conversations in memory without an open page. */
const idleKept = 200;
/** A page that is loaded again shows about this many activities; older ones are fetched by an earlier watermark. */
const recent = 150;
const idShape = /^[A-Za-z0-9_-]{10,40}$/;

const refusals = {
  noToken: () => new Refusal(401, 'Unauthorized', 'Send the token as Authorization: Bearer …'),
  badToken: () => new Refusal(403, 'TokenExpired', 'The token is not valid or has run out. Get a new one.'),
  notYours: () => new Refusal(403, 'BadTokenScope', 'The token is not for this conversation.'),
  unknown: () => new Refusal(404, 'NotFound', 'There is no such conversation.'),
};

/**
 * Serves Direct Line 3.0 for the web page, and the connector by which the bot answers. Mount it on loopback only, or
 * behind something that knows who people are: a browser is a person here, and nothing more is asked.
 */
export function mountDirectLine(server: Server, options: DirectLineOptions): MountedDirectLine {
  const { store, bot = { id: 'ap-pathway', name: 'AP Pathway' } } = options;
  const now = options.now ?? (() => new Date().toISOString());
  const onFault = options.onFault ?? (() => undefined);
  const sorry =
    options.sorry ??
    'Sorry, something went wrong and I did not get that. What you saved before is safe. Please send it again.';
  const secret = randomBytes(32).toString('base64url');
  let opened: Promise<Tokens> | undefined;
  /** A disk that was full at the start may have room by now: what failed is tried again when it is needed. */
  const opening = (): Promise<Tokens> =>
    (opened ??= openTokens(store).catch((error: unknown) => {
      opened = undefined;
      onFault('webchat.key', error);
      throw error;
    }));
  opening().catch(() => undefined);
  const histories = new Map<string, Promise<ChatHistory | undefined>>();
  const sockets = new Sockets(server, opening, historyOf, onFault, options.mayCome);
  const turns = new Set<Promise<unknown>>();
  /** Greetings under way: a quick first message waits for them, so that they stay first. */
  const arrivals = new Map<string, Promise<unknown>>();

  function historyOf(id: string): Promise<ChatHistory | undefined> {
    const known = histories.get(id);
    const history = known ?? (idShape.test(id) ? ChatHistory.open(store, id) : Promise.resolve(undefined));
    histories.delete(id);
    histories.set(id, history);
    if (!known) {
      history.then(
        (found) => found ?? histories.delete(id),
        () => histories.delete(id),
      );
      forgetIdle();
    }
    return history;
  }

  function forgetIdle(): void {
    if (turns.size > 0) return;
    for (const id of [...histories.keys()].slice(0, Math.max(0, histories.size - idleKept)))
      if (!sockets.hasListeners(id)) histories.delete(id);
  }

  async function mine(claims: Claims): Promise<ChatHistory> {
    const history = await historyOf(claims.conv);
    if (!history) throw refusals.unknown();
    if (history.person !== claims.user) throw refusals.notYours();
    return history;
  }

  async function claimsOf(request: Request): Promise<Claims> {
    const token = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (!token) throw refusals.noToken();
    const claims = (await opening()).read(token);
    if (claims?.use !== 'api') throw refusals.badToken();
    const asked = param(request, 'conversationId');
    if (asked !== undefined && asked !== claims.conv) throw refusals.notYours();
    return claims;
  }

  async function ticket(user: string, conv: string): Promise<JsonObject> {
    const token = (await opening()).issue({ user, conv, use: 'api' });
    return { conversationId: conv, token, expires_in: tokenSeconds };
  }

  async function withStream(request: Request, claims: Claims, watermark = ''): Promise<JsonObject> {
    const t = (await opening()).issue({ user: claims.user, conv: claims.conv, use: 'stream' });
    const scheme = options.secure || request.isSecure() ? 'wss' : 'ws';
    const query = new URLSearchParams({ watermark, t }).toString();
    const streamUrl = `${scheme}://${request.headers.host}${root}/conversations/${claims.conv}/stream?${query}`;
    return {
      ...(await ticket(claims.user, claims.conv)),
      streamUrl,
      streamExpiresIn: streamSeconds,
      referenceGrammarId: '',
    };
  }

  /** What could not be saved now is shown all the same, and saved with what follows. */
  async function keep(history: ChatHistory): Promise<void> {
    await history.save().catch((error: unknown) => onFault('webchat.save', error));
  }

  async function botSays(history: ChatHistory, said: JsonObject & { type: string }, replyToId?: Json) {
    const answered = typeof replyToId === 'string' && history.has(replyToId) ? replyToId : undefined;
    const whole = {
      ...said,
      // Web Chat holds an answer back for five seconds while it waits for a message that never comes.
      ...(answered ? { replyToId: answered } : {}),
      channelId: 'webchat',
      from: { ...bot, role: 'bot' },
      conversation: { id: history.id },
      timestamp: now(),
    };
    if (said.type === 'typing') {
      const passing = { ...whole, id: nanoid(), channelData: { 'webchat:sequence-id': history.next - 0.5 } };
      sockets.send(history.id, passing);
      return passing.id;
    }
    if (answered) history.release(answered);
    const { id } = history.say(whole);
    await keep(history);
    sockets.told(history.id);
    return id;
  }

  function takeTurn(history: ChatHistory, said: ChatActivity): Promise<unknown> {
    const { id, person } = history;
    const where = { conversation: id, person, bot, serviceUrl: mounted.serviceUrl, now: new Date(now()) };
    const turn = Promise.resolve().then(() => options.deliver(forBot(said, where)));
    turns.add(turn);
    const over = () => turns.delete(turn);
    turn.then(over, over);
    return turn;
  }

  // The browser's side.

  route('post', `${root}/tokens/generate`, async (request) => {
    const person = personOf(request);
    if (!isSameOrigin(request)) throw new Refusal(403, 'Forbidden', 'Ask from the page itself.');
    if (!person) throw new Refusal(401, 'Unauthorized', 'Open the page first: it sets a cookie.');
    if (!/^application\/json\b/i.test(request.headers['content-type'] ?? ''))
      throw new Refusal(415, 'UnsupportedMediaType', 'Send JSON, with Content-Type: application/json.');
    const { conversationId } = await readJson(request);
    if (conversationId === undefined || conversationId === null)
      return [200, await ticket(person, nanoid(24))];
    const history = typeof conversationId === 'string' ? await historyOf(conversationId) : undefined;
    if (!history) throw refusals.unknown();
    if (history.person !== person) throw refusals.notYours();
    const watermark = String(Math.max(history.first, history.next - recent));
    return [200, { ...(await ticket(person, history.id)), watermark }];
  });

  route('post', `${root}/tokens/refresh`, async (request) => {
    const { user, conv } = await claimsOf(request);
    return [200, await ticket(user, conv)];
  });

  route('post', `${root}/conversations`, async (request) => {
    const claims = await claimsOf(request);
    const { locale } = await readJson(request);
    if (await historyOf(claims.conv)) {
      await mine(claims);
      return [200, await withStream(request, claims)];
    }
    const history = await ChatHistory.start(store, claims.conv, claims.user, now());
    histories.set(claims.conv, Promise.resolve(history));
    const came = arrival(claims.conv, claims.user);
    if (typeof locale === 'string' && locale.length <= 35) came.locale = locale;
    const greeting = takeTurn(history, came)
      .catch((error: unknown) => onFault('webchat.deliver', error))
      .finally(() => arrivals.delete(claims.conv));
    arrivals.set(claims.conv, greeting);
    return [201, await withStream(request, claims)];
  });

  route('get', `${root}/conversations/:conversationId`, async (request) => {
    const claims = await claimsOf(request);
    const watermark = placeIn(request);
    await mine(claims);
    return [200, await withStream(request, claims, watermark === undefined ? '' : String(watermark))];
  });

  route('get', `${root}/conversations/:conversationId/activities`, async (request) => {
    const claims = await claimsOf(request);
    const place = placeIn(request) ?? 0;
    const { activities, next } = await (await mine(claims)).everything(place);
    return [200, { activities, watermark: String(next) }];
  });

  route('post', `${root}/conversations/:conversationId/activities`, async (request) => {
    const history = await mine(await claimsOf(request));
    return hear(history, fromBrowser(await readJson(request)));
  });

  /** What somebody says: shown, brought to the bot, and kept. `attachments` are for the bot alone. */
  async function hear(
    history: ChatHistory,
    body: JsonObject & { type: string },
    attachments?: Json,
  ): Promise<[number, JsonObject]> {
    const greeting = arrivals.get(history.id);
    if (greeting) await Promise.race([greeting, late()]);
    const whole = {
      ...body,
      from: { id: history.person, name: '', role: 'user' },
      channelId: 'webchat',
      conversation: { id: history.id },
      timestamp: now(),
    };
    // Nobody sees an event again, so nothing of it is kept.
    if (body.type !== 'message') {
      await takeTurn(history, { ...whole, id: nanoid() });
      return [200, { id: '' }];
    }
    const twice = history.sentAs(body);
    if (twice) return [200, { id: twice }];
    const tooMuch = await options.refuseFor?.(history.person);
    if (tooMuch) {
      if (tooMuch.say) await botSays(history, { type: 'message', text: tooMuch.say });
      throw tooMuch.refusal;
    }
    // What a card sends is for the bot alone: a page that is opened again shows the words, never what was filled in.
    const { value, name, ...shown } = whole as typeof whole & { value?: Json; name?: Json };
    const said = history.say(shown, true);
    sockets.told(history.id);
    // The name of a file is shown as words, and heard as the file's.
    const heard = attachments === undefined ? {} : { text: '', attachments };
    const turn = takeTurn(history, { ...said, ...heard, ...withoutNothing({ value, name }) }).finally(() => {
      history.release(said.id);
      return keep(history);
    });
    const failed = await Promise.race([turn.then(() => false, failure), late()]);
    if (!failed) {
      tellAgain(history, said);
      return [200, { id: said.id }];
    }
    onFault('webchat.deliver', failed);
    await botSays(history, { type: 'message', text: sorry });
    throw new Refusal(502, 'BotError', 'The assistant could not take the message.');
  }

  /** Web Chat puts its first copy back when its sending is confirmed, so a change during the turn is told once more. */
  function tellAgain(history: ChatHistory, said: ChatActivity): void {
    const is = history.inMemory(said.id);
    if (is && is !== said) setTimeout(() => sockets.send(history.id, is), tellAgainAfter).unref();
  }

  route('post', `${root}/conversations/:conversationId/upload`, async (request) => {
    const history = await mine(await claimsOf(request));
    if (!options.takesFiles)
      throw new Refusal(415, 'UnsupportedMediaType', 'Files are not taken here. Write it instead.');
    const { name, attachment } = await readUpload(request);
    return hear(history, { type: 'message', text: `📎 ${name}` }, [attachment]);
  });

  // The bot's side: only this process knows the secret in the path.

  const connector = '/connector/:key/v3/conversations/:conversationId/activities';

  async function theirs(request: Request): Promise<ChatHistory> {
    if (!same(param(request, 'key') ?? '', secret)) throw refusals.unknown();
    const history = await historyOf(param(request, 'conversationId') ?? '');
    if (!history) throw refusals.unknown();
    return history;
  }

  async function answered(request: Request): Promise<[number, JsonObject]> {
    const history = await theirs(request);
    const body = await readJson(request);
    const replyToId = param(request, 'activityId') ?? body.replyToId;
    return [200, { id: await botSays(history, fromBot(body), replyToId) }];
  }

  route('post', connector, answered);
  route('post', `${connector}/:activityId`, answered);

  route('put', `${connector}/:activityId`, async (request) => {
    const history = await theirs(request);
    const id = param(request, 'activityId') ?? '';
    const is = fromBot(await readJson(request));
    await replace(history, id, (was) => ({
      ...was,
      ...is,
      id,
      channelData: { ...(is.channelData as JsonObject | undefined), ...(was.channelData as JsonObject) },
    }));
    return [200, { id }];
  });

  route('del', `${connector}/:activityId`, async (request) => {
    const history = await theirs(request);
    await replace(history, param(request, 'activityId') ?? '', () => null);
    return [200, {}];
  });

  async function replace(
    history: ChatHistory,
    id: string,
    to: (was: ChatActivity) => ChatActivity | null,
  ): Promise<void> {
    let is: ChatActivity | null = null;
    const was = await history.change(id, (before) => (is = to(before)));
    if (!was) throw new Refusal(404, 'NotFound', 'There is no such activity.');
    await keep(history);
    sockets.send(history.id, is ?? { ...was, type: 'messageDelete', text: '' });
  }

  /** Tells open pages what is there no more. */
  function takeBack(conversation: string, ids: readonly string[]): void {
    for (const id of ids)
      sockets.send(conversation, { type: 'messageDelete', id, from: { ...bot, role: 'bot' } });
  }

  function route(
    method: 'get' | 'post' | 'put' | 'del',
    path: string,
    handle: (request: Request) => Promise<[number, JsonObject]>,
  ): void {
    server[method](path, async (request: Request, response: Response) => {
      try {
        const [status, body] = await handle(request);
        answer(response, status, body);
      } catch (error) {
        const refusal =
          error instanceof Refusal
            ? error
            : new Refusal(503, 'ServiceUnavailable', 'It cannot be done just now. Try again in a minute.');
        if (refusal !== error) onFault('webchat.request', error);
        if (refusal.retryAfter) response.setHeader('Retry-After', String(refusal.retryAfter));
        answer(response, refusal.status, { error: { code: refusal.code, message: refusal.message } });
      }
    });
  }

  const mounted: MountedDirectLine = {
    get serviceUrl() {
      const address = server.server.address() as AddressInfo | null;
      const host = address?.address === '::1' ? '[::1]' : '127.0.0.1';
      return `${server.server instanceof HttpsServer ? 'https' : 'http'}://${host}:${address?.port ?? 0}/connector/${secret}`;
    },
    current(reference) {
      return reference.channelId === 'webchat' ? { ...reference, serviceUrl: mounted.serviceUrl } : reference;
    },
    async redact(conversationId, activityId) {
      const history = await historyOf(conversationId);
      if (!history?.has(activityId)) return false;
      await replace(history, activityId, withoutWords);
      return true;
    },
    async forget(person, open) {
      for (const id of await store.find('webchat-by-person', person)) {
        const history = await historyOf(id);
        if (!history) continue;
        takeBack(id, await history.clear());
        if (id === open) continue;
        histories.delete(id);
        sockets.drop(id);
        await store.commit(await ChatHistory.erasing(store, id));
      }
    },
    async forgetUntil(day) {
      let count = 0;
      for (const one of await store.keys('webchat-pages-by-day', undefined, day))
        for (const [id, number] of (await store.find('webchat-pages-by-day', one)).map(pageOf)) {
          const gone = (await (await historyOf(id))?.forgetUntil(day, number)) ?? [];
          takeBack(id, gone);
          count += gone.length;
        }
      return count;
    },
    async transcripts(person) {
      const all = [];
      for (const conversation of await store.find('webchat-by-person', person)) {
        const history = await historyOf(conversation);
        if (history) all.push({ conversation, activities: (await history.everything()).activities });
      }
      return all;
    },
    async close() {
      sockets.close();
      await Promise.allSettled(turns);
      for (const opened of histories.values()) {
        const history = await opened.catch(() => undefined);
        if (history) await keep(history);
      }
    },
  };
  return mounted;
}

function withoutNothing(fields: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function param(request: Request, name: string): string | undefined {
  const params = request.params as Record<string, unknown> | undefined;
  const value = params?.[name];
  return typeof value === 'string' ? value : undefined;
}

/** The place that a watermark names; `undefined` without one. */
function placeIn(request: Request): number | undefined {
  const watermark = new URLSearchParams(request.getQuery()).get('watermark') ?? '';
  if (watermark === '') return undefined;
  if (/^\d{1,10}$/.test(watermark)) return Number(watermark);
  throw new Refusal(400, 'BadArgument', 'The watermark is not one that was given here.');
}

function failure(error: unknown): unknown {
  return error ?? true;
}

function late(): Promise<false> {
  return new Promise((resolve) => setTimeout(() => resolve(false), answerWithin).unref());
}
