import assert from 'node:assert/strict';
import { englandCalendar } from '../../../data/calendar/england.js';
import { noFocus, type Focus, type View } from '../../../dialogs/conversation.js';
import { anyStep, converse, settle, type CardMark, type Outcome } from '../../../dialogs/converse.js';
import { noReminders } from '../../../dialogs/nudges/reminders.js';
import { undo, type About } from '../../../dialogs/undo/dialog.js';
import { advance, replay, stateOf, type Application } from '../../../workflows/application.js';
import type { ApplicationEvent } from '../../../workflows/application-events.js';
import { mind } from '../../support/assistant.js';
import * as stages from '../workflows/nudge-applications.js';

const { scheme } = stages;
const DAY = '2026-11-23';
const calendar = englandCalendar();

/** People who share applications, each in a conversation of their own. */
class Shared {
  private readonly focus = new Map<string, Focus>();
  private minute = 0;
  readonly all = new Map<string, Application>();

  constructor(...applications: Application[]) {
    for (const one of applications)
      this.all.set(one.reference, { ...one, owner: 'sam', invited: ['ina'], tenant: 't1' });
  }

  view(person: string): View {
    const mine = [...this.all.values()];
    const focus = this.focus.get(person) ?? { ...noFocus, application: mine[0]?.reference ?? null };
    const application = mine.find(({ reference }) => reference === focus.application);
    return {
      ...{ now: new Date(Date.parse(stages.at(DAY)) + this.minute * 60_000).toISOString() },
      ...{ today: DAY, time: '10:00', coordinator: false, group: false, model: false },
      person: { id: person, name: person, tenant: 't1', greetedAt: DAY },
      ...{ focus, application, scheme, schemeOf: () => scheme, rounds: [scheme], mine },
      names: new Map(['sam', 'ina'].map((one) => [one, one] as const)),
      ...{ reminders: noReminders, calendar, mind, baseUrl: 'https://ap.test' },
      ...{ newReference: () => 'AP-3333-3333', newToken: () => 'token', newCode: () => 'CODE' },
    };
  }

  say(person: string, text: string, card?: CardMark): Outcome {
    this.minute++;
    return this.keep(person, converse(this.view(person), { text, ...(card ? { card } : {}) }));
  }

  undo(person: string, about: About): Outcome {
    this.minute++;
    return this.keep(person, settle(this.view(person), undo(this.view(person), about)));
  }

  get application(): Application {
    return [...this.all.values()][0]!;
  }

  get state(): string {
    return stateOf(this.application.snapshot.value);
  }

  private keep(person: string, outcome: Outcome): Outcome {
    for (const one of outcome.changed) this.all.set(one.reference, one);
    this.focus.set(person, outcome.focus);
    return outcome;
  }
}

const words = ({ replies }: Outcome): string => replies.map(({ text }) => text).join('\n');
const undoOf = ({ replies }: Outcome) =>
  replies.flatMap(({ buttons }) => buttons).find(({ title }) => title === 'Undo');
const asAnyTime = ({ mark }: Outcome): CardMark => ({ ...mark, step: anyStep });

const funded = () => stages.funded(DAY, DAY);
const rows = () => stages.rowsComplete(funded(), DAY);
const notFunded: ApplicationEvent = { type: 'decision.received', result: 'not-funded', places: 0, on: DAY };

/** What is said, in which application, with what it leads to, and how it is named when it is undone. */
const weighty: readonly (readonly [string, () => Application, string, string, RegExp, RegExp])[] = [
  [
    'a declaration',
    () => stages.on(stages.formComplete(DAY), DAY, [{ type: 'answers.confirmed', date: DAY, time: '10:00' }]),
    'I accept',
    'readyToSend',
    /the declaration/,
    /declaration is open again/,
  ],
  [
    'a sending',
    () => stages.declared(DAY),
    'sent today',
    'awaitingDecision',
    /that the form was sent/,
    /ready to send again/,
  ],
  [
    'a decision',
    () => stages.sent(DAY),
    'funded for 2',
    'recruiting',
    /the decision \(funded for 2\)/,
    /waiting for the decision again/,
  ],
  [
    'a refusal',
    () => stages.sent(DAY),
    'not funded',
    'unsuccessful',
    /the decision \(not funded\)/,
    /waiting for the decision again/,
  ],
  [
    'a return',
    rows,
    'returned today',
    'supportConfirmed',
    /was returned/,
    /Confirmation of Support is open again/,
  ],
];

describe('undo', () => {
  for (const [name, application, said, state, what, then] of weighty)
    it(`${name} can be undone by a word or its button, and put back, to the letter`, () => {
      for (const how of ['word', 'button'] as const) {
        const shared = new Shared(application());
        shared.say('sam', 'continue');
        const before = shared.application.snapshot;
        const told = shared.say('sam', said);
        assert.equal(shared.state, state, words(told));
        const after = shared.application.snapshot;
        const button = undoOf(told);
        assert.ok(button?.anyTime, 'the reply carries an Undo button');
        const undone =
          how === 'word' ? shared.say('sam', 'undo') : shared.say('sam', button.says, asAnyTime(told));
        assert.match(words(undone), /^\*\*Undone:\*\*/);
        assert.match(words(undone), what);
        assert.match(words(undone), then);
        assert.deepEqual(shared.application.snapshot, before);
        const entry = shared.application.history.at(-1);
        assert.deepEqual([entry?.by, entry?.event.type], ['sam', 'turn.undone']);
        assert.match(words(shared.say('sam', 'redo')), /^\*\*Put back:\*\*/);
        assert.deepEqual(shared.application.snapshot, after);
        const { value, context } = shared.application.snapshot;
        assert.deepEqual(
          replay(shared.application, () => scheme),
          { value, context },
        );
      }
    });

  it('a withdrawn application that was funded comes back with its funding and its trainees', () => {
    for (const [begin, state] of [
      [funded, 'recruiting'],
      [rows, 'confirmingSupport'],
      [() => stages.returned(funded(), DAY), 'supportConfirmed'],
    ] as const)
      for (const back of ['reopen', 'undo', 'undo the withdrawal', 'I didn’t mean that']) {
        const shared = new Shared(begin());
        const before = shared.application.snapshot;
        shared.say('sam', 'withdraw');
        assert.match(words(shared.say('sam', 'yes')), /Withdrawn/);
        assert.equal(shared.state, 'withdrawn');
        const said = words(shared.say('sam', back));
        assert.equal(shared.state, state, `${back}: ${said}`);
        assert.deepEqual(shared.application.snapshot, before);
        assert.match(said, /If you have told the University of Chester that you withdraw/);
      }
  });

  it('a programme that was said to have started has not', () => {
    const shared = new Shared(
      stages.on(stages.returned(funded(), DAY), DAY, [{ type: 'programme.started' }]),
    );
    assert.match(words(shared.undo('sam', 'started')), /That was|Undone/);
    shared.say('sam', 'yes');
    assert.equal(shared.state, 'supportConfirmed');
  });

  it('“the decision was wrong”, said when trainees are down already, loses none of them', () => {
    const shared = new Shared(rows());
    const { support } = shared.application.snapshot.context;
    const said = shared.undo('sam', 'decision');
    assert.match(words(said), /taken that decision back/);
    assert.equal(shared.state, 'awaitingDecision');
    assert.deepEqual(shared.application.snapshot.context.support, support);
    const before = shared.application.snapshot;
    assert.ok(undoOf(said));
    shared.say('sam', 'undo');
    assert.equal(shared.state, 'confirmingSupport');
    assert.notDeepEqual(shared.application.snapshot, before);
  });

  it('a sending that was decided since says what goes with it, and asks', () => {
    const shared = new Shared(stages.sent(DAY));
    shared.say('sam', 'funded for 2');
    const asked = shared.undo('sam', 'sent');
    assert.match(words(asked), /this goes with it: the decision \(funded for 2\)/);
    assert.equal(shared.state, 'recruiting');
    assert.match(words(shared.say('sam', 'no')), /Nothing was changed/);
    assert.equal(shared.state, 'recruiting');
    shared.undo('sam', 'sent');
    shared.say('sam', 'yes');
    assert.equal(shared.state, 'readyToSend');
    shared.say('sam', 'redo');
    assert.equal(shared.state, 'recruiting');
  });

  it('an answer is undone to the one before it and asked again; saying it twice goes back two', () => {
    const shared = new Shared(stages.formBegun(DAY));
    shared.say('sam', 'continue');
    shared.say('sam', 'Northfield Trust');
    shared.say('sam', 'Ward 7');
    assert.match(
      words(shared.say('sam', 'undo')),
      /Undone:\*\* Service or ward \(Ward 7\)[^]*What is your service or ward called/,
    );
    assert.match(words(shared.say('sam', 'undo')), /Undone:\*\* Organisation \(Northfield Trust\)/);
    assert.deepEqual(shared.application.snapshot.context.form.context.answers, {});
    shared.say('sam', 'redo');
    shared.say('sam', 'redo');
    assert.match(words(shared.say('sam', 'redo')), /nothing to put back/);
    const { answers } = shared.application.snapshot.context.form.context;
    assert.deepEqual(answers, { 'organisation-name': 'Northfield Trust', 'service-name': 'Ward 7' });
  });

  it('a message that recorded nothing undoes the last one that did, and says what', () => {
    const shared = new Shared(stages.sent(DAY));
    shared.say('sam', 'funded for 2');
    shared.say('sam', 'help');
    shared.say('sam', 'my applications');
    assert.match(
      words(shared.say('sam', 'undo')),
      /Undone:\*\* the decision \(funded for 2\)\. You are waiting for the decision again/,
    );
  });

  it('an old button undoes its own turn while that can be done, and says why when it cannot', () => {
    const shared = new Shared(stages.declared(DAY));
    shared.say('sam', 'continue');
    const told = shared.say('sam', 'sent today');
    const button = undoOf(told)!;
    shared.say('sam', 'funded for 2');
    const asked = shared.say('sam', button.says, asAnyTime(told));
    assert.match(words(asked), /this goes with it: the decision/);
    shared.say('sam', 'yes');
    assert.equal(shared.state, 'readyToSend');
    assert.match(words(shared.say('sam', button.says, asAnyTime(told))), /undone already/);
    assert.equal(shared.state, 'readyToSend');
  });

  it('what was undone is not put back over something that was put down since', () => {
    const shared = new Shared(stages.sent(DAY));
    const told = shared.say('sam', 'funded for 2');
    assert.ok(undoOf(told));
    const undone = shared.say('sam', 'undo');
    const back = undone.replies
      .flatMap(({ buttons }) => buttons)
      .find(({ title }) => title === 'Put it back')!;
    shared.say('sam', 'not funded');
    const said = shared.say('sam', back.says, asAnyTime(undone));
    assert.match(words(said), /cannot take that back exactly/);
    assert.equal(shared.state, 'unsuccessful');
  });

  it('a history that does not lead to what is stored is left alone, and that is said', () => {
    const sent = stages.sent(DAY);
    const { snapshot } = sent;
    const odd = {
      ...sent,
      snapshot: { ...snapshot, context: { ...snapshot.context, startMoved: '2027-03-01' } },
    };
    const shared = new Shared(odd);
    shared.say('sam', 'funded for 2');
    const before = shared.application;
    assert.match(words(shared.say('sam', 'undo')), /cannot take that back exactly/);
    assert.deepEqual(shared.application, before);
  });

  it('histories stored before turns were marked are undone message by message', () => {
    const old = stages.sent('2026-11-20');
    const made = advance(scheme, old, [notFunded], { at: stages.at(DAY), by: 'sam' });
    assert.ok(made.ok && made.application.history.at(-1)?.begins === undefined);
    const shared = new Shared(made.application);
    shared.say('sam', 'undo');
    assert.deepEqual(shared.application.snapshot, old.snapshot);
  });
});

describe('undo with two people', () => {
  const begun = () => {
    const shared = new Shared(stages.formBegun(DAY));
    shared.say('sam', 'continue');
    shared.say('sam', 'Northfield Trust');
    return shared;
  };

  it('one’s own last change goes at once when nobody has put anything down since', () => {
    const shared = begun();
    assert.match(words(shared.say('sam', 'undo')), /Undone:\*\* Organisation/);
  });

  it('asks whose, where somebody else has put something down since', () => {
    const shared = begun();
    shared.say('ina', 'change service or ward');
    shared.say('ina', 'Ward 7');
    const asked = shared.say('sam', 'undo');
    assert.match(words(asked), /Ina has put something down since you did\. Which shall I undo\?/);
    const labels =
      asked.focus.pending?.kind === 'choose' ? asked.focus.pending.options.map(({ label }) => label) : [];
    assert.deepEqual(labels, ['Mine: Organisation (Northfield Trust)', 'Ina’s: Service or ward (Ward 7)']);
    shared.say('sam', labels[0]!);
    assert.deepEqual(shared.application.snapshot.context.form.context.answers, { 'service-name': 'Ward 7' });
  });

  it('says whose it was and asks, where one has put nothing down', () => {
    const shared = begun();
    const asked = shared.say('ina', 'undo');
    assert.match(words(asked), /That was sam’s: Organisation \(Northfield Trust\)\. Shall I take it back/);
    shared.say('ina', 'yes');
    assert.deepEqual(shared.application.snapshot.context.form.context.answers, {});
    assert.equal(shared.application.history.at(-1)?.by, 'ina');
  });

  it('somebody invited takes back nothing that only the owner may do', () => {
    const shared = new Shared(stages.sent(DAY));
    const told = shared.say('sam', 'funded for 2');
    const { says } = undoOf(told)!;
    for (const text of [says, 'undo', 'undo the decision']) {
      shared.say('ina', text);
      assert.match(words(shared.say('ina', 'yes')), /Only the owner|Nothing|All right/);
      assert.equal(shared.state, 'recruiting', text);
    }
  });

  it('who can see it is changed by asking for that, not by “undo”', () => {
    const shared = begun();
    shared.say('sam', 'home');
    shared.say('sam', 'remove ina');
    const said = words(shared.say('sam', 'undo'));
    assert.match(said, /about who can see .* I do not undo\. Ina was removed/);
    assert.deepEqual(shared.application.invited, []);
    assert.equal(shared.application.history.at(-1)?.event.type, 'people.removed');
  });
});
