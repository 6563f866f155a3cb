/** `POST /v1/project` on whole bundles. */

import { describe, expect, it } from 'vitest';
import { project, projectResult } from '../../src/operations/project.ts';
import { analysisOf } from '../support/bundle.ts';

const FILE = `services: {web: {image: "nginx:\${TAG}", ports: ["80"], environment: {PASSWORD: secret}}}\n`;

function ask(files: Readonly<Record<string, string>>, options: Record<string, unknown> = {}) {
  const input = project.input.parse(options) as Parameters<typeof projectResult>[1];
  return projectResult(analysisOf(files, input), input);
}

describe('the project of a bundle', () => {
  it('is given in its canonical form, with the values its files say', () => {
    const result = ask({ 'compose.yaml': FILE }, { env: { TAG: '1' } });
    expect(result).toMatchObject({ model: 'docker', verdict: 'pass', complete: true, findings: [] });
    expect(result.project).toMatchObject({
      name: 'project',
      services: {
        web: {
          image: 'nginx:1',
          ports: [{ target: 80, protocol: 'tcp', mode: 'ingress' }],
          environment: { PASSWORD: 'secret' },
        },
      },
    });
  });

  it('that is refused is given merged only', () => {
    const files = {
      'compose.yaml': 'services: {a: {image: x, foo: 1}}',
      'compose.override.yaml': 'services: {a: {image: y}}',
    };
    expect(ask(files).project).toBeUndefined();
    expect(ask(files).findings[0]).toMatchObject({
      rule: 'SCH002',
      refused: true,
      file: 'compose.yaml',
      line: 1,
      path: '/services/a/foo',
    });
    expect(ask(files, { stage: 'merged' }).project).toEqual({ services: { a: { image: 'y', foo: 1 } } });
  });

  it('is one of several where several folders have one', () => {
    const { project: one, projects } = ask({ 'a/compose.yaml': FILE, 'b/compose.yaml': 'services: {}' });
    expect(one).toBeUndefined();
    expect(projects?.map(({ name, folder, files }) => [name, folder, files])).toEqual([
      ['a', 'a', ['a/compose.yaml']],
      ['b', 'b', ['b/compose.yaml']],
    ]);
  });

  it('is missing, and said to be, where no file is Compose', () => {
    const result = ask({ 'a.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: {name: p}\n' });
    expect(result).toMatchObject({ verdict: 'fail', findings: [{ rule: 'CMP048' }] });
    expect(result.project).toBeUndefined();
  });

  it('has every view that formats are written from', () => {
    const answer = project.run(analysisOf({ 'compose.yaml': FILE }), project.input.parse({}) as never);
    expect(answer.headline()).toBe('warn: 1 projects, 1 services');
    expect([...answer.tables()].map(({ name, rows }) => [name, [...rows].length])).toEqual([
      ['services', 1],
      ['findings', 1],
    ]);
    expect([...answer.records()].map(({ t }) => t)).toEqual(['result', 'finding', 'summary']);
  });
});
