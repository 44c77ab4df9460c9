import { migrate, type Migration } from './documents.js';
import {
  growsFrom,
  listIn,
  takeApart,
  textOf,
  type Apart,
  type Growing,
  type GrowingLists,
} from './growing.js';
import type { KeyChange } from './lookups.js';
import { keyOf, type Entry } from './records.js';
import type { Json, Write } from './store.js';

/** A write whose document is text already, but for a list that grows. Without a document: it is to go. */
export interface Prepared extends Partial<Apart> {
  readonly kind: string;
  readonly id: string;
  readonly doc: Json | undefined;
  readonly expect: number | undefined;
}

/**
 * Writes the documents out at once: what the caller does with them afterwards changes nothing. `held`: the growing
 * list of a record as it is now.
 * @throws {TypeError} for what is no JSON, a record written twice, or a bad name.
 */
export function prepare(
  writes: readonly Write[],
  lists: GrowingLists = {},
  held: (kind: string, id: string) => Growing | undefined = () => undefined,
): Prepared[] {
  const seen = new Set<string>();
  return writes.map((write) => {
    const { kind, id, expect } = write;
    checkName(kind);
    if (typeof id !== 'string' || id === '') throw new TypeError('A record needs an id');
    if (seen.has(keyOf(kind, id))) throw new TypeError(`A ${kind} is written twice in one commit`);
    seen.add(keyOf(kind, id));
    if ('delete' in write) return { kind, id, expect, doc: undefined };
    const name = lists[kind];
    const apart = takeApart(write.doc, name, name === undefined ? undefined : held(kind, id));
    if (!apart) throw new TypeError(`A ${kind} has no document`);
    return { kind, id, expect, doc: write.doc, ...apart };
  });
}

/** Kinds and look-ups become names of folders. @throws {TypeError} */
export function checkName(name: string): void {
  if (isName(name)) return;
  throw new TypeError('A kind or a look-up is named in small letters, digits and hyphens');
}

function isName(name: unknown): boolean {
  return typeof name === 'string' && /^[a-z][a-z0-9-]{0,60}$/.test(name);
}

/** A record as a commit leaves it, with what it was before where the same journal has that. */
export interface Change {
  readonly entry: Entry;
  readonly before?: Entry | undefined;
}

/** A line that tells what was added is half a format further, so that a build which knows no such lines refuses it. */
const ADDING = 0.5;

/**
 * One commit as a line of the journal. Documents are text already: putting it together saves writing them twice. Where
 * the journal has what a list was before, it is told what was added.
 */
export function toLine(format: number, changes: readonly Change[], keys: readonly KeyChange[]): string {
  let isWhole = true;
  const writes = changes.map(({ entry, before }) => {
    const { kind, id, revision, json, list } = entry;
    const added = addedTo(entry, before);
    if (added) isWhole = false;
    const doc = json === undefined ? '' : `,"doc":${added ? json : textOf({ json, list })}`;
    const more = added ? `,"added":${JSON.stringify(added)}` : '';
    return `{"kind":"${kind}","id":${JSON.stringify(id)},"revision":${revision}${doc}${more}}`;
  });
  const written = isWhole ? format : format + ADDING;
  return `{"format":${written},"writes":[${writes.join(',')}],"keys":${JSON.stringify(keys)}}`;
}

/** The other way round, in whole formats; undefined for a text that is whole and yet no line. */
export function readLine(text: string): Line | undefined {
  try {
    const line = JSON.parse(text) as Line | null;
    if (!line || typeof line.format !== 'number' || line.format < 1) return undefined;
    if (!isListOf(line.writes, isTold) || !isListOf(line.keys, isKeyChange)) return undefined;
    return { ...line, format: Math.floor(line.format) };
  } catch {
    return undefined;
  }
}

function isListOf<T>(value: readonly T[], is: (one: Partial<T>) => boolean): boolean {
  return (
    Array.isArray(value) &&
    value.every((one: Partial<T> | null) => typeof one === 'object' && one !== null && is(one))
  );
}

function isTold({ kind, id, revision, added }: Partial<Line['writes'][number]>): boolean {
  if (!isName(kind) || typeof id !== 'string' || id === '') return false;
  if (!Number.isSafeInteger(revision) || Number(revision) < 0) return false;
  if (added === undefined) return true;
  return (
    typeof added?.name === 'string' &&
    Number.isSafeInteger(added.from) &&
    added.from >= 0 &&
    Array.isArray(added.items)
  );
}

function isKeyChange({ lookup, key, id, present }: Partial<KeyChange>): boolean {
  return [lookup, key, id].every((one) => typeof one === 'string') && typeof present === 'boolean';
}

function addedTo({ list }: Entry, before: Entry | undefined): Added | undefined {
  if (!list || !before?.list || !growsFrom(list.items, before.list.items)) return undefined;
  const from = before.list.items.length;
  return { name: list.name, from, items: list.items.slice(from) };
}

/** What a line tells of a list: the entries that follow the first `from`. */
interface Added {
  readonly name: string;
  readonly from: number;
  readonly items: readonly Json[];
}

/** A line of the journal, as it was read. */
export interface Line {
  readonly format: number;
  readonly writes: readonly (Told & { readonly added?: Added })[];
  readonly keys: readonly KeyChange[];
}

interface Told extends Pick<Entry, 'kind' | 'id' | 'revision'> {
  /** Absent: the record is gone. */
  readonly doc?: Json;
}

/** A record as the lines leave it, in the format of the last of them. */
export interface Replayed extends Told {
  readonly format: number;
  /** The number of the journal that has the last. */
  readonly journal: number;
}

/**
 * What the lines of all journals come to, when they are taken in order. `listInFile` is asked for what a list was only
 * where the line that told it is damaged.
 */
export class Replay {
  readonly #last = new Map<string, Replayed>();

  constructor(private readonly listInFile: (kind: string, id: string, name: string) => readonly Json[]) {}

  take({ format, writes }: Line, journal: number): void {
    for (const { added, ...told } of writes) {
      const doc = added && told.doc !== undefined ? this.#with(added, told, told.doc) : told.doc;
      this.#last.set(keyOf(told.kind, told.id), {
        ...told,
        ...(doc === undefined ? {} : { doc }),
        format,
        journal,
      });
    }
  }

  get records(): readonly Replayed[] {
    return [...this.#last.values()];
  }

  #with({ name, from, items }: Added, { kind, id }: Told, rest: Json): Json {
    const last = this.#last.get(keyOf(kind, id));
    // Ours alone, so it may grow where it is: taken anew at each line, a long list would take as long squared.
    const list = listIn(last?.doc, name) ?? (last ? [] : [...this.listInFile(kind, id, name)]);
    list.length = Math.min(list.length, from);
    list.push(...items);
    return { ...(rest as object), [name]: list };
  }
}

/** Brings a replayed record to the present format. @throws what a migration throws. */
export function migrated(
  { kind, id, revision, doc, format }: Replayed,
  steps: readonly Migration[],
): Json | undefined {
  return doc === undefined ? undefined : migrate({ kind, id, revision, doc, format }, steps).doc;
}
