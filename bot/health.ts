import { hostHere, readConfig } from './config.js';

/*
 * What a container asks: does the instance that these variables are for answer? Alive, and not ready: a full disk makes
 * it unready, and starting it again would not help.
 */

const { host, PORT } = readConfig(process.env);
const isAlive = await fetch(`http://${hostHere(host)}:${PORT}/healthz`).then(
  ({ ok }) => ok,
  () => false,
);
process.exitCode = isAlive ? 0 : 1;
