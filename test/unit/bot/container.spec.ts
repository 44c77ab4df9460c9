import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { variables } from '../../../bot/config.js';
import { stopWithin } from '../../../bot/http/listen.js';
import { root } from '../../../data/root.js';
import { build, Product } from '../../support/product.js';
import { walkClock } from '../../support/walk.js';

const read = (file: string) => readFileSync(join(root, file), 'utf8');

interface Service {
  readonly image: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly stop_grace_period?: string;
}

describe('The container', function () {
  this.timeout(120_000);
  const dockerfile = read('.docker/Dockerfile');
  const { services } = parse(read('.docker/compose.yaml'), { merge: true }) as {
    services: Record<string, Service>;
  };
  const assistants = Object.entries(services).filter(([name]) => name.startsWith('assistant-'));

  it('is handed every variable that several instances know', () => {
    // Where it listens and where its data is belongs to the image; the rest is for one instance on its own machine.
    const others = ['HOST', 'PORT', 'DATA_DIR', 'ENCRYPTION_KEYS', 'WEB_CHAT', 'AP_NOW'];
    assert.equal(assistants.length, 3);
    for (const [, { environment }] of assistants) {
      assert.deepEqual(
        Object.keys(environment).sort(),
        variables.filter((name) => !others.includes(name)).sort(),
      );
      for (const [name, value] of Object.entries(environment))
        if (!['DATABASE_URL', 'PUBLIC_URL'].includes(name))
          assert.match(value, new RegExp(`^\\$\\{${name}:`));
    }
  });

  it('knows no variable that the README and .env.example do not name', () => {
    const [table = ''] = read('README.md').split('## Configuration')[1]?.split('\n### ') ?? [];
    // `MICROSOFT_APP_ID`, `_PASSWORD` stands for two.
    const named = [...table.matchAll(/^\|(.+)\|$/gm)].flatMap(([, row = '']) => {
      const names = [...row.matchAll(/`(\w+)`/g)].map(([, name = '']) => name);
      return names.flatMap((name) =>
        name.startsWith('_') ? prefixes(names[0] ?? '').map((one) => one + name) : name,
      );
    });
    const [example, meant] = [read('.env.example'), `${table}${named.join(' ')}`];
    for (const name of variables) {
      assert.match(example, new RegExp(`\\b${name}=`), `.env.example: ${name}`);
      assert.match(meant, new RegExp(`\\b${name}\\b`), `README: ${name}`);
    }
  });

  it('is stopped no sooner than a stop may take, by compose and as the README runs it', () => {
    for (const [name, { stop_grace_period = '10s' }] of assistants)
      assert.ok(Number.parseInt(stop_grace_period) * 1000 > stopWithin, name);
    const [, allowed = '10'] = /docker run .*--stop-timeout (\d+)/.exec(read('README.md')) ?? [];
    assert.ok(Number(allowed) * 1000 > stopWithin, 'README');
  });

  it('is made from images by their digest', () => {
    const images = [...dockerfile.matchAll(/^(?:ARG NODE_IMAGE=|FROM )(\S+)/gm)].map(
      ([, image = '']) => image,
    );
    for (const { image } of Object.values(services)) if (image !== 'ap-pathway') images.push(image);
    for (const image of images.filter((one) => one !== '${NODE_IMAGE}'))
      assert.match(image, /^[\w-]+:[\w.-]+@sha256:[0-9a-f]{64}$/);
    assert.equal(images.length, 5);
  });

  it('has a folder for copies that its user may write', () => {
    const [, user = ''] = /^USER (\w+)/m.exec(dockerfile) ?? [];
    assert.match(
      dockerfile,
      new RegExp(`^RUN install -d -o ${user} -g ${user} -m 0700 /data /backups$`, 'm'),
    );
    assert.match(dockerfile, /^VOLUME \["\/data", "\/backups"\]$/m);
  });

  it('takes in all that there is to compile, and that npm start and the operator’s commands need', () => {
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, names = '']) =>
      names.split(' '),
    );
    for (const room of ['bot', 'dialogs', 'workflows', 'data', 'tsconfig.build.json', 'package-lock.json'])
      assert.ok(copied.includes(room), room);
    const kept = [...dockerfile.matchAll(/^COPY --from=build (.+) \S+$/gm)].flatMap(([, names = '']) =>
      names.split(' '),
    );
    for (const part of [
      'package.json',
      'node_modules',
      'dist',
      'data',
      'bot/channels/web/page',
      'bot/start.js',
      'bot/build.js',
    ])
      assert.ok(kept.includes(`/app/${part}`), part);
  });

  describe('looks at its health', () => {
    const [, command = '[]'] = /^HEALTHCHECK .*CMD (\[.+\])$/m.exec(dockerfile) ?? [];
    const [, ...args] = JSON.parse(command) as string[];
    const isHealthy = (env: Record<string, string>) =>
      spawnSync(process.execPath, args, { cwd: root, env: { PATH: process.env.PATH, ...env } }).status === 0;
    let folder: string;
    before(build);
    beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'ap-container-'))));
    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    const id = '6f1f3c1e-5b0e-4c52-9f1e-0f3c6d1c2b3a';
    const app = { MICROSOFT_APP_ID: id, MICROSOFT_APP_PASSWORD: 'x', MICROSOFT_APP_TENANT_ID: id };
    const places: [string, Record<string, string>][] = [
      ['without credentials', {}],
      ['wherever it listens', { ...app, HOST: '::' }],
      ['on one address of its machine', { ...app, HOST: '127.0.0.2' }],
    ];
    for (const [where, environment] of places)
      it(`and tells the truth, ${where}`, async () => {
        const product = new Product(join(folder, 'data'), walkClock, {
          ...environment,
          AP_NOW: '',
          LOG_LEVEL: 'info',
        });
        await product.start();
        const env = { ...environment, PORT: new URL(product.url).port };
        try {
          assert.ok(isHealthy(env));
          const copied = spawnSync(
            process.execPath,
            [join(root, 'dist/bot/backup.js'), join(folder, 'copy')],
            {
              env: { PATH: process.env.PATH, DATA_DIR: join(folder, 'data') },
              encoding: 'utf8',
            },
          );
          assert.equal(copied.status, 0, copied.stderr);
        } finally {
          await product.stop();
        }
        assert.ok(!isHealthy(env));
      });
  });
});

/** What a name's first words can be put before: `MICROSOFT_APP_ID` gives `MICROSOFT_APP` and `MICROSOFT`. */
function prefixes(name: string): string[] {
  const words = name.split('_');
  return words.slice(1).map((_, n) => words.slice(0, n + 1).join('_'));
}
