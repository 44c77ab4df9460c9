import {
  intakeFrom,
  planFor,
  planOfApplication,
  type Plan,
  type Planning,
} from '../../workflows/plan-rules.js';
import { isOpen } from '../applications/rules.js';
import type { Link, Move, View } from '../conversation.js';
import { readDate } from '../understanding/dates.js';
import { button } from '../words.js';
import { linkLines } from '../expression-of-interest/dialog.js';
import * as content from './content.js';

/** "We want to start in September", "plan": every step with its latest date, back from the 28-day line. */
export function showPlan(view: View, said: string): Move {
  const planning = { scheme: view.scheme, calendar: view.calendar, today: view.today };
  const month = monthIn(said, view);
  const own = month ? undefined : ownPlan(view, planning);
  const intake = month ? intakeFrom(view.scheme, month) : undefined;
  const plan = own ?? (intake ? planFor(intake, planning) : undefined);
  const note = month && intake?.starts.slice(0, 7) !== month ? content.otherMonth(month, intake) : '';
  return {
    say: () =>
      [note, plan ? content.planText(plan, view.scheme) : month ? '' : content.askIntake]
        .filter(Boolean)
        .join('\n\n'),
    alone: true,
    buttons: plan
      ? [
          button('Put the dates in my calendar', 'calendar'),
          button('Carry on', 'continue'),
          button('My reminders'),
        ]
      : view.scheme.intakes
          .filter(({ starts }) => starts > view.today)
          .slice(0, 4)
          .map(({ label }) => button(label, `plan for ${label}`)),
  };
}

/** Of the application in focus, else of the newest one that has an intake and is not over. */
function ownPlan(view: View, planning: Omit<Planning, 'scheme'>): Plan | undefined {
  const candidates = view.application ? [view.application] : view.mine.filter(isOpen);
  for (const one of candidates) {
    const plan = planOfApplication(one, { ...planning, scheme: view.schemeOf(one) });
    if (plan) return plan;
  }
  return undefined;
}

/** The dates of all the person's applications as a file for their calendar. */
export function calendarLink(view: View): Move {
  const facts = { calendar: view.calendar, today: view.today };
  if (content.calendarEvents(view.mine, view.schemeOf, facts).length === 0)
    return { say: () => content.noDates };
  const link: Link = {
    token: view.newToken(),
    document: 'calendar',
    application: '',
    person: view.person.id,
  };
  const open = { title: 'Calendar file', says: '', url: `${view.baseUrl}/documents/${link.token}` };
  return {
    links: [link],
    say: () => `${content.calendarNote}\n${linkLines([open])}`,
    alone: true,
    buttons: [open, button('Carry on', 'continue')],
  };
}

function monthIn(said: string, view: View): string | undefined {
  const read = said ? readDate(said, view.today, { prefer: 'future', calendar: view.calendar }) : undefined;
  if (!read) return undefined;
  if ('month' in read) return read.month;
  return ('date' in read ? read.date : read.ambiguous[0])?.slice(0, 7);
}
