import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { View } from '../../../dialogs/conversation.js';
import { converse, promptOf, type Outcome } from '../../../dialogs/converse.js';
import { aroundOf } from '../../../dialogs/hearing.js';
import { askingOf, opened, proposedActs, type Proposed } from '../../../dialogs/understanding/proposed.js';
import { placeOf } from '../../grid/states.js';
import { Talk } from '../../grid/talk.js';

/**
 * Whatever a language model proposes, nothing is recorded, made, deleted or changed without a yes; and where our own ear
 * comes to something, it is as if nothing had been proposed.
 */
const places = [
  ...[
    'home',
    'check1',
    'who',
    'when',
    'ready',
    'elig:role',
    'form:organisation-name',
    'form:places',
    'form:phone',
  ],
  ...[
    'form:why-role',
    'form:university',
    'form:intake',
    'summary',
    'declare',
    'send',
    'wait',
    'not-funded',
    'recruiting',
  ],
  ...['row:name', 'return', 'returned', 'started', 'withdrawn'],
];

/** Some that our ear knows, and many that it does not. */
const messages = [
  ...[
    'the panel smiled on us',
    'out of luck this time',
    'popped it across to Bolton',
    'it is in the post tray',
  ],
  ...['dragging their heels over it', 'the lass in bay 4 is champing at the bit', 'tunics for the lasses?'],
  ...['it is more like sixteen heads in the end', 'gone through on the nod of Friday last', 'wibble wobble'],
  ...[
    'they have come up trumps with the dosh',
    'Sharon Hartley is looking after them',
    'all tickety boo with finance',
  ],
  ...['not sent yet', 'funded for 2', 'what is an AP?', 'yes', 'done', 'if the board plays ball then wahey'],
];

const viewAt = (place: string, proposed: readonly Proposed[]): View => {
  const view = new Talk(placeOf(place)!).view();
  const same = { newToken: () => 'token', newReference: () => 'AP-3333-1000' };
  return { ...view, ...same, model: true, looked: { ...view.looked, proposed } };
};

/** Ids that there are, at any place, and some that there are not. */
const abouts = [
  ...new Set(
    places.flatMap((place) => {
      const view = viewAt(place, []);
      const { slots, openEvents } = aroundOf(view, promptOf(view));
      return [...slots.map(({ id }) => id), ...openEvents];
    }),
  ),
  ...opened,
  ...[
    'sent',
    'decision',
    'planning-uniform',
    'what-is-an-ap',
    'check:none',
    'constructor',
    'delete-data',
    '',
  ],
];
const values = [
  'done',
  'in-progress',
  'yes',
  'no',
  'nhs',
  'funded',
  'not-funded',
  '2',
  'sixteen',
  'bolton',
  'Yes. [1]',
];

const quoted = (said: string): fc.Arbitrary<string> => {
  const words = said.split(' ');
  const part = fc
    .tuple(fc.nat(words.length - 1), fc.nat(words.length))
    .map(([from, count]) => words.slice(from, from + count + 1).join(' '));
  return fc.oneof(
    { weight: 4, arbitrary: fc.oneof(part, fc.constant(said)) },
    fc.constantFrom('…', '', 'we are funded'),
  );
};

/** What may hold at a place: an option of what can be told there, an event that can come about. */
const sensible = new Map(
  places.map((place) => {
    const view = viewAt(place, []);
    const asking = askingOf('', aroundOf(view, promptOf(view)));
    const tells = asking.tells.flatMap(({ id, options = [] }) =>
      options.map(({ value }) => ({ act: 'tell', about: id, value })),
    );
    const events = asking.events.map((about) =>
      about === 'decision' ? { act: 'decided', value: 'funded' } : { act: 'happened', about },
    );
    return [place, [...tells, ...events, { act: 'command', about: 'apply' }]] as const;
  }),
);

const proposedOf = (place: string, said: string): fc.Arbitrary<readonly Proposed[]> => {
  const any = fc.record({
    act: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...proposedActs) }, fc.string()),
    about: fc.oneof(fc.constantFrom(...abouts), fc.constant(undefined)),
    value: fc.oneof(fc.constantFrom(...values), quoted(said), fc.constant(undefined)),
    words: quoted(said),
  });
  const likely = fc
    .tuple(fc.constantFrom(...(sensible.get(place) ?? [])), quoted(said))
    .map(([one, words]) => ({ ...one, words }));
  return fc.array(fc.oneof(any, likely), { minLength: 1, maxLength: 8 });
};

const turns = fc
  .tuple(fc.constantFrom(...places), fc.constantFrom(...messages))
  .chain(([place, said]) =>
    fc.record({ place: fc.constant(place), said: fc.constant(said), proposed: proposedOf(place, said) }),
  );

/** All of an outcome that is kept, made or done beside the words. */
function doneBy({ changed, events, links, codes, spent, erase, needs, reminders }: Outcome): unknown {
  return { changed, events, links, codes, spent, erase, needs, reminders };
}

describe('whatever a language model proposes', function () {
  this.timeout(120_000);
  const runs = 250;

  it('records nothing without a yes, and a no leaves everything as it was', () => {
    let [weighed, shown] = [0, 0];
    fc.assert(
      fc.property(turns, ({ said, place, proposed }) => {
        const view = viewAt(place, proposed);
        const outcome = converse(view, { text: said });
        if (!outcome.weighed) {
          // Our own ear came to something: as if no model had been asked.
          const alone = converse(
            { ...view, model: false, looked: { ...view.looked, proposed: [] } },
            { text: said },
          );
          assert.deepEqual(outcome.replies, alone.replies);
          assert.deepEqual(outcome.focus, alone.focus);
          return;
        }
        weighed++;
        const nothing = {
          changed: [],
          events: [],
          links: [],
          codes: [],
          spent: [],
          erase: false,
          needs: undefined,
        };
        assert.deepEqual(doneBy(outcome), { ...nothing, reminders: view.reminders });
        if (outcome.weighed.came !== 'shown')
          return void assert.notEqual(outcome.focus.pending?.kind, 'acts');
        shown++;
        assert.deepEqual(
          outcome.replies.at(-1)?.buttons.map(({ title }) => title),
          ['Yes', 'No'],
        );
        const no = converse({ ...view, focus: outcome.focus }, { text: 'no' });
        assert.deepEqual(doneBy(no), { ...nothing, reminders: view.reminders });
        assert.equal(no.focus.pending, null);
      }),
      { numRuns: runs },
    );
    // It is no test of anything where nearly all of them are put aside.
    assert.ok(weighed > runs / 3 && shown > runs / 10, `${weighed} weighed, ${shown} shown back, of ${runs}`);
  });
});
