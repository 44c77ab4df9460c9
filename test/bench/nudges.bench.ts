import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kinds } from '../../bot/turn/records.js';
import type { Write } from '../../data/store/store.js';
import { TestClock } from '../support/assistant.js';
import { atMost } from './figures.js';
import { begunOn, dueDay, openStore, person, remindersOf, roundOver, write } from '../support/reminded.js';
import { formBegun } from '../unit/workflows/nudge-applications.js';

/**
 * One round in which 500 are due, over 1,000 stored applications and over 100,000: `npm run bench`, or alone `npx tsx
 * --expose-gc test/bench/nudges.bench.ts`. Everything is real but the channel. The cost must follow what is due.
 */
const due = 500;
const later = '2027-02-04';
const rounds = 5;
/** A hundred times as much stored may cost so many times as much, the disk's own work included; heap that a round keeps. */
const aims = { ratio: 1.5, megabytes: 10 } as const;

interface Cost {
  readonly milliseconds: number;
  readonly cpu: number;
  readonly heap: number;
  readonly rss: number;
  readonly idle: number;
}

async function measure(stored: number): Promise<Cost> {
  const folder = await mkdtemp(join(tmpdir(), 'ap-nudges-'));
  await fill(folder, stored);
  // A process that has just started, as the one at nine in the morning may be.
  const store = await openStore(folder);
  const clock = new TestClock(`${dueDay}T09:00`);
  const heapBefore = heap();
  const rssBefore = process.memoryUsage().rss;
  let sent = 0;
  const round = roundOver({
    ...{ store, clock },
    send: async (_to, _reply, mayGo) => {
      if (!(await mayGo())) return 'later';
      sent++;
      return 'sent';
    },
  });
  const cpu = process.cpuUsage();
  const begun = performance.now();
  await round.run();
  const milliseconds = performance.now() - begun;
  const used = process.cpuUsage(cpu);
  if (sent !== due) throw new Error(`${sent} were sent, and not ${due}`);
  const idleBegun = performance.now();
  for (let tick = 0; tick < 10; tick++) await round.run();
  const idle = (performance.now() - idleBegun) / 10;
  const cost = {
    ...{ milliseconds, idle, cpu: (used.user + used.system) / 1000 },
    heap: (heap() - heapBefore) / 2 ** 20,
    rss: (process.memoryUsage().rss - rssBefore) / 2 ** 20,
  };
  await store.close();
  await rm(folder, { recursive: true });
  return cost;
}

/** People with an application each: 500 due today, the others on days to come. */
async function fill(folder: string, stored: number): Promise<void> {
  const store = await openStore(folder);
  const [soon, others] = [formBegun(begunOn), formBegun(later)];
  const make = (index: number): Write[] => {
    const id = `p${String(index).padStart(6, '0')}`;
    // Spread over the store, so that those who are due are no block on the disk.
    const isDue = index % (stored / due) === 0;
    const reference = `AP-${index}`;
    const doc = { ...(isDue ? soon : others), reference, owner: id };
    const reminders = remindersOf(id, [doc], begunOn);
    // As in a year's life: what is to come is spread over many days.
    const next = isDue
      ? reminders.next
      : `2027-${String(3 + (index % 9)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`;
    return [
      write(kinds.application, reference, doc),
      write(kinds.person, id, person(id, 'http://127.0.0.1:1')),
      write(kinds.reminders, id, { ...reminders, next }),
    ];
  };
  for (let from = 0; from < stored; from += 500)
    await store.commit(
      Array.from({ length: Math.min(500, stored - from) }, (_, index) => make(from + index)).flat(),
    );
  await store.checkpoint();
  await store.close();
}

function heap(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

const costs = new Map<number, Cost[]>();
const sizes = [1_000, Number(process.argv[2] ?? 100_000)];
await measure(1_000); // Warm.
for (const stored of sizes)
  for (let round = 0; round < (stored > 10_000 ? 1 : rounds); round++)
    costs.set(stored, [...(costs.get(stored) ?? []), await measure(stored)]);

const of = (stored: number, what: keyof Cost): number => {
  const all = (costs.get(stored) ?? []).map((cost) => cost[what]).sort((a, b) => a - b);
  return all[Math.floor(all.length / 2)] ?? NaN;
};
const [small = 0, large = 0] = sizes;
const units = {
  milliseconds: 'ms',
  cpu: 'ms of CPU',
  heap: 'MB heap',
  rss: 'MB rss',
  idle: 'ms, nothing due',
};
for (const [what, unit] of Object.entries(units) as [keyof Cost, string][]) {
  const [a, b] = [of(small, what), of(large, what)];
  console.log(
    `${unit.padEnd(16)} ${small}: ${a.toFixed(1).padStart(8)}   ${large}: ${b.toFixed(1).padStart(8)}   ratio ${(b / a).toFixed(2)}`,
  );
}
// For `bench.ts`, which runs this.
if (process.argv.includes('--json')) {
  const against = `a round with ${due} due, ${large.toLocaleString('en-GB')} stored against ${small.toLocaleString('en-GB')}`;
  const targets = [
    atMost(`${against}: time`, of(large, 'milliseconds') / of(small, 'milliseconds'), aims.ratio),
    atMost(`${against}: processor`, of(large, 'cpu') / of(small, 'cpu'), aims.ratio),
    atMost(`${against}: memory`, of(large, 'heap'), aims.megabytes, ' MB'),
  ];
  console.log(JSON.stringify(targets));
}
process.exit(0);
