import type { Language } from '../../data/language/language.js';
import type { Example } from '../understanding/features.js';
import { kindsOf, learnKindsInSteps, type LearnedKinds } from '../understanding/kinds.js';
import type { Steps } from '../understanding/steps.js';
import { lexiconOf, stemsOf, wordsOf, type Reading } from '../understanding/terms.js';
import { normalise } from '../understanding/text.js';

type Sort = keyof Language['others'];

/** What was learnt of what is none of my business, as plain data that can be kept in a file. */
export interface LearnedBusiness {
  readonly kinds: LearnedKinds;
  readonly others: Language['others'];
  /** Words that my questions are asked in. */
  readonly known: ReadonlySet<string>;
}

/** What the others of each sort are asked about in place of. */
const mine: Readonly<Record<Sort, RegExp>> = {
  roles: /\b(an? )?(?:trainee )?(?:assistant practitioner|t?ap)(s?)\b/gi,
  courses:
    /\b(an? )?(?:foundation degree|fd|(?:ap|assistant practitioner) (?:course|training|apprenticeship))(s?)\b/gi,
  forms: /\b(an? )?(?:expression of interest|eoi|confirmation of support|cos)(?: form)?(s?)\b/gi,
};

/** How often an example of each sort counts: there are five times as many questions as there are other things. */
const counts = { mine: 1, outside: 3, other: 0.4, unheard: 0.1 } as const;

/** Stands for every other of a sort that no list has. */
const unheard: Language['others'] = { roles: ['quuxist'], courses: ['quuxing course'], forms: ['quux'] };

/** A word of one question alone may be a slip, and is as strange in it as in any other. */
const timesToKnow = 2;

/**
 * Learns to tell what is none of my business from my questions. Nearness to the entries does not: "is a podiatrist
 * registered?" is nearly one of my own. So the same is also learnt from my own questions, asked about something else,
 * and from what a text names that is not mine.
 */
export function* learnBusinessInSteps(
  asks: readonly string[],
  { outside, others }: Pick<Language, 'outside' | 'others'>,
  { reading }: { readonly reading: Reading },
): Steps<LearnedBusiness> {
  const known = knownOf(asks.map((ask) => meaningWords(reading.wordsOf(ask))));
  const names = strangersNamed(others, known);
  const labelled = (label: string, texts: readonly string[], weight: number): Example[] =>
    texts.map((text) => ({ label, text: named(text, names(text, reading.wordsOf(text))), weight }));
  yield;
  const examples = [
    ...labelled('mine', asks, counts.mine),
    ...labelled('outside', Object.values(outside).flat(), counts.outside),
    ...labelled('outside', askedOfOthers(asks, others), counts.other),
    ...labelled('outside', askedOfOthers(asks, unheard), counts.unheard),
  ];
  yield;
  const lexicon = lexiconOf(
    examples.map(({ text }) => text),
    reading,
  );
  yield;
  return { kinds: yield* learnKindsInSteps(examples, { lexicon, reading }), others, known };
}

/** Tells the chance, 0 to 1, that a text is none of my business. Pure. */
export function strangenessOf({ kinds, others, known }: LearnedBusiness): (text: string) => number {
  const rank = kindsOf(kinds);
  const names = strangersNamed(others, known);
  return (text) => {
    const strangers = names(text, wordsOf(text, kinds.lexicon));
    return rank(named(text, strangers)).find(({ label }) => label === 'outside')?.chance ?? 0;
  };
}

/** My own questions, asked about something else. */
export function askedOfOthers(asks: readonly string[], others: Language['others']): string[] {
  return (Object.keys(mine) as Sort[]).flatMap((sort) =>
    asks.flatMap((ask, n) => {
      // A large prime goes through all others, in an order that has nothing to do with that of the questions.
      const other = others[sort][(n * 7919) % others[sort].length] ?? '';
      const one = /^[aeiou]/i.test(other) ? 'an ' : 'a ';
      const asked = ask.replace(
        mine[sort],
        (_, article: string | undefined, many: string) => `${article ? one : ''}${other}${many}`,
      );
      return asked === ask ? [] : [asked];
    }),
  );
}

/** Words that all others of a sort share, and all that my questions do not know, so that what is learnt of one holds for the rest. */
function strangersNamed(others: Language['others'], known: ReadonlySet<string>) {
  const sorts = (Object.keys(mine) as Sort[]).map((sort) => ({
    stranger: `other${sort}`,
    names: new RegExp(`\\b(?:${others[sort].map(normalise).join('|')})s?\\b`),
  }));
  return (text: string, words: readonly string[]): readonly string[] => {
    const plain = normalise(text);
    const isKnown = meaningWords(words).every((word) => known.has(word) || /^\d/.test(word));
    return [
      ...sorts.flatMap(({ stranger, names }) => (names.test(plain) ? stranger : [])),
      ...(isKnown ? [] : ['unknownword']),
    ];
  };
}

function named(text: string, strangers: readonly string[]): string {
  return [text, ...strangers].join(' ');
}

function meaningWords(words: readonly string[]): string[] {
  return stemsOf(words).map(({ stem, like }) => like ?? stem);
}

function knownOf(texts: readonly (readonly string[])[]): ReadonlySet<string> {
  const times = new Map<string, number>();
  for (const words of texts) for (const word of new Set(words)) times.set(word, (times.get(word) ?? 0) + 1);
  return new Set([...times].flatMap(([word, count]) => (count >= timesToKnow ? word : [])));
}
