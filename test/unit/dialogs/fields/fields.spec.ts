import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { readAnswerIn } from '../../../../dialogs/understanding/answers.js';
import { clean } from '../../../../dialogs/understanding/text.js';
import { kinds, today } from './cases.js';

function outcomeOf(kind: string, said: string): unknown {
  const { reading } = readAnswerIn(kinds[kind]!.reads, said, today);
  switch (reading.kind) {
    case 'value':
      return reading.value;
    case 'confirm':
      return `confirm ${String(reading.value)}`;
    case 'which':
      return `which ${reading.options.map(({ value }) => String(value)).join(' + ')}`;
    default:
      return reading.kind;
  }
}

for (const [kind, { reads: _, ...tables }] of Object.entries(kinds))
  describe(`dialogs/understanding/fields: ${kind}`, () => {
    for (const [table, rows] of Object.entries(tables))
      for (const [said, outcome] of rows)
        it(`${table}: “${said}” is ${String(outcome)}`, () =>
          assert.deepEqual(outcomeOf(kind, said), outcome));
  });

describe('dialogs/understanding/fields: whatever is around it', () => {
  const anyKind = fc.constantFrom(...Object.keys(kinds));
  const anyPlain = anyKind.chain((kind) =>
    fc.record({ kind: fc.constant(kind), row: fc.constantFrom(...kinds[kind]!.plain) }),
  );

  it('courtesy changes nothing, and is explained', () => {
    const courtesy = fc.constantFrom('please', 'thanks', 'ta', 'cheers', 'x');
    fc.assert(
      fc.property(anyPlain, courtesy, ({ kind, row: [said, outcome] }, word) => {
        const around = `${said} ${word}`;
        // A reason is one's own words, courtesy and all.
        if (kind === 'reason') return;
        assert.deepEqual(outcomeOf(kind, around), outcome, around);
        assert.equal(readAnswerIn(kinds[kind]!.reads, around, today).rest, '', around);
      }),
    );
  });

  it('a number, an address and a day are the same in capitals and in small letters', () => {
    const insensitive = fc.constantFrom('places', 'hours', 'phone', 'postcode', 'day', 'intake');
    const row = insensitive.chain((kind) =>
      fc.record({ kind: fc.constant(kind), row: fc.constantFrom(...kinds[kind]!.plain) }),
    );
    fc.assert(
      fc.property(row, ({ kind, row: [said, outcome] }) => {
        assert.deepEqual(outcomeOf(kind, said.toUpperCase()), outcome);
        assert.deepEqual(outcomeOf(kind, said.toLowerCase()), outcome);
      }),
    );
  });

  it('talk is talk in capitals and in small letters, with either apostrophe', () => {
    const words = ['person', 'contact', 'organisation', 'service', 'job', 'study'];
    const rows = words.flatMap((kind) => kinds[kind]!.notAnAnswer.map(([said]) => ({ kind, said })));
    for (const { kind, said } of [
      ...rows,
      { kind: 'person', said: 'I’ve told you' },
      { kind: 'job', said: "I've told you" },
    ]) {
      assert.equal(outcomeOf(kind, said.toLowerCase()), 'none', `${kind}: ${said}`);
      assert.equal(outcomeOf(kind, said[0]!.toUpperCase() + said.slice(1)), 'none', `${kind}: ${said}`);
    }
  });

  it('says which words it rests on, and they are in the text', () => {
    fc.assert(
      fc.property(anyKind, fc.string({ unit: 'grapheme', maxLength: 200 }), (kind, said) => {
        const { used } = readAnswerIn(kinds[kind]!.reads, said, today);
        const { length } = clean(said);
        for (const [from, to] of used)
          assert.ok(from >= 0 && from <= to && to <= Math.max(length, 0), `${from} ${to}`);
      }),
    );
  });

  it('what is said beside the value is left over', () => {
    const rows = [
      ['person', "it'll be Priti, she's a band 6", "she's band 6"],
      ['places', '3 if the board agree', 'if board agree'],
      ['email', 'Sue Hartley, ward manager, sue@nhs.net', 'Sue Hartley ward manager'],
      ['places', '3 places please', ''],
      ['organisation', 'we work at MFT', ''],
    ] as const;
    for (const [kind, said, rest] of rows)
      assert.equal(readAnswerIn(kinds[kind]!.reads, said, today).rest, rest);
  });

  it('never throws, and never takes long', () => {
    const words =
      'the ward is not one two 07 jan a@nhs.net M1 1AE and for half an hour sue mft , . @ + - \u200d 👩‍⚕️'.split(
        ' ',
      );
    const jumble = fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((list) => list.join(' '));
    fc.assert(
      fc.property(anyKind, fc.oneof(jumble, fc.string({ unit: 'binary' })), (kind, said) => {
        readAnswerIn(kinds[kind]!.reads, said, today);
      }),
      { numRuns: 500 },
    );
    for (const kind of Object.keys(kinds))
      for (const word of [...words, '1 ', 'a.', '((']) {
        const said = `${word} `.repeat(20_000 / (word.length + 1));
        // The quickest of three: another process may have the processor for a while.
        const times = [1, 2, 3].map(() => {
          const began = performance.now();
          readAnswerIn(kinds[kind]!.reads, said, today);
          return performance.now() - began;
        });
        assert.ok(Math.min(...times) < 20, `${kind}, “${word}”: ${times.map(Math.round).join(', ')} ms`);
      }
  });

  it('keeps a joined emoji whole, and makes a space of what controls a screen', () => {
    const family = '👨‍👩‍👧';
    assert.equal(clean(`Ward 7 ${family}`), `Ward 7 ${family}`);
    assert.equal(clean('Ward\u00077\u0000b'), 'Ward 7 b');
    assert.equal(clean('Wa\u200drd \u200b7'), 'Ward 7');
  });
});
