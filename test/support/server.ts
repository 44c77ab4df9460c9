import { lookups } from './schemes.js';
import { randomUUID } from 'node:crypto';
import pino from 'pino';
import type { Activity } from 'botbuilder';
import { readConfig } from '../../bot/config.js';
import { webchatLookups } from '../../bot/channels/web/history.js';

import { lookupsOf } from '../../bot/turn/records.js';
import { startServer, type RunningServer, type ServerOptions } from '../../bot/server.js';
import { openJsonStore } from '../../data/store/json-store.js';
import { openPostgresStore } from '../../data/store/postgres-store.js';
import type { Json, Store } from '../../data/store/store.js';
import type { Application } from '../../workflows/application.js';
import { schemes, temporaryFolder, TestClock } from './assistant.js';

export interface Answer {
  status: number;
  type: string;
  body: { activities?: Partial<Activity>[]; error?: { message?: string } };
  text: string;
}

export interface Who {
  person?: string;
  conversation?: string;
}

/**
 * The whole server on a port of its own over a folder of its own, spoken to over HTTP; or three of them over one
 * database, and each request goes to the next.
 */
export class TestServer {
  private requests = 0;

  private constructor(
    readonly clock: TestClock,
    readonly store: Store,
    private readonly servers: readonly RunningServer[],
    private readonly clear: () => Promise<unknown>,
    /** Where everything is kept; none with a database. */
    readonly folder = '',
  ) {}

  static async start(
    now = '2026-11-23T10:00',
    environment: Record<string, string> = {},
    more: More = {},
  ): Promise<TestServer> {
    const { folder, remove } = await temporaryFolder();
    const all = more.schemes ? lookupsOf(more.schemes) : lookups;
    const { ENCRYPTION_KEYS: keys } = readConfig(environment);
    const store = await openJsonStore({
      ...{ folder, lookups: [...all, ...webchatLookups] },
      ...(keys.length > 0 ? { encryption: { keys } } : {}),
    });
    const clock = new TestClock(now);
    const server = await serve(store, clock, { DATA_DIR: folder, ...environment }, more);
    return new TestServer(clock, store, [server], () => store.close().then(remove), folder);
  }

  static async startThree(url: string, now = '2026-11-23T10:00'): Promise<TestServer> {
    const open = () => openPostgresStore({ url, lookups: [...lookups, ...webchatLookups] });
    const stores = await Promise.all([open(), open(), open()]);
    const clock = new TestClock(now);
    const servers = await Promise.all(stores.map((store) => serve(store, clock, { DATABASE_URL: url })));
    const close = () => Promise.all(stores.map((store) => store.close()));
    return new TestServer(clock, stores[0], servers, close);
  }

  get url(): string {
    return this.servers[this.requests++ % this.servers.length]?.url ?? '';
  }

  async stop(): Promise<void> {
    await Promise.all(this.servers.map((server) => server.close()));
    await this.clear();
  }

  /** A message of a person, answered in the response. */
  say(text: string, who: Who = {}, more: object = {}): Promise<Answer> {
    return this.post(JSON.stringify({ ...message(text, who), deliveryMode: 'expectReplies', ...more }));
  }

  /** Several in turn; the answer to the last. */
  async sayAll(texts: readonly string[], who: Who = {}): Promise<Answer> {
    let answer: Answer | undefined;
    for (const text of texts) answer = await this.say(text, who);
    if (!answer) throw new Error('Nothing was said');
    return answer;
  }

  async post(body: string | Buffer, headers: Record<string, string> = {}): Promise<Answer> {
    const response = await fetch(`${this.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: new Uint8Array(Buffer.from(body)),
    });
    const text = await response.text();
    const type = response.headers.get('content-type') ?? '';
    const parsed = type.includes('json') && text !== '' ? (JSON.parse(text) as Answer['body']) : {};
    const said = (parsed.activities ?? []).map((one) => one.text ?? '').join('\n');
    return { status: response.status, type, body: parsed, text: said };
  }

  async applications(person = 'sam'): Promise<Application[]> {
    const ids = await this.store.find('applications-of-person', person);
    const found = await Promise.all(ids.map((id) => this.store.get<Application>('application', id)));
    return found.flatMap((record) => (record ? [record.doc] : []));
  }

  /** Puts an application into the store as it is. */
  async keep(application: Application): Promise<void> {
    await this.store.commit([
      { kind: 'application', id: application.reference, doc: application as unknown as Json },
    ]);
  }
}

type More = Partial<Pick<ServerOptions, 'schemes' | 'mayFetch'>>;

function serve(
  store: Store,
  clock: TestClock,
  environment: Record<string, string>,
  more: More = {},
): Promise<RunningServer> {
  const config = readConfig({ PORT: '0', ...environment });
  return startServer({ config, store, schemes, clock, log: pino({ level: 'silent' }), ...more });
}

export function message(text: string, { person = 'sam', conversation = 'phone' }: Who = {}): object {
  return {
    type: 'message',
    id: randomUUID(),
    channelId: 'test',
    serviceUrl: 'http://localhost:1',
    from: { id: person, name: person },
    recipient: { id: 'bot', name: 'AP Pathway' },
    conversation: { id: conversation, isGroup: false, conversationType: 'personal', name: '' },
    text,
  };
}

/** What a card of an answer submits when one of its buttons is pressed. */
export function pressed({ body }: Answer, title: string): object {
  const card = body.activities?.at(-1)?.attachments?.[0]?.content as {
    actions: { title: string; data?: object }[];
  };
  const action = card.actions.find((one) => one.title === title);
  if (!action?.data) throw new Error(`No button “${title}”`);
  return { text: '', value: action.data };
}
