import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { temporaryFolder } from '../support/assistant.js';
import { openBrowser, Visitor, type Look } from '../support/browser.js';
import { build, Product } from '../support/product.js';

const phone: Look = { name: 'phone', viewport: { width: 375, height: 812 }, mobile: true };
const desktop: Look = { name: 'desktop', viewport: { width: 1280, height: 900 } };
const keyboard: Look = { name: 'keyboard', viewport: { width: 1280, height: 900 }, keyboardOnly: true };

const sources = 'The plan for 2027 has two AP posts in a team of twelve. Skill mix was agreed in September.';
const need =
  'Our caseload has grown by a third. An AP would take on planned wound care and free nurses for complex visits.';

describe('The whole journey on the web page, as built', function () {
  this.timeout(170_000);
  let browser: Browser;
  let product: Product;
  let me: Visitor;
  let removeFolder: () => Promise<void>;

  before(async function () {
    browser = await openBrowser(this, 'The whole journey on the web page');
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

  for (const look of [phone, desktop])
    it(`from readiness to the Confirmation of Support, two places: ${look.name}`, async () => {
      me = await Visitor.open(browser, product.url, look);
      await greeted();
      await checkReadiness();
      await checkEligibility();
      await fillInTheForm();
      await checkAnswers();
      await declareAndSend();
      await hearTheDecision();
      await confirmSupport();
      assert.deepEqual(me.trouble, []);
    });

  it('by keyboard alone, one place', async () => {
    me = await Visitor.open(browser, product.url, keyboard);
    await me.latest.filter({ hasText: 'What would you like to do?' }).waitFor();
    await me.press('Start an application', 'What kind of organisation');
    await me.press('NHS organisation', 'North West of England?');
    await me.press('Yes, in the North West', 'Which role');
    await me.picture('eligibility');
    await me.press('Assistant practitioner (AP)', 'What kind of service');
    await me.fill('Kind of service', 'Hospital ward or another service', 'training department');
    await me.say('no', 'already applied');
    await me.press('No, this is the first', 'You can apply');
    await me.press('Am I ready to apply?', '1 of 7');
    for (const check of [2, 3, 4, 5, 6, 7]) {
      await me.say('done', 'Who confirmed it?');
      await me.say('Jo Hart', `${check} of 7`);
    }
    await me.press('Done', 'Who confirmed it?');
    await me.press('Skip', 'You are ready to apply');
    await me.press('Carry on to the form', 'full name of your organisation');
    await me.fill('Organisation', 'Northfield NHS Foundation Trust', 'service or ward');
    for (const said of [
      'Stroke unit',
      'M20 2WR',
      'Sam Okafor',
      'Ward manager',
      'sam@nhs.net',
      '0161 496 0123',
    ])
      await me.say(said);
    await me.fill('Places wanted', '1', 'in mind');
    await me.press('No', 'need this role');
    for (const said of [need, sources, 'band 4', 'Wednesdays', 'Mary Shaw', '3']) await me.say(said);
    await me.press('Yes', 'Which university');
    await me.fill('University', 'University of Cumbria', 'Which intake');
    await me.fill('Intake', 'September 2027', 'Check your answers');
    await me.press('Go on to the declaration', 'Protocols and declaration');
    await me.press('I accept', 'ready to send');
    await me.fill('The day you sent it', '2026-11-23', 'Receipt');
    await me.press('Funded', 'Funded for one place');
    await me.press('Recruited', 'Trainee 1 of 1');
    for (const said of ['Ana Lopez', 'ana@nhs.net', 'band 2', 'Mary Shaw', 'Wednesday', 'yes', 'held'])
      await me.say(said);
    await me.press('No', 'Everything is there');
    await me.press('Returned today', 'Confirmation of Support returned');
    await me.picture('returned');
    assert.deepEqual(me.trouble, []);
  });

  async function greeted(): Promise<void> {
    await me.latest.filter({ hasText: 'What would you like to do?' }).waitFor();
    await me.picture('greeting');
    await me.accessible();
    await me.fitsSideways();
  }

  async function checkReadiness(): Promise<void> {
    await me.press('Am I ready to apply?', '1 of 7: Workforce plan');
    await me.picture('readiness');
    await me.press('Done', 'Who confirmed it?');
    await me.fill('Who, and by when', 'Jo Hart', '2 of 7');
    await me.say('yes', 'Who confirmed it?');
    await me.say('Dr Amina Khan', '3 of 7');
    await me.press('Done', 'Who confirmed it?');
    await me.answer('Who, and by when', 'Lee from HR', '4 of 7');
    await me.say('sorted', 'Who confirmed it?');
    await me.answer('Who, and by when', 'Lee from HR', '5 of 7');
    await me.press('Done', 'Who confirmed it?');
    await me.press('Skip', '6 of 7');
    await me.press('Done', 'Who confirmed it?');
    await me.answer('Who, and by when', 'Lee in HR', '7 of 7');
    await me.say('done', 'Who confirmed it?');
    await me.press('Skip', 'You are ready to apply. All seven essential checks are done.');
    await me.picture('ready');
  }

  async function checkEligibility(): Promise<void> {
    await me.press('Carry on to the form', 'What kind of organisation');
    await me.say('nhs trust', 'Kind of organisation: NHS organisation');
    await me.press('Yes, in the North West', 'Which role');
    await me.press('Assistant practitioner (AP)', 'What kind of service');
    await me.picture('eligibility');
    await me.fill('Kind of service', 'Integrated or community care', 'training department');
    await reloaded();
    await me.press('Yes', 'already applied');
    await me.press('No, this is the first', 'You can apply.');
    await me.picture('eligible');
    await me.fitsSideways();
  }

  /** The conversation is found again, as it was, and nobody is greeted a second time. */
  async function reloaded(): Promise<void> {
    await me.reload();
    await me.latest.filter({ hasText: 'Have you talked to your training department' }).waitFor();
    await me.picture('reloaded');
    assert.equal(await me.heard.filter({ hasText: 'Hello. I am AP Pathway' }).count(), 1);
  }

  async function fillInTheForm(): Promise<void> {
    await me.press('Start the form', 'full name of your organisation');
    await me.picture('form');
    await me.accessible();
    await me.fill('Organisation', 'Northfield NHS Foundation Trust', 'service or ward called');
    await me.answer('Service or ward', 'District nursing team', 'postcode');
    await me.answer('Site postcode', 'm202wr', 'M20 2WR');
    await me.answer('Your name', 'Sam Okafor', 'job title');
    await me.answer('Your job title', 'Ward manager', 'email');
    await me.answer('Work email', 'sam.okafor@northfield.nhs.uk', 'phone');
    await me.answer('Work phone', '0161 496 0123', 'talk to in your training department');
    await me.answer('Training department contact', 'Ruth Bell', 'How many training places');
    await restarted();
    await me.fill('Places wanted', '2', 'in mind');
    await me.press('No', 'need this role');
    await me.fill('Why the service needs the role', need, 'workforce plan say');
    await me.say(sources, 'Which band');
    await me.press('Band 4', 'free to study');
    await me.answer('Study release', 'Wednesdays, 7.5 hours a week', 'mentor');
    await me.answer('Mentor or supervisor', 'Mary Shaw', 'hours a week');
    await me.fill('Mentor hours a week', '3', 'outside the staff numbers');
    await me.press('Yes', 'Which university');
    await me.picture('university');
    await me.fill('University', 'University of Chester', 'Which intake');
    await me.say('sept 2027', 'Check your answers');
  }

  /** The server dies in the middle, and the page carries on with the next. */
  async function restarted(): Promise<void> {
    await me.whileOffline(async () => {
      await product.kill();
      await me.page.getByText('Trying to reconnect…').waitFor();
      await me.picture('server-gone');
      await product.start();
      await me.page.getByText('Connected', { exact: true }).waitFor();
    });
    await me.latest.filter({ hasText: 'How many training places' }).waitFor();
  }

  async function checkAnswers(): Promise<void> {
    await me.latest.filter({ hasText: 'Monday 20 September 2027' }).waitFor();
    await me.picture('check-answers');
    await me.accessible();
    await me.press('Change an answer', 'Which answer do you want to change?');
    await me.picture('change-which');
    await me.say('change mentor hours', 'hours a week');
    await me.fill('Mentor hours a week', '4', 'Mentor hours a week: 4');
    await me.latest.filter({ hasText: 'Check your answers' }).waitFor();
  }

  async function declareAndSend(): Promise<void> {
    await me.press('Go on to the declaration', 'Protocols and declaration');
    await me.picture('declaration');
    await me.press('I accept', 'Your form is ready to send.');
    await me.picture('ready-to-send');
    await me.accessible();
    await me.fitsSideways();

    const form = await me.download('button', 'Form as a Word document');
    assert.match(form.filename, /^[\w -]+\.docx$/);
    assert.match(wordsOf(form.bytes), /Northfield NHS Foundation Trust/);
    const email = await me.download('link', 'Email with the form attached');
    assert.match(email.filename, /\.eml$/);
    assert.match(wordsOf(attachmentOf(email.bytes, '.docx')), /Northfield NHS Foundation Trust/);

    await me.fill('The day you sent it', '2026-11-23', 'Receipt');
    await me.latest.filter({ hasText: 'Sent: Monday 23 November 2026' }).waitFor();
    await me.picture('sent');
  }

  async function hearTheDecision(): Promise<void> {
    await me.say('we got funded', 'How many were funded?');
    await me.picture('decision');
    await me.press('2', 'Funded for two places, all that you asked for.');
    await me.latest.filter({ hasText: 'recruit your trainees' }).waitFor();
    await me.picture('recruiting');
  }

  async function confirmSupport(): Promise<void> {
    await me.press('Recruited', 'How many trainees');
    await me.press('2', 'Trainee 1 of 2');
    await me.picture('support-row');
    await me.fill('Trainee', 'Ana Lopez', 'email');
    await me.answer('Trainee’s work email', 'ana.lopez@northfield.nhs.uk', 'Which band');
    await me.fill('Present band', 'Band 2', 'mentor');
    await me.answer('Mentor', 'Mary Shaw', 'free to study');
    await me.answer('Study day', 'Wednesday', 'guaranteed');
    await me.press('Yes', 'English and maths');
    await me.press('Held', 'Has anything changed');
    await me.press('No', 'Trainee 2 of 2');
    await me.say('Ben Price', 'email');
    await me.answer('Trainee’s work email', 'ben.price@northfield.nhs.uk', 'Which band');
    await me.say('band 3', 'mentor');
    await me.picture('same-again');
    await me.press('Same as trainee 1', 'free to study');
    await me.say('same', 'guaranteed');
    await me.press('Yes', 'English and maths');
    await me.say('booked', 'Has anything changed');
    await me.press('No', 'Check the Confirmation of Support');
    await me.picture('support-check');
    await me.accessible();
    await me.press('Returned today', 'on time');
    await me.picture('returned');
    await me.press('My applications', 'Your applications');
    await me.latest.filter({ hasText: 'Confirmation of Support returned' }).waitFor();
    await me.picture('my-applications');
    await me.accessible();
    await me.fitsSideways();
  }
});

/** The text of a Word document; what is no zip, or has none, throws. */
function wordsOf(bytes: Buffer): string {
  const document = unzipSync(bytes)['word/document.xml'];
  assert.ok(document, 'there is no word/document.xml');
  return strFromU8(document).replace(/<[^>]+>/g, ' ');
}

function attachmentOf(email: Buffer, ending: string): Buffer {
  const text = email.toString('latin1');
  const [, boundary = ''] = /boundary="([^"]+)"/.exec(text) ?? [];
  const part = text
    .split(`--${boundary}`)
    .find((one) => new RegExp(`filename="?[^"\r\n]*\\${ending}`).test(one));
  assert.ok(part, `no ${ending} is attached`);
  return Buffer.from(part.slice(part.indexOf('\r\n\r\n')), 'base64');
}
