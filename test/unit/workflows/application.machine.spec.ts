import { rowQuestions } from '../../../workflows/fields.js';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { transition } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import { machineFor, advance, stateOf, type StateName } from '../../../workflows/application.js';
import type { ApplicationContext, ApplicationEvent } from '../../../workflows/application.machine.js';
import { openQuestion } from '../../../workflows/expression-of-interest.machine.js';
import { blockers, formQuestions, startOf } from '../../../workflows/expression-of-interest-rules.js';
import { nextQuestion } from '../../../workflows/question-rules.js';
import { essentials } from '../../../workflows/readiness-rules.js';
import type { Question } from '../../../workflows/scheme.js';
import { currentDrawing, drawingIn, readme } from '../../draw.js';
import {
  at,
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

const DAY = '2026-11-23';
const states: readonly StateName[] = [
  'preparing',
  'eligible',
  'ineligible',
  'completingForm',
  'checkingAnswers',
  'declaring',
  'readyToSend',
  'awaitingDecision',
  'unsuccessful',
  'recruiting',
  'confirmingSupport',
  'supportConfirmed',
  'started',
  'withdrawn',
];

const role = (value: string): ApplicationEvent => ({ type: 'eligibility.answered', question: 'role', value });
const withdraw: ApplicationEvent = { type: 'application.withdrawn', on: DAY, reason: null };
const reopen: ApplicationEvent = { type: 'application.reopened' };
const decided = (places: number): ApplicationEvent => ({
  type: 'decision.received',
  result: places > 0 ? 'funded' : 'not-funded',
  places,
  on: DAY,
});
const answered = (question: string, value: string | number | boolean): ApplicationEvent => ({
  type: 'form.answered',
  question,
  value,
});

/** What came of one event in the state an application is in. */
function after(application: ReturnType<typeof begin>, event: ApplicationEvent, by = scheme): string {
  const advanced = advance(by, application, [event], { at: at(DAY), by: 'u1' });
  return advanced.ok ? stateOf(advanced.application.snapshot.value) : `refused in ${advanced.state}`;
}

describe('application machine', () => {
  const confirming = on(funded(DAY, DAY), DAY, [
    { type: 'recruitment.finished', trainees: 1, reason: 'One only' },
  ]);
  const cases: [string, ReturnType<typeof begin>, ApplicationEvent, string][] = [
    ['a first eligibility answer', begin(DAY), eligibility()[0]!, 'preparing'],
    [
      'a failing answer',
      begin(DAY),
      { type: 'eligibility.answered', question: 'region', value: 'elsewhere' },
      'ineligible',
    ],
    ['the form before eligibility', begin(DAY), { type: 'form.started' }, 'refused in preparing'],
    [
      'the form once eligible',
      on(begin(DAY), DAY, eligibility()),
      { type: 'form.started' },
      'completingForm',
    ],
    ['an answer that is no option', begin(DAY), role('banana'), 'refused in preparing'],
    ['an answer to no question', formBegun(DAY), answered('banana', 'yes'), 'refused in completingForm'],
    ['an event that is none', formBegun(DAY), { type: 'form.banana' } as never, 'refused in completingForm'],
    [
      'confirming while a question is open',
      formBegun(DAY),
      { type: 'answers.confirmed', date: DAY, time: '09:00' },
      'refused in completingForm',
    ],
    [
      'confirming when all is there',
      formComplete(DAY),
      { type: 'answers.confirmed', date: DAY, time: '09:00' },
      'declaring',
    ],
    [
      'sending before the declaration',
      formComplete(DAY),
      { type: 'eoi.sent', on: DAY },
      'refused in checkingAnswers',
    ],
    ['a changed answer after the declaration', declared(DAY), answered('places', 3), 'checkingAnswers'],
    [
      'a failing answer after the declaration',
      declared(DAY),
      { type: 'eligibility.answered', question: 'region', value: 'elsewhere' },
      'ineligible',
    ],
    [
      'a check undone after the declaration',
      declared(DAY),
      { type: 'readiness.answered', check: 'guaranteed-post', status: 'not-started', on: DAY },
      'checkingAnswers',
    ],
    ['an answer after sending', sent(DAY), answered('places', 3), 'refused in awaitingDecision'],
    ['funded for all', sent(DAY), decided(2), 'recruiting'],
    ['funded for more than were asked for', sent(DAY), decided(3), 'refused in awaitingDecision'],
    ['not funded', sent(DAY), decided(0), 'unsuccessful'],
    [
      'the same university again',
      sent(DAY),
      { type: 'university.changed', university: 'chester' },
      'refused in awaitingDecision',
    ],
    ['another university', sent(DAY), { type: 'university.changed', university: 'cumbria' }, 'readyToSend'],
    [
      'a university without the programme of the role',
      sent(DAY),
      { type: 'university.changed', university: 'salford' },
      'refused in awaitingDecision',
    ],
    [
      'a decision taken back',
      on(sent(DAY), DAY, [decided(0)]),
      { type: 'decision.corrected' },
      'awaitingDecision',
    ],
    [
      'a decision taken back while rows are filled in',
      confirming,
      { type: 'decision.corrected' },
      'awaitingDecision',
    ],
    [
      'fewer trainees without a reason',
      funded(DAY, DAY),
      { type: 'recruitment.finished', trainees: 1, reason: null },
      'refused in recruiting',
    ],
    [
      'more trainees than places',
      funded(DAY, DAY),
      { type: 'recruitment.finished', trainees: 3, reason: 'x' },
      'refused in recruiting',
    ],
    [
      'a row that is not there',
      confirming,
      { type: 'support.row', row: 1, event: { type: 'form.asked', question: 'mentor' } },
      'refused in confirmingSupport',
    ],
    [
      'returning with rows open',
      confirming,
      { type: 'support.returned', on: DAY },
      'refused in confirmingSupport',
    ],
    [
      'returning with every row there',
      rowsComplete(funded(DAY, DAY), DAY),
      { type: 'support.returned', on: DAY },
      'supportConfirmed',
    ],
    ['a start', returned(funded(DAY, DAY), DAY), { type: 'programme.started' }, 'started'],
    ['withdrawing twice', on(begin(DAY), DAY, [withdraw]), withdraw, 'refused in withdrawn'],
  ];
  for (const [what, application, event, then] of cases) {
    it(`${what} (${stateOf(application.snapshot.value)}): ${then}`, () =>
      assert.equal(after(application, event), then));
  }

  it('takes no form after the round has closed, to the minute in London', () => {
    const by = closing('2026-11-23', '17:00');
    const form = formComplete(DAY, 'february-2027', by);
    const confirm = (date: string, time: string) =>
      after(form, { type: 'answers.confirmed', date, time }, by);
    assert.equal(confirm('2026-11-23', '16:59'), 'declaring');
    assert.equal(confirm('2026-11-23', '17:00'), 'refused in checkingAnswers');
    assert.equal(confirm('2026-11-24', '09:00'), 'refused in checkingAnswers');
  });

  it('drops answers that a change of role orphans, and a university that does not offer the new programme', () => {
    const form = on(formComplete(DAY), DAY, [answered('university', 'sheffield-hallam')]);
    assert.equal(form.snapshot.context.form.context.answers['post-band'], 'band-4');
    const changed = on(form, DAY, [
      role('advanced-practitioner'),
      { type: 'eligibility.answered', question: 'registered-professional', value: 'yes' },
    ]);
    const { answers } = changed.snapshot.context.form.context;
    assert.deepEqual(
      { band: answers['post-band'], university: answers['university'] },
      { band: undefined, university: undefined },
    );
    assert.equal(stateOf(changed.snapshot.value), 'completingForm');
    const missing = blockers(scheme, changed.snapshot.context).map(
      (one) => 'question' in one && one.question.id,
    );
    assert.deepEqual(missing, ['advanced-post-band', 'university']);
  });

  it('asks no question that a change of role has taken away, even one that was asked again', () => {
    const asked = on(formComplete(DAY), DAY, [{ type: 'form.asked', question: 'post-band' }]);
    const changed = on(asked, DAY, [
      role('advanced-practitioner'),
      { type: 'eligibility.answered', question: 'registered-professional', value: 'yes' },
    ]);
    assert.equal(
      openQuestion(formQuestions(scheme), changed.snapshot.context.form.context)?.id,
      'advanced-post-band',
    );
  });

  it('takes the declaration back when anything is changed before sending', () => {
    for (const event of [
      answered('places', 3),
      role('assistant-practitioner'),
      { type: 'readiness.started', checks: [], on: DAY } as const,
    ]) {
      assert.equal(on(declared(DAY), DAY, [event]).snapshot.context.declared, null, event.type);
    }
  });

  it('comes back from a withdrawal with its answers, and with nothing of the old decision, start or trainees', () => {
    const old = on(returned(funded(DAY, DAY), DAY), DAY, [
      { type: 'start.moved', starts: '2027-03-01' },
      withdraw,
    ]);
    const again = on(old, DAY, [reopen]);
    const { decision, declared: by, returned: back, support, form } = again.snapshot.context;
    assert.equal(stateOf(again.snapshot.value), 'checkingAnswers');
    assert.deepEqual(
      [decision, by, back, support.rows, startOf(scheme, again.snapshot.context)],
      [null, null, null, [], '2027-02-22'],
    );
    assert.equal(form.context.answers['service-name'], 'Ward 7');
  });

  it('keeps every sending, and the start is that of the intake that was sent last', () => {
    const twice = on(sent(DAY), DAY, [
      { type: 'start.moved', starts: '2027-03-01' },
      { type: 'university.changed', university: 'cumbria' },
      { type: 'eoi.sent', on: '2026-11-24' },
    ]);
    assert.deepEqual(twice.snapshot.context.sent, [
      { on: DAY, university: 'chester' },
      { on: '2026-11-24', university: 'cumbria' },
    ]);
    assert.equal(startOf(scheme, twice.snapshot.context), '2027-02-22');
  });

  it('applies all of a list of events or none', () => {
    const before = begin(DAY);
    const refused = advance(scheme, before, [...eligibility(), { type: 'eoi.sent', on: DAY }], {
      at: at(DAY),
      by: 'u1',
    });
    assert.deepEqual(refused, { ok: false, event: { type: 'eoi.sent', on: DAY }, state: 'eligible' });
    assert.deepEqual(before, begin(DAY));
  });

  it('reaches every state of the domain, and leaves each but the last', () => {
    const paths = getShortestPaths(machineFor(scheme), {
      events: (snapshot) => whatPeopleDo(snapshot.value, snapshot.context),
      serializeState: ({ value, context }) => JSON.stringify([stateOf(value), progress(context)]),
    });
    const left = new Map<StateName, Set<StateName>>(states.map((name) => [name, new Set()]));
    for (const { state } of paths) {
      const from = stateOf(state.value);
      for (const event of whatPeopleDo(state.value, state.context)) {
        const [next] = transition(machineFor(scheme), state, event);
        const to = stateOf(next.value);
        if (from !== to) left.get(from)?.add(to);
      }
    }
    const reached = new Set(paths.map(({ state }) => stateOf(state.value)));
    for (const name of states) assert.ok(reached.has(name), `${name} is never reached`);
    for (const name of states.filter((one) => one !== 'started'))
      assert.ok(left.get(name)!.size > 0, `${name} is never left`);
    assert.equal(left.get('started')!.size, 0);
    for (const name of states.filter((one) => one !== 'started' && one !== 'withdrawn'))
      assert.ok(left.get(name)!.has('withdrawn'), `${name} cannot be withdrawn`);
  }).timeout(30_000);

  it('is drawn in the README as it is', () => {
    assert.equal(drawingIn(readFileSync(readme, 'utf8')), currentDrawing(), 'say: npm run diagram');
  });

  it('is drawn with every state of the domain', () => {
    for (const name of states) assert.match(currentDrawing(), new RegExp(`\\b${name}\\b`), name);
  });
});

/** The next thing that a person would do in a state, and what may come between. */
function whatPeopleDo(value: unknown, context: ApplicationContext): ApplicationEvent[] {
  const { eligibility: told, readiness, form, support } = context;
  const state = stateOf(value);
  if (state === 'withdrawn') return [reopen];
  const undone = essentials(scheme.readiness.checks).find(({ id }) => !readiness.context.answers[id]);
  const asked = nextQuestion(scheme.eligibility.questions, told.context.answers);
  const good = eligibility().find((event) => 'question' in event && event.question === asked?.id);
  const open = openQuestion(formQuestions(scheme), form.context);
  const row = support.rows.findIndex((part) => part.value === 'asking');
  const inRow = support.rows[row] && openQuestion(rowQuestions(scheme), support.rows[row].context);
  const early: ApplicationEvent[] = [
    ...(undone ? [checks(DAY).find((event) => 'check' in event && event.check === undone.id)!] : []),
    ...(good ? [good] : []),
    { type: 'eligibility.answered', question: 'region', value: 'elsewhere' },
    { type: 'eligibility.answered', question: 'region', value: 'north-west' },
  ];
  const byState: Partial<Record<StateName, ApplicationEvent[]>> = {
    preparing: early,
    ineligible: early,
    eligible: [{ type: 'form.started' }, ...early],
    completingForm: open ? [answered(open.id, sensible(open))] : [],
    checkingAnswers: [...early.slice(0, 1), { type: 'answers.confirmed', date: DAY, time: '09:00' }],
    declaring: [{ type: 'declaration.accepted', by: 'u1', at: at(DAY) }, { type: 'form.resumed' }],
    readyToSend: [{ type: 'eoi.sent', on: DAY }],
    awaitingDecision: [decided(1), decided(0)],
    unsuccessful: [{ type: 'decision.corrected' }],
    recruiting: [{ type: 'recruitment.finished', trainees: 1, reason: null }],
    confirmingSupport: [
      { type: 'support.returned', on: DAY },
      ...(inRow
        ? [
            {
              type: 'support.row' as const,
              row,
              event: { type: 'form.answered' as const, question: inRow.id, value: sensible(inRow) },
            },
          ]
        : []),
    ],
    supportConfirmed: [{ type: 'programme.started' }, { type: 'support.reopened' }],
  };
  return [...(byState[state] ?? []), withdraw];
}

function sensible({ id, type, options }: Question): string | number | boolean {
  if (type === 'yesNo') return id !== 'changes';
  if (type === 'wholeNumber') return 1;
  if (type === 'university') return 'chester';
  if (type === 'intake') return 'february-2027';
  return options?.[0]?.value ?? 'Some words that say enough about it';
}

function progress({ readiness, eligibility: told, form, support, declared: by }: ApplicationContext) {
  return [
    Object.keys(readiness.context.answers).length,
    told.value,
    Object.keys(told.context.answers).length,
    Object.keys(form.context.answers).length,
    support.rows.map(({ context }) => Object.keys(context.answers).length),
    by !== null,
  ];
}
