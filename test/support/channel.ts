import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a request meets. `slow` and `dropped` arrive, and nobody is told; `lost` does not arrive, and nobody is told. */
export type Reception =
  'taken' | 'slow' | 'dropped' | 'lost' | { readonly status: number; readonly retryAfter?: number };

export interface Sending {
  /** Milliseconds, of a clock that only goes forward. */
  readonly at: number;
  readonly conversation: string;
  readonly text: string;
  readonly met: Reception;
}

/**
 * A channel as the Bot Framework's connector sees it: it takes messages for conversations, records every sending and
 * what arrived, and is busy, slow, closed or gone when it is told to be.
 */
export class Channel {
  readonly sendings: Sending[] = [];
  /** Texts that arrived, by conversation. */
  readonly arrived = new Map<string, string[]>();
  private server: Server | undefined;
  private port = 0;
  private readonly held = new Set<ServerResponse>();
  private readonly tries = new Map<string, number>();

  private constructor(private readonly meet: (conversation: string, tries: number) => Reception) {}

  /** `meet` says what the nth sending (from 1) to a conversation meets. */
  static async open(
    meet: (conversation: string, tries: number) => Reception = () => 'taken',
  ): Promise<Channel> {
    const channel = new Channel(meet);
    await channel.up();
    return channel;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Listens, after {@link down} at the same address. */
  async up(): Promise<void> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => this.take(request.url ?? '', Buffer.concat(chunks).toString(), response));
    });
    this.server = server;
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.address() as AddressInfo).port;
  }

  /** Nobody is there any more: connections are refused. */
  async down(): Promise<void> {
    const { server } = this;
    for (const response of this.held) response.destroy();
    this.held.clear();
    server?.closeAllConnections();
    await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
  }

  to(conversation: string): readonly string[] {
    return this.arrived.get(conversation) ?? [];
  }

  /** The most sendings that began within any one second: to one conversation, or in all. */
  mostInASecond(conversation?: string): number {
    const times = this.sendings
      .filter((one) => conversation === undefined || one.conversation === conversation)
      .map(({ at }) => at);
    let most = 0;
    for (let first = 0, last = 0; last < times.length; last++) {
      while ((times[last] ?? 0) - (times[first] ?? 0) >= 1000) first++;
      most = Math.max(most, last - first + 1);
    }
    return most;
  }

  private take(path: string, body: string, response: ServerResponse): void {
    const [, id] = /\/v3\/conversations\/([^/]+)\/activities/.exec(path) ?? [];
    const conversation = decodeURIComponent(id ?? '');
    const { text = '' } = JSON.parse(body) as { text?: string };
    const tries = (this.tries.get(conversation) ?? 0) + 1;
    this.tries.set(conversation, tries);
    const met = this.meet(conversation, tries);
    this.sendings.push({ at: performance.now(), conversation, text, met });
    if (met === 'taken' || met === 'slow' || met === 'dropped')
      this.arrived.set(conversation, [...this.to(conversation), text]);
    if (met === 'dropped' || met === 'lost') return void response.destroy();
    if (met === 'slow') return void this.held.add(response);
    const status = met === 'taken' ? 201 : met.status;
    const headers: Record<string, string> = { 'Content-Type': 'application/json' };
    if (met !== 'taken' && met.retryAfter !== undefined) headers['Retry-After'] = String(met.retryAfter);
    response.writeHead(status, headers);
    response.end(
      JSON.stringify(met === 'taken' ? { id: String(this.sendings.length) } : { error: { code: 'Told' } }),
    );
  }
}
