import { describe, expect, it } from 'vitest';
import {
  isContainerName,
  isMacAddress,
  isOwnAddress,
  isSearchDomain,
  parseHostEntry,
  parseLink,
} from '../../../../src/docker/cli/values/addresses.ts';
import { csvFields } from '../../../../src/docker/cli/values/csv.ts';
import { imageStem, isImageName } from '../../../../src/docker/cli/values/image-name.ts';
import { splitValue } from '../../../../src/docker/cli/values/split.ts';

describe('comma-separated fields', () => {
  it.each([
    ['a,b', ['a', 'b']],
    ['', ['']],
    ['a,', ['a', '']],
    ['"a,b",c', ['a,b', 'c']],
    ['"a""b"', ['a"b']],
    ['"",x', ['', 'x']],
    ['a\nb', ['a']],
  ])('%j', (text, fields) => {
    expect(csvFields(text)).toEqual(fields);
  });

  it.each(['a"b', '"a', '"a"b', 'x,"'])('%j has a quote out of place', (text) => {
    expect(csvFields(text)).toBeUndefined();
  });
});

describe('names of images', () => {
  it.each([
    'nginx',
    'library/nginx:1.27',
    'docker.io/library/nginx',
    'localhost/x',
    'localhost:5000/a/b_c--d.e:v1',
    'ghcr.io/Owner'.toLowerCase(),
    '[::1]:5000/x',
    'Registry.example/x',
    `x@sha256:${'a'.repeat(64)}`,
    'f'.repeat(64),
  ])('%s is one', (text) => {
    expect(isImageName(text)).toBe(true);
  });

  it.each([
    '',
    'Nginx',
    'a//b',
    '/a',
    'a:',
    'a b',
    'a@sha256:abc',
    '-a',
    'a..b',
    '[OPTIONS]',
    '<image>',
    'a'.repeat(2000),
    'x:y:z',
  ])('%j is none', (text) => {
    expect(isImageName(text)).toBe(false);
  });

  it('end in what people call them', () => {
    expect(['nginx', 'a.b:5/x/web:1', 'web@sha256:0', '$(x)', ''].map(imageStem)).toEqual([
      'nginx',
      'web',
      'web',
      'container',
      'container',
    ]);
  });
});

describe('addresses and names', () => {
  it('of a container are of the family, and not all zeros', () => {
    expect(['10.0.0.1', ' 10.0.0.1', '0.0.0.0', '::1', 'x'].map((text) => isOwnAddress(text, 'IPv4'))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(['fd00::1', '::', '10.0.0.1'].map((text) => isOwnAddress(text, 'IPv6'))).toEqual([true, false, false]);
  });

  it('may be MAC addresses', () => {
    const right = ['02:42:ac:11:00:02', '02-42-AC-11-00-02', '0242.ac11.0002', `${'00:'.repeat(19)}00`];
    expect(right.map(isMacAddress)).toEqual(right.map(() => true));
    const wrong = ['', '02:42', '02:42:ac:11:00', '02:42-ac:11:00:02', '02:42:ac:11:00:zz', '0242ac110002'];
    expect(wrong.map(isMacAddress)).toEqual(wrong.map(() => false));
  });

  it('may be domains to search', () => {
    expect(['.', 'a', 'a.b-c.', '1a.2', ' a '].map(isSearchDomain)).toEqual([true, true, true, true, true]);
    expect(['', '1.2', 'a_b', '-a', 'a..b', 'a b', `${'a.'.repeat(200)}a`].map(isSearchDomain)).toEqual(
      Array.from({ length: 7 }, () => false),
    );
  });

  it('stand in hosts entries and links', () => {
    expect(parseHostEntry('a:::1')).toEqual({ host: 'a', address: '::1' });
    expect(parseHostEntry('a=[::1]')).toEqual({ host: 'a', address: '::1' });
    expect([parseHostEntry('a'), parseHostEntry(':x'), parseHostEntry('a:b=c')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(parseLink('db')).toEqual({ service: 'db', alias: 'db' });
    expect(parseLink('/db:/web/d')).toEqual({ service: 'db', alias: 'd' });
    expect([parseLink(''), parseLink('a:'), parseLink('a:b:c')]).toEqual([undefined, undefined, undefined]);
  });

  it('of containers begin with a letter or digit and have two signs or more', () => {
    expect(['ab', '/ab', 'a.b_c-d', '1x'].map(isContainerName)).toEqual([true, true, true, true]);
    expect(['a', '', '_a', 'a b', 'a/b'].map(isContainerName)).toEqual([false, false, false, false, false]);
  });
});

describe('a value that is taken apart', () => {
  it('keeps what is not known whole', () => {
    const from = { text: '', start: 0, end: 0, unknown: ['$(a:b)'], open: false };
    expect(splitValue({ value: 'x:$(a:b):y', from }, ':')).toEqual(['x', '$(a:b)', 'y']);
    expect(splitValue({ value: 'x:y', from: { ...from, unknown: [] } }, ':')).toEqual(['x', 'y']);
  });
});
