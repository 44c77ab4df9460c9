import type { TeamsManifestV1D30 } from '@microsoft/app-manifest';

/** The manifest as its official schema describes it, version 1.30. */
export type Manifest = TeamsManifestV1D30.TeamsManifestV1D30;

/** A decoded picture: four bytes a pixel (red, green, blue, alpha), row by row. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export interface Icons {
  readonly color: Picture;
  readonly outline: Picture;
}

/** What the manifest must agree with: the only host that is ours, and the version in `package.json`. */
export interface Ours {
  readonly host: string;
  readonly version: string;
  /** Does the assistant take files? */
  readonly files?: boolean;
}

const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const semver = /^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)$/;
const hostName = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/;
/** Services that lend a passing address to a developer's machine; the store refuses them. */
const tunnels =
  /(?:^|\.)(?:ngrok(?:-free)?\.(?:io|app|dev|com)|devtunnels\.ms|trycloudflare\.com|loca\.lt|localtunnel\.me|localhost\.run|lhr\.life|serveo\.net|pagekite\.me|tunnelto\.dev|bore\.pub|ts\.net)$/;
const notPublic = /(?:^|\.)(?:localhost|local|localdomain|internal|lan|home|test|example|invalid|onion)$/;
const reserved = /\b(?:teams|microsoft|help|chat)\b/i;
const scopes = ['personal', 'team', 'groupChat'] as const;
/** Teams shows no more in its menu, though the schema takes twelve. */
const commandsInMenu = 10;
/** Pixels at each side of the colour icon that Teams may cut off. */
const cutOff = 48;

/**
 * What the Teams store would send back, beyond what the schema says, a sentence each; none when it would pass. Pure.
 * The rules: https://learn.microsoft.com/microsoftteams/platform/resources/schema/manifest-schema and
 * …/concepts/deploy-and-publish/appsource/prepare/teams-store-validation-guidelines.
 */
export function storeFaults(manifest: Manifest, icons: Icons, ours: Ours): string[] {
  return [
    ...wordFaults(manifest),
    ...identityFaults(manifest, ours),
    ...addressFaults(manifest, ours),
    ...botFaults(manifest),
    ...colorFaults(icons.color),
    ...outlineFaults(icons.outline),
  ];
}

/** Why a host cannot be given to Teams, or `undefined` when it can. Pure. */
export function hostFault(host: string): string | undefined {
  if (/^[\d.]+$|^\[|:\d*$/.test(host)) return 'must be a name, not an IP address or a port';
  if (host.includes('*')) return 'must not have a wildcard';
  if (notPublic.test(host)) return 'must be a public name, which Teams can reach';
  if (tunnels.test(host)) return 'must not be a tunnel, which the store refuses';
  if (!hostName.test(host)) return 'must be a host name alone in lower case, like ap-pathway.trust.nhs.uk';
  return undefined;
}

function wordFaults({ name, description, developer, ...rest }: Manifest): string[] {
  const names = [
    ['name.short', name.short],
    ['name.full', name.full ?? ''],
  ] as const;
  return [
    ...tooLong('name.short', name.short, 30),
    ...tooLong('name.full', name.full ?? '', 100),
    ...tooLong('description.short', description.short, 80),
    ...tooLong('description.full', description.full, 4000),
    ...tooLong('developer.name', developer.name, 32),
    ...names
      .filter(([, text]) => reserved.test(text))
      .map(([field]) => `${field}: the words Teams, Microsoft, Help and Chat are not for an app's name.`),
    ...faultIf(name.short === name.full, 'name.full: must differ from the short one.'),
    ...faultIf(
      description.full.includes(description.short),
      'description.full: must not repeat the short one.',
    ),
    ...faultIf(
      JSON.stringify({ name, description, developer, ...rest }).includes('{{'),
      'A {{placeholder}} of the template was not filled in.',
    ),
  ];
}

function identityFaults(manifest: Manifest, { version, files = false }: Ours): string[] {
  const { bots = [], icons } = manifest;
  return [
    ...faultIf(!guid.test(manifest.id), 'id: must be a GUID.'),
    ...faultIf(!semver.test(manifest.version), 'version: must be three numbers, like 1.2.3.'),
    ...faultIf(
      manifest.version !== version,
      `version: must be ${version}, as in package.json; raise it there for each release.`,
    ),
    ...faultIf(
      manifest.$schema !==
        `https://developer.microsoft.com/json-schemas/teams/v${manifest.manifestVersion}/MicrosoftTeams.schema.json`,
      '$schema: must be the one of manifestVersion.',
    ),
    ...faultIf(
      icons.color !== 'color.png' || icons.outline !== 'outline.png',
      'icons: must be color.png and outline.png.',
    ),
    ...faultIf(
      manifest.webApplicationInfo !== undefined,
      'webApplicationInfo: only for single sign-on, which is not used.',
    ),
    ...faultIf(
      bots.some(({ supportsFiles }) => supportsFiles) !== files,
      'supportsFiles: must be as FILES says, so that Teams offers to send files where they are taken, and nowhere else.',
    ),
  ];
}

function addressFaults({ developer, validDomains = [], ...rest }: Manifest, { host }: Ours): string[] {
  const pages: readonly (readonly [string, string | undefined, string])[] = [
    // The web chat is for one machine only, so the page that says what this is and whom to ask stands in for a site.
    ['developer.websiteUrl', developer.websiteUrl, '/terms'],
    ['developer.privacyUrl', developer.privacyUrl, '/privacy'],
    ['developer.termsOfUseUrl', developer.termsOfUseUrl, '/terms'],
  ];
  const faultOfHost = hostFault(host);
  return [
    ...pages
      .filter(([, url, path]) => url !== `https://${host}${path}`)
      .map(([field, , path]) => `${field}: must be https://${host}${path}, which the bot serves.`),
    ...faultIf(faultOfHost !== undefined, `The host ${host} ${faultOfHost}.`),
    ...validDomains.flatMap((domain) => {
      const fault = hostFault(domain);
      return fault ? [`validDomains: ${domain} ${fault}.`] : [];
    }),
    ...faultIf(
      validDomains.length !== 1 || validDomains[0] !== host,
      `validDomains: must be ${host} and nothing else; no other domain is ours.`,
    ),
    ...faultIf(
      urlsIn(rest).some((url) => !url.startsWith('https://')),
      'Every address must begin with https://.',
    ),
  ];
}

function botFaults({ bots = [] }: Manifest): string[] {
  const [bot] = bots;
  if (!bot || bots.length > 1) return ['bots: there must be one.'];
  const lists = bot.commandLists ?? [];
  const served = lists.flatMap((list) => list.scopes);
  return [
    ...faultIf(!guid.test(bot.botId), 'botId: must be a GUID.'),
    ...faultIf(
      bot.scopes.length !== scopes.length || scopes.some((scope) => !bot.scopes.includes(scope)),
      `bots.scopes: must be ${scopes.join(', ')}.`,
    ),
    ...faultIf(lists.length > 3, 'commandLists: at most three.'),
    ...faultIf(
      scopes.some((scope) => served.filter((one) => one === scope).length !== 1),
      'commandLists: each scope must have one list.',
    ),
    ...lists.flatMap(({ scopes: where, commands }) => {
      const titles = commands.map(({ title }) => title.toLowerCase());
      return [
        ...faultIf(
          commands.length === 0 || commands.length > commandsInMenu,
          `commandLists (${where.join()}): 1 to ${commandsInMenu} commands.`,
        ),
        ...faultIf(new Set(titles).size < titles.length, `commandLists (${where.join()}): a command twice.`),
        ...faultIf(!titles.includes('help'), `commandLists (${where.join()}): help must be among them.`),
        ...commands.flatMap(({ title, description = '' }) => [
          ...tooLong(`command title “${title}”`, title, 32),
          ...tooLong(`description of command “${title}”`, description, 128),
        ]),
      ];
    }),
  ];
}

function colorFaults(icon: Picture): string[] {
  if (icon.width !== 192 || icon.height !== 192) return ['color.png: must be 192 by 192 pixels.'];
  const all = pixels(icon);
  const ground = all[0]?.rgba;
  const alpha = ground?.[3];
  const drawn = all.filter(({ rgba }) => rgba.some((part, i) => part !== ground?.[i]));
  return [
    ...faultIf(alpha !== 255 && alpha !== 0, 'color.png: the ground must be solid or fully transparent.'),
    ...faultIf(drawn.length === 0, 'color.png: is empty.'),
    ...faultIf(
      drawn.some(({ x, y }) => Math.min(x, y) < cutOff || Math.max(x, y) >= icon.width - cutOff),
      `color.png: the drawing must keep ${cutOff} pixels from each side, since Teams cuts the corners off.`,
    ),
  ];
}

function outlineFaults(icon: Picture): string[] {
  if (icon.width !== 32 || icon.height !== 32) return ['outline.png: must be 32 by 32 pixels.'];
  const all = pixels(icon);
  const drawn = all.filter(({ rgba }) => rgba[3] > 0);
  const clear = all.length - drawn.length;
  const reach = (of: 'x' | 'y') => {
    const places = drawn.map((pixel) => pixel[of]);
    return Math.max(...places) - Math.min(...places) + 1;
  };
  return [
    ...faultIf(clear === 0, 'outline.png: the ground must be transparent.'),
    ...faultIf(!drawn.some(({ rgba }) => rgba[3] === 255), 'outline.png: is empty.'),
    ...faultIf(
      drawn.some(({ rgba: [red, green, blue] }) => red + green + blue < 3 * 255),
      'outline.png: must be white on transparent, with no other colour.',
    ),
    ...faultIf(
      drawn.length > 0 && Math.max(reach('x'), reach('y')) < 28,
      'outline.png: the drawing must reach its edges; Teams adds the padding.',
    ),
  ];
}

function tooLong(field: string, text: string, most: number): string[] {
  if (text.trim() === '') return [`${field}: must not be empty.`];
  return faultIf(
    [...text].length > most,
    `${field}: at most ${most} characters, and it has ${[...text].length}.`,
  );
}

function faultIf(faulty: boolean, fault: string): string[] {
  return faulty ? [fault] : [];
}

function urlsIn(value: unknown): string[] {
  if (typeof value === 'string') return /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(urlsIn);
}

interface Pixel {
  readonly x: number;
  readonly y: number;
  readonly rgba: readonly [number, number, number, number];
}

function pixels({ width, height, data }: Picture): Pixel[] {
  return Array.from({ length: width * height }, (_, i) => {
    const [red = 0, green = 0, blue = 0, alpha = 0] = data.subarray(i * 4, i * 4 + 4);
    return { x: i % width, y: Math.floor(i / width), rgba: [red, green, blue, alpha] };
  });
}
