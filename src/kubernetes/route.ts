/**
 * route.openshift.io/v1 Route
 * (https://docs.openshift.com/container-platform/latest/rest_api/network_apis/route-route-openshift-io-v1.html):
 * `to` and `alternateBackends` are Services of its namespace; `port.targetPort` names a port of the Service's
 * endpoints, and without it every port is meant. A weight of 0 gets no traffic.
 */

import type { Document } from '../ingest/document.ts';
import type { Finding } from '../ingest/finding.ts';
import { originOf } from '../ingest/parsed-document.ts';
import type { Backend, EntryPoint } from './entry-point.ts';
import { readHead } from './object.ts';

export function readRoute(
  document: Document,
  defaultNamespace: string,
): { findings: readonly Finding[]; entry?: EntryPoint } {
  const { scope, kind, namespace, name } = readHead(document, defaultNamespace);
  const spec = scope.root.at('spec');
  const target = spec.at('port').at('targetPort');
  const port = (typeof target.value === 'string' ? target.value : target.integer()) ?? 'all';
  const backends = [spec.at('to'), ...spec.at('alternateBackends').items()].flatMap((field): Backend[] => {
    const service = field.at('name').string();
    const kindOf = field.at('kind').string() ?? 'Service';
    if (service === undefined || kindOf !== 'Service' || field.at('weight').integer() === 0) return [];
    const origin = { document, pointer: field.pointer };
    return [{ namespace, service, port, by: 'targetPort', origin }];
  });
  const { findings, refused } = scope;
  if (refused) return { findings };
  return { findings, entry: { kind, namespace, name, origin: originOf(document), backends } };
}
