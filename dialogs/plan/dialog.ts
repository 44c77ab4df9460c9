import {
  intakeFrom,
  planFor,
  planOfApplication,
  roundPlan,
  type Plan,
  type Planning,
} from '../../workflows/plan-rules.js';
import { isOpen } from '../applications/rules.js';
import type { Application } from '../../workflows/application.js';
import type { Intake, Scheme } from '../../workflows/scheme.js';
import type { Link, Move, Option, View } from '../conversation.js';
import { readChoice } from '../understanding/answers.js';
import { readDate } from '../understanding/dates.js';
import { normalise } from '../understanding/text.js';
import { button } from '../words.js';
import { linkLines } from '../expression-of-interest/send.js';
import * as content from './content.js';

/** "We want to start in September", "plan": every step with its latest date, back from the 28-day line. */
export function showPlan(view: View, said: string): Move {
  const planning = { scheme: view.scheme, calendar: view.calendar, today: view.today };
  const month = monthIn(said, view);
  const own = month ? undefined : ownPlan(view, planning);
  const intake = month ? intakeFrom(view.scheme, month) : undefined;
  const scheme = own?.scheme ?? view.scheme;
  const plan = own?.plan ?? (intake ? planFor(intake, planning) : undefined) ?? roundPlan(planning);
  const note = month && intake?.starts.slice(0, 7) !== month ? content.otherMonth(month, intake) : '';
  const missing = intake && !plan ? content.noDay(intake) : '';
  return {
    say: () =>
      [note, missing, plan ? content.planText(plan, scheme) : month ? '' : content.askIntake(scheme)]
        .filter(Boolean)
        .join('\n\n'),
    alone: true,
    buttons: plan
      ? [
          button(
            'Put the dates in my calendar',
            own || !plan.intake ? 'calendar' : `calendar for ${plan.intake.label}`,
          ),
          button('Carry on', 'continue'),
          button('My reminders'),
        ]
      : view.scheme.intakes
          .filter(({ starts }) => starts > view.today.slice(0, starts.length))
          .slice(0, 4)
          .map(({ label }) => button(label, `plan for ${label}`)),
  };
}

/** Of the application in focus, else of the newest one that has an intake and is not over. */
function ownPlan(view: View, planning: Omit<Planning, 'scheme'>): { plan: Plan; scheme: Scheme } | undefined {
  const candidates = view.application ? [view.application] : view.mine.filter(isOpen);
  for (const one of candidates) {
    const scheme = view.schemeOf(one);
    const plan = planOfApplication(one, { ...planning, scheme });
    if (plan) return { plan, scheme };
  }
  return undefined;
}

/**
 * The dates as a file for a calendar: "calendar AP-…" of one application, "calendar for September 2027" of a plan that
 * belongs to none, "calendar" of all, and where there are several also of the one in focus or the newest.
 */
export function calendarLink(view: View, said: string): Move {
  const named = view.mine.find(({ reference }) => normalise(reference) === normalise(said));
  const chosen = readChoice(view.scheme.intakes.map(optionOf), said);
  const intake = said && !named && chosen.kind === 'value' ? String(chosen.value) : undefined;
  if (intake)
    return filesOf(view, [
      { title: content.calendarOf.only, application: '', intake, round: view.scheme.id },
    ]);
  const facts = { calendar: view.calendar, today: view.today };
  const dated = view.mine.filter((one) => content.calendarEvents([one], view.schemeOf, facts).length > 0);
  const fileOf = ({ reference }: Application): File => ({
    title: content.calendarOf.one(reference),
    application: reference,
  });
  const inFocus = dated.filter(({ reference }) => reference === view.application?.reference);
  if (dated.length === 0 || (named && !dated.includes(named))) return { say: () => content.noDates };
  if (named) return filesOf(view, [fileOf(named)]);
  if (dated.length === 1) return filesOf(view, [{ title: content.calendarOf.only, application: '' }]);
  const some = inFocus.length > 0 ? inFocus : dated.slice(0, 3);
  return filesOf(view, [{ title: content.calendarOf.all, application: '' }, ...some.map(fileOf)]);
}

interface File extends Pick<Link, 'application' | 'intake' | 'round'> {
  readonly title: string;
}

function filesOf(view: View, files: readonly File[]): Move {
  const links = files.map(({ title: _, ...about }): Link => ({
    ...about,
    token: view.newToken(),
    document: 'calendar',
    person: view.person.id,
  }));
  const opens = links.map(({ token }, i) => ({
    title: files[i]?.title ?? '',
    says: '',
    url: `${view.baseUrl}/documents/${token}`,
  }));
  return {
    links,
    say: () => `${content.calendarNote}\n${linkLines(opens)}`,
    alone: true,
    buttons: [...opens, button('Carry on', 'continue')],
  };
}

function optionOf({ id, label }: Intake): Option {
  return { value: id, label, also: [] };
}

function monthIn(said: string, view: View): string | undefined {
  const read = said ? readDate(said, view.today, { prefer: 'future', calendar: view.calendar }) : undefined;
  if (!read) return undefined;
  if ('month' in read) return read.month;
  return ('date' in read ? read.date : read.ambiguous[0])?.slice(0, 7);
}
