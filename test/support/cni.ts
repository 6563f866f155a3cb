/** Objects of network plugins as YAML, cut down to what tells them by. */

import { type CniEvidence, cniEvidence } from '../../src/kubernetes/cni/evidence.ts';
import { TraceFinder } from '../../src/kubernetes/cni/traces.ts';
import { documentsOf } from './bundle.ts';
import { together } from './objects.ts';

/** A DaemonSet in kube-system with one container per YAML flow mapping (without its braces). */
export function daemon(name: string, ...containers: readonly string[]): string {
  return agent('DaemonSet', name, containers);
}

export function agent(kind: string, name: string, containers: readonly string[]): string {
  const list = containers.map((c) => `{ ${c} }`).join(', ');
  return `{ apiVersion: apps/v1, kind: ${kind}, metadata: { name: ${name}, namespace: kube-system }, spec: { template: { spec: { containers: [${list}] } } } }`;
}

export function configMap(name: string, data: Readonly<Record<string, string>> = {}): string {
  return JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: 'kube-system' }, data });
}

export function evidenceOf(...objects: readonly string[]): CniEvidence {
  const finder = new TraceFinder('default');
  for (const document of documentsOf(together(...objects))) finder.take(document);
  return cniEvidence(finder);
}

/** `Flannel no`, one line per plugin. */
export function pluginsOf(...objects: readonly string[]): string[] {
  return evidenceOf(...objects).plugins.map((p) => `${p.name} ${p.enforces}`);
}
