import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { ContentError } from '../content-errors.js';
import { entrySchema, waysOfAsking, withSources, type Entry } from './entry.js';
import { sourceSchema, type Source } from './source.js';

/** One knowledge file as it was read: its name and its text. */
export interface KnowledgeFile {
  readonly name: string;
  readonly text: string;
}

/**
 * Reads every `*.yaml` of a folder once, at start: `sources.yaml`, the sources that the entries of all others cite. Entries come
 * in the order of their files and of each file.
 *
 * @throws {ContentError} with every fault of every file, so that all can be put right at once.
 */
export function loadKnowledge(folder: string): readonly Entry[] {
  const { entries, faults } = read(knowledgeFiles(folder));
  if (faults.length > 0) throw new ContentError(faults);
  if (entries.length === 0) throw new ContentError([`${folder}: (folder): there is no entry here`]);
  return entries.map(({ entry }) => entry);
}

/**
 * Everything that is wrong with a set of knowledge files, as `file: entry: fault`; empty when they can be used.
 * The files are looked at together: a question asked twice, or a link to nowhere, only shows across them.
 */
export function checkKnowledge(files: readonly KnowledgeFile[]): string[] {
  return read(files).faults;
}

/** The files of a folder, unread content only: for `npm run check:content` as well as for starting. */
export function knowledgeFiles(folder: string): readonly KnowledgeFile[] {
  try {
    return readdirSync(folder)
      .filter((name) => /\.ya?ml$/.test(name))
      .sort()
      .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
  } catch (cause) {
    throw new ContentError([`${folder}: (folder): it cannot be read`], { cause });
  }
}

interface Placed {
  readonly file: string;
  readonly entry: Entry;
}

/** Entries whose last check lies a year back or more, oldest first: what an editor reads again. `month`: 2026-11. */
export function longUnchecked(entries: readonly Entry[], month: string): readonly Entry[] {
  const yearBefore = `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`;
  return entries
    .filter(({ checked }) => checked < yearBefore)
    .sort((a, b) => a.checked.localeCompare(b.checked));
}

/** Entries that hold for a scheme only that there is not. */
export function schemeFaults(entries: readonly Entry[], known: readonly string[]): string[] {
  return entries.flatMap(({ id, schemes }) =>
    schemes
      .filter((scheme) => !known.includes(scheme))
      .map((scheme) => `${id}: schemes: there is no scheme “${scheme}”`),
  );
}

const sourcesFile = 'sources.yaml';

function read(files: readonly KnowledgeFile[]): { entries: Placed[]; faults: string[] } {
  const sources = readSources(files.filter(({ name }) => name === sourcesFile));
  const entries: Placed[] = [];
  const faults: string[] = [...sources.faults];
  for (const file of files.filter(({ name }) => name !== sourcesFile)) {
    const found = readFile(file, sources.known);
    entries.push(...found.entries);
    faults.push(...found.faults);
  }
  return {
    entries,
    faults: [...faults, ...idFaults(entries), ...questionFaults(entries), ...linkFaults(entries)],
  };
}

function readSources(files: readonly KnowledgeFile[]): {
  known: ReadonlyMap<string, Source>;
  faults: string[];
} {
  const known = new Map<string, Source>();
  const faults: string[] = [];
  for (const { name, text } of files) {
    const { list, faults: unread } = listIn(name, text);
    faults.push(...unread);
    list.forEach((item, i) => {
      const { success, data, error } = sourceSchema.safeParse(item);
      if (!success)
        faults.push(...error.issues.map((issue) => `${name}: ${nameOf(item, i)}: ${sayIssue(issue)}`));
      else if (known.has(data.id)) faults.push(`${name}: ${data.id}: the id is used twice`);
      else known.set(data.id, data);
    });
  }
  return { known, faults };
}

function readFile(
  { name, text }: KnowledgeFile,
  known: ReadonlyMap<string, Source>,
): { entries: Placed[]; faults: string[] } {
  const { list, faults } = listIn(name, text);
  const entries: Placed[] = [];
  list.forEach((item, i) => {
    const { success, data, error } = entrySchema.safeParse(item);
    if (!success) {
      faults.push(...error.issues.map((issue) => `${name}: ${nameOf(item, i)}: ${sayIssue(issue)}`));
      return;
    }
    const unknown = data.sources.filter(({ id }) => !known.has(id));
    faults.push(
      ...unknown.map(
        ({ id }) => `${name}: ${data.id}: sources: there is no source “${id}” in ${sourcesFile}`,
      ),
    );
    entries.push({ file: name, entry: withSources(data, known) });
  });
  return { entries, faults };
}

function listIn(name: string, text: string): { list: unknown[]; faults: string[] } {
  const document = parseDocument(text, { uniqueKeys: true });
  if (document.errors.length > 0) {
    return {
      list: [],
      faults: document.errors.map(
        (e) => `${name}: (whole file): not readable as YAML (${e.message.split('\n')[0]})`,
      ),
    };
  }
  const list: unknown = document.toJS();
  return Array.isArray(list)
    ? { list, faults: [] }
    : { list: [], faults: [`${name}: (whole file): it must be a list`] };
}

function sayIssue({ path, message }: z.core.$ZodIssue): string {
  return path.length > 0 ? `${z.core.toDotPath(path)}: ${message}` : message;
}

/** An entry by its id, or by its place where even the id is missing. */
function nameOf(item: unknown, index: number): string {
  const id = typeof item === 'object' && item !== null && 'id' in item ? item.id : undefined;
  return typeof id === 'string' ? id : `entry ${index + 1}`;
}

function idFaults(entries: readonly Placed[]): string[] {
  const seen = new Map<string, string>();
  return entries.flatMap(({ file, entry }) => {
    const other = seen.get(entry.id);
    seen.set(entry.id, file);
    return other === undefined ? [] : [`${file}: ${entry.id}: the id is used twice, also in ${other}`];
  });
}

/** Two entries with the same question cannot both be the answer. Case, spaces and punctuation do not tell them apart. */
function questionFaults(entries: readonly Placed[]): string[] {
  const owner = new Map<string, { id: string; said: string }>();
  return entries.flatMap(({ file, entry }) =>
    waysOfAsking(entry).flatMap((said) => {
      const key = plain(said);
      const first = owner.get(key);
      if (first === undefined) owner.set(key, { id: entry.id, said });
      return first === undefined
        ? []
        : [`${file}: ${entry.id}: “${said}” is already asked by ${first.id} (“${first.said}”)`];
    }),
  );
}

function linkFaults(entries: readonly Placed[]): string[] {
  const ids = new Set(entries.map(({ entry }) => entry.id));
  return entries.flatMap(({ file, entry }) =>
    entry.related.flatMap((link, i) => {
      if (link === entry.id) return [`${file}: ${entry.id}: related.${i}: it links to itself`];
      if (entry.related.indexOf(link) !== i)
        return [`${file}: ${entry.id}: related.${i}: “${link}” is there twice`];
      return ids.has(link) ? [] : [`${file}: ${entry.id}: related.${i}: there is no entry “${link}”`];
    }),
  );
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/['’`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
