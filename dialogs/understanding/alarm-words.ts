import { loadAlarms } from '../../data/language/alarms.js';
import { entriesOf, Frame, Frames, sentencesOf, type Sentence } from './frames.js';

/** A frame that was looked for: of which kind, which one, and what takes it out again. */
export interface Told {
  readonly kind: string;
  readonly because: string;
  /** It stands even where the talk is of what a role may do. */
  readonly whoever: boolean;
  readonly unless: readonly Frame[];
}

interface Known {
  readonly opened: Readonly<Record<string, string>>;
  readonly frames: Frames<Told>;
  /** By class: single words, and phrases by their first. */
  readonly classes: ReadonlyMap<string, readonly (readonly string[])[]>;
  readonly sets: ReadonlyMap<string, ReadonlySet<string>>;
  readonly witness: ReadonlyMap<string, Frames<true>>;
}

let ready: Known | undefined;

/** Read when it is first asked for, and once. */
function known(): Known {
  if (ready) return ready;
  const { opened, classes, frames: all, witness } = loadAlarms();
  const frames = new Frames<Told>();
  for (const [kind, list] of Object.entries(all))
    for (const { because, whoever = false, says, unless = [] } of list) {
      const told = { kind, because, whoever, unless: unless.map((text) => new Frame(text, classes)) };
      for (const text of says) frames.add(new Frame(text, classes), told);
    }
  const lists = new Map(
    Object.entries(classes).map(([name, words]) => [
      name,
      entriesOf(words, classes).map((one) => one.split(' ')),
    ]),
  );
  ready = {
    ...{ opened, frames },
    classes: lists,
    sets: new Map([...lists].map(([name, list]) => [name, new Set(list.map((one) => one.join(' ')))])),
    witness: new Map(
      Object.entries(witness).map(([kind, words]) => {
        const seen = new Frames<true>();
        for (const one of entriesOf(words, classes)) seen.add(new Frame(one, classes), true);
        return [kind, seen];
      }),
    ),
  };
  return ready;
}

/** What the classes and frames of `data/language/alarms.yaml` say of a text. Pure, once they are read. */
export const alarmWords = {
  sentences: (text: string): readonly Sentence[] => sentencesOf(text, known().opened),

  /** Every frame that stands in it and is not taken out by another. */
  told(sentences: readonly Sentence[]): readonly Told[] {
    return known()
      .frames.in(sentences)
      .filter(({ unless }) => !unless.some((frame) => sentences.some((sentence) => frame.isIn(sentence))));
  },

  /** Is there a word without which what was learnt about a kind counts for nothing? */
  bearsOut(kind: string, sentences: readonly Sentence[]): boolean {
    return (known().witness.get(kind)?.in(sentences) ?? []).length > 0;
  },

  /** About what a role may do, or about what if. */
  asksOfRole: (sentences: readonly Sentence[]): boolean =>
    sentences.some((words) => asks(words) && has('role', words)),

  /** Is the talk of what it is ordinarily of here: the form, the post, the money, who is away? */
  isOrdinary: (sentences: readonly Sentence[]): boolean => sentences.some((words) => has('subject', words)),

  /** Is it the name of a service? "Suicide Prevention and Self Harm Team". */
  namesService: (sentences: readonly Sentence[]): boolean =>
    sentences.length === 1 && alarmWords.is('service', sentences[0]?.at(-1) ?? ''),

  /** Does somebody take back what they said themselves? */
  takesBack: (sentences: readonly Sentence[]): boolean => sentences.some((words) => has('taken-back', words)),

  is: (name: string, word: string): boolean => known().sets.get(name)?.has(word) ?? false,

  isIn(name: string, words: readonly { readonly is: string }[]): boolean {
    return alarmWords.placesOf(name, words).length > 0;
  },

  /** Where words of a class end in a text. */
  placesOf(name: string, words: readonly { readonly is: string }[]): readonly number[] {
    const set = known().sets.get(name);
    if (!set) throw new Error(`There is no class [${name}]`);
    const longest = 3;
    return words.flatMap(({ is }, at) => {
      if (set.has(is)) return [at];
      for (let more = 1; more < longest && at + more < words.length; more++)
        if (
          set.has(
            words
              .slice(at, at + more + 1)
              .map((one) => one.is)
              .join(' '),
          )
        )
          return [at + more];
      return [];
    });
  },
};

function has(name: string, words: Sentence): boolean {
  return alarmWords.isIn(
    name,
    words.map((is) => ({ is })),
  );
}

/** It begins as a question does, or supposes something. */
function asks(words: Sentence): boolean {
  const begins = words.find((word) => !['and', 'so', 'but', 'ok', 'also'].includes(word)) ?? '';
  return alarmWords.is('asking', begins) || words.includes('if') || words.includes('allowed');
}
