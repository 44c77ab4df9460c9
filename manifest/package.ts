/**
 * Makes the Teams app package: `npm run package` fills in the manifest from the environment, holds it against
 * Microsoft's schema and the store's rules, and writes `var/ap-pathway.zip`. A fault is named and nothing is written.
 */
import { mkdirSync, readFileSync, writeFileSync, existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AppManifestUtils } from '@microsoft/app-manifest';
import { strToU8, zipSync } from 'fflate';
import { PNG } from 'pngjs';
import { z } from 'zod';
import { hostFault, storeFaults, type Icons, type Manifest, type Picture } from './store-rules.js';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);

/** What the environment says of one installation. */
export interface Settings {
  /** The bot's identity in Entra, and of the Azure Bot resource. */
  readonly botId: string;
  /** The app's own id in the Teams catalogue. */
  readonly teamsAppId: string;
  readonly host: string;
  /** Shown under the app's name in Teams, at most 32 characters. */
  readonly developerName: string;
  /** Are files taken, so that Teams offers to send them? */
  readonly files?: boolean;
}

/** The package cannot be made as things are: every fault, not only the first. */
export class PackageError extends Error {
  readonly code = 'PACKAGE_INVALID';
  constructor(readonly faults: readonly string[]) {
    super(`The Teams app package was not made.\n${faults.map((fault) => `- ${fault}`).join('\n')}`);
  }
}

const environmentSchema = z
  .object({
    MICROSOFT_APP_ID: z.guid(
      'MICROSOFT_APP_ID: give the Microsoft App ID of the Azure Bot resource, a GUID like 2f0c1d3e-….',
    ),
    PUBLIC_HOST: z
      .string(
        'PUBLIC_HOST: give the host name that Teams reaches the assistant at, like ap-pathway.trust.nhs.uk.',
      )
      .superRefine((host, context) => {
        const fault = hostFault(host);
        if (fault) context.addIssue({ code: 'custom', message: `PUBLIC_HOST: ${fault}.` });
      }),
    TEAMS_APP_ID: z
      .guid('TEAMS_APP_ID: must be a GUID. Leave it out to use MICROSOFT_APP_ID for both.')
      .optional(),
    DEVELOPER_NAME: z
      .string()
      .max(32, 'DEVELOPER_NAME: at most 32 characters; Teams shows no more.')
      .default('AP Pathway'),
    FILES: z.enum(['on', 'off'], 'FILES: give on or off, as for the server.').default('off'),
  })
  .transform((given): Settings => ({
    botId: given.MICROSOFT_APP_ID,
    teamsAppId: given.TEAMS_APP_ID ?? given.MICROSOFT_APP_ID,
    host: given.PUBLIC_HOST,
    developerName: given.DEVELOPER_NAME,
    ...(given.FILES === 'on' ? { files: true } : {}),
  }));

/**
 * Without `PUBLIC_HOST`, the host of the bot's own `PUBLIC_URL` is taken, so that the two cannot part.
 * @throws {PackageError} naming every variable that is missing or wrong.
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const { PUBLIC_URL } = given;
  if (PUBLIC_URL && URL.canParse(PUBLIC_URL)) given.PUBLIC_HOST ??= new URL(PUBLIC_URL).host;
  const parsed = environmentSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new PackageError(parsed.error.issues.map(({ message }) => message));
}

/** The template with its `{{placeholders}}` replaced; one with no value stays, and the store rules report it. */
export function fillTemplate(template: string, values: Readonly<Record<string, string>>): Manifest {
  // By value and not by text: a quotation mark in a name cannot break the JSON.
  return JSON.parse(template, (_key, value: unknown) =>
    typeof value === 'string'
      ? value.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole)
      : value,
  ) as Manifest;
}

/** Against the schema that Microsoft ships in `@microsoft/app-manifest`: found by `$schema`, read from the disk. */
export function schemaFaults(manifest: Manifest): Promise<string[]> {
  return AppManifestUtils.validateAgainstSchema(manifest);
}

export interface Package {
  readonly manifest: Manifest;
  readonly zip: Uint8Array;
}

/**
 * The whole package, checked. The same settings give the same bytes, on any day and machine.
 * @throws {PackageError} with every fault of the schema and of the store's rules.
 */
export async function makePackage(settings: Settings): Promise<Package> {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  const template = readFileSync(join(here, 'manifest.json'), 'utf8');
  const { files = false, ...names } = settings;
  const filled = fillTemplate(template, { ...names, version });
  const manifest = files
    ? { ...filled, bots: filled.bots?.map((bot) => ({ ...bot, supportsFiles: true })) }
    : filled;
  const color = readFileSync(join(here, 'color.png'));
  const outline = readFileSync(join(here, 'outline.png'));
  const icons: Icons = { color: decode(color), outline: decode(outline) };
  const faults = [
    ...(await schemaFaults(manifest)).map((fault) => `The schema says: ${fault.trim()}`),
    ...storeFaults(manifest, icons, { host: settings.host, version, files }),
  ];
  if (faults.length > 0) throw new PackageError(faults);
  const text = strToU8(`${JSON.stringify(manifest, null, 2)}\n`);
  // A zip keeps local times: the first that it can hold is the same in every time zone.
  const options = { level: 9, mtime: new Date(1980, 0, 1) } as const;
  return {
    manifest,
    zip: zipSync({ 'manifest.json': text, 'color.png': color, 'outline.png': outline }, options),
  };
}

/** @throws when the bytes are no PNG. */
export function decode(png: Uint8Array): Picture {
  const { width, height, data } = PNG.sync.read(Buffer.from(png));
  return { width, height, data };
}

async function main(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const settings = readSettings(process.env);
  const { manifest, zip } = await makePackage(settings);
  const path = join(root, 'var', 'ap-pathway.zip');
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(path, zip);
  console.log(
    [
      `Made ${relative(process.cwd(), path)} (${zip.length} bytes): ${manifest.name.short} ${manifest.version}.`,
      `Teams app id ${manifest.id}, bot ${settings.botId}, host ${settings.host}.`,
      `The messaging endpoint of the Azure Bot resource must be https://${settings.host}/api/messages.`,
    ].join('\n'),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  main().catch((error: unknown) => {
    console.error(error instanceof PackageError ? error.message : error);
    process.exitCode = 1;
  });
