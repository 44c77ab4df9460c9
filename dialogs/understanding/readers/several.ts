import type { Act, Proposal, Slot } from '../acts.js';
import type { Answer } from '../../../workflows/scheme.js';
import { readAnswerIn } from '../answers.js';
import type { Around } from '../around.js';
import type { Parsed } from '../status.js';
import { inWords } from './answer.js';
import { answersOf } from './answers.js';

/**
 * Several answers in a row: "Sue Hartley, ward manager, sue@trust.nhs.uk". An address, a phone number and a postcode tell
 * what they are; words take the questions of the same part in their order.
 */
export function readSeveral(parsed: Parsed, around: Around): Proposal | undefined {
  const open = around.slots.find(({ id }) => id === around.openSlot);
  if (!open?.reads || !open.section || open.reads.type === 'paragraph' || open.id.startsWith('check:'))
    return undefined;
  const section = around.slots.filter((slot) => slot.section === open.section && slot.reads);
  if (parsed.has('retracts') || answersOf(parsed).some(({ first }) => first === 0)) return undefined;
  for (const cut of cuts) {
    const parts = parsed.typed.split(cut).filter(Boolean);
    if (parts.length < 2 || parts.length > 8) continue;
    const acts = tellAll(parts, section.slice(section.indexOf(open)), around);
    if (acts)
      return {
        ...{ reader: 'several', acts, whole: true, status: 'stated', sure: 0.9 },
        because: `answers ${String(acts.length)} questions of ${open.section}`,
      };
  }
  return undefined;
}

/** Where one answer ends and the next begins. */
const cuts = [
  /\s*[,;\n]\s*(?:and\s+)?|\s+(?:-|–|—|and)\s+/,
  /\s*[,;]\s*|\s+(?:for|with|in|starting)\s+/,
] as const;

/** Every part answers a question of its own, with nothing left over; the first of all the one that is open. */
function tellAll(
  parts: readonly string[],
  slots: readonly Slot[],
  { today, ear }: Around,
): readonly Act[] | undefined {
  const left = [...slots];
  const acts: Act[] = [];
  for (const part of parts) {
    const read = (slot: Slot): Answer | undefined => {
      if (!slot.reads) return undefined;
      const { reading, rest } = readAnswerIn(slot.reads, part, today);
      // "Nobody in mind yet", "3 hours a week": what is left are the question's own words.
      const own = new Set(slot.names.flatMap((name) => name.split(' ')));
      const isExplained = ear
        .wordsOf(rest)
        .every((word) => own.has(word) || ear.lists.cues.function.has(word) || word === 'yet');
      return reading.kind === 'value' && isExplained ? reading.value : undefined;
    };
    const open = acts.length === 0 ? left[0] : undefined;
    const slot =
      (open && read(open) !== undefined ? open : undefined) ??
      left.find((one) => isEvident(one) && read(one) !== undefined) ??
      left.find(
        (one) =>
          inWords.has(one.reads?.type ?? '') && one.reads?.type !== 'paragraph' && read(one) !== undefined,
      );
    const value = slot && read(slot);
    if (!slot || value === undefined) return undefined;
    left.splice(left.indexOf(slot), 1);
    acts.push({ kind: 'tell', slot: slot.id, value });
  }
  const tells = acts.some(
    (act) => act.kind === 'tell' && slots.some((slot) => slot.id === act.slot && isEvident(slot)),
  );
  return tells ? acts : undefined;
}

/** Says by its form what it is. */
const evident: ReadonlySet<string> = new Set([
  'email',
  'phone',
  'postcode',
  'university',
  'intake',
  'wholeNumber',
  'choice',
  'yesNo',
]);

function isEvident({ reads }: Slot): boolean {
  return reads !== undefined && evident.has(reads.type);
}
