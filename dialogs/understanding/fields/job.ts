import * as content from '../content.js';
import { isPersonName } from './person.js';
import type { Looks, PhraseKind } from './phrase.js';
import { hasAny } from './tokens.js';

/** "Deputy ward manager", "Band 7 sister": what somebody is employed as. */
export const job: PhraseKind = {
  nouns: 'job-nouns',
  mostWords: 10,
  evidence: (tokens) => hasAny('jobs', tokens),
  looks(tokens): Looks {
    // "Dawn Pilkington ward manager" holds a name too.
    if (tokens.length > 2 && isPersonName(tokens.slice(0, 2))) return 'maybe';
    if (hasAny('jobs', tokens)) return 'like';
    return isPersonName(tokens) && tokens.length > 1 ? 'unlike' : 'maybe';
  },
  joins: (tokens) => hasAny('jobs', tokens) || hasAny('services', tokens),
  ask: content.putDownAs('your job title'),
};
