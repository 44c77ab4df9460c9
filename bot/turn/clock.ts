import { atLondon } from '../../workflows/dates.js';

/** The only way to know the time. */
export interface Clock {
  /** Instant, ISO with Z. */
  now(): string;
}

/** The machine's clock, or one that starts at a given London time ('2027-01-04T09:00') and runs on from there. */
export function startClock(from?: string): Clock {
  if (!from) return { now: () => new Date().toISOString() };
  const [date = '', time = ''] = from.split('T');
  const ahead = Date.parse(atLondon(date, time)) - Date.now();
  return { now: () => new Date(Date.now() + ahead).toISOString() };
}
