import type { ApplicationEvent } from './application-events.js';
import { keepingResult } from './kept-result.js';

export interface HistoryEntry {
  /** Instant, ISO with Z. */
  readonly at: string;
  /** Person id of who did it. */
  readonly by: string;
  readonly event: ApplicationEvent;
  /** The first of its turn, where the entry before it has the same person and instant. */
  readonly begins?: true;
}

export type History = readonly HistoryEntry[];

/** Everything that one message recorded. */
export interface Turn {
  /** The place of its first entry in the history, which only grows: no two turns have the same. */
  readonly id: number;
  readonly at: string;
  readonly by: string;
  readonly events: readonly ApplicationEvent[];
  /** Is it in force, or has it been taken back? */
  readonly stands: boolean;
}

/** What a turn adds to a history. */
export function entriesOf(
  before: History,
  events: readonly ApplicationEvent[],
  { at, by }: { readonly at: string; readonly by: string },
): History {
  const last = before.at(-1);
  const isSame = last !== undefined && last.at === at && last.by === by;
  return events.map((event, i) => ({ at, by, event, ...(isSame && i === 0 ? { begins: true } : {}) }));
}

/** A history by its turns, the earliest first. */
export const turnsOf = keepingResult((history: History): readonly Turn[] => {
  const turns: { id: number; at: string; by: string; events: ApplicationEvent[] }[] = [];
  history.forEach(({ at, by, event, begins }, id) => {
    const last = turns.at(-1);
    if (last && !begins && last.at === at && last.by === by) last.events.push(event);
    else turns.push({ id, at, by, events: [event] });
  });
  // From the end: a turn that was taken back takes nothing back itself, so that what it had taken stands again.
  const gone = new Set<number>();
  for (const { id, events } of [...turns].reverse()) {
    if (gone.has(id)) continue;
    for (const event of events) if (event.type === 'turn.undone') event.turns.forEach((one) => gone.add(one));
  }
  return turns.map((turn) => ({ ...turn, stands: !gone.has(turn.id) }));
});

/** The entries that count: without what was taken back, and without the taking back. The state follows from these. */
export const inForce = keepingResult((history: History): History => {
  if (!history.some(({ event }) => event.type === 'turn.undone')) return history;
  const gone = new Set(
    turnsOf(history).flatMap(({ id, events, stands }) => (stands ? [] : events.map((_, i) => id + i))),
  );
  return history.filter(({ event }, i) => event.type !== 'turn.undone' && !gone.has(i));
});

/**
 * Can it be taken back at all? Who belongs to an application is changed by asking for just that: a code that was used
 * stays used, and nobody comes to see an application because somebody else said "undo".
 */
export function canBeTakenBack({ events }: Pick<Turn, 'events'>): boolean {
  return !events.some(({ type }) => /^(?:people|owner)\./.test(type));
}
