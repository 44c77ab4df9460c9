import type { Lists } from '../../data/language/language.js';
import { clean, normalise } from './text.js';

/** A word as it is compared, and where it stands in what was typed. A short form makes several of the same place. */
export interface Word {
  readonly word: string;
  /** Characters of {@link Utterance.typed}: from, and to (not included). */
  readonly from: number;
  readonly to: number;
}

/** A part of what was said that can be true or not by itself. Words from `first` to `last` (not included). */
export interface Clause {
  readonly first: number;
  readonly last: number;
  /** Is it asked, by its mark or by how it begins? */
  readonly asks: boolean;
  /** The sentence it belongs to, counted from 0. */
  readonly sentence: number;
}

/** What was said, read once: everything that understands it looks here. */
export interface Utterance {
  /** As it was typed, without what cannot be seen; at most {@link longest} characters. */
  readonly typed: string;
  /** All of it: only an answer in words takes what comes after {@link longest}. */
  readonly whole: string;
  readonly words: readonly Word[];
  readonly clauses: readonly Clause[];
}

/** Characters that are read. Nobody says in a message what comes after so many. */
export const longest = 2_000;

const subjects = new Set(['i', 'we', 'they', 'he', 'she', 'it', 'hr', 'that', 'this', 'there', 'you', 'who']);
const auxiliaries = new Set(
  'will am are is was were have has had do does did can could would should may might must'.split(' '),
);
/** After these a subject goes on with the same clause. */
const binding = new Set(
  'if that who when what which where how than as because and or until once unless whether till like think reckon believe hope say says said thought guess know'.split(
    ' ',
  ),
);

const askers = new Set(
  'can could do does did is are was were would should shall will has have had may might must'.split(' '),
);
const askedOf = new Set(
  'i we you they he she it there this that these those the my our your both all any anyone anybody someone somebody everyone everybody hr ap aps tap taps trainee trainees staff nurses hcas wards trusts universities managers people'.split(
    ' ',
  ),
);

/** "Could it be", "have both started", "can a PCN claim": a question by its order. "Have it ready" is none. */
function isInverted([first = '', second = '', third = '']: readonly string[]): boolean {
  if (third === '') return false;
  // "Does Bolton train them" is one whoever does it; "is a charity" says so.
  if (
    first === 'does' ||
    (/^(?:can|could|do|did|would|should|will|must|may)$/.test(first) && /^an?$/.test(second))
  )
    return true;
  if (!askers.has(first) || !askedOf.has(second)) return false;
  return !(/^ha(?:ve|s|d)$/.test(first) && /^(?:it|that|this|the|my|our|any)$/.test(second));
}

/** "Would X do", "does X count": nothing that is told begins so, but for what leaves its "I" out: "would like 3". */
function isAskedOfAnything([first = '', second = '']: readonly string[]): boolean {
  return (first === 'would' || first === 'does') && second !== '' && !leftOut.has(second);
}

const leftOut = new Set(
  'like love prefer need want be have rather say really not also probably suit help do now'.split(' '),
);

/** Reads what was said. Pure, and linear in its length. */
export function utteranceOf(said: string, lists: Lists): Utterance {
  const whole = clean(said);
  const typed = whole.slice(0, longest);
  const words: Word[] = [];
  /** Where a sentence or a part of it ends: the number of words before it, and by what mark. */
  const marks: { readonly at: number; readonly mark: string }[] = [];
  for (const { 0: piece, index } of typed.matchAll(
    /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’‘`@.+&_/-]*|[?!.,;:()\n…]+|[–—]| - |\p{Extended_Pictographic}/gu,
  )) {
    if (!/[\p{L}\p{N}]|\p{Extended_Pictographic}/u.test(piece)) {
      marks.push({ at: words.length, mark: piece });
      continue;
    }
    const tail = /[.'’‘`_/-]+$/.exec(piece)?.[0] ?? '';
    const bare = piece.slice(0, piece.length - tail.length);
    const place = { from: index, to: index + bare.length };
    const plain = normalise(bare) || bare;
    const opened = lists.shortForms.get(plain) ?? plain;
    for (const word of opened.split(' ')) words.push({ word, ...place });
    if (tail.includes('.')) marks.push({ at: words.length, mark: '.' });
  }
  return { typed, whole, words, clauses: clausesOf(words, marks, lists) };
}

function clausesOf(
  words: readonly Word[],
  marks: readonly { readonly at: number; readonly mark: string }[],
  { ends, asked, cues }: Lists,
): readonly Clause[] {
  const clauses: Clause[] = [];
  let first = 0;
  let sentence = 0;
  const close = (last: number, mark: string): void => {
    if (last > first) {
      const at = afterFillers(words, first, last, cues);
      const begins = words.slice(at, at + 3).map(({ word }) => word);
      // "And so are the rest" is turned round, and asks nothing.
      const isEcho = isAndSo(words, at - 1);
      const asks =
        mark.includes('?') ||
        (isInverted(begins) && !isEcho) ||
        isAskedOfAnything(begins) ||
        [1, 2, 3].some((count) => asked.has(begins.slice(0, count).join(' ')) && last - at > 1);
      clauses.push({ first, last, asks, sentence });
      first = last;
    }
    if (/[.!?\n;…]/.test(mark)) sentence++;
  };
  let next = 0;
  for (let at = 0; at <= words.length; at++) {
    while (next < marks.length && marks[next]?.at === at) {
      const { mark } = marks[next] as { mark: string };
      close(at, mark);
      // What stands before a question mark is asked, also behind a comma.
      if (mark.includes('?')) markAsked(clauses, sentence - 1);
      next++;
    }
    const word = words[at]?.word ?? '';
    const before = words[at - 1]?.word ?? '';
    const after = words[at + 1]?.word ?? '';
    const isNewSubject =
      subjects.has(word) && auxiliaries.has(after) && !binding.has(before) && at - first >= 2;
    const isAndSubject = before === 'and' && subjects.has(word) && at - first >= 2;
    const isEnd =
      ends.has(word) &&
      !(word === 'but' && allBut.has(before)) &&
      // "The plan is done and so is the job description" tells the same of both.
      !isAndSo(words, at) &&
      !(word === 'so' && after !== 'no' && after !== 'yes' && afterFillers(words, first, at, cues) === at);
    // "If it goes wrong do I answer for it": the question begins where it is turned round.
    const isTurned =
      [first, ...clauses.flatMap((one) => (one.sentence === sentence ? one.first : []))].some((n) =>
        conditions.has(words[n]?.word ?? ''),
      ) &&
      askers.has(word) &&
      (after === 'i' || after === 'we') &&
      at - first >= 2;
    if (at > first && (isEnd || isNewSubject || isAndSubject || isTurned)) close(at, '');
  }
  close(words.length, '');
  return withConditions(clauses, words);
}

const conditions = new Set(['if', 'when', 'once', 'suppose', 'supposing', 'unless', 'where']);

/** Whatever a question makes its condition is asked with it, and told by nobody. */
function withConditions(clauses: readonly Clause[], words: readonly Word[]): readonly Clause[] {
  return clauses.map((clause, n) => {
    if (clause.asks) return clause;
    const isCondition = clauses.some(
      ({ sentence, first }, m) =>
        m <= n && sentence === clause.sentence && conditions.has(words[first]?.word ?? ''),
    );
    const isAsked = clauses.some(({ asks, sentence }, m) => m > n && asks && sentence === clause.sentence);
    return isCondition && isAsked ? { ...clause, asks: true } : clause;
  });
}

/** "Right where was I", "ok so what now": where it begins to say something. */
function afterFillers(
  words: readonly Word[],
  first: number,
  last: number,
  { filler, courtesy, yes }: Lists['cues'],
): number {
  let at = first;
  while (at < last && [filler, courtesy, yes].some((list) => list.has(words[at]?.word ?? ''))) at++;
  return at;
}

/** "… and so is the rest": does the "so" that tells the same again stand at this word? */
export function isAndSo(words: readonly Pick<Word, 'word'>[], at: number): boolean {
  return words[at]?.word === 'so' && words[at - 1]?.word === 'and';
}

/** "All but HR", "anything but that": what is left out stands in the same clause. */
const allBut = new Set(['all', 'anything', 'everything', 'everyone', 'nothing', 'none']);

/** Of a sentence that ends in a question mark, the part that the mark stands at is asked; "?" alone asks of all. */
function markAsked(clauses: Clause[], sentence: number): void {
  const last = clauses.at(-1);
  if (last && last.sentence === sentence && !last.asks) clauses[clauses.length - 1] = { ...last, asks: true };
}

/** The typed text of some words, as it stands. */
export function typedOf({ typed, words }: Utterance, first: number, last: number): string {
  const [from, to] = [words[first], words[last - 1]];
  return from && to ? typed.slice(from.from, to.to) : '';
}
