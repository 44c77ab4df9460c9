import { constants, copyFileSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import type { Folders } from './files.js';

/** Something the operator should look at: logged and counted by code and file name, never with what is in it. */
export interface Problem {
  readonly code:
    | 'document-damaged'
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

  /** Keeps the original of a document before a migration, once. @throws the system's error. */
  keep(path: string, reason: string): void {
    this.folders.ensure(this.#folder);
    const copy = join(this.#folder, `${reason}~${this.#title(path)}`);
    if (existsSync(copy)) return;
    copyFileSync(path, copy, constants.COPYFILE_EXCL);
    this.folders.changed(this.#folder);
  }

  /** A record that was deleted on purpose must be gone from here too. */
  forget(paths: ReadonlySet<string>): void {
    if (!existsSync(this.#folder)) return;
    const titles = new Set([...paths].map((path) => this.#title(path)));
    for (const file of readdirSync(this.#folder)) {
      if (!titles.has(file.slice(file.indexOf('~') + 1))) continue;
      rmSync(join(this.#folder, file), { force: true });
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
