import { constants, copyFileSync, existsSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { PLAIN, type Seal } from './encryption.js';
import { replaceFile, type Folders } from './files.js';

/** Something the operator should look at: logged and counted by code and file name, never with what is in it. */
export interface Problem {
  readonly code:
    | 'document-damaged'
    | 'document-unreadable'
    | 'document-misplaced'
    | 'document-too-new'
    | 'document-not-migrated'
    | 'document-not-understood'
    | 'lookup-damaged'
    | 'journal-damaged'
    | 'settings-damaged'
    | 'checkpoint-failed';
  /** Relative to the folder. */
  readonly file: string;
}

/** Keeps what can't be used, whole, in `set-aside/`: nothing that a person wrote is ever overwritten. */
export class SetAside {
  readonly #problems: Problem[] = [];
  readonly #reported = new Set<string>();
  readonly #folder: string;

  constructor(
    private readonly root: string,
    private readonly folders: Folders,
    private readonly log: (problem: Problem) => void,
    private readonly now: () => Date,
  ) {
    this.#folder = join(root, 'set-aside');
  }

  get problems(): readonly Problem[] {
    return this.#problems;
  }

  report(code: Problem['code'], path: string): void {
    const problem = { code, file: relative(this.root, path).split(sep).join('/') };
    this.#problems.push(problem);
    if (this.#problems.length > 1_000) this.#problems.shift(); // A broken disk must not fill the memory too.
    this.log(problem);
  }

  /** Moves a file away. @throws the system's error when it can't: the file is then where it was. */
  move(path: string, code: Problem['code']): void {
    this.folders.ensure(this.#folder);
    renameSync(path, this.#free(path));
    this.folders.changed(this.#folder);
    this.folders.changed(dirname(path));
    this.report(code, path);
  }

  /** Keeps a copy of what is going to be used as far as it can be. @throws the system's error. */
  copy(path: string, code: Problem['code']): void {
    this.folders.ensure(this.#folder);
    copyFileSync(path, this.#free(path), constants.COPYFILE_EXCL);
    this.folders.changed(this.#folder);
    this.report(code, path);
  }

  /** What stays where it is and cannot be used: said once a start, however often it is asked for. */
  reportOnce(code: Problem['code'], path: string): void {
    if (this.#reported.has(path)) return;
    this.#reported.add(path);
    this.report(code, path);
  }

  /** Is a document here that once stood at one of these paths? */
  has(paths: readonly string[]): boolean {
    if (!existsSync(this.#folder)) return false;
    const titles = new Set(paths.map((path) => this.#title(path)));
    return readdirSync(this.#folder).some((file) => titles.has(titleIn(file)));
  }

  /** Keeps the original of a document before a migration, once. @throws the system's error. */
  keep(path: string, reason: string): void {
    this.folders.ensure(this.#folder);
    const copy = join(this.#folder, `${reason}~${this.#title(path)}`);
    if (existsSync(copy)) return;
    copyFileSync(path, copy, constants.COPYFILE_EXCL);
    this.folders.changed(this.#folder);
  }

  /** A record that was deleted on purpose must be gone from here too. Answers whether anything was. */
  forget(paths: ReadonlySet<string>): boolean {
    let found = false;
    if (!existsSync(this.#folder)) return found;
    const titles = new Set([...paths].map((path) => this.#title(path)));
    for (const file of readdirSync(this.#folder)) {
      if (!titles.has(titleIn(file))) continue;
      rmSync(join(this.#folder, file), { force: true });
      this.folders.changed(this.#folder);
      found = true;
    }
    return found;
  }

  /** Encrypts what was set aside before there was a key, or under another one. A sealed document stays as it was. */
  async rewrite(seal: Seal): Promise<void> {
    if (!existsSync(this.#folder) || seal.current === PLAIN) return;
    for (const file of readdirSync(this.#folder)) {
      const path = join(this.#folder, file);
      // Byte for byte: what is here may be no text at all.
      const text = readFileSync(path, 'latin1');
      if (text.startsWith(`${seal.current}:`) || text.startsWith('{"sealed":')) continue;
      await replaceFile(path, seal.seal(openOr(text, seal)));
      this.folders.changed(this.#folder);
    }
  }

  #free(path: string): string {
    const time = this.now().toISOString();
    const stamp = time.replace(/[^0-9TZ]/g, '');
    for (let n = 0; ; n++) {
      const free = join(this.#folder, `${stamp}${n ? `-${n}` : ''}~${this.#title(path)}`);
      if (!existsSync(free)) return free;
    }
  }

  #title(path: string): string {
    return `${basename(dirname(path))}~${basename(path)}`;
  }
}

/** After the time at which it was set aside, or the reason. */
function titleIn(file: string): string {
  return file.slice(file.indexOf('~') + 1);
}

function openOr(text: string, seal: Seal): string {
  try {
    return seal.open(text);
  } catch {
    return text;
  }
}
