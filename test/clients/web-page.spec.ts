import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { root } from '../../data/root.js';
import { FakeStore, startDemo, type Demo } from '../unit/bot/direct-line-demo.js';

const chrome = process.env.CHROMIUM ?? '/usr/bin/chromium';
const pictures = join(root, 'test-output');
const axe = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');
const answered = 'Type your answer or a question';

const looks = [
  { name: 'phone-light', viewport: { width: 375, height: 740 }, colorScheme: 'light' },
  { name: 'phone-dark', viewport: { width: 375, height: 740 }, colorScheme: 'dark' },
  { name: 'desktop-light', viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  { name: 'desktop-dark', viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
] as const;

describe('The web page, in a real browser', function () {
  this.timeout(90_000);
  let browser: Browser;
  let demo: Demo;
  let store: FakeStore;
  let context: BrowserContext;
  let page: Page;
  let trouble: string[];

  before(async function () {
    if (!existsSync(chrome)) {
      assert.ok(!process.env.CI, `CI needs a browser at ${chrome}`);
      console.warn(`\n  !! NOT RUN: there is no browser at ${chrome}. The web page was not tested.\n`);
      return this.skip();
    }
    mkdirSync(pictures, { recursive: true });
    browser = await chromium.launch({
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
  });
  after(() => browser?.close());

  beforeEach(async () => {
    store = new FakeStore();
    demo = await startDemo(store);
    trouble = [];
  });
  afterEach(async () => {
    await context?.close();
    await demo.stop();
  });

  async function visit(options: Parameters<Browser['newContext']>[0] = {}): Promise<void> {
    context = await browser.newContext({ locale: 'en-GB', ...options });
    page = await context.newPage();
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) trouble.push(message.text());
    });
    page.on('pageerror', (error) => trouble.push(error.message));
    page.on('request', (request) => {
      if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== demo.url)
        trouble.push(`asked elsewhere: ${request.url()}`);
    });
    await page.addInitScript(`document.addEventListener('securitypolicyviolation', (event) =>
      console.error('CSP: ' + event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sourceFile))`);
    await page.goto(demo.url);
    await shown('Hello. I help you apply');
  }

  const bubbles = (text: string) => page.locator('#chat .webchat__bubble', { hasText: text });
  const shown = (text: string) => bubbles(text).last().waitFor();
  async function say(text: string): Promise<void> {
    await page.getByPlaceholder(answered).fill(text);
    await page.keyboard.press('Enter');
  }

  const focused = () => page.evaluate<string>('document.activeElement.textContent');

  async function noSidewaysScroll(): Promise<void> {
    const wide = await page.evaluate(`[...document.querySelectorAll('html, #chat *')]
      .filter((one) => one.scrollWidth > one.clientWidth + 1 && !one.closest('.webchat__keyboard-help') && /auto|scroll/.test(getComputedStyle(one).overflowX))
      .map((one) => one.tagName + '.' + one.className)`);
    assert.deepEqual(wide, []);
    assert.ok(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'));
  }

  async function accessible(): Promise<void> {
    // Outside the page's policy, as a developer's tools are.
    const session = await context.newCDPSession(page);
    await session.send('Runtime.evaluate', { expression: axe });
    const { result } = await session.send('Runtime.evaluate', {
      expression: `axe.run(document).then(({ violations }) => JSON.stringify(violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => id + ' ' + html.slice(0, 300) + ' ' + failureSummary))))`,
      awaitPromise: true,
      returnByValue: true,
    });
    assert.deepEqual(JSON.parse(String(result.value)), []);
  }

  for (const { name, ...look } of looks)
    it(`goes through a conversation: ${name}`, async () => {
      await visit(look);
      await page.getByText('Connected', { exact: true }).waitFor();
      await page.screenshot({ path: join(pictures, `web-${name}-1-greeting.png`) });
      await accessible();
      await noSidewaysScroll();

      await page.getByRole('toolbar').getByRole('button', { name: 'Ask a question about the role' }).click();
      await shown('You said: Ask a question about the role');
      await say('card');
      await shown('Question 3 of 7');
      await page.waitForTimeout(500);
      await page.screenshot({ path: join(pictures, `web-${name}-2-card.png`) });
      await accessible();
      await noSidewaysScroll();
      const button = await page.getByRole('button', { name: 'Not yet, but somebody' }).boundingBox();
      assert.ok((button?.height ?? 0) >= 44);

      await page.getByRole('button', { name: 'Yes, each has one' }).click();
      await shown('You pressed: yes {"answer":"yes"}');
      assert.equal((await bubbles('Yes, each has one').count()) >= 1, true, 'what was pressed is said');
      await say('form');
      await page.getByRole('textbox', { name: 'Name of the ward' }).fill('Ward 7');
      await page.waitForTimeout(500);
      await page.screenshot({ path: join(pictures, `web-${name}-3-form.png`) });
      await accessible();
      await noSidewaysScroll();
      await page.getByRole('button', { name: 'Save and go on' }).click();
      await shown('"ward":"Ward 7"');
      await shown('Saved my ward');
      await page.waitForTimeout(500);
      await page.screenshot({ path: join(pictures, `web-${name}-4-answered.png`) });
      await accessible();
      assert.deepEqual(trouble, []);
      assert.deepEqual(demo.faults, []);
    });

  it('finds the conversation again after a reload, and greets once', async () => {
    await visit();
    await say('hello');
    await shown('You said: hello');
    await page.reload();
    await shown('You said: hello');
    await say('again');
    await shown('You said: again');
    assert.equal(await bubbles('Hello. I help you apply').count(), 1);
    assert.deepEqual(trouble, []);
  });

  it('starts again after asking, and stays the same person', async () => {
    await visit({ viewport: { width: 375, height: 740 } });
    await say('hello');
    await shown('You said: hello');
    await page.getByRole('button', { name: 'Start again' }).click();
    await page.getByText('Your saved work is kept').waitFor();
    await page.screenshot({ path: join(pictures, 'web-phone-light-5-start-again.png') });
    await accessible();
    await page.getByRole('button', { name: 'Stay here' }).click();
    await shown('You said: hello');
    await page.getByRole('button', { name: 'Start again' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Start again' }).click();
    await bubbles('You said: hello').first().waitFor({ state: 'detached' });
    await shown('Hello. I help you apply');
    await say('new');
    await shown('You said: new');
    const people = [...store.records.values()].filter(({ kind }) => kind === 'webchat');
    assert.equal(people.length, 2);
    assert.equal(new Set(people.map(({ doc }) => (doc as { person: string }).person)).size, 1);
    assert.deepEqual(trouble, []);
  });

  it('says when the line is broken, and mends it by itself', async () => {
    await visit();
    await say('hello');
    await shown('You said: hello');
    const port = Number(new URL(demo.url).port);
    await demo.stop();
    await page.getByText('Trying to reconnect…').waitFor();
    await page.screenshot({ path: join(pictures, 'web-desktop-light-6-reconnecting.png') });
    demo = await startDemo(store, port);
    await page.getByText('Connected', { exact: true }).waitFor({ timeout: 30_000 });
    await say('back');
    await shown('You said: back');
    assert.equal(await bubbles('You said: hello').count(), 1);
  });

  it('shows a nudge as it comes, and a removed message as removed', async () => {
    await visit();
    await say('secret');
    await shown('I have not kept that.');
    await shown('(removed)');
    assert.equal(await bubbles('secret').count(), 0);
    await demo.nudge('The form is due on Friday.');
    await shown('The form is due on Friday.');
    assert.deepEqual(trouble, []);
  });

  it('begins quietly anew when the saved conversation is gone', async () => {
    await visit();
    await say('hello');
    await shown('You said: hello');
    for (const key of store.records.keys()) if (key.startsWith('webchat/')) store.records.delete(key);
    const port = Number(new URL(demo.url).port);
    await demo.stop();
    demo = await startDemo(store, port);
    await page.goto(demo.url);
    await shown('Hello. I help you apply');
    assert.equal(await bubbles('You said: hello').count(), 0);
  });

  it('works by keyboard alone', async () => {
    await visit();
    await page.keyboard.press('Tab');
    assert.equal(await focused(), 'Skip to the conversation');
    await page.keyboard.press('Tab');
    assert.equal(await focused(), 'Start again');
    await page.keyboard.press('Enter');
    const question = page.getByRole('dialog', { name: 'Start a new conversation?' });
    await question.waitFor();
    await page.keyboard.press('Escape');
    await question.waitFor({ state: 'hidden' });
    assert.equal(await focused(), 'Start again', 'the focus is where it was');
    await page.getByPlaceholder(answered).focus();
    await page.keyboard.type('card');
    await page.keyboard.press('Enter');
    await shown('Question 3 of 7');
    // Web Chat's way: back to the conversation, into its last message by Enter, then from one thing to the next.
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    for (let tries = 0; tries < 10 && !(await focused()).startsWith('Yes, each has one'); tries++)
      await page.keyboard.press('Tab');
    await page.screenshot({ path: join(pictures, 'web-desktop-light-7-keyboard.png') });
    await page.keyboard.press('Enter');
    await shown('You pressed: yes');
  });

  it('has card buttons that are plain to a screen reader, before and after one is pressed', async () => {
    await visit();
    await say('card');
    await shown('Question 3 of 7');
    const buttons = page.locator('.ac-pushButton');
    assert.ok((await buttons.count()) > 1);
    assert.equal(await page.locator('.ac-pushButton[aria-pressed]').count(), 0);
    await page.getByRole('button', { name: 'Yes, each has one' }).click();
    await shown('You pressed: yes');
    assert.equal(await page.locator('[aria-pressed]').count(), 0);
    assert.deepEqual(trouble, []);
  });

  it('says times as in England', async () => {
    await visit({ timezoneId: 'Europe/London' });
    await page.clock.setFixedTime(new Date(Date.now() + 3 * 24 * 60 * 60 * 1000));
    await say('hello');
    await shown('You said: hello');
    const said = await page.locator('#chat').innerText();
    assert.match(said, /\d{1,2} (?:November|December|[A-Z][a-z]+) at \d{2}:\d{2}/);
    assert.doesNotMatch(said, /\d (?:AM|PM)\b/i);
    assert.deepEqual(trouble, []);
  });

  it('reads in forced colours', async () => {
    await visit({ forcedColors: 'active', viewport: { width: 375, height: 740 } });
    await say('card');
    await shown('Question 3 of 7');
    await page.waitForTimeout(500);
    await page.screenshot({ path: join(pictures, 'web-phone-forced-colours.png') });
    assert.deepEqual(trouble, []);
  });
});
