import type { Entry } from '../../data/knowledge/entry.js';
import { withoutNames } from '../questions/unanswered.js';
import type { EventName, SlotId } from './acts.js';
import type { Around } from './around.js';
import type { Command } from './commands.js';

/** What a language model may propose: from the list of acts those that can be told without looking into an application. */
export const proposedActs = [
  ...(['tell', 'decided', 'happened', 'not-yet', 'change', 'command'] as const),
  /** Show an answer of the knowledge, or help with what is open. */
  ...(['show-entry', 'help-here'] as const),
  /** An answer in the model's own words, from entries that it cites. */
  'phrased',
] as const;
export type ProposedAct = (typeof proposedActs)[number];

/** One act as a model proposes it. Nothing in it is trusted: `readers/model.ts` holds it against what there is. */
export interface Proposed {
  readonly act: string;
  /** What it is about: a slot, an event, a command or an entry, by its id. */
  readonly about?: string | undefined;
  /** The option that is meant, the words of the value, or what is phrased. */
  readonly value?: string | undefined;
  /** The words of the message that it rests on, exactly. */
  readonly words: string;
}

/** What a model may open: each only shows something, or asks first. What they do is said in `content.commandsShown`. */
export const opened = [
  ...(['help', 'status', 'continue', 'ready-check', 'eligibility', 'apply', 'universities', 'plan'] as const),
  ...(['documents', 'reminders', 'contacts', 'privacy', 'ap-or-na', 'advise', 'missing'] as const),
  ...(['check-answers', 'save', 'back', 'undo'] as const),
] as const satisfies readonly Command[];
export type Opened = (typeof opened)[number];

/** What a model is asked. It is all that leaves the machine: no value, no name, nothing of who asks. */
export interface Asking {
  /** The message, without the names and numbers that are recognised. */
  readonly text: string;
  /** The nearest answers, best first. */
  readonly entries: readonly Entry[];
  /** What can be told now, and the options where there are any. */
  readonly tells: readonly {
    readonly id: SlotId;
    readonly label: string;
    readonly options?: readonly { readonly value: string; readonly label: string }[];
  }[];
  /** Of these, what is asked at the moment. */
  readonly open: SlotId | undefined;
  /** What can come about now. */
  readonly events: readonly EventName[];
}

/** Entries that a model gets to see. */
const shown = 6;
/** Characters of a message that are sent. */
const longestSent = 200;

export function askingOf(
  typed: string,
  {
    mind,
    topic,
    slots,
    openSlot,
    openEvents,
  }: Pick<Around, 'mind' | 'topic' | 'slots' | 'openSlot' | 'openEvents'>,
): Asking {
  const { knowledge } = mind;
  return {
    text: sentOf(typed),
    entries: knowledge.nearest(typed, shown, knowledge.byId.get(topic ?? '')),
    tells: slots.flatMap((slot) => {
      if (slot.locked || !slot.reads) return [];
      const options = optionsOf(slot.reads);
      return [{ id: slot.id, label: slot.label, ...(options ? { options } : {}) }];
    }),
    open: openSlot,
    events: [...openEvents],
  };
}

/** Up to a whole word, so that what is quoted of it can be found again. */
function sentOf(typed: string): string {
  if (typed.length <= longestSent) return withoutNames(typed);
  const start = typed.slice(0, longestSent);
  return withoutNames(start.slice(0, start.search(/\s\S*$/)));
}

type Reads = NonNullable<Around['slots'][number]['reads']>;

/** What can be chosen from, where it is a list. */
export function optionsOf(
  reads: Reads,
): readonly { readonly value: string; readonly label: string }[] | undefined {
  switch (reads.type) {
    case 'choice':
      return reads.options.map(({ value, label }) => ({ value, label }));
    case 'university':
      return reads.universities.map(({ id, name }) => ({ value: id, label: name }));
    case 'intake':
      return reads.intakes.map(({ id, label }) => ({ value: id, label }));
    case 'yesNo':
      return [
        { value: 'yes', label: 'Yes' },
        { value: 'no', label: 'No' },
      ];
    default:
      return undefined;
  }
}
