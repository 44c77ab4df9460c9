import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Everything in a folder as one text: names of files and folders, and what is in them. */
export async function textsIn(folder: string): Promise<string> {
  for (;;) {
    try {
      return await readAll(folder);
    } catch (error) {
      // Something was just deleted: it is looked through again.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
}

async function readAll(folder: string): Promise<string> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const texts = await Promise.all(
    names.map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      return entry.isFile() ? `${path}\n${await readFile(path, 'utf8')}` : path;
    }),
  );
  return texts.join('\n');
}
