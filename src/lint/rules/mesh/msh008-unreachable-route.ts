/** MSH008: a route behind one that takes everything. */

import type { Field } from '../../../kubernetes/field.ts';
import { istioObjects } from '../../context/virtual-services.ts';
import type { KubernetesRule } from '../../rule.ts';
import { REVIEWS } from './examples.ts';

const manifests = (match: string) => `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: reviews
spec:
  hosts: [reviews]
  http:
    - ${match}route: [{destination: {host: reviews}}]
    - match: [{uri: {prefix: /old}}]
      redirect: {uri: /new}
${REVIEWS}`;

export const unreachableRoute: KubernetesRule = {
  id: 'MSH008',
  model: 'kubernetes',
  severity: 'warning',
  title: 'Route is never reached',
  why: 'Routes are tried in their order, and an earlier one takes every request.',
  fix: 'Put the route before the one that takes everything, or give that a match.',
  references: ['https://istio.io/latest/docs/reference/config/analysis/ist0130/'],
  bad: [{ line: 9, text: manifests('') }],
  good: [manifests('match: [{uri: {prefix: /api}}]\n      ')],
  check(context, report) {
    for (const { spec } of istioObjects(context, 'VirtualService')) {
      const routes = spec.itemsAt('http');
      const taker = routes.findIndex(takesAll);
      for (const [i, route] of routes.entries()) {
        if (taker < 0 || i <= taker) continue;
        report(
          route,
          `Route ${taker + 1} of the VirtualService takes every request, so that this one gets none. Put it before that.`,
        );
      }
    }
  },
};

function takesAll(route: Field): boolean {
  const matches = route.itemsAt('match');
  return matches.length === 0 || matches.some(isEmpty);
}

/** Every path begins with a slash. */
function isEmpty(match: Field): boolean {
  const keys = Object.keys(match.object() ?? {}).filter((key) => key !== 'name');
  return keys.length === 0 || (keys.length === 1 && keys[0] === 'uri' && match.at('uri').at('prefix').value === '/');
}
