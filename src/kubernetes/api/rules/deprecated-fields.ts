/**
 * Fields and annotations that are still taken and should not be written any more
 * (https://kubernetes.io/docs/reference/using-api/deprecation-policy/; kubernetes/kubernetes pkg/api/<kind>/warnings.go).
 */

import type { Field } from '../../field.ts';
import { isGiven, itemsOf } from '../field-values.ts';

function deprecated(field: Field, message: string): void {
  if (!isGiven(field)) return;
  field.scope.report({
    rule: 'SCH006',
    severity: 'warning',
    message: `${field.key} ${message}`,
    pointer: field.pointer,
  });
}

export function checkServiceFields(root: Field): void {
  deprecated(
    root.at('spec').at('loadBalancerIP'),
    'is deprecated since 1.24; use what the provider of the load balancer offers',
  );
}

/** `spec` is that of a pod or a template. */
export function checkPodFields(spec: Field): void {
  // The API server fills in the one from the other, so that pods that were read from it have both.
  if (spec.at('serviceAccount').value !== spec.at('serviceAccountName').value) {
    deprecated(spec.at('serviceAccount'), 'is the old name of serviceAccountName');
  }
  for (const volume of itemsOf(spec.at('volumes'))) {
    deprecated(volume.at('gitRepo'), 'is deprecated; clone in an init container into an emptyDir');
    deprecated(volume.at('glusterfs'), 'was removed; its driver is no part of Kubernetes any more');
  }
}

export function checkClaimAnnotations(root: Field): void {
  const annotations = root.at('metadata').at('annotations');
  deprecated(
    annotations.at('volume.beta.kubernetes.io/storage-class'),
    'is deprecated since 1.8; use storageClassName',
  );
}
