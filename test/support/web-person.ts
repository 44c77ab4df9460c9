import type { TestServer } from './server.js';

interface Said {
  readonly id: string;
  readonly text?: string;
  readonly from?: { readonly role?: string };
  readonly channelData?: { readonly takes?: unknown };
  readonly attachments?: readonly { readonly content?: unknown }[];
}

/** Somebody at the web page, as their browser asks: a cookie, a token and one conversation. */
export class WebPerson {
  private watermark = '';
  /** What the last answer was, whole. */
  last: readonly Said[] = [];

  private constructor(
    private readonly url: string,
    readonly cookie: string,
    private readonly token: string,
    readonly conversation: string,
  ) {}

  static async open(server: TestServer): Promise<WebPerson> {
    const { url } = server;
    const cookie = (await fetch(url)).headers.get('set-cookie')?.split(';')[0] ?? '';
    const ticket = (await (
      await fetch(`${url}/v3/directline/tokens/generate`, {
        method: 'POST',
        headers: { cookie, origin: url, 'content-type': 'application/json' },
        body: '{}',
      })
    ).json()) as { token: string; conversationId: string };
    const person = new WebPerson(url, cookie, ticket.token, ticket.conversationId);
    await person.ask('/conversations', { method: 'POST', body: '{}' });
    await person.ask(`/conversations/${ticket.conversationId}/activities`);
    return person;
  }

  async say(text: string): Promise<string> {
    const response = await this.ask(`/conversations/${this.conversation}/activities`, {
      method: 'POST',
      body: JSON.stringify({ type: 'message', text }),
    });
    if (response.status !== 200) throw new Error(`${response.status}`);
    return this.heard();
  }

  async sayAll(texts: readonly string[]): Promise<string> {
    let answer = '';
    for (const text of texts) answer = await this.say(text);
    return answer;
  }

  /** Sends a file, and gives what was answered; the status where it was refused. */
  async send(name: string, bytes: Buffer): Promise<string> {
    const body = new FormData();
    body.append('file', new Blob([new Uint8Array(bytes)]), name);
    const response = await fetch(`${this.url}/v3/directline/conversations/${this.conversation}/upload`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.token}` },
      body,
    });
    return response.status === 200 ? this.heard() : String(response.status);
  }

  /** A document behind a link, as this browser gets it. */
  fetch(link: string): Promise<Response> {
    return fetch(link, { headers: { cookie: this.cookie } });
  }

  /** All that the page would show of this conversation when it is opened again. */
  async everything(): Promise<string> {
    const response = await this.ask(`/conversations/${this.conversation}/activities`);
    return response.text();
  }

  private async heard(): Promise<string> {
    const response = await this.ask(
      `/conversations/${this.conversation}/activities?watermark=${this.watermark}`,
    );
    const { activities, watermark } = (await response.json()) as { activities: Said[]; watermark: string };
    this.watermark = watermark;
    this.last = activities.filter(({ from }) => from?.role === 'bot');
    return this.last.map(({ text }) => text ?? '').join('\n');
  }

  private ask(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(`${this.url}/v3/directline${path}`, {
      ...init,
      headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' },
    });
  }
}
