/**
 * The settings of the service, from the environment of a process or the variables of a Worker. What is wrong with them
 * is said at the start, by the name of the variable, and never with the value of a secret.
 */

import * as z from 'zod';
import { anyOf, type Gatekeeper } from './access/gatekeeper.ts';
import { type Fetch, issuerKeys } from './access/key-sets.ts';
import { keyGatekeeper } from './access/keys.ts';
import { loopbackOnly } from './access/loopback.ts';
import { tokenGatekeeper } from './access/tokens.ts';

const words = (text: string): string[] => text.split(/[\s,]+/).filter((word) => word !== '');
const MODES = ['loopback', 'none', 'keys', 'oidc', 'cloudflare-access'] as const;
const https = z.url({ protocol: /^https$/ });

const claims = z.record(
  z.string(),
  z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat()),
);

const parsedJson = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'is no JSON' });
    return z.NEVER;
  }
});

const environment = z.object({
  PORTOLAN_ACCESS: z
    .string()
    .default('loopback')
    .transform(words)
    .pipe(z.array(z.enum(MODES)).min(1)),
  PORTOLAN_KEYS: z
    .string()
    .default('')
    .transform(words)
    .pipe(
      z.array(z.string().regex(/^[\w.-]+:[0-9a-f]{64}$/, 'is not name:sha256, the hash in lower case hexadecimal')),
    ),
  PORTOLAN_OIDC_ISSUER: https.optional(),
  PORTOLAN_OIDC_AUDIENCE: z.string().min(1).optional(),
  PORTOLAN_OIDC_KEYS_URL: https.optional(),
  PORTOLAN_OIDC_CLAIMS: parsedJson.pipe(claims).default({}),
  PORTOLAN_CLOUDFLARE_TEAM: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .optional(),
  PORTOLAN_CLOUDFLARE_AUDIENCE: z.string().min(1).optional(),
  PORTOLAN_CORS_ORIGINS: z
    .string()
    .default('')
    .transform(words)
    .pipe(z.array(z.url().or(z.literal('*')))),
  PORTOLAN_RATE_LIMIT: z
    .string()
    .regex(/^[1-9]\d{0,6}\/[1-9]\d{0,5}$/, 'is not requests/seconds, such as 100/60')
    .optional(),
});

type Environment = z.infer<typeof environment>;

/** The variables that are read here. */
export const SETTING_NAMES: readonly string[] = Object.keys(environment.shape);

export interface Settings {
  /** Undefined where everybody is let in. */
  readonly gatekeeper: Gatekeeper | undefined;
  readonly corsOrigins: readonly string[];
  readonly rate: { readonly quota: number; readonly windowSeconds: number } | undefined;
}

/** What is wrong with the settings, one sentence each. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

function required(env: Environment, name: keyof Environment, mode: string): string {
  const value = env[name];
  if (typeof value === 'string') return value;
  throw new SettingsError(`${name} is missing: PORTOLAN_ACCESS=${mode} needs it.`);
}

const GITHUB = 'https://token.actions.githubusercontent.com';

function oidc(env: Environment, fetch: Fetch): Gatekeeper {
  const issuer = required(env, 'PORTOLAN_OIDC_ISSUER', 'oidc');
  const audience = required(env, 'PORTOLAN_OIDC_AUDIENCE', 'oidc');
  const { PORTOLAN_OIDC_CLAIMS: wanted, PORTOLAN_OIDC_KEYS_URL: keysUrl } = env;
  if (issuer === GITHUB && !Object.keys(wanted).some((claim) => claim.startsWith('repository'))) {
    throw new SettingsError(
      'PORTOLAN_OIDC_CLAIMS names no repository: GitHub gives tokens to everybody’s jobs. Set {"repository_owner_id": "…"} or {"repository": "…"}.',
    );
  }
  return tokenGatekeeper({ issuer, audience, claims: wanted }, issuerKeys({ issuer, keysUrl }, fetch));
}

function cloudflareAccess(env: Environment, fetch: Fetch): Gatekeeper {
  const team = required(env, 'PORTOLAN_CLOUDFLARE_TEAM', 'cloudflare-access');
  const audience = required(env, 'PORTOLAN_CLOUDFLARE_AUDIENCE', 'cloudflare-access');
  const issuer = `https://${team}.cloudflareaccess.com`;
  const keys = issuerKeys({ issuer, keysUrl: `${issuer}/cdn-cgi/access/certs` }, fetch);
  return tokenGatekeeper({ issuer, audience, claims: {}, header: 'cf-access-jwt-assertion' }, keys);
}

function keys({ PORTOLAN_KEYS: list }: Environment): Gatekeeper {
  if (list.length === 0) throw new SettingsError('PORTOLAN_KEYS is missing: PORTOLAN_ACCESS=keys needs it.');
  return keyGatekeeper(list.map((entry) => ({ name: entry.slice(0, -65), sha256: entry.slice(-64) })));
}

function gatekeeperOf(env: Environment, fetch: Fetch): Gatekeeper | undefined {
  const { PORTOLAN_ACCESS: modes } = env;
  if (modes.includes('none')) {
    if (modes.length > 1) throw new SettingsError('PORTOLAN_ACCESS has none beside other ways: it would undo them.');
    return undefined;
  }
  const makers = {
    loopback: () => loopbackOnly,
    keys: () => keys(env),
    oidc: () => oidc(env, fetch),
    'cloudflare-access': () => cloudflareAccess(env, fetch),
  };
  return anyOf(modes.flatMap((mode) => (mode === 'none' ? [] : [makers[mode]()])));
}

/** Throws `SettingsError`. Variables of other names are nobody's affair, and values that are no text are bindings. */
export function readSettings(variables: Readonly<Record<string, unknown>>, fetch: Fetch): Settings {
  const texts = Object.fromEntries(Object.entries(variables).filter(([, value]) => typeof value === 'string'));
  const read = environment.safeParse(texts);
  if (!read.success) {
    const faults = read.error.issues.map(({ path, message }) => `${String(path[0])}: ${message}`);
    throw new SettingsError(`The settings cannot be used. ${faults.join('; ')}`);
  }
  const [quota, windowSeconds] = (read.data.PORTOLAN_RATE_LIMIT ?? '').split('/').map(Number);
  return {
    gatekeeper: gatekeeperOf(read.data, fetch),
    corsOrigins: read.data.PORTOLAN_CORS_ORIGINS,
    rate: quota && windowSeconds ? { quota, windowSeconds } : undefined,
  };
}
