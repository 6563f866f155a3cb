/** `POST /v1/validate`: what is wrong, or worth knowing, in the files. */

import type * as z from 'zod';
import type { Analysis } from '../analysis/analysis.ts';
import type { AnswerWith } from '../render/answer.ts';
import { NEWEST } from '../schemas/releases.ts';
import { findingsReport } from './findings-report.ts';
import { findingsTable } from './findings-table.ts';
import { INCOMPLETE } from './gate.ts';
import type { BundleOperation } from './operation.ts';
import { analysisOptions, focusOptions, kubernetesRelease } from './options.ts';
import { lintShape } from './validate-options.ts';
import { type ValidateResult, validateResult } from './validate-results.ts';
import { validation } from './validation.ts';

const { focus, focusPeer, direction, connection } = focusOptions.shape;

const input = analysisOptions.extend({
  kubernetes: kubernetesRelease.default(NEWEST),
  focus: focus.describe('As reachability takes it: a name that means no workload of the bundle is a finding.'),
  focusPeer: focusPeer.describe('The same.'),
  direction: direction.describe('Taken, so that one set of options serves both; it changes nothing here.'),
  connection: connection.describe('The same.'),
  ...lintShape,
});

type ValidateInput = z.infer<typeof input>;

const GATES = ['error', 'warning', 'unknown'] as const;

function answer(value: ValidateResult, analysis: Analysis): AnswerWith<'findings'> {
  const { findings, models, ...rest } = value;
  const { error, warning, info } = value.summary;
  const word = value.valid ? 'valid' : 'not valid';
  return {
    json: () => value,
    headline: () => `${value.verdict}: ${word}; ${error} errors, ${warning} warnings, ${info} notes`,
    tables: () => (findings.length > 0 ? findingsTable(findings) : [NOTHING]),
    findings: () => findingsReport(value, analysis),
    conditions: () => conditions(value),
    *records() {
      for (const finding of findings) yield { t: 'finding', ...finding };
      yield { t: 'summary', ...rest };
    },
  };
}

/** Rules whose findings say that a verdict about reach cannot be told. */
const UNKNOWN: ReadonlySet<string> = new Set(['NET035', 'NET040', 'NET044']);

function conditions({ summary, findings, complete }: ValidateResult): string[] {
  return [
    ...(['error', 'warning'] as const).filter((gate) => summary[gate] > 0),
    ...(findings.some(({ rule }) => UNKNOWN.has(rule)) ? ['unknown'] : []),
    ...(complete ? [] : [INCOMPLETE]),
  ];
}

const NOTHING = {
  title: 'Findings',
  name: 'findings',
  columns: ['where', 'severity', 'rule', 'message'],
  rows: [],
  empty: 'Nothing is wrong.',
};

const EXAMPLE = `services:
  web:
    image: nginx
    networks: [front]
  db:
    image: postgres:16
    ports: ["5432:5432"]
`;

export const validate: BundleOperation<ValidateInput> = {
  id: 'validate',
  takes: 'bundle',
  keepsObjects: true,
  summary: 'What is wrong, or worth knowing, in the files',
  description:
    'Findings with file, line, column and path. `refused` marks what the API server, or the reference Compose loader, would not accept; `valid` says that nothing is. Compose projects are loaded as `docker compose config` does, and what it accepts but the engine refuses or ignores is a finding too. The status is 200 in both cases; `gate=error` or `gate=warning` makes it a 422 for CI.',
  input,
  result: validateResult,
  views: ['findings'],
  examples: [
    {
      summary: 'A network nobody defines, and an open database',
      body: { files: [{ path: 'compose.yaml', content: EXAMPLE }] },
    },
  ],
  gates: [...GATES],
  run: (analysis, options) => answer(validation(analysis, options), analysis),
};
