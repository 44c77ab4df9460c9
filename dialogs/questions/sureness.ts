import type { Ranked } from '../understanding/classifier.js';
import { chanceOf } from '../understanding/logistic.js';

/** What can be told of how near a question is to the nearest answers. */
export interface Measured {
  readonly first: Ranked;
  readonly second: Ranked;
  /** How near the third is, and the nearest of what is none of my business. */
  readonly third: number;
  readonly stranger: number;
  /** The chance, 0 to 1, that it is none of my business, as far as the way it is asked tells. */
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
  first: [-2.22, 6.79, 4.05, 0.71, 0.54, 1.79, -0.69, -0.04, -0.1, -4.15],
  second: [-1.69, -3.04, -4.66, 1.97, 0.23, -0.95, 1.61, 0.14, -0.05, -2.96],
} as const;

/** The chances, 0 to 1, that the first and that the second is the answer that was meant. */
export function chancesOf(measured: Measured): { readonly first: number; readonly second: number } {
  const facts = factsOf(measured);
  return { first: chanceOf(facts, counts.first), second: chanceOf(facts, counts.second) };
}

/** From this chance on it is none of my business: however near it is to an answer, and where something strange is nearer. */
const strange = { surely: 0.82, nearer: 0.3 } as const;

/** Is it none of my business? */
export function isStrange({ first, stranger, strangeness }: Measured): boolean {
  return strangeness > (stranger > first.score ? strange.nearer : strange.surely);
}
