import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../../data/root.js';
import { copyStore, CopyRefused, inventoryOf } from '../../../data/store/copy-store.js';
import { openJsonStore } from '../../../data/store/json-store.js';
import { openPostgresStore } from '../../../data/store/postgres-store.js';
import type { Store } from '../../../data/store/store.js';
import { temporaryFolder, TestClock, TestHouse } from '../../support/assistant.js';
import { postgresOrSkip, type Postgres } from '../../support/postgres.js';
import { application, testLookups } from './store-applications.js';

describe('moving a store', function () {
  this.timeout(60_000);
  let server: Postgres;
  let folder: string;
  let remove: () => Promise<void>;
  const opened: Store[] = [];
  const inFolder = async (name: string) => {
    const store = await openJsonStore({ folder: join(folder, name), lookups: testLookups });
    opened.push(store);
    return store;
  };
  const inDatabase = async (url: string) => {
    const store = await openPostgresStore({ url, lookups: testLookups });
    opened.push(store);
    return store;
  };

  before(async function () {
    server = await postgresOrSkip(this);
  });
  beforeEach(async () => {
    ({ folder, remove } = await temporaryFolder());
  });
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
    await remove();
  });

  async function fill(store: Store): Promise<void> {
    await store.commit([
      ...Array.from({ length: 130 }, (_, n) =>
        application(`AP-${n}`, { people: ['ann'], due: '2027-01-04' }),
      ),
      { kind: 'person', id: '../é\0', doc: { said: '\ud800\0', numbers: { 2: 1, 1: 2 } } },
    ]);
    await store.commit([{ kind: 'person', id: 'gone', doc: 1 }]);
    await store.commit([{ kind: 'person', id: 'gone', delete: true }]);
  }

  it('from a folder to PostgreSQL and back gives the same, look-ups too', async () => {
    const [start, database, end] = [
      await inFolder('start'),
      await inDatabase(await server.database()),
      await inFolder('end'),
    ];
    await fill(start);
    const moved = await copyStore(start, database);
    assert.deepEqual(moved.counts, { application: 130, person: 1 });
    assert.deepEqual(await copyStore(database, end), moved);
    assert.deepEqual(await inventoryOf(end), await inventoryOf(start));
    for (const store of [database, end]) {
      assert.equal((await store.find('by-person', 'ann')).length, 130);
      assert.deepEqual(
        (await store.get('person', '../é\0'))?.doc,
        (await start.get('person', '../é\0'))?.doc,
      );
      assert.deepEqual(await copyStore(start, store), moved, 'once more, it only compares');
    }
  });

  it('refuses a target that holds something else, and leaves it as it is', async () => {
    const [start, database] = [await inFolder('start'), await inDatabase(await server.database())];
    await fill(start);
    await database.commit([application('AP-1', { people: ['bob'] })]);
    const before = await inventoryOf(database);
    await assert.rejects(copyStore(start, database), CopyRefused);
    assert.deepEqual(await inventoryOf(database), before);
  });

  it('carries on when it was cut off, and takes nobody’s half of it for the whole', async () => {
    const [start, database, end] = [
      await inFolder('start'),
      await inDatabase(await server.database()),
      await inFolder('end'),
    ];
    await fill(start);
    let commits = 0;
    const failing: Store = Object.assign(Object.create(database) as Store, {
      get: database.get.bind(database),
      ids: database.ids.bind(database),
      kinds: database.kinds.bind(database),
      commit: (writes: Parameters<Store['commit']>[0]) => {
        if (++commits > 3) throw new Error('cut off');
        return database.commit(writes);
      },
    });
    await assert.rejects(copyStore(start, failing), /cut off/);
    await assert.rejects(copyStore(database, end), CopyRefused);
    // What was changed at the source since then counts.
    await start.commit([
      application('AP-1', { people: ['bob'] }),
      { kind: 'application', id: 'AP-2', delete: true },
    ]);
    await copyStore(start, database);
    assert.deepEqual(await inventoryOf(database), await inventoryOf(start));
    assert.deepEqual(await database.find('by-person', 'bob'), ['AP-1']);
    assert.deepEqual(await database.kinds(), ['application', 'person'], 'no trace of the move');
  });

  it('as an operator does it: a conversation goes on in PostgreSQL, and in a folder again', async () => {
    const url = await server.database();
    const [first, second] = [join(folder, 'first'), join(folder, 'second')];
    const house = await TestHouse.open(first, new TestClock('2026-11-23T10:00'));
    const who = { person: 'sam', conversation: 'phone' };
    const hello = { id: 'activity-1', text: 'hello' };
    const said = await house.receive(hello, who);
    assert.ok(said.length > 0);
    await house.close();

    const there = await migrate(first, url);
    const back = await migrate(url, second);
    const [, digest] = /same \d+ records \((\w+)\)/.exec(there) ?? [];
    assert.ok(digest && back.includes(digest), `${there}\n${back}`);

    const again = await TestHouse.open(second, new TestClock('2026-11-23T11:00'));
    const repeated = await again.receive(hello, who);
    assert.deepEqual(
      repeated.map(({ text }) => text),
      said.map(({ text }) => text),
      'the same activity once more is known',
    );
    await again.close();
  });

  async function migrate(from: string, to: string): Promise<string> {
    const script = join(root, 'bot', 'migrate-store.ts');
    const { stdout } = await promisify(execFile)(process.execPath, ['--import=tsx', script, from, to], {
      cwd: root,
    });
    return stdout;
  }
});
