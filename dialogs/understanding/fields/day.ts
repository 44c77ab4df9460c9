import { addDays, isLondonDate } from '../../../workflows/dates.js';
import type { Reads } from '../../conversation.js';
import * as content from '../content.js';
import { readDate } from '../dates.js';
import type { Reading } from './reading.js';
import { isIn, tokensOf, type Token } from './tokens.js';

type DayReads = Extract<Reads, { type: 'date' }>;

/** A day in its own words. What is a day and cannot be kept is said, never dropped. */
export function readDay(reads: DayReads, text: string, today: string): Reading {
  // "The first Monday in March" names no day that is read, and must not become the Monday to come.
  if (ofMonth.test(text)) return { kind: 'again', say: content.giveDate };
  // "It's now the 8th of March" is not about now.
  const read = readDate(text.replace(/\b(?:it.?s|it is|is) now\b/i, ''), today, { prefer: reads.prefer });
  if (!read) return notUnderstood(text);
  if ('month' in read) return { kind: 'again', say: content.whichDayOfMonth };
  if (besideADay.test(text)) return { kind: 'again', say: content.giveDate };
  const said = 'date' in read ? [read.date] : read.ambiguous.filter(isLondonDate);
  const late = said.filter((day) => reads.notAfter && day > reads.notAfter);
  const first = reads.notBefore ?? (reads.prefer === 'future' ? today : undefined);
  const early = said.filter((day) => first && day < first);
  // "The 30th of November", said a week before, is not last year's.
  if (late.length > 0 && said.every((one) => late.includes(one) || one < addDays(today, -300)))
    return { kind: 'again', say: content.notInFuture };
  const [day, ...others] = said.filter((one) => !late.includes(one) && !early.includes(one));
  // "3 January", said on the 4th: a slip more likely than a day nearly a year off.
  const [slip] = early;
  if (slip && day && day > addDays(today, 300)) return { kind: 'again', say: content.hasGone(slip) };
  if (day && others.length === 0) return { kind: 'value', value: day };
  if (day) {
    const options = [day, ...others].map((date) => ({ value: date, label: content.day(date) }));
    return { kind: 'which', say: content.whichDay, options };
  }
  if (late.length > 0) return { kind: 'again', say: content.notInFuture };
  const [gone] = early;
  if (reads.notBefore && gone) return { kind: 'again', say: content.notBefore(reads.notBefore, today) };
  if (gone) return { kind: 'again', say: content.hasGone(gone) };
  return { kind: 'again', say: content.whichDayOfMonth };
}

const ofMonth =
  /\b(?:first|second|third|fourth|last) \w+day (?:in|of) (?!the month)|\bmonths? (?:today|from today)\b/i;
/** "After Christmas" is some day after it. */
const besideADay = /\b(?:after|before) (?:christmas|xmas|easter|good friday|new year)/i;
const clock = /^\D{0,20}\d{1,2}(?:[.:]\d\d)?\s*(?:[ap]\.?m\b|o.?clock)/i;

/** No day could be made of it: a time, a day that never is, or no day at all. */
function notUnderstood(text: string): Reading {
  if (text.length > 200) return { kind: 'none', say: content.giveDate };
  if (clock.test(text)) return { kind: 'again', say: content.aTime };
  const tokens = tokensOf(text);
  const isDayLike = tokens.some(
    (token, at) => isDayOf(token, tokens[at + 1]) || isDayOf(token, tokens[at - 1]),
  );
  const isFigures = /(?<!\d)\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}(?!\d)/.test(text);
  return isDayLike || isFigures
    ? { kind: 'again', say: content.noSuchDay(text) }
    : { kind: 'none', say: content.giveDate };
}

/** "31 September": a day's number beside a month or a weekday. */
function isDayOf({ word }: Token, beside: Token | undefined): boolean {
  if (!/^\d{1,2}(?:st|nd|rd|th)?$/.test(word) || !beside) return false;
  return isIn('months', beside.word) || isIn('weekdays', beside.word) || beside.word === 'of';
}

/** Words that a day is told by. */
export function isOfDay({ word }: Token): boolean {
  if (/\d/.test(word)) return true;
  return (['months', 'weekdays', 'time-words', 'time-units', 'day-words'] as const).some((list) =>
    isIn(list, word),
  );
}
