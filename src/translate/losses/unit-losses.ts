/** What of the place of one pod's services a cluster does not keep, and how far that changes who reaches whom. */

import { isEmpty, subtract } from '../../algebra/connection-set.ts';
import { HOST, INTERNET, type NetworkSpace } from '../../policy/dialects/docker-network/index.ts';
import { openToAll } from '../networks/flows.ts';
import { lose, type Plan } from '../plan.ts';
import type { Unit } from '../pods/unit.ts';
import { reach } from './claims.ts';
import { noteDrivers } from './driver-losses.ts';
import type { Claim } from './loss.ts';

export function noteSpace(plan: Plan, unit: Unit): void {
  const { space, root, services } = unit;
  const names = services.map(({ name }) => name);
  const { origin } = space.kind === 'networks' ? space.joins[0] : space;
  const about = { attribute: 'network_mode', origin } as const;
  switch (space.kind) {
    case 'none': {
      const reason = `${root.name} has no network in Docker; a pod has one, and its node reaches it there.`;
      const claims = names.map((to) => reach({ from: HOST, to }, 'wider'));
      lose(plan, root, { ...about, code: 'L5', reason, severity: 'info', claims });
      return;
    }
    case 'host': {
      const reason = `${root.name} is in the network of its node: no policy holds for it, in either direction, and pods of one node cannot listen on one port twice.`;
      const claims = names.flatMap((name) => [reach({ from: name }, 'both'), reach({ to: name }, 'both')]);
      lose(plan, root, { ...about, code: 'L6', reason, severity: 'warning', claims });
      return;
    }
    case 'unknown': {
      const reason = `Which network ${root.name} uses is not known: ${space.why}. It is given none.`;
      const claims = names.flatMap((name) => [reach({ from: name }, 'both'), reach({ to: name }, 'both')]);
      lose(plan, root, { ...about, code: 'L29', reason, severity: 'warning', claims });
      return;
    }
    case 'networks':
      noteDrivers(plan, unit, space);
      noteWayOut(plan, unit, space);
      noteWorld(plan, unit);
  }
}

/** A policy that lets everyone in cannot tell machines of the LAN from pods of other projects, as the engine does. */
function noteWorld(plan: Plan, unit: Unit): void {
  const open = openToAll(plan, unit);
  // What leaves for outside may leave for these ports too: a block of addresses may mean pods.
  const leaving = plan.units
    .filter(({ root }) => !isEmpty(plan.docker.between(root.name, INTERNET).allow))
    .flatMap(({ services }) => services.map(({ name }) => name));
  const claimed = (froms: readonly string[], effect: 'wider' | 'perhaps') =>
    froms.flatMap((from) => {
      const more = subtract(open, plan.docker.between(from, unit.root.name).allow);
      if (isEmpty(more)) return [];
      return unit.services.map(({ name }): Claim => ({ kind: 'reach', from, to: name, [effect]: more }));
    });
  const claims = [...claimed(plan.docker.others, 'wider'), ...claimed(leaving, 'perhaps')];
  if (claims.length === 0) return;
  const reason = `Ports of ${unit.root.name} that Docker opens to the LAN, and not to containers of other networks, are open to pods of other projects.`;
  lose(plan, unit.root, { code: 'L33', attribute: 'ports', reason, severity: 'warning', claims });
}

/** A service without a way out still asks for names, and reaches what runs on the host. */
function noteWayOut(plan: Plan, { root, services }: Unit, { joins }: NetworkSpace): void {
  if (!isEmpty(plan.docker.between(root.name, INTERNET).allow)) return;
  const [{ network, origin }] = joins;
  const about = { attribute: 'networks', origin: network.internal ?? origin } as const;
  const names = `${root.name} has no way out, and cluster DNS still answers it about names outside.`;
  lose(plan, root, { ...about, code: 'L4', reason: names, severity: 'info' });
  if (isEmpty(plan.docker.between(root.name, HOST).allow)) return;
  const reason = `${root.name} has no way out, and in Docker still reaches every process of the host at its address on ${network.name}. In the cluster it does not.`;
  const claims = services.map(({ name }) => reach({ from: name, to: HOST }, 'narrower'));
  lose(plan, root, { ...about, code: 'L31', reason, severity: 'info', claims });
}

export function noteAddresses(plan: Plan, { root }: Unit): void {
  for (const { ipv4_address, ipv6_address, network } of root.networks) {
    const address = ipv4_address ?? ipv6_address;
    if (!address) continue;
    const reason = `${root.name} had the address ${address.value.slice(0, 60)} on ${network}; pods have none of their own. Use its name.`;
    lose(plan, root, { code: 'L12', attribute: 'networks', reason, severity: 'warning', origin: address.origin });
  }
}
