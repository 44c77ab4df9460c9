import { rowQuestions } from '../../../workflows/fields.js';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { advance, goesWith, replay, stateOf, type Application } from '../../../workflows/application.js';
import type { ApplicationEvent } from '../../../workflows/application.machine.js';
import { turnsOf } from '../../../workflows/history.js';
import { formQuestions } from '../../../workflows/expression-of-interest-rules.js';
import {
  at,
  begin,
  declared,
  formBegun,
  formComplete,
  funded,
  on,
  scheme,
  sent,
} from './nudge-applications.js';

const DAY = '2026-11-23';
const entry = { at: at(DAY), by: 'u1' };

const odd = fc.constantFrom<unknown>(
  '__proto__',
  'constructor',
  'toString',
  '',
  'banana',
  NaN,
  -1,
  1.5,
  Infinity,
  null,
  undefined,
  true,
  [],
  {},
  ['__proto__'],
  '2026-02-30',
  '+012345-01-01',
  'x'.repeat(30_000),
);
const day = fc.constantFrom<unknown>('2026-11-23', '2027-01-25', '2027-02-22', '9999-12-31');
const checkIds = fc.constantFrom<unknown>(...scheme.readiness.checks.map(({ id }) => id));
const asked = fc.constantFrom<unknown>(...scheme.eligibility.questions.map(({ id }) => id));
const option = fc.constantFrom<unknown>(
  ...scheme.eligibility.questions.flatMap(({ options }) => options.map(({ value }) => value)),
);
const inForm = fc.constantFrom<unknown>(...formQuestions(scheme).map(({ id }) => id));
const inRow = fc.constantFrom<unknown>(...rowQuestions(scheme).map(({ id }) => id));
const answer = fc.constantFrom<unknown>(
  'Some words',
  1,
  2,
  5,
  true,
  false,
  'chester',
  'salford',
  'february-2027',
  'band-4',
  'other',
);
const status = fc.constantFrom<unknown>('done', 'in-progress', 'not-started', 'dont-know');
const count = fc.constantFrom<unknown>(0, 1, 2, 3);

/** A field that is mostly right, sometimes nonsense. */
const mostly = (right: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 6, arbitrary: right }, { weight: 1, arbitrary: odd });
const record = (type: string, fields: Record<string, fc.Arbitrary<unknown>> = {}) =>
  fc.record(
    {
      type: fc.constant<unknown>(type),
      ...Object.fromEntries(Object.entries(fields).map(([name, right]) => [name, mostly(right)])),
    },
    { noNullPrototype: true },
  );
const formEvents = (question: fc.Arbitrary<unknown>) => [
  record('form.answered', { question, value: answer }),
  record('form.parked', { question }),
  record('form.asked', { question }),
  record('form.resumed'),
];

const anything = fc.oneof(
  record('readiness.started', { checks: fc.array(checkIds, { maxLength: 3 }), on: day }),
  record('readiness.asked', { check: checkIds, on: day }),
  record('readiness.answered', { check: checkIds, status, on: day }),
  record('readiness.detailed', { who: fc.constant('Jo'), by: day, on: day }),
  record('eligibility.answered', { question: asked, value: option }),
  record('eligibility.asked', { question: asked }),
  ...formEvents(inForm),
  record('support.row', { row: count, event: fc.oneof(...formEvents(inRow)) }),
  record('form.started'),
  record('answers.confirmed', { date: day, time: fc.constant('09:00') }),
  record('declaration.accepted', { by: fc.constant('u1'), at: fc.constant(at(DAY)) }),
  record('eoi.sent', { on: day }),
  record('university.changed', { university: fc.constantFrom('chester', 'cumbria', 'salford') }),
  record('decision.received', { result: fc.constantFrom('funded', 'not-funded'), places: count, on: day }),
  record('decision.corrected'),
  record('start.moved', { starts: day }),
  record('recruitment.finished', {
    trainees: count,
    reason: fc.constantFrom('Why', null),
    left: fc.subarray([0, 1, 2]),
  }),
  record('support.returned', { on: day }),
  record('support.reopened'),
  record('programme.started'),
  record('application.withdrawn', { on: day, reason: fc.constant(null) }),
  record('application.reopened'),
  record('turn.undone', { turns: fc.array(fc.nat(60), { minLength: 1, maxLength: 2 }) }),
  record('banana'),
  record('xstate.init'),
  record('__proto__'),
) as unknown as fc.Arbitrary<ApplicationEvent>;

const beginnings: Record<string, Application> = {
  'a new application': begin(DAY),
  'a form begun': formBegun(DAY),
  'a complete form': formComplete(DAY),
  'a declared form': declared(DAY),
  'a sent form': sent(DAY),
  'a funded form': funded(DAY, DAY),
  'rows to fill in': on(funded(DAY, DAY), DAY, [{ type: 'recruitment.finished', trainees: 2, reason: null }]),
};

function undo(application: Application, turns: readonly number[]): Application {
  const advanced = advance(scheme, application, [{ type: 'turn.undone', turns }], entry);
  assert.ok(advanced.ok, 'what stands can be taken back');
  return advanced.application;
}

describe('whatever happens to an application', () => {
  for (const [from, start] of Object.entries(beginnings)) {
    it(`nothing throws, a refusal changes nothing, and the history replays to the snapshot, from ${from}`, () => {
      fc.assert(
        fc.property(fc.array(anything, { maxLength: 30 }), (events) => {
          let application = start;
          for (const event of events) {
            const before = JSON.stringify(application);
            const advanced = advance(scheme, application, [event], entry);
            assert.equal(
              JSON.stringify(application),
              before,
              'the application that was given is not touched',
            );
            if (!advanced.ok) {
              assert.equal(advanced.state, stateOf(application.snapshot.value));
              continue;
            }
            application = advanced.application;
            assert.deepEqual(application.history.at(-1)?.event, event);
          }
          const stored = JSON.parse(JSON.stringify(application)) as Application;
          const replayed = JSON.parse(JSON.stringify(replay(stored, () => scheme))) as object;
          assert.deepEqual({ version: 1, ...replayed }, stored.snapshot);
          assert.equal(({} as Record<string, unknown>)['status'], undefined, 'no prototype is polluted');
        }),
        { numRuns: 20 },
      );
    }).timeout(20_000);
  }

  for (const [from, start] of Object.entries(beginnings)) {
    it(`whatever a turn recorded is taken back and put back to the letter, from ${from}`, () => {
      fc.assert(
        fc.property(
          fc.array(fc.array(anything, { minLength: 1, maxLength: 3 }), { maxLength: 12 }),
          (turns) => {
            let application = start;
            for (const events of turns) {
              const advanced = advance(scheme, application, events, entry);
              if (!advanced.ok) continue;
              const before = application.snapshot;
              application = advanced.application;
              const last = turnsOf(application.history).at(-1)!;
              const undone = undo(application, [last.id]);
              assert.deepEqual(undone.snapshot, before);
              const again = undo(undone, [turnsOf(undone.history).at(-1)!.id]);
              assert.deepEqual(again.snapshot, application.snapshot);
              const { value, context } = again.snapshot;
              assert.deepEqual(
                replay(again, () => scheme),
                { value, context },
              );
            }
          },
        ),
        { numRuns: 20 },
      );
    }).timeout(20_000);

    it(`taking back any turn takes with it what means nothing without it, and nothing else, from ${from}`, () => {
      fc.assert(
        fc.property(fc.array(anything, { maxLength: 12 }), fc.nat(100), (events, which) => {
          let application = start;
          for (const event of events) {
            const advanced = advance(scheme, application, [event], entry);
            if (advanced.ok) ({ application } = advanced);
          }
          const standing = turnsOf(application.history).filter(({ stands }) => stands);
          const turn = standing[which % Math.max(standing.length, 1)];
          if (!turn || turn.events.some(({ type }) => type === 'turn.undone')) return;
          const gone = goesWith(application, turn.id, () => scheme);
          assert.equal(gone[0], turn.id);
          const undone = undo(application, gone);
          const left = standing.filter(({ id }) => !gone.includes(id)).flatMap((one) => one.events);
          const one = begin(DAY);
          const anew = advance(
            scheme,
            one,
            left.filter(({ type }) => type !== 'turn.undone'),
            entry,
          );
          assert.ok(anew.ok);
          assert.deepEqual(undone.snapshot, anew.application.snapshot);
        }),
        { numRuns: 20 },
      );
    }).timeout(20_000);
  }

  it('many events at once end where the same events end one by one', () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 12 }), (events) => {
        const kept: ApplicationEvent[] = [];
        let single = formComplete(DAY);
        for (const event of events) {
          // A turn that takes back does nothing else.
          if (event.type === 'turn.undone') continue;
          const advanced = advance(scheme, single, [event], entry);
          if (!advanced.ok) continue;
          single = advanced.application;
          kept.push(event);
        }
        const together = advance(scheme, formComplete(DAY), kept, entry);
        assert.ok(together.ok);
        assert.deepEqual(together.application.snapshot, single.snapshot);
        assert.deepEqual(
          together.application.history.map(({ event }) => event),
          single.history.map(({ event }) => event),
        );
      }),
      { numRuns: 10 },
    );
  }).timeout(20_000);
});
