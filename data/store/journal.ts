import { closeSync, fdatasync, ftruncateSync, openSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { crc32 } from 'node:zlib';
import type { Seal } from './encryption.js';
import { KeyMissing } from './errors.js';
import { flushFolder, writeAll } from './files.js';

/** The two calls a commit makes; a test puts a failing disk here. */
export interface JournalDisk {
  write(fd: number, bytes: Buffer): void;
  /** Resolves once what was written is on the disk itself. */
  flush(fd: number): Promise<void>;
}

export const realDisk: JournalDisk = { write: writeAll, flush: promisify(fdatasync) };

/** A line that did not read back. `torn`: the unfinished end of a crash, which nobody was told was kept. */
export interface BadLine {
  readonly file: string;
  readonly torn: boolean;
  readonly line: Buffer;
}

/**
 * What makes a commit durable: one line for each, appended and flushed before anyone is told. A line is a checksum
 * and a text, so that a torn one is recognised. A journal is only a bridge: once its documents are in their own
 * files, it is removed.
 */
export class Journal {
  #number = 0;
  #fd: number | undefined;
  #size = 0;
  /** After a failed write there may be refused lines behind `#size`: they must go before another is accepted. */
  #tail = false;

  constructor(
    private readonly folder: string,
    private readonly seal: Seal,
    private readonly disk: JournalDisk = realDisk,
  ) {}

  /** Bytes in the journal that is written now. */
  get size(): number {
    return this.#size;
  }

  /**
   * Reads every journal, oldest first, and goes on with a new one after them.
   * @throws {KeyMissing} when one is encrypted with another key.
   */
  *replay(
    bad: (line: BadLine) => void,
  ): Generator<{ number: number; file: string; line: Buffer; text: string }> {
    for (const { number, file } of this.#files()) {
      this.#number = number;
      const bytes = readFileSync(join(this.folder, file));
      const lines = splitLines(bytes);
      for (const [index, line] of lines.entries()) {
        const text = this.#read(line);
        if (text !== undefined) yield { number, file, line, text };
        else bad({ file, line, torn: index === lines.length - 1 && bytes.at(-1) !== END });
      }
    }
  }

  /**
   * Appends and flushes. Never called twice at a time. `textsIn`: the lines, for the journal with that number.
   * @returns the number of the journal that has them.
   * @throws the error of the system call: then none of the lines counts, and the next call tries to make good.
   */
  async append(textsIn: (journal: number) => readonly string[]): Promise<number> {
    if (this.#tail) await this.#cutTail();
    const fd = this.#fd ?? (await this.#next());
    const bytes = Buffer.from(
      textsIn(this.#number)
        .map((text) => this.#line(text))
        .join(''),
    );
    try {
      this.disk.write(fd, bytes);
      await this.disk.flush(fd);
    } catch (error) {
      this.#tail = true;
      await this.#cutTail().catch(() => undefined);
      throw error;
    }
    this.#size += bytes.length;
    return this.#number;
  }

  /** Ends the present journal; the next append begins another. @returns the number of the last one ended. */
  rotate(): number {
    if (this.#fd !== undefined && !this.#tail) this.#close();
    return this.#fd === undefined ? this.#number : this.#number - 1;
  }

  /** Removes the journals up to a number, oldest first: a newer one must never be gone before an older one. */
  async remove(upTo: number): Promise<void> {
    for (const { number, file } of this.#files()) {
      if (number > upTo) break;
      rmSync(join(this.folder, file), { force: true });
      await flushFolder(this.folder);
    }
  }

  close(): void {
    if (this.#fd !== undefined) this.#close();
  }

  async #next(): Promise<number> {
    const path = join(this.folder, `journal-${this.#number + 1}.ndjson`);
    const fd = openSync(path, 'wx', 0o600);
    this.#number += 1;
    try {
      await flushFolder(this.folder);
    } catch (error) {
      closeSync(fd);
      rmSync(path, { force: true });
      throw error;
    }
    this.#fd = fd;
    this.#size = 0;
    return fd;
  }

  /** Takes refused lines away again; after a failed flush the file is trusted no further, so another one follows. */
  async #cutTail(): Promise<void> {
    if (this.#fd === undefined) return;
    ftruncateSync(this.#fd, this.#size);
    await this.disk.flush(this.#fd);
    this.#tail = false;
    this.#close();
  }

  #close(): void {
    if (this.#fd !== undefined) closeSync(this.#fd);
    this.#fd = undefined;
    this.#size = 0;
  }

  #line(text: string): string {
    const sealed = this.seal.seal(text);
    return `${checksum(sealed)} ${sealed}\n`;
  }

  #read(line: Buffer): string | undefined {
    const sealed = line.subarray(9);
    if (line.length < 10 || line.toString('latin1', 0, 9) !== `${checksum(sealed)} `) return undefined;
    try {
      return this.seal.open(sealed.toString('utf8'));
    } catch (error) {
      // Changed after it was sealed, checksum and all.
      if (error instanceof KeyMissing) throw error;
      return undefined;
    }
  }

  #files(): { number: number; file: string }[] {
    return readdirSync(this.folder)
      .map((file) => ({ file, number: Number(/^journal-(\d+)\.ndjson$/.exec(file)?.[1] ?? 0) }))
      .filter(({ number }) => number > 0)
      .sort((a, b) => a.number - b.number);
  }
}

/** Of a line. */
const END = 10;

function checksum(text: Buffer | string): string {
  return crc32(text).toString(16).padStart(8, '0');
}

/** A last line without its end is still a line: its checksum tells whether it is whole. */
function splitLines(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let start = 0; start < bytes.length;) {
    const found = bytes.indexOf(END, start);
    const end = found < 0 ? bytes.length : found;
    if (end > start) lines.push(bytes.subarray(start, end));
    start = end + 1;
  }
  return lines;
}
