/**
 * Who may reach a Service of type LoadBalancer, as far as its manifest tells: annotations of the clouds keep it inside
 * (https://kubernetes.io/docs/concepts/services-networking/service/#internal-load-balancer), ranges name its clients.
 */

import type { Texts } from '../../kubernetes/texts.ts';
import type { ServiceView } from './service-view.ts';

export const RANGES_ANNOTATION = 'service.beta.kubernetes.io/load-balancer-source-ranges';

/** Annotations that make a load balancer internal, with the values that do; any value where none is listed. */
const INTERNAL: readonly (readonly [key: string, values?: readonly string[]])[] = [
  ['networking.gke.io/load-balancer-type', ['Internal']],
  ['cloud.google.com/load-balancer-type', ['Internal']],
  ['service.beta.kubernetes.io/aws-load-balancer-internal', ['true', '0.0.0.0/0']],
  ['service.beta.kubernetes.io/aws-load-balancer-scheme', ['internal']],
  ['service.beta.kubernetes.io/azure-load-balancer-internal', ['true']],
  ['service.beta.kubernetes.io/openstack-internal-load-balancer', ['true']],
  ['service.beta.kubernetes.io/oci-load-balancer-internal', ['true']],
  ['service.beta.kubernetes.io/cce-load-balancer-internal-vpc', ['true']],
  ['service.beta.kubernetes.io/alibaba-cloud-loadbalancer-address-type', ['intranet']],
  ['service.beta.kubernetes.io/do-loadbalancer-network', ['INTERNAL']],
  ['service.kubernetes.io/ibm-load-balancer-cloud-provider-ip-type', ['private']],
  ['service.kubernetes.io/qcloud-loadbalancer-internal-subnetid'],
];

function isInternal(annotations: Texts): boolean {
  return INTERNAL.some(([key, values]) => {
    const value = annotations.get(key);
    return value !== undefined && (!values || values.includes(value));
  });
}

/** The blocks its clients must come from; none where anybody may be one. */
export function sourceRanges({ object }: ServiceView): readonly string[] {
  const written = object.spec.itemsAt('loadBalancerSourceRanges').map((range) => range.string() ?? '');
  return written.length > 0 ? written : listed(object.annotations.get(RANGES_ANNOTATION));
}

export function listed(ranges: string | undefined): string[] {
  return (ranges ?? '').split(',').flatMap((range) => (range.trim() === '' ? [] : [range.trim()]));
}

/**
 * Whether anybody may be a client. Of a class of its own nothing is known: what runs it may be internal by default, as
 * the controller of AWS is.
 */
export function isPublic(service: ServiceView): boolean {
  const { object, type } = service;
  if (type !== 'LoadBalancer' || isInternal(object.annotations) || !object.spec.at('loadBalancerClass').absent)
    return false;
  const ranges = sourceRanges(service);
  return ranges.length === 0 || ranges.some((range) => /\/0+$/.test(range));
}
