import { addDays, isLondonDate, sayMonth } from '../../workflows/dates.js';
import type { Answer } from '../../workflows/scheme.js';
import type { Option, Reads } from '../conversation.js';
import * as content from './content.js';
import { readDate } from './dates.js';
import { readWholeNumber } from './numbers.js';
import { readStatus } from './readiness-status.js';
import { stem, termsOf, type Term } from './terms.js';
import { clean, looksLike, normalise, wordCount } from './text.js';
import { readYesOrNo } from './yes-no.js';

/** What an answer came to. A bad answer is a value, not an error. */
export type Reading =
  | { readonly kind: 'value'; readonly value: Answer }
  /** More than one thing was meant: ask which. */
  | {
      readonly kind: 'which';
      readonly say: string;
      readonly options: readonly { value: Answer; label: string }[];
    }
  /** Usable after a yes: a large number, a long text cut to its limit. */
  | { readonly kind: 'confirm'; readonly value: Answer; readonly ask: string }
  /** An answer, but not one that can be kept: the sentence says what would do. */
  | { readonly kind: 'again'; readonly say: string }
  /** Nothing like an answer: it may be a question or a command. */
  | { readonly kind: 'none'; readonly say: string };

/** Reads plain words as the answer to the kind of question that is open. Pure: `today` is a London date. */
export function readAnswer(reads: Reads, said: string, today: string): Reading {
  const text = clean(said);
  switch (reads.type) {
    case 'menu':
      return { kind: 'none', say: content.pressOne };
    case 'yesNo':
      return readYesNo(text);
    case 'choice':
      return readChoice(reads.options, text);
    case 'university':
      return readUniversity(reads.universities, text);
    case 'intake':
      return readIntake(reads.intakes, text, today);
    case 'wholeNumber':
      return readNumber(reads, text);
    case 'date':
      return readDay(withDays(reads, today), text, today);
    case 'month':
      return readMonth(text, today);
    case 'money':
      return readMoney(reads, text);
    case 'email':
      return readEmail(text);
    case 'phone':
      return readPhone(text);
    case 'postcode':
      return readPostcode(text);
    default:
      return readText(reads, text);
  }
}

/** A yes or a no in people's own words; undefined when it is neither. */
export function yesOrNo(text: string): boolean | undefined {
  const reading = readYesNo(text);
  return reading.kind === 'value' ? reading.value === true : undefined;
}

/** The same, of a few words that can hardly be anything else: "they have agreed" is a yes only to a yes or no. */
export function plainYesOrNo(text: string): boolean | undefined {
  const said = normalise(text);
  return plainly.test(said) && (said.split(' ').length <= 3 || startsPlainly.test(said))
    ? yesOrNo(text)
    : undefined;
}

const plainly =
  /^(?:y|ye+s*|yep|yeah|yeh|yup|aye|ok|okay|sure|correct|right|true|thats right|of course|definitely|absolutely|agreed|go on|do it|please do|no?|nope|nah|not (?:yet|really|at present|at the moment)|never|none|nobody|no one)\b/;
const startsPlainly = /^(?:yes|no) (?:we|it|they|i|he|she)\b/;

function readYesNo(text: string): Reading {
  if (/^[👍✅✔️☑️]+$/u.test(text.replace(/[\u{1f3fb}-\u{1f3ff}\s]/gu, '')))
    return { kind: 'value', value: true };
  if (/^[👎❌✖️]+$/u.test(text.replace(/[\u{1f3fb}-\u{1f3ff}\s]/gu, '')))
    return { kind: 'value', value: false };
  const meant = readYesOrNo(text);
  if (meant === 'half') return { kind: 'again', say: content.sayYesOrNo };
  return meant ? { kind: 'value', value: meant === 'yes' } : { kind: 'none', say: content.sayYesOrNo };
}

/** One option out of a list: its name, another way of saying it, its number, part of its name, or a slip away. */
export function readChoice(options: readonly Option[], text: string): Reading {
  const whole = normalise(text);
  const names = options.map((option) => [option.label, option.value, ...option.also].map(normalise));
  const found = (test: (name: string) => boolean) => options.filter((_, i) => names[i]?.some(test));
  const only = (left: readonly Option[]): Reading | undefined =>
    left.length === 1 && left[0] ? { kind: 'value', value: left[0].value } : undefined;
  const said = whole.replace(aroundChoice.before, '').replace(aroundChoice.after, '');
  for (const words of new Set([whole, said])) {
    const exact = only(found((name) => name === words)) ?? optionAt(options, words);
    if (exact) return exact;
  }
  const isStatus = options.some(({ value }) => value === 'in-progress');
  if (isStatus && !isQuestionLike(text)) {
    const status = readStatus(text);
    if (status && options.some(({ value }) => value === status)) return { kind: 'value', value: status };
  }
  // "Yes, in the North West" and "No, somewhere else": whatever sounds like a yes is the first.
  const answering = (word: string) => only(found((name) => name === word));
  const [onYes, onNo] = [answering('yes'), answering('no')];
  if (onYes && onNo && !isStatus && !isNamed(text, names)) {
    const isYes = yesOrNo(text);
    if (isYes !== undefined) return isYes ? onYes : onNo;
  }
  // "2 or 3", "the first or the last": each a whole answer.
  const either = said
    .split(/ (?:or|and) /)
    .map((one) => only(found((name) => name === one)) ?? optionAt(options, one));
  const several = options.filter(({ value }) =>
    either.some((one) => one?.kind === 'value' && one.value === value),
  );
  if (either.length > 1 && several.length > 1 && either.every(Boolean))
    return { kind: 'which', say: content.whichOne, options: several.map(pick) };
  // "not for profit" holds "for profit": a name inside a longer name that was said does not count.
  const within = names
    .flat()
    .filter((name) => !bareAnswer.has(name) && name.length > 1 && ` ${whole} `.includes(` ${name} `));
  const meant = within
    .filter((name) => !within.some((longer) => longer !== name && longer.includes(name)))
    .filter((name) => !isDenied(whole, name));
  const isDenial = within.length > 0 && meant.length === 0;
  if (isDenial) return { kind: 'none', say: content.chooseOne(options.map(({ label }) => label)) };
  const close = [
    () => found((name) => meant.includes(name)),
    () => found((name) => looksLike(whole, name) || looksLike(said, name)),
    () => partly(options, names, said),
  ];
  for (const look of close) {
    const left = look();
    if (left.length === 1 && left[0]) return { kind: 'value', value: left[0].value };
    if (left.length > 1 && left.length < Math.max(3, options.length))
      return { kind: 'which', say: content.whichOne, options: left.map(pick) };
  }
  return { kind: 'none', say: content.chooseOne(options.map(({ label }) => label)) };
}

/** What answers whole, and says nothing within more words: "no idea" is not "no". */
const bareAnswer: ReadonlySet<string> = new Set(['yes', 'no', 'not', 'soon', 'done', 'must']);

/** What people put around the name of an option: "it would be the community one please". */
const aroundChoice = {
  before:
    /^(?:(?:well|um|er|oh|ok|so|yes|yeah|hmm|hi|sorry|actually|probably|maybe|prob|mostly|mainly|basically|id|ill|i|we|were|weve|wed|well|im|am|hes|shes|theyre|theyd|youd|he|she|they|still|currently|only|at present|presently|nah|yep|like|kind of|sort of|obviously|are|is|its|it|that|thats|this|would|thatd|itd|will|d|be|should|say|think|guess|reckon|suppose|want|need|prefer|like|choose|pick|picked|chose|select|have|take|go|going|gone|went|with|for|put|us|me|down|as|in|at|from|make|definitely|just|work|works|working|part|of|our|my|the|a|an|to|university|uni|option|answer|both|there|under|doing|do|use|using|let|lets|please|got|one|called|type|kind|sort) )+(?=\S)/,
  after:
    /(?: (?:please|pls|plz|thanks|thank you|thx|ta|cheers|one|ones|option|uni|university|i think|i guess|i suppose|i reckon|probably|prob|mate|then|really|for me|for us|it is|we are|mainly|mostly|based|type|sort|kind|thing|if possible|preferably|again|x|definitely|for sure|for definite|on qualifying|tbh|sorry|obviously|obvs|at the moment|atm|now|currently|yeah|hca|hcas|way|area|lol|then))+$/,
} as const;

/** "We are not NHS" names the NHS, and means something else. */
function isDenied(said: string, name: string): boolean {
  const at = ` ${said} `.indexOf(` ${name} `);
  return /\b(?:not|isnt|arent|havent|hasnt|never|no|non|nor|except|without|rather than|instead of|dont (?:do|have|provide|want|offer|give)(?: any)?)(?: (?:a|an|the|any|in|with|really|at|doing|part of))* $/.test(
    ` ${said} `.slice(0, at + 1),
  );
}

/** "Community" for "Integrated or community care", "the masters one" for "Advanced practitioner (MSc)". */
function partly(
  options: readonly Option[],
  names: readonly (readonly string[])[],
  said: string,
): readonly Option[] {
  if (said.split(' ').length > 6 || /\b(?:not|isnt|arent|never|neither|none|dont|or)\b/.test(said)) return [];
  const wanted = termsOf(said.replace(/\b(?:masters?|msc)\b/, 'advanced'));
  if (wanted.length === 0) return [];
  const score = names.map((ways) =>
    Math.max(
      ...ways.map((way) => {
        // A phrase counts as one word, and so do its words.
        const has = [...termsOf(way), ...way.split(' ').map((word): Term => ({ stem: stem(word) }))];
        const hits = wanted.filter((one) => has.some((other) => isSameTerm(one, other)));
        return hits.length === wanted.length ? hits.length : 0;
      }),
    ),
  );
  const all = options.filter((_, i) => (score[i] ?? 0) > 0);
  if (all.length > 0) return all;
  const plain = said.replaceAll(' ', '');
  // "sheff", "cumb", "manchester met": the beginning of a name.
  const begun = options.filter((_, i) =>
    names[i]?.some((way) => plain.length >= 4 && way.split(' ').some((word) => word.startsWith(plain))),
  );
  if (begun.length > 0) return begun;
  // "comunity servces": each word a slip away from one of the name's.
  return options.filter((_, i) =>
    names[i]?.some((way) =>
      said
        .split(' ')
        .every((word) => word.length > 4 && way.split(' ').some((other) => looksLike(word, other))),
    ),
  );
}

function isSameTerm(a: Term, b: Term): boolean {
  return a.stem === b.stem || (a.like !== undefined && a.like === b.like);
}

/** Does it name an option in so many words, beyond a bare yes or no: "no, we are in Chester"? */
function isNamed(text: string, names: readonly (readonly string[])[]): boolean {
  const said = ` ${normalise(text)} `;
  return names
    .flat()
    .some((name) => name.length > 4 && said.includes(` ${name} `) && !isDenied(said.trim(), name));
}

function isQuestionLike(text: string): boolean {
  return /\?\s*$/.test(text) && /^\s*(?:wh|how|can|could|do|does|is|are|should|will|must|may)/i.test(text);
}

function optionAt(options: readonly Option[], said: string): Reading | undefined {
  const place = positionIn(said, options.length);
  const option = place === undefined ? undefined : options[place - 1];
  return option && { kind: 'value', value: option.value };
}

const places = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth'];
const numbers = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** "2", "option 2", "the second one", "3rd", "option b", "number two", "last one", "top one": counted from 1. */
function positionIn(said: string, count: number): number | undefined {
  const digits =
    /^(?:option |answer |choice |number |no |num |the |opt )*(\d{1,2})(?:st|nd|rd|th)?(?: one| option| please| choice| on the list)*$/.exec(
      said,
    )?.[1];
  if (digits) return Number(digits);
  const letter = /^(?:(?:option|answer|choice|letter|opt) )?([a-i])(?: please| one)?$/.exec(said)?.[1];
  if (letter) return letter.charCodeAt(0) - 96;
  const number = /^(?:(?:option|answer|choice|number|no|opt) )(\w+)$/.exec(said)?.[1] ?? '';
  if (numbers.includes(number)) return numbers.indexOf(number) + 1;
  const [, place = '', fromEnd] =
    /^(?:the )?(\w+)( from last| last)?(?: one| option| choice| answer| button| down| on the list| in the list| on the list please| please)*$/.exec(
      said,
    ) ?? [];
  if (['last', 'bottom', 'final'].includes(place) && !fromEnd) return count;
  if (place === 'top' && !fromEnd) return 1;
  if (place === 'middle' && count % 2 === 1) return (count + 1) / 2;
  if (place === 'latter' && count === 2) return 2;
  if (place === 'former' && count === 2) return 1;
  if (place === 'second' && fromEnd) return count - 1;
  return places.includes(place) && !fromEnd ? places.indexOf(place) + 1 : undefined;
}

function pick({ value, label }: Option): { value: string; label: string } {
  return { value, label };
}

/** What a place is called for short. */
const shortPlaces: Readonly<Record<string, string>> = {
  manc: 'manchester',
  mcr: 'manchester',
  manny: 'manchester',
  lpool: 'liverpool',
  sheff: 'sheffield',
  lancs: 'lancashire',
};

function readUniversity(
  universities: readonly { id: string; name: string; also: readonly string[] }[],
  text: string,
): Reading {
  const place = normalise(text)
    .split(' ')
    .map((word) => shortPlaces[word] ?? word)
    .join(' ');
  const reading = readChoice(
    universities.map(({ id, name, also }) => ({
      value: id,
      label: name,
      also: [name.replace(/^university of | university$/gi, ''), ...also],
    })),
    place,
  );
  if (reading.kind === 'which') return { ...reading, say: content.oneUniversity };
  if (reading.kind === 'none')
    return { kind: 'none', say: content.nameUniversity(universities.map(({ name }) => name)) };
  return reading;
}

/** The first of the intakes, which are in the order they start. */
const soonest =
  /^(?:(?:id|we|wed|like|want|say|go|for|on|please) )*(?:the )?(?:whenever |when )?(?:the )?(?:very )?(?:next|soonest|earliest)(?: (?:one|available|intake|possible|starts?|start date|that starts|there is|you have|please))*$|^(?:asap|as soon as (?:possible|we can)|first available(?: one)?)(?: please)?$/;

function readIntake(
  intakes: readonly { id: string; label: string; also: readonly string[]; starts: string }[],
  text: string,
  today: string,
): Reading {
  const options = intakes.map(({ id, label, also }) => ({ value: id, label, also: [...also] }));
  const year = Number(today.slice(0, 4));
  const said = normalise(text)
    .replace(/\bnext year\b/, String(year + 1))
    .replace(/\bthis year\b/, String(year))
    .replace(/\bof (?=20\d\d\b)/, '');
  const [, month = '', short = ''] = /^(\d{1,2})[/.-](?:20)?(\d\d)$/.exec(text) ?? [];
  const starting = intakes.find(({ starts }) => starts.startsWith(`20${short}-${month.padStart(2, '0')}-`));
  if (starting) return { kind: 'value', value: starting.id };
  if (soonest.test(said) && options[0]) return { kind: 'value', value: options[0].value };
  const reach = options.map(({ label, also }) =>
    Math.max(
      0,
      ...[label, ...also]
        .map(normalise)
        .filter((name) => ` ${said} `.includes(` ${name} `))
        .map((name) => name.length),
    ),
  );
  const furthest = Math.max(...reach);
  // "September next year": the year tells which of the Septembers.
  const inYear = /\b20\d\d\b/.exec(said)?.[0];
  const left =
    furthest > 0
      ? options.filter(({ label }, i) => reach[i] === furthest && (!inYear || label.includes(inYear)))
      : [];
  if (left.length === 1 && left[0]) return { kind: 'value', value: left[0].value };
  if (left.length > 1) return { kind: 'which', say: content.whichIntake, options: left.map(pick) };
  return readChoice(options, text);
}

/** "All of them", "the lot": the most, where that is what was asked for. */
const allOfThem =
  /^(?:(?:we|they|i|all|yes|yeah|yep|its|it was|got|have|ve|weve|given|gave|us|funded|for|just) )*(?:all|every(?: single)? (?:one|place)|everyone|everything|(?:the )?(?:full|whole) (?:number|amount|lot|whack)|the lot|full|(?:all that|as many as) (?:i|we) asked for)(?: (?:of|them|those|the|places?|\w+ places|trainees?|please|ones))*$/;

function readNumber(
  reads: { min: number; max: number; confirmAbove?: number; ofAll?: true },
  text: string,
): Reading {
  if (reads.ofAll && allOfThem.test(normalise(text))) return { kind: 'value', value: reads.max };
  const number = readWholeNumber(text);
  if (!number) return { kind: 'none', say: content.wholeNumber(reads.min, reads.max) };
  if ('ambiguous' in number) {
    const options = number.ambiguous.filter((n) => n >= reads.min && n <= reads.max);
    if (options.length > 1) {
      return {
        kind: 'which',
        say: content.whichNumber,
        options: options.map((n) => ({ value: n, label: String(n) })),
      };
    }
    return { kind: 'again', say: content.wholeNumber(reads.min, reads.max) };
  }
  if (number.value < reads.min || number.value > reads.max) {
    return { kind: 'again', say: content.wholeNumber(reads.min, reads.max) };
  }
  if (reads.confirmAbove !== undefined && number.value > reads.confirmAbove) {
    return { kind: 'confirm', value: number.value, ask: content.sureNumber(number.value) };
  }
  return { kind: 'value', value: number.value };
}

function readDay(
  reads: { prefer: 'past' | 'future'; notBefore?: string; notAfter?: string },
  text: string,
  today: string,
): Reading {
  // "The first Monday in March" names no day that is read, and must not become the Monday to come.
  if (
    /\b(?:first|second|third|fourth|last) \w+day (?:in|of) (?!the month)|\bmonths? (?:today|from today)\b/i.test(
      text,
    )
  )
    return { kind: 'again', say: content.giveDate };
  // "It's now the 8th of March" is not about now.
  const read = readDate(text.replace(/\b(?:it.?s|it is|is) now\b/i, ''), today, { prefer: reads.prefer });
  if (!read) return { kind: 'none', say: content.giveDate };
  if ('month' in read) return { kind: 'again', say: content.whichDayOfMonth };
  const said = 'date' in read ? [read.date] : read.ambiguous.filter(isLondonDate);
  const late = said.filter((day) => reads.notAfter && day > reads.notAfter);
  const early = said.filter((day) => reads.notBefore && day < reads.notBefore);
  // "The 30th of November", said a week before, is not last year's.
  if (late.length > 0 && said.every((one) => late.includes(one) || one < addDays(today, -300)))
    return { kind: 'again', say: content.notInFuture };
  const [day, ...others] = said.filter((one) => !late.includes(one) && !early.includes(one));
  if (day && others.length === 0) return { kind: 'value', value: day };
  if (day) {
    const options = [day, ...others].map((date) => ({ value: date, label: content.day(date) }));
    return { kind: 'which', say: content.whichDay, options };
  }
  if (late.length > 0) return { kind: 'again', say: content.notInFuture };
  if (reads.notBefore && early.length > 0)
    return { kind: 'again', say: content.notBefore(reads.notBefore, today) };
  return { kind: 'again', say: content.whichDayOfMonth };
}

/** 'today' as a limit becomes the day that it is. */
function withDays<Day extends { notBefore?: string; notAfter?: string }>(reads: Day, today: string): Day {
  const { notBefore, notAfter } = reads;
  return {
    ...reads,
    ...(notBefore === 'today' ? { notBefore: today } : {}),
    ...(notAfter === 'today' ? { notAfter: today } : {}),
  };
}

/** A month of a year, and never a day of it. */
function readMonth(text: string, today: string): Reading {
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
function readMoney(reads: { min: number; max: number }, text: string): Reading {
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

function readEmail(typed: string): Reading {
  const text = typed
    .replace(/(\w) dot (?=\w)/gi, '$1.')
    .replace(/\s*[([]at[)\]]\s*|\s+@\s*|@\s+/gi, '@')
    .replace(/(\S)\s+at\s+(\S+\.\S+)/i, '$1@$2')
    .replace(/(?<=@\S*)\s+(?=\.[a-z])/gi, '');
  const found = /[^\s<>(),;:"[\]\\]+@[^\s<>(),;:"[\]\\]+\.[a-z]{2,}/i.exec(text)?.[0]?.replace(/\.$/, '');
  if (!found || found.length > 254) {
    // "jo.bell": an address without its end.
    return text.includes('@') || /^[\w'-]+(?:\.[\w'-]+)+$/.test(text)
      ? { kind: 'again', say: content.email }
      : { kind: 'none', say: content.email };
  }
  return { kind: 'value', value: found };
}

function readPhone(typed: string): Reading {
  const [, text = typed, kind = '', extension] =
    /^(.*?)[\s,;(]*\b(ext(?:ension|n)?|x|bleep)\.?\s*(\d{1,6})\)?\s*$/i.exec(typed) ?? [];
  // "Call me on … after 2" has more figures than the number's own.
  const number = /(?:\+44|\(?0)[\d() -]{8,14}\d/.exec(text)?.[0] ?? text;
  const digits = number.replace(/^\s*\+44\s*(\(0\))?/, '0').replace(/[^\d]/g, '');
  const after = extension ? ` ${/^b/i.test(kind) ? 'bleep' : 'ext'} ${extension}` : '';
  if (digits.length >= 10 && digits.length <= 11)
    return {
      kind: 'value',
      value: `${number.replace(/[^\d+() ]/g, '').trim()}${after}`,
    };
  return digits.length >= 5 ? { kind: 'again', say: content.phone } : { kind: 'none', say: content.phone };
}

function readPostcode(text: string): Reading {
  const found = /\b([a-z]{1,2}\d[a-z\d]?)[\s-]*(\d[abd-hjlnp-uw-z]{2})\b/i.exec(text);
  if (!found)
    return /\d/.test(text)
      ? { kind: 'again', say: content.postcode }
      : { kind: 'none', say: content.postcode };
  return { kind: 'value', value: `${found[1]} ${found[2]}`.toUpperCase() };
}

function readText(
  reads: { type: string; min: number; max: number; maxWords?: number },
  text: string,
): Reading {
  const oneLine = reads.type === 'paragraph' ? text : text.replace(/\s*\n\s*/g, ' ');
  if (reads.type === 'name' && plainYesOrNo(text) !== undefined) return { kind: 'none', say: content.aName };
  if (!/[\p{L}\p{N}]/u.test(oneLine)) return { kind: 'none', say: content.words };
  if (oneLine.length < reads.min) return { kind: 'again', say: content.tooShort(reads.min) };
  if (reads.maxWords !== undefined && wordCount(oneLine) > reads.maxWords) {
    const value = firstWords(oneLine, reads.maxWords);
    return { kind: 'confirm', value, ask: content.tooManyWords(wordCount(oneLine), reads.maxWords, value) };
  }
  if (oneLine.length > reads.max) {
    const value = cut(oneLine, reads.max);
    return { kind: 'confirm', value, ask: content.tooLong(oneLine.length, reads.max, value) };
  }
  return { kind: 'value', value: oneLine };
}

function firstWords(text: string, count: number): string {
  const words = [...text.matchAll(/\S+/g)];
  const last = words[count - 1];
  return last ? text.slice(0, last.index + last[0].length) : text;
}

/** The longest start that fits, ending with a whole word, and never with half a character. */
function cut(text: string, max: number): string {
  const start = text.slice(0, max);
  const space = start.lastIndexOf(' ');
  return (space > max / 2 ? start.slice(0, space) : start).replace(/[\ud800-\udbff]$/, '').trim();
}
