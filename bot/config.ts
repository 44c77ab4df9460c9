import { z } from 'zod';

/**
 * Configuration is environment variables, read once. A wrong one names itself. Without app credentials the assistant
 * listens on loopback only: nobody is let in unauthenticated from elsewhere.
 */
const loopback = ['127.0.0.1', 'localhost', '::1'];

const environmentSchema = z
  .object({
    PORT: z.coerce.number('PORT is a number from 0 to 65535').int().min(0).max(65535).default(3978),
    HOST: z.string().min(1).optional(),
    DATA_DIR: z.string().min(1).default('./var'),
    PUBLIC_URL: z.url('PUBLIC_URL is a whole address, like https://ap-pathway.example.nhs.uk').optional(),
    MICROSOFT_APP_ID: z.uuid('MICROSOFT_APP_ID is a GUID').optional(),
    MICROSOFT_APP_PASSWORD: z.string().min(1).optional(),
    MICROSOFT_APP_TENANT_ID: z.uuid('MICROSOFT_APP_TENANT_ID is a GUID').optional(),
    MICROSOFT_APP_TYPE: z.enum(['SingleTenant', 'MultiTenant', 'UserAssignedMSI']).default('SingleTenant'),
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
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
    AP_NOW: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'AP_NOW is a London date and time, like 2027-01-04T09:00')
      .optional(),
  })
  .transform((env) => {
    const authenticated = env.MICROSOFT_APP_ID !== undefined;
    const host = env.HOST ?? (authenticated ? '0.0.0.0' : '127.0.0.1');
    return { ...env, authenticated, host, onLoopback: loopback.includes(host) };
  })
  .superRefine((config, context) => {
    const fault = (message: string, name: string) =>
      context.addIssue({ code: 'custom', message, path: [name] });
    if (!config.authenticated && !config.onLoopback) {
      fault(
        'HOST is not this machine, and there are no app credentials, so anyone could pose as anyone. Set MICROSOFT_APP_ID and its credentials, or leave HOST out.',
        'HOST',
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
    if (config.AP_NOW && !config.onLoopback) {
      fault('The clock can be set on this machine only, for demonstrations and tests.', 'AP_NOW');
    }
  });

export type Config = z.output<typeof environmentSchema>;

/** @throws {ConfigError} naming every variable that is wrong. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
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
