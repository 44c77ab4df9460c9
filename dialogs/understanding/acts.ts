import type { CheckStatus } from '../../workflows/readiness-rules.js';
import type { SchemeFact } from '../../workflows/scheme-facts.js';
import type { Answer } from '../../workflows/scheme.js';
import type { Reads } from '../conversation.js';
import type { Grounded } from '../questions/guard.js';
import type { Found } from '../questions/search.js';
import type { Entry } from '../../data/knowledge/entry.js';
import type { Reading } from './answers.js';
import type { Commanded } from './commands.js';
import type { SafetyKind } from './safety.js';
import type { Status } from './status.js';

/** Something about an application that comes about by being told, beside the answers to questions. */
export type EventName = 'sent' | 'decision' | 'accepted' | 'recruited' | 'returned' | 'started';

/** Where something that is told is kept. */
export type SlotId =
  `check:${string}` | `elig:${string}` | `form:${string}` | `row:${number}:${string}` | EventName;

/** One thing that can be told here, with what people call it. */
export interface Slot {
  readonly id: SlotId;
  readonly label: string;
  /** As they are compared: small letters, short forms opened. */
  readonly names: readonly string[];
  /** How an answer to it is read; absent for what is told by its own words ("funded", "sent"). */
  readonly reads?: Reads;
  readonly value?: Answer | undefined;
  /** Questions that are asked together. */
  readonly section?: string;
  /** Why it cannot be changed any more. */
  readonly locked?: 'sent' | 'over';
}

/**
 * What a message comes to: a short closed list. An act is complete: whatever carries it out never looks at words again.
 */
export type Act =
  /** An answer, or one that stands already put right. */
  | {
      readonly kind: 'tell';
      readonly slot: SlotId;
      readonly value: Answer;
      readonly who?: string;
      readonly by?: string;
    }
  /** The decision: places are asked for where they were not said. */
  | { readonly kind: 'decided'; readonly result: 'funded' | 'not-funded'; readonly places?: number }
  /** Something has come about, on a day where one was told. */
  | {
      readonly kind: 'happened';
      readonly event: Exclude<EventName, 'decision'>;
      readonly on?: string;
      readonly count?: number;
    }
  /** It has not come about: nothing changes, and that is said. */
  | { readonly kind: 'not-yet'; readonly event: EventName; readonly status: Status }
  /** What was recorded of it was not so; null: whatever the last message recorded. */
  | { readonly kind: 'take-back'; readonly about: SlotId | null }
  /** Told, and taken back in the same message: nothing is put down. */
  | { readonly kind: 'taken-back' }
  /** To be answered anew, with no value told. */
  | { readonly kind: 'change'; readonly slot: SlotId }
  /** Who does a check that is in progress, or who confirmed one that is done; and by when. */
  | { readonly kind: 'detail'; readonly who?: string; readonly by?: string }
  /** An answer to what is open, as it was read. */
  | { readonly kind: 'answer'; readonly reading: Reading }
  | { readonly kind: 'command'; readonly command: Commanded }
  | { readonly kind: 'own-fact'; readonly say: string }
  | { readonly kind: 'of-round'; readonly fact: SchemeFact }
  | { readonly kind: 'help-here' }
  /** A yes or a no, where nothing is asked. */
  | { readonly kind: 'nod'; readonly yes: boolean }
  | { readonly kind: 'questions'; readonly found: readonly Found[] }
  | { readonly kind: 'near'; readonly text: string; readonly entries: readonly Entry[] }
  | { readonly kind: 'outside'; readonly text: string }
  /** A language model's own words, from entries that it cites. */
  | ({ readonly kind: 'phrased' } & Grounded)
  | { readonly kind: 'alarm'; readonly alarm: SafetyKind }
  /** Something was said, and cannot be kept as it is: asked again, with what would do. */
  | { readonly kind: 'unclear'; readonly reading: Reading };

/** Who heard it. The rows of `choice.ts` are about these. */
export type Reader =
  | 'alarm'
  | 'phrase'
  | 'undo'
  | 'taken-back'
  | 'checks'
  | 'events'
  | 'fields'
  | 'several'
  | 'answer'
  | 'detail'
  | 'own-facts'
  | 'questions'
  | 'routed'
  /** A language model, where one is configured and our own ear comes to nothing. */
  | 'model';

/** What one reader makes of a message: acts that are done together, in order. */
export interface Proposal {
  readonly reader: Reader;
  readonly acts: readonly Act[];
  /** Are all words explained, those of the whole message? */
  readonly whole: boolean;
  /** How what is told stands. Only what is `stated` is recorded without being shown back. */
  readonly status: Status;
  /** 0 to 1. */
  readonly sure: number;
  /** In a few words, for `npm run why`. */
  readonly because: string;
  /** Marks of a message that rows of the table ask for. */
  readonly marks?: ReadonlySet<Mark>;
}

export type Mark =
  /** Names what it is about. */
  | 'named'
  /** Puts something right, in so many words. */
  | 'put-right'
  /** Reads like a question. */
  | 'asks'
  /** The reading is a value, or one after a yes. */
  | 'value'
  | 'confirm'
  | 'again'
  /** A command that nobody answers a question with. */
  | 'firm'
  /** What was learnt is sure of a command that this does not carry out. */
  | 'elsewhere'
  /** Changes what is kept, and does not ask by itself. */
  | 'weighty'
  /** Only says something: nothing opens and nothing changes. */
  | 'says';

/** A check's status is seen at once and changed by a word; anything else is read by others later. */
export type Statuses = CheckStatus;
