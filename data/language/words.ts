import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { ContentError } from '../content-errors.js';
import { root } from '../root.js';

/** Words and phrases with commas between them. */
const list = z
  .string()
  .trim()
  .min(1)
  .transform((line) => line.split(/\s*,\s*/).filter(Boolean));

// prettier-ignore
const fieldLists = [
  'courtesy', 'greetings', 'lead', 'copula', 'articles', 'pronouns', 'turns', 'questions', 'asks', 'question-leads', 'question-starts', 'question-subjects', 'answer-tails',
  'asks-more', 'asks-source', 'asks-why', 'asks-tail', 'talk',
  'doubt', 'away', 'whereabouts', 'unsure', 'conditions', 'denial', 'time-units', 'time-words', 'verbs',
  'small', 'unnamed', 'titles', 'jobs', 'services', 'organisations', 'departments', 'study', 'weekdays', 'months',
  'counted', 'given', 'organisation-nouns', 'service-nouns', 'person-nouns', 'job-nouns', 'study-nouns',
  'email-words', 'choice-words', 'agreement', 'day-words', 'phone-words', 'postcode-words',
  'email-domains', 'postcode-areas',
  'yes', 'no', 'half', 'who', 'auxiliaries', 'did', 'goes-on', 'after-no', 'wants-more', 'wants-lead', 'tells-otherwise',
  'plain-answers', 'soonest', 'soonest-words', 'all-of-them', 'all-words', 'around-number', 'yes-no-lead', 'yes-no-tail', 'negatives',
] as const;

export type FieldList = (typeof fieldLists)[number];

const schema = z.looseObject({ fields: z.record(z.enum(fieldLists), list) });

export type FieldLists = Readonly<Record<FieldList, readonly string[]>>;

let loaded: FieldLists | undefined;

/** The lists of `words.yaml` that single answers are read by. Read once, when first asked. */
export function fieldWords(): FieldLists {
  return (loaded ??= loadFieldWords(join(root, 'data', 'language')));
}

/** @throws {ContentError} naming every fault of the file. */
export function loadFieldWords(folder: string): FieldLists {
  const parsed = schema.safeParse(parse(readFileSync(join(folder, 'words.yaml'), 'utf8')));
  if (parsed.success) return parsed.data.fields;
  throw new ContentError(
    parsed.error.issues.map(
      ({ path, message }) => `words.yaml: ${z.core.toDotPath(path) || '(whole file)'}: ${message}`,
    ),
  );
}
