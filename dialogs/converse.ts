import { advance, newApplication, type Application } from '../workflows/application.js';
import type { ApplicationEvent } from '../workflows/application.machine.js';
import { formQuestions } from '../workflows/expression-of-interest-rules.js';
import { isLondonDate, sayDate } from '../workflows/dates.js';
import type { Answer, Scheme } from '../workflows/scheme.js';
import { may } from '../workflows/authority-rules.js';
import { barred, roleIn } from './authority.js';
import { obey } from './commands.js';
import * as content from './content.js';
import type {
  Dialog,
  DialogName,
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
} from './conversation.js';
import { asked } from './colleague/dialog.js';
import { decision } from './decision/dialog.js';
import { eligibility } from './eligibility/dialog.js';
import { expressionOfInterest } from './expression-of-interest/dialog.js';
import { applications } from './applications/dialog.js';
import { dialogOf, isPlaceFor } from './applications/rules.js';
import { home } from './home/dialog.js';
import type { Reminders } from './nudges/reminders.js';
import { roundInFocus, rounds } from './rounds/dialog.js';
import { rowQuestions } from '../workflows/fields.js';
import { readiness } from './readiness/dialog.js';
import type { Reply } from './reply.js';
import { supportConfirmation } from './support-confirmation/dialog.js';
import * as questions from './questions/content.js';
import { follow, questionFor } from './questions/plan.js';
import { advisor, answerQuestions, offerNear, sayOutside } from './questions/dialog.js';
import { plainYesOrNo, readAnswer, readChoice, yesOrNo, type Reading } from './understanding/answers.js';
import { readCommand, type Commanded } from './understanding/commands.js';
import { readSafety } from './understanding/safety.js';
import { clean, normalise } from './understanding/text.js';
import { understand, type Hearing, type Understood } from './understanding/understand.js';
import { button } from './words.js';
import { universityChoice } from './university-choice/dialog.js';

/** Something said or pressed, before it is understood. */
export interface Said {
  readonly text: string;
  /** What the pressed card was about; absent for typing. */
  readonly card?: CardMark;
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
  /** Keep the words of this message nowhere. */
  readonly forget: boolean;
  /** Delete everything that is kept of the person, and keep nothing else of this outcome. */
  readonly erase: boolean;
  /** What was said before the open prompt, if anything. */
  readonly said: string;
  /** The pressed card was of the past: nothing was done. */
  readonly stale: boolean;
}

export const dialogs: Readonly<Record<DialogName, Dialog>> = {
  home,
  readiness,
  eligibility,
  'expression-of-interest': expressionOfInterest,
  'university-choice': universityChoice,
  decision,
  'support-confirmation': supportConfirmation,
  applications,
  advisor,
  rounds,
  asked,
};

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
  if (said.card && isStale(view, prompt, said.card))
    return { ...settle(view, stale(view, said.card)), stale: true };
  // A button of the question behind a short one counts for that question: its "Yes" withdraws nothing.
  const isFor = (step: string) => !said.card || said.card.step === step;
  if (view.focus.pending && isFor(stepOf(prompt, view.focus.pending))) {
    const move = resolvePending(view, prompt, view.focus.pending, text);
    if (move) return settle(view, move);
  }
  const isCommand = said.card?.step === anyStep;
  return settle({ ...view, focus: { ...view.focus, pending: null } }, hear(view, prompt, text, isCommand));
}

/** Where things stand, for a message that was heard before: it changes nothing a second time. */
export function present(view: View): Outcome {
  return settle(standing(view), { say: () => content.heardAlready, again: true });
}

/** The first words to someone, or to a conversation that has just opened. */
export function greet(view: View): Outcome {
  const say = view.person.greetedAt ? content.hello : content.greeting;
  return settle(view, { say, focus: { dialog: 'home', page: null, pending: null } });
}

/** `isCommand`: a button that means the same at any time was pressed, so its words are no answer to what is open. */
function hear(view: View, prompt: Prompt, text: string, isCommand = false): Move {
  if (text === '') return { say: () => content.empty };
  const dialog = dialogs[view.focus.dialog];
  const pressed = isCommand ? readCommand(text) : onPage(prompt, text);
  if (pressed) return obey(view, dialog, prompt, pressed);
  const understood = understand(text, prompt, hearing(view));
  const question = questionFor(view, prompt, text, understood);
  const plan = question && view.looked?.plan;
  // No plan that can be used: the local answer, as if nobody had been asked.
  if (question && plan === undefined) return { needs: question };
  if (plan) return { ...learning(understood), ...follow(view, dialog, prompt, plan) };
  switch (understood.kind) {
    case 'safety':
      return {
        say: () => questions.safety[understood.safety],
        ...(understood.safety === 'patient-details' ? { forget: true } : {}),
      };
    case 'answer':
      return take(view, prompt, understood.reading) ?? { say: () => sayOf(understood.reading) };
    case 'command':
      return isCommandOf(understood)
        ? obey(view, dialog, prompt, understood)
        : { say: () => notOpen[understood.command] ?? content.notUnderstood };
    case 'questions':
      return answerQuestions(understood.found);
    case 'question-or-answer':
      return {
        focus: { pending: { kind: 'question-or-answer', step: prompt.step, text: understood.text } },
        say: () => questions.questionOrAnswer(understood.text),
        alone: true,
        buttons: [button(questions.questionForYou), button(questions.myAnswer)],
      };
    case 'near':
      return offerNear(understood.entries, understood.text);
    case 'outside':
      return sayOutside(understood.text);
    case 'unclear':
      return {
        say: () => (prompt.reads.type === 'menu' ? sayOnPage(text) : sayOf(understood.reading)),
      };
  }
}

/** On a page, a button in its own words or their beginning, and "yes" or "go on" where one way on is the next. */
function onPage({ reads, buttons, onward }: Prompt, text: string): Commanded | undefined {
  if (reads.type !== 'menu') return undefined;
  const said = normalise(text);
  if (onward && (plainYesOrNo(text) || goesOn.has(said))) return readCommand(onward);
  const meant = buttons.filter(({ title, url }) => !url && ` ${normalise(title)} `.startsWith(` ${said} `));
  return meant.length === 1 && meant[0] && said.length > 3 ? readCommand(meant[0].says) : undefined;
}

/** Not "continue": that shows a page again to someone who comes back. */
const goesOn: ReadonlySet<string> = new Set([
  ...['go on', 'go on then', 'next', 'proceed', 'go ahead', 'move on', 'lets go', 'start', 'begin'],
]);

/** Editors want to know what the entries' own ways of asking did not find. */
function learning(understood: Understood): Move {
  const isMissed = understood.kind === 'near' || understood.kind === 'outside';
  return isMissed ? { learn: { unanswered: understood.text } } : {};
}

/** What is understood, and nothing is to be done about it. */
const notOpen: Readonly<Record<string, string>> = {
  yes: content.allRight,
  no: content.asYouWere,
};

function sayOnPage(text: string): string {
  const answer = plainYesOrNo(text);
  if (answer) return content.allRight;
  return answer === false ? content.asYouWere : content.notUnderstood;
}

/** Yes and no with nothing open are understood, but there is nothing to do about them. */
function isCommandOf(understood: { command: string }): understood is Commanded {
  return !['yes', 'no', 'unclear'].includes(understood.command);
}

function hearing(view: View): Hearing {
  return { today: view.today, mind: view.mind, labels: namesOf(view.scheme), topic: view.focus.topic };
}

/** Is it about what is asked, rather than a command or a question? */
function isAnswering(view: View, prompt: Prompt, text: string): boolean {
  return ['answer', 'unclear'].includes(understand(text, prompt, hearing(view)).kind);
}

const names = new WeakMap<Scheme, readonly string[]>();

function namesOf(scheme: Scheme): readonly string[] {
  const known = names.get(scheme);
  if (known) return known;
  const questions = [...formQuestions(scheme), ...scheme.eligibility.questions, ...rowQuestions(scheme)];
  const found = questions.flatMap(({ id, label }) => [id, label]);
  names.set(scheme, found);
  return found;
}

function take(view: View, prompt: Prompt, reading: Reading): Move | undefined {
  const { step } = prompt;
  switch (reading.kind) {
    case 'value':
      return dialogs[view.focus.dialog].answer(view, prompt, reading.value);
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

function resolvePending(
  view: View,
  prompt: Prompt,
  pending: NonNullable<Focus['pending']>,
  text: string,
): Move | undefined {
  if (pending.kind === 'command') {
    const command: Commanded = { command: pending.command, rest: pending.rest, exact: true, said: text };
    const sure = isSure(text, pending.command);
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
    if (readCommand(text)?.exact || readSafety(text, true)) return undefined;
    if (plainYesOrNo(text) === false) return { focus: { pending: null }, say: () => content.asYouWere };
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
    const { kind } = understand(text, { reads: { type: 'menu' } }, hearing(view));
    if (kind === 'questions' || kind === 'command') return undefined;
    return { ...move, focus: { pending }, say: () => content.noDay };
  }
  if (pending.step !== prompt.step) return undefined;
  if (pending.kind === 'question-or-answer') {
    const said = normalise(text);
    if (yesOrNo(text) === false || said.includes('answer')) {
      const move = take(view, prompt, readAnswer(prompt.reads, pending.text, view.today));
      return move && withoutPending(move);
    }
    const isQuestion = yesOrNo(text) || said.includes('question');
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
    return withoutPending(dialogs[view.focus.dialog].answer(view, prompt, chosen.value));
  }
  const keeps = yesOrNo(text);
  if (keeps) return withoutPending(dialogs[view.focus.dialog].answer(view, prompt, pending.value));
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
function isSure(text: string, asked: Commanded['command']): boolean | undefined {
  const said = normalise(text);
  const isStopped = asked !== 'cancel' && asked !== 'withdraw' && /^cancel(?: (?:it|that|this))?$/.test(said);
  if (isStopped || /\b(?:keep|leave|dont|do not)\b/.test(said) || said === 'not right') return false;
  const answer = yesOrNo(text);
  return answer && !plainlyYes.test(said) && said !== '' ? undefined : answer;
}

const plainlyYes =
  /^(?:ok |okay |please )*(?:y|ye+s*|yep|yeah|yeh|yup|aye|ok|okay|sure|correct|right|true|thats|that is|it is|go|do|definitely|absolutely|of course|confirmed?|fine|agreed|im sure|i am sure)\b/;

function withoutPending(move: Move): Move {
  return { ...move, focus: { pending: null, ...move.focus } };
}

function isStale(view: View, prompt: Prompt, card: CardMark): boolean {
  if (card.step === anyStep) return false;
  return (
    card.application !== (view.application?.reference ?? null) ||
    ![prompt.step, stepOf(prompt, view.focus.pending)].includes(card.step) ||
    card.revision !== revisionOf(view.application)
  );
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
  if (move.needs) return { ...settle(view, {}), needs: move.needs };
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
      ? advance(scheme, before, events, { at: view.now, by: view.person.id }, view.newerSchemeOf?.(before))
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
  const { focus } = after;
  const prompt = promptOf(after);
  const said = move.say?.(after) ?? '';
  return {
    focus,
    changed,
    events,
    links: move.links ?? [],
    codes: move.codes ?? [],
    spent: move.spent ?? [],
    reminders: after.reminders,
    replies: composeAll(move, said, after, prompt, isSamePage(view, move, prompt)),
    learn: move.learn,
    ...(move.asked ? { asked: move.asked } : {}),
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

function merge(mine: readonly Application[], changed: readonly Application[]): readonly Application[] {
  const references = changed.map(({ reference }) => reference);
  return [...changed, ...mine.filter(({ reference }) => !references.includes(reference))];
}

/** The page that was open already, as it was: what is said about it need not be followed by all of it again. */
function isSamePage(before: View, move: Move, prompt: Prompt): boolean {
  if (move.again || prompt.isNews || prompt.reads.type !== 'menu') return false;
  const shown = promptOf(before);
  return shown.step === prompt.step && shown.text === prompt.text;
}

/** An answer with buttons of its own stands alone; the open question follows it, unless it is only a menu. */
function composeAll(move: Move, text: string, after: View, prompt: Prompt, isSame: boolean): Reply[] {
  if (!move.extra) return [compose(move, text, after, prompt, isSame)];
  const said: Reply = {
    text,
    buttons: move.extra,
    anyTime: true,
    ...(move.generated ? { generated: move.generated } : {}),
  };
  return prompt.reads.type === 'menu' ? [said] : [said, compose({}, '', after, prompt)];
}

function compose(move: Move, said: string, after: View, prompt: Prompt, isSame = false): Reply {
  const which = after.focus.pending;
  if (which?.kind === 'which' && which.options.length > mostButtons) {
    const options = which.options.map(({ value, label }) => ({ value: String(value), label, also: [] }));
    return {
      text: said || prompt.text,
      buttons: [],
      prompt: askedBy({ ...prompt, reads: { type: 'choice', options }, label: content.choose }),
    };
  }
  if (move.alone) return { text: said, buttons: move.buttons ?? [] };
  const pending = after.focus.pending;
  if (pending?.kind === 'choose') {
    const reads: Reads = { type: 'choice', options: pending.options };
    return {
      text: join(said, pending.ask),
      buttons: [],
      prompt: askedBy({ ...prompt, reads, label: content.choose }),
    };
  }
  if (pending && 'ask' in pending) return { text: join(said, pending.ask), buttons: yesNoButtons };
  const page = said && isSame ? '' : prompt.text;
  return { text: join(said, page), buttons: move.buttons ?? prompt.buttons, prompt: askedBy(prompt) };
}

/** What a card needs of a prompt. The rest is said already, and replies are kept for a while. */
function askedBy({ step, reads, label, form }: Prompt): NonNullable<Reply['prompt']> {
  return { step, reads, ...(label ? { label } : {}), ...(form ? { form } : {}) };
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
