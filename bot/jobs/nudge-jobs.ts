import { Logger as WorkerLogger, run, type JobHelpers, type Runner } from 'graphile-worker';
import type { Logger } from 'pino';
import type { LondonDate } from '../../workflows/dates.js';
import type { NudgeRound } from './nudges.js';

/** The round of reminders shared by several instances, by a queue in PostgreSQL. */

export interface NudgeJobsOptions {
  readonly url: string;
  readonly round: Pick<NudgeRound, 'due' | 'visit'>;
  readonly today: () => LondonDate;
  readonly log: Logger;
  /** Seconds between two rounds of all instances together. */
  readonly every?: number;
  /** Where the jobs are. */
  readonly schema?: string;
}

export interface NudgeJobs {
  /** Asks for the next round, which one of the instances will do. Never throws. */
  plan(): Promise<void>;
  close(): Promise<void>;
}

/** Under Teams' 50 requests a second for an app in a tenant, over all instances, with room for ordinary replies. */
const perSecond = 30;
/** Milliseconds after the last owner: by then the coordinators know of all that is overdue. */
const coordinatorsAfter = 60_000;
/** Jobs of one instance at the same time: most of it is waiting for the channel. */
const atOnce = 10;
/** A job that has been at work for so long was its instance's last: graphile-worker itself waits four hours. */
const takenForDead = '2 minutes';

/**
 * The round for several instances, over graphile-worker's queue in PostgreSQL. One instance does each round: it gives
 * every person who is due a job, which any instance takes. The claim inside the visit is what makes it one message;
 * the queue spreads the work, keeps the pace, and tries again what did not get through, later each time.
 */
export async function startNudgeJobs({
  url,
  round,
  today,
  log,
  every = 20,
  schema = 'graphile_worker',
}: NudgeJobsOptions): Promise<NudgeJobs> {
  const waiting = `select key from ${schema}.jobs where task_identifier = 'nudge' and attempts < max_attempts
    and (locked_at is null or locked_at > now() - interval '${takenForDead}')`;

  // A job names a person, and who had their data deleted is to be named nowhere.
  const clear = `select from ${schema}.complete_jobs(array(select id from ${schema}.jobs
    where task_identifier = 'nudge' and (attempts = max_attempts or right(key, 10) < $1)))`;

  async function fanOut(_payload: unknown, { query, addJobs }: JobHelpers): Promise<void> {
    const day = today();
    await query(clear, [day]);
    const { first, last } = await round.due();
    if (first.length + last.length === 0) return;
    const planned = new Set((await query<{ key: string }>(waiting)).rows.map(({ key }) => key));
    const start = Date.now();
    const jobs = [...first, ...last]
      .map((person, index) => ({
        person,
        jobKey: `${person}/${day}`,
        at: index < first.length ? 0 : coordinatorsAfter,
      }))
      .filter(({ jobKey }) => !planned.has(jobKey))
      .map(({ person, jobKey, at }, index) => ({
        ...{ identifier: 'nudge', payload: { person }, jobKey },
        runAt: new Date(start + at + (index * 1000) / perSecond),
      }));
    if (jobs.length > 0) await addJobs(jobs);
  }

  async function nudge(payload: unknown): Promise<void> {
    const result = await round.visit((payload as { person: string }).person);
    if (result === 'later') throw new Error('It did not get through');
  }

  let closing = false;
  let runner: Runner | undefined;
  let starting: Promise<void> | undefined;
  async function start(): Promise<void> {
    const started = await run({
      connectionString: url,
      schema,
      taskList: { round: fanOut, nudge },
      parsedCronItems: [],
      concurrency: atOnce,
      maxPoolSize: 4,
      pollInterval: 500,
      noHandleSignals: true,
      logger: quietly(log),
    });
    if (closing) return started.stop();
    runner = started;
    void started.promise
      .catch((error: unknown) =>
        log.error({ code: 'NUDGE_QUEUE_ENDED', cause: codeOf(error) }, 'the queue ended'),
      )
      .then(() => (runner = undefined));
  }
  await start();

  return {
    plan: async () => {
      try {
        if (closing) return;
        // One start at a time: it may take as long as the database is away.
        if (!runner) await (starting ??= start().finally(() => (starting = undefined)));
        // The same moment for every instance: the first to say so plans it, and for the others it is there.
        const length = every * 1000;
        const runAt = new Date(Math.ceil(Date.now() / length) * length);
        await runner?.addJob(
          'round',
          {},
          { jobKey: 'round', jobKeyMode: 'preserve_run_at', runAt, maxAttempts: 1 },
        );
      } catch (error) {
        log.error(
          { code: 'NUDGE_ROUND_NOT_PLANNED', cause: codeOf(error) },
          'the next round could not be planned',
        );
      }
    },
    close: async () => {
      closing = true;
      await runner?.stop().catch(() => undefined);
    },
  };
}

/** Its messages name jobs, and a job names a person: only what kind of thing failed goes to our log. */
function quietly(log: Logger): WorkerLogger {
  return new WorkerLogger(() => (level, _message, meta) => {
    if (String(level) !== 'error') return;
    const code = meta?.failure ? 'NUDGE_TRIED_AGAIN_LATER' : 'NUDGE_QUEUE_DISTURBED';
    log.warn({ code, cause: codeOf(meta?.error) }, 'the queue goes on');
  });
}

function codeOf(error: unknown): string | undefined {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : undefined;
}
