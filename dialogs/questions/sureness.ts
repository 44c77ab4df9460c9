import type { Ranked } from '../understanding/classifier.js';
import { chanceOf } from '../understanding/logistic.js';

/** What can be told of how near a question is to the nearest answers. */
export interface Measured {
  readonly first: Ranked;
  readonly second: Ranked;
  /** How near the third is, and the nearest of what is none of my business. */
  readonly third: number;
  readonly stranger: number;
  /** How much likelier it is none of my business than it is: a logarithm, 0 for as likely. */
  readonly strangeness: number;
  readonly words: number;
  /** Is there a word of this field in it? */
  readonly hasField: boolean;
}

/** A logarithm that a nearness of nothing does not break. */
const log = (nearness: number): number => Math.log(Math.max(0.02, nearness));

/** What the chances are worked out from; the leading 1 carries the base. */
export function factsOf({
  first,
  second,
  third,
  stranger,
  strangeness,
  words,
  hasField,
}: Measured): readonly number[] {
  return [
    1,
    first.score,
    log(first.score) - log(second.score),
    log(second.score) - log(third),
    log(first.score) - log(stranger),
    first.covered,
    second.covered,
    Math.log(1 + words),
    hasField ? 1 : 0,
    strangeness,
  ];
}

/**
 * How much each fact counts, for the first and for the second being the one that was meant. Printed by
 * `npx tsx test/eval/fit.ts`, which leaves out a fifth of all ways of asking at a time; the labelled questions in
 * `test/eval/` take no part in it.
 */
const counts = {
  first: [-4.33, 9.27, 3.58, 0.66, 0.73, 2.09, -0.53, -0.18, -0.45, -0.37],
  second: [-3.61, -6.57, -4.64, 2, 0.64, -0.7, 2.09, 0.38, -0.26, -0.25],
} as const;

/** The chances, 0 to 1, that the first and that the second is the answer that was meant. */
export function chancesOf(measured: Measured): { readonly first: number; readonly second: number } {
  const facts = factsOf(measured);
  return { first: chanceOf(facts, counts.first), second: chanceOf(facts, counts.second) };
}
