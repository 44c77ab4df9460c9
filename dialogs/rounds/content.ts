import type { Dimension } from '../../workflows/audience-rules.js';
import type { Scheme } from '../../workflows/scheme.js';
import { roundStatus, type RoundStatus } from '../../workflows/window-rules.js';
import { sayStatus } from './words.js';

/** Every word about which round is whose, and whether it takes forms. */

export const ask: Record<Dimension, string> = {
  regions: 'Where is your service?',
  kinds: 'What kind of organisation do you work for?',
  roles: 'Which role do you want training for?',
};

export const label: Record<Dimension, string> = {
  regions: 'Region',
  kinds: 'Kind of organisation',
  roles: 'Role',
};

export const lead = 'There is more than one round, so first I find yours.';
export const noneOfThese = 'None of these';
export const noneLabel: Record<Dimension, string> = {
  regions: 'Somewhere else',
  kinds: 'Another kind',
  roles: 'Another role',
};
export const which = 'More than one round fits. Which one do you mean?';
export const whichLabel = 'Round';

/** One line a round, with where it stands. */
export function line(scheme: Scheme, today: string, time: string): string {
  return `- **${scheme.name}**: ${scheme.audience.summary}. ${sayStatus(roundStatus(scheme, today, time))}`;
}

/** Nobody's round: what there is, and whom to ask. */
export function noneFits(rounds: readonly Scheme[], today: string, time: string): string {
  return [
    '**None of the rounds here is for you, as you told me.** That is no refusal: another round may be.',
    `These are the rounds that I have:\n${rounds.map((one) => line(one, today, time)).join('\n')}`,
    `Whom to ask which round is yours:\n${contactsOf(rounds)}`,
  ].join('\n\n');
}

function contactsOf(rounds: readonly Scheme[]): string {
  const lines = rounds
    .flatMap(({ contacts }) => contacts)
    .map(
      ({ name, asks, email, phone }) => `- **${name}**: ${[asks, email, phone].filter(Boolean).join(' ')}`,
    );
  return [...new Set(lines)].slice(0, 6).join('\n');
}

/** Said before anything is asked: this round takes no form now, and what can be done. `next` opens later. */
export function closed(scheme: Scheme, status: RoundStatus, next: Scheme | undefined): string {
  const opening =
    status.kind === 'not-yet'
      ? 'You can get ready now: answer the readiness checks, so that the form is quick when it opens.'
      : 'So I do not ask you the questions now.';
  return [
    `**${scheme.name}.** ${sayStatus(status)}`,
    `${opening} ${status.kind === 'closed' ? canBeDone(scheme, next) : ''}`.trim(),
  ].join('\n\n');
}

/** What is left to do where a round takes no more forms. */
export function canBeDone(scheme: Scheme, next: Scheme | undefined): string {
  const other =
    next?.opens && next.id !== scheme.id
      ? `The next round is **${next.name}**. ${sayStatus({ kind: 'not-yet', opens: { on: next.opens.on, ...(next.opens.at ? { at: next.opens.at.slice(0, 5) } : {}) } })}`
      : 'Ask whom to ask about the next round: say **who can I ask**. Say **remind me** with a day, and I will remind you to look again.';
  return [scheme.whenClosed, other].filter(Boolean).join(' ');
}

export const nowAbout = (scheme: Scheme): string =>
  `I now talk about the round **${scheme.name}**: ${scheme.audience.summary}.`;
export const beganIn = (scheme: Scheme): string => `This is the round **${scheme.name}**.`;
