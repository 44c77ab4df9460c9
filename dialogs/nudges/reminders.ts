import type { Application } from '../../workflows/application.js';
import { addDays, type LondonDate, type WorkingCalendar } from '../../workflows/dates.js';
import {
  dueNudges,
  comesAnyway,
  nextDue,
  ownNudges,
  type Nudge,
  type NudgeSettings,
  type OwnReminder,
  type SentNudge,
} from '../../workflows/nudge-rules.js';
import type { Scheme } from '../../workflows/scheme.js';

/** All that is remembered about reminding one person: one record, so that a claim and its day are kept together. */
export interface Reminders {
  readonly settings: NudgeSettings;
  readonly own: readonly (OwnReminder & { readonly text: string })[];
  /** Claimed, and so never to be sent anew. */
  readonly sent: readonly SentNudge[];
  /** What is theirs to hear about other people's applications: a coordinator's overdue form. */
  readonly inbox: readonly Nudge[];
  readonly lastMessageOn: LondonDate | null;
  /** The day on which a round must look here again: the only thing that a round searches by. */
  readonly next: LondonDate | null;
  /** A message on its way. Still here after a crash, it may have arrived or not. */
  readonly outgoing: Outgoing | null;
  /** Keys of nudges whose sending was cut off by a crash: begun once more, and then never again. */
  readonly doubtful: readonly string[];
  /** The channel says that they blocked or removed the assistant. Nothing is sent until they come back. */
  readonly blocked: boolean;
  readonly outcomes: readonly {
    readonly on: LondonDate;
    readonly result: 'sent' | 'refused' | 'ambiguous';
  }[];
}

export interface Outgoing {
  readonly day: LondonDate;
  readonly settles: readonly Nudge[];
  /** What `lastMessageOn` was before. */
  readonly lastMessageOn: LondonDate | null;
  /** Which run of the program is at it, and since when (instant). */
  readonly by: string;
  readonly since: string;
}

export const noReminders: Reminders = {
  settings: { snoozed: [], stopped: [] },
  own: [],
  sent: [],
  inbox: [],
  lastMessageOn: null,
  next: null,
  outgoing: null,
  doubtful: [],
  blocked: false,
  outcomes: [],
};

export interface ReminderFacts {
  readonly person: string;
  readonly applications: readonly Application[];
  readonly schemeOf: (application: Application) => Scheme;
  readonly calendar: WorkingCalendar;
}

/** Everything to remind a person of, past or to come, earliest first; also what concerns the coordinator. */
export function nudgesOf(
  reminders: Reminders,
  { person, applications, schemeOf, calendar }: ReminderFacts,
): Nudge[] {
  const { settings, sent, own, inbox } = reminders;
  const theirs = applications.filter(({ owner }) => owner === person);
  return [
    ...theirs.flatMap((one) => dueNudges(one, schemeOf(one), calendar, { settings, sent })),
    ...ownNudges(own, calendar, { settings, sent }),
    ...inbox,
  ].sort((a, b) => a.due.localeCompare(b.due));
}

/** The same reminders with the day on which a round must look at them next. */
export function retimed(reminders: Reminders, facts: ReminderFacts, today: LondonDate): Reminders {
  const { outgoing, blocked, lastMessageOn } = reminders;
  if (outgoing) return { ...reminders, next: today };
  // What is about their own applications and for the coordinator is told whether they can be reached or not.
  const nudges = blocked
    ? nudgesOf({ ...reminders, inbox: [] }, facts).filter(({ to }) => to === 'coordinator')
    : nudgesOf(reminders, facts);
  const due = nextDue(nudges, today);
  const news = nextDue(nudges.filter(comesAnyway), today);
  const isOver = due !== null && due <= today && lastMessageOn === today && (news === null || news > today);
  return { ...reminders, next: isOver ? addDays(today, 1) : due };
}

/** A message that certainly did not arrive: nothing of it was said, and it is due as before. */
export function takenBack(reminders: Reminders, { settles, day, lastMessageOn }: Outgoing): Reminders {
  const keys = settles.map(({ key }) => key);
  return {
    ...reminders,
    outgoing: null,
    lastMessageOn,
    sent: reminders.sent.filter(({ key, on }) => on !== day || !keys.includes(key)),
    inbox: [
      ...reminders.inbox,
      ...settles.filter(({ to, rule }) => to === 'coordinator' || rule === 'date-moved'),
    ],
  };
}
