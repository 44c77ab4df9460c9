import { killRounds } from '../support/crash.js';
import { row } from './summary.js';

/**
 * `npx tsx test/trust/crash.trust.ts [kills]`: the built product under load, killed at random points, and started
 * again over the same folder. Ends with an error when an acknowledged answer was lost, changed or taken twice.
 */
const [kills = 200] = process.argv.slice(2).map(Number);
const started = Date.now();
const done = await killRounds(kills, (line) =>
  console.log(`${((Date.now() - started) / 1000).toFixed(0)} s  ${line}`),
);
console.log(done);
row('SIGKILL under load', `${done.kills} kills`, `${done.acknowledged} answers acknowledged`);
row('kept after a kill, compared with what was acknowledged', `${done.comparisons} times`);
row('documents read after a kill', `${done.documents}`);
row(
  'in hand at a kill, sent again',
  `${done.inHand.kept + done.inHand.notKept} messages`,
  `${done.inHand.kept} were kept already and acted once`,
);
process.exit(0);
