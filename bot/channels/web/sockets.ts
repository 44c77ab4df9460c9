import type { EventEmitter } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { JsonObject } from '../../http/answers.js';
import type { ChatHistory } from './history.js';
import { originMatches } from '../../http/people.js';
import type { Tokens } from './tokens.js';

/** The streams of open pages: each is told everything in order, and nothing twice. */

const streamPath = /^\/v3\/directline\/conversations\/([^/?]+)\/stream\?/;
/** Milliseconds between pings; a socket that leaves one unanswered is taken for dead. */
const pingEvery = 30_000;
/** Open pages of one conversation; more than a person has on all their devices. */
const socketsEach = 8;
/** Bytes waiting for a reader that does not read. */
const waitingLimit = 8 * 1024 * 1024;

interface Listener {
  readonly socket: WebSocket;
  readonly history: ChatHistory;
  /** The place up to which it has been told. */
  at: number;
  /** Frames go one after another, so that nothing overtakes the history. */
  queue: Promise<void>;
  alive: boolean;
}

/** The streams of open pages: each gets the history after its watermark, then everything as it is said. */
export class Sockets {
  private readonly listeners = new Map<string, Set<Listener>>();
  private readonly wss = new WebSocketServer({ noServer: true, maxPayload: 4096 });
  private readonly beat = setInterval(() => this.ping(), pingEvery).unref();

  constructor(
    /** The restify server, which passes on every `upgrade` of its HTTP server. */
    private readonly server: EventEmitter,
    private readonly tokens: () => Promise<Tokens>,
    private readonly historyOf: (conversation: string) => Promise<ChatHistory | undefined>,
    private readonly onFault: (code: string, error: unknown) => void,
    private readonly mayCome: (request: IncomingMessage) => boolean = () => true,
  ) {
    server.on('upgrade', this.upgrade);
  }

  /** Tells every open page of the conversation what it has not been told. */
  told(conversation: string): void {
    for (const listener of this.of(conversation)) this.enqueue(listener, () => this.pump(listener));
  }

  /** Sends an activity that has no place in the history: typing, a change, a removal. */
  send(conversation: string, activity: JsonObject): void {
    for (const listener of this.of(conversation))
      this.enqueue(listener, async () => this.frame(listener, [activity]));
  }

  hasListeners(conversation: string): boolean {
    return this.of(conversation).size > 0;
  }

  drop(conversation: string): void {
    for (const { socket } of this.of(conversation)) socket.close(1000);
  }

  close(): void {
    clearInterval(this.beat);
    this.server.off('upgrade', this.upgrade);
    for (const socket of this.wss.clients) socket.terminate();
    this.wss.close();
  }

  private of(conversation: string): Set<Listener> {
    return this.listeners.get(conversation) ?? new Set();
  }

  private readonly upgrade = (request: IncomingMessage, stream: Duplex, head: Buffer): void => {
    const conversation = streamPath.exec(request.url ?? '')?.[1];
    if (!conversation) {
      // With a listener for upgrades, Node no longer answers the ones that nobody wants.
      if (this.server.listenerCount('upgrade') === 1) refuse(stream, '404 Not Found');
      return;
    }
    stream.on('error', () => stream.destroy());
    this.accept(request, conversation).then(
      (opened) => {
        if (typeof opened === 'string') return refuse(stream, opened);
        this.wss.handleUpgrade(request, stream, head, (socket) => this.listen(socket, opened));
      },
      (error: unknown) => {
        this.onFault('webchat.stream', error);
        refuse(stream, '503 Service Unavailable');
      },
    );
  };

  private async accept(
    request: IncomingMessage,
    conversation: string,
  ): Promise<{ history: ChatHistory; at: number } | string> {
    const query = new URL(request.url ?? '', 'http://localhost').searchParams;
    if (!this.mayCome(request) || !originMatches(request)) return '403 Forbidden';
    const claims = (await this.tokens()).read(query.get('t') ?? '');
    if (!claims || claims.use !== 'stream' || claims.conv !== conversation) return '403 Forbidden';
    const history = await this.historyOf(conversation);
    if (!history || history.person !== claims.user) return '404 Not Found';
    const watermark = query.get('watermark') ?? '';
    return /^\d{0,10}$/.test(watermark) ? { history, at: Number(watermark) } : '400 Bad Request';
  }

  private listen(socket: WebSocket, { history, at }: { history: ChatHistory; at: number }): void {
    const listener: Listener = { socket, history, at, queue: Promise.resolve(), alive: true };
    const all = this.of(history.id);
    this.listeners.set(history.id, all.add(listener));
    if (all.size > socketsEach) [...all][0]?.socket.close(1008);
    socket.on('pong', () => (listener.alive = true));
    // Direct Line clients send empty messages to find out whether the line is dead; they say nothing else here.
    socket.on('message', () => (listener.alive = true));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      all.delete(listener);
      if (all.size === 0) this.listeners.delete(history.id);
    });
    this.enqueue(listener, () => this.pump(listener));
  }

  private enqueue(listener: Listener, work: () => Promise<void>): void {
    listener.queue = listener.queue.then(work).catch((error: unknown) => {
      this.onFault('webchat.stream', error);
      // It reconnects with its watermark and misses nothing.
      listener.socket.terminate();
    });
  }

  private async pump(listener: Listener): Promise<void> {
    while (listener.at < listener.history.next) {
      const { activities, next } = await listener.history.from(listener.at);
      listener.at = next;
      this.frame(listener, activities);
    }
  }

  private frame({ socket, at }: Listener, activities: readonly JsonObject[]): void {
    if (activities.length === 0 || socket.readyState !== socket.OPEN) return;
    if (socket.bufferedAmount > waitingLimit) return socket.terminate();
    socket.send(JSON.stringify({ activities, watermark: String(at) }));
  }

  private ping(): void {
    for (const listener of [...this.listeners.values()].flatMap((all) => [...all])) {
      if (!listener.alive) listener.socket.terminate();
      listener.alive = false;
      listener.socket.ping();
    }
  }
}

function refuse(stream: Duplex, status: string): void {
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
