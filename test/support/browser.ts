import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from 'mocha';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type Download,
  type Locator,
  type Page,
} from 'playwright-core';
import { root } from '../../data/root.js';

const chrome = process.env.CHROMIUM ?? '/usr/bin/chromium';
export const pictures = join(root, 'test-output');
const axe = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');
/** Milliseconds for an answer to appear: the machine may be busy with other tests. */
const patience = 60_000;
const mostTabs = 30;

/** A browser, or a test that says loudly that it did not run, which fails where CI is set. */
export async function openBrowser(test: Context, what: string): Promise<Browser> {
  if (!existsSync(chrome)) {
    assert.ok(!process.env.CI, `CI needs a browser at ${chrome}`);
    console.warn(`\n  !! NOT RUN: there is no browser at ${chrome}. ${what} was not tested.\n`);
    test.skip();
  }
  mkdirSync(pictures, { recursive: true });
  return chromium.launch({
    executablePath: chrome,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export type Theme = 'light' | 'dark' | 'contrast';

const media = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  contrast: { colorScheme: 'dark', forcedColors: 'active' },
} as const;

export interface Look {
  /** Begins the names of the pictures. */
  readonly name: string;
  readonly viewport: { readonly width: number; readonly height: number };
  readonly mobile?: boolean;
  /** Light when nothing else is said. `contrast`: the few colours that a person has chosen in the system. */
  readonly theme?: Theme;
  /** No mouse and no touch: Tab, arrows, Enter, Escape and typing. */
  readonly keyboardOnly?: boolean;
}

/**
 * Someone at the web page. What is pressed or filled in is found in the newest message of the assistant, by its role
 * and name; every act waits for the words that must answer it.
 */
export class Visitor {
  private static readonly scrollable = `document.querySelector('.webchat__basic-transcript__scrollable')`;

  readonly trouble: string[] = [];
  private offline = false;
  private turns = 0;
  private taken = 0;

  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly look: Look,
    private readonly origin: string,
  ) {}

  static async open(browser: Browser, origin: string, look: Look): Promise<Visitor> {
    const context = await browser.newContext({
      locale: 'en-GB',
      viewport: look.viewport,
      reducedMotion: 'reduce',
      ...media[look.theme ?? 'light'],
      ...(look.mobile ? { isMobile: true, hasTouch: true } : {}),
    });
    context.setDefaultTimeout(patience);
    const page = await context.newPage();
    const visitor = new Visitor(page, context, look, origin);
    visitor.watch();
    await page.goto(origin);
    await visitor.latest.waitFor();
    return visitor;
  }

  close(): Promise<void> {
    return this.context.close();
  }

  /** What the assistant said, in order. */
  get heard(): Locator {
    return this.page.locator('.webchat__basic-transcript__activity', { hasText: 'Bot said:' });
  }

  get latest(): Locator {
    return this.heard.last();
  }

  async press(name: string, answer?: string): Promise<void> {
    await this.turn(() => this.activate(this.latest.getByRole('button', { name, exact: true })), answer);
  }

  /** Types in the box at the foot of the page. */
  async say(text: string, answer?: string): Promise<void> {
    await this.turn(async () => {
      const box = this.page.getByRole('textbox', { name: 'Message input box' });
      if (this.look.keyboardOnly) {
        await this.reach(box);
        await this.page.keyboard.type(text);
        await this.page.keyboard.press('Enter');
        return;
      }
      await box.fill(text);
      // A phone has no Enter that is sure to send.
      if (this.look.mobile) await this.page.getByRole('button', { name: 'Send' }).tap();
      else await box.press('Enter');
    }, answer);
  }

  /** Fills in the card's input, whatever kind it is, and saves. A date is 'YYYY-MM-DD', and not for the keyboard alone. */
  async fill(label: string, value: string, answer?: string): Promise<void> {
    await this.turn(async () => {
      // A star follows the label of what must be filled in.
      const input = this.latest.getByLabel(new RegExp(`^${label.replace(/[?.()]/g, '\\$&')}(?: \\*)?$`));
      const tag = await input.evaluate((element: { tagName: string }) => element.tagName);
      if (this.look.keyboardOnly) {
        await this.reach(input);
        await this.page.keyboard.type(value);
        if (tag === 'SELECT') assert.equal(await input.locator('option:checked').textContent(), value);
      } else if (tag === 'SELECT') {
        await input.selectOption(value);
      } else {
        await input.fill(value);
      }
      await this.activate(
        this.latest.getByRole('button', { name: tag === 'SELECT' ? 'Choose' : 'Save', exact: true }),
      );
    }, answer);
  }

  /** Fills in a whole part on its card, by the labels of its questions, and saves it. A box is ticked by "yes". */
  async fillPart(filled: Readonly<Record<string, string>>, answer?: string, button = 'Save'): Promise<void> {
    await this.turn(async () => {
      for (const [label, value] of Object.entries(filled)) {
        const named = this.latest.getByLabel(label, { exact: true });
        const [tag, type] = await named
          .first()
          .evaluate((element: { tagName: string; type?: string }) => [element.tagName, element.type]);
        // Each answer of a group bears the question's name, and its own.
        const isGroup = type === 'radio';
        const group = isGroup ? await named.first().getAttribute('name') : null;
        const input = isGroup
          ? this.latest.locator(`input[name="${group}"]`).and(this.latest.getByLabel(value, { exact: true }))
          : named.first();
        if (this.look.keyboardOnly) {
          await this.reach(input);
          await this.page.keyboard.type(type === 'checkbox' || isGroup ? ' ' : value);
          if (tag === 'SELECT') assert.equal(await input.locator('option:checked').textContent(), value);
        } else if (tag === 'SELECT') await input.selectOption(value);
        else if (type === 'checkbox') await input.check();
        else if (isGroup) await input.check();
        else await input.fill(value);
      }
      await this.activate(this.latest.getByRole('button', { name: button, exact: true }));
    }, answer);
  }

  /** By the card one time, by typing the next. */
  async answer(label: string, value: string, answer?: string): Promise<void> {
    await (this.turns % 2 === (this.look.mobile ? 0 : 1)
      ? this.fill(label, value, answer)
      : this.say(value, answer));
  }

  /** The bytes behind a link of the newest message, as the browser saves them. */
  async download(role: 'link' | 'button', name: string): Promise<{ filename: string; bytes: Buffer }> {
    const downloaded = new Promise<Download>((resolve) => this.context.once('download', resolve));
    await this.activate(this.latest.getByRole(role, { name }));
    const download = await downloaded;
    return { filename: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  }

  async reload(): Promise<void> {
    const before = await this.heard.count();
    await this.page.reload();
    await this.heard.nth(before - 1).waitFor();
  }

  /** While `during` runs, failing requests are what must happen. */
  async whileOffline(during: () => Promise<void>): Promise<void> {
    this.offline = true;
    try {
      await during();
    } finally {
      this.offline = false;
    }
  }

  /** A picture as it stands; a second one of its beginning, when the newest message is longer than the screen. */
  async picture(name: string): Promise<void> {
    await this.still();
    const path = join(pictures, `journey-${this.look.name}-${String(++this.taken).padStart(2, '0')}-${name}`);
    await this.page.screenshot({ path: `${path}.png` });
    const { height } = (await this.latest.boundingBox()) ?? { height: 0 };
    if (height >= this.look.viewport.height - 200) await this.topOfLatest(`${path}-top.png`);
  }

  /** The beginning of the newest message, as it is read. */
  async topOfLatest(path?: string): Promise<Buffer> {
    await this.still();
    const { scrollable } = Visitor;
    const at = await this.page.evaluate<number>(`${scrollable}.scrollTop`);
    await this.latest.evaluate((element: { scrollIntoView(options: object): void }) =>
      element.scrollIntoView({ block: 'start', behavior: 'instant' }),
    );
    const shot = await this.page.screenshot(path ? { path } : {});
    // Exactly where it was: from elsewhere Web Chat does not follow what comes.
    await this.page.evaluate(`${scrollable}.scrollTop = ${at}`);
    return shot;
  }

  /** Pictures in the themes that this look does not have. */
  async inOtherThemes(name: string): Promise<void> {
    const { theme: own = 'light' } = this.look;
    for (const theme of ['light', 'dark', 'contrast'] as const) {
      if (theme === own) continue;
      await this.page.emulateMedia(media[theme]);
      await this.picture(`${name}-${theme}`);
    }
    await this.page.emulateMedia(media[own]);
  }

  /**
   * axe-core finds nothing serious or critical on the page and in its newest messages: it takes seconds for a long
   * history. It runs outside the page's policy, as a developer's tools do.
   */
  async accessible(): Promise<void> {
    const session = await this.context.newCDPSession(this.page);
    await session.send('Runtime.evaluate', { expression: axe });
    const { result } = await session.send('Runtime.evaluate', {
      expression: `axe.run({ exclude: [['.webchat__basic-transcript__activity:not(:nth-last-child(-n + 4))'], ['[role=log]']] }).then(({ violations }) => JSON.stringify(violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => id + ' ' + html.slice(0, 300) + ' ' + failureSummary))))`,
      awaitPromise: true,
      returnByValue: true,
    });
    await session.detach();
    assert.deepEqual(JSON.parse(String(result.value)), []);
  }

  /** Nothing of the page is cut off at the side or needs scrolling sideways. */
  async fitsSideways(): Promise<void> {
    assert.ok(await this.page.evaluate<boolean>('document.documentElement.scrollWidth <= innerWidth'));
  }

  private async turn(act: () => Promise<void>, answer = ''): Promise<void> {
    this.turns++;
    const before = await this.heard.count();
    await act();
    const reply = this.heard.nth(before);
    try {
      await reply.waitFor();
      // Where things stand may come first, as a message of its own.
      await this.latest.filter({ hasText: answer }).waitFor();
    } catch (error) {
      const said = (await this.heard.count()) > before ? await this.latest.textContent() : 'nothing';
      throw new Error(`Waited for “${answer}”, and the assistant said: ${said ?? ''}`, { cause: error });
    }
  }

  private async activate(target: Locator): Promise<void> {
    if (this.look.keyboardOnly) {
      await this.reach(target);
      await this.page.keyboard.press('Enter');
    } else if (this.look.mobile) await target.tap();
    else await target.click();
  }

  /**
   * Goes there as Web Chat's own keyboard guide says: Tab to the chat history, End for the newest message, Enter to
   * go into it, Tab from one thing to the next, Escape to leave.
   */
  private async reach(target: Locator): Promise<void> {
    const { page } = this;
    await target.waitFor();
    const isHere = async (where: Locator) => (await where.and(page.locator(':focus')).count()) > 0;
    const holdsFocus = async (where: Locator) => (await where.locator(':focus').count()) > 0;
    const box = page.getByRole('textbox', { name: 'Message input box' });
    const inMessage = (await target.and(box).count()) === 0;
    const history = page.locator('.webchat__basic-transcript');
    for (let keys = 0; keys < mostTabs; keys++) {
      if (await isHere(target)) return;
      const key = (await isHere(history))
        ? inMessage
          ? 'End Enter'
          : 'Tab'
        : (await holdsFocus(this.latest)) && inMessage
          ? 'Tab'
          : (await holdsFocus(this.heard))
            ? 'Escape'
            : (await isHere(box))
              ? 'Shift+Tab'
              : (await isHere(page.locator('.webchat__basic-transcript__terminator'))) && inMessage
                ? 'Shift+Tab'
                : 'Tab';
      for (const one of key.split(' ')) await page.keyboard.press(one);
    }
    throw new Error(`The keyboard does not reach ${String(target)}`);
  }

  /** Resolves when the conversation has stopped scrolling. */
  private async still(): Promise<void> {
    await this.page.evaluate(`new Promise((resolve) => {
      const history = ${Visitor.scrollable};
      let last = -1;
      let same = 0;
      const look = () => {
        same = history?.scrollTop === last ? same + 1 : 0;
        last = history?.scrollTop;
        if (same > 5 || !history) resolve();
        else requestAnimationFrame(look);
      };
      look();
    })`);
  }

  private watch(): void {
    const note = (text: string) => {
      if (!this.offline) this.trouble.push(text);
    };
    this.page.on('console', (message) => {
      if (message.type() === 'error') note(message.text());
    });
    this.page.on('pageerror', (error) => note(error.message));
    this.context.on('request', (request) => {
      const url = request.url();
      if (!/^(data|blob):/.test(url) && new URL(url).origin !== this.origin)
        this.trouble.push(`asked elsewhere: ${url}`);
    });
  }
}
