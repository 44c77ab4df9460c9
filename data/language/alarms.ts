import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { ContentError } from '../content-errors.js';
import { root } from '../root.js';

/** What sets off an alarm, as it stands in `alarms.yaml`. */
export interface Alarms {
  /** Contractions, and what they stand for. */
  readonly opened: Readonly<Record<string, string>>;
  /** By name: words, parted by commas; `[name]` is those of another class. */
  readonly classes: Readonly<Record<string, string>>;
  /** By kind. */
  readonly frames: Readonly<Record<string, readonly FrameData[]>>;
  /** By kind: words of which one must be there when only what was learnt speaks. */
  readonly witness: Readonly<Record<string, string>>;
}

export interface FrameData {
  readonly because: string;
  /** It stands even where the talk is of what a role may do. */
  readonly whoever?: boolean | undefined;
  readonly says: readonly string[];
  readonly unless?: readonly string[] | undefined;
}

const words = z.record(z.string(), z.string());
const schema = z.strictObject({
  opened: words,
  classes: words,
  frames: z.record(
    z.string(),
    z.array(
      z.strictObject({
        because: z.string().max(60),
        whoever: z.boolean().optional(),
        says: z.array(z.string().max(170)).min(1),
        unless: z.array(z.string().max(80)).optional(),
      }),
    ),
  ),
  witness: words,
});

/** @throws {ContentError} naming every fault in the file. */
export function loadAlarms(folder = join(root, 'data', 'language')): Alarms {
  const parsed = schema.safeParse(parse(readFileSync(join(folder, 'alarms.yaml'), 'utf8')));
  if (parsed.success) return parsed.data;
  throw new ContentError(
    parsed.error.issues.map(({ path, message }) => `alarms.yaml: ${z.core.toDotPath(path)}: ${message}`),
  );
}
