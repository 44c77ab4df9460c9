import {
  createApplicationMachine,
  type ApplicationContext,
  type ApplicationEvent,
  type ApplicationMachine,
  type ApplicationPart,
  type SchemeMoved,
} from './application.machine.js';
import { isKnown } from './application-events.js';
import { mayState } from './colleague-rules.js';
import { begin, can, stepIf } from './part.js';
import { peopleAfter, type People } from './people.js';
import type { Scheme } from './scheme.js';
import { inNewVersion } from './scheme-change.js';

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

/** One form and its life. Replaying `history` gives `snapshot`: a property test holds it. */
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

/** The states in which an application can move to a newer version: before it is sent. */
export const unsent: readonly StateName[] = [
  ...(['preparing', 'eligible', 'ineligible', 'reviewing'] as const),
  ...(['completingForm', 'checkingAnswers', 'declaring', 'readyToSend'] as const),
];
/** Of these, those in which there is no form yet. */
const unbegun: readonly StateName[] = ['preparing', 'eligible', 'ineligible'];

/** The same application under a newer version of its scheme; undefined where it cannot move. */
function moved(
  from: Scheme,
  to: Scheme,
  part: ApplicationPart,
  event: SchemeMoved,
): ApplicationPart | undefined {
  const state = stateOf(part.value);
  const isNext = from.id === to.id && from.version === event.from && to.version === event.to;
  if (!isNext || event.to <= event.from || !unsent.includes(state)) return undefined;
  const beforeStart = unbegun.includes(state) ? 'preparing' : 'reviewing';
  const context = inNewVersion(from, to, part.context);
  return stepIf(machineFor(to), { value: { beforeStart }, context }, event);
}

/**
 * Applies events in order, all or none. An event that means nothing in this state, or nothing at all, is a refusal,
 * not a fault. `newer`: the version that the scheme can be moved to.
 */
export function advance(
  pinned: Scheme,
  application: Application,
  events: readonly ApplicationEvent[],
  entry: { readonly at: string; readonly by: string },
  newer?: Scheme,
): Advanced {
  let scheme = pinned;
  let part: ApplicationPart = application.snapshot;
  const [first] = events;
  if (first && !mayState(application, pinned, events, entry.by))
    return { ok: false, event: first, state: stateOf(part.value) };
  for (const event of events) {
    const next = isKnown(scheme, event) ? after(scheme, part, event, newer) : undefined;
    if (!next) return { ok: false, event, state: stateOf(part.value) };
    part = next;
    if (event.type === 'scheme.moved' && newer) scheme = newer;
  }
  return {
    ok: true,
    application: {
      ...application,
      scheme: { id: scheme.id, version: scheme.version },
      ...events.reduce<People>(peopleAfter, { owner: application.owner, invited: application.invited }),
      snapshot: { version: 1, value: part.value, context: part.context },
      history: [...application.history, ...events.map((event) => ({ ...entry, event }))],
    },
  };
}

function after(
  scheme: Scheme,
  part: ApplicationPart,
  event: ApplicationEvent,
  newer: Scheme | undefined,
): ApplicationPart | undefined {
  if (event.type !== 'scheme.moved') return stepIf(machineFor(scheme), part, event);
  return newer && moved(scheme, newer, part, event);
}

/**
 * The snapshot that a history leads to: how an audit reads, and how a migration is proved. `versions`: the scheme by
 * its version, for a history that moved from one to another.
 */
export function replay(
  { scheme: { version }, history }: Pick<Application, 'scheme' | 'history'>,
  versions: (version: number) => Scheme,
): ApplicationPart {
  const firstMove = history.find(({ event }) => event.type === 'scheme.moved')?.event as
    SchemeMoved | undefined;
  let scheme = versions(firstMove?.from ?? version);
  let part = begin<ApplicationPart>(machineFor(scheme));
  for (const { event } of history) {
    const newer = event.type === 'scheme.moved' ? versions(event.to) : undefined;
    part = after(scheme, part, event, newer) ?? part;
    scheme = newer ?? scheme;
  }
  return part;
}

/**
 * Can this version go on from what is stored? Not from a state that it does not know: a machine that is restored into
 * one throws at every event.
 */
export function canGoOn(scheme: Scheme, { snapshot }: Pick<Application, 'snapshot'>): boolean {
  try {
    can(machineFor(scheme), snapshot, { type: 'application.withdrawn' });
    return snapshot.version === 1;
  } catch {
    return false;
  }
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
