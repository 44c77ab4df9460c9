import type { Application } from './application.js';
import type { ApplicationEvent } from './application.machine.js';
import { turnsOf } from './history.js';
import type { InvitationKind } from './people.js';

/**
 * Who may do what with an application (`domain.md`, "Privacy"): only the owner, the people the owner invited and the
 * organisation's coordinators see it at all. Every command, card and link is asked here, and nowhere else.
 */

export const roles = ['owner', 'invited', 'coordinator', 'none'] as const;
export type Role = (typeof roles)[number];

const table = {
  /** That it exists, its service and owner, its state and its next date. */
  see: ['owner', 'invited', 'coordinator'],
  /** Its answers and its history. */
  read: ['owner', 'invited'],
  /** The readiness checks, eligibility, the form, and the rows of the form for each place. */
  answer: ['owner', 'invited'],
  documents: ['owner', 'invited'],
  /** Leave it, as someone who was invited. */
  leave: ['invited'],
  /** Confirm the answers, declare, and record that a form was sent or returned; change the university after that. */
  send: ['owner'],
  /** Record what the university and the programme did. */
  decide: ['owner'],
  /** Withdraw it, and take that back. */
  withdraw: ['owner'],
  copy: ['owner'],
  /** Make codes for colleagues, take them back, remove a colleague. */
  invite: ['owner'],
  'hand-over': ['owner'],
  delete: ['owner'],
  /** Nobody joins by who they are: it takes an invitation, see {@link opens}. */
  join: [],
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof table;
export const actions = Object.keys(table) as Action[];

export function may(role: Role, action: Action): boolean {
  return (table[action] as readonly Role[]).includes(role);
}

/** Someone as the rules see them. */
export interface Member {
  readonly id: string;
  readonly tenant: string;
  readonly coordinator: boolean;
}

/** Outside its tenant an application is nobody's business, whoever asks. */
export function roleOf(
  { owner, invited, tenant }: Pick<Application, 'owner' | 'invited' | 'tenant'>,
  person: Member,
): Role {
  if (tenant !== person.tenant) return 'none';
  if (owner === person.id) return 'owner';
  if (invited.includes(person.id)) return 'invited';
  return person.coordinator ? 'coordinator' : 'none';
}

/** A one-time code as it is kept: good for one application, in one tenant, until an instant. */
export interface Invitation {
  readonly to: InvitationKind;
  /** The one question to answer, for a code that lets answer. */
  readonly question?: string;
  readonly application: string;
  readonly tenant: string;
  readonly expires: string;
}

/** Days for which a code works. A question is remembered after 3 and 7 working days, and may still be answered then. */
export const invitationDays: Readonly<Record<InvitationKind, number>> = {
  invite: 7,
  'hand-over': 7,
  answer: 28,
};

/** Does a code let this person in, now? */
export function opens(
  { application, tenant, expires }: Invitation,
  about: Pick<Application, 'reference' | 'tenant'>,
  { tenant: theirs }: Pick<Member, 'tenant'>,
  now: string,
): boolean {
  return application === about.reference && tenant === about.tenant && tenant === theirs && expires > now;
}

/** Does an invitation that opens let its bearer do this, whoever they are? */
export function admits({ to, question }: Invitation, event: ApplicationEvent): boolean {
  switch (event.type) {
    case 'people.joined':
      return to === 'invite';
    case 'owner.changed':
      return to === 'hand-over';
    case 'colleague.answered':
    case 'colleague.proposed':
    case 'form.answered':
      return to === 'answer' && event.question === question;
    default:
      return false;
  }
}

/**
 * What one must be allowed, for an event to count. `by` is who brings it about. To take back what was done, one must be
 * allowed to do it: that is asked of each event that goes, see {@link actionsOf}.
 */
export function actionOf(event: ApplicationEvent, by: string): Action {
  switch (event.type) {
    case 'answers.confirmed':
    case 'declaration.accepted':
    case 'eoi.sent':
    case 'university.changed':
    case 'scheme.moved':
    case 'support.returned':
    case 'support.reopened':
      return 'send';
    case 'decision.received':
    case 'decision.corrected':
    case 'start.moved':
    case 'programme.started':
    case 'stage.done':
      return 'decide';
    case 'application.withdrawn':
    case 'application.reopened':
      return 'withdraw';
    case 'people.invited':
      return event.to === 'hand-over' ? 'hand-over' : 'invite';
    case 'people.uninvited':
    case 'colleague.asked':
      return 'invite';
    case 'people.removed':
      return event.person === by ? 'leave' : 'invite';
    case 'people.joined':
    case 'owner.changed':
    case 'colleague.answered':
    case 'colleague.proposed':
      return 'join';
    case 'readiness.started':
    case 'readiness.asked':
    case 'readiness.answered':
    case 'readiness.detailed':
    case 'eligibility.answered':
    case 'eligibility.asked':
    case 'form.started':
    case 'form.answered':
    case 'form.renewed':
    case 'form.parked':
    case 'form.asked':
    case 'form.resumed':
    case 'recruitment.finished':
    case 'support.row':
    case 'turn.undone':
      return 'answer';
  }
}

/** The same for an event in an application: what was taken back counts as if it were done. */
export function actionsOf(
  event: ApplicationEvent,
  by: string,
  { history }: Pick<Application, 'history'>,
): Action[] {
  if (event.type !== 'turn.undone') return [actionOf(event, by)];
  const taken = turnsOf(history).filter(({ id }) => event.turns.includes(id));
  return [
    actionOf(event, by),
    ...taken.flatMap(({ events }) =>
      events.flatMap((one) =>
        // A colleague's answer is taken back by whoever may answer.
        one.type === 'colleague.answered' || one.type === 'colleague.proposed'
          ? []
          : actionsOf(one, by, { history }),
      ),
    ),
  ];
}
