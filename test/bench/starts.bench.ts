import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../../data/root.js';
import { atMost, median, say, type Target } from './figures.js';
import { messageOf, Server } from './servers.js';

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
  const clone = cleanClone(join(folder, 'clone'));
  const first = await npmStart(clone, 'what does an AP do?');
  const later = await npmStart(clone, 'what does an AP do?');
  say(
    `npm start, from a clean clone: first word ${first.word.toFixed(1)} s, first answer ${first.answer.toFixed(1)} s; ` +
      `later ${later.word.toFixed(1)} and ${later.answer.toFixed(1)} s.\n`,
  );
  return [
    atMost('start to first answer, against the bare echo', of(own, 'wall') / of(bare, 'wall'), 1.3),
    atMost('npm start from a clean clone to the first word', first.word, 1, ' s'),
    atMost('npm start from a clean clone to the first answer', first.answer, 15, ' s'),
    atMost('npm start, later, to the first answer', later.answer, 4, ' s'),
  ];
}

/** What git has, and nothing that was built or learnt, after `npm ci`. */
function cleanClone(to: string): string {
  const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
    .split('\0')
    .filter(Boolean);
  for (const file of files) cpSync(join(root, file), join(to, file));
  symlinkSync(join(root, 'node_modules'), join(to, 'node_modules'));
  return to;
}

/** Seconds from the command to its first word of its own, and to the answer to a question. */
async function npmStart(folder: string, question: string): Promise<{ word: number; answer: number }> {
  const from = performance.now();
  const since = () => (performance.now() - from) / 1000;
  const env = { ...process.env, PORT: '0', DATA_DIR: join(folder, 'var') };
  const npm = spawn('npm', ['start'], { cwd: folder, env, stdio: ['ignore', 'pipe', 'inherit'] });
  let word = NaN;
  let answer = NaN;
  for await (const line of createInterface({ input: npm.stdout })) {
    if (/^(?:Compiling|Looking)/.test(line)) word = since();
    const port = /http:\/\/localhost:(\d+)/.exec(line)?.[1];
    if (!port) continue;
    npm.stdout.resume();
    await sayTo(`http://127.0.0.1:${port}`, question);
    answer = since();
    break;
  }
  const gone = once(npm, 'exit');
  npm.kill('SIGTERM');
  await gone;
  return { word, answer };
}

async function sayTo(url: string, text: string): Promise<void> {
  const response = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(messageOf('someone', 'somewhere', text)),
  });
  const said = await response.text();
  if (!said.includes('hands-on')) throw new Error(`npm start said ${said}`);
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
