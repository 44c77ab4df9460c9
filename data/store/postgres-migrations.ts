import type { ClientBase } from 'pg';
import { SchemaTooNew } from './errors.js';

/** SQLSTATE of a record that is not at the revision that was expected; the detail is `<number of the write>:<found>`. */
export const conflictState = 'APRC1';
/** SQLSTATE of a commit by an instance whose look-ups are no longer those of the database. */
export const otherLookupsState = 'APOL1';

/**
 * The tables, step by step: what was ever released is never edited, only added to.
 *
 * Documents are `json` and not `jsonb`, which refuses \u0000 and lone surrogates. Ids and keys are compared byte by
 * byte, so the order is the same on every server.
 */
const migrations: readonly ((schema: string) => string)[] = [
  (s) => `
    create table ${s}.record (
      kind text collate "C" not null,
      id text collate "C" not null,
      revision integer not null,
      doc json not null,
      primary key (kind, id)
    ) with (fillfactor = 85);

    create table ${s}.lookup (
      name text collate "C" not null,
      key text collate "C" not null,
      kind text collate "C" not null,
      id text collate "C" not null,
      primary key (name, key, id),
      foreign key (kind, id) references ${s}.record on delete cascade
    );
    create index lookup_of_record on ${s}.lookup (kind, id);

    -- One commit: all of it or none. Writes come in order of kind and id, so that two commits never wait crosswise.
    -- keys[i] is a key of the look-up names[i] for the record of write owners[i]; no document means that it goes.
    create function ${s}.commit(
      kinds text[], ids text[], docs text[], expects integer[], names text[], keys text[], owners integer[]
    ) returns void language plpgsql as $$
    declare
      done boolean;
    begin
      for n in 1 .. cardinality(ids) loop
        if docs[n] is null then
          delete from ${s}.record r
            where r.kind = kinds[n] and r.id = ids[n] and (expects[n] is null or r.revision = expects[n]);
          done := found or expects[n] is null
            or (expects[n] = 0 and not exists (select from ${s}.record r where r.kind = kinds[n] and r.id = ids[n]));
        elsif expects[n] is null then
          insert into ${s}.record as r values (kinds[n], ids[n], 1, docs[n]::json)
            on conflict (kind, id) do update set revision = r.revision + 1, doc = excluded.doc;
          done := true;
        elsif expects[n] = 0 then
          insert into ${s}.record values (kinds[n], ids[n], 1, docs[n]::json) on conflict do nothing;
          done := found;
        else
          update ${s}.record r set revision = r.revision + 1, doc = docs[n]::json
            where r.kind = kinds[n] and r.id = ids[n] and r.revision = expects[n];
          done := found;
        end if;
        if not done then
          raise exception 'revision conflict' using errcode = '${conflictState}', detail = n || ':' || coalesce(
            (select r.revision from ${s}.record r where r.kind = kinds[n] and r.id = ids[n]), 0);
        end if;
        delete from ${s}.lookup l
          where l.kind = kinds[n] and l.id = ids[n] and not exists (
            select from unnest(names, keys, owners) as k(name, key, owner)
              where k.owner = n and k.name = l.name and k.key = l.key);
      end loop;
      insert into ${s}.lookup
        select k.name, k.key, kinds[k.owner], ids[k.owner] from unnest(names, keys, owners) as k(name, key, owner)
        on conflict do nothing;
    end $$;`,
  (s) => `
    -- Asked last: by then no start can change the look-ups before this commit is over.
    create function ${s}.commit(
      kinds text[], ids text[], docs text[], expects integer[], names text[], keys text[], owners integer[],
      known text[]
    ) returns void language plpgsql as $$
    begin
      perform ${s}.commit(kinds, ids, docs, expects, names, keys, owners);
      if known is distinct from (select lookups from ${s}.about) then
        raise exception 'other look-ups' using errcode = '${otherLookupsState}';
      end if;
    end $$;`,
];

/**
 * Brings the tables up to date inside a transaction of the caller's. Instances that start at once wait for each other
 * on a lock that ends with the transaction, so one does it and the others find it done.
 * @throws {SchemaTooNew} when a later version was here.
 */
export async function migrateTables(client: ClientBase, schema: string): Promise<void> {
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`open ${schema}`]);
  await client.query(`create schema if not exists ${schema}`);
  // One row: how far the tables are, which look-ups are complete, and something to try a write on.
  await client.query(`create table if not exists ${schema}.about (
    one boolean primary key default true check (one),
    version integer not null default 0,
    lookups text[] not null default '{}',
    probed timestamptz
  )`);
  await client.query(`insert into ${schema}.about default values on conflict do nothing`);
  const { rows } = await client.query<{ version: number }>(`select version from ${schema}.about`);
  const version = rows[0]?.version ?? 0;
  if (version > migrations.length) throw new SchemaTooNew(version, migrations.length);
  for (const migration of migrations.slice(version)) await client.query(migration(schema));
  if (version < migrations.length)
    await client.query(`update ${schema}.about set version = $1`, [migrations.length]);
}
