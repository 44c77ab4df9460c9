import type { ConversationReference } from 'botbuilder';
import type { Application } from '../workflows/application.js';
import type { Reminders } from '../dialogs/nudges/reminders.js';
import type { DocumentName, Person } from '../dialogs/conversation.js';
import { allAnswers } from '../workflows/expression-of-interest.machine.js';
import { normalise } from '../dialogs/understanding/text.js';
import type { Lookup } from '../data/store/store.js';

/** What the store holds, kind by kind, and how it is found again. */

export interface PersonRecord extends Person {
  /** Where to reach them: their personal conversation, as it was last seen. */
  readonly reference: Partial<ConversationReference> | null;
}

/** A document that a person may fetch for an hour. The record's id is a hash of the token in the link. */
export interface LinkRecord {
  readonly document: DocumentName;
  readonly application: string;
  readonly person: string;
  readonly expires: string;
}

export const kinds = {
  application: 'application',
  person: 'person',
  conversation: 'conversation',
  link: 'link',
  reminders: 'reminders',
  settings: 'settings',
} as const;

export const lookups: readonly Lookup[] = [
  {
    name: 'applications-of-person',
    kind: kinds.application,
    keys: ({ owner, invited }: Application) => [owner, ...invited],
  },
  {
    name: 'applications-of-service',
    kind: kinds.application,
    keys: (application: Application) => {
      const key = serviceKey(application);
      return key ? [key] : [];
    },
  },
  {
    name: 'reminders-due',
    kind: kinds.reminders,
    keys: ({ next }: Reminders) => (next ? [next] : []),
  },
] as Lookup[];

/** The same service of the same organisation, however it is written; undefined until both are known. */
export function serviceKey({ tenant, snapshot }: Application): string | undefined {
  const answers = allAnswers(snapshot.context.form.context);
  const organisation = answers['organisation-name'];
  const service = answers['service-name'];
  if (organisation === undefined || service === undefined) return undefined;
  return [tenant, normalise(String(organisation)), normalise(String(service))].join('|');
}
