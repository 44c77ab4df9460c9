import { schemesOf } from '../../data/schemes/schemes.js';
import { northWest } from '../support/schemes.js';
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { kinds } from '../../bot/turn/records.js';
import { retimeAfterChange } from '../../bot/jobs/retime.js';
import type { Reminders } from '../../dialogs/nudges/reminders.js';
import { funded } from '../unit/workflows/nudge-applications.js';
import { calendar, silent, temporaryFolder, TestClock } from '../support/assistant.js';
import { Channel, type Reception } from '../support/channel.js';
import { buildSender, killAndRestart, randomFrom } from '../support/killing.js';
import { row } from './summary.js';
import { dueDay, hasty, openStore, roundOver, runUntilDone, seed } from '../support/reminded.js';

/**
 * The long form of `nudges.spec.ts`: `npm run test:trust nudges`, or `npx tsx test/trust/nudges.trust.ts [seed]`. Some
 * minutes; the figures are printed, and a promise that does not hold ends it.
 */
const count = 2_000;
const kills = 50;
/** As the product keeps it. */
const perSecond = 40;
/** Teams': for an app in a tenant, and for one conversation. */
const allowed = { inAll: 50, inOne: 7 } as const;
const patience = { ...hasty, timeout: 3_000 };
const start = Number(process.argv[2] ?? Date.now() % 100_000);

console.log(`seed ${start}`);
await underFaults();
await killed();
await afterADayOff();
await movedIntake();
process.exit(0);

/** What the first sending to a conversation meets, and now and then the second. */
function faults(random: () => number): (conversation: string, tries: number) => Reception {
  return (_conversation, tries) => {
    const chance = random();
    if (tries > 2) return 'taken';
    if (chance < 0.08) return { status: 429, retryAfter: 1 };
    if (chance < 0.12) return { status: 429 };
    if (chance < 0.18) return { status: 500 };
    if (chance < 0.22) return { status: 503 };
    if (chance < 0.24) return 'slow';
    if (chance < 0.26) return 'dropped';
    if (chance < 0.28 && tries === 1) return { status: 403 };
    return 'taken';
  };
}

async function underFaults(): Promise<void> {
  const { folder, remove } = await temporaryFolder();
  const store = await openStore(folder);
  const clock = new TestClock(`${dueDay}T09:00`);
  const channel = await Channel.open(faults(randomFrom(start)));
  const people = await seed(store, { count, serviceUrl: channel.url });
  const outcomes = new Map<string, number>();
  const note = (outcome: string) => outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  const round = roundOver({ store, clock, perSecond, patience, onOutcome: note });
  const begun = performance.now();
  // Nobody is there for a while in the middle of it.
  const gone = (async () => {
    while (channel.sendings.length < count / 2) await new Promise((resolve) => setTimeout(resolve, 20));
    await channel.down();
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    await channel.up();
  })();
  const ticks = await runUntilDone(round, store, clock);
  await gone;
  const seconds = (performance.now() - begun) / 1000;
  const closed = new Set(
    channel.sendings
      .filter(({ met }) => typeof met === 'object' && met.status === 403)
      .map(({ conversation }) => conversation),
  );
  const open = people.map((id) => `c-${id}`).filter((conversation) => !closed.has(conversation));
  const once = open.filter((conversation) => channel.to(conversation).length === 1).length;
  const most = channel.mostInASecond();
  const mostInOne = Math.max(...people.map((id) => channel.mostInASecond(`c-${id}`)));
  console.log(`Under 429, 500, 503, 403, silence, cut lines and a dead channel, ${count} due:`);
  console.log(`  arrived once ${once} of ${open.length}; blocked and left alone ${closed.size}`);
  console.log(`  requests ${channel.sendings.length} in ${seconds.toFixed(0)} s and ${ticks} ticks`);
  console.log(`  most in any second: ${most} in all, ${mostInOne} to one conversation`);
  console.log(`  outcomes ${JSON.stringify(Object.fromEntries(outcomes))}`);
  assert.equal(once, open.length);
  for (const conversation of closed) assert.deepEqual(channel.to(conversation), []);
  assert.ok(most <= allowed.inAll && mostInOne <= allowed.inOne);
  row('reminders under faults', `${count} due`, `once each; ${closed.size} blocked and left alone`);
  await channel.down();
  await store.close();
  await remove();
}

async function killed(): Promise<void> {
  const { folder, remove } = await temporaryFolder();
  const random = randomFrom(start + 1);
  const channel = await Channel.open((_conversation, tries) => {
    const chance = random();
    return tries > 2 || chance > 0.2 ? 'taken' : { status: chance < 0.1 ? 429 : 500 };
  });
  const seeded = await openStore(folder);
  const people = await seed(seeded, { count, serviceUrl: channel.url });
  await seeded.close();
  const sender = await buildSender();
  const begun = performance.now();
  const { killedAt } = await killAndRestart({
    ...{ sender, folder, channel, random, kills, perSecond },
    ...{ time: `${dueDay}T09:00:00Z`, pause: 25 },
  });
  const seconds = (performance.now() - begun) / 1000;
  await rm(sender);
  const times = people.map((id) => channel.to(`c-${id}`).length);
  const lost = times.filter((number) => number === 0).length;
  const repeated = people.filter((_id, index) => (times[index] ?? 0) === 2);
  const tooOften = times.filter((number) => number > 2).length;
  /** A repeat is allowed where a kill fell between the two, while the first was among those on their way. */
  const explained = repeated.filter((id) => {
    const [first = 0, second = 0] = channel.sendings.flatMap(({ conversation, met }, index) =>
      conversation === `c-${id}` && met === 'taken' ? [index] : [],
    );
    return killedAt.some((index) => first < index + 30 && index <= second && index - first <= 60);
  });
  console.log(`Killed with SIGKILL ${killedAt.length} times while ${count} were due:`);
  console.log(`  arrived ${count - lost}, lost ${lost}`);
  console.log(`  repeated once ${repeated.length}, more often ${tooOften}`);
  console.log(`  repeats cut off by a kill ${explained.length} of ${repeated.length}`);
  console.log(`  most in any second: ${channel.mostInASecond()}; ${seconds.toFixed(0)} s`);
  const store = await openStore(folder);
  const records = await Promise.all(people.map((id) => store.get<Reminders>(kinds.reminders, id)));
  const onTheirWay = records.filter((record) => record?.doc.outgoing).length;
  await store.close();
  assert.deepEqual([killedAt.length, lost, tooOften, onTheirWay], [kills, 0, 0, 0]);
  assert.equal(explained.length, repeated.length);
  row('reminders, killed', `${kills} kills`, `${repeated.length} repeated once, none more often`);
  await channel.down();
  await remove();
}

async function afterADayOff(): Promise<void> {
  const { folder, remove } = await temporaryFolder();
  const store = await openStore(folder);
  const channel = await Channel.open();
  const application = funded('2026-12-14', '2026-11-16');
  const people = await seed(store, { count: 200, serviceUrl: channel.url, application, today: '2026-12-14' });
  // 18 January passes with nobody there to send; the 19th catches up.
  const clock = new TestClock('2027-01-19T11:00');
  await runUntilDone(roundOver({ store, clock, perSecond }), store, clock);
  const once = people.filter((id) => channel.to(`c-${id}`).length === 1).length;
  console.log(`After a day off: ${once} of ${people.length} have one message for everything missed`);
  assert.equal(once, people.length);
  row('reminders after a day off', `${people.length} people`, 'one message each');
  await channel.down();
  await store.close();
  await remove();
}

async function movedIntake(): Promise<void> {
  const { folder, remove } = await temporaryFolder();
  const store = await openStore(folder);
  const channel = await Channel.open();
  const application = funded('2026-12-14', '2026-11-16');
  const people = await seed(store, { count: 200, serviceUrl: channel.url, application, today: '2026-12-14' });
  const current = structuredClone(northWest);
  const clock = new TestClock('2027-01-11T09:00');
  await runUntilDone(roundOver({ store, clock, perSecond: 200 }), store, clock);
  const intake = current.intakes.find(({ id }) => id === 'february-2027');
  Object.assign(intake ?? {}, { starts: '2027-03-01' });
  const moved = schemesOf([current]);
  await retimeAfterChange({ store, schemes: moved, calendar, clock, log: silent });
  const days: string[] = [];
  while (clock.now() < '2027-02-03') {
    const before = channel.sendings.length;
    await roundOver({ store, clock, schemes: moved, perSecond: 200 }).run();
    const sent = channel.sendings.length - before;
    if (sent > 0) days.push(`${clock.now().slice(0, 10)} ${sent}`);
    clock.addDays(1);
  }
  console.log(`An intake moved by a week, after the reminder of 11 January: ${days.join(', ')}`);
  const all = String(people.length);
  assert.deepEqual(
    days,
    ['2027-01-18', '2027-01-25', '2027-01-29', '2027-02-01'].map((day) => `${day} ${all}`),
  );
  row('reminders of a moved intake', `${people.length} people`, 'each new day once');
  await channel.down();
  await store.close();
  await remove();
}
