import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket, isIPv6 } from 'node:net';
import helmet from 'helmet';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Next, Request, Response, Server } from 'restify';
import type { Config } from '../config.js';
import { Refusal, answer } from './answers.js';

/** What stands in front of every route: headers, hosts, slow clients, and who asks too much. */

export interface Limits {
  /** Messages that a person may send in a minute. */
  readonly person: number;
  /** Requests that an address may make in a minute. Teams' own, and what comes from this machine, are not counted. */
  readonly address: number;
  /** Milliseconds in which the headers of a request must arrive, and the whole of it. */
  readonly headers: number;
  readonly request: number;
  /** Milliseconds after which a connection is closed on which nothing moves: longer than any turn waits. */
  readonly idle: number;
  readonly connections: number;
}

/**
 * Far above what people do, and below what hurts. Without credentials the only ones there are on this machine, so the
 * limit of a person only stops a program that has gone wild.
 */
export function usualLimits({ authenticated, PERSON_LIMIT, ADDRESS_LIMIT }: Config): Limits {
  return {
    person: PERSON_LIMIT ?? (authenticated ? 120 : 10_000),
    address: ADDRESS_LIMIT,
    headers: 10_000,
    request: 20_000,
    idle: 120_000,
    connections: 5_000,
  };
}

/** Over the limit: whether this is the first message to be refused, and seconds until there is room again. */
export interface TooMany {
  readonly first: boolean;
  readonly retryAfter: number;
}

export interface Guard {
  /** Counts a message of a person; `undefined` while there is room. */
  tooManyFrom(person: string): Promise<TooMany | undefined>;
  /** Counts a request that was refused on the messaging endpoint, where those of Teams are not counted. */
  countRefused(request: IncomingMessage): Promise<void>;
}

/** Milliseconds between two looks at connections that are late. */
const lookEvery = 2_000;
const minute = 60; // seconds
const loopback = /^(?:127\.|::1$|::ffff:127\.)/;
const own = /^(?:10\.|172\.(?:1[6-9]|2\d|3[01])\.|192\.168\.|f[cd][0-9a-f]{2}:|fe80:)/i;

/** The headers of whatever is no page: it may load nothing and stand in no frame. Pages set their own over it. */
const bare = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
    },
  },
  referrerPolicy: { policy: 'no-referrer' },
  xFrameOptions: { action: 'deny' },
} as const;

/** Stands in front of every route: headers, hosts, slow clients and addresses that ask too much. */
export function guard(server: Server, config: Config, limits: Limits): Guard {
  const people = new RateLimiterMemory({ points: limits.person, duration: minute });
  const addresses = new RateLimiterMemory({ points: limits.address, duration: minute });
  const secure = config.PUBLIC_URL?.startsWith('https:') ?? false;
  const headers = headersOf(helmet({ ...bare, strictTransportSecurity: secure }));
  const proxied = config.PUBLIC_URL !== undefined;

  cutOffSlow(server, limits);

  server.pre((request: Request, response: Response, next: Next) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    // Whatever comes after this asks restify for the path, which throws outside of any turn: that would be the end.
    if (!isAddress(request)) {
      answer(response, 400, refused('BadArgument', 'That request was not understood.'));
      return next(false);
    }
    if (isStranger(request, config)) {
      answer(
        response,
        403,
        refused(
          'Forbidden',
          'This assistant answers to this machine only, by the name localhost, and through no proxy.',
        ),
      );
      return next(false);
    }
    const address = addressOf(request, proxied);
    if (!address || isProbe(request)) return next();
    // What Teams sends comes from few addresses for everybody; only what is refused there is counted.
    const counted = isMessaging(request) ? addresses.get(address) : addresses.consume(address);
    counted.then(
      (state) => {
        if (!state || state.consumedPoints <= limits.address) return next();
        tooMany(response, seconds(state));
        next(false);
      },
      (state: unknown) => {
        tooMany(response, seconds(state));
        next(false);
      },
    );
  });

  return {
    async tooManyFrom(person) {
      try {
        await people.consume(person);
        return undefined;
      } catch (state) {
        if (!(state instanceof RateLimiterRes)) throw state;
        return { first: state.consumedPoints === limits.person + 1, retryAfter: seconds(state) };
      }
    },
    async countRefused(request) {
      const address = addressOf(request, proxied);
      if (address) await addresses.consume(address).catch(() => undefined);
    },
  };
}

/** What a handler that looks at no request sets: found out once. */
function headersOf(protect: ReturnType<typeof helmet>): readonly (readonly [string, string])[] {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  protect(request, response, () => undefined);
  return Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)] as const);
}

/** Is it this machine itself, and not something it passes on? */
export function isThisMachine({ socket, headers }: IncomingMessage): boolean {
  const { remoteAddress = '', localAddress } = socket;
  // Where it listens on one address of this machine only, this machine comes from that one.
  return (loopback.test(remoteAddress) || remoteAddress === localAddress) && !isForwarded(headers);
}

/**
 * Where nobody signs in, whoever reaches this machine is anybody: a name that is not its own, or a proxy in front of it,
 * brings people from elsewhere. Asked of upgrades too.
 */
export function isStranger({ headers }: Pick<IncomingMessage, 'headers'>, config: Config): boolean {
  return !config.authenticated && (!isOurHost(headers.host, config) || isForwarded(headers));
}

/** Proxies say so themselves, in one of these ways. */
function isForwarded(headers: IncomingMessage['headers']): boolean {
  return Object.keys(headers).some(
    (name) => name.startsWith('x-forwarded-') || name === 'forwarded' || name === 'x-real-ip',
  );
}

/** @returns a refusal for a person who sends too much. */
export function tooManyMessages({ retryAfter }: TooMany): Refusal {
  return new Refusal(429, 'TooManyRequests', `Too many messages. Wait ${retryAfter} seconds.`, retryAfter);
}

/**
 * Who asks, by address; undefined for this machine. Behind a proxy of ours, which is at an address that the internet
 * has no way to, the last address that it names.
 */
function addressOf({ socket, headers }: IncomingMessage, proxied: boolean): string | undefined {
  const peer = socket.remoteAddress ?? '';
  if (!proxied || !(loopback.test(peer) || own.test(peer.replace(/^::ffff:/, ''))))
    return loopback.test(peer) ? undefined : networkOf(peer);
  const [last = ''] = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .slice(-1);
  return last.trim() ? networkOf(last.trim()) : undefined;
}

/**
 * What counts as one address: without the port that some proxies (Azure's) add, which is another one at each
 * connection; and of IPv6 the first half, since a single customer has all of the second.
 */
function networkOf(named: string): string {
  const address = named
    .replace(/^\[(.*)\](?::\d+)?$/, '$1')
    .replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1')
    .replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(address)) return address;
  const [before = [], after = []] = address.split('::').map((half) => half.split(':').filter(Boolean));
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0');
  return [...before, ...zeros, ...after].slice(0, 4).join(':').toLowerCase();
}

/**
 * Someone else's name that leads to this machine lets a page of theirs talk to us as if it were ours ("DNS
 * rebinding"), and where nobody signs in, that is enough.
 */
function isOurHost(host: string | undefined, { PUBLIC_URL }: Config): boolean {
  if (host === undefined) return true; // Programs may leave it out; browsers cannot.
  if (PUBLIC_URL && new URL(PUBLIC_URL).host === host.toLowerCase()) return true;
  return /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i.test(host);
}

/** “GET http://[” is none. */
function isAddress(request: Request): boolean {
  try {
    request.getUrl();
    return true;
  } catch {
    return false;
  }
}

function isMessaging(request: Request): boolean {
  return request.getPath() === '/api/messages';
}

function isProbe(request: Request): boolean {
  return ['/healthz', '/readyz', '/metrics'].includes(request.getPath());
}

function tooMany(response: ServerResponse, retryAfter: number): void {
  response.setHeader('Retry-After', String(retryAfter));
  answer(response, 429, refused('TooManyRequests', `Too many requests. Wait ${retryAfter} seconds.`));
}

function refused(code: string, message: string) {
  return { error: { code, message } };
}

function seconds(state: unknown): number {
  return state instanceof RateLimiterRes ? Math.max(1, Math.ceil(state.msBeforeNext / 1000)) : minute;
}

function cutOffSlow({ server }: Server, { headers, request, idle, connections }: Limits): void {
  server.headersTimeout = headers;
  server.requestTimeout = request;
  server.maxConnections = connections;
  server.setTimeout(idle);
  // Node looks every half a minute otherwise. An option of http.createServer, which restify calls without options.
  (server as unknown as { connectionsCheckingInterval: number }).connectionsCheckingInterval = Math.min(
    lookEvery,
    headers,
  );
  server.on('clientError', (error: Error & { code?: string }, socket: Socket) => {
    if (!socket.writable || error.code === 'ECONNRESET') return socket.destroy();
    const status = statuses[error.code ?? ''] ?? '400 Bad Request';
    socket.end(`HTTP/1.1 ${status}\r\n${plainHeaders}\r\n`, () => socket.destroy());
  });
}

const statuses: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

const plainHeaders = [
  'Connection: close',
  'Content-Length: 0',
  "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options: nosniff',
  'X-Frame-Options: DENY',
  'Referrer-Policy: no-referrer',
  '',
].join('\r\n');
