/**
 * Where the Services of a cluster lead
 * (https://kubernetes.io/docs/concepts/services-networking/service/#defining-a-service): to the pods they select, also
 * those in their node's network, or to the addresses written for them by hand. What several ports have in common is
 * made once.
 */

import { unionAddresses } from '../../algebra/address-set.ts';
import { MAX_PORT, NONE, portRange, unionAll } from '../../algebra/connection-set.ts';
import type { Cluster } from '../../kubernetes/cluster.ts';
import type { ManualEndpoints } from '../../kubernetes/endpoint-slice.ts';
import { NAMESPACE_NAME_LABEL } from '../../kubernetes/namespace.ts';
import type { Service, ServicePort } from '../../kubernetes/service.ts';
import { entryOf, pushTo } from '../../util/ordering.ts';
import type { Target } from '../front-end.ts';
import type { Peer, PortSpec } from '../rule.ts';
import type { Predicate } from '../selector.ts';
import { SelectorPool } from '../selector-pool.ts';

export class ServiceTargets {
  readonly #selectors = new SelectorPool();
  readonly #manual = new Map<string, ManualEndpoints[]>();
  readonly #addresses = new Map<ManualEndpoints, Peer>();
  readonly #peers = new Map<Service, readonly Peer[]>();
  readonly #ports = new Map<string, PortSpec>();

  constructor({ manualEndpoints }: Cluster) {
    for (const endpoints of manualEndpoints) {
      pushTo(this.#manual, `${endpoints.namespace}/${endpoints.service}`, endpoints);
    }
  }

  /** Of one port. */
  ofPort(service: Service, port: ServicePort): Target[] {
    if (service.type !== 'ExternalName' && !service.selector) {
      return this.#manualOf(service).map((e) => ({ to: this.#addressesOf(e), ports: manualPorts(e, port) }));
    }
    const ports = this.#portsOf(port);
    return this.peers(service).map((to) => ({ to, ports }));
  }

  /** Of all ports. */
  peers(service: Service): readonly Peer[] {
    return entryOf(this.#peers, service, () => this.#makePeers(service));
  }

  #makePeers(service: Service): Peer[] {
    const { selector: labels, type, namespace } = service;
    if (type === 'ExternalName') return [];
    if (!labels) return this.#manualOf(service).map((e) => this.#addressesOf(e));
    const pool = this.#selectors;
    const predicates: Predicate[] = [];
    labels.forEach((value, key) => {
      predicates.push(pool.isIn(key, value));
    });
    const pods = pool.allOf(predicates);
    const home = pool.isIn(NAMESPACE_NAME_LABEL, namespace);
    return (['pods', 'hosts'] as const).map((over) => ({
      kind: 'endpoints',
      selector: pool.selector(home, pods, over),
    }));
  }

  #manualOf({ namespace, name }: Service): readonly ManualEndpoints[] {
    return this.#manual.get(`${namespace}/${name}`) ?? [];
  }

  #addressesOf(endpoints: ManualEndpoints): Peer {
    return entryOf(this.#addresses, endpoints, () => addressPeer(endpoints));
  }

  #portsOf({ protocol, targetPort }: ServicePort): PortSpec {
    return entryOf(this.#ports, `${protocol} ${typeof targetPort} ${targetPort}`, () =>
      typeof targetPort === 'string'
        ? { numbers: NONE, names: [{ name: targetPort, protocol }] }
        : { numbers: portRange(protocol, targetPort, targetPort), names: [] },
    );
  }
}

function addressPeer({ addresses }: ManualEndpoints): Peer {
  const points = addresses.map((a) =>
    a.family === 'IPv4'
      ? { v4: [{ first: a.value, last: a.value }], v6: [] }
      : { v4: [], v6: [{ first: a.value, last: a.value }] },
  );
  return { kind: 'addresses', set: unionAddresses(points), endpoints: true };
}

/** Ports are joined by name: that of the Service's port is that of the endpoints' port. */
function manualPorts(endpoints: ManualEndpoints, port: ServicePort): PortSpec {
  const numbers = endpoints.ports
    .filter((p) => p.protocol === port.protocol && p.name === port.name)
    .map((p) => portRange(p.protocol, p.port ?? 1, p.port ?? MAX_PORT));
  return { numbers: unionAll(numbers), names: [] };
}
