import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { ContentError } from '../content-errors.js';

/** What the assistant learns to understand people from, besides the ways of asking of `data/knowledge/`. */
export interface Language {
  /** By command: how people ask for it. */
  readonly commands: Readonly<Record<string, readonly string[]>>;
  /** By subject: what is none of its business. */
  readonly outside: Readonly<Record<string, readonly string[]>>;
  /** By sort: what may be asked about in place of an AP, their course or their forms. */
  readonly others: Readonly<Record<'roles' | 'courses' | 'forms', readonly string[]>>;
  /** By kind: what must be stopped. */
  readonly unsafe: Readonly<Record<string, readonly string[]>>;
  /** What people answer a form with: no command, and nothing to be stopped. */
  readonly answers: readonly string[];
  /** Near to what must be stopped in words, and innocent. */
  readonly innocent: readonly string[];
}

/** A class of words that do the same to a sentence: `cues.yaml` says what each is for. */
export const cueKinds = [
  ...['courtesy', 'filler', 'function', 'no-effect', 'denied', 'denied-after', 'meant', 'condition', 'part'],
  ...[
    'doubt',
    'lapsed',
    'others',
    'put-right',
    'retracts',
    'takes-back',
    'asked',
    'ends',
    'yes',
    'no',
    'people',
    'field-words',
    'times',
    'lead-ins',
  ],
] as const;
export type CueKind = (typeof cueKinds)[number];

/** What can be told of a thing: `facts.yaml`. */
export const factKinds = [
  ...['done', 'in-progress', 'not-started', 'dont-know', 'sent', 'funded', 'refused', 'waiting'],
  ...['accepted', 'recruited', 'started'],
] as const;
export type FactKind = (typeof factKinds)[number];

/** How something has come about, that it has come about that it is not, or the same before it has. */
export interface FactWords {
  readonly so: readonly string[];
  readonly notSo: readonly string[];
  readonly toCome: readonly string[];
}

/** Words by what they do to a sentence. */
export interface Lists {
  /** "havent": "have not". */
  readonly shortForms: ReadonlyMap<string, string>;
  readonly cues: Readonly<Record<CueKind, ReadonlySet<string>>>;
  readonly facts: Readonly<Record<FactKind, FactWords>>;
  /** All of what was asked about; and what came before. */
  readonly all: ReadonlySet<string>;
  readonly lastOne: ReadonlySet<string>;
  /** A clause ends before these; these begin a question. */
  readonly ends: ReadonlySet<string>;
  readonly asked: ReadonlySet<string>;
}

const rows = z.array(z.array(z.string().trim().min(1).max(60)).min(1)).min(1);
const row = z.array(z.string().trim().min(1).max(60));
const cuesSchema = z.strictObject({
  'short-forms': z.record(z.string(), z.string()),
  ...(Object.fromEntries(cueKinds.map((kind) => [kind, rows])) as Record<CueKind, typeof rows>),
});
const told = z.union([row, rows]).transform((words) => words.flat());
const factSchema = z.strictObject({
  so: told.optional(),
  'not-so': told.optional(),
  'to-come': told.optional(),
});
const factsSchema = z.strictObject({
  ...(Object.fromEntries(factKinds.map((kind) => [kind, factSchema])) as Record<FactKind, typeof factSchema>),
  all: row,
  'last-one': row,
});

/** @throws {ContentError} naming the file and every fault in it. */
export function loadLists(folder: string): Lists {
  const { 'short-forms': shortForms, ...cues } = read(folder, 'cues.yaml', cuesSchema);
  const { all, 'last-one': lastOne, ...facts } = read(folder, 'facts.yaml', factsSchema);
  const sets = Object.fromEntries(
    cueKinds.map((kind) => [kind, new Set(cues[kind].flat())]),
  ) as unknown as Lists['cues'];
  const words = Object.fromEntries(
    factKinds.map((kind) => {
      const { so = [], 'not-so': notSo = [], 'to-come': toCome = [] } = facts[kind];
      return [kind, { so, notSo, toCome }];
    }),
  ) as unknown as Lists['facts'];
  return {
    ...{ shortForms: new Map(Object.entries(shortForms)), cues: sets, facts: words },
    ...{ all: new Set(all), lastOne: new Set(lastOne), ends: sets.ends, asked: sets.asked },
  };
}

/** By command: what is said in just these words. @throws {ContentError} naming the file and every fault in it. */
export function loadPhrases(folder: string): Readonly<Record<string, readonly string[]>> {
  const byCommand = read(folder, 'phrases.yaml', z.record(z.string().regex(/^[a-z]+(-[a-z]+)*$/), rows));
  return Object.fromEntries(Object.entries(byCommand).map(([command, ways]) => [command, ways.flat()]));
}

const lines = z.array(z.string().trim().min(1).max(400)).min(1);
const byName = z.record(z.string().regex(/^[a-z]+(-[a-z]+)*$/), lines);

/** @throws {ContentError} naming the file and every fault in it. */
export function loadLanguage(folder: string): Language {
  const others = z.strictObject({ roles: lines, courses: lines, forms: lines });
  const safety = z.strictObject({ unsafe: byName, answers: lines, innocent: lines });
  return {
    commands: read(folder, 'commands.yaml', byName),
    outside: read(folder, 'outside.yaml', byName),
    others: read(folder, 'others.yaml', others),
    ...read(folder, 'safety.yaml', safety),
  };
}

function read<T>(folder: string, name: string, schema: z.ZodType<T>): T {
  let content: unknown;
  try {
    content = parse(readFileSync(join(folder, name), 'utf8'));
  } catch (cause) {
    throw new ContentError([`${name}: (whole file): it cannot be read`], { cause });
  }
  const parsed = schema.safeParse(content);
  if (parsed.success) return parsed.data;
  throw new ContentError(
    parsed.error.issues.map(
      ({ path, message }) => `${name}: ${z.core.toDotPath(path) || '(whole file)'}: ${message}`,
    ),
  );
}
