import { migrate, type DocumentFile, type Migration } from './documents.js';
import type { KeyChange } from './lookups.js';
import type { Entry } from './records.js';
import type { Json, Write } from './store.js';

/** A write whose document is text already. */
export interface Prepared {
  readonly kind: string;
  readonly id: string;
  /** Undefined: it is to go. */
  readonly doc: Json | undefined;
  readonly json: string | undefined;
  readonly expect: number | undefined;
}

/**
 * Writes the documents out at once: what the caller does with them afterwards changes nothing.
 * @throws {TypeError} for what is no JSON, a record written twice, or a bad name.
 */
export function prepare(writes: readonly Write[]): Prepared[] {
  const seen = new Set<string>();
  return writes.map((write) => {
    const { kind, id, expect } = write;
    checkName(kind);
    if (typeof id !== 'string' || id === '') throw new TypeError('A record needs an id');
    if (seen.has(`${kind}\n${id}`)) throw new TypeError(`A ${kind} is written twice in one commit`);
    seen.add(`${kind}\n${id}`);
    if ('delete' in write) return { kind, id, expect, doc: undefined, json: undefined };
    const json: string | undefined = JSON.stringify(write.doc);
    if (json === undefined) throw new TypeError(`A ${kind} has no document`);
    return { kind, id, expect, doc: write.doc, json };
  });
}

/** Kinds and look-ups become names of folders. @throws {TypeError} */
export function checkName(name: string): void {
  if (/^[a-z][a-z0-9-]{0,60}$/.test(name)) return;
  throw new TypeError('A kind or a look-up is named in small letters, digits and hyphens');
}

/** One commit as a line of the journal. Documents are text already: putting it together saves writing them twice. */
export function toLine(format: number, entries: readonly Entry[], keys: readonly KeyChange[]): string {
  const writes = entries.map(({ kind, id, revision, json }) => {
    const doc = json === undefined ? '' : `,"doc":${json}`;
    return `{"kind":"${kind}","id":${JSON.stringify(id)},"revision":${revision}${doc}}`;
  });
  return `{"format":${format},"writes":[${writes.join(',')}],"keys":${JSON.stringify(keys)}}`;
}

/** The other way round, for lines of an older format too. @throws what a migration throws. */
export function fromLine(
  text: string,
  migrations: readonly Migration[],
): { format: number; entries: Entry[]; keys: readonly KeyChange[] } {
  const { format, writes, keys } = JSON.parse(text) as {
    format: number;
    writes: readonly (Pick<DocumentFile, 'kind' | 'id' | 'revision'> & { doc?: Json })[];
    keys: readonly KeyChange[];
  };
  const entries = writes.map(({ kind, id, revision, doc }) => {
    if (doc === undefined) return { kind, id, revision, json: undefined };
    const file = migrate({ kind, id, revision, doc, format }, migrations);
    return { kind, id, revision, json: JSON.stringify(file.doc) };
  });
  return { format, entries, keys };
}
