/**
 * Names as cluster DNS resolves them from a namespace
 * (https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#namespaces-of-services): `db`, `db.shop`,
 * `db.shop.svc` and `db.shop.svc.cluster.local` mean a Service; other names lie outside.
 */

export interface ServiceName {
  readonly namespace: string;
  readonly name: string;
}

/** Undefined of a name that may be one outside the cluster. */
export function serviceName(
  host: string,
  home: string,
  isNamespace: (name: string) => boolean,
): ServiceName | undefined {
  const [name = '', namespace = home, svc, ...domain] = host.toLowerCase().replace(/\.$/, '').split('.');
  const isInside = svc === undefined ? namespace === home || isNamespace(namespace) : svc === 'svc';
  if (!isInside || (domain.length > 0 && domain.join('.') !== 'cluster.local')) return undefined;
  return /^[a-z]([-a-z0-9]*[a-z0-9])?$/.test(name) ? { namespace, name } : undefined;
}
