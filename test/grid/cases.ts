import type { Stored } from './talk.js';
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

/** What there is to try: every seed, said plainly, said otherwise, wrapped, and put right. */

interface Said {
  readonly name: string;
  readonly capability: string;
  readonly said: readonly string[];
}
interface FactSeed extends Said {
  readonly at: readonly string[];
  /** Where it is not due: there a sentence that tells no fact may change nothing at all. */
  readonly elsewhere?: readonly string[];
  /** The day on which it is said, when it cannot be so before. */
  readonly on?: string;
  readonly want: Stored;
  readonly then?: readonly string[];
  readonly clause?: Clause;
  readonly wrapped?: Partial<Record<Status, readonly string[]>>;
  readonly skip?: readonly Status[];
  readonly swap?: readonly string[];
  readonly split?: readonly (readonly string[])[];
  readonly loses?: readonly string[];
  /** What else may rightly be heard in it. */
  readonly may?: Stored;
  /** Words that are the answer itself. */
  readonly keep?: string;
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
  /** Classes that make no sense with it. */
  readonly skip?: readonly Status[];
  /** Near it, and no answer. */
  readonly not?: readonly string[];
  readonly only?: readonly string[];
  /** What its denial is, where that is an answer too. */
  readonly no?: string;
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
  readonly on?: string | undefined;
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
/** Any value, and none. */
export const anything = '*';

/** Not known yet: the question may be put off. */
function mayPutOff(paths: readonly string[], status: Status): Stored {
  const isOpen = ['meant', 'condition', 'doubt', 'twice'].includes(status);
  // Whoever is not sure of an eligibility answer may be heard to say so.
  const open = paths.map((path): [string, string] =>
    path.startsWith('elig.') ? [path, 'dont-know'] : [path.replace(/^form|^rows/, 'parked'), 'yes'],
  );
  return isOpen ? Object.fromEntries(open) : {};
}

function mayBecome({ want, no = {}, unsure = {} }: FactSeed, status: Status): Stored {
  const may: Record<string, string> = { ...mayPutOff(Object.keys(want), status) };
  const instead = becomes[status];
  for (const path of Object.keys(want)) {
    if (!path.startsWith('ready.') || !instead) continue;
    may[path] = instead;
    // What goes with it may go with it.
    may[`${path}.who`] = may[`${path}.by`] = status === 'putright' ? '' : anything;
  }
  if (['denied', 'meant', 'condition', 'lapsed', 'putright'].includes(status)) Object.assign(may, no);
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
            ...{ at, on: seed.on, say: [sentence], may },
          };
      for (const at of seed.elsewhere ?? [])
        for (const sentence of sentences)
          yield {
            ...{ capability: seed.capability, type: 'not so', how: status, held: isHeld },
            ...{ at, say: [sentence], may: {} },
          };
    }
  }
  for (const { capability, at, path, v, no, only, skip = [] } of seeds.values) {
    if (only) continue;
    for (const status of statuses.filter((one) => !skip.includes(one)))
      for (const sentence of wrapValue(v, cues[status])) {
        const may = {
          ...(no && ['denied', 'meant', 'lapsed'].includes(status) ? { [path]: no } : {}),
          ...mayPutOff([path], status),
        };
        yield { capability, type: 'not so', how: status, held: isHeld, at, say: [sentence], may };
      }
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

/** Talk of a change that is none. */
function* unchanged(cues: Wrappings, isHeld: boolean): Generator<Case> {
  for (const { capability, at, n, v, was, only, later = true } of seeds.values) {
    if (only || !later || at.startsWith('elig')) continue;
    const page = at.startsWith('row') ? 'return' : 'summary';
    for (const template of cues.unchanged) {
      const say = [correct(template, { v, old: was, n })];
      yield { capability, type: 'not so', how: 'no change', held: isHeld, at: page, say, may: {} };
    }
  }
}

/** Whatever was recorded, taken back at once: exactly as it was. */
function* undone(cues: Wrappings, isHeld: boolean): Generator<Case> {
  const base = { type: 'put right', how: 'undo', held: isHeld, may: {}, want: {} } as const;
  for (const text of cues.undo) {
    for (const { capability, at, on, said, then = [], want } of seeds.facts)
      yield {
        ...base,
        capability,
        at: at[0]!,
        on,
        first: [said[0]!, ...then],
        say: [text],
        back: Object.keys(want),
      };
    for (const { capability, at, said, path } of seeds.values)
      yield { ...base, capability, at, first: [said[0]!], say: [text], back: [path] };
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
  for (const { capability, at, on, said, want, then, loses, may, keep = '' } of seeds.facts)
    for (const place of at)
      for (const text of said)
        for (const one of inEveryWay(capability, place, text, keep, want, then, {
          ...mayWith(want, loses),
          ...may,
        }))
          yield { ...one, on };
  for (const { capability, at, want, then, loses, may, swap = [], split = [] } of seeds.facts) {
    const base = {
      capability,
      type: 'said otherwise',
      held: false,
      want,
      then,
      may: { ...mayWith(want, loses), ...may },
    } as const;
    for (const place of at) {
      for (const text of swap) yield { ...base, how: 'order of clauses', at: place, say: [text] };
      for (const say of split) yield { ...base, how: 'two messages', at: place, say };
    }
  }
  for (const { capability, at, said, path, v, is } of seeds.values) {
    // What is kept word for word keeps its slips.
    const keep = (text: string) => (capability === 'paragraph' ? text : v);
    for (const text of said)
      yield* inEveryWay(capability, at, text, keep(text), { [path]: is }, undefined, {});
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

/** More plain sayings of the seeds. */
function* plainlyToo({ said = {} }: Wrappings, isHeld: boolean): Generator<Case> {
  for (const { name, capability, at, on, want, then, loses } of seeds.facts)
    for (const place of at)
      for (const text of said[name] ?? []) {
        const base = { capability, type: 'plain', how: 'plain', held: isHeld, at: place, on } as const;
        yield { ...base, say: [text], want, then, may: mayWith(want, loses) };
      }
  for (const { name, capability, at, path, is } of seeds.values)
    for (const text of said[name] ?? []) {
      const base = { capability, type: 'plain', how: 'plain', held: isHeld, at } as const;
      yield { ...base, say: [text], want: { [path]: is }, may: {} };
    }
}

function* orders(): Generator<Case> {
  for (const { capability, at, not } of seeds.orders)
    for (const place of at)
      for (const text of not)
        yield { capability, type: 'not so', how: 'near it', held: false, at: place, say: [text], may: {} };
  for (const { capability, at, not = [] } of seeds.values)
    for (const text of not)
      yield { capability, type: 'no answer', how: 'near it', held: false, at, say: [text], may: {} };
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
  for (const [wordings, isHeld] of [
    [seen, false],
    [held, true],
  ] as const) {
    if (!wordings) continue;
    yield* plainlyToo(wordings, isHeld);
    yield* wrappedIn(wordings, isHeld);
    yield* corrections(wordings, isHeld);
    yield* unchanged(wordings, isHeld);
    yield* undone(wordings, isHeld);
    yield* nothings(wordings.nothing, isHeld);
  }
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
