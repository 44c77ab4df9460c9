import { AsyncLocalStorage } from 'node:async_hooks';
import type { Storage, StoreItems } from 'botbuilder';
import type { Json, Store, Write } from '../data/store/store.js';
import { kinds } from './records.js';

const staged = new AsyncLocalStorage<Write[]>();

/**
 * teams-ai's turn state over our store. Inside `staging` its writes wait, so that what the conversation is about goes
 * to disk in the same commit as the application: all of a turn or none of it.
 */
export class TurnStorage implements Storage {
  constructor(private readonly store: Store) {}

  async read(keys: string[]): Promise<StoreItems> {
    const found = await Promise.all(keys.map((key) => this.store.get(kinds.conversation, key)));
    return Object.fromEntries(found.flatMap((record, i) => (record ? [[keys[i] ?? '', record.doc]] : [])));
  }

  async write(changes: StoreItems): Promise<void> {
    await this.keep(
      Object.entries(changes).map(([id, doc]) => ({ kind: kinds.conversation, id, doc: doc as Json })),
    );
  }

  async delete(keys: string[]): Promise<void> {
    await this.keep(keys.map((id) => ({ kind: kinds.conversation, id, delete: true as const })));
  }

  /** Runs `work` and gives back the writes it would have made. */
  async staging(work: () => Promise<void>): Promise<Write[]> {
    const writes: Write[] = [];
    await staged.run(writes, work);
    return writes;
  }

  private async keep(writes: readonly Write[]): Promise<void> {
    const waiting = staged.getStore();
    if (waiting) waiting.push(...writes);
    else await this.store.commit(writes);
  }
}
