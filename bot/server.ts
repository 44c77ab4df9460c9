import type { Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pino, { type Logger } from 'pino';
import restify, { type Server } from 'restify';
import { longestRetention } from './turn/rounds.js';
import type { Schemes } from '../data/schemes/schemes.js';
import type { Store } from '../data/store/store.js';
import { englandCalendar } from '../data/calendar/england.js';
import { londonDate } from '../workflows/dates.js';
import { mountAdmin } from './http/admin.js';
import { createAssistant, type AssistantOptions } from './turn/turns.js';
import type { MayFetch } from './channels/attached.js';
import { scannerFor } from './files/scan.js';
import type { Clock } from './turn/clock.js';
import type { Config } from './config.js';
import * as content from './turn/content.js';
import { Refusal, answer } from './http/answers.js';
import { deliverTo } from './channels/teams/deliver.js';
import { mountDirectLine, type MountedDirectLine } from './channels/web/mount.js';
import { mountDocuments } from './http/documents.js';
import { followRequests } from './http/drain.js';
import { hush } from './http/hush.js';
import { authenticationFor, type TokenAuthority } from './channels/teams/identity.js';
import { guard, isStranger, tooManyMessages, usualLimits, type Limits } from './http/limits.js';
import { locksFor } from './turn/locks.js';
import { Adapter, counted, mountMessages } from './channels/teams/messages.js';
import { createMetrics, mountMetrics } from './http/metrics.js';
import { openMind, type OpenMind } from './turn/open-mind.js';
import type { NudgeJobs } from './jobs/nudge-jobs.js';
import { createNudgeRound, type NudgeRound } from './jobs/nudges.js';
import { mountPage } from './channels/web/page/serve.js';
import { createPlanner } from './model/planner.js';
import { mountPages } from './http/pages/mount.js';
import { noBlindRepeats } from './channels/teams/patience.js';
import { createSend } from './channels/teams/proactive.js';
import { createRetention } from './jobs/retention.js';
import { retimeAfterChange } from './jobs/retime.js';

export interface ServerOptions {
  readonly config: Config;
  readonly store: Store;
  readonly schemes: Schemes;
  /** What there is to know, where it is open already. */
  readonly mind?: OpenMind;
  readonly clock: Clock;
  readonly log: Logger;
  /** Where the data lies in a folder: that folder, and how to copy it while the assistant runs. */
  readonly backup?: { readonly folder: string; readonly to: (folder: string) => Promise<void> };
  /** What the store reported since the start. */
  readonly problems?: () => readonly { readonly code: string }[];
  /** For tests: other limits, someone else to sign what Teams sends, and another place where its files lie. */
  readonly limits?: Partial<Limits>;
  readonly authority?: TokenAuthority;
  readonly mayFetch?: MayFetch;
}

export interface RunningServer {
  readonly url: string;
  /** Finishes the turns in hand, then lets go of the port. The store is the caller's to close. */
  close(): Promise<void>;
}

/** Milliseconds between two looks at who is due. */
const tickEvery = 20_000;
/** Milliseconds for which an answer to "can you write?" holds: each asks the disk to flush. */
const readyFor = 1_000;
/** Milliseconds that an answer which could not be saved speaks against it: a full disk may take a byte, and no more. */
const refusalHolds = 5_000;
/** Milliseconds that a stop gives the requests in hand: less than what the container allows. */
const stopWithin = 20_000;

/** Everything that listens: the messaging endpoint, the web chat on loopback, documents, health. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { config, store, schemes, clock, log, backup } = options;
  const authentication = authenticationFor(config, options.authority);
  const adapter = createAdapter(config, log, authentication);
  // restify's own log writes whole requests down.
  const server = restify.createServer({
    name: 'ap-pathway',
    ignoreTrailingSlash: true,
    // Its types name another logger than it has.
    log: pino({ level: 'silent' }) as never,
  });
  quiet(server, log);
  const requests = followRequests(server.server as HttpServer);
  const limits = guard(server, config, { ...usualLimits(config), ...options.limits });
  const metrics = createMetrics({ problems: options.problems });
  const secure = config.PUBLIC_URL?.startsWith('https:') ?? false;
  let stopping = false;
  server.pre((request, response, next) => {
    // The bot's own answers to the web chat still come this way.
    if (!stopping || request.getPath().startsWith('/connector/')) return next();
    response.setHeader('Retry-After', '5');
    answer(response, 503, { error: { code: 'Stopping', message: content.restarting } });
    next(false);
  });
  const calendar = englandCalendar();
  const locks = locksFor(store);
  let address = '';
  const baseUrl = () => config.PUBLIC_URL ?? address;
  const coordinators = config.COORDINATORS.map((id) => (isGuid(id) ? `teams-${id}` : id));
  const chats = () => directLine;
  const mind = options.mind ?? openMind();
  const assistant = createAssistant({
    ...{ store, schemes, clock, calendar, mind, locks, log, baseUrl },
    ...{ coordinators, chats },
    planner: config.model && createPlanner({ model: config.model, log }),
    files: filesFor(config, log, options.mayFetch),
  });

  let refusedAt = -Infinity;
  const turn = counted(
    metrics,
    (context) => assistant.run(context),
    () => (refusedAt = performance.now()),
  );

  // What had begun to arrive when the stop came is not begun any more: its sender tries again, and finds the next one.
  const mayBegin = () => {
    if (stopping) throw stoppingNow();
  };
  mountMessages(server, { config, adapter, authentication, guard: limits, metrics, log, turn, mayBegin });
  const asked = (path: string, handle: restify.RequestHandler) => {
    server.get(path, handle);
    server.head(path, handle);
  };
  asked('/healthz', (_request, response, next) => {
    response.send(200, { status: 'alive' });
    next();
  });
  const ready = askedAtMost(
    async () => performance.now() - refusedAt > refusalHolds && (await store.writable()),
    readyFor,
  );
  asked('/readyz', async (_request: restify.Request, response: restify.Response) => {
    const canWrite = await ready();
    response.send(canWrite ? 200 : 503, { status: canWrite ? 'ready' : 'the store cannot write' });
  });
  mountMetrics(server, metrics, config);
  const admin = backup && mountAdmin(server, { folder: backup.folder, log, backup: backup.to });
  mountDocuments(server, {
    ...{ store, schemes, clock, calendar, coordinators, chats },
    comparisons: () => mind.comparisons,
  });
  mountPages(server, { config, retention: longestRetention(schemes.rounds) });

  let directLine: MountedDirectLine | undefined;
  if (config.webChat) {
    directLine = mountDirectLine(server, {
      store,
      deliver: deliverTo(adapter, turn),
      takesFiles: config.FILES === 'on',
      mayCome: (request) => !isStranger(request, config),
      refuseFor: async (person) => {
        if (stopping) return { refusal: stoppingNow() };
        const tooMany = await limits.tooManyFrom(person);
        return (
          tooMany && {
            refusal: tooManyMessages(tooMany),
            ...(tooMany.first ? { say: content.slowDown } : {}),
          }
        );
      },
      secure,
      now: () => clock.now(),
      onFault: (code, error) =>
        log.error({ code, cause: (error as { code?: unknown } | null)?.code }, 'web chat'),
    });
    mountPage(server, { secure });
  } else {
    // Only the web chat's streams are upgrades. With restify's listener and nobody behind it, a connection that asks for
    // one would stay open for ever; without it Node answers as if it had not asked.
    server.server.removeAllListeners('upgrade');
  }

  const closing = new AbortController();
  const round = createNudgeRound({
    store,
    schemes,
    calendar,
    clock,
    log,
    locks,
    onOutcome: (outcome) => metrics.nudge(outcome),
    coordinators,
    send: createSend({
      adapter,
      appId: config.MICROSOFT_APP_ID ?? '',
      directLine,
      signal: closing.signal,
      onFault: ({ code: cause, status, isOurs }) => {
        if (!isOurs) return;
        metrics.unsent('later', true);
        log.error({ code: 'REMINDER_NOT_DELIVERED', cause, status }, 'a reminder could not leave');
      },
    }),
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.PORT, config.host, resolve);
  });
  address = url(config, server);
  const unhush = hush(log);
  const jobs = config.DATABASE_URL ? await startJobs(config.DATABASE_URL, round, clock, log) : undefined;
  const retention = createRetention({ store, schemes, clock, locks, log, coordinators, chats });
  const look = () => {
    void (jobs ? jobs.plan() : round.run());
    void retention.run();
  };
  admin?.open(localUrl(config, server));
  const tick = setInterval(look, tickEvery);
  void retimeAfterChange({ store, schemes, calendar, clock, log }).then(look);
  return {
    url: address,
    close: async () => {
      stopping = true;
      clearInterval(tick);
      closing.abort();
      await Promise.all([round.close(), jobs?.close()]);
      await directLine?.close();
      await assistant.settled();
      await requests.finish(stopWithin);
      admin?.close();
      metrics.close();
      unhush();
    },
  };
}

/** Files are taken where the operator says so; that nobody looks through them is told to them too. */
function filesFor({ FILES, FILE_SCAN }: Config, log: Logger, mayFetch?: MayFetch): AssistantOptions['files'] {
  if (FILES === 'off') return undefined;
  if (!FILE_SCAN)
    log.warn(
      { code: 'FILES_NOT_SCANNED' },
      'files are kept, and FILE_SCAN sets nothing that looks through them',
    );
  return {
    ...(FILE_SCAN ? { scan: scannerFor(FILE_SCAN, log) } : {}),
    ...(mayFetch ? { mayFetch } : {}),
  };
}

/** Loaded where it is needed only: one instance on a folder starts without it. */
async function startJobs(url: string, round: NudgeRound, clock: Clock, log: Logger): Promise<NudgeJobs> {
  const { startNudgeJobs } = await import('./jobs/nudge-jobs.js');
  return startNudgeJobs({ url, round, today: () => londonDate(clock.now()), log });
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

function stoppingNow(): Refusal {
  return new Refusal(503, 'Stopping', content.restarting, 5);
}

function isGuid(id: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
}

/** restify's own faults as JSON with a plain sentence, and never a stack to the caller. */
function quiet(server: Server, log: Logger): void {
  server.on('restifyError', (request: restify.Request, _response, error: RestifyError, done: () => void) => {
    const status = error.statusCode ?? 500;
    // The route, not the path: that may hold the token of a link.
    if (status >= 500)
      log.error({ code: 'HTTP_FAILED', status, route: request.getRoute()?.path }, 'request failed');
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

/** Asks again only when the last answer is that many milliseconds old. */
function askedAtMost<T>(ask: () => Promise<T>, every: number): () => Promise<T> {
  let asked = -Infinity;
  let answered: Promise<T> | undefined;
  return () => {
    if (!answered || performance.now() - asked > every) {
      asked = performance.now();
      answered = ask();
    }
    return answered;
  };
}

type RestifyError = Error & { statusCode?: number; toJSON?: () => unknown };

/** How this machine itself reaches the server, whatever address it listens on. */
function localUrl({ host }: Config, server: Server): string {
  const { port } = server.address() as AddressInfo;
  return `http://${host === '::1' ? '[::1]' : '127.0.0.1'}:${port}`;
}

function url(config: Config, server: Server): string {
  const address = server.address() as AddressInfo | null;
  const host = config.host === '0.0.0.0' || config.host === '::' ? 'localhost' : config.host;
  return `http://${host === '127.0.0.1' ? 'localhost' : host}:${address?.port ?? config.PORT}`;
}
