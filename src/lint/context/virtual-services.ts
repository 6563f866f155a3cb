/** VirtualServices as rules see them (https://istio.io/latest/docs/reference/config/networking/virtual-service/). */

import type { Field } from '../../kubernetes/field.ts';
import type { KubernetesContext } from './kubernetes-context.ts';
import type { LintObject } from './lint-object.ts';

export const ISTIO_NETWORKING = 'networking.istio.io';

/** Objects of a kind of Istio's networking group, whose names other groups have too. */
export function istioObjects(context: KubernetesContext, kind: string): readonly LintObject[] {
  return context.ofKind(kind).filter(({ group }) => group === ISTIO_NETWORKING);
}

/** Where requests and connections are sent: each has `host`, and may have `subset` and `port`. */
export function destinationsOf({ spec }: LintObject): Field[] {
  const routes = ['http', 'tls', 'tcp'].flatMap((key) => spec.itemsAt(key));
  return routes.flatMap((route) => {
    const weighted = route.itemsAt('route').map((item) => item.at('destination'));
    const mirrored = route.itemsAt('mirrors').map((item) => item.at('destination'));
    const mirror = route.at('mirror');
    return [...weighted, ...mirrored, ...(mirror.absent ? [] : [mirror])];
  });
}

/** The Gateways it is bound to, as `namespace/name`; `mesh` is every sidecar, and is meant where none is named. */
export function gatewaysOf({ spec, namespace }: LintObject): { readonly field: Field; readonly id: string }[] {
  return spec.itemsAt('gateways').flatMap((field) => {
    const text = field.string();
    if (!text) return [];
    return [{ field, id: text === 'mesh' || text.includes('/') ? text : `${namespace}/${text}` }];
  });
}

/** Whether it is about traffic inside the mesh. */
export function isForMesh(object: LintObject): boolean {
  const bound = gatewaysOf(object);
  return bound.length === 0 || bound.some(({ id }) => id === 'mesh');
}
