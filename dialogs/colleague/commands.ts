import type { Commands } from '../conversation.js';
import { askColleague } from './dialog.js';
import { inFocus, withCurrent } from '../current.js';
import { mayAskIn } from '../../workflows/colleague-rules.js';

/** One question to a colleague. */

export const commands = {
  'ask-colleague': (view, { prompt, rest }) => {
    const current = view.application ? view : withCurrent(view, (state) => mayAskIn(state));
    return inFocus(current, askColleague(current, prompt, rest));
  },
} satisfies Commands;
