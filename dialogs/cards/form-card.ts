import type { University } from '../../workflows/scheme.js';
import type { Drawn, ReplyForm } from '../reply.js';
import { quoted } from '../understanding/text.js';
import * as content from './content.js';
import { bar, inputFor, inputText, text, tickBox, type Element } from './elements.js';
import { filledOf, shownFields, type Field, type Form } from './form.js';

/** What an input is called in what comes back, so that it can never be taken for something of ours. */
export const answerPrefix = 'q.';

/** A form as it is to be shown. */
export interface Shown {
  readonly form: Form;
  /** The application's revision: a form of an older one changes nothing. */
  readonly revision: number;
  readonly texts: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
  /** What is kept now, where something else was typed. */
  readonly notes: Readonly<Record<string, string>>;
  readonly sure: Readonly<Record<string, string>>;
  /** Looked at, and left empty. */
  readonly missing: readonly string[];
  readonly only?: readonly string[] | undefined;
}

/** A form with nothing in it but what is kept. */
export function whole(form: Form): Shown {
  const revision = form.application.history.length;
  return { form, revision, texts: {}, errors: {}, notes: {}, sure: {}, missing: [], only: form.first };
}

/** A form as part of a reply: what is drawn, and what comes back with it. */
export function replyForm(shown: Shown): ReplyForm {
  const { form, only, sure, revision, missing, errors } = shown;
  const fields = shownFields(form, only);
  const isWhole = missing.length === 0 && Object.keys(errors).length === 0;
  return {
    title: form.title,
    elements: [
      ...(isWhole ? [...progress(form), ...toldElements(form)] : []),
      ...(isWhole && form.universities.length > 0 ? universityTable(form.universities) : []),
      ...fields.flatMap((field) => fieldElements(field, shown)),
    ],
    data: {
      form: form.name,
      revision,
      ...(only ? { only } : {}),
      ...(Object.keys(sure).length > 0 ? { sure } : {}),
    },
    ...(form.canWait && missing.length > 0 ? { leave: content.leave } : {}),
  };
}

/** How far the part is, for the card of one of its questions. */
export function partDone(form: Form): Drawn {
  const { done, of } = filledOf(form);
  return { elements: bar(done, of, content.filledIn(done, of)), says: '' };
}

/** The name of the part, and how much of it is filled in. */
function progress(form: Form): Element[] {
  const { done, of } = filledOf(form);
  return [
    text(form.title, { weight: 'bolder', size: 'medium' }),
    ...bar(done, of, content.filledIn(done, of)),
  ];
}

function fieldElements(field: Field, shown: Shown): Element[] {
  const { id, reads, ask, hint, present, offered, belongsTo, isTick } = field;
  const { texts, errors, notes, missing } = shown;
  const error = errors[id];
  const note = notes[id];
  const typed = texts[id];
  const isOffered = present === undefined && offered !== undefined && typed === undefined;
  const value = typed || inputText(present ?? (isOffered ? offered.value : undefined));
  const base = { id: `${answerPrefix}${id}`, label: ask };
  const input = isTick ? tickBox(base, inputText(tickedOf(reads)), value) : inputFor(reads, base, value);
  if (!input) return [];
  const items = [
    // The ground says that something is wrong: red words on it would be hard to read.
    ...(error ? [text(content.wrong(error))] : []),
    ...(!error && missing.includes(id) && !belongsTo ? [text(content.missing)] : []),
    input,
    ...[note, isOffered ? offered.from : hint].flatMap((words) =>
      words ? [text(words, { isSubtle: true, size: 'small', spacing: 'small' })] : [],
    ),
  ];
  return [
    {
      type: 'Container',
      ...(error ? { style: 'attention' } : {}),
      spacing: belongsTo ? 'small' : 'large',
      items,
    },
  ];
}

function tickedOf(reads: Field['reads']): string | undefined {
  return reads.type === 'choice' ? reads.options[0]?.value : undefined;
}

function toldElements({ told, toldLead }: Form): Element[] {
  if (told.length === 0) return [];
  return [
    {
      type: 'Container',
      style: 'emphasis',
      items: [
        ...(toldLead ? [text(toldLead, { isSubtle: true })] : []),
        { type: 'FactSet', facts: told.map(([title, value]) => ({ title, value: quoted(value) })) },
      ],
    },
  ];
}

/** The universities one below the other: which and what it teaches, beside how sure that is and from where. */
function universityTable(universities: readonly University[]): Element[] {
  const row = (cells: readonly (readonly Element[])[], more: Element = {}): Element => ({
    type: 'ColumnSet',
    ...more,
    columns: cells.map((items, i) => ({ type: 'Column', width: i === 0 ? 3 : 2, items })),
  });
  return [
    row(content.universityHead.map((title) => [text(title, { weight: 'bolder' })])),
    ...universities.map((one) =>
      row(
        [
          [
            text(`**${one.name}**`),
            text(one.programme, { spacing: 'none' }),
            ...(one.note ? [text(one.note, { isSubtle: true, size: 'small', spacing: 'small' })] : []),
          ],
          [
            text(content.certainty(one)),
            text(content.sourceOf(one), { isSubtle: true, size: 'small', spacing: 'small' }),
          ],
        ],
        { separator: true },
      ),
    ),
    text(content.oneOnly, { separator: true }),
  ];
}
