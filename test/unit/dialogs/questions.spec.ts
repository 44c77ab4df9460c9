import { strict as assert } from 'node:assert';
import { join } from 'node:path';
import { loadKnowledge } from '../../../data/knowledge/knowledge.js';
import { root } from '../../../data/root.js';
import { classifierOf, learnInSteps } from '../../../dialogs/understanding/classifier.js';
import { finish } from '../../../dialogs/understanding/steps.js';
import { lexiconOf, termsOf, wordsOf } from '../../../dialogs/understanding/terms.js';
import { mind } from '../../support/assistant.js';

const entries = loadKnowledge(join(root, 'data', 'knowledge'));
const search = mind.knowledge;
const idsOf = (text: string, context?: string) =>
  search
    .findAll(text, context ? search.byId.get(context) : undefined)
    .map(({ kind, best }) => (kind === 'answer' ? best?.id : kind));

describe('dialogs/questions/search', () => {
  it('finds every entry by its own question and each of its ways of asking', () => {
    const lost = entries.flatMap(({ id, question, asks }) =>
      [question, ...asks].filter((ask) => search.find(ask).best?.id !== id).map((ask) => `${id}: ${ask}`),
    );
    assert.deepEqual(lost, []);
  });

  const asked: readonly [text: string, id: string][] = [
    ['wots an assitant practioner??', 'what-is-an-ap'],
    ['diference betwen a nursing asociate and an AP', 'ap-or-nursing-associate'],
    ['is our AP able to give medication', 'ap-medicines'],
    ['when must the CoS be handed in', 'confirmation-of-support-due'],
    ['tell me about the caldardale framework', 'planning-calderdale'],
    ['do TAPs need maths & english', 'training-english-maths'],
  ];
  for (const [text, id] of asked) it(`answers “${text}”`, () => assert.deepEqual(idsOf(text), [id]));

  for (const text of [
    'what is the capital of peru',
    'how do I book the minibus',
    'what is the salary of a band 7',
    'how do I become a paramedic',
    'xyzzy plugh',
    '🙂',
    '',
  ]) {
    it(`answers nothing to “${text}”`, () =>
      assert.deepEqual(
        idsOf(text).filter((id) => id !== 'near' && id !== 'outside'),
        [],
      ));
  }

  // What lies next to an answer is not offered instead of it.
  for (const text of [
    'can I recruit apprentices from outside the UK',
    'can I hire a trainee AP from India',
    'is there a cap on apprentices per ward',
    'do APs work nights',
    'how much is Janet on ward 5 paid',
  ]) {
    it(`does not know “${text}”`, () => assert.deepEqual(idsOf(text), ['outside']));
  }

  it('answers each of several questions, in order', () => {
    assert.deepEqual(idsOf('are APs registered? and who supervises them?'), [
      'ap-registered',
      'ap-supervision',
    ]);
    assert.deepEqual(idsOf('what is a WBEF?\nwhat is the Calderdale Framework?'), [
      'wbef-network',
      'planning-calderdale',
    ]);
  });

  it('does not cut one question in two', () => {
    assert.equal(search.findAll('do trainees need English and maths?').length, 1);
    assert.equal(search.findAll('can one AP work across nursing and therapy?').length, 1);
  });

  it('reads a short follow-up with the entry before it, and a whole question without', () => {
    assert.deepEqual(idsOf('and how long does it take?', 'training-foundation-degree'), ['training-length']);
    assert.deepEqual(idsOf('who supervises them?', 'ap-medicines'), ['ap-supervision']);
    assert.deepEqual(idsOf('what is a WBEF?', 'training-foundation-degree'), ['wbef-network']);
  });

  it('offers three at most, none twice, and says how near the nearest is', () => {
    for (const text of ['registered', 'what about the nurses', 'band', 'university']) {
      const { near, score, best } = search.find(text);
      const shown = [...(best ? [best] : []), ...near].map(({ id }) => id);
      assert.ok(near.length <= 3 && new Set(shown).size === shown.length, text);
      assert.ok(score >= 0 && score <= 1);
    }
  });

  it('is not slowed by a pasted page, nor upset by it', () => {
    const page =
      'The ward has four vacancies and the board asks what an assistant practitioner could do. '.repeat(60);
    const start = performance.now();
    search.findAll(page);
    assert.ok(performance.now() - start < 1000);
  });
});

describe('dialogs/understanding/terms', () => {
  const stems = (text: string) => termsOf(text).map(({ stem }) => stem);

  it('reads the field’s abbreviations and phrases as the same word', () => {
    assert.deepEqual(stems('EoI'), stems('expression of interest'));
    assert.deepEqual(stems('trainee assistant practitioner'), stems('TAP'));
    assert.deepEqual(stems('B4'), stems('band four'));
    assert.deepEqual(wordsOf('L&D'), wordsOf('learning and development'));
  });

  it('tells a band from “before”', () => {
    assert.ok(wordsOf('sorted b4 applying').includes('before'));
    assert.ok(wordsOf('our b4 post').includes('band4'));
  });

  it('mends a slip of the finger, and leaves a word that it knows', () => {
    const lexicon = lexiconOf(['supernumerary trainees', 'therapist']);
    assert.deepEqual(wordsOf('theripist', lexicon), ['therapist']);
    assert.deepEqual(wordsOf('therapist', lexicon), ['therapist']);
    assert.deepEqual(wordsOf('zebra', lexicon), ['zebra']);
  });
});

describe('dialogs/understanding/classifier', () => {
  const examples = [
    { label: 'tea', text: 'a cup of tea please' },
    { label: 'tea', text: 'some tea with milk' },
    { label: 'bus', text: 'when does the bus leave' },
    { label: 'bus', text: 'the next bus to town' },
  ];
  const learn = (lexicon = lexiconOf(examples.map(({ text }) => text))) =>
    classifierOf(finish(learnInSteps(examples, { lexicon })));
  const classifier = learn();

  it('ranks by what was learnt, and says how much of the text it knows', () => {
    const [first] = classifier.rank('milk in my tea');
    assert.equal(first?.label, 'tea');
    assert.ok((first?.covered ?? 0) > 0.9);
    const [other] = classifier.rank('tea for the astronaut');
    assert.ok((other?.covered ?? 1) < 0.7, 'a word never seen counts against it');
  });

  it('has nothing to say to words that it never saw', () => assert.deepEqual(classifier.rank('qqqq'), []));

  it('gives the same result every time', () => {
    const again = learn(classifier.lexicon);
    assert.deepEqual(again.rank('next bus with milk'), classifier.rank('next bus with milk'));
  });
});
