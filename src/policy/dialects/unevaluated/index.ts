/**
 * Policy kinds that are known but not evaluated. What such a policy may select could be opened or closed by it, so
 * every verdict about it is unknown, and a finding says so: never silently open.
 */

import type { Document } from '../../../ingest/document.ts';
import type { Finding } from '../../../ingest/finding.ts';
import { originOf } from '../../../ingest/parsed-document.ts';
import type { Cluster } from '../../../kubernetes/cluster.ts';
import { groupOf, readHead, typeOf } from '../../../kubernetes/object.ts';
import { type CompileContext, type Compiled, type Dialect, type PlacedTier, readAtEnd } from '../../dialect.ts';
import { ANY_PORT, type Direction, type Policy, type Rule } from '../../rule.ts';
import { ANYTHING, type Selector } from '../../selector.ts';
import { UNEVALUATED_KINDS, type UnevaluatedKind } from './kinds.ts';

export const unevaluated: Dialect<Cluster> = {
  name: 'unevaluated',
  claims: (group, kind) => kindOf(group, kind) !== undefined,
  begin: (context) => readAtEnd((documents) => compile(documents, context)),
};

function compile(documents: readonly Document[], { namespace: defaultNamespace, selectors }: CompileContext): Compiled {
  const findings: Finding[] = [];
  const placed = new Map<string, { layer: PlacedTier['layer']; policies: Policy[] }>();
  let refused = 0;
  for (const document of documents) {
    const { apiVersion, kind } = typeOf(document);
    const row = kindOf(groupOf(apiVersion), kind);
    const { scope, name, namespace } = readHead(document, defaultNamespace);
    findings.push(...scope.findings);
    if (scope.refused) refused++;
    if (!row || scope.refused) continue;
    const everywhere = row.scope === 'cluster' || namespace === row.rootNamespace;
    const subject = everywhere ? selectors.selector(ANYTHING, ANYTHING) : selectors.inNamespace(namespace, ANYTHING);
    const entry = placed.get(row.layer) ?? { layer: row.layer, policies: [] };
    entry.policies.push(unknownPolicy(document, subject, { kind, name, namespace, row }));
    placed.set(row.layer, entry);
    findings.push(notEvaluated(document, { kind, name, where: everywhere ? 'the cluster' : `namespace ${namespace}` }));
  }
  const tiers = [...placed.values()].map(({ layer, policies }) => ({
    layer,
    rank: 1,
    tier: { name: 'policies that are not evaluated', groups: [policies], ends: [] },
  }));
  const policies = [...placed.values()].flatMap((entry) => entry.policies);
  return { tiers, policies, findings, refused };
}

function kindOf(group: string, kind: string): UnevaluatedKind | undefined {
  return UNEVALUATED_KINDS.find((k) => k.group === group && k.kind === kind);
}

interface Named {
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  readonly row: UnevaluatedKind;
}

function unknownPolicy(document: Document, subject: Selector, { kind, name, namespace, row }: Named): Policy {
  const origin = originOf(document);
  const reason = `${kind} ${name} is not evaluated`;
  const rules = row.directions.flatMap((direction: Direction) =>
    (['deny', 'allow'] as const).map(
      (action): Rule => ({
        subject,
        direction,
        peers: [{ kind: 'unknown', reason }],
        ports: ANY_PORT,
        action,
        index: 0,
        origin,
      }),
    ),
  );
  return { kind, ...(row.scope === 'namespace' ? { namespace } : {}), name, origin, rules };
}

function notEvaluated(document: Document, about: { kind: string; name: string; where: string }): Finding {
  return {
    rule: 'NET040',
    severity: 'warning',
    message: `${about.kind} ${about.name} is known but not evaluated: verdicts about pods of ${about.where} are unknown`,
    place: { document, pointer: '' },
  };
}
