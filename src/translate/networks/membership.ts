/**
 * Who is a member of which network, as far as its members may talk to each other
 * (https://docs.docker.com/engine/network/drivers/bridge/): every port of every member is open to every other. A network
 * whose members all meet on other networks too adds nothing, and needs no policy of its own: of policies that say the
 * same, none could be seen to be wrong.
 */

import type { Origin } from '../../ingest/document.ts';
import { byKeys, compareText } from '../../util/ordering.ts';
import { networkLabel } from '../labels.ts';
import type { Plan } from '../plan.ts';
import type { Unit } from '../pods/unit.ts';

export interface MemberNetwork {
  /** The key in the project; the real name of one that the project does not declare. */
  readonly key: string;
  /** The real name. */
  readonly name: string;
  readonly label: string;
  /** It exists outside of the project, so that members of other projects are on it. */
  readonly isExternal: boolean;
  readonly members: readonly Unit[];
  readonly origin: Origin;
}

/** In order of keys. */
export function memberNetworks({ project, units, docker }: Plan): MemberNetwork[] {
  const declared = new Map([...project.networks.values()].map((network) => [network.name, network]));
  const found = new Map<string, MemberNetwork & { readonly members: Unit[] }>();
  for (const unit of units) {
    if (unit.space.kind !== 'networks') continue;
    for (const { network, origin } of unit.space.joins) {
      if (network.iccOff) continue;
      const own = declared.get(network.name);
      const isExternal = docker.externalNetworks.includes(network.name);
      const key = own?.key ?? network.name;
      const known = found.get(network.name);
      const label = networkLabel(isExternal ? network.name : key);
      if (known) known.members.push(unit);
      else
        found.set(network.name, {
          key,
          name: network.name,
          label,
          isExternal,
          members: [unit],
          origin: network.origin ?? origin,
        });
    }
  }
  return [...found.values()].sort(byKeys(({ key }) => key));
}

/** Those that open a way that no other opens. */
export function needed(networks: readonly MemberNetwork[]): ReadonlySet<MemberNetwork> {
  const kept = new Set(networks);
  const smallFirst = networks.toSorted((a, b) => a.members.length - b.members.length || compareText(b.key, a.key));
  for (const network of smallFirst) {
    if (network.isExternal) continue;
    const others = [...kept].filter((other) => other !== network);
    const isCovered = network.members.every((from) =>
      network.members.every((to) => others.some(({ members }) => members.includes(from) && members.includes(to))),
    );
    if (isCovered) kept.delete(network);
  }
  return kept;
}

/** Whether two units are on a network together. */
export function meet(networks: readonly MemberNetwork[], from: Unit, to: Unit): boolean {
  return networks.some(({ members }) => members.includes(from) && members.includes(to));
}
