import { createRequire } from 'node:module';
import type compromise from 'compromise';

let loaded: typeof compromise | undefined;

/** What `compromise` knows of English words. Loaded when it is first asked: it takes a tenth of a start. */
export function english(): typeof compromise {
  return (loaded ??= createRequire(import.meta.url)('compromise') as typeof compromise);
}
