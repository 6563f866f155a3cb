/** GWA017: a BackendTLSPolicy for a Service that is not there. */

import { GATEWAY_GROUP } from '../../../kubernetes/gateway/api.ts';
import { formatNearest } from '../../context/named-objects.ts';
import type { KubernetesRule } from '../../rule.ts';
import { WEB } from './examples.ts';

const manifests = (name: string) => `apiVersion: gateway.networking.k8s.io/v1
kind: BackendTLSPolicy
metadata:
  name: web
spec:
  targetRefs:
    - {group: "", kind: Service, name: ${name}}
  validation: {hostname: web.example.com, wellKnownCACertificates: System}
${WEB}`;

export const policyWithoutTarget: KubernetesRule = {
  id: 'GWA017',
  model: 'kubernetes',
  severity: 'warning',
  title: 'Target of a BackendTLSPolicy does not exist',
  why: 'The policy has no effect, and the backend that it was meant for is asked in plain HTTP.',
  fix: 'Name a Service of the same namespace.',
  references: ['https://gateway-api.sigs.k8s.io/api-types/backendtlspolicy/'],
  bad: [
    { line: 7, text: manifests('wep') },
    { line: 7, complete: true, text: manifests('shop') },
    { line: 7, severity: 'info', text: manifests('shop') },
  ],
  good: [manifests('web')],
  check(context, report) {
    const services = context.named('Service', '');
    for (const { group, namespace, spec } of context.ofKind('BackendTLSPolicy')) {
      if (group !== GATEWAY_GROUP) continue;
      for (const ref of spec.itemsAt('targetRefs')) {
        const name = ref.stringAt('name') ?? '';
        if (ref.stringAt('kind') !== 'Service' || name === '' || services.get(namespace, name)) continue;
        const near = services.nearest(namespace, name);
        report(
          ref.at('name'),
          `There is no Service ${name} in namespace ${namespace}${formatNearest(near, namespace)}. Name one that is there.`,
          { absent: near === undefined },
        );
      }
    }
  },
};
