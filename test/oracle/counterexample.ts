/** Writes a disagreement so that a person can read it and paste the cluster into a file: manifests as YAML, then the flow. */
import type { OracleOptions } from './flow.ts';
import type { Manifest } from './manifests.ts';

export interface Disagreement {
  readonly question: string;
  readonly naive: string;
  readonly engine: string;
  /** Where the dense oracle was asked as well. */
  readonly dense?: string;
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export function describeCounterexample(
  objects: readonly Manifest[],
  options: OracleOptions,
  disagreement: Disagreement | undefined,
): string {
  const question =
    disagreement === undefined
      ? []
      : [
          `# ${disagreement.question}   (${JSON.stringify(options)})`,
          `#   naive evaluator: ${disagreement.naive}`,
          `#   engine:          ${disagreement.engine}`,
          ...(disagreement.dense === undefined ? [] : [`#   dense oracle:    ${disagreement.dense}`]),
        ];
  return [...objects.map((object) => `---\n${yaml(asJson(object), '')}`), ...question].join('\n');
}

function asJson(object: Manifest): Json {
  return JSON.parse(JSON.stringify(object)) as Json;
}

function yaml(value: Json, indent: string): string {
  if (value === null || typeof value !== 'object') {
    return JSON.stringify(value);
  }
  if (isList(value)) {
    return value.map((item) => `${indent}- ${nested(item, `${indent}  `).trimStart()}`).join('\n');
  }
  return Object.entries(value)
    .map(([key, item]) => `${indent}${key}:${isBranch(item) ? '\n' : ' '}${nested(item, `${indent}  `)}`)
    .join('\n');
}

function nested(value: Json, indent: string): string {
  return isBranch(value) || value === null || typeof value !== 'object' ? yaml(value, indent) : JSON.stringify(value);
}

function isBranch(value: Json): boolean {
  return value !== null && typeof value === 'object' && Object.keys(value).length > 0;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
