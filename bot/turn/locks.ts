import type { Store } from '../../data/store/store.js';
import { Turnstile } from '../../data/store/turnstile.js';

/**
 * One at a time under each key; the others wait. Levels, so that nobody waits in a circle: conversations and people
 * first, their applications inside, the coordinators' records by themselves.
 */
export interface Locks {
  acquire<T>(keys: string | string[], work: () => Promise<T>): Promise<T>;
}

/** Locks as wide as the store: across instances where several can be at it, and in memory where one process owns it. */
export function locksFor(store: Store): Locks {
  const turnstile = new Turnstile();
  return {
    acquire: (keys, work) => {
      const all = [keys].flat();
      return store.exclusively?.(all, work) ?? turnstile.enter(all, work);
    },
  };
}
