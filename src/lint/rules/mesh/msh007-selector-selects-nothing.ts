/** MSH007: an object of a mesh that is about no workload. */

import type { Field } from '../../../kubernetes/field.ts';
import { readTexts } from '../../../kubernetes/texts.ts';
import type { KubernetesContext } from '../../context/kubernetes-context.ts';
import { formatNearPods } from '../../context/near-pods.ts';
import { formatRequirements, requirementsOf } from '../../context/requirements.ts';
import type { KubernetesRule } from '../../rule.ts';
import { REVIEWS } from './examples.ts';

const manifests = (app: string) => `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata:
  name: reviews
spec:
  selector:
    matchLabels: {app: ${app}}
  rules:
    - to: [{operation: {methods: [GET]}}]
${REVIEWS}`;

export const selectorSelectsNothing: KubernetesRule = {
  id: 'MSH007',
  model: 'kubernetes',
  severity: 'warning',
  title: 'Object of the mesh selects no workload',
  why: 'The policy, or the setting, has no effect: workloads stay as open, or as they were configured before.',
  fix: 'Make the selector say what the labels of the pods say; it selects pods of its own namespace, and of all of them from the root namespace.',
  references: [
    'https://istio.io/latest/docs/reference/config/analysis/ist0127/',
    'https://istio.io/latest/docs/reference/config/type/workload-selector/',
  ],
  bad: [
    { line: 7, text: manifests('revews') },
    { line: 7, complete: true, text: manifests('ratings') },
    { line: 7, severity: 'info', text: manifests('ratings') },
  ],
  good: [manifests('reviews')],
  check(context, report) {
    for (const { field, namespace } of selectors(context)) {
      const wanted = requirementsOf(readTexts(field));
      const homes = namespace === ROOT ? [...context.pods.namespaces] : [namespace];
      if (wanted.length === 0 || homes.some((home) => !context.pods.select(home, wanted).isEmpty)) continue;
      const near = context.nearPods.find(namespace, wanted);
      const hint = near ? `: ${formatNearPods(near)}` : '';
      report(
        field,
        `No pod ${namespace === ROOT ? 'of any namespace' : `of namespace ${namespace}`} has ${formatRequirements(wanted)}${hint}. Change the selector, or the labels of the pods.`,
        { absent: near === undefined },
      );
    }
  },
};

/** Whose objects are about every namespace, where Istio is not told of another one. */
const ROOT = 'istio-system';

const KINDS: readonly (readonly [kind: string, group: string, keys: readonly [string, string]])[] = [
  ['AuthorizationPolicy', 'security.istio.io', ['selector', 'matchLabels']],
  ['PeerAuthentication', 'security.istio.io', ['selector', 'matchLabels']],
  ['RequestAuthentication', 'security.istio.io', ['selector', 'matchLabels']],
  ['Telemetry', 'telemetry.istio.io', ['selector', 'matchLabels']],
  ['Sidecar', 'networking.istio.io', ['workloadSelector', 'labels']],
];

function* selectors(context: KubernetesContext): Generator<{ field: Field; namespace: string }> {
  for (const [kind, group, [outer, inner]] of KINDS) {
    for (const object of context.ofKind(kind)) {
      if (object.group === group) yield { field: object.spec.at(outer).at(inner), namespace: object.namespace };
    }
  }
}
