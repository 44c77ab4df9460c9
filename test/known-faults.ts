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

/** `npm audit --json | npx tsx test/known-faults.ts`: adds what npm knows today, and puts today's date on the list. */
async function renew(): Promise<void> {
  const audit = JSON.parse(await text(process.stdin)) as {
    vulnerabilities?: Record<string, { via: (string | { name: string; range: string; url: string })[] }>;
  };
  if (!audit.vulnerabilities)
    throw new Error('That is no answer of npm audit: is the registry one that answers it?');
  const kept = keptFaults();
  const known = Object.values(audit.vulnerabilities).flatMap(({ via }) =>
    via.flatMap((one) =>
      typeof one === 'string'
        ? []
        : { name: one.name, range: one.range, advisory: one.url.split('/').at(-1) ?? one.url },
    ),
  );
  const all = new Map([...kept.faults, ...known].map((fault) => [`${fault.name} ${fault.advisory}`, fault]));
  const faults = [...all.values()].sort((a, b) => a.name.localeCompare(b.name));
  writeFileSync(
    file,
    `${JSON.stringify({ ...kept, date: new Date().toISOString().slice(0, 10), faults }, null, 2)}\n`,
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await renew();
