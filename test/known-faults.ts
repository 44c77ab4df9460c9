import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import semver from 'semver';
import { root } from '../data/root.js';

/** A published fault of a package: which versions have it, and where it is described. */
export interface KnownFault {
  readonly name: string;
  readonly range: string;
  readonly advisory: string;
  /** Where the range was read, and the day on which it was. */
  readonly source: string;
  readonly read: string;
  /** The day of the advisory, where the source says it. */
  readonly published?: string;
}

interface Kept {
  readonly date: string;
  /** Advisory → why it does no harm here. */
  readonly accepted: Readonly<Record<string, string>>;
  readonly faults: readonly KnownFault[];
}

interface Lock {
  readonly packages: Readonly<Record<string, { readonly version?: string; readonly name?: string }>>;
}

const file = join(root, 'test', 'known-faults.json');

export function keptFaults(): Kept {
  return JSON.parse(readFileSync(file, 'utf8')) as Kept;
}

/** What a lock file would install that has a known fault, each as “name version: advisory”. */
export function faultsIn({ packages }: Lock, { faults, accepted }: Kept): string[] {
  return Object.entries(packages).flatMap(([path, { version, name = path.split('node_modules/').at(-1) }]) =>
    faults
      .filter((fault) => fault.name === name && version && semver.satisfies(version, fault.range))
      .filter(({ advisory }) => !(advisory in accepted))
      .map(({ advisory }) => `${name} ${version}: ${advisory} (${path})`),
  );
}

/** What npm audit answers with `--json`, as far as it is read here. */
interface Audit {
  readonly vulnerabilities?: Readonly<
    Record<string, { readonly via: readonly (string | { name: string; range: string; url: string })[] }>
  >;
}

/** The list with what npm knows today. @throws what is no answer of npm audit. */
export function renewed(kept: Kept, { vulnerabilities }: Audit, today: string): Kept {
  if (!vulnerabilities)
    throw new Error('That is no answer of npm audit: is the registry one that answers it?');
  const known = Object.values(vulnerabilities).flatMap(({ via }) =>
    via.flatMap((one) => {
      if (typeof one === 'string') return [];
      const { name, range, url } = one;
      return { name, range, advisory: url.split('/').at(-1) ?? url, source: 'npm audit', read: today };
    }),
  );
  const all = new Map(
    [...kept.faults, ...known].map((fault) => [`${fault.name} ${fault.advisory}`, fault] as const),
  );
  const faults = [...all.values()].sort((a, b) => a.name.localeCompare(b.name));
  return { ...kept, date: today, faults };
}

/** `npm audit --json | npx tsx test/known-faults.ts` */
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const today = new Date().toISOString().slice(0, 10);
  const list = renewed(keptFaults(), JSON.parse(await text(process.stdin)) as Audit, today);
  writeFileSync(file, `${JSON.stringify(list, null, 2)}\n`);
}
