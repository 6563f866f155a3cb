/** CMP013: a subnet, a range or a gateway that the engine refuses. */

import type { IpamPool } from '../network.ts';
import type { Placed } from '../placed.ts';
import { holds, pointOf, type Range, rangeOf, rangeText } from './addresses.ts';
import type { ProjectRule, Say } from './rule.ts';

export const subnetInvalid: ProjectRule = {
  id: 'CMP013',
  severity: 'error',
  title: 'A subnet or what is in it is not valid',
  why: 'The network is not created.',
  bad: `services:
  a: { image: nginx, networks: [one] }
networks:
  one: { ipam: { config: [{ subnet: 172.28.5.1/24, gateway: 10.0.0.1 }] } }
`,
  good: `services:
  a: { image: nginx, networks: [one] }
networks:
  one: { ipam: { config: [{ subnet: 172.28.5.0/24, gateway: 172.28.5.1 }] } }
`,
  check: (project, say) => {
    for (const { external, ipam } of project.networks.values()) {
      if (!external) for (const pool of ipam.config) checkPool(pool, say);
    }
  },
};

function checkPool({ subnet, ip_range: range, gateway, aux_addresses: auxiliary }: IpamPool, say: Say): void {
  const block = subnet && blockOf(subnet, say);
  const inner = range && blockOf(range, say);
  if (range && inner && block && !(holds(block, firstOf(inner)) && holds(block, lastOf(inner)))) {
    say(range.origin, `The range is outside the subnet, ${rangeText(block)}.`);
  }
  for (const address of [...(gateway ? [gateway] : []), ...auxiliary.values()]) {
    const point = pointOf(address.value);
    if (!point) say(address.origin, 'This is no IP address.');
    else if (block && !holds(block, point))
      say(address.origin, `The address is outside the subnet, ${rangeText(block)}.`);
  }
}

function blockOf(written: Placed<string>, say: Say): Range | undefined {
  const block = rangeOf(written.value);
  if (!block) say(written.origin, 'This is no block of addresses. Write it as 172.28.5.0/24.');
  else if (block.hostBits)
    say(written.origin, `The block has bits set behind its prefix. It should be ${rangeText(block)}.`);
  return block;
}

function firstOf({ family, first }: Range): { family: Range['family']; value: bigint } {
  return { family, value: first };
}

function lastOf({ family, last }: Range): { family: Range['family']; value: bigint } {
  return { family, value: last };
}
