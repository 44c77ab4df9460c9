import {
  addDays,
  addMonths,
  addWorkingDays,
  dayOfWeek,
  isLondonDate,
  isWorkingDay,
  lastDayOfMonth,
  type LondonDate,
} from '../../workflows/dates.js';
import { dayNamed } from '../../data/calendar/england.js';
import {
  MONTH,
  DAY,
  NUMBER,
  UNIT,
  NO_NUMBER,
  yearFor,
  nearestDay,
  monthFor,
  comingDay,
  dayInWeek,
  shift,
  endOfPeriod,
  dayNumber,
  monthNumber,
  count,
  pad,
  type DateContext,
} from './date-words.js';

/**
 * The ways people in England say a date that the date library does not know, or reads in the American way. Each is
 * a pattern and what it means; `dates.ts` tries them in order and takes the matched words out of the text.
 */
export interface DatePhrase {
  /** With the flags `g`; matched against tidied small letters. */
  readonly pattern: RegExp;
  /**
   * Dates 'YYYY-MM-DD' or months 'YYYY-MM', several when it could be either; undefined when it is no date at all.
   * `alone` when nothing else was said: some words are a date only then.
   */
  read(
    words: Readonly<Record<string, string | undefined>>,
    about: DateContext,
    alone: boolean,
  ): string[] | undefined;
}

const iso: DatePhrase = {
  pattern: /\b(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})\b/g,
  read: ({ year, month, day }) => [`${year}-${month}-${day}`],
};

/** 3/1/27, 3.1.2027, 3-1-27 and 3/1: always the day first, which the library gives up when it makes no date. */
const numeric: DatePhrase = {
  pattern:
    /(?<![\d/.-])(?<day>\d{1,2})(?:(?<mark>[/.-])(?<month>\d{1,2})\k<mark>(?<year>\d{4}|\d{2})|\/(?<only>\d{1,2}))(?![\d/])/g,
  read: ({ day, month, only, year }, about) => {
    const tail = `-${pad(month ?? only)}-${pad(day)}`;
    return year
      ? [`${year.length === 2 ? '20' : ''}${year}${tail}`]
      : (yearFor(tail, about) ?? ['impossible']);
  },
};

/** "3 or 4 jan": the library sees only the second. */
const eitherDay: DatePhrase = {
  pattern: new RegExp(
    `\\b(?<one>\\d{1,2})(?:st|nd|rd|th)?\\s*(?:or|and|/|&)\\s*(?:the\\s+)?(?<two>\\d{1,2})(?:st|nd|rd|th)?` +
      `\\s+(?:of\\s+)?(?<month>${MONTH})\\b(?:\\s+(?<year>20\\d{2})\\b)?`,
    'g',
  ),
  read: ({ one, two, month, year }, about) =>
    [one, two].flatMap((day) => {
      const tail = `-${monthNumber(month)}-${pad(day)}`;
      return year ? [year + tail] : (yearFor(tail, about) ?? ['impossible']);
    }),
};

/** 29 February exists only in some years, and without one the library finds nothing. */
const leapDay: DatePhrase = {
  pattern: /\b(?:29(?:th)?\s+(?:of\s+)?feb(?:ruary)?|feb(?:ruary)?\s+(?:the\s+)?29(?:th)?)\b(?!\s*,?\s*\d)/g,
  read: (_, about) => yearFor('-02-29', about),
};

/** "sept 27": the 27th, or September 2027? A month of this year covers both; a coming year is worth asking about. */
const monthAndTwoDigits: DatePhrase = {
  pattern: new RegExp(
    `(?<!\\d(?:st|nd|rd|th)?\\s*(?:of\\s+)?)\\b(?<month>${MONTH})\\s+(?<number>\\d{2})\\b(?!,?\\s*\\d)`,
    'g',
  ),
  read: ({ month, number }, about) => {
    const ahead = Number(number) - (Number(about.today.slice(0, 4)) % 100);
    const tail = `-${monthNumber(month)}-${number}`;
    if (tail === '-02-29') return undefined;
    // No year that is meant ends so: the day of the month, which the library takes for a year.
    if (ahead < 0 || ahead > 3) return yearFor(tail, about);
    const named = `20${number}-${monthNumber(month)}`;
    return ahead === 0 ? [named] : [...(yearFor(tail, about) ?? []), named];
  },
};

const feasts = [
  ...[
    'good friday',
    'easter (?:sunday|monday)',
    'easter',
    '(?:christmas|xmas)(?! eve)(?: day)?',
    'boxing day',
  ],
  ...["new year'?s day", '(?:early )?may bank holiday', '(?:spring|august|summer) bank holiday'],
].join('|');

/** "good friday", "easter", "boxing day", "the may bank holiday": in the year that lies the right way. */
const namedDay: DatePhrase = {
  pattern: new RegExp(
    `\\b(?<last>last\\s+)?(?:(?<name>${feasts})|(?<eve>christmas|xmas|new year'?s) eve)\\b(?:,?\\s+(?<year>20\\d{2})\\b)?`,
    'g',
  ),
  read: ({ last, name = '', eve, year }, about) => {
    const said = eve ? (eve.startsWith('new') ? 'new years day' : 'christmas day') : officialName(name);
    const here = Number(about.today.slice(0, 4));
    const back = eve ? -1 : 0;
    const dayIn = (of: number): LondonDate[] => {
      const day = dayNamed(said, String(eve?.startsWith('new') ? of + 1 : of));
      return day ? [addDays(day, back)] : [];
    };
    if (year) return dayIn(Number(year));
    const near = [here - 1, here, here + 1].flatMap(dayIn);
    const on =
      last || about.prefer === 'past'
        ? near.filter((day) => day <= about.today).at(-1)
        : near.find((day) => day >= about.today);
    return on ? [on] : undefined;
  },
};

function officialName(said: string): string {
  const plain = said.replace(/'/g, '').replace(/^xmas/, 'christmas');
  if (plain === 'easter') return 'easter sunday';
  if (plain === 'christmas') return 'christmas day';
  if (plain.startsWith('may ')) return `early ${plain}`;
  return plain.replace('august', 'summer');
}

/** "thursday week", "a fortnight on monday", "a week tomorrow", "the friday after next". */
const weeksAfter: DatePhrase = {
  pattern: new RegExp(
    `\\b(?:(?<many>${NUMBER})\\s+(?<unit>weeks?|fortnights?)\\s+(?:on\\s+|from\\s+|after\\s+)?(?<day>${DAY}|today|tomorrow)` +
      `|(?<first>${DAY}|today|tomorrow)\\s+(?<later>week|fortnight)|(?<next>${DAY})\\s+after\\s+next)${NO_NUMBER}`,
    'g',
  ),
  read: ({ many, unit, day, first, later, next }, { today }) => {
    const from = comingDay(day ?? first ?? next ?? '', today);
    const weeks = (many ? count(many) : 1) * ((unit ?? later ?? '').startsWith('fortnight') ? 2 : 1);
    return [addDays(from, 7 * weeks)];
  },
};

/** "thursday next week", "last week on tuesday": the week begins on Monday. */
const dayOfAWeek: DatePhrase = {
  pattern: new RegExp(
    `\\b(?:(?<day>${DAY})\\s+(?:of\\s+|in\\s+)?(?:the\\s+)?(?<which>next week|last week|this week|week after next)` +
      `|(?:the\\s+)?(?<week>next week|last week|this week|week after next),?\\s+(?:on\\s+)?(?<on>${DAY}))${NO_NUMBER}`,
    'g',
  ),
  read: ({ day, which, week, on }, { today }) => {
    const name = (which ?? week ?? '').replace(/ week$/, '');
    const weeks = { last: -1, this: 0, next: 1 }[name] ?? 2;
    return [dayInWeek(on ?? day ?? '', addDays(today, 7 * weeks))];
  },
};

/**
 * "next friday" said on a Monday is this week's to some and next week's to others, and "last tuesday" said on a
 * Thursday likewise: both are given, because a week lost is worse than a question.
 */
const nextOrLast: DatePhrase = {
  pattern: new RegExp(
    `\\b(?<which>next|last|past|this coming|coming|this)\\s+(?<day>${DAY})${NO_NUMBER}`,
    'g',
  ),
  read: ({ which, day = '' }, about) => {
    const here = dayInWeek(day, about.today);
    if (which === 'this')
      return here >= about.today || about.prefer === 'past' ? [here] : [here, addDays(here, 7)];
    if (which === 'past') return [here < about.today ? here : addDays(here, -7)];
    if (which?.endsWith('coming')) return [here > about.today ? here : addDays(here, 7)];
    if (which === 'last') return here < about.today ? [addDays(here, -7), here] : [addDays(here, -7)];
    return here > about.today ? [here, addDays(here, 7)] : [addDays(here, 7)];
  },
};

/** "monday 4th": the nearest 4th that is a Monday; when there is none soon, one of the two words is a slip. */
const weekdayAndDay: DatePhrase = {
  pattern: new RegExp(
    `\\b(?<day>${DAY}),?\\s+(?:the\\s+)?(?<number>\\d{1,2})(?:st|nd|rd|th)?\\b(?!\\s*(?:of\\s+)?${MONTH}\\b)` +
      `(?!\\s*(?:[ap]\\.?m\\b|[ap]\\b|o.clock)|[:./-]?\\d)`,
    'g',
  ),
  read: ({ day, number }, { today, prefer }) => {
    const step = prefer === 'past' ? -1 : 1;
    const near = Array.from({ length: 63 }, (_, days) => addDays(today, step * days));
    const behind = Array.from({ length: 31 }, (_, days) => addDays(today, -step * days));
    const isThatDay = (date: LondonDate): boolean => date.endsWith(`-${pad(number)}`);
    const isBoth = (date: LondonDate): boolean => isThatDay(date) && dayOfWeek(date) === dayNumber(day);
    const found = near.find(isBoth);
    if (found) return [found];
    const numbered = near.find(isThatDay);
    if (!numbered) return ['impossible'];
    const earlier = behind.find(isBoth);
    return earlier ? [earlier] : [numbered, nearestDay(day ?? '', numbered)];
  },
};

/** "end of the month", "end of next month", "end of september 2027", "end of the week" (Friday), "month end". */
const endOf: DatePhrase = {
  pattern: new RegExp(
    `\\b(?:(?:the\\s+)?end\\s+of\\s+)(?:(?:the\\s+)?(?<which>this|next|last|financial)?\\s*(?<unit>week|month|year)` +
      `|(?<month>${MONTH})(?:\\s+(?<year>20\\d{2}))?)\\b|\\b(?<unitFirst>month|week|year)[\\s-]end\\b`,
    'g',
  ),
  read: ({ which, unit, unitFirst, month, year }, about) => {
    if (month)
      return [lastDayOfMonth(`${year ?? monthFor(month, about).slice(0, 4)}-${monthNumber(month)}-01`)];
    const end = (from: LondonDate): LondonDate =>
      endOfPeriod(which === 'financial' ? which : (unit ?? unitFirst), from);
    if (which === 'next' || which === 'last')
      return [end(shift(about.today, unit, which === 'next' ? 1 : -1))];
    const here = end(about.today);
    // "Sent at the end of the month" is about the month before, unless this one is just ending.
    return [
      about.prefer === 'past' && here > about.today ? end(shift(about.today, unit ?? unitFirst, -1)) : here,
    ];
  },
};

/** "next week" alone: its working days, so that the person can be asked which. */
const wholeWeek: DatePhrase = {
  pattern: /\b(?:the\s+)?(?<which>next week|last week|this week|week after next)\b/g,
  read: ({ which }, { today, prefer, calendar }) => {
    const weeks = { 'last week': -1, 'this week': 0, 'next week': 1 }[which ?? ''] ?? 2;
    const monday = dayInWeek('mon', addDays(today, 7 * weeks));
    const days = [0, 1, 2, 3, 4].map((n) => addDays(monday, n)).filter((day) => isWorkingDay(day, calendar));
    return days.filter((day) => weeks !== 0 || (prefer === 'past' ? day <= today : day >= today));
  },
};

/** "in 3 weeks", "a fortnight ago", "in 10 working days", "in 2 or 3 weeks"; bare "3 weeks" only as a whole answer. */
const fromNow: DatePhrase = {
  pattern: new RegExp(
    `\\b(?:(?<lead>in|within)\\s+)?(?:(?:about|around|roughly|maybe|probably|another)\\s+)?` +
      `(?<one>${NUMBER})(?:\\s*(?:or|to|-)\\s*(?<two>${NUMBER}))?\\s+(?<unit>${UNIT})\\b'?` +
      `(?:\\s+(?<tail>ago|back|time|from now|from today|later|hence))?`,
    'g',
  ),
  read: ({ lead, one, two, unit = '', tail }, about, alone) => {
    if (!lead && !tail && !alone) return undefined;
    const past = tail ? ['ago', 'back'].includes(tail) : !lead && about.prefer === 'past';
    return [one, two].flatMap((many) => {
      const n = many ? count(many) * (past ? -1 : 1) : undefined;
      if (n === undefined) return [];
      return [
        unit.startsWith('working')
          ? addWorkingDays(about.today, n, about.calendar)
          : shift(about.today, unit, n),
      ];
    });
  },
};

const dayAfterTomorrow: DatePhrase = {
  pattern: /\b(?:the\s+)?day\s+after\s+tomorrow\b/g,
  read: (_, { today }) => [addDays(today, 2)],
};

const nextDay: DatePhrase = {
  pattern: /\b(?:the\s+)?next\s+(?<working>working\s+)?day\b/g,
  read: ({ working }, { today, calendar }) => [
    working ? addWorkingDays(today, 1, calendar) : addDays(today, 1),
  ],
};

const partOfToday: DatePhrase = {
  pattern: /\bthis\s+(?:morning|afternoon|evening)\b|\bjust\s+(?:sent|returned|emailed|posted)\b/g,
  read: (_, { today }) => [today],
};

/** A weekday alone, taken in the preferred direction; on that very day it could be today or a week off. */
const weekday: DatePhrase = {
  pattern: new RegExp(
    `\\b(?<day>${DAY})\\b(?!,?\\s*(?:the\\s+)?\\d{1,2}(?:st|nd|rd|th)?\\b(?!\\s*(?:[ap]\\.?m|o.clock|:)))`,
    'g',
  ),
  read: ({ day = '' }, { today, prefer }) => {
    const coming = comingDay(day, today);
    if (prefer === 'past') return coming === today ? [addDays(today, -7), today] : [addDays(coming, -7)];
    return coming === today ? [today, addDays(today, 7)] : [coming];
  },
};

/** "the 4th", "by the 4th of next month"; "4th" alone only as a whole answer, for "4th ward" is no date. */
const dayOfMonth: DatePhrase = {
  pattern:
    /(?:^\s*|\b(?:the|on|by|before|until|since)\s+)(?<day>\d{1,2})(?:st|nd|rd|th)\b(?:\s+of\s+(?<which>this|next|last)\s+month|(?=\s*$|\s*[,.;!?]|\s+(?:at|if|or|and|please)\b))/g,
  read: ({ day, which }, { today, prefer }) => {
    const first = `${today.slice(0, 8)}01`;
    const inMonth = (months: number): LondonDate => addMonths(first, months).slice(0, 8) + pad(day);
    if (which) return [inMonth({ last: -1, next: 1 }[which] ?? 0)];
    const step = prefer === 'past' ? -1 : 1;
    const found = [0, 1, 2]
      .map((n) => inMonth(n * step))
      .find((d) => isLondonDate(d) && (d >= today === step > 0 || d === today));
    return found ? [found] : ['impossible'];
  },
};

/** "september", "sept 2027", "next month". A word that is also a verb or an adverb needs a sign that it is a month. */
const month: DatePhrase = {
  pattern: new RegExp(
    `(?<!\\d(?:st|nd|rd|th)?\\s*(?:of\\s+)?)(?:\\b(?<sign>in|by|from|for|until|before|since|during|of|this|next|last|early|mid|late)[\\s-]+)?` +
      `\\b(?:(?<which>this|next|last)\\s+)?(?<month>${MONTH}|(?<=(?:this|next|last)\\s+)month)\\b(?:,?\\s+(?<year>20\\d{2})\\b)?(?!\\s+(?:the\\s+)?\\d)`,
    'g',
  ),
  read: ({ sign, which: spoken, month: name = '', year }, about, alone) => {
    const which = spoken ?? sign;
    if (name === 'month')
      return [shift(about.today, 'month', { last: -1, next: 1 }[which ?? ''] ?? 0).slice(0, 7)];
    const doubtful = ['may', 'march', 'mar', 'sep', 'dec', 'jan'].includes(name);
    if (doubtful && !sign && !which && !year && !alone) return undefined;
    if (year) return [`${year}-${monthNumber(name)}`];
    return [monthFor(name, which === 'last' ? { ...about, prefer: 'past' } : about)];
  },
};

/** Before the library looks: words that it would read otherwise, or only half. */
export const BEFORE_LIBRARY: readonly DatePhrase[] = [
  ...[
    iso,
    namedDay,
    eitherDay,
    numeric,
    leapDay,
    monthAndTwoDigits,
    endOf,
    weeksAfter,
    dayOfAWeek,
    nextOrLast,
    wholeWeek,
  ],
  ...[weekdayAndDay, dayAfterTomorrow, fromNow, nextDay, partOfToday],
];

/** After it has taken whole dates out: what is left of weekdays, day numbers and months. */
export const AFTER_LIBRARY: readonly DatePhrase[] = [weekday, dayOfMonth, month];
