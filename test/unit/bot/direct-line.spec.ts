import assert from 'node:assert/strict';
import { WebSocket } from 'ws';
import { FakeStore, startDemo, type Demo } from './direct-line-demo.js';

interface Said {
  id: string;
  type: string;
  text?: string;
  from?: { id: string; role: string };
  replyToId?: string;
  channelData?: Record<string, unknown>;
  serviceUrl?: string;
}
interface Chat {
  conversationId: string;
  token: string;
  streamUrl: string;
  watermark?: string;
}

describe('Direct Line', () => {
  let store: FakeStore;
  let demo: Demo;
  beforeEach(async () => {
    store = new FakeStore();
    demo = await startDemo(store);
  });
  afterEach(() => demo.stop());

  async function newPerson(): Promise<string> {
    const page = await fetch(demo.url);
    return page.headers.get('set-cookie')?.split(';')[0] ?? '';
  }

  function generate(cookie: string, body: object = {}, headers: Record<string, string> = {}) {
    return fetch(`${demo.url}/v3/directline/tokens/generate`, {
      method: 'POST',
      headers: { cookie, origin: demo.url, 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  }

  async function call<T = Record<string, unknown>>(
    token: string,
    path: string,
    body?: unknown,
    method = body === undefined ? 'GET' : 'POST',
  ): Promise<{ status: number; body: T }> {
    const response = await fetch(`${demo.url}/v3/directline${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as T };
  }

  async function newChat(cookie: string): Promise<Chat> {
    const ticket = (await (await generate(cookie)).json()) as Chat;
    const { status, body } = await call<Chat>(ticket.token, '/conversations', {});
    assert.equal(status, 201);
    return body;
  }

  const say = (chat: Chat, text: string, more: object = {}) =>
    call<{ id: string; error?: { code: string } }>(
      chat.token,
      `/conversations/${chat.conversationId}/activities`,
      { type: 'message', text, from: { id: 'somebody-else' }, ...more },
    );

  async function heard(chat: Chat, watermark = ''): Promise<{ activities: Said[]; watermark: string }> {
    const path = `/conversations/${chat.conversationId}/activities?watermark=${watermark}`;
    return (await call<{ activities: Said[]; watermark: string }>(chat.token, path)).body;
  }

  const texts = (activities: Said[]) => activities.map(({ text }) => text);

  /** Listens until `enough` says so; answers all that came. */
  function listen(streamUrl: string, enough: (all: Said[]) => boolean, headers = {}): Promise<Said[]> {
    const socket = new WebSocket(streamUrl, { headers });
    const all: Said[] = [];
    return new Promise<Said[]>((resolve, reject) => {
      const giveUp = setTimeout(() => reject(new Error(`only heard ${JSON.stringify(all)}`)), 5000);
      socket.on('error', reject);
      socket.on('message', (data: Buffer) => {
        all.push(...(JSON.parse(data.toString()) as { activities: Said[] }).activities);
        if (enough(all)) resolve(all);
      });
      socket.on('close', () => clearTimeout(giveUp));
    }).finally(() => socket.terminate());
  }

  it('greets at the start, echoes the message, and brings the answer after it', async () => {
    const chat = await newChat(await newPerson());
    const listening = listen(chat.streamUrl, (all) => texts(all).includes('You said: hello'));
    const sent = await say(chat, 'hello', { channelData: { clientActivityID: 'c1' } });
    assert.equal(sent.status, 200);
    const all = (await listening).filter(({ type }) => type === 'message');
    assert.match(all[0]?.text ?? '', /^Hello\. I help/);
    assert.deepEqual(texts(all.slice(1)), ['hello', 'You said: hello']);
    assert.equal(all[1]?.id, sent.body.id);
    assert.equal(all[1]?.channelData?.clientActivityID, 'c1');
    assert.equal(all[2]?.replyToId, sent.body.id);
    assert.ok(!JSON.stringify(all).includes('/connector/'), 'the secret address of the bot stays here');
  });

  it('says who the person is by the cookie, whatever the client claims', async () => {
    const chat = await newChat(await newPerson());
    await say(chat, 'hello');
    const mine = (await heard(chat)).activities.find(({ text }) => text === 'hello');
    assert.match(mine?.from?.id ?? '', /^web-[0-9a-f]{32}$/);
  });

  it('lets nobody read or write the conversation of another', async () => {
    const [mine, theirs] = [await newPerson(), await newPerson()];
    const chat = await newChat(mine);
    const other = await newChat(theirs);
    await say(chat, 'hello');
    const path = `/conversations/${chat.conversationId}`;
    for (const [where, body] of [
      [`${path}/activities`, undefined],
      [path, undefined],
      [`${path}/activities`, { type: 'message', text: 'as you' }],
    ] as const)
      assert.equal((await call(other.token, where, body)).status, 403);
    assert.equal((await generate(theirs, { conversationId: chat.conversationId })).status, 403);
    await assert.rejects(
      listen(other.streamUrl.replace(other.conversationId, chat.conversationId), () => true),
      /403/,
    );
    assert.deepEqual(texts((await heard(chat)).activities).includes('as you'), false);
  });

  it('gives tokens to its own page alone', async () => {
    const cookie = await newPerson();
    const no = async (cookie: string, headers: Record<string, string>) =>
      (await generate(cookie, {}, headers)).status;
    assert.equal(await no('', {}), 401);
    assert.equal(await no('ap_person=guess', {}), 401);
    assert.equal(await no(cookie, { origin: 'https://evil.example' }), 403);
    assert.equal(await no(cookie, { 'sec-fetch-site': 'cross-site' }), 403);
    assert.equal(await no(cookie, { 'content-type': 'text/plain' }), 415);
    const { headers } = await fetch(demo.url, { headers: { 'sec-fetch-site': 'cross-site' } });
    assert.equal(
      headers.get('set-cookie'),
      null,
      'a link from elsewhere must not part people from their work',
    );
    assert.equal((await fetch(demo.url, { headers: { cookie } })).headers.get('set-cookie'), null);
  });

  it('refuses a stream from another site, with a used-up or wrong token', async () => {
    const chat = await newChat(await newPerson());
    const never = () => false;
    await assert.rejects(listen(chat.streamUrl, never, { origin: 'https://evil.example' }), /403/);
    await assert.rejects(listen(chat.streamUrl.replace(/t=[^&]+/, `t=${chat.token}`), never), /403/);
    await assert.rejects(listen(chat.streamUrl.replace(/watermark=/, 'watermark=x'), never), /400/);
    await assert.rejects(listen(`${demo.url.replace('http', 'ws')}/elsewhere`, never), /404/);
  });

  it('answers every bad request with a plain 4xx', async () => {
    const chat = await newChat(await newPerson());
    const path = `/conversations/${chat.conversationId}`;
    const status = async (where: string, body?: unknown, token = chat.token) => {
      const answer = await call<{ error?: { message: string } }>(token, where, body);
      assert.ok(answer.body.error?.message, `${where} says why`);
      return answer.status;
    };
    assert.equal(await status(`${path}/activities`, '{"type":'), 400);
    assert.equal(await status(`${path}/activities`, '[1]'), 400);
    assert.equal(await status(`${path}/activities`, { type: 'conversationUpdate' }), 400);
    assert.equal(await status(`${path}/activities`, { type: 'message', text: 5 }), 400);
    assert.equal(await status(`${path}/activities`, { type: 'message', attachments: [{}] }), 400);
    assert.equal(await status(`${path}/activities`, '['.repeat(100_000)), 400);
    assert.equal(await status(`${path}/activities`, `{"a":${'['.repeat(50)}${']'.repeat(50)}}`), 400);
    assert.equal(await status(`${path}/activities`, { type: 'message', text: 'x'.repeat(300_000) }), 413);
    assert.equal(await status(`${path}/upload`, {}), 415);
    assert.equal(await status(`${path}/activities?watermark=abc`), 400);
    assert.equal(await status(`${path}?watermark=-1`), 400);
    assert.equal(await status('/conversations/unknown-conversation'), 403);
    assert.equal(await status(path, undefined, 'rubbish'), 403);
    assert.equal(await status(path, undefined, `${chat.token}x`), 403);
    assert.equal((await generate(await newPerson(), { conversationId: 'unknown-conversation' })).status, 404);
    assert.deepEqual(demo.faults, []);
  });

  it('lets nobody speak as the bot without the secret', async () => {
    const chat = await newChat(await newPerson());
    const response = await fetch(
      `${demo.url}/connector/guess/v3/conversations/${chat.conversationId}/activities`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"type":"message","text":"x"}',
      },
    );
    assert.equal(response.status, 404);
  });

  it('carries on from the watermark', async () => {
    const chat = await newChat(await newPerson());
    await say(chat, 'one');
    const before = await heard(chat);
    await say(chat, 'two');
    const { body } = await call<Chat>(
      chat.token,
      `/conversations/${chat.conversationId}?watermark=${before.watermark}`,
    );
    const all = await listen(body.streamUrl, (all) => all.length === 2);
    assert.deepEqual(texts(all), ['two', 'You said: two']);
  });

  it('finds the history again after a restart, with the token that the page has', async () => {
    const cookie = await newPerson();
    const chat = await newChat(cookie);
    await say(chat, 'one');
    const before = await heard(chat);
    await demo.stop();
    demo = await startDemo(store);
    assert.deepEqual(await heard(chat), before);
    assert.equal((await say(chat, 'two')).status, 200);
    const ticket = (await (await generate(cookie, { conversationId: chat.conversationId })).json()) as Chat;
    const after = await heard(ticket);
    assert.deepEqual(texts(after.activities).slice(-2), ['two', 'You said: two']);
    assert.equal(after.activities.filter(({ text }) => text?.startsWith('Hello.')).length, 1);
  });

  it('keeps pages, and drops the oldest', async function () {
    this.timeout(60_000);
    const chat = await newChat(await newPerson());
    for (let count = 0; count < 530; count++) await say(chat, `line ${count}`);
    const pages = [...store.records.values()].filter(({ kind }) => kind === 'webchat-page');
    assert.ok(pages.length <= 51, `${pages.length} pages`);
    const all = (
      await demo.chat.transcripts((await heard(chat, '1051')).activities[0]?.from?.id ?? '')
    ).flatMap(({ activities }) => activities);
    assert.ok(all.length <= 1020 && all.length >= 1000);
    assert.equal(all.at(-1)?.text, 'You said: line 529');
    const old = await heard(chat, '0');
    assert.ok(old.activities.length > 0, 'an old watermark begins with what is left');
  });

  it('takes one sending once', async () => {
    const chat = await newChat(await newPerson());
    const sending = { channelData: { clientActivityID: 'same' } };
    const [first, second] = [await say(chat, 'hello', sending), await say(chat, 'hello', sending)];
    assert.equal(first.body.id, second.body.id);
    const all = (await heard(chat)).activities;
    assert.equal(all.filter(({ text }) => text === 'You said: hello').length, 1);
  });

  it('never writes down words that the bot will not keep', async () => {
    const chat = await newChat(await newPerson());
    const listening = listen(chat.streamUrl, (all) => texts(all).includes('I have not kept that.'));
    const { body } = await say(chat, 'secret');
    const shown = (await listening).filter(({ id }) => id === body.id);
    assert.deepEqual(texts(shown), ['secret', '(removed)']);
    assert.equal((await heard(chat)).activities.find(({ id }) => id === body.id)?.text, '(removed)');
    assert.ok(!store.everWritten.some((text) => text.includes('secret')));
    assert.equal(await demo.chat.redact(chat.conversationId, 'unknown'), false);
  });

  it('lets the bot change and take back what it said', async () => {
    const chat = await newChat(await newPerson());
    await say(chat, 'change');
    await say(chat, 'take back');
    const said = texts((await heard(chat)).activities).slice(1);
    assert.deepEqual(said, ['change', 'After', 'take back']);
  });

  it('brings a nudge, also after a restart', async () => {
    const chat = await newChat(await newPerson());
    await say(chat, 'hello');
    await demo.nudge('The form is due on Friday.');
    assert.equal((await heard(chat)).activities.at(-1)?.text, 'The form is due on Friday.');
    const old = { channelId: 'webchat', serviceUrl: 'http://127.0.0.1:1/connector/old' };
    assert.equal(demo.chat.current(old).serviceUrl, demo.chat.serviceUrl);
    const teams = { channelId: 'msteams', serviceUrl: 'https://smba.example' };
    assert.equal(demo.chat.current(teams), teams);
  });

  it('says so when the bot could not be reached, and goes on', async () => {
    const chat = await newChat(await newPerson());
    assert.equal((await say(chat, 'fail')).status, 502);
    assert.match((await heard(chat)).activities.at(-1)?.text ?? '', /^Sorry, something went wrong/);
    assert.equal((await say(chat, 'hello')).status, 200);
    assert.deepEqual(demo.faults, ['webchat.deliver']);
  });

  it('goes on while the disk refuses, and saves it all afterwards', async () => {
    const chat = await newChat(await newPerson());
    await say(chat, 'one');
    store.broken = true;
    assert.equal((await say(chat, 'two')).status, 200);
    assert.ok(demo.faults.includes('webchat.save'));
    store.broken = false;
    await say(chat, 'three');
    await demo.stop();
    demo = await startDemo(store);
    assert.deepEqual(texts((await heard(chat)).activities).slice(1), [
      'one',
      'You said: one',
      'two',
      'You said: two',
      'three',
      'You said: three',
    ]);
  });

  it('forgets a person wholly', async () => {
    const cookie = await newPerson();
    const [first, second] = [await newChat(cookie), await newChat(cookie)];
    await say(first, 'one');
    await say(second, 'two');
    const person = (await heard(second)).activities.find(({ text }) => text === 'two')?.from?.id ?? '';
    await demo.chat.forget(person, second.conversationId);
    assert.deepEqual((await heard(second)).activities, []);
    assert.equal((await generate(cookie, { conversationId: first.conversationId })).status, 404);
    await demo.chat.forget(person);
    assert.ok(!JSON.stringify([...store.records.values()]).includes(person));
  });
});
