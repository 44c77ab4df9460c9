import { lookups, northWest } from '../support/schemes.js';
import { webchatLookups } from '../../bot/channels/web/history.js';

import { englandCalendar } from '../../data/calendar/england.js';
import { openJsonStore } from '../../data/store/json-store.js';
import type { Json, Store, Write } from '../../data/store/store.js';
import { noReminders, retimed } from '../../dialogs/nudges/reminders.js';
import { advance, newApplication, type Application } from '../../workflows/application.js';
import type { ApplicationEvent } from '../../workflows/application.machine.js';

/** A store with many people in the middle of their forms, to measure against. */

const scheme = northWest;
const began = '2026-11-20T10:00:00.000Z';

const answers = {
  'organisation-kind': 'nhs',
  region: 'north-west',
  role: 'assistant-practitioner',
  'service-area': 'community',
  'training-department': 'yes',
  'earlier-application': 'none',
} as Record<string, string>;

/** Events that lead to an open form: eligibility passed, the first question asked. */
export function formBegun(): ApplicationEvent[] {
  const eligibility = scheme.eligibility.questions.flatMap((question): ApplicationEvent[] => {
    const wanted = answers[question.id];
    const option =
      question.options.find(({ value }) => value === wanted) ??
      question.options.find(({ grade }) => grade === 'pass');
    return option && !question.when
      ? [{ type: 'eligibility.answered', question: question.id, value: option.value }]
      : [];
  });
  return [...eligibility, { type: 'form.started' }];
}

export function personOf(i: number): { person: string; conversation: string; reference: string } {
  return {
    person: `bench-${i}`,
    conversation: `bench-conversation-${i}`,
    reference: `AP-${String(i).padStart(8, '0')}`,
  };
}

/** What the store holds of one person who has begun a form. */
export function recordsOf(i: number, template: Application): Write[] {
  const { person, conversation, reference } = personOf(i);
  const application: Application = {
    ...template,
    reference,
    owner: person,
    history: template.history.map((entry) => ({ ...entry, by: person })),
  };
  const reminders = retimed(
    noReminders,
    { person, applications: [application], schemeOf: () => scheme, calendar },
    '2026-11-20',
  );
  return [
    { kind: 'application', id: reference, doc: application as unknown as Json },
    {
      kind: 'conversation',
      id: `test/bot/conversations/${conversation}`,
      doc: { focus: { dialog: 'expression-of-interest', application: reference, page: null, pending: null } },
    },
    {
      kind: 'person',
      id: person,
      doc: { id: person, name: person, tenant: 'test', greetedAt: began, reference: null },
    },
    { kind: 'reminders', id: person, doc: reminders as unknown as Json },
  ];
}

const calendar = englandCalendar();

export function template(): Application {
  const begun = advance(
    scheme,
    newApplication(scheme, { reference: 'AP-0', owner: 'x', tenant: 'test', at: began }),
    formBegun(),
    { at: began, by: 'x' },
  );
  if (!begun.ok) throw new Error(`The seed does not begin a form: ${begun.event.type} in ${begun.state}`);
  return begun.application;
}

/** Fills a store with `count` people. A few hundred records share one commit. */
export async function fill(store: Store, count: number): Promise<void> {
  const application = template();
  for (let from = 0; from < count; from += 100) {
    const people = Array.from({ length: Math.min(100, count - from) }, (_, i) =>
      recordsOf(from + i, application),
    );
    await store.commit(people.flat());
  }
}

export async function fillFolder(folder: string, count: number): Promise<void> {
  const store = await openJsonStore({ folder, lookups: [...lookups, ...webchatLookups] });
  await fill(store, count);
  await store.checkpoint();
  await store.close();
}
