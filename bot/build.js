import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/*
 * Compiles into `dist/` what has changed since the last time, and makes the page's bundle. Plain JavaScript, since it
 * runs before anything is compiled. TypeScript 7 is called by its path: `typescript` is the older one, which the
 * linter still needs.
 */

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const compiler = join(root, 'node_modules', 'typescript-7', 'bin', 'tsc');

/** Are the sources here, and what compiles them? In the image there is only what was built. */
export const canBuild = existsSync(compiler) && existsSync(join(root, 'bot', 'main.ts'));

/** @returns whether all of it compiled; what is wrong has been printed. */
export async function build() {
  const { bundlePage } = await import('./channels/web/page/bundle.js');
  const compiled = new Promise((done) => {
    const arguments_ = [compiler, '-p', join(root, 'tsconfig.build.json')];
    spawn(process.execPath, arguments_, { stdio: 'inherit' }).once('exit', (code) => done(code === 0));
  });
  const bundled = bundlePage().then(
    () => true,
    () => false,
  );
  return (await compiled) && (await bundled);
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url))
  process.exitCode = (await build()) ? 0 : 1;
