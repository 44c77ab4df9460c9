import assert from 'node:assert/strict';
import { applicationEventSchema } from '../../../workflows/application-events.js';
import type { ApplicationEvent } from '../../../workflows/application.machine.js';
import {
  actionOf,
  actions,
  admits,
  may,
  opens,
  roleOf,
  roles,
  type Action,
  type Role,
} from '../../../workflows/authority-rules.js';
import { advance, stateOf } from '../../../workflows/application.js';
import { peopleAfter, type InvitationKind } from '../../../workflows/people.js';
import { begin, declared, funded, on, scheme, sent } from './nudge-applications.js';

const DAY = '2026-11-23';
const NOW = '2026-11-23T10:00:00Z';

/** Written out once more, by hand: a change of the rules is to be made twice, on purpose. */
const expected: Record<Action, Record<Role, boolean>> = {
  see: { owner: true, invited: true, coordinator: true, none: false },
  read: { owner: true, invited: true, coordinator: false, none: false },
  answer: { owner: true, invited: true, coordinator: false, none: false },
  documents: { owner: true, invited: true, coordinator: false, none: false },
  leave: { owner: false, invited: true, coordinator: false, none: false },
  send: { owner: true, invited: false, coordinator: false, none: false },
  decide: { owner: true, invited: false, coordinator: false, none: false },
  withdraw: { owner: true, invited: false, coordinator: false, none: false },
  copy: { owner: true, invited: false, coordinator: false, none: false },
  invite: { owner: true, invited: false, coordinator: false, none: false },
  'hand-over': { owner: true, invited: false, coordinator: false, none: false },
  delete: { owner: true, invited: false, coordinator: false, none: false },
  join: { owner: false, invited: false, coordinator: false, none: false },
};

describe('authority', () => {
  it('is the table, for every role and action', () => {
    assert.deepEqual(
      Object.fromEntries(
        actions.map((action) => [action, Object.fromEntries(roles.map((role) => [role, may(role, action)]))]),
      ),
      expected,
    );
  });

  const about = { owner: 'owen', invited: ['ina'], tenant: 'trust' };
  const who = (id: string, tenant = 'trust', coordinator = false) =>
    roleOf(about, { id, tenant, coordinator });

  it('the owner, the invited and the coordinator of the tenant have their role, others none', () => {
    assert.deepEqual(
      [who('owen'), who('ina'), who('cora', 'trust', true), who('mallory'), who('')],
      ['owner', 'invited', 'coordinator', 'none', 'none'],
    );
  });

  it('the nearer role counts for a coordinator who is also owner or invited', () => {
    assert.deepEqual([who('owen', 'trust', true), who('ina', 'trust', true)], ['owner', 'invited']);
  });

  it('in another tenant everybody is nobody, by whatever id', () => {
    assert.deepEqual(
      [who('owen', 'other'), who('ina', 'other'), who('cora', 'other', true), who('owen', '')],
      ['none', 'none', 'none', 'none'],
    );
  });

  describe('a code opens', () => {
    const code = {
      to: 'invite',
      application: 'AP-1',
      tenant: 'trust',
      expires: '2026-11-30T10:00:00Z',
    } as const;
    const application = { reference: 'AP-1', tenant: 'trust' };
    it('its own application, in its tenant, until it expires', () => {
      assert.equal(opens(code, application, { tenant: 'trust' }, NOW), true);
      assert.equal(opens(code, application, { tenant: 'trust' }, '2026-11-30T09:59:59Z'), true);
    });
    it('nothing at the moment it expires, nor after', () => {
      assert.equal(opens(code, application, { tenant: 'trust' }, code.expires), false);
    });
    it('no other application, and nothing for another tenant', () => {
      assert.equal(opens(code, { reference: 'AP-2', tenant: 'trust' }, { tenant: 'trust' }, NOW), false);
      assert.equal(opens(code, { reference: 'AP-1', tenant: 'other' }, { tenant: 'trust' }, NOW), false);
      assert.equal(opens(code, application, { tenant: 'other' }, NOW), false);
    });
  });

  it('every event that a history can hold needs an action that some role has, or an invitation', () => {
    const types = applicationEventSchema.options.map(({ shape }) => shape.type.value);
    assert.ok(types.length > 25);
    for (const type of types) {
      const action = actionOf({ type, person: 'x', to: 'invite' } as unknown as ApplicationEvent, 'y');
      assert.ok(actions.includes(action), `${type} has no action`);
      const someone = roles.some((role) => may(role, action));
      assert.equal(
        someone,
        ![...['people.joined', 'owner.changed'], ...['colleague.answered', 'colleague.proposed']].includes(
          type,
        ),
        type,
      );
      assert.equal(may('coordinator', action) || may('none', action), false, type);
    }
  });

  it('a code lets its bearer do what it is for, and nothing else that a history can hold', () => {
    const types = applicationEventSchema.options.map(({ shape }) => shape.type.value);
    const admitted = (to: InvitationKind, question: string) =>
      types.filter((type) =>
        admits({ to, question: 'mentor-name', application: 'AP-1', tenant: 't', expires: NOW }, {
          type,
          question,
        } as unknown as ApplicationEvent),
      );
    assert.deepEqual(admitted('invite', 'mentor-name'), ['people.joined']);
    assert.deepEqual(admitted('hand-over', 'mentor-name'), ['owner.changed']);
    assert.deepEqual(admitted('answer', 'mentor-name'), [
      'form.answered',
      'colleague.answered',
      'colleague.proposed',
    ]);
    assert.deepEqual(admitted('answer', 'places'), []);
  });

  it('one may take oneself out, and only the owner takes out others', () => {
    const event = { type: 'people.removed', person: 'ina' } as const;
    assert.deepEqual([actionOf(event, 'ina'), actionOf(event, 'bob')], ['leave', 'invite']);
  });
});

describe('who belongs to an application', () => {
  const people = { owner: 'owen', invited: ['ina'] };
  it('joining adds once, and never the owner', () => {
    const joined = peopleAfter(people, { type: 'people.joined', person: 'bob' } as never);
    assert.deepEqual(joined, { owner: 'owen', invited: ['ina', 'bob'] });
    assert.deepEqual(peopleAfter(joined, { type: 'people.joined', person: 'bob' } as never), joined);
    assert.deepEqual(peopleAfter(people, { type: 'people.joined', person: 'owen' } as never), people);
  });
  it('a hand-over makes the old owner one of the invited, and takes the new one out of them', () => {
    assert.deepEqual(peopleAfter(people, { type: 'owner.changed', person: 'ina' } as never), {
      owner: 'ina',
      invited: ['owen'],
    });
  });
  it('removing and leaving take out that one person', () => {
    assert.deepEqual(peopleAfter(people, { type: 'people.removed', person: 'ina' } as never).invited, []);
    assert.deepEqual(peopleAfter(people, { type: 'people.removed', person: 'nobody' } as never), people);
  });

  it('is changed in every state, and leaves the state and its context as they were', () => {
    const withdrawn = on(begin(DAY), DAY, [{ type: 'application.withdrawn', on: DAY, reason: null }]);
    for (const application of [begin(DAY), declared(DAY), sent(DAY), funded(DAY, DAY), withdrawn]) {
      const advanced = advance(
        scheme,
        application,
        [
          { type: 'people.invited', to: 'invite' },
          { type: 'people.joined', person: 'ina' },
          { type: 'owner.changed', person: 'nia' },
          { type: 'people.removed', person: 'ina' },
          { type: 'people.uninvited' },
          { type: 'colleague.asked', question: 'mentor-name', to: 'Ruth' },
          { type: 'colleague.answered', question: 'mentor-name' },
        ],
        { at: NOW, by: 'u1' },
      );
      assert.ok(advanced.ok, stateOf(application.snapshot.value));
      assert.deepEqual(advanced.application.snapshot, application.snapshot);
      assert.equal(advanced.application.owner, 'nia');
      assert.deepEqual(advanced.application.invited, ['u1']);
      assert.equal(advanced.application.history.length, application.history.length + 7);
    }
  });
});
