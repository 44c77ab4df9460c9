import {
  addWorkingDays,
  nextWorkingDay,
  type LondonDate,
  type WorkingCalendar,
} from '../../workflows/dates.js';
import { readDate, type DateReading } from '../understanding/dates.js';

/**
 * Until when to keep quiet. `until` is the working day of the next nudge, `said` the day as it was said: where they
 * differ, the words say so. `which`: several days are meant, all of them working days, earliest first. `notAfterToday`:
 * a day, but not one to come.
 */
export type SnoozeReading =
  | { readonly until: LondonDate; readonly said: LondonDate }
  | { readonly which: readonly LondonDate[] }
  | { readonly notAfterToday: LondonDate };

const WEEKDAY = 'mon|tue|wed|thu|fri|sat|sun';
const MONTH = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';

/** "after friday", "after the 14th", "after 3 march": not on that day. Not "the friday after next" or "after nights". */
const AFTER_A_DAY = new RegExp(
  `(?<!\\b(?:day|week|fortnight|month)\\s)\\bafter\\s+(?:the\\s+)?(?:\\d|(?:${WEEKDAY}|${MONTH})[a-z]*\\b|tomorrow\\b)`,
  'i',
);
const AFTER_WEEKEND = /\bafter (?:the |this )?weekend\b/i;
const WHOLE_WEEK = /\b(?:next week|week after next)\b/i;
const NAMES_A_DAY = new RegExp(`\\b(?:${WEEKDAY})(?:s|nes|rs|ur|urs)?(?:day)?\\b|\\d`, 'i');

/**
 * Reads when to remind again: "tomorrow", "next week" (its first working day), "after my nights, thursday week". A
 * day on which nobody works becomes the next working day. Undefined when no day is named ("after nights"): then ask,
 * never guess. Pure; `today` is the day in London.
 */
export function readSnooze(
  text: string,
  today: LondonDate,
  calendar: WorkingCalendar,
): SnoozeReading | undefined {
  const plain = withoutLead(text).replace(AFTER_WEEKEND, 'monday');
  const reading = readDate(plain, today, { prefer: 'future', calendar });
  const days = reading && daysOf(reading, text, today);
  if (!days?.length) return undefined;
  const isAfter = AFTER_A_DAY.test(text);
  const toCome = days
    .map((day) => (isAfter ? addWorkingDays(day, 1, calendar) : day))
    .filter((day) => day > today);
  const [said] = toCome;
  if (said === undefined) return { notAfterToday: days.at(-1) ?? today };
  const working = [...new Set(toCome.map((day) => nextWorkingDay(day, calendar)))];
  return working.length > 1 ? { which: working } : { until: nextWorkingDay(said, calendar), said };
}

function daysOf(reading: DateReading, text: string, today: LondonDate): LondonDate[] {
  if ('date' in reading) return [reading.date];
  if ('month' in reading) return [startOf(reading.month, today)];
  // "Next week" means when it begins; of days that were named, only the person knows which.
  if (WHOLE_WEEK.test(text) && !NAMES_A_DAY.test(text)) return reading.ambiguous.slice(0, 1);
  return reading.ambiguous.map((day) => (day.length === 7 ? startOf(day, today) : day));
}

/** A month begins on its first day; the month that has begun is no day to come, and says so. */
function startOf(month: string, today: LondonDate): LondonDate {
  const first = `${month}-01`;
  return first < today && today.startsWith(month) ? today : first;
}

/** "Snooze for 3 days" is "3 days": some words are a date only when they stand alone. */
function withoutLead(text: string): string {
  const lead =
    /^\s*(?:please|snooze|remind me|ask me|tell me|again|not|until|till|til|for|wait|leave it|later|maybe|on)\b[\s,]*/i;
  let rest = text;
  while (lead.test(rest)) rest = rest.replace(lead, '');
  return rest;
}
