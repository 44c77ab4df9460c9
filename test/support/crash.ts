import { lookups } from './schemes.js';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { webchatLookups } from '../../bot/channels/web/history.js';

import { openJsonStore, type JsonStore } from '../../data/store/json-store.js';
import { serve } from './house.js';
import { build, Product } from './product.js';
import { Walker, kept, walkClock, walkLines } from './walk.js';

export interface Killed {
  readonly kills: number;
  /** Answers that were acknowledged, each compared after every kill that followed it. */
  readonly acknowledged: number;
  readonly comparisons: number;
  readonly documents: number;
  /** Messages in hand at a kill, sent again afterwards: how many had been kept all the same, and how many not. */
  readonly inHand: { readonly kept: number; readonly notKept: number };
  readonly journeys: number;
}

const people = 8;

/**
 * The product as a process of its own, people at it over HTTP, and SIGKILL at random points. After each kill the
 * folder is looked at as it lies (every document parses, every acknowledged answer is there, and at most the one in
 * hand besides), then the product is started over it: the last answer is given again, and the next message carries on.
 * @throws when anything was lost, doubled or changed.
 */
export async function killRounds(
  rounds: number,
  say: (line: string) => void = () => undefined,
): Promise<Killed> {
  await build();
  const states = await statesOfTheWalk();
  const place = mkdtempSync(join(tmpdir(), 'ap-crash-'));
  const folder = join(place, 'data');
  const product = new Product(folder, walkClock, { PERSON_LIMIT: '1000000' });
  const result = { acknowledged: 0, comparisons: 0, documents: 0, kept: 0, notKept: 0, journeys: 0 };
  let next = 0;
  const newcomer = () => new Walker(`person-${++next}`);
  const walkers = Array.from({ length: people }, newcomer);
  const finished: Walker[] = [];
  try {
    for (let round = 1; round <= rounds; round++) {
      await product.start();
      await Promise.all(walkers.map((walker) => walker.again(product.url)));
      const before = result.acknowledged;
      let over = false;
      let faults: unknown[] = [];
      const load = walkers.map(async (_, place) => {
        while (!over) {
          const walker = walkers[place] ?? newcomer();
          try {
            await walker.step(product.url);
          } catch (error) {
            if (error instanceof assert.AssertionError) faults.push(error);
            return;
          }
          result.acknowledged++;
          if (!walker.done) continue;
          finished.push(walker);
          walkers[place] = newcomer();
        }
      });
      // Most kills come under load; some while it has hardly started.
      if (Math.random() > 0.1) while (result.acknowledged === before && faults.length === 0) await sleep(5);
      await sleep(Math.random() * 700);
      // At times when nothing was said for a second, which is when the documents are written.
      if (round % 3 === 0) {
        over = true;
        await Promise.all(load);
        await sleep(950 + Math.random() * 350);
      }
      const killed = product.kill();
      over = true;
      await killed;
      await Promise.all(load);
      const [fault] = faults;
      if (fault) throw fault as Error;
      faults = [];

      const seen = await look(folder, place, states, [...walkers, ...finished]);
      result.comparisons += walkers.length + finished.length;
      result.documents += seen.documents;
      result.kept += seen.kept;
      result.notKept += seen.notKept;
      // Those who are through were looked at after the kill that followed; and then again, a few at a time.
      finished.splice(0, Math.max(0, finished.length - 20));
      result.journeys = next - people;
      if (round % 20 === 0) say(`${round} kills, ${result.acknowledged} answers acknowledged, none lost`);
    }
    await product.start();
    for (const walker of walkers) {
      await walker.again(product.url);
      await walker.step(product.url);
    }
    await product.stop();
  } finally {
    await product.kill();
    rmSync(place, { recursive: true, force: true });
  }
  const { kept: keptAll, notKept, ...rest } = result;
  return { kills: rounds, inHand: { kept: keptAll, notKept }, ...rest };
}

/** What is kept after each line of the walk, when nothing goes wrong. */
async function statesOfTheWalk(): Promise<string[]> {
  const house = await serve();
  try {
    const walker = new Walker('oracle');
    const states = [await kept(house.store, walker.person)];
    while (!walker.done) {
      await walker.step(house.url);
      states.push(await kept(house.store, walker.person));
    }
    assert.ok(new Set(states).size > walkLines.length / 2, 'the walk changes something at most lines');
    return states;
  } finally {
    await house.close();
  }
}

/** Opens a copy, so that the folder stays as the kill left it. */
async function look(
  folder: string,
  place: string,
  states: readonly string[],
  walkers: readonly Walker[],
): Promise<{ documents: number; kept: number; notKept: number }> {
  const copy = join(place, 'copy');
  rmSync(copy, { recursive: true, force: true });
  cpSync(folder, copy, { recursive: true });
  rmSync(join(copy, 'lock'), { recursive: true, force: true });
  const found = { documents: documentsIn(copy), kept: 0, notKept: 0 };
  const store: JsonStore = await openJsonStore({ folder: copy, lookups: [...lookups, ...webchatLookups] });
  try {
    assert.deepEqual(store.problems(), []);
    for (const { person, acknowledged, inHand } of walkers) {
      const state = await kept(store, person);
      if (state === states[acknowledged]) {
        // Some lines change nothing: then it cannot be told, and is not counted.
        if (inHand && states[acknowledged + 1] !== state) found.notKept++;
        continue;
      }
      assert.ok(
        inHand && state === states[acknowledged + 1],
        `${person} was told ${acknowledged} answers. Kept is\n${state}\nand it should be\n${states[acknowledged]}`,
      );
      found.kept++;
    }
  } finally {
    await store.close();
  }
  return found;
}

/** Every document in a folder is whole JSON. @returns how many there are. */
export function documentsIn(folder: string): number {
  const records = join(folder, 'records');
  if (!existsSync(records)) return 0;
  const files = readdirSync(records, { recursive: true, encoding: 'utf8' });
  // A file that is being written has another name until it is whole.
  const documents = files.filter((file) => file.endsWith('.json'));
  for (const file of documents) JSON.parse(readFileSync(join(records, file), 'utf8'));
  return documents.length;
}

/** A disk of a few megabytes, which can be filled or made read-only; undefined where mounting is not allowed. */
export function smallDisk(
  place: string,
  megabytes: number,
): { fill(): void; release(): void; readOnly(on: boolean): void; remove(): void } | undefined {
  mkdirSync(place, { recursive: true });
  const mount = (...how: string[]) => spawnSync('mount', how).status === 0;
  if (!mount('-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', place)) return undefined;
  const filler = join(place, 'filler');
  return {
    fill: () => void spawnSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=4096'], { stdio: 'ignore' }),
    release: () => rmSync(filler, { force: true }),
    readOnly: (on) => void mount('-o', `remount,${on ? 'ro' : 'rw'}`, place),
    remove: () => void spawnSync('umount', ['-l', place]),
  };
}
