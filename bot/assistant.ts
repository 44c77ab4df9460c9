import type { MayFetch } from './channels/teams/attached.js';
import { createChannel, type Channel } from './channels/teams/channel.js';
import { erasePerson } from './jobs/erasure.js';
import type { TurnOptions } from './turn/house.js';
import { createTurns, type Turns } from './turn/turns.js';

/** The turn, and the way to it through the Bot Framework. */
export function createAssistant(
  options: Omit<TurnOptions, 'erase'> & { readonly mayFetch?: MayFetch | undefined },
): Channel & Pick<Turns, 'settled'> {
  const { store, log, clock, coordinators = [], chats = () => undefined } = options;
  const turns = createTurns({
    ...options,
    erase: (person, conversation) =>
      erasePerson(person, clock.now(), { store, coordinators, chats: chats() }, conversation),
  });
  return { ...createChannel({ store, turns, log, mayFetch: options.mayFetch }), settled: turns.settled };
}
