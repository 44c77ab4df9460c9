import { lookups } from '../../support/schemes.js';
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { webchatLookups } from '../../../bot/channels/web/history.js';
import { kinds } from '../../../bot/turn/records.js';
import { openJsonStore } from '../../../data/store/json-store.js';
import { root } from '../../../data/root.js';
import { temporaryFolder } from '../../support/assistant.js';

describe('npm run unanswered', function () {
  this.timeout(60_000);

  it('reads an encrypted folder, and leaves it as the assistant needs it', async () => {
    const { folder, remove } = await temporaryFolder();
    const key = randomBytes(32);
    const all = [...lookups, ...webchatLookups];
    try {
      const store = await openJsonStore({ folder, lookups: all, encryption: { keys: [key] } });
      for (const [id, question, times] of [
        ['a', 'is there parking', 1],
        ['b', 'who pays for the uniform', 3],
        ['c', 'who is it that pays for uniforms', 2],
      ] as const)
        await store.commit([{ kind: kinds.unanswered, id, doc: { question, times, last: '2026-11-23' } }]);
      await store.close();
      const script = ['--import', 'tsx', join(root, 'bot', 'unanswered.ts')];
      const env = { PATH: process.env.PATH, DATA_DIR: folder, ENCRYPTION_KEYS: key.toString('base64') };
      const { stdout } = await promisify(execFile)(process.execPath, script, { cwd: root, env });
      assert.match(
        stdout,
        / 5× {2}nearest: \S+\n +3× {2}2026-11-23 {2}who pays for the uniform\n +2× {2}2026-11-23 {2}who is it that pays for uniforms\n +1× {2}nearest: .*\n +1× {2}2026-11-23 {2}is there parking/,
      );
      const settings = JSON.parse(readFileSync(join(folder, 'store.json'), 'utf8')) as { lookups: string[] };
      assert.deepEqual(settings.lookups.sort(), all.map(({ name }) => name).sort());
    } finally {
      await remove();
    }
  });
});
