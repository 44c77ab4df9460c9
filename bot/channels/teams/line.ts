import { ActivityTypes, type InvokeResponse, type TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { Line, SendFault, Unsent } from '../../turn/incoming.js';
import { toActivities } from '../outgoing.js';
import { failed, respond } from './invokes.js';
import { faultOf, sendPatiently } from './patience.js';
import { placeOf } from './place.js';
import { endTyping } from './typing.js';

/** How a turn speaks through the Bot Framework: replies as activities, one after another and with patience. */
export function lineTo(context: TurnContext, log: Logger): Line {
  return {
    async say(replies, mark) {
      await endTyping(context);
      const place = placeOf(context.activity);
      let unsent: Unsent | undefined;
      for (const message of replies.flatMap((reply) => toActivities(reply, mark, place))) {
        let fault: SendFault | undefined;
        const onFault = (found: SendFault) => (fault = found);
        const result = await sendPatiently(() => context.sendActivity(message), {
          onFault,
        });
        // The answer is kept either way; the next message shows where things stand.
        if (result === 'sent') continue;
        unsent ??= { result, fault };
        const { code: cause, status } = fault ?? {};
        // Who blocked or removed the assistant is no trouble of the operator's.
        log[result === 'refused' ? 'warn' : 'error'](
          { code: 'REPLY_NOT_DELIVERED', result, cause, status },
          'a reply was not delivered',
        );
      }
      return unsent;
    },
    answer: (response) => respond(context, response as InvokeResponse),
    async replace(instead) {
      const id = context.activity.replyToId;
      if (!id) return;
      const update = context.updateActivity({ ...instead, id });
      await Promise.race([update, wait(1500)]).catch(() => undefined);
    },
    async apologise(words) {
      await endTyping(context);
      if (context.activity.type === String(ActivityTypes.Invoke)) {
        await respond(context, failed(context.activity, words));
        return undefined;
      }
      return context.sendActivity(words).then(
        () => undefined,
        (fault: unknown) => faultOf(fault),
      );
    },
  };
}

function wait(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), milliseconds).unref());
}
