import Holidays from 'date-holidays';
import type { LondonDate, WorkingCalendar } from '../../workflows/dates.js';

/**
 * England's bank holidays, with the substitute weekday when one falls on a weekend. They come from the library
 * `date-holidays`, which follows https://www.gov.uk/bank-holidays; a holiday proclaimed for one year only (a
 * jubilee, a funeral) arrives with an update of that library. Calculated once a year asked for, then remembered.
 */
export function englandCalendar(): WorkingCalendar {
  const source = new Holidays('GB', 'ENG', { types: ['public'] });
  const years = new Map<string, ReadonlySet<LondonDate>>();
  return {
    isHoliday(date) {
      const year = date.slice(0, 4);
      let days = years.get(year);
      if (!days) years.set(year, (days = holidaysOf(source, year)));
      return days.has(date);
    },
  };
}

let named: Holidays | undefined;
const namedIn = new Map<string, ReadonlyMap<string, LondonDate>>();

/** The day of that year that people name so: 'good friday', 'easter sunday', 'christmas day', 'boxing day'. */
export function dayNamed(name: string, year: string): LondonDate | undefined {
  named ??= new Holidays('GB', 'ENG', { types: ['public', 'observance'] });
  let days = namedIn.get(year);
  if (!days) {
    const all = named.getHolidays(year).filter(({ substitute }) => !substitute);
    days = new Map(
      all.map(({ name: said, date }) => [said.toLowerCase().replace(/'/g, ''), date.slice(0, 10)]),
    );
    namedIn.set(year, days);
  }
  return days.get(name);
}

function holidaysOf(source: Holidays, year: string): ReadonlySet<LondonDate> {
  // `date` is the local day as text; `start` is a Date, which another time zone could read as the day before.
  return new Set(source.getHolidays(year).map((holiday) => holiday.date.slice(0, 10)));
}
