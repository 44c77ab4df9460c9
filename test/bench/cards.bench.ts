import { join } from 'node:path';
import { Walker } from '../support/walk.js';
import { atMost, median, say, type Target } from './figures.js';
import { Server } from './servers.js';

/** Teams takes no card above 28 KB; what a turn sends besides counts too. */
const most = 28;

/** How many bytes an answer with its card has, over one whole journey. */
export async function measureCards(folder: string): Promise<Target[]> {
  const server = await Server.product(join(folder, 'cards'));
  try {
    const walker = new Walker('card');
    const sizes: number[] = [];
    while (!walker.done) sizes.push(Buffer.byteLength(JSON.stringify(await walker.step(server.url))));
    const kilobytes = sizes.map((size) => size / 1024);
    const largest = Math.max(...kilobytes);
    say(
      `A turn with a card: ${median(kilobytes).toFixed(1)} KB, the largest of ${sizes.length} in a journey ${largest.toFixed(1)} KB.\n`,
    );
    return [atMost('the largest answer of a journey', largest, most, ' KB')];
  } finally {
    await server.stop();
  }
}
