import assert from 'node:assert/strict';
import fc from 'fast-check';
import { englandCalendar } from '../../../data/calendar/england.js';
import type { Application } from '../../../workflows/application.js';
import type { ApplicationEvent } from '../../../workflows/application.machine.js';
import { addDays, isWorkingDay } from '../../../workflows/dates.js';
import {
  dueNudges,
  isNews,
  mergeForPerson,
  nextDue,
  ownNudges,
  withinHours,
  type Known,
  type Nudge,
  type SentNudge,
} from '../../../workflows/nudge-rules.js';
import {
  begin,
  checks,
  closing,
  declared,
  eligibility,
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

/** "rule offset due", for the eye; what is said weekly once a date has passed is looked at by itself. */
function lines(application: Application, known: Known = {}, by = scheme): string[] {
  return said(dueNudges(application, by, calendar, known).filter(({ rule }) => rule !== 'confirmation-late'));
}

function said(nudges: readonly Nudge[]): string[] {
  return nudges.map(({ rule, offset, due }) => `${rule} ${offset ?? 'snoozed'} ${due}`);
}

function sentOf(nudges: readonly Nudge[], day: string): SentNudge[] {
  return nudges.filter(({ due }) => due <= day).map((one) => ({ ...one, on: one.due }));
}

describe('which nudges are due: once the Confirmation of Support is late', () => {
  it('the owner on the next working day, then weekly; not when it is returned or stopped', () => {
    const one = funded('2026-12-14', '2026-11-16');
    const late = (settings: Known['settings'] = { snoozed: [], stopped: [] }) =>
      dueNudges(one, scheme, calendar, { settings }).filter(({ rule }) => rule === 'confirmation-late');
    assert.deepEqual(said(late()).slice(0, 3), [
      'confirmation-late 0 2027-01-26',
      'confirmation-late 1 2027-02-02',
      'confirmation-late 2 2027-02-09',
    ]);
    assert.ok(late().every(({ to, until }) => to === 'owner' && until === null));
    assert.deepEqual(late({ snoozed: [], stopped: [one.reference] }), []);
    assert.deepEqual(dueNudges(returned(one, '2027-01-20'), scheme, calendar), []);
  });
});

describe('which nudges are due: readiness and the form', () => {
  it('readiness idle: 3 and 10 working days after the last activity', () => {
    const begun = on(begin('2026-11-02'), '2026-11-04', checks('2026-11-04', ['board-support']));
    assert.deepEqual(lines(begun), ['readiness-idle 3 2026-11-09', 'readiness-idle 10 2026-11-18']);
  });

  it('readiness idle also where nothing was answered yet, from the day it was begun', () => {
    assert.deepEqual(lines(begin('2026-11-06')), [
      'readiness-idle 3 2026-11-11',
      'readiness-idle 10 2026-11-20',
    ]);
  });

  it('once readiness is done or the form begun, the form is what is idle', () => {
    const ready = on(begin('2026-11-04'), '2026-11-04', checks('2026-11-04'));
    const idle = ['form-idle 3 2026-11-09', 'form-idle 10 2026-11-18'];
    assert.deepEqual(lines(ready), idle);
    assert.deepEqual(lines(on(ready, '2026-11-04', eligibility())), idle);
    for (const one of [formBegun('2026-11-04'), formComplete('2026-11-04'), declared('2026-11-04')]) {
      assert.deepEqual(lines(one), idle);
    }
  });

  it('with a closing date 10, 5 and 2 working days before it, over Easter; none for idleness', () => {
    const by = closing('2027-03-31');
    assert.deepEqual(lines(formBegun('2027-02-01', by), {}, by), [
      'form-closing 10 2027-03-15',
      'form-closing 5 2027-03-22',
      'form-closing 2 2027-03-25',
    ]);
  });

  it('a closing date on a Sunday counts back from the Friday before', () => {
    const by = closing('2027-02-28');
    assert.equal(lines(formBegun('2027-02-01', by), {}, by).at(-1), 'form-closing 2 2027-02-25');
  });

  it('days before the beginning are left out, and nothing about readiness comes after the closing', () => {
    const by = closing('2027-03-10');
    assert.deepEqual(lines(begin('2027-03-04', by), {}, by), [
      'form-closing 2 2027-03-08',
      'readiness-idle 3 2027-03-09',
    ]);
  });

  it('somebody who is not eligible, or has withdrawn, hears nothing', () => {
    const not = on(begin('2026-11-04'), '2026-11-04', [
      { type: 'eligibility.answered', question: 'organisation-kind', value: 'for-profit' },
      ...eligibility().slice(1),
    ]);
    const gone = on(sent('2026-11-04'), '2026-11-05', [
      { type: 'application.withdrawn', on: '2026-11-05', reason: null },
    ]);
    for (const one of [not, gone]) assert.deepEqual(lines(one), []);
  });

  it('one answer starts the count again, and the words of a few days ago are not repeated', () => {
    const before = formBegun('2026-11-04');
    const told = sentOf(dueNudges(before, scheme, calendar), '2026-11-09');
    const after = on(before, '2026-11-09', [{ type: 'form.answered', question: 'places', value: 2 }]);
    assert.deepEqual(lines(after, { sent: told }), ['form-idle 10 2026-11-23']);
    // What was said of another application counts for that one only.
    assert.equal(lines({ ...after, reference: 'AP-9999' }, { sent: told }).length, 2);
  });
});

describe('which nudges are due: the decision', () => {
  it('no decision 20 working days after the sending, over Christmas and the New Year', () => {
    assert.deepEqual(lines(sent('2026-12-07')), ['decision-silence 20 2027-01-07']);
  });

  it('over two bank holiday Mondays in May, and over a leap day', () => {
    assert.deepEqual(lines(sent('2027-04-26', 'february-2028')), ['decision-silence 20 2027-05-25']);
    assert.deepEqual(lines(sent('2028-02-07', 'september-2028')), ['decision-silence 20 2028-03-06']);
    assert.deepEqual(lines(sent('2028-02-01', 'september-2028')), ['decision-silence 20 2028-02-29']);
  });

  it('told of late, it is due on the next working day and not never', () => {
    const late = on(declared('2026-09-01'), '2026-11-20', [{ type: 'eoi.sent', on: '2026-09-07' }]);
    assert.deepEqual(lines(late), ['decision-silence 20 2026-11-23']);
  });

  it('stops at the decision; taken back, it waits again; chased a few days ago, it does not', () => {
    const waiting = sent('2026-11-02');
    const told = sentOf(dueNudges(waiting, scheme, calendar), '2026-11-30');
    const no = on(waiting, '2026-12-02', [
      { type: 'decision.received', result: 'not-funded', places: 0, on: '2026-12-02' },
    ]);
    assert.deepEqual(lines(no), []);
    const again = on(no, '2026-12-04', [{ type: 'decision.corrected' }]);
    assert.deepEqual(lines(again), ['decision-silence 20 2026-12-07']);
    assert.deepEqual(lines(again, { sent: told }), []);
  });

  it('another university is asked 20 working days after its own sending', () => {
    const other = on(sent('2026-11-02'), '2026-12-01', [
      { type: 'university.changed', university: 'bolton' },
      { type: 'eoi.sent', on: '2026-12-01' },
    ]);
    const told = sentOf(dueNudges(sent('2026-11-02'), scheme, calendar), '2026-11-30');
    assert.deepEqual(lines(other, { sent: told }), ['decision-silence 20 2026-12-31']);
  });
});

describe('which nudges are due: the Confirmation of Support', () => {
  it('56, 42, 35 and 30 days before the start, on the due day, then to the coordinator the day after', () => {
    // Wednesday 24 March 2027: every day falls on a working day, but for the 30, which is a Monday anyway.
    const one = on(funded('2026-12-01', '2026-11-02'), '2026-12-01', [
      { type: 'start.moved', starts: '2027-03-24' },
    ]);
    const nudges = dueNudges(one, scheme, calendar).filter(({ rule }) => rule !== 'confirmation-late');
    assert.deepEqual(
      nudges.map(({ rule, offset, due }) => `${rule} ${offset} ${due}`),
      [
        'confirmation-ahead 56 2027-01-27',
        'confirmation-ahead 42 2027-02-10',
        'confirmation-ahead 35 2027-02-17',
        'confirmation-ahead 30 2027-02-22',
        'confirmation-due 28 2027-02-24',
        'confirmation-overdue 1 2027-02-25',
      ],
    );
    assert.deepEqual(
      nudges.map(({ to }) => to),
      ['owner', 'owner', 'owner', 'owner', 'owner', 'coordinator'],
    );
    assert.ok(nudges.every(({ about }) => about === '2027-02-24'));
  });

  it('the intake of Monday 22 February 2027: a bank holiday moves the 56, the 30 stay before the due day', () => {
    assert.deepEqual(lines(funded('2026-12-01', '2026-11-02')), [
      'confirmation-ahead 56 2026-12-29',
      'confirmation-ahead 42 2027-01-11',
      'confirmation-ahead 35 2027-01-18',
      'confirmation-ahead 30 2027-01-22',
      'confirmation-due 28 2027-01-25',
      'confirmation-overdue 1 2027-01-26',
    ]);
  });

  it('a due day on a bank holiday is nudged on the working day before, overdue on the working day after', () => {
    const move = (starts: string) =>
      lines(on(funded('2026-12-01', '2026-11-02'), '2026-12-01', [{ type: 'start.moved', starts }])).slice(
        -2,
      );
    // Due on Easter Monday 29 March, on Christmas Day, and on Saturday 27 February.
    assert.deepEqual(move('2027-04-26'), [
      'confirmation-due 28 2027-03-25',
      'confirmation-overdue 1 2027-03-30',
    ]);
    assert.deepEqual(move('2028-01-22'), [
      'confirmation-due 28 2027-12-24',
      'confirmation-overdue 1 2027-12-29',
    ]);
    assert.deepEqual(move('2027-03-27'), [
      'confirmation-due 28 2027-02-26',
      'confirmation-overdue 1 2027-03-01',
    ]);
  });

  it('a due day on a leap day', () => {
    const one = on(funded('2027-12-01', '2027-11-01', 'february-2028'), '2027-12-01', [
      { type: 'start.moved', starts: '2028-03-28' },
    ]);
    assert.deepEqual(lines(one).slice(-2), [
      'confirmation-due 28 2028-02-29',
      'confirmation-overdue 1 2028-03-01',
    ]);
  });

  it('funded late: only what is still to come; past the due day, the coordinator on the next working day', () => {
    assert.deepEqual(lines(funded('2027-01-15', '2026-12-14')), [
      'confirmation-ahead 35 2027-01-18',
      'confirmation-ahead 30 2027-01-22',
      'confirmation-due 28 2027-01-25',
      'confirmation-overdue 1 2027-01-26',
    ]);
    assert.deepEqual(lines(funded('2027-01-25', '2026-12-14')), [
      'confirmation-due 28 2027-01-25',
      'confirmation-overdue 1 2027-01-26',
    ]);
    assert.deepEqual(lines(funded('2027-01-29', '2026-12-14')), ['confirmation-overdue 1 2027-02-01']);
  });

  it('goes on while the rows are filled in, and stops when it is returned before the due day', () => {
    const recruiting = funded('2026-12-01', '2026-11-02');
    assert.equal(lines(rowsComplete(recruiting, '2026-12-02')).length, 6);
    const done = returned(recruiting, '2026-12-03');
    assert.deepEqual(lines(done), []);
    assert.deepEqual(lines(on(done, '2026-12-04', [{ type: 'support.reopened' }])).length, 6);
    assert.deepEqual(lines(on(done, '2027-02-22', [{ type: 'programme.started' }])), []);
  });

  it('a moved start re-times what was not sent; what was said within five working days is not said again', () => {
    const recruiting = funded('2026-12-01', '2026-11-02');
    const told = sentOf(dueNudges(recruiting, scheme, calendar), '2027-01-11');
    const move = (starts: string) => on(recruiting, '2027-01-12', [{ type: 'start.moved', starts }]);
    // Three days later: the 42 days were announced the day before yesterday.
    assert.deepEqual(lines(move('2027-02-25'), { sent: told }), [
      'confirmation-ahead 35 2027-01-21',
      'confirmation-ahead 30 2027-01-26',
      'confirmation-due 28 2027-01-28',
      'confirmation-overdue 1 2027-01-29',
    ]);
    // Seven months later: all of it anew.
    assert.deepEqual(
      lines(move('2027-09-20'), { sent: told }).map((line) => line.split(' ')[1]),
      ['56', '42', '35', '30', '28', '1'],
    );
    // Earlier: what is over already is not said, the rest is.
    assert.deepEqual(lines(move('2027-02-12'), { sent: told }), [
      'confirmation-ahead 30 2027-01-13',
      'confirmation-due 28 2027-01-15',
      'confirmation-overdue 1 2027-01-18',
    ]);
  });

  it('the due day is said on each day that comes to be it; the coordinator is told once and never more', () => {
    const recruiting = funded('2026-12-01', '2026-11-02');
    const told = sentOf(dueNudges(recruiting, scheme, calendar), '2027-01-26');
    const moved = on(recruiting, '2027-01-27', [{ type: 'start.moved', starts: '2027-02-26' }]);
    assert.deepEqual(lines(moved, { sent: told }), ['confirmation-due 28 2027-01-29']);
  });
});

describe('which nudges are due: wishes', () => {
  const recruiting = funded('2026-12-01', '2026-11-02');
  const snooze = (rule: Nudge['rule'], until: string, application = 'AP-7K3M') => ({
    settings: { stopped: [], snoozed: [{ application, rule, until }] },
  });

  it('a snooze puts one nudge on its day in place of those before it', () => {
    assert.deepEqual(lines(recruiting, snooze('confirmation-ahead', '2027-01-14')).slice(0, 2), [
      'confirmation-ahead snoozed 2027-01-14',
      'confirmation-ahead 35 2027-01-18',
    ]);
    assert.deepEqual(lines(formBegun('2026-11-04'), snooze('form-idle', '2026-11-14')), [
      'form-idle snoozed 2026-11-16',
      'form-idle 10 2026-11-18',
    ]);
  });

  it('a snooze over the due day leaves the due day itself, and one of the due day moves nothing', () => {
    const rest = ['confirmation-due 28 2027-01-25', 'confirmation-overdue 1 2027-01-26'];
    assert.deepEqual(lines(recruiting, snooze('confirmation-ahead', '2027-02-03')), rest);
    assert.deepEqual(lines(recruiting, snooze('confirmation-due', '2027-02-03')).slice(-2), [
      'confirmation-due snoozed 2027-01-25',
      rest[1],
    ]);
    const told = sentOf(dueNudges(recruiting, scheme, calendar), '2027-01-25');
    assert.deepEqual(
      lines(recruiting, { ...snooze('confirmation-due', '2027-02-03'), sent: told }),
      rest.slice(1),
    );
  });

  it('a snooze brings nothing forward: what would only come later stays on its day', () => {
    assert.deepEqual(lines(recruiting, snooze('confirmation-due', '2027-01-05')), lines(recruiting));
    assert.deepEqual(lines(recruiting, snooze('confirmation-ahead', '2026-12-10')), lines(recruiting));
    // Said already, then something was done: the person still asked for that day.
    const before = formBegun('2026-11-04');
    const told = sentOf(dueNudges(before, scheme, calendar), '2026-11-09');
    const after = on(before, '2026-11-09', [{ type: 'form.parked', question: 'places' }]);
    assert.deepEqual(lines(after, { ...snooze('form-idle', '2026-11-10'), sent: told }), [
      'form-idle snoozed 2026-11-10',
      'form-idle 10 2026-11-23',
    ]);
  });

  it('a snooze over the closing date comes on the last working day for it', () => {
    const by = closing('2027-02-28');
    assert.deepEqual(lines(formBegun('2027-02-01', by), snooze('form-closing', '2027-03-05'), by), [
      'form-closing snoozed 2027-02-26',
    ]);
  });

  it('a snooze outlives neither the thing done nor a later activity, and touches no other application', () => {
    assert.deepEqual(lines(sent('2026-11-04'), snooze('form-idle', '2026-11-14')), [
      'decision-silence 20 2026-12-02',
    ]);
    const later = on(formBegun('2026-11-04'), '2026-11-20', [{ type: 'form.parked', question: 'places' }]);
    assert.deepEqual(lines(later, snooze('form-idle', '2026-11-14'))[0], 'form-idle 3 2026-11-25');
    assert.deepEqual(
      lines(recruiting, snooze('confirmation-ahead', '2027-01-14', 'AP-OTHER')),
      lines(recruiting),
    );
  });

  it('a snooze is sent once, the last one counts', () => {
    const known = snooze('confirmation-ahead', '2027-01-14');
    const told = sentOf(dueNudges(recruiting, scheme, calendar, known), '2027-01-14');
    assert.equal(lines(recruiting, { ...known, sent: told })[0], 'confirmation-ahead 35 2027-01-18');
    const two = {
      stopped: [],
      snoozed: [...known.settings.snoozed, ...snooze('confirmation-ahead', '2027-01-13').settings.snoozed],
    };
    assert.equal(lines(recruiting, { settings: two })[0], 'confirmation-ahead snoozed 2027-01-13');
  });

  it('stopped for an application, or altogether: the owner hears nothing, the coordinator still does', () => {
    for (const stopped of ['all', ['AP-7K3M']] as const) {
      assert.deepEqual(lines(recruiting, { settings: { snoozed: [], stopped } }), [
        'confirmation-overdue 1 2027-01-26',
      ]);
    }
    assert.equal(lines(recruiting, { settings: { snoozed: [], stopped: ['AP-OTHER'] } }).length, 6);
  });

  it('a colleague who has not answered after 3 and 7 working days', () => {
    const ask = (question: string) => ({ type: 'colleague.asked', question, to: 'Ruth' }) as const;
    const asked = on(formBegun('2026-12-18'), '2026-12-18', [ask('mentor-name'), ask('post-band')]);
    const questions = (application: Application) =>
      dueNudges(application, scheme, calendar)
        .filter(({ rule }) => rule === 'colleague-question')
        .map(({ subject, due }) => `${subject} ${due}`);
    const both = [
      'mentor-name 2026-12-23',
      'post-band 2026-12-23',
      'mentor-name 2026-12-31',
      'post-band 2026-12-31',
    ];
    assert.deepEqual(questions(asked), both);
    const answered = { type: 'form.answered', question: 'mentor-name', value: 'Tom Ash' } as const;
    assert.deepEqual(questions(on(asked, '2026-12-21', [answered])), [both[1], both[3]]);
    assert.deepEqual(questions(on(asked, '2026-12-21', [ask('mentor-name')])), [
      ...['post-band 2026-12-23', 'mentor-name 2026-12-24', 'post-band 2026-12-31'],
      'mentor-name 2027-01-04',
    ]);
    for (const end of [
      { type: 'people.uninvited' },
      { type: 'owner.changed', person: 'nia' },
      { type: 'application.withdrawn', on: '2026-12-21', reason: null },
    ] as const)
      assert.deepEqual(questions(on(asked, '2026-12-21', [end])), [], end.type);
  });

  it('a colleague’s answer is told once, on the day or the next working day, stopped or not; ten days later it is no news', () => {
    const asked = on(formBegun('2026-12-18'), '2026-12-18', [
      { type: 'colleague.asked', question: 'mentor-name', to: 'Ruth' },
    ]);
    const answered = on(asked, '2026-12-24', [
      { type: 'colleague.answered', question: 'mentor-name' },
      { type: 'form.answered', question: 'mentor-name', value: 'Tom Ash' },
    ]);
    const news = (known: Known = {}) =>
      dueNudges(answered, scheme, calendar, known).filter(({ rule }) => rule === 'colleague-answered');
    const [one] = news();
    assert.ok(one);
    assert.deepEqual([one.due, one.until], ['2026-12-24', '2027-01-12']);
    assert.deepEqual(news({ sent: [{ ...one, on: '2026-12-24' }] }), []);
    assert.deepEqual(news({ settings: { snoozed: [], stopped: [answered.reference] } }), [one]);
    assert.deepEqual(news({ settings: { snoozed: [], stopped: 'all' } }), []);
    // It does not wait for another day because that day's message has been sent; all else does.
    const all = dueNudges(answered, scheme, calendar);
    const later = mergeForPerson(all, '2027-01-04', calendar, '2027-01-04');
    assert.deepEqual(later?.settles, [one]);
    assert.ok((mergeForPerson(all, '2027-01-04', calendar, '2026-12-31')?.settles.length ?? 0) > 1);
    assert.equal(mergeForPerson(all, '2027-01-13', calendar, '2027-01-13'), undefined);
  });

  it('reminders of one’s own: on their day or the working day after, once, and not when all is stopped', () => {
    const reminders = [
      { id: 'r1', on: '2026-12-25', application: null },
      { id: 'r2', on: '2026-12-03', application: 'AP-7K3M' },
    ];
    const found = ownNudges(reminders, calendar);
    assert.deepEqual(
      found.map(({ subject, due }) => `${subject} ${due}`),
      ['r2 2026-12-03', 'r1 2026-12-29'],
    );
    assert.equal(ownNudges(reminders, calendar, { sent: sentOf(found, '2026-12-03') }).length, 1);
    assert.equal(ownNudges(reminders, calendar, { settings: { snoozed: [], stopped: 'all' } }).length, 0);
    assert.equal(
      ownNudges(reminders, calendar, { settings: { snoozed: [], stopped: ['AP-7K3M'] } }).length,
      2,
    );
  });
});

describe('one message a day', () => {
  const recruiting = funded('2026-12-01', '2026-11-02');
  const nudges = dueNudges(recruiting, scheme, calendar).filter(
    ({ to, rule }) => to === 'owner' && rule !== 'confirmation-late',
  );

  it('nothing before its day, on a day off, or when today’s message went', () => {
    assert.equal(mergeForPerson(nudges, '2026-12-23', calendar), undefined);
    assert.equal(mergeForPerson(nudges, '2027-01-17', calendar), undefined);
    assert.equal(mergeForPerson(nudges, '2027-01-18', calendar, '2027-01-18'), undefined);
    assert.equal(mergeForPerson(nudges, '2027-01-18', calendar, '2027-01-17')?.day, '2027-01-18');
  });

  it('missed days are caught up in one: the latest speaks, all are settled', () => {
    const message = mergeForPerson(nudges, '2027-01-20', calendar);
    assert.deepEqual(
      message?.says.map(({ due }) => due),
      ['2027-01-18'],
    );
    assert.equal(message?.settles.length, 3);
  });

  it('on the due day the due day speaks; after it nothing to the owner', () => {
    assert.deepEqual(
      mergeForPerson(nudges, '2027-01-25', calendar)?.says.map(({ rule }) => rule),
      ['confirmation-due'],
    );
    assert.equal(mergeForPerson(nudges, '2027-01-26', calendar), undefined);
  });

  it('merges applications, own reminders and questions, the most pressing first', () => {
    const other = { ...formBegun('2026-12-29'), reference: 'AP-9999' };
    const own = ownNudges([{ id: 'r1', on: '2027-01-02', application: 'AP-7K3M' }], calendar);
    const all = [...dueNudges(other, scheme, calendar), ...own, ...nudges];
    const message = mergeForPerson(all, '2027-01-04', calendar);
    assert.deepEqual(
      message?.says.map(({ rule, application }) => `${rule} ${application}`),
      ['confirmation-ahead AP-7K3M', 'own-reminder AP-7K3M', 'form-idle AP-9999'],
    );
  });

  it('tells the round when to look again, and not for ever', () => {
    assert.equal(nextDue(nudges, '2026-12-01'), '2026-12-29');
    assert.equal(nextDue(nudges, '2027-01-25'), '2026-12-29');
    assert.equal(nextDue(nudges, '2027-01-26'), null);
    assert.equal(nextDue([], '2027-01-26'), null);
  });
});

describe('the hours', () => {
  it('09:00 to before 17:00 in London on working days only, on both sides of both clock changes', () => {
    const open = [
      '2027-03-30T08:00:00Z',
      '2027-03-30T15:59:59Z',
      '2027-03-25T09:00:00Z',
      '2026-10-23T08:00:00Z',
      '2026-10-26T09:00:00Z',
      '2026-10-26T16:59:00Z',
    ];
    const shut = [
      ...['2027-03-30T07:59:59Z', '2027-03-30T16:00:00Z', '2026-10-26T08:59:59Z', '2026-10-26T17:00:00Z'],
      // Easter Monday, a Sunday, Christmas Day.
      ...['2027-03-29T10:00:00Z', '2026-10-25T10:00:00Z', '2026-12-25T10:00:00Z'],
    ];
    for (const instant of open) assert.ok(withinHours(instant, calendar), instant);
    for (const instant of shut) assert.ok(!withinHours(instant, calendar), instant);
  });
});

describe('nudges, whatever the dates', () => {
  const day = fc.integer({ min: 0, max: 1500 }).map((n) => addDays('2026-09-01', n));
  const rules = [
    'readiness-idle',
    'form-idle',
    'form-closing',
    'decision-silence',
    'colleague-question',
  ] as const;
  const confirmationRules = ['confirmation-ahead', 'confirmation-due'] as const;
  const snooze = fc.record({
    application: fc.constant('AP-7K3M'),
    rule: fc.constantFrom<Nudge['rule'][]>(...rules, ...confirmationRules),
    until: day,
  });
  const wishes = fc.record({ stopped: fc.constant([]), snoozed: fc.array(snooze, { maxLength: 3 }) });
  // The road to a stage takes long to walk: walked once each, then its last step is on any day.
  const roads = [
    begin('2026-09-01'),
    formComplete('2026-09-01'),
    declared('2026-09-01'),
    sent('2026-09-01'),
    funded('2026-09-01', '2026-09-01'),
    formBegun('2026-09-01'),
    on(formBegun('2026-09-01'), '2026-09-01', [
      { type: 'colleague.asked', question: 'places', to: 'Ruth' },
      { type: 'colleague.asked', question: 'mentor-name', to: 'Tom' },
    ]),
  ];
  const lastSteps = (when: string, starts: string): ApplicationEvent[][] => [
    checks(when, ['job-description']),
    [{ type: 'form.parked', question: 'places' }],
    [{ type: 'eoi.sent', on: when }],
    [{ type: 'start.moved', starts }],
    [{ type: 'start.moved', starts }],
    [{ type: 'colleague.asked', question: 'places', to: 'Ruth' }],
    [
      { type: 'colleague.answered', question: 'places' },
      { type: 'form.answered', question: 'places', value: 2 },
    ],
  ];
  const application = fc
    .tuple(fc.nat(roads.length - 1), day, day)
    .map(([stage, when, starts]) => on(roads[stage]!, when, lastSteps(when, starts)[stage]!));
  const schemes = fc.oneof(
    fc.constant(scheme),
    day.map((closes) => closing(closes)),
  );

  it('are never on a day off, never two of one key, never past their deadline, and in order', () => {
    fc.assert(
      fc.property(application, wishes, schemes, (one, settings, by) => {
        const nudges = dueNudges(one, by, calendar, { settings });
        const dues = nudges.map(({ due }) => due);
        assert.ok(dues.every((due) => isWorkingDay(due, calendar)));
        assert.equal(new Set(nudges.map(({ key }) => key)).size, nudges.length);
        assert.ok(nudges.every(({ due, until }) => until === null || due <= until));
        assert.deepEqual(dues, [...dues].sort());
      }),
      { numRuns: 200 },
    );
  });

  it('come once each however the rounds fall, one message a day at most but for news, the coordinator’s once', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 5, maxLength: 15 });
    fc.assert(
      fc.property(application, wishes, gaps, (one, settings, days) => {
        const told: SentNudge[] = [];
        let last: string | null = null;
        let today = one.history.at(-1)?.at.slice(0, 10) ?? '';
        for (const gap of days) {
          today = addDays(today, gap);
          const nudges = dueNudges(one, scheme, calendar, { settings, sent: told });
          const message = mergeForPerson(nudges, today, calendar, last);
          if (!message) continue;
          if (last === today) assert.ok(message.settles.every(isNews));
          const aboutIt = message.says.filter(({ to, subject }) => to === 'owner' && subject === null);
          assert.ok(aboutIt.length <= 1);
          told.push(...message.settles.map((settled) => ({ ...settled, on: today })));
          last = today;
        }
        assert.equal(new Set(told.map(({ key }) => key)).size, told.length);
        assert.ok(told.filter(({ rule }) => rule === 'confirmation-overdue').length <= 1);
      }),
      { numRuns: 80 },
    );
  });

  it('are none when the thing is done', () => {
    const done = rowsComplete(funded('2026-09-01', '2026-09-01'), '2026-09-01');
    fc.assert(
      fc.property(day, day, wishes, (when, starts, settings) => {
        const events: ApplicationEvent[] = [
          { type: 'start.moved', starts },
          { type: 'support.returned', on: when },
        ];
        assert.deepEqual(dueNudges(on(done, when, events), scheme, calendar, { settings }), []);
      }),
      { numRuns: 50 },
    );
  });
});
