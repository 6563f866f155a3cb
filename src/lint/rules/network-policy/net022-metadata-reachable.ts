/** NET022: egress to blocks of addresses that hold the cloud's metadata service. */

import { type Address, parseAddress } from '../../../algebra/cidr.ts';
import type { BlockPeer } from '../../context/peer-view.ts';
import { coversPort } from '../../context/policy-ports.ts';
import { withEntry, withItem } from '../../fixes.ts';
import type { KubernetesRule } from '../../rule.ts';
import { policy } from '../fragments.ts';

const example = (block: string) =>
  policy('web', `podSelector: {}\npolicyTypes: [Egress]\negress:\n  - to:\n      - ipBlock: ${block}\n`);

const METADATA = '169.254.169.254';
const HTTP = 80;

export const metadataReachable: KubernetesRule = {
  id: 'NET022',
  model: 'kubernetes',
  severity: 'warning',
  title: 'Pods may reach the metadata service of the cloud',
  why: 'It hands out credentials of the node to whoever asks from there: a program that can be made to fetch an address gives them away.',
  fix: 'Except 169.254.169.254/32 from the block.',
  references: [
    'https://kubernetes.io/docs/tasks/administer-cluster/securing-a-cluster/#restricting-cloud-metadata-api-access',
  ],
  bad: [{ line: 9, text: example('{cidr: 0.0.0.0/0}') }],
  good: [example('{cidr: 0.0.0.0/0, except: [169.254.169.254/32]}'), example('{cidr: 192.0.2.0/24}')],
  check({ policies }, report) {
    for (const { isolates, rules } of policies) {
      if (!isolates.egress) continue;
      for (const { direction, peers, ports, isAnyPort } of rules) {
        if (direction !== 'egress' || (!isAnyPort && !coversPort(ports, HTTP, 'TCP'))) continue;
        for (const peer of peers) {
          if (peer.kind !== 'block' || !reaches(peer)) continue;
          const block = peer.field.at('ipBlock');
          const except = block.at('except');
          const hole = `${METADATA}/32`;
          report(
            block.at('cidr'),
            `The block holds ${METADATA}, where clouds hand out credentials of the node. Except ${hole}.`,
            except.absent ? withEntry(block, 'except', [hole]) : withItem(except, hole),
          );
        }
      }
    }
  },
};

function reaches({ cidr, excepts }: BlockPeer): boolean {
  const address = parseAddress(METADATA);
  return address !== undefined && holds(cidr, address) && !excepts.some((except) => holds(except, address));
}

function holds({ family, first, last }: BlockPeer['cidr'], address: Address): boolean {
  return family === address.family && first <= address.value && address.value <= last;
}
