import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../data/root.js';
import { row } from './summary.js';

/**
 * `npx tsx test/trust/proofs.trust.ts [file]`: the tests of `npm test` that prove a promise, again and more often, so
 * that what depends on who comes first has its chance. Ends with an error when one fails in one of the rounds.
 */
interface Proof {
  readonly file: string;
  readonly rounds: number;
  /** A line for each test, where each is a fault of its own; else one for all. */
  readonly each?: true;
}

const proofs: readonly Proof[] = [
  { file: 'bot/turns', rounds: 10, each: true },
  { file: 'bot/messages', rounds: 1 },
  { file: 'bot/crash', rounds: 2, each: true },
  { file: 'bot/operating', rounds: 1, each: true },
  { file: 'data/store', rounds: 2 },
  { file: 'bot/identity', rounds: 1 },
  { file: 'workflows/authority-rules', rounds: 1 },
  { file: 'bot/authority', rounds: 1 },
  { file: 'bot/limits', rounds: 2 },
  { file: 'bot/long-input', rounds: 1 },
  { file: 'bot/privacy', rounds: 1, each: true },
  { file: 'bot/retention', rounds: 1 },
  { file: 'bot/direct-line', rounds: 1 },
  { file: 'workflows/application.property', rounds: 10 },
  { file: 'dialogs/converse.property', rounds: 5 },
];

interface Result {
  readonly tests: readonly { readonly fullTitle: string; readonly err: { readonly message?: string } }[];
  readonly pending: readonly { readonly fullTitle: string }[];
  readonly failures: readonly { readonly fullTitle: string; readonly err: { readonly message?: string } }[];
}

const [wanted = ''] = process.argv.slice(2);
let failed = 0;
for (const { file, rounds, each } of proofs.filter((one) => one.file.includes(wanted))) {
  const begun = Date.now();
  const results: Result[] = [];
  for (let n = 0; n < rounds; n++) results.push(await mocha(`test/unit/${file}.spec.ts`));
  const failures = results.flatMap((result) => result.failures);
  const seconds = ((Date.now() - begun) / 1000).toFixed(0);
  console.log(`${file}: ${rounds} rounds, ${failures.length} failures, ${seconds} s`);
  for (const { fullTitle, err } of failures) console.log(`  ${fullTitle}\n    ${err.message ?? ''}`);
  failed += failures.length;

  const notRun = new Set(results.flatMap(({ pending }) => pending.map(({ fullTitle }) => fullTitle)));
  const all = new Set(results.flatMap(({ tests }) => tests.map(({ fullTitle }) => fullTitle)));
  for (const title of notRun) row(title, 'not run', 'this machine cannot');
  const titles = [...all].filter((title) => !notRun.has(title));
  if (each) for (const title of titles) row(title, times(rounds));
  else row(`${file}: ${titles.length} tests`, times(rounds));
}
process.exit(failed > 0 ? 1 : 0);

async function mocha(file: string): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'ap-proof-'));
  const output = join(folder, 'result.json');
  try {
    const script = join(root, 'node_modules', 'mocha', 'bin', 'mocha.js');
    const reporter = ['--reporter', 'json', '--reporter-option', `output=${output}`];
    // It ends with the number of failures, which are in the result too; a crash leaves none.
    await promisify(execFile)(process.execPath, [script, ...reporter, file], { cwd: root }).catch(
      () => undefined,
    );
    return JSON.parse(readFileSync(output, 'utf8')) as Result;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function times(rounds: number): string {
  return rounds === 1 ? 'once' : `${rounds} times`;
}
