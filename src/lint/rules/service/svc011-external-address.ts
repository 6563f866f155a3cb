/** SVC011: an ExternalName that is an address. */

import { parseAddress } from '../../../algebra/cidr.ts';
import type { KubernetesRule } from '../../rule.ts';
import { service } from '../fragments.ts';

const example = (name: string) => service('db', `type: ExternalName\nexternalName: ${name}\n`);

export const externalAddress: KubernetesRule = {
  id: 'SVC011',
  model: 'kubernetes',
  severity: 'error',
  title: 'An externalName is an IP address',
  why: 'Cluster DNS answers with a CNAME of these digits, which is a name that nobody has: it never resolves to the address.',
  fix: 'Use a Service without a selector and an EndpointSlice with the address.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/service/#externalname'],
  bad: [{ line: 6, text: example('192.0.2.10') }],
  good: [example('db.example.com')],
  check({ services }, report) {
    for (const { object, type } of services.values()) {
      const name = object.spec.at('externalName');
      const text = type === 'ExternalName' ? name.string() : undefined;
      if (text === undefined || !parseAddress(text)) continue;
      report(
        name,
        `${text} is an address, and externalName takes a DNS name. Use a Service without a selector and an EndpointSlice.`,
      );
    }
  },
};
