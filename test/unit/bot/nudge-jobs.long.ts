import assert from 'node:assert/strict';
import pg from 'pg';
import pino from 'pino';
import { startNudgeJobs, type NudgeJobs } from '../../../bot/jobs/nudge-jobs.js';
import type { SendResult } from '../../../bot/turn/incoming.js';
import { postgresOrSkip, type Postgres } from '../../support/postgres.js';

describe('the queue of nudges in PostgreSQL', function () {
  this.timeout(60_000);
  let server: Postgres;
  let url: string;
  const instances: NudgeJobs[] = [];
  const waiting = new Set<string>();
  const visits: string[] = [];
  let visit: (person: string) => Promise<SendResult> = async () => 'sent';

  const start = async () => {
    const round = {
      due: async () => ({ first: [...waiting], last: [] }),
      visit: async (person: string) => {
        visits.push(person);
        const result = await visit(person);
        if (result === 'sent') waiting.delete(person);
        return result;
      },
    };
    const log = pino({ level: 'silent' });
    const jobs = await startNudgeJobs({ url, round, today: () => '2027-01-04', log, every: 1 });
    instances.push(jobs);
  };
  /** As every instance does it, again and again. */
  const plan = () => Promise.all(instances.map((one) => one.plan()));
  const untilAllAreSent = async () => {
    while (waiting.size > 0) {
      await plan();
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  };

  before(async function () {
    server = await postgresOrSkip(this);
  });
  beforeEach(async () => {
    url = await server.database();
    visits.length = 0;
    visit = async () => 'sent';
    await Promise.all([start(), start(), start()]);
  });
  afterEach(async () => {
    for (const one of instances.splice(0)) await one.close();
    waiting.clear();
  });

  it('three instances that start at once visit each person once', async () => {
    for (let n = 0; n < 40; n++) waiting.add(`person-${n}`);
    await untilAllAreSent();
    await plan();
    assert.deepEqual([...visits].sort(), [...new Set(visits)].sort());
    assert.equal(visits.length, 40);
  });

  it('does not give a person a second job while one is at work, or waits to be tried again', async () => {
    let atWork = 0;
    visit = async () => {
      assert.equal(++atWork, 1);
      await new Promise((resolve) => setTimeout(resolve, 2_500)); // Two rounds go by.
      atWork--;
      return visits.length < 2 ? 'later' : 'sent';
    };
    waiting.add('ann');
    await untilAllAreSent();
    assert.deepEqual(visits, ['ann', 'ann']);
  });

  it('looks after the person of an instance that died at it', async () => {
    waiting.add('ann');
    await sql(
      `select graphile_worker.add_job('nudge', '{"person":"ann"}', job_key => 'ann/2027-01-04', run_at => now() + interval '1 day');
       update graphile_worker._private_jobs set locked_at = now() - interval '3 minutes', locked_by = 'dead', attempts = 1`,
    );
    await untilAllAreSent();
    assert.deepEqual(visits, ['ann']);
  });

  it('keeps no job of a day that is over, nor one that is given up: each names a person', async () => {
    await sql(
      `select graphile_worker.add_job('nudge', '{"person":"ann"}', job_key => 'ann/2027-01-01', run_at => now() + interval '1 day');
       select graphile_worker.add_job('nudge', '{"person":"bob"}', job_key => 'bob/2027-01-04', max_attempts => 1);
       update graphile_worker._private_jobs set attempts = 1 where key like 'bob/%';
       select graphile_worker.add_job('nudge', '{"person":"cid"}', job_key => 'cid/2027-01-04', run_at => now() + interval '1 day')`,
    );
    const kept = async () =>
      sql(`select key from graphile_worker.jobs where task_identifier = 'nudge' order by key`);
    for (const until = Date.now() + 10_000; (await kept()).length > 1 && Date.now() < until;) {
      await plan();
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    assert.deepEqual(await kept(), [{ key: 'cid/2027-01-04' }]);
  });

  it('goes on when the database was away', async () => {
    await server.restart();
    waiting.add('ann');
    await untilAllAreSent();
    assert.deepEqual(visits, ['ann']);
  });

  async function sql(text: string): Promise<unknown[]> {
    const client = new pg.Client(url);
    await client.connect();
    const { rows } = await client.query<object>(text);
    await client.end();
    return rows;
  }
});
