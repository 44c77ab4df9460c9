import type { LondonDate, WorkingCalendar } from '../../workflows/dates.js';
import type { SchemeFact } from '../../workflows/scheme-facts.js';
import type { Mind, Prompt } from '../conversation.js';
import type { OwnFact } from '../questions/own-facts.js';
import type { EventName, Slot, SlotId } from './acts.js';
import type { Proposed } from './proposed.js';
import type { Ear } from './status.js';

/** What is known when something is said: all that its meaning can depend on besides the words. */
export interface Around {
  readonly ear: Ear;
  readonly mind: Mind;
  readonly today: LondonDate;
  readonly calendar?: WorkingCalendar;
  /** The question or page that is open. */
  readonly prompt: Pick<Prompt, 'step' | 'reads' | 'buttons' | 'onward' | 'parkable' | 'skippable' | 'text'>;
  /** What an answer to it is kept as. */
  readonly openSlot: SlotId | undefined;
  /** The check that is asked about, or that a detail is asked of. */
  readonly openCheck: SlotId | undefined;
  /** Who does the open check, and by when, is asked. */
  readonly asksDetail: boolean;
  /** What can come about now, as the application stands. */
  readonly openEvents: ReadonlySet<EventName>;
  readonly slots: readonly Slot[];
  /** What the last message recorded. */
  readonly last: readonly SlotId[];
  /** Places that were asked for, where a decision is waited for; trainees' places, where they are recruited. */
  readonly places: number | undefined;
  /** Words of the question that is open and of the scheme's names: they explain themselves. */
  readonly known: ReadonlySet<string>;
  /** The entry answered last, for "and how long does it take?". */
  readonly topic?: string | null | undefined;
  /** It was written into the question's own field on a card. */
  readonly isFilledIn?: boolean;
  /** Whatever must be stopped has been already. */
  readonly isPastTheDoor?: boolean;
  /** What the person can mean about their own application, from it. */
  readonly ownFact: (text: string) => OwnFact | undefined;
  /** An answer that was given, in a sentence. */
  readonly ownAnswer: (slot: Slot) => string;
  /** What the round says of itself. */
  readonly ofRound: (text: string) => SchemeFact | undefined;
  /** The round: answers about another one are none. */
  readonly scheme?: string;
  /** What a language model made of it, where one was asked. */
  readonly proposed?: readonly Proposed[] | undefined;
}
