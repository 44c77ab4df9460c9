import * as content from '../content.js';
import { isGivenName } from '../names.js';
import { isCapital, isTitled, isUnknown, tagsOf, type Looks, type PhraseKind } from './phrase.js';
import { isEnglish } from '../words-of-english.js';
import { hasAny, isIn, type Token } from './tokens.js';

/** "Sue Hartley", "Dr Amin", "priya": a person by name. */
export function isPersonName(tokens: readonly Token[]): boolean {
  const [first, ...others] = tokens;
  if (!first || tokens.length > 5 || tokens.some(({ word }) => /\d/.test(word))) return false;
  if (isIn('titles', first.word) && others.length > 0) return others.every((one) => canBeSurname(one));
  return isGiven(first) && others.every((one) => canBeSurname(one));
}

function isGiven({ word }: Token): boolean {
  return (
    isIn('given', word) ||
    isGivenName(word) ||
    word.split('-').some((part) => part !== word && isIn('given', part))
  );
}

function canBeSurname({ word, said }: Token): boolean {
  if (isCapital(said)) return true;
  if (isIn('small', word)) return /^(?:o|de|da|le|la|van|von|der|del|bin|al|el|st|ap|y)$/.test(word);
  return (
    !isIn('services', word) &&
    !isIn('departments', word) &&
    !tagsOf(word).some((tag) => /^(?:Adverb|Preposition|Conjunction)$/.test(tag))
  );
}

/** "One of them", "the other one", "someone from bay 4", "whoever is on": people, and no name. */
function isUnnamed(tokens: readonly Token[]): boolean {
  const [first, ...rest] = tokens[0]?.word === 'the' ? tokens.slice(1) : tokens;
  if (!first || rest.length === 0 || !isIn('unnamed', first.word)) return false;
  // "One of them" may begin a sentence; "Major Tom" and "Second Lt Hart" go on as a name does.
  return !isCapital(first.said) || !rest.some(({ said }) => isCapital(said));
}

/** "If", "still with the other", "house": words of English in small letters, and nobody's name. */
function isPlainEnglish(tokens: readonly Token[]): boolean {
  return tokens.every((one) => !isCapital(one.said) && isEnglish(one.word) && !isGiven(one));
}

/** Words that nobody but a person is called by, as far as English knows. */
function mayBePerson(tokens: readonly Token[]): boolean {
  const isLongEnough = tokens.length > 1 && tokens.length <= 4;
  const isOther = hasAny('services', tokens) || hasAny('organisations', tokens) || hasAny('weekdays', tokens);
  return isLongEnough && !isOther && (isTitled(tokens) || tokens.every(isUnknown));
}

export const person: PhraseKind = {
  nouns: 'person-nouns',
  mostWords: 5,
  endsAt: 'whereabouts',
  evidence: isPersonName,
  isNobody: isUnnamed,
  looks(tokens): Looks {
    if (tokens.some(({ word }) => /\d/.test(word)) || tokens.every(({ word }) => isIn('weekdays', word)))
      return 'unlike';
    if (tokens.some(({ word }) => ['and', 'or', '&'].includes(word))) return 'maybe';
    if (hasAny('jobs', tokens) && !isPersonName(tokens)) return 'maybe';
    if (isPlainEnglish(tokens)) return 'unlike';
    return isPersonName(tokens) || mayBePerson(tokens) ? 'like' : 'maybe';
  },
  joins: () => false,
  ask: content.putDown,
};

/** Whoever confirmed something: a name, a job, a department, or one of another. */
export const contact: PhraseKind = {
  nouns: 'person-nouns',
  mostWords: 12,
  evidence: (tokens) =>
    isPersonName(tokens.slice(0, 1)) || hasAny('jobs', tokens) || hasAny('departments', tokens),
  looks(tokens): Looks {
    if (hasAny('jobs', tokens) || hasAny('departments', tokens)) return 'like';
    if (tokens.some(({ word }) => /\d/.test(word)) || isPlainEnglish(tokens)) return 'unlike';
    const people = splitAtAnd(tokens);
    return people.every((one) => isPersonName(one) || mayBePerson(one)) ? 'like' : 'maybe';
  },
  joins: (tokens) => hasAny('jobs', tokens) || hasAny('departments', tokens),
  ask: content.putDown,
};

function splitAtAnd(tokens: readonly Token[]): Token[][] {
  const people: Token[][] = [[]];
  for (const token of tokens)
    if (['and', '&'].includes(token.word)) people.push([]);
    else people.at(-1)?.push(token);
  return people;
}
