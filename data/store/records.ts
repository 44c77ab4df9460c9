import type { Documents } from './documents.js';
import { inParallel } from './files.js';
import type { Json } from './store.js';

/** A record as it is held in memory: as text, so that nobody can change it by holding on to what was read. */
export interface Entry {
  readonly kind: string;
  readonly id: string;
  /** 0: there is none. */
  readonly revision: number;
  readonly json: string | undefined;
}

interface Unwritten {
  readonly entry: Entry;
  readonly journal: number;
}

/** Where a record is: on its way into the journal, in the journal and not yet in its file, or in its file. */
export class Records {
  /** Not flushed yet: what the next commit builds on, and what no reader sees. */
  readonly #pending = new Map<string, Entry>();
  readonly #unwritten = new Map<string, Unwritten>();
  readonly #recent = new Map<string, Entry>();
  #bytes = 0;

  constructor(
    private readonly documents: Documents,
    private readonly keep: number,
  ) {}

  /** Characters held for documents that are not in their files yet. */
  get bytes(): number {
    return this.#bytes;
  }

  get hasUnwritten(): boolean {
    return this.#unwritten.size > 0;
  }

  /** As it is on disk, in the journal or in its file. @throws as {@link Documents.read} does. */
  durable(kind: string, id: string): Entry {
    const key = keyOf(kind, id);
    const entry = this.#unwritten.get(key)?.entry ?? this.#recent.get(key) ?? this.#load(kind, id);
    this.#remember(key, entry);
    return entry;
  }

  /** As it will be when the commits under way succeed. */
  latest(kind: string, id: string): Entry {
    return this.#pending.get(keyOf(kind, id)) ?? this.durable(kind, id);
  }

  stage(entry: Entry): void {
    this.#pending.set(keyOf(entry.kind, entry.id), entry);
  }

  /** The journal has it. */
  settle(entry: Entry, journal: number): void {
    const key = keyOf(entry.kind, entry.id);
    if (this.#pending.get(key) === entry) this.#pending.delete(key);
    this.#bytes += size(entry) - size(this.#unwritten.get(key)?.entry);
    this.#unwritten.set(key, { entry, journal });
  }

  /** The disk refused: back to what is on it. */
  discardPending(): void {
    this.#pending.clear();
  }

  /** Ids of a kind whose documents are not in their files yet, and whether they are there at all. */
  unwritten(kind: string): Map<string, boolean> {
    const ids = new Map<string, boolean>();
    for (const { entry } of this.#unwritten.values()) {
      if (entry.kind === kind) ids.set(entry.id, entry.revision > 0);
    }
    return ids;
  }

  /**
   * Writes the documents of the journals up to a number into their files; one that has changed again since is left
   * for the next time, since a later journal has it. @throws the error of the system call.
   */
  async checkpoint(upTo: number): Promise<void> {
    const due = [...this.#unwritten].filter(([, { journal }]) => journal <= upTo);
    const removed = due.filter(([, { entry }]) => entry.json === undefined);
    await this.documents.remove(removed.map(([, { entry }]) => entry));
    for (const [key, unwritten] of removed) this.#written(key, unwritten);

    const changed = due.filter(([, { entry }]) => entry.json !== undefined);
    await inParallel(changed, async ([key, unwritten]) => {
      if (this.#unwritten.get(key) !== unwritten) return;
      const { kind, id, revision, json = 'null' } = unwritten.entry;
      await this.documents.write({ kind, id, revision, doc: JSON.parse(json) as Json });
      this.#written(key, unwritten);
    });
  }

  #written(key: string, unwritten: Unwritten): void {
    if (this.#unwritten.get(key) !== unwritten) return;
    this.#unwritten.delete(key);
    this.#bytes -= size(unwritten.entry);
    this.#remember(key, unwritten.entry);
  }

  #load(kind: string, id: string): Entry {
    const file = this.documents.read(kind, id);
    return { kind, id, revision: file?.revision ?? 0, json: file && JSON.stringify(file.doc) };
  }

  #remember(key: string, entry: Entry): void {
    this.#recent.delete(key);
    this.#recent.set(key, entry);
    if (this.#recent.size <= this.keep) return;
    const [oldest] = this.#recent.keys();
    if (oldest !== undefined) this.#recent.delete(oldest);
  }
}

/** A kind has no line break, so this is unique. */
function keyOf(kind: string, id: string): string {
  return `${kind}\n${id}`;
}

function size(entry: Entry | undefined): number {
  return entry ? (entry.json?.length ?? 0) + 100 : 0;
}
