import { northWest } from '../support/schemes.js';
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Activity } from 'botbuilder';
import { parse } from 'yaml';
import { z } from 'zod';
import { kinds } from '../../bot/turn/records.js';
import { root } from '../../data/root.js';
import { checkScheme, schemesOf, type Schemes } from '../../data/schemes/schemes.js';
import type { Json } from '../../data/store/store.js';
import { replay, stateOf, type Application } from '../../workflows/application.js';
import { isWorkingDay, londonDate, londonTime } from '../../workflows/dates.js';
import { schemeSchema, type Scheme } from '../../workflows/scheme.js';
import { calendar, schemes, temporaryFolder, TestClock, TestHouse } from '../support/assistant.js';
import * as stages from '../unit/workflows/nudge-applications.js';

/**
 * Conversations as they are had, through the real turn and a real store. A line is `me` (typed), `press` (a card's
 * button, by its title), `fill` (a card's input), `bot` (what must be said: text, or a /pattern/), `never` (what must
 * not), `state`, `restart`, `advance` (days), `clock`, `person`, `conversation`.
 *
 * `tick` runs the round of reminders at the present time; `bot`, `press` and `silent` (nothing came) are then about
 * what it brought to the person, and a line with another `person` looks at what it brought to them. `ticks` runs it
 * around the clock for so many days, and expects that it brings something on exactly the times of `brings`
 * (London). `given` puts an application at a stage, as if it had come there in conversation. `scheme` at the top is
 * a change to the bundled scheme; in a line, the file was edited and the assistant started again.
 */
const patchSchema = z.record(z.string(), z.unknown());
const givenSchema = z.strictObject({
  stage: z.enum(['readiness', 'form', 'complete', 'declared', 'sent', 'funded', 'rows']),
  on: z.string(),
  /** For what is funded. */
  sent: z.string().optional(),
  intake: z.string().default('february-2027'),
  reference: z.string().default('AP-7K3M-9QRT'),
  /** Checks that are not started. */
  open: z.array(z.string()).default([]),
});

const lineSchema = z.strictObject({
  me: z.string().optional(),
  press: z.string().optional(),
  fill: z.union([z.string(), z.number()]).optional(),
  /** A whole part on its card, by the ids of its questions, then Save; what stands there already is sent too. */
  save: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  /** Words that stand on the card itself. */
  shows: z.union([z.string(), z.array(z.string())]).optional(),
  old: z.string().optional(),
  bot: z.union([z.string(), z.array(z.string())]).optional(),
  never: z.union([z.string(), z.array(z.string())]).optional(),
  state: z.string().optional(),
  restart: z.boolean().optional(),
  advance: z.int().optional(),
  clock: z.string().optional(),
  person: z.string().optional(),
  conversation: z.string().optional(),
  /** A pattern whose group is said later as {it}: a one-time code. */
  catch: z.string().optional(),
  tenant: z.string().optional(),
  keep: z.string().optional(),
  given: givenSchema.optional(),
  /** Their channel refuses what is sent unasked, until it is set to false. */
  blocks: z.boolean().optional(),
  tick: z.literal(true).optional(),
  silent: z.literal(true).optional(),
  ticks: z.int().optional(),
  brings: z.array(z.string()).optional(),
  scheme: patchSchema.optional(),
  button: z.union([z.string(), z.array(z.string())]).optional(),
});

const transcriptSchema = z.strictObject({
  story: z.string(),
  clock: z.string(),
  restartEveryTurn: z.boolean().default(false),
  scheme: patchSchema.optional(),
  coordinators: z.array(z.string()).default([]),
  /** Of messages, presses and cards from the first line to the last: no more. */
  most: z.int().optional(),
  turns: z.array(lineSchema).min(1),
});

type Line = z.infer<typeof lineSchema>;
type Transcript = z.infer<typeof transcriptSchema>;
type Given = z.infer<typeof givenSchema>;
interface CardContent {
  body: CardElement[];
  actions: { title: string; data?: Record<string, unknown>; url?: string; associatedInputs?: string }[];
}

interface CardElement {
  type: string;
  id?: string;
  value?: unknown;
  items?: CardElement[];
  columns?: CardElement[];
}

/** An element with all that is in it. */
function within(element: CardElement): CardElement[] {
  return [element, ...[...(element.items ?? []), ...(element.columns ?? [])].flatMap(within)];
}

const mostWords = 90;
/** What was asked to be shown whole: all answers, all dates, what is signed, all that is held. */
const summaries = [
  ...['**Check your answers**', '**Check the Confirmation of Support**', '**Each answer, and why**'],
  ...['**Protocols and declaration**', '**The road to', '**What I hold about you**'],
  // Whoever takes an application on is told in one message what it is, and where it stands.
  ' is now yours**',
  '**Who can see ',
];

const timesOfDay = ['00:00', '08:00', '08:59', '09:00', '09:15', '12:30', '16:59', '17:00', '23:59'];
const folder = join(root, 'test', 'conversations');

describe('conversations', () => {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.yaml'))) {
    const transcript = transcriptSchema.parse(parse(readFileSync(join(folder, file), 'utf8')));
    it(`${file}: ${transcript.story}`, async function () {
      this.timeout(60_000);
      const { folder: data, remove } = await temporaryFolder();
      const run = new Run(data, new TestClock(transcript.clock), transcript);
      try {
        await run.open();
        for (const line of transcript.turns) await run.play(line);
        if (transcript.most !== undefined) assert.ok(run.acts <= transcript.most, `${run.acts} acts`);
        await run.checkReplay();
      } catch (error) {
        if (error instanceof Error) error.message = `${error.message}\n\n${run.spoken.join('\n')}\n`;
        throw error;
      } finally {
        await run.close();
        await remove();
      }
    });
  }
});

class Run {
  readonly spoken: string[] = [];
  /** Messages, presses and cards so far. */
  acts = 0;
  private house: TestHouse | undefined;
  private person = 'sam';
  private conversation = 'phone';
  private replies: Partial<Activity>[] = [];
  private readonly kept = new Map<string, CardContent>();
  private caught = '';
  private tenant: string | undefined;
  private brought: ReadonlyMap<string, readonly Partial<Activity>[]> = new Map();
  private schemes: Schemes;

  constructor(
    private readonly data: string,
    private readonly clock: TestClock,
    private readonly how: Transcript,
  ) {
    this.schemes = how.scheme ? patched(how.scheme) : schemes;
  }

  async open(): Promise<void> {
    const { coordinators } = this.how;
    this.house = await TestHouse.open(this.data, this.clock, { schemes: this.schemes, coordinators });
  }

  async close(): Promise<void> {
    await this.house?.close();
    this.house = undefined;
  }

  async play(line: Line): Promise<void> {
    if (line.person) {
      this.person = line.person;
      this.replies = [...(this.brought.get(line.person) ?? [])];
    }
    if (line.conversation) this.conversation = line.conversation;
    if (line.clock) this.clock.moveTo(line.clock);
    if (line.advance) this.clock.addDays(line.advance);
    if (line.scheme) this.schemes = patched(line.scheme, this.schemes);
    if (line.restart || line.scheme) await this.restart();
    if (line.blocks === true) this.house?.blocked.add(this.person);
    if (line.blocks === false) this.house?.blocked.delete(this.person);
    if (line.given) await this.give(line.given);
    if (line.tick) await this.tick();
    if (line.ticks) await this.ticks(line.ticks, line.brings ?? []);
    if (line.tenant !== undefined) this.tenant = line.tenant || undefined;
    const me = line.me?.replaceAll('{it}', this.caught);
    if (me !== undefined) await this.say({ text: me }, me);
    if (line.press !== undefined)
      await this.press(line.press, line.old ? this.kept.get(line.old) : this.card());
    if (line.fill !== undefined) await this.fill(line.fill, line.old ? this.kept.get(line.old) : this.card());
    if (line.save) await this.save(line.save, line.old ? this.kept.get(line.old) : this.card());
    if (line.keep) {
      const card = this.card();
      assert.ok(card, `there is no card to keep as ${line.keep}`);
      this.kept.set(line.keep, card);
    }
    if (line.catch) {
      const heard = this.replies.map((reply) => reply.text ?? '').join('\n');
      const [, it] = new RegExp(line.catch).exec(heard) ?? [];
      assert.ok(it, `nothing said matches ${line.catch}`);
      this.caught = it;
    }
    if (line.silent) assert.deepEqual(this.replies, [], 'something came');
    for (const title of [line.button ?? []].flat()) {
      const titles = this.card()?.actions.map((one) => one.title) ?? [];
      assert.ok(titles.includes(title), `no button “${title}”, only ${titles.join(', ')}`);
    }
    for (const wanted of [line.bot ?? []].flat()) this.expect(wanted, true);
    for (const unwanted of [line.never ?? []].flat()) this.expect(unwanted, false);
    for (const wanted of [line.shows ?? []].flat())
      assert.ok(JSON.stringify(this.card() ?? {}).includes(wanted), `the card does not show: ${wanted}`);
    if (line.state) assert.equal(await this.state(), line.state, 'state of the newest application');
  }

  /** Replaying the history of every application gives its snapshot. */
  async checkReplay(): Promise<void> {
    for (const application of await this.applications()) {
      const { value, context } = application.snapshot;
      assert.deepEqual(
        JSON.parse(JSON.stringify(replay(application, (version) => this.schemeAt(application, version)))),
        JSON.parse(JSON.stringify({ value, context })),
        'replay of the history',
      );
    }
  }

  private schemeAt({ scheme: { id } }: Application, version: number): Scheme {
    const scheme = this.schemes.schemes.get(`${id}@${version}`);
    assert.ok(scheme, `there is no version ${version}`);
    return scheme;
  }

  private async restart(): Promise<void> {
    await this.close();
    await this.open();
    this.spoken.push('    (restart)');
  }

  private async give({ stage, on, sent, intake, reference, open }: Given): Promise<void> {
    const by = northWestIn(this.schemes);
    const made = {
      readiness: () => stages.on(stages.begin(on, by), on, stages.checks(on, open), by),
      form: () => stages.formBegun(on, by),
      complete: () => stages.formComplete(on, intake, by),
      declared: () => stages.declared(on, intake, by),
      sent: () => stages.sent(on, intake, by),
      funded: () => stages.funded(on, sent ?? on, intake),
      rows: () => stages.rowsComplete(stages.funded(on, sent ?? on, intake), on),
    }[stage]();
    const doc: Application = { ...made, reference, owner: this.person, tenant: 'test' };
    await this.house?.memory.commit([
      { kind: kinds.application, id: reference, doc: doc as unknown as Json, expect: 0 },
    ]);
  }

  /** One round; whatever it brings comes on a working day, between 09:00 and 17:00, one message a person. */
  private async tick(): Promise<void> {
    if (this.how.restartEveryTurn) await this.restart();
    assert.ok(this.house);
    this.brought = await this.house.tick();
    const [day, time] = [londonDate(this.clock.now()), londonTime(this.clock.now())];
    for (const [person, messages] of this.brought) {
      this.spoken.push(...messages.map(({ text }) => `  (${day} ${time}) bot to ${person}> ${text}`));
      assert.equal(messages.length, 1, 'one message a person');
      assert.ok(isWorkingDay(day, calendar) && time >= '09:00' && time < '17:00', `sent at ${day} ${time}`);
    }
    this.replies = [...(this.brought.get(this.person) ?? [])];
    const titles = this.card()?.actions.map(({ title }) => `[${title}]`);
    if (titles) this.spoken.push(`     ${titles.join(' ')}`);
  }

  /** From the next day on, around the clock; the clock stays at the end. */
  private async ticks(days: number, brings: readonly string[]): Promise<void> {
    const came: string[] = [];
    let last: Partial<Activity>[] = [];
    for (let day = 0; day < days; day++) {
      this.clock.addDays(1);
      const date = londonDate(this.clock.now());
      for (const time of timesOfDay) {
        this.clock.moveTo(`${date}T${time}`);
        await this.tick();
        if (this.replies.length === 0) continue;
        came.push(`${londonDate(this.clock.now())} ${londonTime(this.clock.now())}`);
        last = this.replies;
      }
    }
    this.replies = last;
    assert.deepEqual(came, brings);
  }

  private async say(activity: Partial<Activity>, shown: string): Promise<void> {
    if (this.how.restartEveryTurn) await this.restart();
    assert.ok(this.house);
    this.acts++;
    this.spoken.push(`${this.person}> ${shown}`);
    this.replies = await this.house.receive(
      { ...activity, ...(this.tenant ? { channelData: { tenant: { id: this.tenant } } } : {}) },
      {
        person: this.person,
        conversation: this.conversation,
      },
    );
    this.spoken.push(...this.replies.map(({ text }) => `bot> ${text}`));
    for (const { text = '' } of this.replies) this.checkLength(text);
    const titles = this.card()?.actions.map(({ title }) => `[${title}]`);
    if (titles) this.spoken.push(`     ${titles.join(' ')}`);
  }

  /** Nobody reads more than this on a phone between two patients. Letters to send are not read, but sent. */
  private checkLength(text: string): void {
    // What answers from the knowledge base say first, and how long that is, `knowledge.spec.ts` holds.
    const isAnswer = text.includes('\nSource');
    const isSummary = isAnswer || summaries.some((head) => text.includes(head));
    const lines = text.split('\n').filter((line) => !line.startsWith('>'));
    const words = lines
      .join(' ')
      .split(/\s+/)
      .filter((word) => /[a-z0-9]/i.test(word)).length;
    assert.ok(isSummary || words <= mostWords, `${words} words, not ${mostWords}: ${text}`);
  }

  private async press(title: string, card: CardContent | undefined): Promise<void> {
    const action = card?.actions.find((one) => one.title === title);
    assert.ok(action, `no button “${title}”, only ${card?.actions.map((one) => one.title).join(', ')}`);
    const inputs = action.associatedInputs === 'none' ? [] : (card?.body ?? []).flatMap(within);
    const filled = inputs.flatMap(({ id, value }) => (id && value !== undefined ? [[id, value]] : []));
    await this.say({ value: { ...action.data, ...Object.fromEntries(filled) }, text: '' }, `[${title}]`);
  }

  private async fill(answer: string | number, card: CardContent | undefined): Promise<void> {
    assert.ok(card, 'there is no card');
    assert.ok(
      card.body.some(({ id }) => id === 'answer'),
      'there is no input to fill in',
    );
    await this.say({ value: { ...card.actions[0]?.data, answer } }, `[${String(answer)}]`);
  }

  private async save(filled: Record<string, string | number>, card: CardContent | undefined): Promise<void> {
    assert.ok(card, 'there is no card');
    const inputs = card.body.flatMap(within).filter(({ type }) => type.startsWith('Input.'));
    const there = Object.fromEntries(inputs.map(({ id, value }) => [id, value ?? '']));
    const typed = Object.fromEntries(Object.entries(filled).map(([id, value]) => [`q.${id}`, value]));
    for (const id of Object.keys(typed)) assert.ok(id in there, `${id} is not on the card`);
    const action = card.actions.find(({ title }) => title === 'Save');
    await this.say(
      { value: { ...action?.data, ...there, ...typed }, text: '' },
      `[Save ${JSON.stringify(filled)}]`,
    );
  }

  private card(): CardContent | undefined {
    return this.replies.at(-1)?.attachments?.[0]?.content as CardContent | undefined;
  }

  private expect(text: string, present: boolean): void {
    const heard = this.replies.map((reply) => reply.text ?? '').join('\n');
    const pattern = /^\/(.*)\/(i?)$/s.exec(text);
    const found = pattern
      ? new RegExp(pattern[1] ?? '', `${pattern[2] ?? ''}s`).test(heard)
      : heard.includes(text);
    assert.equal(
      found,
      present,
      `${present ? 'expected' : 'did not expect'}: ${text}\nThe conversation:\n${this.spoken.slice(-12).join('\n')}`,
    );
  }

  private async state(): Promise<string> {
    const [newest] = await this.applications();
    assert.ok(newest, 'there is no application');
    return stateOf(newest.snapshot.value);
  }

  private async applications(): Promise<Application[]> {
    const store = this.house?.memory;
    assert.ok(store);
    const ids = await store.find('applications-of-person', this.person);
    const found = await Promise.all(ids.map((id) => store.get<Application>('application', id)));
    return found
      .flatMap((record) => (record ? [record.doc] : []))
      .sort((a, b) => b.createdAt.localeCompare(a.createdAt) || b.history.length - a.history.length);
  }
}

/** The bundled scheme with some of it replaced, as long as it is still a right one, beside those there were. */
function patched(patch: Record<string, unknown>, before = schemes): Schemes {
  const changed = merged(northWest, patch);
  assert.deepEqual(checkScheme(changed, 'the transcript’s scheme'), []);
  const current: Scheme = schemeSchema.parse(changed);
  const others = [...before.schemes.values()].filter(
    ({ id, version }) => id !== current.id || version !== current.version,
  );
  return schemesOf([...others, current]);
}

function northWestIn({ rounds }: Schemes): Scheme {
  const scheme = rounds.find(({ id }) => id === northWest.id);
  assert.ok(scheme);
  return scheme;
}

/** Objects are merged, lists by the ids of what is in them (null takes one out); everything else is replaced. */
function merged(base: unknown, patch: unknown): unknown {
  const isObject = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  if (Array.isArray(base) && isObject(patch)) {
    const items = base as { id: string }[];
    const known = items.filter(({ id }) => patch[id] !== null).map((one) => merged(one, patch[one.id] ?? {}));
    const fresh = Object.entries(patch).filter(([id, one]) => one && !items.some((item) => item.id === id));
    return [...known, ...fresh.map(([id, one]) => ({ id, ...(one as object) }))];
  }
  if (!isObject(base) || !isObject(patch)) return patch;
  const keys = [...new Set([...Object.keys(base), ...Object.keys(patch)])];
  return Object.fromEntries(
    keys.map((key) => [key, key in patch ? merged(base[key], patch[key]) : base[key]]),
  );
}
