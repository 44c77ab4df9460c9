import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openJsonStore, type JsonStore } from '../../data/store/json-store.js';
import { application, testLookups } from '../unit/data/store-applications.js';

/**
 * What a commit costs with few and with many records stored, in turns so that the machine's moods hit both:
 * `node --expose-gc --import tsx test/bench/store.bench.ts [seconds a figure]`. Each commit reads and changes an
 * application of 4 KB and a person, as a form answer does.
 */
const SECONDS = Number(process.argv[2] ?? 2);
const SIZES = [100, 50_000];
const note = 'An answer of a ward manager, about so long. '.repeat(90);
const temporary = mkdtempSync(join(tmpdir(), 'ap-store-bench-'));
const folderOf = (size: number) => join(temporary, String(size));

try {
  for (const size of SIZES) {
    const start = performance.now();
    await using(folderOf(size), async (store) => {
      for (let n = 0; n < size; n += 500) {
        const some = Array.from({ length: Math.min(500, size - n) }, (_, index) => n + index);
        await store.commit(some.flatMap((m) => change(m, 0)));
      }
    });
    console.log(`filled ${size} in ${seconds(start)} s`);
  }
  for (let round = 0; round < 3; round++) {
    for (const size of SIZES) await measure(size);
  }
} finally {
  rmSync(temporary, { recursive: true, force: true });
}

async function measure(size: number): Promise<void> {
  const start = performance.now();
  const store = await openJsonStore({ folder: folderOf(size), lookups: testLookups });
  const opened = performance.now() - start;
  const figures = [`open ${opened.toFixed(0)} ms`, `heap ${heap()} MB`];
  for (const people of [1, 16, 64]) {
    for (const spread of [people, size]) {
      const times: number[] = [];
      const end = performance.now() + SECONDS * 1_000;
      const began = performance.now();
      const person = async (who: number) => {
        for (let turn = 1; performance.now() < end; turn++) {
          const before = performance.now();
          // One's own application, again and again; or another one each time.
          const n = spread === people ? who : Math.floor(Math.random() * size);
          await store.get('person', `person-${n}`);
          await store.find('by-person', `person-${n}`);
          await store.get('application', `AP-${n}`);
          await store.commit(change(n, turn));
          times.push(performance.now() - before);
        }
      };
      await Promise.all(Array.from({ length: people }, (_, who) => person(who)));
      times.sort((a, b) => a - b);
      const at = (part: number) => (times[Math.floor(times.length * part)] ?? 0).toFixed(1);
      const rate = ((times.length / (performance.now() - began)) * 1_000).toFixed(0);
      figures.push(
        `${people} ${spread === people ? 'own' : 'any'}: ${rate}/s p50 ${at(0.5)} p99 ${at(0.99)}`,
      );
    }
  }
  figures.push(`heap under load ${heap()} MB`);
  const checkpoint = performance.now();
  await store.checkpoint();
  const journals = readdirSync(folderOf(size)).filter((file) => file.startsWith('journal')).length;
  figures.push(`checkpoint ${seconds(checkpoint)} s, ${journals} journals, heap ${heap()} MB`);
  await store.close();
  console.log(`${size}\t${figures.join(' | ')}`);
}

function change(n: number, turn: number) {
  return [
    application(`AP-${n}`, {
      people: [`person-${n}`],
      due: `2027-0${1 + (n % 9)}-1${n % 10}`,
      note: `${turn} ${note}`,
    }),
    { kind: 'person', id: `person-${n}`, doc: { turn } },
  ];
}

async function using(folder: string, work: (store: JsonStore) => Promise<void>): Promise<void> {
  const store = await openJsonStore({ folder, lookups: testLookups });
  await work(store);
  await store.close();
}

function heap(): string {
  globalThis.gc?.();
  return (process.memoryUsage().heapUsed / 2 ** 20).toFixed(1);
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1_000).toFixed(1);
}
