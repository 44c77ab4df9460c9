import { spawn } from 'node:child_process';
import type { Logger } from 'pino';

/** `unknown`: the scanner gave no answer that counts, so nothing is kept. */
export type Verdict = 'clean' | 'found' | 'unknown';
export type Scan = (bytes: Buffer) => Promise<Verdict>;

/** Milliseconds that a scanner has for one file. */
const scanWithin = 30_000;

/**
 * What the operator set to look through files: an address that each is posted to (2xx is clean, 406 is not, as ClamAV's
 * REST front ends answer), or a command that reads it on its standard input (0 is clean, 1 is not, as clamdscan
 * does). The command runs in no shell, and sees nothing of this program's environment but where programs are.
 */
export function scannerFor(setting: string, log: Logger): Scan {
  const ask = /^https?:\/\//i.test(setting) ? byAddress(setting) : byCommand(setting);
  return async (bytes) => {
    const verdict = await ask(bytes).catch((): Verdict => 'unknown');
    if (verdict === 'found') log.warn({ code: 'FILE_UNSAFE' }, 'the scanner found something in a file');
    if (verdict === 'unknown') log.error({ code: 'FILE_NOT_SCANNED' }, 'the scanner gave no answer');
    return verdict;
  };
}

function byAddress(url: string): Scan {
  return async (bytes) => {
    const { ok, status } = await fetch(url, {
      method: 'POST',
      body: new Uint8Array(bytes),
      headers: { 'Content-Type': 'application/octet-stream' },
      redirect: 'error',
      signal: AbortSignal.timeout(scanWithin),
    });
    if (ok) return 'clean';
    return status === 406 ? 'found' : 'unknown';
  };
}

function byCommand(line: string): Scan {
  const [command = '', ...args] = line.trim().split(/\s+/);
  return (bytes) =>
    new Promise((resolve) => {
      const child = spawn(command, args, {
        stdio: ['pipe', 'ignore', 'ignore'],
        env: { PATH: process.env.PATH },
        timeout: scanWithin,
      });
      child.on('error', () => resolve('unknown'));
      child.on('close', (code) => resolve(code === 0 ? 'clean' : code === 1 ? 'found' : 'unknown'));
      // One that has seen enough reads no further.
      child.stdin.on('error', () => undefined).end(bytes);
    });
}
