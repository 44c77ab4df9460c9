import { CloudAdapterBase, type Middleware, type TurnContext } from 'botbuilder';
import pRetry, { AbortError } from 'p-retry';
import type { SendResult } from './nudges.js';

export interface Patience {
  /** Tries after the first, when the channel says that it is busy. */
  readonly retries: number;
  /** Milliseconds: the first wait, doubled each time and varied, unless the channel says how long. */
  readonly firstWait: number;
  readonly longestWait: number;
  /** Milliseconds after which nobody knows whether it arrived. */
  readonly timeout: number;
}

export const usualPatience: Patience = { retries: 4, firstWait: 500, longestWait: 20_000, timeout: 15_000 };

/**
 * Sends, and says what became of it. A clear "busy" (429, 5xx) is tried again, after as long as the channel asks for.
 * Silence is not: what may have arrived is not said twice.
 */
export async function sendPatiently(
  send: () => Promise<unknown>,
  patience: Patience = usualPatience,
): Promise<SendResult> {
  const { retries, firstWait: minTimeout, longestWait: maxTimeout } = patience;
  try {
    await pRetry(
      async () => {
        try {
          await within(send(), patience.timeout);
        } catch (error) {
          throw kindOf(error) === 'busy' ? asError(error) : new AbortError(asError(error));
        }
      },
      {
        retries,
        minTimeout,
        maxTimeout,
        randomize: true,
        onFailedAttempt: (error) => wait(Math.min(retryAfter(error) ?? 0, maxTimeout)),
      },
    );
    return 'sent';
  } catch (error) {
    const kind = kindOf(error);
    return kind === 'busy' || kind === 'unreachable' ? 'later' : kind;
  }
}

/**
 * The SDK repeats requests by itself, also after a time-out, when the first may have arrived. Every turn's client is
 * told not to; what may be repeated is decided above.
 */
export const noBlindRepeats: Middleware = {
  onTurn: (context: TurnContext, next) => {
    const client = context.turnState.get<{
      client?: { pipeline?: { removePolicy(policy: { name: string }): unknown } };
    }>((context.adapter as CloudAdapterBase).ConnectorClientKey);
    client?.client?.pipeline?.removePolicy({ name: 'defaultRetryPolicy' });
    return next();
  },
};

type Kind = 'busy' | 'refused' | 'unreachable' | 'ambiguous';

function kindOf(error: unknown): Kind {
  const { statusCode, code } = error as { statusCode?: number; code?: unknown };
  if (statusCode === 403 || statusCode === 404) return 'refused';
  if (statusCode === 401) return 'unreachable';
  if (statusCode !== undefined && (statusCode === 412 || statusCode === 429 || statusCode >= 500))
    return 'busy';
  // Nobody was there to take it: it cannot have arrived.
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'unreachable';
  return 'ambiguous';
}

/** What the channel asks for, in milliseconds: `Retry-After` in seconds or as a date. */
function retryAfter(error: unknown): number | undefined {
  const { response } = error as { response?: { headers?: { get?(name: string): string | undefined } } };
  const asked = response?.headers?.get?.('retry-after');
  if (!asked) return undefined;
  const seconds = Number(asked);
  return Number.isFinite(seconds) ? seconds * 1000 : Math.max(0, Date.parse(asked) - Date.now());
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

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error('Send failed', { cause: error });
}
