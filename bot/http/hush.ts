import type { Logger } from 'pino';

/** Libraries print to the console what nobody may read there; the log gets a code instead. */

const levels = ['error', 'warn', 'log', 'info'] as const;
const logs: Logger[] = [];
let routed = false;

/**
 * Keeps from the console what libraries print there while a server runs: stacks, keys, and at times what a person
 * wrote. That becomes a line of the log with a code and the kind of error, and nothing else of it. Whatever the
 * program itself has to say goes to `process.stdout` or `process.stderr`.
 *
 * @returns what ends it.
 */
export function hush(log: Logger): () => void {
  route();
  logs.push(log);
  return () => void logs.splice(logs.indexOf(log), 1);
}

/** Once for the process; while no server runs, it prints as before. */
function route(): void {
  if (routed) return;
  routed = true;
  const { console } = globalThis;
  for (const level of levels) {
    const print = console[level].bind(console);
    console[level] = (...said: unknown[]) => {
      const log = logs.at(-1);
      if (!log) return print(...said);
      const error = said.find((one) => one instanceof Error);
      log.debug(
        { code: 'LIBRARY_SAID', ...(error ? { error: error.name } : {}) },
        'a library said something',
      );
    };
  }
}
