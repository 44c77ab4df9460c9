import { termsOf, wordsOf, type Lexicon } from './terms.js';

/** Something that was said, and what it meant. */
export interface Example {
  readonly label: string;
  readonly text: string;
  /** How much it counts next to others of its label; 1 unless told. */
  readonly weight?: number;
}

export interface Ranked {
  readonly label: string;
  /** 0 to 1: how much of what was said is what people say who mean this. Unknown words lower it. */
  readonly score: number;
}

export interface Classifier {
  /** Every label that shares a word with the text, best first. Pure. */
  rank(text: string): readonly Ranked[];
  /** The lexicon that spelling is mended with. */
  readonly lexicon: Lexicon;
}

export interface ClassifierOptions {
  readonly lexicon: Lexicon;
  /** Keep words such as "my" and "you", which tell one short request from another. */
  readonly keepStops?: boolean;
  /** Weights of what two neighbouring words, and four neighbouring letters, say. */
  readonly pairs?: number;
  readonly letters?: number;
  /** Below 1, a word that many examples of a label repeat counts less than so many times. */
  readonly flatten?: number;
}

interface Posting {
  readonly labels: Int32Array;
  readonly weights: Float64Array;
  readonly idf: number;
}

/**
 * Learns from examples, in one pass and without chance: each label is the mean of what is said for it (nearest
 * centroid over weighted words, pairs and letter groups). Measured against softmax regression, which was no better
 * here and took a hundred times as long to train (`test/eval/README` figures in the report of the change).
 */
export function trainClassifier(examples: readonly Example[], options: ClassifierOptions): Classifier {
  const labels = [...new Set(examples.map(({ label }) => label))];
  const position = new Map(labels.map((label, i) => [label, i]));
  const vectors = examples.map(({ text }) => featuresOf(text, options, false));
  const seen = new Map<string, number>();
  for (const vector of vectors) for (const key of vector.keys()) seen.set(key, (seen.get(key) ?? 0) + 1);
  const idfOf = (count: number) => Math.log((examples.length + 1) / (count + 0.5));

  const sums = new Map<string, Map<number, number>>();
  examples.forEach(({ label, weight = 1 }, i) => {
    const vector = vectors[i] ?? new Map<string, number>();
    const length =
      Math.sqrt([...vector].reduce((sum, [key, w]) => sum + (w * idfOf(seen.get(key) ?? 0)) ** 2, 0)) || 1;
    const at = position.get(label) ?? 0;
    for (const [key, w] of vector) {
      const row = sums.get(key) ?? new Map<number, number>();
      if (row.size === 0) sums.set(key, row);
      row.set(at, (row.get(at) ?? 0) + (weight * w * idfOf(seen.get(key) ?? 0)) / length);
    }
  });

  const flatten = options.flatten ?? 0.45;
  const lengths = new Float64Array(labels.length);
  for (const row of sums.values()) {
    for (const [at, sum] of row) {
      const value = sum ** flatten;
      row.set(at, value);
      lengths[at] = (lengths[at] ?? 0) + value * value;
    }
  }
  const postings = new Map<string, Posting>();
  for (const [key, row] of sums) {
    postings.set(key, {
      labels: Int32Array.from(row.keys()),
      weights: Float64Array.from([...row].map(([at, value]) => value / Math.sqrt(lengths[at] ?? 1))),
      idf: idfOf(seen.get(key) ?? 0),
    });
  }

  const unknown = Math.log(examples.length + 1);
  const rank = (text: string): readonly Ranked[] => {
    const vector = featuresOf(text, options, true);
    const scores = new Float64Array(labels.length);
    let length = 0;
    for (const [key, w] of vector) {
      const posting = postings.get(key);
      // Only whole words that were never seen count against a text: unseen pairs and letters are the common case.
      if (!posting) {
        if (!key.startsWith('#') && !key.includes(' ')) length += (w * unknown) ** 2;
        continue;
      }
      const value = w * posting.idf;
      length += value * value;
      posting.labels.forEach((at, i) => {
        scores[at] = (scores[at] ?? 0) + value * (posting.weights[i] ?? 0);
      });
    }
    const norm = Math.sqrt(length) || 1;
    return labels
      .map((label, at) => ({ label, score: (scores[at] ?? 0) / norm }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score);
  };
  return { rank, lexicon: options.lexicon };
}

/** Weighted words, pairs of neighbours and letter groups of a text. */
function featuresOf(text: string, options: ClassifierOptions, mend: boolean): Map<string, number> {
  const { pairs = 0.5, letters = 0.25, keepStops = false } = options;
  const features = new Map<string, number>();
  const add = (key: string, weight: number) => {
    if (weight > 0) features.set(key, Math.max(features.get(key) ?? 0, weight));
  };
  // What was trained on is spelled as it is; only what a person types is mended.
  const lexicon = mend ? options.lexicon : undefined;
  const terms = termsOf(text, lexicon, keepStops);
  terms.forEach(({ stem, like }, i) => {
    add(stem, 1);
    if (like !== undefined) add(like, 0.8);
    const next = terms[i + 1];
    if (next) add(`${like ?? stem} ${next.like ?? next.stem}`, pairs);
  });
  if (keepStops) {
    if (terms[0]) add(`^ ${terms[0].stem}`, pairs);
    add(`length ${Math.min(terms.length, 6)}`, 0.2);
  }
  const line = ` ${wordsOf(text, lexicon).join(' ')} `;
  for (let i = 0; i + 4 <= line.length; i++) add(`#${line.slice(i, i + 4)}`, letters);
  return features;
}
