import { waysOfAsking, type Entry } from '../../data/knowledge/entry.js';
import type { Language, WordVectors } from '../../data/language/language.js';
import type { Mind } from '../conversation.js';
import { learnRouterInSteps, routerOf, type LearnedRouter } from '../understanding/intents.js';
import { meaningFrom } from '../understanding/meaning.js';
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
  readonly vectors: WordVectors;
}

export function* learnMindInSteps({ entries, language, vectors }: Lessons): Steps<LearnedMind> {
  const helps = { reading: new Reading(), meaning: meaningFrom(vectors) };
  const asks = entries.flatMap(waysOfAsking);
  return {
    search: yield* learnSearchInSteps(entries, language, helps),
    router: yield* learnRouterInSteps(asks, language, helps),
  };
}

export function mindOf({ search, router }: LearnedMind, vectors: WordVectors): Mind {
  const meaning = meaningFrom(vectors);
  return { knowledge: searchOf(search, meaning), router: routerOf(router, meaning) };
}
