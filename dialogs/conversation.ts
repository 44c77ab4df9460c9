import type { Application } from '../workflows/application.js';
import type { ApplicationEvent } from '../workflows/application.machine.js';
import type { Answer, Intake, Scheme, University } from '../workflows/scheme.js';
import type { WorkingCalendar } from '../workflows/dates.js';
import type { Reminders } from './nudges/reminders.js';
import type { Button } from './reply.js';
import type { Command } from './understanding/commands.js';

/** Someone the assistant talks to, in however many conversations. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly tenant: string;
  /** When they were first welcomed: once in a lifetime, not once a conversation. */
  readonly greetedAt: string | null;
}

export type DialogName =
  | 'home'
  | 'readiness'
  | 'eligibility'
  | 'expression-of-interest'
  | 'university-choice'
  | 'decision'
  | 'support-confirmation'
  | 'applications';

/** What this conversation is about now. Everything that matters more than that is in the application. */
export interface Focus {
  readonly dialog: DialogName;
  readonly application: string | null;
  /** The dialog's own page, where the application's state does not say it: a list, a choice, a date to give. */
  readonly page: string | null;
  readonly pending: Pending | null;
}

/** A short question about the last answer, before it counts. */
export type Pending =
  | {
      readonly kind: 'which';
      readonly step: string;
      readonly options: readonly { value: Answer; label: string }[];
    }
  | { readonly kind: 'confirm'; readonly step: string; readonly value: Answer; readonly ask: string }
  | {
      readonly kind: 'choose';
      readonly command: Command;
      readonly options: readonly Option[];
      readonly ask: string;
    }
  /** The next text completes a command: a day for "snooze". */
  | { readonly kind: 'command-text'; readonly command: Command; readonly before: string }
  | { readonly kind: 'command'; readonly command: Command; readonly rest: string; readonly ask: string };

export const noFocus: Focus = { dialog: 'home', application: null, page: null, pending: null };

/** Everything that a turn may look at. Nothing in it can act: a turn answers with what is to be done. */
export interface View {
  /** Instant, ISO with Z. */
  readonly now: string;
  /** London date and 'HH:mm'. */
  readonly today: string;
  readonly time: string;
  readonly person: Person;
  readonly focus: Focus;
  /** The application in focus, if any. */
  readonly application: Application | undefined;
  /** The scheme that the application in focus is pinned to, or the current one. */
  readonly scheme: Scheme;
  readonly schemeOf: (application: Application) => Scheme;
  readonly currentScheme: Scheme;
  /** Every application that the person may see, newest first. */
  readonly mine: readonly Application[];
  readonly group: boolean;
  readonly reminders: Reminders;
  readonly calendar: WorkingCalendar;
  /** Unguessable names, made outside: the only thing in a turn that is not a function of its input. */
  readonly newReference: () => string;
  readonly newToken: () => string;
  /** Where this assistant is reached, for links: 'https://…' without a trailing slash. */
  readonly baseUrl: string;
}

/** How the answer to a prompt is read. */
export type Reads =
  | { readonly type: 'menu' }
  | { readonly type: 'yesNo' }
  | { readonly type: 'choice'; readonly options: readonly Option[] }
  | {
      readonly type: 'wholeNumber';
      readonly min: number;
      readonly max: number;
      readonly confirmAbove?: number;
    }
  | {
      readonly type: 'text' | 'name' | 'paragraph';
      readonly min: number;
      readonly max: number;
      readonly maxWords?: number;
    }
  | { readonly type: 'email' | 'phone' | 'postcode' }
  | { readonly type: 'university'; readonly universities: readonly University[] }
  | { readonly type: 'intake'; readonly intakes: readonly Intake[] }
  | { readonly type: 'date'; readonly prefer: 'past' | 'future'; readonly notAfter?: string };

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly also: readonly string[];
}

/** What is open: one question, or a page with things to press. */
export interface Prompt {
  /** Names the question, in cards too: a card for another step is stale. */
  readonly step: string;
  /** Complete in itself, in Markdown. */
  readonly text: string;
  readonly reads: Reads;
  /** Label of the card's input. */
  readonly label?: string;
  readonly buttons: readonly Button[];
  /** "Don't know yet" puts the question off. */
  readonly parkable?: boolean;
  /** "Skip" goes on without an answer. */
  readonly skippable?: boolean;
}

/** A document that the person may fetch for a while. */
export interface Link {
  readonly token: string;
  readonly document: DocumentName;
  /** Empty for what is about all of them. */
  readonly application: string;
  readonly person: string;
}

export type DocumentName = 'eoi-form' | 'eoi-email' | 'support-form' | 'support-email' | 'calendar';

/** What a dialog makes of something said. */
export interface Move {
  readonly events?: readonly ApplicationEvent[];
  /** A new application to begin with; `events` then are its first. */
  readonly begin?: { readonly copiedFrom?: string };
  readonly focus?: Partial<Focus>;
  /** Done before this: the old application is withdrawn as a new one begins. */
  readonly first?: Move | undefined;
  /** Said first, about what is now true. The open prompt follows, unless `alone`. */
  readonly say?: (after: View) => string;
  readonly links?: readonly Link[];
  /** A change to what the person is reminded of. */
  readonly reminders?: (before: Reminders) => Reminders;
  /** Do not repeat what is open: this answer stands alone. */
  readonly alone?: boolean;
  readonly buttons?: readonly Button[];
}

export interface Dialog {
  /** What is open here now. */
  prompt(view: View): Prompt;
  /** An answer to what is open, already read and checked. */
  answer(view: View, prompt: Prompt, value: Answer): Move;
  /** "Don't know yet". */
  park?(view: View, prompt: Prompt): Move;
  skip?(view: View, prompt: Prompt): Move;
  back?(view: View, prompt: Prompt): Move;
}
