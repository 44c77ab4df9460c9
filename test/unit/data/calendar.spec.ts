import assert from 'node:assert/strict';
import { englandCalendar } from '../../../data/calendar/england.js';
import { addDays, addWorkingDays, dayOfWeek } from '../../../workflows/dates.js';

/**
 * Written out by hand from the rules at https://www.gov.uk/bank-holidays, so that a change of the library shows:
 * New Year's Day, Good Friday, Easter Monday, first and last Monday of May, last Monday of August, Christmas Day,
 * Boxing Day, and where one falls on a weekend the next weekday that is not a bank holiday already.
 */
const WEEKDAYS_OFF: Readonly<Record<string, string>> = {
  2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
  2028: '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
  2029: '01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26',
  2030: '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26',
  // Christmas Day on a Sunday: Boxing Day keeps its Monday and the substitute is Tuesday.
  2033: '01-03 04-15 04-18 05-02 05-30 08-29 12-26 12-27',
};

describe("England's bank holidays", () => {
  const calendar = englandCalendar();

  for (const [year, days] of Object.entries(WEEKDAYS_OFF)) {
    it(`${year}: the weekdays off are exactly those`, () => {
      const off = daysOf(year).filter((date) => dayOfWeek(date) <= 5 && calendar.isHoliday(date));
      assert.deepEqual(
        off,
        days.split(' ').map((day) => `${year}-${day}`),
      );
    });
  }

  it('takes neither Scottish nor Northern Irish days', () => {
    for (const date of ['2027-01-02', '2029-01-02', '2027-03-17', '2027-07-12', '2027-08-02', '2027-11-30']) {
      assert.equal(calendar.isHoliday(date), false, date);
    }
  });

  it('is the same on a machine in any time zone', () => {
    const before = process.env.TZ;
    try {
      for (const zone of ['Pacific/Auckland', 'America/Los_Angeles', 'UTC']) {
        process.env.TZ = zone;
        const there = englandCalendar();
        assert.deepEqual(
          ['2026-12-27', '2026-12-28', '2026-12-29'].map((date) => there.isHoliday(date)),
          [false, true, false],
          zone,
        );
      }
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });

  it('carries working days over a long Christmas and a bank-holiday Monday', () => {
    assert.equal(addWorkingDays('2027-12-24', 1, calendar), '2027-12-29');
    assert.equal(addWorkingDays('2027-08-27', 1, calendar), '2027-08-31');
    assert.equal(addWorkingDays('2027-04-01', -5, calendar), '2027-03-23');
  });
});

function daysOf(year: string): string[] {
  const all = Array.from({ length: 366 }, (_, days) => addDays(`${year}-01-01`, days));
  return all.filter((date) => date.startsWith(year));
}
