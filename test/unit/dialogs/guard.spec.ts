import assert from 'node:assert/strict';
import type { Entry } from '../../../data/knowledge/entry.js';
import { guard } from '../../../dialogs/questions/guard.js';
import { mind } from '../../support/assistant.js';

const entry = (id: string): Entry => {
  const found = mind.knowledge.byId.get(id);
  assert.ok(found, id);
  return found;
};

/** As a model is shown them. */
const entries = [
  'planning-uniform',
  'ap-registered',
  'ap-medicines',
  'ap-band',
  'ap-numbers-england',
  'confirmation-of-support-due',
].map(entry);
const asked = 'what should i know about this';

describe('dialogs/questions/guard', () => {
  const said: readonly [words: string, cited: string[]][] = [
    ['Yes, a different uniform helps patients and staff to see who is an AP. [1]', ['planning-uniform']],
    ['No, APs are on no statutory register. [2] They answer to their employer. [2]', ['ap-registered']],
    [
      'Yes, an AP may give medicines, if trained and competent and your medicines policy allows it. [3]',
      ['ap-medicines'],
    ],
    ['A qualified AP is usually at Band 4 (2020 slides and a 2015 study). [4]', ['ap-band']],
    [
      'There were 7,900 Band 4 APs nationally in slides from 2020: [5]\n\n- 3484 in the North [5]',
      ['ap-numbers-england'],
    ],
    [
      'A qualified AP is usually at band four. [4] No, APs are not registered by law, as of 2015. [2]',
      ['ap-band', 'ap-registered'],
    ],
    ['No, APs are not registered by law, and usually work at Band 4. [2, 4]', ['ap-registered', 'ap-band']],
  ];
  for (const [words, cited] of said)
    it(`lets through “${words.slice(0, 60)}…”`, () => {
      const held = guard(words, entries, asked);
      assert.ok('cited' in held, JSON.stringify(held));
      assert.deepEqual(
        held.cited.map(({ id }) => id),
        cited,
      );
    });

  it('numbers the sources anew, in the order they are named', () => {
    const held = guard(
      'A qualified AP is usually Band 4. [4] Slides from 2020 say so. [5][4]',
      entries,
      asked,
    );
    assert.ok('text' in held);
    assert.equal(held.text, 'A qualified AP is usually Band 4. [1] Slides from 2020 say so. [2][1]');
  });

  const refused: readonly [fault: string, words: string][] = [
    ['no-citation', 'A qualified AP is usually Band 4.'],
    ['unknown-citation', 'A qualified AP is usually Band 4. [7]'],
    ['unknown-citation', 'A qualified AP is usually Band 4. [0]'],
    ['too-long', `${'A qualified AP is usually Band 4. [4] '.repeat(40)}`],
    ['markup', 'See [our page](https://example.org) about Band 4. [4]'],
    ['markup', 'A qualified AP is <b>usually</b> Band 4. [4]'],
    ['figure', 'A qualified AP is usually Band 5. [4]'],
    ['figure', 'A qualified AP is usually Band five. [4]'],
    ['figure', 'A qualified AP is usually Band 4 after 18 months. [4]'],
    ['figure', 'A qualified AP is usually Band 4, from £26,530. [4]'],
    ['figure', 'About 20% of qualified APs are Band 4. [4]'],
    ['figure', 'Half of the qualified APs are Band 4. [4]'],
    ['figure', 'Slides from 2020 give 7901 Band 4 APs. [5]'],
    // In one of the entries, but not in the one it is said to be from.
    ['figure', 'A qualified AP is usually Band 4, and there are 7900. [4]'],
    ['date', 'A 2015 study found that APs are usually Band 4 since September. [5]'],
    ['date', 'A qualified AP is usually Band 4 from next year. [4]'],
    ['address', 'A qualified AP is usually Band 4. Ask jo@trust.example. [4]'],
    ['address', 'A qualified AP is usually Band 4. See www.hee.nhs.uk. [4]'],
    ['name', 'A qualified AP is usually Band 4, says Sandra Jones. [4]'],
    ['name', 'A qualified AP is usually Band 4 at the University of Salford. [4]'],
    ['claim', 'A qualified AP is usually Band 4 and by law has a post. [4]'],
    ['claim', 'A qualified AP is always Band 4. [4]'],
    ['claim', 'A qualified AP is usually Band 4, and counts in any ratio. [4]'],
    ['yes-or-no', 'Yes, APs are registered by law, as of a 2015 study. [2]'],
    ['yes-or-no', 'APs are registered by law, as of a 2015 study. [2]'],
    ['condition', 'Yes, an AP may give medicines. [3]'],
    ['decision', 'Your service is ready, as APs are Band 4. [4]'],
    ['decision', 'You are eligible, as APs are Band 4. [4]'],
    ['decision', 'You have been funded for Band 4 posts. [4]'],
    ['decision', 'I have sent your form about Band 4 posts. [4]'],
    ['decision', 'The Confirmation of Support is due by Monday. [6]'],
    ['decision', 'The deadline is four weeks before your programme starts. [6]'],
    ['decision', 'The last day is 28 days before the start date. [6]'],
    ['decision', 'Funding is open now for Band 4 posts. [4]'],
    ['not-in-the-entries', 'Wards enjoy happy breakfast meetings about gardens, music and football. [4]'],
  ];
  for (const [fault, words] of refused)
    it(`drops ${fault}: “${words.slice(0, 60)}…”`, () =>
      assert.deepEqual(guard(words, entries, asked), { fault }));

  it('lets an entry’s own words through, unless they are about deadlines and who can apply', () => {
    const lost = [...mind.knowledge.byId.values()].flatMap((one) => {
      const held = guard(`${one.short} [1]`, [one], one.question);
      return 'fault' in held && held.fault !== 'decision' ? [`${one.id}: ${held.fault}`] : [];
    });
    assert.deepEqual(lost, []);
  });
});
