import { waysOfAsking, type Entry } from '../../data/knowledge/entry.js';
import type { Comparison } from '../../data/roles/comparison.js';
import type { Mind } from '../conversation.js';
import type { Language } from '../../data/language/language.js';
import { learnRouterInSteps, routerOf, type LearnedRouter } from '../understanding/intents.js';
import type { Steps } from '../understanding/steps.js';
import { Reading } from '../understanding/terms.js';
import { learnSearchInSteps, searchOf, type LearnedSearch } from './search.js';

/** Everything that was learnt, as plain data that can be kept in a file. */
export interface LearnedMind {
  readonly search: LearnedSearch;
  readonly router: LearnedRouter;
  readonly comparisons: ReadonlyMap<string, Comparison>;
}

/** What there is to learn from. */
export interface Lessons {
  readonly entries: readonly Entry[];
  readonly language: Language;
  /** Roles side by side: nothing is learnt from them. */
  readonly comparisons: ReadonlyMap<string, Comparison>;
}

export function* learnMindInSteps({ entries, language, comparisons }: Lessons): Steps<LearnedMind> {
  const helps = { reading: new Reading() };
  const asks = entries.flatMap(waysOfAsking);
  return {
    search: yield* learnSearchInSteps(entries, language, helps),
    router: yield* learnRouterInSteps(asks, language, helps),
    comparisons,
  };
}

export function mindOf({
  search,
  router,
  comparisons,
}: LearnedMind): Pick<Mind, 'knowledge' | 'router' | 'comparisons'> {
  return { knowledge: searchOf(search), router: routerOf(router), comparisons };
}
