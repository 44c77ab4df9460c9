import { sayMonth } from '../../../workflows/dates.js';
import * as content from '../content.js';
import { readDate } from '../dates.js';
import { readWholeNumber } from '../numbers.js';
import type { Reading } from './reading.js';

/** A month of a year, and never a day of it. */
export function readMonth(text: string, today: string): Reading {
  if (/^\s*20\d\d-(?:0[1-9]|1[0-2])\s*$/.test(text)) return { kind: 'value', value: text.trim() };
  const read = readDate(text, today, { prefer: 'future' });
  if (!read) return { kind: 'none', say: content.giveMonth };
  const months = [
    ...new Set(
      ('month' in read ? [read.month] : 'date' in read ? [read.date] : read.ambiguous).map((one) =>
        one.slice(0, 7),
      ),
    ),
  ];
  const [month, ...others] = months;
  if (month && others.length === 0) return { kind: 'value', value: month };
  const options = months.map((one) => ({ value: one, label: sayMonth(one) }));
  return { kind: 'which', say: content.whichMonth, options };
}

/** "£2,500", "2.5k", "two thousand pounds": pounds, with pence where they were said. */
export function readMoney(reads: { min: number; max: number }, text: string): Reading {
  const say = content.money(reads.min, reads.max);
  const [, figures, k] = /(?:£\s*)?(\d[\d,]*(?:\.\d{1,2})?)\s*(k\b|thousand\b)?/i.exec(text) ?? [];
  const several = text.match(/\d[\d,]*(?:\.\d{1,2})?/g) ?? [];
  if (several.length > 1) return { kind: 'again', say };
  const words =
    figures === undefined ? readWholeNumber(text.replace(/\bpounds?\b|\bquid\b/gi, '')) : undefined;
  const value =
    figures === undefined
      ? words && 'value' in words
        ? words.value
        : undefined
      : Number(figures.replaceAll(',', '')) * (k ? 1000 : 1);
  if (value === undefined) return { kind: 'none', say };
  return value < reads.min || value > reads.max ? { kind: 'again', say } : { kind: 'value', value };
}
