import { z } from 'zod';

/** Where answers come from: `sources.yaml`, which an editor extends. */
export const sourceSchema = z.strictObject({
  id: z.string().regex(/^(?:S\d{3}|product)$/),
  publisher: z.string().trim().min(2).max(80),
  title: z.string().trim().min(3).max(160),
  address: z.url({ protocol: /^https?$/ }).optional(),
  /** The year that the page gives; none where it gives none. */
  year: z.int().min(2009).max(2099).optional(),
  /** stated: the page says it. reported: of somebody else. copy: read at another address. part: seen in part. */
  sure: z.enum(['stated', 'reported', 'copy', 'part']),
});

export type Source = z.infer<typeof sourceSchema>;

export const sourceIds = { product: 'product' } as const;
