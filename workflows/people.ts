import type { EventOf } from './application-events.js';

/**
 * Who belongs to an application: its owner and the people the owner invited. Changes are events in its history like any
 * other, taken in every state; they leave the machine where it is and change who may see the application.
 */
export type PeopleEvent = EventOf<'people' | 'owner'>;

/** To see and fill in, to take it over, or to answer one question of it. */
export type InvitationKind = 'invite' | 'hand-over' | 'answer';

export interface People {
  readonly owner: string;
  readonly invited: readonly string[];
}

/** What an event makes of the people. Other events leave them as they are. */
export function peopleAfter({ owner, invited }: People, event: { readonly type: string }): People {
  const change = event as PeopleEvent;
  switch (change.type) {
    case 'people.joined':
      return { owner, invited: change.person === owner ? invited : add(invited, change.person) };
    case 'people.removed':
      return { owner, invited: without(invited, change.person) };
    case 'owner.changed':
      return change.person === owner
        ? { owner, invited }
        : { owner: change.person, invited: add(without(invited, change.person), owner) };
    default:
      return { owner, invited };
  }
}

function add(people: readonly string[], person: string): readonly string[] {
  return [...without(people, person), person];
}

function without(people: readonly string[], person: string): readonly string[] {
  return people.filter((one) => one !== person);
}
