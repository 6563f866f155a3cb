/** ING016: a backend that is reached beside its Ingress. */

import type { IngressView } from '../../context/ingress-view.ts';
import type { ServiceView } from '../../context/service-view.ts';
import type { KubernetesRule } from '../../rule.ts';
import { service } from '../fragments.ts';
import { ingressText } from './examples.ts';

const manifests = (type: string) =>
  `${ingressText({ className: 'nginx' })}---\n${service('web', `type: ${type}\nselector: {app: web}\nports: [{port: 80, targetPort: 8080}]\n`)}`;

export const exposedTwice: KubernetesRule = {
  id: 'ING016',
  model: 'kubernetes',
  severity: 'info',
  title: 'Backend is exposed beside its Ingress',
  why: 'Whoever reaches the nodes, or the load balancer, gets to the application past the TLS, the logins and the limits of the Ingress.',
  fix: 'Make the Service a ClusterIP, unless the controller needs node ports, as some load balancers of clouds do.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/service/#publishing-services-service-types'],
  bad: [{ line: 15, text: manifests('NodePort') }],
  good: [manifests('ClusterIP')],
  check({ ingresses, services }, report) {
    for (const ingress of ingresses) {
      for (const { field, service: name } of ingress.backends) {
        const service = services.get(`${ingress.object.namespace}/${name}`);
        if (!service || !isExposed(service, ingress)) continue;
        report(
          field.at('name'),
          `Service ${name} is a ${service.type} too, so that it is reached past this Ingress. Make it a ClusterIP.`,
        );
      }
    }
  },
};

/** Controllers outside the cluster reach nodes only; without a class nobody knows which controller it is. */
const NEEDS_NODE_PORTS = /^(?:alb|gce|gce-internal|azure|octavia|citrix|f5|avi|.*aws.*)$/;

function isExposed({ type }: ServiceView, { className, object }: IngressView): boolean {
  if (type === 'LoadBalancer') return true;
  if (type !== 'NodePort' || className === undefined || NEEDS_NODE_PORTS.test(className)) return false;
  return ![...object.annotations].some(([key]) =>
    /^(?:alb\.ingress|ingress\.gcp|networking\.gke|cloud\.google)/.test(key),
  );
}
