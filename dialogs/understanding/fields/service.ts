import * as content from '../content.js';
import { isPersonName } from './person.js';
import { isCapital, isTitled, isUnknown, type Looks, type PhraseKind } from './phrase.js';
import { coveredBy, hasAny, isIn, type Token } from './tokens.js';

/** "B3", "7a", "AMU2": a ward by its number. */
const isNumbered = ({ word }: Token) => /^[a-z]{1,4}\d{1,3}[a-z]?$|^\d{1,3}[a-z]$/.test(word);

/** A ward, a team, a clinic: nearly anything may be its name, so talk is told from it, and not much else. */
export const service: PhraseKind = {
  nouns: 'service-nouns',
  mostWords: 10,
  evidence: (tokens) => hasAny('services', tokens) || tokens.some(isNumbered),
  looks(tokens): Looks {
    // "Our team" is no name of one.
    if (coveredBy(['service-nouns', 'small'], tokens).every(Boolean)) return 'unlike';
    if (hasAny('services', tokens) || tokens.some(isNumbered)) return 'like';
    if (isPersonName(tokens) && tokens.length > 1) return 'maybe';
    return isTitled(tokens) ||
      isOneName(tokens) ||
      (tokens.every(({ said }) => isCapital(said)) && tokens.length > 1)
      ? 'like'
      : 'maybe';
  },
  joins: (tokens) =>
    hasAny('services', tokens) ||
    hasAny('organisations', tokens) ||
    tokens.every(({ said, word }) => isCapital(said) || /^\d/.test(said) || isIn('small', word)),
  ask: content.putDownAs('your service'),
};

/** "Kestrel", "Northfield": one word with a capital that English has for nothing else. */
export function isOneName(tokens: readonly Token[]): boolean {
  const [only] = tokens;
  return tokens.length === 1 && only !== undefined && isCapital(only.said) && isUnknown(only);
}
