import { z } from 'zod';
import { sourceIds, type Source } from './source.js';

/** The answer itself is read while somebody waits. */
export const mostWords = 60;

/**
 * One answer of the knowledge base, as an editor writes it. Entries live in `data/knowledge/*.yaml`, one file a topic, written
 * so that someone who does not program can edit them; `npm run check:content` says what is wrong and where.
 */
export const entrySchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    /** The question in full, as a heading. */
    question: z.string().trim().min(8).max(140),
    /** What it is about, as a button says it. */
    title: z.string().trim().min(3).max(40),
    /** Other ways people ask it: terse, misspelt, in NHS shorthand. These are what finds the answer. */
    asks: z.array(z.string().trim().min(2).max(160)).min(4),
    /** The answer: it answers the question in its first sentence, yes or no first where it is that kind. */
    short: z
      .string()
      .trim()
      .min(20)
      .refine(
        (text) => wordCount(text) <= mostWords,
        `it may have ${mostWords} words; more goes into detail`,
      ),
    /** What “More” opens. Markdown: paragraphs and "- " lists only. */
    detail: z.string().trim().max(2200).optional(),
    /** “S101”, or with the place in it: “S003, 4.5”. Of `sources.yaml`. */
    sources: z
      .array(
        z
          .string()
          .regex(
            /^(?:S\d{3}|product)(?:, \S.*)?$/,
            'it must be an id of sources.yaml, with “, place” or without',
          ),
      )
      .min(1),
    /** The month in which it was last held against its sources. */
    checked: z.string().regex(/^20\d\d-(?:0[1-9]|1[0-2])$/, 'it must be a month, such as 2026-11'),
    /** True when it was a rule of its day, nothing newer is known, and it must be checked before anyone relies on it. */
    checkBeforeRelying: z.boolean().default(false),
    /** Ids of the schemes it holds for; none: all of them. */
    schemes: z.array(z.string()).default([]),
    related: z.array(z.string()).max(4).default([]),
  })
  .transform(({ sources, ...entry }) => ({ ...entry, sources: sources.map(cited) }));

type Written = z.infer<typeof entrySchema>;

/** An entry with its sources looked up, newest first. */
export type Entry = Omit<Written, 'sources'> & { readonly sources: readonly Cited[] };

/** A source, and the place in it. */
export type Cited = Source & { readonly section?: string };

/** What has no year is a page of today, as it was read: older than what is dated of late, newer than what is old. */
const undated = 2020.5;

/** Newest first, and what the assistant itself decides last. */
export function withSources({ sources, ...entry }: Written, known: ReadonlyMap<string, Source>): Entry {
  const found = sources.flatMap(({ id, section }) => {
    const source = known.get(id);
    return source ? [{ ...source, ...(section ? { section } : {}) }] : [];
  });
  return { ...entry, sources: found.sort((a, b) => rankOf(b) - rankOf(a)) };
}

export function rankOf({ id, year }: Source): number {
  return id === sourceIds.product ? -1 : (year ?? undated);
}

/** Every way there is of asking for it, its own question first. */
export function waysOfAsking({ question, asks }: Pick<Entry, 'question' | 'asks'>): readonly string[] {
  return [question, ...asks];
}

/** Does it hold for a scheme? */
export function holdsFor({ schemes }: Pick<Entry, 'schemes'>, scheme: string): boolean {
  return schemes.length === 0 || schemes.includes(scheme);
}

export function wordCount(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

function cited(written: string): { readonly id: string; readonly section?: string } {
  const [, id = '', section] = /^(\w+)(?:, (.+))?$/.exec(written) ?? [];
  return section ? { id, section } : { id };
}
