/** NET027: a rule of one side, whose connections the other side denies. */

import { intersect, isEmpty, union } from '../../../algebra/connection-set.ts';
import type { NodeSet } from '../../../engine/node-set.ts';
import { portsAt } from '../../../engine/port-names.ts';
import type { Reach } from '../../../engine/reach.ts';
import type { Policy, Rule } from '../../../policy/rule.ts';
import { endpointsIn } from '../../../queries/selections.ts';
import type { KubernetesRule } from '../../rule.ts';
import { DNS_RULE, deployment, manifests, policy } from '../fragments.ts';

const example = (peer: string) =>
  manifests(
    deployment({ name: 'web' }),
    deployment({ name: 'api' }),
    policy(
      'api',
      'podSelector: {matchLabels: {app: api}}\ningress:\n  - from: [{podSelector: {matchLabels: {app: web}}}]\n',
    ),
    policy(
      'web',
      `podSelector: {matchLabels: {app: web}}\npolicyTypes: [Egress]\negress:\n- to: [{podSelector: {matchLabels: {app: ${peer}}}}]\n${DNS_RULE}`,
    ),
  );

/** A rule about more pairs of pods is not judged; nor are any after so many questions about one bundle. */
const MOST_PAIRS = 400;
const MOST_QUESTIONS = 50_000;

export const oneSided: KubernetesRule = {
  id: 'NET027',
  model: 'kubernetes',
  severity: 'warning',
  title: 'One side allows what the other side denies',
  why: 'A connection needs the egress rules of where it comes from and the ingress rules of where it goes to: with one of them alone it times out.',
  fix: 'Allow it on the other side too, or remove the rule.',
  references: [
    'https://kubernetes.io/docs/concepts/services-networking/network-policies/#the-two-sorts-of-pod-isolation',
  ],
  bad: [{ line: 37, text: example('cache') }],
  good: [example('api')],
  check(context, report) {
    if (context.policies.length < 2) return;
    const { reach, policies } = context.reach;
    const judge = new Judge(reach);
    for (const policy of policies) {
      if (policy.kind !== 'NetworkPolicy') continue;
      for (const rule of policy.rules) {
        const other = judge.deniedBy(rule);
        if (!other) continue;
        const { policies: theirs, workload } = other;
        const side = rule.direction === 'ingress' ? 'egress' : 'ingress';
        const names = [...theirs].map(({ name }) => name).join(', ');
        report(
          rule.origin,
          `This rule allows what nobody can use: ${names} ${theirs.size === 1 ? 'selects' : 'select'} ${workload} for ${side} and ${theirs.size === 1 ? 'denies' : 'deny'} it. Allow it there too.`,
        );
      }
    }
  },
};

interface Denied {
  readonly policies: ReadonlySet<Policy>;
  /** One of the pods at the other end. */
  readonly workload: string;
}

class Judge {
  readonly #reach: Reach;
  #left = MOST_QUESTIONS;

  constructor(reach: Reach) {
    this.#reach = reach;
  }

  /** Who denies all that a rule allows, at the other end; undefined where some pair may use it. */
  deniedBy({ subject, peers, direction, ports, action }: Rule): Denied | undefined {
    if (action !== 'allow' || peers.some(({ kind }) => kind !== 'endpoints')) return undefined;
    const subjects = this.#means({ kind: 'endpoints', selector: subject });
    const others = peers.map((peer) => this.#means(peer));
    // Counted before anything is listed: most rules that mean many pods end here.
    const pairs = subjects.size * others.reduce((sum, { size }) => sum + size, 0);
    if (pairs > MOST_PAIRS) return undefined;
    const own = endpointsIn(this.#reach, subjects);
    let denied: number | undefined;
    for (const there of others.flatMap((set) => [...endpointsIn(this.#reach, set)])) {
      for (const here of own) {
        if (here === there || this.#left-- <= 0) continue;
        const [from, to] = direction === 'ingress' ? [there, here] : [here, there];
        const wanted = portsAt(ports, this.#reach.nodes[to]);
        if (isEmpty(wanted)) continue;
        const { allow, unknown } = this.#reach.between(from, to);
        if (!isEmpty(intersect(union(allow, unknown), wanted))) return undefined;
        denied ??= there;
      }
    }
    return denied === undefined || this.#left <= 0 ? undefined : this.#blamed(denied, direction);
  }

  #means(peer: Rule['peers'][number]): NodeSet {
    return this.#reach.membershipOf(peer).sure;
  }

  #blamed(node: number, direction: Rule['direction']): Denied | undefined {
    const policies = this.#reach.selectedBy(node, direction === 'ingress' ? 'egress' : 'ingress');
    const found = this.#reach.nodes[node];
    return policies.size === 0 || found?.kind !== 'endpoint' ? undefined : { policies, workload: found.endpoint.id };
  }
}
