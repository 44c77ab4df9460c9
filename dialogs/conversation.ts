import type { Application } from '../workflows/application.js';
import type { ApplicationEvent } from '../workflows/application.machine.js';
import type { Invitation } from '../workflows/authority-rules.js';
import type { FileType } from '../workflows/attached-file.js';
import type { Answer, Intake, Scheme, TextShape, University } from '../workflows/scheme.js';
import type { WorkingCalendar } from '../workflows/dates.js';
import type { Reminders } from './nudges/reminders.js';
import type { InvitationKind } from '../workflows/people.js';
import type { Comparison } from '../data/roles/comparison.js';
import type { KnowledgeSearch } from './questions/search.js';
import type { Button, Citation, Drawn, Table } from './reply.js';
import type { Act } from './understanding/acts.js';
import type { Command, Commanded, Phrases } from './understanding/commands.js';
import type { Asking, Proposed } from './understanding/proposed.js';
import type { Router } from './understanding/intents.js';
import type { Dropped } from './understanding/readers/model.js';
import type { Ear } from './understanding/status.js';

/** Someone the assistant talks to, in however many conversations. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly tenant: string;
  /** When they were first welcomed: once in a lifetime, not once a conversation. */
  readonly greetedAt: string | null;
}

/** The dialogs with something open in them: `list.ts` says which folder each is. */
export type DialogName =
  | 'home'
  | 'readiness'
  | 'eligibility'
  | 'expression-of-interest'
  | 'university-choice'
  | 'decision'
  | 'support-confirmation'
  | 'applications'
  | 'advisor'
  /** Which round is theirs: `page` keeps what is told and what is wanted. */
  | 'rounds'
  /** One question of somebody else's application: `page` is the id of the invitation to answer it. */
  | 'asked';

/** What this conversation is about now. Everything that matters more than that is in the application. */
export interface Focus {
  readonly dialog: DialogName;
  readonly application: string | null;
  /** The dialog's own page, where the application's state does not say it: a list, a choice, a date to give. */
  readonly page: string | null;
  readonly pending: Pending | null;
  /** Id of the round that is talked about while no application is in focus. */
  readonly round?: string | null;
  /** The question that this conversation showed last, and how long the application's history was then. */
  readonly at?: { readonly step: string; readonly revision: number } | null;
  /** The answer given last, for "and how long does it take?". */
  readonly topic?: string | null;
}

/** A short question about the last answer, before it counts. */
export type Pending =
  | {
      readonly kind: 'which';
      readonly step: string;
      readonly options: readonly { value: Answer; label: string }[];
    }
  | {
      readonly kind: 'confirm';
      readonly step: string;
      readonly value: Answer;
      readonly ask: string;
      /** Somebody else has answered it meanwhile: a no leaves theirs. */
      readonly meanwhile?: true;
    }
  /** What was told is shown back: it counts after a yes. */
  | { readonly kind: 'acts'; readonly acts: readonly Act[]; readonly ask: string }
  /** Free text that reads like a question that can be answered. */
  | { readonly kind: 'question-or-answer'; readonly step: string; readonly text: string }
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
  /** Does the person oversee the organisation's applications? */
  readonly coordinator: boolean;
  readonly focus: Focus;
  /** The application in focus, if any. */
  readonly application: Application | undefined;
  /** The scheme that the application in focus is pinned to; without one, of the round that is talked about. */
  readonly scheme: Scheme;
  readonly schemeOf: (application: Application) => Scheme;
  /** Every round that there is, the newest version of each. */
  readonly rounds: readonly Scheme[];
  /** The newest version of an application's scheme, when that is not the one it is pinned to. */
  readonly newerSchemeOf?: (application: Application) => Scheme | undefined;
  /** Every application that the person may read, their own and those they were invited to, newest first. */
  readonly mine: readonly Application[];
  /** Names of those who belong to them, by person id; someone without a name is left out. */
  readonly names?: ReadonlyMap<string, string>;
  /** What the turn asked to be told before it could go on: {@link Move.needs}. */
  readonly looked?: Looked;
  /** Whose question is open, in the dialog {@link DialogName asked}; null when the invitation is gone. */
  readonly asked?: Offer | null;
  readonly group: boolean;
  /** Does the operator let files be kept? By default none are, and each is attached by hand. */
  readonly files?: boolean;
  /** Is there a language model that may be asked what was meant? By default there is none. */
  readonly model?: boolean;
  readonly reminders: Reminders;
  readonly calendar: WorkingCalendar;
  /** What there is to know, and how loose wording is understood. */
  readonly mind: Mind;
  /** Unguessable names, made outside: the only thing in a turn that is not a function of its input. */
  readonly newReference: () => string;
  readonly newToken: () => string;
  /** A code to say and to type: capitals and digits that do not look alike. */
  readonly newCode: () => string;
  /** Where this assistant is reached, for links: 'https://…' without a trailing slash. */
  readonly baseUrl: string;
}

/** What a turn can ask to be told: the rest of the memory is not read for a turn that does not need it. */
export type Need = { readonly code: string } | Asking | 'invitations' | 'overseen' | 'held';

/** The answer to a need. Absent: not asked for. */
export interface Looked {
  /** What a code opens; null when it opens nothing. */
  readonly offer?: Offer | null;
  /** Codes for the person's own applications that nobody has used. */
  readonly invitations?: readonly KeptInvitation[];
  /** Every application of the coordinator's tenant. */
  readonly overseen?: readonly Overseen[];
  readonly held?: Held;
  /** What a language model proposes; nothing where it made nothing of the message, or was late. */
  readonly proposed?: readonly Proposed[];
}

export interface KeptInvitation extends Invitation {
  /** Of its record: nobody can tell the code from it. */
  readonly id: string;
}

export interface Offer {
  readonly invitation: KeptInvitation;
  readonly application: Application;
  /** Every code for the same application: they lapse when it changes hands. */
  readonly others: readonly string[];
}

/** One application as a coordinator sees it. */
export interface Overseen {
  readonly application: Application;
  readonly owner: string;
  /** False when the owner's channel refuses messages: no reminder arrives. */
  readonly canBeReminded: boolean;
}

/** What is kept of a person beside their applications and reminders, counted. */
export interface Held {
  readonly conversations: number;
  readonly messages: number;
  readonly links: number;
  readonly codes: number;
  /** Applications of others in whose history the person still stands. */
  readonly traces: number;
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
      /** The most is what was asked for, so that "all of them" is a number. */
      readonly ofAll?: true;
      /** Hours may be said as minutes, or as so many a day. */
      readonly shape?: 'hours';
    }
  | {
      readonly type: 'text' | 'name' | 'paragraph';
      readonly min: number;
      readonly max: number;
      readonly maxWords?: number;
      /** What the words are to look like; without one they are taken as they stand. */
      readonly shape?: TextShape;
    }
  | { readonly type: 'email' | 'phone' | 'postcode' | 'month' }
  /** Pounds; pence are a fraction. */
  | { readonly type: 'money'; readonly min: number; readonly max: number }
  | { readonly type: 'university'; readonly universities: readonly University[] }
  | { readonly type: 'intake'; readonly intakes: readonly Intake[] }
  | {
      readonly type: 'date';
      readonly prefer: 'past' | 'future';
      /** London dates, or 'today': the first and the last day that can be meant. */
      readonly notBefore?: string;
      readonly notAfter?: string;
    };

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
  /** Said whole each time: it may have come about since the person last looked. */
  readonly isNews?: boolean;
  readonly reads: Reads;
  /** Label of the card's input. */
  readonly label?: string;
  /** What stands in the card's input, and the title of the button that takes it. */
  readonly offers?: { readonly value: string; readonly title: string };
  readonly buttons: readonly Button[];
  /** To look at, on the page's card. */
  readonly drawn?: Drawn;
  /** Of a page: what "yes", "ok" and "go on" say there, because one way on is plainly the next. */
  readonly onward?: string;
  /** A file that comes with a message is its answer: what is taken. */
  readonly takes?: { readonly types: readonly FileType[]; readonly megabytes: number };
  /** "Don't know yet" puts the question off. */
  readonly parkable?: boolean;
  /** "Skip" goes on without an answer. */
  readonly skippable?: boolean;
  /** The form that asks this together with what belongs to it: see `cards/form.ts`. */
  readonly form?: string;
  /** Asked by itself, from a page that was seen: that page is not said whole again when one comes back to it. */
  readonly isAgain?: boolean;
  /** Of a long page: enough of it to go on. */
  readonly short?: {
    readonly text: string;
    /** `seen`: for whoever has seen the page; `always`: until it is asked for. */
    readonly when: 'seen' | 'always';
    /** Shows the whole. */
    readonly more: Button;
  };
}

/** A document that the person may fetch for a while. */
export interface Link {
  readonly token: string;
  readonly document: DocumentName;
  /** Empty for what is about all of them. */
  readonly application: string;
  /** For the dates of a plan that belongs to no application yet: the intake's id. */
  readonly intake?: string;
  /** The plan's round. */
  readonly round?: string;
  /** For two roles side by side: which. */
  readonly comparison?: string;
  /** For a file that is kept with the application: its id. */
  readonly file?: string;
  readonly person: string;
}

export type DocumentName =
  | 'eoi-form'
  /** One that is kept with the application. */
  | 'file'
  | 'eoi-email'
  | 'support-form'
  | 'support-email'
  | 'calendar'
  | 'overview'
  | 'my-data'
  | 'my-data-to-read'
  /** Two roles side by side, to print: `application` is empty. */
  | 'roles';

/** A code for a colleague, as it is said once. Only a hash of it is kept. */
export interface NewCode {
  readonly code: string;
  readonly to: InvitationKind;
  readonly application: string;
  /** The one question to answer, when that is what it is for. */
  readonly question?: string;
}

export interface Mind {
  readonly knowledge: KnowledgeSearch;
  readonly router: Router;
  /** What is said in just these words is that command. */
  readonly phrases: Phrases;
  /** The words that make a sentence state something, deny it or hope for it. */
  readonly ear: Ear;
  /** Roles side by side, by id. */
  readonly comparisons: ReadonlyMap<string, Comparison>;
}

export type Learned = { readonly unanswered: string } | { readonly entry: string; readonly helpful: boolean };

export type Asked = 'answered' | 'near' | 'outside';

/** Proposals of a language model: shown back, done because they change nothing, or put aside. */
export interface Weighed {
  readonly came: 'shown' | 'done' | 'nothing';
  readonly dropped: readonly Dropped[];
}

/** What a dialog makes of something said. */
export interface Move {
  readonly events?: readonly ApplicationEvent[];
  /** A new application to begin with; `events` then are its first. */
  readonly begin?: { readonly round: string; readonly copiedFrom?: string };
  readonly focus?: Partial<Focus>;
  /** Done before this: the old application is withdrawn as a new one begins. */
  readonly first?: Move | undefined;
  /** Said first, about what is now true. The open prompt follows, unless `alone`. */
  readonly say?: (after: View) => string;
  readonly links?: readonly Link[];
  readonly codes?: readonly NewCode[];
  /** The invitation by which the person comes to an application that was not theirs. `events` are about that one. */
  readonly accepts?: Offer;
  /** Ids of invitations that are used up or taken back. */
  readonly spent?: readonly string[];
  /** Delete everything that is kept of the person. */
  readonly erase?: boolean;
  /** The turn is to be taken again, with this looked up. */
  readonly needs?: Need;
  /** A change to what the person is reminded of. */
  readonly reminders?: (before: Reminders) => Reminders;
  /** Do not repeat what is open: this answer stands alone. */
  readonly alone?: boolean;
  /** Show the page that is open again, whole, though nothing has changed. */
  readonly again?: boolean;
  /** Buttons of what was said, before the open question with its own. */
  readonly extra?: readonly Button[];
  /** The part that is shown to fill in, whatever is open: {@link Prompt.form}. */
  readonly part?: string;
  /** To look at, on the card of what is said. */
  readonly drawn?: Drawn;
  /** What is said is a table: where cards are, that is what is shown. */
  readonly table?: Table;
  /** A language model wrote what is said, from these sources. */
  readonly generated?: readonly Citation[];
  /** A question was asked: whether there was an answer. Only counted. */
  readonly asked?: Asked;
  /** What became of a language model's proposals. Only counted. */
  readonly weighed?: Weighed;
  /** What editors of the knowledge base can learn from, without anyone's name. */
  readonly learn?: Learned;
  /** The words must not be kept anywhere: they seem to be about a patient. */
  readonly forget?: boolean;
  readonly buttons?: readonly Button[];
}

export interface Dialog {
  /** Has it something to say of this application, where it stands now? Without it, of any and of none. */
  isHome?(application: Application | undefined): boolean;
  /** What is open here now. */
  prompt(view: View): Prompt;
  /** An answer to what is open, already read and checked. */
  answer(view: View, prompt: Prompt, value: Answer): Move;
  /** "Don't know yet". */
  park?(view: View, prompt: Prompt): Move;
  skip?(view: View, prompt: Prompt): Move;
  /** The answer that stands there, when a question is asked again. */
  kept?(view: View, prompt: Prompt): Answer | undefined;
  /** The answer that the row before has. */
  before?(view: View, prompt: Prompt): Answer | undefined;
  back?(view: View, prompt: Prompt): Move;
}

/** A command, with what was open when it was said. */
export interface Ordered extends Commanded {
  readonly dialog: Dialog;
  readonly prompt: Prompt;
  /** The person has said yes to the question that goes before it. */
  readonly confirmed: boolean;
}

export type Obey = (view: View, ordered: Ordered) => Move;

/** What a dialog does when it is asked to. */
export type Commands = Partial<Record<Command, Obey>>;
