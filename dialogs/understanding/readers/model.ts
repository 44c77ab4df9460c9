import type { CueKind } from '../../../data/language/language.js';
import type { Answer } from '../../../workflows/scheme.js';
import { guard, type GuardFault } from '../../questions/guard.js';
import type { Act, EventName, Proposal, Slot } from '../acts.js';
import { readAnswer } from '../answers.js';
import type { Around } from '../around.js';
import { overlaps } from '../lexicon.js';
import { askingOf, opened, optionsOf, proposedActs, type Proposed, type ProposedAct } from '../proposed.js';
import { quotedIn, type Quoted } from '../quoted.js';
import type { Parsed, Status } from '../status.js';
import { inWords } from './answer.js';
import { readDay } from './days.js';

/** Why something that was proposed is put aside. Counted and logged as it stands: it holds no word of anybody's. */
export type Why =
  | 'too-many'
  | 'unknown-act'
  /** There is no such slot, event, command, entry or option. */
  | 'made-up'
  /** It cannot be told now. */
  | 'not-now'
  /** The words that it rests on are not in the message. */
  | 'not-said'
  /** The slot's own reader makes nothing, or something else, of the words. */
  | 'value'
  /** The words deny it, ask it, make a condition, or tell of somebody else. */
  | 'status'
  /** It stands there already. */
  | 'same'
  /** Two things are told of the same. */
  | 'twice'
  /** Something of weight is shown back, and that alone. */
  | 'beside'
  | GuardFault;

export interface Dropped {
  readonly act: ProposedAct | 'other';
  readonly why: Why;
}

/** More than these at once are no reading of one message. */
const most = 6;

/**
 * What a language model proposes, as far as it holds: what it is about exists, the words that it rests on were said, the
 * slot's own reader takes the value, and our own ear finds nothing there that denies it. None of it counts by itself. Pure.
 */
export function readModel(
  parsed: Parsed,
  around: Around,
  proposed: readonly Proposed[],
): { readonly proposal?: Proposal; readonly dropped: readonly Dropped[] } {
  if (proposed.length > most) return { dropped: [{ act: 'other', why: 'too-many' }] };
  const asking = askingOf(parsed.typed, around);
  const dropped: Dropped[] = [];
  const drop = (act: Dropped['act'], why: Why): void => void dropped.push({ act, why });
  let made: { readonly by: ProposedAct; readonly act: Act; readonly on: string }[] = [];
  for (const one of proposed) {
    const by = proposedActs.find((act) => act === one.act);
    const on =
      by && (by === 'phrased' ? { first: 0, last: 0, text: '' } : quotedIn(parsed, asking.text, one.words));
    const act = !by ? 'unknown-act' : on ? actOf(by, one, on, { parsed, around, asking }) : 'not-said';
    if (typeof act === 'string') drop(by ?? 'other', act);
    else if (by) made.push({ by, act, on: on?.text ?? '' });
  }
  const keep = (isKept: (one: (typeof made)[number]) => boolean, why: Why): void => {
    for (const one of made) if (!isKept(one)) drop(one.by, why);
    made = made.filter(isKept);
  };
  const keys = made.map(({ act }) => keyOf(act));
  keep(({ act }) => keys.filter((key) => key === keyOf(act)).length === 1, 'twice');
  const isWeighty = made.some(({ act }) => weighty.has(act.kind));
  const [first] = made;
  keep((one) => (isWeighty ? weighty.has(one.act.kind) : one === first), 'beside');
  if (made.length === 0) return { dropped };
  return {
    dropped,
    proposal: {
      ...{ reader: 'model', acts: made.map(({ act }) => act), whole: false, status: 'stated', sure: 0.5 },
      marks: new Set(isWeighty ? ['weighty'] : first && opens.has(first.act.kind) ? [] : ['says']),
      because: made.map(({ act, on }) => `${keyOf(act)}${on ? `, by “${on}”` : ''}`).join('; '),
    },
  };
}

/** What is recorded by it is shown back. */
const weighty: ReadonlySet<Act['kind']> = new Set(['tell', 'decided', 'happened']);
/** Leads away from what is open. */
const opens: ReadonlySet<Act['kind']> = new Set(['command', 'change']);

/** What an act is about: of two that are about the same neither is sure. */
function keyOf(act: Act): string {
  switch (act.kind) {
    case 'tell':
    case 'change':
      return act.slot;
    case 'decided':
      return 'decision';
    case 'happened':
    case 'not-yet':
      return act.event;
    case 'command':
      return act.command.command;
    case 'questions':
      return act.found[0]?.best?.id ?? act.kind;
    default:
      return act.kind;
  }
}

interface On {
  readonly parsed: Parsed;
  readonly around: Around;
  readonly asking: ReturnType<typeof askingOf>;
}

function actOf(by: ProposedAct, { about = '', value }: Proposed, quoted: Quoted, on: On): Act | Why {
  const { around, asking } = on;
  switch (by) {
    case 'tell': {
      const slot = around.slots.find(({ id }) => id === about);
      return slot ? tell(slot, value, quoted, on) : 'made-up';
    }
    case 'decided':
      if (value !== 'funded' && value !== 'not-funded') return 'made-up';
      return come('decision', quoted, on, value === 'not-funded' ? ['denied'] : [], () => ({
        kind: 'decided',
        result: value,
      }));
    case 'happened':
      if (!isEvent(about) || about === 'decision') return 'made-up';
      return come(about, quoted, on, [], () => ({
        kind: 'happened',
        event: about,
        ...dayIn(about, quoted, on),
      }));
    case 'not-yet': {
      if (!isEvent(about)) return 'made-up';
      if (!around.openEvents.has(about)) return 'not-now';
      const status = statusOf(quoted, on.parsed);
      return status === 'asked'
        ? 'status'
        : { kind: by, event: about, status: status === 'stated' ? 'denied' : status };
    }
    case 'change': {
      const slot = around.slots.find(({ id }) => id === about);
      if (!slot) return 'made-up';
      return slot.locked || !slot.reads ? 'not-now' : { kind: by, slot: slot.id };
    }
    case 'command': {
      const command = opened.find((one) => one === about);
      return command ? { kind: by, command: { command, rest: '', exact: true, said: command } } : 'made-up';
    }
    case 'show-entry': {
      const best = asking.entries.find(({ id }) => id === about);
      return best
        ? { kind: 'questions', found: [{ text: '', kind: 'answer', best, score: 1, near: [] }] }
        : 'made-up';
    }
    case 'help-here':
      return around.prompt.reads.type === 'menu' ? 'not-now' : { kind: by };
    case 'phrased': {
      const held = guard(value ?? '', asking.entries, asking.text);
      return 'fault' in held ? held.fault : { kind: by, ...held };
    }
  }
}

function tell(
  slot: Slot,
  said: string | undefined,
  quoted: Quoted,
  { parsed, around, asking }: On,
): Act | Why {
  const { id, reads } = slot;
  if (slot.locked || !reads) return 'not-now';
  const status = statusOf(quoted, parsed);
  if (never.has(status)) return 'status';
  const value = valueOf(slot, said, quoted, { parsed, around, asking });
  if (value === undefined) return 'value';
  const holds = id.startsWith('check:')
    ? howFar(value, status)
    : isTold(slot, value, status, quoted, around)
      ? value
      : undefined;
  if (holds === undefined) return 'status';
  return holds === slot.value ? 'same' : { kind: 'tell', slot: id, value: holds };
}

/** "HR will have it done by Friday" tells of work, and of nothing that is done. */
function howFar(value: Answer, status: Status): Answer | undefined {
  if (value !== 'done') return value;
  if (status === 'denied') return undefined;
  return begun.has(status) ? 'in-progress' : value;
}

function isTold(slot: Slot, value: Answer, status: Status, quoted: Quoted, around: Around): boolean {
  if (status === 'denied') return isDeniable(slot, value, quoted, around);
  return status !== 'condition' && status !== 'lapsed';
}

/** Of what is asked, is somebody else's, or is taken back, nothing is told. */
const never: ReadonlySet<Status> = new Set(['asked', 'others', 'maybe']);
const begun: ReadonlySet<Status> = new Set(['meant', 'condition', 'part', 'lapsed']);

/** "We make no profit" may say what somebody is; "not a charity" does not say that it is one. */
function isDeniable({ reads }: Slot, value: Answer, { text }: Quoted, { today }: Around): boolean {
  if (!reads || !optionsOf(reads)) return false;
  if (reads.type === 'yesNo') return value === false;
  const reading = readAnswer(reads, text, today);
  return reading.kind !== 'value';
}

/**
 * A value is one of the options that there are, and not another than our own reader finds in the words; or it is what that
 * reader makes of the words. What the model wrote itself is never kept.
 */
function valueOf(
  slot: Slot,
  said: string | undefined,
  quoted: Quoted,
  { parsed, around, asking }: On,
): Answer | undefined {
  const { reads } = slot;
  if (!reads) return undefined;
  const options = optionsOf(reads);
  if (options) {
    const option = options.find(({ value }) => value === said);
    const value = option && (reads.type === 'yesNo' ? option.value === 'yes' : option.value);
    const own = slot.id.startsWith('check:') ? undefined : readAnswer(reads, quoted.text, around.today);
    return own?.kind === 'value' && own.value !== value ? undefined : value;
  }
  const named = said === undefined ? quoted : quotedIn(parsed, asking.text, said, quoted);
  // A number or a day is in the words, however the model writes it; a name is only what it points at.
  const place = named ?? (inWords.has(reads.type) ? undefined : quoted);
  const reading = place && readAnswer(reads, place.text, around.today);
  // What would be asked back is: all of it is shown back.
  return reading?.kind === 'value' || reading?.kind === 'confirm' ? reading.value : undefined;
}

/** Something that has come about; where the words do not state it, that it has not yet. */
function come(
  event: EventName,
  quoted: Quoted,
  { parsed, around }: On,
  also: readonly Status[],
  act: () => Act,
): Act | Why {
  if (!around.openEvents.has(event)) return 'not-now';
  const status = statusOf(quoted, parsed);
  if (status === 'asked') return 'status';
  if (status === 'stated' || status === 'doubt' || also.includes(status)) return act();
  return { kind: 'not-yet', event, status };
}

function isEvent(name: string): name is EventName {
  return (events as readonly string[]).includes(name);
}
const events = [
  'accepted',
  'sent',
  'decision',
  'recruited',
  'returned',
  'started',
] as const satisfies EventName[];

/** The day, where one is told in the words. */
function dayIn(event: EventName, { text }: Quoted, { around }: On): { readonly on?: string } {
  const day =
    event === 'sent' || event === 'returned' ? readDay(around.ear.parse(text), around.today) : undefined;
  return day?.date ? { on: day.date } : {};
}

/**
 * How the quoted words stand, by all that our ear knows of the clauses that hold them and of the message around: more
 * cautious than a reader that knows which words tell something. A cue counts wherever it stands.
 */
function statusOf(quoted: Quoted, { cues, clauses }: Parsed): Status {
  const held = clauses.filter((clause) => overlaps(clause, quoted));
  const sentences = new Set(held.map(({ sentence }) => sentence));
  const near = clauses.filter(({ sentence }) => sentences.has(sentence));
  const hitsIn = (among: typeof clauses, kinds: readonly CueKind[]): typeof cues =>
    cues.filter((cue) => kinds.includes(cue.kind) && among.some((clause) => overlaps(clause, cue)));
  const isIn = (among: typeof clauses, kind: CueKind): boolean => hitsIn(among, [kind]).length > 0;
  if (held.some(({ asks }) => asks)) return 'asked';
  if (isIn(clauses, 'condition')) return 'condition';
  if (isIn(near, 'others')) return 'others';
  if (isIn(near, 'lapsed')) return 'lapsed';
  if (isIn(near, 'retracts')) return 'maybe';
  const denials = hitsIn(held, ['denied', 'denied-after', 'no']).filter(
    (one, n, all) => all.findIndex((other) => overlaps(one, other)) === n,
  );
  if (denials.length > 0) return denials.length > 1 ? 'maybe' : 'denied';
  if (isIn(held, 'meant')) return 'meant';
  if (isIn(clauses, 'part')) return 'part';
  return isIn(near, 'doubt') ? 'doubt' : 'stated';
}
