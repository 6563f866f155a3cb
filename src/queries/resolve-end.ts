/** Which nodes a name in a question means. */

import { type Address, parseAddress } from '../algebra/cidr.ts';
import type { Reach } from '../engine/reach.ts';
import type { Endpoint } from '../policy/endpoint.ts';
import { compareText } from '../util/ordering.ts';
import { type Problem, problem } from '../util/problem.ts';
import type { EndNames } from './end-names.ts';
import type { World } from './world.ts';

const MOST_SUGGESTIONS = 5;

export interface NamedEnd {
  /** Variants of one workload, or one outside range. */
  readonly nodes: readonly number[];
  /** The one pod that is meant, where it is one. */
  readonly pod: string | undefined;
}

/** A workload id, a variant's id, `namespace/name`, `namespace/pod`, a name that is unique, or an IP address. */
export function resolveEnd(world: World, name: string): NamedEnd | Problem {
  const { reach, ends } = world;
  const address = parseAddress(name);
  if (address) return resolveAddress(world, address);
  const entry = ends.entry(name);
  if (entry !== undefined) return { nodes: [entry], pod: undefined };
  const hits = ends.called(name);
  const exact = hits.filter((i) => endpointAt(reach, i)?.id === name);
  const nodes = exact.length > 0 ? exact : hits;
  const workloads = [...new Set(nodes.map((i) => endpointAt(reach, i)?.workload ?? ''))].sort(compareText);
  if (nodes.length === 0) {
    return problem('unknown-name', `nothing in the bundle is called ${name}`, suggestions(reach, ends, name));
  }
  if (workloads.length > 1) {
    return problem('ambiguous-name', `${name} may be ${workloads.join(' or ')}`, { alternatives: workloads });
  }
  return { nodes, pod: podOf(reach, nodes, name) };
}

export function endpointAt(reach: Reach, index: number): Endpoint | undefined {
  const node = reach.nodes[index];
  return node?.kind === 'endpoint' ? node.endpoint : undefined;
}

function resolveAddress(world: World, address: Address): NamedEnd | Problem {
  const node = world.atAddress(address);
  return typeof node === 'number' ? { nodes: [node], pod: onlyPod(endpointAt(world.reach, node)) } : node;
}

/** The pod that a name means when it means just one. */
function podOf(reach: Reach, nodes: readonly number[], name: string): string | undefined {
  const [only, ...more] = nodes;
  const endpoint = only === undefined || more.length > 0 ? undefined : endpointAt(reach, only);
  if (!endpoint) return undefined;
  if (endpoint.kind === 'Pod') return onlyPod(endpoint);
  const isPod = endpoint.pods.some((pod) => `${endpoint.namespace}/${pod}` === name);
  return isPod ? name : undefined;
}

/** The pod an endpoint is, where it is one that is shown. */
function onlyPod(endpoint: Endpoint | undefined): string | undefined {
  const [pod, ...more] = endpoint?.pods ?? [];
  return endpoint && pod !== undefined && more.length === 0 ? `${endpoint.namespace}/${pod}` : undefined;
}

/** Workloads whose own name is the last part of what was asked for. */
function suggestions(reach: Reach, ends: EndNames, name: string): { alternatives?: string[] } {
  const last = name.slice(name.lastIndexOf('/') + 1).replace(/\[.*$/, '');
  const alike = ends.called(last).flatMap((i) => {
    const endpoint = endpointAt(reach, i);
    return endpoint?.name === last ? [endpoint.id] : [];
  });
  return alike.length > 0 ? { alternatives: alike.slice(0, MOST_SUGGESTIONS) } : {};
}
