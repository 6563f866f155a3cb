import { describe, expect, test } from 'vitest';
import { readSettings, SettingsError } from '../../src/http/settings.ts';

const nobody = () => Promise.reject(new Error('no network'));
const read = (variables: Record<string, unknown>) => readSettings(variables, nobody);
const HASH = 'ab'.repeat(32);
const GITHUB = {
  PORTOLAN_ACCESS: 'oidc',
  PORTOLAN_OIDC_ISSUER: 'https://token.actions.githubusercontent.com',
  PORTOLAN_OIDC_AUDIENCE: 'portolan',
};

describe('settings', () => {
  test('let in by loopback names, limit nothing and open to no origin, where nothing is set', () => {
    const { gatekeeper, corsOrigins, rate } = read({ OTHER: 'x', BINDING: {} });
    expect([typeof gatekeeper, corsOrigins, rate]).toEqual(['object', [], undefined]);
  });

  test('may let everybody in, by a word', () => {
    expect(read({ PORTOLAN_ACCESS: 'none' }).gatekeeper).toBeUndefined();
  });

  test('may name several ways, origins and a rate', () => {
    const settings = read({
      ...GITHUB,
      PORTOLAN_ACCESS: 'keys, oidc',
      PORTOLAN_KEYS: `ci:${HASH} ops:${HASH}`,
      PORTOLAN_OIDC_CLAIMS: '{"repository_owner_id": "42"}',
      PORTOLAN_CORS_ORIGINS: 'https://portal.example, https://b.example',
      PORTOLAN_RATE_LIMIT: '100/60',
    });
    expect(settings).toMatchObject({
      corsOrigins: ['https://portal.example', 'https://b.example'],
      rate: { quota: 100, windowSeconds: 60 },
    });
  });

  test.each<[string, Record<string, string>]>([
    ['PORTOLAN_ACCESS', { PORTOLAN_ACCESS: 'magic' }],
    ['PORTOLAN_ACCESS', { PORTOLAN_ACCESS: '' }],
    ['PORTOLAN_ACCESS', { PORTOLAN_ACCESS: 'none,keys', PORTOLAN_KEYS: `a:${HASH}` }],
    ['PORTOLAN_KEYS', { PORTOLAN_ACCESS: 'keys' }],
    ['PORTOLAN_KEYS', { PORTOLAN_KEYS: 'the-key-itself' }],
    ['PORTOLAN_OIDC_ISSUER', { PORTOLAN_ACCESS: 'oidc' }],
    ['PORTOLAN_OIDC_ISSUER', { ...GITHUB, PORTOLAN_OIDC_ISSUER: 'http://plain.example' }],
    ['PORTOLAN_OIDC_AUDIENCE', { PORTOLAN_ACCESS: 'oidc', PORTOLAN_OIDC_ISSUER: 'https://a.example' }],
    ['PORTOLAN_OIDC_CLAIMS', GITHUB],
    ['PORTOLAN_OIDC_CLAIMS', { ...GITHUB, PORTOLAN_OIDC_CLAIMS: '{' }],
    ['PORTOLAN_CLOUDFLARE_TEAM', { PORTOLAN_ACCESS: 'cloudflare-access' }],
    ['PORTOLAN_CORS_ORIGINS', { PORTOLAN_CORS_ORIGINS: 'portal' }],
    ['PORTOLAN_RATE_LIMIT', { PORTOLAN_RATE_LIMIT: 'many' }],
  ])('that cannot be used are refused by the name of the variable: %s', (name, variables) => {
    expect(() => read(variables)).toThrow(SettingsError);
    expect(() => read(variables)).toThrow(name);
    expect(() => read(variables)).not.toThrow('the-key-itself');
  });
});
