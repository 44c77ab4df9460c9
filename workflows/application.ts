import {
  createApplicationMachine,
  type ApplicationContext,
  type ApplicationMachine,
  type ApplicationPart,
  type Tag,
} from './application.machine.js';
import { isKnown, type ApplicationEvent, type SchemeMoved } from './application-events.js';
import { mayState } from './colleague-rules.js';
import { canBeTakenBack, entriesOf, inForce, turnsOf, type History } from './history.js';
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

export type { HistoryEntry } from './history.js';

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
  readonly history: History;
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

/** The same application under a newer version of its scheme; undefined where it cannot move: it can before it is sent. */
function moved(
  from: Scheme,
  to: Scheme,
  part: ApplicationPart,
  event: SchemeMoved,
): ApplicationPart | undefined {
  const state = stateOf(part.value);
  const isNext = from.id === to.id && from.version === event.from && to.version === event.to;
  if (!isNext || event.to <= event.from || !hasTag(state, 'isUnsent')) return undefined;
  const beforeStart = hasTag(state, 'hasNoForm') ? 'preparing' : 'reviewing';
  const context = inNewVersion(from, to, part.context);
  return stepIf(machineFor(to), { value: { beforeStart }, context }, event);
}

/** The scheme of an application by its version, as far as it is still here: for a history that has moved, or is to. */
export type Versions = (version: number) => Scheme | undefined;

/**
 * Applies events in order, all or none. An event that means nothing in this state, or nothing at all, is a refusal,
 * not a fault. `versions`: those that the scheme has moved from or can be moved to.
 */
export function advance(
  pinned: Scheme,
  application: Application,
  events: readonly ApplicationEvent[],
  entry: { readonly at: string; readonly by: string },
  versions: Versions = () => undefined,
): Advanced {
  const history = [...application.history, ...entriesOf(application.history, events, entry)];
  const known = (version: number) => (version === application.scheme.version ? pinned : versions(version));
  let now: Stage = { scheme: pinned, part: application.snapshot };
  const [first] = events;
  if (first && !mayState(application, pinned, events, entry.by))
    return { ok: false, event: first, state: stateOf(now.part.value) };
  for (const event of events) {
    const next = isKnown(now.scheme, event) ? afterIn(now, event) : undefined;
    if (!next) return { ok: false, event, state: stateOf(now.part.value) };
    now = next;
  }
  const { scheme, part } = now;
  return {
    ok: true,
    application: {
      ...application,
      scheme: { id: scheme.id, version: scheme.version },
      ...events.reduce<People>(peopleAfter, { owner: application.owner, invited: application.invited }),
      snapshot: { version: 1, value: part.value, context: part.context },
      history,
    },
  };

  function afterIn(stage: Stage, event: ApplicationEvent): Stage | undefined {
    if (event.type !== 'turn.undone') return after(stage, event, known);
    // A turn that takes back does nothing else: it is worked out from the history as a whole.
    return events.length === 1 && mayTakeBack(application, event.turns, known)
      ? replayed({ ...application, history }, known, 'strictly')
      : undefined;
  }
}

interface Stage {
  readonly scheme: Scheme;
  readonly part: ApplicationPart;
}

function after({ scheme, part }: Stage, event: ApplicationEvent, versions: Versions): Stage | undefined {
  const newer = event.type === 'scheme.moved' ? versions(event.to) : undefined;
  const next =
    event.type === 'scheme.moved'
      ? newer && moved(scheme, newer, part, event)
      : stepIf(machineFor(scheme), part, event);
  return next && { scheme: newer ?? scheme, part: next };
}

/** The snapshot that a history leads to: how an audit reads, how a migration is proved, and how something is undone. */
export function replay(
  application: Pick<Application, 'scheme' | 'history'>,
  versions: (version: number) => Scheme,
): ApplicationPart {
  const stage = replayed(application, versions);
  if (!stage) throw new Error('The version of the scheme that it began with is not here');
  return stage.part;
}

type Replayed = Pick<Application, 'scheme' | 'history'>;

/** `strictly`: an event that means nothing where it stands is no event to go past. */
function replayed(application: Replayed, versions: Versions, how?: 'strictly'): Stage | undefined {
  return inForce(application.history).reduce<Stage | undefined>(
    (now, { event }) => now && (after(now, event, versions) ?? (how ? undefined : now)),
    firstStage(application, versions),
  );
}

function firstStage({ scheme, history }: Replayed, versions: Versions): Stage | undefined {
  // Taken back or not: the version that it first moved from is the one that it began with.
  const move = history.find(({ event }) => event.type === 'scheme.moved')?.event as SchemeMoved | undefined;
  const first = versions(move?.from ?? scheme.version);
  return first && { scheme: first, part: begin<ApplicationPart>(machineFor(first)) };
}

/**
 * The turns that go when one is taken back: it, and those after it that mean nothing without it, as an award means
 * nothing for a form that was not sent. The earliest first.
 */
export function goesWith(application: Replayed, turn: number, versions: Versions): readonly number[] {
  let now = firstStage(application, versions);
  const gone: number[] = [];
  for (const { id, events, stands } of turnsOf(application.history)) {
    if (!stands || !now || events.some(({ type }) => type === 'turn.undone')) continue;
    const next = id === turn ? undefined : afterAll(now, events, versions);
    if (next) now = next;
    else gone.push(id);
  }
  return gone;
}

function afterAll(now: Stage, events: readonly ApplicationEvent[], versions: Versions): Stage | undefined {
  return events.reduce<Stage | undefined>((stage, event) => stage && after(stage, event, versions), now);
}

/** Every turn of these stands and can go, and what is left is then exactly what it was, since the rest replays to it. */
function mayTakeBack(application: Application, turns: readonly number[], versions: Versions): boolean {
  const known = turnsOf(application.history);
  return (
    turns.every((id) => known.some((turn) => turn.id === id && turn.stands && canBeTakenBack(turn))) &&
    replaysToItself(application, versions)
  );
}

function replaysToItself(application: Application, versions: Versions): boolean {
  const { value, context } = application.snapshot;
  return isSame(replayed(application, versions)?.part, { value, context });
}

/** As they are stored: in whatever order, and what is undefined is not there. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other || typeof one !== 'object' || typeof other !== 'object' || !one || !other)
    return one === other;
  const [a, b] = [one, other].map((each) => Object.entries(each).filter(([, value]) => value !== undefined));
  const right = new Map(b);
  return a?.length === b?.length && (a ?? []).every(([key, value]) => isSame(value, right.get(key)));
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

/** May this be said of a state? Its own tags and those of the states around it, the same under every scheme. */
export function hasTag(state: StateName, tag: Tag): boolean {
  return (tagsOf[state] ?? []).includes(tag);
}

/** The same of an application. */
export function is({ snapshot }: Pick<Application, 'snapshot'>, tag: Tag): boolean {
  return hasTag(stateOf(snapshot.value), tag);
}

const anyScheme = {
  ...{ eligibility: { questions: [] }, form: { sections: [] }, after: [] },
} as unknown as Scheme;
const tagsOf = tagsIn(createApplicationMachine(anyScheme).root as unknown as Node);

interface Node {
  readonly key: string;
  readonly tags: readonly Tag[];
  readonly states: Readonly<Record<string, Node>>;
}

function tagsIn(node: Node, around: readonly Tag[] = []): Partial<Record<string, readonly Tag[]>> {
  const tags = [...around, ...node.tags];
  const inner = Object.values(node.states).map((one) => tagsIn(one, tags));
  return Object.assign({ [node.key]: tags }, ...inner) as Partial<Record<string, readonly Tag[]>>;
}

const machines = new WeakMap<Scheme, ApplicationMachine>();

export function machineFor(scheme: Scheme): ApplicationMachine {
  let machine = machines.get(scheme);
  if (!machine) machines.set(scheme, (machine = createApplicationMachine(scheme)));
  return machine;
}
