import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, rmdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { root } from '../../../data/root.js';
import { startConnector } from '../../support/connector.js';
import { smallDisk } from '../../support/crash.js';
import { textsIn } from '../../support/folder.js';
import { message, post, serve, textsOf, type ServedHouse } from '../../support/house.js';
import { build, Product } from '../../support/product.js';
import { Walker, walkClock } from '../../support/walk.js';

describe('Operating', () => {
  describe('one instance', () => {
    let house: ServedHouse;
    beforeEach(() => {
      house = undefined as never;
    });
    afterEach(() => house?.close());

    it('is alive, and ready only while it can write', async () => {
      house = await serve();
      const ready = async () => {
        await sleep(1_050); // An answer holds for a second.
        const response = await fetch(`${house.url}/readyz`);
        return [response.status, ((await response.json()) as { status: string }).status];
      };
      assert.deepEqual(await ready(), [200, 'ready']);
      // Where it tries a write there is something that no file can replace.
      const inTheWay = join(house.folder, 'probe.tmp');
      mkdirSync(inTheWay);
      assert.deepEqual(await ready(), [503, 'the store cannot write']);
      assert.equal((await fetch(`${house.url}/healthz`)).status, 200, 'starting it again would not help');
      rmdirSync(inTheWay);
      assert.deepEqual(await ready(), [200, 'ready']);
    });

    it('asks the disk once a second, however often it is asked', async () => {
      let asked = 0;
      house = await serve();
      const { writable } = house.store;
      house.store.writable = () => (asked++, writable.call(house.store));
      await Promise.all(Array.from({ length: 50 }, () => fetch(`${house.url}/readyz`)));
      assert.ok(asked <= 2, `${asked}`);
    });

    it('counts turns, latency, reminders, store trouble, memory and lag, and names nobody', async () => {
      house = await serve();
      const marked = {
        from: { id: 'marker-person', name: 'Marker Name' },
        conversation: { id: 'marker-conversation' },
        channelId: 'marker-channel',
      };
      await post(house.url, message('marker words', marked));
      await post(house.url, message('', { ...marked, type: 'marker-type' }));
      await post(house.url, '{');
      const response = await fetch(`${house.url}/metrics`);
      assert.match(response.headers.get('content-type') ?? '', /^text\/plain; version=0\.0\.4/);
      const text = await response.text();
      for (const line of [
        /^ap_turns_total\{kind="message",outcome="answered"\} 1$/m,
        /^ap_turns_total\{kind="other",outcome="answered"\} 1$/m,
        /^ap_turn_seconds_bucket\{le="0\.1",kind="message"\} \d$/m,
        /^ap_turn_seconds_count\{kind="message"\} 1$/m,
        /^ap_turns_in_hand 0$/m,
        /^ap_refused_total\{status="400"\} 1$/m,
        /^ap_nudges_total\{outcome="sent"\} 0$/m,
        /^ap_questions_total\{result="outside"\} 0$/m,
        /^# TYPE ap_store_problems gauge$/m,
        /^# TYPE ap_store_errors_total counter$/m,
        /^nodejs_eventloop_lag_p99_seconds /m,
        /^process_resident_memory_bytes /m,
        /^nodejs_heap_size_used_bytes /m,
      ])
        assert.match(text, line);
      assert.doesNotMatch(text, /marker/i);
      for (const line of house.lines) assert.doesNotMatch(line, /marker/i);
    });

    it('gives its figures to this machine only, unless it is told otherwise', async () => {
      const id = '6f1f3c1e-5b0e-4c52-9f1e-0f3c6d1c2b3a';
      const teams = { MICROSOFT_APP_ID: id, MICROSOFT_APP_PASSWORD: 'x', MICROSOFT_APP_TENANT_ID: id };
      const proxies = ['x-forwarded-for', 'x-real-ip', 'forwarded'].map((name) => ({
        headers: { [name]: '81.2.3.4' },
      }));
      house = await serve(teams);
      assert.equal((await fetch(`${house.url}/metrics`)).status, 200);
      for (const proxy of proxies) assert.equal((await fetch(`${house.url}/metrics`, proxy)).status, 404);
      await house.close();
      house = await serve({ ...teams, METRICS: 'on' });
      for (const proxy of proxies) assert.equal((await fetch(`${house.url}/metrics`, proxy)).status, 200);
    });

    it('copies its data for its owner only', async () => {
      house = await serve();
      const { url, token } = JSON.parse(readFileSync(join(house.folder, 'admin.json'), 'utf8')) as {
        url: string;
        token: string;
      };
      assert.equal(statSync(join(house.folder, 'admin.json')).mode & 0o777, 0o600);
      const to = join(house.folder, '..', `${randomBytes(4).toString('hex')}-copy`);
      const ask = (headers: Record<string, string>, body: object = { to }) =>
        fetch(`${url}/admin/backup`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify(body),
        });
      const mine = { authorization: `Bearer ${token}` };
      assert.equal((await ask({})).status, 404);
      assert.equal((await ask({ authorization: 'Bearer wrong' })).status, 404);
      assert.equal((await ask({ ...mine, 'x-forwarded-for': '127.0.0.1' })).status, 403);
      assert.equal((await ask(mine, { to: 'somewhere' })).status, 400);
      assert.throws(() => statSync(to));
      assert.equal((await ask(mine)).status, 200);
      assert.ok(readdirSync(to).includes('store.json'));
      assert.ok(!readdirSync(to).includes('admin.json'), 'the token stays here');
      rmSync(to, { recursive: true });
    });
  });

  describe('as a process', function () {
    // A machine that is busy with other tests takes seconds to start a process.
    this.timeout(600_000);
    let place: string;
    let folder: string;
    let product: Product;
    before(build);
    beforeEach(() => {
      place = mkdtempSync(join(tmpdir(), 'ap-operating-'));
      folder = join(place, 'data');
      product = new Product(folder, walkClock, { LOG_LEVEL: 'info' });
    });
    afterEach(async () => {
      await product.kill();
      rmSync(place, { recursive: true, force: true });
    });

    it('finishes the turn in hand when it is stopped: it is answered, and kept', async () => {
      const connector = await startConnector(1_500);
      try {
        await product.start();
        const turn = post(
          product.url,
          message('apply', { deliveryMode: undefined, serviceUrl: connector.url }),
        );
        while (connector.received.length === 0) await sleep(10);
        const stopped = product.stop();
        assert.equal((await turn).status, 200);
        await stopped;
        const said = connector.received.map(({ text = '' }) => text).join();
        assert.match(said, /What kind of organisation/);
        await product.start();
        assert.match(textsOf(await post(product.url, message('nhs trust'))).join(), /NHS organisation/);
      } finally {
        await connector.close();
      }
    });

    it('leaves with code 0, quickly, and says what is wrong with a start in plain words', async () => {
      await product.start();
      const child = spawn(process.execPath, [join(root, 'dist/bot/main.js')], {
        env: { PATH: process.env.PATH, DATA_DIR: folder, PORT: '0' },
      });
      let said = '';
      child.stderr.on('data', (text: Buffer) => (said += text.toString()));
      const [code] = (await once(child, 'close')) as [number];
      assert.equal(code, 1);
      assert.match(said, /^Another copy of the assistant \(process \d+ on \S+\) is using .*\. Stop it first/);
      assert.doesNotMatch(said, /\n {4}at /);
    });

    it('writes structured lines with a level, and in a whole journey no word of a person', async () => {
      await product.start();
      const walker = new Walker('marker-person');
      while (!walker.done) await walker.step(product.url);
      await product.stop();
      for (const line of product.wrote.split('\n').filter((text) => text.startsWith('{'))) {
        const { level, time } = JSON.parse(line) as { level: number; time: number };
        assert.ok(level >= 30 && time > 0);
      }
      assert.doesNotMatch(product.wrote, /marker|Okafor|Jo Hart|northfield|caseload/i);
    });

    it('is copied while it runs by npm run backup, and restored by putting the copy in its place', async () => {
      await product.start();
      const walker = new Walker('ann');
      for (let n = 0; n < 30; n++) await walker.step(product.url);
      const copy = join(place, 'copy');
      const script = join(root, 'dist/bot/backup.js');
      const run = (env: Record<string, string>, ...args: string[]) =>
        promisify(execFile)(process.execPath, [script, ...args], { env: { PATH: process.env.PATH, ...env } });
      const { stdout } = await run({ DATA_DIR: folder }, copy);
      assert.equal(stdout, `Copied to ${copy}\n`);
      for (let n = 0; n < 5; n++) await walker.step(product.url);
      await assert.rejects(run({ DATA_DIR: folder }, copy), /is not empty/);
      await assert.rejects(
        run({ DATA_DIR: join(place, 'nothing') }, join(place, 'x')),
        /No instance runs on/,
      );
      await product.stop();
      await assert.rejects(run({ DATA_DIR: folder }, join(place, 'x')), /No instance runs on/);

      // The disaster, and the restore.
      rmSync(folder, { recursive: true });
      const restored = new Product(copy, walkClock);
      await restored.start();
      try {
        const back = new Walker('ann');
        Object.assign(back, { acknowledged: 30 });
        while (!back.done) await back.step(restored.url);
      } finally {
        await restored.kill();
      }
    });

    it('keeps no plain text in any file when it has a key, and changes keys by itself', async () => {
      const [older, newer] = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')];
      const words = /marker-person|Okafor|Jo Hart|northfield|caseload|District nursing|0161 496|Ana Lopez/i;
      const plain = product;
      await plain.start();
      const walker = new Walker('marker-person');
      for (let n = 0; n < 25; n++) await walker.step(plain.url);
      await plain.stop();
      assert.match(await textsIn(folder), words, 'the test would see it');

      const after = async (keys: string, steps: number) => {
        const again = new Product(folder, walkClock, { ENCRYPTION_KEYS: keys, LOG_LEVEL: 'info' });
        await again.start();
        try {
          for (let n = 0; n < steps && !walker.done; n++) await walker.step(again.url);
          await keysAre(1);
        } finally {
          await again.stop();
        }
      };
      await after(older, 20);
      assert.doesNotMatch(await textsIn(folder), words);
      await after(`${newer},${older}`, 10);
      await after(newer, 1_000);
      assert.ok(walker.done);
      assert.doesNotMatch(await textsIn(folder), words);

      for (const keys of ['', older]) {
        const locked = new Product(folder, walkClock, { ENCRYPTION_KEYS: keys });
        await assert.rejects(locked.start(), /encrypted with the key [0-9a-f]{8}, which was not given/);
      }
      // Nothing was touched by those.
      await after(newer, 0);
    });

    it('is not ready while its disk is read-only or full, says so in chat, keeps what it had and recovers', async function () {
      const disk = diskOrSkip(this, folder, 4);
      try {
        await product.start();
        const walker = new Walker('ann');
        for (let n = 0; n < 20; n++) await walker.step(product.url);
        disk.fill();
        // A full disk may still have room for a short line or two.
        let said = '';
        for (let n = 0; n < 20 && !/can’t save anything at the moment/.test(said); n++) {
          const bob = { from: { id: `bob-${n}` }, conversation: { id: `bob-${n}` } };
          const answered = await post(product.url, message('apply', bob));
          assert.equal(answered.status, 200);
          said = textsOf(answered).join();
        }
        assert.match(said, /can’t save anything at the moment/);
        assert.equal(await readyWithin(3_000, 503), 503);
        assert.equal((await fetch(`${product.url}/healthz`)).status, 200);
        const metrics = await (await fetch(`${product.url}/metrics`)).text();
        assert.match(metrics, /ap_turns_total\{kind="message",outcome="not-saved"\} [1-9]/);
        disk.release();
        assert.equal(await readyWithin(20_000, 200), 200);
        await walker.again(product.url);
        await walker.step(product.url);
        // The system lets nobody make a disk read-only that is being written to, so this is a start on one that is.
        await product.kill();
        disk.readOnly(true);
        await assert.rejects(product.start(), /Nothing can be written to the data folder \(EROFS\)/);
        disk.readOnly(false);
        await product.start();
        await walker.again(product.url);
        await walker.step(product.url);
        await product.kill();
        await product.start();
        await walker.again(product.url);
        while (!walker.done) await walker.step(product.url);
      } finally {
        await product.kill();
        disk.remove();
      }
    });

    it('says of a disk without room that there is none, and not that it may not be written', async function () {
      const disk = diskOrSkip(this, folder, 1);
      try {
        disk.fill();
        await assert.rejects(product.start(), (error: Error) => {
          assert.match(
            error.message,
            /There is no room on the disk of the data folder \(ENOSPC\)\. Make room/,
          );
          assert.doesNotMatch(error.message, /writable/);
          return true;
        });
        disk.release();
        await product.start();
      } finally {
        await product.kill();
        disk.remove();
      }
    });

    /** Asks until the answer is the one that is waited for, or the time is over. */
    async function readyWithin(milliseconds: number, wanted: number): Promise<number> {
      const until = performance.now() + milliseconds;
      for (;;) {
        const { status } = await fetch(`${product.url}/readyz`);
        if (status === wanted || performance.now() > until) return status;
        await sleep(100);
      }
    }

    /** Waits until the folder is under that many keys. */
    async function keysAre(count: number): Promise<void> {
      for (let n = 0; n < 200; n++) {
        const { keys } = JSON.parse(readFileSync(join(folder, 'store.json'), 'utf8')) as { keys: string[] };
        if (keys.length === count) return;
        await sleep(50);
      }
      assert.fail('the keys were not changed');
    }
  });
});

/** A disk of that many megabytes; the test is left out, loudly, where none may be mounted. */
function diskOrSkip(test: Mocha.Context, folder: string, megabytes: number) {
  const disk = smallDisk(folder, megabytes);
  if (disk) return disk;
  assert.ok(!process.env.CI, 'CI must be able to mount a small disk');
  console.warn('\n  !! NOT RUN: mounting is not allowed here, so no full disk was tried.\n');
  return test.skip();
}
