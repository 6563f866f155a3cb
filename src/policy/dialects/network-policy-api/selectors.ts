/**
 * Subjects, and the peers `namespaces` and `pods`. Host-networked pods are in none of them (the API's types say so of
 * each), and neither are addresses outside the cluster.
 */

import type { Field } from '../../../kubernetes/field.ts';
import { ANYTHING, type Predicate, type Selector, selector } from '../../selector.ts';
import { readLabelSelector } from '../label-selector.ts';
import type { Form } from './form.ts';
import { oneOf } from './shapes.ts';

export function readSubject(field: Field, form: Form): Selector {
  switch (oneOf(field, ['namespaces', 'pods'])) {
    case 'namespaces':
      return readNamespaces(field.at('namespaces'));
    case 'pods':
      return readPods(field.at('pods'), form);
    case undefined:
      return selector(ANYTHING, ANYTHING);
  }
}

/** Every pod of the namespaces. */
export function readNamespaces(field: Field): Selector {
  return selector(readLabelSelector(field), ANYTHING);
}

export function readPods(field: Field, form: Form): Selector {
  field.knows('namespaceSelector', 'podSelector');
  const namespace = readPart(field, 'namespaceSelector', form.needsNamespaceSelector);
  return selector(namespace, readPart(field, 'podSelector', true));
}

/**
 * An empty selector selects everything. A required one that is missing is read as empty too, which is what its author
 * meant by all that tells; the API server refuses it, and a finding says so.
 */
function readPart(pods: Field, name: string, required: boolean): Predicate {
  const field = pods.at(name);
  if (!field.absent) return readLabelSelector(field);
  if (required && pods.object()) {
    const message = `${name} is required, and the API server refuses the policy without it. It is read here as {}, which selects all; write ${name}: {}`;
    field.scope.report({ rule: 'SCH004', severity: 'error', message, pointer: pods.pointer });
  }
  return ANYTHING;
}
