import assert from 'node:assert/strict';
import { toActivity } from '../../../bot/channels/outgoing.js';
import { comparisonSchema, type Comparison } from '../../../data/roles/comparison.js';
import { renderWord } from '../../../dialogs/documents/word.js';
import { advise, advisorQuestions, decidedBy, rowOf } from '../../../dialogs/questions/advisor.js';
import { advice, tableDocument, tableOf, tableText } from '../../../dialogs/questions/content.js';
import { schemeFact } from '../../../dialogs/questions/scheme-facts.js';
import { allFigures, unsupported } from '../../eval/source-figures.js';
import { mind } from '../../support/assistant.js';

const roles = (id: string): Comparison => {
  const found = mind.comparisons.get(id);
  assert.ok(found, id);
  return found;
};

describe('two roles side by side', () => {
  it('have a source for every cell, and no figure that it does not hold', () => {
    const figures = allFigures();
    const faults = [...mind.comparisons.values()].flatMap(({ id, rows }) =>
      rows.flatMap((row) =>
        row.cells.flatMap(({ says, sources }) => [
          ...(sources.length === 0 ? [`${id} ${row.id}: no source`] : []),
          ...unsupported(says, sources, figures).map((figure) => `${id} ${row.id}: ${figure}`),
        ]),
      ),
    );
    assert.deepEqual(faults, []);
  });

  it('say the same in text, on a card of two columns and on a page', async () => {
    const comparison = roles('ap-or-na');
    const table = tableOf(comparison);
    const text = tableText(table);
    const { attachments = [] } = toActivity(
      { text, table, buttons: [{ title: 'Carry on', says: 'continue' }] },
      { application: null, step: 'home', revision: 0 },
    );
    const card = JSON.stringify(attachments[0]?.content);
    assert.ok(Buffer.byteLength(card, 'utf16le') < 40_000, `${Buffer.byteLength(card, 'utf16le')} bytes`);
    const columns = (
      attachments[0]?.content as unknown as { body: { type: string; columns?: unknown[] }[] }
    ).body.filter(({ type }) => type === 'ColumnSet');
    assert.equal(columns.length, comparison.rows.length + 1);
    assert.ok(columns.every(({ columns: cells }) => cells?.length === 2));
    for (const { label, cells } of comparison.rows)
      for (const { says } of cells) {
        assert.ok(text.includes(label) && text.includes(says), says);
        assert.ok(card.includes(JSON.stringify(says).slice(1, -1)), says);
      }
    const page = tableDocument(comparison);
    assert.equal(page.sections[0]?.table?.rows.length, comparison.rows.length);
    assert.ok((await renderWord(page)).length > 5_000);
  });

  it('refuse a row with one cell', () => {
    const { success } = comparisonSchema.safeParse({
      id: 'a-b',
      title: 'A or B',
      roles: ['A', 'B'],
      rows: [{ id: 'one', label: 'One', cells: [{ says: 'Yes, it is.', sources: ['S101'] }] }],
    });
    assert.equal(success, false);
  });

  it('lead from four answers to a row of the table and a draft', () => {
    const answers = { professions: 'several', career: 'several', registration: 'no', tasks: 'special' };
    const given = advise(answers);
    assert.equal(given.role, 'ap');
    const { rows, roles: names } = roles('ap-or-na');
    assert.ok(advisorQuestions.every(({ id }) => rows.some((row) => row.id === rowOf[id])));
    const row = rows.find(({ id }) => id === rowOf[decidedBy(answers, given)]);
    assert.ok(row);
    const said = advice(given, row, names, undefined);
    assert.match(said, /leans to an assistant practitioner/);
    assert.ok(row.cells.every(({ says }) => said.includes(says)));
    assert.match(said, /> The service plans an assistant practitioner post at Band 4/);
  });
});

describe('what a round says of itself', () => {
  const facts = [
    {
      topic: 'salary support',
      asks: ['is there salary support', 'how much salary support do we get'],
      text: 'not known' as const,
      source: { document: 'Round of 2027', year: 2027 },
    },
  ];
  it('is found by the ways of asking, in other order and number', () => {
    assert.equal(schemeFact({ facts }, 'do we get salary support?')?.topic, 'salary support');
    assert.equal(schemeFact({ facts }, 'are APs registered'), undefined);
    assert.equal(schemeFact({ facts: [] }, 'is there salary support'), undefined);
  });
});
