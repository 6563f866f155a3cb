/** CNI006: a setting of Calico that it does not know. */

import type { Field } from '../../../kubernetes/field.ts';
import type { KubernetesContext } from '../../context/kubernetes-context.ts';
import type { KubernetesRule } from '../../rule.ts';

const manifests = (backend: string) => `apiVersion: v1
kind: ConfigMap
metadata:
  name: calico-config
  namespace: kube-system
data:
  calico_backend: ${backend}
`;

export const calicoValue: KubernetesRule = {
  id: 'CNI006',
  model: 'kubernetes',
  severity: 'warning',
  title: 'Setting of Calico has a value that Calico does not know',
  why: 'The agent of the node does not start, or falls back to something else: pods of different nodes do not reach each other.',
  fix: 'Write one of the values that the finding lists.',
  references: ['https://docs.tigera.io/calico/latest/reference/configure-calico-node'],
  bad: [{ line: 7, text: manifests('ipip') }],
  good: [manifests('vxlan')],
  check(context, report) {
    for (const [field, name, values] of settings(context)) {
      const text = field.value;
      if (typeof text !== 'string' || text === '' || values.includes(text)) continue;
      report(field, `${name} is ${text}; it can be ${values.join(', ')}. Write one of these.`);
    }
  },
};

const BACKENDS = ['bird', 'vxlan', 'none'];
const MODES = ['Always', 'CrossSubnet', 'Never'];
/** The old forms of the first are read still. */
const IPIP_MODES = [...MODES, 'always', 'cross-subnet', 'cross_subnet', 'off'];

const VARIABLES: ReadonlyMap<string, readonly string[]> = new Map([
  ['CALICO_NETWORKING_BACKEND', BACKENDS],
  ['CALICO_IPV4POOL_IPIP', IPIP_MODES],
  ['CALICO_IPV4POOL_VXLAN', MODES],
  ['CALICO_IPV6POOL_VXLAN', MODES],
]);

function* settings(context: KubernetesContext): Generator<readonly [Field, string, readonly string[]]> {
  for (const { name, root } of context.ofKind('ConfigMap')) {
    if (name === 'calico-config') yield [root.at('data').at('calico_backend'), 'calico_backend', BACKENDS];
  }
  for (const { containers } of context.pods.templates) {
    for (const variable of containers.flatMap((container) => container.itemsAt('env'))) {
      const name = variable.stringAt('name') ?? '';
      const values = VARIABLES.get(name);
      if (values) yield [variable.at('value'), name, values];
    }
  }
}
