import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { temporaryFolder } from '../support/assistant.js';
import { openBrowser } from '../support/browser.js';
import { Playground, Teammate } from '../support/playground.js';
import { build, Product } from '../support/product.js';

const monday = '2026-11-23T10:00';
const need =
  'Our caseload has grown by a third. An AP would take on planned wound care and free nurses for complex visits.';

/**
 * The Microsoft 365 Agents Playground is a Teams client that nobody here wrote. What it cannot do is said in the tests
 * that would need it: it refreshes no card.
 */
describe('In the Microsoft 365 Agents Playground, as built', function () {
  this.timeout(600_000);
  let browser: Browser;
  let product: Product;
  let playground: Playground;
  let me: Teammate;
  let removeFolder: () => Promise<void>;

  before(async function () {
    browser = await openBrowser(this, 'The Playground');
    await build();
  });
  after(() => browser?.close());

  beforeEach(async () => {
    const { folder, remove } = await temporaryFolder();
    removeFolder = remove;
    product = new Product(folder, monday);
    await product.start();
  });
  afterEach(async function () {
    if (this.currentTest?.isFailed()) {
      await me?.picture('failed').catch(() => undefined);
      console.error(product.wrote);
    }
    await me?.close();
    await playground?.stop();
    await product.stop();
    await removeFolder();
  });

  async function visit(name: string, assistant = product.url): Promise<void> {
    const { folder } = product;
    playground = new Playground(folder, assistant);
    await playground.start();
    me = await Teammate.open(browser, playground.url, `playground-${name}`);
    await me.hears('I help you apply');
  }

  it('the whole journey by cards and by typing: one welcome, a nudge, two trainees confirmed', async () => {
    await visit('journey');
    await welcomed();
    await checkReadiness();
    await checkEligibility();
    await reminded();
    await fillInTheForm();
    await declareAndSend();
    await hearTheDecision();
    await confirmSupport();
  });

  it('a group hears who added it, asks by a mention, and nothing of anybody', async () => {
    await visit('group');
    await me.goTo('Ward managers');
    await me.hears('Sam Okafor added me here');
    await me.picture('welcome');
    await me.type('who can apply?');
    await me.page.keyboard.press('Enter');
    await me.mention('which universities?', 'Chester');
    await me.picture('answer');
    await me.mention('my applications', 'That is between you and me');
    await me.picture('personal');
    assert.equal(await me.messages.filter({ hasText: 'Sam Okafor added me here' }).count(), 1);
    assert.equal(await me.messages.filter({ hasText: 'two kinds of organisation' }).count(), 0);

    await me.goTo('Education - Trainees');
    await me.sayMentioning('who can apply?');
    await me.page.getByText('two kinds of organisation').waitFor();
    await me.picture('channel');
  });

  it('the whole journey by whole parts: what is wrong is said on the card, in its place', async () => {
    await visit('parts', product.url);
    await me.say('apply', 'What kind of organisation');
    await eligibilityByPart();
    await readinessByTyping();
    await sectionsByPart();
    await universityByPart();
    await traineeByPart();
  });

  async function welcomed(): Promise<void> {
    await me.picture('welcome');
    for (const again of ['Install application', 'Add application']) await me.happens(again);
    await me.say('hello', 'Hello.');
    assert.equal(await me.messages.filter({ hasText: 'I help you apply' }).count(), 1);
  }

  async function checkReadiness(): Promise<void> {
    await me.press('Am I ready to apply?', '1 of 7: Workforce plan');
    await me.hears('You chose Am I ready to apply?');
    await me.picture('readiness');
    await me.say('done', 'Who confirmed it?');
    await me.fill('Who confirmed it', 'Jo Hart', '2 of 7');
    await me.hears('Who confirmed it: Jo Hart');
    await me.picture('answered-in-place');
    for (const check of [3, 4, 5, 6, 7]) {
      await me.say('done', 'Who confirmed it?');
      await me.say('Jo Hart', `${check} of 7`);
    }
    await me.press('Done', 'Who confirmed it?');
    await me.press('Skip', 'You are ready to apply');
    await me.picture('ready');
  }

  async function checkEligibility(): Promise<void> {
    await me.press('Carry on to the form', 'What kind of organisation');
    await me.picture('eligibility');
    await me.say('nhs organisation', 'North West of England?');
    await me.press('Yes, in the North West', 'Which role');
    await me.press('Assistant practitioner (AP)', 'What kind of service');
    await me.fill('Kind of service', 'Integrated or community care', 'training department');
    await me.say('yes', 'already applied');
    await me.press('No, this is the first', 'You can apply.');
    await me.picture('eligible');
    await me.press('Start the form', 'full name of your organisation');
    await me.picture('form');
  }

  /** Two days and more without a word; the assistant is started again, and the conversation is the same. */
  async function reminded(): Promise<void> {
    await startAgain('2026-11-26T09:00');
    await me.hears('the form is not sent');
    await me.picture('nudge');
    await me.press('Tomorrow', 'Friday 27 November');
    await me.hears(/the form is not sent\.You chose Tomorrow\./);
    await me.picture('nudge-put-off');

    await startAgain('2026-11-27T09:00');
    await me.hears('Why now', 1);
    await me.press('Do it now', 'full name of your organisation');
    await me.hears('You chose Do it now.');
    await me.picture('nudge-done');
  }

  async function startAgain(now: string): Promise<void> {
    await product.stop();
    product.now = now;
    await product.start();
  }

  async function fillInTheForm(): Promise<void> {
    await me.fill('Organisation', 'Northfield NHS Foundation Trust', 'service or ward called');
    await me.withForcedColours(() => me.picture('form-answered'));
    await me.say('Stroke unit', 'postcode');
    await me.say('M20 2WR', 'Your name');
    await me.say('Sam Okafor', 'job title');
    await me.say('Ward manager', 'email');
    await me.say('sam@nhs.net', 'phone');
    await me.say('0161 496 0123', 'in your training department');
    await me.say('Ruth Bell', 'How many training places');
    await me.say('2', 'in mind');
    await me.press('No', 'need this role');
    await me.fill('Why the service needs the role', need, 'workforce plan say');
    await me.picture('long-answer');
    await me.say('Two AP posts in a team of twelve, agreed in September.', 'Which band');
    await me.press('Band 4', 'free to study');
    await me.say('Wednesdays', 'mentor');
    await me.say('Mary Shaw', 'hours a week');
    await me.fill('Mentor hours a week', '3', 'outside the staff numbers');
    await me.press('Yes', 'Which university');
    await me.picture('university');
    await me.say('chester', 'Which intake');
    await me.fill('Intake', 'September 2027', 'Check your answers');
    await me.picture('check-answers');
  }

  async function declareAndSend(): Promise<void> {
    await me.press('Go on to the declaration', 'Protocols and declaration');
    await me.picture('declaration');
    await me.press('I accept', 'ready to send');
    await me.picture('ready-to-send');
    await me.withForcedColours(() => me.picture('ready-to-send'));
    // The day is a list of Microsoft's own here, and the button is quicker.
    await me.press('It’s sent', 'Receipt');
    await me.picture('sent');
    await me.say('my applications', 'Your applications');
    await me.picture('applications');
  }

  async function hearTheDecision(): Promise<void> {
    await me.say('continue', 'Waiting for the decision');
    await me.press('Funded', 'How many were funded?');
    await me.press('2', 'Funded for two places, all that you asked for.');
    await me.picture('recruiting');
  }

  async function confirmSupport(): Promise<void> {
    await me.press('Recruited', 'How many trainees');
    await me.press('2', 'Trainee 1 of 2');
    await me.picture('support-row');
    await me.say('Ana Lopez', 'email');
    await me.say('ana.lopez@nhs.net', 'Which band');
    await me.fill('Present band', 'Band 2', 'mentor');
    await me.say('Mary Shaw', 'free to study');
    await me.fill('Study day', 'Wednesday', 'guaranteed');
    await me.press('Yes', 'English and maths');
    await me.press('Held', 'Has anything changed');
    await me.press('No', 'Trainee 2 of 2');
    await me.say('Ben Price', 'email');
    await me.say('ben.price@nhs.net', 'Which band');
    await me.say('band 3', 'mentor');
    await me.press('Same as trainee 1', 'free to study');
    await me.say('same', 'guaranteed');
    await me.press('Yes', 'English and maths');
    await me.press('Booked', 'Has anything changed');
    await me.press('No', 'Check the Confirmation of Support');
    await me.picture('support-check');
    await me.press('Returned today', 'on time');
    await me.picture('returned');
    await me.withForcedColours(() => me.picture('returned'));
  }

  async function eligibilityByPart(): Promise<void> {
    await me.picture('eligibility');
    await me.fillPart(
      {
        'What kind of organisation': 'NHS organisation',
        'Is your service in the North West': 'Yes',
        'Which role': 'Assistant practitioner',
        'What kind of service': 'Integrated or community care',
        'Have you talked': 'Yes',
        'Has your organisation already': 'No, this is the first',
      },
      'You can apply.',
    );
    await me.picture('eligibility-filled');
    await me.picture('eligible');
  }

  async function readinessByTyping(): Promise<void> {
    await me.say('am I ready to apply?', '1 of 7');
    for (const check of [2, 3, 4, 5, 6, 7]) {
      await me.say('done', 'Who confirmed it?');
      await me.say('Jo Hart', `${check} of 7`);
    }
    await me.say('done', 'Who confirmed it?');
    await me.say('Jo Hart', 'You are ready to apply');
    await me.press('Carry on to the form', 'full name of your organisation');
  }

  async function sectionsByPart(): Promise<void> {
    await me.say('Northfield NHS Foundation Trust', 'service or ward called');
    await me.picture('section');
    await me.fillPartWrongly({
      'What is your service or ward called': 'Stroke unit',
      'What is the postcode': 'Manchester',
    });
    await me.picture('put-right');
    await me.withForcedColours(() => me.picture('put-right'));
    await me.fillPart(
      {
        'What is the postcode': 'M20 2WR',
        'What is your full name': 'Sam Okafor',
        'What is your job title': 'Ward manager',
        'What is your work email': 'sam@nhs.net',
        'What is your work phone': '0161 496 0123',
        'Who did you talk to': 'Ruth Bell',
      },
      'How many training places',
    );
    await me.fillPart(
      {
        'How many training places': '1',
        'Is anyone in mind': 'No',
        'Why does your service need': need,
      },
      'workforce plan say',
    );
    await me.fillPart(
      {
        'What does your workforce plan': 'Two AP posts in a team of twelve.',
        'Which band': 'Band 4',
      },
      'free to study',
    );
    await me.picture('told-already');
    await me.fillPart(
      {
        'When will each trainee': 'Wednesdays',
        'Who will be the mentor': 'Mary Shaw',
        'How many hours': '3',
        'Will each trainee': 'Yes',
      },
      'Which university',
    );
  }

  async function universityByPart(): Promise<void> {
    await me.fillPart(
      {
        'Which university': 'University of Chester',
        'Which intake': 'September 2027',
      },
      'Check your answers',
    );
    await me.picture('universities');
    await me.press('Go on to the declaration', 'Protocols and declaration');
    await me.press('I accept', 'ready to send');
    await me.press('It’s sent', 'Receipt');
    await me.press('Funded', 'Funded for one place');
    await me.press('Recruited', 'Trainee 1 of 1');
  }

  async function traineeByPart(): Promise<void> {
    await me.fillPartWrongly({
      'Which intake': 'September 2027',
      'What is the trainee’s full name': 'Ana Lopez',
      'What is the trainee’s work email': 'ana at trust',
      'Which band': 'Band 2',
      'Who will be': 'Mary Shaw',
      'Which day': 'Wednesday',
      'Is a post': 'Yes',
      'Does the trainee': 'Held',
      'Has anything changed': 'No',
    });
    await me.picture('trainee-put-right');
    await me.fillPart({ 'What is the trainee’s work email': 'ana@nhs.net' }, 'Everything is there');
    await me.picture('support-check');
    await me.press('Returned today', 'on time');
    await me.picture('returned');
  }
});
