import assert from 'node:assert/strict';
import { checkCalendar, checkCsv, checkEmail, checkXml, fuzz } from '../../support/fuzz.js';

describe('Bad input', () => {
  it('500 activities, mutated and made up: no crash, no 5xx, nothing echoed but as text', async function () {
    this.timeout(300_000);
    // Another run each day, and the same one for a whole day: a failure can be looked into.
    const seed = Number(process.env.FUZZ_SEED ?? Math.floor(Date.now() / 86_400_000));
    const { activities, statuses, applications } = await fuzz(500, undefined, seed);
    assert.equal(activities, 500);
    assert.ok((statuses[200] ?? 0) > 100, 'many are taken');
    assert.ok((statuses[400] ?? 0) > 20, 'and many are refused');
    assert.ok(applications > 0);
  });

  it('would see what is echoed as more than text', () => {
    assert.throws(() => checkXml('<a>&b</a>'));
    assert.throws(() => checkXml('<a><b></a></b>'));
    assert.throws(() => checkXml('<a>\u0001</a>'));
    assert.throws(() => checkXml('<a>'));
    checkXml('<?xml version="1.0"?><a b="c&amp;">x &lt; y<d/></a>');
    assert.throws(() => checkEmail('From: a\r\nBcc: b@evil.example\r\n\r\nx'));
    assert.throws(() => checkCsv('a,=1+1\r\nb,c\r\n'));
    assert.throws(() => checkCalendar('BEGIN:VCALENDAR\r\nnonsense\r\nEND:VCALENDAR\r\n'));
  });
});
