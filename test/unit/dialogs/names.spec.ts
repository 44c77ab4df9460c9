import { strict as assert } from 'node:assert';
import { isGivenName } from '../../../dialogs/understanding/names.js';

describe('dialogs/understanding/names', () => {
  it('knows a given name whatever its capitals', () => {
    for (const name of ['doreen', 'Ron', 'AISHA', 'priya']) assert.ok(isGivenName(name), name);
  });

  it('takes no word, place or role of this field for one', () => {
    for (const word of ['mark', 'chester', 'preston', 'will', 'grant', 'ward', 'tia', 'band'])
      assert.ok(!isGivenName(word), word);
  });
});
