import type { Application } from '../workflows/application.js';
import {
  actionOf,
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

/**
 * What in a move this person may not do, if anything. Every turn comes through here before anything of it counts,
 * whether it was typed, pressed on a card or sent by a program. `about` is the application that the events are for.
 */
export function barred(view: View, move: Move, about: Application | undefined): Barred | undefined {
  const role = move.begin ? 'owner' : roleIn(view, about);
  const without = (action: Action) => (may(role, action) ? undefined : action);
  const { accepts, begin, links = [], codes = [], events = [] } = move;
  if (view.group && (move.erase || codes.length > 0 || links.some(isPersonal))) return 'alone';
  if (begin?.copiedFrom !== undefined) {
    const old = view.mine.find(({ reference }) => reference === begin.copiedFrom);
    if (!may(roleIn(view, old), 'copy')) return 'copy';
  }
  const isInvited =
    accepts !== undefined && opens(accepts.invitation, accepts.application, view.person, view.now);
  if (accepts && !isInvited) return 'join';
  const asked = move.focus?.pending?.kind === 'command' && before[move.focus.pending.command];
  return [
    ...links.map((link) => barredLink(view, link)),
    ...codes.map(({ to }) => without(to)),
    ...(asked ? [without(asked)] : []),
    ...(about
      ? events.map((event) => {
          const action = actionOf(event, view.person.id);
          return action === 'join' && isInvited ? undefined : without(action);
        })
      : []),
  ].find((one) => one !== undefined);
}

/** What must be allowed before the assistant asks "shall I?". */
const before: Partial<Record<Command, Action>> = {
  cancel: 'withdraw',
  withdraw: 'withdraw',
  'start-over': 'withdraw',
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
