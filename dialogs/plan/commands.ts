import type { Commands } from '../conversation.js';
import { aboutRound } from '../current.js';
import { calendarLink, showPlan } from './dialog.js';

/** The dates, to look at and for a calendar. */

export const commands = {
  plan: (view, { said, rest }) =>
    view.mine.length > 0 ? showPlan(view, rest) : aboutRound(view, said, () => showPlan(view, rest)),
  calendar: (view, { rest }) => calendarLink(view, rest),
} satisfies Commands;
