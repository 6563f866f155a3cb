/** What of the networks of a project a cluster does not keep, and how far that changes who reaches whom. */

import { ALL, isEmpty, subtract } from '../../algebra/connection-set.ts';
import { HOST, INTERNET, LAN, type NetworkSpace } from '../../policy/dialects/docker-network/index.ts';
import { openToAll, usedOf } from '../networks/flows.ts';
import { meet, memberNetworks } from '../networks/membership.ts';
import { entryAt, lose, type Plan } from '../plan.ts';
import type { Unit } from '../pods/unit.ts';
import { joinedTo } from '../proof/docker-side.ts';
import type { Claim } from './loss.ts';

export function noteNetworks(plan: Plan): void {
  for (const unit of plan.units) {
    noteSpace(plan, unit);
    noteAddresses(plan, unit);
  }
  noteHost(plan);
  notePolicies(plan);
  notePlugins(plan);
}

function reach(claim: { from?: string; to?: string }, effect: 'wider' | 'narrower' | 'both'): Claim {
  return {
    kind: 'reach',
    ...claim,
    ...(effect === 'narrower' ? {} : { wider: ALL }),
    ...(effect === 'wider' ? {} : { narrower: ALL }),
  };
}

function noteSpace(plan: Plan, unit: Unit): void {
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

function noteDrivers(plan: Plan, unit: Unit, { joins }: NetworkSpace): void {
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

function noteAddresses(plan: Plan, { root }: Unit): void {
  for (const { ipv4_address, ipv6_address, network } of root.networks) {
    const address = ipv4_address ?? ipv6_address;
    if (!address) continue;
    const reason = `${root.name} had the address ${address.value.slice(0, 60)} on ${network}; pods have none of their own. Use its name.`;
    lose(plan, root, { code: 'L12', attribute: 'networks', reason, severity: 'warning', origin: address.origin });
  }
}

/** What is said once, of the project as a whole. */
function noteHost({ project, units, losses, options, docker }: Plan): void {
  const onNetworks = units.filter(({ space }) => space.kind === 'networks');
  const about = { attribute: 'networks', origin: project.origin, severity: 'info' } as const;
  const names = onNetworks.flatMap(({ services }) => services.map(({ name }) => name));
  if (names.length === 0) return;
  const byHost =
    'Processes of the Docker host reach every port of its containers. In a cluster only the node of a pod does so for sure.';
  losses.add({ ...about, code: 'L8', reason: byHost, claims: names.map((to) => reach({ from: HOST, to }, 'both')) });
  const leaving = onNetworks.filter(({ root }) => !isEmpty(docker.between(root.name, INTERNET).allow));
  const unsaid = [false, true].filter((isV6) => !options.clusterCIDRs.some((block) => block.includes(':') === isV6));
  if (leaving.length > 0 && unsaid.length > 0 && options.policies !== 'none') {
    const effect = unsaid.length > 1 ? { wider: ALL } : { perhaps: ALL };
    const claims = leaving.flatMap(({ services }) =>
      services.flatMap(({ name }) => docker.others.map((to): Claim => ({ kind: 'reach', from: name, to, ...effect }))),
    );
    const which = unsaid.length > 1 ? 'addresses' : unsaid[0] ? 'IPv6 addresses' : 'IPv4 addresses';
    const reason = `What may leave for outside may leave for pods of other projects too, where these have no policies of their own: which ${which} are the cluster's was not said.`;
    losses.add({ ...about, code: 'L14', reason, claims });
  }
  losses.add({
    ...about,
    code: 'L15',
    reason: 'Containers of one network may ping each other; NetworkPolicy does not speak of ICMP, and plugins differ.',
  });
  const reason =
    'Docker shows the outside the address of the host; here what leaves bears that of the node, and a client may be hidden behind a node.';
  losses.add({ ...about, code: 'L17', reason });
}

function notePolicies(plan: Plan): void {
  const { project, options, losses } = plan;
  const about = { code: 'L30', attribute: 'networks', severity: 'warning', origin: project.origin } as const;
  if (options.policies === 'none') {
    losses.add({
      ...about,
      reason: 'There are no policies, as was asked for: everything reaches everything.',
      claims: [reach({}, 'both')],
    });
  }
  if (options.policies === 'least') noteNarrowing(plan);
}

function noteNarrowing(plan: Plan): void {
  const networks = memberNetworks(plan);
  for (const { key, name: network, isExternal, members, origin } of networks) {
    const [first] = members;
    if (!isExternal || !first) continue;
    const claims = members.flatMap(({ services }) =>
      services.flatMap(({ name }) => [
        reach({ from: name, to: joinedTo(network) }, 'narrower'),
        reach({ from: joinedTo(network), to: name }, 'narrower'),
      ]),
    );
    const reason = `Others on ${key} are shut off: no service declares to use them.`;
    lose(plan, first.root, { code: 'L30', attribute: 'networks', reason, severity: 'warning', origin, claims });
  }
  for (const from of plan.units) {
    for (const to of plan.units) {
      if (!meet(networks, from, to)) continue;
      const narrower = subtract(ALL, usedOf(from, to));
      if (isEmpty(narrower)) continue;
      const claims = from.services.flatMap((source) =>
        to.services.map((target) => ({ kind: 'reach' as const, from: source.name, to: target.name, narrower })),
      );
      const what = isEmpty(usedOf(from, to)) ? 'nothing' : 'declared ports only';
      const reason = `${from.root.name} reaches ${what} of ${to.root.name}, with which it shares a network: it does not declare to use more.`;
      lose(plan, from.root, { code: 'L30', attribute: 'networks', reason, severity: 'warning', claims });
    }
  }
}

function notePlugins({ project, options, losses }: Plan): void {
  if (options.policies === 'none') return;
  const uses = [...project.services.values()].some(({ ports }) => ports.some(({ protocol }) => protocol === 'sctp'));
  const reason = `Policies hold only where the network plugin enforces them${uses ? ', and SCTP only where it knows it' : ''}.`;
  losses.add({ code: 'L16', attribute: 'networks', reason, severity: 'info', origin: project.origin });
}

/** Address pools of networks, which the cluster has in their place. */
export function notePools({ project, losses }: Plan): void {
  for (const { key, ipam } of project.networks.values()) {
    const [pool] = ipam.config;
    if (!pool) continue;
    const reason = `The addresses of ${key} were chosen; those of pods are the cluster's.`;
    losses.add({ code: 'L12', attribute: `networks.${key}.ipam`, reason, severity: 'info', origin: pool.origin });
  }
}

/** Labels of kompose that ask for what is not made. */
export function noteLabels(plan: Plan): void {
  for (const { services } of plan.units) {
    for (const service of services) {
      const unmet = [...service.labels.keys()].filter((key) => UNMET.some((prefix) => key.startsWith(prefix)));
      for (const key of unmet) {
        const reason = `${key} asks for something that is not made here.`;
        lose(plan, service, {
          code: 'L27',
          attribute: 'labels',
          reason,
          severity: 'info',
          origin: entryAt(service, 'labels', key),
        });
      }
    }
  }
}

const UNMET: readonly string[] = [
  'kompose.hpa.',
  'kompose.service.group',
  'kompose.init.containers.',
  'kompose.volume.type',
  'kompose.volume.selector',
  'kompose.service.name_override',
  'kompose.controller.port.expose',
];
