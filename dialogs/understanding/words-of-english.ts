import { createRequire } from 'node:module';
import type compromise from 'compromise';

let loaded: typeof compromise | undefined;
let lexicon: Readonly<Record<string, unknown>> | undefined;

/** What `compromise` knows of English words. Loaded when it is first asked: it takes a tenth of a start. */
export function english(): typeof compromise {
  return (loaded ??= createRequire(import.meta.url)('compromise') as typeof compromise);
}

/** Is it a word, in small letters, and so no slip of the finger in another one? */
export function isEnglish(word: string): boolean {
  lexicon ??= (english().model() as { one: { lexicon: Readonly<Record<string, unknown>> } }).one.lexicon;
  return [word, word.replace(/s$/, ''), word.replace(/(?:ed|ing|ly)$/, '')].some((one) =>
    Object.hasOwn(lexicon ?? {}, one),
  );
}
