import assert from 'node:assert/strict';
import fc from 'fast-check';
import { noFocus, type Focus, type View } from '../../../dialogs/conversation.js';
import { converse, greet, type CardMark, type Outcome } from '../../../dialogs/converse.js';
import { noReminders } from '../../../dialogs/nudges/reminders.js';
import { replay, stateOf, type Application } from '../../../workflows/application.js';
import type { TextShape } from '../../../workflows/scheme.js';
import { names, viewOf } from '../../support/view.js';
import { runs, some } from '../../support/whole.js';
import {
  begin,
  declared,
  formBegun,
  formComplete,
  funded,
  on,
  returned,
  rowsComplete,
  scheme,
  sent,
} from '../workflows/nudge-applications.js';

const DAY = '2026-11-23';

/** One person in one conversation: what would be kept is kept here, and every reply is looked at. */
class Talk {
  focus: Focus = noFocus;
  mine: readonly Application[];
  reminders = noReminders;
  readonly cards: { says: string; mark: CardMark }[] = [];
  last: Outcome | undefined;
  readonly said: string[] = [];
  private made = 0;

  constructor(...mine: Application[]) {
    this.mine = mine;
    this.focus = { ...noFocus, application: mine[0]?.reference ?? null };
  }

  view(): View {
    return viewOf(DAY, this.focus, this.mine, {
      person: { id: 'u1', name: 'Sam', tenant: 't1', greetedAt: null },
      reminders: this.reminders,
      ...names(() => ++this.made),
    });
  }

  /** Goes on from the same place. */
  copy(): Talk {
    const copy = new Talk(...this.mine);
    copy.focus = this.focus;
    copy.reminders = this.reminders;
    copy.last = this.last;
    copy.made = this.made;
    copy.cards.push(...this.cards);
    copy.said.push(...this.said);
    return copy;
  }

  say(text: string, card?: CardMark): Outcome {
    this.said.push(card ? `[${text}]` : text.slice(0, 60));
    return this.keep(converse(this.view(), { text, ...(card ? { card } : {}) }));
  }

  greet(): Outcome {
    return this.keep(greet(this.view()));
  }

  get state(): string {
    const application = this.view().application;
    return application ? stateOf(application.snapshot.value) : 'none';
  }

  private keep(outcome: Outcome): Outcome {
    const changed = outcome.changed.map(({ reference }) => reference);
    this.mine = [...outcome.changed, ...this.mine.filter(({ reference }) => !changed.includes(reference))];
    this.focus = outcome.focus;
    this.reminders = outcome.reminders;
    this.last = outcome;
    for (const { buttons } of outcome.replies)
      for (const { says, url } of buttons) if (!url) this.cards.push({ says, mark: outcome.mark });
    return outcome;
  }
}

/** What every reply owes to the person. */
function check(talk: Talk, outcome: Outcome): void {
  const where = `after ${talk.said.slice(-6).join(' | ')} (${talk.state}, ${talk.focus.dialog}, ${talk.focus.page})`;
  assert.ok(outcome.replies.length > 0, `no reply ${where}`);
  for (const { text, buttons } of outcome.replies) {
    assert.ok(text.trim() !== '', `an empty reply ${where}`);
    assert.doesNotMatch(text, /undefined|\[object|\bNaN\b|\bnull\b/, where);
    assert.ok(buttons.length <= 6, `${buttons.length} buttons ${where}`);
    assert.ok(text.length < 30_000, `${text.length} characters ${where}`);
    for (const { title, says, url } of buttons) {
      assert.ok(title.trim() !== '' && (url ?? says) !== '', `a button that says nothing ${where}`);
    }
  }
  const last = outcome.replies.at(-1);
  const isOpen = last?.prompt !== undefined && last.prompt.reads.type !== 'menu';
  assert.ok(isOpen || (last?.buttons.length ?? 0) > 0, `no way on ${where}: ${last?.text}`);
}

const states: Record<string, () => Application[]> = {
  nobody: () => [],
  'an application begun': () => [begin(DAY)],
  'a form begun': () => [formBegun(DAY)],
  'a complete form': () => [formComplete(DAY)],
  'a declared form': () => [declared(DAY)],
  'a sent form': () => [sent(DAY)],
  'not funded': () => [
    on(sent(DAY), DAY, [{ type: 'decision.received', result: 'not-funded', places: 0, on: DAY }]),
  ],
  'a funded form': () => [funded(DAY, DAY)],
  'rows to fill in': () => [
    on(funded(DAY, DAY), DAY, [{ type: 'recruitment.finished', trainees: 2, reason: null }]),
  ],
  'rows complete': () => [rowsComplete(funded(DAY, DAY), DAY)],
  returned: () => [returned(funded(DAY, DAY), DAY)],
  started: () => [on(returned(funded(DAY, DAY), DAY), DAY, [{ type: 'programme.started' }])],
  withdrawn: () => [on(sent(DAY), DAY, [{ type: 'application.withdrawn', on: DAY, reason: null }])],
  'two applications': () => [{ ...formBegun(DAY), reference: 'AP-4444-4444' }, sent(DAY)],
};

const commands = [
  ...[
    'help',
    'hello',
    'thanks',
    'home',
    'who can I ask',
    'am i ready to apply?',
    'good practice',
    'fix',
    'fix 2',
  ],
  ...[
    'fix board',
    'draft',
    'eligibility',
    'apply',
    'new application',
    'continue',
    'my applications',
    'open 1',
  ],
  ...['check answers', 'confirm answers', 'answer what is missing', 'change', 'change places', 'change role'],
  ...['change trainee 1 mentor', 'change university', 'universities', 'back', 'save', 'cancel', 'withdraw'],
  ...[
    'start over',
    'copy',
    'documents',
    'sent',
    'sent today',
    'returned',
    'returned today',
    'funded',
    'not funded',
  ],
  ...['funded for 1', 'still waiting', 'reopen', 'recruited', 'same', 'the start date has changed', 'skip'],
  ...[
    'the programme has started',
    'don’t know yet',
    'my reminders',
    'remind me on friday to ring HR',
    'snooze',
  ],
  ...[
    'snooze next week',
    'stop reminders',
    'start reminders',
    'already done',
    'plan',
    'plan september',
    'calendar',
  ],
  ...[
    'change training department',
    'change kind of organisation',
    'change trainees',
    'the decision was wrong',
  ],
];
const answers = [
  ...['yes', 'no', 'done', 'in progress', 'not started', 'nhs', 'private company', 'north west', 'elsewhere'],
  ...[
    'assistant practitioner',
    'advanced practitioner',
    'community',
    'none',
    'not sure',
    '2',
    'two',
    '2 or 3',
    '12',
  ],
  ...[
    '0',
    '-1',
    '999999999999999999999',
    '1e9',
    'chester',
    'chester and cumbria',
    'university',
    'september 2027',
  ],
  ...['february', 'sam@nhs.net', 'M1 1AE', '0161 496 0123', 'Sam Okafor', 'today', 'yesterday', '31/02/2027'],
  ...[
    '1 January 12345',
    'Priya in HR, by 14 January',
    'by 1 January 99999',
    '3/4',
    'band 4',
    'other',
    'I accept',
  ],
  'We need more skilled support at weekends and in the evenings, and have planned for it.',
];
const junk = [
  ...[
    '',
    '   ',
    '🤷',
    '👩🏽‍⚕️'.repeat(40),
    '…',
    '?',
    '__proto__',
    'constructor',
    'open __proto__',
    'change __proto__',
  ],
  ...[
    '\u202eevil\u202c',
    '\u0000\u0007',
    '\ud800',
    '<script>alert(1)</script>',
    '[x](javascript:1)',
    '=1+1',
    '../..',
  ],
  ...['word '.repeat(2_000), 'x'.repeat(10_000), '\n'.repeat(500), '**', '{"ap":1}', 'AP-3333-1001'],
];
const text = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...commands) },
  { weight: 5, arbitrary: fc.constantFrom(...answers) },
  { weight: 2, arbitrary: fc.constantFrom(...junk) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
);
type Turn = { press: number } | { old: number } | { text: string };
const turn: fc.Arbitrary<Turn> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ press: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.record({ old: fc.nat(500) }) },
  { weight: 5, arbitrary: fc.record({ text }) },
);

function take(talk: Talk, turn: Turn): Outcome {
  if ('text' in turn) return talk.say(turn.text);
  const buttons = talk.last?.replies.at(-1)?.buttons.filter(({ url }) => !url) ?? [];
  if ('press' in turn) {
    const pressed = buttons[turn.press % Math.max(buttons.length, 1)];
    return talk.last && pressed ? talk.say(pressed.says, talk.last.mark) : talk.say('help');
  }
  const old = talk.cards[turn.old % Math.max(talk.cards.length, 1)];
  return old ? talk.say(old.says, old.mark) : talk.say('help');
}

describe('whatever is said', () => {
  for (const [name, applications] of Object.entries(states)) {
    const beginning = applications();

    it(`gets a reply with a way on, and its history replays: ${name}`, () => {
      fc.assert(
        fc.property(fc.array(turn, { minLength: 5, maxLength: 25 }), (turns) => {
          const talk = new Talk(...beginning);
          check(talk, talk.greet());
          for (const one of turns) check(talk, take(talk, one));
          for (const application of talk.mine) {
            const { value, context } = application.snapshot;
            assert.deepEqual(
              replay(application, () => scheme),
              { value, context },
            );
          }
        }),
        { numRuns: runs(8, 4) },
      );
    }).timeout(30_000);

    it(`every command works at any point: ${name}`, () => {
      for (const opening of ['continue', 'change']) {
        const talk = new Talk(...beginning);
        talk.say(opening);
        for (const command of some(commands, 3, opening.length + name.length)) {
          const copy = talk.copy();
          check(copy, copy.say(command));
        }
      }
    }).timeout(30_000);

    it(`“back”, “help”, “save”, “my applications” and “continue” say what they do: ${name}`, () => {
      const talk = new Talk(...beginning);
      talk.say('continue');
      const before = JSON.stringify(talk.mine);
      assert.match(talk.say('help').replies[0]!.text, /What you can say|your own words/);
      assert.match(talk.say('my applications').replies[0]!.text, /applications/i);
      assert.match(talk.say('save').replies[0]!.text, /Saved/);
      talk.say('continue');
      assert.equal(JSON.stringify(talk.mine), before, 'looking changes nothing');
      check(talk, talk.say('back'));
    });
  }

  it('a card of the past, of another step or of another application changes nothing and shows the present', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(states)),
        fc.array(turn, { maxLength: 10 }),
        fc.constantFrom('yes', 'no', 'done', 'withdraw', 'not funded', '2', 'sent today', 'start over'),
        fc.record({
          application: fc.constantFrom(null, 'AP-9999-9999', '__proto__'),
          step: fc.constantFrom('form:places', '', '__proto__', 'home'),
          revision: fc.nat(9),
        }),
        (name, turns, says, mark) => {
          const talk = new Talk(...states[name]!());
          for (const one of turns) take(talk, one);
          const present = talk.say('hm?').mark;
          if (mark.application === present.application && mark.step === present.step) return;
          const before = JSON.stringify([talk.mine, talk.reminders]);
          const outcome = talk.say(says, mark);
          check(talk, outcome);
          assert.equal(JSON.stringify([talk.mine, talk.reminders]), before);
          assert.match(outcome.replies[0]!.text, /That card/);
        },
      ),
      { numRuns: 6 },
    );
  }).timeout(30_000);

  it('the “Yes” of a question that was answered answers no later one', () => {
    const talk = new Talk(formBegun(DAY));
    while (talk.last?.mark.step !== 'form:candidate-identified') talk.say(nextAnswer(talk));
    const asked = talk.say('withdraw');
    talk.say('no', asked.mark);
    const late = talk.say('yes', asked.mark);
    assert.match(late.replies[0]!.text, /That card is from earlier/);
    assert.equal(late.mark.step, 'form:candidate-identified');
  });

  it('a button of the open question counts for that question, though something else was asked since', () => {
    const talk = new Talk(formBegun(DAY));
    while (talk.last?.mark.step !== 'form:candidate-identified') talk.say(nextAnswer(talk));
    const question = talk.last.mark;
    talk.say('withdraw');
    talk.say('Yes', question);
    assert.equal(talk.state, 'completingForm', 'nothing was withdrawn');
    assert.equal(talk.mine[0]!.snapshot.context.form.context.answers['candidate-identified'], true);
  });

  it('from wherever people have got to, “continue” and the obvious answer lead to the end', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(states)),
        fc.array(turn, { maxLength: 15 }),
        (name, turns) => {
          const talk = new Talk(...states[name]!());
          for (const one of turns) take(talk, one);
          talk.say('home');
          talk.say('new application');
          const reference = talk.focus.application;
          for (let i = 0; i < 120 && talk.state !== 'awaitingDecision'; i++) talk.say(nextAnswer(talk));
          assert.equal(talk.state, 'awaitingDecision', talk.said.slice(-8).join(' | '));
          assert.equal(talk.focus.application, reference);
        },
      ),
      { numRuns: 6 },
    );
  }).timeout(30_000);

  it('every answer of the form can be changed by choosing its part from the list, which is short', () => {
    const labels = (talk: Talk) =>
      talk.focus.pending?.kind === 'choose' ? talk.focus.pending.options.map(({ label }) => label) : [];
    const first = new Talk(formComplete(DAY));
    first.say('change');
    const options = labels(first);
    assert.ok(options.length > 5 && options.length < 12);
    const found = new Set<string>();
    for (const label of options) {
      const talk = new Talk(formComplete(DAY));
      talk.say('change');
      const asked = talk.say(label);
      const part = asked.replies[0]?.part;
      assert.equal(part?.title, label);
      for (const [, id = ''] of JSON.stringify(part.elements).matchAll(/"id":"q\.([^"]+)"/g)) found.add(id);
      check(talk, asked);
    }
    for (const id of ['places', 'work-email', 'university', 'region', 'job-description'])
      assert.ok(found.has(id), id);
  }).timeout(20_000);

  it('two conversations of one person never disagree for longer than a turn', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(states)),
        fc.array(fc.tuple(fc.boolean(), turn), { maxLength: 20 }),
        (name, turns) => {
          const phone = new Talk(...states[name]!());
          const laptop = new Talk(...states[name]!());
          for (const [isPhone, one] of turns) {
            const [here, there] = isPhone ? [phone, laptop] : [laptop, phone];
            check(here, take(here, one));
            there.mine = here.mine;
          }
        },
      ),
      { numRuns: 6 },
    );
  }).timeout(30_000);
});

/** The plain answer to whatever is open. */
function nextAnswer(talk: Talk): string {
  const { reads, step } = talk.last?.prompt ?? { reads: { type: 'menu' as const }, step: '' };
  if (talk.focus.pending) return 'no';
  switch (reads.type) {
    case 'yesNo':
      return 'yes';
    case 'choice': {
      if (step.startsWith('readiness')) return 'done';
      const wanted = ['nhs', 'north-west', 'assistant-practitioner', 'none', 'yes', 'other', 'band-4'];
      return (wanted.map((one) => reads.options.find(({ value }) => value === one)).find(Boolean) ??
        reads.options[0])!.label;
    }
    case 'wholeNumber':
      return '2';
    case 'date':
      return 'today';
    case 'email':
      return 'sam@nhs.net';
    case 'phone':
      return '0161 496 0123';
    case 'postcode':
      return 'M1 1AE';
    case 'university':
      return 'chester';
    case 'intake':
      return 'september 2027';
    case 'menu': {
      const buttons = talk.last?.prompt.buttons ?? [];
      const wanted = [
        'confirm answers',
        'Answer the readiness checks',
        'answer what is missing',
        'apply',
        'continue',
      ];
      return wanted.find((one) => buttons.some(({ says }) => says === one)) ?? 'continue';
    }
    case 'month':
      return 'September 2027';
    case 'money':
      return '£2,500';
    default:
      return wordsOf[reads.shape ?? 'reason'];
  }
}

const wordsOf: Readonly<Record<TextShape, string>> = {
  person: 'Sam Okafor',
  contact: 'Sam Okafor',
  organisation: 'Fellside Trust',
  service: 'Ward 7',
  job: 'Ward manager',
  study: 'Every Wednesday',
  reason: 'Words that say enough about what was asked here.',
};
