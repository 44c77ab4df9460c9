import assert from 'node:assert/strict';
import { deletedOn, endOf } from '../../../workflows/retention-rules.js';
import { begin, funded, on, returned, scheme, sent } from './nudge-applications.js';

describe('how long an application is kept', () => {
  const notFunded = { type: 'decision.received', result: 'not-funded', places: 0, on: '2026-12-01' } as const;
  const withdrawn = { type: 'application.withdrawn', on: '2026-12-01', reason: null } as const;

  it('six months after it was not funded or withdrawn, from the day on which that was recorded', () => {
    // Told on 8 December about 1 December: the later day counts.
    assert.equal(deletedOn(on(sent('2026-11-23'), '2026-12-08', [notFunded]), scheme), '2027-06-08');
    assert.equal(deletedOn(on(begin('2026-11-23'), '2026-12-08', [withdrawn]), scheme), '2027-06-08');
  });

  it('four years after it was funded, when nothing more is ever recorded', () => {
    const recruiting = funded('2026-11-23', '2026-11-23');
    assert.equal(deletedOn(recruiting, scheme), '2030-11-23');
    const confirming = on(recruiting, '2027-01-11', [
      { type: 'recruitment.finished', trainees: 2, reason: null },
    ]);
    assert.equal(deletedOn(confirming, scheme), '2030-11-23');
  });

  it('four years after the Confirmation of Support was returned, then after the programme started', () => {
    const confirmed = returned(funded('2026-11-23', '2026-11-23'), '2026-12-08');
    assert.equal(deletedOn(confirmed, scheme), '2030-12-08');
    const started = on(confirmed, '2027-02-22', [{ type: 'programme.started' }]);
    assert.equal(deletedOn(started, scheme), '2031-02-22');
  });

  it('has no end while it goes on, however idle', () => {
    for (const one of [begin('2016-01-01'), sent('2026-01-05')]) assert.equal(endOf(one), undefined);
  });

  it('what is taken up again has not ended; ended again, it counts from then', () => {
    const again = on(on(begin('2026-11-23'), '2026-12-08', [withdrawn]), '2027-03-01', [
      { type: 'application.reopened' },
    ]);
    assert.equal(endOf(again), undefined);
    assert.equal(deletedOn(on(again, '2027-04-30', [withdrawn]), scheme), '2027-10-30');
  });

  it('who joins or leaves afterwards does not keep it longer', () => {
    const ended = on(begin('2026-11-23'), '2026-12-08', [withdrawn]);
    const later = on(ended, '2027-05-01', [{ type: 'people.joined', person: 'ina' }]);
    assert.equal(deletedOn(later, scheme), '2027-06-08');
  });

  it('a day that the month lacks becomes its last', () => {
    assert.equal(deletedOn(on(begin('2026-08-01'), '2026-08-31', [withdrawn]), scheme), '2027-02-28');
  });
});
