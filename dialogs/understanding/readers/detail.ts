import type { Reads } from '../../conversation.js';
import type { Act, Proposal } from '../acts.js';
import { readAnswer } from '../answers.js';
import type { Around } from '../around.js';
import type { Parsed } from '../status.js';
import { readDay, type Day } from './days.js';

/** "Who is doing it, and by what day?": either, or both, in any order. */
export function readDetail(parsed: Parsed, around: Around): Proposal | undefined {
  if (!around.asksDetail) return undefined;
  const { typed } = parsed;
  const day = readDay(parsed, around.today, 'future');
  const said = (day ? without(parsed, day) : typed).replace(edges, '').trim();
  const who = said === '' ? undefined : readAnswer(contact, said, around.today);
  const name = who?.kind === 'value' ? String(who.value) : isMe(said) ? said : undefined;
  const reading = readAnswer({ type: 'date', prefer: 'future' }, typed, around.today);
  // A day that cannot be is said, and nothing is put down in its place.
  const isTwo = reading.kind === 'which' && !/\bnext\b/i.test(typed);
  if (reading.kind === 'again' || isTwo)
    return made([{ kind: 'answer', reading }], 'a day that cannot be kept');
  // "Next Friday" is the one after this week's, and is said back.
  const later = reading.kind === 'which' ? reading.options.at(-1)?.value : undefined;
  const by = day?.date ?? (later === undefined ? undefined : String(later));
  if (name === undefined && (by === undefined || said !== '')) return undefined;
  return made(
    [{ kind: 'detail', ...(name === undefined ? {} : { who: name }), ...(by === undefined ? {} : { by }) }],
    [name, by].filter(Boolean).join(', by '),
  );
}

const contact: Reads = { type: 'name', min: 1, max: 120, shape: 'contact' };

/** What leads from the one to the other. */
const edges = /^[\s,;.]+|(?:[\s,;.]|\b(?:by|on|due|before|for|until)$)+$/gi;

function isMe(said: string): boolean {
  return /^(?:me|myself|i am|us|our team|the team)$/i.test(said);
}

function made(acts: readonly Act[], because: string): Proposal {
  return { reader: 'detail', acts, whole: true, status: 'stated', sure: 1, because };
}

function without({ typed, words }: Parsed, { used }: Day): string {
  return used.reduceRight((left, { first, last }) => {
    const [from, to] = [words[first]?.from ?? 0, words[last - 1]?.to ?? 0];
    return `${left.slice(0, from).replace(/\b(?:by|on|due|before|for|until)\s*$/i, '')} ${left.slice(to)}`;
  }, typed);
}
