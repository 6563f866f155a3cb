/** SVC012: an ExternalName that leads back into the cluster, or to what only nodes should reach. */

import type { KubernetesRule } from '../../rule.ts';
import { service } from '../fragments.ts';

const example = (name: string) => service('api', `type: ExternalName\nexternalName: ${name}\n`);

/** Names that mean the node itself, or the cloud's own service about it. */
const LOCAL = /^(?:localhost|.*\.localhost|metadata|metadata\.google\.internal|instance-data(?:\..*)?)$/i;
const IN_CLUSTER = /^[a-z0-9-]+\.(?<namespace>[a-z0-9-]+)\.svc(?:\.[a-z0-9.-]+)?$/i;

export const externalInternal: KubernetesRule = {
  id: 'SVC012',
  model: 'kubernetes',
  severity: 'warning',
  title: 'An externalName leads back into the cluster',
  why: 'It is an alias of another namespace’s Service, past whatever the namespace boundary was meant to keep; behind an Ingress it lets clients reach what they name.',
  fix: 'Use the Service of the other namespace by its own name, or let its owner grant the way with a Gateway and a ReferenceGrant.',
  references: [
    'https://kubernetes.io/docs/concepts/services-networking/service/#externalname',
    'https://github.com/kubernetes/kubernetes/issues/103675',
  ],
  bad: [{ line: 6, text: example('api.payments.svc.cluster.local') }],
  good: [example('api.example.com'), example('other.default.svc.cluster.local')],
  check({ services }, report) {
    for (const { object, type } of services.values()) {
      const field = object.spec.at('externalName');
      const name = (type === 'ExternalName' ? (field.string() ?? '') : '').replace(/\.$/, '');
      const namespace = IN_CLUSTER.exec(name)?.groups?.['namespace'];
      if (namespace !== undefined && namespace !== object.namespace) {
        report(
          field,
          `${name} is a Service of namespace ${namespace}: this is an alias across the boundary. Use it by its own name.`,
        );
      } else if (LOCAL.test(name)) {
        report(
          field,
          `${name} means the machine that asks, or what the cloud tells about it. Name a service outside the cluster.`,
        );
      }
    }
  },
};
