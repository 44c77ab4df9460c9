import type { Entry } from '../../data/knowledge/entry.js';
import type { Found } from '../questions/search.js';
import type { Mind, Reads } from '../conversation.js';
import { readAnswer, yesOrNo, type Reading } from './answers.js';
import { isPhrase, readCommand, type Command, type Commanded } from './commands.js';
import type { Intent } from './intents.js';
import { readLooseCommand, type LooseCommand } from './loose-commands.js';
import { readSafety, type SafetyKind } from './safety.js';
import { clean, normalise, wordCount } from './text.js';

/** What was meant by what was said, given what was open. */
export type Understood =
  | { readonly kind: 'safety'; readonly safety: SafetyKind }
  | { readonly kind: 'answer'; readonly reading: Reading }
  | ({ readonly kind: 'command'; readonly command: Command | Intent } & Omit<Commanded, 'command'>)
  | { readonly kind: 'questions'; readonly found: readonly Found[] }
  /** In free text: it reads like a question that can be answered, and could be the answer all the same. */
  | { readonly kind: 'question-or-answer'; readonly found: readonly Found[]; readonly text: string }
  | { readonly kind: 'near'; readonly text: string; readonly entries: readonly Entry[] }
  | { readonly kind: 'outside'; readonly text: string }
  | { readonly kind: 'unclear'; readonly reading: Reading };

/** What is open when something is said. */
export interface Open {
  readonly reads: Reads;
  readonly parkable?: boolean;
  readonly skippable?: boolean;
}

export interface Hearing {
  /** London date. */
  readonly today: string;
  /** Looked into only when something is said that needs it: it takes a moment to learn. */
  readonly mind: Mind;
  /** The names of the form's questions: "change postcode" is a command even where words are asked for. */
  readonly labels: readonly string[];
  /** The entry answered last, for "and how long does it take?". */
  readonly topic?: string | null | undefined;
  /** Answers about another round are none. */
  readonly scheme?: string;
}

/**
 * One pure function from a text and what is open to what is meant. In order: what must not be kept or is not mine;
 * a whole command; an answer to what is open; a question; a command in loose wording; not sure.
 */
export function understand(said: string, open: Open, hearing: Hearing): Understood {
  const text = clean(said);
  const isFreeText = freeText.has(open.reads.type);
  // Words of an answer are the person's own, but what is asked is asked of me.
  const safety = isPhrase(text) ? undefined : readSafety(text, isFreeText && !asksInFreeText(text, open));
  if (safety) return { kind: 'safety', safety };
  const reading = readAnswer(open.reads, text, hearing.today);
  const command = commandIn(open, reading, text, hearing) ?? looseCommandIn(open, reading, text);
  // "I want to run away and never come back" begins like a command.
  const masked =
    command && !command.exact && !isFreeText && wordCount(text) >= fewestWords
      ? hearing.mind.router.unsafeIn(text, { isAnswer: false, answered: 1 })
      : undefined;
  if (masked) return { kind: 'safety', safety: masked };
  // "Not yet", when asked for the day it was sent: nothing to write down, so where it stands is shown.
  if (
    open.reads.type === 'date' &&
    open.reads.prefer === 'past' &&
    reading.kind === 'none' &&
    yesOrNo(text) === false
  )
    return { kind: 'command', command: 'continue', rest: '', exact: false, said: normalise(text) };
  if (command) return { kind: 'command', ...command };
  if (isFreeText) return inFreeText(text, reading, open, hearing);
  // "Again" is an answer too, only not one that can be kept: a number too high, half a postcode.
  const isAnswer = reading.kind !== 'none';
  const asks = isQuestion(text);
  // "Can they give meds?" while a yes or no is open is a question; "yes, can you?" still is a yes.
  if (isAnswer && !(asks && looseWith.has(open.reads.type))) return { kind: 'answer', reading };
  const isOpen = open.reads.type !== 'menu';
  const { knowledge, router } = hearing.mind;
  // What is typed into a form is not read with the answer before it, unless it asks something.
  const context = isOpen && !asks ? undefined : contextOf(hearing);
  const found = knowledge.findAll(text, context, hearing.scheme);
  // Word for word one of the ways of asking: no command is nearer than that, unless the same words, which ask nothing
  // ("CoS form", "GDPR"), are also a way of saying a command: then what they name is opened.
  const isKnown = found.some(({ score }) => score === 1) && (asks || !router.isExample(text));
  const answered = knowledge.chances(text, context).first;
  const isFragment = isOpen && !asks && wordCount(text) <= 5;
  const unsafe = isKnown ? undefined : router.unsafeIn(text, { isAnswer, isFragment, answered });
  if (unsafe) return { kind: 'safety', safety: unsafe };
  const routed = isKnown ? undefined : router.commandIn(text, { isOpen, asks, answered });
  // "Absolutely yes" answers a yes or no; to another question it is no command.
  const isYesOrNo = routed === 'yes' || routed === 'no';
  if (isYesOrNo && open.reads.type === 'yesNo')
    return { kind: 'answer', reading: { kind: 'value', value: routed === 'yes' } };
  const loose = (routed === 'dont-know' && !isOpen) || (isYesOrNo && isOpen) ? undefined : routed;
  // "Give me a shout on the 14th to ring HR": the day and the rest are in it.
  const rest = loose === 'remind-me' && namesDay.test(normalise(text)) ? text : '';
  if (loose) return { kind: 'command', command: loose, rest, exact: false, said: normalise(text) };
  // What does not read like a question is more likely a slip of an answer to what is open.
  const sureEnough = isOpen && !asks ? 0.85 : 0;
  const sure = found.filter(({ kind, score }) => kind === 'answer' && score >= sureEnough);
  if (sure.length > 0) return { kind: 'questions', found: sure };
  // "Does Chester do it?" names Chester, and does not choose it.
  if (isAnswer && !asksAboutIt.test(normalise(text))) return { kind: 'answer', reading };
  const near = found.flatMap((one) => (one.kind === 'near' ? one.near : []));
  if (near.length > 0 && (asks || !isOpen)) return { kind: 'near', text, entries: near.slice(0, 3) };
  if (asks) return { kind: 'outside', text };
  return { kind: 'unclear', reading };
}

const namesDay =
  /\b(?:\d{1,2}(?:st|nd|rd|th)|(?:mon|tues|wednes|thurs|fri)day|tomorrow|next week|(?:in|for) (?:a|an|\w+) (?:days?|weeks?|months?)|(?:\d+|two|three|four) (?:days|weeks|months))\b/;

function contextOf({ mind, topic }: Hearing): Entry | undefined {
  return topic ? mind.knowledge.byId.get(topic) : undefined;
}

const freeText: ReadonlySet<Reads['type']> = new Set(['text', 'name', 'paragraph']);
/** Kinds of question whose reader also finds an answer inside a longer sentence. */
const looseWith: ReadonlySet<Reads['type']> = new Set([
  'wholeNumber',
  'choice',
  'university',
  'intake',
  'date',
]);
/** Kinds of question with a list to choose from, which has a last one. */
const listed: ReadonlySet<Reads['type']> = new Set(['choice', 'university', 'intake']);
/** Words that are as often an answer as a command. */
const yieldsToAnswer: ReadonlySet<Command> = new Set([
  'dont-know',
  'skip',
  'decision',
  'sent',
  'continue',
  'thanks',
  'home',
  'already-done',
  'started',
  'confirm-answers',
  'status',
]);
/** Said while something is open, these may be the answer to it. */
const looseYieldsToAnswer: ReadonlySet<LooseCommand['command']> = new Set([
  ...yieldsToAnswer,
  'ask-colleague',
  'check-answers',
]);
const asksAboutIt =
  /^(?:who|whos|what|whats|when|where|why|how|hows|which|whose|do|does|did|are|tell me|explain)\b/;

function inFreeText(text: string, reading: Reading, open: Open, hearing: Hearing): Understood {
  // A name or a place is one of its kind; only where there are words enough is there room for trouble in them.
  const asks = asksInFreeText(text, open);
  const unsafe =
    open.reads.type === 'paragraph' || wordCount(text) >= fewestWords
      ? hearing.mind.router.unsafeIn(text, { isAnswer: true, asks, answered: 0 })
      : undefined;
  if (unsafe) return { kind: 'safety', safety: unsafe };
  if (asks) {
    const found = hearing.mind.knowledge
      .findAll(text, undefined, hearing.scheme)
      .filter(({ kind }) => kind === 'answer');
    if (found.length > 0) return { kind: 'question-or-answer', found, text };
  }
  // Nobody is called "what does sponsor mean".
  if (asks && open.reads.type === 'name' && asksAboutIt.test(normalise(text)))
    return { kind: 'outside', text };
  return reading.kind === 'none' ? { kind: 'unclear', reading } : { kind: 'answer', reading };
}

/** Trouble is not told in fewer words, and a name or a place has seldom more. */
const fewestWords = 5;

/** A name does not begin as a question does, marked or not; a paragraph may well ask something on its way. */
function asksInFreeText(text: string, { reads }: Open): boolean {
  const isMarked = text.includes('?');
  const isNoName = reads.type === 'name' && wordCount(text) > 3 && asksAboutIt.test(normalise(text));
  return (isMarked || isNoName) && isQuestion(text);
}

/**
 * A command in so many words, unless they answer what is open. In free text only a whole command counts, or "change"
 * with a question's name, so that "help desk" can be a service and "change manager" a job.
 */
function commandIn(
  open: Open,
  reading: Reading,
  text: string,
  { labels, mind }: Hearing,
): Commanded | undefined {
  if (open.reads.type === 'menu' && /^[?\s]+$/.test(text))
    return { command: 'help', rest: '', exact: true, said: '' };
  const command = readCommand(text);
  if (!command) return undefined;
  // "Ask" and an entry's name is a button of an answer; "ask me again next week" is not.
  if (command.command === 'ask' && !mind.knowledge.byId.has(command.rest.replace(/ /g, '-')))
    return undefined;
  // "Open University" is no application to open.
  if (command.command === 'open' && open.reads.type === 'university') return undefined;
  if (open.reads.type === 'menu') {
    // With nothing open there is nothing to save nor to leave for later.
    if (laterWords.has(command.said)) return { ...command, command: 'snooze' };
    // "Remove all trace of me" begins like one command, and is clearly another.
    const meant =
      / /.test(command.rest) && !partOfCode.test(command.rest)
        ? mind.router.commandIn(text, { isOpen: true, asks: false, answered: 0 })
        : undefined;
    if (meant && meant !== command.command)
      return { command: meant as Command, rest: '', exact: false, said: command.said };
  }
  // Not the questions about a university: those go on to the knowledge.
  if (
    command.command === 'change' &&
    /^(?:uni|university)\b|^(?:to )?(?:a )?(?:different|another|other) uni/.test(command.rest)
  )
    return { ...command, command: 'universities', rest: '' };
  if (freeText.has(open.reads.type)) {
    // "The mentor on the first one", "trainee 1 mentor".
    const rest = command.rest.replace(
      /^trainee \d+s? | (?:on|for|of) (?:the )?(?:trainee )?\w+(?: one| trainee)?$/g,
      '',
    );
    const namesQuestion = () => labels.some((label) => normalise(label) === rest);
    const isSending = command.command === 'sent' && ['today', 'yesterday'].includes(command.rest);
    return command.exact || isSending || (command.command === 'change' && namesQuestion())
      ? command
      : undefined;
  }
  // "None" skips what can be left out; to "how many?" it is a number, only not one that can be kept.
  if (reading.kind === 'again' && command.command === 'skip' && open.reads.type === 'wholeNumber')
    return undefined;
  if (reading.kind !== 'value' && reading.kind !== 'confirm') return command;
  return command.exact && !yieldsToAnswer.has(command.command) ? command : undefined;
}

/** A group of a reference or of a one-time code: no vowels, and nothing that looks like something else. */
const partOfCode = /\b[346789bcdfghjkmnpqrtvwxy]{4}\b/;
const laterWords: ReadonlySet<string> = new Set(['later', 'ask me later', 'come back later']);
const asksForList =
  /^(?:(?:what (?:are|is)|whats) )?(?:my |the |our )?(?:options|choices|list)(?: again)?$|^(?:what|which)(?: (?:ones|unis|universities|places))?(?: (?:can|could|do|should) (?:i|we) (?:choose|pick|have|choose from|pick from|use|go to)| do it| do this| run it| are there| is there| have you got| do you have)?$|^(?:show|list|give|see)(?: me)?(?: the| my| all)*(?: (?:options|choices|list|ones|unis|universities))?$/;

/** Where one of several things is wanted, and it may be all the same to the person. */
const isPicked: ReadonlySet<Reads['type']> = new Set([
  'choice',
  'university',
  'intake',
  'wholeNumber',
  'yesNo',
  'date',
]);
const noneYet =
  /^(?:(?:its|thats|it|we|ive|weve|i|he|she|they|hr|the|band|still|just|have|has|is|are) )*(?:not|havent|hasnt|isnt|dont|doesnt|no|to be|nobody|being)(?: [a-z]+){0,4} (?:yet|still)$|^(?:(?:its|thats|it|we|i|he|she|they|hr|the|band|are|is) )*(?:still )?(?:deciding|undecided|being decided|not agreed)$/;
/** "Ask Amy": in free text that may be the name of a service. */
const asksSomebody =
  /^(?:please )?ask (?!(?:me|you|us|it|again|for|about|later|whether)\b)[a-z]+(?: please)?$/;
const noPreference =
  /^(?:(?:it|that|its|really|just|all|go for|im|i am|were|we are) )*(?:any(?: (?:of (?:them|those|these)|one|will do|is fine))*|either(?: (?:one|way|is fine|will do|of them))*|which ?ever(?: .{2,40})?|what ?ever(?: .{2,40})?|whenever(?: .{2,40})?|as many as (?:possible|we can(?: get)?|you can)|easy|how ?ever many(?: .{2,40})?|(?:not (?:fussed|bothered)|dont mind)(?: (?:which|when|who|how many|at all|really|tbh).{0,20})?|undecided|torn|depends(?: .{2,40})?|varies|you (?:tell me|choose|pick|decide)|cant decide(?: .{2,20})?)$/;

/**
 * A command in loose words that nobody would answer a question with. With nothing open, leaving and not knowing are
 * left to the router: there is nothing to leave.
 */
function looseCommandIn(open: Open, reading: Reading, text: string): Commanded | undefined {
  const said = normalise(text);
  const made = (command: Command, rest = '') => ({ command, rest, exact: false, said }) as const;
  if (open.reads.type === 'university' && asksForList.test(said)) return made('universities');
  if (reading.kind === 'none' && isPicked.has(open.reads.type) && noPreference.test(said))
    return made('dont-know');
  const isNoAnswer = reading.kind === 'none' && open.reads.type !== 'menu';
  if (isNoAnswer && !freeText.has(open.reads.type) && asksSomebody.test(said)) return made('ask-colleague');
  // "She doesn't have one yet" answers how far a thing is, and is no name nor address.
  if ((isNoAnswer || freeText.has(open.reads.type)) && noneYet.test(said)) return made('dont-know');
  const loose = readLooseCommand(text, isNoAnswer);
  if (!loose) return undefined;
  const { command, rest } = loose;
  if (open.reads.type === 'menu') {
    if (command === 'dont-know' || command === 'ask-colleague') return undefined;
    if (
      command === 'save' &&
      !/\b(?:save|leave|exit|quit|close|log|pause|park|form|go|dash|run)\b/.test(said)
    )
      return undefined;
    return made(command, rest);
  }
  if (reading.kind === 'value' || reading.kind === 'confirm') {
    if (freeText.has(open.reads.type)) return made(command, rest);
    if (looseYieldsToAnswer.has(command)) return undefined;
    // "No, leave it" and "the last one" answer a yes or no and a choice.
    if (open.reads.type === 'yesNo' && /^(?:yes|yeah|yep|no|nope|nah)\b/.test(said)) return undefined;
    if (listed.has(open.reads.type) && /\blast\b/.test(said)) return undefined;
  }
  return made(command, rest);
}

const asking =
  /^(?:and |so |but |ok |also |just wondering |quick question |please |sorry |hi |hello )*(?:who|whos|what|whats|when|whens|where|wheres|why|how|hows|which|whose|(?:can|could|do|does|did|is|are|am|was|would|should|shall|must|will|ha[sd](?= (?:it|he|she|they|the|my|our|your|this|that|there|any\w*|some\w*|every\w*|hr|finance|nobody)\b))(?! (?:do|done|it$|this$|that$|so$|be$|been|agreed|signed|started|spoken|asked)\b)|were (?:i|we|you|they|the|there|these|those|any|my|our)|may (?:i|we|they|an?|aps?|taps?)|have (?:i|we|you|they|the|any|my|our|all|aps?|taps?|there)|any|tell me|explain|difference|diff|define|meaning|need to know|i want to know|wondering)\b/;

/** Does it read like a question, with or without its mark? */
export function isQuestion(text: string): boolean {
  return /\?\s*$|\?\s/.test(text) || asking.test(normalise(text));
}
