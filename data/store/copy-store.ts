import { createHash, type Hash } from 'node:crypto';
import { RevisionConflict } from './errors.js';
import type { Json, Store, Write } from './store.js';

/** What a store holds: how many records of each kind, and one digest over all of their documents. */
export interface Inventory {
  readonly counts: Readonly<Record<string, number>>;
  readonly digest: string;
}

/** The target holds something else, or the two were not equal afterwards. Nothing of the source was touched. */
export class CopyRefused extends Error {
  readonly code = 'copy-refused';
  readonly userMessage: string;

  constructor(message: string) {
    super(message);
    this.userMessage = message;
  }
}

/** A record in the target while it is being filled: one that was cut off is carried on, and anything else is refused. */
const mark = { kind: 'copy-under-way', id: 'copy' } as const;
/** Records read at the same time, and written in one commit. */
const atOnce = 50;

/**
 * Copies every record of one store into another, and compares. Records count their revisions from 1 again. Neither
 * store may be in use. Called again after it was cut off, it carries on; called once more, it only compares.
 * @throws {CopyRefused} when the target is not empty and not equal, or changed meanwhile.
 */
export async function copyStore(
  from: Store,
  to: Store,
  say: (line: string) => void = () => undefined,
): Promise<Inventory> {
  if (await from.get(mark.kind, mark.id))
    throw new CopyRefused('The source is itself a copy that was cut off. Finish that one first.');
  const source = await inventoryOf(from);
  const begun = await to.get(mark.kind, mark.id);
  const target = await inventoryOf(to);
  if (!begun && target.digest === source.digest) return source;
  if (!begun && Object.keys(target.counts).length > 0)
    throw new CopyRefused('The target holds something else. Give an empty one.');

  try {
    if (!begun) await to.commit([{ ...mark, doc: { from: source.digest }, expect: 0 }]);
  } catch (error) {
    if (error instanceof RevisionConflict) throw new CopyRefused('Someone else is filling the target.');
    throw error;
  }
  for (const kind of await kindsOf(to))
    await inBatches(to.ids(kind), (ids) => removeOthers(from, to, kind, ids));
  for (const kind of await kindsOf(from)) {
    await inBatches(from.ids(kind), (ids) => copy(from, to, kind, ids));
    say(`${kind}: ${source.counts[kind] ?? 0}`);
  }

  const copied = await inventoryOf(to);
  if (copied.digest !== source.digest || (await inventoryOf(from)).digest !== source.digest)
    throw new CopyRefused(
      'Something changed while it was copied. Stop the assistant on both, and start again.',
    );
  await to.commit([{ ...mark, delete: true }]);
  return copied;
}

/** Counts and digests all that is there. */
export async function inventoryOf(store: Store): Promise<Inventory> {
  const counts: Record<string, number> = {};
  const all = createHash('sha256');
  for (const kind of await kindsOf(store)) {
    const digests: [string, string][] = [];
    await inBatches(store.ids(kind), async (ids) => {
      for (const { id, doc } of await readAll(store, kind, ids))
        digests.push([id, digestOf(doc).digest('hex')]);
    });
    if (digests.length === 0) continue;
    counts[kind] = digests.length;
    digests.sort(([a], [b]) => (a < b ? -1 : 1));
    all.update(JSON.stringify([kind, digests]));
  }
  return { counts, digest: all.digest('hex') };
}

async function copy(from: Store, to: Store, kind: string, ids: readonly string[]): Promise<void> {
  const there = new Map((await readAll(to, kind, ids)).map(({ id, doc }) => [id, JSON.stringify(doc)]));
  const writes = (await readAll(from, kind, ids))
    .filter(({ id, doc }) => there.get(id) !== JSON.stringify(doc))
    .map(({ id, doc }): Write => ({ kind, id, doc }));
  await to.commit(writes);
}

async function removeOthers(from: Store, to: Store, kind: string, ids: readonly string[]): Promise<void> {
  const kept = new Set((await readAll(from, kind, ids)).map(({ id }) => id));
  await to.commit(ids.filter((id) => !kept.has(id)).map((id) => ({ kind, id, delete: true as const })));
}

async function readAll(
  store: Store,
  kind: string,
  ids: readonly string[],
): Promise<{ id: string; doc: Json }[]> {
  const found = await Promise.all(ids.map((id) => store.get(kind, id)));
  return found.flatMap((record) => (record ? [{ id: record.id, doc: record.doc }] : []));
}

async function kindsOf(store: Store): Promise<string[]> {
  return (await store.kinds()).filter((kind) => kind !== mark.kind).sort();
}

async function inBatches(
  ids: AsyncIterable<string>,
  work: (ids: readonly string[]) => Promise<void>,
): Promise<void> {
  let batch: string[] = [];
  for await (const id of ids) {
    batch.push(id);
    if (batch.length < atOnce) continue;
    await work(batch);
    batch = [];
  }
  if (batch.length > 0) await work(batch);
}

function digestOf(doc: Json): Hash {
  return createHash('sha256').update(JSON.stringify(doc));
}
