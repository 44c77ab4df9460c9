import type { Answer } from '../../../workflows/scheme.js';

/** What an answer came to. A bad answer is a value, not an error. */
export type Reading =
  | { readonly kind: 'value'; readonly value: Answer }
  /** More than one thing was meant: ask which. */
  | {
      readonly kind: 'which';
      readonly say: string;
      readonly options: readonly { value: Answer; label: string }[];
    }
  /** Usable after a yes: a large number, a long text cut to its limit, what may be no name. */
  | { readonly kind: 'confirm'; readonly value: Answer; readonly ask: string }
  /** An answer, but not one that can be kept: the sentence says what would do. */
  | { readonly kind: 'again'; readonly say: string }
  /** Nothing like an answer: it may be a question or a command. */
  | { readonly kind: 'none'; readonly say: string };

export type Span = readonly [from: number, to: number];

/** A reading, and which words of the text it rests on. */
export interface ReadingIn {
  readonly reading: Reading;
  /** Places in the text as it was cleaned, in order. */
  readonly used: readonly Span[];
  /** What else was said, courtesy and lead-in words aside: empty when every word is explained. */
  readonly rest: string;
}

/** Reads one kind of field. Pure: `today` is a London date. */
export type FieldReader<R> = (reads: R, text: string, today: string) => ReadingIn;

export function none(say: string, text: string): ReadingIn {
  return { reading: { kind: 'none', say }, used: [], rest: text };
}

export function again(say: string, text: string, used: readonly Span[] = []): ReadingIn {
  return { reading: { kind: 'again', say }, used, rest: used.length > 0 ? '' : text };
}
