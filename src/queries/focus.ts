/** Which endpoints a focus means, and which pairs are asked for. */

import type { Endpoint } from '../policy/endpoint.ts';

/** One or more names: `name`, `namespace/name`, a workload's id, a variant's id, or `namespace/pod`. */
export type Names = readonly string[];

/** Whether an endpoint goes by one of the names. Where many are asked about, `named` is made once. */
export function isNamed(endpoint: Endpoint, names: Names): boolean {
  return named(names)(endpoint);
}

export function named(names: Names): (endpoint: Endpoint) => boolean {
  const asked = new Set(names);
  return ({ id, workload, namespace, name, pods }) =>
    asked.has(id) ||
    asked.has(workload) ||
    asked.has(name) ||
    [name, ...pods].some((own) => asked.has(`${namespace}/${own}`));
}
