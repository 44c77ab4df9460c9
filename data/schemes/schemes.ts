import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { schemeSchema, type Scheme } from '../../workflows/scheme.js';
import { ContentError } from '../content-errors.js';
import { crossChecks } from './checks.js';
import { readSource, sayFault, sayIssue, type SourceFile } from './reading.js';
import { doubtsOf } from './warnings.js';

export { longestButton, placeholders } from './checks.js';

export interface Schemes {
  /** Every version ever shipped, by `id@version`: an application keeps the one it began with. */
  readonly schemes: ReadonlyMap<string, Scheme>;
  /** The newest version of each round, in the order of their files: what a new application can begin with. */
  readonly rounds: readonly Scheme[];
  /** What is wrong with files that were left out. */
  readonly faults: readonly string[];
  /** What looks odd and stops nothing. */
  readonly warnings: readonly string[];
}

/**
 * Reads every `*.yaml`, `*.yml` and `*.json` of a folder once, at start: a new round is a new file and nothing else. A
 * file with a fault takes its own round away and no other; what is wrong with it is told in `faults`.
 *
 * @throws {ContentError} with every fault of every file, when no round is left.
 */
export function loadSchemes(folder: string): Schemes {
  const schemes = new Map<string, Scheme>();
  const faults: string[] = [];
  const warnings: string[] = [];
  for (const file of schemeFiles(folder)) {
    const source = readSource(readFileSync(join(folder, file), 'utf8'), file);
    if ('fault' in source) {
      faults.push(source.fault);
      continue;
    }
    const { scheme, faults: found } = readScheme(source);
    faults.push(...found);
    if (!scheme) continue;
    const key = keyOf(scheme);
    if (schemes.has(key)) {
      faults.push(`${file}: version: another file already holds ${key}`);
      continue;
    }
    schemes.set(key, scheme);
    warnings.push(...doubtsOf(scheme).map((doubt) => sayFault(source, doubt)));
  }
  if (schemes.size === 0)
    throw new ContentError(
      faults.length > 0 ? faults : [`${folder}: (folder): there is no scheme file (*.yaml, *.json) here`],
    );
  return schemesOf([...schemes.values()], { faults, warnings });
}

/** Schemes as the program holds them, from whatever made them. */
export function schemesOf(
  all: readonly Scheme[],
  { faults = [], warnings = [] }: Partial<Pick<Schemes, 'faults' | 'warnings'>> = {},
): Schemes {
  const newest = new Map<string, Scheme>();
  for (const scheme of all) {
    const known = newest.get(scheme.id);
    if (!known || scheme.version > known.version) newest.set(scheme.id, scheme);
  }
  return {
    schemes: new Map(all.map((scheme) => [keyOf(scheme), scheme])),
    rounds: [...newest.values()],
    faults,
    warnings,
  };
}

/** The scheme that an application is pinned to; undefined when its file is not there or has a fault. */
export function pinnedScheme(
  { schemes }: Pick<Schemes, 'schemes'>,
  { scheme }: { readonly scheme: { readonly id: string; readonly version: number } },
): Scheme | undefined {
  return schemes.get(keyOf(scheme));
}

/** The newest version of a scheme, when there is a newer one than this. */
export function newerThan(
  { rounds }: Pick<Schemes, 'rounds'>,
  { id, version }: { id: string; version: number },
): Scheme | undefined {
  return rounds.find((one) => one.id === id && one.version > version);
}

/** Everything that is wrong with one scheme, as `file: path: message`; empty when it can be used. */
export function checkScheme(data: unknown, fileName: string): string[] {
  return readScheme({ name: fileName, data, lineOf: () => undefined }).faults;
}

/** The same of a file's text, with the lines; and the scheme, when there is no fault. */
export function readSchemeText(
  text: string,
  fileName: string,
): { scheme?: Scheme; faults: string[]; warnings: string[] } {
  const source = readSource(text, fileName);
  if ('fault' in source) return { faults: [source.fault], warnings: [] };
  const { scheme, faults } = readScheme(source);
  const warnings = scheme ? doubtsOf(scheme).map((doubt) => sayFault(source, doubt)) : [];
  return { ...(scheme ? { scheme } : {}), faults, warnings };
}

/** The scheme comes back only when there is no fault. */
function readScheme(source: SourceFile): { scheme?: Scheme; faults: string[] } {
  const parsed = schemeSchema.safeParse(source.data);
  if (!parsed.success) {
    const { issues } = parsed.error;
    const own = issues.filter(({ path }) => !source.isRepeated?.(path));
    const told = own.length > 0 ? own : issues;
    return { faults: told.map((issue) => sayFault(source, sayIssue(source, issue))) };
  }
  const faults = crossChecks.flatMap((crossCheck) => crossCheck(parsed.data));
  if (faults.length > 0) return { faults: faults.map((fault) => sayFault(source, fault)) };
  return { scheme: parsed.data, faults: [] };
}

function schemeFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /\.(?:ya?ml|json)$/.test(name) && !name.endsWith('.schema.json'))
      .sort();
  } catch (cause) {
    throw new ContentError([`${folder}: (folder): it cannot be read`], { cause });
  }
}

function keyOf({ id, version }: { id: string; version: number }): string {
  return `${id}@${version}`;
}
