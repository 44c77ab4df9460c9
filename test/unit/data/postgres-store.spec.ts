import assert from 'node:assert/strict';
import pg from 'pg';
import { DatabaseUnreachable, SchemaTooNew, StoreUnavailable } from '../../../data/store/errors.js';
import { openPostgresStore } from '../../../data/store/postgres-store.js';
import type { Store } from '../../../data/store/store.js';
import { forwardTo, postgresOrSkip, type Postgres } from '../../support/postgres.js';
import { application, testLookups } from './store-applications.js';
import { idsOf, storeContract } from './store-contract.js';

describe('the PostgreSQL store', function () {
  this.timeout(60_000);
  let server: Postgres;
  let url: string;
  const opened: Store[] = [];
  const open = async (schema: string, lookups = testLookups) => {
    const store = await openPostgresStore({ url, lookups, schema });
    opened.push(store);
    return store;
  };

  before(async function () {
    server = await postgresOrSkip(this);
    url = await server.database();
  });
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
  });

  storeContract('PostgreSQL', (place, lookups) =>
    openPostgresStore({ url, lookups, schema: place.replaceAll('-', '_') }),
  );

  it('opens in eight instances at once, on an empty database', async () => {
    const stores = await Promise.all(Array.from({ length: 8 }, () => open('together')));
    await Promise.all(
      stores.map((store, n) =>
        store.commit([application(`AP-${n}`, { people: ['ann'], due: '2027-01-04' })]),
      ),
    );
    for (const store of stores) assert.equal((await store.find('by-person', 'ann')).length, 8);
  });

  it('refuses tables of a later version, and touches nothing', async () => {
    await (await open('newer')).commit([application('AP-1', { people: ['ann'] })]);
    await sql('update newer.about set version = 99');
    await assert.rejects(open('newer'), SchemaTooNew);
    assert.deepEqual(await sql('select version from newer.about'), [{ version: 99 }]);
  });

  it('makes a look-up that is new from the records, and forgets one that is gone', async () => {
    const [byPerson, due] = testLookups;
    assert.ok(byPerson && due);
    const first = await open('growing', [byPerson]);
    await first.commit(
      Array.from({ length: 2_500 }, (_, n) => application(`AP-${n}`, { people: ['ann'], due: '2027-01-04' })),
    );
    await first.close();
    const second = await open('growing', [due]);
    assert.equal((await second.find('due', '2027-01-04')).length, 2_500);
    assert.deepEqual(await sql(`select from growing.lookup where name = 'by-person'`), []);
    assert.equal((await idsOf(second, 'application')).length, 2_500);
    assert.deepEqual(await second.kinds(), ['application']);
  });

  it('writes nothing more in an instance of another version, which would leave out keys', async () => {
    const [byPerson] = testLookups;
    assert.ok(byPerson);
    const codes: string[] = [];
    const old = await openPostgresStore({
      ...{ url, lookups: [byPerson], schema: 'rolling' },
      log: ({ code }) => codes.push(code),
    });
    opened.push(old);
    const ann = application('AP-1', { people: ['ann'], due: '2027-01-04' });
    await old.commit([ann]);
    assert.equal(await old.writable(), true);
    const [first, second] = await Promise.all([open('rolling'), open('rolling')]);
    await assert.rejects(old.commit([ann]), StoreUnavailable);
    assert.equal(await old.writable(), false);
    assert.deepEqual(codes, ['other-version-at-database']);
    assert.deepEqual(await first.find('due', '2027-01-04'), ['AP-1']);
    assert.equal((await old.get('application', 'AP-1'))?.revision, 1, 'it still reads');
    await second.commit([ann]);
    assert.equal(await first.writable(), true);
  });

  it('takes ids and keys that PostgreSQL’s text cannot hold', async () => {
    const store = await open('odd');
    const odd = ['a\0b', '\ud800', '\\', '\\0000', '\\\0', '😀'];
    await store.commit(odd.map((id) => application(id, { people: odd })));
    assert.deepEqual((await idsOf(store, 'application')).sort(), [...odd].sort());
    assert.deepEqual(await store.keys('by-person'), [...odd].sort());
    for (const key of odd) assert.deepEqual(await store.find('by-person', key), [...odd].sort());
    await assert.rejects(store.commit([{ kind: 'person', id: 'é'.repeat(2_000), doc: 1 }]), TypeError);
  });

  it('loses none of 30 people who count at once in three instances, each commit with two records', async () => {
    const stores = await Promise.all([open('racing'), open('racing'), open('racing')]);
    await Promise.all(
      Array.from({ length: 30 }, async (_, n) => {
        const store = stores[n % 3] as Store;
        // Told in another order by each, so that commits would wait crosswise if they were taken as told.
        const ids = n % 2 ? ['a', 'b'] : ['b', 'a'];
        for (;;) {
          const [a, b] = await Promise.all(['a', 'b'].map((id) => store.get<number>('person', id)));
          const expect = { a: a?.revision ?? 0, b: b?.revision ?? 0 };
          try {
            return await store.commit(
              ids.map((id) => ({
                kind: 'person',
                id,
                doc: ((id === 'a' ? a : b)?.doc ?? 0) + 1,
                expect: expect[id as 'a' | 'b'],
              })),
            );
          } catch (error) {
            if ((error as { code?: string }).code !== 'revision-conflict') throw error;
          }
        }
      }),
    );
    for (const id of ['a', 'b']) assert.equal((await stores[0].get('person', id))?.doc, 30);
  });

  it('does one thing at a time under a key, across instances and within one, and others meanwhile', async () => {
    const stores = await Promise.all([open('exclusive'), open('exclusive'), open('exclusive')]);
    const inside = new Map<string, number>();
    let most = 0;
    const turn = async (store: Store, person: string, applications: string[]) =>
      store.exclusively?.(
        [`person/${person}`],
        () =>
          store.exclusively?.(applications, async () => {
            for (const key of [person, ...applications]) {
              assert.equal(inside.get(key) ?? 0, 0, 'alone');
              inside.set(key, 1);
            }
            most = Math.max(most, [...inside.values()].filter(Boolean).length);
            await new Promise((resolve) => setTimeout(resolve, 3));
            for (const key of [person, ...applications]) inside.set(key, 0);
          }) as Promise<void>,
      );
    await Promise.all(
      Array.from({ length: 150 }, (_, n) =>
        turn(stores[n % 3] as Store, `p${n % 7}`, [`application/${n % 5}`, `application/${(n + 3) % 5}`]),
      ),
    );
    assert.ok(most > 3, 'turns of other people went on meanwhile');
    assert.deepEqual(await sql(`select * from pg_locks where locktype = 'advisory'`), [], 'all let go');
  });

  it('lets go of a key when the work fails', async () => {
    const [one, two] = [await open('failing'), await open('failing')];
    await assert.rejects(
      async () =>
        one.exclusively?.(['person/ann'], async () => {
          throw new Error('the turn failed');
        }),
      /the turn failed/,
    );
    assert.equal(await two.exclusively?.(['person/ann'], async () => 'in'), 'in');
  });

  it('writes nothing more in a turn whose locks were lost', async () => {
    const store = await open('severed');
    await assert.rejects(
      async () =>
        store.exclusively?.(['person/ann'], async () => {
          await sever(`query like '%advisory%'`);
          await store.commit([{ kind: 'person', id: 'ann', doc: 1 }]);
        }),
      StoreUnavailable,
    );
    assert.equal(await store.get('person', 'ann'), undefined);
    await store.exclusively?.(['person/ann'], () => store.commit([{ kind: 'person', id: 'ann', doc: 2 }]));
    assert.equal((await store.get('person', 'ann'))?.doc, 2);
  });

  it('says that it is unavailable while the database is away, and goes on when it is back', async () => {
    const store = await open('resting');
    await store.commit([{ kind: 'person', id: 'ann', doc: 1 }]);
    const commits = Array.from({ length: 40 }, async (_, n) => {
      await new Promise((resolve) => setTimeout(resolve, n * 5));
      return store.commit([{ kind: 'person', id: `p${n}`, doc: n }]).then(
        () => n,
        (error: unknown) => {
          assert.ok(error instanceof StoreUnavailable);
          return undefined;
        },
      );
    });
    await server.restart();
    const acknowledged = (await Promise.all(commits)).filter((n) => n !== undefined);
    assert.equal((await store.get('person', 'ann'))?.doc, 1);
    for (const n of acknowledged) assert.equal((await store.get('person', `p${n}`))?.doc, n);
    assert.equal(await store.writable(), true);
  });

  it('knows of a commit whose answer was lost that it was done', async () => {
    const way = await forwardTo(url);
    const store = await openPostgresStore({ url: way.url, lookups: testLookups, schema: 'unanswered' });
    opened.push(store);
    await store.commit([{ kind: 'person', id: 'ann', doc: 1 }]);
    way.loseAnswers(1);
    await store.commit([
      { kind: 'person', id: 'ann', doc: { said: 'été' }, expect: 1 },
      application('AP-1', { people: ['ann'] }),
    ]);
    assert.equal((await store.get('person', 'ann'))?.revision, 2);
    assert.deepEqual(await store.find('by-person', 'ann'), ['AP-1']);
    way.loseAnswers(1);
    await store.commit([{ kind: 'person', id: 'ann', delete: true }]);
    assert.equal(await store.get('person', 'ann'), undefined);
    // When it can't be found out, nothing is promised.
    way.loseAnswers(2);
    await assert.rejects(store.commit([{ kind: 'person', id: 'bob', doc: 1 }]), StoreUnavailable);
    await way.close();
  });

  it('lets go of the locks of a turn that no longer hears from the server', async () => {
    const way = await forwardTo(url);
    const soon = `${way.url}?query_timeout=500`;
    const [deaf, other] = [
      await openPostgresStore({ url: soon, lookups: testLookups, schema: 'deaf' }),
      await open('deaf'),
    ];
    opened.push(deaf);
    await deaf.exclusively?.(['person/bob'], async () => undefined);
    way.loseAnswers(1, 'silent');
    await assert.rejects(async () => deaf.exclusively?.(['person/ann'], async () => 1), StoreUnavailable);
    assert.equal(await other.exclusively?.(['person/ann'], async () => 'in'), 'in');
    assert.equal(await deaf.exclusively?.(['person/ann'], async () => 'in'), 'in');
    await way.close();
  });

  it('says in plain words that there is no database', async () => {
    await assert.rejects(
      openPostgresStore({ url: 'postgres://127.0.0.1:1/none', lookups: [] }),
      (error) =>
        error instanceof DatabaseUnreachable && /DATABASE_URL .*ECONNREFUSED/.test(error.userMessage),
    );
    await assert.rejects(
      openPostgresStore({ url: url.replace(/\w+$/, 'none'), lookups: [] }),
      DatabaseUnreachable,
    );
  });

  async function sql(text: string): Promise<unknown[]> {
    const client = new pg.Client(url);
    await client.connect();
    const { rows } = await client.query<object>(text);
    await client.end();
    return rows;
  }

  async function sever(where: string): Promise<void> {
    await sql(
      `select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and ${where}`,
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
});
