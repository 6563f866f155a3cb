/** GWA016: a backend that speaks TLS, and is asked in plain HTTP. */

import { GATEWAY_GROUP } from '../../../kubernetes/gateway/api.ts';
import type { KubernetesContext } from '../../context/kubernetes-context.ts';
import { backendRefs } from '../../context/route-view.ts';
import type { KubernetesRule } from '../../rule.ts';
import { EDGE, route } from './examples.ts';

const SERVICE = `---
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector: {app: web}
  ports: [{name: https, port: 443, targetPort: 8443}]
`;

const POLICY = `---
apiVersion: gateway.networking.k8s.io/v1
kind: BackendTLSPolicy
metadata:
  name: web
spec:
  targetRefs: [{group: "", kind: Service, name: web}]
  validation: {hostname: web.example.com, wellKnownCACertificates: System}
`;

const ROUTE = route({ rules: '    - backendRefs:\n        - {name: web, port: 443}' });

export const tlsBackend: KubernetesRule = {
  id: 'GWA016',
  model: 'kubernetes',
  severity: 'warning',
  title: 'Backend of a route with TLS is asked in plain HTTP',
  why: 'A Gateway speaks HTTP to backends, unless a BackendTLSPolicy tells it otherwise: a server that expects TLS answers 400.',
  fix: 'Add a BackendTLSPolicy for the Service, or lead to a port that serves HTTP.',
  references: ['https://gateway-api.sigs.k8s.io/api-types/backendtlspolicy/'],
  bad: [{ line: 10, text: ROUTE + SERVICE + EDGE }],
  good: [ROUTE + SERVICE + EDGE + POLICY],
  check(context, report) {
    const told = new Set(targets(context));
    for (const { field, route: object, namespace, name, port } of backendRefs(context)) {
      const service = object.kind === 'HTTPRoute' ? context.services.get(`${namespace}/${name}`) : undefined;
      const meant = service?.ports.find((candidate) => candidate.port === port);
      // An appProtocol is for the controller to read, and implementations differ in what they make of it.
      if (!meant?.field.at('appProtocol').absent || told.has(`${namespace}/${name}`)) continue;
      if (meant.targetPort !== 443 && meant.targetPort !== 8443) continue;
      report(
        field,
        `Port ${port} of Service ${name} leads to ${meant.targetPort}, which serves TLS, and no BackendTLSPolicy is for the Service. Add one.`,
      );
    }
  },
};

/** Services that some policy has TLS spoken to, as `namespace/name`; those of vendors and meshes among them. */
function targets(context: KubernetesContext): string[] {
  const policies = ['BackendTLSPolicy', 'BackendTrafficPolicy', 'DestinationRule'].flatMap((kind) =>
    context.ofKind(kind),
  );
  return policies.flatMap(({ group, namespace, spec }) => {
    const refs = [spec.at('targetRef'), ...spec.itemsAt('targetRefs')].map((ref) => ref.stringAt('name'));
    const host = group === GATEWAY_GROUP ? undefined : spec.stringAt('host')?.split('.')[0];
    return [...refs, host].flatMap((name) => (name === undefined ? [] : [`${namespace}/${name}`]));
  });
}
