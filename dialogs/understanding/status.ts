import { factKinds, type CueKind, type FactKind, type Lists } from '../../data/language/language.js';
import { Lexicon, overlaps, type Hit } from './lexicon.js';
import { editDistance } from './text.js';
import { utteranceOf, type Clause, type Utterance, type Word } from './utterance.js';
import { isEnglish } from './words-of-english.js';

/**
 * How a thing stands in the sentence that names it. Only what is stated, and wholly explained, may count without being
 * shown back first. `maybe`: denied twice, or a refusal denied: "they haven't said no".
 */
export type Status =
  'stated' | 'denied' | 'maybe' | 'meant' | 'condition' | 'part' | 'doubt' | 'lapsed' | 'others' | 'asked';

/** A fact's words, found: in which form, in which clause, and how they stand there. */
export interface Told extends Hit<FactKind> {
  readonly form: 'so' | 'notSo' | 'toCome';
  readonly clause: number;
  readonly status: Status;
}

/** What was said, with all that is known of its words but not yet what they are about. */
export interface Parsed extends Utterance {
  readonly cues: readonly Hit<CueKind>[];
  readonly has: (...kinds: readonly CueKind[]) => boolean;
}

type FormedFact = `${FactKind}:${Told['form']}`;

/** Knows the words of `cues.yaml` and `facts.yaml`. Built once; everything it does is pure. */
export class Ear {
  private readonly cues: Lexicon<CueKind>;
  private readonly facts: Lexicon<FormedFact>;
  /** Words long enough for a slip of the finger, by their first letter. */
  private readonly slips = new Map<string, string[]>();
  private readonly words = new Set<string>();

  constructor(readonly lists: Lists) {
    this.cues = new Lexicon(Object.entries(lists.cues) as [CueKind, ReadonlySet<string>][]);
    const facts = Object.entries(lists.facts) as [FactKind, Lists['facts'][FactKind]][];
    this.facts = new Lexicon(
      facts.flatMap(([kind, { so, notSo, toCome }]): [FormedFact, readonly string[]][] => [
        [`${kind}:so`, so],
        [`${kind}:notSo`, notSo],
        [`${kind}:toCome`, toCome],
      ]),
    );
    const all = [
      ...Object.values(lists.cues).flatMap((set) => [...set]),
      ...facts.flatMap(([, { so, notSo, toCome }]) => [...so, ...notSo, ...toCome]),
    ];
    for (const word of all.flatMap((wording) => wording.split(' '))) {
      if (this.words.has(word)) continue;
      this.words.add(word);
      // What only holds a sentence together explains too much to be read into a word that is not known.
      if (word.length < shortestSlip || lists.cues.function.has(word)) continue;
      const letter = word[0] ?? '';
      this.slips.set(letter, [...(this.slips.get(letter) ?? []), word]);
    }
  }

  /** Reads what was said, once. Pure. */
  parse(said: string): Parsed {
    const read = utteranceOf(said, this.lists);
    const words = read.words.map((one, n) => (isNamed(read, n) ? one : this.mended(one)));
    const marked = this.cues.in(words).filter((hit) => !isApology(hit, words, read.clauses));
    // What takes back all of it puts right, too.
    const found = marked.flatMap((hit) =>
      hit.kind === 'takes-back' ? [hit, { ...hit, kind: 'retracts' as const }] : [hit],
    );
    const harmless = found.filter(({ kind }) => kind === 'no-effect');
    // "No wait" takes something back, and denies nothing.
    const retracting = found.filter(({ kind }) => kind === 'retracts');
    const isRetracting = (hit: Hit<CueKind>): boolean =>
      ['denied', 'no', 'yes', 'denied-after'].includes(hit.kind) &&
      retracting.some((one) => overlaps(one, hit));
    // "Not certain" doubts, and denies nothing.
    const doubting = found.filter(({ kind }) => kind === 'doubt');
    const isOfDoubt = (hit: Hit<CueKind>): boolean =>
      hit.kind === 'denied' && doubting.some((one) => isWithin(hit, one));
    const cues = [...found, ...anothersIn(words)].filter(
      (hit) =>
        hit.kind === 'no-effect' ||
        (!harmless.some((one) => overlaps(one, hit)) && !isRetracting(hit) && !isOfDoubt(hit)),
    );
    const kinds = new Set(cues.map(({ kind }) => kind));
    return { ...read, words, cues, has: (...wanted) => wanted.some((kind) => kinds.has(kind)) };
  }

  /** The words of a text of ours, for telling what a person may say of it. */
  wordsOf(text: string): readonly string[] {
    return utteranceOf(text, this.lists).words.map(({ word }) => word);
  }

  /** What is told of some kinds of fact, in order; of wordings within one another only the longest. */
  factsIn(parsed: Parsed, kinds: readonly FactKind[]): readonly Told[] {
    const harmless = parsed.cues.filter(({ kind }) => kind === 'no-effect');
    const others = parsed.cues.filter(({ kind }) => kind === 'others');
    const found = this.facts
      .in(parsed.words)
      .map((hit) => {
        const [kind, form] = hit.kind.split(':') as [FactKind, Told['form']];
        return { ...hit, kind, form };
      })
      .filter((hit) => kinds.includes(hit.kind) && !harmless.some((one) => overlaps(one, hit)))
      // "Rumour has it": a wording of its own.
      .filter((hit) => !others.some((cue) => isWithin(hit, cue)));
    return found
      .filter((hit) => !found.some((other) => isWithin(hit, other)))
      .map((hit) => {
        const clause = clauseAt(parsed, hit.first);
        return { ...hit, clause, status: this.statusOf(parsed, hit, hit.form, clause) };
      });
  }

  /** How some words stand in the clause that holds them. */
  statusOf(
    { cues, clauses, words }: Parsed,
    hit: { readonly first: number; readonly last: number },
    form: Told['form'] = 'so',
    at = clauseAt({ clauses }, hit.first),
  ): Status {
    const clause = clauses[at];
    if (!clause) return 'stated';
    const free = cues.filter((cue) => !overlaps(cue, hit));
    const here = free.filter((cue) => cue.first >= clause.first && cue.last <= clause.last);
    const near = free.filter(
      (cue) => clauses[clauseAt({ clauses }, cue.first)]?.sentence === clause.sentence,
    );
    const of = (kind: CueKind, among = free): readonly Hit<CueKind>[] =>
      among.filter((cue) => cue.kind === kind);
    if (clause.asks) return 'asked';
    if (of('condition').length > 0) return 'condition';
    if (of('others', near).length > 0) return 'others';
    // "At one point, we had it": a clause of nothing else leads to it.
    const leads = ({ first, last }: Hit): boolean =>
      clauses[at - 1]?.first === first && clauses[at - 1]?.last === last;
    if (of('lapsed', near).some((cue) => cue.first >= clause.first || leads(cue))) return 'lapsed';
    // "Two places, no wait": whoever says so takes it back.
    if (of('retracts').some(({ first }) => first >= hit.last)) return 'maybe';
    const denials = this.denialsOf(words, clause, hit, here);
    if (denials > 1 || (denials === 1 && form === 'notSo')) return 'maybe';
    if (denials === 1) return 'denied';
    const didIt = words.slice(clause.first, hit.first).some(({ word }) => word === 'did');
    if (form === 'toCome' && !didIt) return 'meant';
    // "Need HR to complete it": the verb before it has come about.
    const [before, lead] = [words[hit.first - 1]?.word, words[hit.first - 2]?.word ?? ''];
    const isNeeded = words.slice(clause.first, hit.first).some(({ word }) => needing.has(word));
    if (before === 'to' && isNeeded && !brought.has(lead)) return 'meant';
    if (of('meant', here).some((cue) => cue.first < hit.first || isTimeToCome(words, cue))) return 'meant';
    if (of('part').length > 0) return 'part';
    if (of('doubt', near).length > 0) return 'doubt';
    return 'stated';
  }

  /** How often it is denied. "No" that begins a message is its answer, and "no, not sent" denies once. */
  private denialsOf(
    words: readonly Word[],
    clause: Clause,
    hit: { readonly first: number; readonly last: number },
    here: readonly Hit<CueKind>[],
  ): number {
    const before = here.filter(({ kind, last }) => kind === 'denied' && last <= hit.first);
    const behind = here.filter(({ kind, first }) => kind === 'denied-after' && first >= hit.last);
    const all = [...before, ...behind].filter(
      (one, n, list) => list.findIndex((other) => overlaps(one, other)) === n,
    );
    const isAnswer = ({ first }: Hit): boolean => first === clause.first && words[first]?.word === 'no';
    return all.length > 1 ? all.filter((one) => !isAnswer(one)).length : all.length;
  }

  /** Words that nothing explains: neither a cue, nor a fact, nor what the caller knows. */
  unknownIn(
    parsed: Parsed,
    within: { readonly first: number; readonly last: number },
    known: readonly { readonly first: number; readonly last: number }[] = [],
    names: ReadonlySet<string> = new Set(),
    facts: readonly FactKind[] = factKinds,
  ): readonly string[] {
    const explained = new Set<number>();
    const told = this.facts
      .in(parsed.words)
      .filter(({ kind }) => facts.includes(kind.split(':')[0] as FactKind));
    for (const { first, last } of [...parsed.cues, ...told, ...known])
      for (let n = first; n < last; n++) explained.add(n);
    return parsed.words
      .map(({ word }, n) => ({ word, n }))
      .filter(({ n }) => n >= within.first && n < within.last && !explained.has(n))
      .filter(({ word }) => /[\p{L}\p{N}]/u.test(word) && !numberWords.has(word) && !names.has(word))
      .map(({ word }) => word);
  }

  /** A slip of the finger in a word that matters: only where what was typed is no word at all. */
  private mended(one: Word): Word {
    const { word } = one;
    if (word.length < shortestSlip || this.words.has(word) || /[\d@]/.test(word) || isEnglish(word))
      return one;
    const meant = this.slips.get(word[0] ?? '')?.find((other) => editDistance(word, other, 1) <= 1);
    return meant ? { ...one, word: meant } : one;
  }
}

const needing = new Set([
  'need',
  'needs',
  'want',
  'wants',
  'waiting',
  'asked',
  'told',
  'for',
  'get',
  'getting',
]);
const brought = new Set(['managed', 'able', 'got']);

/** "What about Tom Reddy": a word of a name, by its capital among small letters. */
function isNamed({ typed, words }: Utterance, n: number): boolean {
  const { from = 0, to = 0 } = words[n] ?? {};
  const isShouted = typed === typed.toUpperCase();
  return n > 0 && !isShouted && /^\p{Lu}\p{Ll}/u.test(typed.slice(from, to));
}

/** "Sorry, no, we can't": two clauses, the first of them courtesy, take nothing back. */
function isApology(
  { kind, first, last }: Hit<CueKind>,
  words: readonly Word[],
  clauses: readonly Clause[],
): boolean {
  const isOfTaking = kind === 'takes-back' || kind === 'retracts' || kind === 'put-right';
  return (
    isOfTaking &&
    first === 0 &&
    words[0]?.word === 'sorry' &&
    clauses.some((clause) => clause.first > first && clause.first < last)
  );
}

const units = new Set(['ward', 'unit', 'bay', 'team', 'theatre', 'floor', 'clinic']);
const does = new Set([
  'changed',
  'put',
  'wrote',
  'have',
  'has',
  'had',
  'are',
  'were',
  'got',
  'did',
  'do',
  'say',
  'says',
  'said',
  'get',
  'need',
  'want',
]);

/** "Ward 4 have …": by its number, another's. */
function anothersIn(words: readonly Word[]): readonly Hit<CueKind>[] {
  return words.flatMap(({ word }, first) => {
    const isNumbered =
      units.has(word) &&
      /^(?:\d+\w?|[a-z]\d?|one|two|three|four|five|six|seven|eight|nine|ten)$/.test(
        words[first + 1]?.word ?? '',
      );
    return isNumbered && does.has(words[first + 2]?.word ?? '')
      ? [{ kind: 'others' as const, first, last: first + 2 }]
      : [];
  });
}

/** Letters. A shorter word is too near to many others. */
const shortestSlip = 5;

const numberWords = new Set(
  'one two three four five six seven eight nine ten first second third 1 2 3 4 5 6 7 8 9 10'.split(' '),
);

const timesToCome = new Set(['tomorrow', 'tonight', 'later', 'soon', 'shortly', 'next', 'tmrw', 'tomoz']);

function isTimeToCome(words: readonly Word[], { first }: Hit): boolean {
  return timesToCome.has(words[first]?.word ?? '');
}

function isWithin(hit: { first: number; last: number }, other: { first: number; last: number }): boolean {
  const longer = other.last - other.first > hit.last - hit.first;
  return longer && overlaps(hit, other);
}

/** The clause that a word is in. */
export function clauseAt({ clauses }: Pick<Utterance, 'clauses'>, word: number): number {
  return clauses.findIndex(({ first, last }) => word >= first && word < last);
}
