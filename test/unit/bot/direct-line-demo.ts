import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  TurnContext,
  type ConversationReference,
} from 'botbuilder';
import restify from 'restify';
import type { AddressInfo } from 'node:net';
import { continueLocally, deliverTo } from '../../../bot/channels/teams/deliver.js';
import { webchatLookups } from '../../../bot/channels/web/history.js';
import { mountDirectLine, type MountedDirectLine } from '../../../bot/channels/web/mount.js';
import { mountPage } from '../../../bot/channels/web/page/serve.js';
import type { Json, Store, StoredRecord, Write } from '../../../data/store/store.js';

/** The least that a `Store` can be: enough for the web chat, gone when the test is over. */
export class FakeStore implements Store {
  readonly records = new Map<string, StoredRecord>();
  /** Every document ever committed, as text: what has been on the disk at any time. */
  readonly everWritten: string[] = [];
  broken = false;

  async get<T = Json>(kind: string, id: string): Promise<StoredRecord<T> | undefined> {
    return structuredClone(this.records.get(`${kind}/${id}`)) as StoredRecord<T> | undefined;
  }

  async commit(writes: readonly Write[]): Promise<void> {
    if (this.broken) throw new Error('disk full');
    for (const { kind, id, expect } of writes)
      if (expect !== undefined && (this.records.get(`${kind}/${id}`)?.revision ?? 0) !== expect)
        throw new Error('conflict');
    for (const write of writes) {
      const key = `${write.kind}/${write.id}`;
      if ('delete' in write) {
        this.records.delete(key);
        continue;
      }
      const revision = (this.records.get(key)?.revision ?? 0) + 1;
      const text = JSON.stringify(write.doc);
      this.everWritten.push(text);
      this.records.set(key, { kind: write.kind, id: write.id, revision, doc: JSON.parse(text) as Json });
    }
  }

  async find(lookup: string, key: string): Promise<string[]> {
    const { kind, keys } = webchatLookups.find(({ name }) => name === lookup) ?? { kind: '', keys: () => [] };
    return [...this.records.values()]
      .filter((record) => record.kind === kind && keys(record.doc as never).includes(key))
      .map(({ id }) => id);
  }

  async keys(): Promise<string[]> {
    return [];
  }

  async *ids(kind: string): AsyncIterable<string> {
    for (const record of this.records.values()) if (record.kind === kind) yield record.id;
  }

  async kinds(): Promise<string[]> {
    return [...new Set([...this.records.values()].map(({ kind }) => kind))];
  }

  async writable(): Promise<boolean> {
    return !this.broken;
  }

  async close(): Promise<void> {}
}

export interface Demo {
  readonly url: string;
  readonly chat: MountedDirectLine;
  readonly faults: string[];
  /** A message that the bot begins, to the conversation that spoke last. */
  nudge(text: string): Promise<void>;
  stop(): Promise<void>;
}

/** A bot without a cloud: greets, echoes, and does on request the other things that a bot may do. */
export async function startDemo(store: Store, port = 0): Promise<Demo> {
  const server = restify.createServer();
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  const faults: string[] = [];
  let last: Partial<ConversationReference> = {};

  async function turn(context: TurnContext): Promise<void> {
    last = TurnContext.getConversationReference(context.activity);
    const { type, text = '', value, conversation, id = '' } = context.activity;
    if (type === 'conversationUpdate') await context.sendActivity(greeting);
    if (type !== 'message') return;
    await context.sendActivity({ type: 'typing' });
    if (text === 'secret') {
      await chat.redact(conversation.id, id);
      await context.sendActivity('I have not kept that.');
    } else if (text === 'fail') throw new Error('broken on purpose');
    else if (text === 'change') {
      const sent = await context.sendActivity('Before');
      await context.updateActivity({ ...context.activity, type: 'message', id: sent?.id, text: 'After' });
    } else if (text === 'take back') {
      const sent = await context.sendActivity('Never mind');
      await context.deleteActivity(sent?.id ?? '');
    } else if (text === 'card') await context.sendActivity(demoCard);
    else if (text === 'form') await context.sendActivity(demoForm);
    else if (value) {
      const pressed = `You pressed: ${text} ${JSON.stringify(value)}`;
      await context.sendActivity({ type: 'message', text: pressed, textFormat: 'plain' });
    } else await context.sendActivity({ type: 'message', text: `You said: ${text}`, suggestedActions });
  }

  mountPage(server);
  const chat = mountDirectLine(server, {
    store,
    deliver: deliverTo(adapter, turn),
    onFault: (code) => faults.push(code),
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const { port: open } = server.server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${open}`,
    chat,
    faults,
    nudge: (text) =>
      continueLocally(adapter, chat.current(last), async (context) => {
        await context.sendActivity(text);
      }),
    async stop() {
      await chat.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.server.closeAllConnections();
      });
    },
  };
}

const suggestedActions = {
  to: [],
  actions: [
    'Check whether my ward is ready to apply for Assistant Practitioner training places this year',
    'Ask a question about the role',
    'My applications',
  ].map((title) => ({ type: 'imBack', title, value: title })),
};

const greeting = {
  type: 'message',
  text:
    'Hello. I help you apply for funded Assistant Practitioner training places.\n\n' +
    'I can check whether your ward is ready, fill in the form with you, and remind you of dates.',
  suggestedActions,
};

const demoCard = {
  type: 'message',
  text: 'Is there a named supervisor?',
  attachments: [
    {
      contentType: 'application/vnd.microsoft.card.adaptive',
      content: {
        type: 'AdaptiveCard',
        version: '1.4',
        body: [
          {
            type: 'TextBlock',
            text: 'Question 3 of 7',
            isSubtle: true,
            wrap: true,
          },
          {
            type: 'TextBlock',
            text: 'Is there a named supervisor for each trainee on your ward?',
            weight: 'bolder',
            size: 'medium',
            style: 'heading',
            wrap: true,
          },
          {
            type: 'TextBlock',
            text: 'A **supervisor** is a registered practitioner who meets the trainee every week. See [the role](https://example.org).',
            wrap: true,
          },
          {
            type: 'Container',
            style: 'warning',
            items: [
              {
                type: 'TextBlock',
                color: 'warning',
                wrap: true,
                text: 'Caution: the board has not agreed yet.',
              },
            ],
          },
          {
            type: 'FactSet',
            facts: [
              { title: 'Closing date', value: 'Friday 15 January 2027, at 5pm' },
              { title: 'Places', value: '3 of the 4 you asked for' },
            ],
          },
        ],
        actions: [
          {
            type: 'Action.Submit',
            title: 'Yes, each has one',
            style: 'positive',
            data: {
              answer: 'yes',
              msteams: { type: 'messageBack', displayText: 'Yes, each has one', text: 'yes' },
            },
          },
          {
            type: 'Action.Execute',
            title: 'Not yet, but somebody has been asked and will say by the end of the month',
            verb: 'answer',
            fallback: {
              type: 'Action.Submit',
              title: 'Not yet, but somebody has been asked and will say by the end of the month',
              data: { answer: 'soon' },
            },
          },
        ],
      },
    },
  ],
};

const demoForm = {
  type: 'message',
  attachments: [
    {
      contentType: 'application/vnd.microsoft.card.adaptive',
      content: {
        type: 'AdaptiveCard',
        version: '1.4',
        body: [
          { type: 'TextBlock', text: 'Your ward', weight: 'bolder', style: 'heading', wrap: true },
          {
            type: 'Input.Text',
            id: 'ward',
            label: 'Name of the ward',
            isRequired: true,
            errorMessage: 'Enter the name',
          },
          { type: 'Input.Number', id: 'places', label: 'How many places' },
          { type: 'Input.Date', id: 'start', label: 'Start date' },
          {
            type: 'Input.ChoiceSet',
            id: 'university',
            label: 'University',
            choices: [
              { title: 'University of Central Lancashire', value: 'uclan' },
              { title: 'University of Bolton', value: 'bolton' },
            ],
          },
          {
            type: 'Input.ChoiceSet',
            id: 'sure',
            label: 'Are you sure?',
            style: 'expanded',
            choices: [
              { title: 'Yes', value: 'yes' },
              { title: 'Not yet', value: 'no' },
            ],
          },
          { type: 'Input.Toggle', id: 'agree', title: 'I have the agreement of my manager', wrap: true },
        ],
        actions: [
          {
            type: 'Action.Submit',
            title: 'Save and go on',
            data: { form: 'ward', msteams: { type: 'messageBack', displayText: 'Saved my ward', text: '' } },
          },
        ],
      },
    },
  ],
};
