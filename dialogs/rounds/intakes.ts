import { dayOf } from '../../workflows/expression-of-interest-rules.js';
import { rowStage } from '../../workflows/fields.js';
import type { Intake, Scheme } from '../../workflows/scheme.js';
import { confirmationDue } from './due.js';
import { sayDate } from '../../workflows/dates.js';
import type { Reads, View } from '../conversation.js';
import { sayStart, theConfirmation, theRecipient } from './words.js';

/** An intake that has started is not offered, and one whose form for each place is late already is so with a word. */
export function standingOf(scheme: Scheme, intake: Intake, today: string): 'open' | 'late' | 'gone' {
  if (intake.starts < today.slice(0, intake.starts.length)) return 'gone';
  if (intake.starts === today) return 'gone';
  const start = dayOf(intake.starts);
  const due = start === null ? null : confirmationDue(scheme, { start });
  return due !== null && due < today ? 'late' : 'open';
}

/**
 * What is read as it stands today: the intakes that can still be chosen (all of them where none can, so that nobody is
 * stuck), and the day that 'today' is.
 */
export function offered<R extends Reads>(reads: R, { scheme, today }: Pick<View, 'scheme' | 'today'>): Reads {
  if (reads.type === 'date') {
    const { notBefore, notAfter } = reads;
    return {
      ...reads,
      ...(notBefore === 'today' ? { notBefore: today } : {}),
      ...(notAfter === 'today' ? { notAfter: today } : {}),
    };
  }
  if (reads.type !== 'intake') return reads;
  const left = reads.intakes.filter((one) => standingOf(scheme, one, today) !== 'gone');
  return left.length > 0 ? { ...reads, intakes: left } : reads;
}

/** Which intakes are gone or late, said before one is chosen. */
export function notOffered({ scheme, today }: Pick<View, 'scheme' | 'today'>): string {
  const lines = scheme.intakes.flatMap((intake) => {
    switch (standingOf(scheme, intake, today)) {
      case 'gone':
        return `${intake.label} has started already.`;
      case 'late':
        return sayLate(scheme, intake);
      case 'open':
        return [];
    }
  });
  return lines.join(' ');
}

/** After one was chosen that is late or gone. */
export function lateIntake({ scheme, today }: Pick<View, 'scheme' | 'today'>, id: string): string {
  const intake = scheme.intakes.find((one) => one.id === id);
  if (!intake) return '';
  const standing = standingOf(scheme, intake, today);
  if (standing === 'open') return '';
  const what =
    standing === 'gone'
      ? `${intake.label} has started already, in ${sayStart(intake)}.`
      : sayLate(scheme, intake);
  return `**A caution.** ${what} Ask ${theRecipient(scheme)} whether it can still be reached.`;
}

function sayLate(scheme: Scheme, intake: Intake): string {
  const start = dayOf(intake.starts);
  const due = start === null ? null : confirmationDue(scheme, { start });
  return due && rowStage(scheme)
    ? `For ${intake.label} it is late already: ${theConfirmation(scheme)} was due on ${sayDate(due)}.`
    : '';
}
