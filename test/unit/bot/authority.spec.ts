import { lookups, northWest } from '../../support/schemes.js';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { Activity } from 'botbuilder';
import restify from 'restify';
import type { AddressInfo } from 'node:net';
import { linkId } from '../../../bot/turn/records.js';
import { mountDocuments } from '../../../bot/http/documents.js';
import { kinds, type LinkRecord } from '../../../bot/turn/records.js';
import type { Json } from '../../../data/store/store.js';
import { openJsonStore, type JsonStore } from '../../../data/store/json-store.js';
import type { DocumentName } from '../../../dialogs/conversation.js';
import type { Command } from '../../../dialogs/understanding/commands.js';
import type { Application } from '../../../workflows/application.js';
import { actionOf, may } from '../../../workflows/authority-rules.js';
import { calendar, schemes, temporaryFolder, TestClock, TestHouse } from '../../support/assistant.js';
import * as stages from '../workflows/nudge-applications.js';

const DAY = '2026-11-20';
const theirs = 'AP-7K3M-9QRT';
/** What stands in the application and nowhere else. */
const marks = ['Ward 7', 'Jo Bell', 'jo@trust.nhs.uk', 'Some words'];

/** Every command, in the ways that could be about somebody else's application. */
const everyCommand: Record<Command, readonly string[]> = {
  help: ['help'],
  home: ['home'],
  greeting: ['hello'],
  thanks: ['thanks'],
  'ready-check': ['am i ready to apply'],
  'good-practice': ['good practice'],
  fix: ['fix 1'],
  eligibility: ['eligibility'],
  apply: ['apply'],
  'new-version': ['new version'],
  'new-application': ['new application'],
  continue: ['continue'],
  status: ['my applications', '1'],
  open: [`open ${theirs}`, `open application ${theirs}`, 'open 1'],
  'check-answers': ['check answers'],
  change: ['change mentor or supervisor', 'change places'],
  back: ['back'],
  undo: ['undo', 'undo the decision', 'undo the withdrawal', `undo ${theirs} 0`, `undo ${theirs} 3`],
  redo: ['redo'],
  save: ['save'],
  cancel: ['cancel', 'yes'],
  'start-over': ['start over', 'yes'],
  copy: [`copy ${theirs}`, 'copy'],
  documents: ['documents'],
  'send-it': ['send it'],
  sent: ['sent today', 'returned today'],
  decision: ['funded for 2 of 2', 'not funded'],
  withdraw: ['withdraw', 'yes'],
  reopen: ['reopen', 'the decision was wrong'],
  confirmation: ['confirmation of support', 'recruited'],
  universities: ['change university', 'cumbria'],
  'start-date': ['change the start date', '1 March 2027'],
  'dont-know': ['dont know'],
  skip: ['skip'],
  same: ['same'],
  contacts: ['who can i ask'],
  draft: ['draft'],
  'confirm-answers': ['confirm answers', 'I accept'],
  missing: ['answer what is missing'],
  started: ['the programme has started'],
  reminders: ['my reminders'],
  'remind-me': ['remind me tomorrow to ring'],
  snooze: [`snooze ${theirs} tomorrow`],
  'already-done': [`already done ${theirs}`],
  'stop-reminders': [`stop reminders ${theirs}`],
  'start-reminders': [`start reminders ${theirs}`],
  plan: ['plan'],
  calendar: ['calendar'],
  invite: ['invite'],
  'ask-colleague': ['ask a colleague', 'Ruth in HR'],
  join: [`join ${theirs}`, 'join 3467-89BC-DFGH-JKMN-PQRT'],
  'hand-over': ['hand over'],
  people: ['who can see this'],
  remove: ['remove sam', 'remove 1'],
  'take-back': ['take back the codes'],
  overview: ['overview'],
  privacy: ['what do you hold about me'],
  'download-data': ['download my data'],
  'delete-data': ['delete my data', 'no'],
  'ap-or-na': ['ap or nursing associate'],
  advise: ['home'],
  ask: ['home'],
  helpful: ['home'],
  'not-helpful': ['home'],
};
const everything = Object.values(everyCommand).flat();

const given: Record<string, () => Application> = {
  preparing: () => stages.on(stages.begin(DAY), DAY, stages.checks(DAY)),
  'a form begun': () => stages.formBegun(DAY),
  'a complete form': () => stages.formComplete(DAY),
  'a declared form': () => stages.declared(DAY),
  'a sent form': () => stages.sent(DAY),
  'not funded': () =>
    stages.on(stages.sent(DAY), DAY, [
      { type: 'decision.received', result: 'not-funded', places: 0, on: DAY },
    ]),
  'a funded form': () => stages.funded(DAY, DAY),
  'rows complete': () => stages.rowsComplete(stages.funded(DAY, DAY), DAY),
  returned: () => stages.returned(stages.funded(DAY, DAY), DAY),
  withdrawn: () =>
    stages.on(stages.sent(DAY), DAY, [{ type: 'application.withdrawn', on: DAY, reason: null }]),
};

describe('authority, through the real turn', function () {
  this.timeout(120_000);
  const houses: { house: TestHouse; remove: () => Promise<void> }[] = [];

  async function open(application?: Application, coordinators: string[] = []): Promise<TestHouse> {
    const { folder, remove } = await temporaryFolder();
    const house = await TestHouse.open(folder, new TestClock('2026-11-23T10:00'), { coordinators });
    houses.push({ house, remove });
    if (application) await keep(house, application);
    return house;
  }

  afterEach(async () => {
    for (const { house, remove } of houses.splice(0)) {
      await house.close();
      await remove();
    }
  });

  for (const [outsider, activity] of [
    ['somebody of the same organisation', {}],
    ['somebody with the owner’s id in another tenant', { channelData: { tenant: { id: 'elsewhere' } } }],
  ] as const) {
    it(`to ${outsider} it is as if the application were not there, whatever they say`, async () => {
      const person = outsider.startsWith('somebody of') ? 'mallory' : 'sam';
      const there = await open(made(given['a declared form']?.() as Application));
      const notThere = await open();
      const before = await record(there);
      let minute = 0;
      for (const text of everything) {
        const who = { person, conversation: 'theirs' };
        // One after another also for the clock: what is begun at one instant has no order.
        for (const house of [there, notThere])
          house.clock.moveTo(
            `2026-11-23T${String(10 + Math.floor(minute / 60))}:${String(minute % 60).padStart(2, '0')}`,
          );
        minute += 1;
        const [heard, otherwise] = await Promise.all([
          there.receive({ text, ...activity }, who),
          notThere.receive({ text, ...activity }, who),
        ]);
        assert.equal(said(heard), said(otherwise), `“${text}” tells whether it is there`);
        assert.deepEqual(shown(heard), [], `“${text}” shows something of it`);
      }
      assert.deepEqual(await record(there), before);
    });
  }

  it('cards of others do nothing, as they came or edited, and tell nothing', async () => {
    const application = made(given['a declared form']?.() as Application);
    const there = await open(application);
    const notThere = await open();
    const cards = await cardsOf(there);
    assert.ok(cards.length > 20);
    const before = await record(there);
    const mallory = { person: 'mallory', conversation: 'theirs' };
    for (const house of [there, notThere]) await house.receive({ text: 'apply' }, mallory);
    const revision = before.revision;
    for (const value of [
      ...cards,
      ...cards.map(({ ap, ...rest }) => ({ ...rest, ap: { ...ap, step: 'any' } })),
      ...cards.map(({ ap, ...rest }) => ({ ...rest, ap: { ...ap, application: 'AP-3333-3333' } })),
      ...cards.map(({ ap, ...rest }) => ({ ...rest, ap: { ...ap, revision: revision + 1 } })),
      { ap: { application: theirs, step: 'eoi:send', revision }, says: 'sent today', by: 'sam' },
      { ap: { application: theirs, step: 'any', revision }, says: `open ${theirs}`, owner: 'mallory' },
    ]) {
      const [heard, otherwise] = await Promise.all([
        there.receive({ value, text: '' }, mallory),
        notThere.receive({ value, text: '' }, mallory),
      ]);
      assert.equal(said(heard), said(otherwise), JSON.stringify(value));
      assert.deepEqual(shown(heard), [], JSON.stringify(value));
    }
    assert.deepEqual(await record(there), before);
  });

  it('dialogs and cards that are answered in place tell others nothing, and change nothing, in any state', async () => {
    const { sections } = northWest.form;
    const forms = ['eligibility', 'university', 'trainee:1', ...sections.map(({ id }) => `section:${id}`)];
    const typed = { 'q.service-name': 'Mine', 'q.places': '3', 'q.university': 'cumbria', 'q.name': 'Mine' };
    for (const [stage, application] of Object.entries(given)) {
      const there = await open(made(application()), ['cora']);
      const notThere = await open(undefined, ['cora']);
      const before = await record(there);
      const { revision } = before;
      const asked = forms.flatMap((form) => {
        const ap = { application: theirs, step: `form:${form}`, revision };
        const filled = (data: object) => ({
          name: 'adaptiveCard/action',
          value: { action: { type: 'Action.Execute', verb: 'ap-fill', data: { ap, form, ...data } } },
        });
        return [filled({ opens: true }), filled({ ...typed, owner: 'mallory' })];
      });
      for (const [step, verb] of [
        ['applications:list', 'ap-refresh'],
        ['any', 'ap-say'],
        ['form:declaration', 'ap-say'],
      ] as const)
        for (const says of [`open ${theirs}`, 'I accept', 'sent today', 'withdraw', 'documents']) {
          const data = { ap: { application: theirs, step, revision }, says };
          const action = { type: 'Action.Execute', verb, data };
          asked.push({ name: 'adaptiveCard/action', value: { action } } as never);
        }
      for (const [person, tenantId] of [
        ['mallory', 'test'],
        ['sam', 'elsewhere'],
        ['cora', 'test'],
      ] as const) {
        const who = { person, conversation: `of-${person}` };
        const conversation = {
          id: who.conversation,
          isGroup: false,
          conversationType: 'personal',
          name: '',
          tenantId,
        };
        for (const { name, value } of asked) {
          const activity = { type: 'invoke', name, value, conversation };
          const [heard, otherwise] = await Promise.all([
            there.receive(activity, who),
            notThere.receive(activity, who),
          ]);
          const about = `${stage}: ${person} ${name} ${JSON.stringify(value)}`;
          assert.ok(heard.length > 0, about);
          // Where an application stands is for a coordinator to see, and its service.
          const isOverseen = person === 'cora';
          if (!isOverseen) assert.equal(answered(heard), answered(otherwise), about);
          assert.ok(
            !marks.slice(isOverseen ? 1 : 0).some((mark) => JSON.stringify(heard).includes(mark)),
            about,
          );
        }
      }
      assert.deepEqual(await record(there), before, stage);
      // The owner's own way with the same data leads somewhere, so the refusals above are about who asks.
      const who = { person: 'sam', conversation: 'sams' };
      const own = await Promise.all(
        asked.map(({ name, value }) => there.receive({ type: 'invoke', name, value }, who)),
      );
      assert.ok(
        own.some((heard) => !/cannot show you/.test(JSON.stringify(heard))),
        stage,
      );
    }
  });

  for (const [stage, application] of Object.entries(given)) {
    it(`somebody invited to ${stage} answers and no more, whatever they say or press`, async () => {
      const house = await open(made(application()));
      const cards = await cardsOf(house);
      await keep(house, { ...(await record(house)).doc, invited: ['ina'] });
      const before = (await record(house)).doc.history.length;
      const ina = { person: 'ina', conversation: 'inas' };
      for (const text of everything) {
        await house.receive({ text: `open ${theirs}` }, ina);
        await house.receive({ text }, ina);
      }
      for (const value of cards) await house.receive({ value, text: '' }, ina);
      const { doc } = await record(house);
      const did = doc.history.slice(before).map(({ by, event }) => [by, actionOf(event, by)] as const);
      for (const [by, action] of did) {
        assert.equal(by, 'ina');
        assert.ok(may('invited', action), action);
      }
      assert.deepEqual([doc.owner, doc.invited], ['sam', ['ina']]);
      assert.ok(!did.some(([, action]) => action !== 'answer'));
    });

    it(`a coordinator sees where ${stage} stands, changes nothing and reads no answer`, async () => {
      const house = await open(made(application()), ['cora']);
      const cards = await cardsOf(house);
      const before = await record(house);
      const cora = { person: 'cora', conversation: 'coras' };
      for (const turn of [
        ...everything.map((text) => ({ text })),
        ...cards.map((value) => ({ value, text: '' })),
      ]) {
        const heard = await house.receive(turn, cora);
        // Its service is theirs to see, and who owns it.
        const read = shown(heard).filter((mark) => !['Ward 7', theirs, 'sam'].includes(mark));
        assert.deepEqual(read, [], JSON.stringify(turn));
      }
      assert.deepEqual(await record(house), before);
      const overview = said(await house.receive({ text: 'overview' }, cora));
      assert.match(overview, /sam/);
    });
  }

  it('in a group nothing personal is told, made or deleted', async () => {
    const house = await open(made(given['a sent form']?.() as Application), ['sam']);
    const group = {
      conversation: { id: 'ward', isGroup: true, conversationType: 'groupChat', name: '' },
      entities: [
        { type: 'mention', text: '<at>AP Pathway</at>', mentioned: { id: 'bot', name: 'AP Pathway' } },
      ],
    };
    const who = { person: 'sam', conversation: 'ward' };
    await house.receive({ text: `open ${theirs}`, ...group }, who);
    for (const text of ['invite', 'hand over', 'overview', 'what do you hold about me', 'download my data'])
      assert.match(
        said(await house.receive({ text, ...group }, who)),
        /in your own chat|between you and me/,
        text,
      );
    assert.match(
      said(await house.receive({ text: 'delete my data', ...group }, who)),
      /in your own chat|between you and me/,
    );
    await house.receive({ text: 'yes', ...group }, who);
    assert.ok(await record(house));
    const codes = await house.memory.find('invitations-of-application', theirs);
    assert.deepEqual(codes, []);
  });

  it('of two who use one code at the same time, one joins', async () => {
    const house = await open(made(given['a form begun']?.() as Application));
    const invited = await house.receive({ text: 'invite' }, { person: 'sam', conversation: 'sams' });
    const text = /join [0-9A-Z-]{24}/.exec(invited.map((one) => one.text).join())?.[0] ?? '';
    const people = ['ina', 'bob', 'eve', 'dan', 'kim'];
    await Promise.all(people.map((person) => house.receive({ text }, { person, conversation: person })));
    assert.equal((await record(house)).doc.invited.length, 1);
  });
});

describe('links to documents', () => {
  let store: JsonStore;
  let clock: TestClock;
  let server: restify.Server;
  let remove: () => Promise<void>;
  let base: string;
  const coordinators: string[] = [];
  const secrets = new Map<string, string>();
  const person = (name: string) => {
    const secret = createHash('sha256').update(name).digest('base64url');
    const id = `web-${createHash('sha256').update(secret).digest('hex').slice(0, 32)}`;
    secrets.set(id, secret);
    return id;
  };
  const [sam, ina, mallory] = [person('sam'), person('ina'), person('mallory')];

  beforeEach(async () => {
    const temporary = await temporaryFolder();
    remove = temporary.remove;
    store = await openJsonStore({ folder: temporary.folder, lookups });
    clock = new TestClock('2026-11-23T10:00');
    server = restify.createServer();
    mountDocuments(server, { store, schemes, clock, calendar, coordinators });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    coordinators.splice(0);
    for (const id of [sam, ina, mallory]) await keepPerson(id, 'webchat');
    await keepApplication({ owner: sam, invited: [ina] });
  });

  afterEach(async () => {
    await new Promise<void>((resolve) => server.close(() => resolve()));
    await store.close();
    await remove();
  });

  const keepPerson = (id: string, tenant: string) =>
    store.commit([
      { kind: kinds.person, id, doc: { id, name: '', tenant, greetedAt: null, reference: null } },
    ]);
  const keepApplication = (change: Partial<Application>) => {
    const doc = { ...stages.declared(DAY), reference: theirs, tenant: 'webchat', ...change };
    return store.commit([{ kind: kinds.application, id: theirs, doc: doc as unknown as Json }]);
  };
  /** As it is kept after the chat gave it. */
  const link = async (owner: string, document: DocumentName, application = theirs): Promise<string> => {
    const token = `${owner}-${document}`;
    const doc: LinkRecord = { document, application, person: owner, expires: '2026-11-23T11:00:00.000Z' };
    await store.commit([{ kind: kinds.link, id: linkId(token), doc: doc as unknown as Json }]);
    return `${base}/documents/${token}`;
  };
  const get = async (url: string, as?: string) => {
    const cookie = as ? { cookie: `ap_person=${secrets.get(as) ?? ''}` } : undefined;
    const response = await fetch(url, cookie ? { headers: cookie } : {});
    return { status: response.status, text: await response.text() };
  };

  it('open for the person who asked, and for nobody else', async () => {
    const url = await link(sam, 'eoi-form');
    assert.equal((await get(url, sam)).status, 200);
    for (const other of [ina, mallory, undefined]) assert.equal((await get(url, other)).status, 404);
  });

  it('open until their hour is over', async () => {
    const url = await link(sam, 'eoi-form');
    clock.moveTo('2026-11-23T11:00');
    assert.equal((await get(url, sam)).status, 404);
  });

  it('stop opening when the person is removed, hands over and leaves, or moves to another tenant', async () => {
    const [own, invited] = [await link(sam, 'eoi-email'), await link(ina, 'eoi-form')];
    assert.equal((await get(invited, ina)).status, 200);
    await keepApplication({ owner: sam, invited: [] });
    assert.equal((await get(invited, ina)).status, 404);
    await keepApplication({ owner: ina, invited: [] });
    assert.equal((await get(own, sam)).status, 404);
    assert.equal((await get(invited, ina)).status, 200);
    await keepPerson(ina, 'elsewhere');
    assert.equal((await get(invited, ina)).status, 404);
  });

  it('a link that names somebody else’s application opens nothing, and says the same as one that never was', async () => {
    const never = await get(`${base}/documents/${'x'.repeat(32)}`, mallory);
    assert.equal(never.status, 404);
    for (const document of ['eoi-form', 'eoi-email', 'support-form', 'support-email'] as const)
      assert.deepEqual(await get(await link(mallory, document), mallory), never);
  });

  it('the overview opens for a coordinator as long as they are one; the documents never do', async () => {
    const [overview, form] = [await link(mallory, 'overview', ''), await link(mallory, 'eoi-form')];
    assert.equal((await get(overview, mallory)).status, 404);
    coordinators.push(mallory);
    const table = await get(overview, mallory);
    assert.equal(table.status, 200);
    assert.match(table.text, new RegExp(`${theirs},Some words,Ward 7,`));
    assert.equal((await get(form, mallory)).status, 404);
    await keepPerson(mallory, 'elsewhere');
    assert.doesNotMatch((await get(overview, mallory)).text, new RegExp(theirs));
  });

  it('a calendar file has the dates of one application, of all, or of a plan, and is gone when there are none', async () => {
    const other = { ...stages.sent(DAY), reference: 'AP-8X4N-6HJK', owner: sam, tenant: 'webchat' };
    await store.commit([{ kind: kinds.application, id: other.reference, doc: other as unknown as Json }]);
    const uids = async (about: Partial<LinkRecord>, as = sam) => {
      const doc = { document: 'calendar', application: '', person: as, expires: '2026-11-23T11:00:00.000Z' };
      const token = JSON.stringify([about, as]);
      await store.commit([
        { kind: kinds.link, id: linkId(token), doc: { ...doc, ...about } as unknown as Json },
      ]);
      const { status, text } = await get(`${base}/documents/${encodeURIComponent(token)}`, as);
      const found = [...text.matchAll(/^UID:(.*)-[a-z]+@ap-pathway/gm)].map(([, uid]) => uid);
      return status === 200 ? [...new Set(found)].sort() : status;
    };
    assert.deepEqual(await uids({}), [theirs, other.reference].sort());
    assert.deepEqual(await uids({ application: theirs }), [theirs]);
    assert.deepEqual(await uids({ application: theirs }, mallory), 404);
    assert.deepEqual(await uids({ intake: 'february-2028' }, mallory), [
      `plan-${northWest.id}-february-2028`,
    ]);
    assert.deepEqual(await uids({}, mallory), 404);
  });

  it('a person’s data holds their own applications, and of others what they did there', async () => {
    const file = await link(ina, 'my-data', '');
    const { status, text } = await get(file, ina);
    assert.equal(status, 200);
    for (const mark of [...marks, sam]) assert.equal(text.includes(mark), false, mark);
    assert.match((await get(await link(sam, 'my-data', ''), sam)).text, /Jo Bell/);
    assert.equal((await get(file, sam)).status, 404);
  });
});

function made(application: Application): Application {
  return { ...application, reference: theirs, owner: 'sam', tenant: 'test' };
}

async function keep(house: TestHouse, application: Application): Promise<void> {
  await house.memory.commit([{ kind: kinds.application, id: theirs, doc: application as unknown as Json }]);
}

async function record(house: TestHouse) {
  const found = await house.memory.get<Application>(kinds.application, theirs);
  assert.ok(found);
  return found;
}

/** What was said, with whatever is different each time taken out: references made anew, tokens and codes. */
function said(activities: readonly Partial<Activity>[]): string {
  return JSON.stringify(activities.map(({ text, attachments }) => [text, attachments]))
    .replace(/AP-[0-9A-Z]{4}-[0-9A-Z]{4}/g, 'AP')
    .replace(/documents\/[\w-]+/g, 'documents/…')
    .replace(/([0-9A-Z]{4}-){4}[0-9A-Z]{4}/g, 'CODE');
}

/** All that came back, with what is different each time taken out. */
function answered(activities: readonly Partial<Activity>[]): string {
  const made = activities.map(({ type, text, value, attachments }) => [
    type,
    text,
    value as unknown,
    attachments,
  ]);
  return JSON.stringify(made)
    .replace(/AP-[0-9A-Z]{4}-[0-9A-Z]{4}/g, 'AP')
    .replace(/documents\/[\w-]+/g, '…');
}

/** Which of the marks are shown. */
function shown(activities: readonly Partial<Activity>[]): string[] {
  const text = JSON.stringify(activities.map((one) => [one.text, one.attachments]));
  return [...marks, theirs].filter((mark) => text.includes(mark));
}

interface CardData {
  readonly ap: { readonly application: string | null; readonly step: string; readonly revision: number };
  readonly [name: string]: unknown;
}

/** What every button would send that the owner was given on a walk through what there is. */
async function cardsOf(house: TestHouse): Promise<CardData[]> {
  const who = { person: 'sam', conversation: 'sams' };
  const cards: CardData[] = [];
  for (const text of [
    'continue',
    'check answers',
    'my applications',
    'who can see this',
    'my reminders',
    'help',
    'universities',
    'plan',
    'withdraw',
    'no',
    'home',
  ]) {
    for (const { attachments = [] } of await house.receive({ text }, who)) {
      const { actions = [] } = (attachments[0]?.content ?? {}) as { actions?: { data?: CardData }[] };
      cards.push(...actions.flatMap(({ data }) => (data?.ap ? [data] : [])));
    }
  }
  return cards;
}
