import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { temporaryFolder } from '../support/assistant.js';
import { openBrowser, Visitor, type Look } from '../support/browser.js';
import { build, Product } from '../support/product.js';

const phone: Look = { name: 'phone', viewport: { width: 375, height: 812 }, mobile: true };
const desktop: Look = { name: 'desktop', viewport: { width: 1280, height: 900 }, theme: 'dark' };
const keyboard: Look = {
  name: 'keyboard',
  viewport: { width: 1280, height: 900 },
  theme: 'contrast',
  keyboardOnly: true,
};

const sources = 'The plan for 2027 has two AP posts in a team of twelve. Skill mix was agreed in September.';
const need =
  'Our caseload has grown by a third. An AP would take on planned wound care and free nurses for complex visits.';

const eligible = {
  'What kind of organisation do you work for?': 'NHS organisation',
  'Is your service in the North West of England?': 'Yes, in the North West',
  'Which role do you want training places for?': 'Assistant practitioner (AP)',
  'What kind of service is the role in?': 'Integrated or community care',
  'Has your organisation already applied for this same service?': 'No, this is the first',
};
/** What the form has told already stands there. */
const trainee = {
  'What is the trainee’s work email address?': 'trainee@northfield.nhs.uk',
  'Which band is the trainee on now?': 'Band 2',
  'Does the trainee have the English and maths that the course asks for?': 'Held',
  'Has anything changed since you sent the Expression of Interest?': 'No',
};

describe('The whole journey on the web page, as built', function () {
  this.timeout(600_000);
  let browser: Browser;
  const sittings = new Map<Look, Promise<void>>();

  // All at once, each with a server of its own: most of a conversation is waiting.
  before(async function () {
    browser = await openBrowser(this, 'The whole journey on the web page');
    await build();
    for (const look of [phone, desktop, keyboard]) {
      const sitting = Sitting.have(browser, look);
      sitting.catch(() => undefined);
      sittings.set(look, sitting);
    }
  });
  after(async () => {
    await Promise.allSettled(sittings.values());
    await browser?.close();
  });

  it('from readiness to the Confirmation of Support, two places, on a phone', () => sittings.get(phone));
  it('from readiness to the Confirmation of Support, two places, on a desktop', () => sittings.get(desktop));
  it('from eligibility to the Confirmation of Support, one place, by keyboard alone', () =>
    sittings.get(keyboard));
});

/** One person's journey with a server of their own. */
class Sitting {
  private constructor(
    private readonly me: Visitor,
    private readonly product: Product,
  ) {}

  static async have(browser: Browser, look: Look): Promise<void> {
    const { folder, remove } = await temporaryFolder();
    const product = new Product(folder, '2026-11-23T10:00');
    let me: Visitor | undefined;
    try {
      await product.start();
      me = await Visitor.open(browser, product.url, look);
      const sitting = new Sitting(me, product);
      await (look.keyboardOnly ? sitting.byKeyboard() : sitting.byCardAndTyping());
      assert.deepEqual(me.trouble, []);
    } catch (error) {
      await me?.picture('failed').catch(() => undefined);
      throw error;
    } finally {
      await me?.close();
      await product.stop();
      await remove();
    }
  }

  private async byCardAndTyping(): Promise<void> {
    await this.greeted();
    await this.checkReadiness();
    await this.checkEligibility();
    await this.fillInTheForm();
    await this.checkAnswers();
    await this.declareAndSend();
    await this.hearTheDecision();
    await this.confirmSupport();
  }

  private async byKeyboard(): Promise<void> {
    await this.me.latest.filter({ hasText: 'I help you apply' }).waitFor();
    await this.me.press('Start an application', 'What kind of organisation');
    await this.me.picture('eligibility');
    await this.me.fillPart(
      { ...eligible, 'Have you talked to your training department about this?': 'Not yet' },
      'You can apply, with a caution',
    );
    await this.me.press('Am I ready to apply?', '1 of 7');
    for (const check of [2, 3, 4, 5, 6, 7]) {
      await this.me.say('done', 'Who confirmed it?');
      await this.me.say('Jo Hart', `${check} of 7`);
    }
    await this.me.press('Done', 'Who confirmed it?');
    await this.me.press('Skip', 'You are ready to apply');
    await this.me.press('Carry on to the form', 'full name of your organisation');
    await this.me.fill('Organisation', 'Northfield NHS Foundation Trust', 'service or ward');
    for (const said of [
      'Stroke unit',
      'M20 2WR',
      'Sam Okafor',
      'Ward manager',
      'sam@nhs.net',
      '0161 496 0123',
    ])
      await this.me.say(said);
    await this.me.say('1', 'in mind');
    await this.me.press('No', 'need this role');
    for (const said of [need, sources, 'band 4', 'Wednesdays', 'Mary Shaw', '3']) await this.me.say(said);
    await this.me.press('Yes', 'Which university');
    await this.me.picture('university');
    await this.me.fillPart(
      {
        'Which university will you send the form to?': 'University of Cumbria',
        'Which intake do you want?': 'September 2027',
      },
      'Check your answers',
    );
    await this.me.press('Change an answer', 'Which part do you want to change?');
    await this.me.say('change mentor hours', 'hours a week');
    await this.me.fill('Mentor hours a week', '4', 'Mentor hours a week: 4');
    await this.me.press('Go on to the declaration', 'Protocols and declaration');
    await this.me.press('I accept', 'ready to send');
    await this.me.picture('ready-to-send');
    const email = await this.me.download('link', 'Open the email');
    assert.match(email.filename, /\.eml$/);
    await this.me.press('It’s sent', 'Receipt');
    await this.me.press('Funded', 'Funded for one place');
    await this.me.press('Recruited', 'Trainee 1 of 1');
    for (const said of ['Ana Lopez', 'ana@nhs.net', 'band 2', 'Mary Shaw', 'Wednesday', 'yes', 'held'])
      await this.me.say(said);
    await this.me.press('No', 'Everything is there');
    await this.me.press('Returned today', 'Confirmation of Support returned');
    await this.me.picture('returned');
  }

  private async greeted(): Promise<void> {
    await this.me.latest.filter({ hasText: 'I help you apply' }).waitFor();
    await this.me.picture('greeting');
    await this.me.inOtherThemes('greeting');
    await this.me.accessible();
    await this.me.fitsSideways();
  }

  private async checkReadiness(): Promise<void> {
    await this.me.press('Am I ready to apply?', '1 of 7: Workforce plan');
    await this.me.picture('readiness');
    await this.me.inOtherThemes('readiness');
    await this.me.fillPart(
      { 'All seven are done': 'yes', 'Who confirmed them?': 'Lee in HR' },
      'You are ready to apply. All seven essential checks are done.',
    );
    await this.me.picture('ready');
  }

  private async checkEligibility(): Promise<void> {
    await this.me.press('Carry on to the form', 'What kind of organisation');
    await this.me.picture('eligibility');
    const { 'Has your organisation already applied for this same service?': earlier, ...others } = eligible;
    await this.me.fillPart(others, 'Still missing');
    await this.me.picture('eligibility-missing');
    await this.reloaded();
    await this.me.fillPart(
      {
        'Have you talked to your training department about this?': 'Yes',
        'Has your organisation already applied for this same service?': earlier,
      },
      'You can apply.',
    );
    await this.me.picture('form-begins');
    await this.me.fitsSideways();
  }

  /** The conversation is found again, as it was, and nobody is greeted a second time. */
  private async reloaded(): Promise<void> {
    await this.me.reload();
    await this.me.latest.filter({ hasText: 'Have you talked to your training department' }).waitFor();
    await this.me.picture('reloaded');
    assert.equal(await this.me.heard.filter({ hasText: 'Hello. I am AP Pathway' }).count(), 1);
  }

  private async fillInTheForm(): Promise<void> {
    await this.me.fill('Organisation', 'Northfield NHS Foundation Trust', 'service or ward called');
    await this.me.picture('section');
    await this.me.inOtherThemes('section');
    await this.me.accessible();
    await this.me.fillPart(
      {
        'What is your service or ward called?': 'District nursing team',
        'What is the postcode of the site?': 'm202wr',
        'What is your full name?': 'Sam Okafor',
        'What is your job title?': 'Ward manager',
        'What is your work email address?': 'sam.okafor at northfield',
        'What is your work phone number?': '0161 496 0123',
        'Who did you talk to in your training department?': 'Ruth Bell',
      },
      'One answer needs another look: Work email',
    );
    await this.me.picture('section-wrong');
    await this.me.inOtherThemes('section-wrong');
    await this.me.fillPart(
      { 'What is your work email address?': 'sam.okafor@northfield.nhs.uk' },
      'How many training places',
    );
    await this.restartedDaysLater();
    await this.me.fillPart(
      {
        'How many training places do you want?': '2',
        'Is anyone in mind for a place yet?': 'No',
        'Why does your service need this role?': need,
      },
      'workforce plan say',
    );
    await this.me.say(sources, 'Which band');
    await this.me.press('Band 4', 'free to study');
    await this.me.fillPart(
      {
        'When will each trainee be free to study?': 'Wednesdays, 7.5 hours a week',
        'Who will be the mentor or supervisor at work?': 'Mary Shaw',
        'How many hours a week can the mentor give?': '3',
        'Will each trainee have at least one day in practice outside the staff numbers?': 'Yes',
      },
      'Which university',
    );
    await this.me.picture('university');
    await this.me.say('chester', 'Which intake');
    await this.me.say('sept 2027', 'Check your answers');
  }

  /** The server dies in the middle; the page carries on with the next, where days have passed, and is reminded. */
  private async restartedDaysLater(): Promise<void> {
    await this.me.whileOffline(async () => {
      await this.product.kill();
      await this.me.page.getByText('Trying to reconnect…').waitFor();
      await this.me.picture('server-gone');
      this.product.now = '2026-11-26T09:00';
      await this.product.start();
      await this.me.page.getByText('Connected', { exact: true }).waitFor();
    });
    await this.me.latest.filter({ hasText: 'you were last here on Monday 23 November 2026' }).waitFor();
    await this.me.picture('nudge');
    await this.me.inOtherThemes('nudge');
    await this.me.accessible();
    await this.me.fitsSideways();
    await this.me.press('Do it now', 'How many training places');
  }

  private async checkAnswers(): Promise<void> {
    await this.me.latest.filter({ hasText: 'Monday 20 September 2027' }).waitFor();
    await this.me.picture('check-answers');
    await this.me.inOtherThemes('check-answers');
    await this.me.accessible();
    await this.me.press('Change an answer', 'Which part do you want to change?');
    await this.me.picture('change-which');
    await this.me.say('change mentor hours', 'hours a week');
    await this.me.fill('Mentor hours a week', '4', 'Mentor hours a week: 4');
    await this.me.latest.filter({ hasText: 'Everything is answered' }).waitFor();
    await this.me.picture('changed');
  }

  private async declareAndSend(): Promise<void> {
    await this.me.press('Go on to the declaration', 'Protocols and declaration');
    await this.me.picture('declaration');
    await this.me.press('I accept', 'Your form is ready to send');
    await this.me.picture('ready-to-send');
    await this.me.inOtherThemes('ready-to-send');
    await this.me.accessible();
    await this.me.fitsSideways();

    const form = await this.me.download('button', 'Form as a Word document');
    assert.match(form.filename, /^[\w -]+\.docx$/);
    assert.match(wordsOf(form.bytes), /Northfield NHS Foundation Trust/);
    const email = await this.me.download('link', 'Open the email');
    assert.match(email.filename, /\.eml$/);
    assert.match(wordsOf(attachmentOf(email.bytes, '.docx')), /Northfield NHS Foundation Trust/);

    await this.me.say('send', 'I cannot send it');
    await this.me.press('It’s sent', 'Receipt');
    await this.me.latest.filter({ hasText: 'on Thursday 26 November 2026' }).waitFor();
    await this.me.picture('sent');
  }

  private async hearTheDecision(): Promise<void> {
    await this.me.press('Funded', 'How many were funded?');
    await this.me.picture('decision');
    await this.me.press('2', 'Funded for two places, all that you asked for.');
    await this.me.latest.filter({ hasText: 'recruit your trainees' }).waitFor();
    await this.me.picture('recruiting');
  }

  private async confirmSupport(): Promise<void> {
    await this.me.press('Recruited', 'How many trainees');
    await this.me.press('2', 'Trainee 1 of 2');
    await this.me.picture('support-row');
    await this.me.fillPart({ ...trainee, 'What is the trainee’s full name?': 'Ana Lopez' }, 'Trainee 2 of 2');
    await this.me.picture('same-again');
    await this.me.fillPart(
      { ...trainee, 'What is the trainee’s full name?': 'Ben Price' },
      'Check the Confirmation of Support',
    );
    await this.me.picture('support-check');
    await this.me.inOtherThemes('support-check');
    await this.me.accessible();
    await this.me.press('Returned today', 'on time');
    await this.me.picture('returned');
    await this.me.press('My applications', 'Your applications');
    await this.me.latest.filter({ hasText: 'Next: the programme starts' }).waitFor();
    await this.me.picture('my-applications');
    await this.me.inOtherThemes('my-applications');
    await this.me.accessible();
    await this.me.fitsSideways();
  }
}

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
