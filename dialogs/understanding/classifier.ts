import { stemsOf, wordsOf, type Lexicon } from './terms.js';

/** Something that was said, and what it meant. */
export interface Example {
  readonly label: string;
  readonly text: string;
  /** How much it counts next to others of its label; 1 unless told. Below 1 it is prose, not a way of asking. */
  readonly weight?: number;
}

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

export interface ClassifierOptions {
  readonly lexicon: Lexicon;
  /** Keep words such as "my" and "you", which tell one short request from another. */
  readonly keepStops?: boolean;
}

/** Tuned by leaving out a quarter of the examples at a time; see `test/eval/run.ts`. */
const weight = { like: 0.8, pair: 0.5, letters: 0.3 } as const;

/** Two words this far apart still make a pair. */
const reach = 3;

/** Below 1: a word that many examples of a label repeat counts less than so many times. */
const flatten = 0.3;

/** A word that nearly all examples of a label share is missed when it is not said. */
const marker = { share: 0.7, idf: 2.5, penalty: 0.3 } as const;

interface Posting {
  readonly labels: Int32Array;
  readonly weights: Float64Array;
}

/**
 * Learns from examples, in one pass and without chance: each label is the flattened mean of what is said for it (the
 * nearest centroid, over weighted words, pairs of words and groups of letters). Softmax regression over the same was
 * one point better, took fifty times as long to train, and needed a seed.
 */
export function trainClassifier(examples: readonly Example[], options: ClassifierOptions): Classifier {
  const { ids, vectors, idfs } = vectorsOf(examples, options);
  const isWord = [...ids.keys()].map((key) => !key.startsWith('#') && !key.includes(' '));
  const labels = [...new Set(examples.map(({ label }) => label))];
  const { postings, markers } = learn(labels, examples, vectors, idfs, isWord);
  const neverSeen = Math.log(examples.length + 1);

  const rank = (text: string): readonly Ranked[] => {
    const scores = new Float64Array(labels.length);
    const covered = new Float64Array(labels.length);
    const said = new Map<number, number>();
    let length = 0;
    let words = 0;
    for (const [key, value] of featuresOf(text, options, { mend: true, prose: false })) {
      const id = ids.get(key);
      if (id !== undefined) {
        if ((said.get(id) ?? 0) < value) said.set(id, value);
      } else if (!key.startsWith('#') && !key.includes(' ')) {
        // Only whole words count against a text: pairs and letters that were never seen are the common case.
        length += (value * neverSeen) ** 2;
        words += neverSeen;
      }
    }
    for (const [id, value] of said) {
      const posting = postings[id];
      const part = value * (idfs[id] ?? 0);
      length += part * part;
      if (isWord[id]) words += part;
      posting?.labels.forEach((at, i) => {
        scores[at] = (scores[at] ?? 0) + part * (posting.weights[i] ?? 0);
        if (isWord[id]) covered[at] = (covered[at] ?? 0) + part;
      });
    }
    const norm = 1 / (Math.sqrt(length) || 1);
    const ranked: Ranked[] = [];
    labels.forEach((label, at) => {
      const score = scores[at] ?? 0;
      if (score <= 0) return;
      const missed = (markers[at] ?? []).filter((key) => !said.has(key)).length;
      ranked.push({
        label,
        score: score * norm * (1 - marker.penalty) ** missed,
        covered: (covered[at] ?? 0) / (words || 1),
      });
    });
    return ranked.sort((a, b) => b.score - a.score);
  };
  return { rank, lexicon: options.lexicon };
}

interface Vector {
  readonly keys: Int32Array;
  readonly values: Float64Array;
}

/** Every example as numbered features, and how much each feature tells: the rarer the more. */
function vectorsOf(examples: readonly Example[], options: ClassifierOptions) {
  const ids = new Map<string, number>();
  const seen: number[] = [];
  const lastIn: number[] = [];
  const placeIn: number[] = [];
  const vectors = examples.map(({ text, weight: share = 1 }, n): Vector => {
    const keys: number[] = [];
    const values: number[] = [];
    for (const [key, value] of featuresOf(text, options, { mend: false, prose: share < 1 })) {
      let id = ids.get(key);
      if (id === undefined) {
        id = ids.size;
        ids.set(key, id);
        seen.push(0);
        lastIn.push(-1);
        placeIn.push(0);
      }
      if (lastIn[id] === n) {
        const place = placeIn[id] ?? 0;
        if ((values[place] ?? 0) < value) values[place] = value;
        continue;
      }
      lastIn[id] = n;
      placeIn[id] = keys.length;
      seen[id] = (seen[id] ?? 0) + 1;
      keys.push(id);
      values.push(value);
    }
    return { keys: Int32Array.from(keys), values: Float64Array.from(values) };
  });
  return {
    ids,
    vectors,
    idfs: Float64Array.from(seen, (count) => Math.log((examples.length + 1) / (count + 0.5))),
  };
}

function learn(
  labels: readonly string[],
  examples: readonly Example[],
  vectors: readonly Vector[],
  idfs: Float64Array,
  isWord: readonly boolean[],
) {
  const byLabel = new Map<string, number[]>(labels.map((label) => [label, []]));
  examples.forEach(({ label }, n) => byLabel.get(label)?.push(n));
  const sums = new Float64Array(idfs.length);
  const asked = new Int32Array(idfs.length);
  const rows = Array.from(idfs, (): { at: number[]; weights: number[] } => ({ at: [], weights: [] }));
  const markers = labels.map((label, at) => {
    const touched: number[] = [];
    let asks = 0;
    for (const n of byLabel.get(label) ?? []) {
      const { keys, values } = vectors[n] ?? { keys: new Int32Array(), values: new Float64Array() };
      const share = examples[n]?.weight ?? 1;
      let length = 0;
      for (let k = 0; k < keys.length; k++) length += ((values[k] ?? 0) * (idfs[keys[k] ?? 0] ?? 0)) ** 2;
      const norm = share / (Math.sqrt(length) || 1);
      if (share >= 1) asks += 1;
      for (let k = 0; k < keys.length; k++) {
        const key = keys[k] ?? 0;
        if (sums[key] === 0) touched.push(key);
        sums[key] = (sums[key] ?? 0) + (values[k] ?? 0) * (idfs[key] ?? 0) * norm;
        if (share >= 1) asked[key] = (asked[key] ?? 0) + 1;
      }
    }
    let length = 0;
    for (const key of touched) {
      const value = (sums[key] ?? 0) ** flatten;
      sums[key] = value;
      length += value * value;
    }
    const norm = 1 / (Math.sqrt(length) || 1);
    const mine: number[] = [];
    for (const key of touched) {
      rows[key]?.at.push(at);
      rows[key]?.weights.push((sums[key] ?? 0) * norm);
      if (isWord[key] && (asked[key] ?? 0) >= marker.share * asks && (idfs[key] ?? 0) >= marker.idf)
        mine.push(key);
      sums[key] = 0;
      asked[key] = 0;
    }
    return mine;
  });
  const postings = rows.map((row): Posting => ({
    labels: Int32Array.from(row.at),
    weights: Float64Array.from(row.weights),
  }));
  return { postings, markers };
}

type Feature = readonly [key: string, value: number];

/** Weighted words, pairs of words and groups of letters of a text; one may come twice. Prose counts by words only. */
function featuresOf(
  text: string,
  options: ClassifierOptions,
  { mend, prose }: { mend: boolean; prose: boolean },
): Feature[] {
  const { keepStops = false, lexicon } = options;
  const features: Feature[] = [];
  // What was trained on is spelled as it is; only what a person types is mended.
  const words = wordsOf(text, mend ? lexicon : undefined);
  const terms = stemsOf(words, keepStops);
  terms.forEach(({ stem, like }, i) => {
    features.push([stem, 1]);
    if (like !== undefined) features.push([like, weight.like]);
    for (const next of terms.slice(i + 1, i + 1 + (prose ? 1 : reach))) {
      const [a, b] = [like ?? stem, next.like ?? next.stem];
      features.push([a < b ? `${a} ${b}` : `${b} ${a}`, weight.pair]);
    }
  });
  if (keepStops) {
    if (terms[0]) features.push([`^ ${terms[0].stem}`, weight.pair]);
    features.push([`length ${Math.min(terms.length, 6)}`, 0.2]);
  }
  if (prose) return features;
  const line = ` ${words.join(' ')} `;
  for (let i = 0; i + 4 <= line.length; i++) features.push([`#${line.slice(i, i + 4)}`, weight.letters]);
  return features;
}
