import assert from 'node:assert/strict';
import { openJsonStore, type JsonStore } from '../../../data/store/json-store.js';
import { locksFor } from '../../../bot/turn/locks.js';
import { memoryOf } from '../../../bot/turn/memory.js';
import { createTurns } from '../../../bot/turn/turns.js';
import type { Ending, Incoming, Line } from '../../../bot/turn/incoming.js';
import { calendar, mind, schemes, silent, temporaryFolder, TestClock } from '../../support/assistant.js';
import { lookups } from '../../support/schemes.js';

/** A whole channel of its own, plain text in and out: all that another one must have, and nothing of any SDK. */
function lineChannel(store: JsonStore) {
  const clock = new TestClock('2027-01-04T09:00');
  const shared = { store, schemes, clock, calendar, mind, locks: locksFor(store), log: silent };
  const turns = createTurns({ ...shared, baseUrl: () => 'https://ap.test', erase: async () => undefined });
  return async (person: string, text: string, id?: string): Promise<{ said: string[]; ending: Ending }> => {
    const said: string[] = [];
    const line: Line = {
      say: async (replies) => void said.push(...replies.map((reply) => reply.text)),
      answer: async () => undefined,
      replace: async () => undefined,
      apologise: async (words) => void said.push(words),
    };
    const what: Incoming['what'] = { kind: 'words', said: { text }, besides: [] };
    const where = { conversation: `line-${person}`, tenant: 'line', address: { number: person } };
    const incoming: Incoming = { id, person, name: person, ...where, what };
    const ending = await turns.queue(incoming, line, async (ends) =>
      turns.take({ incoming, line, memory: await memoryOf(store, `line/${person}`), ending: ends }),
    );
    return { said, ending };
  };
}

describe('A second channel', () => {
  it('has turns of its own without the first one’s SDK', async () => {
    const { folder, remove } = await temporaryFolder();
    const store = await openJsonStore({ folder, lookups });
    try {
      const say = lineChannel(store);
      assert.match((await say('ann', 'are we ready to apply?')).said.join('\n'), /1 of 7/);
      const first = await say('ann', 'yes', 'm-1');
      assert.match(first.said.join('\n'), /Who confirmed it/);
      assert.deepEqual((await say('ann', 'yes', 'm-1')).said, first.said, 'the same message acts once');
      assert.doesNotMatch((await say('ben', 'continue')).said.join('\n'), /of 7/);
      assert.equal((await say('ann', 'what is a nursing associate?')).ending.asked, 'answered');
      const [reference = ''] = await store.find('applications-of-person', 'ann');
      assert.match(reference, /^AP-/);
    } finally {
      await store.close();
      await remove();
    }
  });
});
