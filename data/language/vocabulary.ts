import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { ContentError } from '../content-errors.js';
import { root } from '../root.js';

const row = z.array(z.string().trim().min(1).max(80)).min(1);
const rowOfTwo = z.tuple([z.string(), z.string()], z.string());
const words = z.array(row).transform((rows) => rows.flat());
const schema = z.strictObject({
  phrases: z.array(rowOfTwo),
  synonyms: z.array(rowOfTwo),
  misspellings: z.array(rowOfTwo),
  'stop-words': words,
  'field-words': words,
});

/** The field's dictionary: `vocabulary.yaml` says what each list is for. Of a row, the first word is what the others count as. */
export type Vocabulary = z.infer<typeof schema>;

let loaded: Vocabulary | undefined;

/** Read once, when first asked. */
export function vocabulary(): Vocabulary {
  return (loaded ??= loadVocabulary(join(root, 'data', 'language')));
}

/** @throws {ContentError} naming every fault of the file. */
export function loadVocabulary(folder: string): Vocabulary {
  const parsed = schema.safeParse(parse(readFileSync(join(folder, 'vocabulary.yaml'), 'utf8')));
  if (parsed.success) return parsed.data;
  throw new ContentError(
    parsed.error.issues.map(
      ({ path, message }) => `vocabulary.yaml: ${z.core.toDotPath(path) || '(whole file)'}: ${message}`,
    ),
  );
}
