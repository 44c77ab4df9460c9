import type { Activity, CloudAdapter, ConversationReference, TurnContext } from 'botbuilder';
import {
  ClaimsIdentity,
  ConnectorClient,
  ConnectorFactory,
  MicrosoftAppCredentials,
  type AuthenticateRequestResult,
} from 'botframework-connector';

/** Activities of the web page, which come by this process and not by Microsoft: in and out without a token. */

type Turn = (context: TurnContext) => Promise<void>;

/** Answers go back to this process, so they carry no token of the bot's, whatever credentials it has for Teams. */
class LocalConnectors extends ConnectorFactory {
  async create(serviceUrl: string): Promise<ConnectorClient> {
    return new ConnectorClient(MicrosoftAppCredentials.Empty, { baseUri: serviceUrl });
  }
}

const local: AuthenticateRequestResult = {
  audience: '',
  claimsIdentity: new ClaimsIdentity([]),
  connectorFactory: new LocalConnectors(),
};

/**
 * Brings a web activity to the bot without HTTP, with or without Teams credentials: `mountDirectLine`'s `deliver`.
 * @throws when the turn throws and the adapter's `onTurnError` did not take it.
 */
export function deliverTo(adapter: CloudAdapter, turn: Turn): (activity: object) => Promise<void> {
  return (activity) => adapter.processActivityDirect(local, activity as Activity, turn);
}

/**
 * A turn that the bot begins (a nudge) in a web conversation. `reference` first goes through the mounted Direct
 * Line's `current`, because the address it came from changes with every start.
 */
export function continueLocally(
  adapter: CloudAdapter,
  reference: Partial<ConversationReference>,
  turn: Turn,
): Promise<void> {
  const activity = {
    type: 'event',
    name: 'ContinueConversation',
    id: reference.activityId,
    channelId: reference.channelId,
    serviceUrl: reference.serviceUrl,
    conversation: reference.conversation,
    recipient: reference.bot,
    from: reference.user,
    relatesTo: reference,
  };
  return adapter.processActivityDirect(local, activity as unknown as Activity, turn);
}
