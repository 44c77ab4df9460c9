import { z } from 'zod';
import type { Json } from '../../../data/store/store.js';
import { Refusal, type JsonObject } from '../../http/answers.js';
import type { ChatActivity } from './history.js';

/** What is taken from a browser, what the bot gets of it, and what a browser gets of the bot: nothing else passes. */

export interface Party {
  readonly id: string;
  readonly name: string;
}

/** An activity in the Bot Framework's protocol, as it is handed to whatever takes it to a turn. */
export interface WebActivity {
  readonly type: string;
  readonly channelId: 'webchat';
  readonly serviceUrl: string;
  readonly [field: string]: unknown;
}

/** A code without blanks, such as `en-GB` and `Europe/London`. */
function code(most: number) {
  return z
    .string()
    .max(most)
    .regex(/^[\w+/-]*$/)
    .nullish()
    .catch(undefined);
}

/** What is taken from a browser's activity. The rest (who, where, when, mentions) is ours to say, not the client's. */
const FromBrowser = z.object({
  type: z.enum(['message', 'event', 'typing']),
  text: z.string().nullish(),
  textFormat: z.enum(['plain', 'markdown', 'xml']).nullish(),
  value: z.unknown().optional(),
  name: z.string().max(200).nullish(),
  // Kept with the words, so these hold no words of their own: what is not of the shape is left out.
  locale: code(35),
  localTimezone: code(64),
  attachments: z.array(z.unknown()).nullish(),
  channelData: z
    .object({
      clientActivityID: z
        .string()
        .max(100)
        .regex(/^[\w.:-]+$/)
        .optional()
        .catch(undefined),
      postBack: z.boolean().optional(),
      messageBack: z.object({ displayText: z.string().max(500).nullish() }).optional(),
    })
    .nullish(),
});

/**
 * @throws {Refusal} 400 for a type that people do not send, for files, and for fields of the wrong kind.
 */
export function fromBrowser(body: JsonObject): JsonObject & { type: string } {
  const parsed = FromBrowser.safeParse(body);
  if (!parsed.success) {
    const at = parsed.error.issues[0]?.path.join('.') ?? '';
    throw new Refusal(400, 'BadArgument', `The activity is not one that can be taken: look at "${at}".`);
  }
  const { attachments, ...said } = parsed.data;
  if (attachments?.length)
    throw new Refusal(400, 'BadArgument', 'Files are not taken here. Write it instead.');
  // Through JSON, so that what was not said is not there at all.
  return JSON.parse(JSON.stringify(said, (_key, value: unknown) => value ?? undefined)) as JsonObject & {
    type: string;
  };
}

/** Fields of a bot's activity that a browser needs. Its service URL must never be one: it holds the secret. */
const forBrowser = [
  'text',
  'textFormat',
  'speak',
  'summary',
  'inputHint',
  'attachmentLayout',
  'attachments',
  'suggestedActions',
  'entities',
  'name',
  'value',
  'locale',
  'channelData',
] as const;

/** @throws {Refusal} 400 when it has no type. */
export function fromBot(body: JsonObject): JsonObject & { type: string } {
  const { type } = body;
  if (typeof type !== 'string') throw new Refusal(400, 'BadArgument', 'The activity has no type.');
  const kept: Record<string, Json | undefined> = {};
  for (const field of forBrowser) if (body[field] !== null) kept[field] = body[field];
  return { ...kept, type };
}

/** A person's activity as the bot gets it: a Bot Framework activity on the channel `webchat`. */
export function forBot(
  said: ChatActivity,
  where: { conversation: string; person: string; bot: Party; serviceUrl: string; now: Date },
): WebActivity {
  const { from: _from, timestamp: _timestamp, channelData, ...rest } = said;
  return {
    ...rest,
    // What only orders the page is of no use to the bot.
    channelData: { ...(channelData as JsonObject | undefined), 'webchat:sequence-id': undefined },
    channelId: 'webchat',
    serviceUrl: where.serviceUrl,
    timestamp: where.now,
    from: { id: where.person, name: '', role: 'user' },
    recipient: { ...where.bot, role: 'bot' },
    conversation: { id: where.conversation, isGroup: false, conversationType: 'personal', name: '' },
  };
}

/** What a channel tells a bot when a person opens a conversation: the moment to greet. */
export function arrival(id: string, person: string): ChatActivity {
  return {
    type: 'conversationUpdate',
    id: `${id}|start`,
    membersAdded: [{ id: person, name: '', role: 'user' }],
  };
}
