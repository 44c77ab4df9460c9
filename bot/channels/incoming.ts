import { z } from 'zod';
import type { Sent } from '../../dialogs/cards/fill.js';
import { answerPrefix } from '../../dialogs/cards/form-card.js';
import type { Left } from '../../dialogs/cards/line.js';
import type { Said } from '../../dialogs/converse.js';

/** What an activity says, whichever channel it came by: words, a press, or a form that was filled in. Nothing in it is trusted. */

/** Of an activity in the Bot Framework's protocol, what is read here: no SDK's type. */
export interface Activity {
  readonly text?: unknown;
  readonly value?: unknown;
  readonly entities?: readonly object[] | undefined;
  readonly recipient?: { readonly id: string } | undefined;
  readonly channelData?: unknown;
}

interface Mention {
  readonly type?: string;
  readonly text?: string;
  readonly mentioned?: { readonly id: string };
}

const markSchema = z.object({
  application: z.string().max(40).nullable(),
  step: z.string().max(120),
  revision: z.int().min(0),
});

/** What a card sends back: what it was made for, and what was pressed or filled in. Nothing in it is trusted. */
const pressedSchema = z.object({
  ap: markSchema,
  says: z.string().max(400).optional(),
  title: z.string().max(60).optional(),
  about: z.string().max(400).optional(),
  answer: z.union([z.string().max(20_000), z.number()]).optional(),
});

/** Something pressed on a card, with the words for what is left of the card. */
export interface Pressed extends Required<Pick<Said, 'text' | 'card'>> {
  /** False: its input was filled in. */
  readonly isPressed?: boolean;
  readonly left: Left;
}

const formSchema = z.object({
  ap: markSchema,
  form: z.string().max(120),
  only: z.array(z.string().max(120)).max(60).optional(),
  sure: z.record(z.string().max(120), z.string().max(20_000)).optional(),
  opens: z.literal(true).optional(),
  leaves: z.literal(true).optional(),
});

/** Longer than any answer there is room for; what comes after it is cut before anything looks at it. */
const longestText = 20_000;

/** Typed or pressed, as the conversation takes it. */
export function said(activity: Activity): Said & Partial<Pressed> {
  const found = read(pressedSchema, activity.value);
  if (!found) return { text: withoutMentions(activity) };
  const { ap, says, answer, title, about } = found;
  const typed = typeof activity.text === 'string' ? activity.text.slice(0, longestText) : '';
  const text = answer === undefined ? (says ?? typed) : String(answer);
  return { text, card: ap, left: { title, about }, isPressed: answer === undefined };
}

/** Words of an activity beside those that are heard: a channel may keep them too. */
export function besides({ text, channelData }: Activity, heard: string): readonly string[] {
  const { messageBack } = (channelData ?? {}) as { messageBack?: { displayText?: unknown } };
  return [text, messageBack?.displayText].filter(
    (words): words is string => typeof words === 'string' && words !== heard,
  );
}

/** What was pressed or filled in on a card, sent as an invoke; undefined when it is not from a card of ours. */
export function pressed(data: unknown): Pressed | undefined {
  const found = read(pressedSchema, data);
  if (!found) return undefined;
  const { ap, says = '', answer, title, about } = found;
  const text = answer === undefined ? says : String(answer);
  return { text, card: ap, left: { title, about }, isPressed: answer === undefined };
}

/** A form that came back, or is asked for; undefined when it is none of ours. */
export function filled(data: unknown): Sent | undefined {
  const found = read(formSchema, data);
  if (!found) return undefined;
  const { ap, form, only, sure = {}, opens, leaves } = found;
  const texts = Object.entries(data as object).flatMap(([key, value]: [string, unknown]) =>
    key.startsWith(answerPrefix) && (typeof value === 'string' || typeof value === 'number')
      ? [[key.slice(answerPrefix.length), String(value).slice(0, longestText)] as const]
      : [],
  );
  return {
    form,
    application: ap.application,
    revision: ap.revision,
    texts: Object.fromEntries(texts),
    sure,
    only,
    opens,
    leaves,
  };
}

/** What a card sent, if it is of that kind. What is typed sends nothing, and is not worth the making of an error. */
function read<T extends z.ZodType>(schema: T, data: unknown): z.output<T> | undefined {
  return data === undefined ? undefined : schema.safeParse(data).data;
}

/** The words without being called: "<at>AP Pathway</at> who can apply?". Other people's names stay, as names. */
function withoutMentions({ text: whole, entities, recipient }: Activity): string {
  if (typeof whole !== 'string') return '';
  // First, and the tag below stops at another one: a quarter of a megabyte of “<at” took seconds to look through.
  const text = whole.slice(0, longestText);
  const mine = (entities ?? []).flatMap((entity) => {
    const { type, mentioned, text: written } = entity as Mention;
    return type === 'mention' && mentioned?.id === recipient?.id && written ? [written] : [];
  });
  return mine
    .reduce((left, written) => left.split(written).join(' '), text)
    .replace(/<at[^<>]*>([^<]*)<\/at>/gi, '$1')
    .replace(/&nbsp;/g, ' ');
}
