import assert from 'node:assert/strict';
import { openTokens } from '../../../bot/channels/web/tokens.js';
import { openPostgresStore } from '../../../data/store/postgres-store.js';
import { tryInstances } from '../../support/instances.js';
import { postgresOrSkip, type Postgres } from '../../support/postgres.js';
import { build } from '../../support/product.js';
import { TestServer } from '../../support/server.js';
import { turnsAtOnce } from './turns-at-once.js';

describe('three instances over one database', function () {
  this.timeout(120_000);
  let postgres: Postgres;

  before(async function () {
    postgres = await postgresOrSkip(this);
  });

  /** The short form of `test/trust/instances.trust.ts`, without the waiting for nudges. */
  it('five people begin an application while an instance is killed: nothing lost, nothing doubled', async () => {
    await build();
    const report = await tryInstances({
      ...{ url: await postgres.database(), people: 5, atOnce: 5, lines: 20 },
      ...{ ends: { talking: 2, nudging: 0 }, between: 300 },
    });
    assert.equal(report.kills, 1);
    assert.equal(report.turns, 5 * 20);
  });

  it('that start at once on an empty one agree on the key of the web chat’s tokens', async () => {
    const url = await postgres.database();
    const stores = await Promise.all([1, 2, 3].map(() => openPostgresStore({ url, lookups: [] })));
    const [issuer, ...others] = await Promise.all(stores.map(openTokens));
    const token = issuer?.issue({ user: 'ann', conv: 'one', use: 'api' }) ?? '';
    for (const tokens of others) assert.equal(tokens.read(token)?.user, 'ann');
    await Promise.all(stores.map((store) => store.close()));
  });

  describe('take turns that come at the same time', () => {
    turnsAtOnce(async () => TestServer.startThree(await postgres.database()));
  });
});
