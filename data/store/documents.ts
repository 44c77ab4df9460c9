import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Low, LowSync, type Adapter, type SyncAdapter } from 'lowdb';
import { DocumentUnreadable, KeyMissing, StoreUnavailable } from './errors.js';
import { breathe, isMissing, isOfTheWholeMachine, replaceFile, type Folders } from './files.js';
import { PLAIN, type Seal } from './encryption.js';
import type { Problem, SetAside } from './set-aside.js';
import type { Json } from './store.js';

/** What a document's file holds. */
export interface DocumentFile {
  readonly kind: string;
  readonly id: string;
  readonly revision: number;
  /** Of this file, not of what the product keeps in `doc`. */
  readonly format: number;
  readonly doc: Json;
}

/** From one format of the file to the next: the first turns 1 into 2. The new format number is put in by the store. */
export type Migration = (file: DocumentFile) => Omit<DocumentFile, 'format'>;

/** Brings a document to the present format. @throws what a migration throws. */
export function migrate(file: DocumentFile, migrations: readonly Migration[]): DocumentFile {
  return migrations
    .slice(file.format - 1)
    .reduce<DocumentFile>((old, step) => ({ ...step(old), format: old.format + 1 }), file);
}

/**
 * The documents: one lowdb file a record, in a folder a kind. A lowdb object lives for one read or one write. Reads
 * are synchronous, so nothing can change between a read and what is decided on it; writes happen one at a time for a
 * path (the checkpoint sees to it), and are flushed, which lowdb's own adapters never do.
 */
export class Documents {
  readonly #folder: string;
  readonly format: number;

  constructor(
    root: string,
    private readonly seal: Seal,
    private readonly folders: Folders,
    private readonly setAside: SetAside,
    private readonly migrations: readonly Migration[],
    /** Can the product do anything with what a document holds? */
    private readonly understood: (kind: string, doc: Json) => boolean,
    /** A record of this kind was set aside: what it was to be found under is not known any more. */
    private readonly onLost: (kind: string) => void,
  ) {
    this.#folder = join(root, 'records');
    this.format = migrations.length + 1;
  }

  /**
   * A document, or undefined when there is none or it had to be set aside.
   * @throws {DocumentUnreadable} when the disk refuses this one: it stays where it is.
   * @throws {StoreUnavailable} when the disk can't say, or what is damaged can't be set aside.
   * @throws {KeyMissing} when it is encrypted with a key that was not given.
   */
  read(kind: string, id: string): DocumentFile | undefined {
    for (const path of this.#paths(kind, id)) {
      const file = this.#readFile(path);
      if (!file) continue;
      if (file.kind === kind && file.id === id) return file;
      this.#move(path, 'document-misplaced');
    }
    return undefined;
  }

  /** Writes it flushed; its folder is flushed with the {@link Folders}. @throws the error of the system call. */
  async write(file: Omit<DocumentFile, 'format'>): Promise<void> {
    const [path = '', ...older] = this.#paths(file.kind, file.id);
    this.folders.ensure(dirname(path));
    const low = new Low<DocumentFile>(new FlushedFile(path, this.seal), { ...file, format: this.format });
    await low.write();
    this.folders.changed(dirname(path));
    for (const old of older) rmSync(old, { force: true });
  }

  /** Removes documents, with what was set aside of them. */
  async remove(records: readonly { kind: string; id: string }[]): Promise<void> {
    const paths = new Set(records.flatMap(({ kind, id }) => this.#paths(kind, id)));
    let lost = false;
    for (const path of paths) {
      lost ||= this.setAside.isReported(path);
      rmSync(path, { force: true, recursive: true });
      rmSync(`${path}.tmp`, { force: true });
      this.folders.changed(dirname(path));
      await breathe();
    }
    if (paths.size === 0) return;
    const wasSetAside = this.setAside.forget(
      paths,
      records.map(({ id }) => id),
    );
    // What could not be read is still to be found under the keys that it had.
    if (wasSetAside || lost) for (const { kind } of records) this.onLost(kind);
  }

  /** The names of a document's file, the present one first. */
  namesOf(kind: string, id: string): string[] {
    return this.#paths(kind, id).map((path) => basename(path));
  }

  /** Was a document set aside whole, so that a record is missing which nobody deleted? */
  isLost(kind: string, id: string): boolean {
    return this.setAside.has(this.#paths(kind, id));
  }

  /** Ids of the documents there are. Where names do not tell ids, it reads every document. */
  *ids(kind: string): Generator<string> {
    const folder = join(this.#folder, kind);
    for (const file of namesIn(folder)) {
      if (!file.endsWith('.json')) continue;
      const id = file.startsWith('~')
        ? this.#readFile(join(folder, file))?.id
        : file.slice(0, -'.json'.length);
      if (id !== undefined) yield id;
    }
  }

  /** What a checkpoint that was killed had begun to write: the journal still has all of it. */
  removeUnfinished(): void {
    for (const kind of this.kinds())
      for (const file of namesIn(join(this.#folder, kind)))
        if (file.endsWith('.tmp')) {
          rmSync(join(this.#folder, kind, file), { force: true });
          this.folders.changed(join(this.#folder, kind));
        }
  }

  kinds(): string[] {
    return namesIn(this.#folder);
  }

  #paths(kind: string, id: string): string[] {
    return this.seal.names(kind, id).map((name) => join(this.#folder, kind, `${name}.json`));
  }

  #readFile(path: string): DocumentFile | undefined {
    const low = new LowSync<DocumentFile | null>(new ReadOnlyFile(path, this.seal), null);
    try {
      low.read();
    } catch (error) {
      if (error instanceof DocumentUnreadable) this.setAside.reportOnce('document-unreadable', path);
      if (!(error instanceof DamagedDocument)) throw error;
      this.#move(path, 'document-damaged');
      return undefined;
    }
    if (!low.data) return undefined;
    const present = low.data.format === this.format ? low.data : this.#migrated(path, low.data);
    if (!present || this.understood(present.kind, present.doc)) return present;
    this.#move(path, 'document-not-understood');
    return undefined;
  }

  #migrated(path: string, file: DocumentFile): DocumentFile | undefined {
    if (file.format > this.format) {
      this.#move(path, 'document-too-new');
      return undefined;
    }
    let migrated: DocumentFile;
    try {
      migrated = migrate(file, this.migrations);
    } catch {
      this.#move(path, 'document-not-migrated');
      return undefined;
    }
    orUnavailable('The original can’t be kept', () => this.setAside.keep(path, `format-${file.format}`));
    return migrated;
  }

  #move(path: string, code: Problem['code']): void {
    orUnavailable('A damaged document can’t be set aside', () => this.setAside.move(path, code));
    this.onLost(basename(dirname(path)));
  }
}

/** The names in a folder, none when there is no folder. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw new StoreUnavailable('A folder can’t be read', { cause: error });
  }
}

class DamagedDocument extends Error {}

function orUnavailable(message: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    throw new StoreUnavailable(message, { cause: error });
  }
}

/** lowdb's way in: parses what is there, and refuses to write, which only a flush may do. */
class ReadOnlyFile implements SyncAdapter<DocumentFile | null> {
  constructor(
    private readonly path: string,
    private readonly seal: Seal,
  ) {}

  read(): DocumentFile | null {
    let text: string;
    try {
      text = readFileSync(this.path, 'utf8');
    } catch (error) {
      if (isMissing(error)) return null;
      if (isOfTheWholeMachine(error))
        throw new StoreUnavailable('A document can’t be read', { cause: error });
      throw new DocumentUnreadable('A document can’t be read', { cause: error });
    }
    return parse(text, this.seal);
  }

  write(): never {
    throw new Error('Opened for reading only');
  }
}

/** lowdb's way out: a temporary file, written, flushed, renamed. */
class FlushedFile implements Adapter<DocumentFile> {
  constructor(
    private readonly path: string,
    private readonly seal: Seal,
  ) {}

  read(): Promise<DocumentFile | null> {
    return Promise.resolve(new ReadOnlyFile(this.path, this.seal).read());
  }

  write(file: DocumentFile): Promise<void> {
    const text = JSON.stringify(file);
    const sealed = this.seal.current === PLAIN ? text : JSON.stringify({ sealed: this.seal.seal(text) });
    return replaceFile(this.path, `${sealed}\n`);
  }
}

function parse(text: string, seal: Seal): DocumentFile {
  const outer = parseJson(text);
  if (typeof outer.sealed !== 'string') return check(outer);
  return check(parseJson(openSealed(outer.sealed, seal)));
}

function openSealed(sealed: string, seal: Seal): string {
  try {
    return seal.open(sealed);
  } catch (error) {
    // A missing key is the operator's to mend; anything else was changed after it was sealed.
    if (error instanceof KeyMissing) throw error;
    throw new DamagedDocument('Not as it was sealed', { cause: error });
  }
}

function parseJson(text: string): { [key: string]: unknown } {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return { ...value };
  } catch {
    // Said below, without the text that a SyntaxError quotes.
  }
  throw new DamagedDocument('Not a JSON object');
}

function check(file: { [key: string]: unknown }): DocumentFile {
  if (!isDocument(file)) throw new DamagedDocument('Not a document');
  return file;
}

function isDocument(file: object): file is DocumentFile {
  const { kind, id, revision, format, doc } = file as Partial<DocumentFile>;
  return (
    typeof kind === 'string' &&
    typeof id === 'string' &&
    Number.isSafeInteger(revision) &&
    Number.isSafeInteger(format) &&
    Number(format) >= 1 &&
    doc !== undefined
  );
}
