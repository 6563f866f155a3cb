/**
 * Where a rule of a route leads (https://gateway-api.sigs.k8s.io/reference/spec/#backendref): its backends, what its
 * filters mirror requests to, and the services they ask for authorization. A weight of 0 gets no traffic.
 */

import type { Origin } from '../../ingest/document.ts';
import type { Field } from '../field.ts';

export interface BackendRef {
  readonly group: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly port: number | undefined;
  readonly origin: Origin;
}

export function readBackends(rule: Field, namespace: string): BackendRef[] {
  const weighted = rule
    .at('backendRefs')
    .items()
    .filter((field) => field.at('weight').integer() !== 0);
  const filters = [rule, ...weighted].flatMap((field) => field.at('filters').items());
  return [...weighted, ...filters.flatMap(filterBackends)].map((field) => readBackend(field, namespace));
}

function filterBackends(filter: Field): Field[] {
  const mirror = filter.at('requestMirror');
  const silent = mirror.at('percent').integer() === 0 || mirror.at('fraction').at('numerator').integer() === 0;
  const fields = [...(silent ? [] : [mirror]), filter.at('externalAuth')].map((field) => field.at('backendRef'));
  return fields.filter((field) => !field.absent);
}

function readBackend(field: Field, namespace: string): BackendRef {
  const name = field.at('name').string();
  const group = field.at('group').string() ?? '';
  const kind = field.at('kind').string() ?? 'Service';
  const port = field.at('port').integer();
  if (!name) field.refuse('SCH004', 'a backendRef needs a name');
  if (group === '' && kind === 'Service' && port === undefined) {
    field.refuse('SCH004', 'a backendRef to a Service needs a port');
  }
  return {
    group,
    kind,
    namespace: field.at('namespace').string() || namespace,
    name: name ?? '',
    port,
    origin: { document: field.scope.document, pointer: field.pointer },
  };
}
