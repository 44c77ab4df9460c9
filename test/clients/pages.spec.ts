import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { root } from '../../data/root.js';
import { temporaryFolder } from '../support/assistant.js';
import { openBrowser, pictures } from '../support/browser.js';
import { build, Product } from '../support/product.js';

const axe = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');

describe('The privacy and terms pages, in a real browser', function () {
  this.timeout(90_000);
  let browser: Browser;
  let product: Product;
  let remove: () => Promise<void>;

  before(async function () {
    browser = await openBrowser(this, 'The privacy and terms pages');
    await build();
    const temporary = await temporaryFolder();
    remove = temporary.remove;
    product = new Product(temporary.folder, '2026-11-23T10:00');
    await product.start();
  });
  after(async () => {
    await browser?.close();
    await product?.stop();
    await remove?.();
  });

  for (const name of ['privacy', 'terms'])
    for (const colorScheme of ['light', 'dark'] as const)
      it(`axe-core finds nothing, and nothing is cut off at 320 pixels: ${name}, ${colorScheme}`, async () => {
        const context = await browser.newContext({ colorScheme, viewport: { width: 320, height: 700 } });
        const page = await context.newPage();
        await page.goto(`${product.url}/${name}`);
        await page.screenshot({ path: join(pictures, `pages-${name}-${colorScheme}.png`), fullPage: true });
        assert.ok(await page.evaluate<boolean>('document.documentElement.scrollWidth <= innerWidth'));
        // Outside the page's policy, as a developer's tools are.
        const session = await context.newCDPSession(page);
        await session.send('Runtime.evaluate', { expression: axe });
        const { result } = await session.send('Runtime.evaluate', {
          expression: `axe.run(document).then(({ violations }) =>
            JSON.stringify(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ' ' + html.slice(0, 200)))))`,
          awaitPromise: true,
          returnByValue: true,
        });
        assert.deepEqual(JSON.parse(String(result.value)), []);
        await context.close();
      });
});
