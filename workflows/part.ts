import { initialTransition, transition, type AnyStateMachine, type SnapshotFrom } from 'xstate';

/**
 * A machine's state as it is stored: what it is in and what it knows. No running children, no timers: they do not
 * survive a restart.
 */
export interface Part<Value, Context> {
  readonly value: Value;
  readonly context: Context;
}

/** The first state of a machine, as data. */
export function begin<P>(machine: AnyStateMachine, input?: unknown): P {
  const [snapshot] = initialTransition(machine, input as never);
  return partOf(snapshot);
}

/** What an event makes of a stored state. Pure; throws only when the machine itself is at fault. */
export function step<P extends Part<unknown, unknown>>(
  machine: AnyStateMachine,
  part: P,
  event: { type: string },
): P {
  const [snapshot] = transition(machine, restore(machine, part), event as never);
  return partOf(snapshot);
}

/** What an event makes of a stored state, or undefined when it means nothing there. */
export function stepIf<P extends Part<unknown, unknown>>(
  machine: AnyStateMachine,
  part: P,
  event: { type: string },
): P | undefined {
  const before = restore(machine, part);
  if (!(before as Asked).can(event)) return undefined;
  const [snapshot] = transition(machine, before, event as never);
  return partOf(snapshot);
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

function restore(machine: AnyStateMachine, part: Part<unknown, unknown>): SnapshotFrom<AnyStateMachine> {
  return machine.resolveState({ value: part.value as never, context: part.context as never });
}

function partOf<P>(snapshot: { value: unknown; context: unknown }): P {
  return { value: snapshot.value, context: snapshot.context } as P;
}
