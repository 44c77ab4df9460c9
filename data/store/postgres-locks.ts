import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import pg from 'pg';
import { StoreUnavailable } from './errors.js';
import { Turnstile } from './turnstile.js';

/** Milliseconds that a turn waits for a key: longer than a slow turn takes with all its tries at sending. */
const patience = 120_000;
/** Milliseconds between two tries, doubled from the first to the last. */
const firstPause = 5;
const lastPause = 100;

interface Session {
  readonly client: pg.Client;
  /** Questions to the server go one after the other. */
  asking: Promise<unknown>;
  lost: boolean;
}

/**
 * Advisory locks of PostgreSQL for any number of turns over one connection: they belong to the connection, so a
 * process that dies lets go of all of them at once. Inside the process a turnstile keeps turns apart; between
 * processes, one tries again until the other is done, so that nobody who waits holds up the connection.
 */
export class PostgresLocks {
  readonly #inHere = new Turnstile();
  readonly #scope = new AsyncLocalStorage<Session>();
  #session: Promise<Session> | undefined;
  #closed = false;

  constructor(
    private readonly config: pg.ClientConfig,
    private readonly space: string,
  ) {}

  /** Keys of one call are taken in one order everywhere, so that two calls never wait for each other. */
  exclusively<T>(keys: readonly string[], work: () => Promise<T>): Promise<T> {
    const wanted = [...new Set(keys)].sort();
    return this.#inHere.enter(wanted, async () => {
      this.assertHeld();
      const numbers = [...new Set(wanted.map((key) => numberOf(this.space, key)))].sort();
      const session = await this.#current();
      const taken: string[] = [];
      try {
        for (const number of numbers) {
          await this.#take(session, number);
          taken.push(number);
        }
        return await this.#scope.run(session, work);
      } finally {
        await this.#release(session, taken);
      }
    });
  }

  /** @throws {StoreUnavailable} inside a call whose locks were lost, when someone else may be at the same thing. */
  assertHeld(): void {
    if (this.#scope.getStore()?.lost) throw new StoreUnavailable('The locks of this turn were lost');
  }

  async close(): Promise<void> {
    this.#closed = true;
    const session = await this.#session?.catch(() => undefined);
    await session?.client.end().catch(() => undefined);
  }

  async #take(session: Session, number: string): Promise<void> {
    const until = performance.now() + patience;
    for (let pause = firstPause; ; pause = Math.min(pause * 2, lastPause)) {
      if (await this.#ask(session, take, number)) return;
      if (performance.now() > until) throw new StoreUnavailable('Another process is at the same thing');
      await new Promise((resolve) => setTimeout(resolve, pause * (0.5 + Math.random())));
    }
  }

  async #release(session: Session, numbers: readonly string[]): Promise<void> {
    if (numbers.length === 0 || session.lost) return;
    // One that could not be let go is lost with all the others; what the work came to stands.
    await this.#ask(session, release, numbers).catch(() => undefined);
  }

  async #ask(session: Session, question: { name: string; text: string }, value: unknown): Promise<boolean> {
    const answer = session.asking.then(() =>
      session.client.query<{ done: boolean }>({ ...question, values: [value] }),
    );
    session.asking = answer.catch(() => undefined);
    try {
      return (await answer).rows[0]?.done ?? false;
    } catch (error) {
      // A question that nobody waits for any more may still be answered, and leave a lock that is never let go: better
      // none at all, which is noticed.
      this.#lose(session);
      throw new StoreUnavailable('The database can’t be reached', { cause: error });
    }
  }

  #current(): Promise<Session> {
    if (this.#closed) throw new StoreUnavailable('The store is closed');
    this.#session ??= this.#connect().catch((error: unknown) => {
      this.#session = undefined;
      throw new StoreUnavailable('The database can’t be reached', { cause: error });
    });
    return this.#session;
  }

  async #connect(): Promise<Session> {
    const session: Session = {
      client: new pg.Client(this.config),
      asking: Promise.resolve(),
      lost: false,
    };
    const lose = () => this.#lose(session);
    session.client.on('error', lose);
    session.client.on('end', lose);
    await session.client.connect();
    return session;
  }

  #lose(session: Session): void {
    if (session.lost) return;
    session.lost = true;
    this.#session = undefined;
    void session.client.end().catch(() => undefined);
  }
}

const take = { name: 'take', text: 'select pg_try_advisory_lock($1) as done' };
const release = {
  name: 'release',
  text: 'select bool_and(pg_advisory_unlock(number)) as done from unnest($1::bigint[]) as number',
};

/** PostgreSQL locks numbers of 64 bits. Two keys of one number would wait for each other, and nothing worse. */
function numberOf(space: string, key: string): string {
  return createHash('sha256').update(`${space}\n${key}`).digest().readBigInt64BE().toString();
}
