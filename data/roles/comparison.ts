import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { ContentError } from '../content-errors.js';
import { rankOf } from '../knowledge/entry.js';
import { sourceSchema, type Source } from '../knowledge/source.js';

const cellSchema = z.strictObject({
  says: z.string().trim().min(3).max(200),
  /** Of `data/knowledge/sources.yaml`. */
  sources: z.array(z.string()).min(1),
});

/** Two roles side by side: `data/roles/*.yaml`, a row for each thing that managers decide by. */
export const comparisonSchema = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  title: z.string().trim().min(3).max(80),
  roles: z.tuple([z.string(), z.string()]),
  rows: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
        label: z.string().trim().min(3).max(60),
        cells: z.tuple([cellSchema, cellSchema]),
      }),
    )
    .min(3)
    .max(14),
});

/** Names of sources are looked up, newest first. */
export interface Comparison {
  readonly id: string;
  readonly title: string;
  readonly roles: readonly [string, string];
  readonly rows: readonly ComparisonRow[];
}

export interface ComparisonRow {
  readonly id: string;
  readonly label: string;
  readonly cells: readonly [ComparisonCell, ComparisonCell];
}

export interface ComparisonCell {
  readonly says: string;
  readonly sources: readonly Source[];
}

/** @throws {ContentError} with every fault of every file. */
export function loadComparisons(folder: string, sourcesFile: string): ReadonlyMap<string, Comparison> {
  const known = new Map(
    z
      .array(sourceSchema)
      .parse(parse(readFileSync(sourcesFile, 'utf8')))
      .map((source) => [source.id, source]),
  );
  const found = new Map<string, Comparison>();
  const faults: string[] = [];
  for (const name of readdirSync(folder)
    .filter((one) => one.endsWith('.yaml'))
    .sort()) {
    const { success, data, error } = comparisonSchema.safeParse(
      parse(readFileSync(join(folder, name), 'utf8')),
    );
    if (!success) {
      faults.push(
        ...error.issues.map((issue) => `${name}: ${z.core.toDotPath(issue.path)}: ${issue.message}`),
      );
      continue;
    }
    const cell = ({ says, sources }: z.infer<typeof cellSchema>, row: string): ComparisonCell => {
      const missing = sources.filter((id) => !known.has(id));
      faults.push(...missing.map((id) => `${name}: ${row}: there is no source “${id}”`));
      return {
        says,
        sources: sources.flatMap((id) => known.get(id) ?? []).sort((a, b) => rankOf(b) - rankOf(a)),
      };
    };
    const rows = data.rows.map(({ id, label, cells: [one, other] }) => ({
      id,
      label,
      cells: [cell(one, id), cell(other, id)] as const,
    }));
    found.set(data.id, { ...data, rows });
  }
  if (faults.length > 0) throw new ContentError(faults);
  return found;
}
