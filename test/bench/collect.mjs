import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Imported into a process that is measured: SIGUSR2 collects garbage, so that its heap is what it really holds. */
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');
process.on('SIGUSR2', () => collect());
