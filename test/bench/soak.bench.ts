import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Walker } from '../support/walk.js';
import { busy, say } from './figures.js';
import { fillFolder } from './seed.js';
import { Server } from './servers.js';

/**
 * 100 people on their journeys, one after the other for as many minutes as are given (10, unless told), while the
 * rounds of reminders run over what is stored: `npm run soak [-- minutes]`. No answer may be wrong or missing; what is
 * printed is how memory and open files went. It fails on an error only.
 */
const minutes = Number(process.argv[2] ?? 10);
const people = 100;
/** Milliseconds that a person takes to read and type. */
const pause = 500;

const folder = await mkdtemp(join(tmpdir(), 'ap-soak-'));
let server: Server | undefined;
try {
  await fillFolder(join(folder, 'data'), 1_000);
  server = await Server.product(join(folder, 'data'));
  const running = server;
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
  say(`${people} people for ${minutes} minutes, 1,000 stored besides; load average ${busy()} before.`);
  const all = Promise.all(Array.from({ length: people }, (_, who) => person(who)));
  const seen: { at: number; heap: number; resident: number; handles: number }[] = [];
  for (let at = 0; performance.now() < until; at += 0.5) {
    const { heap, handles } = await insideOf(running.url);
    seen.push({ at, heap, handles, resident: running.resident });
    say(
      `${at.toFixed(1)} min: heap ${heap.toFixed(0)} MiB, resident ${running.resident.toFixed(0)} MiB, ` +
        `${handles} open files and sockets, ${lines} answers, ${errors.length} errors`,
    );
    await wait(Math.max(0, Math.min(30_000, until - performance.now())));
  }
  await all;
  await wait(2_000);
  const after = { ...(await insideOf(running.url)), resident: running.resident };
  const first = seen.find(({ at }) => at >= 1) ?? seen[0];
  if (first)
    say(
      `From the first minute to the end: heap ${change(first.heap, after.heap)} MiB, ` +
        `resident ${change(first.resident, after.resident)} MiB, handles ${change(first.handles, after.handles)}; ` +
        `${lines} answers, ${errors.length} errors; load average ${busy()} after.`,
    );
  if (errors.length > 0) {
    say(errors.slice(0, 5).join('\n'));
    process.exitCode = 1;
  }
} finally {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
}

/** What the process says of itself at `/metrics`, and how many files and sockets it holds open. */
async function insideOf(url: string): Promise<{ heap: number; handles: number }> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const heap = Number(/^nodejs_heap_size_used_bytes (\S+)/m.exec(text)?.[1] ?? NaN) / 2 ** 20;
  const listed = await readdir(`/proc/${server?.pid}/fd`);
  return { heap, handles: listed.length };
}

function change(from: number, to: number): string {
  return `${from.toFixed(0)} → ${to.toFixed(0)}`;
}
