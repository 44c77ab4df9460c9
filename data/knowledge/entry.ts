import { z } from 'zod';

/**
 * One answer of the knowledge base. Entries live in `data/knowledge/*.yaml`, one file a topic, written so that
 * someone who does not program can edit them; `npm run check:content` says what is wrong and where.
 */
export const entrySchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  /** The question in full, as a heading. */
  question: z.string().trim().min(8).max(140),
  /** Other ways people ask it: terse, misspelt, in NHS shorthand. These are what finds the answer. */
  asks: z.array(z.string().trim().min(2).max(160)).min(4),
  /** The answer in one or two sentences. */
  short: z.string().trim().min(20).max(360),
  /** What else is worth knowing. Markdown: paragraphs and "- " lists only. */
  detail: z.string().trim().max(1400).optional(),
  sources: z
    .array(
      z.strictObject({
        document: z.enum(['S000', 'S001', 'S002', 'S003', 'S004', 'product']),
        section: z.string().trim().min(1),
        year: z.int().min(2009).max(2026),
      }),
    )
    .min(1),
  /** True when it was a rule of its day and must be checked before anyone relies on it. */
  checkBeforeRelying: z.boolean().default(false),
  related: z.array(z.string()).max(4).default([]),
});

export const entriesSchema = z.array(entrySchema).min(1);
export type Entry = z.infer<typeof entrySchema>;

/** Every way there is of asking for it, its own question first. */
export function waysOfAsking({ question, asks }: Entry): readonly string[] {
  return [question, ...asks];
}
