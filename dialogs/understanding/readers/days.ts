import { addDays, type LondonDate } from '../../../workflows/dates.js';
import { readDate } from '../dates.js';
import type { Parsed } from '../status.js';
import { typedOf } from '../utterance.js';

/** A day that is told, and the words that tell it. */
export interface Day {
  readonly date?: LondonDate;
  /** Several could be meant, or it is a month only. */
  readonly unsure?: boolean;
  readonly used: readonly { readonly first: number; readonly last: number }[];
}

/** Words that stand by a day, and add nothing to it. */
const beside = new Set([
  'last',
  'this',
  'past',
  'on',
  'the',
  'of',
  'back',
  'just',
  'gone',
  'morning',
  'afternoon',
  'evening',
]);

/** Ways of saying today and yesterday that are no date by themselves. */
const near = new Map<string, number>([
  ['this morning', 0],
  ['this afternoon', 0],
  ['this evening', 0],
  ['just now', 0],
  ['last night', -1],
]);

/** The day that something came about: the shortest run of words that reads as all of the date. Pure. */
export function readDay(
  parsed: Parsed,
  today: LondonDate,
  prefer: 'past' | 'future' = 'past',
): Day | undefined {
  const { words } = parsed;
  const whole = read(parsed, 0, words.length, today, prefer);
  if (!whole) {
    const at = words.findIndex((_, n) => near.has(pairAt(parsed, n)));
    const days = near.get(pairAt(parsed, at));
    return days === undefined
      ? undefined
      : { date: addDays(today, days), used: [{ first: at, last: at + 2 }] };
  }
  let [first, last] = [0, words.length];
  const same = (from: number, to: number): boolean =>
    JSON.stringify(read(parsed, from, to, today, prefer)) === JSON.stringify(whole);
  while (first + 1 < last && same(first + 1, last)) first++;
  while (last - 1 > first && same(first, last - 1)) last--;
  while (beside.has(words[first - 1]?.word ?? '')) first--;
  while (beside.has(words[last]?.word ?? '')) last++;
  const used = [{ first, last }];
  return 'date' in whole ? { date: whole.date, used } : { unsure: true, used };
}

function read(parsed: Parsed, first: number, last: number, today: LondonDate, prefer: 'past' | 'future') {
  return readDate(typedOf(parsed, first, last), today, { prefer });
}

function pairAt({ words }: Parsed, at: number): string {
  return `${words[at]?.word ?? ''} ${words[at + 1]?.word ?? ''}`;
}
