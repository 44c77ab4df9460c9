import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { atLeast, atMost, median, quantile, say, table, type Target } from './figures.js';
import { fillFolder, personOf } from './seed.js';
import { Server } from './servers.js';

export interface TurnsPlan {
  /** How many applications are stored, smallest first. */
  readonly sizes: readonly number[];
  readonly people: readonly number[];
  /** Rounds that count; one more warms up. */
  readonly rounds: number;
  /** Seconds that one server is measured for in one round. */
  readonly seconds: number;
}

interface Measured {
  turns: number;
  seconds: number;
  processor: number;
  times: number[];
}

/**
 * People who answer in turn: as many at every size, and others at every number of people, so that all histories are
 * alike and none is longer than an application's becomes.
 */
const speakers = 100;
/** The number of people at which turns a second are compared. */
const crowd = 16;

/**
 * What an answer to a question of the form costs over HTTP with `expectReplies`: the product, every answer flushed to
 * disk before it is said, over few and many stored; a bare teams-ai echo in memory; the same echo over one lowdb file.
 * All are measured in turns, so that ratios hold on a machine that is busy with other things.
 */
export async function measureTurns(folder: string, plan: TurnsPlan): Promise<Target[]> {
  const { sizes, people } = plan;
  const products = new Map<string, Server>();
  const naives = new Map<number, Server>();
  const echo = await Server.echo();
  try {
    for (const size of sizes) {
      const isEnough = size >= speakers * people.length;
      for (const at of isEnough ? [0] : people) {
        const data = join(folder, `store-${size}-${at}`);
        await fillFolder(data, size);
        // The first start over a folder that was filled from outside times every reminder once. That is no rest.
        const first = await Server.product(data);
        await atRest(first);
        await first.stop();
        const server = await Server.product(data);
        for (const one of isEnough ? people : [at]) products.set(`${size}/${one}`, server);
      }
      const file = join(folder, `naive-${size}.json`);
      await writeFile(file, JSON.stringify(naive(size)));
    }
    // They have come to rest: what is built after the start is built.
    await Promise.all([...products.values()].map((server) => atRest(server)));
    const productOf = (size: number, at: number) => products.get(`${size}/${at}`) as Server;
    const resting = new Map(sizes.map((size) => [size, productOf(size, people[0] ?? 0).resident]));

    const found = new Map<string, Measured>();
    for (const [nth, at] of people.entries()) {
      for (let round = 0; round <= plan.rounds; round++) {
        for (const size of [0, ...sizes]) {
          const server = size === 0 ? echo : productOf(size, at);
          // It is warmed by a crowd, whoever is measured then: a service that has run for a day is compiled.
          const now = round === 0 ? Math.max(at, crowd) : at;
          const measured = await load(server, { people: now, stored: size, nth }, plan.seconds);
          if (round > 0) add(found, `${size}/${at}`, measured);
        }
      }
    }
    for (const size of sizes) {
      const server = await Server.echo(join(folder, `naive-${size}.json`));
      naives.set(size, server);
      await server.say('warm', 'warm', 'hello');
      add(
        found,
        `naive-${size}/${crowd}`,
        await load(server, { people: crowd, stored: 0, nth: 0 }, plan.seconds),
      );
      await server.stop();
    }
    const of = (what: number | string, at: number) => found.get(`${what}/${at}`) as Measured;
    report(plan, of, resting);
    return targetsOf(plan, of, resting);
  } finally {
    await Promise.all([echo, ...products.values(), ...naives.values()].map((server) => server.stop()));
  }
}

function report(
  { sizes, people }: TurnsPlan,
  of: (what: number | string, at: number) => Measured,
  resting: ReadonlyMap<number, number>,
): void {
  const rows = ([0, ...sizes] as const).flatMap((size) =>
    people.map((at) => {
      const measured = of(size, at);
      const rate = rateOf(measured);
      const naiveRate = size > 0 && at === crowd ? rateOf(of(`naive-${size}`, at)) : undefined;
      return [
        size === 0 ? 'echo in memory' : size.toLocaleString('en-GB'),
        String(at),
        rate.toFixed(0),
        `${(rate / rateOf(of(0, at))).toFixed(2)}×`,
        naiveRate === undefined ? '' : `${(rate / naiveRate).toFixed(1)}× (${naiveRate.toFixed(1)}/s)`,
        ...[0.5, 0.95, 0.99].map((share) => quantile(measured.times, share).toFixed(1)),
        (measured.processor / measured.turns).toFixed(2),
        size === 0 ? '' : (resting.get(size)?.toFixed(0) ?? ''),
      ];
    }),
  );
  table(
    ['stored', 'people', 'turns/s', 'of echo', 'of one lowdb file']
      .concat(['p50 ms', 'p95 ms', 'p99 ms'])
      .concat(['processor ms a turn', 'MiB at rest']),
    rows,
  );
}

function targetsOf(
  { sizes, people }: TurnsPlan,
  of: (what: number | string, at: number) => Measured,
  resting: ReadonlyMap<number, number>,
): Target[] {
  const [few = 0] = sizes;
  const many = sizes.at(-1) ?? 0;
  const lowdb = sizes.includes(10_000) ? 10_000 : many;
  const cost = (size: number) => 1 / rateOf(of(size, crowd));
  const worst = Math.max(
    ...people.map((at) => quantile(of(many, at).times, 0.99) / median(of(many, at).times)),
  );
  const named = (size: number) => size.toLocaleString('en-GB');
  return [
    atMost(`cost of a turn, ${named(many)} stored against ${named(few)}`, cost(many) / cost(few), 1.2),
    atLeast(
      `turns a second at ${crowd} people, against the echo in memory`,
      cost(many) > 0 ? rateOf(of(many, crowd)) / rateOf(of(0, crowd)) : 0,
      0.5,
    ),
    atLeast(
      `turns a second at ${crowd} people, against one lowdb file, ${named(lowdb)} stored`,
      rateOf(of(lowdb, crowd)) / rateOf(of(`naive-${lowdb}`, crowd)),
      20,
    ),
    atMost(`p99 against p50, ${named(many)} stored, the worst of ${people.join(', ')} people`, worst, 5),
    atMost(
      `memory at rest, ${named(many)} stored against ${named(few)}`,
      (resting.get(many) ?? NaN) / (resting.get(few) ?? NaN),
      1.5,
    ),
  ];
}

interface Crowd {
  readonly people: number;
  readonly stored: number;
  /** Which of the crowds that speak to a server this is. */
  readonly nth: number;
}

/** `people` at once, each answering a question of the form and going back, as fast as they get answers. */
async function load(server: Server, { people, stored, nth }: Crowd, seconds: number): Promise<Measured> {
  server.reconnect();
  const times: number[] = [];
  const processor = server.processor;
  const from = performance.now();
  const until = from + seconds * 1000;
  let next = 0;
  await Promise.all(
    Array.from({ length: people }, async () => {
      while (performance.now() < until) {
        // Those who speak are spread over all that is stored.
        const apart = Math.max(stored, speakers) / speakers;
        const { person, conversation } = personOf(
          Math.floor((next++ % speakers) * apart) + (apart > nth ? nth : 0),
        );
        for (let i = 0; i < 5 && performance.now() < until; i++) {
          // Always both, so that everybody is at the same question again.
          for (const text of [`Northfield Trust ${i}`, 'back']) {
            const began = performance.now();
            const answer = await server.say(person, conversation, text);
            times.push(performance.now() - began);
            if (!answer.includes(expected(stored, text)))
              throw new Error(`${server.name} answered “${text}” with ${answer}`);
          }
        }
      }
    }),
  );
  return {
    turns: times.length,
    seconds: (performance.now() - from) / 1000,
    processor: server.processor - processor,
    times,
  };
}

/** What an answer must say to count: the form's question before or after, or the echo. */
function expected(stored: number, text: string): string {
  if (stored === 0) return text;
  return text === 'back' ? 'question 1 of ' : `Organisation: **${text}**`;
}

function add(all: Map<string, Measured>, key: string, one: Measured): void {
  const sum = all.get(key) ?? { turns: 0, seconds: 0, processor: 0, times: [] };
  all.set(key, {
    turns: sum.turns + one.turns,
    seconds: sum.seconds + one.seconds,
    processor: sum.processor + one.processor,
    times: [...sum.times, ...one.times],
  });
}

function rateOf({ turns, seconds }: Measured): number {
  return turns / seconds;
}

/** Until a server has had nothing to do for a moment. */
async function atRest(server: Server): Promise<void> {
  for (let tries = 0, before = -1; tries < 60 && server.processor > before + 20; tries++) {
    before = server.processor;
    await wait(500);
  }
}

/** As much in one file as the product has in its folder. */
function naive(size: number): Record<string, unknown> {
  const filler = 'x'.repeat(4_000);
  return Object.fromEntries(Array.from({ length: size }, (_, i) => [`filler-${i}`, { count: 1, filler }]));
}

export function sayPlan({ sizes, people, rounds, seconds }: TurnsPlan): void {
  say(
    `Turns: ${sizes.map((size) => size.toLocaleString('en-GB')).join(', ')} stored; ${people.join(', ')} people; ` +
      `${rounds} rounds of ${seconds} s each, in turns, after one to warm up.`,
  );
}
