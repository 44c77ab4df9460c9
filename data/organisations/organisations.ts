import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { ContentError } from '../content-errors.js';
import { root } from '../root.js';

const name = z.string().trim().min(2).max(120);

const organisationSchema = z.strictObject({
  /** Of the Organisation Data Service. A former organisation has none here. */
  code: z.string().optional(),
  name,
  kind: z.enum([
    ...([
      'nhs-trust',
      'integrated-care-board',
      'cic',
      'social-enterprise',
      'community-benefit-society',
    ] as const),
    ...(['charity', 'not-for-profit-company', 'gp-federation', 'hospice'] as const),
  ]),
  town: name.optional(),
  /** Abbreviations and short names. */
  also: z.array(name).default([]),
  /** Hospitals and main sites, which staff often name instead. */
  sites: z.array(name).default([]),
  /** Of a former one: the codes of what it has become. */
  now: z.array(z.string()).optional(),
});

export type Organisation = z.infer<typeof organisationSchema>;

let loaded: readonly Organisation[] | undefined;

/** The organisations of the region that are known by name. Read once, when first asked. */
export function organisations(): readonly Organisation[] {
  return (loaded ??= loadOrganisations(join(root, 'data', 'organisations')));
}

/** @throws {ContentError} naming every fault of the file. */
export function loadOrganisations(folder: string): readonly Organisation[] {
  const file = 'north-west.yaml';
  const parsed = z.array(organisationSchema).safeParse(parse(readFileSync(join(folder, file), 'utf8')));
  if (!parsed.success)
    throw new ContentError(
      parsed.error.issues.map(({ path, message }) => `${file}: ${z.core.toDotPath(path)}: ${message}`),
    );
  const codes = new Set(parsed.data.flatMap(({ code }) => code ?? []));
  const lost = parsed.data.flatMap(({ name: of, now = [] }) =>
    now.filter((code) => !codes.has(code)).map((code) => `${file}: ${of}: there is no organisation ${code}`),
  );
  if (lost.length > 0) throw new ContentError(lost);
  return parsed.data;
}
