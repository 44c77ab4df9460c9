import { cp } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { CommitQueue } from './commit-queue.js';
import { Documents, type Migration } from './documents.js';
import { Seal } from './encryption.js';
import {
  DocumentUnreadable,
  FolderOpen,
  FolderTooNew,
  RevisionConflict,
  StoreError,
  StoreUnavailable,
} from './errors.js';
import { Folders, breathe, closeToOthers, flushFolder, replaceFile } from './files.js';
import { listIn, type GrowingLists } from './growing.js';
import { Journal, realDisk, type BadLine, type JournalDisk } from './journal.js';
import { lockFolder, type FolderLock } from './lock.js';
import { Lookups, type KeyChange } from './lookups.js';
import { Records, documentOf, type Entry } from './records.js';
import { SetAside, type Problem } from './set-aside.js';
import { readSettings, writeSettings } from './settings.js';
import type { Json, Lookup, Store, StoredRecord, Write } from './store.js';
import {
  Replay,
  checkName,
  migrated,
  prepare,
  readLine,
  toLine,
  type Change,
  type Prepared,
} from './writes.js';

export interface JsonStoreOptions {
  /** Made when it is not there. One process at a time owns it. */
  readonly folder: string;
  /** A look-up that is new to the folder is made from the records at the start; one whose keys change needs a new name. */
  readonly lookups: readonly Lookup[];
  /** Lists that only grow: a commit writes what was added. Others are right too, and cost their whole length. */
  readonly lists?: GrowingLists;
  readonly log?: (problem: Problem) => void;
  /** 32 bytes each. The first encrypts, the others still decrypt. See {@link Seal}. */
  readonly encryption?: { readonly keys: readonly Buffer[] };
  /** Of the documents' files; what the product keeps inside is migrated by the product. */
  readonly migrations?: readonly Migration[];
  /**
   * Can the product do anything with a document as it is read? One that it cannot, because a part of it was overwritten
   * or another version of the product wrote it, is set aside whole instead of failing whoever needs it for ever.
   */
  readonly understood?: (kind: string, doc: Json) => boolean;
  /** Only to name what is set aside. */
  readonly now?: () => Date;
  readonly tuning?: Partial<Tuning>;
  /** For tests: a disk that fails. */
  readonly disk?: JournalDisk;
}

/** When the documents in the journal are written to their files. */
export interface Tuning {
  /** Milliseconds without a commit, */
  readonly quiet: number;
  /** or milliseconds since the last time, however busy it is, */
  readonly longest: number;
  /** or bytes of journal. */
  readonly journalBytes: number;
  /** Characters of documents held in memory, above which commits wait for the disk to catch up. */
  readonly memory: number;
  /** Records kept in memory after they were read or written, and keys of look-ups. */
  readonly recent: number;
}

export interface JsonStore extends Store {
  /** What was set aside or went wrong since the start, for the operator: codes and file names. */
  problems(): readonly Problem[];

  /**
   * Everything committed so far is in its own file, and what was deleted or replaced is in no file. It happens by
   * itself within half a minute; wait for it where "deleted" is said to a person.
   */
  checkpoint(): Promise<void>;

  /** After a change of keys: encrypts every document with the present key. The store can be used meanwhile. */
  rewriteAll(): Promise<void>;

  /** A copy that opens like the folder itself, with all that was committed when it was asked for. */
  backup(to: string): Promise<void>;
}

/**
 * The embedded store: a folder of JSON documents, one lowdb file a record, and a journal in front of them.
 *
 * ```
 * store.json            format, look-ups that are complete, keys in use
 * journal-7.ndjson      commits that are not in the documents yet
 * records/<kind>/       one document a record
 * lookups/<name>/<key>/ one entry a record
 * set-aside/            what could not be read, whole
 * lock/                 who owns the folder
 * ```
 *
 * A commit is one flushed line of the journal; those that arrive during a flush share the next. It has the documents
 * whole, but for a growing list, of which a journal has all once and then what was added. A checkpoint writes the
 * documents behind it and removes the journal. Opening reads the journal and no document.
 *
 * @throws {FolderInUse} when another live process owns the folder.
 * @throws {FolderOpen} when others can look into it, and that cannot be changed.
 * @throws {FolderTooNew} when a later version wrote it.
 * @throws {KeyMissing} when it is encrypted with a key that was not given.
 * @throws {StoreUnavailable} when the disk refuses.
 */
export async function openJsonStore(options: JsonStoreOptions): Promise<JsonStore> {
  let lock: FolderLock | undefined;
  try {
    const folders = new Folders();
    folders.ensure(options.folder);
    if (!closeToOthers(options.folder)) throw new FolderOpen(options.folder);
    lock = await lockFolder(options.folder, folders);
    const store = new FolderStore(options, folders, lock);
    await store.open();
    return store;
  } catch (error) {
    lock?.release();
    if (error instanceof StoreError || error instanceof TypeError || error instanceof RangeError) throw error;
    throw new StoreUnavailable('The data folder can’t be opened', { cause: error });
  }
}

/** Milliseconds. */
const TICK = 250;
const RETRY = 5_000;
/** Characters of documents: a checkpoint of so many takes a few seconds. */
const MUCH = 8 * 2 ** 20;

class FolderStore implements JsonStore {
  readonly #folder: string;
  readonly #lookupsGiven: readonly Lookup[];
  readonly #lists: GrowingLists;
  readonly #tuning: Tuning;
  readonly #migrations: readonly Migration[];
  readonly #seal: Seal;
  readonly #setAside: SetAside;
  readonly #documents: Documents;
  readonly #records: Records;
  readonly #lookups: Lookups;
  readonly #journal: Journal;
  readonly #queue: CommitQueue;

  /** Checkpoints, rebuilds and copies: one after the other. */
  #housework: Promise<unknown> = Promise.resolve();
  #background: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #lastCommit = 0;
  #lastCheckpoint = performance.now();
  #retryAt = 0;
  #closed = false;

  constructor(
    options: JsonStoreOptions,
    private readonly folders: Folders,
    private readonly lock: FolderLock,
  ) {
    const {
      folder,
      lookups,
      lists = {},
      log = () => undefined,
      encryption,
      migrations = [],
      understood = () => true,
      now = () => new Date(),
    } = options;
    this.#folder = folder;
    this.#lookupsGiven = lookups;
    this.#lists = lists;
    this.#migrations = migrations;
    this.#tuning = {
      quiet: 1_000,
      longest: 30_000,
      journalBytes: 128 * 2 ** 20,
      memory: 64 * 2 ** 20,
      recent: 500,
      ...options.tuning,
    };
    for (const lookup of lookups) checkName(lookup.name);
    this.#seal = new Seal(encryption?.keys);
    this.#setAside = new SetAside(folder, this.#seal, folders, log, now);
    this.#lookups = new Lookups(folder, lookups, this.#seal, folders, this.#setAside, this.#tuning.recent);
    this.#documents = new Documents(
      ...([folder, this.#seal, folders, this.#setAside, migrations, understood] as const),
      (kind) => this.#lookups.distrust(kind),
    );
    this.#records = new Records(this.#documents, this.#tuning.recent, lists);
    this.#journal = new Journal(folder, this.#seal, options.disk ?? realDisk);
    this.#queue = new CommitQueue(
      this.#journal,
      () => this.#assertOwner(),
      () => this.#records.discardPending(),
    );
  }

  async open(): Promise<void> {
    const settings = readSettings(this.#folder, this.#documents.format, this.#setAside);
    const fresh = !settings && this.#documents.kinds().length === 0;
    this.#seal.use(settings?.keys ?? (fresh ? [] : this.#seal.all));
    this.#replay();

    this.#lookups.removeOthers();
    const complete = this.#lookupsGiven.filter(
      ({ name, kind }) =>
        (fresh || settings?.lookups.includes(name)) &&
        !this.#lookups.halfBuilt(name) &&
        (this.#lookups.isThere(name) || !this.#documents.kinds().includes(kind)),
    );
    await this.#writeSettings(complete);
    for (const lookup of this.#lookupsGiven) {
      if (!complete.includes(lookup)) await this.#alone(() => this.#rebuild(lookup));
    }
    if (complete.length < this.#lookupsGiven.length) await this.#writeSettings(this.#lookupsGiven);
    this.#timer = setInterval(() => this.#tick(), TICK).unref();
  }

  async get<T = Json>(kind: string, id: string): Promise<StoredRecord<T> | undefined> {
    this.#assertOpen();
    checkName(kind);
    const entry = this.#records.durable(kind, id);
    const doc = documentOf(entry);
    return doc === undefined ? undefined : { kind, id, revision: entry.revision, doc: doc as T };
  }

  async commit(writes: readonly Write[]): Promise<void> {
    this.#assertOpen();
    const prepared = prepare(writes, this.#lists, (kind, id) => this.#records.latest(kind, id).list);
    if (prepared.length === 0) return;
    if (this.#records.bytes > this.#tuning.memory) {
      await this.#catchUp();
      this.#assertOpen();
    }

    while (this.#dependsOnOutcome(prepared)) {
      await this.#queue.settled();
      this.#assertOpen();
    }

    // From here until it is in the queue nothing waits: each commit is checked against those before it.
    const changes: Change[] = [];
    const keys: KeyChange[] = [];
    for (const { doc, expect, ...record } of prepared) {
      const { kind, id } = record;
      const before = this.#before(record, expect);
      if (expect !== undefined && expect !== before.revision) {
        throw new RevisionConflict(kind, id, expect, before.revision);
      }
      const entry = { ...record, revision: record.json === undefined ? 0 : before.revision + 1 };
      changes.push({ entry, before });
      keys.push(...this.#lookups.changes(before, entry, doc));
    }
    for (const { entry } of changes) this.#records.stage(entry);
    this.#lastCommit = performance.now();
    await this.#append(changes, keys);
    if (this.#journal.size > this.#tuning.journalBytes) this.#startCheckpoint();
  }

  async find(lookup: string, key: string): Promise<string[]> {
    this.#assertOpen();
    return orUnavailable(() => this.#lookups.find(lookup, key));
  }

  async keys(lookup: string, from?: string, to?: string): Promise<string[]> {
    this.#assertOpen();
    return orUnavailable(() => this.#lookups.keys(lookup, from, to));
  }

  async *ids(kind: string): AsyncIterable<string> {
    this.#assertOpen();
    checkName(kind);
    // No file may move while they are listed, nor be read at leisure later.
    yield* await this.#alone(() => this.#listIds(kind));
  }

  async kinds(): Promise<string[]> {
    this.#assertOpen();
    await this.checkpoint();
    return this.#documents.kinds().sort();
  }

  async writable(): Promise<boolean> {
    if (this.#closed) return false;
    try {
      await replaceFile(join(this.#folder, 'probe'), '');
      await flushFolder(this.#folder);
      await this.#append([], []);
      return true;
    } catch {
      return false;
    }
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    clearInterval(this.#timer);
    await this.#queue.drained();
    // So much that whoever stops the process might lose patience stays in the journal, and so does what fails.
    if (this.#records.bytes < MUCH) await this.#checkpointOrReport();
    await this.#housework;
    this.#journal.close();
    this.lock.release();
  }

  problems(): readonly Problem[] {
    return this.#setAside.problems;
  }

  checkpoint(): Promise<void> {
    return this.#alone(async () => {
      this.#assertOwner();
      const upTo = await this.#queue.rotate();
      try {
        await this.#records.checkpoint(upTo);
        await this.#lookups.checkpoint(upTo);
        await this.folders.flush();
        await this.#journal.remove(upTo);
      } catch (error) {
        throw new StoreUnavailable('The documents can’t be written', { cause: error });
      }
      this.#lastCheckpoint = performance.now();
    });
  }

  async rewriteAll(): Promise<void> {
    this.#assertOpen();
    await this.checkpoint(); // A journal may be encrypted with an older key as well.
    await this.#alone(async () => {
      for (const kind of this.#documents.kinds()) {
        for (const id of await this.#idsInFiles(kind)) {
          const file = this.#documents.read(kind, id);
          if (file) await this.#documents.write(file);
        }
      }
      for (const lookup of this.#lookupsGiven) await this.#rebuild(lookup);
      this.#documents.removeUnfinished();
      await this.#setAside.rewrite(await this.#namesAnew());
      await this.folders.flush();
      this.#seal.use([]);
      await this.#writeSettings(this.#lookupsGiven);
    });
  }

  backup(to: string): Promise<void> {
    this.#assertOpen();
    return this.#alone(async () => {
      this.folders.ensure(to);
      if (!closeToOthers(to)) throw new FolderOpen(to);
      const copy = (wanted: (file: string) => boolean) =>
        cp(this.#folder, to, {
          recursive: true,
          filter: (from) =>
            from === this.#folder || wanted(relative(this.#folder, from).split(/[\\/]/)[0] ?? ''),
        });
      // No journal is removed meanwhile, so what changes after its document was copied is still in one. What else lies
      // in the folder is not the store's: the operator's token for this process must not go with the copy.
      await copy((file) => ['store.json', 'records', 'lookups', 'set-aside'].includes(file));
      await copy((file) => file.startsWith('journal-'));
    });
  }

  /** The present file name of a document by a name that it had under other keys, where it can be known. */
  async #namesAnew(): Promise<(kind: string, name: string) => string | undefined> {
    const names = new Map<string, string>();
    const kinds = this.#documents.kinds();
    const put = (kind: string, id: string) => {
      const [present = '', ...older] = this.#documents.namesOf(kind, id);
      for (const name of older) names.set(`${kind}/${name}`, present);
    };
    if (!this.#setAside.isEmpty) {
      for (const kind of kinds) for (const id of await this.#idsInFiles(kind)) put(kind, id);
      for (const { name, kind } of this.#lookupsGiven)
        for (const key of this.#lookups.keys(name))
          for (const id of this.#lookups.find(name, key)) put(kind, id);
    }
    return (kind, name) => {
      if (!kinds.includes(kind) || name.startsWith('~')) return names.get(`${kind}/${name}`);
      return this.#documents.namesOf(kind, name.replace(/\.json$/, ''))[0];
    };
  }

  #assertOpen(): void {
    if (this.#closed) throw new StoreUnavailable('The store is closed');
    this.#assertOwner();
  }

  /** @throws {StoreUnavailable} when another process took over, for instance while this one was suspended. */
  #assertOwner(): void {
    if (!this.lock.held()) throw new StoreUnavailable('Another process took over the folder');
  }

  /**
   * Is a record where it was expected to be, but for a commit that is still under way? Whether that is a conflict is
   * only known with its outcome; and whoever reads again after a conflict is to see what it was.
   */
  #dependsOnOutcome(writes: readonly Prepared[]): boolean {
    return writes.some(
      ({ kind, id, expect }) =>
        expect !== undefined &&
        expect === this.#records.durable(kind, id).revision &&
        expect !== this.#records.latest(kind, id).revision,
    );
  }

  /** What a write builds on. One that deletes whatever is there needs not read it: it may be what cannot be read. */
  #before({ kind, id, json }: Omit<Prepared, 'doc' | 'expect'>, expect: number | undefined): Entry {
    try {
      return this.#records.latest(kind, id);
    } catch (error) {
      if (error instanceof DocumentUnreadable && json === undefined && expect === undefined)
        return { kind, id, revision: 0 };
      throw error;
    }
  }

  #append(changes: readonly Change[], keys: readonly KeyChange[]): Promise<void> {
    const line = (journal: number) => {
      const told = changes.map(({ entry, before }) => {
        // Only what stands in the same journal goes when the line goes.
        const isTold = before?.toldIn === journal;
        entry.toldIn = journal;
        return isTold ? { entry, before } : { entry };
      });
      return toLine(this.#documents.format, told, keys);
    };
    return this.#queue.add(line, (journal) => {
      for (const { entry } of changes) this.#records.settle(entry, journal);
      this.#lookups.settle(keys, journal);
    });
  }

  #tick(): void {
    const now = performance.now();
    if (now < this.#retryAt || this.#background) return;
    if (this.#lookups.stale.size > 0) return this.#startRebuild();
    const idle = !this.#records.hasUnwritten && !this.#lookups.hasUnwritten;
    const quiet = now - this.#lastCommit > this.#tuning.quiet;
    const late = now - this.#lastCheckpoint > this.#tuning.longest;
    const full = this.#journal.size > this.#tuning.journalBytes;
    if (full || (!idle && (quiet || late))) this.#startCheckpoint();
    if (idle) this.#lastCheckpoint = now;
  }

  #startCheckpoint(): void {
    this.#background ??= this.#checkpointOrReport().finally(() => (this.#background = undefined));
  }

  async #checkpointOrReport(): Promise<void> {
    try {
      await this.checkpoint();
    } catch {
      this.#retryAt = performance.now() + RETRY;
      this.#setAside.report('checkpoint-failed', this.#folder);
    }
  }

  #startRebuild(): void {
    const stale = this.#lookupsGiven.filter(({ name }) => this.#lookups.stale.has(name));
    this.#background = this.#alone(async () => {
      for (const lookup of stale) await this.#rebuild(lookup);
    })
      .catch(() => {
        this.#retryAt = performance.now() + RETRY;
      })
      .finally(() => (this.#background = undefined));
  }

  #rebuild(lookup: Lookup): Promise<void> {
    const { kind, tellsWhose = false } = lookup;
    return this.#lookups.rebuild(
      lookup,
      this.#documentsOf(kind),
      (id) => this.#isUnreadable(kind, id) || (tellsWhose && this.#documents.isLost(kind, id)),
    );
  }

  #isUnreadable(kind: string, id: string): boolean {
    try {
      this.#records.durable(kind, id);
      return false;
    } catch (error) {
      if (error instanceof DocumentUnreadable) return true;
      throw error;
    }
  }

  async *#documentsOf(kind: string): AsyncIterable<{ id: string; doc: Json }> {
    for (const id of await this.#listIds(kind)) {
      // One that cannot be read keeps the keys that it had.
      if (this.#isUnreadable(kind, id)) continue;
      const doc = documentOf(this.#records.durable(kind, id));
      if (doc !== undefined) yield { id, doc };
      await breathe();
    }
  }

  async #listIds(kind: string): Promise<string[]> {
    const ids = await this.#idsInFiles(kind);
    for (const [id, present] of this.#records.unwritten(kind)) {
      if (present) ids.add(id);
      else ids.delete(id);
    }
    return [...ids];
  }

  async #idsInFiles(kind: string): Promise<Set<string>> {
    const ids = new Set<string>();
    for (const id of this.#documents.ids(kind)) {
      ids.add(id);
      if (ids.size % 200 === 0) await breathe();
    }
    return ids;
  }

  /** Commits wait for the disk, so that memory does not fill up. */
  async #catchUp(): Promise<void> {
    await this.#background;
    if (this.#records.bytes <= this.#tuning.memory) return;
    this.#startCheckpoint();
    await this.#background;
    if (this.#records.bytes > this.#tuning.memory) throw new StoreUnavailable('The disk can’t keep up');
  }

  #alone<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#housework.then(work);
    this.#housework = result.catch(() => undefined);
    return result;
  }

  #replay(): void {
    const damaged = new Map<string, Buffer[]>();
    const bad = ({ file, torn, line }: BadLine) => {
      if (!torn) damaged.set(file, [...(damaged.get(file) ?? []), line]);
    };
    const known = this.#documents.format;
    const replay = new Replay((kind, id, name) => listIn(this.#documents.read(kind, id)?.doc, name) ?? []);
    for (const { number, file, line: bytes, text } of this.#journal.replay(bad)) {
      const line = readLine(text);
      if (!line) {
        bad({ file, torn: false, line: bytes });
        continue;
      }
      if (line.format > known) throw new FolderTooNew(this.#folder, line.format, known);
      replay.take(line, number);
      this.#lookups.settle(line.keys, number);
    }
    for (const record of replay.records) {
      const doc = migrated(record, this.#migrations);
      this.#records.settle(this.#records.entryOf({ ...record, doc }), record.journal);
    }
    for (const [file, lines] of damaged)
      this.#setAside.keepLines(join(this.#folder, file), lines, 'journal-damaged');
  }

  #writeSettings(complete: readonly Lookup[]): Promise<void> {
    const lookups = complete.map(({ name }) => name);
    return writeSettings(
      this.#folder,
      { format: this.#documents.format, lookups, keys: this.#seal.inUse },
      this.folders,
    );
  }
}

function orUnavailable<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof StoreError || error instanceof TypeError) throw error;
    throw new StoreUnavailable('The disk can’t be read', { cause: error });
  }
}
