import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { FolderInUse } from '../data/store/errors.js';
import { openJsonStore } from '../data/store/json-store.js';
import { openPostgresStore } from '../data/store/postgres-store.js';
import type { Store } from '../data/store/store.js';
import { adminOf } from './http/admin.js';
import { groupsOf } from '../dialogs/questions/unanswered.js';
import { readConfig } from './config.js';
import { webchatLookups } from './channels/web/history.js';
import type { FeedbackRecord } from './turn/for-editors.js';
import { openMind } from './turn/open-mind.js';
import { root } from '../data/root.js';
import { loadSchemes } from '../data/schemes/schemes.js';
import { kinds, lookupsOf, type UnansweredRecord } from './turn/records.js';

/**
 * `npm run unanswered`: questions that had no good answer, those alike together and the most frequent first, each with the
 * nearest entry, and answers that did not help. For whoever edits the knowledge base. A running instance is asked for a copy, since one process owns the folder.
 */
async function main(): Promise<void> {
  const { store, close } = await open();
  try {
    const questions = await all<UnansweredRecord>(store, kinds.unanswered);
    const mind = openMind();
    for (const { questions: alike, times } of groupsOf(questions.map(({ doc }) => doc))) {
      const [nearest] = mind.knowledge.nearest(alike[0]?.question ?? '', 1);
      process.stdout.write(`${String(times).padStart(4)}×  nearest: ${nearest?.id ?? 'nothing'}\n`);
      for (const one of alike)
        process.stdout.write(`${String(one.times).padStart(9)}×  ${one.last}  ${one.question}\n`);
    }
    if (questions.length === 0) process.stdout.write('Every question so far had an answer.\n');
    const unhelpful = (await all<FeedbackRecord>(store, kinds.feedback)).filter(
      ({ doc }) => doc.notHelpful > 0,
    );
    unhelpful.sort((a, b) => b.doc.notHelpful - a.doc.notHelpful);
    if (unhelpful.length > 0) process.stdout.write('\nAnswers that did not help:\n');
    for (const { id, doc } of unhelpful) {
      process.stdout.write(`${String(doc.notHelpful).padStart(4)}×  (helped ${doc.helpful}×)  ${id}\n`);
    }
  } finally {
    await close();
  }
}

async function open(): Promise<{ store: Store; close: () => Promise<void> }> {
  const given = ['DATABASE_URL', 'DATA_DIR', 'ENCRYPTION_KEYS'].map(
    (name) => [name, process.env[name]] as const,
  );
  const { DATABASE_URL, DATA_DIR, ENCRYPTION_KEYS: keys } = readConfig(Object.fromEntries(given));
  // As the product opens it: look-ups that are not named here would be taken for old ones and removed.
  const all = [...lookupsOf(loadSchemes(join(root, 'data', 'schemes'))), ...webchatLookups];
  if (DATABASE_URL) {
    const store = await openPostgresStore({ url: DATABASE_URL, lookups: all });
    return { store, close: () => store.close() };
  }
  const folder = resolve(DATA_DIR);
  const openFolder = (where: string) =>
    openJsonStore({ folder: where, lookups: all, ...(keys.length > 0 ? { encryption: { keys } } : {}) });
  try {
    const store = await openFolder(folder);
    return { store, close: () => store.close() };
  } catch (error) {
    const admin = error instanceof FolderInUse ? adminOf(folder) : undefined;
    if (!admin) throw error;
    const copy = await mkdtemp(join(tmpdir(), 'ap-pathway-copy-'));
    const target = join(copy, 'data');
    const response = await fetch(`${admin.url}/admin/backup`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${admin.token}` },
      body: JSON.stringify({ to: target }),
    });
    if (!response.ok) throw new Error(`The running instance answered ${response.status}.`, { cause: error });
    const store = await openFolder(target);
    const close = async () => {
      await store.close();
      await rm(copy, { recursive: true, force: true });
    };
    return { store, close };
  }
}

async function all<T>(store: Store, kind: string): Promise<{ id: string; doc: T }[]> {
  const found: { id: string; doc: T }[] = [];
  for await (const id of store.ids(kind)) {
    const record = await store.get<T>(kind, id);
    if (record) found.push({ id, doc: record.doc });
  }
  return found;
}

main().catch((error: unknown) => {
  process.stderr.write(`${(error as { userMessage?: string }).userMessage ?? (error as Error).message}\n`);
  process.exitCode = 1;
});
