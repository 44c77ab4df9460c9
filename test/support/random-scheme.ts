import type { Scheme } from '../../workflows/scheme.js';
import type { Pick } from './round-walk.js';

/** A scheme made at random within the schema, as data: what an editor could have written. */
export function randomScheme(pick: Pick): unknown {
  const source = { document: 'product' };
  const chance = (of: number) => pick(of) === 0;
  const asksPlaces = !chance(3);
  const asksUniversity = !chance(3);
  const asksIntake = !chance(3);
  const hasService = !chance(3);
  const roles = ['first-role', 'second-role'].slice(0, 1 + pick(2));
  const hasRows = asksIntake && !chance(3);
  const sendTo =
    asksUniversity && !chance(3)
      ? { to: 'university' }
      : chance(2)
        ? { to: 'mailbox', name: 'the panel', email: 'panel@example.org' }
        : { to: 'web', name: 'the panel', url: 'https://example.org/apply' };
  const verdict = (grade: string) => ({
    ...{ grade, reason: `That is ${grade}.`, source },
    ...(['fail', 'signpost', 'unknown'].includes(grade) ? { todo: 'Ask the panel.' } : {}),
    ...(['decide', 'signpost'].includes(grade) ? { by: 'the panel' } : {}),
  });
  const through = ['pass', 'caution', 'decide'];
  const others = ['fail', 'signpost', 'unknown'];
  const grades = [...through, ...others];
  const eligibility: object[] = [
    ...(roles.length > 1
      ? [
          {
            id: 'which',
            label: 'Role',
            ask: 'Which role?',
            options: roles.map((value) => ({ value, label: `The ${value}`, ...verdict('pass') })),
          },
        ]
      : []),
    ...Array.from({ length: 1 + pick(3) }, (_, i) => {
      const about = { id: `may-${i}`, label: `Condition ${i}`, ask: `What about ${i}?` };
      if (chance(3))
        return {
          ...{ ...about, type: 'wholeNumber', min: 0, max: 60 },
          grades: [
            { below: 3, ...verdict(others[pick(3)]!) },
            { below: 30, ...verdict('caution') },
            verdict('pass'),
          ],
        };
      return {
        ...about,
        options: [
          { value: 'good', label: 'Well enough', ...verdict(through[pick(3)]!) },
          { value: 'other', label: 'Not quite', ...verdict(grades[pick(6)]!) },
        ],
      };
    }),
  ];
  const random = (id: string): object => {
    const about = { id, label: `About ${id}`, ask: `What about ${id}?`, source, required: !chance(4) };
    switch (pick(10)) {
      case 0:
        return { ...about, type: 'date', ...(chance(2) ? { notAfter: 'today' } : { notBefore: 'today' }) };
      case 1:
        return {
          ...about,
          type: 'money',
          max: 90_000,
          grades: chance(2) ? [{ atLeast: 50_000, ...verdict(grades[pick(6)]!) }] : [],
        };
      case 2:
        return { ...about, type: 'month' };
      case 3:
        return {
          ...about,
          type: 'yesNo',
          grades: chance(3) ? [{ oneOf: [false], ...verdict(grades[pick(6)]!) }] : [],
        };
      case 4:
        return {
          ...{ ...about, type: 'choice' },
          options: [
            { value: 'one', label: 'The first way' },
            { value: 'two', label: 'The second way' },
          ],
        };
      case 5:
        return { ...about, type: 'wholeNumber', min: 1, max: 40 };
      case 6:
        return { ...about, type: 'paragraph', maxWords: 80 };
      case 8:
        return {
          ...about,
          type: 'file',
          ...(chance(2) ? { files: { types: ['pdf', 'docx'], megabytes: 10 } } : {}),
        };
      case 7:
        return { ...about, type: ['email', 'phone', 'postcode', 'name'][pick(4)] };
      default:
        return { ...about, type: 'text' };
    }
  };
  const questions = [
    { id: 'body', label: 'Employer', ask: 'Who employs them?', type: 'text', source },
    ...(hasService ? [{ id: 'unit', label: 'Unit', ask: 'Which unit?', type: 'text', source }] : []),
    ...(asksPlaces
      ? [{ id: 'how-many', label: 'Number', ask: 'How many?', type: 'wholeNumber', min: 1, max: 9, source }]
      : []),
    ...Array.from({ length: pick(5) }, (_, i) => random(`q-${i}`)),
    ...(asksUniversity
      ? [{ id: 'where', label: 'Provider', ask: 'Which provider?', type: 'university', source }]
      : []),
    ...(asksIntake ? [{ id: 'when', label: 'Start', ask: 'Which start?', type: 'intake', source }] : []),
  ];
  const anchors = ['closing', 'sending', 'decision', ...(asksIntake ? ['start'] : [])];
  const due = () => {
    if (chance(3)) return { on: '2027-06-14' };
    const length = [{ days: 7 + pick(40) }, { workingDays: 5 + pick(20) }, { months: 1 + pick(3) }][pick(3)];
    return { ...length, [chance(2) ? 'before' : 'after']: anchors[pick(anchors.length)] };
  };
  const decides = chance(3);
  return {
    ...{ id: 'made', version: 1, name: 'A made round', region: 'Anywhere', notice: 'Ask first.', source },
    fields: {
      organisation: 'body',
      ...(roles.length > 1 ? { role: 'which' } : {}),
      ...(hasService ? { service: 'unit' } : {}),
      ...(asksPlaces ? { places: 'how-many' } : {}),
      ...(asksUniversity ? { university: 'where' } : {}),
      ...(asksIntake ? { intake: 'when' } : {}),
      ...(hasRows ? { trainee: 'who' } : {}),
    },
    terms: { form: ['Request', 'Expression', 'Joint form'][pick(3)], decider: 'the panel' },
    audience: { summary: 'everybody' },
    roles: roles.map((id) => ({
      id,
      name: `The ${id}`,
      short: id,
      programme: 'a course',
      postOnQualification: 'a post',
    })),
    opens: chance(3) ? { on: '2026-10-01', at: '09:00' } : null,
    closes: chance(2) ? { on: '2027-04-30', ...(chance(2) ? { at: '17:00' } : {}) } : null,
    ...{ mayCloseEarly: chance(3), untilFull: chance(3), eligibility: { questions: eligibility } },
    readiness: {
      checks: Array.from({ length: pick(3) }, (_, i) => ({
        ...{
          id: `ready-${i}`,
          title: `Thing ${i}`,
          ask: `Is thing ${i} there?`,
          essential: !chance(3),
          source,
        },
        fix: {
          why: 'It is needed.',
          owner: 'HR',
          draft: { kind: 'line', title: 'Please', body: 'Please help.' },
        },
      })),
    },
    form: { sections: [{ id: 'all', title: 'All of it', questions }] },
    protocols: chance(3) ? [] : [{ id: 'fair', text: 'I play fair.', source }],
    declaration: 'All of it is true.',
    universities: asksUniversity
      ? ['north', 'south'].map((id) => ({
          id,
          name: `University of the ${id}`,
          roles,
          programme: 'A course.',
          certainty: 'confirmed',
          source,
        }))
      : [],
    intakes: asksIntake
      ? [
          {
            id: 'soon',
            label: 'May 2027',
            starts: chance(2) ? '2027-05' : '2027-05-17',
            provisional: chance(2),
          },
          { id: 'later', label: 'September 2027', starts: '2027-09-20', provisional: true },
          ...(chance(2)
            ? [{ id: 'gone', label: 'February 2026', starts: '2026-02-02', provisional: false }]
            : []),
        ]
      : [],
    sendTo,
    after: [
      ...Array.from({ length: pick(3) }, (_, i) => ({
        ...{
          id: `later-${i}`,
          title: `Stage ${i}`,
          who: 'You and they',
          from: i === 0 && decides ? 'sending' : ['sending', 'decision'][pick(2)],
        },
        ...{ whose: ['applicant', 'others'][pick(2)], decides: i === 0 && decides, due: due(), source },
        reminders: [],
      })),
      ...(hasRows
        ? [
            {
              ...{ id: 'each', title: 'Place form', who: 'You', source },
              ...(chance(4)
                ? {}
                : {
                    due: chance(3) ? { workingDays: 10, after: 'decision' } : { days: 28, before: 'start' },
                  }),
              asks: [
                { id: 'who', label: 'Trainee', ask: 'Who is it?', type: 'name', source },
                ...Array.from({ length: pick(3) }, (_, i) => ({ ...random(`row-${i}`), grades: [] })),
              ],
            },
          ]
        : []),
    ],
    feeds: [],
    nudges: {
      readinessIdle: [3],
      formBeforeClose: [5],
      formIdle: [3],
      decisionSilence: 20,
      colleagueQuestion: [3],
    },
    retention: { unsuccessfulMonths: 6, successfulMonths: 48 },
    contacts: [{ id: 'panel', name: 'The panel', asks: 'Ask about it.' }],
  } satisfies Record<keyof Omit<Scheme, 'whenClosed' | 'closed' | 'facts'>, unknown>;
}
