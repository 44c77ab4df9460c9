import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ClaimsIdentity } from 'botframework-connector';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type CryptoKey, type JWTPayload } from 'jose';
import { readConfig, type ConfigError } from '../../../bot/config.js';
import { authenticationFor, isMicrosofts } from '../../../bot/channels/teams/identity.js';
import { message, post, serve, textsOf, type ServedHouse } from '../../support/house.js';

const app = '11111111-2222-4333-8444-555555555555';
const otherApp = '99999999-2222-4333-8444-555555555555';
const issuer = 'https://api.botframework.com';
const teams = 'https://smba.trafficmanager.net/uk/';
const credentials = {
  MICROSOFT_APP_ID: app,
  MICROSOFT_APP_PASSWORD: 'not-a-real-secret',
  MICROSOFT_APP_TENANT_ID: '66666666-2222-4333-8444-555555555555',
};

describe('Who is let in', () => {
  let house: ServedHouse;
  let keys: { server: Server; url: string };
  let ours: CryptoKey;
  let theirs: CryptoKey;
  let printed: string[];
  const print = process.stderr.write.bind(process.stderr);

  before(async () => {
    const pair = await generateKeyPair('RS256');
    ours = pair.privateKey;
    theirs = (await generateKeyPair('RS256')).privateKey;
    const jwk = { ...(await exportJWK(pair.publicKey)), kid: 'key-1', use: 'sig', endorsements: ['msteams'] };
    keys = await listen((path, url) =>
      path === '/openid'
        ? { issuer, jwks_uri: `${url}/keys`, id_token_signing_alg_values_supported: ['RS256'] }
        : { keys: [jwk] },
    );
    printed = [];
    house = await serve(credentials, { authority: { openIdMetadataUrl: `${keys.url}/openid`, issuer } });
  });
  after(async () => {
    await house.close();
    keys.server.close();
  });
  beforeEach(() => {
    printed = [];
    process.stderr.write = (text) => printed.push(String(text)) > 0;
  });
  afterEach(() => {
    process.stderr.write = print;
  });

  const now = () => Math.floor(Date.now() / 1000);
  const good = (): JWTPayload => ({
    iss: issuer,
    aud: app,
    serviceurl: teams,
    nbf: now() - 10,
    exp: now() + 3600,
  });
  const sign = (claims: JWTPayload, { key = ours, kid = 'key-1', alg = 'RS256' } = {}) =>
    new SignJWT(claims).setProtectedHeader({ alg, kid, typ: 'JWT' }).sign(key);
  const fromTeams = (more: Record<string, unknown> = {}) =>
    message('hello', {
      channelId: 'msteams',
      serviceUrl: teams,
      from: { id: '29:ann', name: 'Ann', aadObjectId: '77777777-2222-4333-8444-555555555555' },
      conversation: {
        id: 'a:1',
        conversationType: 'personal',
        tenantId: credentials.MICROSOFT_APP_TENANT_ID,
      },
      ...more,
    });

  it('counts of the messaging endpoint only what is refused, against the address that a proxy names', async () => {
    const behindProxy = { ...credentials, PUBLIC_URL: 'https://ap.example', ADDRESS_LIMIT: '3' };
    const other = await serve(behindProxy, {
      authority: { openIdMetadataUrl: `${keys.url}/openid`, issuer },
    });
    try {
      const from = { 'x-forwarded-for': '52.112.0.1' };
      const signed = { ...from, authorization: `Bearer ${await sign(good())}` };
      for (let n = 0; n < 10; n++)
        assert.equal(
          (await post(other.url, fromTeams({ deliveryMode: 'expectReplies' }), signed)).status,
          200,
        );
      for (let n = 0; n < 4; n++) assert.equal((await post(other.url, '{', from)).status, 401);
      assert.equal((await post(other.url, '{', from)).status, 429);
    } finally {
      await other.close();
    }
  });
  const send = (token: string, activity = fromTeams()) =>
    post(house.url, activity, token ? { authorization: `Bearer ${token}` } : {});

  it('takes a message that Microsoft signed for this app', async () => {
    const answered = await send(await sign(good()));
    assert.equal(answered.status, 200);
    assert.ok(textsOf(answered).length > 0);
    assert.deepEqual(printed, []);
  });

  const bad: Record<string, () => Promise<string>> = {
    missing: async () => '',
    'that is no token': async () => 'abc',
    'signed with another key under the same name': () => sign(good(), { key: theirs }),
    'of a key that Microsoft does not have': () => sign(good(), { kid: 'key-2' }),
    'that has run out': () => sign({ ...good(), nbf: now() - 7200, exp: now() - 3600 }),
    'that is not valid yet': () => sign({ ...good(), nbf: now() + 3600, exp: now() + 7200 }),
    'for another app': () => sign({ ...good(), aud: otherApp }),
    'for nobody': () => sign({ ...good(), aud: undefined }),
    'from another issuer': () => sign({ ...good(), iss: 'https://login.example.com' }),
    'of no issuer': () => sign({ ...good(), iss: undefined }),
    'with no signature (alg none)': async () => new UnsecuredJWT(good()).encode(),
    'with the algorithm none and a made-up signature': async () =>
      `${Buffer.from('{"alg":"none","kid":"key-1"}').toString('base64url')}.${Buffer.from(JSON.stringify(good())).toString('base64url')}.AAAA`,
    'signed with the public key as if it were a secret (HS256)': async () => {
      const { keys: all } = (await (await fetch(`${keys.url}/keys`)).json()) as { keys: { n: string }[] };
      return new SignJWT(good())
        .setProtectedHeader({ alg: 'HS256', kid: 'key-1' })
        .sign(Buffer.from(all[0]?.n ?? '', 'base64url'));
    },
    'for another service URL': () => sign({ ...good(), serviceurl: 'https://smba.trafficmanager.net/emea/' }),
    'without a service URL': () => sign({ ...good(), serviceurl: undefined }),
    'as the Emulator has it, issued to this app by Entra': () =>
      sign({
        ...good(),
        iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/',
        ver: '1.0',
        appid: app,
      }),
    'as the Emulator has it, version 2': () =>
      sign({
        ...good(),
        iss: 'https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0',
        ver: '2.0',
        azp: app,
      }),
    'as a bot that calls another has it': () => sign({ ...good(), ver: '1.0', appid: otherApp }),
    'whose claims were changed after signing': async () => {
      const [head, , signature] = (await sign({ ...good(), aud: otherApp })).split('.');
      return `${head}.${Buffer.from(JSON.stringify(good())).toString('base64url')}.${signature}`;
    },
  };
  for (const [what, make] of Object.entries(bad))
    it(`refuses a token ${what}`, async () => {
      const { status, body, headers } = await send(await make());
      assert.equal(status, 401);
      assert.deepEqual(body, {
        error: { code: 'Unauthorized', message: 'A token of the Bot Framework for this app is needed.' },
      });
      assert.equal(headers.get('content-type'), 'application/json; charset=utf-8');
      assert.deepEqual(printed, [], 'nothing on the console');
    });

  it('refuses every other channel, with a good token too', async () => {
    const token = await sign(good());
    for (const channelId of ['emulator', 'webchat', 'directline', 'AseChannel']) {
      const { status } = await send(token, fromTeams({ channelId }));
      assert.ok(status === 401 || status === 403, `${channelId}: ${status}`);
    }
  });

  it('refuses a token without an activity, and an activity as a form', async () => {
    const token = await sign(good());
    assert.equal((await post(house.url, '[]', { authorization: `Bearer ${token}` })).status, 400);
    const form = { authorization: `Bearer ${token}`, 'content-type': 'application/x-www-form-urlencoded' };
    assert.equal((await post(house.url, 'type=message', form)).status, 415);
  });

  it('calls no service but Microsoft’s, however well the token is signed', async () => {
    const calls: string[] = [];
    const stranger = await listen((path) => (calls.push(path), {}));
    try {
      for (const serviceUrl of [stranger.url, `${stranger.url}/`, undefined]) {
        const token = await sign({ ...good(), serviceurl: serviceUrl });
        const { status, body } = await send(token, fromTeams({ serviceUrl, deliveryMode: undefined }));
        assert.equal(status, 403);
        assert.equal(body.error?.message, 'The service URL is not one of Microsoft’s.');
      }
      // A reference that was saved before there were credentials leads nowhere either.
      const authentication = authenticationFor(readConfig(credentials));
      const factory = authentication.createConnectorFactory(
        new ClaimsIdentity([{ type: 'aud', value: app }]),
      );
      await assert.rejects(factory.create(stranger.url, issuer), { code: 'SERVICE_URL_REFUSED' });
      assert.deepEqual(calls, []);
    } finally {
      stranger.server.close();
    }
    assert.deepEqual(printed, []);
  });

  it('knows Microsoft’s hosts', () => {
    for (const url of [
      teams,
      'https://smba.infra.gcc.teams.microsoft.com/gcc/',
      'https://smba.infra.gov.teams.microsoft.us/gov/',
      'https://smba.infra.dod.teams.microsoft.us/dod/',
      'https://webchat.botframework.com/',
      'https://webchat.botframework.azure.cn/',
      'https://api.botframework.azure.us',
    ])
      assert.ok(isMicrosofts(url), url);
    for (const url of [
      'http://smba.trafficmanager.net/uk/',
      'https://evil.trafficmanager.net/',
      'https://smba.trafficmanager.net.evil.example/',
      'https://evilbotframework.com/',
      'https://botframework.com.evil.example/',
      'https://smba.trafficmanager.net@evil.example/',
      'https://user:secret@smba.trafficmanager.net/',
      'https://smba.trafficmanager.net:8443/',
      'https://evil.example/?smba.trafficmanager.net',
      'https://evil.example/smba.trafficmanager.net/',
      'smba.trafficmanager.net',
      'javascript:alert(1)',
      '',
      null,
      { toString: () => teams },
    ])
      assert.ok(!isMicrosofts(url), String(url));
  });

  it('has no web chat, and opens no other door, when it is not on loopback', () => {
    const faultsOf = (environment: Record<string, string>) => {
      try {
        readConfig(environment);
        return [];
      } catch (error) {
        return (error as ConfigError).faults;
      }
    };
    assert.match(faultsOf({ HOST: '0.0.0.0' }).join(), /^HOST/);
    assert.match(faultsOf({ ...credentials, MICROSOFT_APP_PASSWORD: '' }).join(), /^MICROSOFT_APP_PASSWORD/);
    assert.match(faultsOf({ ...credentials, WEB_CHAT: 'on' }).join(), /web chat/);
    assert.match(faultsOf({ ENCRYPTION_KEYS: 'short' }).join(), /^ENCRYPTION_KEYS/);
    assert.deepEqual(faultsOf(credentials), []);
  });

  it('says that keys cannot be had, not that the token is bad, when Microsoft cannot be reached', async () => {
    const cut = await serve(credentials, {
      authority: { openIdMetadataUrl: 'http://127.0.0.1:9/openid', issuer },
    });
    try {
      const { status, body } = await post(cut.url, fromTeams(), {
        authorization: `Bearer ${await sign(good())}`,
      });
      assert.equal(status, 503);
      assert.equal(body.error?.code, 'ServiceUnavailable');
      assert.deepEqual(printed, []);
    } finally {
      await cut.close();
    }
  });

  async function listen(
    answer: (path: string, url: string) => object,
  ): Promise<{ server: Server; url: string }> {
    const server = createServer((request, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(answer(request.url ?? '', url)));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return { server, url };
  }
});
