import type { Proposal } from '../acts.js';
import { readAnswerIn, type Reading, type ReadingIn } from '../answers.js';
import type { Reads } from '../../conversation.js';
import { answersOf } from './answers.js';
import type { Around } from '../around.js';
import type { Parsed, Status } from '../status.js';
import { normalise } from '../text.js';

/** Kinds of question that take words as they stand. */
export const inWords: ReadonlySet<string> = new Set(['text', 'name', 'paragraph']);
/** What their own form tells: nothing else looks like one. */
const selfEvident: ReadonlySet<string> = new Set(['email', 'phone', 'postcode']);

/** An answer to what is open. Of a choice, a number or a day it counts at once only where every word is explained. */
export function readOpen(parsed: Parsed, around: Around): Proposal | undefined {
  const { reads } = around.prompt;
  if (reads.type === 'menu') return undefined;
  const closing = reads.type === 'yesNo' ? closingAnswer(parsed) : undefined;
  const text = reads.type === 'paragraph' ? parsed.whole : unretracted(parsed);
  const { reading, rest, used } = closing ?? readAnswerIn(reads, text, around.today);
  if (reading.kind === 'none') return undefined;
  const isPlain = inWords.has(reads.type) || selfEvident.has(reads.type);
  const unknown = isPlain ? [] : [...unexplained(parsed, around, rest), ...oddIn(parsed, around, reading)];
  return {
    ...{ reader: 'answer', acts: [{ kind: 'answer', reading }], sure: unknown.length === 0 ? 1 : 0.5 },
    whole: unknown.length === 0,
    status:
      closing || reads.type === 'paragraph'
        ? 'stated'
        : reads.type === 'yesNo' && unknown.length > 0 && turns(parsed)
          ? 'part'
          : statusOf(without(parsed, text, reads.type === 'wholeNumber' ? used : []), around, reading),
    marks: new Set([
      reading.kind === 'value' ? 'value' : reading.kind === 'again' ? 'again' : 'confirm',
      ...(parsed.clauses.some(({ asks }) => asks) ? (['asks'] as const) : []),
      ...(isNamed(around, parsed.typed) ? (['firm'] as const) : []),
      ...(answersOf(parsed).some(({ first }) => first === 0) ? (['named'] as const) : []),
    ]),
    because: `reads as ${reading.kind}${reading.kind === 'value' ? ` ${String(reading.value)}` : ''}${unknown.length > 0 ? `; not explained: ${unknown.join(' ')}` : ''}`,
  };
}

/** "Half a dozen": words that make the number do nothing else to the sentence. */
function without(parsed: Parsed, text: string, used: ReadingIn['used']): Parsed {
  if (used.length === 0) return parsed;
  const before = parsed.typed.length - text.length;
  const isUsed = (n: number): boolean => {
    const { from = 0, to = 0 } = parsed.words[n] ?? {};
    return used.some(([start, end]) => from >= start + before && to <= end + before);
  };
  const cues = parsed.cues.filter(({ first, last }) => !isUsed(first) || !isUsed(last - 1));
  return { ...parsed, cues, has: (...kinds) => cues.some(({ kind }) => kinds.includes(kind)) };
}

/** Of what stands beside the value: words that neither the lists nor the question explain. */
function unexplained(parsed: Parsed, { ear, known }: Around, rest: string): readonly string[] {
  if (rest === '') return [];
  const left = new Set(ear.wordsOf(rest));
  return ear
    .unknownIn(parsed, { first: 0, last: parsed.words.length }, [], known)
    .filter((word) => left.has(word));
}

/** "There was somebody, but …": what comes after may take back what stands before. */
function turns({ words }: Parsed): boolean {
  return words.some(({ word }) => ['but', 'although', 'though', 'however'].includes(word));
}

/** "Not 2, 3" and "not again" are no plain no: what is denied or counted is something else. */
function oddIn(parsed: Parsed, { prompt }: Around, reading: Reading): readonly string[] {
  const { type } = prompt.reads;
  if (type !== 'yesNo' && type !== 'choice') return [];
  const [first] = parsed.words;
  const said = normalise(parsed.typed);
  const isOwn = namesOf(prompt.reads, reading).some(
    (name) => name.startsWith('not ') && said.startsWith(name),
  );
  const isBareNot = first?.word === 'not' && !isOwn && answersOf(parsed).length === 0;
  const figures =
    type === 'yesNo' ? parsed.words.filter(({ word }) => /^\d/.test(word)).map(({ word }) => word) : [];
  return isBareNot ? ['not', ...figures] : figures;
}

/** Word for word an option, as a button says it. */
function isNamed({ prompt }: Around, typed: string): boolean {
  const said = normalise(typed);
  const { reads, buttons } = prompt;
  const isOption =
    reads.type === 'choice' &&
    reads.options.some(({ label, value }) => [label, value].map(normalise).includes(said));
  const isPlace = reads.type !== 'menu' && said.split(' ').every((word) => places.has(word));
  return (
    isOption || isPlace || (reads.type !== 'menu' && buttons.some(({ title }) => normalise(title) === said))
  );
}

const places = new Set(
  'the first second third fourth fifth last one option number answer 1 2 3 4 5 6'.split(' '),
);

/** "We had someone but she has gone, so no": what it comes to is said last. */
function closingAnswer(parsed: Parsed): ReadingIn | undefined {
  const last = answersOf(parsed).at(-1);
  const isLast = last && last.last === parsed.words.length && parsed.words[last.first - 1]?.word === 'so';
  return isLast ? { reading: { kind: 'value', value: last.kind === 'yes' }, used: [], rest: '' } : undefined;
}

/** "Thursdays, no sorry, Wednesdays": what stands before the slip is taken back by the one who said it. */
function unretracted({ typed, words, cues }: Parsed): string {
  const last = cues.filter(({ kind, first }) => kind === 'retracts' && first > 0).at(-1);
  const word = last && words[last.last];
  return word ? typed.slice(word.from) : typed;
}

/**
 * A value in a sentence that denies it, hopes for it or tells of another time is not told; nor is one of somebody else, or
 * one that a yes or a no before it contradicts. Words of the value's own name take no part.
 */
function statusOf(parsed: Parsed, { prompt }: Around, reading: Reading): Status {
  if (parsed.clauses.length > 0 && parsed.clauses.every(({ asks }) => asks)) return 'asked';
  const { reads } = prompt;
  const names = namesOf(reads, reading);
  const isName = ({ first, last }: { first: number; last: number }): boolean => {
    const said = parsed.words
      .slice(first, last)
      .map(({ word }) => word)
      .join(' ');
    const typed = parsed.typed.slice(parsed.words[first]?.from ?? 0)[0] ?? '';
    const isCapital = inWords.has(reads.type) && first > 0 && typed !== typed.toLowerCase();
    return isCapital || names.some((name) => ` ${name} `.includes(` ${said} `));
  };
  const cues = parsed.cues.filter((cue) => !isName(cue));
  const isPast = reads.type === 'date' && reads.prefer === 'past';
  const isDeniable = reads.type !== 'yesNo' && reads.type !== 'choice' && reads.type !== 'intake';
  const kinds = [
    ...cautions,
    ...(isDeniable ? (['denied'] as const) : []),
    ...(isPast ? (['meant'] as const) : []),
  ];
  const found = kinds.find((kind) => cues.some((cue) => cue.kind === kind));
  if (found) return found;
  if (reads.type !== 'yesNo' && isOthers(parsed)) return 'others';
  const denials = cues.filter(({ kind, first }) => kind === 'denied' && parsed.words[first]?.word !== 'no');
  const isTakenBack = cues.some(({ kind, last }) => kind === 'retracts' && last >= parsed.words.length);
  if (isTakenBack || (reads.type === 'yesNo' && denials.length > 1)) return 'maybe';
  return contradicts(parsed, reads, reading) ? 'maybe' : 'stated';
}

function namesOf(reads: Reads, reading: Reading): readonly string[] {
  if (reading.kind !== 'value') return [];
  const { value } = reading;
  if (reads.type === 'choice')
    return reads.options
      .filter((one) => one.value === value)
      .flatMap(({ label, also }) => [label, ...also].map(normalise));
  if (reads.type === 'university')
    return reads.universities
      .filter(({ id }) => id === value)
      .flatMap(({ name, also }) => [name, ...also].map(normalise));
  return [];
}

const possessing = new Set([
  'have',
  'has',
  'had',
  'need',
  'needs',
  'want',
  'wants',
  'got',
  'gets',
  'asked',
  'uses',
]);
const oneself = new Set([
  'i',
  'we',
  'you',
  'us',
  'it',
  'there',
  'to',
  'will',
  'would',
  'do',
  'can',
  'all',
  'and',
  'only',
  'just',
  'still',
  'really',
]);

/** "Ward 4 have 3", "theatres got 2": somebody else's, by whose it is. */
function isOthers({ words, clauses }: Parsed): boolean {
  return clauses.some(({ first, last }) => {
    const at = words.findIndex(({ word }, n) => n > first && n < last && possessing.has(word));
    return (
      at > first &&
      !words.slice(first, at).some(({ word }) => oneself.has(word) || word === 'my' || word === 'our')
    );
  });
}

const cautions = ['condition', 'others', 'lapsed', 'part', 'doubt'] as const;

/** "No, Cheshire", where a yes is what Cheshire would mean. */
function contradicts(parsed: Parsed, reads: Reads, reading: Reading): boolean {
  if (reads.type !== 'choice' || reading.kind !== 'value') return false;
  const option = reads.options.find(({ value }) => value === reading.value);
  const saysYes = option?.also.includes('yes') ?? false;
  const saysNo = option?.also.includes('no') ?? false;
  const kinds = new Set(answersOf(parsed).map(({ kind }) => kind));
  return (saysYes && kinds.has('no')) || (saysNo && kinds.has('yes'));
}
