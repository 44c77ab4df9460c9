import { finish, type Steps } from './steps.js';
import { type Reading, stemsOf, wordsOf, type Lexicon } from './terms.js';

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
  /** Of the examples, where something else learns from them too. */
  readonly reading?: Reading;
}

/** Tuned by leaving out a quarter of the examples at a time; see `test/eval/run.ts`. */
const weight = { like: 0.8, pair: 0.5, letters: 0.3, length: 0.2 } as const;

/** Two words this far apart still make a pair. */
const reach = 3;

/** Below 1: a word that many examples of a label repeat counts less than so many times. */
const flatten = 0.3;

/** A word that nearly all examples of a label share is missed when it is not said. */
const marker = { share: 0.7, idf: 2.5, penalty: 0.3 } as const;

/**
 * Learns from examples, in one pass and without chance: each label is the flattened mean of what is said for it (the
 * nearest centroid, over weighted words, pairs of words and groups of letters). Softmax regression and a support vector
 * machine over the same were a point better, took fifty times as long to train, and the first needed a seed.
 */
export function trainClassifier(examples: readonly Example[], options: ClassifierOptions): Classifier {
  return finish(trainInSteps(examples, options));
}

export function* trainInSteps(examples: readonly Example[], options: ClassifierOptions): Steps<Classifier> {
  const reader = new FeatureReader(options);
  const numbers = new Numbers();
  const vectors = yield* vectorsOf(examples, reader, numbers);
  const labels = [...new Set(examples.map(({ label }) => label))];
  const { keys, idfs, ends, at, weights, markers } = yield* learn(labels, examples, vectors, numbers);
  reader.forget();
  const neverSeen = Math.log(examples.length + 1);

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
  return { rank, lexicon: options.lexicon };
}

interface Vector {
  readonly ids: Int32Array;
  readonly values: Float32Array;
}

/** Every example as numbered features. `numbers` gets a number for each feature that is new. */
function* vectorsOf(
  examples: readonly Example[],
  reader: FeatureReader,
  numbers: Numbers,
): Steps<readonly Vector[]> {
  /** For each feature: the example that had it last, and where in it. */
  const lastIn: number[] = [];
  const placeIn: number[] = [];
  const vectors: Vector[] = [];
  for (const [n, { text, weight: share = 1 }] of examples.entries()) {
    const ids: number[] = [];
    const values: number[] = [];
    reader.read(text, { learning: true, prose: share < 1 }, (key, value) => {
      const id = numbers.take(key);
      if (id === lastIn.length) {
        lastIn.push(-1);
        placeIn.push(0);
      }
      if (lastIn[id] === n) {
        const place = placeIn[id] ?? 0;
        if ((values[place] ?? 0) < value) values[place] = value;
        return;
      }
      lastIn[id] = n;
      placeIn[id] = ids.length;
      ids.push(id);
      values.push(value);
    });
    vectors.push({ ids: Int32Array.from(ids), values: Float32Array.from(values) });
    if (n % 50 === 49) yield;
  }
  return vectors;
}

/** What each label's examples say, as one list of (label, weight) for every feature: those of feature 1 end where 2's begin. */
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

/*
 * Features are numbers, as strings for each of them took three quarters of the time to train: a word has its own
 * number, a group of four letters is spelled out in 24 bits, and two words are mixed into 28. That two pairs are mixed
 * into the same happens about once, and does no harm.
 */
const mostWords = 2 ** 24;
const letters = 2 ** 24;
const pairs = 2 ** 28;

/** Gives each feature the next number, and finds it again: a Map took three times as long for so many. */
class Numbers {
  private slots = new Int32Array(2 ** 16).fill(-1);
  private all = new Int32Array(2 ** 15);
  private size = 0;

  /** Its number, or undefined for a feature that has none. */
  get(key: number): number | undefined {
    const id = this.slots[this.slotOf(key)] ?? -1;
    return id < 0 ? undefined : id;
  }

  /** Its number; a new one, when it has none. */
  take(key: number): number {
    const slot = this.slotOf(key);
    const id = this.slots[slot] ?? -1;
    if (id >= 0) return id;
    if (this.size === this.all.length) {
      this.grow();
      return this.take(key);
    }
    this.slots[slot] = this.size;
    this.all[this.size] = key;
    return this.size++;
  }

  /** The features, in the order of their numbers. */
  keys(): Int32Array {
    return this.all.slice(0, this.size);
  }

  /** Where a key is, or the empty place where it would be. At least half are empty, so the way is short. */
  private slotOf(key: number): number {
    const { slots, all } = this;
    const last = slots.length - 1;
    let slot = Math.imul(key, 0x9e3779b1) >>> 7;
    for (; ; slot++) {
      const id = slots[slot & last] ?? -1;
      if (id < 0 || all[id] === key) return slot & last;
    }
  }

  private grow(): void {
    const before = this.all;
    this.all = new Int32Array(before.length * 2);
    this.all.set(before);
    this.slots = new Int32Array(before.length * 4).fill(-1);
    for (let id = 0; id < this.size; id++) this.slots[this.slotOf(before[id] ?? 0)] = id;
  }
}

function isWord(key: number): boolean {
  return key < mostWords;
}

function pairOf(a: number, b: number): number {
  const mixed = Math.imul(Math.imul(a, 0x9e3779b1) ^ (b + 0x7f4a7c15), 0x85ebca6b);
  return pairs + ((mixed ^ (mixed >>> 15)) & (pairs - 1));
}

/** a to z, digits, a blank, and whatever else there is, in six bits. */
function sixBits(code: number): number {
  if (code >= 97 && code <= 122) return code - 96;
  if (code >= 48 && code <= 57) return code - 20;
  return code === 32 ? 0 : 38 + (code % 26);
}

/** Tells the weighted words, pairs of words and groups of letters of a text; one may come twice. */
class FeatureReader {
  private readonly words = new Map<string, number>();

  constructor(private options: ClassifierOptions) {}

  /** What was only for learning. */
  forget(): void {
    const { reading: _reading, ...options } = this.options;
    this.options = options;
  }

  /** Prose counts by its words only. What was trained on is spelled as it is; only what a person types is mended. */
  read(
    text: string,
    { learning, prose }: { learning: boolean; prose: boolean },
    tell: (key: number, value: number) => void,
  ): void {
    const { keepStops = false, lexicon, reading } = this.options;
    const words = learning ? (reading?.wordsOf(text) ?? wordsOf(text)) : wordsOf(text, lexicon);
    const terms = stemsOf(words, keepStops);
    const meant = terms.map(({ stem, like }) => {
      const own = this.number(stem, learning);
      tell(own, 1);
      if (like === undefined) return own;
      const shared = this.number(like, learning);
      tell(shared, weight.like);
      return shared;
    });
    const near = prose ? 1 : reach;
    for (let i = 0; i < meant.length; i++) {
      for (let j = i + 1; j <= i + near && j < meant.length; j++) {
        const [a, b] = [meant[i] ?? 0, meant[j] ?? 0];
        tell(a < b ? pairOf(a, b) : pairOf(b, a), weight.pair);
      }
    }
    if (keepStops) {
      if (terms[0])
        tell(pairOf(this.number('^', learning), this.number(terms[0].stem, learning)), weight.pair);
      tell(pairOf(this.number('length', learning), Math.min(terms.length, 6)), weight.length);
    }
    if (prose) return;
    const line = ` ${words.join(' ')} `;
    let group = 0;
    for (let i = 0; i < line.length; i++) {
      group = ((group << 6) | sixBits(line.charCodeAt(i))) & (letters - 1);
      if (i >= 3) tell(letters + group, weight.letters);
    }
  }

  /** A word that was never learnt has a number too, which nothing was learnt for. */
  private number(word: string, learning: boolean): number {
    const known = this.words.get(word);
    if (known !== undefined) return known;
    if (!learning) return mostWords - 1;
    this.words.set(word, this.words.size);
    return this.words.size - 1;
  }
}
