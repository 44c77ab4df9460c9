import * as content from '../content.js';
import { NUMBER_WORDS, valueOf } from '../numbers.js';
import { hasAny, tokensOf } from './tokens.js';

/** A day at work, less its breaks, and a week of them. */
const hoursInDay = 7.5;
const daysInWeek = 5;

const amount = `(?<many>\\d{1,3}(?:[.,]\\d{1,2})?|${NUMBER_WORDS}|an?|half(?:\\s+an?)?|(?:a\\s+)?quarter\\s+of\\s+an)`;
const unit = '(?<unit>m|mins?|minutes?|h|hrs?|hours?|days?)';
const half = '(?<half>\\s+and\\s+a\\s+half)?';
const each =
  '(?:\\s*(?:a|an|per|each|every|/)\\s*(?<each>day|week|wk|fortnight|month)|\\s+(?<often>daily|weekly|monthly|fortnightly))?';
const length = new RegExp(`(?<![\\w.])${amount}\\s*${unit}\\b${half}${each}`, 'gi');

const bareDecimal = /^\d{1,2}[.,]\d{1,2}$/;
const anotherNumber = new RegExp(`\\b(?:\\d+|${NUMBER_WORDS})\\b`);

/** "Half an hour a day", "90 mins", "a day a week", in whole hours a week. Undefined where no such length is said. */
export function readHours(text: string): { value: number; ask?: string } | undefined {
  const said = text
    .toLowerCase()
    .replace(/^.+\bso (?=(?:about |around )?\d)/, '')
    .replace(/½/g, '.5')
    .replace(/(\d)\s+and a half\b/g, '$1.5');
  const tokens = tokensOf(said);
  if (hasAny('talk', tokens) || /\bor\b|\bto\b|[-–]\s*\d/.test(said)) return undefined;
  const found = bareDecimal.test(said) ? [{ 0: said, groups: { many: said } }] : [...said.matchAll(length)];
  const others = found.reduce((rest, match) => rest.replace(match[0], ' '), said);
  // Of a shift nobody knows how long it is; and a number that is left may belong to it.
  if (found.length === 0 || /\bshifts?\b/.test(said) || anotherNumber.test(others)) return undefined;
  const worked = found.reduce((sum, { groups }) => sum + hoursOf(groups ?? {}), 0);
  if (Number.isNaN(worked) || worked <= 0) return undefined;
  const value = Math.max(1, Math.round(worked));
  const only: Record<string, string | undefined> = found[0]?.groups ?? {};
  // "3 hours a week" says so itself.
  const isPlain =
    found.length === 1 && worked === value && /^[hm]/.test(only.unit ?? '') && !isWorkedOut(only);
  const isDoubtful = hasAny('doubt', tokens) || hasAny('conditions', tokens);
  return isPlain && !isDoubtful ? { value } : { value, ask: content.putDownHours(worked, value) };
}

function isWorkedOut({ each: period, often }: Record<string, string | undefined>): boolean {
  return period === undefined ? often !== undefined && often !== 'weekly' : !/^w/.test(period);
}

function hoursOf(words: Record<string, string | undefined>): number {
  const { many = '', unit: measure = '', half: more, each: period = '', often = '' } = words;
  const number = numberOf(many.trim()) + (more ? 0.5 : 0);
  const one = measure.startsWith('m') ? 1 / 60 : measure.startsWith('d') ? hoursInDay : 1;
  const times = timesAWeek[period || often] ?? 1;
  return number * one * times;
}

const timesAWeek: Readonly<Record<string, number>> = {
  day: daysInWeek,
  daily: daysInWeek,
  fortnight: 1 / 2,
  fortnightly: 1 / 2,
  month: 1 / 4,
  monthly: 1 / 4,
};

function numberOf(many: string): number {
  if (/^an?$/.test(many)) return 1;
  if (many.startsWith('half')) return 0.5;
  if (many.includes('quarter')) return 0.25;
  return /^\d/.test(many) ? Number(many.replace(',', '.')) : valueOf(many);
}
