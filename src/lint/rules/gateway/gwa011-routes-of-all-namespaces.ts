/** GWA011: a listener that takes routes of every namespace. */

import { gatewaysOf } from '../../context/gateway-view.ts';
import type { KubernetesRule } from '../../rule.ts';
import { TLS_SECRET } from '../ingress/examples.ts';
import { gatewayText, HTTPS } from './examples.ts';

const manifests = (namespaces: string) =>
  gatewayText({ listeners: `${HTTPS}\n  allowedRoutes:\n    namespaces: ${namespaces}` }) + TLS_SECRET;

export const routesOfAllNamespaces: KubernetesRule = {
  id: 'GWA011',
  model: 'kubernetes',
  severity: 'info',
  title: 'Listener takes routes of every namespace',
  why: 'Whoever may write a route in any namespace can take hosts and paths of the listener, under its certificate.',
  fix: 'Let allowedRoutes take namespaces by a label, with from: Selector, or give the listener the host name of one application.',
  references: ['https://gateway-api.sigs.k8s.io/concepts/security-model/#1-route-binding'],
  bad: [{ line: 13, text: manifests('{from: All}') }],
  good: [manifests('{from: Selector, selector: {matchLabels: {edge: "yes"}}}')],
  check(context, report) {
    for (const { field, name, hostname } of gatewaysOf(context).flatMap(({ listeners }) => listeners)) {
      const namespaces = field.at('allowedRoutes').at('namespaces');
      // One host name leaves little to take.
      if (namespaces.at('from').value !== 'All' || (hostname !== undefined && !hostname.startsWith('*'))) continue;
      report(
        namespaces.at('from'),
        `Listener ${name} takes routes of every namespace, for ${hostname ?? 'every host'}. Take namespaces by a label.`,
      );
    }
  },
};
