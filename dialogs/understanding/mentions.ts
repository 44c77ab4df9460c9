import type { Slot, SlotId } from './acts.js';
import { Lexicon, overlaps, type Hit } from './lexicon.js';
import { clauseAt, type Parsed } from './status.js';

/** Something that can be told, named. One wording may name several things. */
export interface Mention {
  readonly first: number;
  readonly last: number;
  readonly slots: readonly Slot[];
}

const lexicons = new WeakMap<readonly Slot[], Lexicon<SlotId>>();

/** What is named in a message, in order; of wordings within one another only the longest. Pure. */
export function mentionsIn(parsed: Parsed, slots: readonly Slot[]): readonly Mention[] {
  let lexicon = lexicons.get(slots);
  if (!lexicon)
    lexicons.set(slots, (lexicon = new Lexicon(slots.map(({ id, names }) => [id, names] as const))));
  const hits = lexicon.in(parsed.words);
  const longest = hits.filter((hit) => !hits.some((other) => isLonger(other, hit) && overlaps(hit, other)));
  const byPlace = new Map<string, Mention>();
  for (const { kind, first, last } of longest) {
    const slot = slots.find(({ id }) => id === kind);
    if (!slot || isPerson(parsed, { first, last }, longest) || isOfAName(parsed, { first, last })) continue;
    // "The plan is to …": a wording of its own, and no plan.
    if (isOfACue(parsed, { first, last })) continue;
    const key = `${first}-${last}`;
    const before = byPlace.get(key)?.slots ?? [];
    byPlace.set(key, { first, last, slots: [...before, slot] });
  }
  return [...byPlace.values()].sort((a, b) => a.first - b.first);
}

function isOfACue({ cues }: Parsed, { first, last }: { first: number; last: number }): boolean {
  return cues.some(
    (cue) =>
      wordings.has(cue.kind) &&
      cue.first <= first &&
      cue.last >= last &&
      cue.last - cue.first > Math.max(2, last - first),
  );
}

const wordings: ReadonlySet<string> = new Set(['meant', 'doubt', 'condition', 'denied', 'no-effect']);

function isLonger(a: Hit<SlotId>, b: Hit<SlotId>): boolean {
  return a.last - a.first > b.last - b.first;
}

const towards = new Set([
  'by',
  'with',
  'from',
  'to',
  'at',
  'via',
  'asked',
  'told',
  'ask',
  'tell',
  'in',
  'when',
  'after',
  'once',
  'until',
  'till',
  'if',
]);
const objects = new Set(['it', 'them', 'that', 'this', 'us', 'me']);
const articles = new Set(['the', 'our', 'my', 'your']);

/** "Agreed with HR", "HR have it", "HR has completed the plan": there it is who does it, and not what is done. */
function isPerson(
  { words, cues, clauses }: Parsed,
  { first, last }: { first: number; last: number },
  all: readonly { readonly first: number; readonly last: number }[],
): boolean {
  const isBody = cues.some((cue) => cue.kind === 'people' && cue.first <= first && cue.last >= last);
  if (!isBody) return false;
  const lead = words[first - 1]?.word ?? '';
  const before = articles.has(lead) ? (words[first - 2]?.word ?? '') : lead;
  if (towards.has(before)) return true;
  const until = clauses[clauseAt({ clauses }, first)]?.last ?? last;
  // "HR forgot to complete the job description", "HR to complete it", but "HR and job description".
  const isDoer =
    !joins.has(words[last]?.word ?? '') && all.some((other) => other.first > last && other.last <= until);
  return isDoer || words.slice(last, until).some(({ word }) => objects.has(word));
}

const joins = new Set(['and', 'or', 'plus', 'n', '&', '+', 'arrangements', 'both', 'all']);

/** "Kingfisher Ward": a word of a name, by its capitals. */
function isOfAName({ words, typed }: Parsed, { first, last }: { first: number; last: number }): boolean {
  const isCapital = (n: number): boolean =>
    /^\p{Lu}\p{Ll}/u.test(typed.slice(words[n]?.from ?? 0, words[n]?.to ?? 0));
  return last - first === 1 && first > 0 && isCapital(first) && isCapital(first - 1);
}
