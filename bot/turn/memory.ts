import { createHash } from 'node:crypto';
import type { Json, Store, Write } from '../../data/store/store.js';
import type { Focus } from '../../dialogs/conversation.js';
import type { CardMark } from '../../dialogs/converse.js';
import type { AnswerTo } from '../../dialogs/corrections.js';
import type { Reply } from '../../dialogs/reply.js';
import { kinds } from './records.js';

/** The memory of a conversation: what it is about, and what was answered, so that nothing acts twice. */

/** What is remembered of a conversation. */
export interface Conversation {
  focus?: Focus;
  /** Lets the same activity, delivered again, get the same answer. */
  answered?: { id: string; answer?: Answer }[];
  /** The activities before those: they are known again, though their answers are gone. */
  heard?: string[];
  /** Everyone who spoke here, so that it is found when one of them wants it gone. */
  people?: string[];
  /** Applications of which it was said here that they cannot be read. */
  lost?: string[];
  /** A group is welcomed once. */
  isWelcomed?: boolean;
}

export interface Answer {
  readonly replies: Reply[];
  readonly mark: CardMark;
  /** What a client that waits was answered, to be answered again. */
  readonly response?: object;
  /** What the message was an answer to, when it changed something: it may be edited. */
  readonly to?: AnswerTo;
  /** What was pressed or sent, when it changed something: the same again, under another id, is the same. */
  readonly press?: string;
}

/** A turn that is remembered, to find the card again that a button was on. */
export type Earlier = Pick<NonNullable<Conversation['answered']>[number], 'answer'>;

/** The memory of one conversation, as it was loaded for a turn. The turn changes it, and commits `write`. */
export interface Memory {
  readonly conversation: Conversation;
  readonly write: Write;
}

/** How many answers a conversation keeps for an activity that comes again: Teams tries for some seconds. */
const answersKept = 2;
/** How many activities it knows again, so that none acts twice, however many came in between. */
const activitiesKnown = 64;

/** From the store, for a channel that has no place of its own for it. `id` must be the same each time. */
export async function memoryOf(store: Store, id: string): Promise<Memory> {
  const conversation: Conversation = { ...(await store.get<Conversation>(kinds.conversation, id))?.doc };
  return {
    conversation,
    get write() {
      return { kind: kinds.conversation, id, doc: { ...conversation } as unknown as Json };
    },
  };
}

/** What was answered before to the same: `answer` is missing where only its id is still known. Undefined: it is new. */
export function answeredBefore(
  { answered = [], heard = [] }: Conversation,
  id: string | undefined,
  press: string | undefined,
): Earlier | undefined {
  return (
    answered.find((one) => one.id === id) ??
    (id !== undefined && heard.includes(id) ? { answer: undefined } : undefined) ??
    (press === undefined ? undefined : answered.find(({ answer }) => answer?.press === press))
  );
}

/** The conversation after an answer: whatever was kept of the same activity gives way to it. */
export function withAnswer(before: Conversation, id: string, person: string, answer: Answer): Conversation {
  const known = (before.answered ?? []).filter((one) => one.id !== id || id === '');
  return {
    ...before,
    people: [...new Set([...(before.people ?? []), person])],
    heard: (before.heard ?? [])
      .filter((one) => one !== id)
      .concat(known.slice(0, 1 - answersKept).map((one) => one.id))
      .slice(answersKept - activitiesKnown),
    answered: [...known.slice(1 - answersKept), { id, answer }],
  };
}

/** Names a press or a form that was sent, so that the same is known again. */
export function keyOf(asked: unknown): string {
  return createHash('sha256').update(JSON.stringify(asked)).digest('base64url');
}
