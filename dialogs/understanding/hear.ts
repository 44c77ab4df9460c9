import type { Entry } from '../../data/knowledge/entry.js';
import type { Act, Mark, Proposal, Reader } from './acts.js';
import type { Around } from './around.js';
import { choose, openOf, type Chosen, type Open, type Outcome } from './choice.js';
import type { Commanded } from './commands.js';
import { readOpen, inWords, noes } from './readers/answer.js';
import { readBegin } from './readers/begin.js';
import { readChecks } from './readers/checks.js';
import { readDenied, readEvents } from './readers/events.js';
import { readDetail } from './readers/detail.js';
import { readFields } from './readers/fields.js';
import { readModel, type Dropped } from './readers/model.js';
import { readSeveral } from './readers/several.js';
import { alarmIn, type Around as AlarmAround } from './safety.js';
import { readAnswer, readAnswerIn } from './answers.js';
import { factKinds, type CueKind } from '../../data/language/language.js';
import { overlaps, type Hit } from './lexicon.js';
import { mentionsIn } from './mentions.js';
import { answersOf } from './readers/answers.js';
import type { OwnFact } from '../questions/own-facts.js';
import type { Proposed } from './proposed.js';
import type { Parsed } from './status.js';
import { fieldWords, type FieldList } from '../../data/language/words.js';
import { clean, normalise, wordCount } from './text.js';
import { typedOf } from './utterance.js';

/** What a message came to, and why. */
export interface Heard {
  readonly acts: readonly Act[];
  readonly outcome: Outcome;
  /** Everything that was proposed, and what decided: for `npm run why`. */
  readonly proposals: readonly Proposal[];
  readonly chosen: Chosen | undefined;
  readonly parsed: Parsed;
  /** What a model proposed and does not hold. */
  readonly dropped?: readonly Dropped[];
}

/**
 * The road of a message, from words to acts: read once, proposed by every reader, chosen by one table. Where that comes to
 * nothing, what a language model proposed is one proposal more. Pure.
 */
export function hear(said: string, around: Around): Heard {
  const heard = hearAlone(said, around);
  return around.proposed?.length && comesToNothing(heard, around)
    ? withModel(heard, around, around.proposed)
    : heard;
}

/**
 * Nothing that can be done or shown back, and a word in it that our ear does not know: only here is a model asked, and only
 * here does it count.
 */
export function comesToNothing({ acts, outcome, parsed }: Heard, { ear, known }: Around): boolean {
  return (
    outcome !== 'show' &&
    acts.every(({ kind }) => ['unclear', 'near', 'outside'].includes(kind)) &&
    ear.unknownIn(parsed, { first: 0, last: parsed.words.length }, [], known).length > 0
  );
}

function withModel(heard: Heard, around: Around, proposed: readonly Proposed[]): Heard {
  const { proposal, dropped } = readModel(heard.parsed, around, proposed);
  if (!proposal) return { ...heard, dropped };
  const proposals = [...heard.proposals, proposal];
  const chosen = choose(proposals, openIn(around));
  if (!chosen) return { ...heard, dropped };
  return { ...heard, acts: chosen.proposal.acts, outcome: chosen.outcome, proposals, chosen, dropped };
}

/** A message that tells something and then asks is heard as both. */
function hearAlone(said: string, around: Around): Heard {
  const text = clean(said);
  const parsed = around.ear.parse(text);
  const whole = hearOne(parsed, around);
  if (isPlain(whole)) return whole;
  const at = questionAfter(parsed);
  if (at === undefined) return whole;
  const told = hearOne(around.ear.parse(typedOf(parsed, 0, at)), around);
  const asked = hearOne(around.ear.parse(parsed.typed.slice(parsed.words[at]?.from ?? 0)), {
    ...around,
    ...nothingOpen,
  });
  const isTold = told.outcome !== 'ask' && told.acts.some(({ kind }) => tells.has(kind)) && isStated(told);
  const isAsked = asked.acts.some(({ kind }) => kind === 'questions' || kind === 'own-fact');
  if (!isTold || !isAsked) return whole;
  return {
    ...told,
    acts: [...told.acts, ...asked.acts],
    proposals: [...told.proposals, ...asked.proposals],
    parsed,
  };
}

const tells: ReadonlySet<Act['kind']> = new Set(['tell', 'happened', 'decided', 'answer', 'not-yet']);

function isStated({ acts }: Heard): boolean {
  return acts.every((act) => act.kind !== 'answer' || act.reading.kind === 'value');
}

/** Nothing more is to be found in it. */
function isPlain({ chosen, parsed }: Heard): boolean {
  return (
    parsed.clauses.length < 2 || chosen?.proposal.reader === 'alarm' || chosen?.proposal.reader === 'phrase'
  );
}

/** Where, behind something told, a question begins that goes on to the end. */
function questionAfter({ clauses }: Parsed): number | undefined {
  const first = clauses.findIndex(({ asks }) => asks);
  if (first <= 0 || !clauses.slice(first).every(({ asks }) => asks)) return undefined;
  return clauses[first]?.first;
}

const nothingOpen = {
  prompt: { step: '', text: '', reads: { type: 'menu' }, buttons: [] },
  openSlot: undefined,
  openCheck: undefined,
  asksDetail: false,
} as const satisfies Partial<Around>;

function hearOne(parsed: Parsed, around: Around): Heard {
  const open = openIn(around);
  const stops = readAlarm(parsed, around) ?? readTakenBack(parsed, around);
  const proposals = stops ? [stops] : proposalsFor(parsed, around, open);
  const chosen = choose(proposals, open);
  const acts = chosen?.proposal.acts ?? [unclear(parsed, around)];
  return { acts, outcome: chosen?.outcome ?? 'ask', proposals, chosen, parsed };
}

/** What is open, to the table. */
export function openIn({ prompt, openCheck }: Pick<Around, 'prompt' | 'openCheck'>): Open {
  return openOf(prompt.reads, openCheck !== undefined && prompt.reads.type === 'choice');
}

function proposalsFor(parsed: Parsed, around: Around, open: Open): readonly Proposal[] {
  const readers: readonly (Proposal | undefined)[] = [
    ...readPhrase(parsed, around, open),
    readDenied(parsed, around),
    readEvents(parsed, around),
    readChecks(parsed, around),
    readBegin(parsed, around),
    readSeveral(parsed, around),
    readFields(parsed, around),
    readDetail(parsed, around),
    readOpen(parsed, around),
    readOwnFact(parsed, around),
    ...readAsked(parsed, around),
  ];
  const proposals = readers.filter((one) => one !== undefined);
  const command = open === 'page' ? surelyRouted(parsed, around) : undefined;
  return command ? proposals.map((one) => (isOf(command, one) ? one : elsewhere(one))) : proposals;
}

/** The command that was surely meant, where nothing is open that it could be an answer to. */
function surelyRouted(parsed: Parsed, around: Around): string | undefined {
  const { router } = around.mind;
  const { typed } = parsed;
  const intent = router.commandIn(typed, {
    isOpen: true,
    asks: isQuestion(typed),
    answered: 0,
  });
  return intent && !isTakenBack(intent, parsed, around) ? intent : undefined;
}

/** Does what was proposed do what the command does? */
function isOf(command: string, { reader, acts }: Proposal): boolean {
  const [act] = acts;
  if (reader === 'phrase') return act?.kind !== 'command' || act.command.command === command;
  const own = doneBy[reader];
  return own === undefined || own.includes(command);
}

/** Commands that a reader's acts carry out too. */
const doneBy: Partial<Record<Reader, readonly string[]>> = {
  several: ['apply', 'new-application', 'plan', 'eligibility', 'yes', 'no', 'dont-know'],
  fields: ['change', 'universities', 'start-date', 'same', 'contacts', 'undo', 'yes', 'no', 'dont-know'],
  checks: ['already-done', 'decision', 'dont-know', 'yes', 'no', 'missing', 'fix', 'ready-check'],
};

function elsewhere(proposal: Proposal): Proposal {
  return { ...proposal, marks: new Set([...(proposal.marks ?? []), 'elsewhere']) };
}

/** An answer that could be kept, or else what would do as one. */
function unclear({ typed }: Parsed, { prompt, today }: Around): Act {
  return { kind: 'unclear', reading: readAnswer(prompt.reads, typed, today) };
}

/** Stopped at the door of a turn as a rule; here too for whoever hears a message by itself. */
function readAlarm(parsed: Parsed, around: Around): Proposal | undefined {
  if (around.isPastTheDoor || around.mind.phrases.has(parsed.typed)) return undefined;
  const alarm = alarmIn(parsed.typed, alarmAround(parsed, around));
  if (alarm?.level !== 'alarm') return undefined;
  const { kind, because } = alarm;
  return {
    reader: 'alarm',
    acts: [{ kind: 'alarm', alarm: kind }],
    whole: true,
    status: 'stated',
    sure: 1,
    because,
  };
}

/** What an alarm is to know besides the words. */
export function alarmAround(
  parsed: Parsed,
  {
    mind,
    today,
    prompt,
  }: Pick<Around, 'mind' | 'today'> & { readonly prompt: Pick<Around['prompt'], 'reads'> },
): AlarmAround {
  const { reads } = prompt;
  return {
    ...{ reads: reads.type, router: mind.router, asks: asksOf(parsed, reads) },
    isAnswer: readAnswer(reads, parsed.typed, today).kind !== 'none',
  };
}

/** "We are funded, scrap that": told and taken back in one message, with nothing told in its place. */
function readTakenBack(parsed: Parsed, around: Around): Proposal | undefined {
  const { words, cues, typed } = parsed;
  const last = cues.filter(({ kind, first }) => kind === 'takes-back' && first > 0).at(-1);
  if (!last) return undefined;
  const isDenied = cues.some(({ kind, first }) => kind === 'denied' && first >= last.last);
  const isSaidWith = (n: number): boolean =>
    cues.some(
      ({ kind, first, last: end }) =>
        n >= first && n < end && (saidWith.has(kind) || (isDenied && deniedWith.has(kind))),
    );
  if (words.some((_, n) => n >= last.last && !isSaidWith(n))) return undefined;
  const before = typed.slice(0, words[last.first]?.from ?? 0);
  const told = around.ear.parse(before);
  const { reads } = around.prompt;
  const isTold =
    answersOf(told).length > 0 ||
    around.ear.factsIn(told, factKinds).length > 0 ||
    mentionsIn(told, around.slots).length > 0 ||
    told.words.length >= fewestTold ||
    (reads.type !== 'menu' && readAnswer(reads, before, around.today).kind === 'value');
  if (!isTold || told.has('put-right', 'retracts') || told.words.length === 0) return undefined;
  return {
    ...{ reader: 'taken-back', acts: [{ kind: 'taken-back' }], whole: true, status: 'stated', sure: 1 },
    because: `takes back “${before.trim()}”`,
  };
}

const saidWith: ReadonlySet<string> = new Set([
  'function',
  'filler',
  'courtesy',
  'denied',
  'denied-after',
  'no',
  'retracts',
  'takes-back',
  'put-right',
]);
const deniedWith: ReadonlySet<string> = new Set(['people', 'field-words']);
/** Words. Fewer may be about the talk, and not tell anything. */
const fewestTold = 4;

function topicOf({ mind, topic }: Around): Entry | undefined {
  return topic ? mind.knowledge.byId.get(topic) : undefined;
}

/** In so many words a command, with what follows it. */
function readPhrase(parsed: Parsed, around: Around, open: Open): readonly Proposal[] {
  const { typed } = parsed;
  const { phrases, knowledge } = around.mind;
  if (open === 'page' && /^[?\s]+$/.test(typed))
    return [commanded('phrase', { command: 'help', rest: '', exact: true, said: '' }, ['firm'])];
  const command = phrases.read(typed) ?? phrases.read(withoutLead(parsed));
  if (!command) return leaving(parsed, around, open);
  const { command: name, exact, rest } = command;
  if (name === 'ask' && !knowledge.byId.has(rest.replace(/ /g, '-'))) return [];
  if (name === 'open' && around.prompt.reads.type === 'university') return [];
  const isInWords = open === 'words';
  if (isInWords && !exact) return leaving(parsed, around, open);
  if (name === 'undo') return [commanded('undo', command, exact ? ['firm'] : [])];
  if (open === 'page' && laterWords.has(command.said))
    return [commanded('phrase', { ...command, command: 'snooze' }, ['firm'])];
  if (
    name === 'skip' &&
    around.prompt.reads.type === 'wholeNumber' &&
    readAnswer(around.prompt.reads, typed, around.today).kind === 'again'
  )
    return [];
  const isFirm = exact && (open === 'page' || isInWords || !yieldsToAnswer(name));
  return [commanded('phrase', command, isFirm ? ['firm'] : [])];
}

/** With nothing open there is nothing to save nor to leave for later. */
const laterWords: ReadonlySet<string> = new Set(['later', 'ask me later', 'come back later']);

/** "Yes, save it", "ok go back": without the courtesy and the yes before it. */
function withoutLead(parsed: Parsed): string {
  const { words, cues } = parsed;
  let at = 0;
  for (;;) {
    const lead = cues.find(
      ({ kind, first }) =>
        first === at &&
        (kind === 'courtesy' ||
          kind === 'filler' ||
          kind === 'yes' ||
          (kind === 'no' && words[first]?.word === 'no')),
    );
    if (!lead) break;
    at = lead.last;
  }
  return at > 0 && at < words.length ? parsed.typed.slice(words[at]?.from ?? 0) : '';
}

/** Words that are as often an answer as a command. */
const yielding: ReadonlySet<string> = new Set([
  ...['dont-know', 'skip', 'decision', 'sent', 'continue', 'thanks', 'home', 'already-done', 'started'],
  ...['confirm-answers', 'status'],
]);

/** "Fire alarm!! save n exit", "back please, I've not finished": said first or last, in just these words, whatever the reason. */
function leaving({ typed, clauses }: Parsed, { mind }: Around, open: Open): readonly Proposal[] {
  if (clauses.length < 2) return [];
  const parts = typed.split(/[.,;!\n]+|\s[-–—]\s/).filter((part) => part.trim() !== '');
  for (const part of [parts.at(-1) ?? '', parts[0] ?? '']) {
    const command =
      part.trim() === typed
        ? undefined
        : mind.phrases.read(part.replace(/^\s*(?:no|yes|oh|ok|right|sorry)\s+/i, ''));
    const isLeaving = command?.exact && leaves.has(command.command);
    if (isLeaving && !(open === 'page' && laterWords.has(command.said)))
      return [commanded('phrase', command, ['firm'])];
  }
  return [];
}

const leaves: ReadonlySet<string> = new Set(['save', 'back', 'undo']);

export function yieldsToAnswer(command: string): boolean {
  return yielding.has(command);
}

function commanded(
  reader: 'phrase' | 'undo' | 'routed',
  command: Commanded,
  marks: readonly Mark[],
): Proposal {
  return {
    ...{
      reader,
      acts: [{ kind: 'command', command }],
      whole: true,
      status: 'stated',
      sure: command.exact ? 1 : 0.8,
    },
    marks: new Set(marks),
    because: `${command.exact ? 'the words of' : 'like'} the command ${command.command}${command.rest ? ` (${command.rest})` : ''}`,
  };
}

/** Only what reads like a question: an answer that names one's own application is none. */
function readOwnFact(parsed: Parsed, around: Around): Proposal | undefined {
  const { typed } = parsed;
  if (!isQuestion(typed)) return undefined;
  const { ofRound } = around;
  const own = around.ownFact(typed) ?? ownAnswer(parsed, around);
  const fact = own ? undefined : ofRound(typed);
  if (fact)
    return {
      ...{ reader: 'questions', acts: [{ kind: 'of-round', fact }], whole: true, status: 'stated', sure: 1 },
      ...{ marks: new Set(['firm'] as const), because: 'asks about the round itself' },
    };
  if (!own) return undefined;
  const say = own.text;
  return {
    ...{ reader: 'own-facts', acts: [{ kind: 'own-fact', say }], whole: true, status: 'stated', sure: 1 },
    because: `asks about one's own application: ${own.because}`,
  };
}

/** "Who did I put as the mentor?": an answer that was given, asked for by its name. */
function ownAnswer(parsed: Parsed, { slots, ownAnswer: say }: Around): OwnFact | undefined {
  if (!parsed.words.some(({ word }) => ofOnesOwn.has(word))) return undefined;
  const named = mentionsIn(parsed, slots).flatMap((mention) => mention.slots);
  const slot = named.find(({ id, value }) => /^(?:form|row|elig):/.test(id) && value !== undefined);
  return slot && { text: say(slot), because: `what stands for ${slot.id}` };
}

const ofOnesOwn = new Set([
  'put',
  'down',
  'named',
  'gave',
  'given',
  'said',
  'asked',
  'chose',
  'chosen',
  'picked',
  'entered',
  'typed',
  'wrote',
]);

/** What is asked of the knowledge, and commands in other words. */
function readAsked(parsed: Parsed, around: Around): readonly Proposal[] {
  const { typed } = parsed;
  const { knowledge, router } = around.mind;
  const { reads } = around.prompt;
  const isOpen = reads.type !== 'menu';
  const isFree = inWords.has(reads.type);
  const asks = isFree
    ? asksOf(parsed, around.prompt.reads)
    : isQuestion(typed) || (!isOpen && isTurned(parsed));
  // What is typed into a form is not read with the answer before it, unless it asks something.
  const context = isOpen && !asks ? undefined : topicOf(around);
  const found = knowledge.findAll(typed, context, around.scheme);
  const isKnown = found.some(({ score }) => score === 1) && (asks || !router.isExample(typed));
  // Where it can be no answer to what is open, it need not be so surely a command.
  const isAnswer = isOpen && (!isFree || readAnswer(reads, typed, around.today).kind !== 'none');
  const isSurely =
    isOpen && router.commandness(typed) >= (isFree ? surelyCommand.overWords : surelyCommand.overAnswer);
  const proposals: Proposal[] = [...readNotKnown(parsed, around)];
  const answered = knowledge.chances(typed, context).first;
  const routed =
    isKnown || (isFree && wordCount(typed) > longestRouted)
      ? undefined
      : router.commandIn(typed, { isOpen: isOpen && isAnswer && !isSurely, asks, answered });
  if (routed && !isTakenBack(routed, parsed, around)) proposals.push(...routedTo(routed, parsed, around));
  const help = isOpen && (asks || !isFree) ? helpHere(parsed, around) : undefined;
  if (help) return [help, ...proposals];
  const sureEnough = isOpen && !asks ? 0.85 : 0;
  const sure = found.filter(({ kind, score }) => kind === 'answer' && score >= sureEnough);
  const near = found.flatMap((one) => (one.kind === 'near' ? one.near : []));
  const made = (act: Act, marks: readonly Mark[], because: string): Proposal => ({
    ...{ reader: 'questions', acts: [act], whole: true, status: 'stated', sure: answered, because },
    marks: new Set(marks),
  });
  if (sure.length > 0 && !(isFree && !asks))
    proposals.push(
      made(
        { kind: 'questions', found: sure },
        isKnown ? ['firm', 'value'] : ['value'],
        `answered by ${sure.map(({ best, score }) => `${best?.id ?? ''} ${score.toFixed(2)}`).join(', ')}`,
      ),
    );
  else if (near.length > 0 && (asks || !isOpen))
    proposals.push(
      made({ kind: 'near', text: typed, entries: near.slice(0, 3) }, [], 'near to some answers'),
    );
  else if (asks) proposals.push(made({ kind: 'outside', text: typed }, [], 'asks, and nothing answers it'));
  return proposals;
}

/** Words. In words that are asked for, a longer message is an answer, not a command. */
const longestRouted = 9;

/** "No idea who it is", "she hasn't got one yet": not known, where something is asked and nothing is told. */
function readNotKnown(parsed: Parsed, around: Around): readonly Proposal[] {
  const { prompt, ear, known } = around;
  if (
    prompt.reads.type === 'menu' ||
    (prompt.reads.type === 'paragraph' && wordCount(parsed.typed) > longestRouted)
  )
    return [];
  const told = ear.factsIn(parsed, ['dont-know']);
  // To what can be answered with a no, "not yet" is one.
  const isNotYet =
    around.openCheck === undefined &&
    !saysNo(prompt.reads) &&
    parsed.has('denied', 'meant') &&
    parsed.words.some(({ word }) => word === 'yet' || word === 'still');
  const isUndecided = parsed.words.some(({ word }) => undecided.has(word));
  if (told.length === 0 && !isNotYet && !isUndecided) return [];
  const unknown = ear.unknownIn(parsed, { first: 0, last: parsed.words.length }, told, known);
  // "No idea why I'm doing this on my day off" tells what is not known, and that is another thing.
  if (told.some(({ last }) => parsed.words[last]?.word === 'why')) return [];
  const isOfAnother = mentionsIn(parsed, around.slots).some(
    ({ slots }) =>
      around.openCheck && slots.every(({ id }) => id.startsWith('check:') && id !== around.openCheck),
  );
  if (isOfAnother) return [];
  const command = {
    command: isDetail(around) ? ('skip' as const) : ('dont-know' as const),
    ...{ rest: '', exact: false, said: normalise(parsed.typed) },
  };
  return [
    commanded('routed', command, unknown.length === 0 && inWords.has(prompt.reads.type) ? ['firm'] : []),
  ];
}

function isDetail({ prompt }: Around): boolean {
  return prompt.step.startsWith('readiness:detail:');
}

function saysNo(reads: Around['prompt']['reads']): boolean {
  return (
    reads.type === 'yesNo' || (reads.type === 'choice' && reads.options.some(({ value }) => noes.has(value)))
  );
}

const undecided = new Set([
  'whichever',
  'whatever',
  'undecided',
  'deciding',
  'depends',
  'varies',
  'fussed',
  'possible',
]);

function routedTo(intent: string, parsed: Parsed, around: Around): readonly Proposal[] {
  const { typed } = parsed;
  const { reads } = around.prompt;
  const isOpen = reads.type !== 'menu';
  if (intent === 'yes' || intent === 'no') {
    if (reads.type === 'yesNo') {
      const reading = { kind: 'value', value: intent === 'yes' } as const;
      return [
        {
          ...{
            reader: 'routed',
            acts: [{ kind: 'answer', reading }],
            whole: true,
            status: 'stated',
            sure: 0.7,
          },
          because: `like a ${intent}`,
        },
      ];
    }
    if (isOpen) return [];
    const nod: Act = { kind: 'nod', yes: intent === 'yes' };
    return [
      {
        ...{ reader: 'routed', acts: [nod], whole: true, status: 'stated', sure: 0.7 },
        because: `like a ${intent}`,
      },
    ];
  }
  const isDenial = parsed.has('denied') && around.ear.factsIn(parsed, ['dont-know']).length === 0;
  if (intent === 'dont-know' && (!isOpen || (isDenial && saysNo(reads)))) return [];
  const command = {
    // Who confirmed it is not known, and the check is done all the same.
    command: intent === 'dont-know' && isDetail(around) ? 'skip' : intent,
    rest: namesDay.test(normalise(typed)) ? typed : '',
    exact: false,
    said: normalise(typed),
  } as Commanded;
  // Where words are asked for, what is nearly surely a command is one, unless it is written as a name is.
  const { reading, rest } = readAnswerIn(reads, typed, around.today);
  const shaped = 'shape' in reads && reads.shape !== undefined && reading.kind === 'value' && rest === '';
  const isFirm =
    inWords.has(reads.type) &&
    !shaped &&
    wordCount(typed) > 1 &&
    around.mind.router.commandness(typed) >= surelyCommand.overWords &&
    !isTitled(typed);
  // What leads away from an open question to another application is asked first.
  const isAway = intent === 'ready-check' && isOpen;
  const isWeighty = isAway || weighty.has(intent) || (intent === 'remind-me' && !asksToBeReminded(parsed));
  return [
    commanded('routed', command, [
      ...(isFirm ? (['firm'] as const) : []),
      ...(isWeighty ? (['weighty'] as const) : []),
    ]),
  ];
}

/** "HR reminded me on Friday" asks for nothing. */
function asksToBeReminded({ words, cues }: Parsed): boolean {
  const first = words.findIndex(
    (_, n) => !cues.some((cue) => saidBefore.has(cue.kind) && n >= cue.first && n < cue.last),
  );
  return reminding.has(words[first]?.word ?? '') || words.some(({ word }) => wishing.has(word));
}

const saidBefore: ReadonlySet<string> = new Set(['courtesy', 'filler', 'yes', 'no']);
const reminding = new Set('remind nudge prompt ping prod chase alert set reminder poke'.split(' '));
const wishing = new Set('can could please want need would will let'.split(' '));

/** What these do changes what is kept, at once: in other words than their own they are shown back. */
const weighty: ReadonlySet<string> = new Set([
  'snooze',
  'reopen',
  'confirmation',
  'started',
  'already-done',
  'new-application',
  'copy',
  'take-back',
  'confirm-answers',
  'stop-reminders',
  'invite',
  'hand-over',
  'remove',
]);

/** From this chance on, next to words of one's own, and to an answer to be picked. What is wholly a name is one. */
const surelyCommand = { overWords: 0.7, overAnswer: 0.9, apart: 0.5 } as const;

/**
 * "I haven't seen the plan" asks for no plan, and "the other ward has withdrawn" withdraws nothing. Such words are the
 * command's own ("we don't want the places now") where it would be less surely one without them, or where a clause that has
 * none of them asks for it too ("not my area, ask finance").
 */
function isTakenBack(intent: string, parsed: Parsed, { ear, mind }: Around): boolean {
  const kinds = [
    ...(deniable.has(intent) ? [] : (['denied'] as const)),
    ...(weighty.has(intent) ? limitsOfWeight : []),
    ...(weighty.has(intent) && !ofOthers.has(intent) ? (['others'] as const) : []),
  ];
  if (!parsed.has(...kinds)) return false;
  const unsure = ear.factsIn(parsed, ['dont-know']);
  const cues = parsed.cues.filter(
    (cue) => kinds.includes(cue.kind) && !unsure.some((one) => overlaps(one, cue)),
  );
  if (cues.length === 0) return false;
  const { chanceOf } = mind.router;
  const isApart = parsed.clauses.some(
    ({ first, last }) =>
      !cues.some((cue) => overlaps(cue, { first, last })) &&
      chanceOf(intent, typedOf(parsed, first, last)) >= surelyCommand.apart,
  );
  return !isApart && chanceOf(intent, withoutCues(parsed, cues)) >= chanceOf(intent, parsed.typed) * ownWords;
}

const limitsOfWeight: readonly CueKind[] = ['condition', 'lapsed', 'doubt', 'part', 'retracts'];
/** Commands that are about somebody else by their nature. */
const ofOthers: ReadonlySet<string> = new Set(['invite', 'hand-over', 'remove', 'copy', 'new-application']);
/** How much less sure a command must be without words for them to be its own. */
const ownWords = 0.95;

function withoutCues({ typed, words }: Parsed, cues: readonly Hit[]): string {
  let kept = '';
  let at = 0;
  for (const { first, last } of [...cues].sort((a, b) => a.first - b.first)) {
    const [from, to] = [words[first]?.from ?? 0, words[last - 1]?.to ?? 0];
    if (from >= at) kept += typed.slice(at, from);
    at = Math.max(at, to);
  }
  return `${kept}${typed.slice(at)}`.trim();
}

const deniable: ReadonlySet<string> = new Set([
  'dont-know',
  'cancel',
  'stop-reminders',
  'save',
  'help',
  'skip',
  'back',
  'undo',
  'not-helpful',
  'no',
  'decision',
  'unclear',
]);

/** "Fresh Start", "Start again Recovery Project": a name, by its capitals. */
function isTitled(text: string): boolean {
  const words = text.split(/\s+/).filter((word) => /^\p{L}{3,}/u.test(word));
  const capitals = words.filter((word) => /^\p{Lu}\p{Ll}/u.test(word)).length;
  return words.length > 1 && capitals > words.length / 2;
}

const namesDay =
  /\b(?:\d{1,2}(?:st|nd|rd|th)|(?:mon|tues|wednes|thurs|fri)day|tomorrow|next week|(?:in|for) (?:an?|\w+) (?:days?|weeks?|months?)|(?:\d+|two|three|four) (?:days|weeks|months))\b/;

/** "What do you mean by skill mix?", of the question that is open: its own help, before all that is known. */
function helpHere({ typed, words }: Parsed, { prompt, ear }: Around): Proposal | undefined {
  const own = new Set(ear.parse(prompt.text).words.map(({ word }) => word));
  const said = words.map(({ word }) => word);
  const asksMeaning = said.some((word) => ['mean', 'means', 'example', 'put', 'write'].includes(word));
  const isListed = ['choice', 'university', 'intake'].includes(prompt.reads.type);
  const asksForList =
    isListed && said.some((word) => ['list', 'options', 'choices'].includes(word)) && words.length <= 5;
  const { function: holding, asked } = ear.lists.cues;
  const content = said.filter(
    (word) => !holding.has(word) && !asked.has(word) && word !== 'mean' && word !== 'means',
  );
  const isOwn = asksMeaning && content.every((word) => own.has(word) || addressed.has(word));
  if (!asksForList && !isOwn) return undefined;
  return {
    ...{ reader: 'questions', acts: [{ kind: 'help-here' }], whole: true, status: 'stated', sure: 1 },
    marks: new Set(['firm']),
    because: `asks about the question that is open: ${typed}`,
  };
}

const addressed = new Set([
  'put',
  'write',
  'example',
  'say',
  'question',
  'answer',
  'type',
  'enter',
  'like',
  'want',
  'here',
  'need',
]);

/** In words that are asked for: is it rather asked? A name never begins as a question does. */
function asksOf(parsed: Parsed, reads: Around['prompt']['reads']): boolean {
  const { typed, clauses } = parsed;
  if (reads.type === 'paragraph' && wordCount(typed) > longestAsked) return false;
  const isMarked = /\?\s*$/.test(typed);
  return (
    (isMarked && isQuestion(typed)) ||
    ((clauses[0]?.asks ?? false) && wordCount(typed) > 2 && isQuestion(typed))
  );
}

/** Words. What is longer tells something, whatever it begins with. */
const longestAsked = 25;

const isIn = (list: FieldList, word: string): boolean => fieldWords()[list].includes(word);

/** Where nothing is asked, whoever says so asks: "do nursing associates get …", "she is on a visa, can she …". */
function isTurned({ typed, words, clauses }: Parsed): boolean {
  return words.length > 2 && (clauses.some(({ asks }) => asks) || turned.test(normalise(typed)));
}

const turned =
  /^(?:can|could|do|does|did|is|are|was|were|would|should|must|will|may) (?!not |the |it |this |that )/;

/** Does it read like a question, with or without its mark? */
export function isQuestion(text: string): boolean {
  if (/\?\s*$|\?\s/.test(text)) return true;
  const said = normalise(text).split(' ');
  let at = 0;
  for (;;) {
    const one = said[at] ?? '';
    if (isIn('question-leads', one)) at++;
    else if (isIn('question-leads', `${one} ${said[at + 1] ?? ''}`)) at += 2;
    else break;
  }
  const [first = '', second = '', third = ''] = said.slice(at);
  const begins = isIn('questions', first) || startsAs(said.slice(at));
  const isInverted =
    isIn('asks', first) &&
    (isIn('question-subjects', second) || /^(?:some|every|any)\w*$|^\w+s$/.test(second));
  return begins || (isInverted && !isIn('answer-tails', third));
}

function startsAs(said: readonly string[]): boolean {
  const line = `${said.join(' ')} `;
  return fieldWords()['question-starts'].some((start) => line.startsWith(`${start} `));
}
