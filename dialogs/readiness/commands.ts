import type { Commands, Move, View } from '../conversation.js';
import { aboutRound, beforeSending, inFocus, withCurrent } from '../current.js';
import { showFix, startReadiness } from './dialog.js';

/** The checks, and what closes their gaps, at any moment. */

export const commands = {
  'ready-check': (view, { said }) =>
    readinessOf(view, said, (current) => startReadiness(current, 'essential')),
  'good-practice': (view, { said }) =>
    readinessOf(view, said, (current) => startReadiness(current, 'good-practice')),
  fix: (view, { said, rest }) => readinessOf(view, said, (current) => showFix(current, rest)),
} satisfies Commands;

/** Readiness of the application that it can still be about, which may not be the one in focus. */
function readinessOf(view: View, said: string, move: (current: View) => Move): Move {
  const current = withCurrent(view, beforeSending);
  return aboutRound(current, said, () => inFocus(current, move(current)));
}
