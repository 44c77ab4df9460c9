import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../../data/root.js';

describe('the benchmark', function () {
  this.timeout(180_000);

  // How quick anything is says nothing here: other tests run beside it.
  it('measures everything it is for, and gets the right answers', async () => {
    const script = join(root, 'test', 'bench', 'bench.ts');
    const { stdout } = await promisify(execFile)(process.execPath, ['--import=tsx', script, '--trial']);
    const rows = stdout.split('\n').filter((line) => line.startsWith('| '));
    for (const what of [
      'cost of a turn, 200 stored against 100',
      'turns a second at 16 people, against the echo in memory',
      'turns a second at 16 people, against one lowdb file',
      'p99 against p50',
      'memory at rest, 200 stored against 100',
      'start to first answer, against the bare echo',
      'npm start from a clean clone to the first answer',
      'npm start, later, to the first answer',
      'a question answered, p95',
      'the largest answer of a journey',
    ]) {
      const row = rows.find((one) => one.startsWith(`| ${what}`)) ?? assert.fail(`nothing about: ${what}`);
      assert.match(row, /\| \d[\d.]*(×| ms| s| KB) \| (met|missed) \|$/, row);
    }
  });
});
