import type { Logger } from 'pino';
import type { Schemes } from '../../data/schemes/schemes.js';
import type { Store } from '../../data/store/store.js';
import type { Weighed } from '../../dialogs/conversation.js';
import type { Asking, Proposed } from '../../dialogs/understanding/proposed.js';
import type { Application } from '../../workflows/application.js';
import type { WorkingCalendar } from '../../workflows/dates.js';
import type { Scheme } from '../../workflows/scheme.js';
import type { Chats } from './access.js';
import type { Scan } from './files/scan.js';
import type { Clock } from './clock.js';
import type { Locks } from './locks.js';
import type { OpenMind } from './open-mind.js';
import type { PersonRecord } from './records.js';
import { isOfKnownRound, schemeOfIn } from './rounds.js';

/** What every turn stands on: the memory, the time, what there is to know, and the rooms beside this one. */

/** Proposes what a message means, where a language model is configured and our own ear comes to nothing. */
export interface Planner {
  /** Nothing where there is no proposal that may be used, or it comes too late. It never throws. */
  plan(asking: Asking): Promise<readonly Proposed[]>;
  /** What became of them. */
  weighed(weighed: Weighed): void;
}

export interface TurnOptions {
  readonly store: Store;
  readonly schemes: Schemes;
  readonly clock: Clock;
  readonly calendar: WorkingCalendar;
  readonly mind: OpenMind;
  readonly locks: Locks;
  readonly log: Logger;
  /** Where people reach the assistant, for links: no trailing slash. Asked each time, since the port may be given late. */
  readonly baseUrl: () => string;
  /** Deletes all that is kept of a person, but the conversation, emptied, in which they are told so. */
  readonly erase: (person: PersonRecord, conversation: string) => Promise<void>;
  /** Person ids of those who oversee the organisation's applications. */
  readonly coordinators?: readonly string[];
  /** Without it everything is worked out here. */
  readonly planner?: Planner | undefined;
  /** Where files are kept with a form: what looks through them. None are, by default. */
  readonly files?: { readonly scan?: Scan } | undefined;
  /** The web chat's memory, once it is there. */
  readonly chats?: () => Chats | undefined;
}

export interface House extends TurnOptions {
  readonly coordinators: readonly string[];
  readonly chats: () => Chats | undefined;
  readonly schemeOf: (application: Pick<Application, 'scheme'>) => Scheme;
  /** Is the round of an application there? */
  readonly isKnown: (application: Pick<Application, 'scheme'>) => boolean;
}

export function houseOf(options: TurnOptions): House {
  return {
    ...options,
    coordinators: options.coordinators ?? [],
    chats: options.chats ?? (() => undefined),
    schemeOf: schemeOfIn(options.schemes),
    isKnown: isOfKnownRound(options.schemes),
  };
}
