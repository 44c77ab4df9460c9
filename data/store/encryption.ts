import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { KeyMissing } from './errors.js';

/** The name in `store.json` for "not encrypted", beside the ids of keys. */
export const PLAIN = 'plain';

/**
 * Turns text into what is kept on disk and back, and ids into file names. With keys: AES-256-GCM with a random
 * nonce, and names that are keyed digests, so that neither tells who a record is about. Without: text as it is, and
 * names that people can read.
 *
 * The first key encrypts; the others only decrypt. To rotate, put the new key first; once `rewriteAll()` is done,
 * drop the old one. To encrypt a plain folder, give a key: plain documents are still read.
 */
export class Seal {
  readonly #keys = new Map<string, Buffer>();
  /** Under which keys files may be found, the present one first. */
  #inUse: readonly string[];

  /** @throws {RangeError} when a key is not 32 bytes. */
  constructor(keys: readonly Buffer[] = []) {
    for (const key of keys) {
      if (key.length !== 32) throw new RangeError('An encryption key must be 32 bytes');
      this.#keys.set(derive(key, 'id').toString('hex').slice(0, 8), key);
    }
    this.#inUse = [this.current];
  }

  /** The id of the key that encrypts, or "plain". */
  get current(): string {
    const [first] = this.#keys.keys();
    return first ?? PLAIN;
  }

  get inUse(): readonly string[] {
    return this.#inUse;
  }

  /** Every key given, and "plain": for a folder that does not say which keys it was written with. */
  get all(): readonly string[] {
    return [...this.#keys.keys(), PLAIN];
  }

  /** @throws {KeyMissing} when the folder was written with a key that is not here. */
  use(keyIds: readonly string[]): void {
    const missing = keyIds.find((id) => id !== PLAIN && !this.#keys.has(id));
    if (missing) throw new KeyMissing(missing);
    this.#inUse = [...new Set([this.current, ...keyIds])];
  }

  seal(text: string): string {
    const [first] = this.#keys;
    if (!first) return text;
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', derive(first[1], 'seal'), nonce);
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return `${first[0]}:${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64')}`;
  }

  /**
   * @throws {KeyMissing} when sealed under a key that is not here.
   * @throws {Error} when it was changed after sealing.
   */
  open(sealed: string): string {
    const found = /^([0-9a-f]{8}):([A-Za-z0-9+/=]+)$/.exec(sealed);
    if (!found) return sealed;
    const [, id = '', body = ''] = found;
    const key = this.#keys.get(id);
    if (!key) throw new KeyMissing(id);
    const bytes = Buffer.from(body, 'base64');
    const decipher = createDecipheriv('aes-256-gcm', derive(key, 'seal'), bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  }

  /** File names under which `text` may be found, the one to write first. A name with "~" does not tell its text. */
  names(space: string, text: string): string[] {
    return this.#inUse.map((id) => {
      const key = this.#keys.get(id);
      if (key)
        return `~${createHmac('sha256', derive(key, 'name')).update(`${space}\n${text}`).digest('hex')}`;
      return READABLE.test(text) ? text : `~${createHash('sha256').update(text).digest('hex')}`;
    });
  }
}

const READABLE = /^[A-Za-z0-9_-]{1,100}$/;

const derived = new WeakMap<Buffer, Map<string, Buffer>>();

/** One key a purpose, so that a name says nothing about a seal. */
function derive(key: Buffer, purpose: string): Buffer {
  const known = derived.get(key) ?? new Map<string, Buffer>();
  derived.set(key, known);
  const found = known.get(purpose) ?? createHmac('sha256', key).update(`ap-pathway ${purpose}`).digest();
  known.set(purpose, found);
  return found;
}
