/**
 * The memory of the product: records by id with a revision, and a few named look-ups. Two things keep it:
 * a folder of JSON documents (the default) and PostgreSQL. Both pass `test/unit/data/store-contract.ts`.
 */

/** JSON and nothing else: what is put in comes out equal after a restart. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json | undefined };

export interface StoredRecord<T = Json> {
  readonly kind: string;
  readonly id: string;
  /** 1 for a new record, one more at each commit. */
  readonly revision: number;
  readonly doc: T;
}

/** One change. `expect` is the revision that was read: 0 for "must not exist", omitted for "whatever is there". */
export type Write =
  | { readonly kind: string; readonly id: string; readonly doc: Json; readonly expect?: number }
  | { readonly kind: string; readonly id: string; readonly delete: true; readonly expect?: number };

/** A named look-up: for a record of `kind`, the keys it is to be found under. Pure, and given by the product. */
export interface Lookup {
  readonly name: string;
  readonly kind: string;
  readonly keys: (doc: never) => readonly string[];
}

export interface Store {
  get<T = Json>(kind: string, id: string): Promise<StoredRecord<T> | undefined>;

  /**
   * All of the writes or none, on disk when it resolves (file and folder flushed). Look-ups change with them.
   * @throws {RevisionConflict} when a record is not at the revision that was expected; nothing is written.
   * @throws {StoreUnavailable} when the disk refuses; nothing is written, and the last good state stays.
   */
  commit(writes: readonly Write[]): Promise<void>;

  /** Ids of the records found under a key of a look-up, in order of id. */
  find(lookup: string, key: string): Promise<string[]>;

  /** Keys of a look-up in order, from `from` to `to` (both included): for instance the due dates up to today. */
  keys(lookup: string, from?: string, to?: string): Promise<string[]>;

  /** Every id of a kind, for exports and moves only: it reads the whole store. */
  ids(kind: string): AsyncIterable<string>;

  /** Can it take a commit now? Tries a real write. */
  writable(): Promise<boolean>;

  /** Finishes what is under way and lets go of the folder. */
  close(): Promise<void>;
}
