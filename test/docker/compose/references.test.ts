/** `extends` and `include` (https://docs.docker.com/reference/compose-file/include/), within the files that were sent. */

import { describe, expect, it } from 'vitest';
import { canonical, dig, findings, notes, refusals } from './loading.ts';

describe('extends', () => {
  it('takes over a service of the same file, and of another one with its paths rewritten', () => {
    const files = {
      'compose.yaml':
        'services: {a: {extends: b, command: c}, b: {extends: {file: sub/base.yaml, service: z}, image: x}}',
      'sub/base.yaml': 'services: {z: {image: y, build: ., env_file: e.env, volumes: ["./d:/d"], labels: {k: v}}}',
      'sub/e.env': 'E=1\n',
    };
    const service = dig(canonical(files), 'services', 'a');
    expect(service).toMatchObject({
      image: 'x',
      command: ['c'],
      build: { context: 'sub', dockerfile: 'Dockerfile' },
      environment: { E: '1' },
      labels: { k: 'v' },
    });
    expect(dig(service, 'volumes', '0', 'source')).toBe('sub/d');
    expect(service).not.toHaveProperty('extends');
  });

  it('loses from its base what the extending document resets', () => {
    const text = 'services:\n  a:\n    extends: b\n    ports: !reset []\n  b:\n    image: x\n    ports: ["80:80"]\n';
    expect(dig(canonical(text), 'services', 'a')).not.toHaveProperty('ports');
  });

  it.each([
    ['services: {a: {image: x, extends: b}}', ['CMP047 compose.yaml:1 /services/a/extends']],
    ['services: {a: {image: x, extends: a}}', ['CMP047 compose.yaml:1 /services/a/extends']],
    ['services: {a: {image: x, extends: b}, b: {extends: a}}', ['CMP047 compose.yaml:1 /services/a/extends']],
    [
      'services: {a: {image: x, extends: {file: no.yaml, service: b}}}',
      ['CMP047 compose.yaml:1 /services/a/extends/file'],
    ],
    ['services: {a: {image: x, extends: {file: b.yaml}}}', ['CMP047 compose.yaml:1 /services/a/extends']],
    [
      'services: {a: {image: x, extends: {file: b.yaml, service: c}}}',
      ['CMP047 compose.yaml:1 /services/a/extends/service'],
    ],
  ])('%s is refused where it leads nowhere or in a circle', (text, refused) => {
    expect(refusals({ 'compose.yaml': text, 'b.yaml': 'services: {b: {image: y}}' })).toEqual(refused);
  });

  it('may name a service like its own in another file, which extends further', () => {
    const files = {
      'compose.yaml': 'services: {a: {extends: {file: b.yaml, service: a}}}',
      'b.yaml': 'services: {a: {extends: c}, c: {image: x}}',
    };
    expect(dig(canonical(files), 'services', 'a', 'image')).toBe('x');
  });

  it('finds a circle that goes through files', () => {
    const files = {
      'compose.yaml': 'services: {a: {image: x, extends: {file: b.yaml, service: a}}}',
      'b.yaml': 'services: {a: {extends: {file: compose.yaml, service: a}}}',
    };
    expect(refusals(files)).not.toEqual([]);
  });
});

describe('include', () => {
  it('brings in the entries of another project, with its own folder and .env', () => {
    const files = {
      'compose.yaml': 'include: [db/compose.yaml]\nservices: {a: {image: x}}\n',
      '.env': 'TAG=outer\n',
      'db/compose.yaml': `services: {db: {image: "pg:\${VERSION}-\${TAG}", build: ., networks: [n]}}\nnetworks: {n: }\n`,
      'db/.env': 'VERSION=16\nTAG=inner\n',
    };
    const model = canonical(files);
    expect(dig(model, 'services', 'db')).toMatchObject({ image: 'pg:16-outer', build: { context: 'db' } });
    expect(dig(model, 'networks', 'n', 'name')).toBe('project_n');
  });

  it('merges what both define, the including file over the included one', () => {
    const files = {
      'compose.yaml': 'include: [{path: [b.yaml, c.yaml], env_file: e.env}]\nservices: {a: {image: x}}\n',
      'b.yaml': `services: {a: {image: y, command: one}, b: {image: "\${V}"}}\n`,
      'c.yaml': 'services: {a: {command: two}}\n',
      'e.env': 'V=9\n',
    };
    const model = canonical(files);
    expect(dig(model, 'services', 'a')).toMatchObject({ image: 'x', command: ['two'] });
    expect(dig(model, 'services', 'b', 'image')).toBe('9');
  });

  it.each([
    ['include: b.yaml\nservices: {}\n', ['SCH003 compose.yaml:1 /include']],
    ['include: [3]\nservices: {}\n', ['SCH003 compose.yaml:1 /include/0']],
    ['include: [no.yaml]\nservices: {}\n', ['CMP047 compose.yaml:1 /include/0']],
    ['include: [{path: b.yaml, env_file: no.env}]\nservices: {}\n', ['CMP039 compose.yaml:1 /include/0/env_file']],
    ['include: [circle.yaml]\nservices: {}\n', ['CMP047 circle.yaml:1 /include/0']],
  ])('%j is refused', (text, refused) => {
    const files = {
      'compose.yaml': text,
      'b.yaml': 'services: {b: {image: y}}',
      'circle.yaml': 'include: [compose.yaml]',
    };
    expect(refusals(files)).toEqual(refused);
  });

  it('says that a file of another machine, or outside the bundle, is not read, which refuses nothing', () => {
    const text =
      'include: ["https://example.com/a.git", ../b.yaml, "oci://example.com/c"]\nservices: {a: {image: x}}\n';
    expect(refusals(text)).toEqual([]);
    expect(notes(text)).toEqual([
      'CMP050 compose.yaml:1 /include/0',
      'CMP050 compose.yaml:1 /include/1',
      'CMP050 compose.yaml:1 /include/2',
    ]);
    expect(findings(text).every(({ unreadable }) => unreadable)).toBe(true);
  });
});
