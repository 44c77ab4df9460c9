import { Temporal } from 'temporal-polyfill';

/**
 * Dates and times as the service's rules need them: a date has no time, a time is an instant, and the two meet
 * only in Europe/London. Everything here is pure; "today" and "now" are always given by the caller.
 * Every function throws a RangeError for text that is not such a date or instant: check input with
 * `isLondonDate` first, so that a throw always means a fault in the program.
 */

/** A calendar day in England, 'YYYY-MM-DD', such as '2027-01-04'. Sorts as text. */
export type LondonDate = string;

/** A moment, ISO 8601 in UTC with Z, such as '2027-01-04T09:00:00Z'. */
export type Instant = string;

/** Which days nobody works besides Saturday and Sunday. `data/calendar/` has England's. */
export type WorkingCalendar = { isHoliday(date: LondonDate): boolean };

const ZONE = 'Europe/London';
/** Milliseconds. */
const HOUR = 60 * 60 * 1000;
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];

/** Whether the text is a real day written 'YYYY-MM-DD'; false for '2027-02-29' and for '2027-2-9'. */
export function isLondonDate(text: string): text is LondonDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text);
    return true;
  } catch {
    return false;
  }
}

/** The date so many calendar days later; earlier when `days` is negative. */
export function addDays(date: LondonDate, days: number): LondonDate {
  return dateOf(dayNumber(date) + days);
}

/** The date so many months later; a day the month lacks becomes its last (31 January + 1 → 28 February). */
export function addMonths(date: LondonDate, months: number): LondonDate {
  return plain(date).add({ months }).toString();
}

/** Calendar days from the first date to the second: 28 for a lunar month, negative when `to` is the earlier. */
export function daysBetween(from: LondonDate, to: LondonDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** 1 for Monday to 7 for Sunday. */
export function dayOfWeek(date: LondonDate): number {
  // The day with the number 0 was a Thursday.
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/** The last day of the month that the date is in: '2028-02-03' → '2028-02-29'. */
export function lastDayOfMonth(date: LondonDate): LondonDate {
  const day = plain(date);
  return day.with({ day: day.daysInMonth }).toString();
}

/** The day it is in London at that instant: 23:30Z on 1 July is already 2 July there. */
export function londonDate(instant: Instant): LondonDate {
  return inLondon(instant).slice(0, 10);
}

/** The clock on a London wall at that instant, 'HH:mm'. */
export function londonTime(instant: Instant): string {
  return inLondon(instant).slice(11);
}

/**
 * The instant at which a London clock shows `time` ('HH:mm') on that day. In the hour that spring skips it is the
 * moment an hour later (01:30 → 02:30 summer time); in the hour that autumn repeats it is the first of the two.
 */
export function atLondon(date: LondonDate, time: string): Instant {
  if (!/^\d{2}:\d{2}$/.test(time)) throw new RangeError(`Not a time as HH:mm: ${time}`);
  return plain(date)
    .toZonedDateTime({ timeZone: ZONE, plainTime: Temporal.PlainTime.from(time) })
    .toInstant()
    .toString();
}

/** "Monday 4 January 2027", how the service writes every date. The same on every machine, whatever its locale data. */
export function sayDate(date: LondonDate): string {
  const day = plain(date);
  return `${WEEKDAYS[day.dayOfWeek - 1]} ${day.day} ${MONTHS[day.month - 1]} ${day.year}`;
}

/** "September 2027" for a month written 'YYYY-MM'. */
export function sayMonth(month: string): string {
  const { year, month: number } = Temporal.PlainYearMonth.from(month);
  return `${MONTHS[number - 1]} ${year}`;
}

/**
 * How far off a date is, as a person would say it: "today", "tomorrow", "in 5 days", "in 6 weeks", "in about 4
 * months", "3 days ago". Exact up to 28 days, because those are the days that a deadline is counted in.
 */
export function saySoon(date: LondonDate, today: LondonDate): string {
  const days = daysBetween(today, date);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  return days > 0 ? `in ${sayLength(days)}` : `${sayLength(-days)} ago`;
}

/** Monday to Friday and not a holiday of the calendar. */
export function isWorkingDay(date: LondonDate, calendar: WorkingCalendar): boolean {
  return dayOfWeek(date) <= 5 && !calendar.isHoliday(date);
}

/**
 * The working day that is `n` working days later (earlier when negative). Day 0 is the day itself, working or not;
 * from a Saturday, day 1 is Monday. Throws a RangeError when `n` is not whole.
 */
export function addWorkingDays(date: LondonDate, n: number, calendar: WorkingCalendar): LondonDate {
  if (!Number.isInteger(n)) throw new RangeError(`Not a whole number of working days: ${n}`);
  const step = Math.sign(n);
  let day = date;
  for (let left = Math.abs(n); left > 0;) {
    day = addDays(day, step);
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return day;
}

/**
 * Working days after `from`, up to and including `to`; negative when `to` is the earlier, then counted from `to` to
 * the day before `from`. So `workingDaysBetween(d, addWorkingDays(d, n)) === n` for every n.
 */
export function workingDaysBetween(from: LondonDate, to: LondonDate, calendar: WorkingCalendar): number {
  const step = from <= to ? 1 : -1;
  let count = 0;
  for (let day = from; day !== to;) {
    day = addDays(day, step);
    if (isWorkingDay(day, calendar)) count += step;
  }
  return count;
}

/** The day itself when it is a working day, else the first one after it. (Strictly after: `addWorkingDays(d, 1)`.) */
export function nextWorkingDay(date: LondonDate, calendar: WorkingCalendar): LondonDate {
  return isWorkingDay(date, calendar) ? date : addWorkingDays(date, 1, calendar);
}

function plain(date: LondonDate): Temporal.PlainDate {
  // Temporal would take '2027-01-04T09:00' and quietly drop the time; a rule handed a time has a fault upstream.
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) throw new RangeError(`Not a date as YYYY-MM-DD: ${date}`);
  return Temporal.PlainDate.from(date);
}

/** Rules count days by the hundred in every turn, over the same few years. Bounded. */
const numbers = new Map<LondonDate, number>();
const dates = new Map<number, LondonDate>();
const mostKept = 5_000;
const epoch = Temporal.PlainDate.from('1970-01-01');

/** Days since 1 January 1970. */
function dayNumber(date: LondonDate): number {
  const before = numbers.get(date);
  if (before !== undefined) return before;
  const number = epoch.until(plain(date), { largestUnit: 'day' }).days;
  if (numbers.size >= mostKept) numbers.clear();
  numbers.set(date, number);
  return number;
}

/** @throws {RangeError} for a number that is not whole. */
function dateOf(number: number): LondonDate {
  const before = dates.get(number);
  if (before !== undefined) return before;
  const date = epoch.add({ days: number }).toString();
  if (dates.size >= mostKept) dates.clear();
  dates.set(number, date);
  return date;
}

/** Minutes that London is ahead, by the hour: its clocks change on the hour, and a time zone is slow to look up. */
const ahead = new Map<number, number>();

/** What a London clock shows, by the minute of an instant. */
const shown = new Map<string, string>();

/** The date and the time that a London clock shows, 'YYYY-MM-DDTHH:mm'. */
function inLondon(instant: Instant): string {
  const minute = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}):[0-5]\d(?:\.\d{1,9})?Z$/.exec(instant)?.[1];
  const known = minute === undefined ? undefined : shown.get(minute);
  if (known !== undefined) return known;
  const { epochMilliseconds } = Temporal.Instant.from(instant);
  const hour = Math.floor(epochMilliseconds / HOUR);
  let minutes = ahead.get(hour);
  if (minutes === undefined) {
    const zoned = Temporal.Instant.fromEpochMilliseconds(hour * HOUR).toZonedDateTimeISO(ZONE);
    minutes = zoned.offsetNanoseconds / 60e9;
    if (ahead.size >= mostKept) ahead.clear();
    ahead.set(hour, minutes);
  }
  const clock = new Date(epochMilliseconds + minutes * 60_000).toISOString().slice(0, 16);
  if (shown.size >= mostKept) shown.clear();
  if (minute !== undefined) shown.set(minute, clock);
  return clock;
}

function sayLength(days: number): string {
  if (days >= 84) return `about ${Math.round(days / 30.4)} months`;
  if (days >= 14 && days % 7 === 0) return `${days / 7} weeks`;
  if (days > 28) return `about ${Math.round(days / 7)} weeks`;
  return `${days} days`;
}
