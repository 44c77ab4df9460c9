import * as content from '../content.js';
import type { Looks, PhraseKind } from './phrase.js';
import { coveredBy, hasAny } from './tokens.js';

/** When somebody is free to study, week in week out: "every other Thursday", "day release", "2 days a week in blocks". */
export const study: PhraseKind = {
  nouns: 'study-nouns',
  mostWords: 20,
  isOfTime: true,
  evidence: (tokens) => hasAny('weekdays', tokens) || hasAny('study', tokens),
  looks(tokens): Looks {
    const said = tokens.map(({ word }) => word).join(' ');
    // "Next Wednesday" is one day of one week.
    if (/\b(?:next|last|this)\b/.test(said) && !/\b(?:last|first) \w+ of\b/.test(said)) return 'maybe';
    if (hasAny('weekdays', tokens)) return 'like';
    const covered = coveredBy(['study', 'small'], tokens);
    const isWhole = tokens.every(({ word }, at) => covered[at] || /^\d/.test(word) || numbers.has(word));
    return isWhole ? 'like' : 'maybe';
  },
  joins: () => true,
  ask: content.putDown,
};

const numbers = new Set('one two three four five six seven eight'.split(' '));
