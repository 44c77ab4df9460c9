import assert from 'node:assert/strict';
import fc from 'fast-check';
import { advance, is, replay, stateOf, type Application } from '../../../workflows/application.js';
import type { ApplicationEvent } from '../../../workflows/application.machine.js';
import { formQuestions } from '../../../workflows/expression-of-interest-rules.js';
import { schemeChange } from '../../../workflows/scheme-change.js';
import type { Scheme } from '../../../workflows/scheme.js';
import {
  at,
  begin,
  declared,
  eligibility,
  formBegun,
  formComplete,
  on,
  scheme,
  sent,
} from './nudge-applications.js';

const DAY = '2026-11-23';
const entry = { at: at(DAY), by: 'u1' };
const move: ApplicationEvent = { type: 'scheme.moved', from: 1, to: 2 };
const versions = (newer: Scheme) => (version: number) => (version === newer.version ? newer : scheme);

/** The second version, with something of it changed. */
function version2(change: (scheme: Scheme) => void = () => undefined): Scheme {
  const newer = structuredClone(scheme);
  newer.version = 2;
  change(newer);
  return newer;
}

function question(of: Scheme, id: string) {
  const found = formQuestions(of).find((one) => one.id === id);
  assert.ok(found);
  return found;
}

function moved(application: Application, newer: Scheme): Application {
  const advanced = advance(scheme, application, [move], entry, () => newer);
  assert.ok(advanced.ok, 'it moves');
  return advanced.application;
}

describe('a move to a newer version of the scheme', () => {
  it('keeps every answer where nothing has changed, and asks for the declaration again', () => {
    const before = declared(DAY);
    const after = moved(before, version2());
    assert.deepEqual(after.scheme, { id: scheme.id, version: 2 });
    assert.equal(stateOf(after.snapshot.value), 'checkingAnswers');
    assert.equal(after.snapshot.context.declared, null);
    assert.deepEqual(
      after.snapshot.context.form.context.answers,
      before.snapshot.context.form.context.answers,
    );
    assert.deepEqual(after.snapshot.context.readiness, before.snapshot.context.readiness);
  });

  const changes: [
    string,
    (scheme: Scheme) => void,
    { again?: string[]; added?: string[]; gone?: string[] },
  ][] = [
    [
      'a question in other words',
      (s) => (question(s, 'places').ask = 'How many?'),
      { again: ['Places wanted'] },
    ],
    ['a shorter limit', (s) => (question(s, 'study-pattern').max = 5), { again: ['Study release'] }],
    ['a limit that the answer keeps', (s) => (question(s, 'study-pattern').max = 50), {}],
    [
      'a label or a hint',
      (s) => Object.assign(question(s, 'places'), { label: 'Places', hint: 'A few' }),
      {},
    ],
    [
      'a university less',
      (s) => (s.universities = s.universities.filter(({ id }) => id !== 'chester')),
      { again: ['University'] },
    ],
    [
      'an intake on another day',
      (s) =>
        s.intakes.filter(({ id }) => id === 'february-2027').forEach((one) => (one.starts = '2027-03-01')),
      { again: ['Intake'] },
    ],
    [
      'a question less and one more',
      (s) => Object.assign(question(s, 'mentor-hours'), { id: 'mentor-days', label: 'Mentor days' }),
      { gone: ['Mentor hours a week'], added: ['Mentor days'] },
    ],
    [
      'an essential check in other words',
      (s) => s.readiness.checks.slice(0, 1).forEach((one) => (one.ask = 'Is it signed?')),
      { again: ['Workforce plan and skill mix'] },
    ],
    [
      'an eligibility option that means something else',
      (s) =>
        s.eligibility.questions
          .filter(({ id }) => id === 'region')
          .forEach(({ options }) => options.slice(0, 1).forEach((one) => (one.label = 'Yes, or near it'))),
      { again: ['Region'] },
    ],
  ];
  for (const [what, change, { again = [], added = [], gone = [] }] of changes) {
    it(`tells and does what ${what} comes to`, () => {
      const before = formComplete(DAY);
      const newer = version2(change);
      const told = schemeChange(scheme, newer, before.snapshot.context);
      const labels = (asked: readonly { label: string }[]) => asked.map(({ label }) => label);
      assert.deepEqual(
        { again: labels(told.again), added: labels(told.added), gone: labels(told.gone) },
        { again, added, gone },
      );
      const after = moved(before, newer).snapshot.context.form.context.answers;
      const lost = [...told.again, ...told.gone].filter(({ kind }) => kind === 'form').map(({ id }) => id);
      const kept = Object.entries(before.snapshot.context.form.context.answers).filter(
        ([id]) => !lost.includes(id),
      );
      assert.deepEqual(after, Object.fromEntries(kept));
    });
  }

  it('grades eligibility by the new rules', () => {
    const stricter = version2((s) =>
      s.eligibility.questions
        .filter(({ id }) => id === 'service-area')
        .forEach(({ options }) => options.forEach((one) => (one.grade = 'fail'))),
    );
    assert.equal(stateOf(moved(formComplete(DAY), stricter).snapshot.value), 'ineligible');
    assert.equal(stateOf(moved(on(begin(DAY), DAY, eligibility()), version2()).snapshot.value), 'eligible');
  });

  it('is refused once the form was sent, for another scheme, for the same version, and where there is none', () => {
    const refused = (application: Application, newer?: Scheme) =>
      assert.equal(advance(scheme, application, [move], entry, () => newer).ok, false);
    refused(sent(DAY), version2());
    refused(
      formBegun(DAY),
      version2((s) => (s.id = 'north-east')),
    );
    refused(
      formBegun(DAY),
      version2((s) => (s.version = 3)),
    );
    refused(formBegun(DAY), scheme);
    refused(formBegun(DAY));
  });

  it('replays from the history, wherever in it the move stands', () => {
    const newer = version2((s) => {
      question(s, 'places').ask = 'How many?';
      question(s, 'mentor-hours').id = 'mentor-days';
    });
    const answers: ApplicationEvent[] = formQuestions(newer).map(({ id }) => ({
      type: 'form.answered',
      question: id,
      value: 'Some words',
    }));
    const events = fc.array(
      fc.oneof(
        fc.constant(move),
        fc.constantFrom<ApplicationEvent>(...answers),
        fc.constantFrom<ApplicationEvent>(
          { type: 'form.answered', question: 'places', value: 3 },
          { type: 'form.parked', question: 'phone' },
          { type: 'form.asked', question: 'places' },
          { type: 'eligibility.answered', question: 'role', value: 'advanced-practitioner' },
          { type: 'eligibility.asked', question: 'region' },
          { type: 'form.started' },
          { type: 'application.withdrawn', on: DAY, reason: null },
          { type: 'application.reopened' },
        ),
      ),
      { maxLength: 25 },
    );
    let moves = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(begin(DAY), formBegun(DAY), formComplete(DAY), declared(DAY)),
        events,
        (start, all) => {
          let application = start;
          for (const event of all) {
            const pinned = versions(newer)(application.scheme.version);
            const advanced = advance(pinned, application, [event], entry, () => newer);
            if (!advanced.ok) continue;
            if (event.type === 'scheme.moved') {
              moves++;
              assert.ok(is(application, 'isUnsent'));
            }
            application = advanced.application;
          }
          const { value, context } = application.snapshot;
          assert.deepEqual(replay(application, versions(newer)), { value, context });
        },
      ),
      { numRuns: 60 },
    );
    assert.ok(moves > 10, 'many of them moved');
  }).timeout(20_000);
});
