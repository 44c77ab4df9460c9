import { z } from 'zod';

/** What a round's own papers say beside its rules: answered before anything general is. */
export const schemeFactSchema = z.strictObject({
  topic: z.string().trim().min(3).max(60),
  /** Ways people ask it. */
  asks: z.array(z.string().trim().min(3)).min(2),
  /** What is so, or that it was looked for and is not known. */
  text: z.union([z.literal('not known'), z.string().trim().min(10).max(400)]),
  /** A sum of money: how much, for what each, and to whom. */
  amount: z
    .strictObject({
      pounds: z.number().positive(),
      per: z.string().trim().min(2),
      to: z.string().trim().min(2),
    })
    .optional(),
  source: z.strictObject({ document: z.string().trim().min(1), year: z.int().min(2009).max(2099) }),
});

export type SchemeFact = z.infer<typeof schemeFactSchema>;
