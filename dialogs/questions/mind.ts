import type { Entry } from '../../data/knowledge/entry.js';
import type { Mind } from '../conversation.js';
import { buildRouter, type Router } from '../understanding/intents.js';
import { buildSearch, type KnowledgeSearch } from './search.js';

/** Learns from the entries when something is first asked of it, not when the program starts. */
export function openMind(entries: readonly Entry[]): Mind {
  let knowledge: KnowledgeSearch | undefined;
  let router: Router | undefined;
  return {
    get knowledge() {
      return (knowledge ??= buildSearch(entries));
    },
    get router() {
      return (router ??= buildRouter(entries));
    },
  };
}
