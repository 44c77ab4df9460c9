import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Activity } from 'botbuilder';
import { parse } from 'yaml';
import { z } from 'zod';
import { root } from '../../data/root.js';
import { replay, stateOf, type Application } from '../../workflows/application.js';
import { schemes, temporaryFolder, TestClock, TestHouse } from '../support/assistant.js';

/**
 * Conversations as they are had, through the real turn and a real store. A line is `me` (typed), `press` (a card's
 * button, by its title), `fill` (a card's input), `bot` (what must be said: text, or a /pattern/), `never` (what must
 * not), `state`, `restart`, `advance` (days), `clock`, `person`, `conversation`.
 */
const lineSchema = z.strictObject({
  me: z.string().optional(),
  press: z.string().optional(),
  fill: z.union([z.string(), z.number()]).optional(),
  old: z.string().optional(),
  bot: z.union([z.string(), z.array(z.string())]).optional(),
  never: z.union([z.string(), z.array(z.string())]).optional(),
  state: z.string().optional(),
  restart: z.boolean().optional(),
  advance: z.int().optional(),
  clock: z.string().optional(),
  person: z.string().optional(),
  conversation: z.string().optional(),
  keep: z.string().optional(),
});

const transcriptSchema = z.strictObject({
  story: z.string(),
  clock: z.string(),
  restartEveryTurn: z.boolean().default(false),
  turns: z.array(lineSchema).min(1),
});

type Line = z.infer<typeof lineSchema>;
interface CardContent {
  body: { type: string; id?: string }[];
  actions: { title: string; data?: Record<string, unknown>; url?: string }[];
}

const folder = join(root, 'test', 'conversations');

describe('conversations', () => {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.yaml'))) {
    const transcript = transcriptSchema.parse(parse(readFileSync(join(folder, file), 'utf8')));
    it(`${file}: ${transcript.story}`, async function () {
      this.timeout(60_000);
      const { folder: data, remove } = await temporaryFolder();
      const run = new Run(data, new TestClock(transcript.clock), transcript.restartEveryTurn);
      try {
        await run.open();
        for (const line of transcript.turns) await run.play(line);
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
  private house: TestHouse | undefined;
  private person = 'sam';
  private conversation = 'phone';
  private replies: Partial<Activity>[] = [];
  private readonly kept = new Map<string, CardContent>();

  constructor(
    private readonly data: string,
    private readonly clock: TestClock,
    private readonly restartEveryTurn: boolean,
  ) {}

  async open(): Promise<void> {
    this.house = await TestHouse.open(this.data, this.clock);
  }

  async close(): Promise<void> {
    await this.house?.close();
    this.house = undefined;
  }

  async play(line: Line): Promise<void> {
    if (line.person) this.person = line.person;
    if (line.conversation) this.conversation = line.conversation;
    if (line.clock) this.clock.moveTo(line.clock);
    if (line.advance) this.clock.addDays(line.advance);
    if (line.restart) await this.restart();
    if (line.me !== undefined) await this.say({ text: line.me }, line.me);
    if (line.press !== undefined)
      await this.press(line.press, line.old ? this.kept.get(line.old) : this.card());
    if (line.fill !== undefined) await this.fill(line.fill, line.old ? this.kept.get(line.old) : this.card());
    if (line.keep) {
      const card = this.card();
      assert.ok(card, `there is no card to keep as ${line.keep}`);
      this.kept.set(line.keep, card);
    }
    for (const wanted of [line.bot ?? []].flat()) this.expect(wanted, true);
    for (const unwanted of [line.never ?? []].flat()) this.expect(unwanted, false);
    if (line.state) assert.equal(await this.state(), line.state, 'state of the newest application');
  }

  /** Replaying the history of every application gives its snapshot. */
  async checkReplay(): Promise<void> {
    for (const application of await this.applications()) {
      const scheme = schemes.schemes.get(`${application.scheme.id}@${application.scheme.version}`);
      assert.ok(scheme);
      const { value, context } = application.snapshot;
      assert.deepEqual(
        JSON.parse(JSON.stringify(replay(scheme, application.history))),
        JSON.parse(JSON.stringify({ value, context })),
        'replay of the history',
      );
    }
  }

  private async restart(): Promise<void> {
    await this.close();
    await this.open();
    this.spoken.push('    (restart)');
  }

  private async say(activity: Partial<Activity>, shown: string): Promise<void> {
    if (this.restartEveryTurn) await this.restart();
    assert.ok(this.house);
    this.spoken.push(`${this.person}> ${shown}`);
    this.replies = await this.house.receive(activity, {
      person: this.person,
      conversation: this.conversation,
    });
    this.spoken.push(...this.replies.map(({ text }) => `bot> ${text}`));
    const titles = this.card()?.actions.map(({ title }) => `[${title}]`);
    if (titles) this.spoken.push(`     ${titles.join(' ')}`);
  }

  private async press(title: string, card: CardContent | undefined): Promise<void> {
    const action = card?.actions.find((one) => one.title === title);
    assert.ok(action, `no button “${title}”, only ${card?.actions.map((one) => one.title).join(', ')}`);
    await this.say({ value: action.data, text: '' }, `[${title}]`);
  }

  private async fill(answer: string | number, card: CardContent | undefined): Promise<void> {
    assert.ok(card, 'there is no card');
    assert.ok(
      card.body.some(({ id }) => id === 'answer'),
      'there is no input to fill in',
    );
    await this.say({ value: { ...card.actions[0]?.data, answer } }, `[${String(answer)}]`);
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
    assert.equal(found, present, `${present ? 'expected' : 'did not expect'}: ${text}`);
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
