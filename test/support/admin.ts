/** Policies of the Network Policy API and questions about pods and addresses, for tests of their dialects. */

import { hasAddress } from '../../src/algebra/address-set.ts';
import { parseAddress } from '../../src/algebra/cidr.ts';
import { type ConnectionSet, intersect, isEmpty, type Protocol, portRange } from '../../src/algebra/connection-set.ts';
import type { AnalysisOptions } from '../../src/analysis/analysis.ts';
import type { Reach } from '../../src/engine/reach.ts';
import { analysisOf, nodeOf } from './bundle.ts';
import { namespace, pod, policy, together } from './objects.ts';

const GROUP = 'policy.networking.k8s.io';

/** `spec` is YAML: a flow mapping, or lines that begin at the margin. */
export const admin = (name: string, spec: string) => write('v1alpha1', 'AdminNetworkPolicy', { name, spec });
export const baseline = (spec: string, name = 'default') =>
  write('v1alpha1', 'BaselineAdminNetworkPolicy', { name, spec });
export const cluster = (name: string, spec: string) => write('v1alpha2', 'ClusterNetworkPolicy', { name, spec });

function write(version: string, kind: string, { name, spec }: { name: string; spec: string }): string {
  const body = spec.trim().replaceAll(/^/gm, '  ');
  return `apiVersion: ${GROUP}/${version}\nkind: ${kind}\nmetadata: { name: ${name} }\nspec:\n${body}\n`;
}

const PORTS = [
  { name: 'web', containerPort: 80 },
  { name: 'dns', containerPort: 53, protocol: 'UDP' },
];

/** Pods a/client and b/server with addresses, b/bare without one, and b/host in its node's network. */
export const WORLD = together(
  namespace('a', { team: 'a' }),
  namespace('b', { team: 'b' }),
  pod('a/client', { labels: { app: 'client' }, status: { podIP: '10.0.1.1' } }),
  pod('b/server', { labels: { app: 'server' }, ports: PORTS, status: { podIP: '10.0.2.1' } }),
  pod('b/bare', { labels: { app: 'bare' } }),
  pod('b/host', {
    labels: { app: 'host' },
    spec: { hostNetwork: true, nodeName: 'n1' },
    status: { hostIP: '172.18.0.2' },
  }),
);

export const DENY_INGRESS = policy('b/closed', '{}');

export type Ask = (from: string, to: string, port?: string) => 'allow' | 'deny' | 'unknown' | 'mixed';

/** Asks about `TCP 80` where no port is said; an end is `namespace/pod` or an address. */
export function asking(documents: readonly string[], options: Partial<AnalysisOptions> = {}): Ask {
  const reach = analysisOf(together(WORLD, ...documents), options).reach();
  return (from, to, port = 'TCP 80') => {
    const cell = reach.between(end(reach, from), end(reach, to));
    const point = pointOf(port);
    const isAllowed = covers(cell.allow, point);
    if (isAllowed === 'part') return 'mixed';
    if (isAllowed === 'whole') return 'allow';
    return covers(cell.unknown, point) === 'none' ? 'deny' : 'unknown';
  };
}

function end(reach: Reach, name: string): number {
  const address = parseAddress(name);
  if (!address) return nodeOf(reach, `${name}[Pod]`);
  return reach.nodes.findIndex((node) => {
    if (node.kind !== 'outside') return false;
    const { family, first, last } = node.range;
    const set = family === 'IPv4' ? { v4: [{ first, last }], v6: [] } : { v4: [], v6: [{ first, last }] };
    return hasAddress(set, address);
  });
}

/** `UDP 53`, or `SCTP 1-10`. */
function pointOf(text: string): ConnectionSet {
  const [, protocol, first, last = first] = /^(\w+) (\d+)(?:-(\d+))?$/.exec(text) ?? [];
  return portRange(protocol as Protocol, Number(first), Number(last));
}

function covers(set: ConnectionSet, point: ConnectionSet): 'whole' | 'part' | 'none' {
  const common = intersect(set, point);
  if (isEmpty(common)) return 'none';
  return JSON.stringify(common) === JSON.stringify(point) ? 'whole' : 'part';
}
