/** One answer for each model that a bundle holds; two are one, `{ "models": […] }`, with the parts of both in every form. */

import * as z from 'zod';
import type { Analysis } from '../analysis/analysis.ts';
import type { Model } from '../analysis/model.ts';
import type { BySide } from '../ingest/index.ts';
import { type Answer, type AnswerRecord, type Table, WrittenRecords } from '../render/answer.ts';
import { textOf } from '../render/chunk.ts';
import type { Graph } from '../render/graph.ts';

/** The shape of a result, or of one for each model. */
export function withModels<Result extends z.ZodObject>(result: Result) {
  const several = z.object({
    models: z.array(result).describe('Where the bundle holds both models: one result for each.'),
  });
  return z.union([result, several]);
}

export function eachModel<Part extends Answer>(analysis: Analysis, answerOf: (model: Model) => Part): Part | Answer {
  const [first, second] = analysis.models().map((model) => ({ kind: model.kind, answer: answerOf(model) }));
  if (!first) throw new Error('a bundle is of some model');
  return second ? together([first, second]) : first.answer;
}

/** The same of two bundles: what either holds is compared model by model. */
export function eachPair(analyses: BySide<Analysis>, answerOf: (models: BySide<Model>) => Answer): Answer {
  const { before, after } = analyses;
  const isBlank = ({ bundle }: Analysis) => bundle.files.length === 0;
  const held = [before, after].filter((side) => !isBlank(side)).flatMap((side) => side.models());
  const kinds = KINDS.filter((kind) => held.some((model) => model.kind === kind));
  const [first, second] = kinds.map((kind) => ({
    kind,
    answer: answerOf({ before: before.as(kind), after: after.as(kind) }),
  }));
  if (!first) throw new Error('a bundle is of some model');
  return second ? together([first, second]) : first.answer;
}

const KINDS: readonly Model['kind'][] = ['kubernetes', 'docker'];

interface Part {
  readonly kind: Model['kind'];
  readonly answer: Answer;
}

const TITLES: Readonly<Record<Model['kind'], string>> = { kubernetes: 'Kubernetes', docker: 'Docker' };

function together(parts: readonly Part[]): Answer {
  const graphs = parts.flatMap(({ answer }) => answer.graph?.bind(answer) ?? []);
  return {
    json: () => ({ models: parts.map(({ answer }) => answer.json()) }),
    headline: () => parts.map(({ kind, answer }) => `${TITLES[kind]}: ${answer.headline()}`).join('; '),
    tables: () => tablesOf(parts),
    *records() {
      for (const { kind, answer } of parts) for (const record of answer.records()) yield recordOf(record, kind);
    },
    conditions: () => [...new Set(parts.flatMap(({ answer }) => answer.conditions?.() ?? []))],
    ...(graphs.length > 0 ? { graph: () => joined(graphs.map((graph) => graph())) } : {}),
  };
}

/** The same record with its model. */
function recordOf(record: AnswerRecord | WrittenRecords, model: Model['kind']): AnswerRecord | WrittenRecords {
  if (!(record instanceof WrittenRecords)) return { ...record, model };
  const lines = textOf(record.lines).replaceAll(/(?<=^|\n)\{/g, `{"model":${JSON.stringify(model)},`);
  return new WrittenRecords(record.t, lines);
}

/** Tables of one name are one, with a column that says of which model a row is. */
function tablesOf(parts: readonly Part[]): Table[] {
  const tables = parts.flatMap(({ kind, answer }) => [...answer.tables()].map((table) => ({ kind, table })));
  return [...Map.groupBy(tables, ({ table }) => table.name).values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const columns = [...new Set(same.flatMap(({ table }) => table.columns))];
    const rows = same.flatMap(({ kind, table }) =>
      [...table.rows].map((row) => [kind, ...columns.map((column) => row[table.columns.indexOf(column)] ?? '')]),
    );
    return [{ ...first.table, columns: ['model', ...columns], rows }];
  });
}

/** No end of one model is one of the other: Docker's have no kind in brackets. */
function joined(graphs: readonly Graph[]): Graph {
  return {
    title: graphs[0]?.title ?? '',
    note: graphs.flatMap(({ note }) => note ?? []).join('; '),
    groups: graphs.flatMap(({ groups }) => groups),
    nodes: graphs.flatMap(({ nodes }) => nodes),
    edges: graphs.flatMap(({ edges }) => edges),
  };
}
