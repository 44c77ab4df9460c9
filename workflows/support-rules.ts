import { addDays, daysBetween } from './dates.js';
import { unanswered, type Blocker } from './expression-of-interest-rules.js';
import type { FormPart } from './expression-of-interest.machine.js';
import type { Scheme } from './scheme.js';

/**
 * The last day on which a Confirmation of Support is on time: "at least four weeks prior to the start of the
 * programme" (S000, step 4), so 28 days before the start, that day included. London dates.
 */
export function confirmationDue(scheme: Scheme, starts: string): string {
  return addDays(starts, -scheme.confirmation.dueDaysBeforeStart);
}

/** Returned after the due day? The due day itself is on time. */
export function isLate(scheme: Scheme, starts: string, on: string): boolean {
  return daysBetween(confirmationDue(scheme, starts), on) > 0;
}

/** One row for each trainee; fewer trainees than places awarded need a reason. */
export function rowsNeedReason(awarded: number, trainees: number): boolean {
  return trainees !== awarded;
}

export interface RowBlocker {
  readonly row: number;
  readonly blocker: Blocker;
}

/** What is still missing, row by row (rows count from 0). */
export function supportBlockers(scheme: Scheme, rows: readonly FormPart[]): RowBlocker[] {
  return rows.flatMap(({ context }, row) =>
    unanswered(scheme.confirmation.questions, context).map((blocker) => ({ row, blocker })),
  );
}
