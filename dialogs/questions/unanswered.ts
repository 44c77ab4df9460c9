import { english } from '../understanding/words-of-english.js';
import { stemsOf, wordsOf } from '../understanding/terms.js';
import { vocabulary } from '../../data/language/vocabulary.js';

/**
 * A question as an editor of the knowledge base may see it: without names, numbers, addresses or anything else that
 * could tell who asked or whom it was about. What is left over is short on purpose. Pure.
 */
export function withoutNames(text: string): string {
  const bare = text
    .slice(0, 200)
    .replace(/\S+@\S+/g, '…')
    .replace(/https?:\S+/g, '…')
    .replace(/\b(?:mr|mrs|ms|miss|dr|sister|matron|nurse|prof)\.? +[a-z'-]+/gi, '…')
    .replace(/\b(?:i am|im|i'm|my name is|called|named) +[A-Z][a-z'-]+/g, '…')
    .replace(/\+?\d[\d ()/-]{3,}\d/g, '…');
  const names = (english()(bare).people().out('array') as string[])
    .join(' ')
    .toLowerCase()
    .split(/[^\p{L}'-]+/u);
  const people = new Set(names.filter(Boolean));
  const known = new Set(vocabulary()['field-words']);
  return bare
    .split(/\s+/)
    .map((word, i, words) => {
      const plain = plainOf(word);
      const isCapital = i > 0 && /^\p{Lu}\p{Ll}/u.test(word) && plain !== 'band';
      // "priya patel": a surname is easier to know than the name before it.
      const isFirst = people.has(plainOf(words[i + 1] ?? '')) && !ordinary.has(plain);
      return (people.has(plain) || isCapital || isFirst) && !known.has(plain) ? '…' : word;
    })
    .join(' ')
    .replace(/…(?:\s*…)+/g, '…')
    .toLowerCase()
    .trim();
}

function plainOf(word: string): string {
  return word.replace(/[^\p{L}\p{N}'-]/gu, '').toLowerCase();
}

const ordinary = new Set(
  'a an the is are was can could do does did has have to for of and or at in on with about if my our your will would should when what who how why where from by not me us'.split(
    ' ',
  ),
);

/** A question that had no good answer, and how often and when last. */
export interface Unanswered {
  readonly question: string;
  readonly times: number;
  readonly last: string;
}

export interface UnansweredGroup {
  readonly times: number;
  /** The one asked most often first. */
  readonly questions: readonly Unanswered[];
}

/** Part of the words of both that two questions share to be put together. */
const alike = 0.5;

/** Questions put together by likeness, what was asked most often first: what to write next. Pure. */
export function groupsOf(questions: readonly Unanswered[]): readonly UnansweredGroup[] {
  const groups: { words: ReadonlySet<string>; questions: Unanswered[] }[] = [];
  const often = [...questions].sort((a, b) => b.times - a.times || b.last.localeCompare(a.last));
  for (const question of often) {
    const words = meaningOf(question.question);
    const group = groups.find((one) => likeness(one.words, words) >= alike);
    if (group) group.questions.push(question);
    else groups.push({ words, questions: [question] });
  }
  return groups
    .map(({ questions: all }) => ({ questions: all, times: all.reduce((sum, { times }) => sum + times, 0) }))
    .sort((a, b) => b.times - a.times);
}

function meaningOf(text: string): ReadonlySet<string> {
  return new Set(stemsOf(wordsOf(text)).map(({ stem, like }) => like ?? stem));
}

function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared / Math.max(one.size, other.size, 1);
}
