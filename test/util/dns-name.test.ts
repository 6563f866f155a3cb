import { expect, test } from 'vitest';
import { dnsName, dnsNames } from '../../src/util/dns-name.ts';

test('a text becomes a DNS label that begins with a letter', () => {
  expect(['web', 'My_App.v2', '2fa', '--', 'ä'].map((text) => dnsName(text))).toEqual([
    'web',
    'my-app-v2',
    'x-2fa',
    'x',
    'x',
  ]);
  const long = dnsName('a'.repeat(80));
  expect(long).toMatch(/^a{56}-[a-z0-9]{6}$/);
});

test('texts that would become one label are told apart, and those that are labels already keep their names', () => {
  const names = dnsNames(['my_app', 'my-app', 'my.app', 'web']);
  expect(names.get('my-app')).toBe('my-app');
  expect(names.get('web')).toBe('web');
  expect(new Set(names.values()).size).toBe(4);
  expect(names.get('my_app')).toMatch(/^my-app-[a-z0-9]{6}$/);
});
