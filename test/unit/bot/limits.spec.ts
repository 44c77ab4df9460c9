import assert from 'node:assert/strict';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { slowDown } from '../../../bot/http/content.js';
import { StoreUnavailable } from '../../../data/store/errors.js';
import { openChat } from '../../support/chat.js';
import { message, post, serve, textsOf, type ServedHouse } from '../../support/house.js';

const credentials = {
  MICROSOFT_APP_ID: '11111111-2222-4333-8444-555555555555',
  MICROSOFT_APP_PASSWORD: 'not-a-real-secret',
  MICROSOFT_APP_TENANT_ID: '66666666-2222-4333-8444-555555555555',
};

describe('Limits', () => {
  let house: ServedHouse;
  beforeEach(() => {
    house = undefined as never;
  });
  afterEach(() => house?.close());

  it('has the security headers on every answer, pages and errors alike', async () => {
    house = await serve();
    const long = `/${'x'.repeat(3_000)}`;
    const asked: [string, RequestInit, number][] = [
      ['/', {}, 200],
      ['/page.css', {}, 200],
      ['/privacy', {}, 200],
      ['/healthz', {}, 200],
      ['/readyz', {}, 200],
      ['/metrics', {}, 200],
      ['/documents/none', {}, 404],
      ['/nothing', {}, 404],
      [long, {}, 404],
      ['/%', {}, 404],
      ['/api/messages', {}, 405],
      ['/api/messages', { method: 'POST', body: '{', headers: { 'content-type': 'application/json' } }, 400],
      ['/api/messages', { method: 'POST', body: 'a=b' }, 415],
      ['/api/messages', { method: 'POST', body: JSON.stringify(message('hello')), headers: json }, 200],
      ['/v3/directline/conversations', { method: 'POST', body: '{}', headers: json }, 401],
      ['/v3/directline/tokens/generate', { method: 'POST', body: '{}', headers: json }, 403],
      ['/admin/backup', { method: 'POST', body: '{}', headers: json }, 404],
    ];
    for (const [path, init, status] of asked) {
      const { status: got, headers } = await fetch(`${house.url}${path}`, init);
      const where = `${init.method ?? 'GET'} ${path.slice(0, 40)}`;
      if (path !== '/%') assert.equal(got, status, where);
      assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'/, where);
      assert.match(headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/, where);
      assert.equal(headers.get('x-content-type-options'), 'nosniff', where);
      assert.equal(headers.get('x-frame-options'), 'DENY', where);
      assert.equal(headers.get('referrer-policy'), 'no-referrer', where);
      assert.equal(headers.get('x-powered-by'), null, where);
      assert.equal(headers.get('strict-transport-security'), null, where);
    }
    const broken = await raw('NOT HTTP\r\n\r\n');
    assert.match(broken, /^HTTP\/1.1 400 /);
    assert.match(broken, /X-Content-Type-Options: nosniff/);
  });

  it('tells browsers to stay with https where people come by https', async () => {
    house = await serve({ ...credentials, PUBLIC_URL: 'https://ap-pathway.example.nhs.uk' });
    const { headers } = await fetch(`${house.url}/healthz`);
    assert.match(headers.get('strict-transport-security') ?? '', /max-age=/);
  });

  it('refuses a body over 256 KB plainly, however it is sent, and answers the next on the same connection', async () => {
    house = await serve();
    const large = JSON.stringify(message('x'.repeat(5 * 2 ** 20)));
    for (const chunked of [false, true]) {
      const { status, body } = await sent(large, chunked);
      assert.equal(status, 413, chunked ? 'in chunks' : 'with a length');
      assert.deepEqual(JSON.parse(body), {
        error: { code: 'MessageSizeTooBig', message: 'The body is over 256 KB. Send less at once.' },
      });
    }
    const { status } = await post(house.url, message('x'.repeat(200_000)));
    assert.equal(status, 200, 'a long message under it is taken');
    const packed = await fetch(`${house.url}/api/messages`, {
      method: 'POST',
      headers: { ...json, 'content-encoding': 'gzip' },
      body: new Uint8Array(gzipSync(large)),
    });
    assert.equal(packed.status, 400, 'what is packed is not unpacked');
  });

  it('refuses deep nesting, and takes prototype keys for nothing', async () => {
    house = await serve();
    const deep = `{"type":"message","channelId":"test","value":${'['.repeat(60_000)}${']'.repeat(60_000)}}`;
    assert.equal((await post(house.url, deep)).status, 400);
    const keys = `{"polluted":"yes","isGroup":true}`;
    const tricky = JSON.stringify(message('hello')).replace(
      '{',
      `{"__proto__":${keys},"constructor":{"prototype":${keys}},"value":{"__proto__":${keys},"ap":{"__proto__":${keys}}},"channelData":{"__proto__":${keys}},`,
    );
    const answered = await post(house.url, tricky);
    assert.equal(answered.status, 200);
    assert.ok(textsOf(answered).length > 0);
    assert.equal(({} as { polluted?: string }).polluted, undefined);
  });

  it('takes no activity from a web page, by any trick, nor by another name of this machine', async () => {
    house = await serve();
    const body = JSON.stringify(message('hello'));
    assert.equal((await post(house.url, body, { origin: 'https://evil.example' })).status, 403);
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])
      assert.equal((await post(house.url, body, { 'content-type': type })).status, 415, type);
    for (const host of [
      'evil.example',
      'evil.example:3978',
      'localhost.evil.example',
      '127.0.0.1.evil.example',
    ]) {
      const answer = await raw(`GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
      assert.match(answer, /^HTTP\/1.1 403 /, host);
      assert.doesNotMatch(answer, /Set-Cookie/i);
    }
  });

  it('takes an address that is none for a bad request, and lives on', async () => {
    house = await serve();
    for (const address of ['http://[', 'http://', 'https://a:99999/', '//[', '/%', '/%00', '*', '?', '#'])
      assert.match(
        await raw(`GET ${address} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`),
        /^HTTP\/1.1 (?:40[0-5]|200) /,
        address,
      );
    assert.equal((await fetch(`${house.url}/healthz`)).status, 200);
  });

  it('keeps no connection open for another protocol', async () => {
    for (const environment of [{}, credentials]) {
      house = await serve(environment);
      for (const path of ['/', '/api/messages', '/v3/directline/conversations/abc/stream?t=x']) {
        const upgrade = `Connection: upgrade, close\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n`;
        const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n${upgrade}\r\n`);
        assert.match(answer, /^HTTP\/1.1 40[345] /, path);
      }
      await house.close();
    }
    house = undefined as never;
  });

  it('writes no token of a link into the log when something fails', async () => {
    house = await serve();
    house.store.get = () => Promise.reject(new StoreUnavailable('The disk can’t be read'));
    assert.equal((await fetch(`${house.url}/documents/marker-token`)).status, 500);
    const line = house.lines.find((one) => one.includes('HTTP_FAILED'));
    assert.match(line ?? '', /"route":"\/documents\/:token"/);
    for (const one of house.lines) assert.doesNotMatch(one, /marker/);
  });

  it('refuses headers that are too large', async () => {
    house = await serve();
    const answer = await raw(`GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`);
    assert.match(answer, /^HTTP\/1.1 431 /);
    assert.match(answer, /X-Content-Type-Options: nosniff/);
  });

  it('cuts off who dribbles, in the headers and in the body, and serves others meanwhile', async () => {
    house = await serve({}, { limits: { headers: 400, request: 800 } });
    const head = 'POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';
    const slow = await Promise.all([
      dribble(head),
      dribble('', `${head}Content-Length: 5000\r\n\r\n`),
      ...Array.from({ length: 20 }, () => dribble('', `${head}Transfer-Encoding: chunked\r\n\r\n`)),
      post(house.url, message('hello')).then(({ status }) => assert.equal(status, 200)),
    ]);
    for (const one of slow) {
      if (!one) continue;
      assert.match(one.heard, /^(HTTP\/1.1 408 |HTTP\/1.1 400 |$)/);
      assert.ok(one.milliseconds < 10_000, `${one.milliseconds} ms`);
    }
  });

  it('lets a person send much, says once that it is too much, then refuses for a while; nobody else', async () => {
    house = await serve({ PERSON_LIMIT: '5' });
    for (let n = 0; n < 5; n++) {
      const answered = await post(house.url, message('help'));
      assert.equal(answered.status, 200);
      assert.ok(!textsOf(answered).includes(slowDown));
    }
    const first = await post(house.url, message('help'));
    assert.equal(first.status, 200);
    assert.deepEqual(textsOf(first), [slowDown]);
    for (let n = 0; n < 3; n++) {
      const { status, headers, body } = await post(house.url, message('help'));
      assert.equal(status, 429);
      assert.ok(Number(headers.get('retry-after')) >= 1 && Number(headers.get('retry-after')) <= 60);
      assert.match(body.error?.message ?? '', /^Too many messages\. Wait \d+ seconds\.$/);
    }
    const bob = message('help', { from: { id: 'bob' }, conversation: { id: 'bob-1' } });
    assert.equal((await post(house.url, bob)).status, 200);
  });

  it('limits a person in the web chat in the same way', async () => {
    house = await serve({ PERSON_LIMIT: '3' });
    const chat = await openChat(house.url);
    for (let n = 0; n < 3; n++) assert.equal((await chat.say(`help ${n}`)).status, 200);
    const refused = [await chat.say('help'), await chat.say('help')];
    for (const { status, headers } of refused) {
      assert.equal(status, 429);
      assert.ok(Number(headers.get('retry-after')) >= 1);
    }
    assert.equal((await chat.texts()).filter((text) => text === slowDown).length, 1, 'said once');
  });

  it('limits an address, as the proxy in front names it, and leaves probes alone', async () => {
    house = await serve({ ...credentials, PUBLIC_URL: 'https://ap.example', ADDRESS_LIMIT: '4' });
    const from = (address: string, path = '/privacy') =>
      fetch(`${house.url}${path}`, { headers: { 'x-forwarded-for': `6.6.6.6, ${address}` } });
    for (let n = 0; n < 4; n++) assert.equal((await from('81.2.3.4')).status, 200);
    const refused = await from('81.2.3.4');
    assert.equal(refused.status, 429);
    assert.ok(Number(refused.headers.get('retry-after')) >= 1);
    assert.match(refused.headers.get('content-type') ?? '', /json/);
    assert.match(refused.headers.get('content-security-policy') ?? '', /default-src 'none'/);
    assert.equal((await from('81.2.3.5')).status, 200, 'another address');
    assert.equal((await from('81.2.3.4', '/healthz')).status, 200, 'a probe');
    assert.equal((await fetch(`${house.url}/privacy`)).status, 200, 'this machine');
  });

  it('knows an address again on another port, and a customer at another of their IPv6 addresses', async () => {
    house = await serve({ ...credentials, PUBLIC_URL: 'https://ap.example', ADDRESS_LIMIT: '3' });
    const from = async (address: string) =>
      (await fetch(`${house.url}/privacy`, { headers: { 'x-forwarded-for': address } })).status;
    for (const [same, another] of [
      [['81.2.3.4', '81.2.3.4:50001', '81.2.3.4:50002', '::ffff:81.2.3.4'], '81.2.3.5:50001'],
      [['2001:db8::1', '2001:DB8:0:0:1::', '[2001:db8::2]:50001', '[2001:db8::ffff]'], '2001:db8:0:1::1'],
    ] as const) {
      const statuses: number[] = [];
      for (const address of same) statuses.push(await from(address));
      assert.deepEqual(statuses, [200, 200, 200, 429], same.join());
      assert.equal(await from(another), 200);
    }
  });

  const json = { 'content-type': 'application/json' };

  /** One connection, kept: the same request, then a good one. */
  function sent(body: string, chunked: boolean): Promise<{ status: number; body: string }> {
    return new Promise((resolve, reject) => {
      const request = httpRequest(
        `${house.url}/api/messages`,
        {
          method: 'POST',
          headers: { ...json, ...(chunked ? {} : { 'content-length': Buffer.byteLength(body) }) },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }),
          );
        },
      );
      request.on('error', reject);
      for (let at = 0; at < body.length; at += 65_536) request.write(body.slice(at, at + 65_536));
      request.end();
    });
  }

  function raw(text: string): Promise<string> {
    return new Promise((resolve) => {
      let heard = '';
      const socket = connect(Number(new URL(house.url).port), '127.0.0.1', () => socket.write(text));
      socket.on('data', (chunk) => (heard += chunk.toString()));
      socket.on('error', () => undefined);
      socket.on('close', () => resolve(heard));
    });
  }

  /** Sends a character every 50 ms for ever; resolves when it is cut off. */
  function dribble(slowly: string, first = ''): Promise<{ heard: string; milliseconds: number }> {
    return new Promise((resolve) => {
      const began = performance.now();
      let heard = '';
      let at = 0;
      const socket = connect(Number(new URL(house.url).port), '127.0.0.1', () => socket.write(first || ' '));
      const drip = setInterval(() => {
        if (!socket.writable) return;
        const chunked = first.includes('chunked');
        socket.write(chunked ? '1\r\nx\r\n' : (slowly[at++] ?? 'x'));
      }, 50);
      socket.on('data', (chunk) => (heard += chunk.toString()));
      socket.on('error', () => undefined);
      socket.on('close', () => {
        clearInterval(drip);
        resolve({ heard, milliseconds: performance.now() - began });
      });
    });
  }
});
