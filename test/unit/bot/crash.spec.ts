import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../../../data/root.js';
import { killRounds } from '../../support/crash.js';
import { message, post, textsOf } from '../../support/house.js';
import { build, Product } from '../../support/product.js';
import { Walker, walkClock } from '../../support/walk.js';

const KILLS = 2; // 200 in `npm run test:trust`.

describe('Nothing lost', function () {
  // A machine that is busy with other tests takes seconds to start a process.
  this.timeout(600_000);
  let place: string;
  let folder: string;
  let product: Product;
  before(build);
  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'ap-lost-'));
    folder = join(place, 'data');
    product = new Product(folder, walkClock);
  });
  afterEach(async () => {
    await product.kill();
    rmSync(place, { recursive: true, force: true });
  });

  it(`when it is killed under load, ${KILLS} times`, async () => {
    const { kills, acknowledged, comparisons } = await killRounds(KILLS);
    assert.equal(kills, KILLS);
    assert.ok(acknowledged > 0 && comparisons > 0);
  });

  it('when a document is filled with garbage: it is set aside whole and named, and the rest works', async () => {
    await product.start();
    const [ann, bob] = [new Walker('ann'), new Walker('bob')];
    for (let n = 0; n < 25; n++) await Promise.all([ann.step(product.url), bob.step(product.url)]);
    await product.stop();
    const applications = join(folder, 'records', 'application');
    const file = readdirSync(applications).find((name) =>
      readFileSync(join(applications, name), 'utf8').includes('"ann"'),
    );
    assert.ok(file);
    const garbage = '{"half of a document, and then \u0000\u0001';
    writeFileSync(join(applications, file), garbage);

    await product.start();
    const answered = await post(
      product.url,
      message('status', { from: { id: 'ann' }, conversation: { id: 'with-ann' } }),
    );
    assert.equal(answered.status, 200);
    assert.ok(textsOf(answered).join().length > 0);
    assert.doesNotMatch(textsOf(answered).join(), /went wrong on my side/);
    await bob.again(product.url);
    while (!bob.done) await bob.step(product.url);
    const metrics = await (await fetch(`${product.url}/metrics`)).text();
    assert.match(metrics, /^ap_store_problems\{code="document-damaged"\} 1$/m);
    await product.stop();
    const lines = product.wrote.split('\n').filter((line) => line.includes('document-damaged'));
    assert.equal(lines.length, 1);
    assert.ok(lines[0]?.includes(`records/application/${file}`), 'the operator is told which');
    assert.doesNotMatch(product.wrote, /half of a document/, 'and not what is in it');
    const [kept = ''] = readdirSync(join(folder, 'set-aside'));
    assert.equal(readFileSync(join(folder, 'set-aside', kept), 'utf8'), garbage);
  });

  it('when the clock jumps, back and forth', async () => {
    const walker = new Walker('ann');
    for (const [now, lines] of [
      ['2026-11-23T10:00', 10],
      ['2026-10-01T23:59', 8],
      ['2026-12-01T00:00', 8],
      ['2026-11-23T10:00', 8],
    ] as const) {
      product.now = now;
      await product.start();
      await walker.again(product.url);
      for (let n = 0; n < lines; n++) await walker.step(product.url);
      await product.kill();
    }
  });

  it('when the power fails: what was said was flushed before', async function () {
    if (spawnSync('strace', ['-V']).status !== 0) {
      assert.ok(!process.env.CI, 'CI must have strace');
      console.warn('\n  !! NOT RUN: there is no strace here, so no save was watched.\n');
      return this.skip();
    }
    const trace = join(place, 'trace');
    const calls = 'trace=fsync,fdatasync,rename,unlink,openat,write,writev';
    const child = spawn(
      'strace',
      ['-f', '-y', '-s', '60', '-o', trace, '-e', calls, process.execPath, join(root, 'dist/bot/main.js')],
      {
        env: { PATH: process.env.PATH, DATA_DIR: folder, PORT: '0', AP_NOW: walkClock, LOG_LEVEL: 'warn' },
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    );
    const ended = once(child, 'exit');
    let url = '';
    for await (const line of createInterface({ input: child.stdout })) {
      [url = ''] = /http:\/\/localhost:\d+/.exec(line) ?? [];
      if (url) break;
    }
    const { status } = await post(url, message('apply'));
    assert.equal(status, 200);
    await sleep(4_000); // Documents are written a second after the last answer.
    // strace itself takes no signal while it traces, so its child gets it.
    const traced = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').trim();
    process.kill(Number(traced), 'SIGTERM');
    await ended;

    const lines = readFileSync(trace, 'utf8').split('\n');
    const find = (pattern: RegExp, from = 0) => {
      const found = lines.findIndex((line, index) => index >= from && pattern.test(line));
      assert.ok(found >= 0, `${pattern} after line ${from}`);
      return found;
    };
    /** Where a call that began at a line came back. */
    const end = (call: string, start: number) => {
      if (/= 0$/.test(lines[start] ?? '')) return start;
      const thread = lines[start]?.split(' ')[0];
      return find(new RegExp(`^${thread} +<\\.\\.\\. ${call} resumed>.*= 0$`), start);
    };
    const answered = find(/ writev?\(\d+<(?:socket|TCP).*HTTP\/1\.1 200 OK/);
    const journals = lines
      .slice(0, answered)
      .flatMap((line, at) => (/ write\(\d+<[^>]*journal-\d+\.ndjson>/.test(line) ? [at] : []));
    const written = journals.at(-1) ?? assert.fail('nothing was written before the answer');
    const flushed = end('fdatasync', find(/ fdatasync\(\d+<[^>]*journal-\d+\.ndjson>/, written));
    assert.ok(flushed < answered, 'the answer came before its flush');

    const document = end('fsync', find(/ fsync\(\d+<[^>]*records\/application\/[^>]*\.tmp>/, answered));
    const renamed = find(/ rename\("[^"]*records\/application\/[^"]*\.tmp"/, document);
    const inFolder = end('fsync', find(/ fsync\(\d+<[^>]*records\/application>/, renamed));
    assert.ok(inFolder < find(/ unlink\("[^"]*journal-\d+\.ndjson"/, renamed), 'the journal went too early');
  });
});
