import assert from 'node:assert/strict';
import { tryInstances } from '../../support/instances.js';
import { postgresOrSkip } from '../../support/postgres.js';
import { build } from '../../support/product.js';

/** The short form of `test/trust/instances.trust.ts`, without the waiting for nudges. */
describe('three instances over one database', function () {
  this.timeout(120_000);

  it('five people begin an application while an instance is killed: nothing lost, nothing doubled', async function () {
    const server = await postgresOrSkip(this);
    await build();
    const report = await tryInstances({
      ...{ url: await server.database(), people: 5, atOnce: 5, lines: 20 },
      ...{ ends: { talking: 2, nudging: 0 }, between: 300 },
    });
    assert.equal(report.kills, 1);
    assert.equal(report.turns, 5 * 20);
  });
});
