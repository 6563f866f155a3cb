/** What reach knows of the policies themselves, as findings. */

import type { Reach } from '../engine/reach.ts';
import type { Finding } from '../ingest/finding.ts';
import type { Policy } from '../policy/rule.ts';
import type { PolicyStack } from '../policy/stack.ts';
import type { Opening } from '../policy/way.ts';
import { type HiddenSource, hiddenSources, idlePolicies } from '../queries/policy-notes.ts';

interface Given {
  readonly stack: PolicyStack;
  readonly policies: readonly Policy[];
  readonly openings: readonly Opening[];
}

export function policyFindings(reach: Reach, { stack, policies, openings }: Given): Finding[] {
  const idle = idlePolicies(reach, stack);
  const nothing = policies.filter((policy) => idle.has(policy)).map(selectsNothing);
  return [...nothing, ...hiddenSources(reach, stack, openings).map(hiddenSource)];
}

/** Info, no more: what is not in the bundle may exist. */
function selectsNothing({ kind, name, origin }: Policy): Finding {
  const message = `${kind} ${name} selects no workload of the bundle: check its selector and its namespace`;
  return { rule: 'NET001', severity: 'info', message, place: origin };
}

function hiddenSource({ opening, policy, rule }: HiddenSource): Finding {
  const { kind, namespace, name } = opening.by;
  const message = `${policy.kind} ${policy.name}: clients of ${kind} ${namespace}/${name} may arrive with the address of a node, which this rule does not name; set externalTrafficPolicy: Local to keep theirs`;
  return { rule: 'NET037', severity: 'warning', message, place: rule.origin };
}
