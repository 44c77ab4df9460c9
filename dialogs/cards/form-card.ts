import type { University } from '../../workflows/scheme.js';
import { quoted } from '../understanding/text.js';
import * as content from './content.js';
import { card, inputFor, inputText, text, type Card, type Element } from './elements.js';
import { shownFields, type Shown } from './fill.js';
import type { Field, Form } from './form.js';

/** What an input is called in what comes back, so that it can never be taken for something of ours. */
export const answerPrefix = 'q.';

/** A form as a card to fill in. `data` comes back with it. */
export function formCard(shown: Shown, data: Element): Card {
  const { form, only, banner } = shown;
  const fields = shownFields(form, only);
  const isWhole = only === undefined;
  return card({
    fallbackText: content.noForms,
    body: [
      ...(banner ? [callout(banner)] : []),
      ...(isWhole && fields.length > 1 ? [text(content.leaveEmpty, { isSubtle: true })] : []),
      ...(isWhole ? toldElements(form) : []),
      ...(isWhole && form.universities.length > 0 ? universityTable(form.universities) : []),
      ...fields.flatMap((field) => fieldElements(field, shown)),
    ],
    actions: [{ type: 'Action.Submit', title: content.save, style: 'positive', data }],
  });
}

function fieldElements(field: Field, { texts, errors, notes }: Shown): Element[] {
  const { id, reads, ask, hint, present, offered } = field;
  const error = errors[id];
  const note = notes[id];
  const typed = texts[id];
  const isOffered = present === undefined && offered !== undefined && typed === undefined;
  const value = typed || inputText(present ?? (isOffered ? offered : undefined));
  const input = inputFor(reads, { id: `${answerPrefix}${id}`, label: ask }, value);
  if (!input) return [];
  const items = [
    // The ground says that something is wrong: red words on it would be hard to read.
    ...(error ? [text(content.wrong(error))] : []),
    input,
    ...[note, isOffered ? content.offered : hint].flatMap((words) =>
      words ? [text(words, { isSubtle: true, size: 'small', spacing: 'small' })] : [],
    ),
  ];
  return [
    error
      ? { type: 'Container', style: 'attention', spacing: 'large', items }
      : { type: 'Container', spacing: 'large', items },
  ];
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

function callout(words: string): Element {
  return { type: 'Container', style: 'emphasis', items: [text(words)] };
}
