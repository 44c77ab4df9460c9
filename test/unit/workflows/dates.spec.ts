import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as dates from '../../../workflows/dates.js';

const christmas: dates.WorkingCalendar = {
  isHoliday: (date) => ['2026-12-25', '2026-12-28', '2027-01-01'].includes(date),
};
const anyDate = fc.integer({ min: 0, max: 4000 }).map((days) => dates.addDays('2024-01-01', days));

describe('dates: days', () => {
  it('adds days over month ends, leap days and both clock changes', () => {
    assert.equal(dates.addDays('2028-02-28', 1), '2028-02-29');
    assert.equal(dates.addDays('2027-02-28', 1), '2027-03-01');
    assert.equal(dates.addDays('2027-03-27', 2), '2027-03-29');
    assert.equal(dates.addDays('2027-10-30', 2), '2027-11-01');
    assert.equal(dates.addDays('2027-01-04', -4), '2026-12-31');
  });

  it('counts 28 days as four weeks, in both directions', () => {
    assert.equal(dates.daysBetween('2027-01-04', '2027-02-01'), 28);
    assert.equal(dates.daysBetween('2027-02-01', '2027-01-04'), -28);
    assert.equal(dates.daysBetween('2027-01-04', '2027-01-04'), 0);
  });

  it('adds months by the calendar', () => {
    assert.equal(dates.addMonths('2027-01-31', 1), '2027-02-28');
    assert.equal(dates.lastDayOfMonth('2028-02-03'), '2028-02-29');
    assert.equal(dates.dayOfWeek('2027-01-04'), 1);
    assert.equal(dates.dayOfWeek('2027-01-10'), 7);
  });

  it('adding and counting agree for any two days', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -2000, max: 2000 }), (date, days) => {
        assert.equal(dates.daysBetween(date, dates.addDays(date, days)), days);
      }),
    );
  });

  it('throws for what is no date, and says beforehand that it is none', () => {
    for (const wrong of ['2027-02-29', '2027-2-9', '04/01/2027', '2027-01-04T09:00', '', '2027-13-01']) {
      assert.equal(dates.isLondonDate(wrong), false, wrong);
      assert.throws(() => dates.addDays(wrong, 1), RangeError, wrong);
    }
    assert.equal(dates.isLondonDate('2028-02-29'), true);
  });
});

describe('dates: London time', () => {
  const known = [
    ['2027-01-04', '09:00', '2027-01-04T09:00:00Z', 'winter'],
    ['2027-07-01', '09:00', '2027-07-01T08:00:00Z', 'summer'],
    ['2027-03-28', '00:59', '2027-03-28T00:59:00Z', 'the minute before spring forward'],
    ['2027-03-28', '02:00', '2027-03-28T01:00:00Z', 'the minute after spring forward'],
    ['2027-10-31', '00:59', '2027-10-30T23:59:00Z', 'before autumn back'],
    ['2027-10-31', '02:00', '2027-10-31T02:00:00Z', 'after autumn back'],
  ] as const;
  for (const [date, time, instant, when] of known) {
    it(`${date} ${time} is ${instant} (${when})`, () => {
      assert.equal(dates.atLondon(date, time), instant);
      assert.equal(dates.londonDate(instant), date);
      assert.equal(dates.londonTime(instant), time);
    });
  }

  it('moves a time that spring skips an hour on, and takes the first of a repeated hour', () => {
    assert.equal(dates.londonTime(dates.atLondon('2027-03-28', '01:30')), '02:30');
    assert.equal(dates.atLondon('2027-10-31', '01:30'), '2027-10-31T00:30:00Z');
  });

  it('knows that late evening UTC is tomorrow in a London summer', () => {
    assert.equal(dates.londonDate('2027-07-01T23:30:00Z'), '2027-07-02');
    assert.equal(dates.londonDate('2027-01-01T23:30:00.123Z'), '2027-01-01');
  });

  it('refuses a wrong time', () => {
    for (const wrong of ['9:00', '24:00', '09:60', '09:00:00', '']) {
      assert.throws(() => dates.atLondon('2027-01-04', wrong), RangeError, wrong);
    }
    assert.throws(() => dates.londonDate('yesterday'), RangeError);
  });
});

describe('dates: said', () => {
  it('in full', () => {
    assert.equal(dates.sayDate('2027-01-04'), 'Monday 4 January 2027');
    assert.equal(dates.sayDate('2028-02-29'), 'Tuesday 29 February 2028');
    assert.equal(dates.sayDate('2027-09-12'), 'Sunday 12 September 2027');
    assert.equal(dates.sayMonth('2027-09'), 'September 2027');
  });

  const soon: readonly (readonly [number, string])[] = [
    [0, 'today'],
    [1, 'tomorrow'],
    [-1, 'yesterday'],
    [5, 'in 5 days'],
    [-3, '3 days ago'],
    [14, 'in 2 weeks'],
    [15, 'in 15 days'],
    [28, 'in 4 weeks'],
    [30, 'in about 4 weeks'],
    [42, 'in 6 weeks'],
    [120, 'in about 4 months'],
    [-42, '6 weeks ago'],
  ];
  for (const [days, words] of soon) {
    it(`${days} days from today: ${words}`, () => {
      assert.equal(dates.saySoon(dates.addDays('2027-01-04', days), '2027-01-04'), words);
    });
  }
});

describe('dates: working days', () => {
  it('skips weekends and holidays over Christmas', () => {
    assert.equal(dates.isWorkingDay('2026-12-24', christmas), true);
    assert.equal(dates.isWorkingDay('2026-12-25', christmas), false);
    assert.equal(dates.isWorkingDay('2026-12-27', christmas), false);
    assert.equal(dates.addWorkingDays('2026-12-24', 1, christmas), '2026-12-29');
    assert.equal(dates.addWorkingDays('2026-12-29', -1, christmas), '2026-12-24');
    assert.equal(dates.nextWorkingDay('2026-12-25', christmas), '2026-12-29');
    assert.equal(dates.nextWorkingDay('2026-12-29', christmas), '2026-12-29');
  });

  it('leaves the day itself for 0, working or not', () => {
    assert.equal(dates.addWorkingDays('2026-12-25', 0, christmas), '2026-12-25');
    assert.equal(dates.workingDaysBetween('2026-12-25', '2026-12-25', christmas), 0);
  });

  it('refuses half a day', () => {
    assert.throws(() => dates.addWorkingDays('2027-01-04', 1.5, christmas), RangeError);
    assert.throws(() => dates.addWorkingDays('2027-01-04', NaN, christmas), RangeError);
  });

  it('adding and counting agree from any day, forwards and back', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -60, max: 60 }), (date, n) => {
        const there = dates.addWorkingDays(date, n, christmas);
        assert.equal(dates.workingDaysBetween(date, there, christmas), n);
        assert.ok(n === 0 || dates.isWorkingDay(there, christmas));
      }),
    );
  });
});
