import assert from 'node:assert/strict';
import { hear } from '../../../dialogs/understanding/hear.js';
import { mind } from '../../support/assistant.js';
import { around } from '../../support/heard.js';
import { statuses } from '../../../dialogs/readiness/content.js';

/** How far a check is, in people's own words, while it is asked about. What is not wholly explained is shown back. */

const check = {
  openCheck: 'check:this',
  openSlot: 'check:this',
  slots: [{ id: 'check:this', label: 'This', names: [], section: 'essential' }],
} as const;
const reads = {
  type: 'choice',
  options: statuses.map((one) => ({ ...one, also: [...one.also] })),
} as const;

function told(said: string): string {
  const { acts } = hear(said, around(mind, reads, '2026-11-23', check));
  const [act] = acts;
  if (act?.kind === 'tell') return String(act.value);
  if (act?.kind === 'answer' && act.reading.kind === 'value') return String(act.reading.value);
  if (act?.kind === 'command' && act.command.command === 'dont-know') return 'dont-know';
  return 'none';
}

const ways: readonly (readonly [status: string, said: string])[] = [
  [
    'done',
    'yes | done | signed off in june | matron signed it last week | we have one | done by Jo in HR | all good | got it | yep signed | agreed at board in may | in place | we do | finance said yes | HR manager confirmed on 3 March | 1',
  ],
  [
    'in-progress',
    'HR have it, back by the 20th | nearly there | waiting on finance | its being written | yes but not signed | no but HR are working on it | in draft | it’s with the matching panel | half done | should be done by christmas | due next week | going to panel on the 3rd | chasing HR | not signed off yet | 80% there | started but stalled | just waiting for a signature | sarah is writing it | with Priya in HR | 2',
  ],
  [
    'not-started',
    'no | not started | not yet | havent even looked at it | nope nothing | hasn’t been written | needs doing | on my to do list | we don’t have one | the third one',
  ],
  [
    'dont-know',
    'no idea who’d know | not a clue | need to ask HR | couldnt say | tbc | dont know | last one | not sure',
  ],
  [
    'in-progress',
    'hasn’t been signed off | we’ve made a start | out of date | it’s on the agenda | supposed to be done',
  ],
];

describe('how far a check is', () => {
  for (const [status, said] of ways)
    for (const one of said.split(' | ')) it(`“${one}” is ${status}`, () => assert.equal(told(one), status));
  for (const one of ['what is a JD?', 'how do I write one?'])
    it(`“${one}” tells nothing`, () => assert.equal(told(one), 'none'));
  it('shows back what is only thought', () => {
    const { outcome } = hear('i think its done', around(mind, reads, '2026-11-23', check));
    assert.equal(outcome, 'show');
  });
});
