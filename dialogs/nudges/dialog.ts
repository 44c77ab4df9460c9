import { nextWorkingDay, type LondonDate } from '../../workflows/dates.js';
import { lastDayFor, type Nudge, type NudgeRule } from '../../workflows/nudge-rules.js';
import { dialogOf } from '../applications/rules.js';
import type { Move, View } from '../conversation.js';
import { readDate } from '../understanding/dates.js';
import { button } from '../words.js';
import * as content from './content.js';
import type { NudgeItem } from './content.js';
import { nudgesOf, type Reminders } from './reminders.js';
import { readSnooze } from './snooze.js';

/** What a person can do about reminders: see what is coming, put it off, say that it is done, stop it, set their own. */

export function showReminders(view: View): Move {
  return {
    say: () => content.coming(coming(view).map((nudge) => itemOf(view, nudge))),
    alone: true,
    buttons: [button('Carry on', 'continue'), button('My applications')],
  };
}

/** "Snooze AP-… next week", "snooze all tomorrow"; without a day, asks for one. */
export function snooze(view: View, said: string): Move {
  const { name, rest } = target(said);
  const reading = readSnooze(rest, view.today, view.calendar);
  if (!reading || !('until' in reading)) {
    return {
      focus: { pending: { kind: 'command-text', command: 'snooze', before: name ?? 'all' } },
      say: () => content.askSnooze(reading),
      alone: true,
      buttons: [button('Tomorrow'), button('Next week')],
    };
  }
  const { until } = reading;
  const meant = currentNudges(view).filter((nudge) => name === null || name === nameFor(nudge));
  const deadline =
    meant.map((nudge) => lastDayFor(nudge, view.calendar)).find((last) => last !== null) ?? null;
  return {
    focus: { pending: null },
    reminders: (before) => snoozed(before, meant, until),
    say: () => content.snoozed(reading, deadline, view.today),
  };
}

/** "Already done": where the thing itself is recorded, or an own reminder crossed off. */
export function alreadyDone(view: View, said: string): Move {
  const { name } = target(said);
  const nudge = currentNudges(view).find((one) => name === null || name === nameFor(one));
  const rule: NudgeRule = nudge?.rule ?? 'form-idle';
  if (nudge?.rule === 'own-reminder') {
    return {
      reminders: (before) => ({ ...before, own: before.own.filter(({ id }) => id !== nudge.subject) }),
      say: () => content.alreadyDone(rule),
    };
  }
  const application = view.mine.find(({ reference }) => reference === (nudge?.application ?? name));
  return {
    ...(application
      ? {
          focus: {
            application: application.reference,
            dialog: dialogOf(application),
            page: null,
            pending: null,
          },
        }
      : {}),
    say: () => content.alreadyDone(rule),
  };
}

export function stop(view: View, said: string): Move {
  const { name } = target(said);
  return {
    reminders: (before) => ({
      ...before,
      settings: {
        ...before.settings,
        stopped:
          name === null
            ? 'all'
            : before.settings.stopped === 'all'
              ? 'all'
              : [...before.settings.stopped, name],
      },
    }),
    say: () => (name === null ? content.stoppedAll : content.stopped(name)),
  };
}

export function start(view: View, said: string): Move {
  const { name } = target(said);
  return {
    reminders: (before) => ({
      ...before,
      settings: {
        ...before.settings,
        stopped:
          name === null || before.settings.stopped === 'all'
            ? []
            : before.settings.stopped.filter((one) => one !== name),
      },
    }),
    say: () => content.started,
  };
}

/** "Remind me on Friday to ring HR": a day to come, and what for. */
export function remindMe(view: View, said: string): Move {
  const { day, what } = parts(said, view);
  if (!day) {
    return {
      focus: { pending: { kind: 'command-text', command: 'remind-me', before: '' } },
      say: () => content.askOwn,
      alone: true,
      buttons: [],
    };
  }
  const on = nextWorkingDay(day, view.calendar);
  const text = what || 'what you wanted to do';
  return {
    focus: { pending: null },
    reminders: (before) => ({
      ...before,
      own: [
        ...before.own,
        { id: view.newToken().slice(0, 8), on, text, application: view.application?.reference ?? null },
      ],
    }),
    say: () => content.ownSet(text, on),
  };
}

/** A nudge with what it is about, for the words. */
export function itemOf(
  view: Pick<View, 'mine' | 'schemeOf' | 'currentScheme' | 'reminders'>,
  nudge: Nudge,
): NudgeItem {
  const application = view.mine.find(({ reference }) => reference === nudge.application);
  const own = view.reminders.own.find(({ id }) => id === nudge.subject);
  return {
    nudge,
    application,
    scheme: application ? view.schemeOf(application) : view.currentScheme,
    ...(own ? { text: own.text } : {}),
  };
}

function coming(view: View): Nudge[] {
  return allNudges(view).filter(({ due, to }) => to === 'owner' && due > view.today);
}

/** What a person can mean by "this": what is due or was sent last, then what comes next. */
function currentNudges(view: View): Nudge[] {
  const nudges = allNudges({ ...view, reminders: { ...view.reminders, sent: [] } }).filter(
    ({ to }) => to === 'owner',
  );
  const due = nudges.filter(({ due: day }) => day <= view.today);
  return [...due.reverse(), ...nudges.filter(({ due: day }) => day > view.today)];
}

function allNudges(view: View): Nudge[] {
  return nudgesOf(view.reminders, {
    person: view.person.id,
    applications: view.mine,
    schemeOf: view.schemeOf,
    calendar: view.calendar,
  });
}

function snoozed(before: Reminders, nudges: readonly Nudge[], until: LondonDate): Reminders {
  const own = before.own.map((one) =>
    nudges.some(({ rule, subject }) => rule === 'own-reminder' && subject === one.id)
      ? { ...one, on: until }
      : one,
  );
  const topics = new Map(
    nudges.flatMap(({ application, rule }) =>
      application && rule !== 'own-reminder'
        ? [[`${application}:${rule}`, { application, rule, until }]]
        : [],
    ),
  );
  const kept = before.settings.snoozed.filter(
    ({ application, rule }) => !topics.has(`${application}:${rule}`),
  );
  return { ...before, own, settings: { ...before.settings, snoozed: [...kept, ...topics.values()] } };
}

/** The name in front of the rest: a reference, "reminder x", or "all". */
function target(said: string): { name: string | null; rest: string } {
  const match = /^(all|ap[ -][a-z0-9]{4}[ -][a-z0-9]{4}|reminder \S+)?\s*(.*)$/i.exec(said.trim());
  const name = match?.[1];
  const rest = match?.[2] ?? '';
  if (!name || /^all$/i.test(name)) return { name: null, rest };
  return { name: /^ap/i.test(name) ? name.replace(/ /g, '-').toUpperCase() : name, rest };
}

function nameFor(nudge: Nudge): string {
  return content.nameOf(nudge);
}

/** Splits "on friday to ring HR" and "to ring HR on friday" into the day and the thing. */
function parts(said: string, view: View): { day: LondonDate | undefined; what: string } {
  const [first = '', ...rest] = said.split(/\b(?:to|that|about)\b/i);
  const tail = rest.join('to').trim();
  const dayOf = (text: string): LondonDate | undefined => {
    const read = readDate(text, view.today, { prefer: 'future', calendar: view.calendar });
    const day =
      read &&
      ('date' in read
        ? read.date
        : 'ambiguous' in read
          ? read.ambiguous.find((one) => one.length === 10)
          : undefined);
    return day && day > view.today ? day : undefined;
  };
  const early = dayOf(first);
  if (early) return { day: early, what: tail };
  const late = /^(.*?)\s*\b((?:on|next|in|by|this)\b.*|tomorrow)$/i.exec(tail || first);
  return { day: late ? dayOf(late[2] ?? '') : undefined, what: late?.[1] ?? tail };
}
