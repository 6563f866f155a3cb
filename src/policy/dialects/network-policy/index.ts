/**
 * networking.k8s.io/v1 NetworkPolicy
 * (https://kubernetes.io/docs/concepts/services-networking/network-policies, defaults from
 * kubernetes/kubernetes pkg/apis/networking/v1/defaults.go): policies only allow, and are united; a pod that one
 * selects is isolated in that policy's directions. Tested in `test/policy/dialects/network-policy.test.ts`.
 */

import type { Document, Origin } from '../../../ingest/document.ts';
import type { Finding } from '../../../ingest/finding.ts';
import { originOf } from '../../../ingest/parsed-document.ts';
import type { Cluster } from '../../../kubernetes/cluster.ts';
import type { Field } from '../../../kubernetes/field.ts';
import { NAMESPACE_NAME_LABEL } from '../../../kubernetes/namespace.ts';
import { readHead } from '../../../kubernetes/object.ts';
import type { CompileContext, Compiled, Dialect, PolicyReader } from '../../dialect.ts';
import type { Direction, Peer, Policy, PortSpec, Rule } from '../../rule.ts';
import { ANYTHING, type Selector } from '../../selector.ts';
import type { TierEnd } from '../../stack.ts';
import { readLabelSelector } from '../label-selector.ts';
import { Known, type RuleContext, type Shared } from './context.ts';
import { readPeers } from './peers.ts';
import { readPorts } from './ports.ts';

export const networkPolicy: Dialect<Cluster> = {
  name: 'NetworkPolicy',
  // The group `extensions` is claimed to be refused with a message: it left Kubernetes in 1.16.
  claims: (group, kind) => kind === 'NetworkPolicy' && (group === 'networking.k8s.io' || group === 'extensions'),
  begin: (context) => new NetworkPolicies(context),
};

/** Each is read while its document is there: a cluster has ten thousands of them. */
class NetworkPolicies implements PolicyReader<Cluster> {
  readonly #shared: Shared;
  readonly #inForce = new Map<string, CompiledPolicy>();
  readonly #findings: Finding[] = [];
  #refused = 0;

  constructor(context: CompileContext) {
    this.#shared = { ...context, known: new Known() };
  }

  take(document: Document): void {
    const { policy, ends, findings } = compilePolicy(document, this.#shared);
    this.#findings.push(...findings);
    if (!policy) {
      this.#refused++;
      return;
    }
    const id = `${policy.namespace}/${policy.name}`;
    if (this.#inForce.has(id)) this.#findings.push(twice(document, id));
    this.#inForce.set(id, { policy, ends });
  }

  finish(): Compiled {
    const policies = Array.from(this.#inForce.values(), (c) => c.policy);
    const ends = Array.from(this.#inForce.values(), (c) => c.ends).flat();
    this.#inForce.clear();
    const tier = { name: 'NetworkPolicy', groups: [policies], ends };
    const tiers = policies.length > 0 ? [{ layer: 'cni', rank: 200, tier } as const] : [];
    return { tiers, policies, findings: this.#findings, refused: this.#refused };
  }
}

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

function compilePolicy(document: Document, shared: Shared): Reading {
  const { scope, apiVersion, name, namespace } = readHead(document, shared.namespace);
  if (apiVersion !== 'networking.k8s.io/v1') {
    scope.root
      .at('apiVersion')
      .refuse('SCH005', `${apiVersion} NetworkPolicy is not served any more; use networking.k8s.io/v1`);
  }
  const spec = scope.root.at('spec');
  spec.knows('podSelector', 'policyTypes', 'ingress', 'egress');
  const { selectors } = shared;
  const home = selectors.label(NAMESPACE_NAME_LABEL, namespace);
  const podSelector = spec.at('podSelector');
  const subject = selectors.selector(home, podSelector.absent ? ANYTHING : readLabelSelector(podSelector, selectors));
  const directions = readDirections(spec);
  const ingress = readRules(spec.at('ingress'), { shared, home, subject, direction: 'ingress' });
  const egress = readRules(spec.at('egress'), { shared, home, subject, direction: 'egress' });
  const { findings, refused } = scope;
  if (refused) return { findings, ends: [] };
  // A rule whose direction the policy does not apply to is ignored: it neither isolates nor allows.
  const rules = (directions.includes('ingress') ? ingress : []).concat(directions.includes('egress') ? egress : []);
  const policy = { kind: 'NetworkPolicy', namespace, name, origin: originOf(document), rules };
  return { findings, policy, ends: directions.map((direction) => ({ subject, direction, action: 'deny', policy })) };
}

/** Absent or empty `policyTypes` is Ingress, and Egress exactly where there is an egress rule. */
function readDirections(spec: Field): Direction[] {
  const types = spec.itemsAt('policyTypes');
  if (types.length > 2) spec.at('policyTypes').refuse('SCH003', 'policyTypes takes at most two entries');
  if (types.length === 0) return spec.itemsAt('egress').length > 0 ? ['ingress', 'egress'] : ['ingress'];
  const texts = types.map((t) => t.string());
  types.forEach((type, i) => {
    if (texts[i] !== 'Ingress' && texts[i] !== 'Egress') type.refuse('SCH003', 'a policy type is Ingress or Egress');
  });
  return (['ingress', 'egress'] as const).filter((d) => texts.includes(d === 'ingress' ? 'Ingress' : 'Egress'));
}

function readRules(field: Field, context: RuleContext): Rule[] {
  return field.items().map((item, index) => readRule(item, index, context));
}

function readRule(field: Field, index: number, context: RuleContext): Rule {
  const { subject, direction, shared } = context;
  const ends = direction === 'ingress' ? 'from' : 'to';
  field.knows(ends, 'ports');
  const ports = readPorts(field.at('ports'), shared.known);
  return new AllowRule(field.scope.document, {
    subject,
    direction,
    peers: readPeers(field.at(ends), context),
    ports,
    index,
  });
}

/** A cluster has tens of thousands of them, and where most of them stand is never asked. */
class AllowRule implements Rule {
  readonly subject: Selector;
  readonly direction: Direction;
  readonly peers: readonly Peer[];
  readonly ports: PortSpec;
  readonly index: number;
  readonly #document: Document;
  #origin: Origin | undefined;

  constructor(document: Document, { subject, direction, peers, ports, index }: Omit<Rule, 'action' | 'origin'>) {
    this.subject = subject;
    this.direction = direction;
    this.peers = peers;
    this.ports = ports;
    this.index = index;
    this.#document = document;
  }

  get action(): 'allow' {
    return 'allow';
  }

  get origin(): Origin {
    this.#origin ??= { document: this.#document, pointer: `/spec/${this.direction}/${this.index}` };
    return this.#origin;
  }
}

function twice(document: Document, id: string): Finding {
  return {
    rule: 'SCH007',
    severity: 'error',
    message: `NetworkPolicy ${id} is defined twice in the bundle; the one that comes last by file and position counts. Remove one`,
    place: { document, pointer: '' },
  };
}
