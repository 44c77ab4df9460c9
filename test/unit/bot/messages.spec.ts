import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { message, pressed, TestServer, type Answer } from '../../support/server.js';

const toForm = ['apply', 'nhs', 'north west', 'assistant practitioner', 'community', 'yes', 'none', 'apply'];

describe('what is sent to /api/messages', function () {
  this.timeout(30_000);
  let server: TestServer;
  let kept: string;
  const now = async () => JSON.stringify(await server.applications());

  before(async () => {
    server = await TestServer.start();
    const { text } = await server.sayAll(toForm);
    assert.match(text, /full name of your organisation/);
    kept = await now();
  });
  after(() => server.stop());

  /** Nothing was lost: the application is as it was, and the next message carries on. */
  async function carriesOn(): Promise<void> {
    assert.equal(await now(), kept, 'the application is as it was');
    const { status, text } = await server.say('continue');
    assert.equal(status, 200);
    assert.match(text, /full name of your organisation/);
  }

  describe('is answered, and changes nothing', () => {
    const said: [string, string, object, RegExp][] = [
      ['an empty message', '', {}, /empty/],
      ['spaces and invisible characters', ' \u200b\u202e\u0000\u0007 ', {}, /empty/],
      ['emoji only', '🤷👩🏽‍⚕️', {}, /words|letters|type/i],
      ['no text at all', '', { text: undefined }, /empty/],
      ['a card that is none', '', { value: { ap: 'x' } }, /empty/],
      ['a card with prototype keys', '', { value: { __proto__: { ap: 1 }, constructor: {} } }, /empty/],
      ['an unknown command of a card', '', { value: { action: 'drop' } }, /empty/],
      [
        'a card of another step',
        'x',
        { value: { ap: { application: null, step: 'home', revision: 0 }, says: 'apply' } },
        /That card is from earlier/,
      ],
      [
        'a card of somebody else’s application',
        'x',
        {
          value: { ap: { application: 'AP-3333-3333', step: 'form:places', revision: 3 }, says: 'withdraw' },
        },
        /belongs to an application that I cannot show you/,
      ],
    ];
    for (const [what, text, more, expected] of said) {
      it(what, async () => {
        const answer = await server.say(text, {}, more);
        assert.equal(answer.status, 200);
        assert.match(answer.text, expected);
        assert.match(answer.text, /full name of your organisation/, 'and what is open is still there');
        await carriesOn();
      });
    }

    it('10,000 characters, which are no name', async () => {
      const long = await server.say('word '.repeat(2_000));
      // Nobody's organisation is called so: it is asked again, and nothing is put down.
      assert.match(long.text, /Give the name of your organisation/);
      assert.match((await server.say('no')).text, /full name of your organisation/);
      await carriesOn();
    });

    it('a card of an older revision', async () => {
      const first = await server.say('continue', { person: 'olga', conversation: 'c' });
      assert.equal(first.status, 200);
      await server.say('am i ready to apply?', { person: 'olga', conversation: 'c' });
      await server.say('done', { person: 'olga', conversation: 'c' });
      const asked = await server.say('Jane Roe', { person: 'olga', conversation: 'c' });
      const press = pressed(asked, 'Done');
      await server.say('', { person: 'olga', conversation: 'c' }, press);
      const [once] = await server.applications('olga');
      const again = await server.say('', { person: 'olga', conversation: 'c' }, press);
      assert.match(again.text, /That card is from earlier/);
      assert.deepEqual((await server.applications('olga'))[0], once);
    });
  });

  describe('is refused in plain JSON when it is no activity', () => {
    const good = () => message('help');
    const nested = (levels: number) => '{"a":'.repeat(levels) + '1' + '}'.repeat(levels);
    const bad: [string, string | Buffer, Record<string, string>?][] = [
      ['nothing', ''],
      ['malformed JSON', '{"type":'],
      ['a number', '1'],
      ['null', 'null'],
      ['a string', '"message"'],
      ['an array', JSON.stringify([good()])],
      ['no type', JSON.stringify({ ...good(), type: undefined })],
      ['a type that is no text', JSON.stringify({ ...good(), type: 7 })],
      ['nobody it is from', JSON.stringify({ ...good(), from: undefined })],
      ['somebody without an id', JSON.stringify({ ...good(), from: { name: 'x' } })],
      ['an id that is an object', JSON.stringify({ ...good(), from: { id: { toString: 'x' } } })],
      ['no conversation', JSON.stringify({ ...good(), conversation: undefined })],
      ['a conversation that is text', JSON.stringify({ ...good(), conversation: 'phone' })],
      ['a text that is a list', JSON.stringify({ ...good(), text: ['a'] })],
      ['members that are none', JSON.stringify({ ...good(), type: 'conversationUpdate', membersAdded: 'x' })],
      [
        'an action that is no text',
        JSON.stringify({ ...good(), type: 'installationUpdate', action: ['add'] }),
      ],
      ['10,000 levels', JSON.stringify(good()).replace(/}$/, `,"value":${nested(10_000)}}`)],
      ['300 KB', JSON.stringify({ ...good(), text: 'x'.repeat(300 * 1024) })],
      ['5 MB', JSON.stringify({ ...good(), text: 'x'.repeat(5 * 1024 * 1024) })],
      [
        'a form of a web page',
        'type=message&text=hi',
        { 'content-type': 'application/x-www-form-urlencoded' },
      ],
      ['plain text', JSON.stringify(good()), { 'content-type': 'text/plain' }],
      ['an upload', '--x\r\n\r\n--x--', { 'content-type': 'multipart/form-data; boundary=x' }],
      ['what is called zipped and is not', JSON.stringify(good()).slice(1), { 'content-encoding': 'gzip' }],
      ['what is zipped', gzipSync('x'.repeat(10_000_000)), { 'content-encoding': 'gzip' }],
    ];
    for (const [what, body, headers] of bad) {
      it(what, async () => {
        const answer = await server.post(body, headers);
        refused(answer);
        await carriesOn();
      });
    }
  });

  describe('is taken in its stride', () => {
    for (const type of [
      'banana',
      'typing',
      'event',
      'messageReaction',
      'endOfConversation',
      '__proto__',
      'invoke',
    ]) {
      it(`an activity of type ${type}`, async () => {
        const { status } = await server.post(
          JSON.stringify({
            ...message('withdraw'),
            type,
            deliveryMode: 'expectReplies',
            name: 'x',
            value: {},
          }),
        );
        assert.ok(status < 500, String(status));
        await carriesOn();
      });
    }

    it('prototype keys everywhere', async () => {
      const body = JSON.stringify({ ...message('help'), deliveryMode: 'expectReplies' }).replace(
        /^{/,
        '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},',
      );
      const { status } = await server.post(body);
      assert.ok(status < 500, String(status));
      assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
      await carriesOn();
    });

    it('people and conversations with odd names', async () => {
      for (const name of [
        '__proto__',
        'constructor',
        '../../etc/passwd',
        'a/b\\c',
        '\u202e',
        '.',
        '💥',
        'CON',
      ]) {
        const answer = await server.say('am i ready to apply?', { person: name, conversation: name });
        assert.ok(answer.status < 500, name);
        if (answer.status === 200) assert.match(answer.text, /1 of 7/, name);
      }
      await carriesOn();
    });
  });

  describe('delivered twice', () => {
    it('acts once, and gets the same answer', async () => {
      const who = { person: 'dora', conversation: 'd' };
      await server.say('am i ready to apply?', who);
      const body = JSON.stringify({ ...message('done', who), deliveryMode: 'expectReplies' });
      const [first, second] = await Promise.all([server.post(body), server.post(body)]);
      const third = await server.post(body);
      assert.match(first.text, /Who confirmed it/);
      assert.deepEqual([second.text, third.text], [first.text, first.text]);
      const [application] = await server.applications('dora');
      assert.equal(application!.history.filter(({ event }) => event.type === 'readiness.answered').length, 1);
    });

    it('begins one application, not two', async () => {
      const who = { person: 'emil', conversation: 'e' };
      const body = JSON.stringify({ ...message('new application', who), deliveryMode: 'expectReplies' });
      await Promise.all([server.post(body), server.post(body), server.post(body)]);
      assert.equal((await server.applications('emil')).length, 1);
    });

    it('acts once, however many came in between', async () => {
      const who = { person: 'fay', conversation: 'f' };
      const body = JSON.stringify({ ...message('new application', who), deliveryMode: 'expectReplies' });
      await server.post(body);
      for (let i = 0; i < 12; i++) await server.say('help', who);
      const late = await server.post(body);
      assert.match(late.text, /I have that message already/);
      assert.equal((await server.applications('fay')).length, 1);
    });
  });

  function refused({ status, type, body }: Answer): void {
    assert.ok(status >= 400 && status < 500, `status ${status}`);
    assert.match(type, /^application\/json/);
    const said = body.error?.message ?? '';
    assert.match(said, /^[A-Z][^{}<>]*\.$/, 'a plain sentence');
    assert.doesNotMatch(said, /Error|at \w+ \(|node_modules|SyntaxError/);
  }
});
