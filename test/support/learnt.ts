import { openMind } from '../../bot/mind.js';
import { bundlePage } from '../../bot/page/bundle.js';

/** What there is to learn is learnt, and the page's bundle made, before the first test, whose time it would take. */
export const mochaHooks = {
  async beforeAll(this: Mocha.Context) {
    this.timeout(300_000);
    await bundlePage();
    await openMind().learn();
  },
};
