import type { FactKind } from '../../../data/language/language.js';
import type { Act, Proposal, Slot, SlotId, Statuses } from '../acts.js';
import { overlaps } from '../lexicon.js';
import { mentionsIn, type Mention } from '../mentions.js';
import type { Around } from '../around.js';
import { clauseAt, type Parsed, type Status, type Told } from '../status.js';
import { readAnswer } from '../answers.js';
import { isAndSo, typedOf } from '../utterance.js';
import { answersOf } from './answers.js';
import { readDay } from './days.js';

/** How far a readiness check is, of one or of several: "JD and person spec done, HR still looking", "all but the board". */

const kinds: readonly FactKind[] = ['done', 'in-progress', 'not-started', 'dont-know'];

/** Checks that are told of together, and what is told of them. */
interface Group {
  readonly checks: readonly Slot[];
  readonly told: ToldOf[];
  readonly isNamed: boolean;
}

/** A fact's words, or a yes or a no that stands for one. */
interface ToldOf extends Told {
  readonly isAnswer?: true;
}

export function readChecks(parsed: Parsed, around: Around): Proposal | undefined {
  const checks = around.slots.filter(({ id }) => id.startsWith('check:'));
  const open = checks.find(({ id }) => id === around.openCheck);
  // "On board" is told of somebody, and is no board.
  const wordings = around.ear.factsIn(parsed, kinds);
  const mentions = mentionsIn(parsed, around.slots).flatMap((mention) => {
    const slots = mention.slots.filter(({ id }) => id.startsWith('check:'));
    const isWithin = wordings.some(
      (fact) => overlaps(fact, mention) && fact.last - fact.first > mention.last - mention.first,
    );
    return slots.length > 0 && !isWithin ? [{ ...mention, slots }] : [];
  });
  const said = mentions.length > 0 || open !== undefined;
  if (!said || parsed.words.length === 0) return undefined;
  const excepted = exceptedIn(parsed, around, mentions);
  const isExcepting = (cue: Cue): boolean =>
    excepted.cues.some((one) => one === cue || (cue.kind === 'denied' && overlaps(one, cue)));
  const rest = { ...parsed, cues: parsed.cues.filter((cue) => !isExcepting(cue)) };
  const groups = groupsOf(apart(rest, around, mentions), around, checks, mentions, excepted.checks, open);
  const tells = new Map<SlotId, Act>();
  const person = personIn(parsed, around, mentions);
  let status: Status = 'stated';
  for (const { checks: about, told } of groups) {
    const meant = statusOf(parsed, told);
    if (!meant) continue;
    // Who confirmed it may be unknown, and the check is done all the same.
    const asksDetail = around.prompt.step.startsWith('readiness:detail:');
    if (asksDetail && mentions.length === 0 && meant.value === 'dont-know') continue;
    if (meant.status !== 'stated') status = meant.status;
    for (const slot of about)
      tells.set(slot.id, {
        kind: 'tell',
        slot: slot.id,
        value: meant.value,
        ...besideIn(parsed, around, person, meant.value),
      });
  }
  const acts = [...tells.values()];
  if (acts.length === 0) return open && mentions.length === 0 ? atLeast(parsed, open) : undefined;
  const all = { first: 0, last: parsed.words.length };
  const isNoted = acts.some((act) => act.kind === 'tell' && act.who !== undefined);
  const used = [...mentions, ...(person && isNoted ? [person] : [])];
  const unknown = around.ear
    .unknownIn(parsed, all, used, around.known)
    .filter((word) => !around.ear.lists.all.has(word));
  const isNamed = groups.some((group) => group.isNamed && group.told.length > 0);
  const marks = new Set([
    ...(isNamed ? (['named'] as const) : []),
    ...(parsed.has('put-right') ? (['put-right'] as const) : []),
    ...(parsed.clauses.every(({ asks }) => asks) ? (['asks'] as const) : []),
  ]);
  return {
    ...{
      reader: 'checks',
      acts,
      status,
      marks,
      whole: unknown.length === 0,
      sure: unknown.length === 0 ? 1 : 0.6,
    },
    because: `${acts.map((act) => (act.kind === 'tell' ? `${act.slot} ${act.value}` : '')).join(', ')}${unknown.length > 0 ? `; not explained: ${unknown.join(' ')}` : ''}`,
  };
}

/** "In progress, Tracy in HR has it, by 22 January": who, and by when, where they are told with it. */
function besideIn(
  parsed: Parsed,
  around: Around,
  person: Person | undefined,
  status: Statuses,
): { who?: string; by?: string } {
  if (status !== 'done' && status !== 'in-progress') return {};
  const by = status === 'in-progress' ? readDay(parsed, around.today, 'future')?.date : undefined;
  return { ...(person ? { who: person.who } : {}), ...(by ? { by } : {}) };
}

/** Who does it or has confirmed it, and the words that say so. */
interface Person {
  readonly who: string;
  readonly first: number;
  readonly last: number;
}

/** "Jane Roe in HR confirmed them", "confirmed by Jane Roe". What is done is not who did it. */
function personIn(parsed: Parsed, around: Around, mentions: readonly Mention[]): Person | undefined {
  const { words, clauses } = parsed;
  for (const { first, last } of clauses) {
    const at = words.findIndex(({ word }, n) => n >= first && n < last && does.has(word));
    if (at < 0) continue;
    const isBy = words[at + 1]?.word === 'by';
    const [from, to] = isBy ? [at + 2, last] : [first, at];
    const isNamed = mentions.some((one) => overlaps(one, { first: from, last: to }));
    const isAll = words.slice(from, to).some(({ word }) => around.ear.lists.all.has(word));
    if (from >= to || isNamed || isAll) continue;
    const reading = readAnswer(contact, typedOf(parsed, from, to), around.today);
    if (reading.kind === 'value') return { who: String(reading.value), first: from, last: to };
  }
  return undefined;
}

const contact = { type: 'name', min: 1, max: 120, shape: 'contact' } as const;
const does = new Set(['has', 'have', 'confirmed', 'signed', 'approved', 'wrote']);

/** Everything that is told of checks, in order. What only holds a sentence together tells nothing. */
function toldIn(parsed: Parsed, around: Around, mentions: readonly Mention[]): readonly ToldOf[] {
  const { words, cues, clauses } = parsed;
  const wordAt = (n: number): string => words[n]?.word ?? '';
  const isBody = (n: number): boolean =>
    cues.some(({ kind, first, last }) => kind === 'people' && n >= first && n < last);
  const all = around.ear
    .factsIn(parsed, kinds)
    .filter((fact) => !mentions.some((one) => overlaps(one, fact)));
  const facts = all.flatMap((fact): Told[] => {
    const { kind, first, last } = fact;
    // "Agreed with finance" is agreed, and "with finance" alone is on its way.
    if (
      ['with', 'by'].includes(wordAt(first)) &&
      all.some((one) => one.kind === 'done' && one.last === first)
    )
      return [];
    // "Ok so HR has completed it": a word that leads to what is told.
    const isLead = first === 0 && last === 1 && around.ear.lists.cues.filler.has(wordAt(0)) && all.length > 1;
    if (isLead) return [];
    if (kind === 'done' && wordAt(first - 1) === 'being') return [{ ...fact, kind: 'in-progress' }];
    // "Do it now" asks for something; "I will do it" tells of it.
    if (fact.form === 'toCome' && !parsed.has('meant', 'condition', 'denied', 'doubt')) return [];
    // "It is", "we have": an answer only where nothing comes after it.
    const isShort = last - first === 2 && shorts.has(wordAt(last - 1));
    if (kind === 'done' && isShort && clauses[fact.clause]?.last !== last) return [];
    // "HR have it": on its way; "we have it" is done.
    const isHeld = kind === 'done' && holding.has(wordAt(first)) && isBody(first - 1);
    return [isHeld ? { ...fact, kind: 'in-progress' } : fact];
  });
  const answers = answersIn(parsed, around, facts);
  const told = [...facts, ...answers, ...heldIn(parsed, [...facts, ...answers])];
  return [...told, ...echoesIn(parsed, told)].sort((a, b) => a.first - b.first);
}

/** "The plan is done and so is the job description": the same is told again. */
function echoesIn(parsed: Parsed, told: readonly ToldOf[]): readonly ToldOf[] {
  return parsed.words.flatMap((_, n) => {
    const [same] = isEcho(parsed, n) ? told.filter(({ last }) => last <= n).slice(-1) : [];
    return same ? [{ ...same, first: n, last: n + 2, clause: clauseAt(parsed, n) }] : [];
  });
}

function isEcho({ words }: Parsed, n: number): boolean {
  return isAndSo(words, n) && shorts.has(words[n + 1]?.word ?? '');
}

const shorts = new Set(['is', 'are', 'have', 'do', 'has']);
const holding = new Set(['have', 'has', 'got']);

/** "With Priya in HR", "it's with the panel": on its way, where nothing else is told. */
function heldIn(parsed: Parsed, told: readonly Told[]): readonly Told[] {
  if (told.length > 0) return [];
  const { words, cues } = parsed;
  const first = words.findIndex(({ word }) => word === 'with');
  const isHeld =
    first >= 0 && cues.some((cue) => cue.kind === 'people' && cue.first > first && cue.first - first <= 4);
  const clause = clauseAt(parsed, first);
  return isHeld
    ? [{ kind: 'in-progress', form: 'so', first, last: first + 1, clause, status: 'stated' }]
    : [];
}

/** "JD yes person spec not yet": each thing that is named behind something told begins a clause of its own. */
function apart(parsed: Parsed, { ear }: Around, mentions: readonly Mention[]): Parsed {
  const tells = [...ear.factsIn(parsed, kinds), ...answersOf(parsed)];
  const clauses = parsed.clauses.flatMap((clause) => {
    const cuts = mentions
      .map(({ first }) => [first - 3, first - 2].find((n) => isEcho(parsed, n)) ?? first)
      .filter((at) => at > clause.first && at < clause.last)
      .filter((at) => tells.some(({ first, last }) => first >= clause.first && last <= at))
      // A fact that begins its clause is about what it names behind it.
      .filter((at) => mentions.some(({ first }) => first >= clause.first && first < at));
    return [clause.first, ...cuts].map((first, n, all) => ({
      ...clause,
      first,
      last: all[n + 1] ?? clause.last,
    }));
  });
  return { ...parsed, clauses };
}

/** "Only if we get the money", "ward 3 have it, we haven't": enough to be shown back, and no more. */
function atLeast({ clauses, cues }: Parsed, open: Slot): Proposal | undefined {
  const last = clauses.at(-1);
  if (!last || clauses.some(({ asks }) => asks)) return undefined;
  const isDenied = cues.some(
    ({ kind, first, last: end }) => kind === 'denied' && first >= last.first && end === last.last,
  );
  const isConditional = cues.some(({ kind }) => kind === 'condition');
  if (!isDenied && !isConditional) return undefined;
  const value = isDenied ? 'not-started' : 'in-progress';
  return {
    ...{
      reader: 'checks',
      acts: [{ kind: 'tell', slot: open.id, value }],
      whole: false,
      status: 'stated',
      sure: 0.4,
    },
    because: isDenied ? 'ends with a denial' : 'only on a condition',
  };
}

/** Which checks each fact is about: those named before it, or the one that is open, or the one told last. */
function groupsOf(
  parsed: Parsed,
  around: Around,
  checks: readonly Slot[],
  mentions: readonly Mention[],
  excepted: ReadonlySet<SlotId>,
  open: Slot | undefined,
): readonly Group[] {
  const told = toldIn(parsed, around, mentions);
  const groups: Group[] = [];
  const { lists } = around.ear;
  const consumed = new Set<number>();
  let pending: Slot[] = [];
  let current: Group | undefined;
  const begin = (about: readonly Slot[], isNamed: boolean): Group => {
    const group = { checks: about, told: [], isNamed };
    groups.push(group);
    return group;
  };
  const tokens = [
    ...allIn(parsed, lists.all, told, excepted.size > 0, open).map((at) => ({ at, all: true })),
    ...mentions.map((mention) => ({ at: mention.first, mention })),
    ...told.map((fact) => ({ at: fact.first, fact })),
  ].sort((a, b) => a.at - b.at);
  for (const [n, token] of tokens.entries()) {
    if ('mention' in token) {
      if (consumed.has(token.at) || token.mention.slots.some(({ id }) => excepted.has(id))) continue;
      if (current && pending.length === 0) current = undefined;
      pending.push(...token.mention.slots);
    } else if ('all' in token) {
      // "The HR arrangements are all agreed", "JD and person spec are both done".
      if (pending.length > 0) continue;
      pending = checks.filter(
        (slot) => slot.section === (open?.section ?? 'essential') && !excepted.has(slot.id),
      );
    } else {
      // "Yes the job description is written": a yes to what is named behind it.
      if (token.fact.isAnswer && isLeadTo(parsed, tokens, n)) continue;
      // "HR has completed the job description": what it is about may stand behind it.
      if (pending.length === 0 && !token.fact.isAnswer)
        for (const { at, slots } of behind(parsed, tokens, n, excepted)) {
          pending.push(...slots);
          consumed.add(at);
        }
      if (pending.length > 0) {
        current = begin(pending, true);
        pending = [];
      }
      current ??= begin(openOrLast(parsed, around, checks, open), false);
      current.told.push(token.fact);
    }
  }
  // "All done: JD and person spec": what is named behind it.
  const last = groups.at(-1);
  if (pending.length > 0 && last && !last.isNamed && last.told.some((fact) => !fact.isAnswer)) {
    groups[groups.length - 1] = { ...last, checks: pending, isNamed: true };
  }
  return groups.filter((group) => group.checks.length > 0);
}

interface Token {
  readonly at: number;
  readonly mention?: Mention;
  readonly fact?: ToldOf;
}

/** Of a fact that nothing is named before in its clause: what is named behind it there, up to the next fact. */
function behind(
  { clauses }: Parsed,
  tokens: readonly Token[],
  n: number,
  excepted: ReadonlySet<SlotId>,
): readonly { readonly at: number; readonly slots: readonly Slot[] }[] {
  const at = tokens[n]?.at ?? 0;
  const clause = clauses.find(({ first, last }) => at >= first && at < last);
  if (!clause) return [];
  const here = tokens.filter((one) => one.at >= clause.first && one.at < clause.last);
  if (here.some((one) => one.at < at && !one.fact?.isAnswer)) return [];
  const next = here.find((one) => one.fact && one.at > at)?.at ?? clause.last;
  return here.flatMap(({ at: place, mention }) => {
    const slots = mention?.slots.filter(({ id }) => !excepted.has(id)) ?? [];
    return place > at && place < next && slots.length > 0 ? [{ at: place, slots }] : [];
  });
}

/** A yes or a no that leads, with no mark after it, to something that is told of what is named. */
function isLeadTo({ clauses }: Parsed, tokens: readonly Token[], n: number): boolean {
  const at = tokens[n]?.at ?? 0;
  const clause = clauses.find(({ first, last }) => at >= first && at < last);
  const after = tokens.filter((one) => clause && one.at > at && one.at < clause.last);
  return after.some(({ mention }) => mention) && after.some(({ fact }) => fact && !fact.isAnswer);
}

function openOrLast(
  parsed: Parsed,
  around: Around,
  checks: readonly Slot[],
  open: Slot | undefined,
): readonly Slot[] {
  const last = checks.find(({ id }) => id === around.last[0]);
  const isOfFact = around.ear.factsIn(parsed, kinds).some(({ last: end }) => end === parsed.words.length);
  const saysLast =
    (!isOfFact || parsed.has('put-right')) &&
    [...around.ear.lists.lastOne].some((wording) => says(parsed, wording));
  const meant =
    saysLast && last && last !== open ? last : (open ?? (parsed.has('put-right') ? last : undefined));
  return meant ? [meant] : [];
}

/**
 * "All but HR", "all done but the board": of those that are named behind an exception nothing is told, and the exception
 * takes nothing from the others.
 */
function exceptedIn(
  parsed: Parsed,
  { ear }: Around,
  mentions: readonly Mention[],
): { readonly checks: ReadonlySet<SlotId>; readonly cues: readonly Cue[] } {
  const isFree = ({ first }: Mention): boolean => {
    const clause = parsed.clauses[clauseAt(parsed, first)];
    return !ear.factsIn(parsed, kinds).some((fact) => clause && overlaps(fact, clause));
  };
  // "All but HR", not "mostly the plan".
  const leads = parsed.cues.filter(
    ({ kind, first, last }) =>
      (kind === 'part' && parsed.words.slice(first, last).some(({ word }) => excepts.has(word))) ||
      (kind === 'ends' && last - first === 1 && parsed.words[first]?.word === 'but'),
  );
  const pairs = mentions.flatMap((mention) => {
    const lead = leads.find(({ last }) => last <= mention.first && mention.first - last <= 3);
    return lead && (lead.kind === 'part' || isFree(mention)) ? [{ mention, lead }] : [];
  });
  return {
    checks: new Set(pairs.flatMap(({ mention }) => mention.slots.map(({ id }) => id))),
    cues: pairs.map(({ lead }) => lead),
  };
}

const excepts = new Set(
  'apart except excepting exception but bar barring other aside excluding excl minus besides save not'.split(
    ' ',
  ),
);

type Cue = Parsed['cues'][number];

/** A yes or a no, where no fact's words hold it: it tells that it is done, or is not. */
function answersIn(parsed: Parsed, { ear }: Around, facts: readonly Told[]): readonly ToldOf[] {
  return answersOf(parsed).flatMap((cue) => {
    if (facts.some((fact) => overlaps(fact, cue))) return [];
    const kind = cue.kind === 'yes' ? 'done' : 'not-started';
    const status = ear.statusOf(parsed, cue);
    const { first, last } = cue;
    // "I would not say yes" is no "no".
    const isDenied = status === 'denied' || status === 'maybe';
    return [
      {
        kind,
        first,
        last,
        form: 'so',
        clause: clauseAt(parsed, first),
        isAnswer: true,
        status: isDenied ? 'maybe' : status,
      },
    ];
  });
}

function allIn(
  parsed: Parsed,
  all: ReadonlySet<string>,
  told: readonly Told[],
  hasException: boolean,
  open: Slot | undefined,
): readonly number[] {
  const { words } = parsed;
  const isMany =
    hasException || (!/s$/i.test(open?.label ?? '') && words.some(({ word }) => severals.has(word)));
  const found: number[] = [];
  words.forEach((_, at) => {
    for (const count of [3, 2, 1]) {
      const wording = words.slice(at, at + count).map(({ word }) => word);
      if (wording.length === count && all.has(wording.join(' '))) {
        // "All done" of one check is no "all of them", unless it goes on about them.
        const isWithin = told.some((fact) => fact.first === at && fact.last > at);
        const counts = count > 1 || told.some((fact) => fact.first > at && fact.first - at <= 3);
        if (isWithin ? isMany : counts) found.push(at);
        return;
      }
    }
  });
  return found.slice(0, 1);
}

/** Words for more than one thing. */
const severals = new Set(['they', 'them', 'theyre', "they're", 'these', 'those']);

function says({ words }: Parsed, wording: string): boolean {
  return ` ${words.map(({ word }) => word).join(' ')} `.includes(` ${wording} `);
}

/** Steps that come last: what they are denied of has been begun. */
const lastSteps =
  /\b(?:sign(?:ed)?(?: off)?|approved|finished|complete|completed|finalised|ratified|in writing)\b/;

/** What is told of one check, all taken together. Undefined: nothing that can be put down. */
function statusOf(
  { words }: Parsed,
  told: readonly Told[],
): { readonly value: Statuses; readonly status: Status } | undefined {
  if (told.some(({ status }) => status === 'asked' || status === 'others' || status === 'maybe'))
    return undefined;
  const of = (...wanted: FactKind[]): readonly Told[] => told.filter(({ kind }) => wanted.includes(kind));
  const done = of('done');
  if (of('dont-know').length > 0 && done.length === 0) return { value: 'dont-know', status: 'stated' };
  const is = (...wanted: Status[]): boolean => done.some(({ status }) => wanted.includes(status));
  const isLastStep = ({ first, last }: Told): boolean =>
    lastSteps.test(
      words
        .slice(first, last)
        .map(({ word }) => word)
        .join(' '),
    );
  const isBegun =
    of('in-progress').some(({ status }) => status !== 'denied') ||
    is('meant', 'condition', 'part', 'lapsed') ||
    (is('denied') && (is('stated') || done.some((one) => one.status === 'denied' && isLastStep(one))));
  if (isBegun) return { value: 'in-progress', status: 'stated' };
  const isNot = of('not-started', 'in-progress').length > 0 || is('denied');
  if (isNot) return { value: 'not-started', status: 'stated' };
  return done.length > 0 ? { value: 'done', status: is('doubt') ? 'doubt' : 'stated' } : undefined;
}
