/** CMP010: a static address that its network cannot give. */

import type { Attachment, Network } from '../../../docker/network.ts';
import type { Placed } from '../../../docker/placed.ts';
import { holds, pointOf, type Range, rangeOf, rangeText } from '../../context/addresses.ts';
import type { DockerRule } from '../../rule.ts';

export const staticAddress: DockerRule = {
  id: 'CMP010',
  model: 'docker',
  severity: 'error',
  title: 'A static address is outside the subnet of its network',
  why: 'The container is not created: no configured subnet contains the address.',
  fix: 'Choose an address of the subnet, or declare the subnet that the address is of.',
  references: ['https://docs.docker.com/reference/compose-file/services/#ipv4_address-ipv6_address'],
  bad: [
    {
      line: 5,
      text: `services:
  app:
    image: nginx
    networks:
      back: { ipv4_address: 172.28.6.10 }
networks:
  back:
    ipam: { config: [{ subnet: 172.28.5.0/24 }] }
`,
    },
  ],
  good: [
    `services:
  app:
    image: nginx
    networks:
      back: { ipv4_address: 172.28.5.10 }
networks:
  back:
    ipam: { config: [{ subnet: 172.28.5.0/24 }] }
`,
  ],
  check({ project }, report) {
    for (const service of project.services.values()) {
      for (const attachment of service.networks) {
        const network = project.networks.get(attachment.network);
        for (const [family, address] of addressesOf(attachment)) {
          const fault = network && faultOf(address.value, family, network);
          if (fault) report(address.origin, fault.message, { severity: fault.sure ? 'error' : 'warning' });
        }
      }
    }
  },
};

type Family = Range['family'];

function addressesOf({ ipv4_address, ipv6_address }: Attachment): [Family, Placed<string>][] {
  return [
    ...(ipv4_address ? [['IPv4', ipv4_address] as [Family, Placed<string>]] : []),
    ...(ipv6_address ? [['IPv6', ipv6_address] as [Family, Placed<string>]] : []),
  ];
}

function faultOf(text: string, family: Family, network: Network): { message: string; sure: boolean } | undefined {
  const point = pointOf(text);
  if (point?.family !== family) return { message: `This is no ${family} address.`, sure: true };
  const subnets = network.ipam.config.flatMap(({ subnet }) => (subnet ? (rangeOf(subnet.value) ?? []) : []));
  const own = subnets.filter((subnet) => subnet.family === family);
  if (network.external || own.some((subnet) => holds(subnet, point))) return undefined;
  if (own.length === 0) {
    const message = `The network ${network.key} has no ${family} subnet of its own, so the engine may choose one without this address. Declare a subnet.`;
    return { message, sure: false };
  }
  const message = `The address is outside the subnet of ${network.key}, ${own.map(rangeText).join(', ')}.`;
  return { message, sure: true };
}
