import { existsSync } from 'node:fs';
import { build, canBuild } from './build.js';

/*
 * `npm start`: builds what has changed, where there is what to build from, and becomes the server: one process, so that
 * whoever stops npm stops it.
 */

const server = new URL('../dist/bot/main.js', import.meta.url);
const say = (line) => process.stdout.write(`${line}\n`);

if (canBuild) {
  say(
    existsSync(server)
      ? 'Looking for what has changed…'
      : 'Compiling, which takes some seconds the first time…',
  );
  if (!(await build())) process.exit(1);
}
if (existsSync(server)) {
  say('Starting AP Pathway…');
  await import(server);
} else {
  process.stderr.write('It is not built, and what builds it is not here. Run npm ci, then npm start.\n');
  process.exit(1);
}
