import type { Act, Proposal, Slot } from '../acts.js';
import { readAnswer } from '../answers.js';
import type { Around } from '../around.js';
import type { Parsed } from '../status.js';
import { inWords } from './answer.js';

/**
 * Several answers in a row: "Sue Hartley, ward manager, sue@trust.nhs.uk". An address, a phone number and a postcode tell
 * what they are; words take the questions of the same part in their order.
 */
export function readSeveral(parsed: Parsed, around: Around): Proposal | undefined {
  const open = around.slots.find(({ id }) => id === around.openSlot);
  if (!open?.reads || !open.section || !inWords.has(open.reads.type) || open.reads.type === 'paragraph')
    return undefined;
  const parts = parsed.typed.split(/\s*[,;\n]\s*|\s+(?:-|–|—|and)\s+/).filter(Boolean);
  if (parts.length < 2 || parts.length > 8) return undefined;
  const section = around.slots.filter((slot) => slot.section === open.section && slot.reads);
  const left = section.slice(section.indexOf(open));
  const acts: Act[] = [];
  for (const part of parts) {
    const slot =
      left.find((one) => tells(one, part)) ?? left.find((one) => inWords.has(one.reads?.type ?? ''));
    const reading = slot?.reads && readAnswer(slot.reads, part, around.today);
    if (!slot || reading?.kind !== 'value') return undefined;
    left.splice(left.indexOf(slot), 1);
    acts.push({ kind: 'tell', slot: slot.id, value: reading.value });
  }
  const isEvident = acts.some((act) => act.kind === 'tell' && evident.has(typeOf(section, act.slot)));
  if (!isEvident) return undefined;
  return {
    ...{ reader: 'several', acts, whole: true, status: 'stated', sure: 0.9 },
    because: `answers ${String(acts.length)} questions of ${open.section}`,
  };
}

const evident: ReadonlySet<string> = new Set(['email', 'phone', 'postcode']);

function tells({ reads }: Slot, part: string): boolean {
  return (
    reads !== undefined && evident.has(reads.type) && readAnswer(reads, part, '2000-01-01').kind === 'value'
  );
}

function typeOf(section: readonly Slot[], id: string): string {
  return section.find((slot) => slot.id === id)?.reads?.type ?? '';
}
