import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { type CloudAdapterBase, type Middleware, type TurnContext } from 'botbuilder';
import type { SendFault, SendResult } from '../../turn/incoming.js';

/** Sends again what may be sent again, and says what became of each: nothing is said twice to anybody. */

export interface Patience {
  /** Tries after the first, when the channel says that it is busy. */
  readonly retries: number;
  /**
   * Milliseconds: the first wait, doubled each time and varied, unless the channel says how long. With half a second
   * no conversation comes near Teams' limit of 7 messages a second for one of them.
   */
  readonly firstWait: number;
  /** Milliseconds: a channel that asks for more is left alone, and the message is for later. */
  readonly longestWait: number;
  /** Milliseconds after which nobody knows whether it arrived. */
  readonly timeout: number;
}

export const usualPatience: Patience = { retries: 4, firstWait: 500, longestWait: 20_000, timeout: 15_000 };

export interface Trying {
  readonly patience?: Patience;
  /** Asked before each try, the first too: false ends it as `later`. What it throws is the caller's own. */
  readonly mayGo?: () => Promise<boolean>;
  /** Ends the waiting between two tries. */
  readonly signal?: AbortSignal;
  /** Told of a try that failed. */
  readonly onFault?: (fault: SendFault) => void;
}

/** Thrown for what failed before the request left this machine: it cannot have arrived. */
export class NeverLeft extends Error {
  readonly code = 'NEVER_LEFT';
}

/**
 * Sends, and says what became of it. A clear "busy" (429, 5xx) is tried again, after as long as the channel asks for.
 * Silence is not: what may have arrived is not said twice.
 */
export async function sendPatiently(
  send: () => Promise<unknown>,
  { patience = usualPatience, mayGo, signal, onFault }: Trying = {},
): Promise<SendResult> {
  for (let tries = 0; ; tries++) {
    if (signal?.aborted || (mayGo && !(await mayGo()))) return 'later';
    try {
      await within(send(), patience.timeout);
      return 'sent';
    } catch (error) {
      onFault?.(faultOf(error));
      const kind = kindOf(error);
      if (kind === 'unreachable') return 'later';
      if (kind !== 'busy') return kind;
      const pause = pauseAfter(error, tries, patience);
      if (tries >= patience.retries || pause > patience.longestWait) return 'later';
      await wait(pause, signal);
    }
  }
}

interface Pipeline {
  removePolicy(policy: { name: string }): unknown;
  addPolicy(
    policy: {
      name: string;
      sendRequest(request: unknown, next: (request: unknown) => Promise<unknown>): unknown;
    },
    where: { afterPhase: 'Sign' },
  ): void;
}

/** The way a turn's requests take through the SDK; its types do not tell. */
function pipelineOf(context: TurnContext): Pipeline | undefined {
  const client = context.turnState.get<{ client?: { pipeline?: Pipeline } }>(
    (context.adapter as CloudAdapterBase).ConnectorClientKey,
  );
  return client?.client?.pipeline;
}

/**
 * The SDK repeats requests by itself, also after a time-out, when the first may have arrived. Every turn's client is
 * told not to; what may be repeated is decided above.
 */
export const noBlindRepeats: Middleware = {
  onTurn: (context: TurnContext, next) => {
    const pipeline = pipelineOf(context);
    if (pipeline && !told.has(pipeline)) {
      pipeline.removePolicy({ name: 'defaultRetryPolicy' });
      pipeline.addPolicy(shortIdle, { afterPhase: 'Sign' });
      told.add(pipeline);
    }
    return next();
  },
};

const told = new WeakSet<Pipeline>();

/**
 * Milliseconds that an unused connection is kept. Many services close theirs after five seconds: a reply that leaves at
 * that moment fails, may have arrived, and so is not said again.
 */
const idleConnection = 4000;
const connections = { keepAlive: true, timeout: idleConnection };
const agents = { 'http:': new HttpAgent(connections), 'https:': new HttpsAgent(connections) };
const shortIdle = {
  name: 'apPathwayShortIdle',
  sendRequest: (request: unknown, next: (request: unknown) => Promise<unknown>) => {
    const outgoing = request as { url: string; agent?: HttpAgent };
    // A proxy of the machine has put its own there.
    outgoing.agent ??= agents[new URL(outgoing.url).protocol as keyof typeof agents];
    return next(request);
  },
};

/** Calls `left` whenever a request of this turn leaves: its token is there, and nothing is left but the network. */
export function watchRequests(context: TurnContext, left: () => void): void {
  const policy = {
    name: 'apPathwayWatch',
    sendRequest: (request: unknown, next: (request: unknown) => Promise<unknown>) => {
      left();
      return next(request);
    },
  };
  pipelineOf(context)?.addPolicy(policy, { afterPhase: 'Sign' });
}

export function faultOf(error: unknown): SendFault {
  const { statusCode: status, code } = (error ?? {}) as { statusCode?: number; code?: unknown };
  const token = tokenFault(error);
  const named = token ?? (typeof code === 'string' ? code : undefined);
  return {
    ...(status === undefined ? {} : { status }),
    ...(named === undefined ? {} : { code: named }),
    isOurs: token !== undefined || status === 401,
  };
}

/** Errors of the libraries that get tokens, by their names: without a token a request is never made. */
const tokenErrors =
  /^(?:Server|Client(?:Auth|Configuration)|InteractionRequiredAuth|Auth|ManagedIdentity|CredentialUnavailable|AuthenticationRequired|AggregateAuthentication)Error$/;

/** Why no token could be had; undefined for another error. Microsoft's directory says it as `AADSTS` and a number. */
function tokenFault(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { name, message, cause, errorCode } = error as Error & { errorCode?: unknown };
  if (tokenErrors.test(name))
    return /\bAADSTS\d+/.exec(message)?.[0] ?? (typeof errorCode === 'string' ? errorCode : name);
  return tokenFault(cause);
}

type Kind = 'busy' | 'refused' | 'unreachable' | 'ambiguous';

function kindOf(error: unknown): Kind {
  const { statusCode, code } = (error ?? {}) as { statusCode?: number; code?: unknown };
  // Blocked or removed; or the conversation is no longer there.
  if (statusCode === 403 || statusCode === 404) return 'refused';
  if (statusCode === 401 || tokenFault(error)) return 'unreachable';
  if (statusCode !== undefined && (statusCode === 412 || statusCode === 429 || statusCode >= 500))
    return 'busy';
  // Nobody was there to take it: it cannot have arrived.
  if (error instanceof NeverLeft || code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return 'unreachable';
  return 'ambiguous';
}

/** Milliseconds: what the channel asks for, else doubled each time; a little more at random, so that not all come back at once. */
function pauseAfter(error: unknown, tries: number, { firstWait, longestWait }: Patience): number {
  const asked = retryAfter(error);
  if (asked !== undefined) return asked + Math.random() * firstWait;
  return Math.min(firstWait * 2 ** tries * (1 + Math.random()), longestWait);
}

/** What the channel asks for, in milliseconds: `Retry-After` in seconds or as a date. */
function retryAfter(error: unknown): number | undefined {
  const { response } = error as { response?: { headers?: { get?(name: string): string | undefined } } };
  const asked = response?.headers?.get?.('retry-after');
  if (!asked) return undefined;
  const seconds = Number(asked);
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(asked) - Date.now();
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
}

function within(work: Promise<unknown>, milliseconds: number): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((_, reject) => {
    timer = setTimeout(
      () => reject(Object.assign(new Error('No answer in time'), { code: 'TIMEOUT' })),
      milliseconds,
    );
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const over = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', over);
      resolve();
    };
    const timer = setTimeout(over, milliseconds);
    signal?.addEventListener('abort', over);
  });
}
