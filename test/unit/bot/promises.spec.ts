import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { TestAdapter } from 'botbuilder';
import { createAssistant } from '../../../bot/assistant.js';
import { readConfig } from '../../../bot/config.js';
import { webchatLookups } from '../../../bot/channels/web/history.js';
import { mountDirectLine } from '../../../bot/channels/web/mount.js';
import { locksFor } from '../../../bot/turn/locks.js';
import { counted, createMetrics } from '../../../bot/http/metrics.js';
import { lookups } from '../../support/schemes.js';
import { root } from '../../../data/root.js';
import { openJsonStore } from '../../../data/store/json-store.js';
import { calendar, mind, schemes, temporaryFolder, TestClock } from '../../support/assistant.js';
import { startConnector } from '../../support/connector.js';
import { keptLog, message, post, serve, type ServedHouse } from '../../support/house.js';
import { build, Product } from '../../support/product.js';
import { walkClock } from '../../support/walk.js';

const id = '6f1f3c1e-5b0e-4c52-9f1e-0f3c6d1c2b3a';

function faultsOf(environment: Record<string, string>): string {
  try {
    readConfig(environment);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

describe('Configuration that is nearly right', () => {
  it('is refused where credentials are there and the app id is misspelt or forgotten, and named', () => {
    for (const [environment, named] of [
      [{ MICROSOFT_APP_PASSWORD: 'hunter2', MICROSOFT_APP_TENANT_ID: id }, /MICROSOFT_APP_ID is missing/],
      [{ MICROSOFT_APP_TYPE: 'UserAssignedMSI' }, /MICROSOFT_APP_ID is missing, and MICROSOFT_APP_TYPE/],
      [{ MICROSOFT_APPID: id, MICROSOFT_APP_PASSWORD: 'hunter2' }, /MICROSOFT_APPID is no variable/],
      [{ MicrosoftAppId: id }, /MicrosoftAppId is no variable/],
    ] as const) {
      const fault = faultsOf(environment);
      assert.match(fault, named);
      assert.doesNotMatch(fault, /hunter2/);
    }
  });

  it('takes the slash from the end of PUBLIC_URL, and refuses a path, a query, a user', () => {
    assert.equal(readConfig({ PUBLIC_URL: 'http://localhost:3978/' }).PUBLIC_URL, 'http://localhost:3978');
    for (const address of ['/app', '/?a=b', '/#x', '?'])
      assert.match(
        faultsOf({ PUBLIC_URL: `http://localhost:3978${address}` }),
        /PUBLIC_URL is a whole address/,
      );
    assert.match(faultsOf({ PUBLIC_URL: 'http://ann:secret@localhost' }), /PUBLIC_URL is a whole address/);
  });

  it('refuses keys that are none and numbers that are no digits', () => {
    assert.match(faultsOf({ ENCRYPTION_KEYS: ',' }), /ENCRYPTION_KEYS has no key/);
    for (const PORT of [' ', '0x50', '1e3', '+80', '-1']) assert.match(faultsOf({ PORT }), /PORT/);
    assert.match(faultsOf({ PERSON_LIMIT: ' ' }), /PERSON_LIMIT/);
  });
});

describe('Without credentials', () => {
  let house: ServedHouse;
  before(async () => (house = await serve()));
  after(() => house.close());

  for (const name of ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'forwarded', 'x-real-ip'])
    it(`refuses what a proxy passes on, told by ${name}`, async () => {
      const { status } = await post(house.url, message('hello'), { [name]: 'for=1.2.3.4' });
      assert.equal(status, 403);
      assert.equal((await fetch(house.url, { headers: { [name]: 'https' } })).status, 403);
      assert.equal((await fetch(`${house.url}/metrics`, { headers: { [name]: '127.0.0.1' } })).status, 403);
    });

  it('refuses a stream by another name or through a proxy, even with its token', async () => {
    const page = await fetch(house.url);
    const cookie = page.headers.get('set-cookie')?.split(';')[0] ?? '';
    const ask = async (path: string, headers: Record<string, string>) =>
      (await (
        await fetch(`${house.url}/v3/directline/${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', cookie, origin: house.url, ...headers },
          body: '{}',
        })
      ).json()) as { token: string; streamUrl: string };
    const { token } = await ask('tokens/generate', {});
    const { streamUrl } = await ask('conversations', { authorization: `Bearer ${token}` });
    const opens = (headers: Record<string, string>) =>
      new Promise<string>((resolve) => {
        const socket = new WebSocket(streamUrl, { headers: { origin: house.url, ...headers } });
        socket.once('open', () => (socket.close(), resolve('open')));
        socket.once('error', (error) => resolve(error.message));
      });
    assert.match(await opens({ 'x-forwarded-for': '1.2.3.4' }), /403/);
    assert.match(await opens({ host: 'evil.example', origin: 'http://evil.example' }), /403/);
    assert.equal(await opens({}), 'open');
  });

  it('answers HEAD on the health pages', async () => {
    for (const path of ['healthz', 'readyz'])
      assert.equal((await fetch(`${house.url}/${path}`, { method: 'HEAD' })).status, 200);
  });
});

describe('A disk without room at the first start', () => {
  it('does not leave the web chat out until a restart', async () => {
    const house = await serve({ WEB_CHAT: 'off' });
    try {
      let isFull = true;
      const { commit } = house.store;
      house.store.commit = (writes) =>
        isFull ? Promise.reject(new Error('no room')) : commit.call(house.store, writes);
      const { default: restify } = await import('restify');
      const server = restify.createServer();
      const faults: string[] = [];
      const line = mountDirectLine(server, {
        store: house.store,
        deliver: () => Promise.resolve(),
        onFault: (code) => faults.push(code),
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const url = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
      const headers = {
        'content-type': 'application/json',
        'sec-fetch-site': 'same-origin',
        cookie: `ap_person=${'a'.repeat(43)}`,
      };
      const ask = () =>
        fetch(`${url}/v3/directline/tokens/generate`, { method: 'POST', headers, body: '{}' });
      assert.equal((await ask()).status, 503);
      isFull = false;
      assert.equal((await ask()).status, 200);
      assert.ok(faults.includes('webchat.key'));
      await line.close();
      server.close();
    } finally {
      await house.close();
    }
  });
});

describe('An expired secret', () => {
  it('shows in the log with its code at level 50, in the metrics, and is no answer', async () => {
    const { log, lines } = keptLog();
    const { folder, remove } = await temporaryFolder();
    const store = await openJsonStore({ folder, lookups: [...lookups, ...webchatLookups] });
    try {
      const clock = new TestClock('2026-11-23T10:00');
      const assistant = createAssistant({
        ...{ store, clock, calendar, mind, schemes, log, locks: locksFor(store) },
        baseUrl: () => 'https://ap.test',
      });
      const metrics = createMetrics({});

      // As the library that asks Microsoft's directory throws it.
      const expired = Object.assign(
        new Error('invalid_client: 7000222 - AADSTS7000222: The provided client secret keys are expired.'),
        { name: 'ServerError', errorCode: 'invalid_client' },
      );
      const adapter = new TestAdapter((context) => {
        context.onSendActivities(() => Promise.reject(expired));
        return counted(
          metrics,
          'message',
          () => assistant.run(context),
          () => undefined,
        );
      });
      await adapter.processActivity({ ...message('hello'), deliveryMode: 'normal' } as never);
      const said = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
      const told = said.find(({ code }) => code === 'REPLY_NOT_DELIVERED');
      assert.deepEqual([told?.level, told?.cause, told?.result], [50, 'AADSTS7000222', 'later']);
      const text = await metrics.text();
      assert.match(text, /ap_turns_total\{kind="message",outcome="not-delivered"\} 1/);
      assert.match(text, /ap_turns_total\{kind="message",outcome="answered"\} 0/);
      assert.match(text, /ap_replies_not_delivered_total\{result="later"\} 1/);
      assert.match(text, /ap_token_failures_total 1/);
      metrics.close();
    } finally {
      await store.close();
      await remove();
    }
  });
});

describe('A process that is stopped', function () {
  this.timeout(120_000);
  let folder: string;
  let product: Product;
  before(build);
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ap-promises-'));
    product = new Product(join(folder, 'data'), walkClock, { LOG_LEVEL: 'info' });
  });
  afterEach(async () => {
    await product.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  it('twice finishes its turns all the same, and begins none of what is still arriving', async () => {
    const connector = await startConnector(1_500);
    try {
      await product.start();
      const { port } = new URL(product.url);
      const half = connect(Number(port), '127.0.0.1');
      const body = JSON.stringify(message('hello'));
      half.write(
        `POST /api/messages HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body.slice(0, 20)}`,
      );
      const turn = post(
        product.url,
        message('apply', { deliveryMode: undefined, serviceUrl: connector.url }),
      );
      while (connector.received.length === 0) await sleep(10);
      const stopped = product.stop();
      await sleep(100);
      product.signal('SIGTERM');
      half.write(body.slice(20));
      const [answer] = (await once(half, 'data')) as [Buffer];
      assert.match(answer.toString(), /^HTTP\/1\.1 503 /);
      assert.equal((await turn).status, 200);
      await stopped;
    } finally {
      await connector.close();
    }
  });

  it('ends although nobody reads its log any more, and answers until then', async () => {
    const child = spawn(process.execPath, [join(root, 'dist/bot/main.js')], {
      env: { PATH: process.env.PATH, DATA_DIR: join(folder, 'data'), PORT: '0', LOG_LEVEL: 'debug' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    try {
      let url = '';
      for await (const line of createInterface({ input: child.stdout })) {
        url = /http:\/\/localhost:\d+/.exec(line)?.[0] ?? url;
        if (url && line.startsWith('AP Pathway')) break;
      }
      child.stdout.destroy();
      child.stderr.destroy();
      // A turn that fails is logged.
      await post(url, message('hello', { deliveryMode: undefined, serviceUrl: 'http://127.0.0.1:9' }));
      assert.equal((await post(url, message('hello'))).status, 200);
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      const [code] = (await Promise.race([ended, sleep(25_000).then(() => ['still there'])])) as [unknown];
      assert.equal(code, 0);
    } finally {
      child.kill('SIGKILL');
    }
  });
});
