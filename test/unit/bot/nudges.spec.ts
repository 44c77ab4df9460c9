import { londonDate, nextWorkingDay } from '../../../workflows/dates.js';
import { schemesOf } from '../../../data/schemes/schemes.js';
import { northWest } from '../../support/schemes.js';
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { readConfig } from '../../../bot/config.js';
import type { NudgeRound } from '../../../bot/jobs/nudges.js';
import type { SendResult } from '../../../bot/turn/incoming.js';
import { kinds } from '../../../bot/turn/records.js';
import { retimeAfterChange } from '../../../bot/jobs/retime.js';
import { createAdapter } from '../../../bot/channels/teams/adapter.js';
import { StoreUnavailable } from '../../../data/store/errors.js';
import type { JsonStore } from '../../../data/store/json-store.js';
import type { Store } from '../../../data/store/store.js';
import { noReminders, type Reminders } from '../../../dialogs/nudges/reminders.js';
import type { Application } from '../../../workflows/application.js';
import { calendar, schemes, silent, temporaryFolder, TestClock } from '../../support/assistant.js';
import { Channel, type Reception } from '../../support/channel.js';
import { buildSender, killAndRestart, randomFrom } from '../../support/killing.js';
import {
  begunOn,
  dueDay,
  hasty,
  openStore,
  person,
  roundOver,
  runUntilDone,
  seed,
  write,
  type RoundOver,
} from '../../support/reminded.js';
import { formBegun, funded } from '../workflows/nudge-applications.js';

describe('the round of reminders, over HTTP', function () {
  this.timeout(60_000);
  let folder: string;
  let removeFolder: () => Promise<void>;
  let store: JsonStore;
  let clock: TestClock;
  let channel: Channel;
  let outcomes: SendResult[];

  beforeEach(async () => {
    ({ folder, remove: removeFolder } = await temporaryFolder());
    store = await openStore(folder);
    clock = new TestClock(`${dueDay}T09:00`);
    outcomes = [];
  });
  afterEach(async () => {
    await channel.down();
    await store.close();
    await removeFolder();
  });

  async function given(count: number, meet?: (conversation: string, tries: number) => Reception) {
    channel = await Channel.open(meet);
    return seed(store, { count, serviceUrl: channel.url });
  }

  function round(options: Partial<RoundOver> = {}): NudgeRound {
    const adapter = createAdapter(readConfig({}), silent);
    return roundOver({ store, clock, adapter, onOutcome: (one) => outcomes.push(one), ...options });
  }

  async function reminders(id: string): Promise<Reminders> {
    const record = await store.get<Reminders>(kinds.reminders, id);
    assert.ok(record);
    return record.doc;
  }

  it('sends each one once, and the next round nothing', async () => {
    const people = await given(25);
    assert.deepEqual(await round().run(), { looked: 25, sent: 25 });
    assert.deepEqual(await round().run(), { looked: 0, sent: 0 });
    for (const id of people) {
      assert.equal(channel.to(`c-${id}`).length, 1);
      const { outgoing, lastMessageOn, sent, doubtful, next, outcomes: kept } = await reminders(id);
      assert.deepEqual([outgoing, lastMessageOn, sent.length, doubtful], [null, dueDay, 1, []]);
      assert.deepEqual(kept, [{ on: dueDay, result: 'sent' }]);
      assert.equal(next, '2027-02-17');
    }
    assert.match(channel.to('c-p000000')[0] ?? '', /the form is not sent/);
  });

  it('waits for as long as a busy channel asks, and repeats nothing that it took', async () => {
    const faults: Reception[] = [{ status: 429, retryAfter: 1 }, { status: 500 }, { status: 503 }];
    await given(3, (_, tries) => faults[tries - 1] ?? 'taken');
    await round().run();
    for (const id of ['c-p000000', 'c-p000001', 'c-p000002']) {
      const times = channel.sendings.filter((one) => one.conversation === id).map(({ at }) => at);
      assert.equal(times.length, 4);
      assert.ok((times[1] ?? 0) - (times[0] ?? 0) >= 1000, 'Retry-After was not waited for');
      assert.equal(channel.to(id).length, 1);
    }
  });

  it('leaves a channel alone that asks for a longer wait, and comes back another time', async () => {
    await given(1, (_, tries) => (tries === 1 ? { status: 429, retryAfter: 60 } : 'taken'));
    const one = round();
    await one.run();
    await one.run();
    assert.equal(channel.sendings.length, 1);
    assert.deepEqual(outcomes, ['later']);
    assert.deepEqual((await reminders('p000000')).sent, []);
    clock.addMinutes(1);
    await one.run();
    assert.deepEqual(outcomes, ['later', 'sent']);
    assert.equal(channel.to('c-p000000').length, 1);
  });

  for (const silence of ['slow', 'dropped'] as const)
    it(`makes one request and no more when the answer is ${silence}: it may have arrived`, async () => {
      await given(2, () => silence);
      const patience = { ...hasty, timeout: 200 };
      await round({ patience }).run();
      clock.addMinutes(30);
      await round({ patience }).run();
      assert.equal(channel.sendings.length, 2);
      assert.deepEqual(outcomes, ['ambiguous', 'ambiguous']);
      const { sent, outgoing, outcomes: kept } = await reminders('p000000');
      assert.deepEqual([sent.length, outgoing, kept.at(-1)?.result], [1, null, 'ambiguous']);
    });

  it('stops for a person who has blocked it, tells the coordinator once, and starts when they write', async () => {
    await given(2, (conversation) => (conversation === 'c-p000001' ? { status: 403 } : 'taken'));
    await store.commit([write(kinds.person, 'claire', person('claire', channel.url))]);
    const one = round({ coordinators: ['claire'] });
    await one.run();
    assert.deepEqual(channel.to('c-p000001'), []);
    const { blocked, next, sent } = await reminders('p000001');
    assert.deepEqual([blocked, next, sent], [true, null, []]);
    assert.equal(channel.to('c-claire').length, 1);
    assert.match(channel.to('c-claire')[0] ?? '', /AP-P1.*my reminders do not reach its owner/);
    clock.moveTo('2027-02-17T09:00');
    await one.run();
    assert.equal(channel.sendings.filter((sending) => sending.conversation === 'c-p000001').length, 1);
    assert.equal(channel.to('c-claire').length, 1);
    // As a turn does.
    const record = await store.get<Reminders>(kinds.reminders, 'p000001');
    assert.ok(record);
    await store.commit([
      write(kinds.reminders, 'p000001', { ...record.doc, blocked: false, next: '2027-02-17' }),
    ]);
    await round({ coordinators: ['claire'] }).run();
    assert.equal(channel.sendings.filter((sending) => sending.conversation === 'c-p000001').length, 2);
  });

  it('tries later when nobody is there, and not at everybody’s expense', async () => {
    const people = await given(60);
    await channel.down();
    const one = round();
    await one.run();
    assert.ok(outcomes.every((outcome) => outcome === 'later'));
    assert.ok(outcomes.length < people.length, 'it gives up for this round');
    assert.deepEqual((await reminders('p000000')).sent, []);
    assert.equal((await reminders('p000000')).lastMessageOn, null);
    await channel.up();
    await runUntilDone(one, store, clock);
    for (const id of people) assert.equal(channel.to(`c-${id}`).length, 1);
  });

  it('begins nothing from 17:00 on, in the middle of a round', async () => {
    const people = await given(40);
    clock.moveTo(`${dueDay}T16:59`);
    let isEvening = false;
    const one = round({
      onOutcome: () => {
        if (isEvening || channel.sendings.length < 10) return;
        isEvening = true;
        clock.moveTo(`${dueDay}T17:00`);
      },
    });
    await one.run();
    const soFar = channel.sendings.length;
    assert.ok(soFar >= 10 && soFar < people.length, `${soFar} were sent`);
    clock.moveTo('2027-02-09T09:00');
    await one.run();
    for (const id of people) assert.equal(channel.to(`c-${id}`).length, 1);
  });

  it('two rounds at once, and two runs of the program over one store, send each once', async () => {
    const people = await given(60, (_, tries) => (tries === 1 ? { status: 503 } : 'taken'));
    const first = round({ lease: 600_000 });
    const second = round({ lease: 600_000 });
    await Promise.all([first.run(), second.run(), first.run()]);
    for (const id of people) assert.equal(channel.to(`c-${id}`).length, 1);
  });

  it('works out anew what changes under it, and drops what is done by then', async () => {
    await given(1);
    const reference = 'AP-P0';
    let meddled = 0;
    const one = round({
      send: async (_to, _reply, mayGo) => {
        // Somebody speaks to them between the look and the claim: the first time they write, the second they are done.
        const record = await store.get<Reminders>(kinds.reminders, 'p000000');
        assert.ok(record);
        meddled++;
        const doc = {
          ...record.doc,
          settings: { snoozed: [], stopped: meddled > 1 ? [reference] : ['AP-X'] },
        };
        await store.commit([write(kinds.reminders, 'p000000', doc)]);
        return (await mayGo()) ? 'sent' : 'later';
      },
    });
    await one.run();
    const { sent, outgoing } = await reminders('p000000');
    assert.deepEqual([meddled, sent, outgoing], [2, [], null]);
  });

  it('a send that a crash cut off is begun once more, and then never again', async () => {
    await given(3);
    /** Ends like a killed process: the claim is on disk, and no word of what became of it. */
    const cutOff = async () => {
      const one = round({
        send: async (_to, _reply, mayGo) => {
          await mayGo();
          return new Promise(() => undefined);
        },
      });
      void one.run();
      for (;;) {
        await new Promise((resolve) => setTimeout(resolve, 5));
        const claimed = await Promise.all(['p000000', 'p000001', 'p000002'].map(reminders));
        if (claimed.every(({ outgoing }) => outgoing)) return;
      }
    };
    await cutOff();
    assert.deepEqual(await round().run(), { looked: 3, sent: 3 });
    for (const id of ['p000000', 'p000001', 'p000002']) {
      assert.equal(channel.to(`c-${id}`).length, 1);
      assert.deepEqual((await reminders(id)).doubtful, []);
    }
    clock.moveTo('2027-02-17T09:00');
    await cutOff();
    await cutOffAgain('p000000');
    assert.equal((await round().run()).sent, 2);
    assert.equal(channel.to('c-p000000').length, 1, 'begun twice: nobody knows');
    const { outgoing, outcomes: kept, sent } = await reminders('p000000');
    assert.deepEqual([outgoing, kept.at(-1)?.result, sent.length], [null, 'ambiguous', 2]);

    async function cutOffAgain(id: string): Promise<void> {
      const record = await store.get<Reminders>(kinds.reminders, id);
      const keys = record?.doc.outgoing?.settles.map(({ key }) => key) ?? [];
      assert.ok(record && keys.length > 0);
      await store.commit([write(kinds.reminders, id, { ...record.doc, doubtful: keys })]);
    }
  });

  it('a disk that refuses after the send repeats nothing: it is kept as soon as it can be', async () => {
    await given(1);
    let full = false;
    const refusing: Store = {
      get: (kind, id) => store.get(kind, id),
      find: (lookup, key) => store.find(lookup, key),
      keys: (lookup, from, to) => store.keys(lookup, from, to),
      ids: (kind) => store.ids(kind),
      kinds: () => store.kinds(),
      writable: () => store.writable(),
      close: () => store.close(),
      commit: (writes) =>
        full ? Promise.reject(new StoreUnavailable('The disk refuses')) : store.commit(writes),
    };
    const one = round({ store: refusing, onOutcome: () => (full = true) });
    await one.run();
    await one.run();
    assert.ok((await reminders('p000000')).outgoing);
    full = false;
    await one.run();
    await one.run();
    assert.equal(channel.sendings.length, 1);
    const { outgoing, outcomes: kept } = await reminders('p000000');
    assert.deepEqual([outgoing, kept.at(-1)?.result], [null, 'sent']);
  });

  it('what is overdue goes to each coordinator of the organisation, once, in one message', async () => {
    channel = await Channel.open();
    const overdue = funded('2026-12-14', '2026-11-16');
    await seed(store, { count: 12, serviceUrl: channel.url, application: overdue, today: '2026-12-14' });
    const elsewhere = { ...person('drew', channel.url), tenant: 't2' };
    await store.commit([
      ...['claire', 'cora'].map((id) => write(kinds.person, id, person(id, channel.url))),
      write(kinds.person, 'drew', elsewhere),
    ]);
    clock.moveTo('2027-01-26T09:00');
    const one = round({ coordinators: ['claire', 'cora', 'drew', 'never-wrote'] });
    await one.run();
    for (const id of ['claire', 'cora']) {
      assert.equal(channel.to(`c-${id}`).length, 1);
      assert.match(channel.to(`c-${id}`)[0] ?? '', /^\*\*12 reminders for today/);
    }
    assert.deepEqual(channel.to('c-drew'), []);
    for (let day = 0; day < 10; day++) {
      clock.addDays(1);
      await one.run();
    }
    assert.equal(channel.to('c-claire').length + channel.to('c-cora').length, 2);
    assert.deepEqual((await reminders('claire')).inbox, []);
    assert.equal((await reminders('p000000')).outgoing, null);
  });

  it('a scheme whose dates change moves what was not sent, at the next start and once', async () => {
    await given(3);
    const closes = { on: '2027-03-19' };
    const current = { ...northWest, closes };
    const edited = schemesOf([current]);
    const shared = { store, calendar, clock, log: silent };
    await retimeAfterChange({ ...shared, schemes });
    assert.equal((await reminders('p000000')).next, dueDay);
    await retimeAfterChange({ ...shared, schemes: edited });
    const { next, inbox } = await reminders('p000000');
    assert.equal(next, nextWorkingDay(londonDate(clock.now()), calendar));
    assert.deepEqual(
      inbox.map(({ rule, subject }) => [rule, subject]),
      [['date-moved', JSON.stringify(['closes', null, '2027-03-19'])]],
    );
    const before = await store.get(kinds.reminders, 'p000000');
    await retimeAfterChange({ ...shared, schemes: edited });
    assert.equal((await store.get(kinds.reminders, 'p000000'))?.revision, before?.revision);
    const later = schemesOf([{ ...northWest, closes: { on: '2027-04-02' } }]);
    await retimeAfterChange({ ...shared, schemes: later });
    assert.match(
      (await reminders('p000000')).inbox.map(({ subject }) => subject).join(),
      /"2027-03-19","2027-04-02"/,
    );
  });

  it('someone without a conversation waits for one, and someone without applications costs nothing', async () => {
    channel = await Channel.open();
    const [id = ''] = await seed(store, { count: 1, serviceUrl: channel.url });
    await store.commit([
      write(kinds.person, id, { ...person(id, channel.url), reference: null }),
      write(kinds.reminders, 'nobody', { ...noReminders, next: begunOn }),
    ]);
    await round().run();
    assert.deepEqual(channel.sendings, []);
    assert.equal((await reminders(id)).next, dueDay);
    await store.commit([write(kinds.person, id, person(id, channel.url))]);
    await round().run();
    assert.equal(channel.to(`c-${id}`).length, 1);
  });

  it('ends quickly and cleanly when the program stops in the middle', async () => {
    const people = await given(100, () => ({ status: 429, retryAfter: 1 }));
    const stopping = new AbortController();
    const one = round({ signal: stopping.signal, perSecond: 200 });
    const running = one.run();
    while (channel.sendings.length < 20) await new Promise((resolve) => setTimeout(resolve, 2));
    stopping.abort();
    await one.close();
    await running;
    assert.ok(channel.sendings.length < people.length);
    for (const id of people) assert.deepEqual((await reminders(id)).outgoing, null);
  });

  it('100 reminders, busy and failing, with the process killed three times: none is lost', async function () {
    this.timeout(120_000);
    const random = randomFrom(7);
    const faults = new Map<string, Reception>();
    channel = await Channel.open((conversation, tries) => {
      if (tries > 1) return 'taken';
      const chance = random();
      const met: Reception =
        chance < 0.1 ? { status: 429, retryAfter: 0 } : chance < 0.2 ? { status: 500 } : 'taken';
      faults.set(conversation, met);
      return met;
    });
    const people = await seed(store, { count: 100, serviceUrl: channel.url });
    await store.close();
    const sender = await buildSender();
    try {
      const time = `${dueDay}T09:00:00Z`;
      const { killedAt } = await killAndRestart({
        ...{ sender, folder, time, channel, random },
        ...{ kills: 3, perSecond: 200, pause: 15 },
      });
      assert.equal(killedAt.length, 3);
    } finally {
      await rm(sender);
    }
    store = await openStore(folder);
    const times = people.map((id) => channel.to(`c-${id}`).length);
    assert.deepEqual(
      times.filter((count) => count === 0 || count > 2),
      [],
      'none lost, none sent more than twice',
    );
    const again = times.filter((count) => count === 2).length;
    assert.ok(again <= 3 * 30, `${again} repeats`);
    console.log(`      arrived ${people.length}, lost 0, repeated once ${again}, more often 0`);
    for (const id of people) assert.equal((await reminders(id)).outgoing, null);
  });

  it('a day of downtime is caught up in one message', async () => {
    channel = await Channel.open();
    const day = formBegun('2027-02-01');
    await seed(store, { count: 20, serviceUrl: channel.url, application: day, today: '2027-02-01' });
    const own = { id: 'own1', on: '2027-02-05', text: 'ring HR', application: null };
    const record = await store.get<Reminders>(kinds.reminders, 'p000003');
    assert.ok(record);
    await store.commit([write(kinds.reminders, 'p000003', { ...record.doc, own: [own] })]);
    clock.moveTo('2027-02-06T11:00');
    await round().run();
    assert.deepEqual(channel.sendings, []);
    clock.moveTo('2027-02-08T09:00');
    await runUntilDone(round(), store, clock);
    assert.equal(channel.sendings.length, 20);
    assert.match(channel.to('c-p000003')[0] ?? '', /Two reminders for today.*ring HR/s);
  });

  it('a moved intake date moves what is to come, and repeats nothing that was said', async () => {
    channel = await Channel.open();
    const application = funded('2026-12-14', '2026-11-16');
    const [id = ''] = await seed(store, {
      count: 1,
      serviceUrl: channel.url,
      application,
      today: '2026-12-14',
    });
    clock.moveTo('2027-01-11T09:00');
    await round().run();
    const { id: reference, doc } = (await store.get<Application>(kinds.application, 'AP-P0')) ?? {};
    assert.ok(reference && doc);
    const moved = structuredClone(northWest);
    const intake = moved.intakes.find(({ id: name }) => name === 'february-2027');
    assert.ok(intake);
    Object.assign(intake, { starts: '2027-03-01' });
    const edited = schemesOf([moved]);
    await retimeAfterChange({ store, calendar, clock, log: silent, schemes: edited });
    assert.equal((await reminders(id)).next, '2027-01-18');
    const days: string[] = [];
    for (let day = 11; day < 32; day++) {
      clock.moveTo(`2027-01-${day}T10:00`);
      const before = channel.sendings.length;
      await round({ schemes: edited }).run();
      if (channel.sendings.length > before) days.push(`2027-01-${day}`);
    }
    assert.deepEqual(days, ['2027-01-18', '2027-01-25', '2027-01-29']);
  });
});
