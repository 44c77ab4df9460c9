import { setMaxListeners } from 'node:events';
import type { CloudAdapter, ConversationReference, TurnContext } from 'botbuilder';
import PQueue from 'p-queue';
import { anyStep } from '../../../dialogs/converse.js';
import { continueLocally } from './deliver.js';
import type { Send, SendFault, SendResult } from '../../turn/incoming.js';
import { NeverLeft, sendPatiently, usualPatience, watchRequests, type Patience } from './patience.js';
import { toActivity } from '../outgoing.js';
import { placeOf } from './place.js';

/** Messages that nobody asked for, each in its person's own conversation: what the round of reminders sends with. */

export interface ProactiveOptions {
  readonly adapter: CloudAdapter;
  /** Empty without credentials. */
  readonly appId: string;
  /** The web chat, where it is on: its address changes with every start. */
  readonly directLine?: { current<T extends Partial<ConversationReference>>(reference: T): T } | undefined;
  readonly patience?: Patience;
  /** Requests a second, repeats included, evenly. Teams allows 50 for an app in a tenant: the rest is for replies. */
  readonly perSecond?: number;
  /** Told of a send that failed. */
  readonly onFault?: (fault: SendFault) => void;
  /** Ends the waiting: what has not left by then is for later. */
  readonly signal?: AbortSignal;
}

/** Sends messages that nobody asked for, each in the person's own conversation, as the Bot Framework continues one. */
export function createSend({
  adapter,
  appId,
  directLine,
  patience = usualPatience,
  perSecond = 40,
  signal,
  onFault,
}: ProactiveOptions): Send {
  // Everyone who waits listens.
  if (signal) setMaxListeners(0, signal);
  const pace = new PQueue({ interval: 1000 / perSecond, intervalCap: 1 });

  return async ({ reference: address }, reply, mayGo) => {
    const reference = address as Partial<ConversationReference> | null;
    // No conversation, or one in a web chat that is off: there is no way to them.
    if (!reference || (reference.channelId === 'webchat' && !directLine)) return 'refused';
    const { channelId, conversation, user: from } = reference;
    const place = channelId && conversation && from ? placeOf({ channelId, conversation, from }) : {};
    const activity = toActivity(reply, { application: null, step: anyStep, revision: 0 }, place);
    let outcome: Promise<SendResult> | undefined;
    // The adapter keeps a turn's failures for itself, so what becomes of the send is told from the inside.
    const turn = async (context: TurnContext): Promise<void> => {
      let left = false;
      watchRequests(context, () => (left = true));
      outcome = sendPatiently(
        async () => {
          left = false;
          try {
            await context.sendActivity(activity);
          } catch (error) {
            throw left ? error : new NeverLeft('The request was not made', { cause: error });
          }
        },
        {
          patience,
          ...(signal ? { signal } : {}),
          ...(onFault ? { onFault } : {}),
          mayGo: async () => {
            await pace.add(() => undefined);
            return !signal?.aborted && mayGo();
          },
        },
      );
      await outcome.catch(() => undefined);
    };
    try {
      if (directLine && reference.channelId === 'webchat')
        await continueLocally(adapter, directLine.current(reference), turn);
      else await adapter.continueConversationAsync(appId, reference, turn);
    } catch {
      // Whatever failed around the turn: if it never came to the send, nothing has left.
    }
    return outcome ?? 'later';
  };
}
