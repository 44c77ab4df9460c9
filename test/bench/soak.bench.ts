import { lookups } from '../support/schemes.js';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { webchatLookups } from '../../bot/channels/web/history.js';

import { root } from '../../data/root.js';
import { openPostgresStore } from '../../data/store/postgres-store.js';
import { Channel } from '../support/channel.js';
import { openStore, seed } from '../support/reminded.js';
import { postgres } from '../support/postgres.js';
import { Walker } from '../support/walk.js';
import { formBegun } from '../unit/workflows/nudge-applications.js';
import { atMost, busy, say, table } from './figures.js';
import { Server } from './servers.js';

/**
 * 100 people on their journeys, one after the other for as many minutes as are given (10, unless told), while reminders
 * go out to others all the time: `npm run soak [-- minutes [postgres]]`. No answer may be wrong or missing, no reminder may come
 * twice, and neither the heap after a collection nor the number of open files and sockets may grow after the first minute.
 */
const minutes = Number(process.argv[2] ?? 10);
const url = process.argv[3] === 'postgres' ? await (await postgres()).database() : undefined;
const people = 100;
/** Milliseconds that a person takes to read and type. */
const pause = 500;
/** More than the product sends in that time, at its own pace of 40 a second. */
const reminded = Math.ceil(minutes * 60 * 40);

const folder = await mkdtemp(join(tmpdir(), 'ap-soak-'));
// As busy as a channel is: one in twenty is sent away at first.
const channel = await Channel.open((conversation, tries) =>
  tries === 1 && conversation.endsWith('7') && Number(conversation.slice(-2)) < 50
    ? { status: 429, retryAfter: 1 }
    : 'taken',
);
let server: Server | undefined;
try {
  const data = join(folder, 'data');
  const store = await (url
    ? openPostgresStore({ url, lookups: [...lookups, ...webchatLookups] })
    : openStore(data));
  await seed(store, {
    ...{ count: reminded, serviceUrl: channel.url },
    ...{ application: formBegun('2026-11-18'), today: '2026-11-18' },
  });
  await store.close();
  const running = await Server.product(data, {
    ...(url ? { DATABASE_URL: url } : {}),
    NODE_OPTIONS: `--import=${join(root, 'test', 'bench', 'collect.mjs')}`,
  });
  server = running;
  const until = performance.now() + minutes * 60_000;
  const errors: string[] = [];
  let journeys = 0;
  let lines = 0;

  const person = async (who: number) => {
    await wait((who / people) * pause * 2);
    while (performance.now() < until) {
      const walker = new Walker(`soak-${journeys++}`);
      while (!walker.done && performance.now() < until) {
        try {
          await walker.step(running.url);
          lines++;
        } catch (error) {
          errors.push(error instanceof Error ? error.message : String(error));
          break;
        }
        await wait(pause);
      }
    }
  };
  say(
    `${people} people for ${minutes} minutes over ${url ? 'PostgreSQL' : 'a folder'}, ${reminded} others stored; load average ${busy()} before.`,
  );
  const all = Promise.all(Array.from({ length: people }, (_, who) => person(who)));
  const seen: Figures[] = [];
  let first: Figures | undefined;
  for (let at = 0.5; performance.now() < until; at += 0.5) {
    await wait(Math.max(0, Math.min(30_000, until - performance.now())));
    const figures = await figuresOf(running);
    seen.push(figures);
    say(
      `${at.toFixed(1)} min: heap ${figures.heap.toFixed(0)} MiB, resident ${figures.resident.toFixed(0)} MiB, ` +
        `${figures.handles} open files and sockets; ${lines} answers, ${channel.sendings.length} reminders, ${errors.length} errors`,
    );
    // In between it collects as it likes.
    if (at === 1) first = await collected(running);
  }
  const last = await collected(running);
  await all;
  const twice = [...channel.arrived].filter(([, texts]) => texts.length > 1).map(([to]) => to);
  errors.push(...twice.map((to) => `${to} was reminded twice`));
  if (channel.arrived.size === 0) errors.push('nobody was reminded');
  if (!first) throw new Error('A soak takes more than a minute');
  const half = Math.ceil(seen.length / 2);
  const fewest = (of: readonly Figures[]) => Math.min(...of.map(({ handles }) => handles));
  const targets = [
    atMost('errors', errors.length, 0, ''),
    atMost('heap after a collection, at the end against the first minute', last.heap / first.heap, 1.1),
    // The fewest: connections come and go by dozens, and what is never closed is there at every look.
    atMost(
      'open files and sockets, the fewest in the second half more than in the first',
      fewest(seen.slice(half)) - fewest(seen.slice(0, half)),
      10,
      '',
    ),
  ];
  const most = (of: readonly Figures[]) => Math.max(...of.map(({ resident }) => resident)).toFixed(0);
  say(
    `\n${journeys} journeys, ${lines} answers, ${channel.arrived.size} reminders; load average ${busy()} after. ` +
      `Heap after a collection ${first.heap.toFixed(1)} → ${last.heap.toFixed(1)} MiB; ` +
      `most resident ${most(seen.slice(0, half))} MiB in the first half, ${most(seen.slice(half))} in the second; ` +
      `fewest open files and sockets ${fewest(seen.slice(0, half))}, ${fewest(seen.slice(half))}.\n`,
  );
  table(
    ['what', 'aim', 'measured', 'met'],
    targets.map(({ name, aim, measured, met }) => [name, aim, measured, met ? 'yes' : 'NO']),
  );
  if (errors.length > 0) say(errors.slice(0, 5).join('\n'));
  if (targets.some(({ met }) => !met)) process.exitCode = 1;
} finally {
  await server?.stop();
  await channel.down();
  await rm(folder, { recursive: true, force: true });
}

interface Figures {
  /** MiB. */
  readonly heap: number;
  readonly resident: number;
  /** Files and sockets that are open. */
  readonly handles: number;
}

async function figuresOf({ pid, url, resident }: Server): Promise<Figures> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const heap = Number(/^nodejs_heap_size_used_bytes (\S+)/m.exec(text)?.[1] ?? NaN) / 2 ** 20;
  const listed = await readdir(`/proc/${pid}/fd`);
  return { heap, resident, handles: listed.length };
}

/** The same right after a collection: what it really holds. */
async function collected(running: Server): Promise<Figures> {
  process.kill(running.pid, 'SIGUSR2');
  await wait(500);
  return figuresOf(running);
}
