import * as content from '../content.js';
import { organisationIn } from './organisations.js';
import { isPersonName } from './person.js';
import { isCapital, isTitled, readPhrase, type Looks, type PhraseKind } from './phrase.js';
import type { Reading, ReadingIn } from './reading.js';
import { isOneName } from './service.js';
import { coveredBy, hasAny, restOf, tokensOf, type Token } from './tokens.js';

function named(tokens: readonly Token[]) {
  return organisationIn(tokens.map(({ said }) => said).join(' '));
}

const kind: PhraseKind = {
  nouns: 'organisation-nouns',
  mostWords: 12,
  evidence: (tokens) => hasAny('organisations', tokens) || named(tokens) !== undefined,
  looks(tokens): Looks {
    if (named(tokens)) return 'like';
    // "The trust" names none.
    if (coveredBy(['organisations', 'small'], tokens).every(Boolean)) return 'unlike';
    if (hasAny('organisations', tokens)) return 'like';
    if (hasAny('services', tokens) || isPersonName(tokens)) return 'maybe';
    return isTitled(tokens) || isOneName(tokens) ? 'like' : 'maybe';
  },
  joins: (tokens) => hasAny('organisations', tokens) || tokens.every(({ said }) => isCapital(said)),
  ask: content.putDownAs('your organisation'),
};

/** An employer: one of the region's, by its whole name of today, or one that looks like an organisation. */
export function readOrganisation(text: string, no: string): ReadingIn {
  const either = eitherOf(text);
  if (either.length > 1) {
    const options = either.map((name) => ({ value: name, label: name }));
    return { reading: { kind: 'which', say: content.whichOne, options }, used: [[0, text.length]], rest: '' };
  }
  const whole = organisationIn(text);
  // "Wrightington, Wigan and Leigh" has commas of its own.
  if (whole && whole.now.length > 0 && isIt(text, whole)) {
    const said = text.slice(whole.from, whole.to);
    return { reading: readingOf(said, whole, true), used: [[whole.from, whole.to]], rest: '' };
  }
  const read = readPhrase(kind, text, no);
  const { reading } = read;
  if (reading.kind !== 'value' && reading.kind !== 'confirm') return read;
  const said = String(reading.value);
  const found = organisationIn(said);
  if (!found || found.now.length === 0) return read;
  const beside = restOf(tokensOf(`${said.slice(0, found.from)} ${said.slice(found.to)}`));
  return { ...read, reading: readingOf(said, found, reading.kind === 'value' && beside === '') };
}

/** "MFT or NCA": each that is named. */
function eitherOf(text: string): string[] {
  if (text.length > 200 || !/\bor\b/i.test(text)) return [];
  const names = text
    .split(/\s+or\s+/i)
    .flatMap((part) => organisationIn(part)?.now.map(({ name }) => name) ?? []);
  return [...new Set(names)];
}

/** Is nothing else said? */
function isIt(text: string, { from, to }: { readonly from: number; readonly to: number }): boolean {
  const before = restOf(tokensOf(text.slice(0, from)), 'organisation-nouns');
  const after = restOf(tokensOf(text.slice(to)), 'organisation-nouns');
  return before === '' && after === '' && !text.includes('?');
}

function readingOf(
  said: string,
  { now, named: one, sure }: NonNullable<ReturnType<typeof organisationIn>>,
  isPlain: boolean,
): Reading {
  const [only] = now;
  if (only && now.length === 1) {
    if (sure && isPlain) return { kind: 'value', value: only.name };
    const ask = one.now
      ? content.organisationIsNow(one.name, only.name)
      : content.putDownAs('your organisation')(only.name);
    return { kind: 'confirm', value: only.name, ask };
  }
  const options = [...now.map(({ name }) => name), said].map((name) => ({ value: name, label: name }));
  return { kind: 'which', say: content.organisationBecame(one.name), options };
}
