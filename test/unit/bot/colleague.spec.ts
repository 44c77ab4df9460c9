import { northWest } from '../../support/schemes.js';
import assert from 'node:assert/strict';
import type { Activity } from 'botbuilder';
import { kinds } from '../../../bot/turn/records.js';
import type { Json } from '../../../data/store/store.js';
import { answersOf } from '../../../dialogs/words.js';
import { replay, type Application } from '../../../workflows/application.js';
import { temporaryFolder, TestClock, TestHouse } from '../../support/assistant.js';
import { textsIn } from '../../support/folder.js';
import { formBegun } from '../workflows/nudge-applications.js';

const reference = 'AP-7K3M-9QRT';

describe('a colleague who is asked one question', () => {
  let house: TestHouse;
  let folder: string;
  let remove: () => Promise<void>;
  const clock = new TestClock('2027-01-11T10:00');

  beforeEach(async () => {
    ({ folder, remove } = await temporaryFolder());
    clock.moveTo('2027-01-11T10:00');
    house = await TestHouse.open(folder, clock);
    const doc = { ...formBegun('2027-01-11'), reference, owner: 'sam', tenant: 'test' };
    await house.memory.commit([{ kind: kinds.application, id: reference, doc: doc as unknown as Json }]);
  });
  afterEach(async () => {
    await house.close();
    await remove();
  });

  const say = async (person: string, text: string, more: Partial<Activity> = {}): Promise<string> => {
    const replies = await house.receive({ text, ...more }, { person, conversation: `${person}-1` });
    return replies.map((one) => one.text ?? '').join('\n');
  };
  const application = async (): Promise<Application> => {
    const record = await house.memory.get<Application>(kinds.application, reference);
    assert.ok(record);
    return record.doc;
  };
  const answers = async () => answersOf(await application(), northWest);
  /** Sam puts the question that is open in the form to somebody. */
  const ask = (to: string): Promise<string> => askAgain(to, 'continue');
  const askAgain = async (to: string, opened = 'change organisation'): Promise<string> => {
    await say('sam', opened);
    await say('sam', 'ask a colleague');
    const [, code = ''] = /answer ([0-9A-Z-]{24})/.exec(await say('sam', to)) ?? [];
    assert.ok(code, 'no code was given');
    return code;
  };

  it('answers once, however many use the code at the same time', async () => {
    const code = await ask('Ruth in HR');
    const people = ['ruth', 'tom', 'eve', 'dan'];
    for (const person of people)
      assert.match(await say(person, `answer ${code}`), /One question for Ruth in HR/);
    const said = await Promise.all(people.map((person) => say(person, `Trust of ${person}`)));
    assert.equal(said.filter((text) => text.includes('Thank you')).length, 1);
    const { history } = await application();
    assert.equal(history.filter(({ event }) => event.type === 'colleague.answered').length, 1);
    assert.deepEqual(await house.memory.find('invitations-of-application', reference), []);
  });

  it('has the answer in the form and in the history, with name and time, and joins nothing', async () => {
    const code = await ask('Ruth in HR');
    await say('ruth', `answer ${code}`);
    clock.moveTo('2027-01-11T10:07');
    await say('ruth', 'Northfield Trust');
    const asked = await application();
    const { history, snapshot, owner, invited } = asked;
    assert.equal((await answers())['organisation-name'], 'Northfield Trust');
    assert.deepEqual(history.slice(-2), [
      {
        at: '2027-01-11T10:07:00.000Z',
        by: 'ruth',
        event: { type: 'colleague.answered', question: 'organisation-name', name: 'ruth' },
      },
      {
        at: '2027-01-11T10:07:00.000Z',
        by: 'ruth',
        event: { type: 'form.answered', question: 'organisation-name', value: 'Northfield Trust' },
      },
    ]);
    assert.deepEqual([owner, invited], ['sam', []]);
    const { value, context } = snapshot;
    assert.deepEqual(JSON.parse(JSON.stringify(replay(asked, () => northWest))), { value, context });
  });

  it('is not told apart from anybody else by what they ask for: nothing but the question is shown', async () => {
    await say('sam', 'continue');
    await say('sam', 'Northfield Trust');
    await say('sam', 'Ward 7');
    const code = await ask('Ruth');
    await say('ruth', `answer ${code}`);
    for (const text of [
      ...[`open ${reference}`, 'check answers', 'documents', 'who can see this', 'invite', 'withdraw', 'yes'],
      ...['change organisation', 'my reminders', 'calendar', 'continue', 'take back the codes', 'hand over'],
    ]) {
      assert.doesNotMatch(await say('ruth', text), /Northfield/, text);
      await say('ruth', `answer ${code}`);
    }
    const { history } = await application();
    assert.ok(history.every(({ by }) => by !== 'ruth'));
  });

  it('may put it off and come back, and does not write about a patient', async () => {
    const code = await ask('Ruth');
    await say('ruth', `answer ${code}`);
    assert.match(await say('ruth', 'dont know'), /I have passed nothing on/);
    await say('ruth', `answer ${code}`);
    assert.doesNotMatch(
      await say('ruth', 'patient John Smith in bed 4, NHS number 943 476 5919'),
      /Thank you/,
    );
    assert.equal((await answers())['organisation-name'], undefined);
    assert.match(await say('ruth', 'Northfield Trust'), /Thank you/);
  });

  it('is not asked any more when the owner has answered, asked another, taken it back or gone', async () => {
    const first = await ask('Ruth');
    await say('ruth', `answer ${first}`);
    const again = await askAgain('Tom');
    assert.match(await say('ruth', `answer ${first}`), /That code does not work/);
    assert.match(await say('tom', `answer ${again}`), /One question for Tom/);
    await say('sam', 'take back the codes');
    assert.match(await say('tom', 'Northfield Trust'), /needs no answer from you now/);
    const mine = await askAgain('Ina');
    await say('ina', `answer ${mine}`);
    await say('sam', 'change organisation');
    await say('sam', 'Northfield Trust');
    assert.match(await say('ina', 'Southfield Trust'), /needs no answer from you now/);
    assert.equal((await answers())['organisation-name'], 'Northfield Trust');
    const last = await askAgain('Eve');
    await say('sam', 'delete my data');
    await say('sam', 'yes');
    assert.match(await say('eve', `answer ${last}`), /That code does not work/);
  });

  it('a code is good for 28 days', async () => {
    const code = await ask('Ruth');
    clock.moveTo('2027-02-08T09:59');
    assert.match(await say('ruth', `answer ${code}`), /One question/);
    clock.moveTo('2027-02-08T10:00');
    assert.match(await say('ruth', 'Northfield Trust'), /needs no answer from you now/);
    assert.match(await say('ruth', `answer ${code}`), /That code does not work/);
    assert.equal((await answers())['organisation-name'], undefined);
  });

  it('who has their data deleted leaves the answer, and no name: neither their own nor what they were called', async () => {
    const code = await ask('Ruth in HR');
    await say('sam', 'ask a colleague');
    await say('sam', 'Tom in Finance');
    const ruth = { from: { id: 'u-17', name: 'Ruth Oyelaran' } } as Partial<Activity>;
    await say('u-17', `answer ${code}`, ruth);
    await say('u-17', 'Northfield Trust', ruth);
    assert.match(JSON.stringify(await application()), /Ruth Oyelaran/);
    await say('u-17', 'delete my data', ruth);
    await say('u-17', 'yes', ruth);
    const left = await application();
    assert.doesNotMatch(JSON.stringify(left), /Ruth|u-17/);
    assert.match(JSON.stringify(left), /Tom in Finance/);
    assert.equal((await answers())['organisation-name'], 'Northfield Trust');
    assert.deepEqual(JSON.parse(JSON.stringify(replay(left, () => northWest))), {
      value: left.snapshot.value,
      context: left.snapshot.context,
    });
    assert.doesNotMatch(await textsIn(folder), /Oyelaran|u-17/);
  });

  it('is not called by what would tell of a patient', async () => {
    await say('sam', 'continue');
    await say('sam', 'ask a colleague');
    const text = await say('sam', 'whoever sees patient John Smith in bed 4, NHS number 943 476 5919');
    assert.doesNotMatch(text, /A question for/);
    assert.doesNotMatch(await textsIn(folder), /943 476/);
  });

  it('only the owner asks: somebody invited is told who can', async () => {
    await say('sam', 'continue');
    const [, code = ''] = /join ([0-9A-Z-]{24})/.exec(await say('sam', 'invite')) ?? [];
    await say('ina', `join ${code}`);
    assert.match(
      await say('ina', 'ask a colleague'),
      /Only the owner of \*\*AP-7K3M-9QRT\*\* can do that: sam/,
    );
  });
});
