import type { Utterance } from './utterance.js';

/** Words of what was typed, from `first` to `last` (not included), as they stand there. */
export interface Quoted {
  readonly first: number;
  readonly last: number;
  readonly text: string;
}

/** A piece between spaces, as it is compared, and where it was typed. */
interface Piece {
  readonly said: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Where a quotation stands in what was typed. Whoever quotes has seen `sent`: the same words, with “…” for names and
 * numbers that were taken out. Undefined: those words were not said. Pure.
 */
export function quotedIn(
  { typed, words }: Utterance,
  sent: string,
  quotation: string,
  within?: Quoted,
): Quoted | undefined {
  const wanted = piecesOf(quotation).map(({ said }) => said);
  const place = placeIn(aligned(typed, sent), wanted) ?? placeIn(piecesOf(typed), wanted);
  if (!place) return undefined;
  const { from, to } = place;
  const isOf = (one: { from: number; to: number }): boolean => one.from >= from && one.to <= to;
  const [first, last] = [words.findIndex(isOf), words.findLastIndex(isOf) + 1];
  if (first < 0 || (within && (first < within.first || last > within.last))) return undefined;
  return { first, last, text: typed.slice(from, to) };
}

function placeIn(pieces: readonly Piece[], wanted: readonly string[]): Omit<Piece, 'said'> | undefined {
  const at = pieces.findIndex((_, n) => wanted.every((said, m) => pieces[n + m]?.said === said));
  const [first, last] = [pieces[at], pieces[at + wanted.length - 1]];
  return wanted.length > 0 && first && last ? { from: first.from, to: last.to } : undefined;
}

/** Each piece of what was sent, at its place in what was typed; what was taken out stands for all up to the next. */
function aligned(typed: string, sent: string): readonly Piece[] {
  const all = piecesOf(typed);
  const found: Piece[] = [];
  let at = 0;
  const pieces = piecesOf(sent);
  for (const [n, { said }] of pieces.entries()) {
    let until = at + 1;
    const next = pieces[n + 1];
    if (said === hidden && next?.said !== hidden)
      while (until < all.length && all[until]?.said !== next?.said) until++;
    const [first, last] = [all[at], all[until - 1]];
    if (!first || !last || (said !== hidden && first.said !== said)) return [];
    found.push({ said, from: first.from, to: last.to });
    at = until;
  }
  return found;
}

const hidden = '…';

function piecesOf(text: string): readonly Piece[] {
  return [...text.matchAll(/\S+/g)].flatMap(({ 0: piece, index: from }) => {
    const said = piece.includes(hidden)
      ? hidden
      : piece.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
    return said === '' ? [] : [{ said, from, to: from + piece.length }];
  });
}
