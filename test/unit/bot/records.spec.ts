import { lookups } from '../../support/schemes.js';
import assert from 'node:assert/strict';
import { kinds, understoodBy } from '../../../bot/turn/records.js';
import { webchatLookups } from '../../../bot/channels/web/history.js';
import { openJsonStore } from '../../../data/store/json-store.js';
import type { Json } from '../../../data/store/store.js';
import type { Application } from '../../../workflows/application.js';
import { schemes } from '../../support/assistant.js';
import { message, post, serve, textsOf } from '../../support/house.js';
import { Walker } from '../../support/walk.js';
import * as stages from '../workflows/nudge-applications.js';

const understood = understoodBy(schemes);
const DAY = '2026-11-23';

describe('what is read from the disk', function () {
  this.timeout(60_000);

  it('is understood, whatever the product itself has written', async () => {
    const house = await serve();
    try {
      const walker = new Walker('ann');
      while (!walker.done) await walker.step(house.url);
      for (const text of ['remind me tomorrow to ring', 'invite', 'snooze until Friday', 'documents'])
        await post(house.url, message(text, { from: { id: 'ann' }, conversation: { id: 'with-ann' } }));
      let count = 0;
      for (const kind of await house.store.kinds())
        for await (const id of house.store.ids(kind)) {
          count++;
          assert.ok(understood(kind, (await house.store.get(kind, id))?.doc ?? null), `${kind} ${id}`);
        }
      assert.ok(count >= 6, `${count} records`);
    } finally {
      await house.close();
    }
  });

  it('is an application in any state that there is, and in no other', () => {
    for (const application of [
      stages.begin(DAY),
      stages.formBegun(DAY),
      stages.formComplete(DAY),
      stages.declared(DAY),
      stages.sent(DAY),
      stages.funded(DAY, DAY),
      stages.returned(stages.funded(DAY, DAY), DAY),
    ]) {
      const change = (more: object) =>
        understood(kinds.application, { ...application, ...more } as unknown as Json);
      const { snapshot } = application;
      assert.ok(change({}));
      assert.ok(change({ scheme: { id: 'gone', version: 9 } }), 'of a round that is no more');
      assert.ok(!change({ snapshot: { ...snapshot, value: 'nonsense' } }));
      assert.ok(!change({ snapshot: { ...snapshot, value: { beforeStart: 'nonsense' } } }));
      assert.ok(!change({ snapshot: { ...snapshot, version: 2 } }), 'of a version that is to come');
      assert.ok(!change({ snapshot: { ...snapshot, context: null } }));
      assert.ok(!change({ history: null }));
      assert.ok(!change({ owner: undefined }));
    }
  });

  it('is nothing of the wrong kind', () => {
    for (const kind of [kinds.application, kinds.person, kinds.reminders, kinds.link, kinds.invitation])
      for (const doc of [null, 5, 'x', [], {}] as Json[])
        assert.ok(!understood(kind, doc), `${kind} ${JSON.stringify(doc)}`);
    for (const doc of [null, 5, 'x', { people: 'ann' }] as Json[])
      assert.ok(!understood(kinds.conversation, doc), JSON.stringify(doc));
  });

  it('set aside, leaves the person with everything else: nobody meets the same apology for ever', async () => {
    const house = await serve();
    const who = { from: { id: 'ann' }, conversation: { id: 'with-ann' } };
    const { folder } = house;
    try {
      const walker = new Walker('ann');
      while (walker.acknowledged < 20) await walker.step(house.url);
      const [id = ''] = await house.store.find('applications-of-person', 'ann');
      const application = (await house.store.get<Application>(kinds.application, id))?.doc;
      const spoilt = { ...application, snapshot: { ...application?.snapshot, value: 'nonsense' } };
      await house.store.commit([{ kind: kinds.application, id, doc: spoilt as unknown as Json }]);
      assert.match(textsOf(await post(house.url, message('continue', who))).join(), /went wrong on my side/);
      await house.server.close();
      await house.store.close();

      const all = [...lookups, ...webchatLookups];
      const store = await openJsonStore({ folder, lookups: all, understood });
      const again = await serve({}, { store });
      try {
        const answered = textsOf(await post(again.url, message('continue', who))).join();
        assert.doesNotMatch(answered, /went wrong on my side/);
        assert.match(textsOf(await post(again.url, message('apply', who))).join(), /1 of 6/);
        assert.deepEqual(
          store.problems().map(({ code, file }) => [code, file]),
          [['document-not-understood', `records/application/${id}.json`]],
        );
      } finally {
        await again.server.close();
        await store.close();
        await again.close();
      }
    } finally {
      await house.close();
    }
  });
});
