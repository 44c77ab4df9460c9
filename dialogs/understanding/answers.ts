import { isLondonDate } from '../../workflows/dates.js';
import type { Answer } from '../../workflows/scheme.js';
import type { Option, Reads } from '../conversation.js';
import * as content from './content.js';
import { readDate } from './dates.js';
import { readWholeNumber } from './numbers.js';
import { clean, looksLike, normalise, wordCount } from './text.js';

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
      return readIntake(reads.intakes, text);
    case 'wholeNumber':
      return readNumber(reads, text);
    case 'date':
      return readDay(reads, text, today);
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

const yes =
  /^(y|ye|yes|yep|yeah|yup|yes please|ok|okay|sure|correct|thats right|that is right|right|true|of course|definitely|absolutely|agreed|i agree|i accept|accept|we do|we have|they do|it is|it does|it has|yes (we|it|they|i|he|she) .{1,40}|aye|go on|do it|please do)$/;
const no =
  /^(n|no|nope|nah|not yet|no thanks|no thank you|not really|never|false|we dont|we havent|they dont|it isnt|it doesnt|it is not|no (we|it|they|i|he|she) .{1,40}|not at the moment|not at present|none|nobody|no one)$/;

export function isYes(text: string): boolean {
  return yes.test(normalise(text));
}

export function isNo(text: string): boolean {
  return no.test(normalise(text));
}

function readYesNo(text: string): Reading {
  if (/^[👍✅✔️☑️]+$/u.test(text.replace(/[\u{1f3fb}-\u{1f3ff}\s]/gu, '')))
    return { kind: 'value', value: true };
  if (/^[👎❌✖️]+$/u.test(text.replace(/[\u{1f3fb}-\u{1f3ff}\s]/gu, '')))
    return { kind: 'value', value: false };
  if (isYes(text)) return { kind: 'value', value: true };
  if (isNo(text)) return { kind: 'value', value: false };
  const first = normalise(text).split(' ')[0] ?? '';
  if (/[,.;-]/.test(text) && (first === 'yes' || first === 'no'))
    return { kind: 'value', value: first === 'yes' };
  return { kind: 'none', say: content.sayYesOrNo };
}

/** One option out of a list: its name, another way of saying it, its number, or a slip away from either. */
export function readChoice(options: readonly Option[], text: string): Reading {
  const said = normalise(text);
  const position = positionIn(said);
  const names = options.map((option) => [option.label, option.value, ...option.also].map(normalise));
  const found = (test: (name: string) => boolean) => options.filter((_, i) => names[i]?.some(test));
  const exact = found((name) => name === said);
  if (exact.length === 1 && exact[0]) return { kind: 'value', value: exact[0].value };
  if (position && options[Number(position) - 1]) {
    return { kind: 'value', value: (options[Number(position) - 1] as Option).value };
  }
  // "not for profit" holds "for profit": a name inside a longer name that was said does not count.
  const within = names.flat().filter((name) => name.length > 1 && ` ${said} `.includes(` ${name} `));
  const meant = within.filter((name) => !within.some((longer) => longer !== name && longer.includes(name)));
  const close =
    meant.length > 0 ? found((name) => meant.includes(name)) : found((name) => looksLike(said, name));
  if (close.length === 1 && close[0]) return { kind: 'value', value: close[0].value };
  if (close.length > 1) return { kind: 'which', say: content.whichOne, options: close.map(pick) };
  return { kind: 'none', say: content.chooseOne(options.map(({ label }) => label)) };
}

/** "2", "option 2", "the second one", "3rd". */
function positionIn(said: string): string | undefined {
  const digits = /^(?:option |number |no |the )?(\d{1,2})(?:st|nd|rd|th)?(?: one| option)?$/.exec(said)?.[1];
  if (digits) return digits;
  const word = /^(?:the )?(first|second|third|fourth|fifth|sixth|last)(?: one| option)?$/.exec(said)?.[1];
  const place = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'].indexOf(word ?? '');
  return place >= 0 ? String(place + 1) : undefined;
}

function pick({ value, label }: Option): { value: string; label: string } {
  return { value, label };
}

function readUniversity(
  universities: readonly { id: string; name: string; also: readonly string[] }[],
  text: string,
): Reading {
  const reading = readChoice(
    universities.map(({ id, name, also }) => ({
      value: id,
      label: name,
      also: [name.replace(/^university of | university$/gi, ''), ...also],
    })),
    text,
  );
  if (reading.kind === 'which') return { ...reading, say: content.oneUniversity };
  if (reading.kind === 'none')
    return { kind: 'none', say: content.nameUniversity(universities.map(({ name }) => name)) };
  return reading;
}

function readIntake(
  intakes: readonly { id: string; label: string; also: readonly string[] }[],
  text: string,
): Reading {
  const options = intakes.map(({ id, label, also }) => ({ value: id, label, also: [...also] }));
  const said = normalise(text);
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
  const left = furthest > 0 ? options.filter((_, i) => reach[i] === furthest) : [];
  if (left.length === 1 && left[0]) return { kind: 'value', value: left[0].value };
  if (left.length > 1) return { kind: 'which', say: content.whichIntake, options: left.map(pick) };
  return readChoice(options, text);
}

function readNumber(reads: { min: number; max: number; confirmAbove?: number }, text: string): Reading {
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
  reads: { prefer: 'past' | 'future'; notAfter?: string },
  text: string,
  today: string,
): Reading {
  const read = readDate(text, today, { prefer: reads.prefer });
  if (!read) return { kind: 'none', say: content.giveDate };
  if ('ambiguous' in read) {
    const days = read.ambiguous.filter(
      (one) => isLondonDate(one) && !(reads.notAfter && one > reads.notAfter),
    );
    if (days.length === 1 && days[0]) return { kind: 'value', value: days[0] };
    if (days.length === 0) return { kind: 'again', say: content.whichDayOfMonth };
    return {
      kind: 'which',
      say: content.whichDay,
      options: days.map((date) => ({ value: date, label: content.day(date) })),
    };
  }
  if ('month' in read) return { kind: 'again', say: content.whichDayOfMonth };
  if (reads.notAfter && read.date > reads.notAfter) return { kind: 'again', say: content.notInFuture };
  return { kind: 'value', value: read.date };
}

function readEmail(typed: string): Reading {
  const text = typed.replace(/(\S)\s+at\s+(\S+\.\S+)/i, '$1@$2');
  const found = /[^\s<>(),;:"[\]\\]+@[^\s<>(),;:"[\]\\]+\.[a-z]{2,}/i.exec(text)?.[0]?.replace(/\.$/, '');
  if (!found || found.length > 254) {
    return text.includes('@') ? { kind: 'again', say: content.email } : { kind: 'none', say: content.email };
  }
  return { kind: 'value', value: found };
}

function readPhone(text: string): Reading {
  const digits = text.replace(/^\s*\+44\s*(\(0\))?/, '0').replace(/[^\d]/g, '');
  if (digits.length >= 10 && digits.length <= 11)
    return { kind: 'value', value: text.replace(/[^\d+() ]/g, '').trim() };
  return digits.length >= 5 ? { kind: 'again', say: content.phone } : { kind: 'none', say: content.phone };
}

function readPostcode(text: string): Reading {
  const found = /\b([a-z]{1,2}\d[a-z\d]?)\s*(\d[abd-hjlnp-uw-z]{2})\b/i.exec(text);
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
