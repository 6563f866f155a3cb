/**
 * Subjects, and the peers `namespaces` and `pods`. Host-networked pods are in none of them (the API's types say so of
 * each), and neither are addresses outside the cluster.
 */

import type { Field } from '../../../kubernetes/field.ts';
import { ANYTHING, type Predicate, type Selector } from '../../selector.ts';
import type { SelectorPool } from '../../selector-pool.ts';
import { readLabelSelector } from '../label-selector.ts';
import type { Form } from './form.ts';
import { oneOf } from './shapes.ts';

export function readSubject(field: Field, form: Form, pool: SelectorPool): Selector {
  switch (oneOf(field, ['namespaces', 'pods'])) {
    case 'namespaces':
      return readNamespaces(field.at('namespaces'), pool);
    case 'pods':
      return readPods(field.at('pods'), form, pool);
    case undefined:
      return pool.selector(ANYTHING, ANYTHING);
  }
}

/** Every pod of the namespaces. */
export function readNamespaces(field: Field, pool: SelectorPool): Selector {
  return pool.selector(readLabelSelector(field, pool), ANYTHING);
}

export function readPods(field: Field, form: Form, pool: SelectorPool): Selector {
  field.knows('namespaceSelector', 'podSelector');
  const namespace = readPart(field, { name: 'namespaceSelector', required: form.needsNamespaceSelector, pool });
  return pool.selector(namespace, readPart(field, { name: 'podSelector', required: true, pool }));
}

interface Part {
  readonly name: string;
  readonly required: boolean;
  readonly pool: SelectorPool;
}

/**
 * An empty selector selects everything. A required one that is missing is read as empty too, which is what its author
 * meant by all that tells; the API server refuses it, and a finding says so.
 */
function readPart(pods: Field, { name, required, pool }: Part): Predicate {
  const field = pods.at(name);
  if (!field.absent) return readLabelSelector(field, pool);
  if (required && pods.object()) {
    const message = `${name} is required, and the API server refuses the policy without it. It is read here as {}, which selects all; write ${name}: {}`;
    field.scope.report({ rule: 'SCH004', severity: 'error', message, pointer: pods.pointer });
  }
  return ANYTHING;
}
