/**
 * What a host of an Istio object means
 * (https://istio.io/latest/docs/reference/config/networking/virtual-service/#Destination): a name without dots is a
 * Service of the object's own namespace; any other is taken as it is written, for a Service by its full name, or for
 * what a ServiceEntry declares.
 */

import type { KubernetesContext } from './kubernetes-context.ts';
import type { ServiceView } from './service-view.ts';

export type MeshHost =
  | { readonly kind: 'service'; readonly service: ServiceView }
  /** A wildcard, or a host that a ServiceEntry declares: nothing is to be said. */
  | { readonly kind: 'other' }
  /** `meant` is a host that is known, where this one is likely to be a slip of it. */
  | { readonly kind: 'unknown'; readonly meant: string | undefined };

const DOMAIN = '.svc.cluster.local';
const OTHER: MeshHost = { kind: 'other' };

export function meshHost(context: KubernetesContext, host: string, namespace: string): MeshHost {
  if (host === '' || host.includes('*') || isDeclared(context, host)) return OTHER;
  const { name, home } = splitHost(host, namespace);
  const service = home === undefined ? undefined : context.services.get(`${home}/${name}`);
  if (service) return { kind: 'service', service };
  return { kind: 'unknown', meant: meantBy(context, host, { name, home }) };
}

interface Split {
  readonly name: string;
  /** Undefined of a host that is no Service by the way it is written. */
  readonly home: string | undefined;
}

function splitHost(host: string, namespace: string): Split {
  if (!host.includes('.')) return { name: host, home: namespace };
  const [name = '', home = '', ...rest] = host.split('.');
  return { name, home: ['svc', DOMAIN.slice(1)].includes(rest.join('.')) ? home : undefined };
}

function isDeclared(context: KubernetesContext, host: string): boolean {
  return context.ofKind('ServiceEntry').some(({ group, spec }) => {
    if (group !== 'networking.istio.io') return false;
    return spec
      .itemsAt('hosts')
      .some(({ value }) => value === host || (typeof value === 'string' && holds(value, host)));
  });
}

function holds(wildcard: string, host: string): boolean {
  return wildcard.startsWith('*') && host.endsWith(wildcard.slice(1));
}

function meantBy(context: KubernetesContext, host: string, { name, home }: Split): string | undefined {
  if (home === undefined) {
    // `reviews.shop` is no short name: dots are taken as they are.
    const [short = '', space = '', ...rest] = host.split('.');
    return rest.length === 0 && context.services.has(`${space}/${short}`) ? `${host}${DOMAIN}` : undefined;
  }
  const near = context.named('Service', '').nearest(home, name);
  return near && `${near.name}.${near.namespace}${DOMAIN}`;
}
