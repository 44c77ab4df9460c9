import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../../data/root.js';
import { build } from '../support/product.js';
import { mark } from './summary.js';

/** `npm run test:trust [names]`: runs every long test of what may never be lost, one after the other, and sums up. */
const wanted = process.argv.slice(2);
const folder = join(root, 'test', 'trust');
const files = readdirSync(folder)
  .filter((file) => file.endsWith('.trust.ts'))
  .filter((file) => wanted.length === 0 || wanted.some((name) => file.startsWith(name)));

await build();
const rows = [['what was tried', 'how often', 'lost', '', 'minutes']];
let failed = 0;
for (const file of files) {
  console.log(`\n== ${file}`);
  const began = Date.now();
  const child = spawn(process.execPath, ['--import', 'tsx', join(folder, file)], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const found: string[][] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith(mark)) found.push(JSON.parse(line.slice(mark.length)) as string[]);
    else console.log(line);
  }
  if (child.exitCode === null) await once(child, 'exit');
  const minutes = ((Date.now() - began) / 60_000).toFixed(1);
  const name = file.replace('.trust.ts', '');
  // Each of them ends with an error at the first thing that is lost, so only a whole run says that nothing was.
  const isWhole = child.exitCode === 0 && found.length > 0;
  if (!isWhole) {
    failed++;
    rows.push([name, '', 'FAILED', `exit code ${child.exitCode}, ${found.length} lines`, minutes]);
  }
  for (const [at, [what = '', tried = '', remark = '']] of found.entries())
    rows.push([what, tried, lostOf(tried, isWhole), remark, at === 0 ? minutes : '']);
}

function lostOf(tried: string, isWhole: boolean): string {
  if (tried === 'not run') return '';
  return isWhole ? 'none' : 'see above';
}

const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
console.log(`\nNode ${process.version}, ${new Date().toISOString()}\n`);
for (const [at, row] of rows.entries()) {
  console.log(`| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`);
  if (at === 0) console.log(`|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`);
}
process.exit(failed > 0 ? 1 : 0);
