import { advance, newApplication, type Application } from '../workflows/application.js';
import type { ApplicationEvent } from '../workflows/application.machine.js';
import { isLondonDate, sayDate } from '../workflows/dates.js';
import type { Answer } from '../workflows/scheme.js';
import { may } from '../workflows/authority-rules.js';
import { kindLine } from './alarms/content.js';
import { atTheDoor, stop } from './alarms/door.js';
import { barred, roleIn } from './authority.js';
import * as content from './content.js';
import type {
  Dialog,
  Focus,
  Asked,
  Learned,
  Link,
  Move,
  Need,
  NewCode,
  Prompt,
  Reads,
  View,
  Weighed,
} from './conversation.js';
import * as cards from './cards/content.js';
import { followsParagraph, formOf, typedTogether, type Form } from './cards/form.js';
import { partDone, replyForm, whole } from './cards/form-card.js';
import { dialogOf, versionsOf } from './applications/rules.js';
import * as filesContent from './files/content.js';
import * as files from './files/dialog.js';
import type { Received } from './files/dialog.js';
import { dialogs, isPlaceFor, obey } from './list.js';
import type { Reminders } from './nudges/reminders.js';
import { answeredSince, valueIn } from './place.js';
import { roundInFocus } from './rounds/dialog.js';
import type { Button, Reply } from './reply.js';
import { mayBeCode, sentCodeIn } from './sharing/codes.js';
import { nameOf } from './sharing/content.js';
import { join as joinBy } from './sharing/dialog.js';
import { sayEvent } from './undo/content.js';
import { undo, undoButton, type About } from './undo/dialog.js';
import * as questions from './questions/content.js';
import { answerQuestions } from './questions/dialog.js';
import { aroundOf } from './hearing.js';
import { carryOut, onlyShows, showBack, type Carrying } from './moves.js';
import { readAnswer, readChoice, type Reading } from './understanding/answers.js';
import type { Act } from './understanding/acts.js';
import type { Commanded } from './understanding/commands.js';
import { comesToNothing, hear as understand, yieldsToAnswer, type Heard } from './understanding/hear.js';
import { askingOf } from './understanding/proposed.js';
import { answersOf } from './understanding/readers/answers.js';
import type { SafetyKind } from './understanding/safety.js';
import type { Ear } from './understanding/status.js';
import { followOn } from './questions/follow-on.js';
import { clean, normalise } from './understanding/text.js';
import { button } from './words.js';

/** Something said or pressed, before it is understood. */
export interface Said {
  readonly text: string;
  /** What the pressed card was about; absent for typing. */
  readonly card?: CardMark;
  /** Of a card: its input was filled in, so these are the person's own words. */
  readonly isPressed?: boolean;
}

/** Every card carries what it was made for: a stale one changes nothing and shows the present. */
export interface CardMark {
  readonly application: string | null;
  readonly step: string;
  readonly revision: number;
}

/** The step of a card whose buttons mean the same at any time: a reminder's, an answer's. */
export const anyStep = 'any';

/** What one turn comes to: what to keep, then what to say. */
export interface Outcome {
  readonly focus: Focus;
  /** Applications as they are to be kept: what the turn changed or began. */
  readonly changed: readonly Application[];
  readonly events: readonly ApplicationEvent[];
  readonly links: readonly Link[];
  readonly codes: readonly NewCode[];
  /** Ids of invitations that no longer count. */
  readonly spent: readonly string[];
  readonly reminders: Reminders;
  readonly replies: readonly Reply[];
  /** The prompt that is open when the turn ends, for the cards. */
  readonly prompt: Prompt;
  readonly mark: CardMark;
  /** Look this up and take the turn again: nothing else of this outcome counts. */
  readonly needs: Need | undefined;
  readonly learn: Learned | undefined;
  readonly asked?: Asked;
  readonly weighed?: Weighed;
  /** Keep the words of this message nowhere. */
  readonly forget: boolean;
  /** It was stopped at the door, as this. */
  readonly stopped?: SafetyKind;
  /** Delete everything that is kept of the person, and keep nothing else of this outcome. */
  readonly erase: boolean;
  /** What was said before the open prompt, if anything. */
  readonly said: string;
  /** The pressed card was of the past: nothing was done. */
  readonly stale: boolean;
}

/** The question or page that is open in a view. */
export function promptOf(view: View): Prompt {
  return dialogs[view.focus.dialog].prompt(view);
}

/** One turn of conversation, as a function of what is known and what was said. No clock, no I/O. */
export function converse(view: View, said: Said): Outcome {
  return answer(standing(view), said);
}

function answer(view: View, said: Said): Outcome {
  const text = clean(said.text);
  const prompt = promptOf(view);
  const alarm = atTheDoor(view, prompt, text, said.card?.step === anyStep);
  if (alarm?.level === 'alarm') return { ...settle(view, stop(alarm)), stopped: alarm.kind };
  // What may be distress is nobody else's to read.
  return alarm
    ? withKindLine(heard({ ...view, model: false }, prompt, text, said))
    : heard(view, prompt, text, said);
}

/** Said first; what was said is heard as what it is. */
function withKindLine(outcome: Outcome): Outcome {
  const [first, ...rest] = outcome.replies;
  if (!first || outcome.needs) return outcome;
  return { ...outcome, replies: [{ ...first, text: join(kindLine, first.text) }, ...rest] };
}

function heard(view: View, prompt: Prompt, text: string, said: Said): Outcome {
  if (said.card && isStale(view, prompt, said.card))
    return { ...settle(view, stale(view, said.card)), stale: true };
  // What was asked is asked no more: the form has gone on, or another answer has made it unneeded.
  const { at = null } = view.focus;
  if (!said.card && at && at.step !== prompt.step && isAnswering(view, prompt, text))
    return settle(view, { focus: { at: null }, say: () => content.askedNoMore, again: true });
  // A button of the question behind a short one counts for that question: its "Yes" withdraws nothing.
  const isFor = (step: string) => !said.card || said.card.step === step;
  if (view.focus.pending && isFor(stepOf(prompt, view.focus.pending))) {
    const move = resolvePending(view, prompt, view.focus.pending, text);
    if (move) return settle(view, move);
  }
  // A card tells by itself how old it is.
  const seen = isFor(prompt.step) && said.card ? said.card.revision : at?.revision;
  const from =
    seen === undefined
      ? view
      : { ...view, focus: { ...view.focus, at: { step: prompt.step, revision: seen } } };
  const pressed =
    said.card && said.isPressed !== false ? press(from, prompt, text, said.card.step === anyStep) : undefined;
  // A question follows the answer before it only while nothing else was said.
  const focus = { ...view.focus, pending: null, topic: null };
  return settle({ ...view, focus }, pressed ?? hear(from, prompt, text, said.card !== undefined));
}

/** The open question, where a file answers it: what is taken, and for which application. */
export function takesNow(
  view: View,
): { takes: NonNullable<Prompt['takes']>; application: string } | undefined {
  const here = standing(view);
  const { takes } = promptOf(here);
  const application = here.focus.dialog === 'asked' ? here.asked?.application : here.application;
  return takes && application && { takes, application: application.reference };
}

/** A file that came with a message, and the words beside it. Its name passes the door as words do. */
export function attach(
  view: View,
  { name, text, received }: { name: string; text: string; received: Received },
): Outcome {
  const here = standing(view);
  const prompt = promptOf(here);
  for (const words of files.wordsOf(name, text)) {
    const alarm = atTheDoor(
      here,
      { reads: { type: 'paragraph', min: 0, max: 0 }, buttons: [] },
      clean(words),
    );
    if (alarm?.level !== 'alarm') continue;
    const move = stop(alarm);
    const say: Move['say'] = (after) => filesContent.badName(move.say?.(after) ?? '');
    return { ...settle(here, move.forget ? { ...move, say } : move), stopped: alarm.kind };
  }
  return settle(
    { ...here, focus: { ...here.focus, pending: null, topic: null } },
    files.takeFile(prompt, received, (value) => giveFile(here, prompt, value)),
  );
}

/** Where somebody was quicker, theirs stands: nothing waits for a yes whose bytes nobody keeps. */
function giveFile(view: View, prompt: Prompt, value: string): Move {
  const found = meanwhile(view, prompt);
  return found
    ? {
        focus: { at: null },
        say: () => join(content.sameMeanwhile(found.who, found.what), filesContent.attachAgain),
      }
    : dialogs[view.focus.dialog].answer(view, prompt, value);
}

/** Where things stand, for a message that was heard before: it changes nothing a second time. */
export function present(view: View): Outcome {
  return settle(standing(view), { say: () => content.heardAlready, again: true });
}

/** The first words to someone, or to a conversation that has just opened. */
export function greet(view: View): Outcome {
  const say = () => (view.person.greetedAt ? content.hello : content.greeting(view));
  return settle(view, { say, again: true, focus: { dialog: 'home', page: null, pending: null } });
}

/** Typed, or filled in: what it comes to is found out once, and then carried out. */
function hear(view: View, prompt: Prompt, text: string, isFilledIn: boolean): Move {
  if (text === '') return { say: () => content.empty };
  // A code in its groups is nothing else, with the whole invitation around it or without.
  const code = sentCodeIn(text);
  if (code) return joinBy(view, code);
  const onward = onPage(view, prompt, text);
  if (onward) return onward;
  const following = followOn(view, text);
  if (following) return following;
  const proposed = view.looked?.proposed;
  const around = { ...aroundOf(view, prompt), isFilledIn, proposed };
  const heard = understand(text, around);
  if (view.model && !view.group && !proposed && comesToNothing(heard, around))
    return { needs: askingOf(heard.parsed.typed, around) };
  const on = carrying(view, prompt);
  if (heard.dropped) return weigh(heard, heard.dropped, on);
  // In words that are asked for, a question may be the answer all the same.
  const [first] = heard.acts;
  if (first?.kind === 'questions' && prompt.reads.type === 'paragraph' && !text.includes('?'))
    return questionOrAnswer(prompt, text);
  const done = carryOut(heard.acts, on);
  if (heard.outcome !== 'show') return done;
  // What would put nothing down, as when this person may not, is said at once.
  const isAnswer = heard.acts.every(({ kind }) => kind === 'answer' || kind === 'tell');
  return isAnswer && !done.events?.length && !done.begin ? done : showBack(heard.acts, on);
}

/** With what a model proposed. What it is sure of is not looked at: whatever would do more than show something is shown back. */
function weigh(heard: Heard, dropped: Weighed['dropped'], on: Carrying): Move {
  const { acts, outcome, chosen } = heard;
  if (chosen?.proposal.reader !== 'model')
    return { ...carryOut(acts, on), weighed: { came: 'nothing', dropped } };
  const move = outcome === 'do' ? carryOut(acts, on) : undefined;
  const isDone = move !== undefined && onlyShows(move);
  const weighed: Weighed = { came: isDone ? 'done' : 'shown', dropped };
  return { ...learning(heard), ...(isDone ? move : showBack(acts, on)), weighed };
}

function questionOrAnswer({ step }: Prompt, text: string): Move {
  return {
    focus: { pending: { kind: 'question-or-answer', step, text } },
    say: () => questions.questionOrAnswer(text),
    alone: true,
    buttons: [button(questions.questionForYou), button(questions.myAnswer)],
  };
}

/** What is taken back, by where it is kept. */
const abouts: Readonly<Record<string, About>> = {
  ...{ accepted: 'declaration', sent: 'sent', decision: 'decision' },
  ...{ recruited: 'recruited', returned: 'returned', started: 'started' },
};

function carrying(view: View, prompt: Prompt): Carrying {
  const { slots, openSlot } = aroundOf(view, prompt);
  return {
    ...{ view, prompt, slots, openSlot, dialog: dialogs[view.focus.dialog] },
    take: (reading) => take(view, prompt, reading) ?? { say: () => sayOf(reading) },
    undo: (about) => undo(view, abouts[about ?? ''] ?? 'last'),
    obey: (commanded) => doing(view, dialogs[view.focus.dialog], prompt, commanded),
  };
}

/**
 * A press is complete: it says the words of its button, which are a command's or an option's, and they are never heard as
 * if somebody had typed them. Undefined: it is none of these any more.
 */
function press(view: View, prompt: Prompt, says: string, isAnyTime: boolean): Move | undefined {
  const act = isAnyTime ? undefined : pressedActs(view.today)[normalise(says)];
  if (act) return carryOut([act], carrying(view, prompt));
  const command = view.mind.phrases.read(says);
  const isAnswer =
    prompt.reads.type !== 'menu' && readAnswer(prompt.reads, says, view.today).kind === 'value';
  if (command && (isAnyTime || (command.exact && !(isAnswer && yieldsToAnswer(command.command)))))
    return doing(view, dialogs[view.focus.dialog], prompt, command);
  if (isAnswer) return take(view, prompt, readAnswer(prompt.reads, says, view.today));
  return command && doing(view, dialogs[view.focus.dialog], prompt, command);
}

/** Buttons that tell that something has come about. */
function pressedActs(today: string): Readonly<Record<string, Act>> {
  return {
    funded: { kind: 'decided', result: 'funded' },
    'not funded': { kind: 'decided', result: 'not-funded' },
    'still waiting': { kind: 'not-yet', event: 'decision', status: 'denied' },
    'sent today': { kind: 'happened', event: 'sent', on: today },
    'returned today': { kind: 'happened', event: 'returned', on: today },
    recruited: { kind: 'happened', event: 'recruited' },
    'i accept': { kind: 'happened', event: 'accepted' },
  };
}

/** On a page, a button in its own words or their beginning, and "yes" or "go on" where one way on is the next: pressed. */
function onPage(view: View, prompt: Prompt, text: string): Move | undefined {
  const { reads, buttons, onward } = prompt;
  if (reads.type !== 'menu') return undefined;
  const { ear } = view.mind;
  const said = normalise(text);
  if (onward && (isYes(ear, text) || goesOn.has(withoutCourtesy(ear, text))))
    return press(view, prompt, onward, false);
  const meant = buttons.filter(({ title, url }) => !url && ` ${normalise(title)} `.startsWith(` ${said} `));
  return meant.length === 1 && meant[0] && said.length > 3
    ? press(view, prompt, meant[0].says, false)
    : undefined;
}

/** Not "continue": that shows a page again to someone who comes back. */
const goesOn: ReadonlySet<string> = new Set([
  ...[
    'go on',
    'go on then',
    'next',
    'proceed',
    'go ahead',
    'move on',
    'let us go',
    'start',
    'begin',
    'send',
    'send it',
  ],
]);

/** Editors want to know what the entries' own ways of asking did not find. */
function learning({ proposals }: Heard): Move {
  const missed = proposals
    .flatMap(({ acts }) => acts)
    .find((act) => act.kind === 'near' || act.kind === 'outside');
  return missed ? { learn: { unanswered: missed.text } } : {};
}

function take(view: View, prompt: Prompt, reading: Reading): Move | undefined {
  const { step } = prompt;
  switch (reading.kind) {
    case 'value':
      return give(view, prompt, reading.value);
    case 'which':
      return {
        focus: { pending: { kind: 'which', step, options: reading.options } },
        say: () => reading.say,
        alone: true,
        buttons: reading.options.map(({ label }) => ({ title: label, says: label })),
      };
    case 'confirm':
      return {
        focus: { pending: { kind: 'confirm', step, value: reading.value, ask: reading.ask } },
        say: () => reading.ask,
        alone: true,
        buttons: yesNoButtons,
      };
    case 'again':
      return { say: () => reading.say };
    case 'none':
      return undefined;
  }
}

/** Every list has a way out. */
const noneOf: ReadonlySet<string> = new Set(['none of these', 'none of those', 'none of them', 'neither']);

/** An answer to the question that this conversation showed. Where somebody was quicker, it is told and asked. */
function give(view: View, prompt: Prompt, value: Answer): Move {
  const found = meanwhile(view, prompt);
  if (!found) return dialogs[view.focus.dialog].answer(view, prompt, value);
  const { who, what } = found;
  if (valueIn(found.event) === value)
    return { focus: { at: null }, say: () => content.sameMeanwhile(who, what) };
  const ask = content.answeredMeanwhile(who, what);
  return {
    focus: { pending: { kind: 'confirm', step: prompt.step, value, ask, meanwhile: true } },
  };
}

/** A command; but what somebody else has answered meanwhile is not put aside unseen. */
function doing(view: View, dialog: Dialog, prompt: Prompt, commanded: Commanded): Move {
  const found = ['dont-know', 'skip'].includes(commanded.command) ? meanwhile(view, prompt) : undefined;
  return found
    ? { focus: { at: null }, say: () => content.sameMeanwhile(found.who, found.what) }
    : obey(view, dialog, prompt, commanded);
}

/** Who answered the open question since this conversation showed it, and what. */
function meanwhile(
  view: View,
  prompt: Prompt,
): { event: ApplicationEvent; who: string; what: string } | undefined {
  const { application, focus } = view;
  const found = focus.at?.step === prompt.step && answeredSince(application, prompt.step, focus.at.revision);
  if (!application || !found) return undefined;
  const { by, event } = found;
  return { event, who: nameOf(view, application, by), what: sayEvent(view, application, event) };
}

function resolvePending(
  view: View,
  prompt: Prompt,
  pending: NonNullable<Focus['pending']>,
  text: string,
): Move | undefined {
  if ((pending.kind === 'choose' || pending.kind === 'which') && noneOf.has(normalise(text)))
    return { focus: { pending: null }, say: () => content.asYouWere };
  const { ear, phrases } = view.mind;
  // Whoever picks none has not answered what stands behind the list.
  const isNone = (pending.kind === 'choose' || pending.kind === 'which') && isYes(ear, text) === false;
  if (isNone && !pending.options.some(({ label }) => normalise(label).startsWith('no')))
    return { focus: { pending: null }, say: () => content.asYouWere };
  if (pending.kind === 'acts') {
    const agreed = isYes(ear, text) ?? (isSaidAgain(view, prompt, pending.acts, text) ? true : undefined);
    if (agreed) return withoutPending(carryOut(pending.acts, carrying(view, prompt)));
    if (agreed === false) return { focus: { pending: null }, say: () => content.nothingPutDown };
    return undefined;
  }
  if (pending.kind === 'command') {
    const command: Commanded = { command: pending.command, rest: pending.rest, exact: true, said: text };
    const sure = isSure(ear, text, pending.command);
    if (sure) return obey(view, dialogs[view.focus.dialog], prompt, command, true);
    if (sure === false) return { focus: { pending: null }, say: () => content.asYouWere };
    // Neither yes nor no to something that changes much: it is not done, and this is no answer to what it hides.
    return isAnswering(view, { ...prompt, reads: { type: 'yesNo' } }, text)
      ? { focus: { pending: null }, say: () => content.notSure }
      : undefined;
  }
  if (pending.kind === 'choose') {
    const chosen = readChoice(pending.options, text);
    // It hides the open question, so what is none of its choices is no answer to that one.
    if (chosen.kind !== 'value')
      return isAnswering(view, { ...prompt, reads: { type: 'choice', options: pending.options } }, text)
        ? { say: () => (chosen.kind === 'which' ? chosen.say : content.noneOfThese) }
        : undefined;
    const command = { command: pending.command, rest: String(chosen.value), exact: true, said: text };
    return withoutPending(obey(view, dialogs[view.focus.dialog], prompt, command));
  }
  if (pending.kind === 'command-text') {
    if (phrases.read(text)?.exact || (pending.command === 'join' && !mayBeCode(text))) return undefined;
    if (isYes(ear, text) === false) return { focus: { pending: null }, say: () => content.asYouWere };
    const command = {
      command: pending.command,
      rest: `${pending.before} ${text}`.trim(),
      exact: false,
      said: text,
    };
    const move = withoutPending(obey(view, dialogs[view.focus.dialog], prompt, command));
    // What to remind of is known: a text without a day must not become part of it.
    const isDayless = pending.command === 'remind-me' && pending.before !== '' && move.focus?.pending;
    if (!isDayless) return move;
    // No day, and something else that can be done: whoever says that has moved on.
    const kind = understand(text, aroundOf(view, { ...prompt, reads: { type: 'menu' } })).acts[0]?.kind;
    if (kind === 'questions' || kind === 'command') return undefined;
    return { ...move, focus: { pending }, say: () => content.noDay };
  }
  if (pending.step !== prompt.step) return undefined;
  if (pending.kind === 'question-or-answer') {
    const said = normalise(text);
    if (isYes(ear, text) === false || said.includes('answer')) {
      const move = take(view, prompt, readAnswer(prompt.reads, pending.text, view.today));
      return move && withoutPending(move);
    }
    const isQuestion = isYes(ear, text) || said.includes('question');
    return isQuestion
      ? withoutPending(answerQuestions(view.mind.knowledge.findAll(pending.text)))
      : undefined;
  }
  if (pending.kind === 'which') {
    const options = pending.options.map(({ value, label }) => ({
      value: String(value),
      label,
      also: otherWords(value),
    }));
    // "2 please" is the number before it is a place in the list, and "the 17th" a day.
    const same = readAnswer(prompt.reads, text, view.today);
    const isOne = same.kind === 'value' && options.some(({ value }) => value === String(same.value));
    const reading: Reading = isOne ? { ...same, value: String(same.value) } : readChoice(options, text);
    const chosen =
      reading.kind === 'value' && pending.options.find(({ value }) => String(value) === reading.value);
    if (!chosen) return undefined;
    return withoutPending(give(view, prompt, chosen.value));
  }
  const keeps = isYes(ear, text);
  if (keeps && pending.meanwhile)
    return withoutPending(dialogs[view.focus.dialog].answer(view, prompt, pending.value));
  if (keeps) return withoutPending(give(view, prompt, pending.value));
  if (keeps === false && pending.meanwhile)
    return { focus: { pending: null, at: null }, say: () => content.leftAsItIs };
  if (keeps === false) return { focus: { pending: null }, say: () => content.askedAgain };
  return undefined;
}

/** A day among several is told by its number, "the 17th" or "17 nov". */
function otherWords(value: Answer): string[] {
  const said = String(value);
  if (!isLondonDate(said)) return [said];
  const [, day = '', month = ''] = sayDate(said).split(' ');
  return [said, day, ...['st', 'nd', 'rd', 'th'].map((end) => `${day}${end}`), `${day} ${month.slice(0, 3)}`];
}

/** What cannot be taken back waits for a plain yes; "keep it" and "don't" are a no, whatever stands before them. */
function isSure(ear: Ear, text: string, asked: Commanded['command']): boolean | undefined {
  const said = normalise(text);
  const isStopped = asked !== 'cancel' && asked !== 'withdraw' && /^cancel(?: (?:it|that|this))?$/.test(said);
  if (isStopped || /\b(?:keep|leave|dont|do not)\b/.test(said) || said === 'not right') return false;
  return isYes(ear, text);
}

/** A yes or a no, and nothing else: every word explained, and nothing in it that takes it back. */
function isYes(ear: Ear, text: string): boolean | undefined {
  const parsed = ear.parse(text);
  const answers = answersOf(parsed);
  const [first] = answers;
  const kinds = new Set(answers.map(({ kind }) => kind));
  if (!first || kinds.size !== 1) return undefined;
  const all = { first: 0, last: parsed.words.length };
  const isWhole = ear.unknownIn(parsed, all).length === 0;
  const isPlain =
    !parsed.has('condition', 'part', 'doubt', 'others', 'lapsed', 'put-right') &&
    !parsed.clauses.some(({ asks }) => asks);
  if (first.kind === 'no') return isWhole ? false : undefined;
  return isWhole && isPlain && ear.statusOf(parsed, first) === 'stated' ? true : undefined;
}

/** An answer that was shown back, said once more in its own words, is meant. */
function isSaidAgain(view: View, prompt: Prompt, acts: readonly Act[], text: string): boolean {
  const answers: readonly Act['kind'][] = ['answer', 'tell', 'detail'];
  return (
    acts.every(({ kind }) => answers.includes(kind)) &&
    JSON.stringify(understand(text, aroundOf(view, prompt)).acts) === JSON.stringify(acts)
  );
}

/** Is it about what is asked, rather than a command or a question? */
function isAnswering(view: View, prompt: Prompt, text: string): boolean {
  const kinds = understand(text, aroundOf(view, prompt)).acts.map(({ kind }) => kind);
  return kinds.every((kind) => kind === 'answer' || kind === 'unclear');
}

function withoutCourtesy(ear: Ear, text: string): string {
  const { words, cues } = ear.parse(text);
  const isSaid = (n: number): boolean =>
    !cues.some(
      ({ kind, first, last }) =>
        (kind === 'courtesy' || kind === 'yes' || kind === 'filler') && n >= first && n < last,
    );
  const left = words.filter((_, n) => isSaid(n)).map(({ word }) => word);
  return left.join(' ') || words.map(({ word }) => word).join(' ');
}

function withoutPending(move: Move): Move {
  return { ...move, focus: { pending: null, ...move.focus } };
}

function isStale(view: View, prompt: Prompt, card: CardMark): boolean {
  if (card.step === anyStep) return false;
  return (
    card.application !== (view.application?.reference ?? null) ||
    ![prompt.step, stepOf(prompt, view.focus.pending)].includes(card.step) ||
    (card.revision !== revisionOf(view.application) && !isOvertaken(view, prompt, card))
  );
}

/** Only others have done something since a card asked its question: its answer is one all the same. */
function isOvertaken({ application, person }: View, { reads, step }: Prompt, card: CardMark): boolean {
  const since = application?.history.slice(card.revision) ?? [];
  const isQuestion = reads.type !== 'menu' && card.step === step;
  return isQuestion && since.length > 0 && since.every(({ by }) => by !== person.id);
}

/** A card of the past, or of an application that is not this person's, does nothing. */
function stale(view: View, card: CardMark): Move {
  const known =
    card.application === null || view.mine.some(({ reference }) => reference === card.application);
  const { pending } = view.focus;
  return {
    focus: { pending: pending && 'ask' in pending ? pending : null },
    say: () => (known ? content.staleCard : content.notYours),
    again: true,
  };
}

/** What a card is for: the open question, or the short one asked about it. */
function stepOf({ step }: Prompt, pending: Focus['pending']): string {
  if (!pending) return step;
  return `${step}?${pending.kind}${'command' in pending ? `:${pending.command}` : ''}`;
}

/** The view in a dialog that suits its application, which another conversation may have moved on. */
function standing(view: View): View {
  const { application, focus } = view;
  if (isPlaceFor(focus.dialog, application)) return view;
  const dialog = application ? dialogOf(application) : 'home';
  return { ...view, focus: { ...focus, dialog, page: null, pending: null } };
}

export function revisionOf(application: Application | undefined): number {
  return application?.history.length ?? 0;
}

/** Applies a move, as far as the person may make it, and says what is now true. */
export function settle(view: View, move: Move): Outcome {
  if (move.needs && !barred(view, move, view.application)) return { ...settle(view, {}), needs: move.needs };
  if (move.first) {
    const first = settle(view, move.first);
    if (first.events.length === 0) return first;
    const rest = settle({ ...view, mine: merge(view.mine, first.changed) }, { ...move, first: undefined });
    return { ...rest, changed: [...first.changed, ...rest.changed] };
  }
  const begun = move.begin
    ? newApplication(roundInFocus(view.rounds, move.begin.round, view.today, view.time), {
        reference: view.newReference(),
        owner: view.person.id,
        tenant: view.person.tenant,
        at: view.now,
        ...(move.begin.copiedFrom ? { copiedFrom: move.begin.copiedFrom } : {}),
      })
    : undefined;
  const about = move.focus?.application;
  const before =
    begun ??
    move.accepts?.application ??
    (about ? view.mine.find(({ reference }) => reference === about) : view.application);
  const refused = barred(view, move, before);
  if (refused) {
    const because = content.notAllowed(refused, view);
    return settle(view, { focus: { pending: null }, say: () => because });
  }
  const events = before ? (move.events ?? []) : [];
  const scheme = before ? view.schemeOf(before) : view.scheme;
  const advanced =
    before && events.length > 0
      ? advance(scheme, before, events, { at: view.now, by: view.person.id }, versionsOf(view, before))
      : undefined;
  if (advanced && !advanced.ok) {
    const because = content.notYet(advanced.event, advanced.state);
    return settle(view, { focus: { pending: null }, say: () => because });
  }
  const application = advanced?.ok ? advanced.application : before;
  const follows = events.length > 0 && application && view.focus.dialog !== 'readiness';
  const next: Focus = {
    ...view.focus,
    ...(follows ? { dialog: dialogOf(application) } : {}),
    // Whoever has answered or gone elsewhere goes on from there.
    ...(events.length > 0 || begun || goesElsewhere(view.focus, move.focus) ? { at: null } : {}),
    ...move.focus,
    application: about === null ? null : (application?.reference ?? null),
  };
  const changed = application && (begun || advanced) ? [application] : [];
  const after = standing({
    ...view,
    focus: next,
    application: about === null ? undefined : application,
    scheme:
      about === null || !application
        ? roundInFocus(view.rounds, next.round, view.today, view.time)
        : view.schemeOf(application),
    mine: merge(view.mine, changed).filter((one) => may(roleIn(view, one), 'read')),
    reminders: move.reminders ? move.reminders(view.reminders) : view.reminders,
  });
  const open = promptOf(after);
  const prompt = shortened(open, move, view);
  const focus = { ...after.focus, at: shownIn(move, view, after, prompt) };
  const said = move.say?.(after) ?? '';
  return {
    focus,
    changed,
    events,
    links: move.links ?? [],
    codes: move.codes ?? [],
    spent: move.spent ?? [],
    reminders: after.reminders,
    replies: withTaking(
      prompt,
      withUndo(
        composeAll(move, said, after, prompt, isSamePage(view, move, open), opensPart(view, move, prompt)),
        advanced && undoButton(before, application),
      ),
    ),
    learn: move.learn,
    ...(move.asked ? { asked: move.asked } : {}),
    ...(move.weighed ? { weighed: move.weighed } : {}),
    forget: move.forget ?? false,
    prompt,
    mark: {
      application: focus.application,
      step: stepOf(prompt, focus.pending),
      revision: revisionOf(after.application),
    },
    needs: undefined,
    erase: move.erase ?? false,
    said,
    stale: false,
  };
}

function goesElsewhere(from: Focus, to: Partial<Focus> = {}): boolean {
  return (['dialog', 'application', 'page'] as const).some(
    (one) => to[one] !== undefined && to[one] !== from[one],
  );
}

/** The question that the conversation now shows. One that was not said again was seen when it was. */
function shownIn(move: Move, before: View, after: View, { step, reads }: Prompt): Focus['at'] {
  if (reads.type === 'menu') return null;
  const { at } = before.focus;
  return move.alone && at?.step === step ? at : { step, revision: revisionOf(after.application) };
}

function merge(mine: readonly Application[], changed: readonly Application[]): readonly Application[] {
  const references = changed.map(({ reference }) => reference);
  return [...changed, ...mine.filter(({ reference }) => !references.includes(reference))];
}

/** A long page as it is said now: whole when it is asked for, or new. */
function shortened(prompt: Prompt, { again }: Move, before: View): Prompt {
  const { short } = prompt;
  if (!short || again) return prompt;
  const shown = promptOf(before);
  const isSeen = shown.isAgain === true || shown.step === prompt.step;
  if (short.when !== 'always' && !isSeen) return prompt;
  return { ...prompt, text: short.text, buttons: [...prompt.buttons, short.more].slice(0, mostButtons) };
}

/** The page that was open already, as it was: what is said about it need not be followed by all of it again. */
function isSamePage(before: View, move: Move, prompt: Prompt): boolean {
  if (move.again || prompt.isNews || prompt.reads.type !== 'menu') return false;
  const shown = promptOf(before);
  return shown.step === prompt.step && shown.text === prompt.text;
}

/** Does a part begin here, or come into view again? Whoever is in it already, and types, is asked one thing at a time. */
function opensPart(before: View, move: Move, { form, isAgain }: Prompt): boolean {
  if (!form || isAgain) return false;
  const { focus } = move;
  const isOther = focus?.application !== undefined && focus.application !== before.focus.application;
  return move.again === true || isOther || promptOf(before).form !== form;
}

/** An answer with buttons of its own stands alone; the open question follows it, unless it is only a menu. */
function composeAll(
  move: Move,
  text: string,
  after: View,
  prompt: Prompt,
  isSame: boolean,
  opens: boolean,
): Reply[] {
  if (!move.extra) return [compose(move, text, after, prompt, isSame, opens)];
  const said: Reply = {
    text,
    buttons: move.extra,
    anyTime: true,
    ...(move.drawn ? { drawn: move.drawn } : {}),
    ...(move.generated ? { generated: move.generated } : {}),
  };
  const isSaid = prompt.reads.type === 'menu' && !move.again;
  return isSaid ? [said] : [said, compose({ buttons: move.buttons }, '', after, prompt, false, opens)];
}

/** Something of weight can be undone under the reply that tells of it, among the first buttons so that none is cut off. */
function withUndo(replies: Reply[], undo: Button | undefined): Reply[] {
  const [first, ...rest] = replies;
  if (!undo || !first) return replies;
  const buttons = [...first.buttons.slice(0, 3), undo, ...first.buttons.slice(3)].slice(0, mostButtons);
  return [{ ...first, buttons }, ...rest];
}

/** Whatever was said last, the page knows by it whether a file can be sent now. */
function withTaking({ takes }: Prompt, replies: Reply[]): Reply[] {
  return takes ? replies.map((one) => ({ ...one, takes })) : replies;
}

function compose(
  move: Move,
  said: string,
  after: View,
  prompt: Prompt,
  isSame = false,
  opens = false,
): Reply {
  const which = after.focus.pending;
  if (which?.kind === 'which' && which.options.length > mostButtons) {
    const options = which.options.map(({ value, label }) => ({ value: String(value), label, also: [] }));
    return {
      text: said || prompt.text,
      buttons: [{ title: content.noneTitle, says: content.noneTitle }],
      prompt: askedBy({ step: prompt.step, reads: { type: 'choice', options }, label: content.choose }),
    };
  }
  const part = move.part ? formOf(after, move.part) : undefined;
  if (part)
    return {
      ...wholePart('', part, prompt),
      text: join(said, cards.here(part.title)),
      buttons: [{ title: content.carryOn, says: 'continue' }],
    };
  if (move.alone)
    return {
      text: said,
      buttons: move.buttons ?? [],
      ...(move.drawn ? { drawn: move.drawn } : {}),
      ...(move.table ? { table: move.table } : {}),
    };
  const pending = after.focus.pending;
  if (pending?.kind === 'choose') {
    const reads: Reads = { type: 'choice', options: pending.options };
    return {
      text: join(said, pending.ask),
      buttons: [
        ...(pending.options.length < mostButtons
          ? pending.options.map(({ label }) => ({ title: label, says: label }))
          : []),
        { title: content.noneTitle, says: content.noneTitle },
      ],
      prompt: askedBy({ step: prompt.step, reads, label: content.choose }),
    };
  }
  if (pending && 'ask' in pending) return { text: join(said, pending.ask), buttons: yesNoButtons };
  const form = prompt.form ? formOf(after, prompt.form) : undefined;
  const hasMore = form !== undefined && form.fields.length > 1;
  // What somebody else writes has no place on a card, and its own buttons.
  if (hasMore && opens && !move.buttons && prompt.reads.type !== 'menu') return wholePart(said, form, prompt);
  const page = said && isSame ? '' : prompt.text;
  const asks = askedBy(hasMore ? prompt : { ...prompt, form: undefined });
  const drawn = page && prompt.drawn ? prompt.drawn : form && hasMore ? partDone(form) : undefined;
  const more =
    form && followsParagraph(form, prompt.step) ? cards.inOneMessage(typedTogether(form, prompt.step)) : '';
  return {
    text: join(said, page, more),
    buttons: move.buttons ?? prompt.buttons,
    prompt: asks,
    ...(drawn ? { drawn } : {}),
  };
}

/** The open question with all that belongs to it on its card. */
function wholePart(said: string, form: Form, prompt: Prompt): Reply {
  return {
    text: join(said, prompt.text, orAllAtOnce(form, prompt.step)),
    buttons: prompt.buttons.filter(({ says }) => waysOut.has(says)),
    prompt: askedBy(prompt),
    part: replyForm(whole(form)),
  };
}

function orAllAtOnce(form: Form, step: string): string {
  const isOfChecks = form.dialog === 'readiness' && form.fields.some(({ isTick }) => isTick);
  return isOfChecks ? cards.orAllChecks : cards.orAllAtOnce(typedTogether(form, step));
}

const waysOut: ReadonlySet<string> = new Set(['Back', 'Save and leave', 'back']);

type Asking = Pick<Prompt, 'step' | 'reads' | 'label' | 'offers'> & { readonly form?: string | undefined };

/** What a card needs of a prompt. The rest is said already, and replies are kept for a while. */
function askedBy({ step, reads, label, form, offers }: Asking): NonNullable<Reply['prompt']> {
  return {
    step,
    reads,
    ...(label ? { label } : {}),
    ...(form ? { form } : {}),
    ...(offers ? { offers } : {}),
  };
}

function join(...parts: (string | undefined)[]): string {
  return parts.filter(Boolean).join('\n\n');
}

/** More than these go into a list to choose from. */
const mostButtons = 6;

const yesNoButtons = [
  { title: 'Yes', says: 'Yes' },
  { title: 'No', says: 'No' },
];

function sayOf(reading: Reading): string {
  return reading.kind === 'none' || reading.kind === 'again' ? reading.say : content.notUnderstood;
}
