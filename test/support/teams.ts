import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Activity } from 'botbuilder';

export interface TeamsAction {
  readonly type: string;
  readonly title: string;
  readonly verb?: string;
  readonly url?: string;
  readonly data?: Record<string, unknown>;
  readonly fallback?: TeamsAction;
}

export interface TeamsElement {
  readonly type: string;
  readonly id?: string;
  readonly text?: string;
  readonly label?: string;
  readonly value?: unknown;
  readonly items?: TeamsElement[];
  readonly columns?: TeamsElement[];
  readonly facts?: { title: string; value: string }[];
  readonly choices?: { title: string; value: string }[];
}

export interface TeamsCard {
  readonly body: TeamsElement[];
  readonly actions?: TeamsAction[];
  readonly refresh?: { action: TeamsAction; userIds: string[] };
}

/** What the Teams service got from the assistant. */
export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly activity: Partial<Activity>;
}

export interface InvokeAnswer {
  readonly status: number;
  readonly body: {
    readonly statusCode?: number;
    readonly type?: string;
    readonly value?: TeamsCard & { code?: string };
    readonly task?: {
      readonly type: string;
      readonly value: string | { title: string; width: string; card: { content: TeamsCard } };
    };
  };
}

/** A person in Teams, as far as the assistant sees of one: activities go in by HTTP, what is sent comes to `sent`. */
export class TeamsClient {
  readonly sent: Sent[] = [];
  /** Milliseconds that the service takes for a message. */
  slowness = 0;
  /** How often the assistant has connected. */
  connections = 0;
  /** What the service knows of a member that is asked for. */
  member: { id: string; name: string } | undefined;
  private server: Server | undefined;

  private constructor(private readonly assistant: () => string) {}

  static async open(assistant: () => string): Promise<TeamsClient> {
    const client = new TeamsClient(assistant);
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { method = '', url: path = '' } = request;
        const body = Buffer.concat(chunks).toString('utf8');
        if (body) client.sent.push({ method, path, activity: JSON.parse(body) as Partial<Activity> });
        const isMember = method === 'GET' && path.includes('/members/');
        setTimeout(() => {
          response.writeHead(isMember && !client.member ? 404 : 200, { 'content-type': 'application/json' });
          response.end(
            JSON.stringify(isMember ? (client.member ?? {}) : { id: `sent-${client.sent.length}` }),
          );
        }, client.slowness);
      });
    });
    client.server = server;
    server.on('connection', () => client.connections++);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return client;
  }

  async close(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise<void>((resolve) => (this.server ? this.server.close(() => resolve()) : resolve()));
  }

  /** Texts of the messages since the last look, with the cards. */
  take(): { texts: string[]; cards: TeamsCard[]; all: Sent[] } {
    const all = this.sent.splice(0);
    const posted = all.filter(({ method, activity }) => method === 'POST' && activity.type === 'message');
    return {
      all,
      texts: posted.map(({ activity }) => activity.text ?? ''),
      cards: posted.flatMap(({ activity }) =>
        (activity.attachments ?? []).map(({ content }) => content as TeamsCard),
      ),
    };
  }

  async post(activity: Record<string, unknown>): Promise<InvokeAnswer> {
    const address = this.server?.address() as AddressInfo;
    const response = await fetch(`${this.assistant()}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        id: randomUUID(),
        channelId: 'msteams',
        serviceUrl: `http://127.0.0.1:${address.port}`,
        from: { id: '29:ana', aadObjectId: 'ana', name: 'Ana Lopez' },
        recipient: { id: '28:bot', name: 'AP Pathway' },
        conversation: { id: 'a:ana', conversationType: 'personal', tenantId: 't1' },
        ...activity,
      }),
    });
    const text = await response.text();
    return { status: response.status, body: text ? (JSON.parse(text) as InvokeAnswer['body']) : {} };
  }

  say(text: string, more: Record<string, unknown> = {}): Promise<InvokeAnswer> {
    return this.post({ type: 'message', text, ...more });
  }

  /** Presses a card's button as Teams does: in place, or as a message where the action is an older one. */
  press(
    card: TeamsCard,
    title: string,
    inputs: Record<string, unknown> = {},
    more: Record<string, unknown> = {},
  ): Promise<InvokeAnswer> {
    const action = card.actions?.find((one) => one.title === title);
    if (!action) throw new Error(`No button “${title}”: ${card.actions?.map((one) => one.title).join(', ')}`);
    if (action.type === 'Action.Execute') {
      const { type, verb, data } = action;
      const value = { action: { type, verb, data: { ...data, ...inputs } }, trigger: 'manual' };
      return this.post({ type: 'invoke', name: 'adaptiveCard/action', replyToId: 'card-1', value, ...more });
    }
    return this.post({ type: 'message', replyToId: 'card-1', value: { ...action.data, ...inputs }, ...more });
  }

  /** The whole part that belongs to a card: itself, or what its button puts in its place. */
  async openPart(card: TeamsCard, title = 'Fill in all at once'): Promise<TeamsCard> {
    return card.actions?.some((one) => one.title === title) ? partOf(await this.press(card, title)) : card;
  }

  /** Fills in a whole part and saves it: what stands in its inputs is sent too, as a client does. */
  fillIn(
    card: TeamsCard,
    filled: Record<string, unknown>,
    { title = 'Save', ...more }: Record<string, unknown> & { title?: string } = {},
  ): Promise<InvokeAnswer> {
    const there = elements(card).flatMap(({ id, value }) =>
      id?.startsWith('q.') ? [[id, value ?? '']] : [],
    );
    const typed = Object.entries(filled).map(([id, value]) => [`q.${id}`, value]);
    return this.press(card, title, Object.fromEntries([...there, ...typed]), more);
  }
}

/** The card that stands in the place of another. */
export function partOf({ body }: InvokeAnswer): TeamsCard {
  if (!body.value?.body) throw new Error(`No card: ${JSON.stringify(body)}`);
  return body.value;
}

/** Every element of a card, also within others. */
export function elements({ body }: Pick<TeamsCard, 'body'>): TeamsElement[] {
  return body.flatMap((one) => [
    one,
    ...elements({ body: one.items ?? [] }),
    ...elements({ body: one.columns ?? [] }),
  ]);
}

/** All that can be read on a card. */
export function wordsOf(card: Pick<TeamsCard, 'body'>): string {
  return elements(card)
    .flatMap(({ text, label, facts = [] }) => [
      text,
      label,
      ...facts.map((one) => `${one.title}: ${one.value}`),
    ])
    .filter(Boolean)
    .join('\n');
}
