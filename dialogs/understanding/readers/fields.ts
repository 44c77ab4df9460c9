import type { Answer } from '../../../workflows/scheme.js';
import type { Act, Proposal, Slot, SlotId } from '../acts.js';
import type { Reads } from '../../conversation.js';
import { readAnswer, readAnswerIn, type Reading } from '../answers.js';
import type { Around } from '../around.js';
import { openOf } from '../choice.js';
import { Lexicon, overlaps, type Hit } from '../lexicon.js';
import { mentionsIn, type Mention } from '../mentions.js';
import type { Parsed } from '../status.js';
import { inWords } from './answer.js';
import { answersOf } from './answers.js';
import { normalise } from '../text.js';
import { typedOf } from '../utterance.js';

/**
 * Answers that are named: "change work email to …", "mentor should be Priti, and make it 3 places", "the postcode is wrong,
 * it's …", "no, Bolton". The value told with the change is used; without one the question is opened.
 */
export function readFields(parsed: Parsed, around: Around): Proposal | undefined {
  const fields = around.slots.filter(({ id }) => /^(?:elig|form|row):/.test(id));
  // "They funded 2 places" tells what has come about, and changes no answer.
  const isChanging = parsed.cues.some(
    (cue) =>
      cue.kind === 'put-right' &&
      !parsed.cues.some((other) => other.kind === 'retracts' && overlaps(other, cue)),
  );
  if (!isChanging && around.ear.factsIn(parsed, ['funded', 'refused', 'sent', 'recruited']).length > 0)
    return undefined;
  // With nothing told yet there is nothing to name but what is to be changed: whoever begins is heard by `begin.ts`.
  if (!parsed.has('put-right') && !around.slots.some(({ value }) => value !== undefined)) return undefined;
  const mentions = mentionsIn(parsed, around.slots).flatMap((mention) => {
    const slots = inReach(
      mention.slots.filter((slot) => fields.includes(slot)),
      parsed,
      around,
    );
    return slots.length > 0 ? [{ ...mention, slots }] : [];
  });
  const swapped = readNotOld(parsed, around, fields);
  if (swapped) return swapped;
  const acts: Act[] = [];
  const used: { first: number; last: number }[] = [];
  let isSure = true;
  mentions.forEach((mention, n) => {
    if (mention.slots.every(({ id }) => id === around.openSlot)) return;
    const until = mentions[n + 1]?.first ?? parsed.words.length;
    const from = n === 0 ? 0 : (mentions[n - 1]?.last ?? 0);
    const told = valueAround(parsed, around, mention, from, until);
    if (!told) return;
    used.push(mention, ...told.used);
    if (told.reading.kind === 'confirm') isSure = false;
    acts.push({ kind: 'tell', slot: told.slot.id, value: told.value });
  });
  const isPutRight = parsed.has('put-right');
  if (around.prompt.reads.type === 'menu') {
    for (const told of namedValues(parsed, around, fields, acts)) {
      used.push(...told.used);
      acts.push({ kind: 'tell', slot: told.slot.id, value: told.value });
    }
  }
  if (isForbidden(parsed)) return undefined;
  used.push(...oldIn(parsed, around, acts));
  const asks = parsed.clauses.every((clause) => clause.asks);
  if (acts.length === 0) {
    const named = mentions.flatMap(({ slots }) => slots);
    if (isPutRight && named.length > 0 && !asks) {
      const about = uniqueBy(named);
      const changes = about.slice(0, 1).map((slot): Act => ({ kind: 'change', slot: slot.id }));
      return proposal(
        parsed,
        around,
        changes,
        mentions,
        about.length === 1,
        `names ${about.map(({ id }) => id).join(', ')}`,
      );
    }
    return readLast(parsed, around, fields);
  }
  return proposal(parsed, around, acts, [...mentions, ...used], isSure, acts.map(sayAct).join(', '));
}

/** "Don't change the places to 3", "I was going to change them but no" change nothing. */
function isForbidden(parsed: Parsed): boolean {
  const { cues, words } = parsed;
  const isNoAtLast = answersOf(parsed).some(
    ({ kind, first, last }) => kind === 'no' && first > 0 && last === words.length,
  );
  if (isNoAtLast) return true;
  return cues.some(
    ({ kind, first }) =>
      kind === 'put-right' &&
      cues.some((cue) => cue.kind === 'denied' && cue.last === first && words[cue.first]?.word !== 'no'),
  );
}

/** "…, not Cumbria": what stands there now, named as what it is no longer. */
function oldIn(
  parsed: Parsed,
  around: Around,
  acts: readonly Act[],
): readonly { first: number; last: number }[] {
  return parsed.cues.flatMap((cue) => {
    if (cue.kind !== 'denied') return [];
    const last =
      parsed.clauses.find((clause) => cue.first >= clause.first && cue.first < clause.last)?.last ?? cue.last;
    const isOld = acts.some((act) => {
      const slot = act.kind === 'tell' ? around.slots.find(({ id }) => id === act.slot) : undefined;
      const reading = slot?.reads && readAnswer(slot.reads, typedOf(parsed, cue.last, last), around.today);
      return reading?.kind === 'value' && reading.value === slot?.value;
    });
    return isOld ? [{ first: cue.first, last }] : [];
  });
}

/** "No, Bolton", "sorry, I meant 3": no name, but something told last that can be read so. */
function readLast(parsed: Parsed, around: Around, fields: readonly Slot[]): Proposal | undefined {
  const { words } = parsed;
  const lead = parsed.cues.filter(
    ({ kind, first }) =>
      first === 0 && (kind === 'put-right' || kind === 'retracts' || kind === 'no' || kind === 'courtesy'),
  );
  if (lead.length === 0 || !parsed.has('put-right', 'retracts', 'no'))
    return readAddressAgain(parsed, around, fields);
  // "Change" and a word names something; it is no value.
  if (changing.has(words[0]?.word ?? '')) return undefined;
  // "Put the job description back": a check is named, and no value.
  const names = mentionsIn(parsed, around.slots).flatMap(({ slots }) => slots);
  if (names.length > 0 && names.every(({ id }) => id.startsWith('check:'))) return undefined;
  const { reads } = around.prompt;
  // "No, 3" may answer what is open; "make it 3" puts right what was told before.
  const isPlainNo = !lead.some(({ kind }) => kind === 'put-right' || kind === 'retracts');
  if (isPlainNo && reads.type !== 'menu' && isWhollyRead(reads, parsed.typed, around)) return undefined;
  const first = edgeAfter(parsed, Math.max(...lead.map(({ last }) => last)), words.length);
  // "Morning, no" is a no and no value.
  if (answersOf(parsed).some((one) => one.first >= first)) return undefined;
  for (const id of around.last) {
    const slot = fields.find((one) => one.id === id);
    if (!slot?.reads || slot.locked || (isPlainNo && slot.reads.type === 'yesNo')) continue;
    const told = readValue(parsed, around, slot, first, words.length);
    // "No sign of anyone …" is no new reason.
    if (isPlainNo && slot.reads.type === 'paragraph') continue;
    if (isPlainNo && told && !isNamedOption(slot, typedOf(parsed, first, words.length))) continue;
    if (!told || told.value === slot.value) continue;
    return proposal(
      parsed,
      around,
      [{ kind: 'tell', slot: slot.id, value: told.value }],
      told.used,
      told.reading.kind === 'value',
      `puts ${slot.id} right`,
    );
  }
  return undefined;
}

/** "Not ward manager, practice manager": what was told last is denied, and the right thing told. */
function readNotOld(parsed: Parsed, around: Around, fields: readonly Slot[]): Proposal | undefined {
  const { words, clauses } = parsed;
  if (words[0]?.word !== 'not') return undefined;
  for (const id of around.last) {
    const slot = fields.find((one) => one.id === id);
    if (!slot?.reads || slot.locked || slot.value === undefined) continue;
    for (const { first } of clauses.slice(1)) {
      const old = readAnswer(slot.reads, typedOf(parsed, 1, first), around.today);
      const told = readAnswer(slot.reads, typedOf(parsed, first, words.length), around.today);
      if (old.kind !== 'value' || told.kind !== 'value' || !isSame(old.value, slot.value)) continue;
      const act: Act = { kind: 'tell', slot: slot.id, value: told.value };
      const all = [{ first: 0, last: words.length }];
      const made = proposal(parsed, around, [act], all, true, `puts ${slot.id} right`);
      return { ...made, status: 'stated', marks: new Set([...(made.marks ?? []), 'put-right']) };
    }
  }
  return undefined;
}

function isSame(one: Answer, other: Answer): boolean {
  return normalise(String(one)) === normalise(String(other));
}

/**
 * "I transposed two figures, it is 01632 960147", said to the question after it: an address, a phone number or a postcode
 * that is another one than was told last, where nothing of its kind is asked, puts that right.
 */
function readAddressAgain(parsed: Parsed, around: Around, fields: readonly Slot[]): Proposal | undefined {
  const { reads } = around.prompt;
  for (const id of around.last) {
    const slot = fields.find((one) => one.id === id);
    if (!slot?.reads || slot.locked || slot.value === undefined) continue;
    if (
      openOf(slot.reads, false) !== 'address' ||
      slot.reads.type === reads.type ||
      reads.type === 'paragraph'
    )
      continue;
    const { reading } = readAnswerIn(slot.reads, parsed.typed, around.today);
    if (reading.kind !== 'value' || reading.value === slot.value) continue;
    const acts = [{ kind: 'tell', slot: slot.id, value: reading.value } as const];
    const told = proposal(parsed, around, acts, [], false, `puts ${slot.id} right, by its form`);
    return { ...told, marks: new Set(['put-right', 'value']) };
  }
  return undefined;
}

/** Does it answer what is open, with nothing left over? "No, 3" leaves the 3. */
function isWhollyRead(reads: Reads, typed: string, { today }: Around): boolean {
  const { reading, rest } = readAnswerIn(reads, typed, today);
  return reading.kind !== 'none' && (rest === '' || reading.kind !== 'value') && !/\d/.test(rest);
}

/** After a bare no only an option's own name puts an earlier choice right: "no, all the same" names none. */
function isNamedOption({ reads }: Slot, typed: string): boolean {
  if (reads?.type !== 'choice') return true;
  const said = normalise(typed);
  return reads.options.some(({ label, value, also }) =>
    [label, value, ...also].map(normalise).includes(said),
  );
}

const changing = new Set('change changed edit amend update fix set switch swap correct replace'.split(' '));

const prefers = new Set(['instead', 'prefer', 'rather', 'actually', 'gone', 'changed', 'meant', 'should']);

/** On a page, a university or an intake says by itself what it is: "we've gone with Edge Hill instead of Cumbria". */
function namedValues(
  parsed: Parsed,
  { ear }: Around,
  fields: readonly Slot[],
  acts: readonly Act[],
): readonly {
  readonly slot: Slot;
  readonly value: string;
  readonly used: readonly { first: number; last: number }[];
}[] {
  if (!parsed.has('put-right') && !parsed.words.some(({ word }) => prefers.has(word))) return [];
  return fields.flatMap((slot) => {
    const { reads } = slot;
    const isTold = acts.some((act) => act.kind === 'tell' && act.slot === slot.id);
    if (isTold || slot.value === undefined || (reads?.type !== 'university' && reads?.type !== 'intake'))
      return [];
    const options =
      reads.type === 'university'
        ? reads.universities.map(({ id, name, also }) => [id, [name, ...also]] as const)
        : reads.intakes.map(({ id, label, also }) => [id, [label, ...also]] as const);
    const lexicon = new Lexicon(options.map(([id, names]) => [id, names.map(normalise)] as const));
    const hits = lexicon.in(parsed.words);
    const longest = hits.filter(
      (hit) => !hits.some((one) => one.last - one.first > hit.last - hit.first && overlaps(one, hit)),
    );
    const isLeft = ({ first }: Hit): boolean =>
      leaves.has(parsed.words[first - 1]?.word ?? '') ||
      ear.statusOf(parsed, { first, last: first + 1 }) === 'denied';
    const [hit, ...more] = longest.filter((one) => !isLeft(one) && one.kind !== slot.value);
    return hit && more.length === 0 ? [{ slot, value: hit.kind, used: longest }] : [];
  });
}

/** "Instead of Cumbria", "to Cumbria" in what is preferred: what is left. */
const leaves = new Set(['of', 'not', 'than', 'to', 'from', 'over']);

/** What a wording names here: a trainee's row before the form behind it, and only the row that is meant. */
function inReach(slots: readonly Slot[], parsed: Parsed, around: Around): readonly Slot[] {
  const rows = slots.filter(({ id }) => id.startsWith('row:'));
  if (rows.length === 0) return slots;
  const row = rowIn(parsed) ?? /^(?:row|support):(\d+):/.exec(around.openSlot ?? '')?.[1];
  const count = new Set(rows.map(({ id }) => id.split(':')[1])).size;
  const wanted = rows.filter(({ id }) => id.split(':')[1] === (row ?? (count === 1 ? '0' : undefined)));
  return wanted.length > 0 ? wanted : rows;
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];
const counts = ['one', 'two', 'three', 'four', 'five', 'six'];

/** "Trainee 2", "the second one": the row, from 0. */
function rowIn({ words }: Parsed): string | undefined {
  for (const [n, { word }] of words.entries()) {
    const next = words[n + 1]?.word ?? '';
    if (['trainee', 'row', 'number'].includes(word)) {
      if (/^[1-9]$/.test(next)) return String(Number(next) - 1);
      if (counts.includes(next)) return String(counts.indexOf(next));
    }
    if (ordinals.includes(word) && ['one', 'trainee', 'person', 'row', 'ones'].includes(next))
      return String(ordinals.indexOf(word));
  }
  return undefined;
}

interface ValueTold {
  readonly slot: Slot;
  readonly value: Answer;
  readonly reading: Reading;
  readonly used: readonly { readonly first: number; readonly last: number }[];
}

/** The value beside a name: behind it ("postcode is BL4 0JX"), or before it ("make it 3 places, not 2"). */
function valueAround(
  parsed: Parsed,
  around: Around,
  { first, last, slots }: Mention,
  from: number,
  until: number,
): ValueTold | undefined {
  const behind = edgeAfter(parsed, last, until);
  const clause = parsed.clauses.find((one) => first >= one.first && first < one.last);
  const since = Math.max(from, clause?.first ?? 0);
  const denied = parsed.cues.some((cue) => cue.kind === 'denied' && cue.first === behind);
  // "The workforce plan is done" tells how far the check is, and is no text for the form.
  const isOfCheck = around.ear.factsIn(parsed, ['done', 'in-progress', 'not-started']).length > 0;
  for (const slot of slots) {
    if (!slot.reads) continue;
    const ends = endOf(parsed, slot, last, until);
    if (ends) return ends;
    const isLed = behind > last || parsed.has('put-right');
    const isWordy =
      slot.reads.type === 'paragraph' || (slot.reads.type === 'text' && slot.reads.shape === undefined);
    const told =
      denied || (isWordy && (!isLed || isOfCheck))
        ? undefined
        : readValue(parsed, around, slot, behind, until);
    if (told) return told;
    const before = edgeAfter(parsed, since, first);
    // "Scratch two places, make it …": what is led to behind the name is the new one.
    const isLedBehind = parsed.cues.some(
      (cue) => cue.kind === 'put-right' && cue.first >= last && cue.first < behind,
    );
    const ahead =
      !isWordy && !isLedBehind && before < first
        ? readValue(parsed, around, slot, before, edgeBefore(parsed, before, first))
        : undefined;
    if (ahead) return ahead;
  }
  return undefined;
}

/** "The phone ends 457": the last of what stands there, put right. */
function endOf(parsed: Parsed, slot: Slot, from: number, until: number): ValueTold | undefined {
  const at = parsed.words.findIndex(
    ({ word }, n) => n >= from && n < until && ['end', 'ends', 'ending', 'finishes'].includes(word),
  );
  const digits =
    at < 0
      ? ''
      : parsed.words
          .slice(at + 1, until)
          .map(({ word }) => word)
          .filter((word) => /^\d+$/.test(word))
          .join('');
  const old = typeof slot.value === 'string' ? slot.value : '';
  if (slot.reads?.type !== 'phone' || digits === '' || old.replace(/\D/g, '').length <= digits.length)
    return undefined;
  let left = digits.length;
  const kept = [...old].reverse().map((one) => (/\d/.test(one) && left > 0 ? digits[--left] : one));
  const value = kept.reverse().join('');
  return { slot, value, reading: { kind: 'value', value }, used: [{ first: at, last: until }] };
}

function readValue(
  parsed: Parsed,
  around: Around,
  slot: Slot,
  first: number,
  last: number,
): ValueTold | undefined {
  if (!slot.reads || first >= last) return undefined;
  // "3, not 2": what is denied is the old one.
  const denied = parsed.cues.find((cue) => cue.kind === 'denied' && cue.first > first && cue.first < last);
  const instead = parsed.cues.find(
    (cue) => cue.kind === 'put-right' && cue.first > first && cue.first < last && isInstead(parsed, cue),
  );
  const end = edgeEnd(parsed, first, Math.min(denied?.first ?? last, instead?.first ?? last));
  if (!parsed.has('put-right') && !isNamedIn(parsed, slot, first, end)) return undefined;
  const reading = readAnswer(slot.reads, typedOf(parsed, first, end), around.today);
  if (reading.kind !== 'value' && reading.kind !== 'confirm') return undefined;
  // "My answer about study days": what only holds a sentence together is nobody's name.
  const isEmpty = parsed.words
    .slice(first, end)
    .every(({ word }) => around.ear.lists.cues.function.has(word));
  if (isEmpty && inWords.has(slot.reads.type)) return undefined;
  return { slot, value: reading.value, reading, used: [{ first, last }] };
}

/** "… instead of Mondays": from here on it is the old one. */
function isInstead({ words }: Parsed, { first, last }: Hit): boolean {
  return words[first]?.word === 'instead' && words[last - 1]?.word === 'of';
}

/** Told in passing, one of a list has to be named: "support the role first" names no first role. */
function isNamedIn({ words }: Parsed, { reads }: Slot, first: number, last: number): boolean {
  if (reads?.type !== 'choice') return true;
  const names = reads.options.flatMap(({ label, value, also }) => [label, value, ...also].map(normalise));
  return new Lexicon([['', names]]).in(words).some((hit) => hit.first >= first && hit.last <= last);
}

/** Words that lead from a name to its value, or to it from the beginning. */
const edges: ReadonlySet<string> = new Set(
  'is are was to the a an of as for from it that this be been should will would now actually my our his her their please and in with called not'.split(
    ' ',
  ),
);

function edgeAfter(parsed: Parsed, first: number, until: number): number {
  let at = first;
  for (;;) {
    const cue = parsed.cues.find(
      ({ kind, first: start, last }) =>
        start === at &&
        last <= until &&
        // "Rather than two" denies, and leads to nothing.
        !parsed.cues.some((one) => one.kind === 'denied' && one.first === start && one.last > last) &&
        (kind === 'put-right' || kind === 'lead-ins' || kind === 'filler' || kind === 'courtesy'),
    );
    if (cue) at = cue.last;
    else if (at < until && edges.has(parsed.words[at]?.word ?? '') && parsed.words[at]?.word !== 'not') at++;
    else return at;
  }
}

/** "… will be Denise Hart instead, please": what follows a value and is none of it. */
function edgeEnd(parsed: Parsed, from: number, until: number): number {
  let at = until;
  for (;;) {
    const cue = parsed.cues.find(
      ({ kind, first, last }) =>
        last === at && first > from && ['put-right', 'filler', 'courtesy'].includes(kind),
    );
    if (!cue) return at;
    at = cue.first;
  }
}

function edgeBefore(parsed: Parsed, from: number, until: number): number {
  let at = until;
  while (at > from && edges.has(parsed.words[at - 1]?.word ?? '')) at--;
  return at;
}

function proposal(
  parsed: Parsed,
  { ear, known }: Around,
  acts: readonly Act[],
  used: readonly { readonly first: number; readonly last: number }[],
  isSure: boolean,
  because: string,
): Proposal {
  const unknown = ear.unknownIn(parsed, { first: 0, last: parsed.words.length }, used, known);
  const isPutRight = parsed.has('put-right') || parsed.has('no');
  return {
    ...{
      reader: 'fields',
      acts,
      whole: unknown.length === 0 && isSure,
      sure: unknown.length === 0 ? 1 : 0.5,
    },
    status: cautions.find((kind) => parsed.has(kind)) ?? (isToCome(parsed) ? 'meant' : 'stated'),
    marks: new Set([
      ...(used.length > 0 ? (['named'] as const) : []),
      ...(isPutRight ? (['put-right'] as const) : []),
      ...(acts.some(({ kind }) => kind === 'tell') ? (['value'] as const) : []),
      ...(parsed.clauses.every(({ asks }) => asks) ? (['asks'] as const) : []),
    ]),
    because: unknown.length > 0 ? `${because}; not explained: ${unknown.join(' ')}` : because,
  };
}

const cautions = ['condition', 'others', 'lapsed', 'part', 'doubt'] as const;

/** "Tomorrow I'll change it": the change itself is to come. "I want to change it" asks for it now. */
function isToCome({ cues, words }: Parsed): boolean {
  const first = cues.find(({ kind }) => kind === 'put-right')?.first ?? words.length;
  return cues.some(
    (cue) => cue.kind === 'meant' && cue.last <= first && !asksNow.has(words[cue.first]?.word ?? ''),
  );
}

const asksNow = new Set(
  'want wants need needs have has must got should could would let to happy like'.split(' '),
);

function sayAct(act: Act): string {
  return act.kind === 'tell' ? `${act.slot} = ${String(act.value)}` : act.kind;
}

function uniqueBy(slots: readonly Slot[]): readonly Slot[] {
  const seen = new Set<SlotId>();
  return slots.filter(({ id }) => !seen.has(id) && seen.add(id));
}
