import pg from 'pg';
import { DatabaseUnreachable, RevisionConflict, StoreError, StoreUnavailable } from './errors.js';
import { PostgresLocks } from './postgres-locks.js';
import { conflictState, migrateTables, otherLookupsState } from './postgres-migrations.js';
import type { Json, Lookup, Store, StoredRecord, Write } from './store.js';
import { Turnstile } from './turnstile.js';
import { checkName, prepare, type Prepared } from './writes.js';

export interface PostgresStoreOptions {
  /** postgres://user:password@host/database. Straight to the server: a pooler that parts sessions loses the locks. */
  readonly url: string;
  /**
   * A look-up that is new is made from the records at the start. An instance that was started before with others can
   * write no more: it would leave keys out.
   */
  readonly lookups: readonly Lookup[];
  readonly log?: (problem: PostgresProblem) => void;
  /** Where the tables are. Small letters, digits and underscores. */
  readonly schema?: string;
}

export interface PostgresProblem {
  readonly code: 'database-connection-lost' | 'other-version-at-database';
  readonly cause: unknown;
}

/** Connections of one instance to the tables; one more holds its locks. Three instances fit a server's usual 100. */
const connections = 10;
/** Milliseconds, for an answer and for a connection: who waits for one waits as long as those may take who have it. */
const answerWithin = 15_000;
/** A start waits for another one that is making the tables, and for look-ups over everything that is stored. */
const openWithin = 15 * 60_000;
/** Ids fetched at once. */
const page = 1_000;
/** Bytes: what fits PostgreSQL's indexes, with room for what stands beside it. */
const longestName = 2_000;

/**
 * The store for several instances: records and look-ups as two tables, a commit as one call that is all or nothing.
 *
 * @throws {DatabaseUnreachable} when the database does not answer or refuses.
 * @throws {SchemaTooNew} when a later version changed the tables.
 */
export async function openPostgresStore(options: PostgresStoreOptions): Promise<Store> {
  const store = new PostgresStore(options);
  try {
    await store.open();
    return store;
  } catch (error) {
    await store.close();
    if (error instanceof TypeError || (error instanceof StoreError && !(error instanceof StoreUnavailable)))
      throw error;
    throw new DatabaseUnreachable({ cause: error instanceof StoreUnavailable ? error.cause : error });
  }
}

class PostgresStore implements Store {
  readonly #schema: string;
  readonly #config: pg.ClientConfig;
  readonly #pool: pg.Pool;
  readonly #locks: PostgresLocks;
  readonly #lookups: readonly Lookup[];
  /** Their names, in order. */
  readonly #known: readonly string[];
  readonly #log: (problem: PostgresProblem) => void;
  /** Commits of this process to one record go one after the other, in the order they were made. */
  readonly #order = new Turnstile();
  #closing: Promise<void> | undefined;

  constructor({ url, lookups, log = () => undefined, schema = 'ap_pathway' }: PostgresStoreOptions) {
    if (!/^[a-z][a-z0-9_]{0,50}$/.test(schema))
      throw new TypeError('A schema is small letters, digits and underscores');
    for (const { name } of lookups) checkName(name);
    this.#schema = schema;
    this.#lookups = lookups;
    this.#known = lookups.map(({ name }) => name).sort();
    this.#log = log;
    const config: pg.ClientConfig = {
      connectionString: url,
      application_name: 'ap-pathway',
      connectionTimeoutMillis: answerWithin,
      statement_timeout: answerWithin,
      // Counted here too, for a server that has fallen silent.
      query_timeout: answerWithin + 5_000,
      idle_in_transaction_session_timeout: 60_000,
      keepAlive: true,
      // On disk when it is said; and a machine that vanished is noticed within half a minute, with its locks.
      options:
        '-c synchronous_commit=on -c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3',
    };
    this.#config = config;
    this.#pool = new pg.Pool({ ...config, max: connections });
    this.#pool.on('connect', (client) =>
      client.on('error', (cause) => log({ code: 'database-connection-lost', cause })),
    );
    this.#pool.on('error', () => undefined); // The same once more, for a connection that nobody was using.
    this.#locks = new PostgresLocks(config, schema);
  }

  /** Tables and look-ups as they are to be, in one transaction: it is done or it is not. */
  async open(): Promise<void> {
    await this.#transaction(async (client) => {
      await migrateTables(client, this.#schema);
      const { rows } = await client.query<{ lookups: string[] }>(`select lookups from ${this.#schema}.about`);
      const ready = rows[0]?.lookups ?? [];
      if (JSON.stringify(ready) === JSON.stringify(this.#known)) return;
      // Nobody writes meanwhile, so nothing is missed.
      await client.query(`lock table ${this.#schema}.record in share mode`);
      await client.query(`delete from ${this.#schema}.lookup where not name = any($1)`, [
        this.#known.filter((name) => ready.includes(name)),
      ]);
      for (const lookup of this.#lookups) if (!ready.includes(lookup.name)) await this.#build(client, lookup);
      await client.query(`update ${this.#schema}.about set lookups = $1`, [this.#known]);
    });
  }

  async get<T = Json>(kind: string, id: string): Promise<StoredRecord<T> | undefined> {
    checkName(kind);
    const [row] = await this.#query<{ revision: number; doc: T }>(
      `select revision, doc from ${this.#schema}.record where kind = $1 and id = $2`,
      [kind, toColumn(id)],
    );
    return row && { kind, id, revision: row.revision, doc: row.doc };
  }

  async commit(writes: readonly Write[]): Promise<void> {
    this.#assertOpen();
    const prepared = prepare(writes).sort((a, b) => compare(a.kind, b.kind) || compare(a.id, b.id));
    if (prepared.length === 0) return;
    const keys = prepared.flatMap(({ kind, doc }, index) =>
      doc === undefined ? [] : keysOf(this.#lookups, kind, doc).map((key) => ({ ...key, owner: index + 1 })),
    );
    const columns = [
      prepared.map(({ kind }) => kind),
      prepared.map(({ id }) => toColumn(id)),
      prepared.map(({ json }) => json ?? null),
      prepared.map(({ expect }) => expect ?? null),
      keys.map(({ name }) => name),
      keys.map(({ key }) => key),
      keys.map(({ owner }) => owner),
      this.#known,
    ];
    await this.#order.enter(
      prepared.map(({ kind, id }) => `${kind}\n${id}`),
      async () => {
        this.#locks.assertHeld();
        try {
          await this.#query(`select ${this.#schema}.commit($1, $2, $3, $4, $5, $6, $7, $8)`, columns);
        } catch (error) {
          const cause = ((error as Error).cause ?? {}) as Partial<pg.DatabaseError>;
          const { code, detail = '', severity } = cause;
          if (code !== conflictState) {
            const isRefused = severity === 'ERROR';
            if (!isRefused && (await this.#isThere(prepared))) return;
            throw error;
          }
          const [number = 1, found = 0] = detail.split(':').map(Number);
          const { kind, id, expect = 0 } = prepared[number - 1] ?? { kind: '', id: '' };
          throw new RevisionConflict(kind, id, expect, found);
        }
      },
    );
  }

  async find(lookup: string, key: string): Promise<string[]> {
    this.#assertLookup(lookup);
    const rows = await this.#query<{ id: string }>(
      `select id from ${this.#schema}.lookup where name = $1 and key = $2`,
      [lookup, toColumn(key)],
    );
    return rows.map(({ id }) => fromColumn(id)).sort();
  }

  async keys(lookup: string, from?: string, to?: string): Promise<string[]> {
    this.#assertLookup(lookup);
    const rows = await this.#query<{ key: string }>(
      `select distinct key from ${this.#schema}.lookup
         where name = $1 and ($2::text is null or key >= $2) and ($3::text is null or key <= $3)`,
      [lookup, from === undefined ? null : toColumn(from), to === undefined ? null : toColumn(to)],
    );
    return rows.map(({ key }) => fromColumn(key)).sort();
  }

  async *ids(kind: string): AsyncIterable<string> {
    checkName(kind);
    for (let last = ''; ;) {
      const rows = await this.#query<{ id: string }>(
        `select id from ${this.#schema}.record where kind = $1 and id > $2 order by id limit ${page}`,
        [kind, last],
      );
      for (const { id } of rows) yield fromColumn(id);
      if (rows.length < page) return;
      last = rows.at(-1)?.id ?? '';
    }
  }

  async kinds(): Promise<string[]> {
    const rows = await this.#query<{ kind: string }>(
      `select distinct kind from ${this.#schema}.record order by kind`,
    );
    return rows.map(({ kind }) => kind);
  }

  exclusively<T>(keys: readonly string[], work: () => Promise<T>): Promise<T> {
    return this.#locks.exclusively(keys, work);
  }

  async writable(): Promise<boolean> {
    try {
      const rows = await this.#query(
        `update ${this.#schema}.about set probed = now() where lookups = $1 returning one`,
        [this.#known],
      );
      return rows.length === 1;
    } catch {
      return false;
    }
  }

  close(): Promise<void> {
    this.#closing ??= Promise.all([this.#pool.end(), this.#locks.close()]).then(() => undefined);
    return this.#closing;
  }

  /**
   * Whether a commit that was neither answered nor refused was done: the connection may break between the two. Nobody
   * else writes these records meanwhile, or it was read at a revision that they would have changed.
   */
  async #isThere(prepared: readonly Prepared[]): Promise<boolean> {
    try {
      const rows = await this.#query(
        `select from unnest($1::text[], $2::text[], $3::text[]) as w(kind, id, doc)
           left join ${this.#schema}.record r on r.kind = w.kind and r.id = w.id
           where r.doc::text is distinct from w.doc`,
        [
          prepared.map(({ kind }) => kind),
          prepared.map(({ id }) => toColumn(id)),
          prepared.map(({ json }) => json ?? null),
        ],
      );
      return rows.length === 0;
    } catch {
      return false;
    }
  }

  async #build(client: pg.ClientBase, lookup: Lookup): Promise<void> {
    for (let last = ''; ;) {
      const { rows } = await client.query<{ id: string; doc: Json }>(
        `select id, doc from ${this.#schema}.record where kind = $1 and id > $2 order by id limit ${page}`,
        [lookup.kind, last],
      );
      const found = rows.flatMap(({ id, doc }) =>
        keysOf([lookup], lookup.kind, doc).map(({ key }) => ({ id, key })),
      );
      await client.query(
        `insert into ${this.#schema}.lookup select $1, key, $2, id from unnest($3::text[], $4::text[]) as k(key, id)`,
        [lookup.name, lookup.kind, found.map(({ key }) => key), found.map(({ id }) => id)],
      );
      if (rows.length < page) return;
      last = rows.at(-1)?.id ?? '';
    }
  }

  async #transaction(work: (client: pg.ClientBase) => Promise<void>): Promise<void> {
    const client = new pg.Client({
      ...this.#config,
      statement_timeout: openWithin,
      query_timeout: openWithin,
    });
    client.on('error', () => undefined); // The question in hand fails as well, and says so.
    try {
      await client.connect();
      await client.query('begin');
      await work(client);
      await client.query('commit');
    } finally {
      await client.end(); // What was begun and not finished is undone.
    }
  }

  async #query<R extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<R[]> {
    this.#assertOpen();
    let client: pg.PoolClient | undefined;
    let broken = true;
    try {
      client = await this.#pool.connect();
      const { rows } = await client.query<R>({ name: nameOf(text), text, values });
      broken = false;
      return rows;
    } catch (error) {
      const { code } = error as { code?: unknown };
      broken = code !== conflictState;
      if (code === otherLookupsState) this.#log({ code: 'other-version-at-database', cause: error });
      throw new StoreUnavailable('The database refuses or can’t be reached', { cause: error });
    } finally {
      client?.release(broken);
    }
  }

  #assertOpen(): void {
    if (this.#closing) throw new StoreUnavailable('The store is closed');
  }

  #assertLookup(lookup: string): void {
    if (!this.#lookups.some(({ name }) => name === lookup))
      throw new TypeError(`There is no look-up called ${lookup}`);
  }
}

function keysOf(lookups: readonly Lookup[], kind: string, doc: Json): { name: string; key: string }[] {
  return lookups
    .filter((lookup) => lookup.kind === kind)
    .flatMap(({ name, keys }) =>
      [...new Set(keys(doc as never))].map((key) => ({ name, key: toColumn(key) })),
    );
}

/** Ids and keys are text, except for the little that PostgreSQL's text can't hold: that is written as `\` and hex. */
function toColumn(text: string): string {
  const safe = text.replace(
    /[\\\0]|\p{Surrogate}/gu,
    (one) => `\\${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  if (Buffer.byteLength(safe) > longestName) throw new TypeError('An id or a key is too long');
  return safe;
}

function fromColumn(text: string): string {
  return text.replace(/\\([0-9a-f]{4})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** A prepared statement goes by a name of at most 63 bytes. */
const names = new Map<string, string>();
function nameOf(text: string): string {
  const name = names.get(text) ?? `ap-${names.size}`;
  names.set(text, name);
  return name;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
