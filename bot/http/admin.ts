import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import type { Logger } from 'pino';
import type { Request, Response, Server } from 'restify';
import { Refusal, answer, readJson } from './answers.js';
import { same } from './same.js';
import { isThisMachine } from './limits.js';

/** What the owner of the data folder may ask of the process that runs on it: a copy. */

/** What the owner of the folder may ask of the process that runs on it. */
export interface AdminOptions {
  readonly folder: string;
  readonly log: Logger;
  /** A copy that opens like the folder itself. */
  readonly backup: (to: string) => Promise<void>;
}

/** Beside the data, readable by its owner only: whoever can read it could read the data as well. */
const file = 'admin.json';

/**
 * `POST /admin/backup`, for `npm run backup`. One process owns the folder, so it must be asked. It is known by a token
 * that is new at each start and lies in the folder; from elsewhere than this machine there is no such page.
 * @returns what tells the script where to ask, once the address is known, and takes that away again.
 */
export function mountAdmin(
  server: Server,
  { folder, log, backup }: AdminOptions,
): { open(url: string): void; close(): void } {
  const token = randomBytes(32).toString('base64url');
  const path = join(folder, file);

  server.post('/admin/backup', async (request: Request, response: Response) => {
    try {
      const given = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
      if (!isThisMachine(request) || !same(given, token))
        throw new Refusal(404, 'NotFound', 'There is nothing here.');
      const { to } = await readJson(request);
      if (typeof to !== 'string' || !isAbsolute(to))
        throw new Refusal(400, 'BadArgument', 'Say which folder, by its whole path.');
      await backup(to);
      log.info({ code: 'BACKUP_MADE' }, 'backup made');
      answer(response, 200, { to });
    } catch (error) {
      const known = error instanceof Refusal;
      const code = (error as { code?: string }).code ?? 'UNKNOWN';
      if (!known) log.error({ code: 'BACKUP_FAILED', cause: code }, 'backup failed');
      const refusal = known ? error : new Refusal(500, code, `The copy could not be made (${code}).`);
      answer(response, refusal.status, { error: { code: refusal.code, message: refusal.message } });
    }
  });

  return {
    open(url) {
      try {
        rmSync(path, { force: true });
        writeFileSync(path, `${JSON.stringify({ url, token })}\n`, { mode: 0o600, flag: 'wx' });
      } catch (error) {
        // A full disk is no reason to be away: what is there can be read, and answers wait for room.
        log.error(
          { code: 'ADMIN_FILE', cause: (error as { code?: unknown }).code },
          'no copy can be asked for',
        );
      }
    },
    close() {
      try {
        rmSync(path, { force: true });
      } catch {
        // The next start writes another one over it.
      }
    },
  };
}

/** How to ask the instance that runs on a folder; undefined when none does. */
export function adminOf(folder: string): { readonly url: string; readonly token: string } | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, file), 'utf8')) as { url: string; token: string };
  } catch {
    return undefined;
  }
}
