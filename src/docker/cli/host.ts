/**
 * The Docker host as a list of commands leaves it: containers, swarm services and networks, each made, connected or
 * given up by a command in its turn. What a clean-up at the end removes is still shown: only its name is free again.
 */

import type { Attachment } from '../network.ts';
import type { Link, Service } from '../service.ts';
import type { CreatedNetwork } from './create/network.ts';
import type { CommandScope } from './scope.ts';
import type { Word } from './shell/word.ts';

/** A container or swarm service with the command that made it. */
export interface Made {
  readonly scope: CommandScope;
  service: Service;
  /** Whether the command named it; else its name only says its image. */
  readonly named: boolean;
  /** Whether another may take its name: it was removed, or ran with --rm and has ended. */
  free: boolean;
}

export interface MadeNetwork extends CreatedNetwork {
  readonly scope: CommandScope;
  free: boolean;
}

export class Host {
  readonly made: Made[] = [];
  readonly networks = new Map<string, MadeNetwork>();
  readonly #byName = new Map<string, Made>();

  container(name: string): Made | undefined {
    return this.#byName.get(name);
  }

  /** Adds a container or service; refuses it where its name is taken. */
  add(made: Made): void {
    const { name } = made.service;
    const earlier = made.named ? this.#byName.get(name) : undefined;
    if (earlier && !earlier.free) {
      made.scope.refuse('CLI006', made.service.container_name?.origin, `the name ${name} is taken by another command`);
    }
    if (made.scope.refused) return;
    if (earlier) this.made.splice(this.made.indexOf(earlier), 1);
    this.made.push(made);
    if (made.named) this.#byName.set(name, made);
  }

  addNetwork(network: MadeNetwork): void {
    const { name } = network.network;
    const { scope } = network;
    if (this.networks.get(name)?.free === false) {
      scope.refuse('CLI006', undefined, `a network named ${name} is made by another command`);
    }
    if (!scope.refused) this.networks.set(name, network);
  }

  freeContainers(names: readonly Word[]): void {
    for (const { text } of names) {
      const made = this.#byName.get(text);
      if (made) made.free = true;
    }
  }

  freeNetworks(names: readonly Word[]): void {
    for (const { text } of names) {
      const network = this.networks.get(text);
      if (network) network.free = true;
    }
  }

  /** `docker network connect`: moby `daemon/container_operations.go`, `updateNetworkSettings`. */
  connect(scope: CommandScope, container: Word, attachment: Attachment, links: readonly Link[]): void {
    const made = this.#byName.get(container.text);
    if (!made) {
      scope.unknown(container, `No command of these files makes the container ${container.text.slice(0, 80)}.`);
      return;
    }
    const { service } = made;
    const mode = service.network_mode?.value.kind;
    const others = mode === 'bridge' ? [bridgeOf(service)] : service.networks;
    if (mode !== undefined && mode !== 'bridge') {
      const message = `${service.name} has the network mode ${mode} and cannot be connected to a network`;
      scope.refuse('CLI005', container, message);
    } else if (others.some(({ network }) => network === attachment.network)) {
      scope.refuse('CLI006', container, `${service.name} is connected to ${attachment.network} already`);
    }
    if (scope.refused) return;
    const { network_mode: _, ...rest } = service;
    made.service = { ...rest, networks: [...others, attachment], links: [...service.links, ...links] };
  }

  disconnect(container: string, network: string): void {
    const made = this.#byName.get(container);
    if (!made) return;
    const { network_mode, ...rest } = made.service;
    const isBridge = network_mode?.value.kind === 'bridge' && network === 'bridge';
    const networks = rest.networks.filter((attachment) => attachment.network !== network);
    made.service = isBridge || !network_mode ? { ...rest, networks } : made.service;
  }
}

/** The membership of the engine's own bridge, which a container has that was given no network. */
function bridgeOf(service: Service): Attachment {
  const origin = service.network_mode?.origin ?? service.origin;
  return {
    network: 'bridge',
    origin,
    aliases: [],
    link_local_ips: [],
    driver_opts: new Map(),
    priority: 0,
    gw_priority: { value: 0, origin },
  };
}
