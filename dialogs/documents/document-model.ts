/**
 * A document before any file format: the completed form, the form for each place, a plan. Dialogs build one,
 * `word.ts` prints it; the words are whole sentences and labels already, dates already said in full.
 */
export interface DocumentModel {
  readonly title: string;
  readonly subtitle?: string;
  /** Stands in the footer of every page, so that a loose page still says what it belongs to. */
  readonly reference: string;
  readonly sections: readonly DocumentSection[];
  readonly footer: string;
  /** When it was made, ISO with Z. Given, because nothing in this room has a clock; left out, the file has no date. */
  readonly created?: string;
  /**
   * To print and look at together: in small type, without its reference at the head. A table's first column is its labels,
   * and what stands under the first line of a cell is a note to it.
   */
  readonly sheet?: true;
}

/** Shown in this order: paragraphs, then the rows, then the table. */
export interface DocumentSection {
  readonly heading: string;
  /** Label and value, a form's question and answer. A line break in a value stays one. */
  readonly rows?: readonly (readonly [label: string, value: string])[];
  readonly paragraphs?: readonly string[];
  /** A row shorter than the head is filled with empty cells; a longer one keeps only the head's columns. */
  readonly table?: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };
}

/**
 * Typed or pasted text made fit for a file. Takes out what XML forbids (control characters, half surrogate pairs)
 * and the marks that turn the writing direction of all that follows; leaves tabs, line breaks, Arabic, joined emoji.
 * Line breaks become \n.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')

    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff\ufeff]/g, '')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\p{Surrogate}/gu, '');
}

/** The same on one line, for a header, a file name or a title. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim();
}

/** Words of a message, which are Markdown, as a document shows them. Where a link led is no matter of the reader's. */
export function withoutMarkdown(text: string): string {
  return text
    .replace(/\*\*/g, '')
    .replace(/\[([^\]]+)\]\([^)\s]+\)/g, '$1')
    .replace(/^- /gm, '• ')
    .replace(/^>[ ]?/gm, '')
    .replace(/ +$/gm, '')
    .replace(/\n{2,}/g, '\n')
    .replace(/\\([\\`*_[\]<>#|~])/g, '$1');
}
