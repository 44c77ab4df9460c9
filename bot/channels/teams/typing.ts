import { ActivityTypes, DeliveryModes, type TurnContext } from 'botbuilder';
import { showsTyping } from './place.js';

/** The sign that an answer is being made, for when it takes a moment. */

/** Milliseconds without an answer after which the person sees that one is on its way: the store asks for two seconds. */
const soon = 1200;

const sign = Symbol('typing sign');

/**
 * Shows that an answer is being made, when it takes a moment. One timer a turn: teams-ai's own is shared by all turns
 * and stops with the first that ends.
 */
export function showTyping(context: TurnContext, after = soon): void {
  const { activity } = context;
  const isShown =
    activity.type === String(ActivityTypes.Message) &&
    activity.deliveryMode !== String(DeliveryModes.ExpectReplies) &&
    showsTyping(activity);
  if (!isShown) return;
  const typing: { sent?: Promise<unknown>; timer: NodeJS.Timeout } = {
    timer: setTimeout(() => {
      const sending = context.sendActivity({ type: ActivityTypes.Typing });
      // Nobody misses a sign that could not be given.
      typing.sent = Promise.race([sending, wait(1000)]).catch(() => undefined);
    }, after),
  };
  context.turnState.set(sign, typing);
}

/** Before the answer: no sign any more, and one that is on its way goes first. */
export async function endTyping(context: TurnContext): Promise<void> {
  const typing = context.turnState.get<{ sent?: Promise<unknown>; timer: NodeJS.Timeout } | undefined>(sign);
  clearTimeout(typing?.timer);
  await typing?.sent;
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}
