import { applies } from '../../workflows/question-rules.js';
import type { Answer } from '../../workflows/scheme.js';
import { inField } from '../alarms/door.js';
import type { Move, Prompt, View } from '../conversation.js';
import { revisionOf, settle, type Outcome } from '../converse.js';
import { dialogs } from '../list.js';
import * as converseContent from '../content.js';
import type { Reply } from '../reply.js';
import { settles } from '../expression-of-interest/content.js';
import { essentialsOf } from '../expression-of-interest/dialog.js';
import { readAnswer, type Reading } from '../understanding/answers.js';
import { clean } from '../understanding/text.js';
import { button, joined } from '../words.js';
import * as content from './content.js';
import { inputText, spokenInput } from './elements.js';
import { formOf, shownFields, type Field, type Form } from './form.js';
import { replyForm, whole, type Shown } from './form-card.js';

/** A form as it came back. Nothing in it is trusted: it is read as if it had been typed. */
export interface Sent {
  readonly form: string;
  readonly application: string | null;
  /** The application's revision when the form was shown. */
  readonly revision: number;
  /** What stands in the inputs, by question. */
  readonly texts: Readonly<Record<string, string>>;
  /** What the person was asked to confirm by saving it again. */
  readonly sure: Readonly<Record<string, string>>;
  /** The questions shown, when not all. */
  readonly only?: readonly string[] | undefined;
  /** It is asked for, and not sent yet. */
  readonly opens?: boolean | undefined;
  /** What is left empty is put aside. */
  readonly leaves?: boolean | undefined;
}

/** What becomes of a form. `stays`: it is shown again, since something has to be put right or added. */
export interface Filled {
  readonly outcome: Outcome;
  readonly stays: boolean;
}

/**
 * Takes what was filled in. Each answer is read and checked as in the chat; those that can be kept are kept, whatever
 * is wrong with the others, and the form comes back with what needs another look. Older than the application, it
 * changes nothing at all: it comes back with what was typed and with what is there now.
 */
export function fillIn(view: View, filledIn: Sent): Filled {
  const on = about(view, filledIn.application);
  if (!on) return over(settle(view, { say: () => converseContent.notYours, again: true }));
  const form = formOf(on, filledIn.form);
  if (!form) return over(settle(on, { say: () => content.notNow, again: true }));
  const start = { ...on, focus: { ...on.focus, dialog: form.dialog } };
  if (filledIn.opens) return show(settle(start, {}), whole(form), content.here(form.title));
  const fields = shownFields(form, filledIn.only);
  const { sent, stopped } = throughTheDoor(on, fields, filledIn);
  if (sent.revision !== revisionOf(form.application)) {
    if (isKept(fields, sent)) return over(settle(start, { say: () => content.savedAlready, again: true }));
    return show(settle(start, {}), changedMeanwhile(form, fields, sent, stopped), content.changedMeanwhile);
  }

  let taken = take(start, form, fields, sent, stopped);
  const left = sent.leaves ? leave(start, form, fields, taken) : [];
  if (sent.leaves) taken = { ...taken, errors: {} };
  const moves = [...taken.moves, ...left];
  const isWrong = Object.keys(taken.errors).length > 0;
  const further = isWrong ? undefined : form.onward?.(start, taken.answers);
  const outcome = settle(start, together(form, taken, left.length, further ? [...moves, further] : moves));
  if (moves.length > 0 && outcome.events.length === 0) return over(outcome);

  const after = afterwards(start, outcome);
  const present = formOf(after, sent.form);
  const rest = present ? remaining(present, fields, taken) : [];
  if (!present || further || rest.length === 0) return over(outcome);
  const shown: Shown = {
    ...whole(present),
    texts: sent.texts,
    errors: taken.errors,
    sure: taken.sure,
    missing: rest.filter((id) => taken.errors[id] === undefined),
    only: rest,
  };
  return show(outcome, shown, joined(outcome.said, whatIsWrong(present, shown)));
}

function over(outcome: Outcome): Filled {
  return { outcome, stays: false };
}

/** The outcome with the form as what is said of it. */
function show(outcome: Outcome, shown: Shown, text: string): Filled {
  const reply: Reply = {
    text,
    buttons: [button('Save and leave')],
    prompt: { step: outcome.prompt.step, reads: { type: 'menu' } },
    part: replyForm(shown),
  };
  return { outcome: { ...outcome, replies: [reply] }, stays: true };
}

interface Taken {
  readonly moves: readonly Move[];
  /** Every answer, with the new ones. */
  readonly answers: Readonly<Record<string, Answer>>;
  readonly given: ReadonlyMap<string, Answer>;
  readonly errors: Readonly<Record<string, string>>;
  readonly sure: Readonly<Record<string, string>>;
}

/** Why what was typed in a field cannot be kept, or only if it is meant. */
type Stopped = Readonly<Record<string, { readonly say: string; readonly refused: boolean }>>;

/** What may be kept of a form, as it is filled in: words about a patient go no further than here. */
function throughTheDoor(view: View, fields: readonly Field[], sent: Sent): { sent: Sent; stopped: Stopped } {
  const stopped = Object.fromEntries(
    fields.flatMap(({ id, reads }) => {
      const found = inField(view, reads, sent.texts[id] ?? '');
      return found ? [[id, found] as const] : [];
    }),
  );
  const kept = (texts: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(texts).filter(([id]) => !stopped[id]?.refused));
  return { sent: { ...sent, texts: kept(sent.texts), sure: kept(sent.sure) }, stopped };
}

function take(view: View, form: Form, fields: readonly Field[], sent: Sent, stopped: Stopped): Taken {
  const answers: Record<string, Answer> = { ...form.answers };
  const given = new Map<string, Answer>();
  const moves: Move[] = [];
  const errors: Record<string, string> = {};
  const sure: Record<string, string> = {};
  for (const field of fields) {
    const { id, reads, present } = field;
    const text = sent.texts[id] ?? '';
    const found = stopped[id];
    if (found && (found.refused || sent.sure[id] !== markOf(text))) {
      errors[id] = found.say;
      if (!found.refused) sure[id] = markOf(text);
      continue;
    }
    if (clean(text) === '' || text === inputText(present) || !applies(field.when, answers)) continue;
    const reading = readAnswer(reads, text, view.today);
    const value = valueOf(reading, sent.sure[id] === markOf(text));
    if (value === undefined) {
      errors[id] = sayOf(reading);
      if (reading.kind === 'confirm') sure[id] = markOf(text);
      continue;
    }
    if (value === present) continue;
    answers[id] = value;
    given.set(id, value);
    if (form.moves) continue;
    const move = dialogs[form.dialog].answer(view, promptFor(field), value);
    moves.push(isAsTyped(field, text, value) ? withoutEcho(move) : move);
  }
  for (const { id, belongsTo = id } of fields) {
    const owner = fields.find((one) => one.id === belongsTo);
    const hasOwner = given.has(belongsTo) || owner?.present !== undefined || owner?.isTick;
    if (given.has(id) && !hasOwner && !errors[belongsTo]) errors[belongsTo] = content.chooseFirst;
  }
  return {
    ...{ answers, given, errors, sure },
    moves: form.moves ? form.moves(view, given, fields) : moves,
  };
}

/** What is left empty, or cannot be put right now, is put aside as "don't know yet" does. */
function leave(view: View, form: Form, fields: readonly Field[], { given }: Taken): Move[] {
  if (!form.canWait) return [];
  return fields
    .filter(({ id, isOpen, present }) => isOpen && present === undefined && !given.has(id))
    .map((field) => ({ ...dialogs[form.dialog].park?.(view, promptFor(field)), say: () => '' }));
}

function promptFor({ step, reads }: Field): Prompt {
  return { step, text: '', reads, buttons: [], parkable: true };
}

/** The fields that need another look: wrong, still empty, or brought up by an answer just given. */
function remaining(present: Form, shown: readonly Field[], { errors, given }: Taken): string[] {
  const needs = ({ id, isOpen, present: answer, when }: Field) =>
    id in errors ||
    (isOpen &&
      answer === undefined &&
      (shown.some((one) => one.id === id) || (when !== undefined && given.has(when.question))));
  const wanted = present.fields.filter(needs).map(({ id }) => id);
  return present.fields
    .filter(({ id, belongsTo = '' }) => wanted.includes(id) || wanted.includes(belongsTo))
    .map(({ id }) => id);
}

/** Enough to know a text again: the text itself may be too long to be sent back and forth. */
function markOf(text: string): string {
  return `${text.length} ${text.slice(0, 40)}`;
}

/** The same as is kept: a button pressed twice. */
function isKept(fields: readonly Field[], { texts }: Sent): boolean {
  const filled = fields.filter(({ id }) => clean(texts[id] ?? '') !== '');
  return filled.length > 0 && filled.every(({ id, present }) => texts[id] === inputText(present));
}

function valueOf(reading: Reading, isSure: boolean): Answer | undefined {
  if (reading.kind === 'value') return reading.value;
  return reading.kind === 'confirm' && isSure ? reading.value : undefined;
}

function sayOf(reading: Reading): string {
  switch (reading.kind) {
    case 'confirm':
      return `${reading.ask} ${content.ifSo}`;
    case 'which':
      return `${reading.say} ${reading.options.map(({ label }) => label).join(', ')}.`;
    case 'value':
      return '';
    default:
      return reading.say;
  }
}

/** What was typed is what is kept, letter by letter: it need not be said back. */
function isAsTyped({ reads }: Field, text: string, value: Answer): boolean {
  return clean(text) === inputText(value) || spokenInput(reads, text) !== text;
}

/** A move without its first line, which says the answer back. What else it says stays. */
function withoutEcho(move: Move): Move {
  return {
    ...move,
    say: (after) =>
      (move.say?.(after) ?? '')
        .split(/\n{2,}/)
        .slice(1)
        .join('\n\n'),
  };
}

/** Several answers as one move. Said: how many, and what the person cannot see on the form. */
function together(form: Form, taken: Taken, left: number, moves: readonly Move[]): Move {
  const events = moves.flatMap(({ events: all = [] }) => all);
  const checks = events.flatMap((event) => (event.type === 'readiness.answered' ? [event.check] : []));
  const saved = form.moves ? checks.length : taken.given.size;
  return {
    ...moves.at(-1),
    events,
    links: moves.flatMap(({ links = [] }) => links),
    say: (after) => {
      const lines = moves.flatMap(({ say }) => (say?.(after) ?? '').split(/\n{2,}/)).filter(Boolean);
      // Each answer tells of its own check: all of them are one line.
      const settled = form.moves ? [] : essentialsOf(after.scheme, checks);
      const alone = new Set(settled.map((title) => settles([title])));
      return joined(
        saved + left > 0 ? content.saved(form.title, saved, left) : '',
        settled.length > 0 ? settles(settled) : '',
        ...new Set(lines.filter((line) => !alone.has(line))),
      );
    },
  };
}

/** The same in words, for whoever does not see the form. */
function whatIsWrong(form: Form, { errors, missing, only = [] }: Shown): string {
  const labels = (ids: readonly string[]) =>
    ids
      .map((id) => form.fields.find((one) => one.id === id))
      .flatMap((one) => (one ? [labelOf(form, one)] : []));
  const isMain = (id: string) => !form.fields.find((one) => one.id === id)?.belongsTo;
  return content.toDo(
    [...new Set(labels(only.filter((id) => id in errors)))],
    labels(missing.filter(isMain)),
    form.canWait,
  );
}

function labelOf(form: Form, { label, belongsTo }: Field): string {
  return form.fields.find(({ id }) => id === belongsTo)?.label ?? label;
}

function changedMeanwhile(form: Form, fields: readonly Field[], sent: Sent, stopped: Stopped): Shown {
  const notes = fields.flatMap(({ id, reads, present }) => {
    const typed = sent.texts[id] ?? '';
    return typed !== '' && present !== undefined && typed !== inputText(present)
      ? [[id, content.now(spokenInput(reads, inputText(present)))] as const]
      : [];
  });
  const errors = Object.fromEntries(Object.entries(stopped).map(([id, { say }]) => [id, say]));
  return { ...whole(form), texts: sent.texts, notes: Object.fromEntries(notes), errors, only: sent.only };
}

/** The view with an application in focus, if it is one that the person may see. */
function about(view: View, reference: string | null): View | undefined {
  const application = view.mine.find((one) => one.reference === reference);
  if (!application) return undefined;
  return {
    ...view,
    application,
    scheme: view.schemeOf(application),
    focus: { ...view.focus, application: application.reference, page: null, pending: null },
  };
}

function afterwards(view: View, outcome: Outcome): View {
  const application = outcome.changed.find(({ reference }) => reference === view.application?.reference);
  if (!application) return view;
  const others = view.mine.filter(({ reference }) => reference !== application.reference);
  return { ...view, application, mine: [application, ...others] };
}
