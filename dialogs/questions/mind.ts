import { waysOfAsking, type Entry } from '../../data/knowledge/entry.js';
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
}

/** What there is to learn from. */
export interface Lessons {
  readonly entries: readonly Entry[];
  readonly language: Language;
}

export function* learnMindInSteps({ entries, language }: Lessons): Steps<LearnedMind> {
  const helps = { reading: new Reading() };
  const asks = entries.flatMap(waysOfAsking);
  return {
    search: yield* learnSearchInSteps(entries, language, helps),
    router: yield* learnRouterInSteps(asks, language, helps),
  };
}

export function mindOf({ search, router }: LearnedMind): Pick<Mind, 'knowledge' | 'router'> {
  return { knowledge: searchOf(search), router: routerOf(router) };
}
