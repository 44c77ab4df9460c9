import type { Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pino, { type Logger } from 'pino';
import restify, { type Request, type Server } from 'restify';
import { hostHere, type Config } from '../config.js';
import { Refusal, answer } from './answers.js';
import * as content from './content.js';
import { followRequests } from './drain.js';
import { guard, usualLimits, type Guard, type Limits } from './limits.js';

/** What listens, before anything is mounted on it: its limits in front, and a stop that finishes what is in hand. */
export interface Http {
  readonly server: Server;
  readonly limits: Guard;
  /** How people reach it, and how this machine does. */
  listen(): Promise<{ readonly url: string; readonly localUrl: string }>;
  /** From now on nothing new is begun. */
  stop(): void;
  /** @throws {Refusal} 503 once it stops: its sender tries again, and finds the next one. */
  mayBegin(): void;
  /** Finishes the requests in hand, as far as there is time, and lets go of the port. */
  close(): Promise<void>;
}

/** Milliseconds that a stop gives the requests in hand: less than what the container allows. */
export const stopWithin = 20_000;

export function createHttp(config: Config, log: Logger, limits: Partial<Limits> = {}): Http {
  // restify's own log writes whole requests down.
  const server = restify.createServer({
    name: 'ap-pathway',
    ignoreTrailingSlash: true,
    // Its types name another logger than it has.
    log: pino({ level: 'silent' }) as never,
  });
  quiet(server, log);
  const requests = followRequests(server.server as HttpServer);
  const guarded = guard(server, config, { ...usualLimits(config), ...limits });
  let stopping = false;
  server.pre((request, response, next) => {
    // The bot's own answers to the web chat still come this way.
    if (!stopping || request.getPath().startsWith('/connector/')) return next();
    response.setHeader('Retry-After', '5');
    answer(response, 503, { error: { code: 'Stopping', message: content.restarting } });
    next(false);
  });
  return {
    server,
    limits: guarded,
    async listen() {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(config.PORT, config.host, resolve);
      });
      return { url: url(config, server), localUrl: localUrl(config, server) };
    },
    stop: () => void (stopping = true),
    mayBegin() {
      if (stopping) throw new Refusal(503, 'Stopping', content.restarting, 5);
    },
    close: () => requests.finish(stopWithin),
  };
}

/** restify's own faults as JSON with a plain sentence, and never a stack to the caller. */
function quiet(server: Server, log: Logger): void {
  server.on('restifyError', (request: Request, _response, error: RestifyError, done: () => void) => {
    const status = error.statusCode ?? 500;
    // The route, not the path: that may hold the token of a link.
    if (status >= 500)
      log.error({ code: 'HTTP_FAILED', status, route: request.getRoute()?.path }, 'request failed');
    error.toJSON = () => ({
      error: {
        message:
          status >= 500
            ? 'Something went wrong. Nothing was lost. Try again.'
            : 'That request was not understood.',
      },
    });
    done();
  });
}

type RestifyError = Error & { statusCode?: number; toJSON?: () => unknown };

/** How this machine itself reaches the server, whatever address it listens on. */
function localUrl({ host }: Config, server: Server): string {
  const { port } = server.address() as AddressInfo;
  return `http://${hostHere(host)}:${port}`;
}

function url(config: Config, server: Server): string {
  const address = server.address() as AddressInfo | null;
  const host = config.host === '0.0.0.0' || config.host === '::' ? 'localhost' : config.host;
  return `http://${host === '127.0.0.1' ? 'localhost' : host}:${address?.port ?? config.PORT}`;
}
