/** What the rules say of an analysed bundle; reach is computed where one of them asks for it. */

import type { Finding } from '../ingest/finding.ts';
import type { ReachFacts } from '../lint/context/reach-facts.ts';
import { lintKubernetes } from '../lint/lint-kubernetes.ts';
import type { Analysis } from './analysis.ts';
import { once } from './once.ts';

/** `complete`: what is not in the bundle does not exist. */
export function clusterLint(analysis: Analysis, complete: boolean): readonly Finding[] {
  const reach = once(() => reachFacts(analysis));
  const asksPlugin = analysis.options.enforcement === 'auto';
  return lintKubernetes({ objects: analysis.objects, complete, reach, cni: analysis.evidence, asksPlugin });
}

function reachFacts(analysis: Analysis): ReachFacts {
  return {
    reach: analysis.reach(),
    stack: analysis.enforcement().stack,
    policies: analysis.policies().policies,
    frontEnds: analysis.frontEnds(),
    entries: analysis.openings().entry,
    outside: analysis.openings().outside,
  };
}
