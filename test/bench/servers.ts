import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../../data/root.js';

/** A server that is measured: the built product, or a bare echo, as a process of its own. */
export class Server {
  private agent = new Agent({ keepAlive: true, maxSockets: 256 });

  private constructor(
    readonly name: string,
    private readonly child: ChildProcess,
    private readonly port: number,
  ) {}

  /** The product over a folder, at the time at which the transcripts begin. */
  static product(folder: string, environment: Record<string, string> = {}): Promise<Server> {
    // As `npm start` runs it.
    const script = ['--max-semi-space-size=32', join(root, 'dist', 'bot', 'main.js')];
    return Server.start('product', script, {
      DATA_DIR: folder,
      LOG_LEVEL: 'info',
      AP_NOW: '2026-11-23T10:00',
      ...environment,
    });
  }

  /** A bare teams-ai echo; with a `file`, over one lowdb file for all. */
  static echo(file?: string): Promise<Server> {
    const environment: Record<string, string> = file ? { STORAGE: 'lowdb', FILE: file } : {};
    return Server.start('echo', [join(root, 'test', 'bench', 'echo-server.mjs')], environment);
  }

  private static async start(
    name: string,
    script: readonly string[],
    environment: Record<string, string>,
  ): Promise<Server> {
    const child = spawn(process.execPath, script, {
      env: { ...process.env, ...environment, PORT: '0' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    for await (const line of createInterface({ input: child.stdout })) {
      const port = /http:\/\/localhost:(\d+)/.exec(line)?.[1];
      if (!port) continue;
      child.stdout.resume();
      return new Server(name, child, Number(port));
    }
    throw new Error(`The ${name} did not start`);
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** One message, answered in the response: its body. @throws for any other answer than 200. */
  async say(person: string, conversation: string, text: string): Promise<string> {
    const body = JSON.stringify(messageOf(person, conversation, text));
    return new Promise((resolve, reject) => {
      const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
      const call = request(
        `${this.url}/api/messages`,
        { method: 'POST', agent: this.agent, headers },
        (response) => {
          let answer = '';
          response.on('data', (chunk: Buffer) => (answer += chunk.toString()));
          response.on('error', reject);
          response.on('end', () =>
            response.statusCode === 200
              ? resolve(answer)
              : reject(new Error(`${this.name}: ${response.statusCode} ${answer}`)),
          );
        },
      );
      call.on('error', reject);
      call.end(body);
    });
  }

  /** Connections that waited while another server was measured may have been closed at its end. */
  reconnect(): void {
    this.agent.destroy();
    this.agent = new Agent({ keepAlive: true, maxSockets: 256 });
  }

  /** Milliseconds of processor time since it started. */
  get processor(): number {
    const [, rest = ''] = readFileSync(`/proc/${this.child.pid}/stat`, 'utf8').split(') ');
    const fields = rest.split(' ');
    // User and system time, in hundredths of a second on every Linux that Node runs on.
    return (Number(fields[11]) + Number(fields[12])) * 10;
  }

  /** MiB of memory that it occupies. */
  get resident(): number {
    const status = readFileSync(`/proc/${this.child.pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? NaN) / 1024;
  }

  /** Ends it as it stands. */
  async stop(): Promise<void> {
    this.agent.destroy();
    const { child } = this;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }
}

let activities = 0;

export function messageOf(person: string, conversation: string, text: string): object {
  return {
    type: 'message',
    id: `bench-${process.pid}-${activities++}`,
    channelId: 'test',
    deliveryMode: 'expectReplies',
    serviceUrl: 'http://127.0.0.1:9',
    from: { id: person, name: person },
    recipient: { id: 'bot', name: 'bot' },
    conversation: { id: conversation },
    text,
  };
}
