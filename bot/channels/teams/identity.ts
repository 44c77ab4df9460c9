import {
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type Activity,
} from 'botbuilder';
import {
  AuthenticationConstants,
  AuthenticationError,
  ConnectorFactory,
  type AuthenticateRequestResult,
  type ClaimsIdentity,
  type ConnectorClient,
  type UserTokenClient,
} from 'botframework-connector';
import type { Config } from '../../config.js';
import { Refusal } from '../../http/answers.js';

/** Who is let in, and who we are to Microsoft: the SDK's check of tokens, with the ways around it closed. */

/** Who signs what Teams sends. Only a test says otherwise, with a key server of its own: no variable can. */
export interface TokenAuthority {
  readonly openIdMetadataUrl: string;
  readonly issuer: string;
}

const microsoft: TokenAuthority = {
  openIdMetadataUrl: AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl,
  issuer: AuthenticationConstants.ToBotFromChannelTokenIssuer,
};

/**
 * Hosts of Microsoft's connector service: Teams of the public cloud (smba.trafficmanager.net, and only that name, for
 * anybody can have another one under trafficmanager.net) and of the sovereign clouds, and the Bot Framework's own.
 * @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages
 */
const connectorHosts =
  /^(?:smba\.trafficmanager\.net|(?:[a-z0-9-]+\.)*(?:botframework\.com|botframework\.azure\.(?:us|cn)|teams\.microsoft\.(?:com|us)))$/;

/** May an answer, and the token with it, go there? */
export function isMicrosofts(serviceUrl: unknown): boolean {
  if (typeof serviceUrl !== 'string' || !URL.canParse(serviceUrl)) return false;
  const { protocol, hostname, port, username, password } = new URL(serviceUrl);
  return protocol === 'https:' && port === '' && username + password === '' && connectorHosts.test(hostname);
}

/** How the SDK is to know who asks, and who we are. Without credentials everyone is let in, on this machine only. */
export function authenticationFor(
  config: Config,
  authority: TokenAuthority = microsoft,
): ConfigurationBotFrameworkAuthentication {
  const { MICROSOFT_APP_ID, MICROSOFT_APP_PASSWORD, MICROSOFT_APP_TENANT_ID, MICROSOFT_APP_TYPE } = config;
  if (!MICROSOFT_APP_ID) return new Anyone({}, new ConfigurationServiceClientCredentialFactory({}));
  const credentials = new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppId: MICROSOFT_APP_ID,
    MicrosoftAppType: MICROSOFT_APP_TYPE,
    ...(MICROSOFT_APP_PASSWORD ? { MicrosoftAppPassword: MICROSOFT_APP_PASSWORD } : {}),
    ...(MICROSOFT_APP_TENANT_ID ? { MicrosoftAppTenantId: MICROSOFT_APP_TENANT_ID } : {}),
  });
  return new ChannelOnly(credentials, authority);
}

/** How many places to answer to are known at once: Teams has a handful. */
const mostClients = 100;

/**
 * The SDK builds two clients for every activity, which took a quarter of a turn. One for each place to answer to does:
 * its credentials renew their token by themselves. What is sent unasked still gets a client of its own, which is
 * watched while it sends.
 */
class WithKeptClients extends ConfigurationBotFrameworkAuthentication {
  private readonly clients = new Map<string, ConnectorClient>();
  private userTokens: UserTokenClient | undefined;

  override async authenticateRequest(activity: Activity, header: string): Promise<AuthenticateRequestResult> {
    const result = await super.authenticateRequest(activity, header);
    const { connectorFactory } = result;
    return connectorFactory
      ? { ...result, connectorFactory: new Keeping(connectorFactory, this.clients) }
      : result;
  }

  /** Nobody signs in here, so it is only ever handed around. */
  override async createUserTokenClient(identity: ClaimsIdentity): Promise<UserTokenClient> {
    return (this.userTokens ??= await super.createUserTokenClient(identity));
  }
}

/** Without credentials everyone is the same nobody: found out once. A skill, which the SDK knows too, is none of ours. */
class Anyone extends WithKeptClients {
  private nobody: Promise<AuthenticateRequestResult> | undefined;

  override authenticateRequest(activity: Activity, header: string): Promise<AuthenticateRequestResult> {
    return header === '' && activity.recipient.role !== 'skill'
      ? (this.nobody ??= super.authenticateRequest(activity, header))
      : super.authenticateRequest(activity, header);
  }
}

class Keeping extends ConnectorFactory {
  constructor(
    private readonly inner: ConnectorFactory,
    private readonly clients: Map<string, ConnectorClient>,
  ) {
    super();
  }

  async create(serviceUrl: string, audience: string): Promise<ConnectorClient> {
    const key = JSON.stringify([serviceUrl, audience]);
    const known = this.clients.get(key);
    if (known) return known;
    const client = await this.inner.create(serviceUrl, audience);
    if (this.clients.size >= mostClients) this.clients.clear();
    this.clients.set(key, client);
    return client;
  }
}

/**
 * Lets in what Microsoft's channel service signed for this app, and nothing else that the SDK knows: no Emulator, no
 * skills, no App Service extension. The SDK checks the token; what is added here closes the ways around that check.
 */
class ChannelOnly extends WithKeptClients {
  constructor(
    credentials: ConfigurationServiceClientCredentialFactory,
    private readonly authority: TokenAuthority,
  ) {
    // Once one of these is given, the SDK takes none of the others from its own table.
    super(
      {
        ToChannelFromBotLoginUrl: AuthenticationConstants.ToChannelFromBotLoginUrl,
        ToChannelFromBotOAuthScope: AuthenticationConstants.ToChannelFromBotOAuthScope,
        ToBotFromChannelTokenIssuer: authority.issuer,
        OAuthUrl: AuthenticationConstants.OAuthUrl,
        ToBotFromChannelOpenIdMetadataUrl: authority.openIdMetadataUrl,
        ToBotFromEmulatorOpenIdMetadataUrl: AuthenticationConstants.ToBotFromEmulatorOpenIdMetadataUrl,
        CallerId: 'urn:botframework:azure',
      },
      credentials,
    );
  }

  /** @throws {Refusal} 401 for a token that is missing or no good, 403 for a service that is not Microsoft's. */
  override async authenticateRequest(activity: Activity, header: string): Promise<AuthenticateRequestResult> {
    if (issuerIn(header) !== this.authority.issuer) throw noToken();
    if (!isMicrosofts(activity.serviceUrl))
      throw new Refusal(403, 'Forbidden', 'The service URL is not one of Microsoft’s.');
    // The service URL is one of Microsoft's, so the client that is kept for it needs no further guard.
    return super.authenticateRequest(activity, header).catch((error: unknown) => {
      throw refusalOf(error);
    });
  }

  override createConnectorFactory(identity: ClaimsIdentity): ConnectorFactory {
    return new Guarded(super.createConnectorFactory(identity));
  }
}

/** Where a client is made, a token goes: a saved reference may be older than the credentials. */
class Guarded extends ConnectorFactory {
  constructor(private readonly inner: ConnectorFactory) {
    super();
  }

  async create(serviceUrl: string, audience: string): Promise<ConnectorClient> {
    if (!isMicrosofts(serviceUrl))
      throw Object.assign(new Error('The service URL is not one of Microsoft’s'), {
        code: 'SERVICE_URL_REFUSED',
      });
    return this.inner.create(serviceUrl, audience);
  }
}

function noToken(): Refusal {
  return new Refusal(401, 'Unauthorized', 'A token of the Bot Framework for this app is needed.');
}

/** The SDK gives 500 for a forged token. What is not a fault of the token is that its keys could not be had. */
function refusalOf(error: unknown): Refusal {
  const { name, statusCode } = error as { name?: unknown; statusCode?: unknown };
  const isToken =
    error instanceof AuthenticationError
      ? statusCode !== 500
      : ['JsonWebTokenError', 'NotBeforeError', 'TokenExpiredError', 'SyntaxError'].includes(String(name));
  return isToken
    ? noToken()
    : new Refusal(503, 'ServiceUnavailable', 'Tokens cannot be checked just now. Try again in a minute.');
}

/** Who a token says that it is from. Believed only to refuse: nothing is fetched for someone else's token. */
function issuerIn(header: string): string | undefined {
  const body = /^Bearer [\w-]+\.([\w-]+)\.[\w-]+$/.exec(header)?.[1];
  try {
    const claims = JSON.parse(Buffer.from(body ?? '', 'base64url').toString()) as { iss?: unknown } | null;
    return typeof claims?.iss === 'string' ? claims.iss : undefined;
  } catch {
    return undefined;
  }
}
