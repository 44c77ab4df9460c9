import {
  createApplicationMachine,
  type ApplicationContext,
  type ApplicationEvent,
  type ApplicationMachine,
  type ApplicationPart,
} from './application.machine.js';
import { isKnown } from './application-events.js';
import { begin, step, stepIf } from './part.js';
import { peopleAfter, type People } from './people.js';
import type { Scheme } from './scheme.js';

/** The state names of `domain.md`, whatever the nesting in the machine. */
export type StateName =
  | 'preparing'
  | 'eligible'
  | 'ineligible'
  | 'reviewing'
  | 'completingForm'
  | 'checkingAnswers'
  | 'declaring'
  | 'readyToSend'
  | 'awaitingDecision'
  | 'unsuccessful'
  | 'recruiting'
  | 'confirmingSupport'
  | 'supportConfirmed'
  | 'started'
  | 'withdrawn';

export interface HistoryEntry {
  /** Instant, ISO with Z. */
  readonly at: string;
  /** Person id of who did it. */
  readonly by: string;
  readonly event: ApplicationEvent;
}

/** One Expression of Interest and its life. Replaying `history` gives `snapshot`: a property test holds it. */
export interface Application {
  readonly reference: string;
  /** Pinned at the start: a new version of the scheme is offered, never imposed. */
  readonly scheme: { readonly id: string; readonly version: number };
  readonly owner: string;
  readonly invited: readonly string[];
  /** Teams tenant of the owner, or the web chat's. Nobody outside it sees the application. */
  readonly tenant: string;
  readonly createdAt: string;
  readonly copiedFrom: string | null;
  readonly snapshot: { readonly version: 1; readonly value: unknown; readonly context: ApplicationContext };
  readonly history: readonly HistoryEntry[];
}

export interface NewApplication {
  readonly reference: string;
  readonly owner: string;
  readonly tenant: string;
  readonly at: string;
  readonly copiedFrom?: string;
}

export function newApplication(scheme: Scheme, { at, copiedFrom, ...who }: NewApplication): Application {
  return {
    ...who,
    scheme: { id: scheme.id, version: scheme.version },
    invited: [],
    createdAt: at,
    copiedFrom: copiedFrom ?? null,
    snapshot: { version: 1, ...begin<ApplicationPart>(machineFor(scheme)) },
    history: [],
  };
}

export type Advanced =
  | { readonly ok: true; readonly application: Application }
  | { readonly ok: false; readonly event: ApplicationEvent; readonly state: StateName };

/**
 * Applies events in order, all or none. An event that means nothing in this state, or nothing at all, is a refusal,
 * not a fault.
 */
export function advance(
  scheme: Scheme,
  application: Application,
  events: readonly ApplicationEvent[],
  entry: { readonly at: string; readonly by: string },
): Advanced {
  const machine = machineFor(scheme);
  let part: ApplicationPart = application.snapshot;
  for (const event of events) {
    const next = isKnown(scheme, event) ? stepIf(machine, part, event) : undefined;
    if (!next) return { ok: false, event, state: stateOf(part.value) };
    part = next;
  }
  return {
    ok: true,
    application: {
      ...application,
      ...events.reduce<People>(peopleAfter, { owner: application.owner, invited: application.invited }),
      snapshot: { version: 1, value: part.value, context: part.context },
      history: [...application.history, ...events.map((event) => ({ ...entry, event }))],
    },
  };
}

/** The snapshot that a history leads to: how an audit reads, and how a migration is proved. */
export function replay(scheme: Scheme, history: readonly HistoryEntry[]): ApplicationPart {
  const machine = machineFor(scheme);
  return history.reduce((part, { event }) => step(machine, part, event), begin<ApplicationPart>(machine));
}

/** The innermost state's name. */
export function stateOf(value: unknown): StateName {
  let inner = value;
  while (typeof inner === 'object' && inner !== null) inner = Object.values(inner)[0];
  return inner as StateName;
}

const machines = new WeakMap<Scheme, ApplicationMachine>();

export function machineFor(scheme: Scheme): ApplicationMachine {
  let machine = machines.get(scheme);
  if (!machine) machines.set(scheme, (machine = createApplicationMachine(scheme)));
  return machine;
}
