/** Which nodes a name in a question means. */

import { type AddressSet, hasAddress } from '../algebra/address-set.ts';
import { type Address, parseAddress } from '../algebra/cidr.ts';
import type { Reach } from '../engine/reach.ts';
import type { Endpoint } from '../policy/endpoint.ts';
import { compareText } from '../util/ordering.ts';
import { type Problem, problem } from '../util/problem.ts';
import { goesBy } from './focus.ts';

export interface NamedEnd {
  /** Variants of one workload, or one outside range. */
  readonly nodes: readonly number[];
  /** The one pod that is meant, where it is one. */
  readonly pod: string | undefined;
}

/** A workload id, a variant's id, `namespace/name`, `namespace/pod`, a name that is unique, or an IP address. */
export function resolveEnd(reach: Reach, name: string): NamedEnd | Problem {
  const address = parseAddress(name);
  if (address) return resolveAddress(reach, address);
  const entry = reach.nodes.findIndex((node) => node.kind === 'entry' && node.endpoint.id === name);
  if (entry >= 0) return { nodes: [entry], pod: undefined };
  const hits = reach.nodes.flatMap((node, i) => (node.kind === 'endpoint' && goesBy(node.endpoint, name) ? [i] : []));
  const exact = hits.filter((i) => endpointAt(reach, i)?.id === name);
  const nodes = exact.length > 0 ? exact : hits;
  const workloads = [...new Set(nodes.map((i) => endpointAt(reach, i)?.workload ?? ''))].sort(compareText);
  if (nodes.length === 0)
    return problem('unknown-name', `nothing in the bundle is called ${name}`, suggestions(reach, name));
  if (workloads.length > 1) {
    return problem('ambiguous-name', `${name} may be ${workloads.join(' or ')}`, { alternatives: workloads });
  }
  return { nodes, pod: podOf(reach, nodes, name) };
}

export function endpointAt(reach: Reach, index: number): Endpoint | undefined {
  const node = reach.nodes[index];
  return node?.kind === 'endpoint' ? node.endpoint : undefined;
}

/** An address a pod is shown to have means that pod. */
function resolveAddress(reach: Reach, address: Address): NamedEnd {
  const isSame = (a: Address) => a.family === address.family && a.value === address.value;
  const pods = reach.nodes.flatMap((n, i) => (n.kind === 'endpoint' && n.endpoint.addresses.some(isSame) ? [i] : []));
  if (pods.length === 1) return { nodes: pods, pod: onlyPod(endpointAt(reach, pods[0] ?? -1)) };
  const node = reach.nodes.findIndex((n) => n.kind === 'outside' && hasAddress(rangeSet(n.range), address));
  return { nodes: [node], pod: undefined };
}

function rangeSet(
  range: { family: 'IPv4'; first: number; last: number } | { family: 'IPv6'; first: bigint; last: bigint },
): AddressSet {
  return range.family === 'IPv4' ? { v4: [range], v6: [] } : { v4: [], v6: [range] };
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
function suggestions(reach: Reach, name: string): { alternatives?: string[] } {
  const last = name.slice(name.lastIndexOf('/') + 1).replace(/\[.*$/, '');
  const alike = reach.nodes.flatMap((n) => (n.kind === 'endpoint' && n.endpoint.name === last ? [n.endpoint.id] : []));
  return alike.length > 0 ? { alternatives: alike.slice(0, 5) } : {};
}
