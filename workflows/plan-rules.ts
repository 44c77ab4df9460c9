import { stateOf, type Application, type StateName } from './application.js';
import {
  addDays,
  addWorkingDays,
  isWorkingDay,
  workingDaysBetween,
  type LondonDate,
  type WorkingCalendar,
} from './dates.js';
import { dayOf, intakeOf } from './expression-of-interest-rules.js';
import { decidingStage } from './fields.js';
import { verdict } from './readiness-rules.js';
import type { Intake, Scheme } from './scheme.js';
import { anchorsOf, confirmationDue, stageDue, type Anchors } from './support-rules.js';
import { lastDay } from './window-rules.js';

/**
 * The back-planner: from a start date to the latest date of every step before it. The 28-day line is S000's (step 4)
 * and the closing date the scheme's; every other time is a product decision †, below.
 */

export type PlanStepId =
  | ('readiness' | 'gaps' | 'form' | 'declaration' | 'send' | 'decision' | 'trainees' | 'return')
  /** A stage of the scheme's own, with its day. */
  | `stage:${string}`;

type OwnStepId = Exclude<PlanStepId, `stage:${string}`>;

/**
 * Working days † from the latest date of a step to the latest date of the next: the shortest time in which the work
 * between the two is usually done. The decision's is the scheme's own `decisionSilence`, after which it is chased.
 */
export const WORKING_DAYS_TO_NEXT = {
  /** Drafts approved by HR, the board, the budget holder. */
  readiness: 15,
  /** The form asks what the checks told. */
  gaps: 3,
  /** Answers read through, then the protocols agreed with whoever signs for them. */
  form: 1,
  declaration: 1,
  /** Advertise, shortlist and interview with the university. */
  decision: 20,
  /** A row for each trainee: mentor, study day, English and maths. */
  trainees: 5,
} as const;

export interface PlanStep {
  readonly id: PlanStepId;
  /** The last working day on which it can be done. */
  readonly latest: LondonDate;
  readonly done: boolean;
  /** Not done, and its latest date is over. */
  readonly missed: boolean;
  /** Set by the source or the scheme; the others are estimates of this service. */
  readonly firm: boolean;
}

export type PlanVerdict =
  | { readonly kind: 'done' }
  /** `next` is the first step to do, `workingDaysLeft` counts today's as none. */
  | { readonly kind: 'possible'; readonly next: PlanStep; readonly workingDaysLeft: number }
  /** The form is sent, an estimate is over and no firm date is: it can still be done, if nothing more is late. */
  | { readonly kind: 'behind'; readonly missed: PlanStep; readonly next: PlanStep }
  /** `missed` is the firm step that is over where there is one, else the first; `later` the next possible intake. */
  | { readonly kind: 'too-late'; readonly missed: PlanStep; readonly later: Intake | null };

export interface Plan {
  /** Null when the university has moved the start away from every intake of the scheme. */
  readonly intake: Intake | null;
  /** Null where a month is all that is known, or the scheme has no intakes. */
  readonly starts: LondonDate | null;
  /** The day on which the form for each place is due, working day or not; null where there is none. */
  readonly confirmationDue: LondonDate | null;
  /** In the order of doing. */
  readonly steps: readonly PlanStep[];
  readonly verdict: PlanVerdict;
}

export interface Planning {
  readonly scheme: Scheme;
  readonly calendar: WorkingCalendar;
  readonly today: LondonDate;
}

/** The plan for an intake with nothing done yet; undefined where there is no day to count from. */
export function planFor(intake: Intake, planning: Planning): Plan | undefined {
  return planOf(intake, { start: dayOf(intake.starts) }, NOTHING_DONE, planning);
}

/**
 * The plan of an application as far as it has come, for the start that the university named last, or its intake's.
 * Undefined while there is no day to count from: no intake, or one of which only the month is known, and no closing date.
 */
export function planOfApplication(application: Application, planning: Planning): Plan | undefined {
  const { context } = application.snapshot;
  const chosen = intakeOf(planning.scheme, context.form.context);
  const anchors = anchorsOf(planning.scheme, context);
  if (!anchors.start && planning.scheme.fields.intake !== undefined && !chosen) return undefined;
  const intake = chosen && (anchors.start === null || chosen.starts === anchors.start) ? chosen : null;
  return planOf(intake, anchors, doneSteps(application, planning.scheme), planning);
}

/** Of a round that has no intakes, with nothing done yet: back from its closing date, if it has one. */
export function roundPlan(planning: Planning): Plan | undefined {
  return planning.scheme.intakes.length > 0 ? undefined : planOf(null, {}, NOTHING_DONE, planning);
}

/**
 * The scheme's intake for "we want to start in September": the one in that month ('YYYY-MM'), else the first after
 * it. Undefined when the scheme has none that late.
 */
export function intakeFrom(scheme: Scheme, month: string): Intake | undefined {
  return byStart(scheme).find(({ starts }) => starts.slice(0, 7) >= month);
}

/** The first intake after this date that can still be reached from nothing, or null. */
export function nextPossibleIntake(after: LondonDate, planning: Planning): Intake | null {
  return (
    byStart(planning.scheme).find(
      ({ starts }) =>
        starts > after &&
        dayOf(starts) !== null &&
        !stepsTo({ start: starts }, NOTHING_DONE, planning)?.some(({ missed }) => missed),
    ) ?? null
  );
}

const STEPS: readonly OwnStepId[] = [
  'readiness',
  'gaps',
  'form',
  'declaration',
  'send',
  'decision',
  'trainees',
  'return',
];
const NOTHING_DONE: ReadonlySet<PlanStepId> = new Set();

/** The last step that is done by the time an application is in a state; before the form is checked, readiness says. */
const DONE_UP_TO: Partial<Record<StateName, PlanStepId>> = {
  declaring: 'form',
  readyToSend: 'declaration',
  awaitingDecision: 'send',
  recruiting: 'decision',
  confirmingSupport: 'trainees',
  supportConfirmed: 'return',
  started: 'return',
};

function planOf(
  intake: Intake | null,
  anchors: Partial<Anchors>,
  done: ReadonlySet<PlanStepId>,
  planning: Planning,
): Plan | undefined {
  const steps = stepsTo(anchors, done, planning);
  if (!steps) return undefined;
  const starts = anchors.start ?? null;
  return {
    ...{ intake, starts, steps },
    confirmationDue: confirmationDue(planning.scheme, anchors, planning.calendar),
    verdict: verdictOf(steps, starts ?? planning.today, planning),
  };
}

/**
 * Back from the day on which the form for each place is due; without one, from the start; without that, from the
 * closing date. The scheme's own stages stand at their days. Undefined where no day is known.
 */
function stepsTo(
  anchors: Partial<Anchors>,
  done: ReadonlySet<PlanStepId>,
  { scheme, calendar, today }: Planning,
): PlanStep[] | undefined {
  const own = ownStages(anchors, done, { scheme, calendar, today });
  const due = confirmationDue(scheme, anchors, calendar);
  const closing = lastDay(scheme);
  const { start = null } = anchors;
  const decides = own.some(({ id }) => id === `stage:${decidingStage(scheme)?.id}`);
  const ids = STEPS.filter((id) => {
    if (id === 'readiness' || id === 'gaps') return scheme.readiness.checks.length > 0;
    if (id === 'trainees' || id === 'return') return due !== null;
    return id !== 'decision' || (!decides && (due !== null || start !== null));
  });
  const isNamed = due !== null || start === null;
  const last = due ?? (start === null ? closing : addDays(start, -1));
  if (last === null) return undefined;
  const steps: PlanStep[] = [];
  let latest = workingDayUpTo(last, calendar);
  for (const id of [...ids].reverse()) {
    const isLast = id === ids.at(-1) && isNamed;
    if (!isLast && id !== 'return') latest = addWorkingDays(latest, -workingDaysToNext(id, scheme), calendar);
    const closes = id === 'send' && closing ? workingDayUpTo(closing, calendar) : latest;
    const isClosing = closes < latest || (isLast && id === 'send');
    if (isClosing) latest = closes;
    const missed = !done.has(id) && latest < today;
    steps.unshift({ id, latest, done: done.has(id), missed, firm: id === 'return' || isClosing });
  }
  return [...steps, ...own].sort((a, b) => (a.latest < b.latest ? -1 : a.latest > b.latest ? 1 : 0));
}

/** What others do is over with its day; what is the applicant's is late then. */
function ownStages(
  anchors: Partial<Anchors>,
  done: ReadonlySet<PlanStepId>,
  { scheme, calendar, today }: Planning,
): PlanStep[] {
  const all = { start: null, closing: lastDay(scheme), sending: null, decision: null, ...anchors };
  return scheme.after.flatMap((stage): PlanStep[] => {
    const latest = stage.asks ? null : stageDue(stage, all, calendar);
    if (latest === null) return [];
    const id = `stage:${stage.id}` as const;
    const isDone = done.has(id) || (stage.whose === 'others' && latest < today);
    return [{ id, latest, done: isDone, missed: !isDone && latest < today, firm: false }];
  });
}

function workingDaysToNext(id: Exclude<OwnStepId, 'return'>, scheme: Scheme): number {
  return id === 'send' ? scheme.nudges.decisionSilence : WORKING_DAYS_TO_NEXT[id];
}

function verdictOf(steps: readonly PlanStep[], starts: LondonDate, planning: Planning): PlanVerdict {
  const next = steps.find((step) => !step.done);
  if (!next) return { kind: 'done' };
  // What comes after the start makes it no later.
  const before = steps.filter(({ latest }) => latest <= starts);
  const missedFirmly = before.find((step) => step.missed && step.firm);
  const missed = missedFirmly ?? before.find((step) => step.missed);
  const isSent = steps.some(({ id, done }) => id === 'send' && done);
  if (missed && isSent && !missedFirmly) return { kind: 'behind', missed, next };
  if (missed) return { kind: 'too-late', missed, later: nextPossibleIntake(starts, planning) };
  const workingDaysLeft = workingDaysBetween(planning.today, next.latest, planning.calendar);
  return { kind: 'possible', next, workingDaysLeft };
}

function doneSteps(application: Application, scheme: Scheme): ReadonlySet<PlanStepId> {
  const { value, context } = application.snapshot;
  const state = stateOf(value);
  const last = DONE_UP_TO[state];
  const stages = Object.keys(context.stagesDone ?? {}).map((id): PlanStepId => `stage:${id}`);
  if (last) {
    const own: readonly PlanStepId[] = STEPS.slice(0, STEPS.indexOf(last as OwnStepId) + 1);
    const deciding = decidingStage(scheme);
    const decided: PlanStepId[] = deciding && own.includes('decision') ? [`stage:${deciding.id}`] : [];
    return new Set([...own, ...stages, ...decided]);
  }
  const how = verdict(scheme.readiness.checks, context.readiness.context.answers);
  const done = new Set<PlanStepId>();
  if (how !== 'unfinished') done.add('readiness');
  if (how === 'ready' || how === 'ready-with-cautions') done.add('gaps');
  if (state === 'checkingAnswers') done.add('form');
  return done;
}

function byStart(scheme: Scheme): Intake[] {
  return [...scheme.intakes].sort((a, b) => (a.starts < b.starts ? -1 : 1));
}

/** The day itself when it is a working day, else the last one before it. */
function workingDayUpTo(date: LondonDate, calendar: WorkingCalendar): LondonDate {
  return isWorkingDay(date, calendar) ? date : addWorkingDays(date, -1, calendar);
}
