import { nextWorkingDay, type LondonDate } from '../../workflows/dates.js';
import { formQuestions } from '../../workflows/expression-of-interest-rules.js';
import { isNews, lastDayFor, type Nudge } from '../../workflows/nudge-rules.js';
import type { Application } from '../../workflows/application.js';
import { nextStep } from '../applications/content.js';
import { dialogOf } from '../applications/rules.js';
import type { Commands, Move, View } from '../conversation.js';
import { changeAnswer } from '../expression-of-interest/dialog.js';
import { button } from '../words.js';
import * as content from './content.js';
import type { NudgeItem } from './content.js';
import { nudgesOf, type Reminders } from './reminders.js';
import { readSnooze } from './snooze.js';
import { readTimeOfDay } from './time-of-day.js';

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
      say: () => content.askSnooze(reading, rest),
      alone: true,
      buttons: [button('Tomorrow'), button('Next week')],
    };
  }
  const { until } = reading;
  const meant = currentNudges(view).filter((nudge) =>
    name === null ? !isPast(nudge, view) : name === nameFor(nudge),
  );
  const deadline =
    meant.map((nudge) => lastDayFor(nudge, view.calendar)).find((last) => last !== null) ?? null;
  return {
    focus: { pending: null },
    reminders: (before) => snoozed(before, meant, until),
    say: () =>
      content.snoozed(reading, deadline, view.today, meant.find(({ until: last }) => last !== null)?.about),
  };
}

/** "Already done": where the thing itself is recorded, or an own reminder crossed off. */
export function alreadyDone(view: View, said: string): Move {
  const stage = /^stage ([a-z][a-z0-9 -]*)$/i.exec(said.trim())?.[1];
  if (stage && view.application) return stageDone(view, view.application, stage);
  const { name } = target(said);
  const nudge = currentNudges(view).find((one) => name === null || name === nameFor(one));
  if (nudge?.rule === 'own-reminder') return crossOff(nudge.subject);
  const application = view.mine.find(({ reference }) => reference === (nudge?.application ?? name));
  if (!application) return { say: () => content.nothingToCross };
  if (nudge?.rule === 'stage-ahead' && nudge.subject) return stageDone(view, application, nudge.subject);
  const asked = nudge?.rule === 'colleague-question' ? nudge.subject : null;
  const question = formQuestions(view.schemeOf(application)).find(({ id }) => id === asked);
  if (question)
    return {
      ...changeAnswer(view, application, question),
      say: () => content.alreadyDone('colleague-question'),
    };
  const dialog = nudge?.rule === 'readiness-idle' ? 'readiness' : dialogOf(application);
  return {
    focus: { application: application.reference, dialog, page: null, pending: null },
    say: () =>
      nudge
        ? content.alreadyDone(nudge.rule, view.schemeOf(application))
        : content.nothingDue(application.reference),
  };
}

/** A stage of the round is over: its reminders fall away, and the plan knows. */
function stageDone(view: View, application: Application, said: string): Move {
  const wanted = said.replace(/ /g, '-').toLowerCase();
  const stage = view.schemeOf(application).after.find(({ id }) => id === wanted);
  if (!stage) return { say: () => content.nothingDue(application.reference) };
  return {
    focus: { application: application.reference, dialog: dialogOf(application), page: null, pending: null },
    events: [{ type: 'stage.done', stage: stage.id, on: view.today }],
    say: () => `${stage.title}: ${content.alreadyDone('stage-ahead')}`,
  };
}

function crossOff(reminder: string | null): Move {
  return {
    reminders: (before) => ({ ...before, own: before.own.filter(({ id }) => id !== reminder) }),
    say: () => content.alreadyDone('own-reminder'),
  };
}

/** `whole`: all that was said. "Stop these" stops what the last message was about, "stop reminders" all of them. */
export function stop(view: View, said: string, whole: string): Move {
  const named = target(said).name;
  const name = named ?? (/\b(?:these|this|those|that|them)\b/.test(whole) ? spokenOf(view) : null);
  const own = view.reminders.own.find(({ id }) => name === content.ownName(id));
  if (own) return crossOff(own.id);
  // A reference that is not theirs is not said back: it might be somebody's.
  if (name !== null && !view.mine.some(({ reference }) => reference === name)) return showReminders(view);
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
    say: () => (name === null ? content.stoppedAll : content.stopped(name, view.mine.length > 1)),
  };
}

/** What the last message was about, if it was about one application. */
function spokenOf({ reminders: { sent, lastMessageOn } }: View): string | null {
  const last = new Set(sent.filter(({ on }) => on === lastMessageOn).map(({ application }) => application));
  const [only = null, ...others] = last;
  return others.length === 0 ? only : null;
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

/** "Remind me on Friday to ring HR": a day to come, and what for. The words are kept as they were typed. */
export function remindMe(view: View, whole: string): Move {
  const { at, rest: said } = readTimeOfDay(whole);
  const { day, what: words } = parts(
    said.replace(
      /^.*?\b(?:(?:remind|nudge|prompt|ping|alert|prod|chase|tell|buzz) me|give me a (?:shout|nudge|prod|ring|bell|poke|reminder)|set (?:something|a reminder|an alarm|an alert)(?: up)?)\b/i,
      '',
    ),
    view,
  );
  const what = isNothing(words) ? nextThing(view) : words;
  if (!day || !what) {
    return {
      focus: {
        pending: {
          kind: 'command-text',
          command: 'remind-me',
          before: what ? `${at ? `at ${at} ` : ''}to ${what}, on` : '',
        },
      },
      say: () => (what ? content.askDay(what) : content.askOwn),
      alone: true,
      buttons: what ? [button('Tomorrow'), button('Next week')] : [],
    };
  }
  const on = nextWorkingDay(day, view.calendar);
  // Within the hours in which I write at all.
  const hour = at === undefined ? undefined : at < '09:00' ? '09:00' : at > lastHour ? lastHour : at;
  return {
    focus: { pending: null },
    reminders: (before) => ({
      ...before,
      own: [
        ...before.own,
        {
          id: newId(view),
          on,
          ...(hour ? { at: hour } : {}),
          text: what,
          application: view.application?.reference ?? null,
        },
      ],
    }),
    say: () => content.ownSet(what, { day, on, at: hour, said: at }),
  };
}

/** "It", "this", "do that": no words that will say anything on the day. */
function isNothing(words: string): boolean {
  return /^(?:(?:do|finish|send|check|look at|about|go on with|carry on with)? ?(?:it|this|that|these|them)?)$/i.test(
    words.trim(),
  );
}

/** What is next in the application that is open: that is what "it" is. */
function nextThing({ application, scheme, mine, schemeOf }: View): string {
  const meant = application ?? (mine.length === 1 ? mine[0] : undefined);
  if (!meant) return '';
  return `${nextStep(meant, application ? scheme : schemeOf(meant)).next} (${meant.reference})`;
}

/** Part of what a button says, so small letters and digits. */
function newId(view: View): string {
  return view
    .newToken()
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 8);
}

/** A nudge with what it is about, for the words. */
export function itemOf(view: Pick<View, 'mine' | 'schemeOf' | 'reminders'>, nudge: Nudge): NudgeItem {
  const application = view.mine.find(({ reference }) => reference === nudge.application);
  const own = view.reminders.own.find(({ id }) => id === nudge.subject);
  const about = application
    ? { application, scheme: view.schemeOf(application) }
    : { application: undefined, scheme: undefined };
  return { nudge, ...about, ...(own ? { text: own.text } : {}) };
}

function coming(view: View): Nudge[] {
  // What is said only when a date is missed is not announced while it can be kept.
  return allNudges(view).filter(
    ({ due, to, rule, about }) =>
      to === 'owner' && due > view.today && (rule !== 'confirmation-late' || about < view.today),
  );
}

/** What a person can mean by "this": what is due or was sent last, then what comes next. */
function currentNudges(view: View): Nudge[] {
  const nudges = allNudges({ ...view, reminders: { ...view.reminders, sent: [] } }).filter(
    (nudge) => nudge.to === 'owner' && !isNews(nudge),
  );
  const due = nudges.filter(({ due: day }) => day <= view.today);
  // The last day first, and on it the most pressing: as the message said it.
  due.sort((a, b) => b.due.localeCompare(a.due));
  return [...due, ...nudges.filter(({ due: day }) => day > view.today)];
}

/** Said in a message before the last one: "all" does not bring it back. */
function isPast({ key }: Nudge, { reminders: { sent, lastMessageOn } }: View): boolean {
  const said = sent.find((one) => one.key === key);
  return said !== undefined && lastMessageOn !== null && said.on < lastMessageOn;
}

function allNudges(view: View): Nudge[] {
  return nudgesOf(view.reminders, {
    person: view.person.id,
    applications: view.mine,
    schemeOf: view.schemeOf,
    calendar: view.calendar,
  });
}

/** Puts off, and never brings forward. */
function snoozed(before: Reminders, nudges: readonly Nudge[], until: LondonDate): Reminders {
  const own = before.own.map((one) =>
    one.on < until && nudges.some(({ rule, subject }) => rule === 'own-reminder' && subject === one.id)
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

/** A round comes several times an hour, so that this is still before five. */
const lastHour = '16:30';
/** Characters of a reminder of one's own. */
const longestReminder = 200;

/** Splits "on friday to ring HR" and "to ring HR on friday" into the day and the thing. */
function parts(said: string, view: View): { day: LondonDate | undefined; what: string } {
  const { index, 0: word = '' } = /\b(?:to|that|about|regarding|re)\b:?/i.exec(said) ?? {
    index: said.length,
  };
  const dayOf = (text: string): LondonDate | undefined => {
    const read = readSnooze(text, view.today, view.calendar);
    if (!read || 'notAfterToday' in read) return undefined;
    return 'until' in read ? read.said : read.which[0];
  };
  const thing = (text: string): string =>
    text
      .replace(/^[\s,]+|[\s,.]+$/g, '')
      .replace(/\s+/g, ' ')
      .slice(0, longestReminder);
  const after = said.slice(index + word.length);
  const early = dayOf(said.slice(0, index));
  if (early) return { day: early, what: thing(after) };
  const whole = word ? after : said;
  const late =
    /^(.*?)[\s,]*\b((?:on|next|in|by|this|after|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b.*)$/is.exec(
      whole,
    );
  const day = late ? dayOf(late[2] ?? '') : undefined;
  return { day, what: thing(day ? (late?.[1] ?? '') : whole) };
}

export const commands = {
  reminders: showReminders,
  'remind-me': (view, { typed, rest }) => remindMe(view, typed ?? rest),
  snooze: (view, { rest }) => snooze(view, rest),
  'already-done': (view, { rest }) => alreadyDone(view, rest),
  'stop-reminders': (view, { rest, said }) => stop(view, rest, said),
  'start-reminders': (view, { rest }) => start(view, rest),
} satisfies Commands;
