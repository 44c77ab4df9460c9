import { openMind } from '../../bot/mind.js';

/** What there is to learn is learnt before the first test, whose time it would take. */
export const mochaHooks = {
  async beforeAll(this: Mocha.Context) {
    this.timeout(300_000);
    await openMind().learn();
  },
};
