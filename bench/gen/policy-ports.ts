/** The ports of rules of NetworkPolicies. */

import type { PolicyPort, Protocol } from './manifest.ts';
import type { Profile } from './options.ts';
import type { Random } from './random.ts';
import type { Workload } from './workloads.ts';

/** What `ports` of the next rule is, for traffic to a workload where one is meant. */
export type PortDrawer = (workload: Workload | undefined) => readonly PolicyPort[] | undefined;

export function portDrawer(profile: Profile, random: Random): PortDrawer {
  if (profile === 'adversarial-ports') {
    const next = steps();
    return () => overlappingRanges(next, random);
  }
  return (workload) => usualPorts(workload, random);
}

/** Numbers that run through all ports before one comes again. */
function steps(): () => number {
  let port = 1;
  return () => {
    port = (port * 48271) % 65521;
    return port || 1;
  };
}

function overlappingRanges(next: () => number, random: Random): PolicyPort[] {
  const count = random.between(2, 6);
  return Array.from({ length: count }, () => {
    const port = next();
    const protocol = random.weighted<Protocol>([
      [7, 'TCP'],
      [2, 'UDP'],
      [1, 'SCTP'],
    ]);
    return { protocol, port, endPort: Math.min(65535, port + random.between(0, 6000)) };
  });
}

function usualPorts(workload: Workload | undefined, random: Random): readonly PolicyPort[] | undefined {
  const draw = random.weighted<() => readonly PolicyPort[] | undefined>([
    [75, () => [portOf(workload, random)]],
    [10, () => [portOf(workload, random), { protocol: 'TCP', port: 9090 }]],
    [6, () => [someRange(random)]],
    [5, () => undefined],
    [4, () => [{ protocol: random.pick(['UDP', 'TCP', 'SCTP']), port: random.pick([53, 123, 514, 4500, 7777]) }]],
  ]);
  return draw();
}

/** One of a workload's own ports, by its name or number. */
function portOf(workload: Workload | undefined, random: Random): PolicyPort {
  if (!workload || workload.ports.length === 0) return { protocol: 'TCP', port: 8080 };
  const [name, number, protocol] = random.pick(workload.ports);
  return { protocol, port: random.chance(0.25) ? name : number };
}

function someRange(random: Random): PolicyPort {
  const port = random.pick([30000, 32000, 8000, 10000]);
  return { protocol: 'TCP', port, endPort: port + random.pick([10, 100, 767, 2767]) };
}
