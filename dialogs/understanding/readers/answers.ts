import type { CueKind } from '../../../data/language/language.js';
import { overlaps, type Hit } from '../lexicon.js';
import type { Parsed } from '../status.js';

/** Words that are a yes or a no: a whole clause, or the beginning of one. "No band 4 posts" denies instead. */
export function answersOf({ cues, clauses, words }: Parsed): readonly Hit<CueKind>[] {
  return cues.filter((cue) => {
    if (cue.kind !== 'yes' && cue.kind !== 'no') return false;
    // "No wait" puts something right.
    if (cues.some((other) => other.kind === 'retracts' && overlaps(other, cue))) return false;
    if (words[cue.first]?.word !== 'no' || cue.last - cue.first > 1) return true;
    return clauses.some(({ first, last }) => first === cue.first && last === cue.last);
  });
}
