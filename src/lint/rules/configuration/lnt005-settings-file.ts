/** LNT005: `portolan.yaml` cannot be read, or is not the one that counts. */

import type { FileRule } from '../../rule.ts';

const CONFIG_MAP = `apiVersion: v1
kind: ConfigMap
metadata: {name: a}
`;

export const settingsFile: FileRule = {
  id: 'LNT005',
  model: 'any',
  severity: 'error',
  title: 'The settings in portolan.yaml cannot be used',
  why: 'None of the file counts: rules have their own severities, and nothing it ignores is ignored.',
  fix: 'Write `rules`, `only`, `ignore`, `unsuppressible`, `baseline` or `completeness`, as the options of validate are written, in one file.',
  references: ['https://yaml.org/spec/1.2.2/'],
  bad: [{ line: 1, text: CONFIG_MAP, settings: 'rules: {service: loud}\n' }],
  good: [CONFIG_MAP],
};
