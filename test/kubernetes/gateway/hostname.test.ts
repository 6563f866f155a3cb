import { expect, it } from 'vitest';
import { hostnamesMeet } from '../../../src/kubernetes/gateway/hostname.ts';

it.each([
  ['nothing said is every name', undefined, ['a.example'], true],
  ['a route that names none takes all', 'a.example', [], true],
  ['equal names', 'a.example', ['b.example', 'a.example'], true],
  ['different names', 'a.example', ['b.example'], false],
  ['a wildcard holds names below it', '*.example.com', ['a.example.com'], true],
  ['a wildcard holds names of several labels below it', '*.example.com', ['a.b.example.com'], true],
  ['a wildcard does not hold the name above it', '*.example.com', ['example.com'], false],
  ['a wildcard does not hold a name that merely ends like it', '*.example.com', ['myexample.com'], false],
  ['the wildcard may be the route’s', 'a.example.com', ['*.example.com'], true],
  ['of two wildcards one holds the other', '*.example.com', ['*.a.example.com'], true],
  ['two wildcards side by side do not meet', '*.a.example.com', ['*.b.example.com'], false],
])('%s', (_says, listener, route, meet) => {
  expect(hostnamesMeet(listener, route)).toBe(meet);
});
