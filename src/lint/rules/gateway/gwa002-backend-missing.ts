/** GWA002: a route that leads to a Service, or to a port, that is not there. */

import { isGranted } from '../../context/gateway-view.ts';
import { formatNearest } from '../../context/named-objects.ts';
import { backendRefs } from '../../context/route-view.ts';
import type { KubernetesRule } from '../../rule.ts';
import { EDGE, route as routeText, WEB } from './examples.ts';

const to = (backend: string) => routeText({ rules: `    - backendRefs:\n        - ${backend}` }) + WEB + EDGE;

export const backendMissing: KubernetesRule = {
  id: 'GWA002',
  model: 'kubernetes',
  severity: 'error',
  title: 'Backend of the route does not exist',
  why: 'Requests that the route takes are answered with 500.',
  fix: 'Name a Service and one of its ports; of another namespace, with that namespace.',
  references: ['https://gateway-api.sigs.k8s.io/reference/spec/#backendref'],
  bad: [
    { line: 10, text: to('{name: wep, port: 80}') },
    { line: 10, text: to('{name: web, port: 8080}') },
    { line: 10, complete: true, text: to('{name: shop, port: 80}') },
    { line: 10, severity: 'info', text: to('{name: shop, port: 80}') },
  ],
  good: [to('{name: web, port: 80}')],
  check(context, report) {
    const services = context.named('Service', '');
    const taken = new Set(context.ofKind('Service').map(({ namespace, name }) => `${namespace}/${name}`));
    for (const { route, field, namespace, name, port } of backendRefs(context)) {
      const service = context.services.get(`${namespace}/${name}`);
      if (!service) {
        // A reference that is not granted is another matter.
        const granted = isGranted(context, route, { kind: 'Service', namespace, name });
        if (!granted || taken.has(`${namespace}/${name}`)) continue;
        const near = services.nearest(namespace, name);
        report(
          field.at('name'),
          `There is no Service ${name} in namespace ${namespace}${formatNearest(near, namespace)}. Correct the reference, or add the Service.`,
          { absent: near === undefined },
        );
      } else if (port !== undefined && service.type !== 'ExternalName' && !service.ports.some((p) => p.port === port)) {
        const list = service.ports.map((p) => p.port).join(', ');
        report(field.at('port'), `Service ${name} has no port ${port}; it has ${list}. Write one of these.`);
      }
    }
  },
};
