/** SVC017: client affinity that an Ingress passes by. */

import { without } from '../../fixes.ts';
import type { KubernetesRule } from '../../rule.ts';
import { manifests, service } from '../fragments.ts';

const INGRESS = `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web}
spec:
  ingressClassName: nginx
  defaultBackend: {service: {name: web, port: {number: 80}}}
`;
const example = (affinity: string) =>
  manifests(service('web', `selector: {app: web}\nports: [{port: 80}]\nsessionAffinity: ${affinity}\n`), INGRESS);

export const affinityWithoutEffect: KubernetesRule = {
  id: 'SVC017',
  model: 'kubernetes',
  severity: 'info',
  title: 'Client affinity has no effect behind an Ingress',
  why: 'Ingress controllers connect to the pods themselves, or as one client: what the Service would do for the address of a client never happens.',
  fix: 'Use the affinity of the controller, by cookie for example, and remove that of the Service.',
  references: ['https://kubernetes.io/docs/reference/networking/virtual-ips/#session-affinity'],
  bad: [{ line: 7, text: example('ClientIP') }],
  good: [example('None')],
  check({ services, backends }, report) {
    for (const { object, type } of services.values()) {
      const field = object.spec.at('sessionAffinity');
      const isBehind = backends.has(`${object.namespace}/${object.name}`);
      if (field.value !== 'ClientIP' || type !== 'ClusterIP' || !isBehind) continue;
      report(
        field,
        'An Ingress leads here and does not keep clients at one pod for it. Use the affinity of its controller.',
        without(field),
      );
    }
  },
};
