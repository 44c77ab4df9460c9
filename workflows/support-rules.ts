import {
  addDays,
  addMonths,
  addWorkingDays,
  daysBetween,
  type LondonDate,
  type WorkingCalendar,
} from './dates.js';
import { startOf, unanswered, type Blocker } from './expression-of-interest-rules.js';
import type { FormPart } from './expression-of-interest.machine.js';
import { rowQuestions, rowStage } from './fields.js';
import type { Scheme, Stage } from './scheme.js';

/** The days from which a stage's due day can be counted, as far as they are known. */
export interface Anchors {
  readonly start: LondonDate | null;
  readonly closing: LondonDate | null;
  readonly sending: LondonDate | null;
  readonly decision: LondonDate | null;
}

/** Working days without bank holidays, where nobody has a calendar at hand. */
const WEEKDAYS: WorkingCalendar = { isHoliday: () => false };

/** The last day on which a stage is on time; null while that from which it counts is not known, or for none at all. */
export function stageDue(
  { due }: Pick<Stage, 'due'>,
  anchors: Anchors,
  calendar: WorkingCalendar = WEEKDAYS,
): LondonDate | null {
  if (!due) return null;
  if ('on' in due) return due.on;
  const from = anchors[due.before ?? due.after ?? 'start'];
  if (from === null) return null;
  const sign = due.before ? -1 : 1;
  if (due.days !== undefined) return addDays(from, sign * due.days);
  if (due.months !== undefined) return addMonths(from, sign * due.months);
  return addWorkingDays(from, sign * (due.workingDays ?? 0), calendar);
}

/** What an application knows of the days from which its stages are counted. */
export function anchorsOf(scheme: Scheme, context: DatedContext): Anchors {
  return {
    start: startOf(scheme, context),
    closing: scheme.closes?.on ?? null,
    sending: context.sent.at(-1)?.on ?? null,
    decision: context.decision?.on ?? null,
  };
}

type DatedContext = Parameters<typeof startOf>[1] & {
  readonly sent: readonly { readonly on: LondonDate }[];
  readonly decision: { readonly on: LondonDate } | null;
};

/**
 * The last day on which the form for each place is on time; that day is included. In the bundled scheme it is 28 days
 * before the start (S000, step 4). Null where the scheme has no such form, or that from which it counts is not known yet.
 */
export function confirmationDue(
  scheme: Scheme,
  anchors: Partial<Anchors>,
  calendar?: WorkingCalendar,
): LondonDate | null {
  const stage = rowStage(scheme);
  const unknown: Anchors = { start: null, closing: scheme.closes?.on ?? null, sending: null, decision: null };
  return stage ? stageDue(stage, { ...unknown, ...anchors }, calendar) : null;
}

/** The stages that are open in a state and not done: what the applicant is told of, and can say that it is done. */
export function openStages(
  scheme: Scheme,
  state: string,
  { stagesDone = {} }: { readonly stagesDone?: Readonly<Record<string, LondonDate>> },
): Stage[] {
  const funded = ['recruiting', 'confirmingSupport', 'supportConfirmed', 'started'].includes(state);
  return scheme.after.filter(
    ({ id, asks, from, decides, whose }) =>
      !asks &&
      !(decides && funded) &&
      stagesDone[id] === undefined &&
      // What others do before they decide is over once they have decided.
      (funded
        ? from === 'decision' || whose === 'applicant'
        : from === 'sending' && state === 'awaitingDecision'),
  );
}

/** Returned after the due day? The due day itself is on time. */
export function isLate(dueOn: LondonDate, on: LondonDate): boolean {
  return daysBetween(dueOn, on) > 0;
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
    unanswered(rowQuestions(scheme), context).map((blocker) => ({ row, blocker })),
  );
}
