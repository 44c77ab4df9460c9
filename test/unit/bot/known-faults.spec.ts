import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import semver from 'semver';
import { root } from '../../../data/root.js';
import { faultsIn, keptFaults, renewed } from '../../known-faults.js';

describe('The lock file, against the list of known faults', () => {
  const kept = keptFaults();

  it('has none', () => {
    const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Parameters<
      typeof faultsIn
    >[0];
    assert.deepEqual(
      faultsIn(lock, kept),
      [],
      'renew the package, or say in the list why it does no harm here',
    );
  });

  it('says of each where its range was read and when, and names no range that no version can be in', () => {
    for (const { name, range, advisory, source, read } of kept.faults) {
      assert.match(advisory, /^(?:GHSA(?:-[0-9a-z]{4}){3}|CVE-\d{4}-\d+)$/, name);
      assert.ok(semver.validRange(range), `${name} ${range}`);
      assert.ok(source && !Number.isNaN(Date.parse(read)) && read <= kept.date, `${name} ${advisory}`);
    }
    for (const advisory of Object.keys(kept.accepted))
      assert.ok(
        kept.faults.some((fault) => fault.advisory === advisory),
        `${advisory} is accepted, and no fault`,
      );
  });

  it('takes in what npm audit answers, with its day', () => {
    const answer = {
      vulnerabilities: {
        left: {
          via: [
            'right',
            { name: 'left', range: '<2', url: 'https://github.com/advisories/GHSA-aaaa-bbbb-cccc' },
          ],
        },
      },
    };
    const { faults, date } = renewed(kept, answer, '2027-03-01');
    assert.equal(date, '2027-03-01');
    assert.equal(faults.length, kept.faults.length + 1);
    assert.match(
      faultsIn({ packages: { 'node_modules/left': { version: '1.9.0' } } }, { ...kept, faults }).join(),
      /GHSA-aaaa/,
    );
    assert.throws(() => renewed(kept, {}, '2027-03-01'), /no answer of npm audit/);
  });

  it('would find the one that the web chat’s ready-made bundle carries', () => {
    const packages = {
      'node_modules/botframework-webchat/node_modules/sanitize-html': { version: '2.13.0' },
    };
    assert.match(faultsIn({ packages }, kept).join(), /sanitize-html 2\.13\.0: GHSA-rpr9-rxv7-x643/);
    const accepted = Object.fromEntries(
      kept.faults.map(({ advisory }) => [advisory, 'for the sake of this test']),
    );
    assert.deepEqual(faultsIn({ packages }, { ...kept, accepted }), []);
  });
});
