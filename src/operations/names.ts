/** `POST /v1/names`: which names resolve, and what stands behind them. */

import * as z from 'zod';
import type { Analysis } from '../analysis/analysis.ts';
import { clusterNames } from '../queries/names.ts';
import type { Answer } from '../render/answer.ts';
import { findingsTable } from './findings-table.ts';
import { common, requireWorkloads } from './inventory.ts';
import type { BundleOperation } from './operation.ts';
import { analysisOptions } from './options.ts';
import { EXAMPLE_FILES } from './reachability-example.ts';
import { common as commonShape } from './results.ts';

const resolvedName = z
  .object({
    from: z.string().describe('Where the name works: `*` is every namespace, `shop/*` the pods of one.'),
    name: z.string(),
    resolvesTo: z.array(z.string()).describe('Workloads behind it, or the outside name it stands for.'),
  })
  .meta({ id: 'ResolvedName' });

const result = z.object({ ...commonShape, names: z.array(resolvedName) }).meta({ id: 'NamesResult' });

export type NamesResult = z.infer<typeof result>;

export function namesResult(analysis: Analysis): NamesResult {
  requireWorkloads(analysis);
  const names = clusterNames(analysis.reach(), analysis.frontEnds());
  return { ...common(analysis), names: names.map((n) => ({ ...n, resolvesTo: [...n.resolvesTo] })) };
}

function answer(value: NamesResult): Answer {
  const { names, findings, ...rest } = value;
  const table = {
    title: 'Names',
    name: 'names',
    columns: ['from', 'name', 'resolves to'],
    rows: names.map((n) => [n.from, n.name, n.resolvesTo.join(', ')]),
    empty: 'No Service is in the bundle.',
  };
  return {
    json: () => value,
    headline: () => `${value.verdict}: ${names.length} names`,
    tables: () => [table, ...findingsTable(findings)],
    *records() {
      for (const name of names) yield { t: 'result', ...name };
      for (const finding of findings) yield { t: 'finding', ...finding };
      yield { t: 'summary', ...rest };
    },
  };
}

const SERVICE = `apiVersion: v1
kind: Service
metadata: { name: db, namespace: shop }
spec:
  selector: { app: db }
  ports: [{ port: 5432 }]
`;

export const names: BundleOperation<z.infer<typeof analysisOptions>> = {
  id: 'names',
  takes: 'bundle',
  summary: 'Which names resolve, and to what',
  description:
    'The names cluster DNS gives the Services of the bundle, and the workloads that stand behind them. A name that leads nowhere is listed with nothing.',
  input: analysisOptions,
  result,
  examples: [
    {
      summary: 'A Service before a database',
      body: { files: [...EXAMPLE_FILES, { path: 'services.yaml', content: SERVICE }] },
    },
  ],
  gates: [],
  run: (analysis) => answer(namesResult(analysis)),
};
