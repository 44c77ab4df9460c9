import {
  addDays,
  addMonths,
  daysBetween,
  dayOfWeek,
  isLondonDate,
  lastDayOfMonth,
} from '../../workflows/dates.js';
import type { LondonDate, WorkingCalendar } from '../../workflows/dates.js';
import { NUMBER_WORDS, valueOf } from './numbers.js';

/** What an incomplete date is completed from. */
export interface DateContext {
  readonly today: LondonDate;
  readonly prefer: 'past' | 'future';
  readonly calendar: WorkingCalendar;
}

/** Sources of regular expressions, for small letters. */
export const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|' +
  'nov(?:ember)?|dec(?:ember)?)';
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
export const DAY =
  '(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)';
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
export const NUMBER = `(?:\\d{1,3}|${NUMBER_WORDS}|an?)`;
export const UNIT = '(?:working days?|days?|weeks?|fortnights?|months?|years?)';
/** Not followed by a day's number: "friday 8 january" is for the library, "friday 8th" for a phrase of its own. */
export const NO_NUMBER = '(?!,?\\s*(?:the\\s+)?\\d)\\b';

/**
 * The year for '-MM-DD' in the preferred direction, today counting as both. When that is more than eleven months off
 * ("by 3 jan", said on the 4th), the other side is given too: it is as likely a slip. Undefined for a day that never is.
 */
export function yearFor(tail: string, { today, prefer }: DateContext): LondonDate[] | undefined {
  const step = prefer === 'past' ? -1 : 1;
  const thisYear = Number(today.slice(0, 4));
  // Eight years back and forth always hold a leap day.
  const real = Array.from({ length: 17 }, (_, n) => `${thisYear - step * 8 + step * n}${tail}`).filter(
    isLondonDate,
  );
  const at = real.findIndex((date) => (step > 0 ? date >= today : date <= today));
  const wanted = real[at];
  if (!wanted) return undefined;
  const other = real[at - 1];
  const slip =
    other && Math.abs(daysBetween(today, wanted)) > 330 && Math.abs(daysBetween(today, other)) < 62;
  return slip ? [wanted, other] : [wanted];
}

/** The date of that weekday closest to the date given. */
export function nearestDay(day: string, date: LondonDate): LondonDate {
  const coming = comingDay(day, date);
  return daysBetween(date, coming) > 3 ? addDays(coming, -7) : coming;
}

/** The month 'YYYY-MM' of that name in the preferred direction, the present one counting as both. */
export function monthFor(name: string, { today, prefer }: DateContext): string {
  const year = Number(today.slice(0, 4));
  const here = `${year}-${monthNumber(name)}`;
  if (prefer === 'past') return here > today.slice(0, 7) ? `${year - 1}${here.slice(4)}` : here;
  return here < today.slice(0, 7) ? `${year + 1}${here.slice(4)}` : here;
}

/** The first such weekday from today on, today included; also reads "today" and "tomorrow". */
export function comingDay(word: string, today: LondonDate): LondonDate {
  if (word === 'today') return today;
  if (word === 'tomorrow') return addDays(today, 1);
  return addDays(today, (dayNumber(word) - dayOfWeek(today) + 7) % 7);
}

/** That weekday of the week, Monday to Sunday, that the date is in. */
export function dayInWeek(word: string, date: LondonDate): LondonDate {
  return addDays(date, dayNumber(word) - dayOfWeek(date));
}

/** So many days, weeks, fortnights, months or years on; back when `n` is negative. */
export function shift(date: LondonDate, unit = 'day', n: number): LondonDate {
  if (unit.startsWith('month')) return addMonths(date, n);
  if (unit.startsWith('year')) return addMonths(date, 12 * n);
  return addDays(date, n * (unit.startsWith('week') ? 7 : unit.startsWith('fortnight') ? 14 : 1));
}

/** The last day of the month, year or financial year (31 March) that the date is in; of a week, its Friday. */
export function endOfPeriod(unit = 'month', date: LondonDate): LondonDate {
  const year = date.slice(0, 4);
  if (unit === 'week') return dayInWeek('fri', date);
  if (unit === 'year') return `${year}-12-31`;
  if (unit === 'financial') return date > `${year}-03-31` ? `${Number(year) + 1}-03-31` : `${year}-03-31`;
  return lastDayOfMonth(date);
}

/** 1 for "mon" or "monday" to 7; 0 for no weekday. */
export function dayNumber(word = ''): number {
  return DAYS.indexOf(word.slice(0, 3)) + 1;
}

/** '01' for "jan" or "january" to '12'. */
export function monthNumber(word = ''): string {
  return pad(String(MONTHS.indexOf(word.slice(0, 3)) + 1));
}

/** How many: "a" is 1, "a couple of" 2; NaN when the words are no number. */
export function count(words: string): number {
  return /^an?$/.test(words) ? 1 : valueOf(words.replace(/ of$/, ''));
}

/** Two digits. */
export function pad(number = ''): string {
  return number.padStart(2, '0');
}
