/** GWA012: a route that answers plain HTTP beside HTTPS. */

import type { Field } from '../../../kubernetes/field.ts';
import { GATEWAY_GROUP } from '../../../kubernetes/gateway/api.ts';
import { hostnamesMeet } from '../../../kubernetes/gateway/hostname.ts';
import { type GatewayView, gatewaysOf } from '../../context/gateway-view.ts';
import type { LintObject } from '../../context/lint-object.ts';
import { routesOf } from '../../context/route-view.ts';
import type { KubernetesRule } from '../../rule.ts';
import { TLS_SECRET } from '../ingress/examples.ts';
import { gatewayText, HTTPS, route, WEB } from './examples.ts';

const BOTH = `---
${gatewayText({ listeners: `- {name: http, port: 80, protocol: HTTP}\n${HTTPS}` })}${TLS_SECRET}`;

export const plainHttpToo: KubernetesRule = {
  id: 'GWA012',
  model: 'kubernetes',
  severity: 'info',
  title: 'Route answers plain HTTP beside HTTPS',
  why: 'A route that names no listener attaches to all that take it. Who writes the address without https is served in plain HTTP, passwords and cookies too, though a certificate is there.',
  fix: 'Name the HTTPS listener as sectionName, and attach a route with a RequestRedirect to the other.',
  references: ['https://gateway-api.sigs.k8s.io/guides/http-redirect-rewrite/#http-to-https-redirects'],
  bad: [{ line: 6, text: route({}) + WEB + BOTH }],
  good: [route({ parent: '{name: edge, sectionName: https}' }) + WEB + BOTH],
  check(context, report) {
    const gateways = new Map(
      gatewaysOf(context).map((gateway) => [`${gateway.object.namespace}/${gateway.object.name}`, gateway]),
    );
    for (const object of routesOf(context)) {
      const isHttp = object.kind === 'HTTPRoute' || object.kind === 'GRPCRoute';
      if (!isHttp || redirects(object)) continue;
      for (const parent of object.spec.itemsAt('parentRefs')) {
        const gateway = gateways.get(parentOf(parent, object));
        if (!gateway || !takesBoth(gateway, object)) continue;
        report(
          parent,
          `The route attaches to the listeners for HTTP and for HTTPS of Gateway ${gateway.object.name}. Name the one for HTTPS as sectionName, and redirect from the other.`,
        );
      }
    }
  },
};

/** Empty where it names a listener, or is no Gateway. */
function parentOf(parent: Field, { namespace }: LintObject): string {
  const isGateway =
    (parent.stringAt('kind') ?? 'Gateway') === 'Gateway' &&
    (parent.stringAt('group') ?? GATEWAY_GROUP) === GATEWAY_GROUP;
  if (!isGateway || !parent.at('sectionName').absent || !parent.at('port').absent) return '';
  return `${parent.stringAt('namespace') || namespace}/${parent.stringAt('name')}`;
}

function takesBoth({ listeners }: GatewayView, { spec }: LintObject): boolean {
  const hostnames = spec.itemsAt('hostnames').flatMap((host) => host.string() ?? []);
  const meeting = listeners.filter(({ hostname }) => hostnamesMeet(hostname, hostnames));
  return ['HTTP', 'HTTPS'].every((wanted) => meeting.some(({ protocol }) => protocol === wanted));
}

/** A route that redirects does so on both. */
function redirects({ spec }: LintObject): boolean {
  return spec
    .itemsAt('rules')
    .some((rule) => rule.itemsAt('filters').some((filter) => !filter.at('requestRedirect').absent));
}
