import { writeSync } from 'node:fs';
import { TestClock } from '../support/assistant.js';
import { openStore, roundOver, runUntilDone } from '../support/reminded.js';

/** A process of its own that does the real round over a folder, for a test to kill: `<folder> <time> <a second>`. */
const [, , folder = '', time = '', perSecond = '40'] = process.argv;
const clock = new TestClock(time);
const store = await openStore(folder);
const round = roundOver({ store, clock, perSecond: Number(perSecond) });
writeSync(1, 'ready\n');
await runUntilDone(round, store, clock);
await store.close();
writeSync(1, 'done\n');
process.exit(0);
