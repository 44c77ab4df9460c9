import type { Reads } from '../../conversation.js';
import type { Act, Proposal } from '../acts.js';
import { readAnswer, readAnswerIn } from '../answers.js';
import type { Around } from '../around.js';
import { Lexicon } from '../lexicon.js';
import type { Parsed, Status } from '../status.js';
import { statusOf, unexplained } from './answer.js';
import { readDay, type Day } from './days.js';

/** "Who is doing it, and by what day?": either, or both, in any order. */
export function readDetail(parsed: Parsed, around: Around): Proposal | undefined {
  if (!around.asksDetail) return undefined;
  const { typed } = parsed;
  const day = readDay(parsed, around.today, 'future');
  const said = (day ? without(parsed, day) : typed).replace(edges, '').trim();
  const read = said === '' ? undefined : readAnswerIn(contact, said, around.today);
  const who = read?.reading;
  const name = who?.kind === 'value' ? String(who.value) : isMe(said) ? said : undefined;
  const reading = readAnswer({ type: 'date', prefer: 'future' }, typed, around.today);
  // A day that cannot be is said, and nothing is put down in its place.
  const isTwo = reading.kind === 'which' && !/\bnext\b/i.test(typed);
  if (reading.kind === 'again' || isTwo)
    return made([{ kind: 'answer', reading }], 'stated', [], 'a day that cannot be kept');
  // "Next Friday" is the one after this week's, and is said back.
  const later = reading.kind === 'which' ? reading.options.at(-1)?.value : undefined;
  const by = day?.date ?? (later === undefined ? undefined : String(later));
  if (name === undefined && (by === undefined || said !== '')) return undefined;
  const own =
    name === undefined ? [] : new Lexicon([['', [around.ear.wordsOf(name).join(' ')]]]).in(parsed.words);
  const isDay = ({ first, last }: { first: number; last: number }): boolean =>
    day?.used.some((one) => first < one.last && one.first < last) ?? false;
  const status = who
    ? statusOf({ ...parsed, cues: parsed.cues.filter((cue) => !isDay(cue)) }, contact, who, own)
    : 'stated';
  return made(
    [{ kind: 'detail', ...(name === undefined ? {} : { who: name }), ...(by === undefined ? {} : { by }) }],
    status,
    who?.kind === 'value' ? unexplained(parsed, around, read?.rest ?? '') : [],
    [name, by].filter(Boolean).join(', by '),
  );
}

const contact: Reads = { type: 'name', min: 1, max: 120, shape: 'contact' };

/** What leads from the one to the other. */
const edges = /^[\s,;.]+|(?:[\s,;.]|\b(?:by|on|due|before|for|until)$)+$/gi;

function isMe(said: string): boolean {
  return /^(?:me|myself|i am|us|our team|the team)$/i.test(said);
}

function made(acts: readonly Act[], status: Status, unknown: readonly string[], because: string): Proposal {
  const whole = unknown.length === 0;
  return {
    ...{ reader: 'detail', acts, whole, status, sure: whole ? 1 : 0.5 },
    because: whole ? because : `${because}; not explained: ${unknown.join(' ')}`,
  };
}

function without({ typed, words }: Parsed, { used }: Day): string {
  return used.reduceRight((left, { first, last }) => {
    const [from, to] = [words[first]?.from ?? 0, words[last - 1]?.to ?? 0];
    return `${left.slice(0, from).replace(/\b(?:by|on|due|before|for|until)\s*$/i, '')} ${left.slice(to)}`;
  }, typed);
}
