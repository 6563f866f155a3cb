/** Which files of a bundle are Compose projects. */

import { describe, expect, it } from 'vitest';
import { loadAll, notes, refusals } from './loading.ts';

const ONE = 'services: {a: {image: x}}\n';

function projects(files: Readonly<Record<string, string>>): string[] {
  return loadAll(files).projects.map(({ name, sources }) => `${name}: ${sources.map(({ path }) => path)}`);
}

describe('a bundle of files', () => {
  it('has a project per folder, of the first default name and its override', () => {
    expect(
      projects({
        'shop/docker-compose.yml': ONE,
        'shop/compose.yaml': ONE,
        'shop/compose.override.yaml': ONE,
        'blog/docker-compose.yaml': ONE,
        'compose.yml': ONE,
      }),
    ).toEqual([
      'project: compose.yml',
      'blog: blog/docker-compose.yaml',
      'shop: shop/compose.yaml,shop/compose.override.yaml',
    ]);
  });

  it('says of a Compose file beside the default one that it is left aside', () => {
    expect(notes({ 'compose.yaml': ONE, 'compose.prod.yaml': 'services: {a: {scale: 2}}' })).toEqual([
      'CMP051 compose.prod.yaml:1',
    ]);
  });

  it('takes every Compose file for a project where none has a default name, with an override of its own', () => {
    expect(projects({ 'stack.yml': ONE, 'stack.override.yml': ONE, 'other.yaml': ONE })).toEqual([
      'project: other.yaml',
      'project: stack.yml,stack.override.yml',
    ]);
  });

  it('tells a Compose file by a mapping of services without a kind', () => {
    expect(
      projects({ 'a.yaml': 'kind: X\nservices: {a: {}}\n', 'b.yaml': 'services: [a]\n', 'c.json': '{"services": {}}' }),
    ).toEqual(['project: c.json']);
    expect(projects({ 'compose.yaml': 'apiVersion: v1\nkind: Pod\n' })).toEqual([]);
  });

  it('has no project of a file that another one includes or extends', () => {
    const files = {
      'compose.yaml': 'include: [db/compose.yaml]\nservices: {a: {extends: {file: base/compose.yaml, service: b}}}\n',
      'db/compose.yaml': 'services: {db: {image: x}}\n',
      'base/compose.yaml': 'services: {b: {image: x}}\n',
    };
    expect(projects(files)).toEqual(['project: compose.yaml']);
  });

  it('is the one project that composeFiles names, in that order', () => {
    const files = { 'x/a.yaml': 'services: {a: {image: one}}', 'x/b.yaml': 'services: {a: {image: two}}' };
    const [project, more] = loadAll(files, { composeFiles: ['x/b.yaml', './x/a.yaml'] }).projects;
    expect(more).toBeUndefined();
    expect(project?.name).toBe('x');
    expect(project?.loaded?.project.services.get('a')?.image).toBe('one');
    expect(refusals(files, { composeFiles: ['x/b.yaml', 'x/nope.yaml'] })).toEqual(['CMP047']);
  });

  it('reads nothing where no file is Compose, and says nothing', () => {
    expect(loadAll({ 'a.yaml': 'apiVersion: v1\nkind: Pod\n', 'b.txt': 'hello' })).toMatchObject({
      projects: [],
      findings: [],
    });
  });
});
