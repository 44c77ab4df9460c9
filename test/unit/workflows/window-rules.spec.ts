import assert from 'node:assert/strict';
import { movedDates } from '../../../workflows/moved-dates.js';
import { roundStatus } from '../../../workflows/window-rules.js';
import { northWest } from '../../support/schemes.js';

const round = {
  ...northWest,
  opens: { on: '2027-01-11', at: '09:00' },
  closes: { on: '2027-03-19', at: '17:00' },
};
const kind = (scheme: typeof round, date: string, time: string) => roundStatus(scheme, date, time).kind;

describe('the window of a round', () => {
  it('opens and closes at its time, to the minute', () => {
    assert.deepEqual(
      [
        ['2027-01-11', '08:59'],
        ['2027-01-11', '09:00'],
        ['2027-03-19', '16:59'],
        ['2027-03-19', '17:00'],
      ].map(([date = '', time = '']) => kind(round, date, time)),
      ['not-yet', 'open', 'open', 'closed'],
    );
    const days = { ...round, opens: { on: '2027-01-11' }, closes: { on: '2027-03-19' } };
    assert.deepEqual(
      [
        ['2027-01-10', '23:59'],
        ['2027-01-11', '00:00'],
        ['2027-03-19', '23:59'],
        ['2027-03-20', '00:00'],
      ].map(([date = '', time = '']) => roundStatus(days, date, time).kind),
      ['not-yet', 'open', 'open', 'closed'],
    );
  });

  it('is closed by the operator’s switch, as full or as early, since that day', () => {
    const full = { ...round, untilFull: true, closed: { since: '2027-02-01' } };
    assert.equal(kind(full, '2027-01-31', '12:00'), 'open');
    assert.deepEqual(roundStatus(full, '2027-02-01', '00:00'), {
      ...{ kind: 'closed', since: { on: '2027-02-01' }, why: 'full' },
    });
    const early = { ...round, mayCloseEarly: true, closed: { since: '2027-02-01', at: '12:00' } };
    assert.deepEqual(roundStatus(early, '2027-02-01', '12:00'), {
      ...{ kind: 'closed', since: { on: '2027-02-01', at: '12:00' }, why: 'early' },
    });
  });

  it('is always open where no date is named', () => {
    assert.deepEqual(roundStatus({ ...northWest, closes: null }, '2099-01-01', '00:00'), {
      ...{ kind: 'open', closes: null, until: 'closing' },
    });
  });

  it('tells which of its dates were edited, from what to what', () => {
    const before = {
      opens: null,
      closes: { on: '2027-03-19' },
      starts: { soon: '2027-05', gone: '2027-01-04' },
    };
    const after = {
      opens: null,
      closes: { on: '2027-04-02', at: '17:00' },
      starts: { soon: '2027-05-17', fresh: '2028-01-03' },
    };
    assert.deepEqual(movedDates(before, after), [
      { what: 'closes', from: '2027-03-19', to: '2027-04-02 17:00' },
      { what: 'soon', from: '2027-05', to: '2027-05-17' },
    ]);
  });
});
