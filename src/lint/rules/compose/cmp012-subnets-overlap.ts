/** CMP012: two networks have subnets that overlap. */

import type { Placed } from '../../../docker/placed.ts';
import { byKeys } from '../../../util/ordering.ts';
import { overlap, type Range, rangeOf } from '../../context/addresses.ts';
import type { DockerRule } from '../../rule.ts';

interface Subnet {
  readonly network: string;
  readonly written: Placed<string>;
  readonly range: Range;
}

export const subnetsOverlap: DockerRule = {
  id: 'CMP012',
  model: 'docker',
  severity: 'error',
  title: 'Two networks overlap',
  why: 'The second network is not created: its pool overlaps with another one.',
  fix: 'Choose subnets without a common address.',
  references: ['https://docs.docker.com/reference/compose-file/networks/#ipam'],
  bad: [
    {
      line: 5,
      text: `services:
  a: { image: nginx, networks: [one, two] }
networks:
  one: { ipam: { config: [{ subnet: 172.28.0.0/16 }] } }
  two: { ipam: { config: [{ subnet: 172.28.5.0/24 }] } }
`,
    },
  ],
  good: [
    `services:
  a: { image: nginx, networks: [one, two] }
networks:
  one: { ipam: { config: [{ subnet: 172.28.0.0/16 }] } }
  two: { ipam: { config: [{ subnet: 172.29.5.0/24 }] } }
`,
  ],
  check({ project }, report) {
    const subnets = [...project.networks.values()].flatMap(({ key, name, external, ipam }): Subnet[] =>
      external ? [] : ipam.config.flatMap(({ subnet }) => subnetOf(subnet, key, name)),
    );
    // Sorted by where they begin, a subnet can only overlap one that reaches past its beginning.
    const sorted = subnets.toSorted(
      byKeys(({ range }) => `${range.family}${range.first.toString().padStart(40, '0')}`),
    );
    let widest: Subnet | undefined;
    for (const subnet of sorted) {
      if (widest && overlap(widest.range, subnet.range)) {
        report(subnet.written.origin, `The subnet overlaps with one of ${widest.network}. Choose another.`);
      }
      if (!widest || widest.range.family !== subnet.range.family || subnet.range.last > widest.range.last)
        widest = subnet;
    }
  },
};

function subnetOf(written: Placed<string> | undefined, key: string, name: string): Subnet[] {
  const range = written && rangeOf(written.value);
  return written && range ? [{ network: key === name ? name : `the network ${key}`, written, range }] : [];
}
