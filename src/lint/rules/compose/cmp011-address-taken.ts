/** CMP011: a static address that something else has. */

import type { Network } from '../../../docker/network.ts';
import type { Placed } from '../../../docker/placed.ts';
import { pointOf, rangeOf } from '../../context/addresses.ts';
import type { DockerRule, Report } from '../../rule.ts';

export const addressTaken: DockerRule = {
  id: 'CMP011',
  model: 'docker',
  severity: 'error',
  title: 'A static address is taken',
  why: 'An address belongs to one container; the gateway, the first and the last address of an IPv4 subnet are not given.',
  fix: 'Choose an address that neither another container, nor the gateway, nor the network itself has.',
  references: ['https://docs.docker.com/reference/compose-file/services/#ipv4_address-ipv6_address'],
  bad: [
    {
      line: 4,
      text: `services:
  a:
    image: nginx
    networks: { back: { ipv4_address: 172.28.5.1 } }
networks:
  back:
    ipam: { config: [{ subnet: 172.28.5.0/24, gateway: 172.28.5.1 }] }
`,
    },
  ],
  good: [
    `services:
  a:
    image: nginx
    networks: { back: { ipv4_address: 172.28.5.2 } }
networks:
  back:
    ipam: { config: [{ subnet: 172.28.5.0/24, gateway: 172.28.5.1 }] }
`,
  ],
  check({ project }, report) {
    const owners = new Map([...project.networks.values()].map((network) => [network.key, reserved(network)]));
    for (const service of project.services.values()) {
      for (const { network, ipv4_address, ipv6_address } of service.networks) {
        const taken = owners.get(network) ?? new Map<string, string>();
        for (const address of [ipv4_address, ipv6_address]) {
          if (!address) continue;
          if (service.replicas > 1) {
            report(
              address.origin,
              `${service.name} has ${service.replicas} containers and one static address. Remove the address.`,
            );
          }
          take(address, { owner: `the service ${service.name}`, taken, report });
        }
      }
    }
  },
};

interface Taking {
  readonly owner: string;
  readonly taken: Map<string, string>;
  readonly report: Report;
}

function take(address: Placed<string>, { owner, taken, report }: Taking): void {
  const point = pointOf(address.value);
  if (!point) return;
  const key = `${point.family} ${point.value}`;
  const before = taken.get(key);
  if (before !== undefined) report(address.origin, `The address is taken by ${before}. Choose another.`);
  taken.set(key, before ?? owner);
}

/** Addresses that no container gets, and whose they are. */
function reserved({ ipam }: Network): Map<string, string> {
  const taken = new Map<string, string>();
  const reserve = (text: string, owner: string): void => {
    const point = pointOf(text);
    if (point) taken.set(`${point.family} ${point.value}`, owner);
  };
  for (const { subnet, gateway, aux_addresses: auxiliary } of ipam.config) {
    const range = subnet && rangeOf(subnet.value);
    if (range?.family === 'IPv4') {
      taken.set(`IPv4 ${range.first}`, 'the network itself');
      taken.set(`IPv4 ${range.last}`, 'the broadcast address');
    }
    for (const [name, address] of auxiliary) reserve(address.value, `the auxiliary address ${name}`);
    if (gateway) reserve(gateway.value, 'the gateway');
  }
  return taken;
}
