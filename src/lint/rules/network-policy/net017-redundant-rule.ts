/** NET017: a rule that another rule of the policy makes superfluous. */

import { MAX_PORT } from '../../../algebra/connection-set.ts';
import type { Field } from '../../../kubernetes/field.ts';
import type { PolicyPort } from '../../context/policy-ports.ts';
import type { PolicyRuleView } from '../../context/policy-view.ts';
import { without } from '../../fixes.ts';
import type { KubernetesRule } from '../../rule.ts';
import { policy } from '../fragments.ts';

const example = (second: string) =>
  policy(
    'web',
    `podSelector: {}\ningress:\n  - from: [{podSelector: {}}, {namespaceSelector: {}}]\n    ports: [{port: 8000, endPort: 9000}]\n  - ${second}\n`,
  );

/** More rules than so many are not compared with each other. */
const MOST_RULES = 100;

export const redundantRule: KubernetesRule = {
  id: 'NET017',
  model: 'kubernetes',
  severity: 'info',
  title: 'A rule lets through what another rule lets through anyway',
  why: 'Whoever reads the policy takes the narrow rule for what holds, and the wide one holds.',
  fix: 'Remove the narrow rule, or the wide one if that is not meant.',
  references: [
    'https://kubernetes.io/docs/concepts/services-networking/network-policies/#the-two-sorts-of-pod-isolation',
  ],
  bad: [{ line: 9, text: example('{from: [{podSelector: {}}], ports: [{port: 8080}]}') }],
  good: [example('{from: [{podSelector: {}}], ports: [{port: 7000}]}')],
  check({ policies }, report) {
    for (const policy of policies) {
      for (const direction of ['ingress', 'egress'] as const) {
        const rules = policy.rulesOf(direction).slice(0, MOST_RULES);
        for (const [i, rule] of rules.entries()) {
          const wide = rules.findIndex(
            (other, at) => at !== i && implies(other, rule) && (at < i || !implies(rule, other)),
          );
          if (wide < 0) continue;
          report(rule.field, `Rule ${wide + 1} lets all of this through. Remove one of the two.`, without(rule.field));
        }
      }
    }
  },
};

/** Whether whatever the second lets through, the first does. Peers are compared as they are written. */
function implies(wide: PolicyRuleView, narrow: PolicyRuleView): boolean {
  const peers = wide.isAnyone || (!narrow.isAnyone && isPart(narrow.ends, wide.ends));
  if (!peers) return false;
  return (
    wide.isAnyPort ||
    (!narrow.isAnyPort && narrow.ports.every((port) => wide.ports.some((other) => holds(other, port))))
  );
}

function isPart(items: Field, of: Field): boolean {
  const texts = new Set(of.items().map(({ value }) => JSON.stringify(value)));
  return items.items().every(({ value }) => texts.has(JSON.stringify(value)));
}

function holds(outer: PolicyPort, inner: PolicyPort): boolean {
  if (outer.protocol !== inner.protocol) return false;
  if (inner.name !== undefined) return outer.name === inner.name || (outer.first === 1 && outer.last === MAX_PORT);
  return outer.name === undefined && outer.first <= inner.first && inner.last <= outer.last;
}
