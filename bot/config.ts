import { z } from 'zod';

/**
 * Configuration is environment variables, read once. A wrong one names itself. Without app credentials the assistant
 * listens on loopback only: nobody is let in unauthenticated from elsewhere.
 */
const loopback = ['127.0.0.1', 'localhost', '::1'];

const modelAddress = (name: string) =>
  z
    .string()
    .refine((address) => URL.canParse(address), {
      message: `${name} is a whole address, like https://models.example.nhs.uk`,
      abort: true,
    })
    .refine((address) => {
      const { protocol } = new URL(address);
      return protocol === 'https:' || (protocol === 'http:' && isLoopback(address));
    }, `${name} must begin with https:// unless it is this machine: questions and the key are sent there`)
    .optional();

/** Digits and no more: JavaScript would also read “ ” and “0x50” as numbers. */
const wholeNumber = (fault: string, least: number, most: number, tooMuch = fault) =>
  z
    .string()
    .regex(/^\d{1,9}$/, { message: fault, abort: true })
    .transform(Number)
    .pipe(z.number().min(least, fault).max(most, tooMuch));

const publicAddress = 'PUBLIC_URL is a whole address, like https://ap-pathway.example.nhs.uk';

const environment = z.object({
  PORT: wholeNumber('PORT is a number from 0 to 65535', 0, 65535).default(3978),
  HOST: z.string().min(1).optional(),
  DATA_DIR: z.string().min(1).default('./var'),
  /** Where it is set, everything is kept in PostgreSQL, for any number of instances, and DATA_DIR is not used. */
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      message: 'DATABASE_URL is an address like postgres://user:password@host:5432/database',
    })
    .optional(),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, message: publicAddress, abort: true })
    .refine((address) => {
      const { origin, username, password, href } = new URL(address);
      return !username && !password && href === `${origin}/` && !/[?#]$/.test(address);
    }, `${publicAddress}, with no path, query or user: links are put together from it`)
    // Without a slash at its end.
    .transform((address) => new URL(address).origin)
    .optional(),
  MICROSOFT_APP_ID: z.uuid('MICROSOFT_APP_ID is a GUID').optional(),
  MICROSOFT_APP_PASSWORD: z.string().min(1).optional(),
  MICROSOFT_APP_TENANT_ID: z.uuid('MICROSOFT_APP_TENANT_ID is a GUID').optional(),
  MICROSOFT_APP_TYPE: z.enum(['SingleTenant', 'MultiTenant', 'UserAssignedMSI']).optional(),
  WEB_CHAT: z.enum(['on', 'off']).optional(),
  OPERATOR_NAME: z.string().min(1).default('the organisation that runs this assistant'),
  OPERATOR_EMAIL: z.email('OPERATOR_EMAIL is an email address').optional(),
  /** Directory (Entra) object ids of the people who oversee the organisation's applications, with commas. */
  COORDINATORS: z
    .string()
    .default('')
    .transform((ids) => ids.split(/[\s,;]+/).filter(Boolean))
    .pipe(
      z.array(z.string().regex(/^[\w-]{3,80}$/, 'COORDINATORS is a list of ids with commas between them')),
    ),
  /** Keys for what is on disk, each 32 bytes in Base64, with commas: the first encrypts, the others still decrypt. */
  ENCRYPTION_KEYS: z
    .string()
    .refine((keys) => /[^\s,]/.test(keys), 'ENCRYPTION_KEYS has no key in it: leave it out, or give one')
    .default('')
    .transform((keys) => keys.split(/[\s,]+/).filter(Boolean))
    .pipe(
      z.array(
        z
          .string()
          .regex(
            /^[A-Za-z0-9+/]{43}=$/,
            'ENCRYPTION_KEYS is a list of keys of 32 bytes in Base64, as `openssl rand -base64 32` makes one',
          )
          .transform((key) => Buffer.from(key, 'base64')),
      ),
    ),
  /** A language model for what is not understood: none by default. Azure OpenAI, or an endpoint that speaks OpenAI's protocol. */
  AZURE_OPENAI_ENDPOINT: modelAddress('AZURE_OPENAI_ENDPOINT'),
  AZURE_OPENAI_API_KEY: z.string().min(1).optional(),
  AZURE_OPENAI_DEPLOYMENT: z
    .string()
    .regex(/^[\w.-]{1,64}$/, 'AZURE_OPENAI_DEPLOYMENT is the name of a deployment')
    .optional(),
  AZURE_OPENAI_API_VERSION: z
    .string()
    .regex(
      /^\d{4}-\d{2}-\d{2}(-preview)?$/,
      'AZURE_OPENAI_API_VERSION is a version of the API, like 2024-10-21',
    )
    .default('2024-10-21'),
  OPENAI_BASE_URL: modelAddress('OPENAI_BASE_URL'),
  OPENAI_API_KEY: z.string().min(1).optional(),
  OPENAI_MODEL: z.string().min(1).max(200).optional(),
  /** Milliseconds that the model has, before the local answer is said. */
  MODEL_TIMEOUT: wholeNumber(
    'MODEL_TIMEOUT is a number of milliseconds, 100 or more',
    100,
    10_000,
    'MODEL_TIMEOUT is 10000 milliseconds at most: Teams gives up after about 15 seconds',
  ).default(4_000),
  /** Files that a round asks for are kept with the form; `off`: whoever sends it attaches them by hand. */
  FILES: z.enum(['on', 'off']).default('off'),
  /** What looks through each file: an address that it is posted to, or a command that reads it. */
  FILE_SCAN: z
    .string()
    .refine(
      (set) => !/^https?:/i.test(set) || (URL.canParse(set) && (/^https:/i.test(set) || isLoopback(set))),
      'FILE_SCAN is a command, or an address that begins with https:// unless it is this machine',
    )
    .optional(),
  METRICS: z.enum(['on', 'off']).default('off'),
  /** Messages that a person may send in a minute; requests that an address may make, those of Teams not counted. */
  PERSON_LIMIT: wholeNumber('PERSON_LIMIT is a number from 1', 1, 10_000_000).optional(),
  ADDRESS_LIMIT: wholeNumber('ADDRESS_LIMIT is a number from 1', 1, 10_000_000).default(1_200),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  AP_NOW: z
    .string()
    .refine(
      (now) => !now.endsWith('Z') && z.iso.datetime({ local: true, precision: -1 }).safeParse(now).success,
      'AP_NOW is a London date and time, like 2027-01-04T09:00',
    )
    .optional(),
});

const known = environment.shape;

/** Every variable that there is. */
export const variables: readonly string[] = Object.keys(known);

const environmentSchema = environment
  .transform((env) => {
    const authenticated = env.MICROSOFT_APP_ID !== undefined;
    const host = env.HOST ?? (authenticated ? '0.0.0.0' : '127.0.0.1');
    const onLoopback = loopback.includes(host);
    // With credentials a proxy may stand in front of this machine's own address, and lead anybody here.
    const webChat = onLoopback && (env.WEB_CHAT ?? (authenticated ? 'off' : 'on')) === 'on';
    const MICROSOFT_APP_TYPE = env.MICROSOFT_APP_TYPE ?? 'SingleTenant';
    // Whoever gives any of these means to have credentials, and not to let everybody in.
    const meant = (['MICROSOFT_APP_PASSWORD', 'MICROSOFT_APP_TENANT_ID', 'MICROSOFT_APP_TYPE'] as const).find(
      (name) => env[name] !== undefined,
    );
    return {
      ...env,
      MICROSOFT_APP_TYPE,
      authenticated,
      host,
      onLoopback,
      webChat,
      meant,
      model: modelOf(env),
    };
  })
  .superRefine((config, context) => {
    const fault = (message: string, name: string) =>
      context.addIssue({ code: 'custom', message, path: [name] });
    if (!config.authenticated && config.meant)
      return fault(
        `MICROSOFT_APP_ID is missing, and ${config.meant} is set. Without it nobody would have to sign in. Set MICROSOFT_APP_ID, or leave the others out.`,
        'MICROSOFT_APP_ID',
      );
    if (!config.authenticated && !config.onLoopback) {
      fault(
        'HOST is not this machine, and there are no app credentials, so anyone could pose as anyone. Set MICROSOFT_APP_ID and its credentials, or leave HOST out.',
        'HOST',
      );
    }
    if (!config.authenticated && config.PUBLIC_URL && !isLoopback(config.PUBLIC_URL)) {
      fault(
        'PUBLIC_URL is not this machine, and there are no app credentials, so anyone whom a proxy lets through could pose as anyone. Set MICROSOFT_APP_ID and its credentials, or leave PUBLIC_URL out.',
        'PUBLIC_URL',
      );
    }
    if (
      config.authenticated &&
      config.MICROSOFT_APP_TYPE !== 'UserAssignedMSI' &&
      !config.MICROSOFT_APP_PASSWORD
    ) {
      fault(
        'MICROSOFT_APP_PASSWORD is missing: MICROSOFT_APP_ID alone cannot authenticate.',
        'MICROSOFT_APP_PASSWORD',
      );
    }
    if (config.MICROSOFT_APP_TYPE === 'UserAssignedMSI' && config.MICROSOFT_APP_PASSWORD) {
      fault(
        'MICROSOFT_APP_PASSWORD must be left out: a managed identity has no secret.',
        'MICROSOFT_APP_PASSWORD',
      );
    }
    if (
      config.authenticated &&
      config.MICROSOFT_APP_TYPE !== 'MultiTenant' &&
      !config.MICROSOFT_APP_TENANT_ID
    ) {
      fault('MICROSOFT_APP_TENANT_ID is missing.', 'MICROSOFT_APP_TENANT_ID');
    }
    if (config.WEB_CHAT === 'on' && !config.onLoopback) {
      fault('The web chat knows people by a cookie only, so it runs on this machine only.', 'WEB_CHAT');
    }
    if (config.DATABASE_URL && config.ENCRYPTION_KEYS.length > 0) {
      fault(
        'ENCRYPTION_KEYS encrypts the data folder only. With DATABASE_URL, leave it out and let the database’s disk be encrypted.',
        'ENCRYPTION_KEYS',
      );
    }
    // OPENAI_API_KEY alone, as other programs use it, asks for nothing here.
    const azure = ['AZURE_OPENAI_ENDPOINT', 'AZURE_OPENAI_API_KEY', 'AZURE_OPENAI_DEPLOYMENT'] as const;
    const openAI = ['OPENAI_BASE_URL', 'OPENAI_MODEL', 'OPENAI_API_KEY'] as const;
    const isAzure = azure.some((name) => config[name]);
    const isOpenAI = openAI.slice(0, 2).some((name) => config[name]);
    for (const [isMeant, names] of [[isAzure, azure] as const, [isOpenAI, openAI] as const])
      for (const name of isMeant ? names : [])
        if (!config[name])
          fault(
            `${name} is missing: a language model needs ${names.join(', ')}. Without all of them, leave all out.`,
            name,
          );
    if (isAzure && isOpenAI)
      fault('OPENAI_BASE_URL and AZURE_OPENAI_ENDPOINT are two models. Choose one.', 'OPENAI_BASE_URL');
    if (config.FILE_SCAN && config.FILES === 'off')
      fault(
        'FILE_SCAN is set, and FILES is off, so there is nothing to scan. Set FILES=on, or leave it out.',
        'FILE_SCAN',
      );
    if (config.AP_NOW && !config.onLoopback) {
      fault('The clock can be set on this machine only, for demonstrations and tests.', 'AP_NOW');
    }
  });

/** Where a language model is, and as whom to ask it. */
export interface ModelConfig {
  readonly kind: 'azure' | 'openai';
  readonly endpoint: string;
  readonly key: string;
  /** The model's name, or of Azure's deployment of it. */
  readonly name: string;
  readonly apiVersion: string;
  /** Milliseconds. */
  readonly timeout: number;
}

interface ModelVariables {
  readonly [name: `${'AZURE_' | ''}OPENAI_${string}`]: string | undefined;
  readonly AZURE_OPENAI_API_VERSION: string;
  readonly MODEL_TIMEOUT: number;
}

function modelOf(env: ModelVariables): ModelConfig | undefined {
  const also = { apiVersion: env.AZURE_OPENAI_API_VERSION, timeout: env.MODEL_TIMEOUT };
  const azure = [env.AZURE_OPENAI_ENDPOINT, env.AZURE_OPENAI_API_KEY, env.AZURE_OPENAI_DEPLOYMENT] as const;
  const openAI = [env.OPENAI_BASE_URL, env.OPENAI_API_KEY, env.OPENAI_MODEL] as const;
  for (const [kind, [endpoint, key, name]] of [['azure', azure] as const, ['openai', openAI] as const])
    if (endpoint && key && name) return { kind, endpoint, key, name, ...also };
  return undefined;
}

function isLoopback(address: string): boolean {
  // '[::1]' in an address is '::1'.
  return loopback.includes(new URL(address).hostname.replace(/^\[|\]$/g, ''));
}

export type Config = z.output<typeof environmentSchema>;

/** How this machine itself reaches what listens on `host`. */
export function hostHere(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

/** @throws {ConfigError} naming every variable that is wrong. */
export function readConfig(variables: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const strange = Object.keys(given).filter((name) => /^microsoft_?app_?/i.test(name) && !(name in known));
  if (!given.MICROSOFT_APP_ID && strange.length > 0)
    throw new ConfigError(
      strange.map(
        (name) => `${name} is no variable of AP Pathway’s. Did you mean MICROSOFT_APP_ID or another one?`,
      ),
    );
  const parsed = environmentSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new ConfigError(
    parsed.error.issues.map(({ path, message }) => {
      const name = path.join('.');
      return message.startsWith(name) ? message : `${name}: ${message}`;
    }),
  );
}

export class ConfigError extends Error {
  readonly code = 'CONFIG_INVALID';
  constructor(readonly faults: readonly string[]) {
    super(`The configuration is wrong.\n${faults.map((fault) => `- ${fault}`).join('\n')}`);
  }
}
