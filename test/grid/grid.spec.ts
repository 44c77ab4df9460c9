import assert from 'node:assert/strict';
import type { Mind } from '../../dialogs/conversation.js';
import { mind } from '../support/assistant.js';
import { cases, fewOf, type Case } from './cases.js';
import { placeOf } from './states.js';
import { report } from './table.js';
import { reportWalks, walks } from './walks.js';
import { tryCase, type Tried } from './trial.js';

/** Knows the cue classes, and can be made anew without one. */
interface Ear {
  readonly lists: { readonly cues: Readonly<Record<string, ReadonlySet<string>>> };
}

/** The same mind, deaf to some classes of words. */
function without(...kinds: readonly string[]): Mind {
  const { ear } = mind as unknown as { ear: Ear };
  const { lists } = ear;
  for (const kind of kinds) assert.ok(kind in lists.cues, `there is no class “${kind}” to take out`);
  const silenced = Object.fromEntries(kinds.map((kind) => [kind, new Set<string>()]));
  const Ear = ear.constructor as new (lists: Ear['lists']) => Ear;
  // Some lists stand beside the cues under the same name.
  const beside = Object.fromEntries(Object.entries(silenced).filter(([kind]) => kind in lists));
  const deaf = new Ear({ ...lists, ...beside, cues: { ...lists.cues, ...silenced } });
  return Object.create(mind, { ear: { value: deaf } }) as Mind;
}

const isWrong = ({ verdict }: Tried): boolean => verdict === 'wrong';
const tryAll = (all: readonly Case[], with_?: Mind): Tried[] =>
  all.flatMap((one) => tryCase(one, with_) ?? []);

describe('the grid, a few of every cell', () => {
  const few = fewOf(cases(), 2);
  let all: readonly Tried[] | undefined;
  const tried = () => (all ??= tryAll(few));

  it('tells wrong from missed, asked back and right', () => {
    const verdictOf = (text: string, want?: string) =>
      tryCase({
        ...{ capability: 'number', type: 'plain', how: 'plain', held: false, at: 'form:places' },
        ...{ say: [text], may: {}, ...(want ? { want: { 'form.places': want } } : {}) },
      })?.verdict;
    assert.equal(verdictOf('3', '3'), 'right');
    assert.equal(verdictOf('3', '2'), 'wrong', 'another value');
    assert.equal(verdictOf('3'), 'wrong', 'a value that nobody meant');
    assert.equal(verdictOf('help', '3'), 'missed');
    assert.equal(verdictOf('12', '12'), 'asked back', 'more than is usual is shown back');
    assert.equal(verdictOf('help'), 'right');
  });

  it('has something to try in every test type, and finds every place', () => {
    const gone = few.filter(({ at }) => !placeOf(at)).map(({ at }) => at);
    assert.deepEqual(gone, [], 'places that this round has not: take them out of the seeds');
    assert.ok(tried().length > 500, `${tried().length} tried`);
    assert.equal(new Set(tried().map((one) => one.case.type)).size, 5);
  }).timeout(60_000);

  it('stores nothing that is not so', () => {
    assert.deepEqual(
      tried()
        .filter(isWrong)
        .map(({ said, why }) => `${said.join(' / ')}: ${why}`),
      [],
      `\n${report(tried(), 'all')}`,
    );
  }).timeout(300_000);

  for (const name of ['denied', 'meant', 'condition', 'part', 'doubt', 'lapsed', 'others', 'asked'])
    it(`goes red without the cues of “${name}”`, () => {
      const facts = fewOf(
        [...cases()].filter(({ type, how, held }) => type === 'not so' && how === name && !held),
        4,
      );
      const count = (tried: readonly Tried[]) => ({
        wrong: tried.filter(isWrong).length,
        right: tried.filter(({ verdict }) => verdict === 'right').length,
      });
      const asItIs = count(tryAll(facts));
      const deaf = count(
        tryAll(facts, name === 'denied' ? without('denied', 'denied-after') : without(name)),
      );
      // What a class no longer explains is shown back, so some cells lose what is right instead of getting it wrong.
      assert.ok(
        deaf.wrong > asItIs.wrong || deaf.right < asItIs.right,
        `${JSON.stringify({ asItIs, deaf })}: the cues do nothing, or the grid does not look`,
      );
    }).timeout(60_000);

  it('whole journeys in untidy words store what was meant, or ask', () => {
    const walked = walks(20);
    const untrue = walked.flatMap(({ seed, wrong }) => wrong.map((one) => `walk ${seed}: ${one}`));
    assert.deepEqual(untrue, [], `\n${reportWalks(walked, 20)}`);
    const ended = walked.filter(({ state }) => state === 'supportConfirmed').length;
    assert.ok(ended >= 18, `${ended} to the end\n${reportWalks(walked, 20)}`);
  }).timeout(300_000);
});
