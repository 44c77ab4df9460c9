import './without-dialogs.js';
// By its file: the whole package also loads the tokenizers that only a language model needs, at every start.
import { Application } from '@microsoft/teams-ai/lib/Application.js';
import { ActivityTypes, type TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { Store } from '../../../data/store/store.js';
import type { Ending, Incoming } from '../../turn/incoming.js';
import type { Turns } from '../../turn/turns.js';
import type { MayFetch } from './attached.js';
import { lineTo } from './line.js';
import { isGroup } from './place.js';
import { arrivalIn, editIn, invokeIn, messageIn, personIdOf, reachIn } from './translate.js';
import { TurnStorage, ConversationTurnState } from './turn-storage.js';
import { endTyping, showTyping } from './typing.js';

/**
 * The Bot Framework's way to a turn: teams-ai finds the route and loads what is remembered; what was sent is put into the
 * turn's own terms. Everything that comes by the SDK comes this way, Teams and whatever else speaks its protocol.
 */
export interface Channel {
  /** One activity. Resolves when what it changed is on disk and its replies are sent. */
  run(context: TurnContext): Promise<Ending>;
}

export function createChannel({
  store,
  turns,
  log,
  mayFetch,
}: {
  readonly store: Store;
  readonly turns: Turns;
  readonly log: Logger;
  readonly mayFetch?: MayFetch | undefined;
}): Channel {
  const app = new Application<ConversationTurnState>({
    storage: new TurnStorage(store),
    startTypingTimer: false,
    turnStateFactory: () => new ConversationTurnState(),
  });
  // teams-ai 1.7.4 starts its timer whatever the option says; ours is in `typing.ts`.
  app.startTypingTimer = () => undefined;
  const endings = new WeakMap<TurnContext, Ending>();

  app.activity(ActivityTypes.Message, (context, state) =>
    take(context, state, messageIn(context.activity, mayFetch)),
  );
  app.activity(ActivityTypes.Invoke, async (context, state) => {
    const asked = invokeIn(context.activity);
    if (asked && 'response' in asked) await lineTo(context, log).answer(asked.response);
    else if (asked) await take(context, state, asked);
  });
  app.conversationUpdate('membersAdded', (context, state) => take(context, state, arrivalIn(context)));
  app.activity(ActivityTypes.MessageUpdate, (context, state) =>
    take(context, state, editIn(context.activity)),
  );
  app.activity(ActivityTypes.InstallationUpdate, async (context, state) => {
    const isAdded = context.activity.action?.startsWith('add') ?? false;
    if (!isGroup(context.activity)) await take(context, state, reachIn(context.activity, isAdded));
    if (isAdded) await take(context, state, arrivalIn(context));
  });
  // A turn saves its own state, in the same commit as everything else, before it says a word.
  app.turn('afterTurn', () => Promise.resolve(false));

  async function take(
    context: TurnContext,
    memory: ConversationTurnState,
    incoming: Incoming | undefined,
  ): Promise<void> {
    if (!incoming) return;
    const ending = endings.get(context) ?? {};
    await turns.take({ incoming, memory, ending, line: lineTo(context, log) });
  }

  return {
    async run(context) {
      const { activity } = context;
      if (!activity.from?.id || !activity.conversation?.id) return {};
      const who = { conversation: activity.conversation.id, person: personIdOf(activity) };
      showTyping(context);
      try {
        return await turns.queue(who, lineTo(context, log), (ending) => {
          endings.set(context, ending);
          return app.run(context);
        });
      } finally {
        await endTyping(context);
      }
    },
  };
}
