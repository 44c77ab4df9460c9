import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { root } from '../data/root.js';
import { temporaryFolder } from './support/assistant.js';
import { Visitor } from './support/browser.js';
import { build, Product } from './support/product.js';

/**
 * The picture at the head of the README: `npm run picture`. The product as built, on three phones side by side: a part of
 * the form, the moment of sending, and where things stand.
 */
const place = join(root, 'test', 'clients', 'in-use.png');
const phone = { name: 'picture', viewport: { width: 375, height: 600 }, mobile: true };
/** Bytes: it stands in the repository. */
const most = 150_000;

const eligible = {
  'What kind of organisation do you work for?': 'NHS organisation',
  'Is your service in the North West of England?': 'Yes, in the North West',
  'Which role do you want training places for?': 'Assistant practitioner (AP)',
  'What kind of service is the role in?': 'Integrated or community care',
  'Have you talked to your training department about this?': 'There is no training department',
  'Has your organisation already applied for this same service?': 'No, this is the first',
};

await build();
const { folder, remove } = await temporaryFolder();
const product = new Product(folder, '2026-11-23T10:00');
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  await product.start();
  const me = await Visitor.open(browser, product.url, phone);
  const shots: Buffer[] = [];
  const shoot = async (): Promise<void> => void shots.push(await me.topOfLatest());
  await me.say('am I ready to apply?', '1 of 7');
  await me.say('all done, Jane Roe in HR confirmed them', 'You are ready to apply');
  await me.press('Carry on to the form', 'What kind of organisation');
  await me.fillPart(eligible, 'full name of your organisation');
  await me.say('Northfield NHS Foundation Trust', 'service or ward');
  await me.say(
    'District nursing team, M20 2WR, Sam Okafor, ward manager, sam.okafor@northfield.nhs.uk, 0161 496 0123',
    'How many training places',
  );
  await shoot();
  await me.say('two places, nobody in mind yet', 'need this role');
  await me.say(
    'Our caseload has grown by a third. An AP would take on planned wound care.',
    'workforce plan',
  );
  await me.say('The plan for 2027 has two AP posts in a team of twelve.', 'Which band');
  await me.say('band 4', 'free to study');
  await me.say('Wednesdays 7.5 hours a week, Mary Shaw, 3 hours, yes', 'Which university');
  await me.say('University of Chester, September 2027', 'Check your answers');
  await me.say('go on', 'Protocols and declaration');
  await me.say('I accept', 'ready to send');
  await shoot();
  await me.say('sent today', 'Receipt');
  await me.say('my applications', 'Decision');
  await shoot();

  const page = await browser.newPage({ viewport: { width: 1173, height: 600 } });
  const images = shots.map((shot) => `<img src="data:image/png;base64,${shot.toString('base64')}">`);
  await page.setContent(
    `<body style="margin:0;display:flex;gap:24px;background:#fff">${images.join('')}</body>`,
  );
  const picture = await page.screenshot({ path: place });
  if (picture.length > most) throw new Error(`${picture.length} bytes, not ${most}`);
  console.log(`${picture.length} bytes: ${place}`);
} finally {
  await browser.close();
  await product.stop();
  await remove();
}
