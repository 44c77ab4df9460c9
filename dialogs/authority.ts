import type { Application } from '../workflows/application.js';
import {
  actionsOf,
  admits,
  may,
  opens,
  roleOf,
  type Action,
  type Member,
  type Role,
} from '../workflows/authority-rules.js';
import type { Link, Move, View } from './conversation.js';
import type { Command } from './understanding/commands.js';

/** The person of a view, as the rules see them. */
export function memberOf({ person, coordinator }: Pick<View, 'person' | 'coordinator'>): Member {
  return { id: person.id, tenant: person.tenant, coordinator };
}

export function roleIn(
  view: Pick<View, 'person' | 'coordinator'>,
  application: Application | undefined,
): Role {
  return application ? roleOf(application, memberOf(view)) : 'none';
}

/** What a person may not do. `oversee` and `alone` are about the person and the place, not about one application. */
export type Barred = Action | 'oversee' | 'alone';

/** What was refused, and the application that it was about. */
export interface Refusal {
  readonly what: Barred;
  readonly about?: Application | undefined;
}

/**
 * What in a move this person may not do, if anything. Every turn comes through here before anything of it counts,
 * whether it was typed, pressed on a card or sent by a program. `about` is the application that the events are for.
 */
export function barred(view: View, move: Move, about: Application | undefined): Refusal | undefined {
  const { accepts, begin, links = [], codes = [], events = [] } = move;
  if (move.needs === 'overseen' && !view.coordinator) return { what: 'oversee' };
  if (view.group && (move.erase || codes.length > 0 || links.some(isPersonal))) return { what: 'alone' };
  if (begin?.copiedFrom !== undefined) {
    const old = view.mine.find(({ reference }) => reference === begin.copiedFrom);
    if (!may(roleIn(view, old), 'copy')) return { what: 'copy', about: old };
  }
  if (accepts && !opens(accepts.invitation, accepts.application, view.person, view.now))
    return { what: 'join' };
  const own = accepts ? events.filter((event) => !admits(accepts.invitation, event)) : events;
  const asked = move.focus?.pending?.kind === 'command' && before[move.focus.pending.command];
  const wanted: Action[] = [
    ...codes.map(({ to }): Action => (to === 'hand-over' ? to : 'invite')),
    ...(asked ? [asked] : []),
    ...(about ? own.flatMap((event) => actionsOf(event, view.person.id, about)) : []),
  ];
  const role = roleIn(view, about);
  const what =
    links.map((link) => barredLink(view, link)).find((one) => one !== undefined) ??
    wanted.find((action) => !may(role, action));
  return what && { what, about };
}

/** What must be allowed before the assistant asks "shall I?". */
const before: Partial<Record<Command, Action>> = {
  cancel: 'withdraw',
  withdraw: 'withdraw',
  'start-over': 'withdraw',
  'new-version': 'send',
};

/** Asked when a link is given, and again each time it is opened. */
export function barredLink(
  view: Pick<View, 'person' | 'coordinator' | 'mine'>,
  link: Pick<Link, 'document' | 'application' | 'person'>,
): Barred | undefined {
  if (link.person !== view.person.id) return 'documents';
  switch (link.document) {
    case 'my-data':
    case 'my-data-to-read':
    case 'roles':
    case 'calendar':
      return undefined;
    case 'overview':
      return view.coordinator ? undefined : 'oversee';
    default: {
      const about = view.mine.find(({ reference }) => reference === link.application);
      return may(roleIn(view, about), 'documents') ? undefined : 'documents';
    }
  }
}

function isPersonal({ document }: Link): boolean {
  return document === 'my-data' || document === 'my-data-to-read' || document === 'overview';
}
