import { stateOf, type Application, type StateName } from '../../workflows/application.js';
import { londonDate, type LondonDate } from '../../workflows/dates.js';
import { planOfApplication, type Planning, type PlanStepId } from '../../workflows/plan-rules.js';
import { startOf } from '../../workflows/expression-of-interest-rules.js';
import { essentials } from '../../workflows/readiness-rules.js';
import { rowStage } from '../../workflows/fields.js';
import { supportBlockers } from '../../workflows/support-rules.js';
import { formOf, filledOf } from '../cards/form.js';
import type { View } from '../conversation.js';

/** The stages of an application's life, as a person looks at it: behind, here, ahead. */
export interface Stage {
  readonly id: StageId;
  /** `late`: here, and its day has passed. */
  readonly how: 'done' | 'now' | 'late' | 'ahead';
  /** Of what is done, when it was; of the rest, the last day for it, where there is one. */
  readonly date: LondonDate | null;
}

export type StageId = 'checks' | 'form' | 'send' | 'decision' | 'support' | 'start';

const order: readonly StageId[] = ['checks', 'form', 'send', 'decision', 'support', 'start'];

/** Until which step of the plan each is to be done. */
const steps: Partial<Record<StageId, PlanStepId>> = {
  checks: 'gaps',
  form: 'declaration',
  send: 'send',
  decision: 'decision',
  support: 'return',
};

const here: Record<StateName, StageId | null> = {
  preparing: 'checks',
  eligible: 'form',
  ineligible: 'checks',
  reviewing: 'form',
  completingForm: 'form',
  checkingAnswers: 'form',
  declaring: 'form',
  readyToSend: 'send',
  awaitingDecision: 'decision',
  unsuccessful: null,
  recruiting: 'support',
  confirmingSupport: 'support',
  supportConfirmed: 'start',
  started: null,
  withdrawn: null,
};

export function stagesOf(application: Application, planning: Planning): readonly Stage[] {
  const { context, value } = application.snapshot;
  const state = stateOf(value);
  const checks = essentials(planning.scheme.readiness.checks);
  const answers = context.readiness.context.answers;
  const isReady = checks.every(({ id }) => answers[id]?.status === 'done');
  const doneOn: Record<StageId, LondonDate | null> = {
    checks: isReady ? context.readiness.context.assessedOn : null,
    form: context.declared && londonDate(context.declared.at),
    send: context.sent.at(-1)?.on ?? null,
    decision: context.decision?.on ?? null,
    support: context.returned?.on ?? null,
    start: state === 'started' ? startOf(planning.scheme, context) : null,
  };
  const plan = planOfApplication(application, planning);
  const starts = startOf(planning.scheme, context);
  // The checks can be done before or in the middle of the form: while they are open, both are here.
  const now = isReady && here[state] === 'checks' ? 'form' : here[state];
  // What a round does not have is no stage of it: no checks, no form for each place, no day on which it starts.
  const { scheme } = planning;
  const isThere = (id: StageId) =>
    (id !== 'checks' || checks.length > 0) &&
    (id !== 'support' || rowStage(scheme) !== undefined) &&
    (id !== 'start' || scheme.fields.intake !== undefined);
  return order.filter(isThere).map((id): Stage => {
    const done = doneOn[id];
    if (done !== null) return { id, how: 'done', date: done };
    const step = plan?.steps.find((one) => one.id === steps[id]);
    const firm =
      id === 'start' ? starts : id === 'support' ? plan?.confirmationDue : step?.firm && step.latest;
    // An estimate that is over is no date any more; only a date that somebody set can be missed.
    const due = firm || (step && step.latest >= planning.today ? step.latest : null);
    const isNow = id === now || (id === 'checks' && now === 'form');
    const isLate = isNow && due !== null && due < planning.today;
    return { id, how: isNow ? (isLate ? 'late' : 'now') : 'ahead', date: due };
  });
}

/** How much of what is open now is filled in, where something is to be filled in. */
export function openPart(view: View, application: Application): { done: number; of: number } | undefined {
  const scheme = view.schemeOf(application);
  const within: View = { ...view, application, scheme };
  const state = stateOf(application.snapshot.value);
  const names =
    state === 'completingForm' || state === 'checkingAnswers'
      ? scheme.form.sections.map(({ id }) => `section:${id}`)
      : state === 'confirmingSupport'
        ? application.snapshot.context.support.rows.map((_, row) => `trainee:${row}`)
        : state === 'preparing'
          ? ['checks:essential']
          : [];
  const filled = names.flatMap((name) => formOf(within, name) ?? []).map(filledOf);
  if (filled.length === 0) return undefined;
  const sum = (of: 'done' | 'of') => filled.reduce((total, one) => total + one[of], 0);
  // What a row may leave out is not counted as open.
  const isWhole =
    state === 'confirmingSupport' &&
    supportBlockers(scheme, application.snapshot.context.support.rows).length === 0;
  return { done: isWhole ? sum('of') : sum('done'), of: sum('of') };
}
