import {
  FeatureReader,
  isWord,
  Numbers,
  vectorsOf,
  type Example,
  type FeatureOptions,
  type Vector,
} from './features.js';
import type { Steps } from './steps.js';
import type { Lexicon } from './terms.js';

export interface Ranked {
  readonly label: string;
  /** 0 to 1: how much of what was said is what people say who mean this. Words never seen lower it. */
  readonly score: number;
  /** 0 to 1: the share of the words said, by what they tell, that this label's examples have. */
  readonly covered: number;
}

export interface Classifier {
  /** Every label that shares something with the text, best first. Pure. */
  rank(text: string): readonly Ranked[];
  /** The words that spelling is mended with. */
  readonly lexicon: Lexicon;
}

/** Below 1: a word that many examples of a label repeat counts less than so many times. */
const flatten = 0.3;

/** A word that nearly all examples of a label share is missed when it is not said. */
const marker = { share: 0.7, idf: 2.5, penalty: 0.3 } as const;

/** What was learnt, as plain data that can be kept in a file. */
export interface Learned {
  readonly labels: readonly string[];
  /** By its place, the number of each word. */
  readonly words: readonly string[];
  readonly keepStops: boolean;
  readonly lexicon: Lexicon;
  /** What a word tells that was never seen. */
  readonly neverSeen: number;
  /** Features, and how much each tells. */
  readonly keys: Int32Array;
  readonly idfs: Float64Array;
  /** For every feature a list of (label, weight): those of feature 1 end where those of feature 2 begin. */
  readonly ends: Int32Array;
  readonly at: Int16Array;
  readonly weights: Float32Array;
  readonly markers: readonly (readonly number[])[];
}

/**
 * Learns from examples, in one pass and without chance: each label is the flattened mean of what is said for it (the
 * nearest centroid, over weighted words, pairs of words and groups of letters). Softmax regression over the same, word
 * vectors beside it, and the nearest single example were tried for answers and were no better on questions by others.
 */
export function* learnInSteps(examples: readonly Example[], options: FeatureOptions): Steps<Learned> {
  const reader = new FeatureReader(options);
  const numbers = new Numbers();
  const vectors = yield* vectorsOf(examples, reader, numbers);
  const labels = [...new Set(examples.map(({ label }) => label))];
  const learnt = yield* learn(labels, examples, vectors, numbers);
  const { lexicon, keepStops = false } = options;
  return {
    ...{ labels, words: reader.known, keepStops, lexicon, neverSeen: Math.log(examples.length + 1) },
    ...learnt,
  };
}

export function classifierOf(learned: Learned): Classifier {
  const { labels, lexicon, keepStops, neverSeen, keys, idfs, ends, at, weights, markers } = learned;
  const reader = new FeatureReader({ lexicon, keepStops }, learned.words);
  const numbers = new Numbers(keys);

  const rank = (text: string): readonly Ranked[] => {
    const scores = new Float64Array(labels.length);
    const covered = new Float64Array(labels.length);
    const said = new Map<number, number>();
    let length = 0;
    let words = 0;
    reader.read(text, { learning: false, prose: false }, (key, value) => {
      const id = numbers.get(key);
      if (id !== undefined) {
        if ((said.get(id) ?? 0) < value) said.set(id, value);
      } else if (isWord(key)) {
        // Only whole words count against a text: pairs and letters that were never seen are the common case.
        length += (value * neverSeen) ** 2;
        words += neverSeen;
      }
    });
    for (const [id, value] of said) {
      const part = value * (idfs[id] ?? 0);
      const counts = isWord(keys[id] ?? 0);
      length += part * part;
      if (counts) words += part;
      for (let n = id === 0 ? 0 : (ends[id - 1] ?? 0); n < (ends[id] ?? 0); n++) {
        const label = at[n] ?? 0;
        scores[label] = (scores[label] ?? 0) + part * (weights[n] ?? 0);
        if (counts) covered[label] = (covered[label] ?? 0) + part;
      }
    }
    const norm = 1 / (Math.sqrt(length) || 1);
    const ranked: Ranked[] = [];
    labels.forEach((label, n) => {
      const score = scores[n] ?? 0;
      if (score <= 0) return;
      const missed = (markers[n] ?? []).filter((key) => !said.has(key)).length;
      ranked.push({
        label,
        score: score * norm * (1 - marker.penalty) ** missed,
        covered: (covered[n] ?? 0) / (words || 1),
      });
    });
    return ranked.sort((a, b) => b.score - a.score);
  };
  return { rank, lexicon };
}

/** What each label's examples say. */
function* learn(
  labels: readonly string[],
  examples: readonly Example[],
  vectors: readonly Vector[],
  numbers: Numbers,
) {
  const keys = numbers.keys();
  const seen = new Int32Array(keys.length);
  for (const { ids } of vectors) for (const id of ids) seen[id] = (seen[id] ?? 0) + 1;
  /** How much a feature tells: the rarer the more. */
  const idfs = Float64Array.from(seen, (count) => Math.log((examples.length + 1) / (count + 0.5)));

  const byLabel = new Map<string, number[]>(labels.map((label) => [label, []]));
  examples.forEach(({ label }, n) => byLabel.get(label)?.push(n));
  const sums = new Float64Array(keys.length);
  const asked = new Int32Array(keys.length);
  const counts = new Int32Array(keys.length);
  const learnt: { touched: number[]; weights: Float64Array; markers: number[] }[] = [];
  for (const [n, label] of labels.entries()) {
    const touched: number[] = [];
    let asks = 0;
    for (const example of byLabel.get(label) ?? []) {
      const { ids, values } = vectors[example] as Vector;
      const share = examples[example]?.weight ?? 1;
      let length = 0;
      for (let k = 0; k < ids.length; k++) length += ((values[k] ?? 0) * (idfs[ids[k] ?? 0] ?? 0)) ** 2;
      const norm = share / (Math.sqrt(length) || 1);
      if (share >= 1) asks += 1;
      for (let k = 0; k < ids.length; k++) {
        const id = ids[k] ?? 0;
        if (sums[id] === 0) touched.push(id);
        sums[id] = (sums[id] ?? 0) + (values[k] ?? 0) * (idfs[id] ?? 0) * norm;
        if (share >= 1) asked[id] = (asked[id] ?? 0) + 1;
      }
    }
    const mine = touched.filter(
      (id) =>
        isWord(keys[id] ?? 0) && (asked[id] ?? 0) >= marker.share * asks && (idfs[id] ?? 0) >= marker.idf,
    );
    const parts = Float64Array.from(touched, (id) => (sums[id] ?? 0) ** flatten);
    const norm = 1 / (Math.sqrt(parts.reduce((sum, part) => sum + part * part, 0)) || 1);
    for (const id of touched) {
      sums[id] = 0;
      asked[id] = 0;
      counts[id] = (counts[id] ?? 0) + 1;
    }
    learnt.push({ touched, weights: parts.map((part) => part * norm), markers: mine });
    if (n % 20 === 19) yield;
  }

  const ends = Int32Array.from(counts);
  for (let id = 1; id < ends.length; id++) ends[id] = (ends[id] ?? 0) + (ends[id - 1] ?? 0);
  const next = ends.map((end, id) => end - (counts[id] ?? 0));
  const at = new Int16Array(ends.at(-1) ?? 0);
  const weights = new Float32Array(at.length);
  learnt.forEach(({ touched, weights: mine }, label) => {
    touched.forEach((id, k) => {
      const place = next[id] ?? 0;
      at[place] = label;
      weights[place] = mine[k] ?? 0;
      next[id] = place + 1;
    });
  });
  return { keys, idfs, ends, at, weights, markers: learnt.map(({ markers }) => markers) };
}
