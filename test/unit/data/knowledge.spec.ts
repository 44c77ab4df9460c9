import { strict as assert } from 'node:assert';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ContentError } from '../../../data/content-errors.js';
import {
  checkKnowledge,
  knowledgeFiles,
  loadKnowledge,
  longUnchecked,
} from '../../../data/knowledge/knowledge.js';
import { root } from '../../../data/root.js';
import { allFigures, figuresIn, readFacts, unsupported } from '../../eval/source-figures.js';

const folder = join(root, 'data', 'knowledge');

const good = `
- id: first-entry
  question: What is the first question?
  asks: [first, the first one, number one, one please]
  short: The first answer, in a sentence that is long enough.
  title: The first
  sources: ['S003, 1', product]
  checked: 2026-11
  related: [second-entry]
`;
const second = good
  .replace('first-entry', 'second-entry')
  .replace('the first question', 'the second question')
  .replace(
    '[first, the first one, number one, one please]',
    '[second, the second one, number two, two please]',
  )
  .replace('[second-entry]', '[first-entry]');

const sources = {
  name: 'sources.yaml',
  text: `
- { id: S003, publisher: A publisher, title: A report, year: 2015, sure: stated }
- { id: product, publisher: The assistant, title: What it does, sure: stated }
`,
};
const check = (...texts: string[]) =>
  checkKnowledge([sources, ...texts.map((text, i) => ({ name: `${'ab'[i] ?? 'c'}.yaml`, text }))]);

describe('data/knowledge', () => {
  describe('the bundled entries', () => {
    const entries = loadKnowledge(folder);

    it('have no fault, and are neither few nor beyond keeping up', () => {
      assert.deepEqual(checkKnowledge(knowledgeFiles(folder)), []);
      assert.ok(entries.length >= 100 && entries.length <= 240, `${entries.length} entries`);
    });

    it('each lead on to two to four others', () => {
      const wrong = entries.filter(({ related }) => related.length < 2 || related.length > 4);
      assert.deepEqual(
        wrong.map(({ id, related }) => `${id}: ${related.length}`),
        [],
      );
    });

    it('say to check whatever names a date, a rule or a sum of 2015 as a condition', () => {
      const rules = ['confirmation-of-support-due', 'development-work-first'];
      for (const id of rules)
        assert.equal(entries.find((entry) => entry.id === id)?.checkBeforeRelying, true, id);
    });

    it('say so only where nothing newer is known', () => {
      const newer = entries.filter(
        ({ checkBeforeRelying, sources }) =>
          checkBeforeRelying && sources.some(({ id, year }) => id !== 'product' && (year ?? 2026) > 2020),
      );
      assert.deepEqual(
        newer.map(({ id }) => id),
        [],
      );
    });

    it('cite newer sources of which it is known what they say', () => {
      const known = new Set(readFacts().flatMap(({ sources }) => sources));
      const cited = new Set(entries.flatMap(({ sources }) => sources.map(({ id }) => id)));
      assert.deepEqual(
        [...cited].filter((id) => /^S[1-9]/.test(id) && !known.has(id)),
        [],
      );
    });

    it('that were last held against their sources a year ago are named, oldest first', () => {
      const aged = entries
        .slice(0, 3)
        .map((entry, i) => ({ ...entry, checked: ['2025-10', '2026-11', '2024-01'][i] ?? '' }));
      assert.deepEqual(
        longUnchecked(aged, '2026-11').map(({ checked }) => checked),
        ['2024-01', '2025-10'],
      );
    });

    it('never say that funding is open now', () => {
      const claims = entries.filter(({ short, detail = '' }) =>
        /\b(?:funding|the round|applications?) (?:is|are) (?:now )?open\b(?! now\.?$)/i.test(
          `${short} ${detail}`,
        ),
      );
      assert.deepEqual(
        claims.map(({ id }) => id).filter((id) => id !== 'funding-open-now'),
        [],
      );
    });

    it('hold no figure that the cited source does not', () => {
      const figures = allFigures();
      const found = entries.flatMap(({ id, short, detail = '', sources }) =>
        unsupported(`${short}\n${detail}`, sources, figures).map((figure) => `${id}: ${figure}`),
      );
      assert.deepEqual(found, []);
    });
  });

  describe('figures of a text', () => {
    it('are numbers, with what they count', () => {
      const found = figuresIn('Band 2/3, then Band 4: 9.5% of 1,709, four weeks or 28 days, and £12,000.');
      for (const figure of ['band 2', 'band 3', 'band 4', '9.5 %', '1709', '4 week', '28 day', '£12000']) {
        assert.ok(found.has(figure), figure);
      }
      assert.ok(!found.has('band 9') && !found.has('709'));
    });

    it('make a wrong one stand out', () => {
      const figures = { S000: ['4', '4 week'], product: ['28', '28 day'] };
      const cited = [{ id: 'S000', year: 2015 }, { id: 'product' }];
      assert.deepEqual(unsupported('Four weeks, or 28 days, in 2015.', cited, figures), []);
      assert.deepEqual(unsupported('Six weeks before.', cited, figures), ['6', '6 week']);
      assert.deepEqual(unsupported('28 days.', cited.slice(0, 1), figures), ['28', '28 day']);
    });
  });

  describe('what is wrong with a file', () => {
    it('is nothing when all is well', () => assert.deepEqual(check(good, second), []));

    const broken: readonly [what: string, texts: string[], fault: RegExp][] = [
      ['an unreadable file', ['- id: [', good], /^a\.yaml: \(whole file\): not readable as YAML/],
      ['something that is no list', ['id: alone'], /^a\.yaml: \(whole file\): it must be a list/],
      ['a missing source', [good.replace(/ {2}sources.*\n/, ''), second], /^a\.yaml: first-entry: sources: /],
      [
        'a source that does not exist',
        [good.replace('S003', 'S009'), second],
        /^a\.yaml: first-entry: sources: there is no source “S009”/,
      ],
      [
        'too few ways of asking',
        [good.replace('first, the first one, number one, one please', 'first'), second],
        /^a\.yaml: first-entry: asks: /,
      ],
      [
        'an answer over the limit',
        [good.replace('long enough', 'long '.repeat(60)), second],
        /^a\.yaml: first-entry: short: /,
      ],
      ['a word that is not known', [`${good}  shorts: no\n`, second], /^a\.yaml: first-entry: .*shorts/],
      [
        'an id used twice',
        [good, second.replace('id: second-entry', 'id: first-entry')],
        /^b\.yaml: first-entry: the id is used twice, also in a\.yaml/,
      ],
      [
        'a question asked twice, but for its case and marks',
        [good, second.replace('[second,', '["The FIRST one!",')],
        /^b\.yaml: second-entry: “The FIRST one!” is already asked by first-entry/,
      ],
      [
        'a question that is its own way of asking',
        [good.replace('[first,', '[what is the first question,'), second],
        /^a\.yaml: first-entry: “what is the first question” is already asked by first-entry/,
      ],
      [
        'a dead link',
        [good.replace('[second-entry]', '[third-entry]'), second],
        /^a\.yaml: first-entry: related\.0: there is no entry “third-entry”/,
      ],
      [
        'a link to itself',
        [good.replace('[second-entry]', '[first-entry]'), second],
        /^a\.yaml: first-entry: related\.0: it links to itself/,
      ],
    ];
    for (const [what, texts, fault] of broken) {
      it(`names ${what}`, () => {
        const faults = check(...texts);
        assert.ok(
          faults.some((line) => fault.test(line)),
          faults.join('\n') || 'no fault was found',
        );
      });
    }
  });

  it('refuses to load a broken folder, with every fault', () => {
    const broken = mkdtempSync(join(tmpdir(), 'knowledge-'));
    try {
      writeFileSync(join(broken, sources.name), sources.text);
      writeFileSync(join(broken, 'a.yaml'), good);
      writeFileSync(join(broken, 'b.yaml'), good.replace('first-entry', 'other').replace('S003', 'S009'));
      assert.throws(
        () => loadKnowledge(broken),
        (error) =>
          error instanceof ContentError &&
          error.faults.length >= 2 &&
          error.faults.every((line) => /^[ab]\.yaml: /.test(line)),
      );
      assert.throws(() => loadKnowledge(join(broken, 'nowhere')), ContentError);
    } finally {
      rmSync(broken, { recursive: true });
    }
  });
});
