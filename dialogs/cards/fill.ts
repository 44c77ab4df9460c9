import { applies } from '../../workflows/question-rules.js';
import type { Answer } from '../../workflows/scheme.js';
import { inField } from '../alarms/door.js';
import type { Move, View } from '../conversation.js';
import { dialogs, revisionOf, settle, type Outcome } from '../converse.js';
import * as converseContent from '../content.js';
import { readAnswer, type Reading } from '../understanding/answers.js';
import { clean } from '../understanding/text.js';
import * as content from './content.js';
import { inputText, spokenInput } from './elements.js';
import { formOf, type Field, type Form } from './form.js';

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
}

/** A form as it is to be shown. */
export interface Shown {
  readonly form: Form;
  readonly revision: number;
  readonly texts: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
  /** What is kept now, where something else was typed. */
  readonly notes: Readonly<Record<string, string>>;
  readonly sure: Readonly<Record<string, string>>;
  readonly only?: readonly string[] | undefined;
  readonly banner?: string | undefined;
}

/** What becomes of a form that was opened or sent. `outcome`: what was saved by it. */
export type Filled =
  | { readonly kind: 'show'; readonly shown: Shown; readonly outcome?: Outcome | undefined }
  | { readonly kind: 'close'; readonly outcome?: Outcome | undefined }
  | { readonly kind: 'message'; readonly say: string; readonly outcome?: Outcome | undefined };

const nothing = { texts: {}, errors: {}, notes: {}, sure: {} } as const;

/** Opens a form on the present answers, however old the card is: opening changes nothing. */
export function openForm(view: View, name: string, application: string | null): Filled {
  const on = about(view, application);
  if (!on) return { kind: 'message', say: converseContent.notYours };
  const form = formOf(on, name);
  if (!form || form.fields.length === 0) return { kind: 'message', say: content.notNow };
  return { kind: 'show', shown: { form, revision: revisionOf(form.application), ...nothing } };
}

/**
 * Takes what was filled in. Each answer is read and checked as in the chat; those that can be kept are kept, whatever
 * is wrong with the others; an empty input changes nothing. Older than the application, it changes nothing at all: it
 * comes back with what was typed and with what is there now.
 */
export function fillIn(view: View, filledIn: Sent): Filled {
  const on = about(view, filledIn.application);
  if (!on) return { kind: 'message', say: converseContent.notYours };
  const form = formOf(on, filledIn.form);
  if (!form) return { kind: 'message', say: content.notNow };
  const fields = shownFields(form, filledIn.only);
  const { sent, stopped } = throughTheDoor(on, fields, filledIn);
  if (sent.revision !== revisionOf(form.application)) return changedMeanwhile(form, fields, sent, stopped);

  const start = { ...on, focus: { ...on.focus, dialog: form.dialog } };
  const taken = take(start, form, fields, sent, stopped);
  const outcome = taken.moves.length > 0 ? settle(start, together(form, taken.moves)) : undefined;
  if (outcome && outcome.events.length === 0) return { kind: 'message', say: content.refused, outcome };

  const after = outcome ? afterwards(on, outcome) : on;
  const present = formOf(after, sent.form);
  if (!present) return { kind: 'close', outcome };
  const wrong = Object.keys(taken.errors).length;
  const further = wrong > 0 ? [] : followUps(present, fields, taken.changed);
  if (wrong === 0 && further.length === 0) return { kind: 'close', outcome };
  return {
    kind: 'show',
    outcome,
    shown: {
      ...nothing,
      form: present,
      revision: revisionOf(present.application),
      ...(wrong > 0
        ? { texts: sent.texts, errors: taken.errors, sure: taken.sure, only: sent.only }
        : { only: further, banner: content.more }),
      ...(wrong > 0 && outcome ? { banner: content.putRight(wrong) } : {}),
    },
  };
}

/** The fields of a form that are on show. */
export function shownFields(form: Form, only: readonly string[] | undefined): readonly Field[] {
  return only ? form.fields.filter(({ id }) => only.includes(id)) : form.fields;
}

interface Taken {
  readonly moves: readonly Move[];
  readonly changed: readonly string[];
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
  const moves: Move[] = [];
  const changed: string[] = [];
  const errors: Record<string, string> = {};
  const sure: Record<string, string> = {};
  for (const field of fields) {
    const { id, reads, present, step } = field;
    const text = sent.texts[id] ?? '';
    const found = stopped[id];
    if (found && (found.refused || sent.sure[id] !== text)) {
      errors[id] = found.say;
      if (!found.refused) sure[id] = text;
      continue;
    }
    if (clean(text) === '' || text === inputText(present) || !applies(field.when, answers)) continue;
    const reading = readAnswer(reads, text, view.today);
    const value = valueOf(reading, sent.sure[id] === text);
    if (value === undefined) {
      errors[id] = sayOf(reading);
      if (reading.kind === 'confirm') sure[id] = text;
      continue;
    }
    if (value === present) continue;
    answers[id] = value;
    changed.push(id);
    const dialog = dialogs[form.dialog];
    moves.push(dialog.answer(view, { step, text: '', reads, buttons: [] }, value));
  }
  return { moves, changed, errors, sure };
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

/** Several answers as one move, said as one list. */
function together(form: Form, moves: readonly Move[]): Move {
  const [only] = moves;
  if (only && moves.length === 1) return only;
  return {
    ...moves.at(-1),
    events: moves.flatMap(({ events = [] }) => events),
    links: moves.flatMap(({ links = [] }) => links),
    say: (after) => {
      const lines = moves.flatMap(({ say }) => (say?.(after) ?? '').split(/\n{2,}/)).filter(Boolean);
      return lines.length > 0 ? content.saved(form.title, [...new Set(lines)]) : '';
    },
  };
}

/** Questions that an answer just given has brought up, and that have none yet. */
function followUps(form: Form, shown: readonly Field[], changed: readonly string[]): string[] {
  return form.fields
    .filter(
      ({ id, when, present }) =>
        when !== undefined &&
        changed.includes(when.question) &&
        present === undefined &&
        !shown.some((field) => field.id === id),
    )
    .map(({ id }) => id);
}

function changedMeanwhile(form: Form, fields: readonly Field[], sent: Sent, stopped: Stopped): Filled {
  const notes = fields.flatMap(({ id, reads, present }) => {
    const typed = sent.texts[id] ?? '';
    return typed !== '' && present !== undefined && typed !== inputText(present)
      ? [[id, content.now(spokenInput(reads, inputText(present)))] as const]
      : [];
  });
  return {
    kind: 'show',
    shown: {
      ...nothing,
      form,
      revision: revisionOf(form.application),
      texts: sent.texts,
      notes: Object.fromEntries(notes),
      errors: Object.fromEntries(Object.entries(stopped).map(([id, { say }]) => [id, say])),
      only: sent.only,
      banner: content.changedMeanwhile,
    },
  };
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
