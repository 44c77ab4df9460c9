import type { ParsedComponents } from 'chrono-node';
// English only: the whole package has twenty languages in three hundred files.
import { GB } from 'chrono-node/en';
import { isLondonDate, type LondonDate, type WorkingCalendar } from '../../workflows/dates.js';
import { AFTER_LIBRARY, BEFORE_LIBRARY, type DatePhrase } from './date-phrases.js';
import { DAY, MONTH, nearestDay, yearFor, type DateContext } from './date-words.js';

/**
 * What was understood: one day; a whole month 'YYYY-MM' when only a month was named; or several, earliest first, to
 * ask "which?" with. An ambiguous entry is a day, or a month when a month is among what it could mean.
 */
export type DateReading =
  { readonly date: LondonDate } | { readonly month: string } | { readonly ambiguous: string[] };

export interface DateOptions {
  /**
   * Which way an incomplete date lies: 'past' for "when did you send it?", 'future' for "by when?". Without it the
   * words decide ("sent on friday", "by friday"), and failing that it is the future.
   */
  readonly prefer?: 'past' | 'future';
  /** For "in 10 working days" and the days of "next week"; without one, Monday to Friday. */
  readonly calendar?: WorkingCalendar;
}

const WEEKDAYS_ONLY: WorkingCalendar = { isHoliday: () => false };

/** Words for one date are few; a longer text is a pasted paragraph, and its dates are not an answer. */
const MOST_CHARACTERS = 200;

const TYPOS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:tom+or+ow|tomoro|2mor+ow|tomo|tmr?w)\b/g, 'tomorrow'],
  [/\bw(?:ends|edns|ens|endes|ednes|edens)day\b/g, 'wednesday'],
  [/\b(?:thurday|thrusday|thursady)\b/g, 'thursday'],
  [/\b(?:teusday|tuseday|tusday)\b/g, 'tuesday'],
  [/\b(?:firday|fridya)\b/g, 'friday'],
  [/\bfeb(?:uary|urary|ruay)\b/g, 'february'],
  [/\b(?:setember|septemeber|septmber|spetember)\b/g, 'september'],
  [/\bfortnite\b/g, 'fortnight'],
];

/** A day of a month still standing at the end was not understood: "31 feb or 3 march" must not become 3 March. */
const DAY_LEFT = new RegExp(
  `\\b\\d{1,2}(?:st|nd|rd|th)?\\s*(?:of\\s+)?${MONTH}\\b|\\b${MONTH}\\s+\\d{1,2}\\b`,
);

const PAST =
  /\b(?:sent|submitted|returned|emailed|posted|was|were|did|had|received|heard|since|ago|already)\b/;
const FUTURE = /\b(?:by|before|until|due|will|next)\b/;

/**
 * Reads a date as a ward manager types it: "3 jan", "03/01/27" (day first), "thursday week", "a fortnight on monday",
 * "in 10 working days", "end of the month". `today` is the day in London. Undefined when there
 * is no date, or one that cannot be ("31 feb"): never a guess.
 * The same in every time zone: no clock and no system zone takes part.
 */
export function readDate(
  text: string,
  today: LondonDate,
  options: DateOptions = {},
): DateReading | undefined {
  if (text.length > MOST_CHARACTERS) return undefined;
  let rest = tidy(text);
  const prefer = options.prefer ?? (PAST.test(rest) && !FUTURE.test(rest) ? 'past' : 'future');
  const about: DateContext = { today, prefer, calendar: options.calendar ?? WEEKDAYS_ONLY };
  const found: string[] = [];
  rest = takePhrases(rest, BEFORE_LIBRARY, about, found);
  rest = takeLibrary(rest, about, found);
  rest = takePhrases(rest, AFTER_LIBRARY, about, found);
  return DAY_LEFT.test(rest) ? undefined : readingOf(found, today);
}

function tidy(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘`]/g, "'")
    .replace(/[–—]/g, '-')
    .replace(/\byday\b/g, 'yesterday')
    .replace(/\bago today\b/g, 'ago')
    .replace(/\s+/g, ' ');
  const spelled = TYPOS.reduce((line, [typo, word]) => line.replace(typo, word), plain);
  const whole = spelled.replace(brokenName, (words, first: string, last: string) =>
    isName(first + last) ? first + last : words,
  );
  const dayAfterMonth = new RegExp(`\\b(${MONTH}) the (?=\\d)`, 'g');
  return whole
    .replace(dayAfterMonth, '$1 ')
    .replace(/'(\d{2})\b/g, '20$1')
    .trim();
}

/** "Ja n 15", "febru ary": a name of a month or a day with a space in it. */
const brokenName = /\b([a-z]{1,8}) ([a-z]{1,8})\b/g;
const wholeName = new RegExp(`^(?:${MONTH}|${DAY})$`);

function isName(word: string): boolean {
  // "On a us" is none: only what is no word before is looked at, and a name of three letters has no word in it.
  return wholeName.test(word) && !/^(?:mar|may|sat|sun|dec|wed|sep)$/.test(word);
}

function takePhrases(
  text: string,
  phrases: readonly DatePhrase[],
  about: DateContext,
  found: string[],
): string {
  return phrases.reduce(
    (rest, { pattern, read }) =>
      rest.replace(pattern, (words: string, ...more: unknown[]) => {
        const alone = !/\w/.test(rest.replace(words, ''));
        const dates = read((more.at(-1) ?? {}) as Record<string, string | undefined>, about, alone);
        if (!dates) return words;
        found.push(...dates);
        return ' ; ';
      }),
    text,
  );
}

/** Whole dates that chrono-node finds: "3rd of january 2027", "monday 4 jan", "tomorrow", "3 to 5 january". */
function takeLibrary(text: string, about: DateContext, found: string[]): string {
  // Noon by this machine's own clock face: the library answers by the same face, so its zone never shows.
  const [year = 0, month = 1, day = 1] = about.today.split('-').map(Number);
  const noon = new Date(year, month - 1, day, 12);
  let rest = text;
  for (const { text: words, start, end } of GB.parse(text, noon)) {
    // Without a sure day and month it is a weekday, a month or a time of day; the phrases read those better.
    if (!isWholeDate(start)) continue;
    // "in 3 hours" and "5 minutes ago" are times, and the noon above would be a lie for them.
    if (start.tags().has('result/relativeDateAndTime')) continue;
    found.push(...[start, end].flatMap((part) => (part ? datesOf(part, about) : [])));
    rest = rest.replace(words, ' ; ');
  }
  return rest;
}

function isWholeDate(part: ParsedComponents): boolean {
  return part.isCertain('day') && part.isCertain('month');
}

function datesOf(part: ParsedComponents, about: DateContext): string[] {
  const tail = `-${two(part.get('month'))}-${two(part.get('day'))}`;
  const weekday = part.isCertain('weekday') ? part.get('weekday') : null;
  if (!part.isCertain('year')) {
    const dates = yearFor(tail, about) ?? ['impossible'];
    // "monday 4 jan" said on the 6th: only this year's is a Monday.
    const exact = dates.filter((date) => withWeekday(date, weekday).every((other) => other === date));
    return exact.length > 0 ? exact : dates.flatMap((date) => withWeekday(date, weekday));
  }
  return withWeekday(`${part.get('year')}${tail}`, weekday);
}

/** Both readings when the weekday named is not the date's: "monday 5 january 2027" is a Tuesday. */
function withWeekday(date: string, weekday: number | null): string[] {
  if (weekday === null || !isLondonDate(date)) return [date];
  const word = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'][weekday] ?? 'mon';
  return [date, nearestDay(word, date)];
}

function readingOf(found: readonly string[], today: LondonDate): DateReading | undefined {
  const days = [...new Set(found)].sort();
  const [only] = days;
  if (only === undefined || !days.every((day) => isPlausible(day, today))) return undefined;
  if (days.length > 1) return { ambiguous: days };
  return only.length === 7 ? { month: only } : { date: only };
}

/** Real, and within ten years: a slip of the keyboard such as 2207 or 1027 is no date of an application. */
function isPlausible(day: string, today: LondonDate): boolean {
  const date = day.length === 7 ? `${day}-01` : day;
  return isLondonDate(date) && Math.abs(Number(date.slice(0, 4)) - Number(today.slice(0, 4))) <= 10;
}

function two(number: number | null): string {
  return String(number ?? 0).padStart(2, '0');
}
