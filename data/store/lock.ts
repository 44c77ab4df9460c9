import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statSync,
} from 'node:fs';
import { utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { FolderInUse } from './errors.js';
import { isMissing, systemCode, type Folders } from './files.js';

/** Milliseconds between two signs of life, and how long none must be seen before an owner counts as gone. */
export const BEAT = 1_000;
export const SILENCE = 6_000;

export interface FolderLock {
  /** False once another process took over, for instance after this one was suspended: then nothing may be written. */
  held(): boolean;
  release(): void;
}

/**
 * Makes this process the only owner of a folder.
 *
 * Each comer makes a file of its own in `lock/`, named after its process and its start time (O_EXCL, and nothing
 * inside that could be torn), and only then looks at the others. So of two at the same instant at least one sees the
 * other, and a file of the dead can be removed without ever hitting the living. Whether an owner lives is asked of
 * the system where that is certain (same boot, same process namespace); otherwise, as for another container, its
 * signs of life are watched for six seconds.
 *
 * @throws {FolderInUse} when a live process owns it.
 */
export async function lockFolder(folder: string, folders: Folders, silence = SILENCE): Promise<FolderLock> {
  const claims = join(folder, 'lock');
  folders.ensure(claims);
  const me = nameOf(process.pid);
  const claim = join(claims, `${me}.claim`);
  const owner = join(claims, `${me}.owner`);
  const letGo = () => {
    rmSync(owner, { force: true });
    rmSync(claim, { force: true });
  };

  for (let attempt = 1; ; attempt++) {
    try {
      createEmpty(claim);
    } catch (error) {
      if (systemCode(error) === 'EEXIST')
        throw new FolderInUse(folder, process.pid, hostname(), { cause: error });
      throw error;
    }
    // While others are watched for signs of life, they may be watching this one too.
    const beat = setInterval(() => void utimes(claim, new Date(), new Date()).catch(() => undefined), BEAT);
    let rival: Rival | undefined;
    try {
      rival = await liveRival(claims, me, silence);
      if (!rival) createEmpty(owner);
    } catch (error) {
      letGo();
      throw error;
    } finally {
      clearInterval(beat);
    }
    if (!rival) break;
    letGo();
    if (rival.owns || attempt > 50) throw new FolderInUse(folder, rival.pid, rival.host);
    await sleep(20 + Math.random() * 150); // Two comers and no owner yet: both step back, one returns first.
  }

  let lastBeat = performance.now();
  let lost = false;
  const beat = setInterval(() => {
    utimes(claim, new Date(), new Date()).then(
      () => (lastBeat = performance.now()),
      (error: unknown) => (lost ||= isMissing(error)),
    );
  }, BEAT);
  beat.unref();
  return {
    held() {
      if (!lost && performance.now() - lastBeat > SILENCE / 2) lost = !existsSync(claim);
      return !lost;
    },
    release() {
      clearInterval(beat);
      letGo();
    },
  };
}

interface Rival {
  readonly pid: number;
  readonly host: string;
  readonly owns: boolean;
}

/** The first other process that lives; what the dead left is removed. */
async function liveRival(folder: string, me: string, silence: number): Promise<Rival | undefined> {
  for (const file of readdirSync(folder)) {
    const name = file.endsWith('.claim') ? file.slice(0, -'.claim'.length) : me;
    const found = name === me ? undefined : NAME.exec(name);
    if (!found) continue;
    const [, pid = '', , , , host = ''] = found;
    const claim = join(folder, file);
    if (await lives(name, Number(pid), claim, silence)) {
      return { pid: Number(pid), host, owns: existsSync(join(folder, `${name}.owner`)) };
    }
    rmSync(join(folder, `${name}.owner`), { force: true });
    rmSync(claim, { force: true });
  }
  return undefined;
}

async function lives(name: string, pid: number, claim: string, silence: number): Promise<boolean> {
  const now = nameOf(pid); // The same name means: same boot, namespace and host, and the process started when it says.
  const sameSystem = name.split('.').slice(2).join('.') === now.split('.').slice(2).join('.');
  if (sameSystem && !runs(pid)) return false;
  if (sameSystem && startOf(pid) !== UNKNOWN) return name === now;

  const seen = lastSign(claim);
  for (let waited = 0; waited < silence; waited += 250) {
    await sleep(250);
    if (lastSign(claim) !== seen) return lastSign(claim) !== undefined;
  }
  return false;
}

function lastSign(claim: string): number | undefined {
  return statSync(claim, { throwIfNoEntry: false })?.mtimeMs;
}

function runs(pid: number): boolean {
  if (/^[ZX]/.test(statOf(pid) ?? '')) return false; // Killed, and its parent has not looked yet.
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
}

const UNKNOWN = 'unknown';
const NAME = /^pid-(\d+)\.start-(\w+)\.boot-(\w+)\.space-(\w+)\.host-([\w-]*)$/;

/** Who a process is: a pid alone is given out again, after a restart of a container often to the same program. */
function nameOf(pid: number): string {
  const boot = read('/proc/sys/kernel/random/boot_id')?.slice(0, 8) ?? UNKNOWN;
  const space = link('/proc/self/ns/pid')?.replace(/\D/g, '') || UNKNOWN;
  const host = hostname()
    .replace(/[^\w-]/g, '-')
    .slice(0, 60);
  return `pid-${pid}.start-${startOf(pid)}.boot-${boot}.space-${space}.host-${host}`;
}

/** When a process started, in clock ticks since the machine did: field 22 of its `stat`. */
function startOf(pid: number): string {
  return statOf(pid)?.split(' ')[19] ?? UNKNOWN;
}

/** The fields from the third on (its state), that is after the name in brackets, which may hold anything. */
function statOf(pid: number): string | undefined {
  const stat = read(`/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(')') + 2);
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function link(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

function createEmpty(path: string): void {
  closeSync(openSync(path, 'wx', 0o600));
}
