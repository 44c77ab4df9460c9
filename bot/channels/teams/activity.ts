import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { Refusal, type JsonObject } from '../../http/answers.js';

/** The body of a request as a Bot Framework activity: what this product and the SDK look at is of the right kind, or it is refused. */

/** Characters of an id. Microsoft's are under 300. */
const longestId = 1_000;

const id = z.string().min(1).max(longestId);
const text = nullable(z.string());
const party = z.looseObject({ id, name: text, aadObjectId: nullable(id), role: text });

/** A time that cannot be read counts for nothing. */
const time = z
  .string()
  .transform((given) => {
    const date = new Date(given);
    return Number.isNaN(date.getTime()) ? undefined : date;
  })
  .optional();

/** A mention without its parts makes the SDK fail, so it is none. */
const entities = z
  .array(z.unknown())
  .transform((all) => all.filter((one) => z.union([mention, other]).safeParse(one).success))
  .optional();
const mention = z.looseObject({
  type: z.literal('mention'),
  text: z.string(),
  mentioned: z.looseObject({ id }),
});
const other = z.looseObject({ type: z.string().refine((type) => type !== 'mention') });
const word = z.string().optional();

/** What this product and the SDK look at in an activity, of the right kind. The rest is left as it came, but for nulls. */
const activitySchema = z
  .looseObject({
    type: z.string().min(1).max(100),
    id: id.optional(),
    channelId: z.string().min(1).max(100),
    serviceUrl: z.string().max(2_000).default(''),
    from: party.optional(),
    conversation: z
      .looseObject({
        ...{ id, tenantId: nullable(id), isGroup: nullable(z.boolean()), conversationType: text, name: text },
      })
      .optional(),
    recipient: party.default({
      id: 'ap-pathway',
      name: 'AP Pathway',
      aadObjectId: undefined,
      role: undefined,
    }),
    text: word,
    textFormat: word,
    name: word,
    action: word,
    locale: word,
    replyToId: word,
    deliveryMode: word,
    membersAdded: z.array(party).optional(),
    membersRemoved: z.array(party).optional(),
    reactionsAdded: z.array(z.looseObject({ type: z.string() })).optional(),
    reactionsRemoved: z.array(z.looseObject({ type: z.string() })).optional(),
    attachments: z.array(z.looseObject({})).optional(),
    entities,
    channelData: z.looseObject({}).optional().catch(undefined),
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
  const parsed = activitySchema.safeParse(withoutNulls(body));
  if (parsed.success) return parsed.data as unknown as Activity;
  const at = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new Refusal(400, 'BadArgument', `Send one Bot Framework activity as JSON: look at “${at}”.`);
}

/** `null` counts as not there: at the top it is left out, which costs less than to be asked for at every field. */
function withoutNulls(body: JsonObject): JsonObject {
  if (!Object.values(body).includes(null)) return body;
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null));
}

function nullable<T extends z.ZodType>(schema: T) {
  return schema.nullish().transform((value) => value ?? undefined);
}
