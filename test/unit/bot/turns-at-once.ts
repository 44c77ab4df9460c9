import { northWest } from '../../support/schemes.js';
import assert from 'node:assert/strict';
import type { Activity } from 'botbuilder';
import { replay, type Application } from '../../../workflows/application.js';
import { schemes } from '../../support/assistant.js';
import { startConnector, type Connector } from '../../support/connector.js';
import { message, type TestServer, type Who } from '../../support/server.js';
import { at, begin, formBegun } from '../workflows/nudge-applications.js';

/**
 * What holds for turns that come at the same time, to one instance or to several. Replies go out as real HTTP calls:
 * teams-ai's turn state alone loses most of these messages (`measured.md`).
 */
export function turnsAtOnce(start: () => Promise<TestServer>): void {
  let server: TestServer;
  let connector: Connector;

  beforeEach(async () => {
    server = await start();
    connector = await startConnector();
  });
  afterEach(async () => {
    await server.stop();
    await connector.close();
  });

  /** Sends without `expectReplies`: the answer goes to the connector. */
  async function send(text: string, who: Who, more: object = {}): Promise<void> {
    const activity = { ...message(text, who), serviceUrl: connector.url, ...more };
    const { status } = await server.post(JSON.stringify(activity));
    assert.equal(status, 200);
  }

  /** What it answered, without the sign that it is typing. */
  const answers = () => connector.received.filter(({ type }) => type === 'message');
  const said = ({ text }: Partial<Activity>) => text ?? '';

  function checkHistory(application: Application): void {
    const { scheme, snapshot } = application;
    const { value, context } = snapshot;
    const replayed = replay(application, (version) => schemes.schemes.get(`${scheme.id}@${version}`)!);
    assert.deepEqual(JSON.parse(JSON.stringify(replayed)), JSON.parse(JSON.stringify({ value, context })));
  }

  it('50 messages of one person all take effect, each answered once', async () => {
    await Promise.all(Array.from({ length: 50 }, () => send('new application', { person: 'ana' })));
    const applications = await server.applications('ana');
    assert.equal(applications.length, 50);
    assert.equal(new Set(applications.map(({ reference }) => reference)).size, 50);
    assert.equal(answers().length, 50);
    assert.ok(answers().every((one) => said(one).includes('1 of 6')));
  });

  it('50 messages of one person about one application are 50 entries of its history, in some order', async () => {
    await server.keep({
      ...formBegun('2026-11-23'),
      reference: 'AP-3333-4444',
      owner: 'ana',
      tenant: 'test',
    });
    await server.say('open AP-3333-4444', { person: 'ana' });
    const before = (await server.applications('ana'))[0]!.history.length;
    // Both are an event each time, whatever came before.
    await Promise.all(
      Array.from({ length: 50 }, (_, i) => send(i % 2 ? 'good practice' : 'am i ready?', { person: 'ana' })),
    );
    const [application] = await server.applications('ana');
    const added = application!.history.slice(before).map(({ event }) => JSON.stringify(event));
    assert.equal(added.length, 50);
    assert.equal(added.filter((event) => event.includes('"checks":[]')).length, 25);
    assert.equal(answers().length, 50);
    checkHistory(application!);
  });

  it('the same person in two conversations loses nothing in either', async () => {
    await server.keep({
      ...formBegun('2026-11-23'),
      reference: 'AP-3333-4444',
      owner: 'ana',
      tenant: 'test',
    });
    for (const conversation of ['phone', 'laptop'])
      await server.say('open AP-3333-4444', { person: 'ana', conversation });
    const before = (await server.applications('ana'))[0]!.history.length;
    await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        send(i % 2 ? 'good practice' : 'am i ready?', {
          person: 'ana',
          conversation: i % 4 < 2 ? 'phone' : 'laptop',
        }),
      ),
    );
    const [application] = await server.applications('ana');
    assert.equal(application!.history.length, before + 20);
    const to = answers().map((one) => one.conversation?.id);
    assert.deepEqual(
      [to.filter((id) => id === 'phone').length, to.filter((id) => id === 'laptop').length],
      [10, 10],
    );
    checkHistory(application!);
  });

  it('10 people on one application all take effect, and the history says who', async () => {
    const people = Array.from({ length: 10 }, (_, i) => `person-${i}`);
    const { checks } = northWest.readiness;
    await server.keep({
      ...begin('2026-11-23'),
      reference: 'AP-3333-4444',
      owner: people[0]!,
      invited: people.slice(1),
      tenant: 'test',
      createdAt: at('2026-11-23'),
    });
    const who = (person: string) => ({ person, conversation: `of-${person}` });
    for (const person of people) await server.say('open AP-3333-4444', who(person));
    const before = (await server.applications(people[0]))[0]!.history.length;
    await Promise.all(people.map((person) => send('am i ready to apply?', who(person))));
    await Promise.all(people.map((person) => send('not started', who(person))));
    const [application] = await server.applications(people[0]);
    checkHistory(application!);
    const added = application!.history.slice(before);
    const started = added.filter(({ event }) => event.type === 'readiness.started');
    assert.deepEqual(started.map(({ by }) => by).sort(), [...people].sort());
    const answered = added.flatMap(({ event, by }) =>
      event.type === 'readiness.answered' ? [{ event, by }] : [],
    );
    // Whose question was answered already was told so: nobody overwrote anybody, and no check is answered twice.
    const asked = answered.map(({ event }) => event.check);
    assert.equal(new Set(asked).size, asked.length);
    assert.deepEqual(
      asked,
      checks
        .filter(({ essential }) => essential)
        .map(({ id }) => id)
        .slice(0, asked.length),
    );
    assert.equal(answers().length, 20);
  });

  it('the same activity many times at once acts once, and every delivery gets the same answer', async () => {
    const once = JSON.stringify({
      ...message('new application', { person: 'ana' }),
      serviceUrl: connector.url,
    });
    await Promise.all(Array.from({ length: 5 }, () => server.post(once)));
    assert.equal((await server.applications('ana')).length, 1);
    assert.deepEqual([...new Set(answers().map(said))].length, 1);
  });

  it('a reply that cannot be delivered loses no answer', async () => {
    await connector.close();
    await server.post(
      JSON.stringify({ ...message('new application', { person: 'ana' }), serviceUrl: connector.url }),
    );
    assert.equal((await server.applications('ana')).length, 1);
    assert.match((await server.say('continue', { person: 'ana' })).text, /1 of 6/);
  });
}
