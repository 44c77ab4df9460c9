import { parseArgs } from 'node:util';
import { mind } from '../support/assistant.js';
import { cases, fewOf, report, tryCase } from './grid.js';

/*
 * npm run grid                the whole grid; ends with 1 when anything wrong was stored
 * npm run grid -- --short     a few of every cell
 * --examples                  three failing examples of every cell · --only WORD: capabilities or ways with that word
 * --seen                      without the held wordings: what whoever writes the code may look at
 */
const { values } = parseArgs({
  options: {
    short: { type: 'boolean' },
    examples: { type: 'boolean' },
    seen: { type: 'boolean' },
    only: { type: 'string' },
  },
});

await mind.learn();
const began = Date.now();
const { only } = values;
const chosen = [...cases()].filter(
  ({ held, how, capability, type }) =>
    !(values.seen && held) && (!only || [how, capability, type].some((name) => name.includes(only))),
);
const tried = (values.short ? fewOf(chosen, 2) : chosen).flatMap((one) => tryCase(one) ?? []);
console.log(report(tried, values.examples ?? false));
console.log(`${((Date.now() - began) / 1000).toFixed(1)} s`);
process.exitCode = tried.some(({ verdict }) => verdict === 'wrong') ? 1 : 0;
