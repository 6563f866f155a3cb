/** GWA004: host names that no listener has. Said where routes are attached, in `kubernetes/gateway/attachment.ts`. */

import type { KubernetesRule } from '../../rule.ts';
import { EDGE, route, WEB } from './examples.ts';

export const hostnameNotOnListener: KubernetesRule = {
  id: 'GWA004',
  model: 'kubernetes',
  severity: 'error',
  title: 'No listener has a host name of the route',
  why: 'A route attaches only to listeners that share a host name with it: this one attaches to none, and gets no request.',
  fix: 'Give the route a host name that a listener of its parent takes, or the Gateway a listener for it. A wildcard does not hold the domain itself.',
  references: ['https://gateway-api.sigs.k8s.io/reference/spec/#httproutespec'],
  bad: [{ line: 6, text: route({ hostname: 'www.example.net' }) + WEB + EDGE }],
  good: [route({}) + WEB + EDGE],
};
