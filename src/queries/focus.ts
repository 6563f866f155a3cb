/** Which endpoints a focus means, and which pairs are asked for. */

import type { Endpoint } from '../policy/endpoint.ts';

/** One or more names: `name`, `namespace/name`, a workload's id, a variant's id, or `namespace/pod`. */
export type Names = readonly string[];

export function isNamed(endpoint: Endpoint, names: Names): boolean {
  return names.some((name) => goesBy(endpoint, name));
}

/** Whether a name means this endpoint. */
export function goesBy(endpoint: Endpoint, name: string): boolean {
  const { id, workload, namespace } = endpoint;
  if (name === id || name === workload || name === endpoint.name || name === `${namespace}/${endpoint.name}`)
    return true;
  return name.startsWith(`${namespace}/`) && endpoint.pods.includes(name.slice(namespace.length + 1));
}
