import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import { DocumentUnreadable } from '../../../data/store/errors.js';
import { openJsonStore, type JsonStore } from '../../../data/store/json-store.js';
import type { Lookup } from '../../../data/store/store.js';
import { message, post, serve, textsOf } from '../../support/house.js';
import { textsIn } from '../../support/folder.js';

const byOwner = {
  name: 'by-owner',
  kind: 'thing',
  keys: ({ owner }: { owner: string }) => [owner],
  tellsWhose: true,
} as Lookup;

describe('A store of which something cannot be read', () => {
  let folder: string;
  let store: JsonStore | undefined;
  const open = async (options: Partial<Parameters<typeof openJsonStore>[0]> = {}) =>
    (store = await openJsonStore({ folder, lookups: [byOwner], ...options }));
  beforeEach(() => (folder = join(mkdtempSync(join(tmpdir(), 'ap-unreadable-')), 'data')));
  afterEach(async () => {
    await store?.close();
    rmSync(join(folder, '..'), { recursive: true, force: true });
  });

  async function withTwo(): Promise<void> {
    await open();
    for (const [id, owner] of [
      ['a', 'ann'],
      ['b', 'bob'],
    ] as const)
      await store!.commit([{ kind: 'thing', id, doc: { owner } }]);
    await store!.close();
  }

  it('names a document that the disk does not give, once, and keeps it to itself', async () => {
    await withTwo();
    // A folder where a file should be cannot be read by anybody, whoever runs the test.
    const file = join(folder, 'records', 'thing', 'a.json');
    rmSync(file);
    mkdirSync(file);
    await open();
    for (let n = 0; n < 3; n++)
      await assert.rejects(store!.get('thing', 'a'), { code: 'document-unreadable' });
    assert.deepEqual(store!.problems(), [{ code: 'document-unreadable', file: 'records/thing/a.json' }]);
    assert.ok(await store!.get('thing', 'b'));
    assert.equal(await store!.writable(), true);
    assert.deepEqual(await store!.find('by-owner', 'ann'), ['a']);
  });

  it('still knows whose a document was that it set aside', async () => {
    await withTwo();
    writeFileSync(join(folder, 'records', 'thing', 'a.json'), 'garbage');
    await open();
    assert.equal(await store!.get('thing', 'a'), undefined);
    await sleep(1_000); // The look-up is made anew.
    assert.deepEqual(await store!.find('by-owner', 'ann'), ['a']);
    await store!.commit([{ kind: 'thing', id: 'a', delete: true }]);
    await store!.checkpoint();
    assert.deepEqual(readdirSync(join(folder, 'set-aside')), []);
  });

  it('makes a look-up anew at the start when its folder is gone', async () => {
    await withTwo();
    rmSync(join(folder, 'lookups', 'by-owner'), { recursive: true });
    await open();
    assert.deepEqual(await store!.find('by-owner', 'bob'), ['b']);
  });

  it('sets a journal aside by name of which a whole line is no line', async () => {
    await withTwo();
    for (const odd of ['{"format":1}', '[]', 'null', '"x"', '{"format":1,"writes":[null],"keys":[]}', '{']) {
      const line = `${crc32(odd).toString(16).padStart(8, '0')} ${odd}\n`;
      appendFileSync(join(folder, 'journal-900.ndjson'), line, { mode: 0o600 });
    }
    await open();
    assert.deepEqual(store!.problems(), [{ code: 'journal-damaged', file: 'journal-900.ndjson' }]);
    assert.ok(await store!.get('thing', 'a'));
  });

  it('closes a folder that others could open', async () => {
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o755);
    await open();
    assert.equal(statSync(folder).mode & 0o777, 0o700);
  });

  it('keeps no plain text in what was set aside or half written, once there is a key', async () => {
    await withTwo();
    writeFileSync(join(folder, 'records', 'thing', 'a.json'), 'the plain words of ann');
    writeFileSync(join(folder, 'records', 'thing', 'b.json.tmp'), 'the plain words of bob');
    await open();
    assert.equal(await store!.get('thing', 'a'), undefined);
    await store!.close();
    await open({ encryption: { keys: [randomBytes(32)] } });
    await store!.rewriteAll();
    assert.doesNotMatch(await textsIn(folder), /plain words/);
    assert.equal(readdirSync(join(folder, 'set-aside')).length, 1, 'it is still there');
  });
});

describe('An application that cannot be read', () => {
  it('is told to its owner with its reference, once, and holds nobody up', async function () {
    this.timeout(60_000);
    const house = await serve();
    try {
      for (const text of ['apply', 'nhs', 'north west', 'assistant practitioner', 'community', 'yes'])
        await post(house.url, message(text));
      await house.store.checkpoint();
      const [file = ''] = readdirSync(join(house.folder, 'records', 'application'));
      const reference = file.replace('.json', '');
      // As the store does for a file that the disk does not give; it still has this one in memory.
      const { get } = house.store;
      house.store.get = ((kind: string, id: string) =>
        id === reference
          ? Promise.reject(new DocumentUnreadable('A document can’t be read'))
          : get.call(house.store, kind, id)) as typeof get;
      const said = textsOf(await post(house.url, message('status'))).join();
      assert.match(said, new RegExp(`I cannot read this application of yours at the moment: ${reference}`));
      assert.doesNotMatch(textsOf(await post(house.url, message('status'))).join(), /I cannot read/);
      const bob = { from: { id: 'bob', name: 'Bob' }, conversation: { id: 'bob-1' } };
      assert.doesNotMatch(textsOf(await post(house.url, message('apply', bob))).join(), /cannot read/);
      assert.equal((await fetch(`${house.url}/readyz`)).status, 200);
    } finally {
      await house.close();
    }
  });
});
