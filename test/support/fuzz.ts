import { lookups, northWest } from './schemes.js';
import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';

import type { Json } from '../../data/store/store.js';
import { renderCsv } from '../../dialogs/documents/csv.js';
import { renderDates, renderDocument } from '../../dialogs/documents/models.js';
import { rows } from '../../dialogs/overview/content.js';
import { londonDate } from '../../workflows/dates.js';
import type { Application } from '../../workflows/application.js';
import { calendar, schemes } from './assistant.js';
import { message, serve, type ServedHouse } from './house.js';
import { walkLines } from './walk.js';

export interface Fuzzed {
  readonly activities: number;
  /** How many of each status came back. */
  readonly statuses: Readonly<Record<string, number>>;
  readonly large: number;
  readonly documents: number;
  /** Megabytes of heap after garbage collection, a third of the way and at the end. */
  readonly heap: readonly [number, number];
  readonly applications: number;
  readonly seed: number;
}

/** Text that has broken something somewhere. */
export const nasty: readonly string[] = [
  '',
  ' ',
  '\u0000',
  '\u0000\u0001\u0008\u000b\u001f\u007f\u0085\u009f',
  '\ud800',
  '\udfff lone',
  '\ufffe\uffff',
  '\u202egnp.exe\u202c right to left',
  'مرحبا بالعالم',
  '\u200b\u200c\u200d\u2060\ufeffzero\u200bwidth',
  'Z̸̢͔̞͗a̴͕̒l̷̙͝g̴̱̈́o̶̼͝',
  '👩‍⚕️🏳️‍🌈👨‍👩‍👧‍👦',
  '=1+1',
  '=cmd|" /C calc"!A0',
  '@SUM(A1:A9)',
  '+44 161 496 0123',
  '-1',
  '\t=HYPERLINK("http://evil.example","x")',
  '＝1+1',
  '"; DROP TABLE people; --',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg/onload=alert(1)>',
  ']]><!--<x>&amp;&#0;&#x1F;&lt;',
  '[click](javascript:alert(1))',
  '![x](http://evil.example/pixel.png)',
  '</w:t></w:r><w:r><w:t>injected',
  'a\r\nBcc: everyone@evil.example\r\n\r\nbody',
  'a\nTo: x@evil.example',
  'END:VEVENT\r\nBEGIN:VEVENT',
  '${7*7}{{7*7}}<%= 7*7 %>#{7*7}',
  '%00%0d%0a../../../../etc/passwd',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '<at>AP Pathway</at> hello',
  '((((((((((((((((((((a+)+)+)+)+)+)+)+)+$',
  'a'.repeat(50_000),
  `${'a@'.repeat(2_000)}b.c`,
  `${'1'.repeat(400)}`,
  '9'.repeat(30),
  '-0',
  '1e309',
  'NaN',
  '٣٤٥',
  '１２',
  '31 February 2027',
  '0000-00-00',
  '275760-09-14',
  `${' \n'.repeat(3_000)}x`,
  `${'- '.repeat(5_000)}`,
  `${'yes '.repeat(4_000)}`,
  `${'['.repeat(3_000)}`,
  `${'*_'.repeat(3_000)}`,
  'İıſK',
  '\u2028\u2029',
];

/** Values of the wrong kind. */
const wrong: readonly Json[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  [],
  {},
  [[]],
  [null],
  { ap: null },
  { length: 1e9 },
  { toString: 'x', valueOf: 1, then: 'y' },
];

const commands = [
  'help',
  'back',
  'menu',
  'documents',
  'status',
  'change',
  'delete',
  'share',
  'what do you hold about me',
];

type Activity = Record<string, unknown>;

const team = {
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/uk/',
  locale: 'en-GB',
  textFormat: 'plain',
  timestamp: '2026-11-23T10:00:00.000Z',
  localTimestamp: '2026-11-23T10:00:00.000+00:00',
  localTimezone: 'Europe/London',
  channelData: { tenant: { id: '66666666-2222-4333-8444-555555555555' } },
};

/** What real clients send, for a person and the answer they got last. */
function corpus(person: string, card: unknown): Activity[] {
  const from = {
    id: `29:${person}`,
    name: 'Ann Example',
    aadObjectId: `00000000-0000-4000-8000-${person.padStart(12, '0')}`,
  };
  const conversation = {
    id: `a:${person}`,
    conversationType: 'personal',
    tenantId: team.channelData.tenant.id,
  };
  const group = {
    id: '19:meeting@thread.v2',
    conversationType: 'groupChat',
    isGroup: true,
    tenantId: conversation.tenantId,
  };
  const inTeams = (more: Activity) => message('', { ...team, from, conversation, ...more });
  const invoke = (name: string, value: unknown) => inTeams({ type: 'invoke', name, value, text: undefined });
  const action = (data: unknown) => ({
    action: { type: 'Action.Execute', id: '1', verb: 'press', data },
    trigger: 'manual',
  });
  const mine = { from: { id: person, name: person }, conversation: { id: `web-${person}`, isGroup: false } };
  return [
    message('hello', mine),
    message('apply', mine),
    message('', { ...mine, value: card }),
    message('', { ...mine, value: { ...(card as object), answer: '12' } }),
    message('yes', {
      ...mine,
      channelId: 'emulator',
      channelData: { clientActivityID: 'x', postBack: true },
    }),
    message('', {
      ...mine,
      channelId: 'webchat',
      type: 'event',
      name: 'webchat/join',
      value: { language: 'en' },
    }),
    message('', { ...mine, type: 'typing' }),
    message('', { ...mine, type: 'conversationUpdate', membersAdded: [{ id: person }, { id: 'bot' }] }),
    inTeams({ text: 'am I ready?' }),
    inTeams({
      text: '<at>AP Pathway</at> status',
      conversation: group,
      entities: [
        { type: 'mention', text: '<at>AP Pathway</at>', mentioned: { id: 'bot', name: 'AP Pathway' } },
        { type: 'clientInfo', locale: 'en-GB', country: 'GB', platform: 'Windows' },
      ],
    }),
    inTeams({ text: 'yes', value: card, replyToId: '1606' }),
    inTeams({
      type: 'conversationUpdate',
      membersAdded: [from],
      channelData: { ...team.channelData, eventType: 'teamMemberAdded' },
    }),
    inTeams({ type: 'conversationUpdate', membersRemoved: [from] }),
    inTeams({ type: 'installationUpdate', action: 'add' }),
    inTeams({ type: 'installationUpdate', action: 'remove' }),
    inTeams({ type: 'messageReaction', reactionsAdded: [{ type: 'like' }], replyToId: '1' }),
    inTeams({ type: 'messageUpdate', text: 'edited', channelData: { eventType: 'editMessage' } }),
    inTeams({ type: 'messageDelete', channelData: { eventType: 'softDeleteMessage' } }),
    inTeams({
      text: 'a file',
      attachments: [{ contentType: 'application/vnd.microsoft.teams.file.download.info', content: {} }],
    }),
    invoke('adaptiveCard/action', action(card)),
    invoke('adaptiveCard/action', { ...action(card), trigger: 'automatic' }),
    invoke('task/fetch', { data: card, context: { theme: 'dark' } }),
    invoke('task/submit', { data: { ...(card as object), answer: 'x' } }),
    invoke('composeExtension/query', { commandId: 'search', parameters: [{ name: 'q', value: 'x' }] }),
    invoke('fileConsent/invoke', {
      action: 'accept',
      context: {},
      uploadInfo: { uploadUrl: 'https://evil.example' },
    }),
    invoke('signin/verifyState', { state: '123456' }),
    invoke('message/submitAction', { actionName: 'feedback', actionValue: { reaction: 'like' } }),
    invoke('actionableMessage/executeAction', {}),
    inTeams({ type: 'command', name: 'application/vnd.x', value: {} }),
    inTeams({ type: 'handoff' }),
    inTeams({ type: 'trace', name: 'x', valueType: 'y' }),
    inTeams({ type: 'endOfConversation', code: 'unknown' }),
    inTeams({ type: 'invokeResponse', value: { status: 500 } }),
    inTeams({ type: 'delay', value: 1 }),
  ];
}

/**
 * Throws mutated and generated activities at the real server, and looks at all that comes back and at all that is made
 * of it. @throws at the first that crashes it, gives a 5xx or an apology, or is echoed as anything but text.
 */
export async function fuzz(
  count: number,
  say: (line: string) => void = () => undefined,
  seed = Date.now() % 2 ** 31,
): Promise<Fuzzed> {
  const house = await serve({ PERSON_LIMIT: '10000000' });
  const random = randomFrom(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const generated = fc.sample(fc.jsonValue({ maxDepth: 4 }), { numRuns: 300, seed }) as Json[];
  const texts = fc.sample(fc.string({ unit: 'binary', maxLength: 60 }), { numRuns: 300, seed });
  const people = Array.from({ length: 24 }, (_, n) => new Person(String(n + 1)));
  const statuses: Record<string, number> = {};
  const heap: number[] = [];
  let large = 0;
  let uncaught: unknown;
  const notice = (error: unknown) => (uncaught = error);
  process.on('unhandledRejection', notice);
  try {
    const before = Object.getOwnPropertyNames(Object.prototype).join();
    for (let n = 0; n < count;) {
      // A few at once, so that turns of one person and of several meet.
      const some = Array.from({ length: Math.min(12, count - n) }, async () => {
        n++;
        const person = pick(people);
        const what = body(person);
        const response = await fetch(`${house.url}/api/messages`, {
          method: 'POST',
          headers: { 'content-type': pick(types) },
          body: what,
        }).catch((error: unknown) =>
          assert.fail(`seed ${seed}: no answer (${String(error)}) to ${cut(what)}`),
        );
        const answered = await response.text();
        statuses[response.status] = (statuses[response.status] ?? 0) + 1;
        inspect(response, answered, what);
        person.heard(answered);
      });
      await Promise.all(some);
      if (random() < 0.02) large += await sendLarge();
      if (n % 600 < 12) heap.push(await heapNow());
      if (n % 2_000 < 12)
        say(`${n} activities, ${JSON.stringify(statuses)}, heap ${heap.at(-1)?.toFixed(0)} MB`);
    }
    assert.equal(uncaught, undefined);
    assert.equal(Object.getOwnPropertyNames(Object.prototype).join(), before, 'the prototype of everything');
    assert.equal((await fetch(`${house.url}/healthz`)).status, 200);
    // Some name a place to answer to where nobody is: that is said, and is no fault.
    const faults = house.lines.filter(
      (line) => /"level":(50|60)/.test(line) && !/"REPLY_NOT_DELIVERED".*"ECONNREFUSED"/.test(line),
    );
    assert.deepEqual(faults, [], `seed ${seed}: faults in the log`);
    const end = await heapNow();
    const early = heap[Math.floor(heap.length / 3)] ?? end;
    // What is remembered of people grows with what they say, up to its bounds; a leak would grow with every activity.
    assert.ok(end < early * 1.5 + 30, `heap from ${early.toFixed(0)} to ${end.toFixed(0)} MB`);
    const made = await inspectDocuments(house);
    return { activities: count, statuses, large, ...made, heap: [round(early), round(end)], seed };
  } finally {
    process.off('unhandledRejection', notice);
    await house.close();
  }

  function body(person: Person): string {
    const kind = random();
    if (kind < 0.04) return pick(broken);
    if (kind < 0.12) return JSON.stringify(pick(generated));
    // The next answer of someone on the way through, so that what is nasty comes to every step.
    const real = kind < 0.45 ? onTheWay(person) : pick(corpus(person.id, person.card));
    const changed = structuredClone(real) as { [key: string]: Json };
    if (random() < 0.6 && kind >= 0.45) for (let n = 0; n < 1 + random() * 3; n++) mutate(changed);
    changed.id ??= `fuzz-${random()}`;
    const text = JSON.stringify(changed);
    // JSON.stringify would not write this key of an ordinary object.
    return random() < 0.05 ? text.replace('{', '{"__proto__":{"polluted":1,"isGroup":true},') : text;
  }

  function onTheWay(person: Person): Activity {
    const line = walkLines[person.at % walkLines.length];
    if (random() < 0.75) person.at++;
    const said =
      random() < 0.25 ? pick(random() < 0.6 ? nasty : texts) : random() < 0.1 ? pick(commands) : undefined;
    const who = {
      from: { id: person.id, name: pick(nasty).slice(0, 100) },
      conversation: { id: `web-${person.id}` },
    };
    return message(said ?? line?.me ?? line?.press ?? '', who);
  }

  /** Changes one place, anywhere in it. */
  function mutate(root: { [key: string]: Json }): void {
    const places: [Record<string, Json>, string][] = [];
    const walk = (node: Json | undefined): void => {
      if (typeof node !== 'object' || node === null) return;
      for (const key of Object.keys(node)) {
        places.push([node as Record<string, Json>, key]);
        walk((node as Record<string, Json>)[key]);
      }
    };
    walk(root);
    const [node, key] = pick(places);
    const was = node[key];
    const how = random();
    if (how < 0.25) node[key] = pick(nasty);
    else if (how < 0.45) node[key] = structuredClone(pick(wrong));
    else if (how < 0.55) delete node[key];
    else if (how < 0.65) node[key] = [was ?? null, was ?? null];
    else if (how < 0.75) node[key] = { [key]: was ?? null, constructor: { prototype: { polluted: 1 } } };
    else if (how < 0.85) node[key] = typeof was === 'string' ? was + pick(nasty) : pick(generated);
    else if (how < 0.9) node[key] = deep(Math.floor(random() * 200));
    else if (how < 0.95) node[pick(nasty).slice(0, 50)] = pick(generated);
    else node[key] = typeof was === 'string' ? splice(was) : pick(texts);
  }

  function splice(text: string): string {
    const at = Math.floor(random() * (text.length + 1));
    return text.slice(0, at) + pick(nasty).slice(0, 200) + text.slice(at + Math.floor(random() * 3));
  }

  async function sendLarge(): Promise<number> {
    const text = pick(['x', '\u0000', '[', '{"a":', 'é']).repeat(5 * 2 ** 20);
    const response = await fetch(`${house.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: random() < 0.5 ? text : JSON.stringify(message(text)),
    });
    assert.equal(response.status, 413);
    await response.text();
    return 1;
  }

  function inspect(response: Response, answered: string, sent: string): void {
    const about = `seed ${seed}, ${response.status} to ${cut(sent)}: ${cut(answered)}`;
    assert.ok(response.status < 500, about);
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff', about);
    assert.match(response.headers.get('content-security-policy') ?? '', /default-src 'none'/, about);
    if (answered === '') return;
    assert.match(response.headers.get('content-type') ?? '', /^application\/json/, about);
    const parsed = JSON.parse(answered) as { activities?: Said[]; error?: unknown };
    assert.doesNotMatch(answered, /went wrong on my side/, about);
    assert.doesNotMatch(answered, /\n {4}at |node_modules|\/work\//, `a stack: ${about}`);
    for (const said of parsed.activities ?? []) checkSaid(said, about);
  }
}

/** What is remembered of one who is played. */
class Person {
  at = 0;
  card: unknown = {};
  constructor(readonly id: string) {}

  /** Keeps what a button of the answer would send. */
  heard(answered: string): void {
    if (!answered.startsWith('{"activities"')) return;
    const { activities = [] } = JSON.parse(answered) as { activities?: Said[] };
    const actions = activities.flatMap(({ attachments = [] }) =>
      attachments.flatMap(({ content }) => content?.actions ?? []),
    );
    this.card = actions.find(({ data }) => data)?.data ?? this.card;
  }
}

export interface Said {
  readonly text?: string;
  readonly attachments?: readonly {
    readonly content?: { readonly actions?: readonly { data?: unknown; url?: string }[] };
  }[];
}

const types = [
  ...Array.from({ length: 30 }, () => 'application/json'),
  'application/json; charset=utf-8',
  'text/plain',
  'application/x-www-form-urlencoded',
];

const broken = [
  '',
  '{',
  'null',
  '[]',
  '"text"',
  '{"type":',
  '{"type":"message"}',
  '{"type":5,"channelId":"test"}',
  '\u0000',
  `${'['.repeat(100_000)}`,
  `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
  '{"type":"message","type":"invoke"}',
  '{"__proto__":{"type":"message"}}',
  `{"type":"message","channelId":"test","text":"\\ud800"}`,
  '{"type":"message","channelId":"test","from":{"id":"a"},"conversation":{"id":"a"},"text":1e999}',
];

/**
 * What is said is Markdown, and goes into a page and a card: of what a person wrote nothing may become a tag, a link
 * or a picture. Only links of our own are links.
 */
export function checkSaid({ text = '', attachments = [] }: Said, about: string): void {
  const texts = [text, ...stringsIn(attachments)];
  for (const one of texts) {
    const plain = one.replace(/`[^`]*`/g, '');
    assert.doesNotMatch(plain, /(?<!\\)<\/?(script|img|svg|w:|at)\b/i, `a tag: ${about}`);
    assert.doesNotMatch(
      plain,
      /(?<!\\)\]\((?!https?:\/\/localhost|https:|mailto:|tel:)/i,
      `a link: ${about}`,
    );
    assert.doesNotMatch(plain, /(?<!\\)\]\([^)]*evil\.example/i, `a link of theirs: ${about}`);
  }
  for (const { content } of attachments) {
    assert.ok(Buffer.byteLength(JSON.stringify(content)) <= 30 * 1024, `a card over 30 KB: ${about}`);
    for (const { url } of content?.actions ?? [])
      if (url !== undefined) assert.match(url, /^https?:\/\//, `an action: ${about}`);
  }
}

/** What is shown of a card: not the data behind a button, which is only sent back. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    key === 'data' || key === 'value' ? [] : stringsIn(one),
  );
}

/** Every document of everyone's application: Word, email, calendar and table hold text as text. */
async function inspectDocuments({
  store,
  clock,
}: ServedHouse): Promise<{ documents: number; applications: number }> {
  assert.ok(lookups.length > 0);
  const now = clock.now();
  const schemeOf = ({ scheme: { id, version } }: Application) =>
    schemes.schemes.get(`${id}@${version}`) ?? northWest;
  const applications: Application[] = [];
  for await (const id of store.ids('application')) {
    const record = await store.get<Application>('application', id);
    if (record) applications.push(record.doc);
  }
  let documents = 0;
  for (const application of applications) {
    for (const name of ['eoi-form', 'eoi-email', 'support-form', 'support-email'] as const) {
      const { content, filename } = await renderDocument(name, application, schemeOf(application), now);
      assert.match(filename, /^[\w.-]+$/);
      if (name.endsWith('form')) checkWord(content);
      else checkEmail(content.toString('latin1'));
      documents++;
    }
    // An application without an intake has no dates, and is offered no file.
    const dates = renderDates([application], schemeOf, { now, calendar, rounds: schemes.rounds });
    if (dates) {
      checkCalendar(dates.content.toString());
      documents++;
    }
  }
  const overseen = applications.map((application) => ({
    application,
    owner: '=HYPERLINK("x")',
    canBeReminded: true,
  }));
  checkCsv(renderCsv(rows({ schemeOf, today: londonDate(now) }, overseen)));
  return { documents: documents + 1, applications: applications.length };
}

export function checkWord(bytes: Uint8Array): void {
  const files = unzipSync(bytes);
  for (const [name, content] of Object.entries(files))
    if (/\.(xml|rels)$/.test(name)) checkXml(strFromU8(content), name);
}

/** Well-formed, in so far as broken text could make it otherwise: characters, entities, and every tag closed. */
export function checkXml(xml: string, name = 'xml'): void {
  assert.doesNotMatch(
    xml,
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/,
    `${name}: a character that XML has not`,
  );
  assert.ok(xml.isWellFormed(), `${name}: half a character`);
  const open: string[] = [];
  const tag =
    /<\?[^>]*\?>|<!--[\s\S]*?-->|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+|</g;
  for (const [piece, closing, element, , empty] of xml.matchAll(tag)) {
    assert.notEqual(piece, '<', `${name}: an open angle bracket`);
    assert.doesNotMatch(
      piece,
      /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);)/i,
      `${name}: an open ampersand`,
    );
    if (!element) continue;
    if (closing) assert.equal(open.pop(), element, `${name}: closed out of order`);
    else if (!empty) open.push(element);
  }
  assert.deepEqual(open, [], `${name}: left open`);
}

/** Only the headers that we write, and none of them broken into two. */
export function checkEmail(email: string): void {
  const [head = ''] = email.split(/\r?\n\r?\n/);
  const known =
    /^(From|To|Cc|Reply-To|Subject|Date|Message-ID|MIME-Version|X-Unsent|Content-[\w-]+|Sender):/i;
  for (const line of head.split(/\r?\n/)) {
    assert.ok(known.test(line) || /^[ \t]/.test(line), `a header: ${cut(line)}`);

    assert.doesNotMatch(line, /[\u0000-\u0008\u000b-\u001f\u007f]/, 'a control character in a header');
  }
  assert.doesNotMatch(head, /^(Bcc|To):.*evil\.example/im);
}

export function checkCalendar(text: string): void {
  const open: string[] = [];
  for (const line of text.replaceAll('\r\n ', '').split('\r\n')) {
    assert.match(line, /^$|^[A-Z-]+[;:]/, `a calendar line: ${cut(line)}`);
    const [, what, of = ''] = /^(BEGIN|END):(.*)$/.exec(line) ?? [];
    if (what === 'BEGIN') open.push(of);
    if (what === 'END') assert.equal(open.pop(), of);
  }
  assert.deepEqual(open, []);
}

/** No cell that a spreadsheet would run. */
export function checkCsv(text: string): void {
  const cells = [...text.replace(/^\ufeff/, '').matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(?:,|\r\n|$)/g)].map(
    ([, cell = '']) => cell.replace(/^"|"$/g, ''),
  );
  assert.ok(cells.length > 1);
  for (const cell of cells) assert.doesNotMatch(cell, /^\s*[=+\-@＝＋－＠\t\r]/, `a formula: ${cut(cell)}`);
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Megabytes, after garbage collection. */
export async function heapNow(): Promise<number> {
  for (let n = 0; n < 3; n++) {
    collect();
    await new Promise((resolve) => setImmediate(resolve));
  }
  return process.memoryUsage().heapUsed / 2 ** 20;
}

function deep(levels: number): Json {
  let value: Json = 'deep';
  for (let n = 0; n < levels; n++) value = n % 2 ? [value] : { a: value };
  return value;
}

function cut(text: string): string {
  return text.length > 600 ? `${text.slice(0, 600)}… (${text.length})` : text;
}

function round(number: number): number {
  return Math.round(number);
}

/** A stream of numbers that a seed gives again (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
