import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { mind } from '../../support/assistant.js';
import { root } from '../../../data/root.js';
import { browserPath, drawIcons } from '../../../manifest/draw-icons.js';
import {
  decode,
  fillTemplate,
  makePackage,
  readSettings,
  schemaFaults,
  type PackageError,
} from '../../../manifest/package.js';
import { hostFault, storeFaults, type Icons, type Manifest } from '../../../manifest/store-rules.js';

const botId = '2f0c1d3e-1111-4222-8333-444455556666';
const teamsAppId = '9a8b7c6d-1111-4222-8333-444455556666';
const host = 'ap-pathway.pennine.nhs.uk';
const environment = { MICROSOFT_APP_ID: botId, PUBLIC_HOST: host };
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
const icon = (name: string) => decode(readFileSync(join(root, 'manifest', name)));
const icons: Icons = { color: icon('color.png'), outline: icon('outline.png') };

/** Something of a manifest that a test may break in ways that its type forbids. */
type Loose = Record<string, unknown>;

/** Changes a copy, at a path of keys; `undefined` takes the key away. */
function broken(manifest: Manifest, path: string, value: unknown): Manifest {
  const copy = structuredClone(manifest) as unknown as Loose;
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const parent = keys.reduce((at, key) => at[key] as Loose, copy);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy as unknown as Manifest;
}

/** A copy of an icon with one pixel changed. */
function painted(picture: Icons['color'], x: number, y: number, rgba: readonly number[]): Icons['color'] {
  const data = Uint8Array.from(picture.data);
  data.set(rgba, (y * picture.width + x) * 4);
  return { ...picture, data };
}

describe('Teams app package', () => {
  let manifest: Manifest;
  let zip: Uint8Array;
  before(async () => {
    ({ manifest, zip } = await makePackage(readSettings(environment)));
  });
  const faults = (of: Manifest, pictures = icons) => storeFaults(of, pictures, { host, version });

  describe('settings', () => {
    it('use the bot’s id for the app when no other is given', () => {
      assert.deepEqual(readSettings(environment), {
        botId,
        teamsAppId: botId,
        host,
        developerName: 'AP Pathway',
      });
      assert.equal(readSettings({ ...environment, TEAMS_APP_ID: teamsAppId }).teamsAppId, teamsAppId);
    });

    it('take the host of PUBLIC_URL when PUBLIC_HOST is left out', () => {
      const settings = readSettings({
        ...environment,
        PUBLIC_HOST: '',
        PUBLIC_URL: 'https://bot.pennine.nhs.uk/',
      });
      assert.equal(settings.host, 'bot.pennine.nhs.uk');
    });

    it('name every variable that is missing or wrong', () => {
      const wrong = { MICROSOFT_APP_ID: 'x', TEAMS_APP_ID: 'y', DEVELOPER_NAME: 'z'.repeat(33) };
      assert.throws(
        () => readSettings(wrong),
        (error: PackageError) => {
          assert.deepEqual(error.faults.map((fault) => fault.split(':')[0]).sort(), [
            'DEVELOPER_NAME',
            'MICROSOFT_APP_ID',
            'PUBLIC_HOST',
            'TEAMS_APP_ID',
          ]);
          return error.code === 'PACKAGE_INVALID';
        },
      );
    });

    for (const bad of [
      'localhost',
      'https://ap.pennine.nhs.uk',
      'ap.pennine.nhs.uk/',
      'ap.pennine.nhs.uk:8443',
      '10.0.0.1',
      '[::1]',
      '*.pennine.nhs.uk',
      'wardpc',
      'bot.local',
      'a1b2.ngrok-free.app',
      'x-3978.uks1.devtunnels.ms',
      'x.trycloudflare.com',
      'AP.pennine.nhs.uk',
    ])
      it(`refuse the host ${bad}`, () => {
        assert.ok(hostFault(bad));
        assert.throws(() => readSettings({ ...environment, PUBLIC_HOST: bad }), /PUBLIC_HOST/);
      });
  });

  describe('template', () => {
    it('is filled in, whole', () => {
      assert.equal(manifest.id, botId);
      assert.equal(manifest.version, version);
      assert.equal(manifest.bots?.[0]?.botId, botId);
      assert.equal(manifest.developer.privacyUrl, `https://${host}/privacy`);
      assert.equal(manifest.developer.termsOfUseUrl, `https://${host}/terms`);
      assert.deepEqual(manifest.validDomains, [host]);
      assert.doesNotMatch(JSON.stringify(manifest), /\{\{/);
    });

    it('takes a value that would break JSON as text', () => {
      const filled = fillTemplate('{"developer":{"name":"{{who}}"}}', { who: 'A "B", {{C}}' });
      assert.equal(filled.developer.name, 'A "B", {{C}}');
    });

    it('meets the official schema', async () => assert.deepEqual(await schemaFaults(manifest), []));

    it('is of the newest version that the schema package ships', () => {
      const shipped = readdirSync(
        join(root, 'node_modules/@microsoft/app-manifest/build/json-schemas/teams'),
      );
      const minors = shipped.flatMap((name) => /^v1\.(\d+)$/.exec(name)?.[1] ?? []).map(Number);
      assert.equal(manifest.manifestVersion, `1.${Math.max(...minors)}`);
    });

    it('meets the store’s rules', () => assert.deepEqual(faults(manifest), []));

    // Understood by the questions, the reminders and the privacy dialog, not by the phrases.
    const elsewhere = ['AP or nursing associate', 'my reminders', 'what do you hold about me'];
    it('lists commands that the assistant understands as they are sent', () => {
      const titles = (manifest.bots?.[0]?.commandLists ?? []).flatMap(({ commands }) =>
        commands.map(({ title }) => title),
      );
      const unknown = titles.filter(
        (title) => !elsewhere.includes(title) && !mind.phrases.read(title)?.exact,
      );
      assert.deepEqual(unknown, []);
    });
  });

  describe('a change that breaks the schema', () => {
    for (const [what, path, value] of [
      ['no name', 'name', undefined],
      ['another schema version', 'manifestVersion', '1.5'],
      ['an accent that is no colour', 'accentColor', 'teal'],
      ['an unknown scope', 'bots.0.scopes', ['personal', 'everywhere']],
      ['an unknown field', 'developer.phone', '1'],
    ] as const)
      it(`is found: ${what}`, async () =>
        assert.notDeepEqual(await schemaFaults(broken(manifest, path, value)), []));
  });

  describe('store rules, each broken once', () => {
    const command = { title: 'help', description: 'See what you can say' };
    const many = Array.from({ length: 10 }, (_, i) => ({ ...command, title: `command ${i}` }));
    const personal = 'bots.0.commandLists.0';
    const cases: readonly (readonly [what: string, path: string, value: unknown, fault: RegExp])[] = [
      ['a long short name', 'name.short', 'x'.repeat(31), /^name\.short: at most 30/],
      ['a long full name', 'name.full', 'x'.repeat(101), /^name\.full: at most 100/],
      ['an empty name', 'name.short', ' ', /^name\.short: must not be empty/],
      ['Teams in the name', 'name.short', 'AP for Teams', /^name\.short: the words/],
      ['Microsoft in the full name', 'name.full', 'Microsoft AP Pathway', /^name\.full: the words/],
      ['Help as the name', 'name.short', 'help', /^name\.short: the words/],
      ['Chat as the name', 'name.short', 'AP Chat', /^name\.short: the words/],
      ['a long short description', 'description.short', 'x'.repeat(81), /^description\.short: at most 80/],
      ['a long full description', 'description.full', 'x'.repeat(4001), /^description\.full: at most 4000/],
      ['a long developer name', 'developer.name', 'x'.repeat(33), /^developer\.name: at most 32/],
      ['an unfilled placeholder', 'developer.name', '{{who}}', /placeholder/],
      ['an app id that is no GUID', 'id', 'ap-pathway', /^id: must be a GUID/],
      ['a bot id that is no GUID', 'bots.0.botId', 'bot', /^botId: must be a GUID/],
      ['a version that is not semver', 'version', '1.0', /three numbers/],
      ['a version that is not package.json’s', 'version', '99.0.0', /as in package\.json/],
      ['a schema of another version', '$schema', 'https://developer.microsoft.com/x.json', /^\$schema/],
      ['another icon file', 'icons.color', 'logo.png', /^icons/],
      ['single sign-on that is not there', 'webApplicationInfo', { id: botId }, /^webApplicationInfo/],
      ['files that are not taken', 'bots.0.supportsFiles', true, /^supportsFiles/],
      ['an http page', 'developer.privacyUrl', `http://${host}/privacy`, /^developer\.privacyUrl/],
      [
        'a page of someone else',
        'developer.termsOfUseUrl',
        'https://example.com/terms',
        /^developer\.termsOfUseUrl/,
      ],
      ['an http site', 'developer.websiteUrl', `http://${host}/terms`, /^developer\.websiteUrl/],
      ['http anywhere else', 'publisherDocsUrl', `http://${host}/docs`, /^Every address must begin/],
      ['no domain', 'validDomains', [], /nothing else/],
      ['another domain', 'validDomains', [host, 'example.nhs.uk'], /nothing else/],
      ['a wildcard domain', 'validDomains', ['*.pennine.nhs.uk'], /wildcard/],
      ['a tunnel', 'validDomains', [host, 'a1.ngrok.io'], /tunnel/],
      ['localhost', 'validDomains', [host, 'localhost'], /public name/],
      ['no bot', 'bots', [], /^bots: there must be one/],
      ['a scope less', 'bots.0.scopes', ['personal', 'team'], /^bots\.scopes/],
      ['a scope more', 'bots.0.scopes', ['personal', 'team', 'groupChat', 'copilot'], /^bots\.scopes/],
      ['a scope without commands', `${personal}.scopes`, ['team'], /each scope must have one list/],
      ['eleven commands', `${personal}.commands`, [...many, command], /1 to 10 commands/],
      ['no commands', `${personal}.commands`, [], /1 to 10 commands/],
      ['no help', `${personal}.commands`, many, /help must be among them/],
      [
        'a command twice',
        `${personal}.commands`,
        [command, { ...command, title: 'Help' }],
        /a command twice/,
      ],
      ['a long command', `${personal}.commands.0.title`, 'x'.repeat(33), /at most 32/],
      ['a long description of one', `${personal}.commands.0.description`, 'x'.repeat(129), /at most 128/],
      ['a command with no description', `${personal}.commands.0.description`, undefined, /must not be empty/],
    ];
    for (const [what, path, value, fault] of cases)
      it(what, () => {
        const found = faults(broken(manifest, path, value));
        assert.ok(
          found.some((one) => fault.test(one)),
          `expected ${fault} among: ${found.join(' | ')}`,
        );
      });

    it('a second bot', () => {
      const [bot] = manifest.bots ?? [];
      assert.deepEqual(faults(broken(manifest, 'bots', [bot, bot])), ['bots: there must be one.']);
    });

    it('a fourth command list', () => {
      const lists = manifest.bots?.[0]?.commandLists ?? [];
      const found = faults(broken(manifest, 'bots.0.commandLists', [...lists, lists[0]]));
      assert.ok(found.includes('commandLists: at most three.'));
    });

    it('the same words twice', () => {
      const { name, description } = manifest;
      assert.deepEqual(faults(broken(manifest, 'name.full', name.short)), [
        'name.full: must differ from the short one.',
      ]);
      assert.deepEqual(faults(broken(manifest, 'description.full', `I say: ${description.short}`)), [
        'description.full: must not repeat the short one.',
      ]);
    });

    it('a host that is not public', () => {
      const found = storeFaults(manifest, icons, { host: 'localhost', version });
      assert.ok(found.some((one) => /^The host localhost must be a public name/.test(one)));
    });

    const { color, outline } = icons;
    const pictures: readonly (readonly [what: string, icons: Icons, fault: RegExp])[] = [
      ['a colour icon of another size', { outline, color: outline }, /^color\.png: must be 192/],
      ['an outline icon of another size', { outline: color, color }, /^outline\.png: must be 32/],
      [
        'a drawing near the corner',
        { outline, color: painted(color, 10, 96, [255, 255, 255, 255]) },
        /keep 48 pixels/,
      ],
      [
        'an empty colour icon',
        { outline, color: { ...color, data: color.data.map(() => 255) } },
        /^color\.png: is empty/,
      ],
      [
        'a ground half seen through',
        { outline, color: painted(color, 0, 0, [11, 86, 104, 128]) },
        /solid or fully/,
      ],
      [
        'a colour in the outline',
        { color, outline: painted(outline, 1, 1, [11, 86, 104, 255]) },
        /white on transparent/,
      ],
      [
        'an outline on a ground',
        { color, outline: { ...outline, data: outline.data.map(() => 255) } },
        /ground must be transparent/,
      ],
      [
        'an outline with nothing on it',
        { color, outline: { ...outline, data: outline.data.map(() => 0) } },
        /^outline\.png: is empty/,
      ],
      [
        'an outline with padding',
        {
          color,
          outline: {
            ...outline,
            data: outline.data.map((byte, i) => {
              const [x, y] = [Math.floor(i / 4) % 32, Math.floor(i / 128)];
              return x > 8 && x < 24 && y > 8 && y < 24 ? byte : 0;
            }),
          },
        },
        /reach its edges/,
      ],
    ];
    for (const [what, broke, fault] of pictures)
      it(what, () => {
        const found = faults(manifest, broke);
        assert.ok(
          found.some((one) => fault.test(one)),
          `expected ${fault} among: ${found.join(' | ')}`,
        );
      });
  });

  describe('icons', () => {
    it('are what the SVGs draw', async function () {
      this.timeout(60_000);
      if (!existsSync(browserPath)) {
        assert.ok(!process.env.CI, `CI needs a browser at ${browserPath}`);
        console.warn(`\n  !! NOT RUN: there is no browser at ${browserPath}. The icons were not drawn.\n`);
        return this.skip();
      }
      const drawn = await drawIcons();
      for (const name of ['color', 'outline'] as const) {
        const { data } = decode(drawn.get(name) ?? new Uint8Array());
        // Another browser may round a pixel of an edge otherwise.
        const apart = data.reduce((sum, value, at) => sum + Math.abs(value - (icons[name].data[at] ?? 0)), 0);
        assert.ok(apart / data.length < 1, `${name}: ${apart / data.length}`);
      }
    });
  });

  describe('zip', () => {
    it('holds the manifest and the two icons, and nothing else', () => {
      const files = unzipSync(zip);
      assert.deepEqual(Object.keys(files).sort(), ['color.png', 'manifest.json', 'outline.png']);
      assert.deepEqual(JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array())), manifest);
      assert.deepEqual(decode(files['outline.png'] ?? new Uint8Array()), icons.outline);
    });

    it('has the same bytes each time, in any time zone', async () => {
      const zone = process.env.TZ;
      try {
        process.env.TZ = 'Pacific/Kiritimati';
        const again = await makePackage(readSettings(environment));
        assert.deepEqual(Buffer.from(again.zip), Buffer.from(zip));
      } finally {
        if (zone === undefined) delete process.env.TZ;
        else process.env.TZ = zone;
      }
    });

    it('is not made when something is wrong', async () => {
      const settings = { ...readSettings(environment), host: 'localhost', developerName: 'x'.repeat(40) };
      await assert.rejects(makePackage(settings), (error: PackageError) => {
        assert.ok(error.faults.some((fault) => fault.startsWith('The schema says: /developer/name')));
        assert.ok(error.faults.some((fault) => fault.startsWith('The host localhost')));
        return true;
      });
    });
  });
});
