import { capital } from '../words.js';
import type { Reads } from '../conversation.js';
import type { Table } from '../reply.js';
import type { Answer } from '../../workflows/scheme.js';

/** Parts of Adaptive Cards 1.4, as plain data. Every text wraps and every input has a label. */

export type Element = Readonly<Record<string, unknown>>;

export interface Card {
  readonly type: 'AdaptiveCard';
  readonly version: '1.4';
  readonly body: readonly Element[];
  readonly actions?: readonly Element[];
  readonly fallbackText: string;
  readonly [more: string]: unknown;
}

/** A card with what belongs on every card. */
export function card(parts: {
  readonly body: readonly Element[];
  readonly actions?: readonly Element[];
  readonly fallbackText: string;
  readonly refresh?: Element;
}): Card {
  const { actions = [], refresh, ...rest } = parts;
  return {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    ...rest,
    ...(actions.length > 0 ? { actions } : {}),
    ...(refresh ? { refresh } : {}),
  };
}

export function text(words: string, more: Element = {}): Element {
  return { type: 'TextBlock', text: words, wrap: true, ...more };
}

/** Markdown of a reply as blocks of a card: a quote is set apart instead of marked with ">". */
export function paragraphs(words: string): Element[] {
  return words
    .split(/\n{2,}/)
    .map((part) => part.trim())
    .filter(Boolean)
    .reduce<{ quote: boolean; words: string }[]>((blocks, part) => {
      const quote = part.startsWith('>');
      const plain = part.replace(/^>[ ]?/gm, '').trim();
      const last = blocks.at(-1);
      if (quote && last?.quote) last.words = `${last.words}\n\n${plain}`;
      else blocks.push({ quote, words: plain });
      return blocks;
    }, [])
    .filter(({ words: part }) => part !== '')
    .map(({ quote, words: part }) =>
      quote ? { type: 'Container', style: 'emphasis', items: [text(part)] } : text(part),
    );
}

/** Two columns under each label: a row of columns is drawn everywhere, a Table only from version 1.5 on. */
export function tableElements({ title, head, rows }: Table): Element[] {
  const columns = (cells: readonly (readonly Element[])[], more: Element = {}): Element => ({
    type: 'ColumnSet',
    ...more,
    columns: cells.map((items) => ({ type: 'Column', width: 'stretch', items })),
  });
  return [
    text(title, { weight: 'bolder', size: 'medium' }),
    columns(head.map((words) => [text(words, { weight: 'bolder' })])),
    ...rows.flatMap(({ label, cells }) => [
      text(label, { weight: 'bolder', separator: true, spacing: 'medium' }),
      columns(
        cells.map(({ says, from }) => [
          text(says),
          text(from, { isSubtle: true, size: 'small', spacing: 'small' }),
        ]),
        { spacing: 'small' },
      ),
    ]),
  ];
}

/** What all inputs have. `id` names the answer in what comes back. */
export interface InputBase {
  readonly id: string;
  readonly label: string;
  readonly isRequired?: boolean;
  readonly errorMessage?: string;
}

/**
 * The input that fits how an answer is read, or undefined where there is nothing to fill in. `shown` is what stands in
 * it, as `inputText` writes an answer. Limits that the person should be told about are checked here, not in the client.
 */
export function inputFor(reads: Reads, base: InputBase, shown?: string): Element | undefined {
  const value = shown === undefined || shown === '' ? {} : { value: shown };
  switch (reads.type) {
    case 'text':
    case 'name':
      return textInput(base, shown, Math.max(reads.max * 2, 200));
    case 'paragraph':
      // Room for twice what is wanted, so that too much is told and not cut; no more, or a card grows too large.
      return textInput(base, shown, reads.maxWords ? reads.maxWords * 14 : reads.max + 1000, {
        isMultiline: true,
      });
    case 'email':
      return textInput(base, shown, 260, { style: 'Email' });
    case 'phone':
      return textInput(base, shown, 40, { style: 'Tel' });
    case 'postcode':
    case 'month':
    case 'money':
      return textInput(base, shown, 40);
    case 'wholeNumber':
      return /^-?\d+$/.test(shown ?? '0')
        ? {
            ...base,
            type: 'Input.Number',
            min: reads.min,
            max: reads.max,
            ...(shown ? { value: Number(shown) } : {}),
          }
        : textInput(base, shown, 40);
    case 'date':
      return {
        ...base,
        type: 'Input.Date',
        ...(reads.notBefore ? { min: reads.notBefore } : {}),
        ...(reads.notAfter ? { max: reads.notAfter } : {}),
        ...(/^\d{4}-\d{2}-\d{2}$/.test(shown ?? '') ? value : {}),
      };
    case 'yesNo':
      return choiceSet(
        base,
        [
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ],
        shown,
        'expanded',
      );
    case 'choice':
      return choiceSet(base, reads.options, shown);
    case 'university':
      return choiceSet(
        base,
        reads.universities.map(({ id, name }) => ({ value: id, label: name })),
        shown,
      );
    case 'intake':
      return choiceSet(
        base,
        reads.intakes.map(({ id, label }) => ({ value: id, label })),
        shown,
      );
    default:
      return undefined;
  }
}

/** One box to tick, which sends `on` when it is ticked. */
export function tickBox({ id, label }: InputBase, on: string, shown: string | undefined): Element {
  return {
    id,
    type: 'Input.Toggle',
    title: label,
    valueOn: on,
    valueOff: '',
    value: shown || '',
    wrap: true,
  };
}

/**
 * How much of something is done, as a bar and in the words beside it: a reader of the screen and whoever has chosen
 * their own colours have the words.
 */
export function bar(done: number, of: number, words: string): Element[] {
  const share = of === 0 ? 100 : Math.round((100 * done) / of);
  const piece = (width: number, style: string): Element => ({
    type: 'Column',
    width,
    style,
    minHeight: '8px',
    items: [],
  });
  return [
    {
      type: 'ColumnSet',
      spacing: 'small',
      columns: [
        ...(share > 0 ? [piece(share, 'accent')] : []),
        ...(share < 100 ? [{ ...piece(100 - share, 'emphasis'), spacing: 'none' }] : []),
      ],
    },
    text(words, { isSubtle: true, size: 'small', spacing: 'small' }),
  ];
}

/** An answer as it stands in an input. */
export function inputText(value: Answer | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value);
}

/** What a person sees of what stands in an input: an option's name, not its value. */
export function spokenInput(reads: Reads, shown: string): string {
  switch (reads.type) {
    case 'yesNo':
      return capital(shown);
    case 'choice':
      return reads.options.find(({ value }) => value === shown)?.label ?? shown;
    case 'university':
      return reads.universities.find(({ id }) => id === shown)?.name ?? shown;
    case 'intake':
      return reads.intakes.find(({ id }) => id === shown)?.label ?? shown;
    default:
      return shown;
  }
}

function textInput(
  base: InputBase,
  shown: string | undefined,
  maxLength: number,
  more: Element = {},
): Element {
  const value = shown?.slice(0, maxLength).replace(/[\ud800-\udbff]$/, '');
  return { ...base, type: 'Input.Text', ...more, maxLength, ...(value ? { value } : {}) };
}

function choiceSet(
  base: InputBase,
  options: readonly { value: string; label: string }[],
  shown: string | undefined,
  style: 'compact' | 'expanded' = 'compact',
): Element {
  return {
    ...base,
    type: 'Input.ChoiceSet',
    style,
    wrap: true,
    choices: options.map(({ value, label }) => ({ title: label, value })),
    ...(options.some(({ value }) => value === shown) ? { value: shown } : {}),
  };
}
