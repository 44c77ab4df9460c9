import assert from 'node:assert/strict';
import { connect } from 'node:net';
import fc from 'fast-check';
import { serve } from '../../support/house.js';

/** What clients, scanners and attackers send that is no activity: request lines, headers and bodies of every kind. */
const methods = ['GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH', 'TRACE', 'PROPFIND', 'CONNECT'];
const addresses = [
  ...[
    '/',
    '/api/messages',
    '/healthz',
    '/metrics',
    '/admin/backup',
    '/page.js?v=%',
    '/privacy/',
    '/terms?x=%%',
  ],
  ...[
    '/documents/',
    '/documents/%',
    '/documents/%E0%A4%A',
    '/documents/a%00',
    '/documents/..%2f..%2fstore.json',
  ],
  ...[
    '/v3/directline/conversations',
    '/v3/directline/tokens/generate',
    '/v3/directline/conversations/%ff/upload',
  ],
  ...[
    '/v3/directline/conversations/x/activities?watermark=-1',
    '/connector/%/v3/conversations/%/activities/%',
  ],
  ...['*', '//', '/\\', '/;', '/?', '/#', '?x', 'x', '/%0d%0aSet-Cookie:x=1', '/\u00ff', '/../../etc/passwd'],
  ...[
    'http://[',
    'http://',
    'http://localhost:99999/',
    'http://a:b@localhost/',
    'ftp://x/',
    'javascript:alert(1)',
  ],
  ...[`/${'a/'.repeat(500)}`, `/${'%2f'.repeat(500)}`, `/documents/${'x'.repeat(5_000)}`],
];
const hosts = [
  'localhost',
  'localhost',
  '127.0.0.1:1',
  '[::1]',
  '',
  'evil.example',
  'local host',
  'a'.repeat(300),
];
const headers = [
  ...[
    'Origin: null',
    'Origin: http://[',
    'Sec-Fetch-Site: cross-site',
    'Upgrade: h2c',
    'Expect: 100-continue',
  ],
  ...[
    'Cookie: ap_person=',
    `Cookie: ap_person=${'A'.repeat(43)}`,
    'Cookie: %%%; =; ;;',
    'Accept-Encoding: *;q=0',
  ],
  ...['Authorization: Bearer', 'Authorization: Bearer a.b.c', 'Authorization: Basic x', 'If-None-Match: "'],
  ...['Content-Type: application/json', 'Content-Type: application/json; charset=utf-16', 'Content-Type: ;'],
  ...['Content-Encoding: br', 'X-Forwarded-For: ,,,', 'X-Forwarded-For: [', 'X-Forwarded-For: 1::2::3'],
  ...[
    `X-Forwarded-For: ${'1:'.repeat(40)}`,
    'Forwarded: x',
    'Accept: */*;q=x',
    'Accept-Version: x',
    'Date: x',
  ],
];
const bodies = ['', '{}', '[', 'null', '{"conversationId":5}', '{"type":"message"}', '{"to":"/etc"}'];

const requests = fc.record({
  method: fc.constantFrom(...methods),
  address: fc.constantFrom(...addresses),
  host: fc.constantFrom(...hosts),
  more: fc.subarray(headers, { maxLength: 4 }),
  body: fc.constantFrom(...bodies),
});

describe('odd requests', function () {
  this.timeout(120_000);

  for (const [where, environment] of [
    ['on this machine', {}],
    [
      'behind a proxy',
      {
        MICROSOFT_APP_ID: '11111111-2222-4333-8444-555555555555',
        MICROSOFT_APP_PASSWORD: 'not-a-real-secret',
        MICROSOFT_APP_TENANT_ID: '66666666-2222-4333-8444-555555555555',
        PUBLIC_URL: 'https://ap.example',
        HOST: '127.0.0.1',
        ADDRESS_LIMIT: '1000000',
      },
    ],
  ] as const)
    it(`are answered, and end neither the process nor a connection unheard: ${where}`, async () => {
      const house = await serve(environment);
      try {
        await fc.assert(
          fc.asyncProperty(requests, async ({ method, address, host, more, body }) => {
            const lines = [`${method} ${address} HTTP/1.1`, `Host: ${host}`, 'Connection: close', ...more];
            const heard = await exchange(
              house.url,
              [...lines, `Content-Length: ${body.length}`, '', body].join('\r\n'),
            );
            // Node answers CONNECT by hanging up.
            if (method !== 'CONNECT') assert.match(heard, /^HTTP\/1\.1 [1-4]\d\d /);
            assert.doesNotMatch(heard, /\n {4}at |node_modules|^Set-Cookie: x/m);
          }),
          { numRuns: 400 },
        );
        assert.equal((await fetch(`${house.url}/healthz`)).status, 200);
        assert.deepEqual(
          house.lines.filter((line) => /"level":(50|60)/.test(line)),
          [],
        );
      } finally {
        await house.close();
      }
    });
});

/** All that comes back until the line is closed. */
function exchange(url: string, sent: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = '';
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(sent, 'latin1'));
    const late = setTimeout(() => socket.destroy(new Error('It was left open')), 15_000);
    socket.on('data', (chunk) => (heard += chunk.toString('latin1')));
    socket.on('error', (error) =>
      heard === '' && !/ECONNRESET/.test(String(error)) ? reject(error) : undefined,
    );
    socket.on('close', () => {
      clearTimeout(late);
      resolve(heard);
    });
  });
}
