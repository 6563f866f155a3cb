/**
 * The rules of the API server that no schema holds, by kind. What the readers of the bundle and the dialects of policies
 * refuse themselves (NetworkPolicy, the network policy API, Gateway API) is not said again here.
 */

import type { Document } from '../../ingest/document.ts';
import type { Finding, Resource } from '../../ingest/finding.ts';
import { type Field, ObjectScope } from '../field.ts';
import { groupOf } from '../object.ts';
import { WORKLOAD_KINDS } from '../workload-kinds.ts';
import { checkConfigMap, checkCustomResourceDefinition, checkRoleBinding, checkSecret } from './rules/configuration.ts';
import { checkClaimAnnotations } from './rules/deprecated-fields.ts';
import { checkIngress, checkIngressClass } from './rules/ingress.ts';
import { checkMetadata } from './rules/metadata.ts';
import { checkService } from './rules/service.ts';
import { checkClaim } from './rules/volumes.ts';
import { checkAutoscaler, checkDisruptionBudget, checkWorkload } from './rules/workload.ts';

type ObjectRule = (root: Field) => void;

/** By group and kind. */
const RULES: ReadonlyMap<string, ObjectRule> = new Map<string, ObjectRule>([
  ['/ConfigMap', checkConfigMap],
  [
    '/PersistentVolumeClaim',
    (root) => {
      checkClaim(root.at('spec'));
      checkClaimAnnotations(root);
    },
  ],
  ['/Secret', checkSecret],
  ['/Service', checkService],
  ['apiextensions.k8s.io/CustomResourceDefinition', checkCustomResourceDefinition],
  ['autoscaling/HorizontalPodAutoscaler', checkAutoscaler],
  ['networking.k8s.io/Ingress', checkIngress],
  ['networking.k8s.io/IngressClass', checkIngressClass],
  ['policy/PodDisruptionBudget', checkDisruptionBudget],
  ['rbac.authorization.k8s.io/ClusterRoleBinding', checkRoleBinding],
  ['rbac.authorization.k8s.io/RoleBinding', checkRoleBinding],
  ...WORKLOAD_KINDS.map((row): [string, ObjectRule] => [
    `${row.group}/${row.kind}`,
    (root) => checkWorkload(root, row),
  ]),
]);

export function ruleFindings(document: Document, resource: Resource): readonly Finding[] {
  const scope = new ObjectScope(document);
  scope.resource = resource;
  const { apiVersion = '', kind } = resource;
  checkMetadata(scope.root, kind);
  RULES.get(`${groupOf(apiVersion)}/${kind}`)?.(scope.root);
  return scope.findings;
}
