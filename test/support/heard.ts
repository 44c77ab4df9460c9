import type { Mind, Reads } from '../../dialogs/conversation.js';
import type { Act } from '../../dialogs/understanding/acts.js';
import type { Around } from '../../dialogs/understanding/around.js';
import { hear, type Heard } from '../../dialogs/understanding/hear.js';

/** What is said, with a question of some kind open and nothing else known. */
export function around(mind: Mind, reads: Reads, today: string, more: Partial<Around> = {}): Around {
  return {
    ...{ ear: mind.ear, mind, today, slots: [], last: [], places: undefined, known: new Set<string>() },
    ...{
      openSlot: undefined,
      openCheck: undefined,
      asksDetail: false,
      openEvents: new Set(),
      ownFact: () => undefined,
      ofRound: () => undefined,
      ownAnswer: () => '',
    },
    prompt: { step: '', text: '', reads, buttons: [] },
    ...more,
  };
}

export function heardAs(said: string, reads: Reads, mind: Mind, today: string): Heard {
  return hear(said, around(mind, reads, today));
}

/** The one act of a message that comes to one. */
export function actOf(heard: Heard): Act {
  const [act] = heard.acts;
  if (!act) throw new Error('Nothing was heard');
  return act;
}
