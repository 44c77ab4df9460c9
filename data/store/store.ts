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
  /** It leads to whom a record belongs: one that was set aside is still found, so that they can be told. */
  readonly tellsWhose?: boolean;
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

  /** Every kind there is a record of, for moves only. */
  kinds(): Promise<string[]>;

  /**
   * Runs `work` while no other process does anything under one of the keys, and no other caller in this one. Absent
   * where only one process can be at the store: there a lock in memory does. Keys of one call are taken in order of
   * key; a call inside another must take its keys from a later level (people first, then applications).
   * @throws {StoreUnavailable} when a key is not free in time, or the locks are lost: then nothing more is written.
   */
  exclusively?<T>(keys: readonly string[], work: () => Promise<T>): Promise<T>;

  /**
   * What was deleted or replaced so far is in no file any more: waited for where "deleted" is said to a person. Absent
   * where a commit itself sees to that.
   */
  checkpoint?(): Promise<void>;

  /** Can it take a commit now? Tries a real write. */
  writable(): Promise<boolean>;

  /** Finishes what is under way and lets go of the folder. */
  close(): Promise<void>;
}
