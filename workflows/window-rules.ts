import type { LondonDate } from './dates.js';
import type { Scheme } from './scheme.js';

/** A day, or a London time ('HH:mm') on it. */
export interface Moment {
  readonly on: LondonDate;
  readonly at?: string | undefined;
}

/** Whether a round takes forms at a moment, and why not. Everyone who has to know asks here. */
export type RoundStatus =
  | { readonly kind: 'not-yet'; readonly opens: Moment }
  | { readonly kind: 'open'; readonly closes: Moment | null; readonly until: 'closing' | 'early' | 'full' }
  | { readonly kind: 'closed'; readonly since: Moment; readonly why: 'closing' | 'early' | 'full' };

type Window = Pick<Scheme, 'opens' | 'closes' | 'closed' | 'mayCloseEarly' | 'untilFull'>;

/** `opens` counts from its day or its time on; `closes` takes the whole of its day, or up to its time. */
export function roundStatus(scheme: Window, date: LondonDate, time: string): RoundStatus {
  const { opens, closes, closed, untilFull, mayCloseEarly } = scheme;
  if (closed && isReached({ on: closed.since, at: closed.at }, date, time))
    return {
      kind: 'closed',
      since: { on: closed.since, ...(closed.at ? { at: closed.at.slice(0, 5) } : {}) },
      why: untilFull ? 'full' : 'early',
    };
  if (closes && isOver(closes, date, time)) return { kind: 'closed', since: tidy(closes), why: 'closing' };
  if (opens && !isReached(opens, date, time)) return { kind: 'not-yet', opens: tidy(opens) };
  return {
    kind: 'open',
    closes: closes && tidy(closes),
    until: untilFull ? 'full' : mayCloseEarly ? 'early' : 'closing',
  };
}

/** Is the round taking forms at this London date and time ('HH:mm')? */
export function isOpen(scheme: Window, date: LondonDate, time: string): boolean {
  return roundStatus(scheme, date, time).kind === 'open';
}

/** The last day on which a form can be sent, as far as it is known. */
export function lastDay({ closes, closed }: Window): LondonDate | null {
  if (!closes) return closed?.since ?? null;
  return closed && closed.since < closes.on ? closed.since : closes.on;
}

function isReached({ on, at }: Moment, date: LondonDate, time: string): boolean {
  if (date !== on) return date > on;
  return at === undefined || time >= at.slice(0, 5);
}

function isOver({ on, at }: Moment, date: LondonDate, time: string): boolean {
  if (date !== on) return date > on;
  return at !== undefined && time >= at.slice(0, 5);
}

function tidy({ on, at }: Moment): Moment {
  return at ? { on, at: at.slice(0, 5) } : { on };
}
