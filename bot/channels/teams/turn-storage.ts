import './without-dialogs.js';
import {
  TurnState,
  type DefaultTempState,
  type DefaultUserState,
} from '@microsoft/teams-ai/lib/TurnState.js';
import type { Storage, StoreItems, TurnContext } from 'botbuilder';
import type { Json, Store, Write } from '../../../data/store/store.js';
import type { Conversation } from '../../turn/memory.js';
import { kinds } from '../../turn/records.js';

/** teams-ai's turn state over our store: it reads here, and a turn writes its own, in the same commit as all else. */
export class TurnStorage implements Storage {
  constructor(private readonly store: Store) {}

  async read(keys: string[]): Promise<StoreItems> {
    const found = await Promise.all(keys.map((key) => this.store.get(kinds.conversation, key)));
    return Object.fromEntries(
      found.flatMap((record, i) => (record ? [[keys[i] ?? '', unwritten(record.doc)]] : [])),
    );
  }

  async write(changes: StoreItems): Promise<void> {
    await this.store.commit(
      Object.entries(changes).map(([id, doc]) => ({ kind: kinds.conversation, id, doc: doc as Json })),
    );
  }

  async delete(keys: string[]): Promise<void> {
    await this.store.commit(keys.map((id) => ({ kind: kinds.conversation, id, delete: true as const })));
  }
}

/**
 * teams-ai writes all of it out when it is loaded, to see at its own `save` whether it changed. Nothing is saved so
 * here: there is nothing to write.
 */
function unwritten(doc: Json): object {
  return Object.defineProperty(doc as object, 'toJSON', { value: nothing });
}

function nothing(): null {
  return null;
}

/** What is remembered of a conversation. teams-ai's place for each user is never read: nobody signs in here. */
export class ConversationTurnState extends TurnState<Conversation, DefaultUserState, DefaultTempState> {
  override get user(): DefaultUserState {
    return {};
  }

  /** What keeps the conversation as it is now. teams-ai's own `save` writes all of it out twice to see if it changed. */
  get write(): Write {
    const { storageKey, value } = this.getScope('conversation') ?? {};
    if (!storageKey) throw new Error('The turn has not begun');
    return { kind: kinds.conversation, id: storageKey, doc: { ...(value as { [key: string]: Json }) } };
  }

  protected override async onComputeStorageKeys(context: TurnContext): Promise<Record<string, string>> {
    const { conversation = '' } = await super.onComputeStorageKeys(context);
    return { conversation };
  }
}
