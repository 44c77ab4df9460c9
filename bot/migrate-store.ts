import { join, resolve } from 'node:path';
import { root } from '../data/root.js';
import { loadSchemes } from '../data/schemes/schemes.js';
import { copyStore } from '../data/store/copy-store.js';
import { openJsonStore } from '../data/store/json-store.js';
import { openPostgresStore } from '../data/store/postgres-store.js';
import type { Store } from '../data/store/store.js';
import { readConfig } from './config.js';
import { webchatLookups } from './channels/web/history.js';
import { lookupsOf } from './turn/records.js';

/**
 * `npm run migrate:store -- <from> <to>`: moves everything from a folder into PostgreSQL, or back. Each is a folder or
 * a postgres:// address. It is here and not in `data/` because a store is opened with the product's own look-ups.
 */
const say = (line: string) => void process.stdout.write(`${line}\n`);

async function main([from, to]: readonly string[]): Promise<void> {
  if (!from || !to) throw new Error('Say from where to where: npm run migrate:store -- ./var postgres://…');
  const opened: Store[] = [];
  try {
    const source = await open(from);
    opened.push(source);
    const target = await open(to);
    opened.push(target);
    const { counts, digest } = await copyStore(source, target, say);
    const records = Object.values(counts).reduce((sum, count) => sum + count, 0);
    say(`Both hold the same ${records} records (${digest.slice(0, 16)}).`);
  } finally {
    for (const store of opened) await store.close();
  }
}

async function open(place: string): Promise<Store> {
  const all = [...lookupsOf(loadSchemes(join(root, 'data', 'schemes'))), ...webchatLookups];
  if (/^postgres(ql)?:/.test(place)) return openPostgresStore({ url: place, lookups: all });
  const { ENCRYPTION_KEYS: keys } = readConfig({ ENCRYPTION_KEYS: process.env.ENCRYPTION_KEYS });
  const encryption = keys.length > 0 ? { encryption: { keys } } : {};
  return openJsonStore({ folder: resolve(place), lookups: all, ...encryption });
}

main(process.argv.slice(2)).catch((error: unknown) => {
  const { userMessage, message } = error as { userMessage?: string; message?: string };
  process.stderr.write(`${userMessage ?? message ?? 'It could not be moved.'}\n`);
  process.exitCode = 1;
});
