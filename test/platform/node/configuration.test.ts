import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../../src/ingest/index.ts';
import { ConfigurationError, describeSettings, readConfiguration } from '../../../src/platform/node/configuration.ts';

function faultOf(environment: Record<string, string>): string {
  try {
    readConfiguration(environment, ['PORTOLAN_ACCESS']);
  } catch (cause) {
    if (cause instanceof ConfigurationError) return cause.message;
  }
  return '';
}

describe('an environment', () => {
  test('without settings gives every default, and listens on loopback only', () => {
    const { settings, limits } = readConfiguration({ PATH: '/bin' });
    expect(settings).toMatchObject({ LISTEN: { host: '127.0.0.1', port: 8787 }, QUEUE: 64, METRICS: 'on' });
    expect(settings.THREADS).toBeGreaterThan(0);
    expect(limits).toEqual({});
  });

  test('sets what it names, an empty variable being none', () => {
    const environment = { PORTOLAN_LISTEN: '[::1]:80', PORTOLAN_QUEUE: '0', PORTOLAN_THREADS: '' };
    expect(readConfiguration(environment).settings).toMatchObject({ LISTEN: { host: '::1', port: 80 }, QUEUE: 0 });
  });

  test('raises every limit by its name', () => {
    for (const name of Object.keys(LIMITS)) {
      const variable = `PORTOLAN_LIMIT_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
      expect(readConfiguration({ [variable]: '123456789' }).limits).toEqual({ [name]: 123_456_789 });
    }
  });

  test('may hold what Kubernetes sets for a Service of this name, and what the command line reads', () => {
    const links = { PORTOLAN_PORT: 'tcp://10.0.0.1:80', PORTOLAN_PORT_80_TCP: 'x', PORTOLAN_SERVICE_HOST: '10.0.0.1' };
    expect(faultOf({ ...links, PORTOLAN_TOKEN: 'x' })).toBe('');
  });
});

describe('a refused setting', () => {
  test.each([
    ['PORTOLAN_LISTEN', '8787', 'an address and a port'],
    ['PORTOLAN_LISTEN', '0.0.0.0:99999', 'a port from 0 to 65535'],
    ['PORTOLAN_THREADS', '0', 'a whole number from 1 to 256'],
    ['PORTOLAN_THREADS', 'two', 'a whole number from 1 to 256'],
    ['PORTOLAN_CALL_SECONDS', '1.5', 'a whole number'],
    ['PORTOLAN_METRICS', 'yes', 'on or off'],
    ['PORTOLAN_LIMIT_FILES', '-1', 'a whole number'],
    ['PORTOLAN_LIMIT_FILES', '99999999999', 'a whole number'],
  ])('%s=%s is told with what was expected and what to do', (name, value, expected) => {
    const fault = faultOf({ [name]: value });
    expect(fault).toContain(`${name}: "${value}" is not ${expected}`);
    expect(fault).toContain('Correct it in the environment');
  });

  test('that there is not is told the nearest', () => {
    expect(faultOf({ PORTOLAN_THREDS: '2' })).toContain('Did you mean PORTOLAN_THREADS?');
    expect(faultOf({ PORTOLAN_LIMIT_FILE: '2' })).toContain('Did you mean PORTOLAN_LIMIT_FILES?');
    expect(faultOf({ PORTOLAN_COLOUR: '2' })).toContain('PORTOLAN_LIMIT_REQUEST_BYTES');
  });

  test('hides no other', () => {
    expect(faultOf({ PORTOLAN_QUEUE: 'x', PORTOLAN_LIMIT_FILES: 'y', PORTOLAN_Z: 'z' }).split('\n')).toHaveLength(3);
  });
});

describe('an address that others can connect to', () => {
  test.each(['0.0.0.0:80', '[::]:80', '192.0.2.1:80', 'portolan.example:80'])('%s needs a way of access', (address) => {
    expect(faultOf({ PORTOLAN_LISTEN: address })).toContain('Set PORTOLAN_ACCESS to keys');
    expect(faultOf({ PORTOLAN_LISTEN: address, PORTOLAN_ACCESS: 'keys, loopback' })).toContain('PORTOLAN_LISTEN');
    expect(faultOf({ PORTOLAN_LISTEN: address, PORTOLAN_ACCESS: 'keys' })).toBe('');
    expect(faultOf({ PORTOLAN_LISTEN: address, PORTOLAN_ACCESS: 'none' })).toBe('');
  });
});

test('every setting is described', () => {
  expect(describeSettings().filter(({ what }) => what === '')).toEqual([]);
});
