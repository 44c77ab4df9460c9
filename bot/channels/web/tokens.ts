import { createHmac, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { same } from '../../http/same.js';
import { RevisionConflict } from '../../../data/store/errors.js';
import type { Store } from '../../../data/store/store.js';

/** Tokens of the web page's chat: for one person, one conversation and half an hour. */

/** 30 minutes, as the Direct Line service gives; its client asks for a new one after 15. */
export const tokenSeconds = 30 * 60;
/** The stream's address carries a token where logs may see it, so that one is short and opens nothing else. */
export const streamSeconds = 60;

const Claims = z.object({
  /** The public person id. Web Chat reads it from here, so the page need not know it. */
  user: z.string(),
  conv: z.string(),
  use: z.enum(['api', 'stream']),
  /** Seconds since 1970. */
  exp: z.number(),
});
export type Claims = z.infer<typeof Claims>;

export interface Tokens {
  issue(claims: Omit<Claims, 'exp'>): string;
  /** The claims of a good token; `undefined` for one that is forged, cut short or past its time. */
  read(token: string): Claims | undefined;
}

const header = Buffer.from('{"alg":"HS256","typ":"JWT"}').toString('base64url');

/**
 * Tokens in the JWT form that Web Chat expects, for one person and one conversation. The key lives in the store: after
 * a restart an open page reconnects by itself.
 */
export async function openTokens(store: Store): Promise<Tokens> {
  const key = await signingKey(store);
  const sign = (text: string) => createHmac('sha256', key).update(text).digest('base64url');
  return {
    issue(claims) {
      const life = claims.use === 'stream' ? streamSeconds : tokenSeconds;
      const exp = Math.floor(Date.now() / 1000) + life;
      const body = `${header}.${Buffer.from(JSON.stringify({ ...claims, exp })).toString('base64url')}`;
      return `${body}.${sign(body)}`;
    },
    read(token) {
      const cut = token.lastIndexOf('.');
      const body = token.slice(0, Math.max(cut, 0));
      if (!same(sign(body), token.slice(cut + 1))) return undefined;
      const claims = Claims.safeParse(json(body.slice(body.indexOf('.') + 1)));
      return claims.success && claims.data.exp > Date.now() / 1000 ? claims.data : undefined;
    },
  };
}

function json(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString());
  } catch {
    return undefined;
  }
}

async function signingKey(store: Store): Promise<Buffer> {
  const kept = await store.get<{ key: string }>('webchat-key', 'tokens');
  if (kept) return Buffer.from(kept.doc.key, 'base64url');
  const key = randomBytes(32);
  try {
    await store.commit([
      { kind: 'webchat-key', id: 'tokens', doc: { key: key.toString('base64url') }, expect: 0 },
    ]);
    return key;
  } catch (error) {
    // Another instance that starts at the same time was first: its key is everybody's.
    if (error instanceof RevisionConflict) return signingKey(store);
    throw error;
  }
}
