import assert from 'node:assert/strict';
import { tryInstances } from '../../support/instances.js';
import { postgresOrSkip } from '../../support/postgres.js';
import { build } from '../../support/product.js';

/** The short form of `test/trust/instances.trust.ts`, without the waiting for nudges. */
describe('three instances over one database', function () {
  this.timeout(180_000);

  it('ten people begin an application while two instances are killed: nothing lost, nothing doubled', async function () {
    const server = await postgresOrSkip(this);
    await build();
    const report = await tryInstances({
      ...{ url: await server.database(), people: 10, atOnce: 10, lines: 30 },
      ...{ kills: { talking: 4, nudging: 0 }, between: 300 },
    });
    assert.ok(report.kills > 0);
    assert.equal(report.turns, 10 * 30);
  });
});
