import { hasTag, stateOf, type Application } from './application.js';
import { nextWorkingDay, type LondonDate, type WorkingCalendar } from './dates.js';
import { fieldOf } from './fields.js';
import type { Nudge } from './nudge-rules.js';
import type { Scheme } from './scheme.js';
import type { Moment } from './window-rules.js';

/** A round's own dates, as they are kept to be compared with the next start's. */
export interface RoundDates {
  readonly opens: Moment | null;
  readonly closes: Moment | null;
  readonly starts: Readonly<Record<string, string>>;
}

/** One date that was edited. `what`: the opening, the closing, or the id of an intake. */
export interface Moved {
  readonly what: string;
  readonly from: string | null;
  readonly to: string | null;
}

export function datesOf({ opens, closes, intakes }: Scheme): RoundDates {
  return { opens, closes, starts: Object.fromEntries(intakes.map(({ id, starts }) => [id, starts])) };
}

export function movedDates(before: RoundDates, after: RoundDates): Moved[] {
  const said = (moment: Moment | null) =>
    moment && [moment.on, moment.at?.slice(0, 5)].filter(Boolean).join(' ');
  const window = (['opens', 'closes'] as const).map((what) => ({
    what,
    from: said(before[what]),
    to: said(after[what]),
  }));
  const starts = Object.entries(after.starts).flatMap(([id, to]) => {
    const from = before.starts[id];
    return from === undefined ? [] : [{ what: id, from, to }];
  });
  return [...window, ...starts].filter(({ from, to }) => from !== to);
}

/** Whom a date concerns: the window whoever has not sent yet, a start whoever chose that intake and was told no other. */
export function concerns({ what }: Moved, application: Application, scheme: Scheme): boolean {
  const { value, context } = application.snapshot;
  const state = stateOf(value);
  if (what === 'opens' || what === 'closes') return hasTag(state, 'isUnsent');
  if (['started', 'withdrawn', 'unsuccessful'].includes(state) || context.startMoved !== null) return false;
  return fieldOf(scheme, 'intake', context.form.context.answers) === what;
}

/** What tells of a moved date: once, with the old and the new one, on the next working day. */
export function movedNudge(
  moved: Moved,
  { reference }: Pick<Application, 'reference'>,
  today: LondonDate,
  calendar: WorkingCalendar,
): Nudge {
  const subject = JSON.stringify([moved.what, moved.from, moved.to]);
  const due = nextWorkingDay(today, calendar);
  const key = [reference, 'date-moved', subject].map(encodeURIComponent).join(':');
  return {
    ...{ rule: 'date-moved', application: reference, subject, offset: null, to: 'owner' },
    ...{ due, until: null, about: today, key },
  };
}

export function movedIn(subject: string | null): Moved | undefined {
  try {
    const [what, from, to] = JSON.parse(subject ?? '') as [string, string | null, string | null];
    return { what, from, to };
  } catch {
    return undefined;
  }
}
