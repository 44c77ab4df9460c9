import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../data/root.js';
import { faultsIn, keptFaults } from '../../known-faults.js';

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
    assert.ok(!Number.isNaN(Date.parse(kept.date)));
  });

  it('would find the one that the web chat’s ready-made bundle carries', () => {
    const packages = {
      'node_modules/botframework-webchat/node_modules/sanitize-html': { version: '2.13.0' },
    };
    assert.match(faultsIn({ packages }, kept).join(), /sanitize-html 2\.13\.0: GHSA-rpr9/);
    const accepted = { 'GHSA-rpr9-rxv7-x643 (CVE-2026-44990)': 'for the sake of this test' };
    assert.deepEqual(faultsIn({ packages }, { ...kept, accepted }), []);
  });
});
