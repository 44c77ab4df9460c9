import type { Steps } from './steps.js';
import { type Reading, stemsOf, wordsOf, type Lexicon } from './terms.js';

/** Something that was said, and what it meant. */
export interface Example {
  readonly label: string;
  readonly text: string;
  /** How much it counts next to others of its label; 1 unless told. Below 1 it is prose, not a way of asking. */
  readonly weight?: number;
}

export interface FeatureOptions {
  readonly lexicon: Lexicon;
  /** Keep words such as "my" and "you", which tell one short request from another. */
  readonly keepStops?: boolean;
  /** Of the examples, where something else learns from them too. */
  readonly reading?: Reading;
}

/** Tuned by leaving out a quarter of the examples at a time. */
const weight = { like: 0.8, pair: 0.5, letters: 0.3, length: 0.2 } as const;

/** Two words this far apart still make a pair. */
const reach = 3;

export interface Vector {
  readonly ids: Int32Array;
  readonly values: Float32Array;
}

/** Every example as numbered features. `numbers` gets a number for each feature that is new. */
export function* vectorsOf(
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

/*
 * Features are numbers, as strings for each of them took three quarters of the time to train: a word has its own
 * number, a group of four letters is spelled out in 24 bits, and two words are mixed into 28. That two pairs are mixed
 * into the same happens about once, and does no harm.
 */
const mostWords = 2 ** 24;
const letters = 2 ** 24;
const pairs = 2 ** 28;

/** Gives each feature the next number, and finds it again: a Map took three times as long for so many. */
export class Numbers {
  constructor(known?: Int32Array) {
    known?.forEach((key) => this.take(key));
  }

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

/** Is a feature a whole word, and not a pair of them nor a group of letters? */
export function isWord(key: number): boolean {
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
export class FeatureReader {
  private readonly words: Map<string, number>;

  constructor(
    private readonly options: FeatureOptions,
    known: readonly string[] = [],
  ) {
    this.words = new Map(known.map((word, number) => [word, number]));
  }

  /** The words it has learnt, in the order of their numbers. */
  get known(): readonly string[] {
    return [...this.words.keys()];
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
