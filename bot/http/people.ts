import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** Which browser is whose, by a cookie, and whether a request is the page's own. */

const cookieName = 'ap_person';
const oneYear = 365 * 24 * 60 * 60; // seconds
const secretShape = /^[A-Za-z0-9_-]{43}$/;

type Asked = Pick<IncomingMessage, 'headers'>;

/**
 * The person whose browser asks, as a public id (`web-` and 32 hex digits), or `undefined` when it carries no cookie.
 * The cookie's secret is not the id, so an id seen in a log, a card or a record lets nobody in.
 */
export function personOf(request: Asked): string | undefined {
  const secret = cookie(request);
  return secret && `web-${createHash('sha256').update(secret).digest('hex').slice(0, 32)}`;
}

/**
 * Gives a new browser its cookie; one that has a cookie keeps it. Nothing is set on a request that another site
 * began: a `SameSite=Strict` cookie is held back there, and a new one would overwrite it and part the person from
 * their work. The page's own script asks again from the same origin.
 */
export function rememberPerson(request: Asked, response: ServerResponse, secure: boolean): void {
  if (personOf(request) || fromElsewhere(request)) return;
  const secret = randomBytes(32).toString('base64url');
  const flags = `Path=/; Max-Age=${oneYear}; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;
  response.setHeader('Set-Cookie', `${cookieName}=${secret}; ${flags}`);
}

/**
 * Did this server's own page ask? Every present browser says so by `Origin` or `Sec-Fetch-Site`, and no page can
 * forge them. A request that says neither is not taken for ours.
 */
export function isSameOrigin(request: Asked): boolean {
  const { origin } = request.headers;
  if (fromElsewhere(request)) return false;
  if (origin !== undefined) return originMatches(request);
  return request.headers['sec-fetch-site'] === 'same-origin';
}

/** An `Origin` header, where there is one, names this host. Programs that are not browsers send none. */
export function originMatches(request: Asked): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === host?.toLowerCase();
}

function fromElsewhere(request: Asked): boolean {
  const site = request.headers['sec-fetch-site'];
  return site === 'cross-site' || site === 'same-site';
}

function cookie(request: Asked): string | undefined {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = pair.trim().split('=', 2);
    if (name === cookieName && value && secretShape.test(value)) return value;
  }
  return undefined;
}
