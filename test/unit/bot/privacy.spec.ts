import { lookups } from '../../support/schemes.js';
import assert from 'node:assert/strict';
import { webchatLookups } from '../../../bot/channels/web/history.js';
import { readConfig } from '../../../bot/config.js';

import { startServer, type RunningServer } from '../../../bot/server.js';
import { openJsonStore, type JsonStore } from '../../../data/store/json-store.js';
import { mind, schemes, temporaryFolder, TestClock } from '../../support/assistant.js';
import { openChat, type Chat } from '../../support/chat.js';
import { textsIn } from '../../support/folder.js';
import { keptLog, message, post, textsOf } from '../../support/house.js';
import { Walker, walkClock, walkLines } from '../../support/walk.js';

/** What people say of themselves and of others on the way, and who they are. */
const marks = [
  ...[
    'Jo Hart',
    'Amina Khan',
    'Lee from HR',
    'Sam Okafor',
    'Ruth Bell',
    'Mary Shaw',
    'Ana Lopez',
    'Ben Price',
  ],
  ...[
    'Northfield',
    'District nursing',
    '0161 496',
    'M20 2WR',
    'caseload',
    'twelve',
    'Marker Name',
    'marker-person',
  ],
];

describe('what is held of a person', function () {
  this.timeout(120_000);
  let folder: string;
  let remove: () => Promise<void>;
  let store: JsonStore;
  let server: RunningServer;
  let clock: TestClock;
  let lines: string[];

  beforeEach(async () => {
    ({ folder, remove } = await temporaryFolder());
    clock = new TestClock(walkClock);
    lines = [];
    await start();
  });
  afterEach(async () => {
    await stop();
    await remove();
  });

  async function start(): Promise<void> {
    store = await openJsonStore({ folder, lookups: [...lookups, ...webchatLookups] });
    const { log, lines: logged } = keptLog();
    lines = logged;
    const config = readConfig({ PORT: '0', DATA_DIR: folder });
    server = await startServer({ config, store, schemes, mind, clock, log });
  }

  async function stop(): Promise<void> {
    await server.close();
    await store.close();
  }

  async function marksLeft(): Promise<string[]> {
    await store.checkpoint();
    const everything = (await textsIn(folder)).toLowerCase();
    return marks.filter((mark) => everything.includes(mark.toLowerCase()));
  }

  const who = {
    from: { id: 'marker-person', name: 'Marker Name' },
    conversation: { id: 'with-marker-person', isGroup: false, conversationType: 'personal' },
  };
  const say = async (text: string) => textsOf(await post(server.url, message(text, who))).join('\n');

  async function walk(): Promise<void> {
    const walker = new Walker('marker-person');
    while (!walker.done) await walker.step(server.url);
  }

  it('is told, given as JSON and to read, and gone from every file once they say so', async () => {
    await walk();
    await say('what would Mary Shaw say about the car park in Northfield?');
    const before = await marksLeft();
    assert.deepEqual(before, marks, 'the search finds what is there');

    assert.match(await say('what do you hold about me'), /One application of yours/);
    const links = (await say('download my data')).match(/http:\/\/localhost:\d+\/documents\/[\w-]+/g) ?? [];
    assert.equal(links.length, 2);
    const files = await Promise.all(links.map((link) => fetch(link)));
    const json = files.find(({ headers }) => headers.get('content-type')?.includes('json'));
    const word = files.find((file) => file !== json);
    const text = JSON.stringify(await json?.json());
    for (const mark of before.filter((one) => one !== 'Marker Name')) assert.ok(text.includes(mark), mark);
    assert.match(word?.headers.get('content-type') ?? '', /wordprocessingml/);

    assert.match(await say('delete my data'), /cannot be undone/);
    assert.match(await say('yes'), /\*\*Deleted\.\*\*/);
    assert.deepEqual(await marksLeft(), []);
    assert.equal((await fetch(links[0] ?? '')).status, 404);
    await stop();
    await start();
    assert.deepEqual(await marksLeft(), [], 'a start brings nothing back');
  });

  it('is in no line of the log, at any level, in the whole journey and with faults on the way', async () => {
    await walk();
    await say('what would Mary Shaw say about the car park in Northfield?');
    await say('Mrs Lopez in bed 4, born 3 March 1950, has a caseload of pressure ulcers');
    const commit = store.commit.bind(store);
    store.commit = () => Promise.reject(Object.assign(new Error('Sam Okafor'), { code: 'ENOSPC' }));
    await say('Jo Hart of Northfield');
    await post(server.url, {
      ...message('Ana Lopez', who),
      serviceUrl: 'http://127.0.0.1:9',
      deliveryMode: undefined,
    });
    store.commit = commit;
    await post(server.url, '{"type":"message","text":"Sam Okafor"');
    await post(server.url, message('Sam Okafor', { from: { id: 5 } }));
    await say('delete my data');
    await say('yes');
    assert.ok(lines.length > 0);
    for (const line of lines) {
      const { level, time, code } = JSON.parse(line) as Record<string, unknown>;
      assert.ok(Number(level) >= 20 && Number(time) > 0 && typeof code === 'string', line);
      for (const mark of marks)
        assert.ok(!line.toLowerCase().includes(mark.toLowerCase()), `${mark} in ${line}`);
    }
  });

  it('in the web chat is gone too, when they say so', async () => {
    const chat = await chatted();
    assert.ok((await marksLeft()).length > 3);
    await chat.say('delete my data');
    await chat.say('yes');
    assert.match((await chat.texts()).join(), /\*\*Deleted\.\*\*/);
    assert.deepEqual(await marksLeft(), []);
  });

  it('in the web chat is gone half a year after it was said, with the application', async () => {
    const chat = await chatted();
    await chat.say('withdraw');
    await chat.say('yes');
    await chat.say('skip');
    assert.match((await chat.texts()).join(), /withdrawn/i);
    const end = clock.now();
    for (const [days, isThere] of [
      [180, true],
      [185, false],
    ] as const) {
      await stop();
      clock = new TestClock(end.slice(0, 16));
      clock.addDays(days);
      await start();
      await settled(async () => (await marksLeft()).length > 0 === isThere);
      assert.equal((await marksLeft()).length > 0, isThere, `after ${days} days`);
    }
  });

  /** Somebody who got as far as the form in the web chat. */
  async function chatted(): Promise<Chat> {
    const chat = await openChat(server.url);
    for (const { me, press } of walkLines.slice(0, 40)) await chat.say(me ?? press ?? '');
    return chat;
  }

  /** What happens by itself at a start is under way when it listens. */
  async function settled(done: () => Promise<boolean>): Promise<void> {
    for (let n = 0; n < 100 && !(await done()); n++) await new Promise((resolve) => setTimeout(resolve, 50));
  }
});
