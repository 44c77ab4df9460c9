import assert from 'node:assert/strict';
import fc from 'fast-check';
import { englandCalendar } from '../../../data/calendar/england.js';
import { readDate, type DateOptions } from '../../../dialogs/understanding/dates.js';
import { isLondonDate } from '../../../workflows/dates.js';

/** A Monday. */
const TODAY = '2027-01-04';
const calendar = englandCalendar();
const read = (text: string, options: DateOptions = {}, today = TODAY) =>
  readDate(text, today, { calendar, ...options });

/** One day, a month, or several to choose from (with spaces between); '' for nothing understood. */
const FROM_MONDAY: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'days and months': [
    ['5 jan', '2027-01-05'],
    ['5th of January', '2027-01-05'],
    ['Jan 27 2027', '2027-01-27'],
    ['january 27th', '2027-01-27'],
    ['feb the 3rd', '2027-02-03'],
    ['4jan', '2027-01-04'],
    ["3rd January '27", '2027-01-03'],
    ['4th jan 27', '2027-01-04'],
    ['12 march 2026 14:30', '2026-03-12'],
    ['the twenty-first of january', '2027-01-21'],
    ['the third of feb', '2027-02-03'],
    ['by 1st march at the latest', '2027-03-01'],
    ['w/c 11 jan', '2027-01-11'],
    ['29 feb', '2028-02-29'],
    ['29 feb 2028', '2028-02-29'],
  ],
  'figures, the day first': [
    ['03/01/27', '2027-01-03'],
    ['03/02/2027', '2027-02-03'],
    ['5/1', '2027-01-05'],
    ['4.1.27', '2027-01-04'],
    ['4-1-27', '2027-01-04'],
    ['2027-01-04', '2027-01-04'],
  ],
  'a year that is more likely a slip': [
    ['3 jan', '2027-01-03 2028-01-03'],
    ['3/1', '2027-01-03 2028-01-03'],
    ['10 dec', '2026-12-10 2027-12-10'],
  ],
  weekdays: [
    ['friday', '2027-01-08'],
    ['Fri', '2027-01-08'],
    ['wednsday', '2027-01-06'],
    ['i may do it friday', '2027-01-08'],
    ['by friday', '2027-01-08'],
    ['sent on friday', '2027-01-01'],
    ['this friday', '2027-01-08'],
    ['this coming monday', '2027-01-11'],
    ['monday', '2027-01-04 2027-01-11'],
    ['next friday', '2027-01-08 2027-01-15'],
    ['next monday', '2027-01-11'],
    ['last tuesday', '2026-12-29'],
    ['last friday', '2027-01-01'],
    ['friday after next', '2027-01-15'],
    ['thursday next week', '2027-01-14'],
    ['next week on thursday', '2027-01-14'],
    ['friday this week', '2027-01-08'],
    ['wednesday or thursday', '2027-01-06 2027-01-07'],
  ],
  'weeks and fortnights after': [
    ['thursday week', '2027-01-14'],
    ['after my nights, thursday week', '2027-01-14'],
    ['a week on thursday', '2027-01-14'],
    ['a fortnight on monday', '2027-01-18'],
    ['a fortnight on tuesday', '2027-01-19'],
    ['monday fortnight', '2027-01-18'],
    ['two weeks on friday', '2027-01-22'],
    ['a week today', '2027-01-11'],
    ['tomorrow week', '2027-01-12'],
  ],
  'a weekday with a day': [
    ['monday 4th', '2027-01-04'],
    ['tuesday 5th', '2027-01-05'],
    ['monday the 11th', '2027-01-11'],
    ['friday 12th', '2027-02-12'],
    ['monday 4 jan', '2027-01-04'],
    ['wednesday 30 june', '2027-06-30'],
    ['monday 5th', '2027-01-04 2027-01-05'],
    ['monday 5 january 2027', '2027-01-04 2027-01-05'],
    ['friday 8 january or friday 15 january', '2027-01-08 2027-01-15'],
    ['the 4th', '2027-01-04'],
    ['the 3rd', '2027-02-03'],
    ['by the 20th', '2027-01-20'],
    ['on the 31st', '2027-01-31'],
    ['the 4th of next month', '2027-02-04'],
  ],
  'near days': [
    ['today', '2027-01-04'],
    ['tonight', '2027-01-04'],
    ['this morning', '2027-01-04'],
    ['tomorrow', '2027-01-05'],
    ['Tommorow please', '2027-01-05'],
    ['yesterday', '2027-01-03'],
    ['day after tomorrow', '2027-01-06'],
    ['the day before yesterday', '2027-01-02'],
    ['next working day', '2027-01-05'],
  ],
  lengths: [
    ['in 3 weeks', '2027-01-25'],
    ['in three weeks’ time', '2027-01-25'],
    ['in a fortnight', '2027-01-18'],
    ['within a couple of weeks', '2027-01-18'],
    ['in a month', '2027-02-04'],
    ['in 10 working days', '2027-01-18'],
    ['3 weeks', '2027-01-25'],
    ['3 weeks ago', '2026-12-14'],
    ['in 2 or 3 weeks', '2027-01-18 2027-01-25'],
    ['2-3 weeks', '2027-01-18 2027-01-25'],
  ],
  'ends and whole weeks': [
    ['end of the month', '2027-01-31'],
    ['end of next month', '2027-02-28'],
    ['month end', '2027-01-31'],
    ['end of september', '2027-09-30'],
    ['end of the week', '2027-01-08'],
    ['end of next week', '2027-01-15'],
    ['end of the financial year', '2027-03-31'],
    ['next week', '2027-01-11 2027-01-12 2027-01-13 2027-01-14 2027-01-15'],
    ['last week', '2026-12-29 2026-12-30 2026-12-31'],
  ],
  'months alone': [
    ['sept', '2027-09'],
    ['September', '2027-09'],
    ['sept 2027', '2027-09'],
    ['sept 27', '2027-09'],
    ['sept 28', '2027-09-28 2028-09'],
    ['next september', '2027-09'],
    ['last september', '2026-09'],
    ['mid-september', '2027-09'],
    ['in may', '2027-05'],
    ['May', '2027-05'],
    ['next month', '2027-02'],
    ['september or january', '2027-01 2027-09'],
  ],
  'two days': [
    ['3 or 4 feb', '2027-02-03 2027-02-04'],
    ['3rd or 4th of feb', '2027-02-03 2027-02-04'],
    ['3 to 5 february', '2027-02-03 2027-02-05'],
    ['4/1/2027 or 5/1/2027', '2027-01-04 2027-01-05'],
  ],
  'what is no date': [
    ...[
      '31 feb',
      'feb 31',
      '31 feb 2027',
      '29 feb 2027',
      '31/2/27',
      '1/13/27',
      '00/01/27',
      '2027-02-31',
      '99/99/99',
    ],
    ...[
      '31 feb or 3 march',
      '3 jan 1827',
      '3 jan 2227',
      '32nd january',
      '',
      '👍',
      '4',
      '1.5',
      '2027',
      'band 4',
    ],
    ...['10.30', 'at 5', '10am', 'in 3 hours', 'asap', 'no', "don't know yet", 'i may do it', 'the 1st ward'],
    ...['on mondays', 'next year', '20270104', `friday ${'x'.repeat(10_000)}`],
  ].map((text) => [text, ''] as const),
};

describe('readDate on Monday 4 January 2027', () => {
  for (const [kind, cases] of Object.entries(FROM_MONDAY)) {
    describe(kind, () => {
      for (const [text, expected] of cases) {
        it(`"${text.slice(0, 40)}" → ${expected || 'nothing'}`, () => assert.equal(said(text), expected));
      }
    });
  }
});

describe('readDate, looking back', () => {
  const past: readonly (readonly [string, string])[] = [
    ['friday', '2027-01-01'],
    ['on sunday', '2027-01-03'],
    ['3 jan', '2027-01-03'],
    ['18 december', '2026-12-18'],
    ['10 jan', '2026-01-10 2027-01-10'],
    ['the 20th', '2026-12-20'],
    ['friday 18th', '2026-12-18'],
    ['december', '2026-12'],
    ['sept', '2026-09'],
    ['3 weeks', '2026-12-14'],
    ['end of the month', '2026-12-31'],
    ['today', '2027-01-04'],
    ['monday', '2026-12-28 2027-01-04'],
  ];
  for (const [text, expected] of past) {
    it(`"${text}" → ${expected}`, () => assert.equal(said(text, { prefer: 'past' }), expected));
  }

  it('takes the direction asked for over the words', () => {
    assert.equal(said('sent on friday', { prefer: 'future' }), '2027-01-08');
    assert.equal(said('friday', { prefer: 'past' }), '2027-01-01');
  });
});

describe('readDate on other days', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['2027-01-07', 'thursday week', '2027-01-14'],
    ['2027-01-08', 'thursday week', '2027-01-21'],
    ['2027-01-08', 'next friday', '2027-01-15'],
    ['2027-01-09', 'next friday', '2027-01-15'],
    ['2027-01-10', 'next friday', '2027-01-15'],
    ['2027-01-07', 'last tuesday', '2026-12-29 2027-01-05'],
    ['2027-01-06', 'monday 4th', '2027-01-04'],
    ['2027-01-06', 'monday 4 jan', '2027-01-04'],
    ['2027-03-26', 'in 2 days', '2027-03-28'],
    ['2027-10-30', 'tomorrow', '2027-10-31'],
    ['2028-02-28', 'tomorrow', '2028-02-29'],
    ['2027-01-31', 'in a month', '2027-02-28'],
    ['2026-12-24', 'next working day', '2026-12-29'],
    ['2026-12-31', 'tomorrow', '2027-01-01'],
    ['2027-12-20', '3 jan', '2028-01-03'],
    ['2027-10-04', 'september', '2028-09'],
  ];
  for (const [today, text, expected] of cases) {
    it(`${today}: "${text}" → ${expected}`, () => assert.equal(said(text, {}, today), expected));
  }

  it('counts Monday to Friday where no calendar is given', () => {
    assert.deepEqual(readDate('in 1 working day', '2026-12-24'), { date: '2026-12-25' });
  });
});

describe('readDate, whatever happens', () => {
  it('is the same on a machine in any time zone', () => {
    const before = process.env.TZ;
    try {
      for (const zone of ['Pacific/Auckland', 'America/Los_Angeles', 'Asia/Kolkata']) {
        process.env.TZ = zone;
        for (const [text, expected] of Object.values(FROM_MONDAY).flat()) {
          assert.equal(said(text), expected, `${zone}: ${text}`);
        }
      }
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });

  it('gives real dates or nothing, and never throws', () => {
    const words =
      'next last friday week the 4th 31 feb of or in 3 a fortnight on end month sept 27 / - may tomorrow'.split(
        ' ',
      );
    const jumble = fc.array(fc.constantFrom(...words), { maxLength: 8 }).map((list) => list.join(' '));
    fc.assert(
      fc.property(fc.oneof(jumble, fc.string({ unit: 'binary' })), (text) => {
        const entries = said(text).split(' ').filter(Boolean);
        for (const entry of entries)
          assert.ok(isLondonDate(entry.length === 7 ? `${entry}-01` : entry), text);
      }),
      { numRuns: 1000 },
    );
  });

  it('reads any date back in the ways people write it', () => {
    const months =
      'January February March April May June July August September October November December'.split(' ');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 12 }), (day, month) => {
        const name = months[month - 1] ?? '';
        const date = `2027-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
        for (const text of [
          `${day} ${name} 2027`,
          `${name} ${day}, 2027`,
          `${day}/${month}/27`,
          `${day} ${name.slice(0, 3)} 27`,
        ]) {
          assert.deepEqual(read(text), { date }, text);
        }
      }),
    );
  });
});

function said(text: string, options: DateOptions = {}, today = TODAY): string {
  const reading = read(text, options, today);
  if (!reading) return '';
  if ('ambiguous' in reading) return reading.ambiguous.join(' ');
  return 'month' in reading ? reading.month : reading.date;
}
