import type { Proposal } from '../acts.js';
import { readAnswerIn, type Reading, type ReadingIn } from '../answers.js';
import { Lexicon, overlaps, type Hit } from '../lexicon.js';
import type { Reads } from '../../conversation.js';
import { answersOf } from './answers.js';
import type { Around } from '../around.js';
import type { Parsed, Status } from '../status.js';
import { normalise } from '../text.js';

/** Kinds of question that take words as they stand. */
export const inWords: ReadonlySet<string> = new Set(['text', 'name', 'paragraph']);
/** Kinds that are read by the names of what may be picked. */
const listed: ReadonlySet<string> = new Set(['yesNo', 'choice', 'university', 'intake']);

/** An answer to what is open. Of a choice, a number or a day it counts at once only where every word is explained. */
export function readOpen(parsed: Parsed, around: Around): Proposal | undefined {
  const { reads } = around.prompt;
  if (reads.type === 'menu') return undefined;
  const closing = reads.type === 'yesNo' ? closingAnswer(parsed) : undefined;
  const said = reads.type === 'paragraph' ? parsed.whole : unretracted(parsed);
  const read = closing ?? readAnswerIn(reads, said, around.today);
  if (read.reading.kind === 'none') return undefined;
  const unknown =
    reads.type === 'paragraph'
      ? talkIn(parsed, around)
      : [
          ...unexplained(parsed, around, read.rest),
          ...oddIn(parsed, around, read.reading),
          ...unaffirmed(parsed, around, read.reading),
        ];
  const standing =
    closing || reads.type === 'paragraph'
      ? 'stated'
      : reads.type === 'yesNo' && unknown.length > 0 && turns(parsed)
        ? 'part'
        : statusOf(
            reads.type === 'wholeNumber' ? without(parsed, said, read.used) : parsed,
            reads,
            read.reading,
            ownIn(parsed, reads, read, said),
          );
  // "I have never talked to them" is a no.
  const no = standing === 'denied' ? denialOf(parsed, reads, read.reading) : undefined;
  const reading = no ?? read.reading;
  return {
    ...{ reader: 'answer', acts: [{ kind: 'answer', reading }], sure: unknown.length === 0 ? 1 : 0.5 },
    whole: unknown.length === 0,
    status: no ? 'stated' : standing,
    marks: new Set([
      reading.kind === 'value' ? 'value' : reading.kind === 'again' ? 'again' : 'confirm',
      ...(parsed.clauses.some(({ asks }) => asks) ? (['asks'] as const) : []),
      ...(isNamed(around, parsed.typed) ? (['firm'] as const) : []),
      ...(answersOf(parsed).some(({ first }) => first === 0) ? (['named'] as const) : []),
    ]),
    because: `reads as ${reading.kind}${reading.kind === 'value' ? ` ${String(reading.value)}` : ''}${unknown.length > 0 ? `; not explained: ${unknown.join(' ')}` : ''}`,
  };
}

/** "We did this form in 2019": a yes without its word has to be told in words that are all known. */
function unaffirmed(
  parsed: Parsed,
  { ear, known, prompt, openEvents }: Around,
  reading: Reading,
): readonly string[] {
  const { reads } = prompt;
  if (!isAffirmed(reads, reading) || answersOf(parsed).some(({ kind }) => kind === 'yes')) return [];
  const figures = parsed.words.flatMap(({ word }) => (/^\d+$/.test(word) ? [word] : []));
  if (ownIn(parsed, reads, { reading }, parsed.typed).length > 0) return figures;
  // What is accepted is told in those words, and heard with them.
  if (openEvents.has('accepted') && reads.type === 'yesNo') return parsed.words.map(({ word }) => word);
  return [...ear.unknownIn(parsed, { first: 0, last: parsed.words.length }, [], known), ...figures];
}

/** What a no is kept as. */
export const noes: ReadonlySet<string> = new Set(['no', 'not-yet']);

/** What the same question is answered with by somebody who denies what a yes would tell. */
function denialOf(parsed: Parsed, reads: Reads, reading: Reading): Reading | undefined {
  if (!isAffirmed(reads, reading) || answersOf(parsed).some(({ kind }) => kind === 'yes')) return undefined;
  const denials = parsed.cues.filter(({ kind }) => kind === 'denied' || kind === 'denied-after');
  if (denials.some((one) => denials.some((other) => one !== other && !overlaps(one, other))))
    return undefined;
  if (reads.type === 'yesNo') return { kind: 'value', value: false };
  const no = reads.type === 'choice' ? reads.options.find(({ value }) => noes.has(value)) : undefined;
  return no && { kind: 'value', value: no.value };
}

/** "Half a dozen": words that make the number do nothing else to the sentence. */
function without(parsed: Parsed, text: string, used: ReadingIn['used']): Parsed {
  if (used.length === 0) return parsed;
  const before = parsed.typed.length - text.length;
  const isUsed = (n: number): boolean => {
    const { from = 0, to = 0 } = parsed.words[n] ?? {};
    return used.some(([start, end]) => from >= start + before && to <= end + before);
  };
  const cues = parsed.cues.filter(({ first, last }) =>
    Array.from({ length: last - first }, (_, n) => first + n).some((n) => !isUsed(n)),
  );
  return { ...parsed, cues, has: (...kinds) => cues.some(({ kind }) => kinds.includes(kind)) };
}

/** Of what stands beside the value: words that neither the lists nor the question explain. */
export function unexplained(parsed: Parsed, { ear, known }: Around, rest: string): readonly string[] {
  if (rest === '') return [];
  const left = new Set(ear.wordsOf(rest));
  return ear
    .unknownIn(parsed, { first: 0, last: parsed.words.length }, [], known, [
      'done',
      'in-progress',
      'dont-know',
      'refused',
    ])
    .filter((word) => left.has(word));
}

/** Words. What is longer than this tells something, and less may be about the day. */
const longestTalk = 20;

/** A few words for a reason may be talk of the day, unless the question's own words bear them out: "I'm covering today". */
function talkIn({ words, cues }: Parsed, { ear, prompt, isFilledIn }: Around): readonly string[] {
  // What is written into the field of a card, or by whom only this is asked, is about it.
  if (words.length > longestTalk || isFilledIn || prompt.step.startsWith('asked:')) return [];
  const { function: holding, filler, courtesy } = ear.lists.cues;
  const isSmall = (word: string): boolean => holding.has(word) || filler.has(word) || courtesy.has(word);
  const asked = new Set(ear.wordsOf(prompt.text));
  const isDated = words.some(({ word }) => /^\d+(?:st|nd|rd|th)$/.test(word));
  const isBorne = !isDated && words.some(({ word }) => asked.has(word) && !isSmall(word));
  const isOfOneself = words.some(({ word }, n) => word === 'i' && beings.has(words[n + 1]?.word ?? ''));
  const isOfTheDay =
    isDated ||
    isOfOneself ||
    (isSmall(words[0]?.word ?? '') && !holding.has(words[0]?.word ?? '')) ||
    words.some(({ word }) => /^(?:19|20)\d\d$/.test(word)) ||
    cues.some(({ kind, first }) => kind === 'times' && words[first]?.word !== 'am');
  return isOfTheDay && !isBorne ? words.map(({ word }) => word).filter((word) => !isSmall(word)) : [];
}

const beings = new Set(['am', 'was', 'have', 'will', 'shall']);

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
export function statusOf(parsed: Parsed, reads: Reads, reading: Reading, own: readonly Hit[]): Status {
  if (parsed.clauses.length > 0 && parsed.clauses.every(({ asks }) => asks)) return 'asked';
  const cues = parsed.cues.filter(
    (cue) => !own.some((one) => overlaps(one, cue) && (listed.has(reads.type) || isOfAName(parsed, cue))),
  );
  const found = cautions.find((kind) => cues.some((cue) => cue.kind === kind));
  if (found) return found;
  if (reads.type !== 'yesNo' && isOthers(parsed)) return 'others';
  const isSo = isAffirmed(reads, reading);
  const value = reads.type === 'wholeNumber' ? own.at(-1) : own.at(0);
  // "No idea why I'm here", "Thursdays but it hangs on finance".
  if (value && listed.has(reads.type) && parsed.words[value.last]?.word === 'why') return 'doubt';
  const turn = parsed.cues.find(({ kind, first }) => kind === 'ends' && first > 0);
  if (turn && !listed.has(reads.type) && own.some((one) => overlaps(one, turn))) return 'part';
  const denials = cues.filter(({ kind, first }) => kind === 'denied' && parsed.words[first]?.word !== 'no');
  const isDeniable = reads.type !== 'yesNo' && reads.type !== 'choice' && reads.type !== 'intake';
  // "Anything but band 4", "band 4 is wrong"; of a yes any denial.
  const isDenied = denials.some(
    (cue) => isDeniable || isSo || (value && cue.first < value.first && isTogether(parsed, cue, value)),
  );
  const isWrong = cues.some(
    ({ kind, first, last }) =>
      kind === 'denied-after' && value && first >= value.last && last === parsed.words.length,
  );
  if (isDenied || isWrong) return 'denied';
  const isPast = reads.type === 'date' && reads.prefer === 'past';
  const leads = parsed.cues.filter(({ kind }) => kind === 'lead-ins');
  const isMeant = cues.some(
    (cue) =>
      cue.kind === 'meant' &&
      (isPast ||
        (!wanted.has(parsed.words[cue.first]?.word ?? '') &&
          !leads.some((lead) => overlaps(lead, cue)) &&
          (value && !isSo ? cue.first < value.first : true))),
  );
  if (isMeant) return 'meant';
  const isTakenBack = cues.some(({ kind, last }) => kind === 'retracts' && last >= parsed.words.length);
  if (isTakenBack || (reads.type === 'yesNo' && deniedTwice(parsed))) return 'maybe';
  return contradicts(parsed, reads, reading) ? 'maybe' : 'stated';
}

/** A word of a name by its capital, of an address by its signs. */
function isOfAName({ typed, words }: Parsed, { first }: Hit): boolean {
  const { from = 0, to = 0 } = words[first] ?? {};
  return (first > 0 && /^\p{Lu}/u.test(typed.slice(from, to))) || /[\d@]/.test(typed.slice(from, to));
}

/** "We never said no": a no that is no answer by itself denies too. */
function deniedTwice(parsed: Parsed): boolean {
  const answers = answersOf(parsed).filter(({ first }) => first === 0);
  return (
    parsed.cues.filter((cue) => cue.kind === 'denied' && !answers.some((one) => overlaps(one, cue))).length >
    1
  );
}

/** What is wanted of a form is told, and so is what will be. */
const wanted = new Set(
  'will shall would want wants wanting need needs have has must got should could let happy keen willing prepared looking look to'.split(
    ' ',
  ),
);

/** A yes, by itself or as an option. */
function isAffirmed(reads: Reads, reading: Reading): boolean {
  if (reading.kind !== 'value') return false;
  if (reads.type === 'yesNo') return reading.value === true;
  return (
    reads.type === 'choice' &&
    reads.options.some(
      ({ value, also }) => value === reading.value && (value === 'yes' || also.includes('yes')),
    )
  );
}

function isTogether({ clauses }: Parsed, cue: Hit, value: Hit): boolean {
  return clauses.some(({ first, last }) => cue.first >= first && value.first < last);
}

/** The words of the value itself: where they stand, or those of the option that was meant. */
function ownIn(
  parsed: Parsed,
  reads: Reads,
  { reading, used = [] }: Partial<ReadingIn> & { reading: Reading },
  said: string,
): readonly Hit[] {
  const { words, typed } = parsed;
  if (!listed.has(reads.type)) {
    const cut = typed.length - said.length;
    return used.flatMap(([from, to]) => {
      const at = words.flatMap((one, n) => (one.from >= from + cut && one.to <= to + cut ? [n] : []));
      return at.length > 0 ? [{ kind: '', first: at[0] ?? 0, last: (at.at(-1) ?? 0) + 1 }] : [];
    });
  }
  const names = namesOf(reads, reading);
  return new Lexicon([['', names]]).in(words);
}

function namesOf(reads: Reads, reading: Reading): readonly string[] {
  if (reading.kind !== 'value') return [];
  const { value } = reading;
  if (reads.type === 'intake')
    return reads.intakes
      .filter(({ id }) => id === value)
      .flatMap(({ label, also }) => [label, ...also].map(normalise));
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
  const said = new Set(answersOf(parsed).map(({ kind }) => kind));
  if (reads.type === 'yesNo') return said.has('yes') && said.has('no');
  if (reads.type !== 'choice' || reading.kind !== 'value') return false;
  const option = reads.options.find(({ value }) => value === reading.value);
  const saysYes = option?.also.includes('yes') ?? false;
  const saysNo = option?.also.includes('no') ?? false;
  return (saysYes && said.has('no')) || (saysNo && said.has('yes'));
}
