import { strict as assert } from 'node:assert';
import { join } from 'node:path';
import { loadKnowledge } from '../../../data/knowledge/knowledge.js';
import { loadLanguage } from '../../../data/language/language.js';
import { root } from '../../../data/root.js';
import { askedOfOthers } from '../../../dialogs/questions/business.js';
import { mind } from '../../support/assistant.js';

const { others } = loadLanguage(join(root, 'data', 'language'));
const asks = loadKnowledge(join(root, 'data', 'knowledge')).flatMap((entry) => entry.asks);

describe('what is none of the assistant’s business', () => {
  const strangeness = (text: string) => mind.knowledge.measure(text).strangeness;

  it('is the same question about another profession, another course or another form', () => {
    const asked = (text: string) =>
      askedOfOthers([text], { roles: ['optometrist'], courses: ['law degree'], forms: ['visa application'] });
    assert.deepEqual(asked('are APs registered'), ['are optometrists registered']);
    assert.deepEqual(asked('who supervises a trainee assistant practitioner?'), [
      'who supervises an optometrist?',
    ]);
    assert.deepEqual(asked('how long is the foundation degree'), ['how long is the law degree']);
    assert.deepEqual(asked('where do I send an EoI form'), ['where do I send a visa application']);
    assert.deepEqual(asked('who do I ask'), []);
  });

  it('is made of the ways of asking in the knowledge, and is none of them', () => {
    const made = askedOfOthers(asks, others);
    assert.ok(made.length > 1000, `${made.length} made`);
    const own = new Set(asks);
    assert.deepEqual(
      made.filter((text) => own.has(text)),
      [],
    );
  });

  for (const text of ['are %s registered?', 'how long does it take to train as a %s', 'what band are %s'])
    it(`tells “${text}” of an AP from that of a profession it knows, and of one that it never saw`, () => {
      const mine = strangeness(text.replace('%s', 'APs'));
      for (const other of ['podiatrists', 'dental nurses', 'thanatologists'])
        assert.ok(strangeness(text.replace('%s', other)) > mine + 0.2, `${other}: ${mine}`);
    });
});
