import type { Entry } from '../../data/knowledge/entry.js';
import { termsOf } from '../understanding/terms.js';

/** Words that a language model wrote, with the entries they name as [1], [2] … in the order they are first named. */
export interface Grounded {
  readonly text: string;
  readonly cited: readonly Entry[];
}

/** Why the words of a model are not said. Logged as it stands: it holds nothing of the words. */
export type GuardFault =
  | 'too-long'
  | 'no-citation'
  | 'unknown-citation'
  | 'markup'
  | 'decision'
  | 'address'
  | 'figure'
  | 'date'
  | 'name'
  | 'claim'
  | 'yes-or-no'
  | 'condition'
  | 'not-in-the-entries';

/** Characters. A local answer may have 1,800; what a model adds to it is not worth reading. */
const longest = 1_000;
/** Part of the words of a paragraph that the entries it cites, or the question, must have too. */
const leastCovered = 0.6;

/**
 * Holds what a model wrote against the entries that it cites, paragraph by paragraph: every figure, date, name,
 * address and delicate claim in it must stand there too, and it must decide nothing. It cannot tell whether a sentence
 * twists its source; it is strict so that in doubt the local answer is said. `question` is as the model saw it. Pure.
 */
export function guard(
  reply: string,
  entries: readonly Entry[],
  question: string,
): Grounded | { readonly fault: GuardFault } {
  const words = reply.replace(/\[(\d+(?:\s*,\s*\d+)+)\]/g, (_, list: string) =>
    list
      .split(',')
      .map((n) => `[${n.trim()}]`)
      .join(''),
  );
  if (words.length > longest) return { fault: 'too-long' };
  if (/[<>|`]|\]\(|!\[|^#/m.test(words)) return { fault: 'markup' };
  const numbers = [...new Set(citationsIn(words))];
  if (numbers.length === 0) return { fault: 'no-citation' };
  if (numbers.some((n) => !entries[n - 1])) return { fault: 'unknown-citation' };
  const cited = numbers.flatMap((n) => entries[n - 1] ?? []);
  if (decisions.some((pattern) => pattern.test(words))) return { fault: 'decision' };
  if (contradicts(words, cited)) return { fault: 'yes-or-no' };
  // "May, only if the policy allows it" must not come out as "may".
  if (cited.some(({ short }) => limiting.test(sentence(short))) && !limiting.test(words))
    return { fault: 'condition' };
  for (const paragraph of words.split(/\n+/)) {
    const own = citationsIn(paragraph).flatMap((n) => entries[n - 1] ?? []);
    const fault = faultOf(withoutCitations(paragraph), own.length > 0 ? own : cited, question);
    if (fault) return { fault };
  }
  const text = words.replace(/\[(\d+)\]/g, (_, n: string) => `[${numbers.indexOf(Number(n)) + 1}]`).trim();
  return { text, cited };
}

/** Everything that an entry says, its sources' years too. */
export function wordsOfEntry({ question, short, detail = '', sources }: Entry): string {
  return [question, short, detail, ...sources.flatMap(({ year }) => year ?? [])].join('\n');
}

function faultOf(text: string, entries: readonly Entry[], question: string): GuardFault | undefined {
  const source = entries.map(wordsOfEntry).join('\n');
  const plain = source.toLowerCase();
  const addresses =
    text.match(/\S+@\S+|https?:\S+|\bwww\.\S+|\b[\w-]+\.(?:uk|com|org|net|info|io)\b/gi) ?? [];
  if (addresses.some((one) => !plain.includes(trimmed(one).toLowerCase()))) return 'address';
  const figures = figuresIn(source);
  if ([...figuresIn(text)].some((figure) => !figures.has(figure))) return 'figure';
  if (datesIn(text).some((word) => !new RegExp(`\\b${word}\\b`, 'i').test(source))) return 'date';
  const known = new Set([...plain.split(/[^\p{L}]+/u), ...everyday]);
  const names = text.match(/(?<=[\p{Ll},;:)] )\p{Lu}\p{L}+/gu) ?? [];
  if (names.some((name) => !known.has(name.toLowerCase()))) return 'name';
  const isClaimed = (claim: string, where: string) => new RegExp(`\\b${claim}`, 'i').test(where);
  if (delicate.some((claim) => isClaimed(claim, text) && !isClaimed(claim, source))) return 'claim';
  const terms = termsOf(text);
  const there = new Set(termsOf(`${source}\n${question}`).map(({ stem }) => stem));
  const covered = terms.filter(({ stem }) => there.has(stem)).length;
  return terms.length >= 4 && covered / terms.length < leastCovered ? 'not-in-the-entries' : undefined;
}

const about = String.raw`\b(?:you|your (?:service|ward|team|organisation|application|form|trainees?))`;
const decided = String.raw`(?:not |now |already )*(?:ready|funded|approved|accepted|rejected|successful|entitled|late|on time)\b`;

/** What only the rules of the scheme and the person decide: whether, when, and what was done. */
const decisions = [
  /\b(?:in)?eligib/i,
  /\bqualif(?:y|ies)\b[^.]*\b(?:place|fund|scheme)/i,
  /\bready to (?:apply|send|submit|start)\b/i,
  new RegExp(`${about} (?:are|is|will be|have been|has been|were|was) ${decided}`, 'i'),
  /\b(?:deadlines?|closing date|closes|closed|last day|due (?:by|on|date)|too late|still time|in time)\b/i,
  /\b(?:is|are) (?:now |currently )?open\b|\bopen now\b|\bapply (?:by|before|now)\b/i,
  /\bI(?:’ve|'ve| have| will|’ll|'ll)? (?:now |just |already )?(?:sent|send|submit|submitted|sav(?:e|ed)|changed?|recorded?|book(?:ed)?|start(?:ed)?|remind|withdr[ae]wn?|delete[sd]?)\b/i,
  /\b(?:has|have) been (?:sent|submitted|saved|changed|recorded|withdrawn|deleted)\b/i,
];

/** What is said of these must stand in the entry in so many words. */
const delicate = [
  'NMC',
  'HCPC',
  'regist',
  'regulat',
  'ratio',
  'statut',
  'law',
  'legal',
  'indemni',
  'insur',
  'prescri',
  'inject',
  'controlled drug',
  'guarantee',
  'always',
  'never',
  'free of',
  'salar',
  'paid',
  'fund',
  'levy',
  'compulsory',
  'mandatory',
];

/** Capital letters that say nothing new. */
const everyday = ['ap', 'aps', 'nhs', 'england', 'i', 'band', 'level', 'assistant', 'practitioner'];

/** A yes may not come out as a no, nor may either be made up. */
function contradicts(text: string, [first]: readonly Entry[]): boolean {
  const lead = (words: string) => /^\W*(yes|no)\b(?! (?:set|single|one))/i.exec(words)?.[1]?.toLowerCase();
  const meant = lead(first?.short ?? '');
  const said = lead(text);
  if (meant !== said) return true;
  return negative.test(sentence(text)) && !negative.test(first?.short ?? '');
}

const negative = /\b(?:not|no|none|never|neither|nor|nobody|cannot|without)\b|n['’]t\b/i;
const limiting =
  /\b(?:not|no|none|never|neither|nor|nobody|cannot|without|only|unless|if|depends?|varie[sd]|partly|in part)\b|n['’]t\b/i;

function sentence(text: string): string {
  return /^.*?[.:?](?=\s|$)/s.exec(text)?.[0] ?? text;
}

function citationsIn(text: string): number[] {
  return [...text.matchAll(/\[(\d+)\]/g)].map(([, n]) => Number(n));
}

function withoutCitations(text: string): string {
  return text.replace(/\s*\[\d+\]/g, '');
}

function trimmed(address: string): string {
  return address.replace(/^[("'“]+|[.,;:)"'”]+$/g, '');
}

const units =
  'week|day|month|year|hour|minute|credit|place|point|trainee|bed|patient|nurse|ap|universit(?:y|ies)|january|february|march|april|may|june|july|august|september|october|november|december';
const numberWords =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const otherWords: Readonly<Record<string, number>> = {
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  hundred: 100,
};

/** Numbers, alone and with what they count or rank: "4", "4 week", "band 4". Spelt ones count, "one" only before a unit. */
function figuresIn(text: string): Set<string> {
  const plain = text
    .toLowerCase()
    .replace(/(\d),(?=\d{3})/g, '$1')
    .replace(/[-–—/:]/g, ' ')
    .replace(/\s*(?:%|per ?cent\b)/g, '%')
    .replace(/\b[a-z]+\b/g, (word) => {
      const n = word === 'one' ? -1 : numberWords.indexOf(word);
      return n >= 0 ? String(n) : String(otherWords[word] ?? word);
    })
    .replace(new RegExp(`\\bone (?=(?:${units})s?\\b)`, 'g'), '1 ')
    // "Bands 3 and 4": the second is a band too.
    .replace(/\b(band|level)s? (\d)\s*(?:,|or|and|to| )+\s*(?=\d)/g, '$1 $2 $1 ');
  const pattern = new RegExp(
    `(?:\\b(band|level|step|£)s?\\s*)?(\\d+(?:\\.\\d+)?)(?:st|nd|rd|th)?(%|\\s+(?:${units})s?\\b)?`,
    'g',
  );
  const found = new Set<string>();
  for (const [, before = '', number = '', unit = ''] of plain.matchAll(pattern)) {
    found.add(number);
    if (before) found.add(`${before} ${number}`);
    if (unit) found.add(`${number} ${unit.trim().replace(/ies$/, 'y').replace(/s$/, '')}`);
  }
  for (const [word] of plain.matchAll(
    /\b(?:half|quarter|third|double|twice|thousands?|millions?|dozens?)\b/g,
  ))
    found.add(word);
  return found;
}

/** Months and days of the week; "may" and "march" are words too, unless they stand like a date. */
function datesIn(text: string): readonly string[] {
  const plain =
    /\b(?:january|february|april|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow|(?:next|this|last) (?:week|month|year))\b/gi;
  const like = /\b(?:in|by|until|from|since|on) (may|march)\b/gi;
  return [...(text.match(plain) ?? []), ...[...text.matchAll(like)].map(([, month = '']) => month)];
}
