import type { Logger } from 'pino';
import { pinnedScheme, type Schemes } from '../../data/schemes/schemes.js';
import { line } from '../../dialogs/rounds/content.js';
import type { Application } from '../../workflows/application.js';
import { londonDate, londonTime, type Instant } from '../../workflows/dates.js';
import type { Scheme } from '../../workflows/scheme.js';

/** Which round an application belongs to, and which of them are there. */

/** Its file may be gone or have a fault: then its applications wait, and nothing touches them. */
export function isOfKnownRound(schemes: Schemes): (application: Pick<Application, 'scheme'>) => boolean {
  return (application) => pinnedScheme(schemes, application) !== undefined;
}

/** @throws Error for an application whose round is not there: ask {@link isOfKnownRound} first. */
export function schemeOfIn(schemes: Schemes): (application: Pick<Application, 'scheme'>) => Scheme {
  return (application) => {
    const scheme = pinnedScheme(schemes, application);
    if (!scheme) throw new Error(`The round of an application is not there: ${application.scheme.id}`);
    return scheme;
  };
}

/** The longest times that any round keeps what has ended: what is promised must hold for all of them. */
export function longestRetention(rounds: readonly Scheme[]): Scheme['retention'] {
  return {
    unsuccessfulMonths: Math.max(...rounds.map(({ retention }) => retention.unsuccessfulMonths)),
    successfulMonths: Math.max(...rounds.map(({ retention }) => retention.successfulMonths)),
  };
}

/** Said at a start: which rounds are open today and which are not, and why; and what is wrong with any file. */
export function announceRounds({ rounds, faults, warnings }: Schemes, now: Instant, log: Logger): void {
  const [today, time] = [londonDate(now), londonTime(now)];
  const lines = rounds.map((one) => line(one, today, time).replaceAll('**', ''));
  process.stdout.write(`The rounds today:\n${lines.join('\n')}\n`);
  for (const fault of faults)
    process.stderr.write(`This round's file has a fault, so it is left out: ${fault}\n`);
  for (const file of new Set(faults.map((fault) => fault.split(':', 1)[0])))
    log.error({ code: 'ROUND_LEFT_OUT', file }, 'a round is left out');
  for (const warning of warnings) process.stderr.write(`Please look at this: ${warning}\n`);
}
