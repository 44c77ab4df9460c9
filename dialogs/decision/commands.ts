import type { Commands } from '../conversation.js';
import { carryOn, inFocus, stateIs, to, withCurrent } from '../current.js';
import * as decisionContent from './content.js';

/** Telling what was decided. */

export const commands = {
  decision: (view) => {
    const waiting = withCurrent(view, (state) => state === 'awaitingDecision');
    return stateIs(waiting, 'awaitingDecision')
      ? inFocus(waiting, { focus: to('decision'), say: () => decisionContent.fundedOrNot })
      : carryOn(view);
  },
} satisfies Commands;
