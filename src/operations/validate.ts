/** `POST /v1/validate`: what is wrong, or worth knowing, in the files. */

import * as z from 'zod';
import type { Analysis } from '../analysis/analysis.ts';
import type { Answer } from '../render/answer.ts';
import { NEWEST } from '../schemas/releases.ts';
import { findingsTable } from './findings-table.ts';
import { INCOMPLETE } from './gate.ts';
import type { BundleOperation } from './operation.ts';
import { analysisOptions, kubernetesRelease } from './options.ts';
import { validateDocker } from './validate-docker.ts';
import { validateKubernetes } from './validate-kubernetes.ts';
import { type ValidateResult, type Validation, validateResult } from './validate-results.ts';

const input = analysisOptions.extend({
  kubernetes: kubernetesRelease.default(NEWEST),
  completeness: z
    .enum(['partial', 'complete'])
    .default('partial')
    .describe(
      'What an absent object means. `partial`: it may exist elsewhere, so that a finding that rests on its absence is a note, unless something in the bundle is named nearly so. `complete`: it does not exist.',
    ),
});

type ValidateInput = z.infer<typeof input>;

export function validation(analysis: Analysis, { completeness }: Pick<ValidateInput, 'completeness'>): ValidateResult {
  const docker = validateDocker(analysis);
  const kubernetes = validateKubernetes(analysis, docker?.sources ?? new Set(), completeness === 'complete');
  if (!docker) return kubernetes.validation;
  if (!kubernetes.isThere) return docker.validation;
  const models = [kubernetes.validation, docker.validation];
  return { ...together(models, docker.validation), models };
}

/** What holds of both: the worse verdict, all findings, the sums. */
function together(models: readonly Validation[], like: Validation): Validation {
  const verdicts = models.map(({ verdict }) => verdict);
  const sum = (count: keyof Validation['summary']) => models.reduce((total, { summary }) => total + summary[count], 0);
  return {
    model: like.model,
    verdict: verdicts.includes('fail') ? 'fail' : verdicts.includes('warn') ? 'warn' : 'pass',
    complete: models.every(({ complete }) => complete),
    valid: models.every(({ valid }) => valid),
    findings: models.flatMap(({ findings }) => findings),
    summary: {
      error: sum('error'),
      warning: sum('warning'),
      info: sum('info'),
      files: sum('files'),
      resources: sum('resources'),
    },
  };
}

const GATES = ['error', 'warning'] as const;

function answer(value: ValidateResult): Answer {
  const { findings, models, ...rest } = value;
  const { error, warning, info } = value.summary;
  const word = value.valid ? 'valid' : 'not valid';
  return {
    json: () => value,
    headline: () => `${value.verdict}: ${word}; ${error} errors, ${warning} warnings, ${info} notes`,
    tables: () => (findings.length > 0 ? findingsTable(findings) : [NOTHING]),
    conditions: () => [...GATES.filter((gate) => value.summary[gate] > 0), ...(value.complete ? [] : [INCOMPLETE])],
    *records() {
      for (const finding of findings) yield { t: 'finding', ...finding };
      yield { t: 'summary', ...rest };
    },
  };
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
  examples: [
    {
      summary: 'A network nobody defines, and an open database',
      body: { files: [{ path: 'compose.yaml', content: EXAMPLE }] },
    },
  ],
  gates: [...GATES],
  run: (analysis, options) => answer(validation(analysis, options)),
};
