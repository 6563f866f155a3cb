/** What several rules ask of a service: which networks it is really on, and whether its ports are published at all. */

import type { Network } from '../../docker/network.ts';
import type { Project } from '../../docker/project.ts';
import type { Service } from '../../docker/service.ts';

/** The service whose network namespace a service uses: itself, or the end of its `service:` references. */
export function namespaceRoot(service: Service, project: Project): Service {
  const seen = new Set<string>();
  let root = service;
  while (root.network_mode?.value.kind === 'service' && !seen.has(root.name)) {
    seen.add(root.name);
    root = project.services.get(root.network_mode.value.service) ?? root;
  }
  return root;
}

/** The networks a service joins by `networks`, each once by its real name. */
export function networksOf(service: Service, project: Project): Network[] {
  return service.networks.flatMap(({ network }) => project.networks.get(network) ?? []);
}

export function isInternal(network: Network): boolean {
  return network.internal?.value === true;
}

/** Whether the engine would publish ports of a service: it has a network of its own that is not internal. */
export function canPublish(service: Service, project: Project): boolean {
  const mode = service.network_mode?.value.kind;
  if (mode !== undefined) return mode === 'bridge' || mode === 'network';
  return networksOf(service, project).some((network) => !isInternal(network));
}

/** Whether what is bound to an address is open to other machines. */
export function isOpen(address: string | undefined): boolean {
  return address === undefined || !/^(?:127\.|::1$)/.test(address);
}

/** Whether two services are on one network, or share a namespace. */
export function shareNetwork(a: Service, b: Service, project: Project): boolean {
  const [first, second] = [namespaceRoot(a, project), namespaceRoot(b, project)];
  if (first === second) return true;
  const modes = [first, second].map((service) => service.network_mode?.value);
  if (modes.some((mode) => mode?.kind === 'container' || mode?.kind === 'network')) return true;
  // A process on the host reaches every bridge, and a bridge reaches the host.
  if (modes.some((mode) => mode?.kind === 'host')) return modes.every((mode) => mode?.kind !== 'none');
  if (modes.every((mode) => mode?.kind === 'bridge')) return true;
  const names = new Set(networksOf(first, project).map(({ name }) => name));
  return networksOf(second, project).some(({ name }) => names.has(name));
}
