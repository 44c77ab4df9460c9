import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError, readConfig } from '../../../bot/config.js';
import { ContentError } from '../../../data/content-errors.js';
import { root } from '../../../data/root.js';
import { loadSchemes } from '../../../data/schemes/schemes.js';

const id = '6f1f3c1e-5b0e-4c52-9f1e-0f3c6d1c2b3a';
const teams = { MICROSOFT_APP_ID: id, MICROSOFT_APP_PASSWORD: 'x', MICROSOFT_APP_TENANT_ID: id };

const key = Buffer.alloc(32, 7).toString('base64');

const openAI = {
  OPENAI_BASE_URL: 'https://models.example.nhs.uk/v1',
  OPENAI_API_KEY: 'sk-hunter2',
  OPENAI_MODEL: 'm',
};
const azure = {
  AZURE_OPENAI_ENDPOINT: 'https://trust.openai.azure.com',
  AZURE_OPENAI_API_KEY: 'hunter2',
  AZURE_OPENAI_DEPLOYMENT: 'ward-4o',
};

function faults(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment);
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    return error.faults;
  }
  return [];
}

describe('configuration', () => {
  it('needs none: on this machine, without credentials', () => {
    const { host, authenticated, onLoopback, PORT } = readConfig({});
    assert.deepEqual(
      { host, authenticated, onLoopback, PORT },
      { host: '127.0.0.1', authenticated: false, onLoopback: true, PORT: 3978 },
    );
  });

  it('counts an empty variable as none', () => assert.equal(readConfig({ PORT: '', HOST: '' }).PORT, 3978));

  it('listens everywhere once there are credentials', () => {
    const { host, authenticated } = readConfig(teams);
    assert.deepEqual([host, authenticated], ['0.0.0.0', true]);
  });

  it('serves the web page without credentials only, unless it is asked for on this machine', () => {
    const behindProxy = { ...teams, HOST: '127.0.0.1' };
    assert.equal(readConfig({}).webChat, true);
    assert.equal(readConfig({ WEB_CHAT: 'off' }).webChat, false);
    assert.equal(readConfig(behindProxy).webChat, false);
    assert.equal(readConfig({ ...behindProxy, WEB_CHAT: 'on' }).webChat, true);
  });

  const wrong: [string, Record<string, string>][] = [
    ['PORT', { PORT: 'banana' }],
    ['PORT', { PORT: '70000' }],
    ['PORT', { PORT: '80.5' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'ap-pathway' }],
    ['PUBLIC_URL', { ...teams, PUBLIC_URL: 'javascript:alert(1)' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'https://ap-pathway.example.nhs.uk' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'http://localhost.example.com' }],
    ['ENCRYPTION_KEYS', { ENCRYPTION_KEYS: 'short' }],
    ['ENCRYPTION_KEYS', { ENCRYPTION_KEYS: key, DATABASE_URL: 'postgres://a@localhost/b' }],
    ['MICROSOFT_APP_ID', { ...teams, MICROSOFT_APP_ID: 'not-a-guid' }],
    ['MICROSOFT_APP_PASSWORD', { ...teams, MICROSOFT_APP_PASSWORD: '' }],
    ['MICROSOFT_APP_TENANT_ID', { ...teams, MICROSOFT_APP_TENANT_ID: '' }],
    ['MICROSOFT_APP_TENANT_ID', { ...teams, MICROSOFT_APP_TENANT_ID: 'x' }],
    [
      'ENCRYPTION_KEYS',
      { DATABASE_URL: 'postgres://h/d', ENCRYPTION_KEYS: Buffer.alloc(32).toString('base64') },
    ],
    ['MICROSOFT_APP_TYPE', { ...teams, MICROSOFT_APP_TYPE: 'Tenant' }],
    ['WEB_CHAT', { WEB_CHAT: 'maybe' }],
    ['WEB_CHAT', { ...teams, WEB_CHAT: 'on' }],
    ['MICROSOFT_APP_PASSWORD', { ...teams, MICROSOFT_APP_TYPE: 'UserAssignedMSI' }],
    ['OPERATOR_EMAIL', { OPERATOR_EMAIL: 'nobody' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
    ['OPENAI_API_KEY', { ...openAI, OPENAI_API_KEY: '' }],
    ['OPENAI_MODEL', { ...openAI, OPENAI_MODEL: '' }],
    ['OPENAI_BASE_URL', { ...openAI, OPENAI_BASE_URL: '' }],
    ['OPENAI_BASE_URL', { ...openAI, OPENAI_BASE_URL: 'http://models.example.nhs.uk/v1' }],
    ['OPENAI_BASE_URL', { ...openAI, OPENAI_BASE_URL: 'http://127.0.0.1.example.com/v1' }],
    ['OPENAI_BASE_URL', { ...openAI, ...azure }],
    ['AZURE_OPENAI_ENDPOINT', { ...azure, AZURE_OPENAI_ENDPOINT: '' }],
    ['AZURE_OPENAI_ENDPOINT', { ...azure, AZURE_OPENAI_ENDPOINT: 'our-models' }],
    ['AZURE_OPENAI_API_KEY', { ...azure, AZURE_OPENAI_API_KEY: '' }],
    ['AZURE_OPENAI_DEPLOYMENT', { ...azure, AZURE_OPENAI_DEPLOYMENT: '' }],
    ['AZURE_OPENAI_DEPLOYMENT', { ...azure, AZURE_OPENAI_DEPLOYMENT: 'a/../b' }],
    ['AZURE_OPENAI_API_VERSION', { ...azure, AZURE_OPENAI_API_VERSION: 'latest' }],
    ['MODEL_TIMEOUT', { ...openAI, MODEL_TIMEOUT: '60000' }],
    ['AP_NOW', { AP_NOW: 'tomorrow' }],
    ['AP_NOW', { AP_NOW: '2027-02-30T09:00' }],
    ['AP_NOW', { AP_NOW: '2027-01-04T25:00' }],
    ['AP_NOW', { ...teams, AP_NOW: '2027-01-04T09:00' }],
  ];
  for (const [name, environment] of wrong) {
    it(`${name} names itself when it is wrong: ${JSON.stringify(environment[name])}`, () => {
      const found = faults(environment);
      assert.equal(found.length, 1, found.join('\n') || 'no fault was found');
      assert.match(found[0]!, new RegExp(`^${name}\\b`));
    });
  }

  it('names every wrong variable at once', () => {
    const found = faults({ PORT: 'x', LOG_LEVEL: 'x', OPERATOR_EMAIL: 'x' });
    assert.deepEqual(found.map((line) => /^\w+/.exec(line)?.[0]).sort(), [
      'LOG_LEVEL',
      'OPERATOR_EMAIL',
      'PORT',
    ]);
  });

  for (const host of ['0.0.0.0', '::', '192.168.1.4', 'ap-pathway.example', '127.0.0.1.example.com'])
    it(`refuses ${host} without credentials`, () =>
      assert.match(faults({ HOST: host })[0] ?? '', /^HOST.*pose as anyone/));

  for (const host of ['127.0.0.1', 'localhost', '::1'])
    it(`takes ${host} without credentials`, () => assert.equal(readConfig({ HOST: host }).onLoopback, true));

  it('takes an address of this machine without credentials, and any other with them', () => {
    for (const PUBLIC_URL of ['http://localhost:3978', 'http://[::1]:8080', 'https://127.0.0.1'])
      assert.equal(readConfig({ PUBLIC_URL }).PUBLIC_URL, PUBLIC_URL);
    assert.deepEqual(faults({ ...teams, PUBLIC_URL: 'https://ap-pathway.example.nhs.uk' }), []);
  });

  it('asks no language model by default, nor because of a key that is there for other programs', () => {
    assert.equal(readConfig({}).model, undefined);
    assert.equal(readConfig({ OPENAI_API_KEY: 'sk-hunter2' }).model, undefined);
  });

  it('takes a language model when all of it is there, without https on this machine only', () => {
    assert.deepEqual(readConfig(azure).model, {
      kind: 'azure',
      endpoint: 'https://trust.openai.azure.com',
      key: 'hunter2',
      name: 'ward-4o',
      apiVersion: '2024-10-21',
      timeout: 4000,
    });
    for (const OPENAI_BASE_URL of ['http://localhost:11434/v1', 'http://[::1]:8000/v1'])
      assert.equal(readConfig({ ...openAI, OPENAI_BASE_URL }).model?.endpoint, OPENAI_BASE_URL);
  });

  it('says no secret in its faults', () => {
    assert.doesNotMatch(faults({ ...openAI, OPENAI_MODEL: '' }).join(), /hunter2/);
    const found = faults({ ...teams, MICROSOFT_APP_PASSWORD: 'hunter2', MICROSOFT_APP_TENANT_ID: 'x' });
    assert.doesNotMatch(found.join(), /hunter2/);
  });

  it('stops the real process with the name of the variable, and no stack', function () {
    this.timeout(60_000);
    const { status, stderr } = run('bot/main.ts', [], { HOST: '0.0.0.0', PORT: '0' });
    assert.equal(status, 1);
    assert.match(stderr, /HOST/);
    assert.doesNotMatch(stderr, /\n {4}at /);
  });
});

describe('a scheme with a fault', function () {
  this.timeout(60_000);
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ap-pathway-schemes-'));
    cpSync(join(root, 'data', 'schemes', 'north-west.v1.json'), join(folder, 'north-west.v1.json'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function breakIt(): void {
    const file = join(folder, 'north-west.v1.json');
    const scheme = JSON.parse(readFileSync(file, 'utf8')) as {
      retention: { successfulMonths: unknown };
    };
    scheme.retention.successfulMonths = 'four years';
    writeFileSync(file, JSON.stringify(scheme));
  }

  it('is not loaded, so that the server does not start on it', () => {
    breakIt();
    assert.throws(
      () => loadSchemes(folder),
      (error) =>
        error instanceof ContentError &&
        /^north-west\.v1\.json:\d+: retention\.successfulMonths: .+Found: "four years"/.test(
          error.faults[0] ?? '',
        ),
    );
  });

  it('stops the real server, which names file, path and fault', () => {
    // The server reads the content beside its own code, so it is a copy of it that starts.
    const copy = mkdtempSync(join(tmpdir(), 'ap-pathway-copy-'));
    try {
      for (const part of ['dist', 'data', 'package.json'])
        cpSync(join(root, part), join(copy, part), { recursive: true });
      symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
      breakIt();
      cpSync(join(folder, 'north-west.v1.json'), join(copy, 'data', 'schemes', 'north-west.v1.json'));
      const { status, stderr, stdout } = spawnSync(process.execPath, [join(copy, 'dist', 'bot', 'main.js')], {
        cwd: copy,
        encoding: 'utf8',
        timeout: 50_000,
        env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: '0', DATA_DIR: join(copy, 'var') },
      });
      assert.equal(status, 1, stdout);
      assert.match(stderr, /^north-west\.v1\.json:\d+: retention\.successfulMonths: .*number/m);
      assert.doesNotMatch(stderr, /\n {4}at /);
    } finally {
      rmSync(copy, { recursive: true });
    }
  });

  it('is named by npm run check:content, with file, path and fault', () => {
    breakIt();
    const { status, stderr } = run('data/check-content.ts', [folder]);
    assert.equal(status, 1);
    assert.match(stderr, /^north-west\.v1\.json:\d+: retention\.successfulMonths: .*number/m);
    assert.doesNotMatch(stderr, /\n {4}at /);
  });

  it('that cannot be read at all is named too', () => {
    writeFileSync(join(folder, 'broken.json'), '{ "id":');
    const { status, stderr } = run('data/check-content.ts', [folder]);
    assert.equal(status, 1);
    assert.match(stderr, /^broken\.json: /m);
  });

  it('the bundled one is in order', () => assert.equal(run('data/check-content.ts', []).status, 0));
});

/** A program of ours as a process, with nothing of this one's environment. */
function run(program: string, words: readonly string[], environment: Record<string, string> = {}) {
  const { PATH, HOME } = process.env;
  return spawnSync(process.execPath, ['--import', 'tsx', join(root, program), ...words], {
    cwd: root,
    encoding: 'utf8',
    timeout: 55_000,
    env: { PATH, HOME, DATA_DIR: join(tmpdir(), `ap-pathway-none-${process.pid}`), ...environment },
  });
}
