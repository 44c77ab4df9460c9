import type { Request, RequestHandler, Response, Server } from './routes.js';

/** Whether it runs, and whether it can write. */

/** Milliseconds for which an answer to "can you write?" holds: each asks the disk to flush. */
const readyFor = 1_000;

/** `/healthz` answers as long as the process runs, `/readyz` as long as it can keep what it is told. */
export function mountHealth(server: Server, canWrite: () => Promise<boolean>): void {
  const asked = (path: string, handle: RequestHandler) => {
    server.get(path, handle);
    server.head(path, handle);
  };
  asked('/healthz', (_request, response, next) => {
    response.send(200, { status: 'alive' });
    next();
  });
  const ready = askedAtMost(canWrite, readyFor);
  asked('/readyz', async (_request: Request, response: Response) => {
    const isReady = await ready();
    response.send(isReady ? 200 : 503, { status: isReady ? 'ready' : 'the store cannot write' });
  });
}

/** Asks again only when the last answer is that many milliseconds old. */
function askedAtMost<T>(ask: () => Promise<T>, every: number): () => Promise<T> {
  let asked = -Infinity;
  let answered: Promise<T> | undefined;
  return () => {
    if (!answered || performance.now() - asked > every) {
      asked = performance.now();
      answered = ask();
    }
    return answered;
  };
}
