import assert from 'node:assert/strict';
import { englandCalendar } from '../../../data/calendar/england.js';
import { renderCalendar } from '../../../dialogs/documents/calendar-file.js';
import * as content from '../../../dialogs/nudges/content.js';
import { readSnooze } from '../../../dialogs/nudges/snooze.js';
import * as planContent from '../../../dialogs/plan/content.js';
import type { Application } from '../../../workflows/application.js';
import { dueNudges, ownNudges, type Known, type NudgeRule } from '../../../workflows/nudge-rules.js';
import { intakeFrom, planFor as planOf, planOfApplication } from '../../../workflows/plan-rules.js';
import type { Scheme } from '../../../workflows/scheme.js';
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
} from '../workflows/nudge-applications.js';

const calendar = englandCalendar();

function item(
  application: Application,
  rule: NudgeRule,
  by: Scheme = scheme,
  known: Known = {},
): content.NudgeItem {
  const nudge = dueNudges(application, by, calendar, known).find((one) => one.rule === rule);
  assert.ok(nudge, `no ${rule}`);
  return { nudge, application, scheme: by };
}

function planFor(...given: Parameters<typeof planOf>) {
  const plan = planOf(...given);
  assert.ok(plan);
  return plan;
}

describe('the words of a nudge', () => {
  const begun = on(
    begin('2026-11-04'),
    '2026-11-04',
    checks('2026-11-04', ['board-support', 'job-description']),
  );
  const byClosing = closing('2027-02-26', '12:00:00');
  const recruiting = funded('2026-12-01', '2026-11-02');
  const own = ownNudges([{ id: 'r1', on: '2027-01-14', application: null }], calendar)[0];
  assert.ok(own);
  const examples: readonly (readonly [content.NudgeItem, string, readonly RegExp[]])[] = [
    [
      item(begun, 'readiness-idle'),
      '2026-11-09',
      [
        /Wednesday 4 November 2026/,
        /two essential checks \(Support from the board, Job description\)\.\n- Time: about a minute/,
      ],
    ],
    [
      item(formBegun('2027-02-01', byClosing), 'form-closing', byClosing),
      '2027-02-12',
      [/forms close in 2 weeks/, /Friday 26 February 2027 at 12:00/, /questions of the form/],
    ],
    [item(formBegun('2026-11-04'), 'form-idle'), '2026-11-09', [/the form is not sent/, /about \d+ minutes/]],
    [
      item(formComplete('2026-11-04'), 'form-idle'),
      '2026-11-09',
      [/check your answers, then declare/, /about 2 minutes/],
    ],
    [
      item(declared('2026-11-04'), 'form-idle'),
      '2026-11-09',
      [/send the form to the University of Chester, then tell me the day/],
    ],
    [
      item(sent('2026-12-07'), 'decision-silence'),
      '2027-01-07',
      [/sent on Monday 7 December 2026/, /AP-7K3M/, /> Dear programme team/],
    ],
    [
      item(recruiting, 'confirmation-ahead'),
      '2026-12-29',
      [
        /due in 27 days/,
        /Monday 25 January 2027, 28 days before the start on Monday 22 February 2027/,
        /two rows/,
      ],
    ],
    [
      item(rowsComplete(recruiting, '2026-12-02'), 'confirmation-ahead'),
      '2027-01-11',
      [/due in 2 weeks/, /return the form to the university/],
    ],
    [
      item(recruiting, 'confirmation-due'),
      '2027-01-25',
      [/is due today/, /today is the last day: it must be back by Monday 25 January 2027/],
    ],
    [
      { nudge: own, application: undefined, scheme: undefined, text: 'ring HR' },
      '2027-01-14',
      [/You asked me to remind you:\*\* ring HR/],
    ],
  ];

  it('each says why now, what remains and how many minutes, and what can be done about it', () => {
    for (const [example, day, patterns] of examples) {
      const { text, buttons } = content.message([example], day);
      for (const pattern of [/Why now: /, ...patterns]) assert.match(text, pattern);
      if (example.application)
        for (const part of [/What remains: /, /Time: about /]) assert.match(text, part);
      assert.ok(buttons.length <= 6);
      const titles = buttons.map(({ title }) => title);
      for (const wanted of ['Tomorrow', 'Next week', 'Already done', 'Stop these'])
        assert.ok(titles.includes(wanted));
    }
  });

  it('is plain: no exclamation mark, nobody is "we", nothing left to fill in', () => {
    for (const [example, day] of examples) {
      const { text } = content.message([example], day);
      assert.doesNotMatch(text, /!|\b[Ww]e\b|\b[Oo]ur\b|\{|undefined|null/);
    }
  });

  it('on the working day before a due day that is a holiday, says so', () => {
    const moved = on(recruiting, '2026-12-02', [{ type: 'start.moved', starts: '2027-04-26' }]);
    const { text } = content.message([item(moved, 'confirmation-due')], '2027-03-25');
    assert.match(text, /the last working day before it is due: it must be back by Monday 29 March 2027/);
  });

  it('the chaser has the reference, the day it was sent, and no blank that the form could fill', () => {
    const { title, body } = content.chaser(sent('2026-12-07'), scheme);
    assert.equal(
      title,
      'Expression of Interest AP-7K3M, sent on Monday 7 December 2026: is there a decision?',
    );
    assert.match(body, /on Monday 7 December 2026, reference AP-7K3M/);
    assert.match(body, /2 Assistant Practitioner training places for Ward 7/);
    assert.match(body, /by Monday 25 January 2027/);
    assert.match(body, /Jo Bell$/);
    assert.doesNotMatch(body, /[[\]{}]/);
  });

  it('the coordinator reads whom to speak to, what is at stake, and that it is the only message', () => {
    const overdue = item(recruiting, 'confirmation-overdue');
    const { text, buttons } = content.message([overdue], '2027-01-26');
    for (const part of [
      /was due on Monday 25 January 2027, one day ago/,
      /two funded places at the University of Chester/,
      /Jo Bell/,
      /jo@trust/,
      /ring the university at once/,
      /the only message/,
    ]) {
      assert.match(text, part);
    }
    assert.deepEqual(
      buttons.map(({ says }) => says),
      ['open AP-7K3M'],
    );
  });

  it('a colleague’s question names whom and what, and shows typed signs as typed', () => {
    const asked = on(formBegun('2026-12-01'), '2026-12-01', [
      { type: 'colleague.asked', question: 'mentor-name', to: 'Sam [x](y)' },
    ]);
    const { text, buttons } = content.message([item(asked, 'colleague-question')], '2026-12-04');
    assert.match(text, /Sam \\\[x\\\]\(y\) on Tuesday 1 December 2026: Who will be the mentor/);
    assert.equal(buttons[0]?.says, 'open AP-7K3M mentor-name');
  });

  it('a colleague’s answer names who gave it, by their own name where it is known', () => {
    const asked = on(formBegun('2026-12-01'), '2026-12-01', [
      { type: 'colleague.asked', question: 'mentor-name', to: 'the education team' },
    ]);
    const answered = (name: object) =>
      content.message(
        [
          item(
            on(asked, '2026-12-02', [
              { type: 'colleague.answered', question: 'mentor-name', ...name },
              { type: 'form.answered', question: 'mentor-name', value: 'Tom *Ash*' },
            ]),
            'colleague-answered',
          ),
        ],
        '2026-12-02',
      ).text;
    assert.match(
      answered({ name: 'Ruth Oyelaran' }),
      /you asked the education team on .*, and Ruth Oyelaran answered/,
    );
    assert.match(answered({}), /the education team answered on Wednesday 2 December 2026/);
    assert.match(answered({}), /Mentor or supervisor: \*\*Tom \\\*Ash\\\*\*\*/);
  });

  it('several are one message, with at most six things to press, and long lists are counted', () => {
    const items = examples.map(([example]) => example);
    const { text, buttons } = content.message(items, '2027-01-14');
    assert.match(text, /^\*\*Ten reminders for today\*\*/);
    assert.match(text, /already done AP-7K3M/);
    assert.ok(buttons.length <= 6);
    const many = content.message([...items, ...items], '2027-01-14');
    assert.match(many.text, /And ten others\./);
    assert.ok(many.text.length < 20_000);
  });

  it('lists what is coming, answers a snooze, and asks where it did not understand', () => {
    const nudges = dueNudges(recruiting, scheme, calendar).filter(({ to }) => to === 'owner');
    const list = content.coming(nudges.map((nudge) => ({ nudge, application: recruiting, scheme })));
    assert.match(list, /\*\*AP-7K3M[\s\S]*- Tuesday 29 December 2026: the Confirmation of Support\n/);
    assert.equal(content.coming([]), 'No reminders are coming.');
    const saturday = { until: '2027-03-08', said: '2027-03-06' };
    assert.match(
      content.snoozed(saturday, null, '2027-03-01'),
      /^Saturday 6 March 2027 is not a working day\. I will remind you on \*\*Monday 8 March 2027\*\*/,
    );
    const over = { until: '2027-02-03', said: '2027-02-03' };
    assert.match(
      content.snoozed(over, '2027-01-25', '2027-01-11'),
      /\*\*Monday 25 January 2027\*\*.*That is sooner/,
    );
    assert.match(content.snoozed(over, '2027-01-25', '2027-01-25'), /^Today is the last working day/);
    assert.match(
      content.askSnooze({ which: ['2027-01-08', '2027-01-15'] }, 'friday'),
      /Friday 8 January 2027, or Friday 15/,
    );
    assert.match(content.askSnooze({ notAfterToday: '2027-01-04' }, 'today'), /not a day to come/);
    assert.match(content.askSnooze(undefined, ''), /^Until which day/);
    for (const said of ['after nights', 'my next office day', 'when im back'])
      assert.match(content.askSnooze(undefined, said), /^I do not know your rota\. Until which day/);
  });
});

describe('until when to keep quiet', () => {
  const monday = '2027-01-04';
  const until = (text: string, today = monday) => {
    const reading = readSnooze(text, today, calendar);
    return reading && 'until' in reading ? reading.until : reading;
  };

  it('tomorrow, next week, and a date in words', () => {
    const said: Record<string, string> = {
      tomorrow: '2027-01-05',
      'next week': '2027-01-11',
      'early next week please': '2027-01-11',
      'week after next': '2027-01-18',
      'after my nights, thursday week': '2027-01-14',
      'after my nights on friday': '2027-01-08',
      'thursday next week': '2027-01-14',
      'snooze for 3 days': '2027-01-07',
      'not until thursday': '2027-01-07',
      'in a fortnight': '2027-01-18',
      'when I am back on the 14th': '2027-01-14',
      'next month': '2027-02-01',
    };
    for (const [text, day] of Object.entries(said)) assert.equal(until(text), day, text);
  });

  it('after a day is the working day after it', () => {
    assert.equal(until('after friday'), '2027-01-11');
    assert.equal(until('after the 14th'), '2027-01-15');
    assert.equal(until('the day after tomorrow'), '2027-01-06');
  });

  it('a day off becomes the next working day: weekend, Easter, Christmas, leap day', () => {
    assert.equal(until('saturday'), '2027-01-11');
    assert.equal(until('tomorrow', '2027-03-25'), '2027-03-30');
    assert.equal(until('next week', '2027-03-25'), '2027-03-30');
    assert.equal(until('tomorrow', '2026-12-24'), '2026-12-29');
    assert.equal(until('tomorrow', '2028-02-28'), '2028-02-29');
  });

  it('the same weekday is the coming one; two days are asked about; what is no day to come is said', () => {
    assert.equal(until('monday'), '2027-01-11');
    assert.deepEqual(until('next friday'), { which: ['2027-01-08', '2027-01-15'] });
    assert.equal(until('sat or sun'), '2027-01-11');
    assert.deepEqual(until('today'), { notAfterToday: '2027-01-04' });
    assert.deepEqual(until('yesterday'), { notAfterToday: '2027-01-03' });
  });

  it('never guesses', () => {
    for (const text of ['', 'after nights', 'later', 'in 2 hours', '31 feb', 'when I can']) {
      assert.equal(readSnooze(text, monday, calendar), undefined, text);
    }
  });
});

describe('the plan in words and in the calendar', () => {
  const today = '2027-01-04';
  const planning = { scheme, calendar, today };
  const september = intakeFrom(scheme, '2027-09');
  assert.ok(september);

  it('says the verdict, every step with its latest date, and what the dates rest on', () => {
    const text = planContent.planText(planFor(september, planning), scheme);
    for (const part of [
      /The road to September 2027\*\*, which starts on Monday 20 September 2027 \(provisional/,
      /\*\*It is possible\.\*\* The next step is: answer the readiness checks/,
      /- Monday 21 June 2027: Send the form to one university/,
      /- Monday 23 August 2027: Return the Confirmation of Support/,
      /28 days before the start \(Health Education North West/,
      /my estimate/,
    ]) {
      assert.match(text, part);
    }
    assert.doesNotMatch(text, /!|\b[Ww]e\b|undefined/);
  });

  it('is honest when it is too late, and names the next', () => {
    const soft = planContent.planText(planFor(september, { ...planning, today: '2027-06-01' }), scheme);
    assert.match(soft, /September 2027 is no longer possible\*\* in the time that the steps usually take/);
    assert.match(soft, /\*\*February 2028\*\*, which starts on Monday 21 February 2028/);
    assert.match(soft, /\(that day has passed\)/);
    const firm = planContent.planText(planFor(september, { ...planning, today: '2027-08-24' }), scheme);
    assert.match(
      firm,
      /\*\*September 2027 is no longer possible\.\*\* “Return the Confirmation of Support” had to be done by Monday 23 August 2027/,
    );
    const last = intakeFrom(scheme, '2028-09');
    assert.ok(last);
    assert.match(
      planContent.planText(planFor(last, { ...planning, today: '2028-09-01' }), scheme),
      /no later start that is still possible/,
    );
    assert.match(
      planContent.otherMonth('2027-10', intakeFrom(scheme, '2027-10')),
      /no start in October 2027\. The next one after that is February 2028/,
    );
  });

  it('says when a sent form is behind, and when all is done', () => {
    const waiting = planOfApplication(sent('2026-11-20'), { ...planning, today: '2027-01-15' });
    const finished = planOfApplication(returned(funded('2026-12-01', '2026-11-20'), '2026-12-02'), planning);
    assert.ok(waiting && finished);
    assert.match(planContent.planText(waiting, scheme), /It is late, but not over/);
    assert.match(planContent.planText(finished, scheme), /Every step is done/);
  });

  const events = (applications: readonly Application[], day = today) =>
    planContent.calendarEvents(applications, () => scheme, { calendar, today: day });

  it('gives the dates of one application, and a later file moves them', () => {
    const waiting = sent('2026-12-07');
    const before = events([waiting]);
    const after = events([on(waiting, '2027-01-05', [{ type: 'start.moved', starts: '2027-03-22' }])]);
    const dateOf = (all: typeof before, id: string) =>
      all.find(({ uid }) => uid === `AP-7K3M-${id}@ap-pathway`);
    assert.equal(dateOf(before, 'return')?.date, '2027-01-25');
    assert.equal(dateOf(after, 'return')?.date, '2027-02-22');
    assert.equal(dateOf(after, 'start')?.date, '2027-03-22');
    assert.equal(dateOf(before, 'chase')?.date, '2027-01-07');
    assert.ok((dateOf(after, 'return')?.sequence ?? 0) > (dateOf(before, 'return')?.sequence ?? 0));
    // A scheme whose dates were edited moves them too, without anything having happened to the application.
    const tomorrow = dateOf(events([waiting], '2027-01-05'), 'return')?.sequence ?? 0;
    assert.ok(tomorrow > (dateOf(events([waiting], '2027-01-04'), 'return')?.sequence ?? 0));
    assert.deepEqual(dateOf(before, 'return')?.alarmsDaysBefore, [7, 1]);
  });

  it('what is done, over or withdrawn is not in it: only what is to come', () => {
    const early = returned(funded('2026-12-01', '2026-11-20'), '2027-01-04');
    assert.deepEqual(
      events([early]).map(({ uid }) => uid),
      ['AP-7K3M-start@ap-pathway'],
    );
    const gone = on(sent('2026-11-20'), '2026-12-01', [
      { type: 'application.withdrawn', on: '2026-12-01', reason: null },
    ]);
    assert.deepEqual(events([gone]), []);
    const late = events([sent('2026-11-20')], '2026-12-28').map(({ date }) => date);
    assert.ok(late.length > 0 && late.every((date) => date >= '2026-12-28'));
  });

  it('makes a valid file of all applications, and of a plan without one; none without dates', () => {
    const other = { ...funded('2026-12-01', '2026-11-20', 'september-2027'), reference: 'AP-9999' };
    const stamp = '2027-01-04T09:00:00Z';
    const file = renderCalendar({ name: 'AP Pathway', events: events([sent('2026-12-07'), other]), stamp });
    assert.match(file, /UID:AP-7K3M-return@ap-pathway/);
    assert.match(file, /UID:AP-9999-return@ap-pathway/);
    const plan = planContent.planEvents(planFor(september, planning), scheme, today);
    assert.match(
      renderCalendar({ name: 'Plan', events: plan, stamp }),
      /UID:plan-[a-z0-9-]+-september-2027-send@ap-pathway/,
    );
    assert.deepEqual(events([begin('2026-11-04')]), []);
  });
});
