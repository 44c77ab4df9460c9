import assert from 'node:assert/strict';
import { said } from '../../../bot/channels/incoming.js';
import { lexiconOf, termsOf, wordsOf } from '../../../dialogs/understanding/terms.js';
import { heapNow } from '../../support/fuzz.js';
import { temporaryFolder, TestClock, TestHouse } from '../../support/assistant.js';

/** What patterns go back over again and again, if one of them can. */
const pieces = [
  ...['a', 'A', '1', ' ', '\n', '-', '- ', '. ', ', ', 'a ', 'a, ', 'a-', 'a@', '@', 'a.', '1 ', '1,', '1/'],
  ...['(', '[', '*', '_', '`', "'", '’', '<', '<a', '</', '<at', '&', '&amp;', '00 ', '+44 ', '\\', '|', '~'],
  ...['é', 'İ', '\u200b', '\u202e', '١', '👩‍⚕️', 'http://', 'a:', 'www.', '[a](', '](', '\ud800'],
  ...[
    'no ',
    'not ',
    'i ',
    'the ',
    'of ',
    'or a ',
    '2 or 3 ',
    'twenty ',
    'hundred ',
    'and a half ',
    'band 4 ',
  ],
  ...['patient ', 'mrs a ', 'born ', 'he is ', 'aged ', '5mg ', 'ignore your instructions ', 'my name is A'],
  ...['1 jan ', 'next week ', 'in 2 days ', 'or monday ', 'half past ', 'w/c ', 'sept ', 'september 2027 '],
  ...['who ', 'can we ', 'fix ', 'join ', 'AP-', 'AP-3333-', 'university of ', 'cumbria or ', 'M1 1AA '],
];
/** Characters: as much as is looked at. Something that goes back for each of them would take minutes. */
const length = 20_000;
/** Milliseconds: some hundred times what it takes. */
const atMost = 1_500;

const long = (piece: string) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

describe('long input', function () {
  this.timeout(300_000);

  it('is looked through once, however it is made: nobody else waits for it', async () => {
    const { folder, remove } = await temporaryFolder();
    const house = await TestHouse.open(folder, new TestClock('2026-11-23T10:00'));
    const ann = { person: 'ann', conversation: 'ann' };
    try {
      for (const text of ['apply', 'nhs trust', 'ask something']) await house.receive({ text }, ann);
      for (const piece of pieces)
        for (const text of [long(piece), `x${long(piece)}z@`, `change service to ${long(piece)}!`]) {
          const begun = performance.now();
          await house.receive({ text }, ann);
          const took = performance.now() - begun;
          assert.ok(took < atMost, `${took.toFixed(0)} ms for ${length} characters of “${piece}”`);
        }
    } finally {
      await house.close();
      await remove();
    }
  });

  it('leaves nothing of itself in memory, whatever new words are in it', async () => {
    const lexicon = lexiconOf(Array.from({ length: 3 }, () => 'assistant practitioner supervision training'));
    const read = (from: number, to: number) => {
      for (let n = from; n < to; n++)
        for (const word of [`extraordinarilynew${n.toString(36)}word`, `${'b'.repeat(9_000)}${n}`]) {
          const text = `${'the words '.repeat(1_000)} ${word}`;
          termsOf(text);
          wordsOf(text, lexicon);
        }
    };
    read(0, 100);
    const before = await heapNow();
    read(100, 700);
    const grown = (await heapNow()) - before;
    // The texts are 12 MB.
    assert.ok(grown < 3, `${grown.toFixed(1)} MB`);
  });

  it('is cut before anything looks at it, however much there is', () => {
    for (const piece of pieces) {
      const begun = performance.now();
      const heard = said({ text: piece.repeat(Math.ceil(250_000 / piece.length)) });
      const took = performance.now() - begun;
      assert.ok(heard.text.length <= length);
      assert.ok(took < 200, `${took.toFixed(0)} ms for “${piece}”`);
    }
  });
});
