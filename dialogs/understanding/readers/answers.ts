import type { CueKind } from '../../../data/language/language.js';
import { overlaps, type Hit } from '../lexicon.js';
import type { Parsed } from '../status.js';

/** Words that are a yes or a no: a whole clause, or the beginning of one. "No band 4 posts" denies instead. */
export function answersOf({ cues, clauses, words }: Parsed): readonly Hit<CueKind>[] {
  const isFiller = (cue: Hit): boolean =>
    cues.some(({ kind, first, last }) => kind === 'filler' && first === cue.first && last === cue.last);
  return cues.filter((cue) => {
    if (cue.kind !== 'yes' && cue.kind !== 'no') return false;
    // "No wait" puts something right.
    if (cues.some((other) => other.kind === 'retracts' && overlaps(other, cue))) return false;
    // "Not sure", "pretty sure": a word of another wording.
    const isWithin = cues.some(
      (other) =>
        other.kind !== 'yes' &&
        other.kind !== 'no' &&
        overlaps(other, cue) &&
        other.last - other.first > cue.last - cue.first,
    );
    if (isWithin) return false;
    const isWhole = clauses.some(
      ({ first, last }) =>
        last === cue.last &&
        (first === cue.first || (words[first]?.word === 'so' && first + 1 === cue.first)),
    );
    // "Right where was I": a word that fills in answers only by itself.
    if (isFiller(cue) && !isWhole) return false;
    if (words[cue.first]?.word !== 'no' || cue.last - cue.first > 1) return true;
    return isWhole;
  });
}
