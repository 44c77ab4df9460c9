import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { root } from '../../data/root.js';
import type { Channel } from './channel.js';

/** Makes one file of the sender, so that it is at work soon after each start. */
export async function buildSender(): Promise<string> {
  const outfile = join(root, 'test-output', `nudge-sender-${process.pid}.mjs`);
  mkdirSync(join(root, 'test-output'), { recursive: true });
  await build({
    entryPoints: [join(root, 'test', 'trust', 'nudge-sender.ts')],
    ...{ outfile, bundle: true, platform: 'node', format: 'esm', packages: 'external', logLevel: 'error' },
    define: { 'import.meta.dirname': JSON.stringify(join(root, 'test', 'unit', 'workflows')) },
  });
  return outfile;
}

export interface Killing {
  readonly sender: string;
  readonly folder: string;
  /** The instant at which the clock stands. */
  readonly time: string;
  readonly perSecond: number;
  readonly channel: Channel;
  readonly kills: number;
  readonly random: () => number;
  /** Sendings between two kills, on average. */
  readonly pause: number;
}

/**
 * Starts the sender, and kills it with SIGKILL after a random number of sendings and a random moment more, so many
 * times over; then lets it finish. Answers how many sendings there had been at each kill.
 */
export async function killAndRestart(options: Killing): Promise<{ killedAt: readonly number[] }> {
  const { channel, kills, random, pause } = options;
  const killedAt: number[] = [];
  while (killedAt.length < kills) {
    const child = start(options);
    await Promise.race([child.ready, child.ended]);
    const wanted = channel.sendings.length + Math.floor(2 * pause * random());
    // Not on a timer alone: a busy machine would otherwise kill before anything was done, or after everything.
    while (channel.sendings.length < wanted && !child.isOver()) await wait(2);
    await wait(30 * random());
    if (child.isOver()) {
      assert.equal(await child.ended, 0, child.said());
      return { killedAt };
    }
    child.kill();
    await child.ended;
    killedAt.push(channel.sendings.length);
  }
  const last = start(options);
  assert.equal(await last.ended, 0, last.said());
  return { killedAt };
}

function start({ sender, folder, time, perSecond }: Killing) {
  const child = spawn(process.execPath, [sender, folder, time, String(perSecond)], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  child.stderr.on('data', (text: Buffer) => output.push(text.toString()));
  const lines = createInterface({ input: child.stdout });
  const ready = once(lines, 'line');
  return {
    ready,
    ended,
    isOver: () => child.exitCode !== null || child.signalCode !== null,
    kill: () => child.kill('SIGKILL'),
    said: () => output.join(''),
  };
}

/** Numbers from 0 to 1 that are the same for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
