import {
  constants,
  copyFileSync,
  existsSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
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

/**
 * Keeps what can't be used, whole, in `set-aside/`: nothing that a person wrote is ever overwritten. It goes with the
 * record that it is of, and is sealed like everything else.
 */
export class SetAside {
  readonly #problems: Problem[] = [];
  readonly #reported = new Set<string>();
  readonly #folder: string;

  constructor(
    private readonly root: string,
    private readonly seal: Seal,
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

  /** Keeps those lines of a journal that could not be used; the others were. @throws the system's error. */
  keepLines(path: string, lines: readonly Buffer[], code: Problem['code']): void {
    this.folders.ensure(this.#folder);
    const text = Buffer.concat(lines.flatMap((line) => [line, lineEnd])).toString('latin1');
    writeFileSync(this.#free(path), this.seal.seal(text), { mode: 0o600, flag: 'wx', encoding: 'latin1' });
    this.folders.changed(this.#folder);
    this.report(code, path);
  }

  /** What stays where it is and cannot be used: said once a start, however often it is asked for. */
  reportOnce(code: Problem['code'], path: string): void {
    if (this.#reported.has(path)) return;
    this.#reported.add(path);
    this.report(code, path);
  }

  /** Was it said of it in this start that it cannot be used? */
  isReported(path: string): boolean {
    return this.#reported.has(path);
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

  /**
   * Records that were deleted on purpose must be gone from here too, by the paths and the ids that they had. Answers
   * whether a document was here.
   */
  forget(paths: ReadonlySet<string>, ids: readonly string[]): boolean {
    let found = false;
    if (!existsSync(this.#folder)) return found;
    const titles = new Set([...paths].map((path) => this.#title(path)));
    const names = ids.map((id) => Buffer.from(JSON.stringify(id)).toString('latin1'));
    for (const file of readdirSync(this.#folder)) {
      const path = join(this.#folder, file);
      if (isOfJournal(file)) this.#forgetLines(path, names);
      if (!titles.has(titleIn(file))) continue;
      rmSync(path, { force: true });
      this.folders.changed(this.#folder);
      found = true;
    }
    return found;
  }

  /** Is there anything here? */
  get isEmpty(): boolean {
    return !existsSync(this.#folder) || readdirSync(this.#folder).length === 0;
  }

  /**
   * Encrypts what was set aside before there was a key, or under another one. `renamed`: a document's present file name
   * by the one that it had, so that it is found again when its record is deleted, and tells nobody whose it is.
   */
  async rewrite(renamed: (kind: string, name: string) => string | undefined): Promise<void> {
    if (this.isEmpty || this.seal.current === PLAIN) return;
    for (const file of readdirSync(this.#folder)) {
      const path = join(this.#folder, file);
      const [, before = '', folder = '', name = ''] = /^([^~]+~)([^~]+)~(.+)$/.exec(file) ?? [];
      const title = renamed(folder, name);
      const to = title === undefined ? path : join(this.#folder, `${before}${folder}~${title}`);
      // Byte for byte: what is here may be no text at all.
      const text = readFileSync(path, 'latin1');
      const isSealed = text.startsWith(`${this.seal.current}:`) || text.startsWith('{"sealed":');
      if (!isSealed) await replaceFile(path, this.seal.seal(openOr(text, this.seal)));
      if (to !== path) renameSync(path, to);
      this.folders.changed(this.#folder);
    }
  }

  /** What mentions a record, or cannot be read and so may mention it, goes. */
  #forgetLines(path: string, names: readonly string[]): void {
    const lines = openOr(readFileSync(path, 'latin1'), this.seal).split('\n').filter(Boolean);
    const kept = lines.filter((line) => {
      const text = openOr(line.slice(9), this.seal);
      return !sealed.test(text) && !names.some((name) => text.includes(name));
    });
    if (kept.length === lines.length) return;
    this.folders.changed(this.#folder);
    if (kept.length === 0) return rmSync(path, { force: true });
    const text = kept.map((line) => `${line}\n`).join('');
    writeFileSync(`${path}.tmp`, this.seal.seal(text), { mode: 0o600, encoding: 'latin1' });
    renameSync(`${path}.tmp`, path);
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

const lineEnd = Buffer.from('\n');
/** What was sealed, as it stands in a line. */
const sealed = /^[0-9a-f]{8}:/;

/** After the time at which it was set aside, or the reason. */
function titleIn(file: string): string {
  return file.slice(file.indexOf('~') + 1);
}

function isOfJournal(file: string): boolean {
  return /~journal-\d+\.ndjson$/.test(file);
}

function openOr(text: string, seal: Seal): string {
  try {
    return seal.open(text);
  } catch {
    return text;
  }
}
