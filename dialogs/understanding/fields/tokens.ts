import { fieldWords, type FieldList } from '../../../data/language/words.js';
import type { Reading, ReadingIn, Span } from './reading.js';

/** One word as it was typed. */
export interface Token {
  readonly said: string;
  /** Small, without accents, apostrophes and the marks around it. */
  readonly word: string;
  readonly from: number;
  readonly to: number;
  /** A comma, a full stop or a dash comes after it. */
  readonly ends: boolean;
}

const edges = /^[^\p{L}\p{N}@&+#]+|[^\p{L}\p{N}&+#]+$/gu;

export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const found of text.matchAll(/[^\s()[\]"“”…–—]+/gu)) {
    const typed = found[0];
    const said = typed.replace(edges, '');
    const from = found.index + Math.max(0, typed.indexOf(said));
    const last = tokens.at(-1);
    const mark = /[(["“”…–—\n]/.test(text.slice(last?.to ?? 0, found.index));
    if (last && (mark || said === '')) tokens[tokens.length - 1] = { ...last, ends: true };
    if (said === '') continue;
    const word = plain(said);
    const after = typed.slice(typed.indexOf(said) + said.length);
    // "Dr. S. Amin" is one name.
    const isShortened = after === '.' && (isIn('titles', word) || /^\p{Lu}$/u.test(said));
    const ends = /[,;:.!?]$/.test(after) && !isShortened;
    tokens.push({ said, word, from, to: from + said.length, ends });
  }
  return tokens;
}

function plain(said: string): string {
  return said
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/['’‘`´]/g, '');
}

const byFirst = new Map<FieldList, ReadonlyMap<string, readonly (readonly string[])[]>>();

function phrasesOf(list: FieldList) {
  const known = byFirst.get(list);
  if (known) return known;
  const phrases = new Map<string, (readonly string[])[]>();
  for (const phrase of fieldWords()[list]) {
    const words = phrase.split(' ');
    const first = words[0] ?? '';
    phrases.set(
      first,
      [...(phrases.get(first) ?? []), words].sort((a, b) => b.length - a.length),
    );
  }
  byFirst.set(list, phrases);
  return phrases;
}

/** How many words of a list's longest phrase stand at this place; 0 for none of it. */
export function lengthAt(list: FieldList, tokens: readonly Token[], at: number): number {
  const phrases = phrasesOf(list).get(tokens[at]?.word ?? '');
  return phrases?.find((words) => words.every((word, n) => tokens[at + n]?.word === word))?.length ?? 0;
}

/** A few words more, where a phrase of a list ends with "…". */
const mostMore = 7;

/** Are these words, and nothing else, a phrase of the list? */
export function isWhole(list: FieldList, tokens: readonly Token[]): boolean {
  const phrases = phrasesOf(list).get(tokens[0]?.word ?? '') ?? [];
  return phrases.some((words) => {
    const isOpen = words.at(-1) === '…';
    const fixed = isOpen ? words.slice(0, -1) : words;
    const more = tokens.length - fixed.length;
    const fits = isOpen ? more > 0 && more <= mostMore : more === 0;
    return fits && fixed.every((word, n) => tokens[n]?.word === word);
  });
}

export function isIn(list: FieldList, word: string): boolean {
  return (
    phrasesOf(list)
      .get(word)
      ?.some((words) => words.length === 1) ?? false
  );
}

/** Does a phrase of the list stand anywhere in these words? */
export function hasAny(list: FieldList, tokens: readonly Token[]): boolean {
  return tokens.some((_, at) => lengthAt(list, tokens, at) > 0);
}

/** Which of the tokens a list's phrases cover. */
export function coveredBy(lists: readonly FieldList[], tokens: readonly Token[]): boolean[] {
  const covered = tokens.map(() => false);
  for (const list of lists)
    for (let at = 0; at < tokens.length; at++) {
      const length = lengthAt(list, tokens, at);
      for (let n = 0; n < length; n++) covered[at + n] = true;
    }
  return covered;
}

/** A reading of what is told by words here and there: `isOwn` says which of them it rests on. */
export function explained(
  reading: Reading,
  text: string,
  isOwn: (token: Token, at: number, tokens: readonly Token[]) => boolean,
): ReadingIn {
  const tokens = tokensOf(text);
  const own = tokens.map(isOwn);
  const used = tokens.flatMap(({ from, to }, at): Span[] => (own[at] ? [[from, to]] : []));
  return { reading, used, rest: restOf(tokens.filter((_, at) => !own[at])) };
}

/** What was said, less what is said around anything. */
export function withoutCourtesy(text: string): string {
  const tokens = tokensOf(text);
  const covered = coveredBy(['courtesy', 'greetings'], tokens);
  const left = tokens.filter((_, at) => !covered[at]);
  return left.length === 0 ? text : left.map(({ said }) => said).join(' ');
}

/** What is left of words when courtesy, lead-ins and the field's own name are taken away. */
export function restOf(tokens: readonly Token[], ...nouns: readonly FieldList[]): string {
  const covered = coveredBy(['courtesy', 'greetings', 'lead', 'articles', ...nouns], tokens);
  return tokens
    .filter((_, at) => !covered[at])
    .map(({ said }) => said)
    .join(' ');
}
