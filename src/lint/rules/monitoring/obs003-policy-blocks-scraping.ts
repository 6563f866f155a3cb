/** OBS003: a port to scrape that policies close. */

import { intersect, isEmpty, portRange, union } from '../../../algebra/connection-set.ts';
import type { Counterpart } from '../../../engine/decide.ts';
import { portsAt } from '../../../engine/port-names.ts';
import type { Reach } from '../../../engine/reach.ts';
import type { KubernetesContext } from '../../context/kubernetes-context.ts';
import { type ScrapeTarget, scrapeTargets } from '../../context/scrape-targets.ts';
import type { KubernetesRule } from '../../rule.ts';
import { serviceMonitor, WEB } from './examples.ts';

const policy = (from: string) => `---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: web
spec:
  podSelector: {matchLabels: {app: web}}
  ingress:
    - from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: monitoring}}}]
      ports: [{port: ${from}}]
${WEB}`;

export const policyBlocksScraping: KubernetesRule = {
  id: 'OBS003',
  model: 'kubernetes',
  severity: 'warning',
  title: 'Policies keep Prometheus from the figures',
  why: 'Targets are shown as down, and alerts that rest on their figures never fire.',
  fix: 'Let a policy of the pods allow Prometheus, by its namespace, at the port of the figures.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/network-policies/'],
  bad: [{ line: 8, text: serviceMonitor('web', 'metrics') + policy('8080') }],
  good: [serviceMonitor('web', 'metrics') + policy('9090')],
  check(context, report) {
    const targets = scrapeTargets(context);
    if (targets.length === 0 || context.policies.length === 0) return;
    const { reach } = context.reach;
    const nodes = nodesByWorkload(reach);
    const servers = context.pods.templates.filter(isPrometheus).flatMap(({ object }) => nodes.get(object.id) ?? []);
    const said = new Set<string>();
    for (const target of targets) {
      const { pod, port, endpoint } = target;
      const ends = nodes.get(pod.object.id) ?? [];
      if (pod.hostNetwork || ends.length === 0 || !ends.every((node) => isClosed(reach, { node, servers, target })))
        continue;
      const key = `${endpoint.pointer} ${pod.object.id} ${port}`;
      if (said.has(key)) continue;
      said.add(key);
      const who = servers.length > 0 ? 'Prometheus' : 'anybody';
      report(
        endpoint,
        `Policies do not let ${who} reach port ${port} of ${pod.object.kind} ${pod.object.name} in namespace ${pod.namespace}, where the figures are. Allow the namespace of Prometheus there.`,
      );
    }
  },
};

function isPrometheus({ containers }: KubernetesContext['pods']['templates'][number]): boolean {
  return containers.some((container) => IMAGE.test(container.stringAt('image') ?? ''));
}

/** The server; its operator and exporters scrape nobody. */
const IMAGE = /(?:^|\/)prom(?:etheus)?\/prometheus(?:[:@]|$)/;

function nodesByWorkload({ nodes }: Reach): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const [i, node] of nodes.entries()) {
    if (node.kind !== 'endpoint') continue;
    found.set(node.endpoint.workload, [...(found.get(node.endpoint.workload) ?? []), i]);
  }
  return found;
}

interface Question {
  readonly node: number;
  readonly servers: readonly number[];
  readonly target: ScrapeTarget;
}

/** To every Prometheus that the bundle shows, or, where it shows none, to whomever some rule might mean. */
function isClosed(reach: Reach, { node, servers, target: { port } }: Question): boolean {
  const asked = portRange('TCP', port, port);
  const cells =
    servers.length > 0
      ? servers.map((server) => reach.between(server, node))
      : [reach.decideAgainst(node, 'ingress', anybody(reach, node))];
  return cells.every(({ allow, unknown }) => isEmpty(intersect(union(allow, unknown), asked)));
}

/** Whoever a rule may mean, it is taken as possible. */
function anybody({ nodes }: Reach, destination: number): Counterpart {
  return {
    match: ({ rule }) => (rule.peers.length > 0 ? 'maybe' : 'no'),
    ports: ({ rule }) => portsAt(rule.ports, nodes[destination]),
  };
}
