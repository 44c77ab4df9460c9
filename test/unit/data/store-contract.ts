import assert from 'node:assert/strict';
import fc from 'fast-check';
import { RevisionConflict, StoreUnavailable } from '../../../data/store/errors.js';
import type { Json, Lookup, Store, Write } from '../../../data/store/store.js';
import { application, testLookups, type TestApplication } from './store-applications.js';

/** Opens a place: the same name again, after a close, is the same data; a new name is empty. */
export type OpenStore = (place: string, lookups: readonly Lookup[]) => Promise<Store>;

/** Something that may happen to a store at any time and must change nothing that it holds. */
export type Disturbance = (store: Store, place: string) => Promise<{ store: Store; place: string }>;

const ODD_IDS = [
  '../../etc/passwd',
  'a/b',
  '.',
  '..',
  '',
  ' ',
  '~x',
  'é',
  '名前',
  '__proto__',
  'CON',
  'x'.repeat(400),
];

/** What any store must do, whatever it keeps things in. */
export function storeContract(
  name: string,
  open: OpenStore,
  disturbances: readonly Disturbance[] = [],
): void {
  describe(`the store contract: ${name}`, () => {
    let store: Store;
    let place: string;
    let places = 0;
    const newPlace = () => `place-${process.pid}-${++places}`;
    const reopen = async () => {
      await store.close();
      store = await open(place, testLookups);
    };

    beforeEach(async () => {
      place = newPlace();
      store = await open(place, testLookups);
    });
    afterEach(() => store.close());

    it('has nothing at first', async () => {
      assert.equal(await store.get('application', 'AP-1'), undefined);
      assert.deepEqual(await store.find('by-person', 'ann'), []);
      assert.deepEqual(await store.keys('due'), []);
      assert.deepEqual(await idsOf(store, 'application'), []);
      assert.equal(await store.writable(), true);
      await store.commit([]);
    });

    it('counts revisions from 1, and again after a delete', async () => {
      await store.commit([{ kind: 'person', id: 'ann', doc: { n: 1 }, expect: 0 }]);
      await store.commit([{ kind: 'person', id: 'ann', doc: { n: 2 }, expect: 1 }]);
      await store.commit([{ kind: 'person', id: 'ann', doc: { n: 3 } }]);
      const found = { kind: 'person', id: 'ann', revision: 3, doc: { n: 3 } };
      assert.deepEqual(await store.get('person', 'ann'), found);
      await reopen();
      assert.deepEqual(await store.get('person', 'ann'), found);

      await store.commit([{ kind: 'person', id: 'ann', delete: true, expect: 3 }]);
      assert.equal(await store.get('person', 'ann'), undefined);
      await reopen();
      assert.equal(await store.get('person', 'ann'), undefined);
      await store.commit([{ kind: 'person', id: 'ann', doc: {}, expect: 0 }]);
      assert.equal((await store.get('person', 'ann'))?.revision, 1);
    });

    it('refuses another revision than was read, and then writes nothing of the commit', async () => {
      await store.commit([application('AP-1', { people: ['ann'], due: '2027-01-04' })]);
      await assert.rejects(
        store.commit([
          application('AP-2', { people: ['ann'] }),
          { ...application('AP-1', { people: ['bob'], due: '2027-02-01' }), expect: 4 },
        ]),
        (error) =>
          error instanceof RevisionConflict &&
          error.code === 'revision-conflict' &&
          error.expected === 4 &&
          error.found === 1,
      );
      await assert.rejects(
        store.commit([{ ...application('AP-1', { people: [] }), expect: 0 }]),
        RevisionConflict,
      );
      await assert.rejects(
        store.commit([{ kind: 'application', id: 'AP-9', delete: true, expect: 1 }]),
        RevisionConflict,
      );
      assert.equal(await store.get('application', 'AP-2'), undefined);
      assert.equal((await store.get('application', 'AP-1'))?.revision, 1);
      assert.deepEqual(await store.find('by-person', 'ann'), ['AP-1']);
      assert.deepEqual(await store.find('by-person', 'bob'), []);
      assert.deepEqual(await store.keys('due'), ['2027-01-04']);
    });

    it('checks commits of one moment one after the other', async () => {
      const first = store.commit([{ kind: 'person', id: 'ann', doc: 1, expect: 0 }]);
      const second = store.commit([{ kind: 'person', id: 'ann', doc: 2, expect: 1 }]);
      const stale = assert.rejects(
        store.commit([{ kind: 'person', id: 'ann', doc: 3, expect: 1 }]),
        RevisionConflict,
      );
      await Promise.all([first, second, stale]);
      assert.deepEqual((await store.get('person', 'ann'))?.doc, 2);
    });

    it('loses none of 50 people who count at once', async () => {
      const count = async () => {
        for (;;) {
          const read = await store.get<{ n: number }>('person', 'counter');
          try {
            return await store.commit([
              {
                kind: 'person',
                id: 'counter',
                doc: { n: (read?.doc.n ?? 0) + 1 },
                expect: read?.revision ?? 0,
              },
            ]);
          } catch (error) {
            if (!(error instanceof RevisionConflict)) throw error;
          }
        }
      };
      await Promise.all(Array.from({ length: 50 }, count));
      assert.deepEqual(await store.get('person', 'counter'), {
        kind: 'person',
        id: 'counter',
        revision: 50,
        doc: { n: 50 },
      });
    });

    it('gives back what was put in, whatever it is', async () => {
      await fc.assert(
        fc.asyncProperty(fc.json({ maxDepth: 4 }), async (text) => {
          await store.commit([{ kind: 'person', id: 'any', doc: JSON.parse(text) as Json }]);
          assert.deepEqual(
            JSON.stringify((await store.get('person', 'any'))?.doc),
            JSON.stringify(JSON.parse(text)),
          );
        }),
        { numRuns: 50 },
      );
      const nasty = JSON.parse(
        '{"__proto__":{"admin":true},"constructor":{"prototype":1},"a":"\\u0000\\u2028\\ud800"}',
      );
      await store.commit([{ kind: 'person', id: 'any', doc: nasty as Json }]);
      await reopen();
      const doc = (await store.get<object>('person', 'any'))?.doc;
      assert.equal(JSON.stringify(doc), JSON.stringify(nasty));
      assert.equal(Object.getPrototypeOf(doc), Object.prototype);
      assert.equal(({} as { admin?: boolean }).admin, undefined);
    });

    it('keeps a copy: what is done to a document before or after does not reach it', async () => {
      const doc = { list: [1] };
      const saving = store.commit([{ kind: 'person', id: 'ann', doc }]);
      doc.list.push(2);
      await saving;
      (await store.get<{ list: number[] }>('person', 'ann'))?.doc.list.push(3);
      assert.deepEqual((await store.get('person', 'ann'))?.doc, { list: [1] });
    });

    it('takes any id and key, long, odd or foreign', async () => {
      const ids = ODD_IDS.filter((id) => id !== '');
      await store.commit(ids.map((id) => application(id, { people: ODD_IDS })));
      for (let round = 0; round < 2; round++) {
        for (const id of ids) assert.equal((await store.get('application', id))?.id, id);
        for (const key of ODD_IDS) assert.deepEqual(await store.find('by-person', key), [...ids].sort());
        assert.deepEqual(await store.keys('by-person'), [...ODD_IDS].sort());
        assert.deepEqual((await idsOf(store, 'application')).sort(), [...ids].sort());
        await reopen();
      }
      await store.commit(ids.map((id) => ({ kind: 'application', id, delete: true })));
      await reopen();
      assert.deepEqual(await store.keys('by-person'), []);
      assert.deepEqual(await idsOf(store, 'application'), []);
    });

    it('refuses what is no record', async () => {
      const bad: unknown[] = [
        { kind: '../x', id: 'a', doc: 1 },
        { kind: 'Person', id: 'a', doc: 1 },
        { kind: 'person', id: '', doc: 1 },
        { kind: 'person', id: 'a', doc: undefined },
      ];
      for (const write of bad) await assert.rejects(store.commit([write as Write]), TypeError);
      const twice: Write = { kind: 'person', id: 'a', doc: 1 };
      await assert.rejects(store.commit([twice, twice]), TypeError);
      await assert.rejects(store.find('nothing', 'x'), TypeError);
    });

    it('finds records under their present keys', async () => {
      await store.commit([
        application('AP-2', { people: ['ann', 'bob', 'ann'], due: '2027-01-22' }),
        application('AP-1', { people: ['ann'], due: '2027-01-04' }),
        application('AP-3', { people: ['cat'] }),
      ]);
      assert.deepEqual(await store.find('by-person', 'ann'), ['AP-1', 'AP-2']);
      assert.deepEqual(await store.keys('due'), ['2027-01-04', '2027-01-22']);
      assert.deepEqual(await store.keys('due', '2027-01-05'), ['2027-01-22']);
      assert.deepEqual(await store.keys('due', undefined, '2027-01-04'), ['2027-01-04']);
      assert.deepEqual(await store.keys('due', '2027-01-04', '2027-01-22'), ['2027-01-04', '2027-01-22']);
      assert.deepEqual(await store.keys('due', '2027-01-05', '2027-01-21'), []);

      await store.commit([
        application('AP-2', { people: ['bob'], due: '2027-01-04' }),
        { kind: 'application', id: 'AP-3', delete: true },
      ]);
      for (let round = 0; round < 2; round++) {
        assert.deepEqual(await store.find('by-person', 'ann'), ['AP-1']);
        assert.deepEqual(await store.find('by-person', 'bob'), ['AP-2']);
        assert.deepEqual(await store.find('by-person', 'cat'), []);
        assert.deepEqual(await store.keys('by-person'), ['ann', 'bob']);
        assert.deepEqual(await store.keys('due'), ['2027-01-04']);
        assert.deepEqual(await store.find('due', '2027-01-04'), ['AP-1', 'AP-2']);
        await reopen();
      }
    });

    it('refuses everything once it is closed', async () => {
      await store.close();
      await store.close();
      await assert.rejects(store.get('person', 'ann'), StoreUnavailable);
      await assert.rejects(store.commit([{ kind: 'person', id: 'ann', doc: 1 }]), StoreUnavailable);
      assert.equal(await store.writable(), false);
    });

    it('agrees with a plain map, whatever happens in between', async function () {
      this.timeout(60_000);
      const reopening: Disturbance = async (present, at) => {
        await present.close();
        return { store: await open(at, testLookups), place: at };
      };
      const all = [reopening, ...disturbances];
      await fc.assert(
        fc.asyncProperty(fc.array(stepOf(all.length), { maxLength: 20 }), async (steps) => {
          let at = newPlace();
          let present = await open(at, testLookups);
          const model = new Map<string, { revision: number; doc: TestApplication }>();
          try {
            for (const step of steps) {
              if (typeof step === 'number') {
                const disturb = all[step];
                if (disturb) ({ store: present, place: at } = await disturb(present, at));
              } else await commitBoth(present, model, step);
              await compare(present, model);
            }
          } finally {
            await present.close();
          }
        }),
        { numRuns: 25 },
      );
    });
  });
}

export async function idsOf(store: Store, kind: string): Promise<string[]> {
  const ids: string[] = [];
  for await (const id of store.ids(kind)) ids.push(id);
  return ids;
}

const IDS = ['a', 'B', 'c/d', 'é'];
const PEOPLE = ['ann', 'bob', 'cat@example.nhs.uk'];
const DATES = ['2027-01-04', '2027-01-22', '2027-02-01'];

interface ModelWrite {
  readonly id: string;
  readonly doc: TestApplication | undefined;
  readonly expect: 'none' | 'right' | 'wrong';
}

/** A commit of one to three records, or the number of a disturbance. */
function stepOf(disturbances: number): fc.Arbitrary<readonly ModelWrite[] | number> {
  const doc = fc.record(
    { people: fc.subarray(PEOPLE), due: fc.constantFrom(...DATES), note: fc.string() },
    { requiredKeys: ['people'] },
  );
  const write = fc.record({
    id: fc.constantFrom(...IDS),
    doc: fc.option(doc, { nil: undefined, freq: 4 }),
    expect: fc.constantFrom('none' as const, 'right' as const, 'right' as const, 'wrong' as const),
  });
  return fc.oneof(
    { weight: 3, arbitrary: fc.uniqueArray(write, { minLength: 1, maxLength: 3, selector: ({ id }) => id }) },
    { weight: 1, arbitrary: fc.nat(disturbances - 1) },
  );
}

async function commitBoth(
  store: Store,
  model: Map<string, { revision: number; doc: TestApplication }>,
  writes: readonly ModelWrite[],
): Promise<void> {
  const commit = store.commit(
    writes.map(({ id, doc, expect }) => {
      const revision = model.get(id)?.revision ?? 0;
      const expected = expect === 'none' ? {} : { expect: expect === 'right' ? revision : revision + 1 };
      const base: Write = doc ? application(id, doc) : { kind: 'application', id, delete: true };
      return { ...base, ...expected };
    }),
  );
  if (writes.some(({ expect }) => expect === 'wrong')) return assert.rejects(commit, RevisionConflict);
  await commit;
  for (const { id, doc } of writes) {
    if (doc) model.set(id, { revision: (model.get(id)?.revision ?? 0) + 1, doc });
    else model.delete(id);
  }
}

async function compare(
  store: Store,
  model: Map<string, { revision: number; doc: TestApplication }>,
): Promise<void> {
  for (const id of IDS) {
    const found = await store.get<TestApplication>('application', id);
    const known = model.get(id);
    assert.deepEqual(
      found && { revision: found.revision, doc: found.doc },
      known && { ...known, doc: { ...known.doc } },
    );
  }
  assert.deepEqual((await idsOf(store, 'application')).sort(), [...model.keys()].sort());
  const under = (has: (doc: TestApplication) => boolean) =>
    [...model]
      .filter(([, { doc }]) => has(doc))
      .map(([id]) => id)
      .sort();
  for (const person of PEOPLE) {
    assert.deepEqual(
      await store.find('by-person', person),
      under(({ people }) => people.includes(person)),
    );
  }
  for (const date of DATES)
    assert.deepEqual(
      await store.find('due', date),
      under(({ due }) => due === date),
    );
  const dates = new Set([...model.values()].flatMap(({ doc }) => (doc.due ? [doc.due] : [])));
  assert.deepEqual(await store.keys('due'), [...dates].sort());
}
