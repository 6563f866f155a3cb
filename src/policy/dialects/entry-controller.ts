/**
 * `@ingress-controller`: the controller of Ingresses, Routes and Gateways, whose pod the bundle does not show. It is
 * an unknown pod of an unknown namespace, unless an option says which it is; then it is judged by its own labels.
 */

import type { Cluster } from '../../kubernetes/cluster.ts';
import { impliedNamespace, NAMESPACE_NAME_LABEL } from '../../kubernetes/namespace.ts';
import type { Endpoint } from '../endpoint.ts';
import { OpenLabels } from '../labels.ts';
import { clusterEndpoints } from './endpoints.ts';

export const ENTRY_CONTROLLER = '@ingress-controller';

export interface EntryController {
  readonly endpoint: Endpoint;
  /** Whether its namespace is known. */
  readonly placed: boolean;
}

/**
 * `option` is `namespace/name`, a workload or a controller that is not in the bundle, or `namespace:key=value`, any
 * pod of that namespace with that label.
 */
export function entryController(cluster: Cluster, option: string | undefined): EntryController {
  const unknown = blank(new OpenLabels([[NAMESPACE_NAME_LABEL, null]]), new OpenLabels());
  if (option === undefined) return { endpoint: unknown, placed: false };
  const [, namespace = '', separator, rest = ''] = /^([^/:]*)([/:])(.*)$/s.exec(option) ?? [];
  const labels = (cluster.namespaces.get(namespace) ?? impliedNamespace(namespace)).labels;
  if (separator === ':') {
    const [key = '', value = ''] = rest.split('=');
    return { endpoint: { ...blank(labels, new OpenLabels([[key, value]])), namespace }, placed: true };
  }
  const shown = clusterEndpoints(cluster).find(
    (e) => e.namespace === namespace && (e.name === rest || e.id === option),
  );
  if (!shown) return { endpoint: { ...blank(labels, new OpenLabels()), namespace }, placed: true };
  return { endpoint: { ...shown, id: ENTRY_CONTROLLER, workload: ENTRY_CONTROLLER }, placed: true };
}

function blank(namespaceLabels: Endpoint['namespaceLabels'], labels: Endpoint['labels']): Endpoint {
  return {
    id: ENTRY_CONTROLLER,
    workload: ENTRY_CONTROLLER,
    namespace: '',
    name: ENTRY_CONTROLLER,
    kind: '',
    labels,
    namespaceLabels,
    ports: [],
    addresses: [],
    hostNetwork: false,
    pods: [],
  };
}
