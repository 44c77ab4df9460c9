import { openMind } from './turn/open-mind.js';

/** Part of `npm run build`: learns from the knowledge and the language, so that no start has to. */
await openMind().learn();
