/**
 * Services (https://kubernetes.io/docs/concepts/services-networking/service): which pods they lead to and at which
 * port. Policies are about pods, so it is the target port that decides.
 */

import { type AddressSet, blockSet, unionAddresses } from '../algebra/address-set.ts';
import { parseCidr } from '../algebra/cidr.ts';
import type { Protocol } from '../algebra/connection-set.ts';
import type { Document, Origin } from '../ingest/document.ts';
import type { Finding } from '../ingest/finding.ts';
import { originOf } from '../ingest/parsed-document.ts';
import { present } from '../util/ordering.ts';
import type { SharedLists } from '../util/shared-lists.ts';
import type { Field } from './field.ts';
import { readHead } from './object.ts';
import { readProtocol } from './pod.ts';
import { readTexts, type Texts } from './texts.ts';

export interface ServicePort {
  readonly name: string | undefined;
  readonly protocol: Protocol;
  readonly port: number;
  /** A number, or a name that each pod resolves for itself. */
  readonly targetPort: number | string;
  readonly nodePort: number | undefined;
}

export type ServiceType = 'ClusterIP' | 'NodePort' | 'LoadBalancer' | 'ExternalName';

export interface Service {
  readonly namespace: string;
  readonly name: string;
  readonly origin: Origin;
  readonly type: ServiceType;
  /** Whether its name resolves to the pods themselves, so that clients dial the pod's own port. */
  readonly headless: boolean;
  /** Undefined where it has none: then its endpoints are written by hand. An empty one counts as none. */
  readonly selector: Texts | undefined;
  readonly ports: readonly ServicePort[];
  readonly externalName: string | undefined;
  readonly hasExternalIPs: boolean;
  /** Where clients of the load balancer may come from; undefined: anywhere. */
  readonly sourceRanges: AddressSet | undefined;
  readonly externalTrafficPolicy: string | undefined;
  readonly internalTrafficPolicy: string | undefined;
}

const TYPES: readonly ServiceType[] = ['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'];

export function readService(
  document: Document,
  { defaultNamespace, servicePorts }: { defaultNamespace: string; servicePorts: SharedLists<ServicePort> },
): { findings: readonly Finding[]; service?: Service } {
  const { scope, namespace, name } = readHead(document, defaultNamespace);
  const spec = scope.root.at('spec');
  const typeText = spec.stringAt('type') ?? 'ClusterIP';
  const type = TYPES.find((t) => t === typeText);
  if (!type) spec.at('type').refuse('SCH003', `type must be ${TYPES.join(', ')}`);
  const selector = readTexts(spec.at('selector'));
  const service: Service = {
    namespace,
    name,
    origin: originOf(document),
    type: type ?? 'ClusterIP',
    headless: spec.stringAt('clusterIP') === 'None',
    selector: selector.size > 0 ? selector : undefined,
    ports: servicePorts.of(present(spec.itemsAt('ports').map(readPort))),
    externalName: spec.stringAt('externalName'),
    hasExternalIPs: spec.itemsAt('externalIPs').length > 0,
    sourceRanges: readSourceRanges(spec.at('loadBalancerSourceRanges')),
    externalTrafficPolicy: spec.stringAt('externalTrafficPolicy'),
    internalTrafficPolicy: spec.stringAt('internalTrafficPolicy'),
  };
  const { findings, refused } = scope;
  return refused ? { findings } : { findings, service };
}

function readPort(field: Field): ServicePort | undefined {
  const number = field.at('port');
  const port = number.integer();
  const protocol = readProtocol(field.at('protocol'));
  const target = field.at('targetPort');
  const targetPort = typeof target.value === 'string' ? target.value : target.integer();
  if (port !== undefined && (port < 1 || port > 65535)) number.refuse('SVC023', 'port must be from 1 to 65535');
  if (typeof targetPort === 'number' && (targetPort < 1 || targetPort > 65535)) {
    // The API defaults 0 to the port, as it does an absent one.
    if (targetPort !== 0) target.refuse('SVC023', 'targetPort must be from 1 to 65535, or a name');
  }
  if (port === undefined || !protocol) return undefined;
  return {
    name: field.stringAt('name') || undefined,
    protocol,
    port,
    targetPort: targetPort || port,
    nodePort: field.integerAt('nodePort') || undefined,
  };
}

/** Blanks around a range are allowed (kubernetes/kubernetes pkg/apis/core/validation). */
function readSourceRanges(field: Field): AddressSet | undefined {
  const sets = field.items().flatMap((item) => {
    const cidr = parseCidr((item.string() ?? '').trim());
    if (!cidr) item.refuse('SVC010', 'not a CIDR block');
    return cidr ? [blockSet(cidr)] : [];
  });
  return sets.length > 0 ? unionAddresses(sets) : undefined;
}
