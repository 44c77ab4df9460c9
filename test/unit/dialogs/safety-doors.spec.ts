import { strict as assert } from 'node:assert';
import { openMind } from '../../../bot/turn/open-mind.js';
import { besides } from '../../../bot/channels/incoming.js';
import { atTheDoor, inField } from '../../../dialogs/alarms/door.js';
import { noFocus, type Reads, type View } from '../../../dialogs/conversation.js';
import { alarmIn } from '../../../dialogs/understanding/safety.js';
import { tellsPatient } from '../../../dialogs/understanding/patients.js';

const view = { mind: openMind(), today: '2027-01-04', focus: noFocus } as unknown as View;
const paragraph: Reads = { type: 'paragraph', min: 1, max: 3000 };
const patient = 'Mrs Hargreaves in bed 4 has dementia';

describe('dialogs/alarms/door', () => {
  const open = (reads: Reads) => ({ reads, buttons: [{ title: 'Show', says: 'show my application' }] });
  const kindAt = (reads: Reads, text: string, isAnyTime = false) => {
    const alarm = atTheDoor(view, open(reads), text, isAnyTime);
    return alarm?.level === 'alarm' ? alarm.kind : alarm?.level;
  };

  for (const reads of [paragraph, { type: 'menu' }, { type: 'yesNo' }, { type: 'email' }] as Reads[])
    it(`stops a patient’s details where ${reads.type} is open, and in words of a button`, () => {
      assert.equal(kindAt(reads, patient), 'patient-details');
      assert.equal(kindAt(reads, patient, true), 'patient-details');
    });

  it('lets the page’s own buttons through', () =>
    assert.equal(kindAt({ type: 'menu' }, 'show my application'), undefined));

  it('takes ten digits for a phone where a phone is asked for, unless they are named', () => {
    assert.equal(kindAt({ type: 'phone' }, '943 476 5919'), undefined);
    assert.equal(kindAt({ type: 'phone' }, 'NHS number 943 476 5919'), 'patient-details');
    assert.equal(kindAt({ type: 'menu' }, '943 476 5919'), 'patient-details');
    assert.equal(kindAt({ type: 'menu' }, '943 476 5918'), undefined);
  });

  it('says a kind line in doubt, and hears the message all the same', () => {
    assert.equal(kindAt({ type: 'menu' }, 'i am exhausted'), 'grumble');
    assert.equal(kindAt({ type: 'menu' }, 'im drowning in work lol'), undefined);
  });

  it('refuses a field of a form with a patient in it; despair is kept when it is saved again', () => {
    assert.equal(inField(view, paragraph, patient)?.refused, true);
    assert.equal(inField(view, paragraph, 'i want to die')?.refused, false);
    assert.equal(inField(view, paragraph, 'Patients wait too long for therapy'), undefined);
  });

  it('is not freed by one ordinary word beside a patient', () => {
    for (const text of ['Mrs Patel bed 4 fell, HR informed', 'pt Ada Finch fell again, matron knows'])
      assert.ok(tellsPatient(text), text);
  });

  it('tells of words of an activity that nobody hears', () =>
    assert.deepEqual(besides({ text: 'one', channelData: { messageBack: { displayText: 'two' } } }, 'one'), [
      'two',
    ]));

  it('says which frame or score it was', () => {
    assert.equal(alarmIn('i want to kill myself', { reads: 'menu' })?.because, 'harms themselves');
  });
});
