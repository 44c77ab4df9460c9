import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FolderTooNew } from './errors.js';
import { replaceFile, type Folders } from './files.js';
import type { SetAside } from './set-aside.js';

/** What a folder says about itself, in `store.json`. All of it can be found out again should it be lost. */
export interface Settings {
  readonly format: number;
  /** Names of the look-ups that are complete; another one has to be made from the records first. */
  readonly lookups: readonly string[];
  /** Ids of the keys with which documents are encrypted, the present one first. */
  readonly keys: readonly string[];
}

const FILE = 'store.json';

/**
 * @returns undefined for a folder without settings, or with damaged ones, which are set aside.
 * @throws {FolderTooNew} when a later version wrote the folder.
 */
export function readSettings(folder: string, format: number, setAside: SetAside): Settings | undefined {
  const path = join(folder, FILE);
  if (!existsSync(path)) return undefined;
  const settings = parseSettings(readFileSync(path, 'utf8'));
  if (!settings) setAside.move(path, 'settings-damaged');
  else if (settings.format > format) throw new FolderTooNew(folder, settings.format, format);
  return settings;
}

export async function writeSettings(folder: string, settings: Settings, folders: Folders): Promise<void> {
  await replaceFile(join(folder, FILE), `${JSON.stringify(settings, null, 2)}\n`);
  folders.changed(folder);
  await folders.flush();
}

function parseSettings(text: string): Settings | undefined {
  try {
    const { format, lookups, keys } = JSON.parse(text) as Partial<Settings>;
    if (typeof format !== 'number' || !Array.isArray(lookups) || !Array.isArray(keys)) return undefined;
    return { format, lookups, keys };
  } catch {
    return undefined;
  }
}
