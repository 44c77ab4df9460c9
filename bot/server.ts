import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type Request as BotRequest,
  type Response as BotResponse,
  type TurnContext,
} from 'botbuilder';
import AsyncLock from 'async-lock';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import restify, { type Server } from 'restify';
import type { Schemes } from '../data/schemes/schemes.js';
import type { Store } from '../data/store/store.js';
import { englandCalendar } from '../data/calendar/england.js';
import { anyStep } from '../dialogs/converse.js';
import type { Reply } from '../dialogs/reply.js';
import { createAssistant } from './assistant.js';
import type { Clock } from './clock.js';
import type { Config } from './config.js';
import { continueLocally, deliverTo } from './direct-line/deliver.js';
import { mountDirectLine, type MountedDirectLine } from './direct-line/mount.js';
import { mountDocuments } from './documents.js';
import { createNudgeRound } from './nudges.js';
import { mountPage } from './page/serve.js';
import { mountPages } from './pages/mount.js';
import { noBlindRepeats, sendPatiently } from './patience.js';
import type { PersonRecord } from './records.js';
import { retimeAfterChange } from './retime.js';
import { toActivity } from './shape.js';

export interface ServerOptions {
  readonly config: Config;
  readonly store: Store;
  readonly schemes: Schemes;
  readonly clock: Clock;
  readonly log: Logger;
}

export interface RunningServer {
  readonly url: string;
  /** Finishes the turns in hand, then lets go of the port. The store is the caller's to close. */
  close(): Promise<void>;
}

/** Milliseconds between two looks at who is due. */
const tickEvery = 20_000;
/** Bytes of one activity. Teams' own are far smaller. */
const largestActivity = 256 * 1024;

/** Everything that listens: the messaging endpoint, the web chat on loopback, documents, health. */
export async function startServer({
  config,
  store,
  schemes,
  clock,
  log,
}: ServerOptions): Promise<RunningServer> {
  const adapter = createAdapter(config, log);
  const server = restify.createServer({ name: 'ap-pathway', ignoreTrailingSlash: true });
  quiet(server, log);
  const calendar = englandCalendar();
  const locks = new AsyncLock({ maxPending: 10_000 });
  const baseUrl = () => config.PUBLIC_URL ?? url(config, server);
  const assistant = createAssistant({ store, schemes, clock, calendar, locks, log, baseUrl });

  server.post(
    '/api/messages',
    restify.plugins.bodyParser({ maxBodySize: largestActivity, mapParams: false }),
    async (request: restify.Request, response: restify.Response) => {
      const activity: unknown = request.body;
      if (!isActivity(activity)) return refuse(response, 400, 'Send one Bot Framework activity as JSON.');
      if (config.authenticated && activity.channelId !== 'msteams') {
        return refuse(response, 403, 'Only Microsoft Teams is served here.');
      }
      await adapter.process(request as unknown as BotRequest, response as unknown as BotResponse, (context) =>
        assistant.run(context),
      );
    },
  );
  server.get('/healthz', (_request, response, next) => {
    response.send(200, { status: 'alive' });
    next();
  });
  server.get('/readyz', async (_request: restify.Request, response: restify.Response) => {
    const ready = await store.writable();
    response.send(ready ? 200 : 503, { status: ready ? 'ready' : 'the store cannot write' });
  });
  mountDocuments(server, { store, schemes, clock, calendar });
  mountPages(server, { config, retention: schemes.current.retention });

  let directLine: MountedDirectLine | undefined;
  if (config.WEB_CHAT !== 'off' && config.onLoopback) {
    directLine = mountDirectLine(server, {
      store,
      deliver: deliverTo(adapter, (context) => assistant.run(context)),
      onFault: (code, error) =>
        log.error({ code, cause: (error as { code?: unknown } | null)?.code }, 'web chat'),
    });
    mountPage(server);
  }

  const round = createNudgeRound({
    store,
    schemes,
    calendar,
    clock,
    log,
    locks,
    coordinators: config.COORDINATORS.map((id) => (isGuid(id) ? `teams-${id}` : id)),
    send: (to, reply) => sendPatiently(() => begin(to, reply)),
  });
  await retimeAfterChange({ store, schemes, calendar, clock });

  /** A message that nobody asked for, in the person's own conversation. */
  async function begin({ reference }: PersonRecord, reply: Reply): Promise<void> {
    if (!reference) throw Object.assign(new Error('No conversation to send to'), { statusCode: 404 });
    const say = async (context: TurnContext) =>
      void (await context.sendActivity(toActivity(reply, { application: null, step: anyStep, revision: 0 })));
    if (reference.channelId === 'webchat' && directLine)
      return continueLocally(adapter, directLine.current(reference), say);
    await adapter.continueConversationAsync(config.MICROSOFT_APP_ID ?? '', reference, say);
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.PORT, config.host, resolve);
  });
  const tick = setInterval(() => void round.run(), tickEvery);
  void round.run();
  return {
    url: url(config, server),
    close: async () => {
      clearInterval(tick);
      await round.run();
      await directLine?.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      await assistant.settled();
      (server.server as { closeAllConnections?: () => void }).closeAllConnections?.();
      await closed;
    },
  };
}

function createAdapter(config: Config, log: Logger): CloudAdapter {
  const { MICROSOFT_APP_ID, MICROSOFT_APP_PASSWORD, MICROSOFT_APP_TENANT_ID, MICROSOFT_APP_TYPE } = config;
  const credentials = MICROSOFT_APP_ID
    ? {
        MicrosoftAppId: MICROSOFT_APP_ID,
        MicrosoftAppType: MICROSOFT_APP_TYPE,
        ...(MICROSOFT_APP_PASSWORD ? { MicrosoftAppPassword: MICROSOFT_APP_PASSWORD } : {}),
        ...(MICROSOFT_APP_TENANT_ID ? { MicrosoftAppTenantId: MICROSOFT_APP_TENANT_ID } : {}),
      }
    : {};
  const adapter = new CloudAdapter(
    new ConfigurationBotFrameworkAuthentication(
      {},
      new ConfigurationServiceClientCredentialFactory(credentials),
    ),
  );
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

function isGuid(id: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
}

function isActivity(body: unknown): body is { type: string; channelId?: unknown } {
  return (
    typeof body === 'object' &&
    body !== null &&
    !Array.isArray(body) &&
    typeof (body as { type?: unknown }).type === 'string'
  );
}

function refuse(response: restify.Response, status: number, message: string): void {
  response.send(status, { error: { message } });
}

/** restify's own faults as JSON with a plain sentence, and never a stack to the caller. */
function quiet(server: Server, log: Logger): void {
  server.on('restifyError', (request: restify.Request, _response, error: RestifyError, done: () => void) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) log.error({ code: 'HTTP_FAILED', status, path: request.getPath() }, 'request failed');
    error.toJSON = () => ({
      error: {
        message:
          status >= 500
            ? 'Something went wrong. Nothing was lost. Try again.'
            : 'That request was not understood.',
      },
    });
    done();
  });
}

type RestifyError = Error & { statusCode?: number; toJSON?: () => unknown };

function url(config: Config, server: Server): string {
  const address = server.address() as AddressInfo | null;
  const host = config.host === '0.0.0.0' || config.host === '::' ? 'localhost' : config.host;
  return `http://${host === '127.0.0.1' ? 'localhost' : host}:${address?.port ?? config.PORT}`;
}
