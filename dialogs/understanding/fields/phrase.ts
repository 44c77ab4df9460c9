import type { FieldList } from '../../../data/language/words.js';
import { valueOf } from '../numbers.js';
import { english } from '../words-of-english.js';
import { none, type Reading, type ReadingIn, type Span } from './reading.js';
import { hasAny, isIn, lengthAt, restOf, tokensOf, type Token } from './tokens.js';

/** How much some words look like a thing of their kind. */
export type Looks = 'like' | 'maybe' | 'unlike';

/** A field that is answered with a few words: a name, a ward, a job. */
export interface PhraseKind {
  /** What it is called in an answer: "our ward is called …". */
  readonly nouns: FieldList;
  readonly mostWords: number;
  /** Words that are of this kind, so that talk beside them does not make them none. */
  readonly evidence: (tokens: readonly Token[]) => boolean;
  /** Asked of words without talk in them. */
  readonly looks: (tokens: readonly Token[]) => Looks;
  /** Does a further part belong to it: the job after a name, the town after a trust? */
  readonly joins: (tokens: readonly Token[]) => boolean;
  readonly ask: (value: string) => string;
  /** Words that are about things of this kind, and name none. */
  readonly isNobody?: (tokens: readonly Token[]) => boolean;
  /** Words after which it is over. */
  readonly endsAt?: FieldList;
  /** Days and hours are what it is about. */
  readonly isOfTime?: true;
}

/** An answer of a few words has no more; what is longer is looked at from its beginning. */
export const mostCharacters = 400;

/**
 * Reads a phrase out of what was said: lead-ins and tails go, talk is no answer, and what only may be one is asked about.
 * `limits` are the question's own, in characters.
 */
export function readPhrase(kind: PhraseKind, text: string, no: string): ReadingIn {
  const tokens = tokensOf(text.slice(0, mostCharacters));
  if (tokens.length === 0 || hasAny('unsure', tokens) || isAsked(tokens)) return none(no, text);
  const parts = partsOf(kind, tokens);
  const judged = parts.map((part) => (part.isDenied ? 'unlike' : judge(kind, part.value)));
  const at = [judged.indexOf('like'), judged.indexOf('maybe')].find((place) => place >= 0);
  const best = at === undefined ? undefined : parts[at];
  if (at === undefined || !best) return none(no, text);
  const looks = judged[at];
  // "Hang on, phone": what may be a name beside talk is none.
  const others = parts.filter((part) => part !== best && part.value.length > 0);
  if (looks === 'maybe' && others.some((part) => isTalk(part.value, kind))) return none(no, text);
  if (looks === 'maybe' && kind.isNobody?.(tokens.slice(afterLead(kind, tokens, 0)))) return none(no, text);
  let last = at;
  while (parts[last + 1] && canJoin(kind, parts[last + 1]?.value ?? [])) last++;
  const value = parts.slice(at, last + 1).flatMap((part) => part.value);
  const [from, to] = [value[0]?.from ?? 0, value.at(-1)?.to ?? 0];
  const words = text.slice(from, to).replace(/\s+/g, ' ');
  const isDoubtful =
    looks === 'maybe' ||
    hasAny('doubt', tokens) ||
    /\?\s*$/.test(text) ||
    parts.some((part) => part.isDenied);
  const reading: Reading = isDoubtful
    ? { kind: 'confirm', value: words, ask: kind.ask(words) }
    : { kind: 'value', value: words };
  const outside = parts.flatMap((part, place) =>
    place >= at && place <= last ? part.tail : [...part.value, ...part.tail],
  );
  const span: Span = [from, to];
  return {
    reading,
    used: [span],
    rest: [restOf(outside, kind.nouns), text.slice(mostCharacters)].join(' ').trim(),
  };
}

/** A run of words that says one thing: what leads up to it, the thing, and the courtesy after it. */
interface Part {
  readonly value: readonly Token[];
  readonly tail: readonly Token[];
  readonly isDenied: boolean;
}

function partsOf(kind: PhraseKind, tokens: readonly Token[]): Part[] {
  const parts: Part[] = [];
  let at = 0;
  while (at < tokens.length) {
    const start = at;
    at = afterLead(kind, tokens, at);
    let begin = at;
    while (at < tokens.length && !(at > begin && isTurn(kind, tokens, at))) {
      at++;
      if (tokens[at - 1]?.ends) break;
      // "A GP practice called Fellside Surgery" is called what comes last.
      if (at < tokens.length && isNaming.has(tokens[at - 1]?.word ?? '')) begin = at;
    }
    // "In May": when it was, and nobody's name.
    const isWhen = !kind.isOfTime && start > 0 && isDated(tokens, start);
    const end = isWhen ? begin : beforeTail(tokens, begin, at);
    const lead = tokens.slice(start, begin);
    parts.push({
      value: tokens.slice(begin, end),
      tail: [...lead.filter(({ word }) => isIn('denial', word)), ...tokens.slice(end, at)],
      isDenied: lead.some(({ word }) => isIn('denial', word)),
    });
    at = Math.max(at, start + 1);
  }
  return parts;
}

const isNaming: ReadonlySet<string> = new Set(['called', 'named']);

/** "It will be", "our ward is called", "we work for": where what is told begins. */
function afterLead(kind: PhraseKind, tokens: readonly Token[], from: number): number {
  let at = from;
  while (at < tokens.length) {
    const step = leadAt(kind, tokens, at, from);
    if (step === 0) return at;
    at += step;
    if (tokens[at - 1]?.ends && at > from && at < tokens.length) {
      from = at;
    }
  }
  return at;
}

function leadAt(kind: PhraseKind, tokens: readonly Token[], at: number, from: number): number {
  const [here, next] = [tokens[at], tokens[at + 1]];
  if (!here || (kind.isOfTime && isIn('weekdays', here.word))) return 0;
  // "Will Hope" is somebody, "will be Hope" is not.
  if (at === from && isIn('given', here.word) && next && !isIn('copula', next.word) && next.word !== 'be')
    return 0;
  const plain = Math.max(
    lengthAt('courtesy', tokens, at),
    lengthAt('greetings', tokens, at),
    lengthAt('lead', tokens, at),
    lengthAt('doubt', tokens, at),
    lengthAt('denial', tokens, at),
  );
  if (plain > 0) return isCapital(here.said) && at > from && !isShouted(tokens) ? 0 : plain;
  if (isIn('articles', here.word) && (here.said[0] !== 'T' || isShouted(tokens))) return 1;
  const length = nounsAt(kind, tokens, at);
  return length > 0 && isNamedFrom(kind, tokens, at) ? length : 0;
}

/** Of the field's own names, and "ward's" for "ward is" too. */
function nounsAt(kind: PhraseKind, tokens: readonly Token[], at: number): number {
  const here = tokens[at];
  if (here && isShort.test(here.said)) return isIn(kind.nouns, here.word.replace(/s$/, '')) ? 1 : 0;
  return lengthAt(kind.nouns, tokens, at);
}

const isShort = /['’]s$/;

/** "The trust's name is", "ward:": from here there are only such words until one that names. */
function isNamedFrom(kind: PhraseKind, tokens: readonly Token[], from: number): boolean {
  let at = from;
  while (at < tokens.length) {
    const nouns = nounsAt(kind, tokens, at);
    const length = Math.max(nouns, lengthAt('lead', tokens, at), lengthAt('articles', tokens, at));
    if (lengthAt('copula', tokens, at) > 0) return at > from;
    if (nouns > 0 && isShort.test(tokens[at]?.said ?? '') && isIn('copula', tokens[at + 1]?.word ?? ''))
      return true;
    if (length === 0) return false;
    at += length;
    if (tokens[at - 1]?.ends) return at < tokens.length && lengthAt(kind.nouns, tokens, at - 1) > 0;
  }
  return false;
}

function beforeTail(tokens: readonly Token[], begin: number, end: number): number {
  let at = end;
  while (at > begin) {
    const length = [3, 2, 1].find((n) => at - n >= begin && lengthAt('courtesy', tokens, at - n) === n);
    if (!length || isCapital(tokens[at - length]?.said ?? '')) return at;
    at -= length;
  }
  return at;
}

/** What begins a clause of its own: "who signed it", "she's a band 6". */
function isTurn(kind: PhraseKind, tokens: readonly Token[], at: number): boolean {
  const here = tokens[at];
  if (!kind.isOfTime && isDated(tokens, at)) return true;
  if (here && kind.endsAt && isIn(kind.endsAt, here.word)) return true;
  if (!here || (isCapital(here.said) && !/^I(?:['’]|$)/.test(here.said))) return false;
  const next = tokens[at + 1]?.word ?? '';
  if (here.word === 'and') return lengthAt('turns', tokens, at + 1) > 0 || isIn('pronouns', next);
  return lengthAt('turns', tokens, at) > 0;
}

/** "On Tuesday", "last week", "in March": when something was, not what it is called. */
function isDated(tokens: readonly Token[], at: number): boolean {
  if (!/^(?:on|by|in|last|next|this|since|until|before|after)$/.test(tokens[at]?.word ?? '')) return false;
  const next = at + (isIn('articles', tokens[at + 1]?.word ?? '') ? 2 : 1);
  const word = tokens[next]?.word ?? '';
  const isSpan = /^(?:last|next|this)$/.test(tokens[at]?.word ?? '') && isIn('time-units', word);
  return isIn('weekdays', word) || isIn('months', word) || /^\d{1,2}(?:st|nd|rd|th)$/.test(word) || isSpan;
}

function judge(kind: PhraseKind, value: readonly Token[]): Looks {
  if (value.length === 0 || value.every(({ word }) => isIn('small', word))) return 'unlike';
  if (isOtherField(value)) return 'unlike';
  const evidence = kind.evidence(value);
  // "Wed pm" is a day, "we'd" is somebody.
  const isDay = ({ word }: Token) => kind.isOfTime === true && isIn('weekdays', word);
  if (value.some((token) => isIn('pronouns', token.word) && !isDay(token))) return 'unlike';
  if (isTalk(value, kind)) return evidence && value.length > 2 ? 'maybe' : 'unlike';
  if (value.length > kind.mostWords) return evidence ? 'maybe' : 'unlike';
  if (value.some(({ word, said }) => isIn('verbs', word) && !isCapital(said)))
    return evidence ? 'maybe' : 'unlike';
  const looks = kind.looks(value);
  return looks === 'maybe' && !evidence && isPlainWords(value) ? 'unlike' : looks;
}

/** Words about the talk, about a time, or about nobody. */
export function isTalk(tokens: readonly Token[], kind?: PhraseKind): boolean {
  if (hasAny('talk', tokens) || hasAny('denial', tokens)) return true;
  const others = kind?.isOfTime
    ? tokens.filter(({ word }) => !isIn('study', word) && word !== 'fortnight')
    : tokens;
  if (hasAny('time-words', others)) return true;
  if (kind?.isOfTime)
    return tokens.some(
      ({ word }) => isIn('questions', word) || isClock.test(word) || isShortWhile.test(word),
    );
  return tokens.some(
    ({ word }, at) =>
      ((/^\d/.test(word) || valueOf(word) > 0) && isIn('time-units', tokens[at + 1]?.word ?? '')) ||
      isClock.test(word) ||
      isIn('questions', word),
  );
}

const isShortWhile = /^(?:mins?|minutes?|secs|seconds|ticks)$/;
const isClock = /^\d{1,3}(?:[.:]\d\d)?(?:am|pm|mins?|hrs?|oclock|secs?)$/;
const isVerbal =
  /^(?:Infinitive|Participle|PastTense|PresentTense|Gerund|Modal|Adverb|Comparative|Superlative|Adjective)$/;

/** Small words that English has for doing and for how: nothing is called by them alone. */
function isPlainWords(tokens: readonly Token[]): boolean {
  return tokens.every(({ word, said }) => !isCapital(said) && tagsOf(word).some((tag) => isVerbal.test(tag)));
}

interface Lexicon {
  readonly one: { readonly lexicon: Readonly<Record<string, string | readonly string[]>> };
}

/** What `compromise` takes a word for; nothing where it does not know it. */
export function tagsOf(word: string): readonly string[] {
  const { lexicon } = (english().model() as Lexicon).one;
  return Object.hasOwn(lexicon, word) ? [lexicon[word] ?? []].flat() : [];
}

/** An address, a number to ring, a postcode: the answer to something else. */
function isOtherField(tokens: readonly Token[]): boolean {
  const whole = tokens.map(({ word }) => word).join('');
  return (
    whole.includes('@') ||
    (whole.match(/\d/g) ?? []).length >= 6 ||
    /^[a-z]{1,2}\d[a-z\d]?\d[a-z]{2}$/.test(whole)
  );
}

/** "Who signs it", "can i", "is it": a question, with or without its mark. */
function isAsked(tokens: readonly Token[]): boolean {
  let at = 0;
  while (lengthAt('courtesy', tokens, at) > 0) at += lengthAt('courtesy', tokens, at);
  const [here, next] = [tokens[at]?.word ?? '', tokens[at + 1]?.word ?? ''];
  if (isIn('questions', here)) return true;
  if (here === 'will' || here === 'may') return isIn('pronouns', next);
  // "We're the discharge lounge" asks nothing.
  if (/['’]/.test(tokens[at]?.said ?? '')) return false;
  return (
    isIn('asks', here) &&
    (isIn('pronouns', next) || isIn('articles', next) || /^(?:there|this|that)$/.test(next))
  );
}

function canJoin(kind: PhraseKind, tokens: readonly Token[]): boolean {
  return (
    tokens.length > 0 &&
    !isTalk(tokens, kind) &&
    !isOtherField(tokens) &&
    !tokens.some(({ word, said }) => isIn('pronouns', word) || (isIn('verbs', word) && !isCapital(said))) &&
    kind.joins(tokens)
  );
}

export function isCapital(said: string): boolean {
  return /^\p{Lu}/u.test(said);
}

function isShouted(tokens: readonly Token[]): boolean {
  return tokens.every(({ said }) => said === said.toUpperCase());
}

/** Two words or more, each with a capital but "of" and "the": a name, whoever it is of. */
export function isTitled(tokens: readonly Token[]): boolean {
  const names = tokens.filter(({ word }) => !isIn('small', word));
  return names.length > 1 && names.every(({ said }) => isCapital(said));
}

/** A word that neither English nor this field has for anything else. */
export function isUnknown({ word }: Token): boolean {
  if (!/^[\p{L}-]{2,}$/u.test(word) || isIn('talk', word) || isIn('verbs', word) || isIn('time-words', word))
    return false;
  const tags = tagsOf(word);
  return tags.length === 0 || tags.some((tag) => /Name$|^Place|^City|^Person/.test(tag));
}
