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
