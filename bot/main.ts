import { join, resolve } from 'node:path';
import pino from 'pino';
import { root } from '../data/root.js';
import { loadSchemes } from '../data/schemes/schemes.js';
import { openJsonStore } from '../data/store/json-store.js';
import { startClock } from './clock.js';
import { readConfig } from './config.js';
import { webchatLookups } from './direct-line/history.js';
import { lookups } from './records.js';
import { startServer } from './server.js';

/** Starts the assistant: configuration, content, store, server. Anything wrong is said in plain words, and it stops. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const schemes = loadSchemes(join(root, 'data', 'schemes'));
  const log = pino({ level: config.LOG_LEVEL, base: undefined });
  const store = await openJsonStore({
    folder: resolve(config.DATA_DIR),
    lookups: [...lookups, ...webchatLookups],
    log: (problem) => log.error(problem, 'store'),
  });
  const server = await startServer({ config, store, schemes, clock: startClock(config.AP_NOW), log });
  log.info({ url: server.url, authenticated: config.authenticated }, 'listening');
  if (!config.authenticated) {
    console.log(
      `AP Pathway is at ${server.url}. There are no app credentials, so only this machine can reach it.`,
    );
  }

  const stop = async (): Promise<void> => {
    await server.close();
    await store.close();
    process.exit(0);
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
}

main().catch((error: unknown) => {
  const { userMessage, message } = error as { userMessage?: string; message?: string };
  console.error(userMessage ?? message ?? 'AP Pathway could not start.');
  process.exit(1);
});
