/**
 * Ports of a Docker host as front ends: which bindings a question about the host's address may mean, and why there is
 * none (https://docs.docker.com/engine/network/port-publishing/). Tested in `test/queries/host-world.test.ts`.
 */

import { type Address, parseAddress } from '../algebra/cidr.ts';
import {
  type Binding,
  bindingsAt,
  type DockerWorld,
  HOST,
  hostSide,
  isLoopback,
  leadsTo,
} from '../policy/dialects/docker-network/index.ts';
import type { FrontEnd, FrontPort, Shut } from '../policy/front-end.ts';
import type { Question } from './question.ts';

type DoorVia = 'published' | 'loopback';

/** One of the host's addresses; without one, whichever it has on the LAN. */
interface Door {
  readonly via: DoorVia;
  readonly address: string | undefined;
}

export class HostDoors {
  readonly #bindings: readonly Binding[];
  readonly #hostAddress: string | undefined;
  /** The addresses of the host that files name, as they are written. */
  readonly #written = new Map<number | bigint, string>();

  constructor({ bindings, hostAddress }: Pick<DockerWorld, 'bindings' | 'hostAddress'>) {
    this.#bindings = bindings;
    this.#hostAddress = hostAddress;
    for (const text of [hostAddress, ...bindings.map(({ address }) => address)]) {
      const address = text === undefined ? undefined : parseAddress(text);
      if (text !== undefined && address) this.#written.set(address.value, text);
    }
  }

  /** Whether files say that the host has the address; its loopback address is everyone's. */
  isOfHost(address: Address): boolean {
    return this.#written.has(address.value) && !isLoopbackAddress(address);
  }

  /** What stands behind the host's ports; undefined where the question is about something else. */
  at(question: Question, via: DoorVia): FrontEnd | undefined {
    const door = this.#doorOf(question, via);
    if (!door) return undefined;
    const found = this.#behind(question, door);
    return {
      id: HOST,
      namespace: '',
      names: [],
      shortName: HOST,
      direct: undefined,
      ports: found.map((binding) => portOf(binding, question.port)),
      external: undefined,
      shut: this.#shut(question, door),
    };
  }

  /** Whoever says one of these ways means the host, whatever address of it they name. */
  #doorOf({ to, via: said }: Question, via: DoorVia): Door | undefined {
    if (to === HOST) return { via, address: via === 'loopback' ? undefined : this.#hostAddress };
    const address = parseAddress(to);
    if (!address || isLoopbackAddress(address) !== (via === 'loopback')) return undefined;
    if (said === undefined && !this.isOfHost(address)) return undefined;
    return { via, address: this.#written.get(address.value) ?? to };
  }

  #behind({ protocol, port }: Question, door: Door): Binding[] {
    if (typeof port === 'number') return bindingsAt(this.#bindings, { ...door, protocol, port });
    return this.#bindings.filter((binding) => {
      const { published } = binding;
      return (
        published && bindingsAt([binding], { ...door, protocol: binding.protocol, port: published.first }).length > 0
      );
    });
  }

  #shut({ protocol, port }: Question, { via }: Door): Shut {
    const elsewhere = this.#bindings.find(
      (binding) =>
        binding.protocol === protocol &&
        binding.published?.first === port &&
        isLoopback(binding.address) === (via === 'loopback'),
    );
    const binding =
      elsewhere ?? this.#bindings.find((each) => each.protocol === protocol && each.published?.first === port);
    if (!binding)
      return { text: `no service publishes ${port === undefined ? 'a port' : `${protocol} ${port}`} of the host` };
    const { service: name, origin } = binding;
    const text = `published at ${hostSide(binding)} and at no other address`;
    return { text, policy: { kind: 'ports', name, origin, rules: [], text } };
  }
}

export function isLoopbackAddress({ family, value }: Address): boolean {
  return family === 'IPv4' ? value >>> 24 === 127 : value === 1n;
}

/** A binding to one of several ports may lead there, or to another of them. */
function portOf(binding: Binding, dialled: Question['port']): FrontPort {
  const { protocol, published } = binding;
  const port = typeof dialled === 'number' ? dialled : (published?.first ?? 0);
  return { port, name: undefined, protocol, targets: [leadsTo(binding)] };
}
