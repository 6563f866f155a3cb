/** The examples that the README's table points at: each shows what its row says. */

import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contentOf, linesOf, proofOf, type Translated, translated } from './support.ts';

const FOLDER = new URL('../../examples/translate/', import.meta.url);

function example(name: string): Translated {
  const folder = new URL(`${name}/`, FOLDER);
  const files = readdirSync(folder).map((path): [string, string] => [
    path,
    readFileSync(new URL(path, folder), 'utf8'),
  ]);
  const { 'compose.yaml': compose = '', ...beside } = Object.fromEntries(files);
  return translated(compose, { beside });
}

/** What differs between services, or about what leads in from outside. */
function between(made: Translated): string[] {
  return linesOf(proofOf(made)).filter((line) => !line.includes('@host') && !line.includes('@other'));
}

const names = readdirSync(FOLDER, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

test.each(names)('the proof of %s holds', (name) => {
  expect(linesOf(proofOf(example(name))).filter((line) => line.endsWith(': ?'))).toEqual([]);
});

test.each(['no-ports', 'remapped-port', 'shared-namespace', 'external', 'healthcheck', 'one-shot', 'loopback'])(
  'nothing differs between the services of %s, nor by their names',
  (name) => {
    expect(between(example(name))).toEqual([]);
  },
);

test('a service without ports has a name', () => {
  expect(contentOf(example('no-ports'), 'queue.yaml')).toContain('kind: Service');
});

test('a remapped port is dialled at the container’s own number, and opened at the host’s', () => {
  const content = contentOf(example('remapped-port'), 'web.yaml');
  expect(content).toMatch(/port: 80\n/);
  expect(content).toMatch(/port: 8080\n {6}targetPort: 80\n/);
});

test('an alias that two services share leads to both', () => {
  expect(contentOf(example('aliases'), 'first.yaml')).toContain('name.portolan/cache: "true"');
  expect(contentOf(example('aliases'), 'second.yaml')).toContain('name.portolan/cache: "true"');
});

test('a port that is bound to a loopback address is not open', () => {
  expect(contentOf(example('loopback'), '10-policies.yaml')).not.toContain('9000');
});

test('a migration that runs once is a Job, and what waits for it says that it does not', () => {
  expect(contentOf(example('one-shot'), 'migrate.yaml')).toContain('kind: Job');
  expect(example('one-shot').translation.losses.map(({ code }) => code)).toContain('L11');
});

test('members that may not talk to each other are kept apart, and an unprotected network is open to everyone', () => {
  const policies = contentOf(example('bridge-options'), '10-policies.yaml');
  expect(policies).not.toContain('network-apart');
  expect(policies).toContain('name: published-open');
});

test('a password goes into a Secret, and the socket of the engine is refused', () => {
  const made = example('secrets');
  expect(contentOf(made, 'db.yaml')).toContain('secretKeyRef');
  expect(made.translation.losses.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual([
    'L25',
  ]);
});
