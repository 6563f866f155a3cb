/** What drivers of networks do, and the network of a cluster does not. */

import { ALL, subtract } from '../../algebra/connection-set.ts';
import { HOST, LAN, type NetworkSpace } from '../../policy/dialects/docker-network/index.ts';
import { openToAll } from '../networks/flows.ts';
import { lose, type Plan } from '../plan.ts';
import type { Unit } from '../pods/unit.ts';
import { reach } from './claims.ts';
import type { Claim } from './loss.ts';

export function noteDrivers(plan: Plan, unit: Unit, { joins }: NetworkSpace): void {
  const { root, services } = unit;
  const names = services.map(({ name }) => name);
  for (const { network, origin } of joins) {
    const at = network.driverOrigin ?? origin;
    const about = { attribute: 'networks', origin: at, severity: 'warning' } as const;
    if (network.kind === 'lan') {
      const reason = `${network.name} puts ${root.name} on the LAN of the host with an address of its own; a pod is on the network of the cluster.`;
      const claims = names.flatMap((name) => [
        { kind: 'reach' as const, from: LAN, to: name, narrower: subtract(ALL, openToAll(plan, unit)) },
        reach({ from: name, to: HOST }, 'both'),
        reach({ from: name, to: LAN }, 'both'),
        // What leaves for outside may meet what is open to everyone.
        ...plan.units
          .flatMap((to) => to.services.map((each) => [to, each.name] as const))
          .map(([to, target]): Claim => ({ kind: 'reach', from: name, to: target, perhaps: openToAll(plan, to) })),
      ]);
      lose(plan, root, { ...about, code: 'L13', reason, claims });
    } else if (network.kind === 'other') {
      const reason = `What passes over ${network.name} is not known, for its driver is ${network.driver}; it is taken for a plain network.`;
      const claims = names.flatMap((name) => [reach({ from: name }, 'both'), reach({ to: name }, 'both')]);
      lose(plan, root, { ...about, code: 'L29', reason, claims });
    } else if (network.kind === 'overlay') {
      const reason = `The overlay ${network.name} is the network of the cluster here; whether it is encrypted is for the network plugin to say.`;
      lose(plan, root, { ...about, code: 'L13', reason, severity: 'info' });
    }
    if (network.trusted) {
      const reason = `Whether the LAN reaches ${root.name} directly is not known, for ${network.name} has trusted_host_interfaces.`;
      const claims = names.map((to) => reach({ from: LAN, to }, 'both'));
      lose(plan, root, { ...about, code: 'L29', reason, origin: network.trusted, claims });
    }
  }
}
