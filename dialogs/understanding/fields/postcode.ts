import { fix, isValid, toNormalised } from 'postcode';
import * as content from '../content.js';
import { again, none, type ReadingIn, type Span } from './reading.js';
import { isIn, restOf, tokensOf, type Token } from './tokens.js';

/** "M 20 2 WR" has no more pieces. */
const mostPieces = 4;
const mostCharacters = 400;

/** A whole postcode of the United Kingdom, in pieces or with an O for a nought. */
export function readPostcode(text: string): ReadingIn {
  const tokens = piecesOf(text.slice(0, mostCharacters));
  // As it was typed before put right: "S M1 1AE" is no SM11 postcode.
  const found = [false, true].map((mends) => codesIn(tokens, mends)).find((codes) => codes.length > 0) ?? [];
  const codes = [...new Set(found.map(({ code }) => code))];
  const used = found.map(({ span }) => span);
  const inside = (token: Token) => used.some(([from, to]) => token.from >= from && token.to <= to);
  const rest = restOf(
    tokensOf(text).filter((token) => !inside(token)),
    'postcode-words',
  );
  const [only] = codes;
  if (only && codes.length === 1) return { reading: { kind: 'value', value: only }, used, rest };
  if (only)
    return {
      reading: {
        kind: 'which',
        say: content.whichPostcode,
        options: codes.map((code) => ({ value: code, label: code })),
      },
      used,
      rest,
    };
  return tokens.some(({ word }) => /\d/.test(word))
    ? again(content.postcode, text)
    : none(content.postcode, text);
}

/** Words, with "BB2-3HH" taken apart. */
function piecesOf(text: string): Token[] {
  return tokensOf(text.replace(/[-_/]/g, ' '));
}

/** The shortest runs first: "it's s M1 1AE" is not SM1 1AE. */
function codesIn(tokens: readonly Token[], mends: boolean): { code: string; span: Span }[] {
  const codes: { code: string; span: Span }[] = [];
  const taken = tokens.map(() => false);
  for (let count = 1; count <= mostPieces; count++)
    for (let at = 0; at + count <= tokens.length; at++) {
      const pieces = tokens.slice(at, at + count);
      const code = taken.slice(at, at + count).some(Boolean) ? undefined : codeOf(pieces, mends);
      if (!code) continue;
      taken.fill(true, at, at + count);
      codes.push({ code, span: [pieces[0]?.from ?? 0, pieces.at(-1)?.to ?? 0] });
    }
  return codes.sort((a, b) => a.span[0] - b.span[0]);
}

function codeOf(pieces: readonly Token[], mends: boolean): string | undefined {
  const said = pieces.map(({ word }) => word).join('');
  if (said.length < 5 || said.length > 7 || !/\d/.test(said)) return undefined;
  const code = mends ? fix(withNought(said)) : withNought(said);
  const area = /^[a-z]+/i.exec(code)?.[0].toLowerCase() ?? '';
  return isValid(code) && isIn('postcode-areas', area) ? (toNormalised(code) ?? undefined) : undefined;
}

/** "M2O 2WR": after the letters of the area, an O is a nought, and the third from the end is a figure. */
function withNought(said: string): string {
  return said.replace(/^([a-z]{1,2}\d)o(?=[\da-z]{3}$)/i, '$10');
}
