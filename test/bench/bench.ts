import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../data/root.js';
import { measureCards } from './cards.bench.js';
import { busy, say, table, type Target } from './figures.js';
import { measureStarts } from './starts.bench.js';
import { measureTurns, sayPlan, type TurnsPlan } from './turns.bench.js';

/**
 * Everything that is measured, in one run: `npm run bench`, or with `-- --short` a quick look. Ratios within one run
 * are what counts. Nothing fails when a target is missed: a busy machine is no fault of the program's. What does fail
 * is a wrong answer: a server that refuses is a quick one. With `-- --trial` it only shows that all of it runs.
 */
const trial = process.argv.includes('--trial');
const short = trial || process.argv.includes('--short');
const plan: TurnsPlan = trial
  ? { sizes: [100, 200], people: [1, 16], rounds: 1, seconds: 0.05 }
  : short
    ? { sizes: [100, 1_000], people: [1, 16], rounds: 1, seconds: 0.5 }
    : { sizes: [100, 1_000, 10_000, 50_000], people: [1, 16, 64], rounds: 3, seconds: 2 };

async function main(): Promise<void> {
  const began = performance.now();
  const folder = await mkdtemp(join(tmpdir(), 'ap-bench-'));
  try {
    say(
      `${new Date().toISOString().slice(0, 10)}, ${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ` +
        `${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}; load average ${busy()} before.`,
    );
    sayPlan(plan);
    say();
    const targets = [
      ...(await measureTurns(folder, plan)),
      ...(await measureStarts(folder, short ? 1 : 5)),
      // Ten thousand applications take a while to be written, and the round has tests of its own.
      ...(trial ? [] : await measureApart('nudges.bench.ts', short ? '10000' : '100000')),
      ...(await measureApart('questions.bench.ts')),
      ...(await measureCards(folder)),
    ];
    table(
      ['target', 'aim', 'measured', ''],
      targets.map(({ name, aim, measured, met }) => [name, aim, measured, met ? 'met' : 'missed']),
    );
    const seconds = ((performance.now() - began) / 1000).toFixed(0);
    say(`${seconds} s; load average ${busy()} after, of which this run is a part.`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** In a process of its own, which holds nothing else. Its last line is its figures. */
async function measureApart(file: string, ...options: readonly string[]): Promise<Target[]> {
  const script = join(root, 'test', 'bench', file);
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--expose-gc',
    '--import=tsx',
    script,
    ...options,
    '--json',
  ]);
  const lines = stdout.trimEnd().split('\n');
  say(`${lines.slice(0, -1).join('\n')}\n`);
  return JSON.parse(lines.at(-1) ?? '[]') as Target[];
}

await main();
