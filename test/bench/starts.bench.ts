import { join } from 'node:path';
import { atMost, median, say, type Target } from './figures.js';
import { Server } from './servers.js';

/** From the start of the process to its first answer: the product over an empty folder, and the bare echo, in turns. */
export async function measureStarts(folder: string, rounds: number): Promise<Target[]> {
  const own: Start[] = [];
  const bare: Start[] = [];
  for (let round = 0; round <= rounds; round++) {
    const [echo, product] = [
      await firstAnswer(() => Server.echo()),
      await firstAnswer(() => Server.product(join(folder, `start-${round}`))),
    ];
    // The first of each warms the disk's cache.
    if (round === 0) continue;
    bare.push(echo);
    own.push(product);
  }
  const of = (starts: readonly Start[], what: keyof Start) => median(starts.map((start) => start[what]));
  say(
    `Start to first answer: product ${of(own, 'wall').toFixed(0)} ms, echo ${of(bare, 'wall').toFixed(0)} ms; ` +
      `processor ${of(own, 'processor').toFixed(0)} and ${of(bare, 'processor').toFixed(0)} ms, ` +
      `${(of(own, 'processor') / of(bare, 'processor')).toFixed(2)}×.\n`,
  );
  return [atMost('start to first answer, against the bare echo', of(own, 'wall') / of(bare, 'wall'), 1.3)];
}

interface Start {
  readonly wall: number;
  readonly processor: number;
}

async function firstAnswer(begin: () => Promise<Server>): Promise<Start> {
  const from = performance.now();
  const server = await begin();
  const answer = await server.say('someone', 'somewhere', 'hello');
  if (!/AP Pathway|hello/.test(answer)) throw new Error(`The ${server.name} said ${answer}`);
  const start = { wall: performance.now() - from, processor: server.processor };
  await server.stop();
  return start;
}
