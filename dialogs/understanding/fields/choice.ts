import type { Option } from '../../conversation.js';
import * as content from '../content.js';
import { stem, termsOf, type Term } from '../terms.js';
import { looksLike, normalise } from '../text.js';
import { kindInWords, organisationIn } from './organisations.js';
import type { Reading } from './reading.js';
import { lengthAt, tokensOf } from './tokens.js';
import { yesOrNo } from './yes-or-no.js';

/** One option out of a list: its name, another way of saying it, its number, part of its name, or a slip away. */
export function readChoice(options: readonly Option[], text: string): Reading {
  const reading = readOption(options, text);
  // "MFT", asked for a kind of organisation, is an NHS trust; so is one whose name has words of another option in it.
  const found = organisationIn(text);
  if (!found || (reading.kind !== 'none' && !found.sure)) return reading;
  const ofKind = readOption(options, kindInWords(found.named));
  return ofKind.kind === 'value' ? ofKind : reading;
}

function readOption(options: readonly Option[], text: string): Reading {
  // "Two band 4s".
  const whole = normalise(text).replace(/(\d)s\b/g, '$1');
  const names = options.map((option) => [option.label, option.value, ...option.also].map(normalise));
  const found = (test: (name: string) => boolean) => options.filter((_, i) => names[i]?.some(test));
  const only = (left: readonly Option[]): Reading | undefined =>
    left.length === 1 && left[0] ? { kind: 'value', value: left[0].value } : undefined;
  const said = bare(whole);
  for (const words of new Set([whole, said])) {
    const exact = only(found((name) => name === words)) ?? optionAt(options, words);
    if (exact) return exact;
  }
  const isStatus = options.some(({ value }) => value === 'in-progress');
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

/** What people put around the name of an option is taken away: "it would be the community one please". */
function bare(said: string): string {
  const tokens = tokensOf(said);
  const isAround = (at: number) =>
    (['courtesy', 'greetings', 'lead', 'articles', 'doubt', 'choice-words'] as const).some(
      (list) => lengthAt(list, tokens, at) === 1,
    );
  let [from, to] = [0, tokens.length];
  while (from < to - 1 && isAround(from)) from++;
  while (to > from + 1 && isAround(to - 1)) to--;
  return tokens
    .slice(from, to)
    .map(({ word }) => word)
    .join(' ');
}

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

export function pick({ value, label }: Option): { value: string; label: string } {
  return { value, label };
}
