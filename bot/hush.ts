import { AsyncLocalStorage } from 'node:async_hooks';
import type { Logger } from 'pino';

const hushed = new AsyncLocalStorage<Logger>();
let routed = false;

/**
 * Runs work whose libraries print what they dislike to the console: stacks, keys, and at times what a person wrote.
 * That becomes a line of the log with a code and the kind of error, and nothing else of it.
 */
export function hush<T>(log: Logger, work: () => Promise<T>): Promise<T> {
  route();
  return hushed.run(log, work);
}

/** Once for the process; whatever runs outside `hush` prints as before. */
function route(): void {
  if (routed) return;
  routed = true;
  const { console } = globalThis;
  for (const level of ['error', 'warn', 'log', 'info'] as const) {
    const print = console[level].bind(console);
    console[level] = (...said: unknown[]) => {
      const log = hushed.getStore();
      if (!log) return print(...said);
      const error = said.find((one) => one instanceof Error);
      log.debug(
        { code: 'LIBRARY_SAID', ...(error ? { error: error.name } : {}) },
        'a library said something',
      );
    };
  }
}
