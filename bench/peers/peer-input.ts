/**
 * The YAML that both are given. netpol-analyzer stops at a NetworkPolicy whose egress rule names a port towards
 * addresses, and then answers nothing at all, so such rules are written in a way it reads: a port name means nothing
 * at an address, so it stays with the pods of the rule only.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dump, loadAll } from 'js-yaml';
import { inputFolder } from '../harness/inputs.ts';

interface PolicyPort {
  readonly port?: number | string;
}

interface EgressRule {
  readonly to?: readonly { readonly ipBlock?: object; readonly namespaceSelector?: object }[];
  readonly ports?: readonly PolicyPort[];
}

interface Policy {
  readonly spec: { egress?: readonly EgressRule[] };
}

export interface PeerInput {
  /** As the generator wrote it. */
  readonly asGenerated: string;
  /** The same with such rules rewritten. */
  readonly accepted: string;
  readonly rewrittenRules: number;
  /** These with every workload on the pod network, which shows what else the two would differ in. */
  readonly podNetwork: string;
}

/** Workloads, policies and namespaces, as in the cases of the benchmark. */
export type PeerSize = readonly [workloads: number, policies: number, namespaces: number];

export function peerInput(folder: string, [workloads, policies, namespaces]: PeerSize): PeerInput {
  const request = { options: { workloads, policies, namespaces }, seed: '1', format: 'yaml' } as const;
  const asGenerated = inputFolder(folder, { ...request, name: `generated-${workloads}` });
  const accepted = inputFolder(folder, { ...request, name: `accepted-${workloads}` });
  const rewrittenRules = rewritePolicies(accepted);
  const podNetwork = inputFolder(folder, { ...request, name: `pod-network-${workloads}` });
  rewritePolicies(podNetwork);
  leaveHostNetwork(podNetwork);
  return { asGenerated, accepted, rewrittenRules, podNetwork };
}

function leaveHostNetwork(folder: string): void {
  const path = join(folder, '10-workloads.yaml');
  writeFileSync(path, readFileSync(path, 'utf8').replace(/^ *hostNetwork: true\n/gm, ''));
}

function rewritePolicies(folder: string): number {
  const path = join(folder, '40-networkpolicies.yaml');
  let rewritten = 0;
  const documents = loadAll(readFileSync(path, 'utf8')) as Policy[];
  for (const { spec } of documents) {
    if (!spec.egress) continue;
    spec.egress = spec.egress.flatMap((rule) => {
      const split = withoutNamesAtAddresses(rule);
      if (split[0] !== rule) rewritten++;
      return split;
    });
  }
  writeFileSync(path, documents.map((d) => `---\n${dump(d, { noRefs: true })}`).join(''));
  return rewritten;
}

/** A rule without peers means everything: its names stay with the pods of all namespaces. */
function withoutNamesAtAddresses(rule: EgressRule): EgressRule[] {
  const { to = [], ports = [] } = rule;
  const pods = to.length > 0 ? to.filter((peer) => !peer.ipBlock) : [{ namespaceSelector: {} }];
  const blocks = to.filter((peer) => peer.ipBlock);
  const names = ports.filter(({ port }) => typeof port === 'string');
  if (names.length === 0 || (to.length > 0 && blocks.length === 0)) return [rule];
  const numbers = ports.filter(({ port }) => typeof port !== 'string');
  if (to.length === 0) return [{ to: pods, ports: names }, ...(numbers.length > 0 ? [{ ports: numbers }] : [])];
  return [
    ...(pods.length > 0 ? [{ to: pods, ports }] : []),
    ...(numbers.length > 0 ? [{ to: blocks, ports: numbers }] : []),
  ];
}
