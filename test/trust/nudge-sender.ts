import { writeSync } from 'node:fs';
import { openStore, roundOver, runUntilDone } from '../support/reminded.js';

/** A process of its own that does the real round over a folder, for a test to kill: `<folder> <instant> <sendings a second>`. */
const [, , folder = '', time = '', perSecond = '40'] = process.argv;
let now = Date.parse(time);
const clock = {
  now: () => new Date(now).toISOString(),
  addMinutes: (minutes: number) => (now += minutes * 60_000),
};
const store = await openStore(folder);
const round = roundOver({ store, clock, perSecond: Number(perSecond) });
writeSync(1, 'ready\n');
await runUntilDone(round, store, clock);
await store.close();
writeSync(1, 'done\n');
process.exit(0);
