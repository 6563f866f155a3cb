/** POD012: pods that ask for every outside name several times, where others of the bundle do not. */

import type { Field } from '../../../kubernetes/field.ts';
import type { PodTemplate } from '../../context/pod-template.ts';
import type { KubernetesRule } from '../../rule.ts';
import { manifests, pod } from '../fragments.ts';

const dns = (ndots: number) => `dnsConfig: {options: [{name: ndots, value: "${ndots}"}]}\n`;

/** The one of `ClusterFirst`. */
const DEFAULT = 5;

export const ndots: KubernetesRule = {
  id: 'POD012',
  model: 'kubernetes',
  severity: 'info',
  title: 'Outside names are asked for several times',
  why: 'With ndots 5 a name of fewer dots is tried with every search domain first: four lookups that fail before the one that answers. Other pods of the bundle are set to do without.',
  fix: 'Set the option ndots to 2 in dnsConfig, or write outside names with a dot at the end.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-dns-config'],
  bad: [
    { line: 5, text: pod('web', dns(5)) },
    { line: 10, text: manifests(pod('web', dns(2)), pod('api', '')) },
  ],
  good: [pod('web', dns(2)), pod('web', '')],
  check({ pods }, report) {
    const lowered = pods.templates.some((pod) => (written(pod)?.ndots ?? DEFAULT) < DEFAULT);
    for (const pod of pods.templates) {
      const own = written(pod);
      if (own ? own.ndots < DEFAULT : !lowered || pod.hostNetwork || pod.spec.at('dnsPolicy').value === 'Default')
        continue;
      const message = own
        ? `With ndots ${own.ndots} outside names are asked for several times. Set it to 2.`
        : 'Other pods of the bundle set ndots lower; these ask for outside names several times. Set it to 2 in dnsConfig.';
      report(own?.field ?? pod.object.root, message);
    }
  },
};

function written({ spec }: PodTemplate): { readonly field: Field; readonly ndots: number } | undefined {
  const field = spec
    .at('dnsConfig')
    .itemsAt('options')
    .find((option) => option.stringAt('name') === 'ndots');
  const number = Number(field?.at('value').value ?? Number.NaN);
  return field && Number.isInteger(number) ? { field, ndots: number } : undefined;
}
