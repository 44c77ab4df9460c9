import { lookups } from '../../support/schemes.js';
import assert from 'node:assert/strict';
import pino from 'pino';
import { linkId } from '../../../bot/turn/records.js';
import { locksFor } from '../../../bot/turn/locks.js';
import { kinds } from '../../../bot/turn/records.js';
import { createRetention, type Retention } from '../../../bot/jobs/retention.js';
import type { Json } from '../../../data/store/store.js';
import { openJsonStore, type JsonStore } from '../../../data/store/json-store.js';
import { noReminders } from '../../../dialogs/nudges/reminders.js';
import type { Application } from '../../../workflows/application.js';
import { schemes, temporaryFolder, TestClock } from '../../support/assistant.js';
import { textsIn } from '../../support/folder.js';
import { begin, funded, on, returned, sent } from '../workflows/nudge-applications.js';

const withdrawn = { type: 'application.withdrawn', on: '2026-12-08', reason: null } as const;
const lost = { type: 'decision.received', result: 'not-funded', places: 0, on: '2026-12-08' } as const;

describe('retention, by the clock', () => {
  let folder: string;
  let remove: () => Promise<void>;
  let store: JsonStore;
  let clock: TestClock;
  let retention: Retention;
  let read: string[];
  let logged: string[];

  beforeEach(async () => {
    ({ folder, remove } = await temporaryFolder());
    store = await openJsonStore({ folder, lookups });
    clock = new TestClock('2026-12-08T10:00');
    logged = [];
    read = [];
    const log = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) });
    const watched = {
      ...bound(store),
      get: (kind: string, id: string) => {
        read.push(id);
        return store.get(kind, id);
      },
    } as JsonStore;
    retention = createRetention({
      ...{ store: watched, schemes, clock, log, locks: locksFor(store) },
      coordinators: ['cora'],
    });
    await keep('AP-GONG-0001', on(begin('2026-11-23'), '2026-12-08', [withdrawn]));
    await keep('AP-GONG-0002', on(sent('2026-11-23'), '2026-12-08', [lost]));
    await keep('AP-GONG-0003', returned(funded('2026-11-23', '2026-11-23'), '2026-12-08'));
    await keep('AP-GONG-0004', begin('2016-01-01'));
    await keep('AP-GONG-0005', funded('2026-11-23', '2026-11-23'));
  });

  afterEach(async () => {
    await store.close();
    await remove();
  });

  const keep = (reference: string, application: Application) =>
    store.commit([
      { kind: kinds.application, id: reference, doc: { ...application, reference } as unknown as Json },
    ]);
  const left = async () => {
    const ids: string[] = [];
    for await (const id of store.ids(kinds.application)) ids.push(id);
    return ids
      .sort()
      .map((id) => id.slice(-1))
      .join('');
  };

  it('deletes on the day and not on the day before; four years keep the rest', async () => {
    for (const [now, kept] of [
      ['2026-12-09T10:00', '12345'],
      ['2027-06-07T23:50', '12345'],
      ['2027-06-08T00:10', '345'],
      ['2030-11-22T23:50', '345'],
      ['2030-11-23T10:00', '34'],
      ['2030-12-07T10:00', '34'],
      ['2030-12-08T10:00', '4'],
      ['2045-01-01T10:00', '4'],
    ] as const) {
      clock.moveTo(now);
      await retention.run();
      assert.equal(await left(), kept, now);
    }
  });

  it('reads only what is due, once a day', async () => {
    clock.moveTo('2027-03-01T10:00');
    await retention.run();
    assert.equal(read.length, 0);
    clock.moveTo('2027-06-08T10:00');
    await retention.run();
    assert.deepEqual(
      read.filter((id) => id.startsWith('AP-')),
      ['AP-GONG-0001', 'AP-GONG-0002'],
    );
    read.length = 0;
    await keep('AP-GONG-0006', on(begin('2026-11-23'), '2026-12-08', [withdrawn]));
    clock.moveTo('2027-06-08T20:00');
    await retention.run();
    assert.deepEqual(read, []);
    clock.moveTo('2027-06-09T00:01');
    await retention.run();
    assert.equal(await left(), '345');
  });

  it('leaves a line with the reference and nothing else of it', async () => {
    clock.moveTo('2027-06-08T10:00');
    await retention.run();
    const lines = logged.map((line) => JSON.parse(line) as Record<string, unknown>);
    assert.deepEqual(
      lines.map(({ code, application }) => [code, application]),
      [
        ['RETENTION_DELETED', 'AP-GONG-0001'],
        ['RETENTION_DELETED', 'AP-GONG-0002'],
      ],
    );
    assert.deepEqual([...new Set(lines.flatMap((line) => Object.keys(line)))].sort(), [
      'application',
      'code',
      'hostname',
      'level',
      'msg',
      'pid',
      'time',
    ]);
  });

  it('is gone from every file: codes, a coordinator’s message and last answers that speak of it too', async () => {
    const nudge = {
      ...{ rule: 'confirmation-overdue', application: 'AP-GONG-0001', subject: null, offset: null },
      ...{ to: 'coordinator', due: '2027-01-01', until: null, about: '2027-01-01', key: 'k' },
    } as const;
    await store.commit([
      {
        kind: kinds.invitation,
        id: linkId('code'),
        doc: { to: 'invite', application: 'AP-GONG-0001', tenant: 't1', expires: '2099-01-01T00:00:00.000Z' },
      },
      { kind: kinds.reminders, id: 'cora', doc: { ...noReminders, inbox: [nudge] } as unknown as Json },
      {
        kind: kinds.conversation,
        id: 'talk',
        doc: {
          people: ['u1'],
          focus: { dialog: 'applications', application: 'AP-GONG-0001', page: null, pending: null },
          answered: [{ id: 'a1', answer: { replies: [{ text: 'AP-GONG-0001 of Ward 7' }] } }],
        },
      },
    ]);
    await store.checkpoint();
    assert.ok((await textsIn(folder)).includes('AP-GONG-0001'), 'the test finds what is there');
    clock.moveTo('2027-06-08T10:00');
    await retention.run();
    assert.equal((await textsIn(folder)).includes('AP-GONG-0001'), false);
    const talk = await store.get<{ answered: unknown }>(kinds.conversation, 'talk');
    assert.deepEqual(talk?.doc.answered, [{ id: 'a1' }], 'the message is still known, should it come again');
  });

  it('removes links after their hour and codes after their week, and no others', async () => {
    const link = (expires: string) =>
      ({ document: 'eoi-form', application: 'AP-GONG-0004', person: 'u1', expires }) as const;
    const code = (expires: string) =>
      ({ to: 'invite', application: 'AP-GONG-0004', tenant: 't1', expires }) as const;
    await store.commit([
      { kind: kinds.link, id: 'over', doc: link('2026-12-08T09:00:00.000Z') },
      { kind: kinds.link, id: 'good', doc: link('2026-12-08T10:30:00.000Z') },
      { kind: kinds.invitation, id: 'over', doc: code('2026-12-01T09:00:00.000Z') },
      { kind: kinds.invitation, id: 'good', doc: code('2026-12-15T09:00:00.000Z') },
    ]);
    await retention.run();
    const there = async (kind: string, id: string) => (await store.get(kind, id)) !== undefined;
    assert.deepEqual(
      await Promise.all(
        [kinds.link, kinds.invitation].flatMap((kind) => [there(kind, 'over'), there(kind, 'good')]),
      ),
      [false, true, false, true],
    );
  });

  it('removes questions that had no answer half a year after they were last asked', async () => {
    for (const last of ['2026-12-07', '2026-12-08'])
      await store.commit([{ kind: kinds.unanswered, id: last, doc: { question: 'q', times: 1, last } }]);
    const there = async () => {
      let count = 0;
      for await (const _id of store.ids(kinds.unanswered)) count++;
      return count;
    };
    for (const [now, count] of [
      ['2027-06-06T23:50', 2],
      ['2027-06-07T10:00', 1],
      ['2027-06-08T10:00', 0],
    ] as const) {
      clock.moveTo(now);
      await retention.run();
      assert.equal(await there(), count, now);
    }
  });

  it('a disk that refuses is tried again at the next tick, not the next day', async () => {
    clock.moveTo('2027-06-08T10:00');
    const commit = store.commit.bind(store);
    let broken = true;
    const failing = {
      ...bound(store),
      commit: (writes: Parameters<JsonStore['commit']>[0]) =>
        broken
          ? Promise.reject(Object.assign(new Error('full'), { code: 'store-unavailable' }))
          : commit(writes),
    } as JsonStore;
    const log = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) });
    const tried = createRetention({
      ...{ store: failing, schemes, clock, log, locks: locksFor(store), coordinators: [] },
    });
    await tried.run();
    assert.equal(await left(), '12345');
    assert.match(logged.join(''), /RETENTION_FAILED/);
    broken = false;
    await tried.run();
    assert.equal(await left(), '345');
  });
});

/** The store's methods, to be replaced one by one. */
function bound(store: JsonStore): JsonStore {
  return {
    get: store.get.bind(store),
    commit: store.commit.bind(store),
    find: store.find.bind(store),
    keys: store.keys.bind(store),
    checkpoint: store.checkpoint.bind(store),
  } as JsonStore;
}
