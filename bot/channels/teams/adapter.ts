import { CloudAdapter, type Activity, type InvokeResponse, type TurnContext } from 'botbuilder';
import type { AuthenticateRequestResult } from 'botframework-connector';
import type { Logger } from 'pino';
import type { Config } from '../../config.js';
import { authenticationFor } from './identity.js';
import { noBlindRepeats } from './patience.js';

/** The SDK's adapter, as this product wants it: it repeats nothing blindly, and takes an activity whose sender is known already. */

type Turn = (context: TurnContext) => Promise<void>;

/** The adapter, which also takes an activity whose sender is known already. */
export class Adapter extends CloudAdapter {
  take(from: AuthenticateRequestResult, activity: Activity, turn: Turn): Promise<InvokeResponse | undefined> {
    return this.processActivity(from, activity, turn);
  }
}

/** What speaks to the channels: with the app's credentials, or without any on this machine alone. */
export function createAdapter(
  config: Config,
  log: Logger,
  authentication = authenticationFor(config),
): Adapter {
  const adapter = new Adapter(authentication);
  adapter.use(noBlindRepeats);
  // Turns look after their own failures; what comes here failed around them.
  adapter.onTurnError = (_context, error) => {
    log.error(
      { code: (error as { code?: string }).code ?? 'TURN_FAILED' },
      'turn failed outside the conversation',
    );
    return Promise.resolve();
  };
  return adapter;
}
