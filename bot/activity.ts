import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { Refusal, type JsonObject } from './direct-line/answers.js';

/** Characters of an id. Microsoft's are under 300. */
const longestId = 1_000;

const id = z.string().min(1).max(longestId);
const text = optional(z.string());
const flag = optional(z.boolean());
const party = z.looseObject({ id, name: text, aadObjectId: optional(id), role: text });

/** A time that cannot be read counts for nothing. */
const time = optional(z.string()).transform((given) => {
  const date = given === undefined ? undefined : new Date(given);
  return date && !Number.isNaN(date.getTime()) ? date : undefined;
});

/** A mention without its parts makes the SDK fail, so it is none. */
const entities = optional(
  z
    .array(z.unknown())
    .transform((all) => all.filter((one) => z.union([mention, other]).safeParse(one).success)),
);
const mention = z.looseObject({
  type: z.literal('mention'),
  text: z.string(),
  mentioned: z.looseObject({ id }),
});
const other = z.looseObject({ type: z.string().refine((type) => type !== 'mention') });

/** What this product and the SDK look at in an activity, of the right kind. The rest is left as it came. */
const activitySchema = z
  .looseObject({
    type: z.string().min(1).max(100),
    id: optional(id),
    channelId: z.string().min(1).max(100),
    serviceUrl: optional(z.string().max(2_000)).transform((url = '') => url),
    from: optional(party),
    conversation: optional(
      z.looseObject({ id, isGroup: flag, tenantId: optional(id), conversationType: text, name: text }),
    ),
    recipient: optional(party).transform((to) => to ?? { id: 'ap-pathway', name: 'AP Pathway' }),
    text,
    textFormat: text,
    name: text,
    action: text,
    locale: text,
    replyToId: text,
    deliveryMode: text,
    membersAdded: optional(z.array(party)),
    membersRemoved: optional(z.array(party)),
    reactionsAdded: optional(z.array(z.looseObject({ type: z.string() }))),
    reactionsRemoved: optional(z.array(z.looseObject({ type: z.string() }))),
    attachments: optional(z.array(z.looseObject({}))),
    entities,
    channelData: optional(z.looseObject({})).catch(undefined),
    timestamp: time,
    localTimestamp: time,
    expiration: time,
  })
  .superRefine(({ type, from, conversation }, context) => {
    if (type !== 'message' && type !== 'invoke') return;
    for (const [name, value] of Object.entries({ from, conversation }))
      if (!value) context.addIssue({ code: 'custom', path: [name], message: 'missing' });
  });

/**
 * A Bot Framework activity from a request's body.
 * @throws {Refusal} 400 naming the first field that is not what it must be.
 */
export function readActivity(body: JsonObject): Activity {
  const parsed = activitySchema.safeParse(body);
  if (parsed.success) return parsed.data as unknown as Activity;
  const at = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new Refusal(400, 'BadArgument', `Send one Bot Framework activity as JSON: look at “${at}”.`);
}

/** `null` counts as not there. */
function optional<T extends z.ZodType>(schema: T) {
  return schema.nullish().transform((value) => value ?? undefined);
}
