import type { Logger } from 'pino';
import { englandCalendar } from '../data/calendar/england.js';
import type { Schemes } from '../data/schemes/schemes.js';
import type { Store } from '../data/store/store.js';
import { londonDate } from '../workflows/dates.js';
import { createAssistant } from './assistant.js';
import type { MayFetch } from './channels/teams/attached.js';
import { createAdapter } from './channels/teams/adapter.js';
import { deliverTo } from './channels/teams/deliver.js';
import { authenticationFor, type TokenAuthority } from './channels/teams/identity.js';
import { mountMessages } from './channels/teams/messages.js';
import { createSend } from './channels/teams/proactive.js';
import { mountDirectLine, type MountedDirectLine } from './channels/web/mount.js';
import { mountPage } from './channels/web/page/serve.js';
import type { Config } from './config.js';
import { mountAdmin } from './http/admin.js';
import * as content from './http/content.js';
import { mountDocuments } from './http/documents.js';
import { mountHealth } from './http/health.js';
import { hush } from './http/hush.js';
import { isStranger, tooManyMessages, type Limits } from './http/limits.js';
import { createHttp } from './http/listen.js';
import { counted, createMetrics, mountMetrics } from './http/metrics.js';
import { mountPages } from './http/pages/mount.js';
import type { NudgeJobs } from './jobs/nudge-jobs.js';
import { createNudgeRound, type NudgeRound } from './jobs/nudges.js';
import { createRetention } from './jobs/retention.js';
import { retimeAfterChange } from './jobs/retime.js';
import { createPlanner } from './model/planner.js';
import type { Clock } from './turn/clock.js';
import { scannerFor } from './turn/files/scan.js';
import type { TurnOptions } from './turn/house.js';
import { locksFor } from './turn/locks.js';
import { openMind, type OpenMind } from './turn/open-mind.js';
import { longestRetention } from './turn/rounds.js';

/** Where the rooms of `bot/` are put together: everything that listens, and what goes on behind it. */

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
  /** For tests: other limits, and someone else to sign what Teams sends. */
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
/** Milliseconds that an answer which could not be saved speaks against it: a full disk may take a byte, and no more. */
const refusalHolds = 5_000;

export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { config, store, schemes, clock, log, backup } = options;
  const authentication = authenticationFor(config, options.authority);
  const adapter = createAdapter(config, log, authentication);
  const http = createHttp(config, log, options.limits);
  const { server, limits } = http;
  const metrics = createMetrics({ problems: options.problems });
  const secure = config.PUBLIC_URL?.startsWith('https:') ?? false;
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
    planner:
      config.model &&
      createPlanner({
        ...{ model: config.model, log, metrics },
        load: async () => (await import('./channels/teams/action-planner.js')).askModel,
      }),
    ...{ files: filesFor(config, log), mayFetch: options.mayFetch },
  });

  let refusedAt = -Infinity;
  const onNotSaved = () => (refusedAt = performance.now());
  const turn = (context: Parameters<typeof assistant.run>[0]) =>
    counted(metrics, context.activity.type, () => assistant.run(context), onNotSaved);

  const { mayBegin } = http;
  mountMessages(server, { config, adapter, authentication, guard: limits, metrics, log, turn, mayBegin });
  mountHealth(server, async () => performance.now() - refusedAt > refusalHolds && (await store.writable()));
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
        mayBegin();
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

  const { url, localUrl } = await http.listen();
  address = url;
  const unhush = hush(log);
  const jobs = config.DATABASE_URL ? await startJobs(config.DATABASE_URL, round, clock, log) : undefined;
  const retention = createRetention({ store, schemes, clock, locks, log, coordinators, chats });
  const look = () => {
    void (jobs ? jobs.plan() : round.run());
    void retention.run();
  };
  admin?.open(localUrl);
  const tick = setInterval(look, tickEvery);
  void retimeAfterChange({ store, schemes, calendar, clock, log }).then(look);
  return {
    url,
    close: async () => {
      http.stop();
      clearInterval(tick);
      closing.abort();
      await Promise.all([round.close(), jobs?.close()]);
      await directLine?.close();
      await assistant.settled();
      await http.close();
      admin?.close();
      metrics.close();
      unhush();
    },
  };
}

/** Files are taken where the operator says so; that nobody looks through them is told to them too. */
function filesFor({ FILES, FILE_SCAN }: Config, log: Logger): TurnOptions['files'] {
  if (FILES === 'off') return undefined;
  if (FILE_SCAN) return { scan: scannerFor(FILE_SCAN, log) };
  log.warn(
    { code: 'FILES_NOT_SCANNED' },
    'files are kept, and FILE_SCAN sets nothing that looks through them',
  );
  return {};
}

/** Loaded where it is needed only: one instance on a folder starts without it. */
async function startJobs(url: string, round: NudgeRound, clock: Clock, log: Logger): Promise<NudgeJobs> {
  const { startNudgeJobs } = await import('./jobs/nudge-jobs.js');
  return startNudgeJobs({ url, round, today: () => londonDate(clock.now()), log });
}

function isGuid(id: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
}
