/**
 * A Docker host as questions are asked about it: one manner for each of Docker's ways. Ports of the host lead to
 * containers (https://docs.docker.com/engine/network/port-publishing/); what lies behind an address that no file gives
 * away, nobody can tell. Tested in `test/queries/host-world.test.ts`.
 */

import { hasAddress } from '../algebra/address-set.ts';
import { type Address, parseAddress } from '../algebra/cidr.ts';
import { PRIVATE_ADDRESSES } from '../algebra/private-addresses.ts';
import type { Reach } from '../engine/reach.ts';
import { type DockerWorld, HOST, INTERNET, LAN } from '../policy/dialects/docker-network/index.ts';
import type { DockerManner } from '../policy/way.ts';
import { type Problem, problem } from '../util/problem.ts';
import { EndNames } from './end-names.ts';
import { HostDoors, isLoopbackAddress } from './host-doors.ts';
import { HostWays } from './host-ways.ts';
import type { Pair } from './matrix.ts';
import type { Question } from './question.ts';
import { endpointAt } from './resolve-end.ts';
import type { UsedWay } from './ways.ts';
import type { Manner, World } from './world.ts';

interface Given {
  readonly network: DockerWorld;
  readonly reach: Reach;
  reachBy(via: DockerManner): Reach;
}

const TO_SERVICE: readonly DockerManner[] = ['direct', 'published', 'loopback'];
const TO_HOST: readonly DockerManner[] = ['host-process', 'published', 'loopback'];
const BEYOND: readonly DockerManner[] = ['egress'];

export class HostWorld implements World {
  readonly reach: Reach;
  readonly ends: EndNames;
  readonly #given: Given;
  readonly #doors: HostDoors;
  readonly #manners = new Map<DockerManner, Manner>();
  readonly #ways: HostWays;
  readonly #host: number;

  constructor(given: Given) {
    this.reach = given.reach;
    this.ends = new EndNames(given.reach);
    this.#given = given;
    this.#doors = new HostDoors(given.network);
    this.#ways = new HostWays(given.network);
    this.#host = this.ends.called(HOST)[0] ?? -1;
  }

  /** An address that a service is given, or one of the host; a public one is the internet. */
  atAddress(address: Address): number | Problem {
    const holder = this.ends.holder(address);
    if (holder !== undefined) return holder;
    if (this.#doors.isOfHost(address)) return this.#host;
    if (!isNearby(address)) return this.ends.called(INTERNET)[0] ?? -1;
    const detail = `no file says what is at that address; ask about a service, or about ${HOST}, ${LAN} or ${INTERNET}`;
    return problem('unknown-name', detail, { alternatives: [HOST, LAN, INTERNET] });
  }

  manners({ from, to, via }: Question): Manner[] | Problem {
    if (via !== undefined) return [this.#manner(via)];
    const address = parseAddress(to);
    const node = address ? this.atAddress(address) : (this.ends.called(to)[0] ?? -1);
    return typeof node === 'number' ? this.#leading(this.#inHost(this.ends.called(from)[0]), node) : node;
  }

  between(from: number, to: number): Manner[] {
    return this.#leading(this.#inHost(from), to);
  }

  waysOf({ from, to }: Pair): UsedWay[] {
    return this.between(from.node, to.node).flatMap((manner) => this.#ways.of(manner, from.node, to.node));
  }

  /** Only the host itself, and services in its network, dial its loopback address. */
  #inHost(node: number | undefined): boolean {
    const id = node === undefined ? '' : (endpointAt(this.reach, node)?.id ?? '');
    return id === HOST || this.#given.network.services.get(id)?.inHost === true;
  }

  #leading(isFromHost: boolean, to: number): Manner[] {
    const beyond = endpointAt(this.reach, to)?.beyond;
    const vias = beyond === undefined ? TO_SERVICE : beyond === 'host' ? TO_HOST : BEYOND;
    return vias.filter((via) => via !== 'loopback' || isFromHost).map((via) => this.#manner(via));
  }

  #manner(via: DockerManner): Manner {
    const known = this.#manners.get(via);
    if (known) return known;
    const isDoor = via === 'published' || via === 'loopback';
    const made: Manner = {
      via,
      reach: this.#given.reachBy(via),
      frontEnd: (question) => (isDoor ? this.#doors.at(question, via) : undefined),
      plainFrontEnd: () => undefined,
    };
    this.#manners.set(via, made);
    return made;
  }
}

/** Where containers and machines of the LAN are, or whoever asks. */
function isNearby(address: Address): boolean {
  return hasAddress(PRIVATE_ADDRESSES, address) || isLoopbackAddress(address);
}
