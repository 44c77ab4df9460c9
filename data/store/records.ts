import type { Documents } from './documents.js';
import { inParallel } from './files.js';
import { putTogether, takeApart, type Apart, type GrowingLists } from './growing.js';
import type { Json } from './store.js';

/**
 * A record as it is held in memory: as text, so that nobody can change it by holding on to what was read, but for a
 * list that grows.
 */
export interface Entry extends Partial<Apart> {
  readonly kind: string;
  readonly id: string;
  /** 0: there is none. */
  readonly revision: number;
  /** The number of the journal that tells it. */
  toldIn?: number;
  /** Keys by look-up, once they are known: a document need not be parsed again to see what it was found under. */
  keys?: ReadonlyMap<string, readonly string[]>;
}

/** What a record holds; undefined when there is none. */
export function documentOf({ json, list }: Entry): Json | undefined {
  return json === undefined ? undefined : putTogether({ json, list });
}

interface Unwritten {
  readonly entry: Entry;
  readonly journal: number;
}

/** Where a record is: on its way into the journal, in the journal and not yet in its file, or in its file. */
export class Records {
  /**
   * Not flushed yet: what the next commit builds on, and what no reader sees. In boxes, emptied when they are taken out:
   * what a map once held stays in its outgrown tables until the next full collection.
   */
  readonly #pending = new Map<string, { entry?: Entry }>();
  readonly #unwritten = new Map<string, Unwritten>();
  /** Read or written lately, and those before them: when the first are too many they become the second. */
  #recent = new Map<string, Entry>();
  #lessRecent = new Map<string, Entry>();
  #bytes = 0;

  constructor(
    private readonly documents: Documents,
    private readonly keep: number,
    private readonly lists: GrowingLists,
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
    const known = this.#unwritten.get(key)?.entry ?? this.#recent.get(key);
    if (known) return known;
    const entry = this.#lessRecent.get(key) ?? this.#load(kind, id);
    this.#remember(key, entry);
    return entry;
  }

  /** A record that was read, to be held. */
  entryOf({
    kind,
    id,
    revision,
    doc,
  }: Omit<Entry, keyof Apart> & { readonly doc?: Json | undefined }): Entry {
    return { kind, id, revision, ...(doc === undefined ? {} : takeApart(doc, this.lists[kind])) };
  }

  /** As it will be when the commits under way succeed. */
  latest(kind: string, id: string): Entry {
    return this.#pending.get(keyOf(kind, id))?.entry ?? this.durable(kind, id);
  }

  stage(entry: Entry): void {
    const key = keyOf(entry.kind, entry.id);
    const box = this.#pending.get(key);
    if (box) box.entry = entry;
    else this.#pending.set(key, { entry });
  }

  /** The journal has it. */
  settle(entry: Entry, journal: number): void {
    const key = keyOf(entry.kind, entry.id);
    const box = this.#pending.get(key);
    if (box?.entry === entry) {
      this.#pending.delete(key);
      delete box.entry;
    }
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
      const { kind, id, revision } = unwritten.entry;
      await this.documents.write({ kind, id, revision, doc: documentOf(unwritten.entry) ?? null });
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
    return this.entryOf({ kind, id, revision: file?.revision ?? 0, doc: file?.doc });
  }

  #remember(key: string, entry: Entry): void {
    this.#recent.set(key, entry);
    if (this.#recent.size <= this.keep / 2) return;
    this.#lessRecent = this.#recent;
    this.#recent = new Map();
  }
}

/** A kind has no line break, so this is unique. */
export function keyOf(kind: string, id: string): string {
  return `${kind}\n${id}`;
}

function size(entry: Entry | undefined): number {
  return entry ? (entry.json?.length ?? 0) + (entry.list?.size ?? 0) + 100 : 0;
}
