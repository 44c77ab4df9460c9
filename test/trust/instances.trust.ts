import { tryInstances } from '../support/instances.js';
import { postgres } from '../support/postgres.js';
import { build } from '../support/product.js';
import { row } from './summary.js';

/**
 * `npx tsx test/trust/instances.trust.ts [people] [kills]`: a real PostgreSQL, three instances of the built product
 * behind a round-robin proxy, and 200 people who have the whole conversation while instances are killed and started.
 * Ends with an error when anything was lost or doubled.
 */
const [people = 200, kills = 20] = process.argv.slice(2).map(Number);

await build();
const url = await (await postgres()).database();
const started = Date.now();
const report = await tryInstances({
  url,
  people,
  atOnce: 40,
  kills: { talking: kills, nudging: Math.ceil(kills / 5) },
  between: 3_000,
  say: (line) => console.log(`${((Date.now() - started) / 1000).toFixed(0)} s  ${line}`),
});
console.log({ people, ...report, seconds: Math.round((Date.now() - started) / 1000) });
row(
  'instances killed while people talk and are reminded',
  `${report.kills} kills`,
  `${people} people, ${report.turns} turns, ${report.nudges} reminders`,
);
process.exit(0);
