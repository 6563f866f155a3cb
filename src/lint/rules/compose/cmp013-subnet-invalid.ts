/** CMP013: a subnet, a range or a gateway that the engine refuses. */

import type { IpamPool } from '../../../docker/network.ts';
import type { Placed } from '../../../docker/placed.ts';
import { holds, pointOf, type Range, rangeOf, rangeText } from '../../context/addresses.ts';
import type { DockerRule, Report } from '../../rule.ts';

export const subnetInvalid: DockerRule = {
  id: 'CMP013',
  model: 'docker',
  severity: 'error',
  title: 'A subnet or what is in it is not valid',
  why: 'The network is not created.',
  fix: 'Write the block without bits behind its prefix, and choose range, gateway and auxiliary addresses inside it.',
  references: ['https://docs.docker.com/reference/compose-file/networks/#ipam'],
  bad: [
    {
      line: 4,
      text: `services:
  a: { image: nginx, networks: [one] }
networks:
  one: { ipam: { config: [{ subnet: 172.28.5.1/24, gateway: 10.0.0.1 }] } }
`,
    },
  ],
  good: [
    `services:
  a: { image: nginx, networks: [one] }
networks:
  one: { ipam: { config: [{ subnet: 172.28.5.0/24, gateway: 172.28.5.1 }] } }
`,
  ],
  check({ project }, report) {
    for (const { external, ipam } of project.networks.values()) {
      if (!external) for (const pool of ipam.config) checkPool(pool, report);
    }
  },
};

function checkPool({ subnet, ip_range: range, gateway, aux_addresses: auxiliary }: IpamPool, report: Report): void {
  const block = subnet && blockOf(subnet, report);
  const inner = range && blockOf(range, report);
  if (range && inner && block && !(holds(block, firstOf(inner)) && holds(block, lastOf(inner)))) {
    report(range.origin, `The range is outside the subnet, ${rangeText(block)}.`);
  }
  for (const address of [...(gateway ? [gateway] : []), ...auxiliary.values()]) {
    const point = pointOf(address.value);
    if (!point) report(address.origin, 'This is no IP address.');
    else if (block && !holds(block, point))
      report(address.origin, `The address is outside the subnet, ${rangeText(block)}.`);
  }
}

function blockOf(written: Placed<string>, report: Report): Range | undefined {
  const block = rangeOf(written.value);
  if (!block) report(written.origin, 'This is no block of addresses. Write it as 172.28.5.0/24.');
  else if (block.hostBits)
    report(written.origin, `The block has bits set behind its prefix. It should be ${rangeText(block)}.`);
  return block;
}

function firstOf({ family, first }: Range): { family: Range['family']; value: bigint } {
  return { family, value: first };
}

function lastOf({ family, last }: Range): { family: Range['family']; value: bigint } {
  return { family, value: last };
}
