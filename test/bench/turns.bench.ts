import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request, Agent } from 'node:http';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { root } from '../../data/root.js';
import { fillFolder, personOf } from './seed.js';

/**
 * What a turn costs, over HTTP with `expectReplies`: the product, every answer flushed to disk before it is said,
 * against a bare teams-ai echo in memory and against the same echo over one lowdb file. Rounds are interleaved, so
 * that ratios hold on a machine that is busy with other things. `--short` for a quick look.
 */

const short = process.argv.includes('--short');
const sizes = short ? [100, 1_000] : [100, 1_000, 10_000, 50_000];
const rounds = short ? 2 : 5;
const seconds = short ? 1 : 3;

interface Target {
  readonly name: string;
  readonly child: ChildProcess;
  readonly port: number;
  readonly people: number;
  next: number;
}

interface Measured {
  readonly turns: number;
  readonly seconds: number;
  readonly times: number[];
}

let agent = new Agent({ keepAlive: true, maxSockets: 256 });
let nextPort = 40_000 + (process.pid % 1000) * 10;

export async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'ap-bench-'));
  const running: Target[] = [];
  try {
    process.stdout.write(
      `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}\n\n`,
    );
    const echo = await startEcho('echo in memory', {});
    running.push(echo);
    const rows: string[][] = [];
    for (const size of sizes) {
      const data = join(folder, `store-${size}`);
      await fillFolder(data, size);
      const product = await startProduct(data, size);
      const file = join(folder, `naive-${size}.json`);
      await writeFile(file, JSON.stringify(naive(size)));
      const lowdb = await startEcho('echo over one lowdb file', { STORAGE: 'lowdb', FILE: file });
      running.push(product, lowdb);
      const memory = await residentMiB(product);
      for (const people of [1, 16, 64]) {
        const measured = await interleaved([product, echo, lowdb], people);
        const [own, bare, one] = measured.map((m) => rate(m)) as [number, number, number];
        const times = sorted(measured[0] as Measured);
        rows.push([
          String(size),
          String(people),
          own.toFixed(0),
          `${(own / bare).toFixed(2)}×`,
          `${(own / one).toFixed(1)}×`,
          ...[0.5, 0.95, 0.99].map((q) => at(times, q).toFixed(1)),
          `${(at(times, 0.99) / at(times, 0.5)).toFixed(1)}×`,
          memory.toFixed(0),
        ]);
      }
      await stop(product);
      await stop(lowdb);
    }
    print(
      [
        'stored',
        'people',
        'turns/s',
        'of echo',
        'of lowdb',
        'p50 ms',
        'p95 ms',
        'p99 ms',
        'p99/p50',
        'MiB at rest',
      ],
      rows,
    );
    await starts(folder);
  } finally {
    await Promise.all(running.map(stop));
    await rm(folder, { recursive: true, force: true });
  }
}

/** From the start of the process to the first answer. */
async function starts(folder: string): Promise<void> {
  const own: number[] = [];
  const bare: number[] = [];
  for (let i = 0; i < (short ? 2 : 7); i++) {
    for (const [times, begin] of [
      [bare, () => startEcho('start', {})],
      [own, () => startProduct(join(folder, `start-${i}`), 0)],
    ] as const) {
      const from = performance.now();
      const target = await begin();
      await turn(target, 'someone', 'somewhere', 'hello');
      times.push(performance.now() - from);
      await stop(target);
    }
  }
  const [a, b] = [median(own), median(bare)];
  process.stdout.write(
    `\nstart to first answer: product ${a.toFixed(0)} ms, echo ${b.toFixed(0)} ms, ${(a / b).toFixed(2)}×\n`,
  );
}

async function interleaved(targets: readonly Target[], people: number): Promise<Measured[]> {
  const all = targets.map((): Measured[] => []);
  for (let i = 0; i < rounds; i++) {
    for (const [t, target] of targets.entries()) {
      const measured = await load(target, people);
      // The first round warms up.
      if (i > 0) all[t]?.push(measured);
    }
  }
  return all.map((measured) => ({
    turns: measured.reduce((sum, m) => sum + m.turns, 0),
    seconds: measured.reduce((sum, m) => sum + m.seconds, 0),
    times: measured.flatMap((m) => m.times),
  }));
}

/** `people` at once, each answering a question of the form and going back, as fast as they get answers. */
async function load(target: Target, people: number): Promise<Measured> {
  // Connections that waited while another target was measured may have been closed.
  agent.destroy();
  agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const times: number[] = [];
  const from = performance.now();
  const until = from + seconds * 1000;
  await Promise.all(
    Array.from({ length: people }, async () => {
      while (performance.now() < until) {
        const { person, conversation } = personOf(target.next++ % Math.max(1, target.people));
        // A person gives a few answers, then the next one comes: histories stay as long as real ones.
        for (let i = 0; i < 10 && performance.now() < until; i++) {
          const began = performance.now();
          await turn(target, person, conversation, i % 2 === 0 ? `Northfield Trust ${i}` : 'back');
          times.push(performance.now() - began);
        }
      }
    }),
  );
  return { turns: times.length, seconds: (performance.now() - from) / 1000, times };
}

let activities = 0;
function turn(target: Target, person: string, conversation: string, text: string): Promise<string> {
  const body = JSON.stringify({
    type: 'message',
    id: `bench-${process.pid}-${activities++}`,
    channelId: 'test',
    deliveryMode: 'expectReplies',
    serviceUrl: 'http://127.0.0.1:9',
    from: { id: person, name: person },
    recipient: { id: 'bot', name: 'bot' },
    conversation: { id: conversation },
    text,
  });
  return new Promise((resolve, reject) => {
    const call = request(
      {
        host: '127.0.0.1',
        port: target.port,
        path: '/api/messages',
        method: 'POST',
        agent,
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      },
      (response) => {
        let answer = '';
        response.on('data', (chunk: Buffer) => (answer += chunk.toString()));
        response.on('end', () =>
          response.statusCode === 200
            ? resolve(answer)
            : reject(new Error(`${target.name}: ${response.statusCode} ${answer}`)),
        );
      },
    );
    call.on('error', reject);
    call.end(body);
  });
}

async function startProduct(data: string, people: number): Promise<Target> {
  return started('product', join(root, 'dist', 'bot', 'main.js'), people, {
    DATA_DIR: data,
    LOG_LEVEL: 'info',
    AP_NOW: '2026-11-23T10:00',
    RATE_LIMITS: 'off',
  });
}

async function startEcho(name: string, environment: Record<string, string>): Promise<Target> {
  return started(name, join(root, 'test', 'bench', 'echo-server.mjs'), 1_000, environment);
}

async function started(
  name: string,
  script: string,
  people: number,
  environment: Record<string, string>,
): Promise<Target> {
  const port = nextPort++;
  const child = spawn(process.execPath, [script], {
    env: { ...process.env, ...environment, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('listening')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code}`)));
  });
  return { name, child, port, people, next: 0 };
}

async function stop({ child }: Target): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.removeAllListeners('exit');
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

function naive(size: number): Record<string, unknown> {
  const filler = 'x'.repeat(4_000);
  return Object.fromEntries(Array.from({ length: size }, (_, i) => [`filler-${i}`, { count: 1, filler }]));
}

async function residentMiB({ child, port }: Target): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 500));
  void port;
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}

function rate({ turns, seconds: time }: Measured): number {
  return turns / time;
}

function sorted({ times }: Measured): number[] {
  return [...times].sort((a, b) => a - b);
}

function at(times: readonly number[], quantile: number): number {
  return times[Math.min(times.length - 1, Math.floor(times.length * quantile))] ?? NaN;
}

function median(times: readonly number[]): number {
  return at(
    [...times].sort((a, b) => a - b),
    0.5,
  );
}

function print(head: readonly string[], rows: readonly (readonly string[])[]): void {
  for (const row of [head, head.map(() => '---'), ...rows]) process.stdout.write(`| ${row.join(' | ')} |\n`);
}

await main();
