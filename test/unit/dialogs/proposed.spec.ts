import assert from 'node:assert/strict';
import { promptOf } from '../../../dialogs/converse.js';
import { aroundOf } from '../../../dialogs/hearing.js';
import { comesToNothing, hear, type Heard } from '../../../dialogs/understanding/hear.js';
import { askingOf, type Proposed } from '../../../dialogs/understanding/proposed.js';
import { quotedIn } from '../../../dialogs/understanding/quoted.js';
import { placeOf } from '../../grid/states.js';
import { Talk } from '../../grid/talk.js';
import { mind } from '../../support/assistant.js';

/** Heard at a place of the grid, with what a language model proposed. */
function heardAt(place: string, said: string, ...proposed: Proposed[]): Heard {
  const view = new Talk(placeOf(place)!).view();
  return hear(said, { ...aroundOf(view, promptOf(view)), proposed });
}

const check = 'check:job-description';

/** The one act that is left, or why the one that was proposed was put aside. */
function cameOf(place: string, said: string, one: Partial<Proposed>): string {
  const { acts, outcome, dropped = [], chosen } = heardAt(place, said, { act: 'tell', words: said, ...one });
  if (chosen?.proposal.reader !== 'model') return dropped.map(({ why }) => why).join();
  return `${outcome} ${acts.map((act) => JSON.stringify(act)).join()}`;
}

describe('what a language model proposes', function () {
  this.timeout(20_000);

  it('is shown back where it would be recorded, with our own reading of the words', () => {
    const told: [place: string, said: string, one: Partial<Proposed>, act: object][] = [
      [
        ...(['check1', 'dragging their heels over it'] as const),
        { about: check, value: 'in-progress' },
        { kind: 'tell', slot: check, value: 'in-progress' },
      ],
      [
        'wait',
        'the panel smiled on us',
        { act: 'decided', value: 'funded' },
        { kind: 'decided', result: 'funded' },
      ],
      [
        ...(['wait', 'bolton wouldnt have us'] as const),
        { act: 'decided', value: 'not-funded' },
        { kind: 'decided', result: 'not-funded' },
      ],
      [
        ...(['send', 'popped it across to Bolton'] as const),
        { act: 'happened', about: 'sent' },
        { kind: 'happened', event: 'sent' },
      ],
      [
        ...(['form:candidate-identified', 'the lass in bay 4 is champing at the bit'] as const),
        { about: 'form:candidate-identified', value: 'yes' },
        { kind: 'tell', slot: 'form:candidate-identified', value: true },
      ],
    ];
    for (const [place, said, one, act] of told)
      assert.equal(cameOf(place, said, one), `show ${JSON.stringify(act)}`, said);
  });

  it('is done at once where it only says something, and on a page where it only opens one', () => {
    const said = 'the panel smiled on us';
    const [entry] = askingOf(said, { ...aroundAt('wait') }).entries;
    assert.match(cameOf('wait', said, { act: 'show-entry', about: entry!.id }), /^do .*questions/);
    assert.match(cameOf('wait', said, { act: 'not-yet', about: 'decision' }), /^do .*not-yet.*denied/);
    assert.match(cameOf('wait', said, { act: 'command', about: 'plan' }), /^do .*"plan"/);
    assert.match(cameOf('check1', 'no further forward', { act: 'help-here' }), /^do .*help-here/);
    assert.match(cameOf('check1', 'no further forward', { act: 'command', about: 'plan' }), /^show .*"plan"/);
  });

  it('counts only where our own ear comes to nothing', () => {
    for (const [place, said] of [
      ['wait', 'we got the nod'],
      ['check1', 'sorted bar the shouting'],
      ['home', 'what is an AP?'],
      ['home', 'apply'],
    ] as const) {
      const alone = heardAt(place, said);
      const { acts, outcome, dropped } = heardAt(place, said, { act: 'tell', about: check, words: said });
      assert.equal(comesToNothing(alone, aroundAt(place)), false, said);
      assert.deepEqual([acts, outcome, dropped], [alone.acts, alone.outcome, undefined], said);
    }
  });

  it('is put aside where it is made up: what it is about, its value, the words that it rests on', () => {
    const said = 'it is in the post tray';
    const made: [Partial<Proposed>, why: string][] = [
      [{ act: 'delete-data' }, 'unknown-act'],
      [{ act: '__proto__' }, 'unknown-act'],
      [{ about: 'check:no-such-check', value: 'done' }, 'made-up'],
      [{ about: undefined, value: 'done' }, 'made-up'],
      [{ about: 'constructor', value: 'done' }, 'made-up'],
      [{ about: check, value: 'finished' }, 'value'],
      [{ about: check }, 'value'],
      [{ about: check, value: 'done', words: 'the board have approved it' }, 'not-said'],
      [{ about: check, value: 'done', words: 'it is in the tray' }, 'not-said'],
      [{ about: check, value: 'done', words: '' }, 'not-said'],
      [{ about: check, value: 'done', words: '… .' }, 'not-said'],
      [{ about: 'form:mentor-name', value: 'Priti Patel' }, 'value'],
      [{ about: 'form:phone', value: '0161 496 0000' }, 'value'],
      [{ act: 'command', about: 'delete-data' }, 'made-up'],
      [{ act: 'command', about: 'withdraw' }, 'made-up'],
      [{ act: 'show-entry', about: 'no-such-entry' }, 'made-up'],
      [{ act: 'happened', about: 'decision' }, 'made-up'],
      [{ act: 'happened', about: 'sent' }, 'not-now'],
      [{ act: 'decided', value: 'funded' }, 'not-now'],
      [{ act: 'decided', value: 'perhaps' }, 'made-up'],
      [{ act: 'phrased', value: 'It is done.' }, 'no-citation'],
    ];
    for (const [one, why] of made) assert.equal(cameOf('check1', said, one), why, JSON.stringify(one));
  });

  it('is put aside, or softened, where our own ear hears that it is not so', () => {
    const heard: [place: string, said: string, one: Partial<Proposed>, came: RegExp][] = [
      ['check1', 'dragging their heels, not a sausage', { about: check, value: 'done' }, /^status$/],
      ['check1', 'it will be in the post tray', { about: check, value: 'done' }, /^show .*in-progress/],
      [
        'form:phone',
        'in the post tray if Bob gets his finger out',
        { about: check, value: 'done' },
        /^show .*in-progress/,
      ],
      ['check1', 'is it in the post tray?', { about: check, value: 'done' }, /^status$/],
      ['wait', 'the panel might smile on us', { act: 'decided', value: 'funded' }, /^(show|do .*not-yet)/],
      ['wait', 'the panel will smile on us', { act: 'decided', value: 'funded' }, /^do .*not-yet.*meant/],
      ['wait', 'the panel never smiled on us', { act: 'decided', value: 'funded' }, /^do .*not-yet.*denied/],
      [
        'wait',
        'the panel smiles on us if the trust agrees',
        { act: 'decided', value: 'funded' },
        /^do .*condition/,
      ],
      ['send', 'I will pop it across', { act: 'happened', about: 'sent' }, /^do .*not-yet.*meant/],
    ];
    for (const [place, said, one, came] of heard) {
      if (!comesToNothing(heardAt(place, said), aroundAt(place))) assert.fail(`our own ear hears: ${said}`);
      assert.match(cameOf(place, said, one), came, said);
    }
  });

  it('is read by our own reader: what the model writes itself is never kept', () => {
    const said = 'it is more like sixteen heads in the end';
    const cameFrom = (value: string): string => cameOf('form:phone', said, { about: 'form:places', value });
    assert.equal(cameFrom('sixteen heads'), 'show {"kind":"tell","slot":"form:places","value":16}');
    assert.equal(cameFrom('3'), cameFrom('16'), 'by the words, and not by what the model writes');
    assert.equal(cameFrom('16'), cameFrom('sixteen'));
    assert.equal(cameFrom('heads'), 'value');
    // Our reader finds another option in the very words.
    assert.equal(
      cameOf('form:phone', 'the Bolton lot', { about: 'form:university', value: 'cumbria' }),
      'value',
    );
  });

  it('tells of each thing once, is no list, and what is shown back stands alone', () => {
    const said = 'it is in the post tray';
    const done: Proposed = { act: 'tell', about: check, value: 'done', words: said };
    const whys = (...proposed: Proposed[]): string[] =>
      (heardAt('check1', said, ...proposed).dropped ?? []).map(({ why }) => why);
    assert.deepEqual(whys(done, { ...done, value: 'not-started' }), ['twice', 'twice']);
    assert.deepEqual(whys(...Array<Proposed>(7).fill(done)), ['too-many']);
    assert.deepEqual(whys(done, { act: 'command', about: 'plan', words: said }), ['beside']);
    assert.deepEqual(whys(), []);
  });

  it('is asked with the message alone, without names and numbers, and with no value that is kept', () => {
    const around = aroundAt('summary');
    const asking = askingOf(
      'my name is Priya Patel, priya@trust.example 07700 900123, put the lass from bay 4 down',
      around,
    );
    const sent = JSON.stringify(asking);
    for (const word of [/priya/i, /patel/i, /07700/, /trust\.example/]) assert.doesNotMatch(sent, word);
    for (const { value } of around.slots)
      if (typeof value === 'string' && /[A-Z@]/.test(value)) assert.ok(!sent.includes(value), value);
  });
});

function aroundAt(place: string) {
  const view = new Talk(placeOf(place)!).view();
  return aroundOf(view, promptOf(view));
}

describe('words that are quoted', () => {
  const place = (typed: string, sent: string, quotation: string): string | undefined =>
    quotedIn(mind.ear.parse(typed), sent, quotation)?.text;

  it('are found as they were typed, whatever the case and the marks, and in their order', () => {
    const typed = 'HR are “dragging their heels”, again.';
    const sent = typed.toLowerCase();
    assert.equal(place(typed, sent, 'Dragging their heels'), '“dragging their heels”,');
    assert.equal(place(typed, sent, 'hr are'), 'HR are');
    for (const not of ['their dragging', 'dragging heels', 'HR is', 'heels again Bob', 'drag', '', '…'])
      assert.equal(place(typed, sent, not), undefined, not);
  });

  it('stand for the name that was taken out before they were sent', () => {
    const typed = 'put Sharon Hartley down for looking after them';
    const sent = 'put … down for looking after them';
    assert.equal(place(typed, sent, 'put … down'), 'put Sharon Hartley down');
    assert.equal(place(typed, sent, '…'), 'Sharon Hartley');
    assert.equal(place(typed, sent, 'put Sharon Hartley down'), 'put Sharon Hartley down');
    assert.equal(place(typed, sent, 'put Sharon down'), undefined);
    assert.equal(place('ask Jo', 'ask …', '…'), 'Jo');
    // What was sent is not what was typed: nothing of it can be quoted.
    assert.equal(place(typed, 'put someone down', 'someone'), undefined);
  });
});
