import assert from 'node:assert/strict';
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { root } from '../../data/root.js';

const main = join(root, 'dist', 'bot', 'main.js');
const info = join(root, 'dist', 'tsbuildinfo');
const rooms = ['bot', 'dialogs', 'workflows', 'data'];

/** Builds the product when a source is newer than what was built last. */
export async function build(): Promise<void> {
  // TypeScript writes this one anew whenever it compiles anything, and a file only when it came out otherwise.
  const built = statSync(main, { throwIfNoEntry: false })
    ? (statSync(info, { throwIfNoEntry: false })?.mtimeMs ?? 0)
    : 0;
  const newest = Math.max(
    ...rooms
      .flatMap((room) =>
        readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((name) =>
          join(root, room, name),
        ),
      )
      .filter((path) => path.endsWith('.ts'))
      .map((path) => statSync(path).mtimeMs),
  );
  if (built > newest) return;
  await promisify(execFile)('npm', ['run', 'build', '--silent'], { cwd: root });
}

/** The built product as a process of its own, as `npm start` runs it. Stopped and started, it keeps its port and data. */
export class Product {
  url = '';
  private child: ChildProcess | undefined;
  /** What it wrote: shown when it does not start. */
  private readonly output: string[] = [];

  constructor(
    readonly folder: string,
    /** The London time that its clock starts at, the next time it is started. */
    public now: string,
    private readonly environment: Readonly<Record<string, string>> = {},
  ) {}

  async start(): Promise<void> {
    const { PATH, HOME, TZ } = process.env;
    const child = spawn(process.execPath, [main], {
      cwd: root,
      env: {
        PATH,
        HOME,
        ...(TZ ? { TZ } : {}),
        PORT: this.url ? new URL(this.url).port : '0',
        DATA_DIR: this.folder,
        AP_NOW: this.now,
        LOG_LEVEL: 'warn',
        ...this.environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    child.stderr.on('data', (text: Buffer) => this.output.push(text.toString()));
    for await (const line of createInterface({ input: child.stdout })) {
      this.output.push(`${line}\n`);
      // As it says itself, or as it logs it where it has credentials.
      const [url] = /http:\/\/[\w.]+:\d+/.exec(line) ?? [];
      if (!url) continue;
      this.url = url;
      child.stdout.on('data', (text: Buffer) => this.output.push(text.toString()));
      child.stdout.resume();
      return;
    }
    assert.fail(`The product did not start:\n${this.output.join('')}`);
  }

  /** What it wrote since it was first started. */
  get wrote(): string {
    return this.output.join('');
  }

  /** Ends it as it stands, in the middle of whatever it does. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Ends it as an operator would. */
  async stop(): Promise<void> {
    await this.end('SIGTERM');
  }

  /** Tells it something more, while it is ending. */
  signal(signal: NodeJS.Signals): void {
    (this.child ?? this.ending)?.kill(signal);
  }

  private ending: ChildProcess | undefined;

  private async end(signal: NodeJS.Signals): Promise<void> {
    const { child } = this;
    this.child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    this.ending = child;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }
}
