import { isGivenName } from './names.js';
import { normalise } from './text.js';

/** Does a word do? */
type Test = (word: string) => boolean;
/** One place in a frame: ways of filling it, each some words long. */
interface Place {
  readonly kind: 'words' | 'gap' | 'start' | 'end' | 'not-next';
  readonly ways: readonly (readonly Test[])[];
  readonly optional: boolean;
  /** Of a gap: the most words that it may be. */
  readonly most: number;
}

/** A sentence as words. */
export type Sentence = readonly string[];

/** Words of a class as data has them: parted by commas; `[name]` stands for those of another class. */
export type Classes = Readonly<Record<string, string>>;

const widest = 5;

/** Words as frames see them: sentence by sentence, contractions opened. Pure. */
export function sentencesOf(text: string, opened: Readonly<Record<string, string>>): readonly Sentence[] {
  return text
    .split(/[!?;:\n]+|\.(?=\s|$)/)
    .map((part) =>
      normalise(part.replace(shortened, (_, end: string) => ` ${shortenedTo[end.toLowerCase()] ?? ''}`))
        .split(' ')
        .filter(Boolean)
        .flatMap((word) => (Object.hasOwn(opened, word) ? (opened[word]?.split(' ') ?? [word]) : [word])),
    )
    .filter((words) => words.length > 0);
}

const shortened = /['’](re|ll|ve|d)\b/gi;
const shortenedTo: Readonly<Record<string, string>> = { re: 'are', ll: 'will', ve: 'have', d: 'would' };

/** Frames made ready to be looked for; `alarms.yaml` says how they are written. */
export class Frame {
  private readonly places: readonly Place[];
  /** Words that it may begin with; undefined where any may. */
  readonly first: ReadonlySet<string> | undefined;

  /** @throws {Error} for a class that is not there. */
  constructor(
    readonly text: string,
    classes: Classes,
  ) {
    const made = partsOf(text).map((part) => placeOf(part, classes));
    this.places = made.map(({ place }) => place);
    this.first = beginnings(made);
  }

  /** Is it anywhere in the sentence? */
  isIn(sentence: Sentence): boolean {
    for (let at = 0; at <= sentence.length; at++) if (this.isAt(sentence, at)) return true;
    return false;
  }

  isAt(sentence: Sentence, at: number, from = 0): boolean {
    const place = this.places[from];
    if (!place) return true;
    switch (place.kind) {
      case 'start':
        return at === 0 && this.isAt(sentence, at, from + 1);
      case 'end':
        return at === sentence.length && this.isAt(sentence, at, from + 1);
      case 'not-next':
        return !place.ways.some((way) => fits(way, sentence, at)) && this.isAt(sentence, at, from + 1);
      case 'gap':
        for (let skipped = 0; skipped <= place.most && at + skipped <= sentence.length; skipped++)
          if (this.isAt(sentence, at + skipped, from + 1)) return true;
        return false;
      case 'words':
        for (const way of place.ways)
          if (fits(way, sentence, at) && this.isAt(sentence, at + way.length, from + 1)) return true;
        return place.optional && this.isAt(sentence, at, from + 1);
    }
  }
}

/** Frames by the words that they begin with, so that a word is held only against what it can begin. */
export class Frames<T> {
  private readonly byFirst = new Map<string, { frame: Frame; of: T }[]>();
  private readonly others: { frame: Frame; of: T }[] = [];

  add(frame: Frame, of: T): void {
    if (!frame.first) return void this.others.push({ frame, of });
    for (const word of frame.first) {
      const list = this.byFirst.get(word);
      if (list) list.push({ frame, of });
      else this.byFirst.set(word, [{ frame, of }]);
    }
  }

  /** Everything that one of its frames is in the sentences for, each once. */
  in(sentences: readonly Sentence[]): readonly T[] {
    const found = new Set<T>();
    const look = (list: readonly { frame: Frame; of: T }[], sentence: Sentence, at: number) => {
      for (const { frame, of } of list) if (!found.has(of) && frame.isAt(sentence, at)) found.add(of);
    };
    for (const sentence of sentences)
      for (let at = 0; at <= sentence.length; at++) {
        look(this.byFirst.get(sentence[at] ?? '') ?? [], sentence, at);
        look(this.others, sentence, at);
      }
    return [...found];
  }
}

/** A class as a list of word sequences. */
export function listOf(name: string, classes: Classes): readonly string[] {
  const words = classes[name];
  if (words === undefined) throw new Error(`There is no class [${name}]`);
  return entriesOf(words, classes);
}

export function entriesOf(words: string, classes: Classes): readonly string[] {
  return words
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)
    .flatMap((one) => (/^\[.*\]$/.test(one) ? listOf(one.slice(1, -1), classes) : [one]));
}

/** The frame's parts: a class has blanks in its name at times. */
function partsOf(text: string): readonly string[] {
  return text.match(/(?:\[[^\]]*\]|[^\s[])+/g) ?? [];
}

function placeOf(part: string, classes: Classes): { place: Place; begins: readonly string[] } {
  const none = { ways: [], optional: false, most: 0 };
  if (part === '^') return { place: { ...none, kind: 'start' }, begins: [] };
  if (part === '$') return { place: { ...none, kind: 'end' }, begins: [] };
  const gap = /^\.\.(\d*)$/.exec(part);
  if (gap) return { place: { ...none, kind: 'gap', most: Number(gap[1] || widest) }, begins: [] };
  const isNot = part.startsWith('!');
  const optional = part.endsWith('?');
  const begins = part
    .slice(isNot ? 1 : 0, optional ? -1 : undefined)
    .split('/')
    .flatMap((one) => (one.startsWith('[') ? listOf(one.slice(1, -1), classes) : [one]));
  const ways = begins
    .map((words) => words.split(' ').map(testOf))
    // The longest first, so that "two words" is not taken for "two".
    .sort((a, b) => b.length - a.length);
  return { place: { ...none, kind: isNot ? 'not-next' : 'words', ways, optional }, begins };
}

function testOf(word: string): Test {
  if (word === '@name') return isGivenName;
  if (word === '@names') return (said) => said.endsWith('s') && isGivenName(said.slice(0, -1));
  if (word === '0-9s') return (said) => /^\d+s$/.test(said);
  if (word === '0-9') return (said) => /^\d/.test(said);
  if (word.endsWith('*')) return (said) => said.startsWith(word.slice(0, -1));
  return (said) => said === word;
}

function fits(way: readonly Test[], sentence: Sentence, at: number): boolean {
  return at + way.length <= sentence.length && way.every((test, i) => test(sentence[at + i] ?? ''));
}

/** The first words of the places that it may begin with; undefined when that cannot be told from words. */
function beginnings(made: readonly { place: Place; begins: readonly string[] }[]): Frame['first'] {
  const words = new Set<string>();
  for (const { place, begins } of made) {
    if (place.kind === 'start') continue;
    if (place.kind !== 'words') return undefined;
    for (const one of begins) {
      const [first = ''] = one.split(' ');
      if (/[*@]|^0-9/.test(first)) return undefined;
      words.add(first);
    }
    if (!place.optional) return words;
  }
  return undefined;
}
