import { is, type Application } from '../../workflows/application.js';
import { addWorkingDays, daysBetween, sayDate, sayMonth, type LondonDate } from '../../workflows/dates.js';
import { decidingStage, rowStage } from '../../workflows/fields.js';
import { universityOf } from '../../workflows/expression-of-interest-rules.js';
import {
  planOfApplication,
  type Plan,
  type Planning,
  type PlanStep,
  type PlanStepId,
} from '../../workflows/plan-rules.js';
import type { Intake, Scheme } from '../../workflows/scheme.js';
import type { CalendarEvent } from '../documents/calendar-file.js';
import { source } from '../readiness/content.js';
import { anchorsOf, stageDue } from '../../workflows/support-rules.js';
import { dueCount, sayStart, theConfirmation, theRecipient } from '../rounds/words.js';
import { capital, plural, titleOf } from '../words.js';

/** Every word of the back-planner, and its dates for a calendar. */

const steps: Record<Exclude<PlanStepId, `stage:${string}`>, string> = {
  readiness: 'Answer the readiness checks',
  gaps: 'Have every essential check done',
  form: 'Fill in the form',
  declaration: 'Check your answers and accept the declaration',
  send: 'Send the form',
  decision: 'Have the decision',
  trainees: 'Have the trainees chosen',
  return: 'Return the form for each place',
};

/** What a step is called in a round. */
function stepTitle(id: PlanStepId, scheme: Scheme): string {
  if (id === 'return') return `Return ${theConfirmation(scheme)}`;
  if (id === 'send' && scheme.sendTo.to === 'university') return `${steps.send} to one university`;
  if (id === 'send') return `${steps.send} to ${theRecipient(scheme)}`;
  if (!isStage(id)) return steps[id];
  return scheme.after.find((stage) => `stage:${stage.id}` === id)?.title ?? id;
}

function isStage(id: PlanStepId): id is `stage:${string}` {
  return id.startsWith('stage:');
}

/** From which the days of a calendar entry's sequence are counted: before any file was made. */
const FIRST_DAY = '2026-01-01';

/** Whole days before, each at 09:00: the dates that are firm deserve a week's notice. */
const ALARMS = { firm: [7, 1], estimate: [1] } as const;

/** The plan as it is said: the verdict first, then every step with its latest date, then what the dates rest on. */
export function planText(plan: Plan, scheme: Scheme): string {
  const { intake, starts } = plan;
  const line = (step: PlanStep) => `- ${sayDate(step.latest)}: ${stepLine(step, scheme)}`;
  const isLater = ({ latest }: PlanStep) => starts !== null && latest > starts;
  const lines = [
    ...plan.steps.filter((step) => !isLater(step)).map(line),
    ...(starts ? [`- ${sayDate(starts)}: the programme starts`] : []),
    ...plan.steps.filter(isLater).map(line),
  ];
  return [
    `**The road to ${intake?.label ?? (starts ? 'your start' : scheme.name)}**${begins(plan, scheme)}.`,
    verdictText(plan, scheme),
    `**The latest date for each step**\n${lines.join('\n')}`,
    restsOn(plan, scheme),
  ].join('\n\n');
}

/** When it starts, as far as that is known. */
function begins({ intake, starts }: Plan, scheme: Scheme): string {
  const check = intake?.provisional ? ` (provisional: check with ${theRecipient(scheme)})` : '';
  if (starts) return `, which starts on ${sayDate(starts)}${check}`;
  return intake ? `, which starts in ${sayStart(intake)}${check}` : '';
}

function stepLine(step: PlanStep, scheme: Scheme): string {
  const title = stepTitle(step.id, scheme);
  if (step.done) return `${title}. Done.`;
  return `${title}${step.missed ? ' (that day has passed)' : ''}`;
}

function verdictText({ verdict, intake }: Plan, scheme: Scheme): string {
  const name = intake?.label ?? (scheme.intakes.length > 0 ? 'this start' : 'this round');
  switch (verdict.kind) {
    case 'done':
      return '**Every step is done.**';
    case 'possible':
      return `**It is possible.** The next step is: ${lower(stepTitle(verdict.next.id, scheme))}. The latest date for it is **${sayDate(verdict.next.latest)}**${verdict.workingDaysLeft === 0 ? ', today' : `, ${plural(verdict.workingDaysLeft, 'working day')} from today`}.`;
    case 'behind':
      return `**It is late, but not over.** “${stepTitle(verdict.missed.id, scheme)}” should have been done by ${sayDate(verdict.missed.latest)}. Ring ${theRecipient(scheme)} today and ask whether ${name} can still be reached.`;
    case 'too-late': {
      const { missed, later } = verdict;
      const by = `“${stepTitle(missed.id, scheme)}” had to be done by ${sayDate(missed.latest)}`;
      const why = missed.firm
        ? `**${name} is no longer possible.** ${by}.`
        : `**${name} is no longer possible** in the time that the steps usually take. ${by}. If much of it is done already, ask ${theRecipient(scheme)} whether there is a way.`;
      return `${why} ${later ? `The next one that is possible is **${later.label}**, which starts on ${sayDate(later.starts)}. Say **plan for ${later.label}**.` : `This scheme has no later start that is still possible. Ask ${theRecipient(scheme)} which comes next.`}`;
    }
  }
}

function restsOn({ confirmationDue }: Plan, scheme: Scheme): string {
  const stage = rowStage(scheme);
  // The day of the start stands above.
  const anchors = { start: null, closing: null, sending: null, decision: null };
  return [
    stage && confirmationDue
      ? `${capital(theConfirmation(scheme))} is due on ${sayDate(confirmationDue)}, ${dueCount(stage, anchors)} (${source(stage.source)}).`
      : '',
    scheme.closes
      ? `Forms are taken until ${sayDate(scheme.closes.on)}${scheme.closes.at ? ` at ${scheme.closes.at.slice(0, 5)}` : ''}.${scheme.mayCloseEarly ? ' It may close earlier.' : ''}`
      : 'The scheme names no closing date. Places may be first come, first served.',
    'The other dates are my estimate, in working days and without bank holidays. There may be earlier dates where the form goes: ask there.',
  ]
    .filter(Boolean)
    .join(' ');
}

/** The scheme has no intake in the month wished for: the one after it, or none. */
export function otherMonth(month: string, intake: Intake | undefined): string {
  const none = `The scheme has no start in ${sayMonth(month)}.`;
  return intake
    ? `${none} The next one after that is ${intake.label}.`
    : `${none} It has none after that either. Ask which starts are planned where the form goes.`;
}

export function askIntake({ intakes }: Scheme): string {
  return intakes.length > 0
    ? 'When do you want to start? Say a month, like **September**.'
    : 'This round names no dates yet, so there is nothing to plan back from.';
}
/** All that is known of its start is a month, and the round has no closing date: nothing can be counted back. */
export const noDay = (intake: Intake): string =>
  `${intake.label} starts in ${sayStart(intake)}. I can plan back from it once the day is known.`;
export const noDates = 'There are no dates yet. Choose an intake in the form, or say **plan for September**.';
export const calendarNote =
  'Open the file to put the dates into your calendar. A later file moves the same entries and does not double them.';
export const calendarOf = {
  one: (reference: string): string => `Calendar file of ${reference}`,
  all: 'Calendar file of all applications',
  only: 'Calendar file',
} as const;

/**
 * The dates of the applications as calendar events, for `renderCalendar`: every step to do with its latest date, the
 * day to chase, the start. Each keeps its uid for ever; `sequence` grows with what happens to the application and with
 * the days, since the scheme's dates may move too, so that a later file counts as newer. Only what is to come, and not done. Empty while no application has an intake: then make no file.
 */
export function calendarEvents(
  applications: readonly Application[],
  schemeOf: (application: Application) => Scheme,
  { calendar, today, link }: Omit<Planning, 'scheme'> & { link?: (application: Application) => string },
): CalendarEvent[] {
  return applications.flatMap((application) => {
    const planning = { scheme: schemeOf(application), calendar, today };
    const url = link?.(application);
    const about: About = {
      uid: (id) => `${application.reference}-${id.replace(':', '-')}@ap-pathway`,
      name: `${application.reference}, ${titleOf(application, planning.scheme)}`,
      sequence: application.history.length + daysBetween(FIRST_DAY, today),
      isOver: is(application, 'isLost'),
      ...{ today, ...(url ? { url } : {}) },
    };
    const plan = planOfApplication(application, planning);
    return [
      ...(plan ? eventsOf(plan, planning.scheme, about) : []),
      ...chaseEvents(application, planning, about),
    ];
  });
}

/** The dates of a plan that belongs to no application yet. */
export function planEvents(plan: Plan, scheme: Scheme, today: LondonDate): CalendarEvent[] {
  return eventsOf(plan, scheme, {
    uid: (id) =>
      `plan-${scheme.id}-${plan.intake?.id ?? plan.starts ?? 'round'}-${id.replace(':', '-')}@ap-pathway`,
    name: plan.intake?.label ?? (plan.starts ? `start on ${sayDate(plan.starts)}` : scheme.name),
    sequence: scheme.version + daysBetween(FIRST_DAY, today),
    isOver: false,
    today,
  });
}

interface About {
  readonly uid: (id: string) => string;
  /** What tells one application's entries from another's in a calendar. */
  readonly name: string;
  readonly sequence: number;
  /** Withdrawn or not funded: nothing is to be done any more. */
  readonly isOver: boolean;
  readonly today: LondonDate;
  readonly url?: string;
}

function eventsOf(plan: Plan, scheme: Scheme, about: About): CalendarEvent[] {
  if (about.isOver) return [];
  const stepEvents = plan.steps
    .filter(({ latest, done }) => latest >= about.today && !done)
    .map(({ id, latest, firm }) =>
      event(about, {
        ...{
          id,
          date: latest,
          title: stepTitle(id, scheme),
          alarms: firm ? ALARMS.firm : ALARMS.estimate,
        },
        description: stepNote(id, firm, plan, scheme),
      }),
    );
  if (plan.starts === null) return stepEvents;
  const provisional = plan.intake?.provisional
    ? `Provisional: check with ${theRecipient(scheme)}.`
    : 'The first day of the programme.';
  const start = {
    id: 'start',
    date: plan.starts,
    title: 'The programme starts',
    description: provisional,
    alarms: [],
  };
  return plan.starts < about.today ? stepEvents : [...stepEvents, event(about, start)];
}

function stepNote(id: PlanStepId, firm: boolean, plan: Plan, scheme: Scheme): string {
  const start = plan.starts ? `, for a start on ${sayDate(plan.starts)}` : '';
  if (isStage(id)) {
    const stage = scheme.after.find((one) => `stage:${one.id}` === id);
    return [stage?.who, stage?.does].filter(Boolean).join('. ');
  }
  const stage = rowStage(scheme);
  if (id === 'return' && stage && plan.confirmationDue) {
    const anchors = { start: plan.starts, closing: null, sending: null, decision: null };
    return `Due on ${sayDate(plan.confirmationDue)}, ${dueCount(stage, anchors)}. ${capital(theRecipient(scheme))} must have it by then.`;
  }
  return firm ? `The latest date under the scheme${start}.` : `The latest date as estimated${start}.`;
}

/** The day on which the assistant drafts the chaser, while there is no decision. */
function chaseEvents(
  application: Application,
  { scheme, calendar, today }: Planning,
  about: About,
): CalendarEvent[] {
  const { sent, decision, form } = application.snapshot.context;
  const last = sent.at(-1);
  if (!last) return [];
  const deciding = decidingStage(scheme);
  const named = deciding && stageDue(deciding, anchorsOf(scheme, application.snapshot.context), calendar);
  const date = named
    ? addWorkingDays(named, 1, calendar)
    : addWorkingDays(last.on, scheme.nudges.decisionSilence, calendar);
  if (date < today || decision !== null || about.isOver) return [];
  const recipient = universityOf(scheme, form.context)?.name ?? theRecipient(scheme);
  return [
    event(about, {
      ...{ id: 'chase', date, alarms: [] },
      title: `No decision yet? Ask ${theRecipient(scheme)}`,
      description: `Sent to ${recipient} on ${sayDate(last.on)}. Quote the reference ${application.reference}.`,
    }),
  ];
}

interface EventWords {
  readonly id: string;
  readonly date: LondonDate;
  readonly title: string;
  readonly description: string;
  readonly alarms: readonly number[];
}

function event(about: About, { id, date, title, description, alarms }: EventWords): CalendarEvent {
  return {
    ...{ uid: about.uid(id), date, description, sequence: about.sequence },
    title: `${title} (${about.name})`,
    ...(about.url ? { url: about.url } : {}),
    ...(alarms.length === 0 ? {} : { alarmsDaysBefore: alarms }),
  };
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
