import type { WordVectors } from '../../data/language/language.js';
import { normalise } from './text.js';

/** What a text is about, as one point of length 1; all zeros when it has no word that is known. Pure. */
export interface Meaning {
  readonly size: number;
  of(text: string): Float32Array;
}

/** A word among the commonest tells little: the weight of the n-th commonest is 1 - half / (n + half). */
const half = 2000;

export function meaningFrom({ words, size, points }: WordVectors): Meaning {
  const places = new Map(words.map((word, place) => [word, place]));
  return {
    size,
    of(text) {
      const sum = new Float32Array(size);
      for (const word of normalise(text).split(' ')) {
        const place = places.get(word);
        if (place === undefined) continue;
        const counts = 1 - half / (place + 20 + half);
        for (let k = 0; k < size; k++) sum[k] = (sum[k] ?? 0) + counts * (points[place * size + k] ?? 0);
      }
      const length = Math.hypot(...sum) || 1;
      return sum.map((part) => part / length);
    },
  };
}
