/** A class of words found in what was said: words `first` to `last` (not included). */
export interface Hit<C extends string = string> {
  readonly kind: C;
  readonly first: number;
  readonly last: number;
}

/** Finds wordings of several classes among words. Built once, then as fast as there are words. */
export class Lexicon<C extends string> {
  /** By their first word, the longest first. */
  private readonly byFirst = new Map<string, { readonly kind: C; readonly words: readonly string[] }[]>();

  constructor(classes: Iterable<readonly [C, Iterable<string>]>) {
    for (const [kind, wordings] of classes)
      for (const wording of wordings) {
        const words = wording.split(' ');
        const first = words[0] ?? '';
        const all = this.byFirst.get(first) ?? [];
        all.push({ kind, words });
        this.byFirst.set(first, all);
      }
    for (const all of this.byFirst.values()) all.sort((a, b) => b.words.length - a.words.length);
  }

  /** Every class's longest wordings, from the left; those of one class do not overlap. */
  in(words: readonly { readonly word: string }[]): readonly Hit<C>[] {
    const hits: Hit<C>[] = [];
    const reached = new Map<C, number>();
    words.forEach(({ word }, first) => {
      for (const { kind, words: wording } of this.byFirst.get(word) ?? []) {
        if ((reached.get(kind) ?? 0) > first) continue;
        if (!wording.every((one, n) => words[first + n]?.word === one)) continue;
        hits.push({ kind, first, last: first + wording.length });
        reached.set(kind, first + wording.length);
      }
    });
    return hits;
  }

  /** Is it a wording of a class, whole? */
  has(kind: C, wording: string): boolean {
    const words = wording.split(' ');
    return (this.byFirst.get(words[0] ?? '') ?? []).some(
      (one) =>
        one.kind === kind && one.words.length === words.length && one.words.every((w, n) => w === words[n]),
    );
  }

  /** Is it a word of any wording? */
  knows(word: string): boolean {
    return this.byFirst.has(word);
  }
}

export function overlaps(a: { first: number; last: number }, b: { first: number; last: number }): boolean {
  return a.first < b.last && b.first < a.last;
}
