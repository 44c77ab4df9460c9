import { FeatureReader, isWord, Numbers, vectorsOf, type Example, type FeatureOptions } from './features.js';
import type { Steps } from './steps.js';
import type { Lexicon } from './terms.js';

/** A kind of thing that may have been said, and the chance, 0 to 1, that it was. */
export interface Chance {
  readonly label: string;
  readonly chance: number;
}

/** What was learnt, as plain data that can be kept in a file. */
export interface LearnedKinds {
  readonly labels: readonly string[];
  /** By its place, the number of each word. */
  readonly words: readonly string[];
  readonly lexicon: Lexicon;
  /** Features, and how much each tells. */
  readonly keys: Int32Array;
  readonly idfs: Float32Array;
  readonly neverSeen: number;
  /** For every feature: what it tells for each label. */
  readonly weights: Float32Array;
}

/** A feature of one example only is of no use to another. */
const leastSeen = 2;
/** An error of a chance from which on a label is learnt from. */
const rightEnough = 0.005;
/** Times that all examples are gone through, how far each moves the weights at first, and how fast that lessens. */
const passes = 5;
const stride = { first: 0.6, lessens: 0.25 } as const;

/**
 * Softmax regression, by stochastic gradient descent in an order that is always the same. Unlike the nearest centroid it
 * learns what tells kinds apart that share most of their words ("withdraw it" and "can it be withdrawn?"). An example's
 * weight says how often it counts. A label that is as good as right is left as it is: nearly all are, and updating
 * them is nearly all of the work.
 */
export function* learnKindsInSteps(
  examples: readonly Example[],
  options: FeatureOptions,
): Steps<LearnedKinds> {
  const reader = new FeatureReader({ ...options, keepStops: true });
  const numbers = new Numbers();
  // A weight tells how often an example counts here, not that it is prose.
  const plain = examples.map(({ label, text }) => ({ label, text }));
  const vectors = yield* vectorsOf(plain, reader, numbers);
  const all = numbers.keys();
  const seen = new Int32Array(all.length);
  for (const { ids } of vectors) for (const id of ids) seen[id] = (seen[id] ?? 0) + 1;
  const kept = all.filter((_, id) => (seen[id] ?? 0) >= leastSeen);
  const place = new Int32Array(all.length).fill(-1);
  let count = 0;
  for (let id = 0; id < all.length; id++) if ((seen[id] ?? 0) >= leastSeen) place[id] = count++;
  const idfs = new Float32Array(kept.length);
  seen.forEach((times, id) => {
    const at = place[id] ?? -1;
    if (at >= 0) idfs[at] = Math.log((examples.length + 1) / (times + 0.5));
  });

  const labels = [...new Set(examples.map(({ label }) => label))];
  const width = labels.length;
  const rows = vectors.map(({ ids, values }) => {
    const parts = [...ids].flatMap((id, k) => {
      const at = place[id] ?? -1;
      return at < 0 ? [] : [[at, (values[k] ?? 0) * (idfs[at] ?? 0)] as const];
    });
    return rowOf(parts, 0);
  });
  yield;

  const weights = new Float32Array(kept.length * width);
  const scores = new Float32Array(width);
  const off = new Int32Array(width);
  const meant = examples.map(({ label }) => labels.indexOf(label));
  const order = examples.map((_, n) => n);
  const random = sameEveryTime();
  for (let pass = 0; pass < passes; pass++) {
    shuffle(order, random);
    const step = stride.first / (1 + stride.lessens * pass);
    for (const [done, n] of order.entries()) {
      const { at, values } = rows[n] as Row;
      chancesInto(scores, weights, at, values);
      const label = meant[n] ?? 0;
      scores[label] = (scores[label] ?? 0) - 1;
      const far = step * (examples[n]?.weight ?? 1);
      let wrong = 0;
      for (let c = 0; c < width; c++) if (Math.abs(scores[c] as number) >= rightEnough) off[wrong++] = c;
      for (let k = 0; k < at.length; k++) {
        const from = (at[k] as number) * width;
        const pull = far * (values[k] as number);
        for (let w = 0; w < wrong; w++) {
          const c = off[w] as number;
          (weights[from + c] as number) -= pull * (scores[c] as number);
        }
      }
      if (done % 200 === 199) yield;
    }
  }
  return {
    ...{ labels, words: reader.known, lexicon: options.lexicon, keys: kept, idfs, weights },
    neverSeen: Math.log(examples.length + 1),
  };
}

/** Tells the kinds that a text may be of, likeliest first. Pure. */
export function kindsOf(learned: LearnedKinds): (text: string) => readonly Chance[] {
  const { labels, lexicon, words, keys, idfs, neverSeen, weights } = learned;
  const reader = new FeatureReader({ lexicon, keepStops: true }, words);
  const numbers = new Numbers(keys);
  const scores = new Float32Array(labels.length);
  return (text) => {
    const said = new Map<number, number>();
    let strange = 0;
    reader.read(text, { learning: false, prose: false }, (key, value) => {
      const id = numbers.get(key);
      if (id === undefined) strange += isWord(key) ? (value * neverSeen) ** 2 : 0;
      else if ((said.get(id) ?? 0) < value) said.set(id, value);
    });
    const parts = [...said].map(([id, value]) => [id, value * (idfs[id] ?? 0)] as const);
    const { at, values } = rowOf(parts, strange);
    chancesInto(scores, weights, at, values);
    return labels.map((label, n) => ({ label, chance: scores[n] ?? 0 })).sort((a, b) => b.chance - a.chance);
  };
}

/** A text as what is not nothing of it: which weights it has to do with, and how much. */
interface Row {
  readonly at: Int32Array;
  readonly values: Float32Array;
}

/** The features at length 1. */
function rowOf(parts: readonly (readonly [number, number])[], strange: number): Row {
  const length = Math.sqrt(parts.reduce((sum, [, value]) => sum + value * value, strange)) || 1;
  const at = new Int32Array(parts.length);
  const values = new Float32Array(at.length);
  parts.forEach(([id, value], k) => {
    at[k] = id;
    values[k] = value / length;
  });
  return { at, values };
}

function chancesInto(
  scores: Float32Array,
  weights: Float32Array,
  at: Int32Array,
  values: Float32Array,
): void {
  const width = scores.length;
  scores.fill(0);
  for (let k = 0; k < at.length; k++) {
    const from = (at[k] as number) * width;
    const value = values[k] as number;
    for (let c = 0; c < width; c++) (scores[c] as number) += value * (weights[from + c] as number);
  }
  const most = scores.reduce((a, b) => Math.max(a, b), -Infinity);
  let sum = 0;
  for (let c = 0; c < width; c++) sum += scores[c] = Math.exp((scores[c] ?? 0) - most);
  for (let c = 0; c < width; c++) scores[c] = (scores[c] ?? 0) / sum;
}

/** Numbers that look like chance, the same at every start. */
function sameEveryTime(): () => number {
  let state = 1;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

function shuffle(list: number[], random: () => number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [list[i], list[j]] = [list[j] ?? 0, list[i] ?? 0];
  }
}
