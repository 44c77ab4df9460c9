import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildSync } from 'esbuild';
import fc from 'fast-check';
import { FolderInUse, FolderTooNew, KeyMissing, StoreUnavailable } from '../../../data/store/errors.js';
import type { Migration } from '../../../data/store/documents.js';
import { Folders } from '../../../data/store/files.js';
import { realDisk, type JournalDisk } from '../../../data/store/journal.js';
import { openJsonStore, type JsonStore, type JsonStoreOptions } from '../../../data/store/json-store.js';
import { lockFolder } from '../../../data/store/lock.js';
import type { Lookup } from '../../../data/store/store.js';
import { application, testLookups, type TestApplication } from './store-applications.js';
import { idsOf, storeContract, type Disturbance } from './store-contract.js';

const temporary = mkdtempSync(join(tmpdir(), 'ap-store-'));
const writer = join(temporary, 'writer.mjs');
const old = new Date('2026-06-01T09:00:00Z');
/** More of them in `npm run test:trust`. */
const KILLS = Number(process.env['STORE_KILLS'] ?? 10);
let folders = 0;
const mounts: string[] = [];

before(() => {
  buildSync({
    entryPoints: ['test/unit/data/store-writer.ts'],
    outfile: writer,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  });
});
after(() => {
  for (const path of mounts) spawnSync('umount', ['-l', path]);
  rmSync(temporary, { recursive: true, force: true });
});

const keys = { present: randomBytes(32), older: randomBytes(32) };
storeContract('a folder of JSON documents', (place, lookups) => open(join(temporary, place), { lookups }), [
  checkpoint,
  crash({}),
]);
storeContract(
  'a folder of encrypted documents, whose keys change',
  (place, lookups) =>
    open(join(temporary, `sealed-${place}`), { lookups, encryption: { keys: [keys.present, keys.older] } }),
  [checkpoint, crash({ encryption: { keys: [keys.older, keys.present] } }), rewrite],
);

describe('the JSON store', () => {
  let folder: string;
  let store: JsonStore | undefined;
  const opened = async (options: Partial<JsonStoreOptions> = {}) => {
    await store?.close();
    return (store = await open(folder, options));
  };

  beforeEach(() => {
    folder = join(temporary, `folder-${++folders}`);
    store = undefined;
  });
  afterEach(async () => {
    await store?.close();
  });

  describe('on disk', () => {
    it('has one document a record, which says what it is', async () => {
      const first = await opened();
      await first.commit([
        application('AP-1', { people: ['ann'] }),
        { kind: 'person', id: 'Zoë/1', doc: { a: 1 } },
      ]);
      assert.deepEqual(filesIn(folder, 'records'), [], 'documents wait for the checkpoint');
      await first.checkpoint();
      assert.deepEqual(JSON.parse(readFileSync(join(folder, 'records/application/AP-1.json'), 'utf8')), {
        kind: 'application',
        id: 'AP-1',
        revision: 1,
        format: 1,
        doc: { people: ['ann'] },
      });
      const [odd = ''] = readdirSync(join(folder, 'records/person'));
      assert.match(odd, /^~[0-9a-f]{64}\.json$/);
      assert.deepEqual(filesIn(folder, 'lookups'), ['by-person/ann/AP-1']);
      assert.deepEqual(journalsIn(folder), []);
    });

    it('lets nobody else in', async () => {
      const first = await opened();
      await first.commit([application('AP-1', { people: ['ann'], due: '2027-01-04' })]);
      writeFileSync(join(folder, 'records-later'), '', { mode: 0o600 });
      await first.checkpoint();
      await first.commit([application('AP-2', { people: ['ann'] })]);
      for (const path of ['', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })]) {
        const stat = statSync(join(folder, path));
        assert.equal((stat.mode & 0o777).toString(8), stat.isDirectory() ? '700' : '600', path);
      }
    });

    it('writes documents by itself once it is quiet', async () => {
      const first = await opened({ tuning: { quiet: 50 } });
      await first.commit([application('AP-1', { people: ['ann'] })]);
      await until(
        () => journalsIn(folder).length === 0 && existsSync(join(folder, 'records/application/AP-1.json')),
      );
    });

    it('keeps no more in memory than it should: commits wait for the disk', async () => {
      const first = await opened({ tuning: { memory: 20_000, recent: 10 } });
      const note = 'x'.repeat(1_000);
      for (let n = 0; n < 100; n++) await first.commit([application(`AP-${n}`, { people: ['ann'], note })]);
      assert.ok(filesIn(folder, 'records').length >= 80);
      assert.equal((await first.find('by-person', 'ann')).length, 100);
    });

    it('asks the disk to flush before it says so', async function () {
      if (spawnSync('strace', ['-V']).status !== 0) return this.skip();
      const trace = join(temporary, 'trace');
      const calls = 'trace=fsync,fdatasync,rename,unlink,write,pwrite64';
      execFileSync('strace', [
        '-f',
        '-y',
        '-s',
        '20',
        '-o',
        trace,
        '-e',
        calls,
        process.execPath,
        writer,
        folder,
        'once',
      ]);
      const lines = readFileSync(trace, 'utf8').split('\n');
      const at = (pattern: RegExp, from = 0) => {
        const found = lines.findIndex((line, index) => index >= from && pattern.test(line));
        assert.ok(found >= 0, `${pattern} after line ${from} of\n${lines.join('\n')}`);
        return found;
      };
      const end = (call: string, start: number) => {
        if (/= 0$/.test(lines[start] ?? '')) return start;
        const thread = lines[start]?.split(' ')[0];
        return at(new RegExp(`^${thread} +<\\.\\.\\. ${call} resumed>.*= 0$`), start);
      };
      const named = end(
        'fsync',
        at(new RegExp(` fsync\\(\\d+<${folder}>`), at(/ write\(.*store\.json\.tmp/)),
      );
      const journal = at(/ write\(\d+<.*journal-1\.ndjson>/);
      const flushed = end('fdatasync', at(/ fdatasync\(\d+<.*journal-1\.ndjson>/, journal));
      const said = at(/ write\(1<.*"acknowledged/);
      assert.ok(named < journal && journal < flushed && flushed < said, lines.join('\n'));

      const document = end('fsync', at(/ fsync\(\d+<.*AP-1\.json\.tmp>/, said));
      const renamed = at(/ rename\(".*AP-1\.json\.tmp/, document);
      const inFolder = end('fsync', at(/ fsync\(\d+<.*records\/application>/, renamed));
      const inLookup = end('fsync', at(/ fsync\(\d+<.*by-person\/ann>/, said));
      const removed = at(/ unlink\(".*journal-1\.ndjson"/);
      assert.ok(inFolder < removed && inLookup < removed, lines.join('\n'));
    });

    it('shares a flush between the commits that wait', async () => {
      let flushes = 0;
      const disk: JournalDisk = { ...realDisk, flush: (fd) => (flushes++, realDisk.flush(fd)) };
      const first = await opened({ disk });
      await Promise.all(
        Array.from({ length: 64 }, (_, n) => first.commit([application(`AP-${n}`, { people: ['ann'] })])),
      );
      assert.ok(flushes <= 3, `${flushes} flushes`);
    });

    it('shows nobody what is not flushed yet', async () => {
      let release = () => undefined as void;
      const disk: JournalDisk = {
        ...realDisk,
        flush: (fd) => new Promise<void>((resolve) => (release = resolve)).then(() => realDisk.flush(fd)),
      };
      const first = await opened({ disk });
      const saving = first.commit([application('AP-1', { people: ['ann'] })]);
      await sleep(20);
      assert.equal(await first.get('application', 'AP-1'), undefined);
      assert.deepEqual(await first.find('by-person', 'ann'), []);
      release();
      await saving;
      assert.deepEqual(await first.find('by-person', 'ann'), ['AP-1']);
      disk.flush = realDisk.flush;
    });

    it('forgets what was deleted in every file', async () => {
      const first = await opened();
      const path = join(folder, 'records/application/AP-1.json');
      await first.commit([application('AP-1', { people: ['marker-person'], note: 'marker-note' })]);
      await first.checkpoint();
      appendFileSync(path, 'torn marker-note');
      const again = await opened();
      assert.equal(await again.get('application', 'AP-1'), undefined);
      await again.commit([application('AP-1', { people: ['marker-person'], note: 'marker-note' })]);
      await again.commit([{ kind: 'application', id: 'AP-1', delete: true }]);
      assert.ok(textOf(folder).includes('marker-note'));
      await again.checkpoint();
      assert.doesNotMatch(textOf(folder), /marker/);
    });

    it('is copied while it runs', async () => {
      const first = await opened({ tuning: { journalBytes: 5_000 } });
      let n = 0;
      let stop = false;
      const load = (async () => {
        while (!stop) await first.commit([application(`AP-${n++}`, { people: ['ann'], due: '2027-01-04' })]);
      })();
      await until(() => n > 50);
      const before = n - 1;
      await first.backup(join(temporary, 'backup'));
      const after = n;
      stop = true;
      await load;
      const copy = await open(join(temporary, 'backup'));
      const found = await idsOf(copy, 'application');
      assert.ok(found.length >= before && found.length <= after + 1, `${before} ${found.length} ${after}`);
      assert.deepEqual(await copy.find('due', '2027-01-04'), found.sort());
      assert.deepEqual(copy.problems(), []);
      await copy.close();
    });

    it('makes a look-up that is new from the records that are there', async () => {
      const first = await opened();
      await first.commit([application('AP-1', { people: ['ann'] }), application('AP-2', { people: [] })]);
      const byNumber: Lookup = {
        name: 'by-number',
        kind: 'application',
        keys: (doc: TestApplication) => [String(doc.people.length)],
      };
      const again = await opened({ lookups: [byNumber] });
      assert.deepEqual(await again.keys('by-number'), ['0', '1']);
      assert.deepEqual(await again.find('by-number', '1'), ['AP-1']);
      assert.deepEqual(readdirSync(join(folder, 'lookups')), ['by-number']);
      await again.commit([application('AP-3', { people: ['ann'] })]);
      const third = await opened();
      assert.deepEqual(await third.find('by-person', 'ann'), ['AP-1', 'AP-3']);
    });
  });

  describe('after a crash', () => {
    it(`has all that was acknowledged, ${KILLS} kills under load`, async function () {
      this.timeout(KILLS * 5_000);
      const acknowledged = new Map<string, number>();
      for (let round = 0; round < KILLS; round++) {
        const { child, lines } = start(folder, 'load');
        const [first] = await Promise.race([lines.next(), sleep(10_000, ['nothing'], { ref: false })]);
        assert.match(first ?? '', /^\d+ \d+$/);
        note(acknowledged, first ?? '');
        await sleep(Math.random() * 200);
        child.kill('SIGKILL');
        const dead = once(child, 'exit');
        for await (const line of lines.rest()) note(acknowledged, line);
        await dead;

        const again = await opened();
        assert.deepEqual(again.problems(), []);
        for (const [who, n] of acknowledged) {
          const person = await again.get<{ n: number; log: number[] }>('person', `w${who}`);
          assert.ok(person && person.doc.n >= n, `round ${round}: writer ${who} was told ${n}`);
          const { log } = person.doc;
          assert.deepEqual(
            log,
            Array.from(log, (_, i) => person.doc.n - log.length + 1 + i),
          );
          assert.equal(log[0], person.doc.n - ((person.doc.n - 1) % 300), 'nothing of the list is lost');
          const last = await again.get<TestApplication>('application', `w${who}-${person.doc.n % 5}`);
          assert.equal(last?.doc.note?.split(' ')[0], String(person.doc.n), 'all of a commit or none');
        }
        await assertLookupsMatch(again);
        await again.close();
        for (const file of filesIn(folder, 'records'))
          JSON.parse(readFileSync(join(folder, 'records', file), 'utf8'));
      }
      assert.ok([...acknowledged.values()].reduce((sum, n) => sum + n, 0) > 100);
    });

    it('leaves out the torn end of a journal, wherever it was cut', async () => {
      const first = await opened();
      await first.commit([application('AP-1', { people: ['ann'] })]);
      const [journal = ''] = journalsIn(folder);
      const whole = statSync(join(folder, journal)).size;
      await first.commit([
        application('AP-1', { people: ['bob'] }),
        application('AP-2', { people: ['bob'] }),
      ]);
      const both = statSync(join(folder, journal)).size;
      for (let size = whole; size < both - 1; size += 7) {
        const torn = copyOf(folder);
        truncateSync(join(torn, journal), size);
        if (size % 2) appendFileSync(join(torn, journal), Buffer.alloc(50));
        const copy = await open(torn);
        assert.deepEqual(copy.problems(), []);
        assert.deepEqual((await copy.get('application', 'AP-1'))?.revision, 1);
        assert.deepEqual(await copy.find('by-person', 'ann'), ['AP-1']);
        assert.deepEqual(await copy.find('by-person', 'bob'), []);
        await copy.commit([{ ...application('AP-1', { people: ['cat'] }), expect: 1 }]);
        await copy.close();
      }
    });

    it('keeps what is damaged in the middle of a journal, and uses what is whole', async () => {
      const first = await opened();
      for (const n of [1, 2, 3]) await first.commit([application(`AP-${n}`, { people: ['ann'] })]);
      const damaged = copyOf(folder);
      const [journal = ''] = journalsIn(folder);
      const text = readFileSync(join(damaged, journal), 'utf8');
      writeFileSync(join(damaged, journal), text.replace('"AP-2"', '"AP-X"'));
      const copy = await open(damaged);
      assert.deepEqual(copy.problems(), [{ code: 'journal-damaged', file: journal }]);
      assert.deepEqual(await copy.find('by-person', 'ann'), ['AP-1', 'AP-3']);
      await copy.close();
      assert.ok(textOf(join(damaged, 'set-aside')).includes('AP-X'));
    });
  });

  describe('with a list that grows', () => {
    const lists = { application: 'history' };
    interface Grown {
      readonly people: readonly string[];
      readonly history: readonly { readonly by: string }[];
    }
    const get = async (from: JsonStore) =>
      (await from.get<Grown>('application', 'AP-1'))?.doc ?? { people: [], history: [] };
    const put = (to: JsonStore, doc: object) =>
      to.commit([{ kind: 'application', id: 'AP-1', doc: { ...doc } }]);
    /** As a turn does it: what was read, and more. */
    const grow = async (it: JsonStore, ...names: string[]) => {
      const { history, ...rest } = await get(it);
      await put(it, { ...rest, people: ['ann'], history: [...history, ...names.map((by) => ({ by }))] });
    };
    const namesIn = async (it: JsonStore) => (await get(it)).history.map(({ by }) => by);
    const afterCrash = async (options: Partial<JsonStoreOptions> = { lists }) => {
      const copy = await open(copyOf(folder), options);
      const found = { names: await namesIn(copy), problems: copy.problems().map(({ code }) => code) };
      await copy.close();
      return found;
    };

    it('writes what was added, and has all of it after a crash, whoever opens it', async () => {
      const first = await opened({ lists });
      await grow(first, 'Abel');
      await grow(first, 'Berta', 'Carl');
      await grow(first, 'Dora');
      const [journal = ''] = journalsIn(folder);
      const text = readFileSync(join(folder, journal), 'utf8');
      for (const name of ['Abel', 'Berta', 'Dora']) assert.equal(text.split(name).length, 2, `${name}: once`);
      const all = ['Abel', 'Berta', 'Carl', 'Dora'];
      assert.deepEqual(await afterCrash(), { names: all, problems: [] });
      assert.deepEqual(await afterCrash({}), { names: all, problems: [] });
      await first.checkpoint();
      const file = JSON.parse(readFileSync(join(folder, 'records/application/AP-1.json'), 'utf8')) as object;
      assert.deepEqual(file, {
        ...{ kind: 'application', id: 'AP-1', revision: 3, format: 1 },
        doc: { people: ['ann'], history: all.map((by) => ({ by })) },
      });
    });

    it('is whole in each journal: what came before may be gone with the last', async () => {
      const first = await opened({ lists });
      await grow(first, 'Abel');
      await first.checkpoint();
      await grow(first, 'Berta');
      const [journal = ''] = journalsIn(folder);
      assert.match(readFileSync(join(folder, journal), 'utf8'), /Abel.*Berta/);
      rmSync(join(folder, 'records/application/AP-1.json'));
      assert.deepEqual(await afterCrash(), { names: ['Abel', 'Berta'], problems: [] });
    });

    it('is written whole when something in it has changed, or is gone', async () => {
      const first = await opened({ lists });
      await grow(first, 'Abel', 'Berta', 'Carl');
      const { history, ...rest } = await get(first);
      await put(first, {
        ...rest,
        history: history.map(({ by }) => (by === 'Berta' ? { by: 'gone' } : { by })),
      });
      assert.deepEqual((await afterCrash()).names, ['Abel', 'gone', 'Carl']);
      await put(first, { ...rest, history: history.slice(0, 1) });
      await grow(first, 'Dora');
      assert.deepEqual((await afterCrash()).names, ['Abel', 'Dora']);
      await put(first, { people: [] });
      assert.deepEqual(await first.get('application', 'AP-1').then((one) => one?.doc), { people: [] });
    });

    it('cannot be changed by holding on to it', async () => {
      const first = await opened({ lists });
      const mine = [{ by: 'Abel' }];
      await put(first, { people: [], history: mine });
      mine[0] = { by: 'Berta' };
      const read = (await get(first)).history as { by: string }[];
      read.push({ by: 'Carl' });
      assert.throws(() => Object.assign(read[0] ?? {}, { by: 'Dora' }), TypeError);
      assert.deepEqual(await namesIn(first), ['Abel']);
    });

    it('loses what a damaged line alone told, and no more', async () => {
      const first = await opened({ lists });
      await grow(first, 'Abel');
      await first.checkpoint();
      for (const name of ['Berta', 'Carl', 'Dora']) await grow(first, name);
      const [journal = ''] = journalsIn(folder);
      const path = join(folder, journal);
      const text = readFileSync(path, 'utf8');
      writeFileSync(path, text.replace('Carl', 'Karl'));
      assert.deepEqual(await afterCrash(), {
        names: ['Abel', 'Berta', 'Dora'],
        problems: ['journal-damaged'],
      });
      writeFileSync(path, text.replace('Berta', 'Herta'));
      assert.deepEqual(await afterCrash(), {
        names: ['Abel', 'Carl', 'Dora'],
        problems: ['journal-damaged'],
      });
    });

    it('is refused by a build that knows no such lines, instead of being lost there', async () => {
      const first = await opened({ lists });
      await grow(first, 'Abel');
      await grow(first, 'Berta');
      const [journal = ''] = journalsIn(folder);
      const formats = [...readFileSync(join(folder, journal), 'utf8').matchAll(/"format":([\d.]+)/g)];
      // Such a build takes whole formats up to 1, and throws FolderTooNew for anything above.
      assert.deepEqual(
        formats.map(([, format]) => Number(format)),
        [1, 1.5],
      );
    });

    it('brings nothing back of a record that was deleted', async () => {
      const first = await opened({ lists });
      await grow(first, 'Abel', 'Berta');
      await first.checkpoint();
      await first.commit([{ kind: 'application', id: 'AP-1', delete: true }]);
      await grow(first, 'Carl', 'Dora');
      await grow(first, 'Emil');
      const [journal = ''] = journalsIn(folder);
      const path = join(folder, journal);
      writeFileSync(path, readFileSync(path, 'utf8').replace('Carl', 'Karl'));
      assert.deepEqual(await afterCrash(), { names: ['Emil'], problems: ['journal-damaged'] });
    });

    it('is migrated whole', async () => {
      const first = await opened({ lists });
      await grow(first, 'Abel');
      await grow(first, 'Berta');
      const counting: Migration = (file) => ({
        ...file,
        doc: { people: [], history: [{ by: String((file.doc as unknown as Grown).history.length) }] },
      });
      assert.deepEqual((await afterCrash({ lists, migrations: [counting] })).names, ['2']);
    });

    it('agrees with a plain list, whatever happens in between', async function () {
      this.timeout(60_000);
      const step = fc.oneof(
        { weight: 4, arbitrary: fc.nat(3).map((count) => ({ grow: count })) },
        { weight: 1, arbitrary: fc.nat(9).map((length) => ({ cut: length })) },
        { weight: 3, arbitrary: fc.constantFrom('copied', 'checkpoint', 'crash', 'reopen', 'both', 'gone') },
      );
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
          let at = join(temporary, `folder-${++folders}`);
          let it = await open(at, { lists, tuning: { recent: 2 } });
          let model: string[] = [];
          let named = 0;
          try {
            for (const one of steps) {
              if (typeof one === 'object' && 'grow' in one) {
                const names = Array.from({ length: one.grow }, () => `n${named++}`);
                await grow(it, ...names);
                model = [...model, ...names];
              } else if (typeof one === 'object') {
                await put(it, { people: [], history: (await get(it)).history.slice(0, one.cut) });
                model = model.slice(0, one.cut);
              } else if (one === 'copied') {
                await put(it, structuredClone(await get(it)));
              } else if (one === 'both') {
                // Two at once, from the same reading: the second counts.
                await Promise.all([grow(it, `n${named}`), grow(it, `n${named}`)]);
                model.push(`n${named++}`);
              } else if (one === 'gone') {
                await it.commit([{ kind: 'application', id: 'AP-1', delete: true }]);
                model = [];
              } else if (one === 'checkpoint') {
                await it.checkpoint();
              } else {
                const to = join(temporary, `folder-${++folders}`);
                if (one === 'crash') copyOf(at, to);
                await it.close();
                if (one === 'crash') at = to;
                it = await open(at, { lists, tuning: { recent: 2 } });
              }
              assert.deepEqual(await namesIn(it), model);
            }
          } finally {
            await it.close();
          }
        }),
        { numRuns: 40 },
      );
    });
  });

  describe('with a damaged document', () => {
    const damages: [string, (path: string) => void][] = [
      ['cut in half', (path) => truncateSync(path, Math.floor(statSync(path).size / 2))],
      ['emptied', (path) => truncateSync(path, 0)],
      ['filled with garbage', (path) => writeFileSync(path, randomBytes(300))],
      ['with other JSON', (path) => writeFileSync(path, '[1]')],
      ['of another record', (path) => cpSync(join(path, '../AP-2.json'), path)],
      [
        'that is whole, with nothing in it that is understood',
        (path) => writeFileSync(path, readFileSync(path, 'utf8').replace('"people":["ann"]', '"nonsense":1')),
      ],
      [
        'of a later format',
        (path) => writeFileSync(path, readFileSync(path, 'utf8').replace('"format":1', '"format":9')),
      ],
    ];
    for (const [what, damage] of damages) {
      it(`sets it aside whole: ${what}`, async () => {
        const first = await opened();
        await first.commit([
          application('AP-1', { people: ['ann'], due: '2027-01-04' }),
          application('AP-2', { people: ['ann'] }),
        ]);
        await first.close();
        const path = join(folder, 'records/application/AP-1.json');
        damage(path);
        const bytes = readFileSync(path);

        const logged: unknown[] = [];
        const again = await opened({
          ...{ log: (problem) => logged.push(problem), now: () => old },
          understood: (_kind, doc) => !JSON.stringify(doc).includes('nonsense'),
        });
        assert.equal(await again.get('application', 'AP-1'), undefined);
        assert.equal((await again.get('application', 'AP-2'))?.revision, 1);
        assert.deepEqual(again.problems(), logged);
        assert.equal(again.problems()[0]?.file, 'records/application/AP-1.json');
        const kept = join(folder, 'set-aside/20260601T090000000Z~application~AP-1.json');
        assert.deepEqual(readFileSync(kept), bytes);
        // Nobody knows what it was to be found under, so its look-ups are made anew.
        await untilAsync(async () => (await again.keys('due')).length === 0);
        assert.deepEqual(await again.find('by-person', 'ann'), ['AP-2']);

        await again.commit([{ ...application('AP-1', { people: ['bob'] }), expect: 0 }]);
        await again.checkpoint();
        assert.deepEqual(readFileSync(kept), bytes, 'the original stays');
      });
    }

    it('finds out again what was in damaged settings', async () => {
      const first = await opened();
      await first.commit([application('AP-1', { people: ['ann'] })]);
      await first.close();
      writeFileSync(join(folder, 'store.json'), '{"form');
      const again = await opened();
      assert.deepEqual(again.problems(), [{ code: 'settings-damaged', file: 'store.json' }]);
      assert.deepEqual(await again.find('by-person', 'ann'), ['AP-1']);
    });
  });

  describe('with another format', () => {
    const migrations = [
      (file: { doc: unknown; kind: string; id: string; revision: number }) => ({
        ...file,
        doc: { migrated: JSON.stringify(file.doc) },
      }),
    ];

    it('migrates an older one, in documents and journals, and keeps the original', async () => {
      const first = await opened();
      await first.commit([{ kind: 'person', id: 'ann', doc: { a: 1 } }]);
      await first.checkpoint();
      await first.commit([{ kind: 'person', id: 'bob', doc: { b: 1 } }]);
      const copied = copyOf(folder);
      const again = await open(copied, { migrations });
      assert.deepEqual((await again.get('person', 'ann'))?.doc, { migrated: '{"a":1}' });
      assert.deepEqual((await again.get('person', 'bob'))?.doc, { migrated: '{"b":1}' });
      assert.deepEqual(
        JSON.parse(readFileSync(join(copied, 'set-aside/format-1~person~ann.json'), 'utf8')).doc,
        { a: 1 },
      );
      await again.commit([{ kind: 'person', id: 'ann', doc: { a: 2 }, expect: 1 }]);
      await again.rewriteAll();
      await again.close();
      assert.match(readFileSync(join(copied, 'records/person/bob.json'), 'utf8'), /"format":2/);
      await assert.rejects(open(copied), FolderTooNew);
    });

    it('sets aside what can’t be migrated', async () => {
      const first = await opened();
      await first.commit([{ kind: 'person', id: 'ann', doc: { a: 1 } }]);
      const again = await opened({
        migrations: [
          () => {
            throw new Error('What is this?');
          },
        ],
      });
      assert.equal(await again.get('person', 'ann'), undefined);
      assert.deepEqual(again.problems(), [
        { code: 'document-not-migrated', file: 'records/person/ann.json' },
      ]);
    });
  });

  describe('when the disk refuses', () => {
    for (const [what, failure] of [
      ['a write that fails half-way', 'write'],
      ['a flush that fails', 'flush'],
    ] as const) {
      it(`refuses the commits of that flush and goes on from the last good state: ${what}`, async () => {
        let broken = false;
        const fail = () => {
          throw Object.assign(new Error('EIO'), { code: 'EIO' });
        };
        const disk: JournalDisk = {
          write(fd, bytes) {
            realDisk.write(fd, broken && failure === 'write' ? bytes.subarray(0, bytes.length / 2) : bytes);
            if (broken && failure === 'write') fail();
          },
          async flush(fd) {
            if (broken && failure === 'flush') fail();
            await realDisk.flush(fd);
          },
        };
        const first = await opened({ disk });
        await first.commit([application('AP-1', { people: ['ann'] })]);
        broken = true;
        const refused = [
          first.commit([{ ...application('AP-1', { people: ['bob'] }), expect: 1 }]),
          first.commit([{ ...application('AP-1', { people: ['cat'] }), expect: 2 }]),
          first.commit([application('AP-2', { people: ['bob'] })]),
        ];
        for (const commit of refused) {
          await assert.rejects(
            commit,
            (error) => error instanceof StoreUnavailable && (error.cause as { code?: string }).code === 'EIO',
          );
        }
        assert.equal(await first.writable(), false);
        assert.equal((await first.get('application', 'AP-1'))?.revision, 1);
        assert.deepEqual(await first.find('by-person', 'bob'), []);
        broken = false;
        assert.equal(await first.writable(), true);
        await first.commit([{ ...application('AP-1', { people: ['dan'] }), expect: 1 }]);

        const copy = await open(copyOf(folder));
        assert.deepEqual((await copy.get('application', 'AP-1'))?.doc, { people: ['dan'] });
        assert.equal(await copy.get('application', 'AP-2'), undefined);
        assert.deepEqual(await copy.keys('by-person'), ['dan']);
        assert.deepEqual(copy.problems(), []);
        await copy.close();
      });
    }

    it('says so when it is full, and recovers when there is room', async function () {
      const small = mounted(this);
      const first = await open(join(small, 'data'), { tuning: { quiet: 50 } });
      writeFileSync(join(small, 'ballast'), Buffer.alloc(400_000));
      const note = 'x'.repeat(20_000);
      let kept = 0;
      await assert.rejects(async () => {
        for (; kept < 100; kept++) await first.commit([application(`AP-${kept}`, { people: ['ann'], note })]);
      }, StoreUnavailable);
      assert.ok(kept > 3);
      // What fits may change while documents are written; what was acknowledged may not.
      for (let n = 0; n < kept; n++) assert.equal((await first.get('application', `AP-${n}`))?.revision, 1);
      assert.equal(await first.get('application', `AP-${kept}`), undefined);
      writeFileSync(join(small, 'filler'), '');
      fill(join(small, 'filler'));
      assert.equal(await first.writable(), false);
      rmSync(join(small, 'filler'));
      rmSync(join(small, 'ballast'));
      assert.equal(await first.writable(), true);
      await first.commit([application('AP-after', { people: ['ann'] })]);
      await first.close();
      const again = await open(join(small, 'data'));
      assert.equal((await again.find('by-person', 'ann')).length, kept + 1);
      assert.deepEqual(again.problems(), []);
      await again.close();
    });

    it('reads but does not write in a read-only folder', async function () {
      const small = mounted(this);
      const first = await open(join(small, 'data'));
      await first.commit([application('AP-1', { people: ['ann'] })]);
      await first.checkpoint();
      execFileSync('mount', ['-o', 'remount,ro', small]);
      await assert.rejects(first.commit([application('AP-2', { people: ['ann'] })]), StoreUnavailable);
      assert.equal(await first.writable(), false);
      assert.equal((await first.get('application', 'AP-1'))?.revision, 1);
      execFileSync('mount', ['-o', 'remount,rw', small]);
      assert.equal(await first.writable(), true);
      await first.commit([application('AP-2', { people: ['ann'] })]);
      await first.close();
      execFileSync('mount', ['-o', 'remount,ro', small]);
      await assert.rejects(open(join(small, 'data')), StoreUnavailable);
      execFileSync('mount', ['-o', 'remount,rw', small]);
    });
  });

  describe('and its owner', () => {
    it('refuses a second one, in this process and in another, and says who has it', async () => {
      await opened();
      await assert.rejects(open(folder), FolderInUse);
      const { lines } = start(folder, 'hold');
      const [answer = ''] = await lines.next();
      assert.match(answer, new RegExp(`^folder-in-use: .*process ${process.pid} on `));
      await store?.close();
      const after = start(folder, 'hold');
      assert.deepEqual(await after.lines.next(), ['open']);
      await assert.rejects(
        open(folder),
        (error) => error instanceof FolderInUse && error.pid === after.child.pid,
      );
      after.child.kill('SIGKILL');
      await once(after.child, 'exit');
      await opened();
    });

    it('lets exactly one in of several that start at the same instant, over one that died', async () => {
      mkdirSync(join(folder, 'lock'), { recursive: true });
      const dead = await claimOf(folder);
      writeFileSync(join(folder, 'lock', dead.replace(/^pid-\d+/, 'pid-999999')), '');
      const started = Array.from({ length: 5 }, () => start(folder, 'hold'));
      const answers = await Promise.all(started.map(async ({ lines }) => (await lines.next())[0] ?? ''));
      assert.equal(answers.filter((answer) => answer === 'open').length, 1, answers.join('\n'));
      assert.equal(
        answers.filter((answer) => answer.startsWith('folder-in-use')).length,
        4,
        answers.join('\n'),
      );
      for (const { child } of started) child.kill('SIGKILL');
    });

    it('takes over from a dead one with the same pid', async () => {
      const claim = await claimOf(folder);
      for (const end of ['claim', 'owner']) {
        const name = claim.replace(/start-\d+/, 'start-1').replace(/claim$/, end);
        writeFileSync(join(folder, 'lock', name), '');
      }
      await opened();
      assert.equal(readdirSync(join(folder, 'lock')).length, 2);
    });

    it('watches one it can’t ask about: silent is dead, a sign of life is not', async () => {
      const claim = (await claimOf(folder)).replace(/boot-\w+/, 'boot-other');
      const path = join(folder, 'lock', claim);
      writeFileSync(path, '');
      writeFileSync(path.replace(/claim$/, 'owner'), '');
      let beats = 0;
      const beat = setInterval(() => utimesSync(path, new Date(), new Date(++beats * 1_000)), 100);
      await assert.rejects(lockFolder(folder, new Folders(), 1_000), FolderInUse);
      clearInterval(beat);
      const lock = await lockFolder(folder, new Folders(), 500);
      assert.equal(existsSync(path), false);
      lock.release();
    });

    it('stops writing once another took over', async () => {
      const first = await opened();
      await first.commit([application('AP-1', { people: ['ann'] })]);
      rmSync(join(folder, 'lock'), { recursive: true });
      await sleep(1_300);
      await assert.rejects(first.commit([application('AP-2', { people: ['ann'] })]), StoreUnavailable);
      assert.equal(await first.writable(), false);
    });
  });

  describe('encrypted', () => {
    const secret = { people: ['secret-person@nhs.uk'], due: '2027-01-04', note: 'secret-note' };
    const secrets = /secret|2027-01-04|AP-1/;

    it('leaves no plain text in any file or name', async () => {
      const first = await opened({ encryption: { keys: [keys.present] } });
      await first.commit([application('AP-1', secret)]);
      assert.doesNotMatch(textOf(folder), secrets);
      await first.checkpoint();
      await first.commit([application('AP-1', { ...secret, people: ['secret-other'] })]);
      assert.doesNotMatch(textOf(folder), secrets);
      assert.equal(filesIn(folder, 'lookups').length, 2);
      assert.ok(filesIn(folder, 'records').length === 1);
      assert.deepEqual(await first.find('by-person', 'secret-other'), ['AP-1']);
    });

    it('changes keys: the new one first, then everything anew, then the old one may go', async () => {
      const first = await opened({ encryption: { keys: [keys.older] } });
      await first.commit([application('AP-1', secret), application('AP-2', { people: [] })]);
      await first.checkpoint();
      await first.commit([application('AP-3', secret)]);
      await first.close();
      await assert.rejects(open(folder, { encryption: { keys: [keys.present] } }), KeyMissing);
      await assert.rejects(open(folder), KeyMissing);

      const both = await opened({ encryption: { keys: [keys.present, keys.older] } });
      await both.commit([{ ...application('AP-1', { ...secret, note: 'secret-2' }), expect: 1 }]);
      await both.checkpoint();
      await assert.rejects(open(copyOf(folder), { encryption: { keys: [keys.present] } }), KeyMissing);
      const rewriting = both.rewriteAll();
      await both.commit([{ kind: 'application', id: 'AP-2', delete: true }]);
      await rewriting;
      await both.close();

      const after = await opened({ encryption: { keys: [keys.present] } });
      assert.deepEqual(after.problems(), []);
      assert.deepEqual(await after.find('by-person', 'secret-person@nhs.uk'), ['AP-1', 'AP-3']);
      assert.deepEqual((await idsOf(after, 'application')).sort(), ['AP-1', 'AP-3']);
      assert.equal((await after.get<TestApplication>('application', 'AP-1'))?.doc.note, 'secret-2');
      assert.equal(filesIn(folder, 'records').length, 2);
      assert.equal(filesIn(folder, 'lookups').length, 4);
    });

    it('encrypts a plain folder', async () => {
      const first = await opened();
      await first.commit([application('AP-1', secret)]);
      const sealed = await opened({ encryption: { keys: [keys.present] } });
      assert.deepEqual(await sealed.find('due', '2027-01-04'), ['AP-1']);
      await sealed.rewriteAll();
      assert.doesNotMatch(textOf(folder), secrets);
      assert.deepEqual((await sealed.get('application', 'AP-1'))?.doc, secret);
      assert.deepEqual(await sealed.keys('due'), ['2027-01-04']);
    });

    it('sets aside a document that was changed after it was sealed', async () => {
      const first = await opened({ encryption: { keys: [keys.present] } });
      await first.commit([application('AP-1', secret)]);
      await first.close();
      const [file = ''] = filesIn(folder, 'records');
      const path = join(folder, 'records', file);
      const text = readFileSync(path, 'utf8');
      writeFileSync(path, `${text.slice(0, 60)}${text[60] === 'A' ? 'B' : 'A'}${text.slice(61)}`);
      const again = await opened({ encryption: { keys: [keys.present] } });
      assert.equal(await again.get('application', 'AP-1'), undefined);
      assert.equal(again.problems()[0]?.code, 'document-damaged');
    });

    it('needs keys of 32 bytes', async () => {
      await assert.rejects(open(folder, { encryption: { keys: [randomBytes(16)] } }), RangeError);
    });
  });
});

function open(folder: string, options: Partial<JsonStoreOptions> = {}): Promise<JsonStore> {
  // Nothing by itself while a test looks, unless it asks for that.
  const tuning = { quiet: 60_000, ...options.tuning };
  return openJsonStore({ folder, lookups: testLookups, ...options, tuning });
}

async function checkpoint(...[store, place]: Parameters<Disturbance>): ReturnType<Disturbance> {
  await (store as JsonStore).checkpoint();
  return { store, place };
}

async function rewrite(...[store, place]: Parameters<Disturbance>): ReturnType<Disturbance> {
  await (store as JsonStore).rewriteAll();
  return { store, place };
}

/** What a process that starts after a SIGKILL finds, half-way through whatever goes on; sometimes with other keys. */
function crash(options: Partial<JsonStoreOptions>): Disturbance {
  return async (store, place) => {
    const sealed = options.encryption ? 'sealed-' : '';
    const working = (store as JsonStore).checkpoint();
    await sleep(Math.random() * 2);
    const next = `${place}x`;
    const to = copyOf(join(temporary, `${sealed}${place}`), join(temporary, `${sealed}${next}`));
    await working;
    await store.close();
    return { store: await open(to, options), place: next };
  };
}

/** A copy at this instant, as a crash would leave it: synchronous, and without the owner. */
function copyOf(folder: string, to = join(temporary, `copy-${++folders}`)): string {
  cpSync(folder, to, { recursive: true, filter: (from) => from !== join(folder, 'lock') });
  return to;
}

function filesIn(folder: string, part: string): string[] {
  const base = join(folder, part);
  if (!existsSync(base)) return [];
  return readdirSync(base, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(base, path)).isFile())
    .sort();
}

function journalsIn(folder: string): string[] {
  return readdirSync(folder).filter((file) => file.startsWith('journal-'));
}

/** Every name and every byte. */
function textOf(folder: string): string {
  return filesIn(folder, '')
    .map((path) => `${path}\n${readFileSync(join(folder, path), 'latin1')}`)
    .join('\n');
}

/** The name of the claim that this process makes on a folder, which is then free again. */
async function claimOf(folder: string): Promise<string> {
  const lock = await lockFolder(folder, new Folders());
  const claim = readdirSync(join(folder, 'lock')).find((file) => file.endsWith('.claim'));
  lock.release();
  return claim ?? '';
}

interface Lines {
  /** The next line, or nothing at the end. */
  next(): Promise<string[]>;
  rest(): AsyncIterable<string>;
}

function start(folder: string, task: string): { child: ChildProcess; lines: Lines } {
  const child = spawn(process.execPath, [writer, folder, task], { stdio: ['ignore', 'pipe', 'inherit'] });
  assert.ok(child.stdout);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    child,
    lines: {
      async next() {
        const line = await lines.next();
        return line.done ? [] : [line.value];
      },
      rest: () => ({ [Symbol.asyncIterator]: () => lines }),
    },
  };
}

function note(acknowledged: Map<string, number>, line: string): void {
  const [, who, n] = /^(\d+) (\d+)$/.exec(line) ?? [];
  if (who) acknowledged.set(who, Math.max(acknowledged.get(who) ?? 0, Number(n)));
}

async function assertLookupsMatch(store: JsonStore): Promise<void> {
  const people = new Map<string, string[]>();
  for (const id of (await idsOf(store, 'application')).sort()) {
    const record = await store.get<TestApplication>('application', id);
    for (const person of record?.doc.people ?? []) people.set(person, [...(people.get(person) ?? []), id]);
  }
  assert.deepEqual(await store.keys('by-person'), [...people.keys()].sort());
  for (const [person, ids] of people) assert.deepEqual(await store.find('by-person', person), ids);
}

/** A disk of one megabyte. Needs root on Linux; the failing disk above is there for everybody. */
function mounted(test: Mocha.Context): string {
  const path = join(temporary, `mount-${++folders}`);
  mkdirSync(path);
  const done = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', path]);
  if (done.status !== 0) return test.skip();
  mounts.push(path);
  return path;
}

function fill(path: string): void {
  for (const size of [100_000, 10_000, 1_000, 100, 1]) {
    try {
      for (;;) appendFileSync(path, Buffer.alloc(size));
    } catch {
      // Full for this size.
    }
  }
}

async function until(done: () => boolean): Promise<void> {
  while (!done()) await sleep(10);
}

async function untilAsync(done: () => Promise<boolean>): Promise<void> {
  while (!(await done())) await sleep(10);
}
