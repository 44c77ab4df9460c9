import { openMind } from '../../bot/turn/open-mind.js';
import { bundlePage } from '../../bot/channels/web/page/bundle.js';

/** What there is to learn is learnt, and the page's bundle made, before the first test, whose time it would take. */
export const mochaHooks = {
  async beforeAll(this: Mocha.Context) {
    this.timeout(300_000);
    await bundlePage();
    await openMind().learn();
  },
};
