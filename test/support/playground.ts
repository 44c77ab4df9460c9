import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { stringify } from 'yaml';
import { pictures } from './browser.js';

/** Milliseconds for an answer to appear: the machine may be busy with other tests. */
const patience = 30_000;

/** Milliseconds after which the Playground empties the dialog that it has closed. */
const emptied = 300;
/** It does so too whenever a message comes, and would empty the one that is open. */
const keepDialogs = `{
  const later = window.setTimeout;
  window.setTimeout = (act, delay, ...more) =>
    later(delay === ${emptied} ? () => document.querySelector('[role=dialog]') || act() : act, delay, ...more);
}`;

const bot = { id: '00000000-0000-0000-0000-000000000011', name: 'AP Pathway' };

/** Microsoft 365 Agents Playground as a process of its own, for the assistant at an address. Nothing leaves the machine. */
export class Playground {
  url = '';
  private child: ChildProcess | undefined;

  constructor(
    private readonly folder: string,
    private readonly assistant: string,
  ) {}

  async start(): Promise<void> {
    const config = join(this.folder, 'playground.yml');
    writeFileSync(config, stringify(everyone()));
    const cli = createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/cli.js');
    const { PATH, HOME } = process.env;
    const child = spawn(
      process.execPath,
      [cli, 'start', '-c', 'msteams', '-e', `${this.assistant}/api/messages`, '-p', '0', '--dt'],
      {
        cwd: this.folder,
        env: {
          PATH,
          HOME,
          TEAMSAPPTESTER_BROWSER: 'none',
          M365_AGENTS_PLAYGROUND_CONFIG_PATH: config,
          M365_AGENTS_PLAYGROUND_LOGFILE: join(this.folder, 'playground.log'),
        },
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    );
    this.child = child;
    for await (const line of createInterface({ input: child.stdout })) {
      const [, port] = /Listening on (\d+)/.exec(line) ?? [];
      if (!port) continue;
      this.url = `http://localhost:${port}`;
      child.stdout.resume();
      return;
    }
    assert.fail(
      `The Playground did not start:\n${readFileSync(join(this.folder, 'playground.log'), 'utf8')}`,
    );
  }

  async stop(): Promise<void> {
    const { child } = this;
    this.child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }
}

/** Someone at the Playground. Every act waits for the words that must answer it. */
export class Teammate {
  private taken = 0;
  private looking = '';

  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly name: string,
  ) {}

  static async open(browser: Browser, url: string, name: string): Promise<Teammate> {
    const context = await browser.newContext({
      locale: 'en-GB',
      viewport: { width: 1280, height: 900 },
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(patience);
    // Its fonts are elsewhere; the machine's own will do.
    await context.route(
      ({ hostname }) => hostname !== 'localhost',
      (route) => route.abort(),
    );
    const page = await context.newPage();
    await page.addInitScript(keepDialogs);
    await page.goto(url);
    await page.getByRole('button', { name: 'Toggle Log Panel' }).click();
    return new Teammate(page, context, name);
  }

  close(): Promise<void> {
    return this.context.close();
  }

  /** What stands in the conversation: words and cards apart, as the Playground shows them. */
  get messages(): Locator {
    return this.page.locator('.fai-OutputCard');
  }

  /** The newest card with something to press or to fill in. */
  get card(): Locator {
    return this.page
      .locator('.ac-preview-panel')
      .filter({ has: this.page.getByRole('button') })
      .last();
  }

  /** Waits for these words in the conversation, after whatever stood there before. */
  async hears(words: string | RegExp, after = 0): Promise<void> {
    const found = this.messages.filter({ hasText: words });
    try {
      await found.nth(after).waitFor();
    } catch (error) {
      const said = await this.messages.last().textContent();
      throw new Error(`Waited for “${String(words)}”, and the assistant said: ${said ?? ''}`, {
        cause: error,
      });
    }
  }

  async press(name: string, answer: string): Promise<void> {
    await this.turn(() => this.card.getByRole('button', { name, exact: true }).click(), answer);
  }

  /** Fills in the newest card's input, whatever kind it is, and saves. */
  async fill(label: string, value: string, answer: string): Promise<void> {
    await this.turn(async () => {
      const isChoice = await this.fillIn(this.card, label, value);
      await this.card.getByRole('button', { name: isChoice ? 'Choose' : 'Save', exact: true }).click();
    }, answer);
  }

  /** Types it at the foot of the page. */
  async say(text: string, answer: string): Promise<void> {
    await this.turn(async () => {
      await this.type(text);
      await this.page.keyboard.press('Enter');
    }, answer);
  }

  /** Mentions the assistant, as a person does in a group: by “@” and its name in the list. */
  async mention(text: string, answer: string): Promise<void> {
    await this.turn(() => this.sayMentioning(text), answer);
  }

  async sayMentioning(text: string): Promise<void> {
    await this.type('@');
    await this.page.getByRole('menuitem', { name: bot.name }).click();
    await this.page.keyboard.type(` ${text}`);
    await this.page.keyboard.press('Enter');
  }

  async type(text: string): Promise<void> {
    // In a channel the first is for a new post; each post may have one to reply in.
    await this.page.locator('[role=textbox][contenteditable=true]').first().click();
    await this.page.keyboard.type(text);
  }

  async goTo(chat: string): Promise<void> {
    await this.page.getByRole('treeitem', { name: chat }).click();
  }

  /** Has the Playground send what Teams sends of its own accord. */
  async happens(name: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Mock an Activity' }).click();
    await this.page.getByRole('menu').getByText(name, { exact: true }).click();
    await this.page.getByRole('button', { name: 'Send activity' }).click();
    await this.page.getByRole('dialog').waitFor({ state: 'detached' });
  }

  /** Fills in a whole part on the newest card, and saves it. */
  async fillPart(answers: Readonly<Record<string, string>>, answer: string): Promise<void> {
    for (const [label, value] of Object.entries(answers)) await this.fillIn(this.card, label, value);
    await this.press('Save', answer);
  }

  /** The same where something has to be put right: the card itself says so, in its place. */
  async fillPartWrongly(answers: Readonly<Record<string, string>>): Promise<void> {
    for (const [label, value] of Object.entries(answers)) await this.fillIn(this.card, label, value);
    await this.card.getByRole('button', { name: 'Save', exact: true }).click();
    await this.card.getByText('Put this right').waitFor();
  }

  /** Fills in one input under its label; true for a list to choose from. */
  async fillIn(within: Locator, label: string, value: string): Promise<boolean> {
    const input = within.getByLabel(new RegExp(`^${label.replace(/[?.()]/g, '\\$&')}`)).first();
    await input.waitFor();
    const tag = await input.evaluate((element: { tagName: string }) => element.tagName);
    const role = await input.getAttribute('role');
    if (tag === 'SELECT') await input.selectOption(value);
    else if (role === 'radiogroup') await input.getByRole('radio', { name: value }).click();
    else if (role === 'combobox') {
      await input.click();
      await this.page.getByRole('option', { name: value }).click();
    } else await input.fill(value);
    return tag === 'SELECT' || role === 'combobox';
  }

  /** How it looks with the colours that a person has chosen in the system, for instance white on black. */
  async withForcedColours(during: () => Promise<void>): Promise<void> {
    await this.page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    this.looking = '-contrast';
    await during();
    this.looking = '';
    await this.page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' });
  }

  async picture(name: string): Promise<void> {
    const path = `${this.name}-${String(++this.taken).padStart(2, '0')}-${name}${this.looking}.png`;
    await this.page.screenshot({ path: join(pictures, path) });
  }

  private async turn(act: () => Promise<void>, answer: string): Promise<void> {
    const before = await this.messages.filter({ hasText: answer }).count();
    await act();
    await this.hears(answer, before);
  }
}

function everyone(): unknown {
  const user = (number: number, name: string) => {
    const [givenName = '', surname = ''] = name.split(' ');
    const email = `${givenName.toLowerCase()}@example.com`;
    return {
      ...{ id: `user-${number}`, name, userPrincipleName: email, email, givenName, surname },
      aadObjectId: `00000000-0000-0000-0000-00000000002${number}`,
    };
  };
  return {
    version: '0.1.1',
    tenantId: '00000000-0000-0000-0000-000000000001',
    bot,
    currentUser: user(0, 'Sam Okafor'),
    users: ['Jo Hart', 'Ruth Bell', 'Mary Shaw', 'Lee Park', 'Amina Khan'].map((name, i) =>
      user(i + 1, name),
    ),
    personalChat: { id: '__PERSONAL_CHAT_ID__' },
    groupChat: { id: '__GROUP_CHAT_ID__', name: 'Ward managers' },
    team: {
      id: 'team-1',
      name: 'Education',
      aadGroupId: '00000000-0000-0000-0000-000000000031',
      channels: [{ id: 'channel-1', name: 'Trainees' }],
    },
  };
}
