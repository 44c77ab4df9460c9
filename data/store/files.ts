import {
  chmodSync,
  closeSync,
  fsync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

/**
 * Calls to the disk are synchronous except for the flush. Measured: a small file read through the thread pool costs
 * forty times the CPU of a synchronous read, and so do the open, write and rename around a flush; the flush is what waits.
 */
export const flushFile: (fd: number) => Promise<void> = promisify(fsync);

/**
 * Replaces a file so that after a power cut it is the old one or the new one, whole. The caller flushes the folder
 * afterwards (see {@link Folders}): once for many files.
 * @throws the error of the system call; the old file is then still there.
 */
export async function replaceFile(path: string, text: string): Promise<void> {
  const temporary = `${path}.tmp`;
  try {
    const fd = openSync(temporary, 'w', 0o600);
    try {
      writeAll(fd, Buffer.from(text));
      await flushFile(fd);
    } finally {
      closeSync(fd);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** `writeSync` may write less than it was given, for instance when the disk fills up. */
export function writeAll(fd: number, bytes: Buffer): void {
  for (let done = 0; done < bytes.length;) done += writeSync(fd, bytes, done);
}

/** Flushes a folder: without it a rename, a new or a removed file may be undone by a power cut. */
export async function flushFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return; // Windows can't open a folder; it flushes names itself.
  const fd = openSync(path, 'r');
  try {
    await flushFile(fd);
  } finally {
    closeSync(fd);
  }
}

/** Takes a folder's rights from everybody but its owner. @returns whether they are gone: not every disk keeps any. */
export function closeToOthers(path: string): boolean {
  if (process.platform === 'win32') return true;
  const isOpen = () => (statSync(path).mode & 0o077) !== 0;
  if (!isOpen()) return true;
  try {
    chmodSync(path, 0o700);
  } catch {
    return false;
  }
  return !isOpen();
}

/** The folders whose names changed since they were last flushed. One that could not be flushed stays on the list. */
export class Folders {
  readonly #changed = new Set<string>();

  /** Makes a folder and those above it, only for the owner (0700). */
  ensure(path: string): void {
    const first = mkdirSync(path, { recursive: true, mode: 0o700 });
    if (!first) return;
    for (let made = path; made.length >= first.length; made = dirname(made)) this.changed(dirname(made));
  }

  changed(path: string): void {
    this.#changed.add(path);
  }

  async flush(): Promise<void> {
    await inParallel([...this.#changed], async (path) => {
      try {
        await flushFolder(path);
      } catch (error) {
        if (!isMissing(error)) throw error; // A folder removed meanwhile needs no flush: the one above it has it.
      }
      this.#changed.delete(path);
    });
  }
}

/** Three at a time: flushes side by side share the disk's own commit, and one thread stays free for the journal. */
export async function inParallel<T>(items: Iterable<T>, work: (item: T) => Promise<void>): Promise<void> {
  const rest = items[Symbol.iterator]();
  const worker = async () => {
    for (let next = rest.next(); !next.done; next = rest.next()) await work(next.value);
  };
  const results = await Promise.allSettled([worker(), worker(), worker()]);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}

/** Lets others have a turn, in long work that is otherwise synchronous. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** The system's code for an error ("ENOSPC"), where it has one. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** Out of files to open, or of memory: that is trouble of the whole machine, and over in a moment. */
export function isOfTheWholeMachine(error: unknown): boolean {
  return ['EMFILE', 'ENFILE', 'ENOMEM'].includes(systemCode(error) ?? '');
}

export function isMissing(error: unknown): boolean {
  return systemCode(error) === 'ENOENT';
}
