import { vocabulary } from '../../data/language/vocabulary.js';
import { editDistance, looksLike, normalise } from './text.js';

/** One word of a text, as it is compared. */
export interface Term {
  /** The word without its ending, or the one word that a phrase counts as. */
  readonly stem: string;
  /** The class of words that mean much the same, if it is in one. */
  readonly like?: string;
}

/** Words that may be meant by a slip of the finger: those of every text that something was trained on. */
export interface Lexicon {
  readonly words: ReadonlySet<string>;
  readonly stems: ReadonlySet<string>;
  readonly byLetter: ReadonlyMap<string, readonly string[]>;
}

const { phrases, synonyms, misspellings, 'stop-words': stopWords } = vocabulary();
const stops = new Set(stopWords);

const wordsFor = new Map(
  misspellings.flatMap(([meant, ...slips]) => slips.map((slip) => [slip, meant] as const)),
);

/** "how many" and "how long" ask for different things, so they are kept as one word each. */
const asking: readonly (readonly [RegExp, string])[] = [
  [/\bhow (?:many|much of)\b|\bnumber of\b|\bno of\b/g, 'howmany'],
  [/\bhow long\b|\bhow (?:many|much) (?:years|months|time)\b|\bwhat length\b/g, 'howlong'],
  [/\bhow much\b/g, 'howmuch'],
  [/\bwhats\b|\bwhat is\b|\bwhat are\b|\bwhat does\b|\bwhat do\b/g, 'what'],
  [/\bhow (?:do|does|can|should|would) (?:i|we|you|they|one|an|a)\b/g, 'howto'],
  [/\bwho (?:is|are|does|do|can|should|will|would|has|have)\b|\bwhos\b/g, 'who'],
  [/\bwhen (?:is|are|does|do|can|should|will|did|was|must)\b/g, 'when'],
  [/\bcan(?:t| not)?\b|\bcould\b|\ballowed to\b|\bable to\b|\bmay\b/g, 'can'],
  [/\bcannot\b/g, 'can not'],
];

/** "b4" is a band, except before a verb: "sorted b4 applying". */
const beforeNotBand = /\bb4 (?=(?:\w+ing|we|i|you|they|the|he|she|it|my|our|anyone|someone)\b)/g;

const numberWords: Readonly<Record<string, string>> = {
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
};

const phrasePatterns = phrases
  .flatMap(([meaning, ...ways]) => ways.map((way) => ({ meaning, way: normalise(way) })))
  .filter(({ way }) => way !== '')
  .sort((a, b) => b.way.length - a.way.length);

/** Looked up by their first word, so that a text is only compared with what can match. */
const phrasesByFirst = new Map<string, { meaning: string; words: readonly string[] }[]>();
for (const { meaning, way } of phrasePatterns) {
  const words = way.split(' ');
  const first = words[0] ?? '';
  phrasesByFirst.set(first, [...(phrasesByFirst.get(first) ?? []), { meaning, words }]);
}

/** A word in two classes belongs to the first. */
const likeOf = new Map(
  synonyms.flatMap((words) => words.map((word) => [stem(word), `~${words[0] ?? ''}`] as const)).reverse(),
);

/** The words of a text that carry its meaning, in order. `keepStops` keeps the others too. Pure. */
export function termsOf(text: string, lexicon?: Lexicon, keepStops = false): readonly Term[] {
  return stemsOf(wordsOf(text, lexicon), keepStops);
}

/** Words as they are compared. */
export function stemsOf(words: readonly string[], keepStops = false): readonly Term[] {
  const terms: Term[] = [];
  for (const word of words) {
    if (!keepStops && stops.has(word)) continue;
    terms.push(termOf(word));
  }
  return terms;
}

/** Few words make most of a text, so each is worked out once. Bounded: what people type must not fill the memory. */
const known = new Map<string, Term>();
/** Letters. What is longer is no word, and will not come again. */
const longestKept = 40;

function termOf(word: string): Term {
  const before = known.get(word);
  if (before) return before;
  const isKept = known.size < 20_000 && word.length <= longestKept;
  const own = isKept ? cutOut(word) : word;
  const base = stem(own);
  const like = likeOf.get(base);
  const term: Term = like === undefined ? { stem: base } : { stem: base, like };
  if (isKept) known.set(own, term);
  return term;
}

/** The word by itself: as long as it is a part of a text, the whole text stays in memory with it. */
function cutOut(word: string): string {
  return Buffer.from(word).toString();
}

/** Texts that several things learn from, each read once. Let go of it when they have learnt. */
export class Reading {
  private readonly normal = new Map<string, string>();
  private readonly words = new Map<string, readonly string[]>();

  normalise(text: string): string {
    let normal = this.normal.get(text);
    if (normal === undefined) this.normal.set(text, (normal = normalise(text)));
    return normal;
  }

  wordsOf(text: string): readonly string[] {
    let words = this.words.get(text);
    if (!words) this.words.set(text, (words = wordsIn(this.normalise(text))));
    return words;
  }
}

/** Every word, stop words too, after abbreviations, phrases and slips of the finger have been read. */
export function wordsOf(text: string, lexicon?: Lexicon): readonly string[] {
  return wordsIn(normalise(text), lexicon);
}

function wordsIn(normal: string, lexicon?: Lexicon): readonly string[] {
  let plain = normal
    .replace(beforeNotBand, 'before ')
    .replace(/\+/g, ' + ')
    .replace(/[@&](?!\S)|(?<!\S)[@&]/g, ' and ');
  plain = plain.replace(
    /\b(?:band|b|grade) ?(\d|one|two|three|four|five|six|seven|eight)(?:s|\b)/g,
    (_, n: string) => `band${numberWords[n] ?? n}`,
  );
  plain = plain.replace(
    /\b(?:level|lvl|lev|l) ?(\d|one|two|three|four|five|six|seven|eight)\b/g,
    (_, n: string) => `level${numberWords[n] ?? n}`,
  );
  plain = plain
    .split(' ')
    .map((word) => askingWord(word))
    .join(' ');
  for (const [pattern, word] of asking) plain = plain.replace(pattern, word);
  const words = plain
    .split(' ')
    .filter(Boolean)
    .map((word) => wordsFor.get(word) ?? word);
  return joinPhrases(lexicon ? words.map((word) => spelled(word, lexicon)) : words);
}

/** "wots" asks as "whats" does; "cant" is left as it is, since it holds a "can". */
function askingWord(word: string): string {
  const meant = wordsFor.get(word);
  return meant === undefined || meant === 'not' ? word : meant;
}

function joinPhrases(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (let i = 0; i < words.length;) {
    const match = phrasesByFirst
      .get(words[i] ?? '')
      ?.find((phrase) => phrase.words.every((word, j) => sameWord(word, words[i + j])));
    joined.push(...(match ? match.meaning.split(' ') : [words[i] ?? '']));
    i += match?.words.length ?? 1;
  }
  return joined;
}

function sameWord(wanted: string, said: string | undefined): boolean {
  return wanted === said || (wanted === '#' && said !== undefined && /^\d$/.test(said));
}

/** The lexicon of some texts, by first letter, to mend spelling with. Words of phrases are in it too. */
export function lexiconOf(texts: Iterable<string>, reading = new Reading()): Lexicon {
  const seen = new Map<string, number>();
  const add = (text: string, times = 1) => {
    for (const word of reading.normalise(text).split(' '))
      if (word.length > 2) seen.set(word, (seen.get(word) ?? 0) + times);
  };
  for (const text of texts) add(text);
  for (const { way } of phrasePatterns) add(way, timesToKnow);
  for (const group of synonyms) group.forEach((word) => add(word, timesToKnow));
  // The ways of asking hold slips on purpose, and a slip is no word to mend others with.
  const words = new Set([...seen].flatMap(([word, times]) => (times >= timesToKnow ? [word] : [])));
  const byLetter = new Map<string, string[]>();
  for (const word of words) {
    const letter = word.charAt(0);
    const list = byLetter.get(letter);
    if (list) list.push(word);
    else byLetter.set(letter, [word]);
  }
  return { words, stems: new Set([...words].map(stem)), byLetter };
}

/** A word that was written this often is spelled as people spell it. */
const timesToKnow = 3;

/** Bounded like `known`; a lexicon's own, as another may mend a word otherwise. */
const mended = new WeakMap<Lexicon, Map<string, string>>();

function spelled(word: string, lexicon: Lexicon): string {
  if (word.length < 5 || /\d/.test(word) || stops.has(word) || lexicon.words.has(word)) return word;
  const before = mended.get(lexicon) ?? new Map<string, string>();
  const kept = before.get(word);
  if (kept !== undefined) return kept;
  const own = word.length <= longestKept ? cutOut(word) : word;
  const found = nearest(own, lexicon);
  if (before.size < 5_000 && word.length <= longestKept) mended.set(lexicon, before.set(own, found));
  return found;
}

/** The word that was meant: people seldom miss the first letter, so only words with the same one are looked at. */
function nearest(word: string, lexicon: Lexicon): string {
  if (lexicon.stems.has(stem(word))) return word;
  let best: string | undefined;
  let fewest = Infinity;
  for (const known of lexicon.byLetter.get(word.charAt(0)) ?? []) {
    if (known.length < 5 || Math.abs(known.length - word.length) > 2 || !looksLike(word, known)) continue;
    const edits = editDistance(word, known);
    if (edits < fewest) [best, fewest] = [known, edits];
  }
  return best ?? word;
}

/** A word without its ending. Light on purpose: it brings "supervised" and "supervision" near, and breaks few words. */
export function stem(word: string): string {
  if (word.length <= 3 || /\d/.test(word)) return word;
  let base = word
    .replace(/ies$/, 'y')
    .replace(/(ss|sh|ch|x)es$/, '$1')
    .replace(/([^su])s$/, '$1');
  const endings: readonly (readonly [RegExp, string])[] = [
    [/(?:isation|ization)s?$/, 'ise'],
    [/ations?$/, 'ate'],
    [/(?<=[a-z]{3})ments?$/, ''],
    [/(?<=[a-z]{4})(?:ing|ed)$/, ''],
    [/(?<=[a-z]{3})ing$/, ''],
    [/(?<=[a-z]{3})ed$/, ''],
    [/(?<=[a-z]{4})ly$/, ''],
    [/(?<=[a-z]{4})ions?$/, ''],
    [/(?<=[a-z]{4})(?:ies|y)$/, 'i'],
    [/(?<=[a-z]{4})e$/, ''],
  ];
  for (const [ending, instead] of endings) {
    if (!ending.test(base)) continue;
    base = base.replace(ending, instead);
    break;
  }
  return base
    .replace(/([bdgmnprt])\1$/, '$1')
    .replace(/(?<=[a-z]{4})e$/, '')
    .replace(/(?<=[a-z]{4})y$/, 'i');
}
