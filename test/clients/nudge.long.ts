import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { temporaryFolder } from '../support/assistant.js';
import { openBrowser, Visitor, type Look } from '../support/browser.js';
import { build, Product } from '../support/product.js';

const looks: readonly Look[] = [
  { name: 'nudge-phone', viewport: { width: 375, height: 812 }, mobile: true },
  { name: 'nudge-desktop', viewport: { width: 1280, height: 900 } },
];

describe('A reminder on the web page, as built', function () {
  this.timeout(300_000);
  let browser: Browser;
  let product: Product;
  let me: Visitor;
  let removeFolder: () => Promise<void>;

  before(async function () {
    browser = await openBrowser(this, 'A reminder on the web page');
    await build();
  });
  after(() => browser?.close());

  beforeEach(async () => {
    const { folder, remove } = await temporaryFolder();
    removeFolder = remove;
    product = new Product(folder, '2026-11-23T10:00');
    await product.start();
  });
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await me?.picture('failed').catch(() => undefined);
    await me?.close();
    await product.stop();
    await removeFolder();
  });

  for (const look of looks)
    it(`comes by itself three working days later, and its buttons work: ${look.name}`, async () => {
      me = await Visitor.open(browser, product.url, look);
      await formBegun();

      // Not yet nine: nothing has come when the page is back, and then it comes by itself.
      await days('2026-11-26T08:59');
      assert.equal(await me.latest.filter({ hasText: 'the form is not sent' }).count(), 0);
      const nudge = me.latest.filter({ hasText: 'the form is not sent' });
      await nudge.waitFor({ timeout: 120_000 });
      await nudge.filter({ hasText: 'you were last here on Monday 23 November 2026' }).waitFor();
      await me.picture('arrived');
      await me.accessible();
      await me.fitsSideways();
      await me.press('Tomorrow', 'I will remind you on Friday 27 November 2026');
      await me.picture('put-off');

      await days('2026-11-27T09:00');
      await me.latest.filter({ hasText: 'the form is not sent' }).waitFor();
      await me.press('Choose a day', 'Until which day?');
      await me.say('after my nights, thursday week', 'I will remind you on Thursday 10 December 2026');

      await days('2026-12-10T09:00');
      await me.latest.filter({ hasText: 'the form is not sent' }).waitFor();
      await me.press('Do it now', 'What is your service or ward called?');
      await me.picture('do-it-now');
      assert.deepEqual(me.trouble, []);
    });

  it('a colleague in another browser answers one question, and the one who asked is told by itself', async () => {
    const [phone, desktop] = looks;
    assert.ok(phone && desktop);
    me = await Visitor.open(browser, product.url, desktop);
    await formBegun();
    await me.say('ask a colleague', 'Whom do you want to ask');
    await me.say('Ruth in HR', 'A question for Ruth in HR');
    const [, code = ''] = /answer ([0-9A-Z-]{24})/.exec((await me.latest.textContent()) ?? '') ?? [];
    await me.picture('asked');
    const ruth = await Visitor.open(browser, product.url, { ...phone, name: 'colleague-phone' });
    try {
      await ruth.latest.filter({ hasText: 'What would you like to do?' }).waitFor();
      await ruth.say(`answer ${code}`, 'One question for Ruth in HR');
      await ruth.picture('question');
      await ruth.accessible();
      await ruth.fitsSideways();
      await ruth.say('Ward 7', 'Thank you. That is all.');
      assert.deepEqual(ruth.trouble, []);
    } finally {
      await ruth.close();
    }
    await me.latest.filter({ hasText: 'a colleague has answered' }).waitFor();
    await me.picture('told');
    await me.accessible();
    await me.press('Do it now', 'What is the postcode of the site?');
    await me.say('check answers', 'Service or ward: Ward 7');
    assert.deepEqual(me.trouble, []);
  });

  async function formBegun(): Promise<void> {
    await me.latest.filter({ hasText: 'I help you apply' }).waitFor();
    await me.say('apply', 'What kind of organisation');
    for (const said of ['nhs', 'north west', 'assistant practitioner', 'community', 'yes', 'none'])
      await me.say(said);
    await me.say('apply', 'full name of your organisation');
    await me.say('Northfield NHS Foundation Trust', 'service or ward called');
  }

  /** The assistant is started again on another day, while the page stays open. */
  async function days(now: string): Promise<void> {
    await me.whileOffline(async () => {
      await product.stop();
      await me.page.getByText('Trying to reconnect…').waitFor();
      product.now = now;
      await product.start();
      await me.page.getByText('Connected', { exact: true }).waitFor();
    });
  }
});
