import assert from 'node:assert/strict';
import { AdaptiveCard, SerializationContext, Versions } from 'adaptivecards';
import { z } from 'zod';
import { cardSchema } from '../../support/card-schema.js';
import { everyCard, type Shown } from '../../support/every-card.js';

/** Bytes of a message with its card, in UTF-16 as Teams counts. Its limit is 40 KB; older clients had 28. */
const largest = 30 * 1024;

describe('every card that can be sent', function () {
  this.timeout(120_000);
  let all: Shown[];
  before(() => {
    all = everyCard();
  });

  const named = ({ group, name }: Shown) => `${group}, ${name}`;

  it('is there: of every kind', () => {
    for (const group of [
      'plain',
      'questions',
      'colleagues',
      'whole parts',
      'in place',
      'groups',
      'reminders',
    ])
      assert.ok(all.filter((one) => one.group === group).length > 2, group);
    assert.ok(all.length > 1000);
  });

  it('follows Adaptive Cards 1.4, and our own rules: labels, wrapping, six actions, short titles, a fallback', () => {
    for (const one of all) {
      if (!one.card) continue;
      const parsed = cardSchema.safeParse(one.card);
      assert.ok(parsed.success, `${named(one)}: ${parsed.error && z.prettifyError(parsed.error)}`);
    }
  });

  it('gives Microsoft’s own renderer nothing to complain of, held to version 1.4', () => {
    for (const one of all) {
      if (!one.card) continue;
      const context = new SerializationContext(Versions.v1_4);
      new AdaptiveCard().parse(one.card, context);
      const faults = Array.from({ length: context.eventCount }, (_, i) => context.getEventAt(i).message);
      assert.deepEqual(faults, [], named(one));
    }
  });

  it('is small enough, with its message', () => {
    for (const one of all) {
      const { text = '', card } = one;
      const bytes = 2 * JSON.stringify({ text, attachments: card ? [card] : [] }).length;
      assert.ok(bytes <= largest, `${named(one)}: ${bytes} bytes`);
    }
  });

  it('has words beside it, or on it, that say everything', () => {
    for (const one of all) {
      const { text = '', card } = one;
      const { body = [], fallbackText = '' } = (card ?? {}) as { body?: unknown[]; fallbackText?: string };
      assert.ok(text.trim() !== '' || (body.length > 0 && fallbackText.trim() !== ''), named(one));
    }
  });

  it('names each input once', () => {
    for (const one of all) {
      const ids = [...JSON.stringify(one.card ?? {}).matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id);
      assert.equal(new Set(ids).size, ids.length, named(one));
    }
  });

  it('has no two buttons that look the same', () => {
    for (const one of all) {
      const { actions = [] } = (one.card ?? {}) as { actions?: { title: string }[] };
      const titles = actions.map(({ title }) => title);
      assert.equal(new Set(titles).size, titles.length, `${named(one)}: ${titles.join(', ')}`);
    }
  });
});
