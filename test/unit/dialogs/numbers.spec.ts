import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readWholeNumber, valueOf } from '../../../dialogs/understanding/numbers.js';

const ONE: readonly (readonly [string, number])[] = [
  ['3', 3],
  ['0', 0],
  ['none', 0],
  ['zero', 0],
  ['two', 2],
  ['Two.', 2],
  ['a couple', 2],
  ['a couple of places', 2],
  ['a pair', 2],
  ['half a dozen', 6],
  ['dozen', 12],
  ['a dozen', 12],
  ['two dozen', 24],
  ['sixteen', 16],
  ['twenty-one', 21],
  ['twenty one', 21],
  ['ninety-nine', 99],
  ['one hundred', 100],
  ['a hundred', 100],
  ['a hundred and five', 105],
  ['about 4', 4],
  ['4ish', 4],
  ['up to 4', 4],
  ['3 places please', 3],
  ['3!', 3],
  ['three (3)', 3],
  ['2x', 2],
  ['x2', 2],
  ['2wte', 2],
  ['2.0 WTE', 2],
  ['３', 3],
  ['1,000', 1000],
  ['a single place', 1],
  ['3 band 4 places', 3],
  ['2 for ward 7', 2],
  ['2 in september 2027', 2],
];

const SEVERAL: readonly (readonly [string, number[]])[] = [
  ['2 or 3', [2, 3]],
  ['two or three', [2, 3]],
  ['2-3', [2, 3]],
  ['2 - 3', [2, 3]],
  ['2–3', [2, 3]],
  ['2/3', [2, 3]],
  ['2 to 3', [2, 3]],
  ['between two and four', [2, 4]],
  ['two, maybe three', [2, 3]],
  ['2 full time and 1 part time', [2, 1]],
];

const NOTHING = [
  ...[
    '',
    '   ',
    'no',
    'a few',
    'several',
    'half',
    'one and a half',
    '1.5',
    '0.6 wte',
    '1,5',
    '½',
    '2½',
    '10%',
  ],
  ...[
    '£3',
    '-3',
    'minus three',
    '3rd',
    'third',
    'more than 3',
    'this one',
    'no one',
    'someone',
    'one-off',
    '👍',
  ],
  ...['99999999999999999999', 'constructor', '__proto__', '3 '.repeat(5000), "don't know yet"],
];

describe('readWholeNumber', () => {
  for (const [text, value] of ONE) {
    it(`"${text}" is ${value}`, () => assert.deepEqual(readWholeNumber(text), { value }));
  }
  for (const [text, ambiguous] of SEVERAL) {
    it(`"${text}" asks which`, () => assert.deepEqual(readWholeNumber(text), { ambiguous }));
  }
  for (const text of NOTHING) {
    it(`"${text.slice(0, 30)}" is no whole number`, () => assert.equal(readWholeNumber(text), undefined));
  }

  it('reads every number to 999 in words', () => {
    for (let n = 0; n <= 999; n += 1) assert.deepEqual(readWholeNumber(inWords(n)), { value: n }, inWords(n));
  });

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const read = readWholeNumber(text);
        if (read && 'value' in read) assert.ok(Number.isSafeInteger(read.value) && read.value >= 0);
      }),
    );
    assert.ok(Number.isNaN(valueOf('constructor')));
  });
});

function inWords(n: number): string {
  const small = [
    ...[
      'zero',
      'one',
      'two',
      'three',
      'four',
      'five',
      'six',
      'seven',
      'eight',
      'nine',
      'ten',
      'eleven',
      'twelve',
    ],
    ...['thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'],
  ];
  const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
  if (n >= 100) return `${small[Math.floor(n / 100)]} hundred${n % 100 ? ` and ${inWords(n % 100)}` : ''}`;
  if (n < 20) return small[n] ?? '';
  return `${tens[Math.floor(n / 10)]}${n % 10 ? `-${small[n % 10]}` : ''}`;
}
