import assert from 'node:assert/strict';
import { join } from 'node:path';
import { root } from '../../../data/root.js';
import { loadSchemes } from '../../../data/schemes/schemes.js';
import {
  advance,
  newApplication,
  replay,
  stateOf,
  type Application,
} from '../../../workflows/application.js';
import type { ApplicationEvent } from '../../../workflows/application.machine.js';
import { schemeChange } from '../../../workflows/scheme-change.js';
import type { Scheme } from '../../../workflows/scheme.js';

const { rounds } = loadSchemes(join(root, 'test', 'rounds'));
const before = rounds.find(({ id }) => id === 'ney-advanced-practice')!;
const entry = { at: '2026-03-02T10:00:00.000Z', by: 'u1' };

const answers: ApplicationEvent[] = [
  { type: 'eligibility.answered', question: 'area', value: 'inside' },
  { type: 'eligibility.answered', question: 'kind', value: 'practice' },
  { type: 'eligibility.answered', question: 'years', value: 4 },
  { type: 'form.started' },
  ...(
    [
      ['employer', 'Riverside PCN'],
      ['trainees', 2],
      ['provider', 'bradford'],
      ['start', 'january-2027'],
      ['registered-on', '2021-03-03'],
      ['supervision', 12_500.5],
      ['job-description', 'by-hand'],
      ['route', 'apprenticeship'],
      ['levy-month', '2026-05'],
    ] as const
  ).map(([question, value]): ApplicationEvent => ({ type: 'form.answered', question, value })),
];

function begun(): Application {
  const fresh = newApplication(before, { reference: 'AP-1', owner: 'u1', tenant: 't1', at: entry.at });
  const made = advance(before, fresh, answers, entry);
  assert.ok(made.ok);
  return made.application;
}

function version2(change: (scheme: Scheme) => void): Scheme {
  const newer = structuredClone(before);
  newer.version = 2;
  change(newer);
  return newer;
}

const question = (scheme: Scheme, id: string) =>
  scheme.form.sections.flatMap(({ questions }) => questions).find((one) => one.id === id)!;

describe('a change in mid-round, of what real rounds have', () => {
  const changes: [string, (scheme: Scheme) => void, string[]][] = [
    ['nothing', () => undefined, []],
    ['the window', (s) => Object.assign(s, { closes: { on: '2026-05-29' }, mayCloseEarly: false }), []],
    [
      'where it goes and what comes after',
      (s) => Object.assign(s, { sendTo: { to: 'university' }, after: [] }),
      [],
    ],
    ['what an amount comes to', (s) => void question(s, 'supervision').grades.splice(0), []],
    [
      'the most that an amount can be',
      (s) => (question(s, 'supervision').max = 9000),
      ['Cost of supervision'],
    ],
    ['a month that becomes a date', (s) => (question(s, 'levy-month').type = 'date'), ['Levy reserved']],
    ['a start whose day is known now', (s) => (s.intakes[1]!.starts = '2027-01-11'), ['Start']],
    [
      'a day that is too late now',
      (s) => (question(s, 'registered-on').notAfter = '2020-01-01'),
      ['Registered since'],
    ],
    ['a band of years', (s) => (s.eligibility.questions[2]!.grades[1]!.below = 4), []],
    [
      'other words for the years',
      (s) => (s.eligibility.questions[2]!.ask = 'For how long?'),
      ['Years since registration'],
    ],
  ];
  for (const [what, change, again] of changes) {
    it(`${what}: ${again.length > 0 ? `asks again for ${again.join()}` : 'keeps every answer'}`, () => {
      const old = begun();
      const newer = version2(change);
      assert.deepEqual(
        schemeChange(before, newer, old.snapshot.context).again.map(({ label }) => label),
        again,
      );
      const moved = advance(before, old, [{ type: 'scheme.moved', from: 1, to: 2 }], entry, () => newer);
      assert.ok(moved.ok);
      const { snapshot } = moved.application;
      const lost = again.length > 0 && again[0] !== 'Years since registration' ? 1 : 0;
      assert.equal(Object.keys(snapshot.context.form.context.answers).length, 9 - lost);
      const { value, context } = replay(moved.application, (version) => (version === 1 ? before : newer));
      assert.deepEqual({ value, context }, { value: snapshot.value, context: snapshot.context });
    });
  }

  it('what was sent stays as it was sent', () => {
    const { application } = advance(
      before,
      begun(),
      [{ type: 'application.withdrawn', on: '2026-03-02', reason: null }],
      entry,
    ) as {
      application: Application;
    };
    assert.equal(stateOf(application.snapshot.value), 'withdrawn');
    const moved = advance(before, application, [{ type: 'scheme.moved', from: 1, to: 2 }], entry, () =>
      version2(() => undefined),
    );
    assert.equal(moved.ok, false);
  });
});
