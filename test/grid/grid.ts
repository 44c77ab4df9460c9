import type { Mind } from '../../dialogs/conversation.js';
import { placeOf } from './states.js';
import { alarmIn, changed, Talk, type Stored } from './talk.js';
import {
  correct,
  held,
  manners,
  otherNames,
  readYaml,
  seen,
  statuses,
  wrapFact,
  wrapValue,
  type Clause,
  type Status,
  type Wrappings,
} from './transforms.js';

/*
 * The grid, as CheckList does it: capability × test type. It looks at `converse` from outside: an application at a place,
 * what is said, and what is stored before and after.
 */

interface Said {
  readonly name: string;
  readonly capability: string;
  readonly said: readonly string[];
}
interface FactSeed extends Said {
  readonly at: readonly string[];
  readonly want: Stored;
  readonly then?: readonly string[];
  readonly clause?: Clause;
  readonly wrapped?: Partial<Record<Status, readonly string[]>>;
  readonly skip?: readonly Status[];
  readonly swap?: readonly string[];
  readonly split?: readonly (readonly string[])[];
  readonly loses?: readonly string[];
  /** What a denial, and a doubt, may be taken for. */
  readonly no?: Stored;
  readonly unsure?: Stored;
}
interface ValueSeed extends Said {
  readonly at: string;
  readonly path: string;
  readonly n: string;
  readonly v: string;
  readonly is: string;
  readonly was: string;
  readonly only?: readonly string[];
  /** Can it be changed from the pages after it? */
  readonly later?: boolean;
}
interface OrderSeed extends Said {
  readonly at: readonly string[];
  readonly first?: readonly string[];
  readonly want: Stored;
  /** Paths that are as they were before `first`. */
  readonly back?: readonly string[];
  readonly not: readonly string[];
}
interface AlarmSeed {
  readonly name: string;
  readonly alarm: string;
  readonly said: readonly string[];
}

export const seeds = readYaml('seeds.yaml') as {
  facts: FactSeed[];
  values: ValueSeed[];
  orders: OrderSeed[];
  alarms: AlarmSeed[];
};

export type TestType = 'plain' | 'said otherwise' | 'not so' | 'put right' | 'no answer';
export const testTypes: readonly TestType[] = ['plain', 'said otherwise', 'not so', 'put right', 'no answer'];

/** One thing to try. */
export interface Case {
  readonly capability: string;
  readonly type: TestType;
  /** A cue class, or the way in which it was said otherwise. */
  readonly how: string;
  readonly held: boolean;
  readonly at: string;
  readonly first?: readonly string[];
  readonly say: readonly string[];
  /** What must be stored; undefined: nothing that is not in `may`. */
  readonly want?: Stored | undefined;
  /** Paths that must be as before `first`. */
  readonly back?: readonly string[] | undefined;
  readonly then?: readonly string[] | undefined;
  /** What else may change, with the values it may take: regular expressions. */
  readonly may: Stored;
  readonly alarm?: string;
}

export type Verdict = 'wrong' | 'missed' | 'asked back' | 'right';

export interface Tried {
  readonly case: Case;
  readonly verdict: Verdict;
  readonly why: string;
}

// ---- what there is to try

/** What a check may become by a sentence that does not say that it is done. */
const becomes: Partial<Record<Status, string>> = {
  denied: 'not-started|in-progress|dont-know',
  meant: 'not-started|in-progress',
  condition: 'not-started|in-progress|dont-know',
  part: 'in-progress',
  doubt: 'in-progress|dont-know',
  lapsed: 'not-started|in-progress',
  putright: 'not-started|in-progress',
  twice: 'in-progress|dont-know',
};
const anything = '.*';

function mayBecome({ want, no = {}, unsure = {} }: FactSeed, status: Status): Stored {
  const may: Record<string, string> = {};
  const instead = becomes[status];
  for (const path of Object.keys(want)) {
    if (!path.startsWith('ready.') || !instead) continue;
    may[path] = instead;
    if (status !== 'putright') may[`${path}.who`] = may[`${path}.by`] = anything;
  }
  if (['denied', 'meant', 'lapsed', 'putright'].includes(status)) Object.assign(may, no);
  if (['doubt', 'twice', 'condition'].includes(status)) Object.assign(may, unsure);
  return may;
}

/** Who and by when may be heard with a check, and a change takes the declaration back. */
function mayWith(want: Stored, loses: readonly string[] = []): Stored {
  const may: Record<string, string> = {};
  for (const path of Object.keys(want)) {
    if (path.startsWith('ready.')) may[`${path}.who`] = may[`${path}.by`] = anything;
  }
  for (const path of loses) may[path] = '';
  return may;
}

function* wrappedIn(cues: Wrappings, isHeld: boolean): Generator<Case> {
  for (const seed of seeds.facts) {
    for (const status of statuses) {
      if (!seed.clause || seed.skip?.includes(status)) continue;
      const own = seed.wrapped?.[status];
      const sentences = own ? (isHeld ? [] : own) : wrapFact(seed.clause, cues[status]);
      const may = mayBecome(seed, status);
      for (const at of seed.at)
        for (const sentence of sentences)
          yield {
            ...{ capability: seed.capability, type: 'not so', how: status, held: isHeld },
            ...{ at, say: [sentence], may },
          };
    }
  }
  for (const { capability, at, v, only } of seeds.values) {
    if (only) continue;
    for (const status of statuses)
      for (const sentence of wrapValue(v, cues[status]))
        yield { capability, type: 'not so', how: status, held: isHeld, at, say: [sentence], may: {} };
  }
}

function* corrections(cues: Wrappings, isHeld: boolean): Generator<Case> {
  for (const { capability, at, path, n, v, is, was, only, later = true } of seeds.values) {
    if (only) continue;
    const base = { capability, type: 'put right', held: isHeld, want: { [path]: is } } as const;
    const forms = { v, old: was, n };
    for (const template of cues.corrected.atOnce) {
      const say = [correct(template, forms)];
      yield { ...base, how: 'at once', at, first: [was], say, may: {} };
    }
    if (!later) continue;
    const pages = at.startsWith('row')
      ? ['return']
      : at.startsWith('elig')
        ? []
        : ['summary', 'declare', 'send'];
    for (const page of pages)
      for (const template of cues.corrected.later) {
        const say = [correct(template, forms)];
        yield { ...base, how: `from ${page}`, at: page, say, may: { declared: '' } };
      }
  }
}

/** Every place where something is open that words could be taken for. */
const openPlaces = [
  ...seeds.values.map(({ at }) => at),
  ...seeds.facts.filter(({ capability }) => capability === 'check detail').flatMap(({ at }) => at),
  ...['check:board-support', 'form:candidate-identified', 'summary', 'declare', 'send', 'wait', 'recruiting'],
];

function* nothings(lines: readonly string[], isHeld: boolean): Generator<Case> {
  for (const at of new Set(openPlaces))
    for (const line of lines)
      yield {
        ...{ capability: capabilityAt(at), type: 'no answer', how: 'talk', held: isHeld },
        ...{ at, say: [line], may: {} },
      };
}

function capabilityAt(at: string): string {
  const value = seeds.values.find((seed) => seed.at === at)?.capability;
  return value ?? seeds.facts.find((seed) => seed.at.includes(at))?.capability ?? 'pages';
}

function* plainly(): Generator<Case> {
  for (const { capability, at, said, want, then, loses } of seeds.facts)
    for (const place of at)
      for (const text of said)
        yield* inEveryWay(capability, place, text, '', want, then, mayWith(want, loses));
  for (const { capability, at, want, then, loses, swap = [], split = [] } of seeds.facts) {
    const base = {
      capability,
      type: 'said otherwise',
      held: false,
      want,
      then,
      may: mayWith(want, loses),
    } as const;
    for (const place of at) {
      for (const text of swap) yield { ...base, how: 'order of clauses', at: place, say: [text] };
      for (const say of split) yield { ...base, how: 'two messages', at: place, say };
    }
  }
  for (const { capability, at, said, path, v, is } of seeds.values) {
    for (const text of said) yield* inEveryWay(capability, at, text, v, { [path]: is }, undefined, {});
    if (capability === 'name' && /^[A-Z]\w+ [A-Z]\w+$/.test(v))
      for (const name of otherNames) {
        const want = { [path]: name.replace('’', "['’]") };
        const base = {
          capability,
          type: 'said otherwise',
          how: 'another name',
          held: false,
          at,
          want,
          may: {},
        };
        for (const text of said) yield { ...base, type: 'said otherwise', say: [text.replace(v, name)] };
      }
  }
  for (const { capability, at, first, said, want, back } of seeds.orders)
    for (const place of at)
      for (const text of said)
        for (const one of inEveryWay(capability, place, text, '', want, undefined, {}))
          yield { ...one, ...(first ? { first } : {}), back };
}

function* inEveryWay(
  capability: string,
  at: string,
  text: string,
  keep: string,
  want: Stored,
  then: readonly string[] | undefined,
  may: Stored,
): Generator<Case> {
  const base = { capability, held: false, at, want, then, may };
  yield { ...base, type: 'plain', how: 'plain', say: [text] };
  for (const [i, { name, say }] of manners.entries()) {
    const other = say(text, keep, text.length + i);
    if (other !== undefined) yield { ...base, type: 'said otherwise', how: name, say: [other] };
  }
}

function* orders(): Generator<Case> {
  for (const { capability, at, not } of seeds.orders)
    for (const place of at)
      for (const text of not)
        yield { capability, type: 'not so', how: 'near it', held: false, at: place, say: [text], may: {} };
}

const alarmPlaces = [
  'home',
  'check:board-support',
  'form:mentor-name',
  'form:why-role',
  'form:places',
  'wait',
  'row:trainee-name',
];

function* alarms(): Generator<Case> {
  for (const { alarm, said } of seeds.alarms)
    for (const at of alarmPlaces)
      for (const text of said) {
        const isInnocent = alarm === 'none';
        const base = {
          capability: 'alarm',
          held: false,
          at,
          say: [text],
          how: isInnocent ? 'innocent' : alarm,
        };
        // What an innocent sentence answers at a text field is judged elsewhere; here only that nobody is stopped.
        if (isInnocent) yield { ...base, type: 'no answer', may: { '*': anything }, alarm };
        else yield { ...base, type: 'plain', may: {}, alarm };
      }
}

export function* cases(): Generator<Case> {
  yield* plainly();
  yield* wrappedIn(seen, false);
  yield* wrappedIn(held, true);
  yield* corrections(seen, false);
  yield* corrections(held, true);
  yield* nothings(seen.nothing, false);
  yield* nothings(held.nothing, true);
  yield* orders();
  yield* alarms();
}

/** The same few of every cell, each time. */
export function fewOf(all: Iterable<Case>, each: number): Case[] {
  const cells = new Map<string, Case[]>();
  for (const one of all) {
    const key = [one.capability, one.type, one.how, one.held].join('|');
    cells.set(key, [...(cells.get(key) ?? []), one]);
  }
  return [...cells.values()].flatMap((cell) => {
    const step = Math.max(1, Math.floor(cell.length / each));
    return cell.filter((_, i) => i % step === 0).slice(0, each);
  });
}

// ---- trying one

/** Letters alike, no emoji, no courtesy of punctuation: what was said otherwise is stored the same. */
const plain = (value: string): string =>
  value
    .replace(/[\p{Extended_Pictographic}\u200d\ufe0f]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.!,…]+$/, '')
    .toLowerCase();

export const isLike = (value: string | undefined, pattern: string): boolean =>
  pattern === ''
    ? value === undefined
    : value !== undefined && new RegExp(`^(?:${pattern})$`, 'iu').test(plain(value));

/** @returns undefined where the round has no such place. */
export function tryCase(one: Case, mind?: Mind): Tried | undefined {
  const place = placeOf(one.at);
  if (!place) return undefined;
  const talk = new Talk(place.application, mind);
  const beginning = talk.stored;
  for (const text of one.first ?? []) talk.say(text);
  const before = talk.stored;
  const stepBefore = talk.step;
  let alarm: string | undefined;
  for (const text of one.say) alarm ??= alarmIn(talk.say(text));
  const result = (verdict: Verdict, why: string): Tried => ({ case: one, verdict, why });
  const expected = one.alarm ?? 'none';
  if (expected !== 'none') return alarm ? result('right', '') : result('missed', 'no alarm');
  if (alarm) return result('wrong', `alarm: ${alarm}`);

  const allowed = (path: string, value: string | undefined): boolean =>
    path === 'applications' ||
    '*' in one.may ||
    (one.may[path] !== undefined && isLike(value, one.may[path]));
  const untrue = (after: Stored): string[] =>
    changed(before, after)
      .filter((path) => {
        const wanted = one.want?.[path];
        if (wanted !== undefined) return !isLike(after[path], wanted);
        if (one.back?.includes(path)) return after[path] !== beginning[path];
        return !allowed(path, after[path]);
      })
      .map((path) => `${path} = ${after[path] ?? 'nothing'}`);
  const holds = (after: Stored): boolean =>
    Object.entries(one.want ?? {}).every(([path, pattern]) => isLike(after[path], pattern)) &&
    (one.back ?? []).every((path) => after[path] === beginning[path]);

  const after = talk.stored;
  const wrong = untrue(after);
  if (wrong.length > 0) return result('wrong', wrong.join(', '));
  if (!one.want) {
    // Nobody meant it: "no" to whatever is asked, and it must not be stored by that either.
    if (!talk.asksBack && (talk.step === stepBefore || talk.prompt.reads.type === 'menu'))
      return result('right', '');
    const no = talk.copy();
    if (talk.asksBack) no.say('no');
    const late = untrue(no.stored);
    return late.length > 0 ? result('wrong', `after no: ${late.join(', ')}`) : result('asked back', '');
  }
  if (holds(after)) return result('right', '');
  for (const next of answersTo(talk, one)) {
    const on = talk.copy();
    for (const text of next) on.say(text);
    if (untrue(on.stored).length === 0 && holds(on.stored)) return result('asked back', '');
  }
  const lacks = Object.keys(one.want).filter((path) => !isLike(after[path], one.want![path]!));
  return result('missed', `no ${[...lacks, ...(one.back ?? [])].join(', ')}`);
}

/** What someone who meant it says to what is asked next. */
function answersTo(talk: Talk, { then = [] }: Case): string[][] {
  const buttons =
    talk.last?.replies
      .at(-1)
      ?.buttons.filter(({ url }) => !url)
      .map(({ says }) => says) ?? [];
  const isOffered = buttons.some((says) => /^yes\b/i.test(says));
  if (!talk.asksBack) return then.length > 0 ? [[...then]] : [];
  const picked = isOffered ? [] : buttons.map((says) => [says]);
  const yes = isOffered ? [['yes'], ...(then.length > 0 ? [['yes', ...then]] : [])] : [];
  return [...yes, ...picked, ...(then.length > 0 ? [[...then]] : [])];
}

// ---- the table

const verdicts: readonly Verdict[] = ['wrong', 'missed', 'asked back', 'right'];
export type Count = Record<Verdict, number>;

export function count(tried: readonly Tried[]): Count {
  const counts: Count = { wrong: 0, missed: 0, 'asked back': 0, right: 0 };
  for (const { verdict } of tried) counts[verdict]++;
  return counts;
}

const cell = (tried: readonly Tried[]): string =>
  tried.length === 0 ? '' : verdicts.map((verdict) => count(tried)[verdict]).join(' · ');

function table(
  title: string,
  rows: readonly string[],
  columns: readonly string[],
  at: (row: string, column: string) => string,
) {
  const lines = [
    [title, ...columns],
    ...rows.map((row) => [row, ...columns.map((column) => at(row, column))]),
  ];
  const widths = [title, ...columns].map((_, i) => Math.max(...lines.map((line) => line[i]!.length)));
  return lines
    .map((line) =>
      line
        .map((text, i) => text.padEnd(widths[i]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Two tables: capability by test type, and cue class by whether the wording was seen. */
export function report(tried: readonly Tried[], examples: boolean): string {
  const of = (pick: (one: Case) => boolean) => tried.filter((one) => pick(one.case));
  const capabilities = [...new Set(tried.map((one) => one.case.capability))];
  const hows = [...new Set(of(({ type }) => type !== 'plain').map((one) => one.case.how))];
  const lines = [
    `Each cell: ${verdicts.join(' · ')}`,
    '',
    table('capability', [...capabilities, 'all'], testTypes, (row, column) =>
      cell(of(({ capability, type }) => type === column && (row === 'all' || capability === row))),
    ),
    '',
    table('how it was said', hows, ['seen', 'held'], (row, column) =>
      cell(
        of(
          ({ how, held: isHeld, type }) => type !== 'plain' && how === row && isHeld === (column === 'held'),
        ),
      ),
    ),
  ];
  if (examples)
    for (const capability of capabilities)
      for (const type of testTypes) {
        const here = of((one) => one.capability === capability && one.type === type);
        const failing = [
          ...here.filter(({ verdict }) => verdict === 'wrong'),
          ...here.filter(({ verdict }) => verdict === 'missed'),
        ];
        if (failing.length === 0) continue;
        lines.push('', `${capability}, ${type}`);
        for (const { case: one, verdict, why } of spread(failing, 3))
          lines.push(`  ${verdict}: [${one.at}] ${quote([...(one.first ?? []), ...one.say])} → ${why}`);
      }
  const all = count(tried);
  lines.push(
    '',
    `${tried.length} tried: ${verdicts.map((verdict) => `${all[verdict]} ${verdict}`).join(', ')}`,
  );
  return lines.join('\n');
}

/** Not three of one kind: from the beginning, the middle and the end. */
const spread = <T>(list: readonly T[], n: number): T[] =>
  list.length <= n
    ? [...list]
    : Array.from({ length: n }, (_, i) => list[Math.floor((i * list.length) / n)]!);

const quote = (said: readonly string[]): string => said.map((text) => `“${text.trim()}”`).join(' ');
