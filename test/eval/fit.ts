import { join } from 'node:path';
import { loadKnowledge } from '../../data/knowledge/knowledge.js';
import { loadLanguage } from '../../data/language/language.js';
import { root } from '../../data/root.js';
import { askedOfOthers } from '../../dialogs/questions/business.js';
import { learnSearchInSteps, searchOf } from '../../dialogs/questions/search.js';
import { factsOf, isStrange } from '../../dialogs/questions/sureness.js';
import { chanceOf } from '../../dialogs/understanding/logistic.js';
import { finish } from '../../dialogs/understanding/steps.js';
import { Reading } from '../../dialogs/understanding/terms.js';

/**
 * Fits `dialogs/questions/sureness.ts`: `npx tsx test/eval/fit.ts`. A fifth of all ways of asking, and of what is none
 * of the assistant's business, is left out at a time and then asked, and so are the same questions about something
 * else; logistic regression finds how much each fact tells. The labelled questions beside this
 * file are not read.
 */

const folds = 5;
const steps = 3000;
/** What is none of its business is asked more often than there are examples of it; there are many made of its own. */
const counts = { question: 1, outside: 2, other: 0.2 } as const;

interface Asked {
  readonly facts: readonly number[];
  /** Which of the ranked was meant: 1, 2, or 0 for another or none. */
  readonly meant: 0 | 1 | 2;
  readonly stranger: boolean;
  readonly sort: keyof typeof counts;
}

const entries = loadKnowledge(join(root, 'data', 'knowledge'));
const { outside, others } = loadLanguage(join(root, 'data', 'language'));
const asked: Asked[] = [];
for (let fold = 0; fold < folds; fold++) {
  const isOut = (_: unknown, index: number): boolean => (index * 7919) % folds === fold;
  const isIn = (one: unknown, index: number): boolean => !isOut(one, index);
  const known = entries.map((entry) => ({ ...entry, asks: entry.asks.filter(isIn) }));
  const knownOutside = Object.fromEntries(
    Object.entries(outside).map(([subject, texts]) => [subject, texts.filter(isIn)]),
  );
  const language = { outside: knownOutside, others };
  const search = searchOf(finish(learnSearchInSteps(known, language, { reading: new Reading() })));
  const ask = (text: string, sort: Asked['sort'], id?: string) => {
    const measured = search.measure(text);
    asked.push({
      facts: factsOf(measured),
      meant: id && measured.first.label === id ? 1 : id && measured.second.label === id ? 2 : 0,
      stranger: isStrange(measured),
      sort,
    });
  };
  for (const { id, asks } of entries) asks.filter(isOut).forEach((text) => ask(text, 'question', id));
  for (const texts of Object.values(outside)) texts.filter(isOut).forEach((text) => ask(text, 'outside'));
  const leftOut = entries.flatMap(({ asks }) => asks.filter(isOut));
  askedOfOthers(leftOut, others).forEach((text) => ask(text, 'other'));
}

const weigh = ({ sort }: Asked) => counts[sort];
const first = fit(asked, ({ meant }) => meant === 1, weigh);
const second = fit(asked, ({ meant }) => meant === 2, weigh);
const show = (weights: readonly number[]): string => weights.map((one) => one.toFixed(2)).join(', ');
console.log(`first: [${show(first)}],\nsecond: [${show(second)}],\n`);

console.log('alone both  right  two(right)  wrong  near  outside | outside answered, of others');
for (const alone of [0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8]) {
  for (const both of [0.33, 0.4, 0.5]) {
    const tally = { right: 0, twoRight: 0, two: 0, wrong: 0, near: 0, outside: 0 };
    const answered = { outside: 0, other: 0 };
    for (const { facts, meant, stranger, sort } of asked) {
      const [one, two] = [chanceOf(facts, first), chanceOf(facts, second)];
      const said =
        stranger || one + two < 0.15 ? 'outside' : one >= alone ? 'one' : one + two >= both ? 'two' : 'near';
      if (sort !== 'question') answered[sort] += said === 'one' || said === 'two' ? 1 : 0;
      else if (said === 'one') tally[meant === 1 ? 'right' : 'wrong']++;
      else if (said === 'two') {
        tally.two++;
        tally[meant > 0 ? 'twoRight' : 'wrong']++;
      } else tally[said]++;
    }
    const all = (wanted: Asked['sort']) => asked.filter(({ sort }) => sort === wanted).length;
    const share = (count: number, of: Asked['sort'] = 'question'): string =>
      `${((100 * count) / all(of)).toFixed(1)} %`.padStart(7);
    console.log(
      alone,
      both,
      share(tally.right),
      share(tally.two),
      `(${share(tally.twoRight)})`,
      share(tally.wrong),
      share(tally.near),
      share(tally.outside),
      '|',
      share(answered.outside, 'outside'),
      share(answered.other, 'other'),
    );
  }
}

/** Logistic regression by plain gradient descent: the loss has one lowest point, so how it is reached does not matter. */
function fit<T extends { readonly facts: readonly number[] }>(
  cases: readonly T[],
  isRight: (one: T) => boolean,
  weigh: (one: T) => number,
): number[] {
  const width = cases[0]?.facts.length ?? 0;
  const weights = new Array<number>(width).fill(0);
  const scale = Array.from({ length: width }, (_, i) =>
    Math.max(0.05, ...cases.map(({ facts }) => Math.abs(facts[i] ?? 0))),
  );
  for (let step = 0; step < steps; step++) {
    const slope = new Array<number>(width).fill(0);
    for (const one of cases) {
      const miss = (chanceOf(one.facts, weights) - (isRight(one) ? 1 : 0)) * weigh(one);
      for (let i = 0; i < width; i++)
        slope[i] = (slope[i] ?? 0) + (miss * (one.facts[i] ?? 0)) / (scale[i] ?? 1);
    }
    for (let i = 0; i < width; i++)
      weights[i] = (weights[i] ?? 0) - (4 * (slope[i] ?? 0)) / cases.length / (scale[i] ?? 1);
  }
  return weights;
}
