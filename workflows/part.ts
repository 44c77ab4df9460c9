import { createActor, type ActorScope, type AnyStateMachine, type SnapshotFrom } from 'xstate';

/**
 * A machine's state as it is stored: what it is in and what it knows. No running children, no timers: they do not
 * survive a restart.
 */
export interface Part<Value, Context> {
  readonly value: Value;
  readonly context: Context;
}

/** The first state of a machine, as data. */
export function begin<P>(machine: AnyStateMachine): P {
  return partOf(machine.getInitialSnapshot(scopeOf(machine)));
}

/** What an event makes of a stored state. Pure; throws only when the machine itself is at fault. */
export function step<P extends Part<unknown, unknown>>(
  machine: AnyStateMachine,
  part: P,
  event: { type: string },
): P {
  return partOf(machine.transition(restore(machine, part), event, scopeOf(machine)));
}

/** What an event makes of a stored state, or undefined when it means nothing there. */
export function stepIf<P extends Part<unknown, unknown>>(
  machine: AnyStateMachine,
  part: P,
  event: { type: string },
): P | undefined {
  const before = restore(machine, part);
  if (!(before as Asked).can(event)) return undefined;
  return partOf(machine.transition(before, event, scopeOf(machine)));
}

/** Would this event do anything here? An unknown event vanishes silently in XState, so this is asked first. */
export function can(
  machine: AnyStateMachine,
  part: Part<unknown, unknown>,
  event: { type: string },
): boolean {
  return (restore(machine, part) as Asked).can(event);
}

interface Asked {
  can(event: { type: string }): boolean;
}

type Scope = ActorScope<SnapshotFrom<AnyStateMachine>, { type: string }>;

const scopes = new WeakMap<AnyStateMachine, Scope>();

/**
 * What a machine is told of the actor that runs it: one that never starts and does nothing, since our machines have
 * neither actions to run nor children. XState's own `transition` makes one for every event, which costs more than
 * the event.
 */
function scopeOf(machine: AnyStateMachine): Scope {
  const known = scopes.get(machine);
  if (known) return known;
  const nothing = () => undefined;
  const self = createActor(machine);
  const scope: Scope = {
    ...{ self, id: self.id, sessionId: self.sessionId, system: self.system },
    ...{ logger: nothing, defer: nothing, emit: nothing, stopChild: nothing, actionExecutor: nothing },
  };
  scopes.set(machine, scope);
  return scope;
}

const restored = new WeakMap<AnyStateMachine, Map<string, SnapshotFrom<AnyStateMachine>>>();

/** Finding the nodes of a state takes longer than the event, and a machine has few states: each is found once. */
function restore(
  machine: AnyStateMachine,
  { value, context }: Part<unknown, unknown>,
): SnapshotFrom<AnyStateMachine> {
  let known = restored.get(machine);
  if (!known) restored.set(machine, (known = new Map<string, SnapshotFrom<AnyStateMachine>>()));
  const name = JSON.stringify(value);
  let snapshot = known.get(name);
  if (!snapshot) known.set(name, (snapshot = machine.resolveState({ value: value as never, context: {} })));
  return { ...snapshot, context };
}

function partOf<P>(snapshot: { value: unknown; context: unknown }): P {
  return { value: snapshot.value, context: snapshot.context } as P;
}
