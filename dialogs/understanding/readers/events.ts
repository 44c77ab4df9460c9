import type { FactKind } from '../../../data/language/language.js';
import type { Act, EventName, Proposal } from '../acts.js';
import type { Around } from '../around.js';
import { overlaps } from '../lexicon.js';
import { readWholeNumber } from '../numbers.js';
import { clauseAt, type Parsed, type Status, type Told } from '../status.js';
import { typedOf } from '../utterance.js';
import { readDay, type Day } from './days.js';
import { answersOf } from './answers.js';

/**
 * What comes about by being told: accepted, sent, decided, recruited, returned, started. It leaves the building or ends
 * something, so only a plain statement counts at once; what is denied, meant or hoped for is said to be not yet so.
 */
export function readEvents(parsed: Parsed, around: Around): Proposal | undefined {
  for (const event of around.openEvents) {
    const proposal =
      event === 'decision' ? readDecision(parsed, around) : readHappened(parsed, around, event);
    if (proposal) return proposal;
  }
  return undefined;
}

/** Denied after it was recorded: "it hasn't gone", "they haven't decided after all". */
export function readDenied(parsed: Parsed, around: Around): Proposal | undefined {
  // "No wait, I didn't mean to accept that": whatever the last message recorded.
  const isUnmeant =
    parsed.has('denied') &&
    parsed.has('retracts') &&
    parsed.words.some(({ word }) => word === 'mean' || word === 'meant');
  if ((isUnmeant || discards.test(parsed.typed)) && around.last.length > 0)
    return made(
      parsed,
      around,
      [{ kind: 'take-back', about: null }],
      'stated',
      [{ first: 0, last: parsed.words.length }],
      isUnmeant ? 'it was not meant' : 'it is taken back',
    );
  const other = otherDecision(parsed, around);
  if (other) return other;
  for (const slot of around.slots) {
    const kinds = toldBy[slot.id as EventName] as readonly FactKind[] | undefined;
    if (!kinds || slot.value === undefined) continue;
    const told = around.ear.factsIn(parsed, kinds);
    const denied = told.find(
      ({ status, form }) => form !== 'notSo' && (status === 'denied' || status === 'lapsed'),
    );
    const isOthers = parsed.has('others') && parsed.has('put-right');
    if (!denied && !(isOthers && around.last.includes(slot.id))) continue;
    const proposal = made(
      parsed,
      around,
      [{ kind: 'take-back', about: slot.id }],
      'stated',
      told,
      `${slot.id} is denied`,
    );
    // It stood there: unless it is said that it was wrong, whether it is to go is asked.
    const isSaidSo = parsed.has('put-right', 'retracts') || afterAll.test(parsed.typed);
    return { ...proposal, whole: proposal.whole && isSaidSo };
  }
  return undefined;
}

const afterAll = /\b(?:after all|actually|in the end)\b/i;
const discards = /^(?:oh |sorry |no )*(?:scrap|ignore|forget|strike|undo) (?:that|it)\b/i;

/** "Sorry, it's only one place": another decision than the one that was put down. It is shown back. */
function otherDecision(parsed: Parsed, around: Around): Proposal | undefined {
  const slot = around.slots.find(({ id }) => id === 'decision');
  if (slot?.value === undefined || !around.last.includes('decision')) return undefined;
  const proposal = readDecision(parsed, around);
  const act = proposal?.acts[0];
  if (act?.kind !== 'decided' || (act.result === slot.value && act.places === undefined)) return undefined;
  return {
    ...proposal,
    ...{ reader: 'events', acts: [act], whole: false, status: 'stated', sure: 0.6 },
    because: 'another decision than the one put down',
  };
}

const toldBy: Readonly<Record<EventName, readonly FactKind[]>> = {
  accepted: ['accepted'],
  sent: ['sent'],
  decision: ['funded', 'refused', 'waiting'],
  recruited: ['recruited'],
  returned: ['sent'],
  started: ['started'],
};

function readHappened(
  parsed: Parsed,
  around: Around,
  event: Exclude<EventName, 'decision'>,
): Proposal | undefined {
  const asked = around.prompt.reads.type === 'yesNo' && event === 'accepted';
  const facts = around.ear.factsIn(parsed, toldBy[event]);
  const answers = asked ? yesesIn(parsed, around, facts) : [];
  const told = [...facts, ...answers];
  if (told.length === 0) return undefined;
  const status = strongest(told, parsed);
  const because = `${event} is ${status}`;
  if (status !== 'stated' && status !== 'doubt')
    return made(parsed, around, [{ kind: 'not-yet', event, status }], status, told, because);
  const day = event === 'sent' || event === 'returned' ? readDay(parsed, around.today) : undefined;
  const act: Act = {
    ...{ kind: 'happened', event },
    ...(day ? { on: day.date ?? sayDay(parsed, day) } : {}),
    ...(event === 'recruited' ? countIn(parsed, around, told) : {}),
  };
  return made(parsed, around, [act], status, [...told, ...(day?.used ?? [])], because);
}

function readDecision(parsed: Parsed, around: Around): Proposal | undefined {
  const told = around.ear.factsIn(parsed, toldBy.decision);
  // "No luck recruiting them" is about something else.
  const isOfAnother = around.ear.factsIn(parsed, ['recruited', 'sent']).some(({ form }) => form === 'toCome');
  if (told.length === 0 || isOfAnother) return undefined;
  const refused = told.filter(({ kind }) => kind === 'refused');
  const funded = told.filter(({ kind }) => kind === 'funded');
  const isWaiting = told.some(({ kind, status }) => kind === 'waiting' && status !== 'denied');
  const keepWaiting = (status: Status): Proposal =>
    made(
      parsed,
      around,
      [{ kind: 'not-yet', event: 'decision', status }],
      status,
      told,
      `decision: ${status}`,
    );
  if (isWaiting) return keepWaiting('denied');
  // "We were not funded" refuses, in so many words that a denial makes of "funded".
  const isRefusal = refused.length > 0 || funded.some(({ status }) => status === 'denied');
  const about = isRefusal && refused.length > 0 ? refused : funded;
  const status = strongest(about, parsed);
  const isPlain = status === 'stated' || status === 'doubt';
  if (isRefusal && (isPlain || (refused.length === 0 && status === 'denied'))) {
    if (funded.some((one) => one.status === 'stated')) return keepWaiting('maybe');
    const act: Act = { kind: 'decided', result: 'not-funded' };
    return made(parsed, around, [act], isPlain ? status : 'stated', told, 'not funded');
  }
  if (!isPlain) return keepWaiting(status);
  const places = countIn(parsed, around, told).count;
  const act: Act = { kind: 'decided', result: 'funded', ...(places === undefined ? {} : { places }) };
  return made(parsed, around, [act], status, told, `funded${places === undefined ? '' : ` for ${places}`}`);
}

/** A yes that answers, as a fact of its own. "Yes except the first one" is one in part. */
function yesesIn(parsed: Parsed, { ear }: Around, facts: readonly Told[]): readonly Told[] {
  return answersOf(parsed)
    .filter((cue) => cue.kind === 'yes' && !facts.some((fact) => overlaps(fact, cue)))
    .map(({ first, last }) => ({
      ...{ kind: 'accepted' as const, form: 'so' as const, first, last },
      ...{ clause: clauseAt(parsed, first), status: ear.statusOf(parsed, { first, last }) },
    }));
}

const caution: readonly Status[] = [
  'asked',
  'condition',
  'others',
  'lapsed',
  'maybe',
  'denied',
  'meant',
  'part',
  'doubt',
];

/** The most cautious that is said of it; a bare "no" beside it denies it too. */
function strongest(told: readonly Told[], parsed: Parsed): Status {
  const worst = caution.find((status) => told.some((one) => one.status === status));
  const isNo = answersOf(parsed).some(
    ({ kind, first }) => kind === 'no' && !told.some((one) => one.first === first),
  );
  return worst ?? (isNo ? 'denied' : 'stated');
}

/** How many: of what was asked for, "both", "one of the two", "2 out of 3". */
function countIn({ words, typed }: Parsed, { places }: Around, told: readonly Told[]): { count?: number } {
  const said = words.map(({ word }) => word);
  const isAll = said.some((word) => ['both', 'all', 'everything'].includes(word)) && places !== undefined;
  if (isAll || places === 1) return places === undefined ? {} : { count: places };
  const free = words.filter(
    (_, n) => !told.some(({ first, last }) => n >= first && n < last && last - first === 1),
  );
  const number = readWholeNumber(free.length > 0 ? typed.replace(/\bplaces?\b/gi, '') : '');
  return number && 'value' in number ? { count: number.value } : {};
}

function made(
  parsed: Parsed,
  { ear, known }: Around,
  acts: readonly Act[],
  status: Status,
  told: readonly { readonly first: number; readonly last: number }[],
  because: string,
): Proposal {
  const unknown = ear.unknownIn(parsed, { first: 0, last: parsed.words.length }, told, known);
  return {
    ...{ reader: 'events', acts, status, whole: unknown.length === 0, sure: unknown.length === 0 ? 1 : 0.6 },
    marks: new Set(parsed.clauses.every(({ asks }) => asks) ? ['asks'] : []),
    because: unknown.length > 0 ? `${because}; not explained: ${unknown.join(' ')}` : because,
  };
}

/** A day that is not sure, in its own words: which is meant is asked. */
function sayDay(parsed: Parsed, { used }: Day): string {
  const [{ first, last } = { first: 0, last: 0 }] = used;
  return typedOf(parsed, first, last);
}
