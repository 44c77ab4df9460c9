import assert from 'node:assert/strict';
import { gradeOf } from '../../../workflows/grade-rules.js';
import { gradeRuleSchema } from '../../../workflows/scheme.js';

const rule = (test: object, grade = 'caution') =>
  gradeRuleSchema.parse({ ...test, grade, reason: 'Because.', source: { document: 'product' } });

describe('rules that grade an answer', () => {
  const holds = (test: object, answer: string | number | boolean, answers = {}) =>
    gradeOf([rule(test)], answer, answers) !== undefined;

  it('take the first band that a number falls into', () => {
    const bands = [rule({ below: 3 }, 'refuse'), rule({ below: 5 }), rule({}, 'pass')];
    assert.deepEqual(
      [2, 3, 4, 5, 50].map((years) => gradeOf(bands, years, {})?.grade),
      ['fail', 'caution', 'caution', 'pass', 'pass'],
    );
  });

  it('look at words, days, months and finance years', () => {
    assert.ok(holds({ oneOf: ['a', true] }, true) && !holds({ oneOf: ['a'] }, 'b'));
    assert.ok(holds({ noneOf: ['a'] }, 'b') && !holds({ noneOf: ['a'] }, 'a'));
    assert.ok(
      holds({ before: '2027-04-01' }, '2027-03-31') && !holds({ before: '2027-04-01' }, '2027-04-01'),
    );
    assert.ok(holds({ after: '2027-04-01' }, '2027-04-02') && !holds({ after: '2027-04-01' }, '2027-04-01'));
    assert.ok(
      holds({ withinFinanceYear: 2026 }, '2027-03-31') && !holds({ withinFinanceYear: 2026 }, '2027-04-01'),
    );
    assert.ok(holds({ outsideFinanceYear: 2026 }, '2027-04'));
    // Part of the month is before and part is not: neither holds.
    assert.ok(!holds({ before: '2027-04-15' }, '2027-04') && !holds({ after: '2027-04-15' }, '2027-04'));
  });

  it('can want another answer too', () => {
    const both = { below: 30, together: { question: 'route', is: ['apprenticeship'] } };
    assert.ok(
      holds(both, 20, { route: 'apprenticeship' }) &&
        !holds(both, 20, { route: 'direct' }) &&
        !holds(both, 20),
    );
  });
});
