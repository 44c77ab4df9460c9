import { isOpen } from '../../../workflows/window-rules.js';
import assert from 'node:assert/strict';
import { addDays } from '../../../workflows/dates.js';
import { eligibilityGrade, findings, isPriority } from '../../../workflows/eligibility-rules.js';
import { blockers, canDeclare, universitiesFor } from '../../../workflows/expression-of-interest-rules.js';
import {
  applicable,
  nextQuestion,
  questionBefore,
  withoutOrphans,
  type Asked,
} from '../../../workflows/question-rules.js';
import {
  changesSince,
  checksToAsk,
  essentials,
  gaps,
  verdict,
  type CheckAnswers,
  type CheckStatus,
} from '../../../workflows/readiness-rules.js';
import type { Answers } from '../../../workflows/scheme.js';
import {
  confirmationDue,
  isLate,
  rowsNeedReason,
  supportBlockers,
} from '../../../workflows/support-rules.js';
import { closing, type formBegun, formComplete, funded, on, scheme } from './nudge-applications.js';

const DAY = '2026-11-23';

describe('readiness rules', () => {
  const { checks } = scheme.readiness;
  const all = essentials(checks);
  const good = checks.filter(({ essential }) => !essential);
  const say = (status: CheckStatus, ids = all.map(({ id }) => id)): CheckAnswers =>
    Object.fromEntries(ids.map((id) => [id, { status, on: DAY }]));
  const first = all[0]!.id;

  it('are seven essentials', () => assert.equal(all.length, 7));

  it('leave the verdict open until every essential is answered', () => {
    assert.equal(verdict(checks, {}), 'unfinished');
    assert.equal(
      verdict(
        checks,
        say(
          'done',
          all.slice(1).map(({ id }) => id),
        ),
      ),
      'unfinished',
    );
  });

  it('are ready when all are done, whatever was not asked', () =>
    assert.equal(verdict(checks, say('done')), 'ready'));

  for (const status of ['in-progress', 'not-started', 'dont-know'] as const) {
    it(`are not ready with one essential ${status}`, () =>
      assert.equal(verdict(checks, { ...say('done'), ...say(status, [first]) }), 'not-ready'));
    it(`are ready with cautions with good practice ${status}`, () =>
      assert.equal(
        verdict(checks, { ...say('done'), ...say(status, [good[0]!.id]) }),
        'ready-with-cautions',
      ));
  }

  it('put essentials first among the gaps, in the order of the scheme', () => {
    const answers = {
      ...say('done'),
      ...say('dont-know', [good[2]!.id, good[0]!.id, all[3]!.id, all[1]!.id]),
    };
    assert.deepEqual(
      gaps(checks, answers).map(({ check }) => check.id),
      [all[1]!.id, all[3]!.id, good[0]!.id, good[2]!.id],
    );
  });

  it('ask all the first time, then what was not answered, then what is not done', () => {
    assert.deepEqual(
      checksToAsk(checks, {}, 'essential'),
      all.map(({ id }) => id),
    );
    const half = say(
      'not-started',
      all.slice(0, 3).map(({ id }) => id),
    );
    assert.deepEqual(
      checksToAsk(checks, half, 'essential'),
      all.slice(3).map(({ id }) => id),
    );
    assert.deepEqual(checksToAsk(checks, { ...say('done'), ...say('dont-know', [first]) }, 'essential'), [
      first,
    ]);
    assert.deepEqual(checksToAsk(checks, say('done'), 'essential'), []);
    assert.equal(checksToAsk(checks, say('done'), 'good-practice').length, good.length);
  });

  it('tell what changed, both ways, and nothing that was new', () => {
    const before = { ...say('not-started', [first]), ...say('done', [all[1]!.id]) };
    const after = { ...say('done'), ...say('in-progress', [all[1]!.id]) };
    assert.deepEqual(
      changesSince(checks, before, after).map(({ check, from, to }) => [check.id, from, to]),
      [
        [first, 'not-started', 'done'],
        [all[1]!.id, 'done', 'in-progress'],
      ],
    );
  });
});

describe('eligibility rules', () => {
  const { questions } = scheme.eligibility;
  const pass: Answers = {
    'organisation-kind': 'not-for-profit',
    region: 'north-west',
    role: 'assistant-practitioner',
    'service-area': 'other',
    'training-department': 'yes',
    'earlier-application': 'none',
  };
  const grade = (more: Answers) => eligibilityGrade(questions, { ...pass, ...more });

  const cases: [Answers, string][] = [
    [{}, 'pass'],
    [{ 'training-department': 'not-yet' }, 'caution'],
    [{ 'earlier-application': 'yes' }, 'caution'],
    [{ 'organisation-kind': 'dont-know' }, 'unknown'],
    [{ 'organisation-kind': 'dont-know', 'training-department': 'not-yet' }, 'unknown'],
    [{ 'organisation-kind': 'for-profit' }, 'fail'],
    [{ 'organisation-kind': 'no-nhs-care' }, 'fail'],
    [{ region: 'elsewhere', 'organisation-kind': 'dont-know' }, 'fail'],
    [{ role: 'nursing-associate' }, 'fail'],
    [{ role: 'advanced-practitioner' }, 'unfinished'],
    [{ role: 'advanced-practitioner', 'registered-professional': 'yes' }, 'pass'],
    [{ role: 'advanced-practitioner', 'registered-professional': 'no' }, 'fail'],
    [{ 'registered-professional': 'no' }, 'pass'],
  ];
  for (const [more, expected] of cases)
    it(`${JSON.stringify(more)}: ${expected}`, () => assert.equal(grade(more), expected));

  it('fail at once, whatever is still open', () =>
    assert.equal(eligibilityGrade(questions, { region: 'elsewhere' }), 'fail'));

  it('give each answer its reason and source', () => {
    const found = findings(questions, pass);
    assert.equal(found.length, 6);
    for (const { option } of found) assert.ok(option.reason && option.source.document);
  });

  it('give priority by the service area, and refuse nobody for it', () => {
    for (const area of ['primary-care', 'integrated-community', 'urgent-emergency'])
      assert.ok(isPriority(questions, { ...pass, 'service-area': area }), area);
    assert.equal(isPriority(questions, pass), false);
    assert.equal(grade({ 'service-area': 'mental-health' }), 'pass');
  });
});

describe('question rules', () => {
  const questions: Asked[] = [
    { id: 'a' },
    { id: 'b', when: { question: 'a', is: ['yes'] } },
    { id: 'c', when: { question: 'b', is: [true] } },
    { id: 'd' },
  ];
  const ids = (list: readonly Asked[]) => list.map(({ id }) => id);

  it('ask only what applies', () => {
    assert.deepEqual(ids(applicable(questions, {})), ['a', 'd']);
    assert.deepEqual(ids(applicable(questions, { a: 'yes', b: true })), ['a', 'b', 'c', 'd']);
    assert.deepEqual(
      ids(applicable(questions, { a: 'yes', b: 'true' })),
      ['a', 'b', 'd'],
      'true is not "true"',
    );
  });

  it('go to the first question that has neither an answer nor been put off', () => {
    assert.equal(nextQuestion(questions, {})?.id, 'a');
    assert.equal(nextQuestion(questions, { a: 'yes' })?.id, 'b');
    assert.equal(nextQuestion(questions, { a: 'yes' }, ['b'])?.id, 'd');
    assert.equal(nextQuestion(questions, { a: 'no', d: '' }), undefined, 'an empty answer is one');
  });

  it('drop orphans until none is left, and keep what is known from elsewhere', () => {
    assert.deepEqual(withoutOrphans(questions, { a: 'no', b: true, c: 'x', d: 'y' }), { a: 'no', d: 'y' });
    assert.deepEqual(withoutOrphans(questions, { b: true, c: 'x' }, { a: 'yes' }), { b: true, c: 'x' });
    assert.deepEqual(
      withoutOrphans(questions, { zzz: 1 }),
      { zzz: 1 },
      'what no question asks is left alone',
    );
  });

  it('go back along the road that is there now', () => {
    assert.equal(questionBefore(questions, { a: 'yes' }, 'd')?.id, 'b');
    assert.equal(questionBefore(questions, { a: 'no' }, 'd')?.id, 'a');
    assert.equal(questionBefore(questions, {}, 'a'), undefined);
    assert.equal(questionBefore(questions, { a: 'no' }, null)?.id, 'd', 'from the end');
    assert.equal(questionBefore(questions, {}, 'nowhere'), undefined);
  });
});

describe('rules before sending', () => {
  const kinds = (application: ReturnType<typeof formBegun>) =>
    blockers(scheme, application.snapshot.context).map((one) =>
      one.kind === 'check' ? one.check.id : `${one.kind}:${one.question.id}`,
    );

  it('let a complete form be declared', () => {
    assert.deepEqual(kinds(formComplete(DAY)), []);
    assert.equal(canDeclare(scheme, formComplete(DAY).snapshot.context), true);
  });

  it('are stopped by an unknown, by an essential check and by a parked question, in that order', () => {
    const application = on(formComplete(DAY), DAY, [
      { type: 'form.parked', question: 'phone' },
      { type: 'readiness.answered', check: 'study-release', status: 'in-progress', on: DAY },
      { type: 'eligibility.answered', question: 'region', value: 'dont-know' },
    ]);
    assert.deepEqual(kinds(application), ['eligibility:region', 'study-release', 'question:phone']);
    assert.equal(canDeclare(scheme, application.snapshot.context), false);
  });

  it('ask for who confirmed a check when its answer is taken back', () => {
    const application = on(formComplete(DAY), DAY, [
      { type: 'readiness.answered', check: 'board-support', status: 'not-started', on: DAY },
    ]);
    assert.deepEqual(kinds(application), ['board-support', 'question:board-sponsor']);
  });

  it('know when a round is open: never closing, to the end of a day, to a time of day', () => {
    assert.equal(isOpen(scheme, '2099-01-01', '00:00'), true);
    assert.equal(isOpen(closing('2027-01-15'), '2027-01-15', '23:59'), true);
    assert.equal(isOpen(closing('2027-01-15'), '2027-01-16', '00:00'), false);
    const at = closing('2027-01-15', '17:00:00');
    assert.deepEqual(
      [
        isOpen(at, '2027-01-14', '23:00'),
        isOpen(at, '2027-01-15', '16:59'),
        isOpen(at, '2027-01-15', '17:00'),
      ],
      [true, true, false],
    );
  });

  it('offer the universities that have the programme', () => {
    const names = (role: string) => universitiesFor(scheme, role).map(({ id }) => id);
    assert.ok(names('assistant-practitioner').includes('sheffield-hallam'));
    assert.ok(!names('advanced-practitioner').includes('sheffield-hallam'));
    assert.ok(names('advanced-practitioner').includes('salford'));
  });
});

describe('support rules', () => {
  const starts = '2027-02-22';
  const due = confirmationDue(scheme, { start: starts }) ?? '';

  it('count 28 days before the start: on that day it is on time, at 27 days it is late', () => {
    assert.equal(due, '2027-01-25');
    assert.equal(isLate(due, addDays(starts, -29)), false);
    assert.equal(isLate(due, addDays(starts, -28)), false);
    assert.equal(isLate(due, addDays(starts, -27)), true);
    assert.equal(isLate(due, addDays(starts, 1)), true);
  });

  it('count days of the calendar over the change of the clocks', () =>
    assert.equal(confirmationDue(scheme, { start: '2027-04-12' }), '2027-03-15'));

  it('want a reason for any difference', () =>
    assert.deepEqual([rowsNeedReason(2, 2), rowsNeedReason(2, 1)], [false, true]));

  it('list what is missing, row by row', () => {
    const application = on(funded(DAY, DAY), DAY, [
      { type: 'recruitment.finished', trainees: 2, reason: null },
      {
        type: 'support.row',
        row: 1,
        event: { type: 'form.answered', question: 'trainee-name', value: 'Ana' },
      },
    ]);
    const missing = supportBlockers(scheme, application.snapshot.context.support.rows);
    const of = (row: number) => missing.filter((one) => one.row === row).length;
    assert.equal(of(0), of(1) + 1);
    assert.ok(
      !missing.some(({ blocker }) => blocker.kind === 'question' && blocker.question.id === 'intake'),
    );
  });
});
