import Module, { createRequire } from 'node:module';

/**
 * Imported before teams-ai. That loads botbuilder-dialogs for signing people in, and with it what reads dates and
 * numbers in a dozen languages: a fifth of a start. Nobody signs in here, so it is given something empty instead.
 */
const require = createRequire(import.meta.url);
const path = createRequire(require.resolve('@microsoft/teams-ai')).resolve('botbuilder-dialogs');

class NotHere {
  constructor() {
    throw new Error('botbuilder-dialogs is left out: see without-dialogs.ts of the Teams channel');
  }
}

const empty = new Module(path);
empty.loaded = true;
empty.exports = new Proxy({}, { get: () => NotHere });
require.cache[path] = empty;
