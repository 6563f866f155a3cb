/**
 * networking.k8s.io/v1 NetworkPolicy
 * (https://kubernetes.io/docs/concepts/services-networking/network-policies, defaults from
 * kubernetes/kubernetes pkg/apis/networking/v1/defaults.go): policies only allow, and are united; a pod that one
 * selects is isolated in that policy's directions. Tested in `test/policy/dialects/network-policy.test.ts`.
 */

import type { Document } from '../../../ingest/document.ts';
import type { Finding } from '../../../ingest/finding.ts';
import type { Cluster } from '../../../kubernetes/cluster.ts';
import type { Field } from '../../../kubernetes/field.ts';
import { readHead } from '../../../kubernetes/object.ts';
import type { CompileOptions, Dialect } from '../../dialect.ts';
import type { Direction, Policy, Rule } from '../../rule.ts';
import { ANYTHING, inNamespace, type Selector } from '../../selector.ts';
import type { TierEnd } from '../../stack.ts';
import { readLabelSelector } from '../label-selector.ts';
import { type RuleContext, readPeers } from './peers.ts';
import { readPorts } from './ports.ts';

export const networkPolicy: Dialect<Cluster> = {
  name: 'NetworkPolicy',
  // The group `extensions` is claimed to be refused with a message: it left Kubernetes in 1.16.
  claims: (group, kind) => kind === 'NetworkPolicy' && (group === 'networking.k8s.io' || group === 'extensions'),
  compile: (documents, _cluster, options) => {
    const findings: Finding[] = [];
    const inForce = new Map<string, CompiledPolicy>();
    let refused = 0;
    for (const document of documents) {
      const compiled = compilePolicy(document, options);
      findings.push(...compiled.findings);
      if (!compiled.policy) {
        refused++;
        continue;
      }
      const id = `${compiled.policy.namespace}/${compiled.policy.name}`;
      if (inForce.has(id)) findings.push(twice(document, id));
      inForce.set(id, { policy: compiled.policy, ends: compiled.ends });
    }
    const policies = [...inForce.values()].map((c) => c.policy);
    const ends = [...inForce.values()].flatMap((c) => c.ends);
    const tier = { name: 'NetworkPolicy', groups: [policies], ends };
    return { tiers: policies.length > 0 ? [{ layer: 'cni', rank: 200, tier }] : [], policies, findings, refused };
  },
};

interface CompiledPolicy {
  readonly policy: Policy;
  readonly ends: readonly TierEnd[];
}

interface Reading {
  readonly findings: readonly Finding[];
  /** Absent where the API server would refuse the object. */
  readonly policy?: Policy;
  readonly ends: readonly TierEnd[];
}

function compilePolicy(document: Document, options: CompileOptions): Reading {
  const { scope, apiVersion, name, namespace } = readHead(document, options.namespace);
  if (apiVersion !== 'networking.k8s.io/v1') {
    scope.root
      .at('apiVersion')
      .refuse('SCH005', `${apiVersion} NetworkPolicy is not served any more; use networking.k8s.io/v1`);
  }
  const spec = scope.root.at('spec');
  spec.knows('podSelector', 'policyTypes', 'ingress', 'egress');
  const podSelector = spec.at('podSelector');
  const subject = inNamespace(namespace, podSelector.absent ? ANYTHING : readLabelSelector(podSelector));
  const directions = readDirections(spec);
  const context = { subject, namespace, options };
  const ingress = spec
    .at('ingress')
    .items()
    .map((field, i) => readRule(field, i, { ...context, direction: 'ingress' }));
  const egress = spec
    .at('egress')
    .items()
    .map((field, i) => readRule(field, i, { ...context, direction: 'egress' }));
  const { findings, refused } = scope;
  if (refused) return { findings, ends: [] };
  // A rule whose direction the policy does not apply to is ignored: it neither isolates nor allows.
  const rules = [...ingress, ...egress].filter((rule) => directions.includes(rule.direction));
  const policy = { kind: 'NetworkPolicy', namespace, name, origin: { document, pointer: '' }, rules };
  return { findings, policy, ends: directions.map((direction) => ({ subject, direction, action: 'deny', policy })) };
}

/** Absent or empty `policyTypes` is Ingress, and Egress exactly where there is an egress rule. */
function readDirections(spec: Field): Direction[] {
  const types = spec.at('policyTypes').items();
  if (types.length > 2) spec.at('policyTypes').refuse('SCH003', 'policyTypes takes at most two entries');
  if (types.length === 0) return spec.at('egress').items().length > 0 ? ['ingress', 'egress'] : ['ingress'];
  const texts = types.map((t) => t.string());
  types.forEach((type, i) => {
    if (texts[i] !== 'Ingress' && texts[i] !== 'Egress') type.refuse('SCH003', 'a policy type is Ingress or Egress');
  });
  return (['ingress', 'egress'] as const).filter((d) => texts.includes(d === 'ingress' ? 'Ingress' : 'Egress'));
}

function readRule(
  field: Field,
  index: number,
  context: RuleContext & { readonly subject: Selector; readonly direction: Direction },
): Rule {
  const { subject, direction } = context;
  const ends = direction === 'ingress' ? 'from' : 'to';
  field.knows(ends, 'ports');
  return {
    subject,
    direction,
    peers: readPeers(field.at(ends), context),
    ports: readPorts(field.at('ports')),
    action: 'allow',
    index,
    origin: { document: field.scope.document, pointer: field.pointer },
  };
}

function twice(document: Document, id: string): Finding {
  return {
    rule: 'SCH007',
    severity: 'error',
    message: `NetworkPolicy ${id} is defined twice in the bundle; the one that comes last by file and position counts. Remove one`,
    place: { document, pointer: '' },
  };
}
