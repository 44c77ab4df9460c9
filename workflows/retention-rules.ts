import { stateOf, type Application } from './application.js';
import type { ApplicationEvent } from './application.machine.js';
import { addMonths, londonDate, type LondonDate } from './dates.js';
import { inForce } from './history.js';
import type { Scheme } from './scheme.js';

/** How an application ended, which says how long it is kept. One that goes on has not ended, however idle it is. */
export type Ending = 'unsuccessful' | 'successful';

const endings: Partial<Record<string, readonly [Ending, ApplicationEvent['type']]>> = {
  unsuccessful: ['unsuccessful', 'decision.received'],
  withdrawn: ['unsuccessful', 'application.withdrawn'],
  // Funded, and never heard of again: its outcome is known, so its time runs.
  recruiting: ['successful', 'decision.received'],
  confirmingSupport: ['successful', 'decision.received'],
  supportConfirmed: ['successful', 'support.returned'],
  started: ['successful', 'programme.started'],
};

/** How it ended, and the day on which that was recorded: a date that somebody told could be years back by a slip. */
export function endOf({ snapshot, history }: Application): { how: Ending; on: LondonDate } | undefined {
  const [how, type] = endings[stateOf(snapshot.value)] ?? [];
  const last = how && inForce(history).findLast(({ event }) => event.type === type);
  return last && { how, on: londonDate(last.at) };
}

/** The day from which an application is to be gone (`domain.md`, "Privacy"), by its own scheme; undefined: not yet known. */
export function deletedOn(
  application: Application,
  { retention }: Pick<Scheme, 'retention'>,
): LondonDate | undefined {
  const end = endOf(application);
  return end && addMonths(end.on, monthsAfter(end.how, retention));
}

export function monthsAfter(how: Ending, retention: Scheme['retention']): number {
  return how === 'successful' ? retention.successfulMonths : retention.unsuccessfulMonths;
}
