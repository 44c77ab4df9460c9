import type { Act, Proposal, Slot } from '../acts.js';
import { readAnswer } from '../answers.js';
import type { Around } from '../around.js';
import { Lexicon, overlaps } from '../lexicon.js';
import type { Parsed } from '../status.js';
import { normalise } from '../text.js';
import { typedOf } from '../utterance.js';

/**
 * What somebody tells of themselves as they begin: "3 APs for our stroke ward in Bolton, we are an NHS trust". Each name of
 * an option is an answer to its question, and so are a number of places and a ward.
 */
export function readBegin(parsed: Parsed, around: Around): Proposal | undefined {
  const { slots, ear } = around;
  const isNew = !slots.some(({ id, value }) => id.startsWith('elig:') && value !== undefined);
  if (!isNew || !wants(parsed)) return undefined;
  const acts: Act[] = [];
  const used: { first: number; last: number }[] = [];
  for (const slot of slots.filter(({ id, locked }) => id.startsWith('elig:') && !locked)) {
    const hits = optionsOf(slot, around)
      .in(parsed.words)
      .filter((hit) => holds.has(ear.statusOf(parsed, hit)));
    const longest = hits.filter(
      (hit) => !hits.some((other) => other.last - other.first > hit.last - hit.first && overlaps(hit, other)),
    );
    const values = new Set(longest.map(({ kind }) => kind));
    const [value] = values;
    if (values.size !== 1 || value === undefined) continue;
    acts.push({ kind: 'tell', slot: slot.id, value });
    used.push(...longest);
  }
  const places = slots.find(
    ({ id, reads }) => id.startsWith('form:') && reads?.type === 'wholeNumber' && id.includes('places'),
  );
  const at = parsed.words.findIndex(
    ({ word }, n) => isNumber(word) && nouns.has(parsed.words[n + 1]?.word ?? ''),
  );
  if (places?.reads && at >= 0) {
    const reading = readAnswer(places.reads, typedOf(parsed, at, at + 1), around.today);
    if (reading.kind === 'value') {
      acts.push({ kind: 'tell', slot: places.id, value: reading.value });
      used.push({ first: at, last: at + 2 });
    }
  }
  if (acts.length === 0) return undefined;
  const unknown = ear.unknownIn(parsed, { first: 0, last: parsed.words.length }, used, around.known);
  return {
    ...{ reader: 'several', acts, status: 'stated', whole: unknown.length === 0, sure: 0.7 },
    // Whoever asks something, and not to apply, wants to know it: “can a nurse assess, and then get the AP to …”.
    marks: new Set(asksOnly(parsed) ? ['asks', 'firm'] : ['firm']),
    because: `begins, and tells ${acts.map((act) => (act.kind === 'tell' ? act.slot : '')).join(', ')}`,
  };
}

/** What is wanted is told, if it is not denied or another's. */
const holds: ReadonlySet<string> = new Set(['stated', 'meant', 'asked', 'doubt']);
const nouns = new Set(
  'ap aps tap taps place places trainee trainees assistant associate training slots'.split(' '),
);
const verbs = new Set(
  'apply applying want wants need needs like looking after get getting bid bidding requesting request'.split(
    ' ',
  ),
);

function wants({ words }: Parsed): boolean {
  const said = words.map(({ word }) => word);
  return (
    said.includes('apply') ||
    said.includes('applying') ||
    (said.some((word) => verbs.has(word)) && said.some((word) => nouns.has(word)))
  );
}

function asksOnly({ clauses, words }: Parsed): boolean {
  const applies = words.some(({ word }) => word === 'apply' || word === 'applying');
  return clauses.every(({ asks }) => asks) || (!applies && clauses.some(({ asks }) => asks));
}

function isNumber(word: string): boolean {
  return /^\d{1,2}$/.test(word) || ['one', 'two', 'three', 'four', 'five', 'six'].includes(word);
}

const lexicons = new WeakMap<Slot, Lexicon<string>>();

/** What names one option of a question; a bare yes or no names nothing. */
function optionsOf(slot: Slot, { ear }: Around): Lexicon<string> {
  const known = lexicons.get(slot);
  if (known) return known;
  const { cues } = ear.lists;
  const isName = (name: string): boolean =>
    name.length > 1 &&
    !cues.yes.has(name) &&
    !cues.no.has(name) &&
    !cues.doubt.has(name) &&
    !cues.denied.has(name) &&
    !cues.function.has(name);
  const options = slot.reads?.type === 'choice' ? slot.reads.options : [];
  const lexicon = new Lexicon(
    options.map(
      ({ value, label, also }) =>
        [
          value,
          [label, ...also]
            .map(normalise)
            .filter(isName)
            .flatMap((name) => [name, `${name}s`]),
        ] as const,
    ),
  );
  lexicons.set(slot, lexicon);
  return lexicon;
}
