/** References to Services in routes of Gateway API (https://gateway-api.sigs.k8s.io/reference/spec/#backendref). */

import type { Field } from '../../kubernetes/field.ts';
import { GATEWAY_GROUP } from '../../kubernetes/gateway/api.ts';
import { ROUTE_KINDS } from '../../kubernetes/gateway/route-kinds.ts';
import type { KubernetesContext } from './kubernetes-context.ts';
import type { LintObject } from './lint-object.ts';

export interface ServiceRef {
  readonly route: LintObject;
  readonly field: Field;
  readonly namespace: string;
  readonly name: string;
  readonly port: number | undefined;
}

/** The routes of every kind that is read. */
export function routesOf(context: KubernetesContext): readonly LintObject[] {
  return ROUTE_KINDS.flatMap(({ kind }) => context.ofKind(kind)).filter(({ group }) => group === GATEWAY_GROUP);
}

/** Every reference to a Service, those of filters among them. */
export function backendRefs(context: KubernetesContext): ServiceRef[] {
  return routesOf(context).flatMap((route) =>
    route.spec.itemsAt('rules').flatMap((rule) => {
      const weighted = rule.itemsAt('backendRefs');
      const filters = [rule, ...weighted].flatMap((field) => field.itemsAt('filters'));
      const mirrors = filters.flatMap((filter) => ['requestMirror', 'externalAuth'].map((key) => filter.at(key)));
      return [...weighted, ...mirrors.map((field) => field.at('backendRef'))].flatMap((field) => readRef(route, field));
    }),
  );
}

function readRef(route: LintObject, field: Field): ServiceRef[] {
  const name = field.stringAt('name');
  const isService = (field.stringAt('kind') ?? 'Service') === 'Service' && !field.stringAt('group');
  if (!name || !isService) return [];
  const namespace = field.stringAt('namespace') || route.namespace;
  return [{ route, field, namespace, name, port: field.integerAt('port') }];
}
