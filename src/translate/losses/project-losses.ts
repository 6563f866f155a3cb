/** What is said once, of the project as a whole: its host, its addresses, and the plugin that enforces policies. */

import { ALL, isEmpty } from '../../algebra/connection-set.ts';
import { HOST, INTERNET } from '../../policy/dialects/docker-network/index.ts';
import type { Plan } from '../plan.ts';
import { reach } from './claims.ts';
import type { Claim } from './loss.ts';

export function noteHost({ project, units, losses, options, docker }: Plan): void {
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

export function notePlugins({ project, options, losses }: Plan): void {
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
