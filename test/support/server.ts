import { randomUUID } from 'node:crypto';
import pino from 'pino';
import type { Activity } from 'botbuilder';
import { readConfig } from '../../bot/config.js';
import { webchatLookups } from '../../bot/direct-line/history.js';
import { lookups } from '../../bot/records.js';
import { startServer, type RunningServer } from '../../bot/server.js';
import { openJsonStore, type JsonStore } from '../../data/store/json-store.js';
import type { Json } from '../../data/store/store.js';
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

/** The whole server on a port of its own over a folder of its own, spoken to over HTTP. */
export class TestServer {
  private constructor(
    readonly url: string,
    readonly store: JsonStore,
    readonly clock: TestClock,
    private readonly server: RunningServer,
    private readonly remove: () => Promise<void>,
  ) {}

  static async start(
    now = '2026-11-23T10:00',
    environment: Record<string, string> = {},
  ): Promise<TestServer> {
    const { folder, remove } = await temporaryFolder();
    const store = await openJsonStore({ folder, lookups: [...lookups, ...webchatLookups] });
    const clock = new TestClock(now);
    const config = readConfig({ PORT: '0', DATA_DIR: folder, ...environment });
    const log = pino({ level: 'silent' });
    const server = await startServer({ config, store, schemes, clock, log });
    return new TestServer(server.url, store, clock, server, remove);
  }

  async stop(): Promise<void> {
    await this.server.close();
    await this.store.close();
    await this.remove();
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
