import { lookups, schemes } from './schemes.js';

import pino, { type Logger } from 'pino';
import { readConfig } from '../../bot/config.js';
import { webchatLookups } from '../../bot/channels/web/history.js';

import { startServer, type RunningServer, type ServerOptions } from '../../bot/server.js';

import { openJsonStore, type JsonStore } from '../../data/store/json-store.js';
import { TestClock, temporaryFolder } from './assistant.js';

/** A log that keeps its lines. */
export function keptLog(): { log: Logger; lines: string[] } {
  const lines: string[] = [];
  return {
    log: pino({ level: 'debug', base: undefined }, { write: (line: string) => void lines.push(line) }),
    lines,
  };
}

export interface ServedHouse {
  readonly url: string;
  readonly server: RunningServer;
  readonly store: JsonStore;
  readonly folder: string;
  readonly clock: TestClock;
  readonly lines: string[];
  close(): Promise<void>;
}

/** The real server in this process, over a real store in a folder of its own, on any free port. */
export async function serve(
  environment: Record<string, string> = {},
  options: Partial<ServerOptions> = {},
  /** Another house's, to be looked after by whoever gives it. */
  given?: string,
): Promise<ServedHouse> {
  const { folder, remove } = given ? { folder: given, remove: () => undefined } : await temporaryFolder();
  const store = await openJsonStore({ folder, lookups: [...lookups, ...webchatLookups] });
  const clock = new TestClock('2026-11-23T10:00');
  const { log, lines } = keptLog();
  const server = await startServer({
    config: readConfig({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder, ...environment }),
    store,
    schemes,
    clock,
    log,
    backup: { folder, to: (to) => store.backup(to) },
    problems: () => store.problems(),
    ...options,
  });
  return {
    url: server.url,
    server,
    store,
    folder,
    clock,
    lines,
    close: async () => {
      await server.close();
      await store.close();
      await remove();
    },
  };
}

let activities = 0;

/** A message as a channel sends it, answered in the response. */
export function message(text: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    type: 'message',
    id: `activity-${process.pid}-${++activities}`,
    channelId: 'test',
    serviceUrl: 'http://127.0.0.1:9',
    deliveryMode: 'expectReplies',
    from: { id: 'ann', name: 'Ann Example' },
    recipient: { id: 'bot', name: 'AP Pathway' },
    conversation: { id: 'ann-1', isGroup: false, conversationType: 'personal' },
    text,
    ...more,
  };
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: {
    activities?: { type: string; text?: string }[];
    error?: { code: string; message: string };
  };
}

export async function post(
  url: string,
  activity: unknown,
  headers: Record<string, string> = {},
): Promise<Answered> {
  const response = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof activity === 'string' ? activity : JSON.stringify(activity),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? {} : (JSON.parse(text) as Answered['body']),
  };
}

/** The texts of an answer. */
export function textsOf({ body }: Answered): string[] {
  return (body.activities ?? []).filter(({ type }) => type === 'message').map(({ text }) => text ?? '');
}
