import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, rmdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { namesIn } from './documents.js';
import { DocumentUnreadable, StoreUnavailable } from './errors.js';
import type { Seal } from './encryption.js';
import { breathe, inParallel, isOfTheWholeMachine, replaceFile, systemCode, type Folders } from './files.js';
import { documentOf, type Entry } from './records.js';
import type { SetAside } from './set-aside.js';
import type { Json, Lookup } from './store.js';

/** A record is, or is no longer, to be found under a key. Said twice, it means the same. */
export interface KeyChange {
  readonly lookup: string;
  readonly key: string;
  readonly id: string;
  readonly present: boolean;
}

const none: readonly string[] = [];

interface Unwritten {
  readonly present: boolean;
  readonly journal: number;
}

/**
 * The look-ups: a folder a key, and in it an entry for each record, which is nothing but a name. So a change costs
 * the same under a key with one record or with thousands, and there is nothing inside that could be torn. Changes
 * that are in the journal but not yet in the folders are held in memory and laid over what the folders say.
 */
export class Lookups {
  readonly #folder: string;
  readonly #byKind = new Map<string, Lookup[]>();
  readonly #unwritten = new Map<string, Map<string, Map<string, Unwritten>>>();
  readonly #stale = new Set<string>();
  /** What the folders of the last keys asked for say, so that asking again reads none. */
  readonly #inFolders = new Map<string, readonly string[]>();

  constructor(
    root: string,
    lookups: readonly Lookup[],
    private readonly seal: Seal,
    private readonly folders: Folders,
    private readonly setAside: SetAside,
    private readonly keep: number,
  ) {
    this.#folder = join(root, 'lookups');
    for (const lookup of lookups) {
      if (this.#unwritten.has(lookup.name)) throw new TypeError(`Two look-ups are called ${lookup.name}`);
      this.#unwritten.set(lookup.name, new Map());
      this.#byKind.set(lookup.kind, [...(this.#byKind.get(lookup.kind) ?? []), lookup]);
    }
  }

  /** Look-ups that may not tell the truth any more, because something they are made from was damaged. */
  get stale(): ReadonlySet<string> {
    return this.#stale;
  }

  get hasUnwritten(): boolean {
    return [...this.#unwritten.values()].some((keys) => keys.size > 0);
  }

  /** A record of a kind was lost: its keys can't be known any more. */
  distrust(kind: string): void {
    for (const lookup of this.#byKind.get(kind) ?? []) this.#stale.add(lookup.name);
  }

  /** What a change of a record does to the look-ups. `doc` is what `after` says, where that is at hand. */
  changes(before: Entry, after: Entry, doc?: Json): KeyChange[] {
    const { kind, id } = after;
    const changes: KeyChange[] = [];
    const keysBefore = this.#keysFor(before);
    const keysAfter = this.#keysFor(after, doc);
    for (const { name } of this.#byKind.get(kind) ?? []) {
      const old = keysBefore.get(name) ?? none;
      const now = keysAfter.get(name) ?? none;
      for (const key of now) if (!old.includes(key)) changes.push({ lookup: name, key, id, present: true });
      for (const key of old) if (!now.includes(key)) changes.push({ lookup: name, key, id, present: false });
    }
    return changes;
  }

  /** Takes up changes that are in the journal. One of a look-up that the product no longer has is left out. */
  settle(changes: readonly KeyChange[], journal: number): void {
    for (const { lookup, key, id, present } of changes) {
      const keys = this.#unwritten.get(lookup);
      if (!keys) continue;
      const ids = keys.get(key) ?? new Map<string, Unwritten>();
      keys.set(key, ids.set(id, { present, journal }));
    }
  }

  /** @throws {TypeError} for a look-up that was not given at the start. */
  find(lookup: string, key: string): string[] {
    const unwritten = this.#keysOf(lookup).get(key);
    const ids = new Set(this.#written(lookup, key));
    for (const [id, { present }] of unwritten ?? []) {
      if (present) ids.add(id);
      else ids.delete(id);
    }
    return [...ids].sort();
  }

  #findOrNone(lookup: string, key: string): string[] {
    try {
      return this.find(lookup, key);
    } catch (error) {
      if (error instanceof DocumentUnreadable) return [];
      throw error;
    }
  }

  keys(lookup: string, from?: string, to?: string): string[] {
    const unwritten = this.#keysOf(lookup);
    const keys = new Set(unwritten.keys());
    for (const name of namesIn(join(this.#folder, lookup))) {
      if (!name.startsWith('~')) keys.add(name);
      else for (const key of this.#keyIn(lookup, join(this.#folder, lookup, name))) keys.add(key);
    }
    return [...keys]
      .filter((key) => (from === undefined || key >= from) && (to === undefined || key <= to))
      .filter((key) => !unwritten.has(key) || this.#findOrNone(lookup, key).length > 0)
      .sort();
  }

  /** Writes the changes of the journals up to a number into the folders. @throws the error of the system call. */
  async checkpoint(upTo: number): Promise<void> {
    for (const [lookup, keys] of this.#unwritten) {
      await inParallel([...keys], async ([key, ids]) => {
        const due = [...ids].filter(([, change]) => change.journal <= upTo);
        for (const [id, { present }] of due) {
          if (present) await this.#add(join(this.#folder, lookup), { lookup, key, id });
          else this.#remove(lookup, key, id);
        }
        if (due.some(([, change]) => !change.present)) this.#removeEmpty(lookup, key);
        await breathe();
        for (const [id, change] of due) if (ids.get(id) === change) ids.delete(id);
        if (ids.size === 0) keys.delete(key);
        this.#inFolders.delete(nameOf(lookup, key));
      });
    }
  }

  /** Is its folder there? Somebody may have deleted it, or restored the documents without it. */
  isThere(lookup: string): boolean {
    return existsSync(join(this.#folder, lookup));
  }

  /** Was a rebuild cut off, so that the folder can't be trusted? */
  halfBuilt(lookup: string): boolean {
    return existsSync(join(this.#folder, `${lookup}.old`)) || existsSync(join(this.#folder, `${lookup}.new`));
  }

  /**
   * Makes a look-up anew from the records, beside the old one, and swaps them at once: it can be used meanwhile.
   * No checkpoint may run at the same time; commits may.
   */
  async rebuild(
    lookup: Lookup,
    records: AsyncIterable<{ id: string; doc: Json }>,
    isLost: (id: string) => boolean = () => false,
  ): Promise<void> {
    const { name } = lookup;
    const present = join(this.#folder, name);
    const fresh = `${present}.new`;
    const old = `${present}.old`;
    try {
      for (const leftover of [fresh, old]) rmSync(leftover, { recursive: true, force: true });
      this.folders.ensure(present);
      this.folders.ensure(fresh);
      const seen = new Set<string>();
      for await (const { id, doc } of records) {
        seen.add(id);
        for (const key of new Set(lookup.keys(doc as never)))
          await this.#add(fresh, { lookup: name, key, id });
      }
      // What cannot be read tells no keys any more: those that it had are kept.
      const lost = new Map<string, boolean>();
      for (const key of this.keys(name))
        for (const id of this.#findOrNone(name, key)) {
          if (seen.has(id)) continue;
          if (!lost.has(id)) lost.set(id, isLost(id));
          if (lost.get(id)) await this.#add(fresh, { lookup: name, key, id });
        }
      await this.folders.flush();
      renameSync(present, old);
      renameSync(fresh, present);
      this.#inFolders.clear();
      this.folders.changed(this.#folder);
      await this.folders.flush();
      this.#stale.delete(name);
      rmSync(old, { recursive: true, force: true });
    } catch (error) {
      this.#stale.add(name);
      throw error;
    }
  }

  /** Removes what look-ups left that the product no longer has: should they come back, they are made anew. */
  removeOthers(): void {
    for (const name of namesIn(this.#folder)) {
      if (this.#unwritten.has(name.replace(/\.(old|new)$/, ''))) continue;
      rmSync(join(this.#folder, name), { recursive: true, force: true });
      this.folders.changed(this.#folder);
    }
  }

  #keysFor(entry: Entry, doc?: Json): ReadonlyMap<string, readonly string[]> {
    if (entry.keys) return entry.keys;
    const keys = new Map<string, readonly string[]>();
    const lookups = entry.json === undefined ? [] : (this.#byKind.get(entry.kind) ?? []);
    const whole = lookups.length > 0 ? (doc ?? documentOf(entry)) : undefined;
    for (const lookup of lookups) keys.set(lookup.name, [...new Set(lookup.keys(whole as never))]);
    entry.keys = keys;
    return keys;
  }

  /** Ids under a key as its folders have them. */
  #written(lookup: string, key: string): readonly string[] {
    const name = nameOf(lookup, key);
    const known = this.#inFolders.get(name);
    if (known) return known;
    const ids = this.#keyFolders(join(this.#folder, lookup), lookup, key).flatMap((folder) => {
      try {
        return entriesIn(folder).flatMap((file) =>
          file.startsWith('~') ? (this.#read(lookup, join(folder, file))?.id ?? []) : file,
        );
      } catch (error) {
        throw this.#unreadable(lookup, folder, error);
      }
    });
    this.#inFolders.set(name, ids);
    const [oldest] = this.#inFolders.keys();
    if (this.#inFolders.size > this.keep && oldest !== undefined) this.#inFolders.delete(oldest);
    return ids;
  }

  /** What the disk does not give of one key is kept to it, named, and made anew with the others. */
  #unreadable(lookup: string, folder: string, error: unknown): unknown {
    const cause = error instanceof StoreUnavailable ? error.cause : error;
    if (isOfTheWholeMachine(cause)) return error;
    this.setAside.reportOnce('lookup-damaged', folder);
    this.#stale.add(lookup);
    return new DocumentUnreadable('A look-up can’t be read', { cause });
  }

  #keysOf(lookup: string): Map<string, Map<string, Unwritten>> {
    const keys = this.#unwritten.get(lookup);
    if (!keys) throw new TypeError(`There is no look-up called ${lookup}`);
    return keys;
  }

  #keyFolders(base: string, lookup: string, key: string): string[] {
    return this.seal.names(`key of ${lookup}`, key).map((name) => join(base, name));
  }

  async #add(base: string, entry: { lookup: string; key: string; id: string }): Promise<void> {
    const [folder = '', ...olderFolders] = this.#keyFolders(base, entry.lookup, entry.key);
    const [name = '', ...olderNames] = this.seal.names('id', entry.id);
    const path = join(folder, name);
    this.folders.ensure(folder);
    if (name.startsWith('~') || folder.slice(base.length + 1).startsWith('~')) {
      await replaceFile(path, this.seal.seal(JSON.stringify({ key: entry.key, id: entry.id })));
    } else {
      closeSync(openSync(path, 'w', 0o600));
    }
    this.folders.changed(folder);
    const older = [folder, ...olderFolders].flatMap((at) => olderNames.map((was) => join(at, was)));
    for (const at of [...older, ...olderFolders.map((at) => join(at, name))]) rmSync(at, { force: true });
  }

  #remove(lookup: string, key: string, id: string): void {
    for (const folder of this.#keyFolders(join(this.#folder, lookup), lookup, key)) {
      if (!existsSync(folder)) continue;
      for (const name of this.seal.names('id', id)) {
        rmSync(join(folder, name), { force: true });
        rmSync(join(folder, `${name}.tmp`), { force: true });
      }
      this.folders.changed(folder);
    }
  }

  #removeEmpty(lookup: string, key: string): void {
    for (const folder of this.#keyFolders(join(this.#folder, lookup), lookup, key)) {
      try {
        rmdirSync(folder);
        this.folders.changed(dirname(folder));
      } catch (error) {
        if (!['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes(systemCode(error) ?? '')) throw error;
      }
    }
  }

  /** The key that a folder without a readable name stands for: any of its entries tells. */
  *#keyIn(lookup: string, folder: string): Generator<string> {
    for (const name of entriesIn(folder)) {
      const entry = this.#read(lookup, join(folder, name));
      if (!entry) continue;
      yield entry.key;
      return;
    }
  }

  #read(lookup: string, path: string): { key: string; id: string } | undefined {
    try {
      const { key, id } = JSON.parse(this.seal.open(readFileSync(path, 'utf8'))) as {
        key: string;
        id: string;
      };
      if (typeof key === 'string' && typeof id === 'string') return { key, id };
    } catch (error) {
      if (!(error instanceof SyntaxError) && systemCode(error) !== undefined) throw error;
    }
    // Made from the records, it is worth nothing to keep.
    rmSync(path, { force: true });
    this.setAside.report('lookup-damaged', path);
    this.#stale.add(lookup);
    return undefined;
  }
}

/** A look-up has no line break in its name, so this is unique. */
function nameOf(lookup: string, key: string): string {
  return `${lookup}\n${key}`;
}

/** Temporary files have a dot, which no name of an entry has. */
function entriesIn(folder: string): string[] {
  return namesIn(folder).filter((name) => !name.includes('.'));
}
