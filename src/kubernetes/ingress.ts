/**
 * networking.k8s.io/v1 Ingress (https://kubernetes.io/docs/concepts/services-networking/ingress): backends are
 * Services of the Ingress's own namespace, by the number or name of a Service port. A rule without `http` leads to
 * the default backend.
 */

import type { Document } from '../ingest/document.ts';
import type { Finding } from '../ingest/finding.ts';
import { originOf } from '../ingest/parsed-document.ts';
import type { Backend, EntryPoint } from './entry-point.ts';
import type { Field } from './field.ts';
import { readHead } from './object.ts';

export function readIngress(
  document: Document,
  defaultNamespace: string,
): { findings: readonly Finding[]; entry?: EntryPoint } {
  const { scope, apiVersion, kind, namespace, name } = readHead(document, defaultNamespace);
  if (apiVersion !== 'networking.k8s.io/v1') {
    scope.root
      .at('apiVersion')
      .refuse('SCH005', `${apiVersion} Ingress is not served any more; use networking.k8s.io/v1`);
  }
  const spec = scope.root.at('spec');
  const paths = spec.itemsAt('rules').flatMap((rule) => rule.at('http').itemsAt('paths'));
  const fields = [spec.at('defaultBackend'), ...paths.map((path) => path.at('backend'))];
  const backends = fields.flatMap((field) => readBackend(field, namespace));
  if (spec.at('defaultBackend').absent && spec.itemsAt('rules').length === 0) {
    spec.refuse('SCH004', 'an Ingress needs a defaultBackend or at least one rule');
  }
  const { findings, refused } = scope;
  if (refused) return { findings };
  return { findings, entry: { kind, namespace, name, origin: originOf(document), backends } };
}

/** A backend that is a resource, not a Service, leads to no pod. */
function readBackend(field: Field, namespace: string): Backend[] {
  const service = field.at('service').stringAt('name');
  const ports = field.at('service').at('port');
  const port = ports.integerAt('number') ?? ports.stringAt('name');
  if (service === undefined || port === undefined) return [];
  const origin = { document: field.scope.document, pointer: field.pointer };
  return [{ namespace, service, port, by: 'port', origin }];
}
