import assert from 'node:assert/strict';
import type { Activity } from 'botbuilder';
import { kinds } from '../../../bot/turn/records.js';
import type { Json } from '../../../data/store/store.js';
import type { Application } from '../../../workflows/application.js';
import { temporaryFolder, TestClock, TestHouse } from '../../support/assistant.js';
import { checkSaid, type Said } from '../../support/fuzz.js';
import * as stages from '../workflows/nudge-applications.js';

/** What one person types and another is shown. */
const nasty =
  '[x](javascript:alert(1)) <img src=x onerror=alert(1)> ![p](http://evil.example/p.png) `t` *b* & | #h';
const DAY = '2026-11-20';
const asked = [
  ...['hello', 'overview', 'my applications', 'open AP-7K3M-9QRT', 'continue', 'check answers', 'plan'],
  ...['who can see this', 'documents', 'my reminders', 'status', 'draft', 'change service', 'home'],
  ...['confirmation of support', 'what do you hold about me', 'hand over', `remind me tomorrow to ${nasty}`],
  ...['copy AP-7K3M-9QRT', 'withdraw', 'no', 'invite'],
];

describe('what one person typed, shown to another', function () {
  this.timeout(60_000);

  it('is text: to the owner, the invited and the coordinator, in every state, and in reminders', async () => {
    const { folder, remove } = await temporaryFolder();
    const house = await TestHouse.open(folder, new TestClock('2026-11-23T10:00'), { coordinators: ['cora'] });
    const shownTo = new Set<string>();
    const look = (person: string, said: readonly Partial<Activity>[]) => {
      for (const one of said) {
        checkSaid(one as Said, person);
        if (JSON.stringify([one.text, one.attachments]).includes('evil.example')) shownTo.add(person);
      }
    };
    const say = async (person: string, text: string) => {
      const from = { id: person, name: `${person} ${nasty}` };
      const said = await house.receive({ text, from }, { person, conversation: `of-${person}` });
      look(person, said);
      return JSON.stringify(said);
    };
    try {
      for (const application of [
        stages.begin(DAY),
        stages.formBegun(DAY),
        stages.formComplete(DAY),
        stages.declared(DAY),
        stages.sent(DAY),
        stages.funded(DAY, DAY),
        stages.rowsComplete(stages.funded(DAY, DAY), DAY),
      ]) {
        const doc = { ...spoilt(application), reference: 'AP-7K3M-9QRT', owner: 'sam', tenant: 'test' };
        const kept = { ...doc, invited: ['ina'] } as unknown as Json;
        await house.memory.commit([{ kind: kinds.application, id: 'AP-7K3M-9QRT', doc: kept }]);
        for (const person of ['sam', 'ina', 'cora']) for (const text of asked) await say(person, text);
      }
      const code = /join [0-9A-Z-]{24}/.exec(await say('sam', 'invite'))?.[0] ?? '';
      await say('eve', code);
      for (let day = 0; day < 100; day++) {
        house.clock.addDays(1);
        for (const [person, said] of await house.tick()) look(`${person}, reminded`, said);
      }
      for (const person of ['sam', 'ina', 'cora', 'eve', 'sam, reminded'])
        assert.ok(shownTo.has(person), `${person} was shown it, so there was something to see`);
    } finally {
      await house.close();
      await remove();
    }
  });
});

/** The same with what is nasty wherever somebody typed something. */
function spoilt(application: Application): Application {
  const inJson = JSON.stringify(nasty).slice(1, -1);
  const text = ['Some words', 'Ward 7', 'Jo Bell'].reduce(
    (json, typed) => json.replaceAll(typed, inJson),
    JSON.stringify(application),
  );
  return JSON.parse(text) as Application;
}
