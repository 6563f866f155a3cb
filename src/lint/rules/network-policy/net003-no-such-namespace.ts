/** NET003: a peer that means no namespace. */

import type { Field } from '../../../kubernetes/field.ts';
import { NAMESPACE_NAME_LABEL } from '../../../kubernetes/namespace.ts';
import type { KubernetesContext } from '../../context/kubernetes-context.ts';
import { formatRequirements, type Requirement } from '../../context/requirements.ts';
import { originOf } from '../../place.ts';
import type { KubernetesRule, Remarks } from '../../rule.ts';
import { deployment, manifests, namespace, policy } from '../fragments.ts';

const example = (key: string) =>
  manifests(
    namespace('monitoring'),
    deployment({ name: 'scraper', namespace: 'monitoring' }),
    deployment({ name: 'api' }),
    policy(
      'api',
      `podSelector: {}\ningress:\n  - from:\n      - namespaceSelector:\n          matchLabels: {${key}: monitoring}\n`,
    ),
  );

/** There in every cluster, whatever a bundle shows. */
const SYSTEM: readonly string[] = ['default', 'kube-system', 'kube-public', 'kube-node-lease'];

export const noSuchNamespace: KubernetesRule = {
  id: 'NET003',
  model: 'kubernetes',
  severity: 'warning',
  title: 'A peer means no namespace',
  why: 'The rule lets nobody through. Namespaces have no label `name`; the one each has is kubernetes.io/metadata.name.',
  fix: 'Select a label the namespace has: kubernetes.io/metadata.name with its name, or one of its own.',
  references: [
    'https://kubernetes.io/docs/concepts/services-networking/network-policies/#targeting-a-namespace-by-its-name',
  ],
  bad: [{ line: 42, text: example('name') }],
  good: [example(NAMESPACE_NAME_LABEL)],
  check(context, report) {
    for (const { rules } of context.policies) {
      for (const peer of rules.flatMap(({ peers }) => peers)) {
        if (peer.kind === 'block' || !peer.namespaceRequirements || peer.namespaces.length > 0) continue;
        const requirements = peer.namespaceRequirements;
        if (
          requirements.some(({ key, values }) => key === NAMESPACE_NAME_LABEL && values.some((v) => SYSTEM.includes(v)))
        )
          continue;
        const selector = peer.field.at('namespaceSelector');
        const near = nearNamespace(requirements, context);
        const hint = near ? `Namespace ${near.name} has ${NAMESPACE_NAME_LABEL}: ${near.name}` : 'Check the selector';
        report(selector, `No namespace has ${formatRequirements(requirements)}. ${hint}.`, {
          absent: near === undefined,
          ...(near ? fixOf(selector, near) : {}),
        });
      }
    }
  },
};

interface NearNamespace {
  readonly name: string;
  readonly requirement: Requirement;
}

/** A namespace that is called what some label is asked to be, or nearly so. */
function nearNamespace(
  requirements: readonly Requirement[],
  { namespaces, near }: KubernetesContext,
): NearNamespace | undefined {
  for (const requirement of requirements) {
    const [value, ...more] = requirement.operator === 'In' ? requirement.values : [];
    if (value === undefined || more.length > 0) continue;
    if (namespaces.has(value)) return { name: value, requirement };
    const name = requirement.key === NAMESPACE_NAME_LABEL ? near.find(value, namespaces.keys()) : undefined;
    if (name !== undefined) return { name, requirement };
  }
  return undefined;
}

function fixOf(selector: Field, { name, requirement: { key } }: NearNamespace): Pick<Remarks, 'fix'> {
  const at = originOf(selector.at('matchLabels').at(key));
  const title = `Select ${NAMESPACE_NAME_LABEL}: ${name}`;
  if (key === NAMESPACE_NAME_LABEL) return { fix: { title, safe: false, edits: [{ kind: 'set', at, value: name }] } };
  return { fix: { title, safe: false, edits: [{ kind: 'rename', at, key: NAMESPACE_NAME_LABEL }] } };
}
