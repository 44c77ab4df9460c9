import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { parse } from 'yaml';
import { openMind } from '../../bot/turn/open-mind.js';
import { root } from '../../data/root.js';
import { heardAs } from '../support/heard.js';
import { atMost } from './figures.js';

/**
 * What understanding a question costs: part of `npm run bench`, or `NODE_OPTIONS=--expose-gc npx tsx test/bench/questions.bench.ts`. Aims: the index in 400 ms, a
 * question in 5 ms, 60 MB. Processor time is printed next to the clock, as a busy machine makes the clock run long.
 */
const aims = { buildMs: 400, questionMs: 5, megabytes: 60 } as const;

const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
/** Collected twice, with a moment between: what a first collection lets go of is counted off a little later. */
const memory = async (): Promise<number> => {
  for (let times = 0; times < 2; times++) {
    (globalThis as { gc?: () => void }).gc?.();
    await wait(100);
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1024 / 1024;
};
const line = (name: string, value: string): void =>
  void process.stdout.write(`${name.padEnd(26)} ${value}\n`);

// Learnt once by the build, as the product does, and only recalled at the start.
await openMind().learn();
const before = await memory();
const [clock, work] = [performance.now(), cpu()];
const mind = openMind();
await mind.learn();
const buildMs = performance.now() - clock;
line(
  'index at the start',
  `${buildMs.toFixed(0)} ms (processor ${(cpu() - work).toFixed(0)} ms), aim ${aims.buildMs} ms`,
);

const megabytes = (await memory()) - before;
line('index in memory', `${megabytes.toFixed(0)} MB, aim ${aims.megabytes} MB`);

const labelled = parse(readFileSync(join(root, 'test', 'eval', 'questions.yaml'), 'utf8')) as { q: string }[];
const today = '2026-11-23';
const ask = (q: string) => heardAs(q, { type: 'menu' }, mind, today);
for (const { q } of labelled.slice(0, 50)) ask(q);
const times = labelled.map(({ q }) => {
  const start = performance.now();
  ask(q);
  return performance.now() - start;
});
times.sort((a, b) => a - b);
const at = (share: number): string => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(2);
line('a question', `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, aim ${aims.questionMs} ms`);

// For `bench.ts`, which runs this.
if (process.argv.includes('--json')) {
  const targets = [
    atMost('index of questions at the start', buildMs, aims.buildMs, ' ms'),
    atMost('a question answered, p95', Number(at(0.95)), aims.questionMs, ' ms'),
    atMost('index of questions in memory', megabytes, aims.megabytes, ' MB'),
  ];
  line(JSON.stringify(targets), '');
}
