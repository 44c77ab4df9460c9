import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pino, { type Logger } from 'pino';
import { root } from '../data/root.js';
import { loadSchemes, type Schemes } from '../data/schemes/schemes.js';
import { StoreUnavailable } from '../data/store/errors.js';
import { openJsonStore, type JsonStore } from '../data/store/json-store.js';
import type { Store } from '../data/store/store.js';
import { stackOf } from './turn/turns.js';
import { startClock } from './turn/clock.js';
import { readConfig, type Config } from './config.js';
import { webchatLookups } from './channels/web/history.js';
import { openMind } from './turn/open-mind.js';
import { lists, lookupsOf, understoodBy } from './turn/records.js';
import { announceRounds } from './turn/rounds.js';
import { startServer, type ServerOptions } from './server.js';

/** The program: configuration, content, store, server, and how it ends. */

/** Milliseconds in which whoever waited for a start is answered first. */
const afterListening = 500;

/** Starts the assistant: configuration, content, store, server. Anything wrong is said in plain words, and it stops. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const schemes = loadSchemes(join(root, 'data', 'schemes'));
  const mind = openMind();
  const log = openLog(config);
  for (const event of ['uncaughtException', 'unhandledRejection'] as const)
    process.on(event, (error: unknown) => {
      // The message may hold what a person wrote. What was acknowledged is on disk already.
      log.fatal({ code: 'UNCAUGHT', event, error: nameOf(error), stack: stackOf(error) }, 'it cannot go on');
      process.exit(1);
    });
  const { store, ...folder } = await openStore(config, schemes, log);
  const clock = startClock(config.AP_NOW);
  announceRounds(schemes, clock.now(), log);
  const server = await startServer({ config, store, schemes, mind, clock, log, ...folder });
  log.info({ url: server.url, authenticated: config.authenticated }, 'listening');
  if (!config.authenticated) {
    process.stdout.write(
      `AP Pathway is at ${server.url}. There are no app credentials, so only this machine can reach it.\n`,
    );
  }

  // Nobody who says hello waits for it. A fault in its files ends the program as one in the schemes does.
  setTimeout(() => void mind.learn().catch(giveUp), afterListening);

  // Told twice, it still finishes what it has in hand: SIGKILL is for whoever cannot wait.
  let stopped: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    await server.close();
    await store.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void (stopped ??= stop()));
}

/**
 * Through Node's own stream: pino's would wait for ever on a pipe whose reader has gone. People are answered without a
 * log; that nobody reads it any more is for whoever closed it.
 */
function openLog({ LOG_LEVEL: level }: Config): Logger {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  return pino({ level, base: undefined }, process.stdout);
}

/** The store, and for one in a folder what its operator needs. */
async function openStore(
  { DATABASE_URL, DATA_DIR, ENCRYPTION_KEYS: keys }: Config,
  schemes: Schemes,
  log: Logger,
): Promise<{ readonly store: Store } & Pick<ServerOptions, 'backup' | 'problems'>> {
  const all = [...lookupsOf(schemes), ...webchatLookups];
  if (!DATABASE_URL) {
    const folder = resolve(DATA_DIR);
    const store = await openJsonStore({
      folder,
      ...{ lookups: all, lists },
      understood: understoodBy(schemes),
      log: (problem) => log.error(problem, 'store'),
      ...(keys.length > 0 ? { encryption: { keys } } : {}),
    });
    void changeKeys(store, folder, log);
    return {
      store,
      backup: { folder, to: (to) => store.backup(to) },
      problems: () => store.problems(),
    };
  }
  // Loaded where it is needed only: an instance on a folder starts without it.
  const { openPostgresStore } = await import('../data/store/postgres-store.js');
  const store = await openPostgresStore({
    url: DATABASE_URL,
    lookups: all,
    log: ({ code, cause }) => log.error({ code, cause: (cause as { code?: unknown }).code }, 'store'),
  });
  return { store };
}

/** Encrypts with the present key what was written with another one, or with none, and says when that is done. */
async function changeKeys(store: JsonStore, folder: string, log: Logger): Promise<void> {
  const { keys } = JSON.parse(readFileSync(join(folder, 'store.json'), 'utf8')) as { keys: string[] };
  if (keys.length < 2) return;
  try {
    await store.rewriteAll();
    log.info({ code: 'KEYS_CHANGED', key: keys[0] }, 'everything is under the first key; drop the others');
  } catch (error) {
    log.error({ code: 'KEYS_NOT_CHANGED', error: nameOf(error) }, 'the next start tries again');
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}

function giveUp(error: unknown): never {
  process.stderr.write(`${forOperator(error)}\n`);
  process.exit(1);
}

/** What an operator is told: what a person in the chat would hear is of no use to them. */
function forOperator(error: unknown): string {
  const { userMessage, message, cause } = error as {
    userMessage?: string;
    message?: string;
    cause?: unknown;
  };
  if (!(error instanceof StoreUnavailable)) return userMessage ?? message ?? 'AP Pathway could not start.';
  const { code } = (cause ?? {}) as { code?: unknown };
  const why = typeof code === 'string' ? ` (${code})` : '';
  if (!process.env.DATABASE_URL && (code === 'ENOSPC' || code === 'EDQUOT'))
    return `There is no room on the disk of the data folder${why}. Make room, then start again. What is in it is as it was.`;
  return process.env.DATABASE_URL
    ? `The database of DATABASE_URL cannot be used${why}. Check that it runs and lets this user write, then start again.`
    : `Nothing can be written to the data folder${why}. Make DATA_DIR writable for this user, then start again. What is in it is as it was.`;
}

main().catch(giveUp);
