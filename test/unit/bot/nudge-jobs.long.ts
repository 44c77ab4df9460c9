import assert from 'node:assert/strict';
import pg from 'pg';
import pino from 'pino';
import { startNudgeJobs, type NudgeJobs } from '../../../bot/nudge-jobs.js';
import type { SendResult } from '../../../bot/patience.js';
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
    const client = new pg.Client(url);
    await client.connect();
    await client.query(
      `select graphile_worker.add_job('nudge', '{"person":"ann"}', job_key => 'ann/2027-01-04', run_at => now() + interval '1 day')`,
    );
    await client.query(
      `update graphile_worker._private_jobs set locked_at = now() - interval '3 minutes', locked_by = 'dead', attempts = 1`,
    );
    await client.end();
    await untilAllAreSent();
    assert.deepEqual(visits, ['ann']);
  });

  it('goes on when the database was away', async () => {
    await server.restart();
    waiting.add('ann');
    await untilAllAreSent();
    assert.deepEqual(visits, ['ann']);
  });
});
