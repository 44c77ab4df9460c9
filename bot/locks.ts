import AsyncLock from 'async-lock';
import type { Store } from '../data/store/store.js';

/**
 * One at a time under each key; the others wait. Levels, so that nobody waits in a circle: conversations and people
 * first, their applications inside, the coordinators' records by themselves.
 */
export interface Locks {
  acquire<T>(keys: string | string[], work: () => Promise<T>): Promise<T>;
}

/** Locks as wide as the store: across instances where several can be at it, and in memory where one process owns it. */
export function locksFor(store: Store): Locks {
  if (!store.exclusively) return new AsyncLock({ maxPending: 10_000 });
  return { acquire: (keys, work) => store.exclusively?.([keys].flat(), work) ?? work() };
}
