import type { Json } from '../../data/store/store.js';
import type { Sent } from '../../dialogs/cards/fill.js';
import type { Asked, View } from '../../dialogs/conversation.js';
import type { CardMark, Outcome, Said } from '../../dialogs/converse.js';
import type { Reply } from '../../dialogs/reply.js';
import type { Attached } from './files/receive.js';
import type { Earlier, Memory } from './memory.js';
import type { PersonRecord } from './records.js';

/**
 * Between a channel and a turn: who spoke, where and what; what is remembered there; what is to be said. No word of any
 * channel's own SDK: a channel translates to this and from it.
 */

export interface Incoming {
  /** Of what was sent: the same may come twice, and acts once. */
  readonly id?: string | undefined;
  readonly conversation: string;
  /** One person, in whatever conversation. */
  readonly person: string;
  /** Empty where the channel does not say. */
  readonly name: string;
  /** The organisation by whose rules they see each other. */
  readonly tenant: string;
  /** How the channel finds this person's own conversation again; it alone reads it. Undefined in a group. */
  readonly address: Json | undefined;
  /** More than one person reads here. */
  readonly group?: Group | undefined;
  /** The client waits some seconds for its one answer. */
  readonly waits?: boolean;
  readonly what: What;
}

export interface Group {
  readonly isSpokenTo: boolean;
  /** Of a chat with the assistant alone, where there is one. */
  readonly chat: string | undefined;
}

export type What =
  | {
      readonly kind: 'words';
      readonly said: Said;
      /** Words beside those that are heard: the channel may keep them too. */
      readonly besides: readonly string[];
      readonly inPlace?: InPlace | undefined;
      readonly press?: string | undefined;
    }
  | {
      /** A whole part that was filled in on its card. */
      readonly kind: 'form';
      readonly sent: Sent;
      readonly inPlace?: InPlace | undefined;
    }
  /** Something attached, with what was typed beside it. */
  | { readonly kind: 'file'; readonly files: readonly Attached[]; readonly text: string }
  /** The message of this id now says something else. */
  | { readonly kind: 'edit'; readonly text: string }
  /** What stands somewhere is to be drawn anew. Nothing is done. */
  | { readonly kind: 'look'; readonly draw: (view: View) => object }
  /** The assistant was installed, or removed, which ends what it sends unasked. */
  | { readonly kind: 'reach'; readonly isReached: boolean }
  | {
      readonly kind: 'arrival';
      /** The channel tells of it several times over: only who was never greeted is. */
      readonly isToldAgain?: boolean;
      /** In a group: who added the assistant. */
      readonly addedBy?: () => Promise<string | undefined>;
    };

/** What a card that is answered in place comes to. A function of these alone: a turn may be worked out more than once. */
export type InPlace = (outcome: Outcome, view: View, earlier: readonly Earlier[]) => InPlaceAnswer;

export interface InPlaceAnswer {
  /** For the client that waits, as its channel writes it. */
  readonly response: object;
  /** What is said in the conversation besides. */
  readonly replies: readonly Reply[];
  /** Stands in the place of the card that was pressed, also when the conversation is opened again. */
  readonly instead?: object | undefined;
}

/** How a turn speaks to where it came from. */
export interface Line {
  /** Says them in this order. @returns the first that did not leave. */
  say(replies: readonly Reply[], mark: CardMark): Promise<Unsent | undefined>;
  /** Gives a client that waits its answer. */
  answer(response: object): Promise<void>;
  /** Puts something in the place of the card that was pressed. Worth a try and no more. */
  replace(instead: object): Promise<void>;
  /** Says that the turn went wrong: the one thing that is said without having been kept. @returns why it did not leave. */
  apologise(words: string): Promise<SendFault | undefined>;
}

/** What became of a send. `later`: it certainly did not arrive, and may be tried again another time. */
export type SendResult = 'sent' | 'refused' | 'ambiguous' | 'later';

/** What an operator is told of a send that failed: never what the channel said about it, which may quote the message. */
export interface SendFault {
  /** What the channel answered. */
  readonly status?: number;
  /** Of the system, or of the directory that gives tokens (`AADSTS7000222`). */
  readonly code?: string;
  /** Is it that no token can be had, or that it is not taken? Then nobody is answered until an operator mends it. */
  readonly isOurs: boolean;
}

/**
 * Sends a message that nobody asked for. `mayGo` is asked right before each request: false means that it is for
 * later. Throws nothing but what `mayGo` throws.
 */
export type Send = (to: PersonRecord, reply: Reply, mayGo: () => Promise<boolean>) => Promise<SendResult>;

/** A reply that did not leave. */
export interface Unsent {
  readonly result: Exclude<SendResult, 'sent'>;
  readonly fault?: SendFault | undefined;
}

/** How a turn ended, to be counted. */
export interface Ending {
  /** The code of what went wrong. */
  fault?: string;
  unsent?: Unsent;
  /** A question was asked: whether there was an answer. */
  asked?: Asked;
}

/** All of one turn. */
export interface Turn {
  readonly incoming: Incoming;
  readonly line: Line;
  readonly memory: Memory;
  readonly ending: Ending;
}
