import { fuzz } from '../support/fuzz.js';
import { row } from './summary.js';

/**
 * `npx tsx test/trust/fuzz.trust.ts [activities] [seed]`: real activities of every client, mutated, and made-up ones, at
 * the real server. Ends with an error at the first that crashes it, gives a 5xx or an apology, or is echoed as more
 * than text in a reply, a card, a Word file, an email, a calendar or a table.
 */
const [count = 20_000, seed] = process.argv.slice(2).map(Number);
const started = Date.now();
const done = await fuzz(
  count,
  (line) => console.log(`${((Date.now() - started) / 1000).toFixed(0)} s  ${line}`),
  seed,
);
console.log(done);
row(
  'activities, mutated and made up',
  `${done.activities}`,
  Object.entries(done.statuses)
    .map(([status, times]) => `${status}: ${times}`)
    .join(', '),
);
row('bodies of 5 MB', `${done.large}`, 'refused with 413');
row('documents made of what was sent', `${done.documents}`, `${done.applications} applications`);
row('heap after collection', '', `${done.heap[0]} MB after a third, ${done.heap[1]} MB at the end`);
process.exit(0);
