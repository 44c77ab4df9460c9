import type { CueKind } from '../../../data/language/language.js';
import { overlaps, type Hit } from '../lexicon.js';
import type { Parsed } from '../status.js';

/** Words that are a yes or a no: a whole clause, or the beginning of one. "No band 4 posts" denies instead. */
export function answersOf({ cues, clauses, words }: Parsed): readonly Hit<CueKind>[] {
  // Sorted once: a message may be nothing but noes, two thousand characters of them.
  const answers = cues.filter(({ kind }) => kind === 'yes' || kind === 'no');
  const retracting = cues.filter(({ kind }) => kind === 'retracts');
  const wide = cues.filter(({ kind, first, last }) => kind !== 'yes' && kind !== 'no' && last - first > 1);
  const fillers = new Set(
    cues.flatMap(({ kind, first, last }) => (kind === 'filler' ? `${first}-${last}` : [])),
  );
  const wholes = new Set(
    clauses.flatMap(({ first, last }) => [
      `${first}-${last}`,
      ...(words[first]?.word === 'so' ? [`${first + 1}-${last}`] : []),
    ]),
  );
  return answers.filter((cue) => {
    const place = `${cue.first}-${cue.last}`;
    // "No wait" puts something right.
    if (retracting.some((other) => overlaps(other, cue))) return false;
    // "Not sure", "pretty sure": a word of another wording.
    const isWithin = wide.some(
      (other) => overlaps(other, cue) && other.last - other.first > cue.last - cue.first,
    );
    if (isWithin) return false;
    const isWhole = wholes.has(place);
    // "Right where was I": a word that fills in answers only by itself.
    if (fillers.has(place) && !isWhole) return false;
    // "Finished n signed" joins two words.
    if (!['no', 'n'].includes(words[cue.first]?.word ?? '') || cue.last - cue.first > 1) return true;
    return isWhole;
  });
}
