import type { Mind } from '../../../dialogs/conversation.js';
import assert from 'node:assert/strict';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../../../data/root.js';
import { schemes } from '../../support/assistant.js';
import { openMind, StillLearning, type OpenMind } from '../../../bot/turn/open-mind.js';
import { message, post, serve, textsOf } from '../../support/house.js';
import { build } from '../../support/product.js';

describe('npm start', function () {
  this.timeout(120_000);
  let place: string;
  let npm: ChildProcess | undefined;
  before(build);
  beforeEach(() => (place = mkdtempSync(join(tmpdir(), 'ap-start-'))));
  afterEach(async () => {
    const ended = npm?.exitCode === null && npm.signalCode === null ? once(npm, 'exit') : undefined;
    // npm tells the server, which SIGKILL would leave behind.
    npm?.kill('SIGTERM');
    await ended;
    rmSync(place, { recursive: true, force: true });
  });

  /** Starts it, and waits until it listens. */
  async function start(folder: string): Promise<{ said: string[]; url: string }> {
    const { PATH, HOME } = process.env;
    npm = spawn('npm', ['start'], {
      cwd: folder,
      env: { PATH, HOME, PORT: '0', DATA_DIR: join(place, 'data') },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const said: string[] = [];
    for await (const line of createInterface({ input: npm.stdout! })) {
      said.push(line);
      const [url] = /http:\/\/localhost:\d+/.exec(line) ?? [];
      if (!url) continue;
      npm.stdout!.resume();
      return { said, url };
    }
    return assert.fail(`It did not start:\n${said.join('\n')}`);
  }

  it('says what it is doing, and ends with the server when npm is stopped', async () => {
    const { said, url } = await start(root);
    assert.match(said.join('\n'), /Looking for what has changed…|Compiling/);
    assert.equal((await fetch(`${url}/healthz`)).status, 200);
    const owner = JSON.parse(readFileSync(join(place, 'data', 'admin.json'), 'utf8')) as { url: string };
    const ended = once(npm!, 'exit');
    npm!.kill('SIGTERM');
    await ended;
    // The server took the signal itself: it finished, and took away what it had put there.
    for (let n = 0; n < 100 && existsSync(join(place, 'data', 'admin.json')); n++)
      await new Promise((resolve) => setTimeout(resolve, 50));
    assert.ok(!existsSync(join(place, 'data', 'admin.json')));
    await assert.rejects(fetch(`${owner.url}/healthz`));
  });

  it('starts from dist/ with what is installed for production only', async () => {
    const copy = join(place, 'product');
    for (const part of [
      'dist',
      'data',
      'package.json',
      'bot/start.js',
      'bot/build.js',
      'bot/channels/web/page',
    ])
      cpSync(join(root, part), join(copy, part), { recursive: true });
    for (const name of productionPackages()) {
      mkdirSync(dirname(join(copy, 'node_modules', name)), { recursive: true });
      symlinkSync(join(root, 'node_modules', name), join(copy, 'node_modules', name));
    }
    const { said, url } = await start(copy);
    assert.doesNotMatch(said.join('\n'), /Compiling|changed/);
    const page = await (await fetch(url)).text();
    const bundle = /\/webchat\.js\?v=[\w-]+/.exec(page)?.[0] ?? assert.fail(page);
    assert.equal((await fetch(`${url}${bundle}`)).status, 200);
    assert.match(textsOf(await post(url, message('hello'))).join(), /AP Pathway/);
    // And the operator's commands.
    const env = { PATH: process.env.PATH, DATA_DIR: join(place, 'data') };
    const list = execFileSync('npm', ['run', 'unanswered', '--silent'], { cwd: copy, env, encoding: 'utf8' });
    assert.match(list, /Every question so far had an answer/);
  });

  it('compiles nothing again that has not changed', () => {
    const file = join(root, 'dist', 'bot', 'main.js');
    const before = readFileSync(join(root, 'dist', 'tsbuildinfo'), 'utf8');
    const from = performance.now();
    execFileSync(process.execPath, [join(root, 'bot', 'build.js')]);
    assert.ok(existsSync(file));
    assert.equal(readFileSync(join(root, 'dist', 'tsbuildinfo'), 'utf8'), before);
    assert.ok(performance.now() - from < 30_000);
  });
});

describe('A message that comes before all is learnt', () => {
  it('waits for it without holding other people up, and is then answered once', async () => {
    const known = openMind();
    await known.learn();
    let done = () => undefined as void;
    const learnt = new Promise<void>((resolve) => (done = resolve));
    let isLearnt = false;
    const { ear, phrases, comparisons } = known;
    const words = { ear, phrases, comparisons };
    const notYet: Mind = {
      ...words,
      get knowledge(): never {
        throw new StillLearning();
      },
      get router(): never {
        throw new StillLearning();
      },
    };
    const mind: OpenMind = {
      ...{ knowledge: known.knowledge, router: known.router, learn: () => learnt, ...words },
      get now() {
        return isLearnt ? known : notYet;
      },
    };
    const house = await serve({}, { mind, schemes });
    try {
      const bob = { from: { id: 'bob', name: 'Bob' }, conversation: { id: 'bob-1' } };
      let isAnswered = false;
      const question = post(house.url, message('what does an AP do?')).finally(() => (isAnswered = true));
      const greeting = { type: 'conversationUpdate', membersAdded: [{ id: 'bob' }], ...bob };
      assert.match(textsOf(await post(house.url, message('', greeting))).join(), /AP Pathway/);
      assert.ok(!isAnswered);
      isLearnt = true;
      done();
      const texts = textsOf(await question);
      assert.equal(texts.filter((text) => /hands-on care/.test(text)).length, 1, texts.join('\n'));
    } finally {
      await house.close();
    }
  });
});

/** Top-level packages of an `npm ci --omit=dev`. */
function productionPackages(): string[] {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dev?: boolean; optional?: boolean; devOptional?: boolean }>;
  };
  return Object.entries(lock.packages).flatMap(([path, { dev, devOptional }]) => {
    const name = /^node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path)?.[1];
    return name && !dev && !devOptional && existsSync(join(root, path)) ? [name] : [];
  });
}
