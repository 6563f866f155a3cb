/**
 * The labels by which the objects of a translation find each other
 * (https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/). Pods bear one label per network,
 * as containers are members of networks; those that policies need beside these say what a pod may do.
 */

import { isLabelValue } from '../kubernetes/syntax.ts';
import { dnsName, withDigest } from '../util/dns-name.ts';

export const NAME = 'app.kubernetes.io/name';
export const PART_OF = 'app.kubernetes.io/part-of';
export const MANAGED_BY = 'app.kubernetes.io/managed-by';

export const YES = 'true';
/** A pod that asks cluster DNS. */
export const RESOLVES = 'portolan/dns';
/** A pod that has a way out of the cluster. */
export const OUTSIDE = 'portolan/outside';

/** Member of a network. */
export function networkLabel(network: string): string {
  return `network.portolan/${labelName(network)}`;
}

/** One of several pods that answer to a name. */
export function nameLabel(name: string): string {
  return `name.portolan/${labelName(name)}`;
}

/** A pod that holds a service's container beside that of the service it is called after. */
export function memberLabel(name: string): string {
  return `member.portolan/${labelName(name)}`;
}

/** A pod that may dial another which is on none of its networks. */
export function dialsLabel(name: string): string {
  return `dials.portolan/${labelName(name)}`;
}

/** A text as the last part of a label's key, which has the form of a value that is not empty. */
function labelName(text: string): string {
  return text !== '' && isLabelValue(text) ? text : withDigest(dnsName(text), text);
}
