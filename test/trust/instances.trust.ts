import { tryInstances } from '../support/instances.js';
import { postgres } from '../support/postgres.js';
import { build } from '../support/product.js';
import { row } from './summary.js';

/**
 * `npx tsx test/trust/instances.trust.ts [people] [ends]`: a real PostgreSQL, three instances of the built product
 * behind a round-robin proxy, and 200 people who have the whole conversation while instances are killed, stopped and started.
 * Ends with an error when anything was lost or doubled.
 */
const [people = 200, ends = 20] = process.argv.slice(2).map(Number);

await build();
const url = await (await postgres()).database();
const started = Date.now();
const report = await tryInstances({
  url,
  people,
  atOnce: 40,
  ends: { talking: ends, nudging: Math.ceil(ends / 5) },
  between: 3_000,
  say: (line) => console.log(`${((Date.now() - started) / 1000).toFixed(0)} s  ${line}`),
});
const { turns, sentAgain, kills, stops, events, nudges, nudgesTwice } = report;
row(
  `${people} people over three instances, killed ${kills} times and stopped ${stops} times`,
  `${turns} turns, ${nudges} nudges`,
  `${events} events compared, ${sentAgain} requests sent again, ${nudgesTwice} nudges twice inside a kill`,
);
process.exit(0);
