/** GWA007: a route that no listener takes. Said where routes are attached, in `kubernetes/gateway/attachment.ts`. */

import type { KubernetesRule } from '../../rule.ts';
import { EDGE, route, WEB } from './examples.ts';

const elsewhere = (allowed: string) =>
  route({ parent: '{name: edge, namespace: default}', namespace: 'shop' }) +
  WEB.replace('name: web', 'name: web\n  namespace: shop') +
  EDGE.replace('protocol: HTTPS', `protocol: HTTPS${allowed}`);

export const routeNotAdmitted: KubernetesRule = {
  id: 'GWA007',
  model: 'kubernetes',
  severity: 'error',
  title: 'Gateway does not take the route',
  why: 'A listener takes routes of the namespaces and kinds that its allowedRoutes names, and of its own namespace only where nothing is said. This route gets no request.',
  fix: 'Let allowedRoutes of the listener name the namespace and the kind of the route, or move the route.',
  references: ['https://gateway-api.sigs.k8s.io/concepts/security-model/#1-route-binding'],
  bad: [{ line: 6, text: elsewhere('') }],
  good: [elsewhere('\n      allowedRoutes: {namespaces: {from: All}}')],
};
