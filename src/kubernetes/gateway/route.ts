/**
 * Routes of Gateway API (https://gateway-api.sigs.k8s.io/concepts/api-overview/#route-resources): the parents they ask
 * to attach to, and the backends they lead to.
 */

import type { Document, Origin } from '../../ingest/document.ts';
import type { Finding, Resource } from '../../ingest/finding.ts';
import { originOf } from '../../ingest/parsed-document.ts';
import type { Field } from '../field.ts';
import { finish, GATEWAY_GROUP, type Reading, readGatewayHead } from './api.ts';
import { type BackendRef, readBackends } from './backend-ref.ts';
import type { RouteKind } from './route-kinds.ts';

export interface ParentRef {
  readonly group: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly sectionName: string | undefined;
  readonly port: number | undefined;
  readonly origin: Origin;
}

export interface Route {
  readonly row: RouteKind;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly origin: Origin;
  readonly resource: Resource;
  /** Empty: every host name. */
  readonly hostnames: readonly string[];
  readonly parents: readonly ParentRef[];
  readonly backends: readonly BackendRef[];
}

export function readGatewayRoute(document: Document, row: RouteKind, defaultNamespace: string): Reading<Route> {
  const head = readGatewayHead(document, defaultNamespace);
  const { apiVersion, kind, namespace, name } = head;
  const spec = head.scope.root.at('spec');
  return finish(head, {
    row,
    kind,
    namespace,
    name,
    origin: originOf(document),
    resource: { apiVersion, kind, namespace, name },
    hostnames: row.hostnames ? readHostnames(spec.at('hostnames')) : [],
    parents: spec
      .at('parentRefs')
      .items()
      .map((field) => readParent(field, namespace)),
    backends: spec
      .at('rules')
      .items()
      .flatMap((rule) => readBackends(rule, namespace)),
  });
}

function readHostnames(field: Field): string[] {
  return field.items().flatMap((item) => item.string() ?? []);
}

function readParent(field: Field, namespace: string): ParentRef {
  const name = field.at('name').string();
  if (!name) field.refuse('SCH004', 'a parentRef needs a name');
  return {
    group: field.at('group').string() ?? GATEWAY_GROUP,
    kind: field.at('kind').string() ?? 'Gateway',
    namespace: field.at('namespace').string() || namespace,
    name: name ?? '',
    sectionName: field.at('sectionName').string() || undefined,
    port: field.at('port').integer(),
    origin: { document: field.scope.document, pointer: field.pointer },
  };
}

/** A finding about a route, at a reference in it. */
export function routeFinding(
  { kind, name, resource }: Route,
  place: Origin,
  { rule, severity, message }: Pick<Finding, 'rule' | 'severity' | 'message'>,
): Finding {
  return { rule, severity, message: `${kind} ${name}: ${message}`, place, resource };
}
