import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/*
 * Sentences out of seeds: the same thing said otherwise (invariance), and a sentence that tells a fact wrapped so that it
 * tells none (direction). The words are data; here is only how they are put together.
 */

export interface Clause {
  readonly s: string;
  readonly s2: string;
  readonly plural?: boolean;
  readonly verb: readonly [base: string, present: string, past: string, participle: string, ing: string];
  readonly o: string;
  readonly it: string;
  readonly theirs: string;
}

interface Wrapping {
  readonly fact?: readonly string[];
  readonly mine?: readonly string[];
  readonly value?: readonly string[];
}

/** The cue classes, and beside them how things are changed, and what says nothing. */
export interface Wrappings extends Readonly<Record<Status, Wrapping>> {
  readonly corrected: { readonly later: readonly string[]; readonly atOnce: readonly string[] };
  readonly unchanged: readonly string[];
  readonly undo: readonly string[];
  readonly nothing: readonly string[];
  /** More plain sayings of seeds, by their names. */
  readonly said?: Readonly<Record<string, readonly string[]>>;
}

export const statuses = [
  ...(['denied', 'meant', 'condition', 'part', 'doubt', 'lapsed'] as const),
  ...(['others', 'asked', 'putright', 'twice'] as const),
];
export type Status = (typeof statuses)[number];

export const readYaml = (name: string): unknown =>
  parse(readFileSync(join(import.meta.dirname, name), 'utf8'));

/** Wordings that the code may have been made from. */
export const seen = readYaml('wrappings.yaml') as Wrappings;
/** Those that are kept from whoever makes it, of the same form; once they were read they are moved to the others. */
export const held = existsSync(join(import.meta.dirname, 'held.yaml'))
  ? (readYaml('held.yaml') as Wrappings)
  : undefined;

const fill = (template: string, forms: Readonly<Record<string, string>>): string =>
  template
    .replace(/\{(\w+)\}/g, (_, name: string) => forms[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim();

/** A fact's clause in every form that a template may ask for. */
function formsOf({ s, s2, plural, verb, o, it, theirs }: Clause): Record<string, string> {
  const [base, pres, past, pp, ing] = verb;
  const isMany = plural ?? ['I', 'we', 'they'].includes(s);
  const have = isMany ? 'have' : 'has';
  const be = s === 'I' ? 'am' : isMany ? 'are' : 'is';
  const stated = `${s} ${have} ${pp} ${o}`;
  const forms = { s, s2, base, pres, past, pp, ing, o, it, theirs, have, be, stated };
  return { ...forms, havent: `${have}n't`, do: isMany ? 'do' : 'does', dont: isMany ? "don't" : "doesn't" };
}

/** A fact that is not one: every wording of a cue class. */
export function wrapFact(clause: Clause, { fact = [], mine = [] }: Wrapping): string[] {
  const isMine = clause.s === 'I' || clause.s === 'we';
  return [...fact, ...(isMine ? mine : [])].map((template) => fill(template, formsOf(clause)));
}

/** An answer that is not one. */
export function wrapValue(value: string, { value: templates = [] }: Wrapping): string[] {
  return templates.map((template) => fill(template, { v: value, isv: `it's ${value}` }));
}

export function correct(template: string, forms: { v: string; old: string; n: string }): string {
  return fill(template, forms);
}

/** Ways of saying the same. `keep`: words that are the answer itself, in which nobody's slip is tried. */
export interface Manner {
  readonly name: string;
  readonly say: (text: string, keep: string, pick: number) => string | undefined;
}

const courtesyBefore = ['hi, ', 'morning! ', 'hello there, ', 'sorry, ', 'ok so ', 'hiya '];
const courtesyAfter = [', thanks', ' please', ' ta', '. many thanks', ' x', ' if that’s ok'];
const fillers = ['um ', 'erm, ', 'well ', 'so basically ', 'right ', 'yeah so '];
const emoji = [' 👍', ' 🙂', ' 🎉', ' 😅', ' ✅', '!!'];
const from = <T>(list: readonly T[], pick: number): T => list[pick % list.length]!;

export const manners: readonly Manner[] = [
  { name: 'small letters', say: (text) => text.toLowerCase() },
  { name: 'capitals', say: (text) => text.toUpperCase() },
  { name: 'no apostrophes', say: (text) => swapped(text, /['’]/g, '') },
  { name: 'curly apostrophes', say: (text) => swapped(text, /'/g, '’') },
  { name: 'courtesy before', say: (text, _, pick) => `${from(courtesyBefore, pick)}${text}` },
  { name: 'courtesy after', say: (text, _, pick) => `${bare(text)}${from(courtesyAfter, pick)}` },
  { name: 'fillers', say: (text, _, pick) => `${from(fillers, pick)}${text}` },
  { name: 'a slip', say: slip },
  { name: 'emoji', say: (text, _, pick) => `${bare(text)}${from(emoji, pick)}` },
  { name: 'no full stop, spaces', say: (text) => `  ${bare(text).replaceAll(' ', '  ')} ` },
  { name: 'a new line', say: (text) => `${bare(text)}\n` },
  { name: 'three dots', say: (text) => `${bare(text)}...` },
];

function swapped(text: string, pattern: RegExp, to: string): string | undefined {
  const other = text.replace(pattern, to);
  return other === text ? undefined : other;
}

const bare = (text: string): string => text.replace(/[.!]+$/, '');

/** Two letters change places inside one long word that is not the answer itself. */
function slip(text: string, keep: string, pick: number): string | undefined {
  const kept = new Set(keep.toLowerCase().split(/\W+/));
  const long = [...text.matchAll(/[a-z]{7,}/gi)].filter(
    ({ 0: word, index }) => !kept.has(word.toLowerCase()) && !/[@.]/.test(text.slice(index - 1, index)),
  );
  if (long.length === 0) return undefined;
  const { 0: word, index } = from(long, pick);
  const at = index + 2 + (pick % (word.length - 4));
  const [a, b] = [text[at], text[at + 1]];
  return a === b ? undefined : `${text.slice(0, at)}${b}${a}${text.slice(at + 2)}`;
}

/** Names that put another person in an answer's place. */
export const otherNames = [
  'Siân O’Neill',
  'Mohammed Al-Hassan',
  'Grace Mbeki',
  'Joy Hope',
  'Will Young',
  'Chidi Okafor-Smith',
  'Agnieszka Wójcik',
];
