import type { Entry } from '../../data/knowledge/entry.js';
import type { Mind } from '../conversation.js';
import { routerInSteps, type Router } from '../understanding/intents.js';
import type { Steps } from '../understanding/steps.js';
import { Reading } from '../understanding/terms.js';
import { searchInSteps, type KnowledgeSearch } from './search.js';

export interface LearningMind extends Mind {
  /** Has it learnt everything? */
  readonly ready: boolean;
  /** Learns in pieces of some milliseconds, with turns in between. @throws what reading the entries throws. */
  learn(): Promise<void>;
}

/**
 * Learns from the entries, which takes about a second: at leisure with `learn`, or at once when something is asked of
 * it before that is done. `entries` gives them in pieces, or as they are.
 */
export function openMind(entries: readonly Entry[] | (() => Steps<readonly Entry[]>)): LearningMind {
  let knowledge: KnowledgeSearch | undefined;
  let router: Router | undefined;
  const learning = (function* (): Steps<void> {
    const all = typeof entries === 'function' ? yield* entries() : entries;
    const reading = new Reading();
    knowledge = yield* searchInSteps(all, reading);
    router = yield* routerInSteps(all, reading);
  })();
  const atOnce = <T>(what: () => T | undefined): T => {
    for (;;) {
      const known = what();
      if (known !== undefined) return known;
      if (learning.next().done && what() === undefined) throw new Error('The entries could not be read');
    }
  };
  return {
    get knowledge() {
      return atOnce(() => knowledge);
    },
    get router() {
      return atOnce(() => router);
    },
    get ready() {
      return router !== undefined;
    },
    async learn() {
      while (!learning.next().done) await new Promise((resolve) => setImmediate(resolve));
    },
  };
}
