/** The lock file installs on every platform from any registry, and the checker that says so can fail. */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Lock, type Manifest, missingOptionals, resolvedHosts, unpinned } from '../scripts/lockcheck.ts';

function read<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'));
}

describe.each(['', '.ci/tools/'])('the lock file %s', (folder) => {
  const lock = read<Lock>(`${folder}package-lock.json`);

  test('locks every optional dependency that a locked package names', () => {
    expect(missingOptionals(lock)).toEqual([]);
  });

  test('names no registry', () => {
    expect(resolvedHosts(lock)).toEqual([]);
  });

  test('belongs to a package.json that pins every dependency exactly', () => {
    expect(unpinned(read<Manifest>(`${folder}package.json`))).toEqual([]);
  });
});

describe('the lock check', () => {
  test('reports an optional dependency that is missing, or locked at another version', () => {
    const lock = {
      packages: {
        'node_modules/a': { version: '1.0.0', optionalDependencies: { 'a-linux': '1.0.0', 'a-mac': '1.0.0' } },
        'node_modules/a-linux': { version: '2.0.0' },
      },
    };
    expect(missingOptionals(lock)).toEqual([
      'node_modules/a -> a-linux@1.0.0: locked at 2.0.0',
      'node_modules/a -> a-mac@1.0.0: not locked',
    ]);
  });

  test('finds an optional dependency nested, beside, or at the top', () => {
    const wants = { version: '1.0.0', optionalDependencies: { x: '1.0.0', y: '~1.0.0', '@s/z': '1.0.0' } };
    const lock = {
      packages: {
        'node_modules/p/node_modules/a': wants,
        'node_modules/p/node_modules/a/node_modules/x': { version: '1.0.0' },
        'node_modules/x': { version: '9.0.0' },
        'node_modules/p/node_modules/y': { version: '1.0.4' },
        'node_modules/@s/z': { version: '1.0.0' },
      },
    };
    expect(missingOptionals(lock)).toEqual([]);
  });

  test('reports an address, but not the path of a linked folder', () => {
    const packages = {
      'node_modules/a': { resolved: 'https://packages.example/a.tgz' },
      'node_modules/b': { resolved: 'libs/b' },
    };
    expect(resolvedHosts({ packages })).toEqual(['node_modules/a: resolved https://packages.example/a.tgz']);
  });

  test('reports ranges, tags and addresses in place of a version', () => {
    const manifest = { dependencies: { a: '1.2.3', b: '^1.0.0' }, devDependencies: { c: 'latest', d: '1.0.0-rc.1' } };
    expect(unpinned(manifest)).toEqual(['b@^1.0.0', 'c@latest']);
  });
});
