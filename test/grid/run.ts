import { parseArgs } from 'node:util';
import { mind } from '../support/assistant.js';
import { cases, fewOf } from './cases.js';
import { placeOf } from './states.js';
import { report } from './table.js';
import { tryCase } from './trial.js';
import { reportWalks, walks } from './walks.js';

/*
 * npm run grid                the whole grid and 200 walks; ends with 1 when anything wrong was stored
 * npm run grid -- --short     a few of every cell, and 20 walks
 * --examples                  three failing examples of every cell, none of them held; with --all, of held ones too
 * --seen                      without the held wordings
 * --only WORD                 capabilities, test types and ways of saying it that have the word in their name; no walks
 * --walks                     only the walks
 */
const { values } = parseArgs({
  options: {
    short: { type: 'boolean' },
    examples: { type: 'boolean' },
    seen: { type: 'boolean' },
    all: { type: 'boolean' },
    walks: { type: 'boolean' },
    only: { type: 'string' },
  },
});
const { only, short } = values;

await mind.learn();
const began = Date.now();
let isWrong = false;
if (!values.walks) {
  const chosen = [...cases()].filter(
    ({ held, how, capability, type }) =>
      !(values.seen && held) && (!only || [how, capability, type].some((name) => name.includes(only))),
  );
  const few = short ? fewOf(chosen, 2) : chosen;
  const tried = few.flatMap((one) => tryCase(one) ?? []);
  const gone = new Set(few.map(({ at }) => at).filter((at) => !placeOf(at)));
  if (gone.size > 0) console.log(`Not in this round, and not tried: ${[...gone].join(', ')}`);
  console.log(report(tried, values.examples ? (values.all ? 'all' : 'seen') : 'none'));
  isWrong ||= tried.some(({ verdict }) => verdict === 'wrong');
}
if (!only) {
  const walked = walks(short ? 20 : 200);
  console.log(reportWalks(walked, values.examples ? 20 : 0));
  isWrong ||= walked.some(({ wrong }) => wrong.length > 0);
}
console.log(`${((Date.now() - began) / 1000).toFixed(1)} s`);
process.exitCode = isWrong ? 1 : 0;
