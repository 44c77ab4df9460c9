import { advance, newApplication, type Application } from '../workflows/application.js';
import type { ApplicationEvent } from '../workflows/application.machine.js';
import { formQuestions } from '../workflows/expression-of-interest-rules.js';
import type { Scheme } from '../workflows/scheme.js';
import { obey } from './commands.js';
import * as content from './content.js';
import type { Dialog, DialogName, Focus, Link, Move, Prompt, View } from './conversation.js';
import { decision } from './decision/dialog.js';
import { eligibility } from './eligibility/dialog.js';
import { expressionOfInterest } from './expression-of-interest/dialog.js';
import { applications } from './applications/dialog.js';
import { dialogOf } from './applications/rules.js';
import { home } from './home/dialog.js';
import type { Reminders } from './nudges/reminders.js';
import { readiness } from './readiness/dialog.js';
import type { Reply } from './reply.js';
import { supportConfirmation } from './support-confirmation/dialog.js';
import { isNo, isYes, readAnswer, readChoice, type Reading } from './understanding/answers.js';
import { readCommand, type Command, type Commanded } from './understanding/commands.js';
import { clean, normalise } from './understanding/text.js';
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
  readonly reminders: Reminders;
  readonly replies: readonly Reply[];
  /** The prompt that is open when the turn ends, for the cards. */
  readonly prompt: Prompt;
  readonly mark: CardMark;
}

const dialogs: Readonly<Record<DialogName, Dialog>> = {
  home,
  readiness,
  eligibility,
  'expression-of-interest': expressionOfInterest,
  'university-choice': universityChoice,
  decision,
  'support-confirmation': supportConfirmation,
  applications,
};

/** The question or page that is open in a view. */
export function promptOf(view: View): Prompt {
  return dialogs[view.focus.dialog].prompt(view);
}

/** One turn of conversation, as a function of what is known and what was said. No clock, no I/O. */
export function converse(view: View, said: Said): Outcome {
  const text = clean(said.text);
  const prompt = promptOf(view);
  if (said.card && isStale(view, prompt, said.card)) return settle(view, stale(view, said.card));
  if (view.focus.pending) {
    const move = resolvePending(view, prompt, view.focus.pending, text);
    if (move) return settle(view, move);
  }
  return settle({ ...view, focus: { ...view.focus, pending: null } }, hear(view, prompt, text));
}

/** The first words to someone, or to a conversation that has just opened. */
export function greet(view: View): Outcome {
  return settle(view, { say: content.greeting, focus: { dialog: 'home', page: null, pending: null } });
}

function hear(view: View, prompt: Prompt, text: string): Move {
  if (text === '') return { say: () => content.empty };
  const reading = readAnswer(prompt.reads, text, view.today);
  const command = commandIn(view, prompt, reading, text);
  if (command) return obey(view, dialogs[view.focus.dialog], prompt, command);
  return (
    take(view, prompt, reading) ?? {
      say: () => (prompt.reads.type === 'menu' ? content.notUnderstood : sayOf(reading)),
    }
  );
}

/**
 * A command, unless the words answer what is open. In free text only a whole command counts, or "change" with a
 * question's name, so that "help desk" can be a service and "change manager" a job.
 */
function commandIn(view: View, prompt: Prompt, reading: Reading, text: string): Commanded | undefined {
  const command = readCommand(text);
  if (!command) return undefined;
  const { type } = prompt.reads;
  if (type === 'text' || type === 'name' || type === 'paragraph') {
    return command.exact || (command.command === 'change' && namesQuestion(view.scheme, command.rest))
      ? command
      : undefined;
  }
  if (reading.kind !== 'value' && reading.kind !== 'confirm') return command;
  return command.exact && !yieldsToAnswer.has(command.command) ? command : undefined;
}

/** Words that are as often an answer as a command. */
const yieldsToAnswer = new Set<Command>([
  'dont-know',
  'skip',
  'decision',
  'sent',
  'continue',
  'thanks',
  'home',
]);

function namesQuestion(scheme: Scheme, name: string): boolean {
  return [...formQuestions(scheme), ...scheme.eligibility.questions].some(
    ({ id, label }) => normalise(label) === name || normalise(id) === name,
  );
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
    if (isYes(text)) return obey(view, dialogs[view.focus.dialog], prompt, command, true);
    if (isNo(text)) return { focus: { pending: null }, say: () => content.asYouWere };
    return undefined;
  }
  if (pending.kind === 'choose') {
    const chosen = readChoice(pending.options, text);
    if (chosen.kind !== 'value') return undefined;
    const command = { command: pending.command, rest: String(chosen.value), exact: true, said: text };
    return withoutPending(obey(view, dialogs[view.focus.dialog], prompt, command));
  }
  if (pending.kind === 'command-text') {
    if (readCommand(text)?.exact) return undefined;
    const command = {
      command: pending.command,
      rest: `${pending.before} ${text}`.trim(),
      exact: false,
      said: text,
    };
    return withoutPending(obey(view, dialogs[view.focus.dialog], prompt, command));
  }
  if (pending.step !== prompt.step) return undefined;
  if (pending.kind === 'which') {
    const options = pending.options.map(({ value, label }) => ({
      value: String(value),
      label,
      also: [String(value)],
    }));
    const reading = readChoice(options, text);
    const chosen =
      reading.kind === 'value' && pending.options.find(({ value }) => String(value) === reading.value);
    if (!chosen) return undefined;
    return withoutPending(dialogs[view.focus.dialog].answer(view, prompt, chosen.value));
  }
  if (isYes(text)) return withoutPending(dialogs[view.focus.dialog].answer(view, prompt, pending.value));
  if (isNo(text)) return { focus: { pending: null }, say: () => content.askedAgain };
  return undefined;
}

function withoutPending(move: Move): Move {
  return { ...move, focus: { pending: null, ...move.focus } };
}

function isStale(view: View, prompt: Prompt, card: CardMark): boolean {
  if (card.step === anyStep) return false;
  return (
    card.application !== (view.application?.reference ?? null) ||
    card.step !== prompt.step ||
    card.revision !== revisionOf(view.application)
  );
}

/** A card of the past, or of an application that is not this person's, does nothing. */
function stale(view: View, card: CardMark): Move {
  const known =
    card.application === null || view.mine.some(({ reference }) => reference === card.application);
  return { say: () => (known ? content.staleCard : content.notYours) };
}

function revisionOf(application: Application | undefined): number {
  return application?.history.length ?? 0;
}

/** Applies a move and says what is now true. */
function settle(view: View, move: Move): Outcome {
  if (move.first) {
    const first = settle(view, move.first);
    const rest = settle({ ...view, mine: merge(view.mine, first.changed) }, { ...move, first: undefined });
    return { ...rest, changed: [...first.changed, ...rest.changed] };
  }
  const begun = move.begin
    ? newApplication(view.currentScheme, {
        reference: view.newReference(),
        owner: view.person.id,
        tenant: view.person.tenant,
        at: view.now,
        ...move.begin,
      })
    : undefined;
  const about = move.focus?.application;
  const before = begun ?? (about ? view.mine.find(({ reference }) => reference === about) : view.application);
  const events = before ? (move.events ?? []) : [];
  const scheme = before ? view.schemeOf(before) : view.scheme;
  const advanced =
    before && events.length > 0
      ? advance(scheme, before, events, { at: view.now, by: view.person.id })
      : undefined;
  if (advanced && !advanced.ok) {
    const because = content.notYet(advanced.event, advanced.state);
    return settle(view, { focus: { pending: null }, say: () => because });
  }
  const application = advanced?.ok ? advanced.application : before;
  const follows = events.length > 0 && application && view.focus.dialog !== 'readiness';
  const focus: Focus = {
    ...view.focus,
    ...(follows ? { dialog: dialogOf(application) } : {}),
    ...move.focus,
    application: about === null ? null : (application?.reference ?? null),
  };
  const changed = application && (begun || advanced) ? [application] : [];
  const after: View = {
    ...view,
    focus,
    application: about === null ? undefined : application,
    scheme: about === null ? view.currentScheme : scheme,
    mine: merge(view.mine, changed),
    reminders: move.reminders ? move.reminders(view.reminders) : view.reminders,
  };
  const prompt = promptOf(after);
  return {
    focus,
    changed,
    events,
    links: move.links ?? [],
    reminders: after.reminders,
    replies: [compose(move, after, prompt)],
    prompt,
    mark: { application: focus.application, step: prompt.step, revision: revisionOf(after.application) },
  };
}

function merge(mine: readonly Application[], changed: readonly Application[]): readonly Application[] {
  const references = changed.map(({ reference }) => reference);
  return [...changed, ...mine.filter(({ reference }) => !references.includes(reference))];
}

function compose(move: Move, after: View, prompt: Prompt): Reply {
  const said = move.say?.(after);
  if (move.alone) return { text: said ?? '', buttons: move.buttons ?? [] };
  const pending = after.focus.pending;
  if (pending?.kind === 'choose') {
    const choice: Prompt = {
      ...prompt,
      reads: { type: 'choice', options: pending.options },
      label: content.choose,
    };
    return { text: join(said, pending.ask), buttons: [], prompt: choice };
  }
  if (pending && 'ask' in pending) return { text: join(said, pending.ask), buttons: yesNoButtons };
  return { text: join(said, prompt.text), buttons: move.buttons ?? prompt.buttons, prompt };
}

function join(...parts: (string | undefined)[]): string {
  return parts.filter(Boolean).join('\n\n');
}

const yesNoButtons = [
  { title: 'Yes', says: 'Yes' },
  { title: 'No', says: 'No' },
];

function sayOf(reading: Reading): string {
  return reading.kind === 'none' || reading.kind === 'again' ? reading.say : content.notUnderstood;
}
