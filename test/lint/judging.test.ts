/** What is asked of rules: how severe they are, what is known and why, and what is said of such words themselves. */

import { describe, expect, it } from 'vitest';
import { validate } from '../../src/operations/validate.ts';
import type { ValidateResult } from '../../src/operations/validate-results.ts';
import { validation } from '../../src/operations/validation.ts';
import { analysisOf } from '../support/bundle.ts';

type Options = Readonly<Record<string, unknown>>;

function ask(files: string | Readonly<Record<string, string>>, options: Options = {}): ValidateResult {
  const input = validate.input.parse(options) as Parameters<typeof validation>[1];
  return validation(analysisOf(files, { ...input, keepObjects: true }), input);
}

const brief = ({ findings }: ValidateResult) => findings.map(({ rule, severity }) => `${rule} ${severity}`);
const known = ({ suppressed = [] }: ValidateResult) =>
  suppressed.map(({ rule, suppressed: { by, reason } }) => [rule, by, reason]);

const service = (before = '', annotations = '{}') => `apiVersion: v1
kind: Service
metadata:
  name: a
  annotations: ${annotations}
spec:
${before}  selector: {app: a}
  ports: [{port: 80}]
`;
const ONLY = { only: ['SVC001', 'configuration'], completeness: 'complete' };

describe('severities', () => {
  it('are those of the rule, of its category, or of its id, which counts first', () => {
    expect(brief(ask(service(), ONLY))).toEqual(['SVC001 warning']);
    expect(brief(ask(service(), { ...ONLY, rules: { service: 'error' } }))).toEqual(['SVC001 error']);
    expect(brief(ask(service(), { ...ONLY, rules: { service: 'error', SVC001: 'info' } }))).toEqual(['SVC001 info']);
    expect(brief(ask(service(), { ...ONLY, rules: { SVC001: 'off' } }))).toEqual([]);
  });

  it('of other rules are off where only some are asked for', () => {
    expect(brief(ask(service(), { only: ['network-policy'] }))).toEqual([]);
    expect(brief(ask(service(), { only: ['service'] }))).toContain('SVC001 info');
  });

  it('do not change whether the API server would accept the files', () => {
    const refused = service().replace('port: 80', 'port: 0');
    expect(ask(refused, { only: ['NET006'] })).toMatchObject({ valid: false, verdict: 'pass', findings: [] });
  });
});

describe('a suppression', () => {
  it('by annotation is about its object, or the pods of its template', () => {
    const result = ask(service('', '{portolan/ignore-SVC001: made by an operator}'), ONLY);
    expect(brief(result)).toEqual([]);
    expect(known(result)).toEqual([['SVC001', 'annotation', 'made by an operator']]);
    expect(result).toMatchObject({ verdict: 'pass', summary: { warning: 0, suppressed: 1 } });
  });

  it.each([
    ['on the line above', service('  # portolan-ignore SVC001 made by an operator\n')],
    ['above another comment', service('  # portolan-ignore SVC001,NET006 made by an operator\n  # more\n')],
    ['at the end of the line', service().replace('{app: a}', '{app: a} # portolan-ignore SVC001 made by an operator')],
    ['at the head of the file', `# portolan-ignore SVC001 made by an operator\n\n---\n${service()}`],
  ])('by comment may stand %s', (_, text) => {
    const result = ask(text.replaceAll('\n', '\r\n'), ONLY);
    expect(known(result)).toEqual([['SVC001', 'comment', 'made by an operator']]);
    expect(brief(result)).toEqual([]);
  });

  it('by comment is not about other lines or other rules', () => {
    expect(brief(ask(service().replace('a\n', 'a # portolan-ignore SVC001 why\n'), ONLY))).toEqual([
      'LNT003 info',
      'SVC001 warning',
    ]);
    expect(brief(ask(service('  # portolan-ignore NET006 why\n'), ONLY))).toEqual(['SVC001 warning']);
  });

  it('by option names a rule, objects and files by patterns, and why', () => {
    const ignored = (entry: Options) => known(ask(service(), { ...ONLY, ignore: [{ reason: 'r', ...entry }] }));
    expect(ignored({ rule: 'SVC001' })).toEqual([['SVC001', 'option', 'r']]);
    expect(ignored({ rule: 'SVC001', object: 'default/*[Service]', path: 'a*l' })).toHaveLength(1);
    expect(ignored({ rule: 'SVC001', object: 'other/*' })).toEqual([]);
    expect(ignored({ rule: 'SVC001', path: '*.yml' })).toEqual([]);
  });

  it('needs a reason', () => {
    expect(brief(ask(service('  # portolan-ignore SVC001\n'), ONLY))).toEqual(['LNT002 warning', 'SVC001 warning']);
  });

  it('of a rule that nobody may suppress has no effect', () => {
    const text = service('  # portolan-ignore SVC001 why\n');
    for (const unsuppressible of ['SVC001', 'service']) {
      const result = ask(text, { ...ONLY, unsuppressible: [unsuppressible] });
      expect(brief(result)).toEqual(['LNT004 warning', 'SVC001 warning']);
    }
  });

  it('is not missed where its rule is off', () => {
    expect(brief(ask(service('  # portolan-ignore SVC001 why\n'), { ...ONLY, rules: { SVC001: 'off' } }))).toEqual([]);
  });
});

describe('a fingerprint', () => {
  const print = (text: string | Readonly<Record<string, string>>) =>
    ask(text, ONLY).findings.map(({ fingerprint }) => fingerprint);

  it('stays while lines and files move, and differs between objects', () => {
    const [first] = print(service());
    expect(print(`# a\n\n${service('  # b\n')}`)).toEqual([first]);
    expect(print({ 'other/b.yaml': service() })).toEqual([first]);
    expect(print(service().replace('name: a', 'name: b'))).not.toEqual([first]);
  });

  it('in a baseline lists the finding apart, without a reason', () => {
    const result = ask(service(), { ...ONLY, baseline: print(service()) });
    expect(brief(result)).toEqual([]);
    expect(known(result)).toEqual([['SVC001', 'baseline', undefined]]);
  });
});

describe('portolan.yaml', () => {
  const files = (settings: string) => ({ 'a.yaml': service(), 'portolan.yaml': settings });

  it('asks what a request may ask, which comes first', () => {
    const settings = 'only: [SVC001, configuration]\ncompleteness: complete\nrules: {SVC001: off}\n';
    expect(brief(ask(files(settings)))).toEqual([]);
    expect(brief(ask(files(settings), { rules: { SVC001: 'error' } }))).toEqual(['SVC001 error']);
  });

  it('is no manifest, and says at its line what is wrong with it', () => {
    expect(ask(files('only: [SVC001]\nrules:\n  SVC001: loud\n'), ONLY).findings).toMatchObject([
      { rule: 'SVC001' },
      { rule: 'LNT005', file: 'portolan.yaml', line: 3, path: '/rules/SVC001' },
    ]);
    expect(ask(files('only: [SVC001\n'), ONLY).findings).toMatchObject([{ rule: 'SVC001' }, { rule: 'LNT005' }]);
  });

  it('of the outermost folder counts, and names of no rule are told', () => {
    const result = ask(
      { 'x/portolan.yaml': 'only: [SVC1]', ...files('only: [SVC001, servise, configuration]') },
      { completeness: 'complete' },
    );
    expect(brief(result)).toEqual(['SVC001 warning', 'LNT005 warning', 'LNT001 warning']);
    expect(result.findings.at(-1)?.message).toContain('Did you mean service?');
  });
});
