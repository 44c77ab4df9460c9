import { englandCalendar } from '../../data/calendar/england.js';
import type { LondonDate, WorkingCalendar } from '../../workflows/dates.js';
import type { Scheme, Stage } from '../../workflows/scheme.js';
import * as rules from '../../workflows/support-rules.js';

/** The due days as they are said: in England's working days, as the reminders count them. */

let england: WorkingCalendar | undefined;

export function confirmationDue(scheme: Scheme, anchors: Partial<rules.Anchors>): LondonDate | null {
  return rules.confirmationDue(scheme, anchors, (england ??= englandCalendar()));
}

export function stageDue(stage: Pick<Stage, 'due'>, anchors: rules.Anchors): LondonDate | null {
  return rules.stageDue(stage, anchors, (england ??= englandCalendar()));
}
