import type { Prompt } from './conversation.js';

/**
 * What the assistant says, before any channel has shaped it. The text says everything; `bot/` adds the card that
 * gives the same to press and fill in.
 */
export interface Reply {
  /** Markdown, complete in itself: every step works by text alone. */
  readonly text: string;
  /** At most six; each says what the person would otherwise type. */
  readonly buttons: readonly Button[];
  /** The open question, when the reply ends with it: its input goes on the card. */
  readonly prompt?: Pick<Prompt, 'step' | 'reads' | 'label' | 'form' | 'offers'>;
  /** What is drawn on the card above everything else. */
  readonly drawn?: Drawn;
  /** A whole part to fill in at once, in the place of the one question's input. */
  readonly part?: ReplyForm;
  /** Its buttons mean the same at any time: an answer's, not a question's. */
  readonly anyTime?: boolean;
  /** What a message that nobody asked for is about, in a line: it stays when one of its buttons was pressed. */
  readonly about?: string;
  /** What the text says, as a table of two columns to look at. */
  readonly table?: Table;
  /** A file can be sent now: what is taken. */
  readonly takes?: Prompt['takes'];
  /** A language model wrote the text, from these sources: channels mark it as AI-generated. */
  readonly generated?: readonly Citation[];
}

/** Something to look at, and where the same stands in the words. */
export interface Drawn {
  readonly elements: readonly Readonly<Record<string, unknown>>[];
  /** The part of the text that the card says too: where cards are drawn, it is not said twice. Empty for none. */
  readonly says: string;
}

export interface ReplyForm {
  readonly title: string;
  /** Of the card, with an input for each question. */
  readonly elements: readonly Readonly<Record<string, unknown>>[];
  /** Comes back with what was filled in. */
  readonly data: {
    readonly form: string;
    /** Of the application, when it was drawn. */
    readonly revision: number;
    readonly only?: readonly string[];
    readonly sure?: Readonly<Record<string, string>>;
  };
  /** Title of the button that puts aside what is left empty, where that can be. */
  readonly leave?: string;
}

/** Two things side by side. */
export interface Table {
  readonly title: string;
  readonly head: readonly [string, string];
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  readonly label: string;
  readonly cells: readonly [TableCell, TableCell];
}

export interface TableCell {
  readonly says: string;
  /** Where it is from, with the year, in Markdown. */
  readonly from: string;
}

/** A source of generated words: the nth is [n] in the text. */
export interface Citation {
  /** At most 80 characters. */
  readonly name: string;
  /** At most 160 characters. */
  readonly abstract: string;
}

export interface Button {
  readonly title: string;
  /** What pressing it says, as if typed. */
  readonly says: string;
  /** A link instead: it opens, and says nothing. */
  readonly url?: string;
  /** It means the same at any time, whatever the card that it stands on is about. */
  readonly anyTime?: boolean;
}
