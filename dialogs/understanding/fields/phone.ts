import { parsePhoneNumberFromString, type PhoneNumber } from 'libphonenumber-js/min';
import * as content from '../content.js';
import { again, none, type ReadingIn, type Span } from './reading.js';
import { restOf, tokensOf } from './tokens.js';

const mostCharacters = 400;
/** Nothing shorter is rung from outside. */
const fewestDigits = 9;
const mostDigits = 20;

/** Two numbers, with what stands between them. */
const longestPair = 60;

const extension = /[\s,;(]*\b(ext(?:ension|n)?|x|bleep|ex)\.?\s*:?\s*(\d{1,6})\b\)?/i;
/** Figures with what people put between them, an O for a nought among them. */
const run = /(?:\+|\(?\b)[\dOo](?:[\dOo]|[\s().\-–/](?=[\s().\-–/]{0,3}[\dOo+]))*[\dOo]\b/g;

/** A number to ring in the United Kingdom, however it is written. */
export function readPhone(typed: string): ReadingIn {
  const text = typed.slice(0, mostCharacters);
  const found = numbersIn(text);
  const numbers = [...new Map(found.map((one) => [one.value, one])).values()];
  const [only] = numbers;
  if (only && numbers.length === 1)
    return inText(
      { kind: 'value', value: only.value },
      typed,
      found.map((one) => one.span),
    );
  if (only)
    return inText(
      {
        kind: 'which',
        say: content.whichPhone,
        options: numbers.map(({ value }) => ({ value, label: value })),
      },
      typed,
      found.map((one) => one.span),
    );
  const digits = (text.match(/\d/g) ?? []).length;
  return digits >= 5 ? again(content.phone, typed) : none(content.phone, typed);
}

function inText(reading: ReadingIn['reading'], text: string, used: readonly Span[]): ReadingIn {
  let at = 0;
  let outside = '';
  for (const [from, to] of used) {
    outside += `${text.slice(at, from)} `;
    at = to;
  }
  return { reading, used, rest: restOf(tokensOf(outside + text.slice(at)), 'email-words', 'phone-words') };
}

function numbersIn(text: string): { value: string; span: Span }[] {
  const numbers: { value: string; span: Span }[] = [];
  for (const match of text.matchAll(run)) {
    for (const piece of piecesOf(match[0], match.index)) {
      const number = numberIn(piece.text);
      if (!number) continue;
      const to = piece.from + piece.text.length;
      const [more, kind = '', more2 = ''] =
        /^.{0,20}/.exec(text.slice(to))?.[0].match(new RegExp(`^${extension.source}`, 'i')) ?? [];
      const after = more ? ` ${/^b/i.test(kind) ? 'bleep' : 'ext'} ${more2}` : '';
      numbers.push({ value: `${number}${after}`, span: [piece.from, to + (more?.length ?? 0)] });
    }
  }
  return numbers;
}

/** "0161 496 0000 07700 900123", "0161 496 0000 / 0001": two numbers have only a space or a stroke between them. */
function piecesOf(said: string, from: number): { text: string; from: number }[] {
  if (said.length > longestPair || numberIn(said)) return [{ text: said, from }];
  const starts = [...said.matchAll(/(?<=\d[\s/,;-]{1,3})(?=(?:\+|00|0)[1-9(]|\+)/g)].map(
    ({ index }) => index,
  );
  for (const at of starts) {
    const [first, second] = [said.slice(0, at).replace(/[\s/,;-]+$/, ''), said.slice(at)];
    if (numberIn(first) && numberIn(second))
      return [
        { text: first, from },
        { text: second, from: from + at },
      ];
  }
  return [{ text: said, from }];
}

/** As it is dialled here, with its groups; undefined where it is no whole number. */
function numberIn(said: string): string | undefined {
  const plain = said
    .replace(/[oO]/g, '0')
    .replace(/\(0\)/g, '')
    .replace(/[^\d+]/g, '')
    .replace(/^00(?=\d)/, '+')
    .replace(/^44(?=\d{10}$)/, '+44')
    .replace(/^\+440/, '+44');
  const number =
    plain.length >= fewestDigits && plain.length <= mostDigits
      ? parsePhoneNumberFromString(plain, 'GB')
      : undefined;
  // Ten figures without a nought are a number only where somebody could have it.
  const isLed = /^(?:0|\+)/.test(plain);
  return number && isWhole(number) && (isLed || number.isValid()) ? shown(number) : undefined;
}

/** Ten figures after the nought, or nine where the library knows an exchange of that length. */
function isWhole(number: PhoneNumber): boolean {
  if (number.countryCallingCode !== '44') return number.isValid();
  const { length } = number.nationalNumber;
  return length === 10 || (length === 9 && number.isValid());
}

function shown(number: PhoneNumber): string {
  return number.countryCallingCode === '44' ? number.formatNational() : number.formatInternational();
}
