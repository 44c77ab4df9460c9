import type { Reads } from '../../conversation.js';
import * as content from '../content.js';
import { NUMBER_WORDS, readWholeNumber, valueOf } from '../numbers.js';
import { readHours } from './hours.js';
import { none, type Reading, type ReadingIn } from './reading.js';
import { coveredBy, explained, hasAny, isIn, lengthAt, tokensOf, type Token } from './tokens.js';

type CountReads = Extract<Reads, { type: 'wholeNumber' }>;

/** An answer with a number in it has no more. */
const mostCharacters = 300;

/** "All of them", "the lot": the most, where that is what was asked for. */
function isAllOfThem(tokens: readonly Token[]): boolean {
  return (
    hasAny('all-of-them', tokens) &&
    coveredBy(['all-of-them', 'courtesy', 'lead', 'all-words'], tokens).every(Boolean)
  );
}

/** How many: a number that counts what is asked for, and nothing else. */
export function readCount(reads: CountReads, text: string): ReadingIn {
  const no = content.wholeNumber(reads.min, reads.max);
  if (text.length > mostCharacters) return none(no, text);
  const tokens = tokensOf(text);
  if (reads.ofAll && isAllOfThem(tokens))
    return explained({ kind: 'value', value: reads.max }, text, () => true);
  if (isOfAnotherTime(tokens) || hasAny('away', tokens)) return none(no, text);
  const worked = reads.shape === 'hours' ? readHours(text) : undefined;
  if (worked) return explained(within(reads, worked), text, isOfHours);
  const plain = withoutTimes(text);
  const sum = sumIn(plain);
  const reading = sum ? within(reads, sum) : readOne(reads, plain, tokensOf(plain), no);
  return reading.kind === 'none' ? none(no, text) : explained(reading, text, isOfNumber);
}

/** "Last year we got 3" tells of no number that is wanted now. */
function isOfAnotherTime(tokens: readonly Token[]): boolean {
  return tokens.some(({ word }, at) => {
    const next = tokens[at + 1]?.word ?? '';
    return (
      word === 'ago' || (['last', 'previous'].includes(word) && (isIn('time-units', next) || next === 'time'))
    );
  });
}

const clock =
  /\b(?:at\s+)?\d{1,2}(?:[.:]\d\d)?\s*(?:[ap]\.?m\b|o.?clock\b)|\b\d{1,2}:\d\d\b|\bat\s+\d{1,2}(?=\s*$)/gi;
const whileAway = new RegExp(
  `\\b(?:${NUMBER_WORDS}|\\d+)\\s*(?:secs?|seconds?|mins?|minutes?|ticks?)\\b`,
  'gi',
);
const denied = new RegExp(`\\b(?:not|isnt|isn.t)\\s+(?:${NUMBER_WORDS}|\\d+)\\b`, 'gi');

/** Times of day, and numbers that are said not to be it. */
function withoutTimes(text: string): string {
  return text.replace(clock, ' ').replace(whileAway, ' ').replace(denied, ' ');
}

const one = `(?:${NUMBER_WORDS}|\\d{1,3})`;
const counted = new RegExp(`(?<![\\w.])${one}(?![\\w.])`, 'gi');
const otherCounts = /\b(?:bands?|wards?|levels?|year|room|unit|bay|floor|bed|cohort)\s+\d+[a-z]?\b/gi;

/** "One for ward 5 and one for ward 6", "1+1": what was said together, to be asked about. */
function sumIn(text: string): { value: number; ask: string } | undefined {
  const plain = text.replace(otherCounts, ' there ');
  if (/\bbetween\b|\bor\b|\bmaybe\b|\bso\b|\bout of\b/i.test(plain)) return undefined;
  const found = [...plain.matchAll(counted)];
  if (found.length < 2) return undefined;
  const isLater = /\b(?:now|this year)\b.*\b(?:next year|later|then|after)\b/i.test(plain);
  const isTogether = found.slice(1).every((number, n) => {
    const last = found[n];
    const between = plain.slice((last?.index ?? 0) + (last?.[0].length ?? 0), number.index);
    // "1 and 1" is two; "3 and 4" may be either.
    if (/^\s*(?:and|&)\s*$/i.test(between)) return last?.[0] === number[0];
    return (
      /^\s*(?:\+|plus)\s*$/i.test(between) ||
      /^\s+\S.*[\s,](?:and|plus|\+|&)\s*(?:another\s+|then\s+)?$/i.test(between)
    );
  });
  if (!isTogether || isLater) return undefined;
  const parts = found.map(([number]) => valueOf(number));
  const value = parts.reduce((sum, part) => sum + part, 0);
  return Number.isSafeInteger(value) ? { value, ask: content.putDownSum(parts, value) } : undefined;
}

function readOne(reads: CountReads, text: string, tokens: readonly Token[], no: string): Reading {
  const number = readWholeNumber(text);
  if (!number) return { kind: 'none', say: no };
  if ('ambiguous' in number) {
    // "2 now and 2 next year" may be 2 or 4; what is said twice is one number all the same.
    const options = number.ambiguous.filter((n) => n >= reads.min && n <= reads.max);
    if (options.length < 2) return { kind: 'again', say: no };
    return {
      kind: 'which',
      say: content.whichNumber,
      options: options.map((n) => ({ value: n, label: String(n) })),
    };
  }
  const { value } = number;
  const again = laterToo(text, value, reads);
  if (again) return again;
  const isDoubtful = isOfSomethingElse(tokens) || hasAny('doubt', tokens) || isOnCondition(tokens);
  return within(reads, isDoubtful ? { value, ask: content.putDownNumber(value) } : { value });
}

/** "2 now and 2 next year": this form's, or both together. */
function laterToo(text: string, value: number, reads: CountReads): Reading | undefined {
  const numbers = text.replace(otherCounts, ' ').match(counted) ?? [];
  if (numbers.length < 2 || !/\b(?:next year|later|after that|in 20\d\d)\b/i.test(text)) return undefined;
  const total = numbers.reduce((sum, number) => sum + valueOf(number), 0);
  const options = [value, total].filter((n) => n >= reads.min && n <= reads.max);
  return {
    kind: 'which',
    say: content.whichNumber,
    options: options.map((n) => ({ value: n, label: String(n) })),
  };
}

/** "2 nurses", "two band 6s": the word after the number is none that is asked for. */
function isOfSomethingElse(tokens: readonly Token[]): boolean {
  const isCounted = tokens.some(({ word }) => /^(?:places?|aps?|taps?|trainees?|spots?|of)$/.test(word));
  if (isCounted) return false;
  return tokens.some((token, at) => {
    if (!isNumber(token) || isIn('counted', tokens[at - 1]?.word ?? '')) return false;
    const next = tokens[at + 1];
    if (!next || token.ends || isNumber(next)) return false;
    if (next.word === 'band') return /\ds?$/.test(tokens[at + 2]?.word ?? '');
    const known = [
      'counted',
      'courtesy',
      'lead',
      'small',
      'turns',
      'doubt',
      'conditions',
      'time-words',
    ] as const;
    return !known.some((list) => isIn(list, next.word)) && /^\p{L}/u.test(next.word);
  });
}

/** "3 if the board agree"; "3 if possible" is courtesy. */
function isOnCondition(tokens: readonly Token[]): boolean {
  const polite = coveredBy(['courtesy'], tokens);
  return tokens.some((_, at) => !polite[at] && lengthAt('conditions', tokens, at) > 0);
}

function within(reads: CountReads, { value, ask }: { value: number; ask?: string }): Reading {
  if (value < reads.min || value > reads.max)
    return { kind: 'again', say: content.wholeNumber(reads.min, reads.max) };
  if (ask !== undefined) return { kind: 'confirm', value, ask };
  if (reads.confirmAbove !== undefined && value > reads.confirmAbove)
    return { kind: 'confirm', value, ask: content.sureNumber(value) };
  return { kind: 'value', value };
}

function isNumber({ word }: Token): boolean {
  return /^\d+$/.test(word) || Number.isSafeInteger(valueOf(word));
}

const isOfNumber = (token: Token) => isNumber(token) || /\d/.test(token.word) || isIn('counted', token.word);
const isOfHours = (token: Token) =>
  isOfNumber(token) || isIn('time-units', token.word) || isHalf.test(token.word);
const isHalf = /^(?:half|quarter|per|each|every|weekly|daily)$/;
