/** CNI014: pools of addresses of Calico that overlap. */

import { overlap, type Range, rangeOf } from '../../context/addresses.ts';
import type { LintObject } from '../../context/lint-object.ts';
import { serviceRanges } from '../../context/service-ranges.ts';
import type { KubernetesRule } from '../../rule.ts';

const pool = (name: string, cidr: string) => `apiVersion: crd.projectcalico.org/v1
kind: IPPool
metadata:
  name: ${name}
spec:
  cidr: ${cidr}
`;

export const poolsOverlap: KubernetesRule = {
  id: 'CNI014',
  model: 'kubernetes',
  severity: 'error',
  title: 'Pool of addresses overlaps another',
  why: 'Calico refuses a pool that overlaps another one. One that overlaps the addresses of Services gives pods addresses that lead elsewhere.',
  fix: 'Give each pool a block of its own.',
  references: ['https://docs.tigera.io/calico/latest/reference/resources/ippool'],
  bad: [{ line: 13, text: `${pool('first', '10.48.0.0/16')}---\n${pool('second', '10.48.128.0/17')}` }],
  good: [`${pool('first', '10.48.0.0/16')}---\n${pool('second', '10.49.0.0/16')}`],
  check(context, report) {
    const pools = context.ofKind('IPPool').filter(({ group }) => group.endsWith('projectcalico.org'));
    const services = pools.length > 0 ? serviceRanges(context) : [];
    const before: { readonly object: LintObject; readonly range: Range }[] = [];
    for (const object of pools) {
      const field = object.spec.at('cidr');
      const range = rangeOf(field.string() ?? '');
      if (!range) continue;
      const other = before.find((known) => known.object.name !== object.name && overlap(known.range, range));
      const taken = services.find((service) => overlap(service.range, range));
      if (other)
        report(field, `The block overlaps that of IPPool ${other.object.name}. Give each pool a block of its own.`);
      else if (taken)
        report(field, `The block overlaps ${taken.text}, the addresses of Services (${taken.what}). Use another one.`);
      before.push({ object, range });
    }
  },
};
