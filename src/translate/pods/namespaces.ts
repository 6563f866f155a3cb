/** What of a service's namespaces and privileges a pod cannot have, or has in another way. */

import type { Service } from '../../docker/service.ts';
import { attributeOf, lose, type Plan } from '../plan.ts';
import type { Unit } from './unit.ts';

/** Attributes without a counterpart, and why. */
const WITHOUT: Readonly<Record<string, string>> = {
  cgroup_parent: 'The kubelet places the control groups of pods.',
  cpuset: 'Processors are pinned by the kubelet (static CPU manager), not per pod.',
  cpu_shares: 'A share of processors is what resources.requests gives.',
  device_cgroup_rules: 'Devices come to pods by device plugins.',
  devices: 'Devices come to pods by device plugins, or by privileged mode.',
  domainname: 'A domain of its own is what a headless Service with a subdomain gives; names resolve without it.',
  init: 'No process of ours reaps what a container leaves behind; use an image with an init, such as tini.',
  isolation: 'Isolation of Windows containers is chosen by the runtime class.',
  logging: 'Logs are gathered by the cluster.',
  mac_address: 'The network plugin chooses hardware addresses.',
  mem_swappiness: 'Swap is for the kubelet to decide.',
  memswap_limit: 'Swap is for the kubelet to decide.',
  oom_kill_disable: 'The kernel ends what takes more memory than its limit.',
  oom_score_adj: 'The kubelet chooses it by the quality of service.',
  blkio_config: 'Input and output are not limited per pod.',
  stop_signal: 'The signal that stops a container is that of its image.',
  storage_opt: 'Use an ephemeral-storage limit.',
  ulimits: 'Limits of processes are those of the container runtime.',
  userns_mode: 'A user namespace is chosen by hostUsers, once the nodes support it.',
  uts: 'A pod has a hostname of its own.',
  volumes_from: 'Mounts of another service are not taken over; write them out.',
  external_links: 'Names of containers outside the project are not made; use a Service of type ExternalName.',
  gpus: 'GPUs are asked for by deploy.resources.',
  provider: 'What a provider makes is outside of the project.',
  models: 'Models are run by Docker, not by a container of the project.',
  use_api_socket: 'The socket of the container engine is not handed to a pod: whoever has it has the node.',
};

export function noteNamespaces(plan: Plan, unit: Unit): void {
  for (const service of unit.services) {
    for (const [attribute, reason] of Object.entries(WITHOUT)) {
      if (!isSaid(service, attribute)) continue;
      const severity = attribute === 'use_api_socket' ? 'error' : 'warning';
      lose(plan, service, { code: 'L22', attribute, reason, severity });
    }
    for (const { value, origin } of service.group_add.filter(({ value }) => !/^\d{1,9}$/.test(value))) {
      const reason = `The group ${value.slice(0, 40)} is known to the image only; Kubernetes takes groups by number.`;
      lose(plan, service, { code: 'L22', attribute: 'group_add', reason, severity: 'warning', origin });
    }
    noteSpoofing(plan, service);
  }
  if (unit.services.length > 1) noteSharing(plan, unit);
}

function isSaid(service: Service, attribute: string): boolean {
  const value = attributeOf(service, attribute);
  if (value === undefined || value === false || value === '') return false;
  return typeof value !== 'object' || value === null || Object.keys(value).length > 0;
}

function noteSpoofing(plan: Plan, service: Service): void {
  const capability = service.cap_add.find(({ value }) => /^(?:CAP_)?(?:NET_ADMIN|NET_RAW|ALL)$/i.test(value));
  const entry = capability ?? (service.privileged?.value === true ? service.privileged : undefined);
  if (!entry) return;
  const reason = `${service.name} may change its addresses and routes; whom it can deceive by that is for the network plugin to decide.`;
  const attribute = capability ? 'cap_add' : 'privileged';
  lose(plan, service, { code: 'L20', attribute, reason, severity: 'info', origin: entry.origin });
}

function noteSharing(plan: Plan, { root, services }: Unit): void {
  const names = services.map(({ name }) => name);
  for (const service of services.slice(1)) {
    const reason = `${names.join(', ')} are one pod, since they use the network of ${root.name}: they are placed, scaled and restarted together.`;
    const origin = service.network_mode?.origin ?? service.origin;
    lose(plan, service, { code: 'L7', attribute: 'network_mode', reason, severity: 'info', origin });
  }
}
