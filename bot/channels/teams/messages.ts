import type { InvokeResponse, TurnContext } from 'botbuilder';
import type { ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { readActivity } from './activity.js';
import type { Config } from '../../config.js';
import * as content from '../../http/content.js';
import { Refusal, answer, readJson, type JsonObject } from '../../http/answers.js';
import type { authenticationFor } from './identity.js';
import { tooManyMessages, type Guard } from '../../http/limits.js';
import type { Metrics } from '../../http/metrics.js';
import type { Request, Response, Server } from '../../http/routes.js';
import type { Adapter } from './adapter.js';
import { answerInTime } from './in-time.js';
import { personIdOf } from './translate.js';

/** `POST /api/messages`, where Teams and every other Bot Framework channel sends its activities. */

type Turn = (context: TurnContext) => Promise<void>;

export interface MessagesOptions {
  readonly config: Config;
  readonly adapter: Adapter;
  readonly authentication: ReturnType<typeof authenticationFor>;
  readonly guard: Guard;
  readonly metrics: Metrics;
  readonly log: Logger;
  readonly turn: Turn;
  /** Asked once a message has arrived whole. @throws {Refusal} when none is begun any more. */
  readonly mayBegin: () => void;
}

/**
 * `POST /api/messages`: who sends is checked, then what is sent, then how much of it; then it is a turn. Whatever is
 * refused is refused in JSON with a plain sentence, and nothing of it is printed.
 */
export function mountMessages(server: Server, options: MessagesOptions): void {
  const { config, adapter, authentication, guard, metrics, log, turn, mayBegin } = options;

  server.post('/api/messages', async (request: Request, response: Response) => {
    try {
      await take(request, response);
    } catch (error) {
      const known = error instanceof Refusal;
      if (!known) log.error({ code: 'MESSAGE_FAILED', error: nameOf(error) }, 'a message could not be taken');
      const refusal = known
        ? error
        : new Refusal(500, 'InternalError', 'Something went wrong. Nothing was lost. Try again.');
      metrics.refused(refusal.status);
      if (refusal.status !== 429) await guard.countRefused(request);
      if (refusal.retryAfter) response.setHeader('Retry-After', String(refusal.retryAfter));
      answer(response, refusal.status, { error: { code: refusal.code, message: refusal.message } });
    }
  });

  async function take(request: Request, response: Response): Promise<void> {
    const header = request.headers.authorization ?? '';
    // Before a byte of the body is read.
    if (config.authenticated && !header)
      throw new Refusal(401, 'Unauthorized', 'A token of the Bot Framework for this app is needed.');
    if (!config.authenticated && request.headers.origin !== undefined)
      throw new Refusal(403, 'Forbidden', 'Web pages cannot send activities. Use the web chat.');
    const activity = readActivity(await readJson(request));
    mayBegin();
    const from = await authentication.authenticateRequest(activity, header);
    if (config.authenticated && activity.channelId !== 'msteams')
      throw new Refusal(403, 'Forbidden', 'Only Microsoft Teams is served here.');

    const tooMany = activity.from && (await guard.tooManyFrom(personIdOf(activity)));
    if (tooMany && !tooMany.first) {
      metrics.turn(activity.type)('limited');
      throw tooManyMessages(tooMany);
    }
    const result = await answerInTime(activity, tooMany ? sayToSlowDown : turn, (taken) =>
      adapter.take(from, activity, taken),
    );
    reply(response, result);
  }

  async function sayToSlowDown(context: TurnContext): Promise<void> {
    metrics.turn(context.activity.type)('limited');
    await context.sendActivity(content.slowDown);
  }
}

function reply(response: ServerResponse, result: InvokeResponse | undefined): void {
  // The SDK's answer to an invoke that nobody takes is 501, which reads as if the assistant were broken.
  if (result?.status === 501)
    return answer(response, 400, {
      error: { code: 'NotSupported', message: 'That is not something I can do.' },
    });
  if (result?.body !== undefined) return answer(response, result.status, result.body as JsonObject);
  response.writeHead(result?.status ?? 200, { 'Content-Length': 0 });
  response.end();
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
