import { coveredBy, tokensOf } from './fields/tokens.js';

/** One number, or the several that the words could mean, in the order they were said. */
export type WholeNumberReading = { readonly value: number } | { readonly ambiguous: number[] };

const UNITS = [
  ...['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  ...['eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'],
];
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const OTHERS = new Map([
  ...['none', 'nil', 'nought'].map((word) => [word, 0] as const),
  ['single', 1],
  ['trio', 3],
  ['quartet', 4],
  ['fourty', 40],
]);

const unit = alternatives(UNITS.slice(1, 10));
const small = `(?:${alternatives(TENS)}|fourty)(?:[\\s-]+${unit})?|${alternatives(UNITS)}`;
const phrases = [
  '(?:half\\s+a\\s+dozen|half-dozen)',
  `(?:a\\s+|(?:${unit})\\s+)?dozen`,
  '(?:a\\s+)?(?:couple|pair)(?:\\s+of)?',
  `(?:(?:a|${unit})\\s+)?hundred(?:\\s+and\\s+(?:${small}))?`,
  small,
  'none|nil|nought|single',
];

/** Source of a regular expression for one number in words ("a couple of", "twenty-one"), to build others with. */
export const NUMBER_WORDS = `(?:${phrases.join('|')})`;

const FIND = new RegExp(`(?<![\\w-])${NUMBER_WORDS}(?![\\w]|-[a-z])|\\d+`, 'g');

/**
 * Words in which a figure counts something else: a pay band, a ward, a year, a share, a date. Without this "3 band 4
 * places" would be asked about as "3 or 4?".
 */
const NOT_A_COUNT = [
  /\b(?:bands?|wards?|levels?|year|room|unit|bay|floor|phase|cohort|question|option|page)\s+\d+[a-z]?\b/g,
  /\b\d{1,2}(?:st|nd|rd|th)\b/g,
  /\b(?:in|from|by|for|since)\s+20\d{2}\b/g,
  /\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\s+20\d{2}\b/g,
  /\b(?:this|that|which|first|last|the|no|any|every)\s+one\b/g,
];

/** A whole answer, which elsewhere would point at something: "just the one", "both of them", "not any". */
function aloneIn(text: string): number | undefined {
  const tokens = tokensOf(text);
  if (/\b(?:this|that|which|first|last|no|any|every|another|other) (?:one|1)\b/.test(text)) return undefined;
  const around = coveredBy(['courtesy', 'greetings', 'lead', 'articles', 'doubt', 'around-number'], tokens);
  const left = tokens
    .filter(({ word }, at) => !around[at] || /^(?:both|one|two)$/.test(word))
    .map(({ word }) => word);
  const hasThe = tokens.some(({ word }) => word === 'the');
  const said = left.join(' ');
  if (said === 'both' || (hasThe && (said === 'two' || said === 'pair'))) return 2;
  if (/^(?:one|1|wun)$/.test(said)) return 1;
  return /^(?:none|not any|zilch|zip)$/.test(said) ? 0 : undefined;
}

/** "2 of 3", "two out of the three": the first is the answer. */
const SHARE = new RegExp(`(${NUMBER_WORDS}|\\d+) (?:out )?of (?:the |our |those )?(?:${NUMBER_WORDS}|\\d+)`);

/** "One for days and one for nights so 2": what comes after the "so" is the sum. */
const BEFORE_SUM = new RegExp(`^.+\\b(?:so|makes|altogether)(?= (?:${NUMBER_WORDS}|\\d+)\\b)`);

/** A part, a share, money, a minus or a bound: an answer with one of these is not a count, so ask again. */
const NOT_WHOLE = [
  /\d[.,]\d*[1-9]/,
  /\d\s*%|\bper\s*cent\b/,
  /[£$€]\s*\d/,
  /(?<!\w\s*)[-−–]\s*\d|\bminus\b/,
  /\b(?:half|quarter|third|point|shift)\b(?!\s+a\s+dozen|-dozen)/,
  /[½¼¾⅓⅔]|\d\s*⁄\s*\d/,
  /\b(?:more|less|fewer)\s+than\b|\b(?:over|under)\s+\w+/,
];

/**
 * The whole number in a typed answer: "3 places please", "about four", "half a dozen", "2.0 WTE". Two different
 * numbers ("2 or 3", "between two and four") are ambiguous, never guessed at. Undefined when there is none, when it
 * is not whole, or when the text is too long to be an answer. Limits on size are the question's business, not ours.
 */
export function readWholeNumber(text: string): WholeNumberReading | undefined {
  if (text.length > 300) return undefined;
  let rest = tidy(text);
  const alone = aloneIn(rest);
  if (alone !== undefined) return { value: alone };
  rest = rest
    .replace(SHARE, '$1')
    .replace(BEFORE_SUM, '')
    .replace(/(?<!half )\ban hour\b/, '1 hour');
  if (NOT_WHOLE.some((pattern) => pattern.test(rest))) return undefined;
  for (const pattern of NOT_A_COUNT) rest = rest.replace(pattern, ' ');
  const found = [...new Set([...rest.matchAll(FIND)].map(([piece]) => valueOf(piece)))];
  if (found.some((value) => !Number.isSafeInteger(value))) return undefined;
  const [value] = found;
  if (value === undefined) return undefined;
  return found.length === 1 ? { value } : { ambiguous: found };
}

/** The value of one number, in figures or in the words that `NUMBER_WORDS` matches; NaN for anything else. */
export function valueOf(piece: string): number {
  const text = piece.trim().toLowerCase().replace(/\s+/g, ' ');
  if (/^\d+$/.test(text)) return Number(text);
  if (/^half/.test(text)) return 6;
  if (/couple|pair/.test(text)) return 2;
  if (text.endsWith('dozen')) return 12 * leading(text);
  const hundreds = /^(?:\w+ )?hundred(?: and (.+))?$/.exec(text);
  if (hundreds) return 100 * leading(text) + (hundreds[1] ? valueOf(hundreds[1]) : 0);
  return text.split(/[ -]/).reduce((sum, word) => sum + wordValue(word), 0);
}

function tidy(text: string): string {
  // NFKC makes full-width figures plain, but also turns ½ into "1⁄2"; NOT_WHOLE looks for both.
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\b(?:thre+|tree)(?= (?:please|pls|places|of|aps|taps)|$)/g, 'three')
    .replace(/\b(?:cuple|coupl|cpl|copule)\b/g, 'couple')
    .replace(/\b(?:fuor|foru|fower)\b/g, 'four')
    .replace(/\b(?:tow|2wo|tw0)\b(?= (?:please|pls|places|of|aps|taps)|$)/g, 'two')
    .replace(/\bx(?=\d)|(?<=\d)(?:x|-?ish)\b/g, '')
    .replace(/(?<=\d),(?=\d{3}\b)/g, '')
    .replace(/(\d)\.0+(?!\d)/g, '$1');
}

function leading(text: string): number {
  const word = text.split(' ')[0] ?? '';
  return ['a', 'dozen', 'hundred'].includes(word) ? 1 : wordValue(word);
}

function wordValue(word: string): number {
  const other = OTHERS.get(word);
  if (other !== undefined) return other;
  if (UNITS.includes(word)) return UNITS.indexOf(word);
  return TENS.includes(word) ? 10 * (TENS.indexOf(word) + 2) : NaN;
}

function alternatives(words: readonly string[]): string {
  // Longest first, so that "sixteen" is never read as "six".
  return `(?:${[...words].sort((a, b) => b.length - a.length).join('|')})`;
}
