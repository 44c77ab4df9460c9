import { z } from 'zod';
import type { Activity } from 'botbuilder';
import type { Said } from '../dialogs/converse.js';

/** What a card sends back: what it was made for, and what was pressed or filled in. Nothing in it is trusted. */
const pressedSchema = z.object({
  ap: z.object({
    application: z.string().max(40).nullable(),
    step: z.string().max(120),
    revision: z.int().min(0),
  }),
  says: z.string().max(400).optional(),
  answer: z.union([z.string().max(20_000), z.number()]).optional(),
});

/** Longer than any answer there is room for; what comes after it is cut before anything looks at it. */
const longestText = 20_000;

/** Typed or pressed, as the conversation takes it. */
export function said(activity: Partial<Activity>): Said {
  const pressed = pressedSchema.safeParse(activity.value);
  const typed = typeof activity.text === 'string' ? activity.text.slice(0, longestText) : '';
  if (!pressed.success) return { text: typed };
  const { ap, says, answer } = pressed.data;
  return { text: answer === undefined ? (says ?? typed) : String(answer), card: ap };
}
