/** ING019: an entry point whose pods refuse the controller. */

import { isEmpty } from '../../../algebra/connection-set.ts';
import type { Reach } from '../../../engine/reach.ts';
import type { Endpoint } from '../../../policy/endpoint.ts';
import type { Opening } from '../../../policy/way.ts';
import { endpointsOf } from '../../../queries/selections.ts';
import { EntryReach } from '../../context/entry-reach.ts';
import { routesOf } from '../../context/route-view.ts';
import type { KubernetesRule } from '../../rule.ts';
import { ingressText, WEB } from './examples.ts';

const manifests = (from: string) => `${ingressText()}---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: web
spec:
  podSelector: {matchLabels: {app: web}}
  ingress:${from}
${WEB}`;

export const controllerBlocked: KubernetesRule = {
  id: 'ING019',
  model: 'kubernetes',
  severity: 'warning',
  title: 'Policies block the controller from the backend',
  why: 'Requests arrive at the controller, and it cannot pass them on: they end after a while with 502 or 504.',
  fix: 'Let an ingress rule of a policy of the pods name the namespace of the controller, at the port of the pods.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/network-policies/'],
  bad: [{ line: 13, text: manifests(' []') }],
  good: [
    manifests(`
    - from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: ingress}}}]
      ports: [{port: 8080}]`),
  ],
  check(context, report) {
    const leads = context.ingresses.length + context.ofKind('Route').length + routesOf(context).length;
    if (leads === 0 || context.reach.policies.length === 0) return;
    const { reach, entries } = context.reach;
    const controller = new EntryReach(reach, context.pods);
    for (const openings of byBackend(entries)) {
      const [{ at, by }] = openings;
      const blocked = blockedAt(openings, reach, controller);
      if (blocked === undefined) continue;
      const { endpoint, policies } = blocked;
      report(
        by.origin,
        `Policies let no controller reach a pod of Service ${at.replace(/:\d+$/, '')} at the port of this backend: ${endpoint.kind} ${endpoint.name} is selected by ${policies}, none of which allows it. Allow the namespace of the controller.`,
      );
    }
  },
};

type Openings = readonly [Opening, ...Opening[]];

/** An object may lead to one place over several openings. */
function byBackend(entries: readonly Opening[]): Iterable<Openings> {
  const found = new Map<string, [Opening, ...Opening[]]>();
  for (const opening of entries) {
    const { kind, namespace, name, origin } = opening.by;
    const key = JSON.stringify([kind, namespace, name, origin.pointer]);
    const before = found.get(key);
    if (before) before.push(opening);
    else found.set(key, [opening]);
  }
  return found.values();
}

interface Blocked {
  readonly endpoint: Endpoint;
  readonly policies: string;
}

/** The first pod of a backend, where all that could answer are closed; undefined where one is open, or none is shown. */
function blockedAt(openings: Openings, reach: Reach, controller: EntryReach): Blocked | undefined {
  let first: number | undefined;
  for (const opening of openings) {
    for (const node of endpointsOf(reach, reach.targetsOf(opening.to))) {
      if (isEmpty(reach.opened(opening, node).may)) continue;
      if (!controller.isBlocked(opening, node)) return undefined;
      first ??= node;
    }
  }
  const node = reach.nodes[first ?? -1];
  if (first === undefined || node?.kind !== 'endpoint') return undefined;
  const names = [...reach.selectedBy(first, 'ingress')].map(({ kind, name }) => `${kind} ${name}`);
  const rest = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : '';
  return { endpoint: node.endpoint, policies: `${names.slice(0, MOST_NAMED).join(', ')}${rest}` };
}

const MOST_NAMED = 3;
