/** `POST /v1/names`: which names resolve, and what stands behind them. */

import * as z from 'zod';
import type { Model } from '../analysis/model.ts';
import type { Answer } from '../render/answer.ts';
import { assumptionsTable } from './assumptions-table.ts';
import { collectWithin } from './collect.ts';
import { dockerNamesExample } from './docker-example.ts';
import { eachModel, withModels } from './each-model.ts';
import { findingsTable } from './findings-table.ts';
import { common, requireWorkloads } from './inventory.ts';
import type { BundleOperation } from './operation.ts';
import { analysisOptions } from './options.ts';
import { EXAMPLE_FILES } from './reachability-example.ts';
import { common as commonShape } from './results.ts';

const resolvedName = z
  .object({
    from: z
      .string()
      .describe('Where the name works: `*` is every namespace, `shop/*` the pods of one; with Docker a service.'),
    name: z.string(),
    resolvesTo: z
      .array(z.string())
      .describe('Workloads behind it, or the outside name it stands for; empty where it does not resolve.'),
  })
  .meta({ id: 'ResolvedName' });

const result = z.object({ ...commonShape, names: z.array(resolvedName) }).meta({ id: 'NamesResult' });

export type NamesResult = z.infer<typeof result>;

export function namesResult(model: Model): NamesResult {
  requireWorkloads(model);
  const narrower = 'fewer projects at once';
  const names = collectWithin(model.names(), { what: 'names', narrower });
  return { ...common(model), names: names.map((n) => ({ ...n, resolvesTo: [...n.resolvesTo] })) };
}

function answer(value: NamesResult): Answer {
  const { names, findings, ...rest } = value;
  const table = {
    title: 'Names',
    name: 'names',
    columns: ['from', 'name', 'resolves to'],
    rows: names.map((n) => [n.from, n.name, n.resolvesTo.join(', ')]),
    empty: 'No name is in the bundle.',
  };
  return {
    json: () => value,
    headline: () => `${value.verdict}: ${names.length} names`,
    tables: () => [table, ...findingsTable(findings), ...assumptionsTable(value)],
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
    'The names cluster DNS gives the Services of the bundle, and the workloads that stand behind them. A name that leads nowhere is listed with nothing. With Docker: every service key, container name, hostname, alias and alias of a link that stands in the files, as each service resolves it.',
  input: analysisOptions,
  result: withModels(result),
  examples: [
    {
      summary: 'A Service before a database',
      body: { files: [...EXAMPLE_FILES, { path: 'services.yaml', content: SERVICE }] },
    },
    dockerNamesExample,
  ],
  gates: [],
  run: (analysis) => eachModel(analysis, (model) => answer(namesResult(model))),
};
