import assert from 'node:assert/strict';
import fc from 'fast-check';
import { englandCalendar } from '../../../data/calendar/england.js';
import { addDays, isWorkingDay } from '../../../workflows/dates.js';
import {
  intakeFrom,
  nextPossibleIntake,
  planFor as planOf,
  planOfApplication,
  type Plan,
  type Planning,
} from '../../../workflows/plan-rules.js';
import type { Intake } from '../../../workflows/scheme.js';
import {
  begin,
  checks,
  closing,
  declared,
  formBegun,
  formComplete,
  funded,
  on,
  returned,
  rowsComplete,
  scheme,
  sent,
} from './nudge-applications.js';

const calendar = englandCalendar();

function planning(today: string, by = scheme): Planning {
  return { scheme: by, calendar, today };
}

function intake(month: string, by = scheme): Intake {
  const found = intakeFrom(by, month);
  assert.ok(found);
  return found;
}

function startingOn(starts: string): Intake {
  return { ...intake('2027-09'), starts };
}

function latest(plan: Plan): string[] {
  return plan.steps.map(({ id, latest: day }) => `${id} ${day}`);
}

function done(plan: Plan | undefined): string[] {
  return plan?.steps.filter((step) => step.done).map(({ id }) => id) ?? [];
}

function planFor(...given: Parameters<typeof planOf>): Plan {
  const plan = planOf(...given);
  assert.ok(plan);
  return plan;
}

describe('the back-planner', () => {
  it('works back from the 28-day line over working days, around the August bank holiday', () => {
    // Monday 20 September 2027; due Monday 23 August.
    assert.deepEqual(latest(planFor(intake('2027-09'), planning('2027-01-04'))), [
      'readiness 2027-05-21',
      'gaps 2027-06-14',
      'form 2027-06-17',
      'declaration 2027-06-18',
      'send 2027-06-21',
      'decision 2027-07-19',
      'trainees 2027-08-16',
      'return 2027-08-23',
    ]);
  });

  it('over Christmas and the New Year', () => {
    assert.deepEqual(latest(planFor(intake('2028-02'), planning('2027-01-04'))).slice(4), [
      'send 2027-11-17',
      'decision 2027-12-15',
      'trainees 2028-01-17',
      'return 2028-01-24',
    ]);
  });

  it('a 28-day line on a bank holiday is kept on the working day before; a leap day counts', () => {
    const easter = planFor(startingOn('2027-04-26'), planning('2026-09-01'));
    assert.equal(easter.confirmationDue, '2027-03-29');
    assert.equal(easter.steps.at(-1)?.latest, '2027-03-25');
    const leap = planFor(startingOn('2028-03-28'), planning('2027-09-01'));
    assert.equal(leap.steps.at(-1)?.latest, '2028-02-29');
    assert.equal(leap.steps.at(-2)?.latest, '2028-02-22');
  });

  it('an earlier closing date draws everything before it forward, and is firm', () => {
    const plan = planFor(intake('2027-09'), planning('2027-01-04', closing('2027-04-03')));
    assert.deepEqual(latest(plan).slice(3, 5), ['declaration 2027-04-01', 'send 2027-04-02']);
    assert.deepEqual(
      plan.steps.filter(({ firm }) => firm).map(({ id }) => id),
      ['send', 'return'],
    );
    const late = planFor(intake('2027-09'), planning('2027-01-04', closing('2027-08-01')));
    assert.equal(late.steps[4]?.latest, '2027-06-21');
    assert.equal(late.steps[4]?.firm, false);
  });

  it('is possible on the latest day of the first step, and not on the day after', () => {
    const lastDay = planFor(intake('2027-09'), planning('2027-05-21')).verdict;
    assert.ok(lastDay.kind === 'possible');
    assert.equal(lastDay.next.id, 'readiness');
    assert.equal(lastDay.workingDaysLeft, 0);
    const after = planFor(intake('2027-09'), planning('2027-05-22')).verdict;
    assert.ok(after.kind === 'too-late');
    assert.equal(after.missed.id, 'readiness');
    assert.equal(after.later?.id, 'february-2028');
  });

  it('says the firm date first when it is over too, and that there is no later intake', () => {
    const { verdict } = planFor(intake('2028-09'), planning('2028-08-22'));
    assert.ok(verdict.kind === 'too-late');
    assert.equal(verdict.missed.id, 'return');
    assert.equal(verdict.later, null);
    const closed = planFor(intake('2027-09'), planning('2027-02-15', closing('2027-02-12'))).verdict;
    assert.ok(closed.kind === 'too-late' && closed.missed.id === 'send' && closed.later === null);
  });

  it('finds the intake of a wished month, the next one after it, or none', () => {
    assert.equal(intakeFrom(scheme, '2027-09')?.id, 'september-2027');
    assert.equal(intakeFrom(scheme, '2027-10')?.id, 'february-2028');
    assert.equal(intakeFrom(scheme, '2026-12')?.id, 'february-2027');
    assert.equal(intakeFrom(scheme, '2028-10'), undefined);
    assert.equal(nextPossibleIntake('2027-02-22', planning('2027-06-01'))?.id, 'february-2028');
  });

  it('counts what an application has done', () => {
    const at = planning('2026-09-02');
    const doneBy = (application: Parameters<typeof planOfApplication>[0]) =>
      done(planOfApplication(application, at));
    assert.equal(planOfApplication(begin('2026-09-01'), at), undefined);
    const choosing = on(formBegun('2026-09-01'), '2026-09-01', [
      { type: 'form.answered', question: 'intake', value: 'february-2027' },
    ]);
    assert.deepEqual(doneBy(choosing), ['readiness', 'gaps']);
    const gap = on(choosing, '2026-09-02', checks('2026-09-02', ['board-support']));
    assert.deepEqual(doneBy(gap), ['readiness']);
    assert.deepEqual(doneBy(formComplete('2026-09-01')), ['readiness', 'gaps', 'form']);
    assert.equal(doneBy(declared('2026-09-01')).at(-1), 'declaration');
    assert.equal(doneBy(sent('2026-09-01')).at(-1), 'send');
    const recruiting = funded('2026-09-02', '2026-09-01');
    assert.equal(doneBy(recruiting).at(-1), 'decision');
    assert.equal(doneBy(rowsComplete(recruiting, '2026-09-02')).at(-1), 'trainees');
    assert.equal(planOfApplication(returned(recruiting, '2026-09-02'), at)?.verdict.kind, 'done');
  });

  it('a sent form with an estimate over is behind, with the firm line over too late', () => {
    const waiting = sent('2026-11-20');
    assert.equal(planOfApplication(waiting, planning('2027-01-15'))?.verdict.kind, 'behind');
    const over = planOfApplication(waiting, planning('2027-01-26'))?.verdict;
    assert.ok(over?.kind === 'too-late' && over.missed.id === 'return');
    assert.equal(planOfApplication(waiting, planning('2027-01-25'))?.verdict.kind, 'behind');
  });

  it('follows a start that the university moved', () => {
    const moved = on(sent('2026-11-20'), '2026-11-20', [{ type: 'start.moved', starts: '2027-03-22' }]);
    const plan = planOfApplication(moved, planning('2026-11-20'));
    assert.equal(plan?.intake, null);
    assert.equal(plan?.confirmationDue, '2027-02-22');
    assert.equal(plan?.steps.at(-1)?.latest, '2027-02-22');
  });

  it('whatever the start: working days, in order, none after the 28-day line', () => {
    const day = fc.integer({ min: 0, max: 2000 }).map((n) => addDays('2026-09-01', n));
    fc.assert(
      fc.property(day, day, fc.option(day), (starts, today, closes) => {
        const by = closes ? closing(closes) : scheme;
        const plan = planFor(startingOn(starts), planning(today, by));
        const dates = plan.steps.map((step) => step.latest);
        assert.ok(dates.every((one) => isWorkingDay(one, calendar)));
        assert.deepEqual(dates, [...dates].sort());
        assert.ok(dates.every((one) => one <= addDays(starts, -28)));
        assert.equal(
          plan.verdict.kind === 'too-late',
          dates.some((one) => one < today),
        );
      }),
      { numRuns: 100 },
    );
  });
});
