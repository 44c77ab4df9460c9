import { lookups } from './schemes.js';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Activity } from 'botbuilder';
import { parse } from 'yaml';
import { webchatLookups } from '../../bot/channels/web/history.js';
import { kinds } from '../../bot/turn/records.js';
import { root } from '../../data/root.js';
import { openPostgresStore } from '../../data/store/postgres-store.js';
import type { Store } from '../../data/store/store.js';
import type { Reminders } from '../../dialogs/nudges/reminders.js';
import { stateOf, type Application } from '../../workflows/application.js';
import { Product } from './product.js';
import { startProxy } from './proxy.js';

export interface Trial {
  readonly url: string;
  readonly people: number;
  /** People who are at it at the same time. */
  readonly atOnce: number;
  /** Instances ended while people talk, and while nudges are sent: two of three are killed, the third is stopped. */
  readonly ends: { readonly talking: number; readonly nudging: number };
  /** Milliseconds between two of them. */
  readonly between: number;
  /** Lines of the conversation; all of it when left out. Nudges come only in the whole. */
  readonly lines?: number;
  readonly say?: (line: string) => void;
}

export interface Report {
  readonly turns: number;
  readonly sentAgain: number;
  readonly kills: number;
  readonly stops: number;
  readonly events: number;
  readonly nudges: number;
  readonly nudgesTwice: number;
}

interface Line {
  readonly me?: string;
  readonly press?: string;
  readonly advance?: number;
  readonly clock?: string;
}

const script = parse(
  readFileSync(join(root, 'test', 'conversations', 'ready-straight-through.yaml'), 'utf8'),
) as { clock: string; turns: Line[] };

/** Where the conversation waits for time to pass: each part is told under a clock of its own. */
const parts = [
  {
    now: script.clock,
    lines: script.turns.slice(
      0,
      script.turns.findIndex(({ advance }) => advance),
    ),
  },
  {
    now: '2026-12-23T10:00',
    lines: script.turns.slice(
      script.turns.findIndex(({ advance }) => advance),
      script.turns.findIndex(({ clock }) => clock),
    ),
  },
  { now: '2027-09-20T09:30', lines: script.turns.slice(script.turns.findIndex(({ clock }) => clock)) },
] as const;

/** The same day, past the time after which what was on its way from a dead instance is taken over. */
const afterTheLease = '2026-12-23T10:30';

/**
 * Three instances of the built product over one database, behind a proxy that gives each request to the next of them.
 * Everybody has the whole conversation while instances are killed and started. A request that died is sent again with
 * the same id, as Teams does.
 * @throws {AssertionError} when anything was lost or doubled.
 */
export async function tryInstances(trial: Trial): Promise<Report> {
  const { url, people, lines = Infinity, say = () => undefined } = trial;
  const connector = await startConnector();
  const instances = Array.from(
    { length: 3 },
    () => new Product('/nonexistent', parts[0].now, { DATABASE_URL: url }),
  );
  // At once, on an empty database.
  await Promise.all(instances.map((instance) => instance.start()));
  const proxy = await startProxy(instances.map((instance) => () => instance.url));
  const everybody = Array.from({ length: people }, (_, n) => new Manager(n, proxy.url, connector.url));
  const model = new Manager(people, proxy.url, connector.url);
  const store = await openPostgresStore({ url, lookups: [...lookups, ...webchatLookups] });
  const killed: number[] = [];
  let stopped = 0;
  try {
    for (const [number, part] of parts.entries()) {
      const before = parts.slice(0, number).flatMap((one) => one.lines).length;
      const script = part.lines.slice(0, Math.max(0, lines - before));
      if (script.length === 0) break;
      if (number > 0) await startAll(part.now);
      if (number === 1) await nudgesFor([...everybody, model]);
      // One who is not disturbed, to compare with.
      for (const line of script) await model.tell(line);
      const over = { yet: false };
      const ends = number === 2 ? Promise.resolve() : end(Math.ceil(trial.ends.talking / 2), over);
      await inParallel(everybody, trial.atOnce, async (one) => {
        for (const line of script) await one.tell(line);
      });
      over.yet = true;
      await ends;
      say(
        `part ${number + 1}: ${script.length} turns each, ${killed.length} kills and ${stopped} stops so far`,
      );
    }
    return await count(store);
  } finally {
    await proxy.close();
    await Promise.all(instances.map((instance) => instance.kill()));
    await connector.close();
    await store.close();
  }

  async function startAll(now: string): Promise<void> {
    await Promise.all(instances.map((instance) => instance.stop()));
    for (const instance of instances) instance.now = now;
    await Promise.all(instances.map((instance) => instance.start()));
  }

  /** Ends one after the other, each started again before the next. */
  async function end(times: number, over: { yet: boolean }): Promise<void> {
    for (let n = 0; n < times && !over.yet; n++) {
      await pause(trial.between * (0.5 + Math.random()));
      const instance = instances[Math.floor(Math.random() * instances.length)];
      assert.ok(instance);
      if ((killed.length + stopped) % 3 === 2) {
        await instance.stop();
        stopped++;
      } else {
        killed.push(Date.now());
        await instance.kill();
      }
      await pause(200);
      await instance.start();
    }
  }

  async function nudgesFor(all: readonly Manager[]): Promise<void> {
    const reached = () => new Set(connector.sends.map(({ conversation }) => conversation)).size;
    const until = async (condition: () => boolean | Promise<boolean>, seconds: number) => {
      for (const end = Date.now() + seconds * 1000; !(await condition()); await pause(100))
        assert.ok(Date.now() < end, `${reached()} of ${all.length} were reminded`);
    };
    await until(() => connector.sends.length > 0, 60);
    for (let n = 0; n < trial.ends.nudging; n++) {
      if (reached() === all.length) break;
      await end(1, { yet: false });
    }
    say(`nudges: ${reached()} people reached with ${killed.length} kills and ${stopped} stops so far`);
    await startAll(afterTheLease);
    await until(async () => {
      const records = await Promise.all(all.map(({ id }) => store.get<Reminders>(kinds.reminders, id)));
      return reached() === all.length && records.every((record) => record?.doc.outgoing === null);
    }, 240);
    // Two more rounds find nothing to do.
    const sends = connector.sends.length;
    await pause(45_000);
    assert.equal(connector.sends.length, sends, 'nothing more is sent');
  }

  async function count(store: Store): Promise<Report> {
    const expected = await historyOf(store, model);
    for (const one of everybody) {
      assert.deepEqual(one.apologies, [], `${one.id} was told sorry`);
      const found = await historyOf(store, one);
      for (const [n, event] of expected.events.entries())
        assert.deepEqual(found.events[n], event, `event ${n} in the history of ${one.id}`);
      assert.equal(found.events.length, expected.events.length, `events in the history of ${one.id}`);
      assert.equal(found.state, expected.state, `the state of ${one.id}`);
    }
    const sends = groupBySender(connector.sends);
    let twice = 0;
    for (const [conversation, list] of sends) {
      if (list.length === 1) continue;
      twice++;
      assert.equal(list.length, 2, `${conversation} was reminded ${list.length} times`);
      const [first] = list;
      const inside = killed.some((at) => first && at >= first.at && at - first.at < 2_000);
      assert.ok(inside, `${conversation} was reminded twice, and nothing was killed during the first`);
    }
    return {
      turns: everybody.reduce((sum, { told }) => sum + told, 0),
      sentAgain: everybody.reduce((sum, { sentAgain }) => sum + sentAgain, 0),
      kills: killed.length,
      stops: stopped,
      events: everybody.length * expected.events.length,
      nudges: sends.size,
      nudgesTwice: twice,
    };
  }
}

/** What happened to the one application of a person, without instants and names of people. */
async function historyOf(store: Store, { id }: Manager): Promise<{ events: unknown[]; state: string }> {
  const ids = await store.find('applications-of-person', id);
  assert.equal(ids.length, 1, `${id} has one application`);
  const doc = (await store.get<Application>(kinds.application, ids[0] ?? ''))?.doc;
  assert.ok(doc);
  const text = JSON.stringify(doc.history.map(({ by, event }) => ({ by, event })));
  return {
    events: JSON.parse(
      text
        .replaceAll(id, 'me')
        .replaceAll(doc.reference, 'AP')
        .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'then')
        // The clocks of the instances go on while people talk.
        .replace(/"time":"\d\d:\d\d"/g, '"time":"then"'),
    ) as unknown[],
    state: stateOf(doc.snapshot.value),
  };
}

/** A ward manager in a conversation of their own: says a line, and says it again until it is answered. */
class Manager {
  readonly id: string;
  told = 0;
  sentAgain = 0;
  readonly apologies: string[] = [];
  private last: Partial<Activity>[] = [];

  constructor(
    number: number,
    private readonly url: string,
    private readonly serviceUrl: string,
  ) {
    this.id = `manager-${number}`;
  }

  async tell({ me, press }: Line): Promise<void> {
    const said = me !== undefined ? { text: me } : { text: '', value: this.button(press ?? '') };
    const activity = {
      ...{ type: 'message', id: `${this.id}-${++this.told}`, channelId: 'test', serviceUrl: this.serviceUrl },
      ...{ recipient: { id: 'bot', name: 'AP Pathway' }, from: { id: this.id, name: this.id } },
      conversation: { id: `talk-${this.id}`, isGroup: false, conversationType: 'personal' },
      ...{ deliveryMode: 'expectReplies', ...said },
    };
    for (let tries = 0; ; tries++) {
      try {
        const response = await fetch(`${this.url}/api/messages`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(activity),
          signal: AbortSignal.timeout(60_000),
        });
        assert.equal(response.status, 200);
        const { activities } = (await response.json()) as { activities: Partial<Activity>[] };
        const texts = activities.map(({ text }) => text ?? '').join('\n');
        if (activities.length > 0 && !/went wrong|can’t save/.test(texts)) {
          this.last = activities;
          return;
        }
        this.apologies.push(`${me ?? press}: ${texts}`);
        throw new Error('not answered');
      } catch (error) {
        if (tries === 100) throw error;
        this.sentAgain++;
        await pause(100 + Math.random() * 200);
      }
    }
  }

  private button(title: string): unknown {
    const content = this.last.at(-1)?.attachments?.[0]?.content as
      { actions?: { title: string; data?: unknown }[] } | undefined;
    const action = content?.actions?.find((one) => one.title === title);
    assert.ok(action, `${this.id} sees no button “${title}” after: ${this.last.at(-1)?.text}`);
    return action.data;
  }
}

interface Send {
  readonly conversation: string;
  readonly at: number;
}

/** Counts what it is sent, and takes as long to answer as Teams may. */
async function startConnector(): Promise<{ url: string; sends: Send[]; close: () => Promise<void> }> {
  const sends: Send[] = [];
  const server = createServer((request, response) => {
    const [, conversation = ''] = /conversations\/([^/]+)\/activities/.exec(request.url ?? '') ?? [];
    sends.push({ conversation: decodeURIComponent(conversation), at: Date.now() });
    request.resume();
    setTimeout(() => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ id: String(sends.length) }));
    }, 150);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sends,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function groupBySender(sends: readonly Send[]): Map<string, Send[]> {
  const groups = new Map<string, Send[]>();
  for (const send of sends) groups.set(send.conversation, [...(groups.get(send.conversation) ?? []), send]);
  return groups;
}

async function inParallel<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = [...items];
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
    }),
  );
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
