import * as content from '../content.js';
import { isTalk, mostCharacters } from './phrase.js';
import { none, type ReadingIn } from './reading.js';
import { coveredBy, hasAny, isIn, restOf, tokensOf } from './tokens.js';

/** Talk has fewer words than a reason worth keeping. */
const fewWords = 12;

/** Why something is so, in one's own words: taken as it stands, unless it is talk, a question or something else. */
export function readReason(text: string): ReadingIn {
  const whole: ReadingIn = { reading: { kind: 'value', value: text }, used: [[0, text.length]], rest: '' };
  const tokens = tokensOf(text.slice(0, mostCharacters));
  if (tokens.length > fewWords) return whole;
  const isAddress = /^\S+@\S+$/.test(text) || /^[\d\s+()-]+$/.test(text);
  const isAsked = /\?\s*$/.test(text) || isIn('questions', tokens[0]?.word ?? '');
  if (restOf(tokens) === '' || isAddress || isAsked || hasAny('unsure', tokens))
    return none(content.words, text);
  return isTalk(tokens) && contentWords(tokens) < 2 ? none(content.words, text) : whole;
}

/** Words that are about something: neither small nor of the talk itself. */
function contentWords(tokens: ReturnType<typeof tokensOf>): number {
  const covered = coveredBy(
    [
      'courtesy',
      'greetings',
      'lead',
      'small',
      'pronouns',
      'verbs',
      'talk',
      'time-words',
      'time-units',
      'denial',
    ],
    tokens,
  );
  return tokens.filter(({ word }, at) => !covered[at] && !/^\d/.test(word)).length;
}
