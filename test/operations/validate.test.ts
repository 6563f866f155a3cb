/** `POST /v1/validate` on whole bundles. */

import { describe, expect, it } from 'vitest';
import type { AnalysisOptions } from '../../src/analysis/analysis.ts';
import { validate } from '../../src/operations/validate.ts';
import { validateResult } from '../../src/operations/validate-results.ts';
import { validation } from '../../src/operations/validation.ts';
import { analysisOf } from '../support/bundle.ts';

const POD = 'apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {containers: [{name: c, image: i}]}\n';

function ask(files: Readonly<Record<string, string>>, options: Record<string, unknown> = {}) {
  const input = validate.input.parse(options);
  const result = validation(
    analysisOf(files, { ...(input as Partial<AnalysisOptions>), keepObjects: true }),
    input as Parameters<typeof validation>[1],
  );
  expect(validateResult.safeParse(result).error?.issues ?? []).toEqual([]);
  return result;
}

describe('a validation', () => {
  it('of Compose files says whether the loader would accept them, and counts', () => {
    expect(ask({ 'compose.yaml': 'services: {a: {image: x}, b: {image: y}}', 'notes.txt': 'a: [' })).toEqual({
      model: 'docker',
      verdict: 'pass',
      complete: true,
      valid: true,
      findings: [],
      summary: { error: 0, warning: 0, info: 0, suppressed: 0, files: 1, resources: 3 },
    });
  });

  it('keeps what is refused apart from what is severe', () => {
    const open = ask({ 'compose.yaml': 'services:\n  db:\n    image: postgres\n    ports: ["5432:5432"]\n' });
    expect(open).toMatchObject({ valid: true, verdict: 'warn', summary: { warning: 1 } });
    expect(open.findings[0]).toMatchObject({
      rule: 'CMP004',
      file: 'compose.yaml',
      line: 4,
      path: '/services/db/ports/0',
      resource: { kind: 'service', name: 'db' },
    });
    const refused = ask({ 'compose.yaml': 'services: {a: {image: x, networks: [n]}}' });
    expect(refused).toMatchObject({ valid: false, findings: [{ rule: 'CMP006', refused: true }] });
  });

  it('loads the files, variables and profiles that the options name', () => {
    const files = {
      'a.yaml': `services: {a: {image: x, scale: "\${N}", profiles: [p]}, b: {image: x, depends_on: [a]}}`,
    };
    expect(ask(files).valid).toBe(false);
    expect(ask(files, { composeFiles: ['a.yaml'], env: { N: '2' }, profiles: ['p'], projectName: 'shop' }).valid).toBe(
      true,
    );
    expect(ask(files, { composeFiles: ['b.yaml'] })).toMatchObject({ valid: false, findings: [{ rule: 'CMP047' }] });
  });

  it('of Kubernetes objects tells what reading them says', () => {
    expect(ask({ 'a.yaml': POD })).toMatchObject({ model: 'kubernetes', valid: true, summary: { resources: 1 } });
    expect(ask({ 'a.yaml': POD.replace('name: p', 'name: P') })).toMatchObject({
      valid: false,
      findings: expect.arrayContaining([expect.objectContaining({ refused: true })]),
    });
  });

  it('tells names of a focus that mean nothing', () => {
    const files = { 'a.yaml': POD };
    expect(ask(files, { focus: ['p', 'q'], focusPeer: 'default/r', only: ['REQ001'] }).findings).toMatchObject([
      { rule: 'REQ001', message: expect.stringContaining('called default/r;') },
      { rule: 'REQ001', message: expect.stringContaining('called q;') },
    ]);
    expect(
      ask({ 'a.yaml': 'apiVersion: v1\nkind: Namespace\nmetadata: {name: a}' }, { focus: 'p' }).findings,
    ).toHaveLength(1);
  });

  it('of both models gives both, and what holds of them together', () => {
    const result = ask({ 'a.yaml': POD, 'compose.yaml': 'services: {a: {image: x, networks: [n]}}' });
    expect(result).toMatchObject({
      valid: false,
      verdict: 'fail',
      models: [
        { model: 'kubernetes', valid: true },
        { model: 'docker', valid: false },
      ],
    });
  });

  it('says nothing of Compose files as Kubernetes objects, and nothing of other files', () => {
    const files = {
      'compose.yaml': 'services: {a: {image: x, env_file: b.env}}',
      'b.env': 'A=1',
      'app.py': 'x = [',
      'prometheus.yml': 'global: {}',
    };
    expect(ask(files)).toMatchObject({ model: 'docker', findings: [] });
  });

  it('is not complete where a file that is needed lies elsewhere, which refuses nothing', () => {
    const files = { 'compose.yaml': 'include: ["https://example.com/x.git"]\nservices: {a: {image: x}}' };
    expect(ask(files)).toMatchObject({ valid: true, complete: false, verdict: 'fail' });
  });

  it('tells which gates hold', () => {
    const conditions = (text: string) =>
      validate.run(analysisOf({ 'compose.yaml': text }), validate.input.parse({}) as never).conditions?.();
    expect(conditions('services: {a: {image: x}}')).toEqual([]);
    expect(conditions('services: {a: {image: x, networks: [n]}}')).toEqual(['error']);
    expect(conditions('services: {a: {image: x, privileged: true}}')).toEqual(['warning']);
    expect(conditions('services: {a: [}')).toEqual(['error', 'incomplete']);
  });
});
