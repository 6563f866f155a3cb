/**
 * Random ipBlocks that the API server accepts (each except lies inside its cidr and is longer), aimed at where the pods and
 * nodes of the generated clusters have their addresses, and some aimed at where no pod can have one.
 */
import fc from 'fast-check';
import { type Family, formatAddress, isInside, parseAddress, parseCidr, widthOf } from './address.ts';
import type { IpBlock } from './manifests.ts';
import { rarely, shape } from './random-shapes.ts';

/** Addresses of the nodes by name; a pod on the host network has those of its node. */
export const NODES = {
  'node-a': { v4: '192.168.0.10', v6: 'fd00:1::a' },
  'node-b': { v4: '192.168.0.11', v6: 'fd00:1::b' },
} as const;
export type NodeName = keyof typeof NODES;

/** Addresses of the pod at `index` (0, 1, …) of a cluster; `half` says in which of two neighbouring networks. */
export function podAddresses(index: number, half: number): { readonly v4: string; readonly v6: string } {
  return { v4: `10.0.${half}.${index + 1}`, v6: formatAddress(parseAddress(`fd00::${half}:${index + 1}`)) };
}

/** Cases that random numbers would hardly ever form. */
const HAND_MADE: readonly IpBlock[] = [
  { cidr: '0.0.0.0/0' },
  { cidr: '::/0' },
  { cidr: '0.0.0.0/7', except: ['1.0.0.0/8'] },
  { cidr: '0.0.0.0/8' },
  { cidr: '127.0.0.0/8' },
  { cidr: '169.254.0.0/16' },
  { cidr: '224.0.0.0/3' },
  { cidr: '240.0.0.0/4', except: ['255.255.255.255/32'] },
  { cidr: '::/127' },
  { cidr: '::1/128' },
  { cidr: 'FE80::/10' },
  { cidr: 'fe00::/7', except: ['fe00::/9'] },
  { cidr: '10.0.0.0/30', except: ['10.0.0.0/31', '10.0.0.2/31'] },
  { cidr: '10.0.0.0/30', except: ['10.0.0.0/31', '10.0.0.3/32'] },
  { cidr: 'fd00::0.0.0.4/126', except: ['FD00:0:0:0::5/128'] },
];

const TARGETS: Readonly<Record<Family, readonly string[]>> = {
  4: ['10.0.0.0', '10.0.0.3', '10.0.1.0', '10.0.1.6', '192.168.0.10', '203.0.113.0', '127.0.0.1', '255.255.255.255'],
  6: ['fd00::', 'fd00::3', 'fd00::1:0', 'fd00::1:6', 'fd00:1::a', '2001:db8::', '::', 'fe80::1', 'ffff::ffff'],
};
const PREFIXES: Readonly<Record<Family, readonly number[]>> = {
  4: [0, 1, 4, 8, 16, 23, 24, 28, 29, 30, 31, 32],
  6: [0, 1, 8, 32, 64, 96, 112, 124, 125, 126, 127, 128],
};

interface Hole {
  readonly target: string;
  readonly deeper: number;
}

interface Sketch {
  readonly target: string;
  readonly prefix: number;
  readonly hostBits: boolean;
  readonly holes: readonly Hole[] | null | undefined;
}

export const ipBlock: fc.Arbitrary<IpBlock> = fc.oneof(
  { weight: 4, arbitrary: sketchOf(4).map((sketch) => draw(4, sketch)) },
  { weight: 2, arbitrary: sketchOf(6).map((sketch) => draw(6, sketch)) },
  { weight: 3, arbitrary: fc.constantFrom(...HAND_MADE) },
);

function sketchOf(family: Family): fc.Arbitrary<Sketch> {
  const target = fc.constantFrom(...TARGETS[family]);
  const hole = shape<Hole>({ target, deeper: fc.constantFrom(1, 2, 3, 8, 32) });
  const holes = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(undefined, undefined, null) },
    { weight: 3, arbitrary: fc.array(hole, { maxLength: 3 }) },
  );
  return fc.record({ target, prefix: fc.constantFrom(...PREFIXES[family]), hostBits: rarely(4), holes });
}

function draw(family: Family, { target, prefix, hostBits, holes }: Sketch): IpBlock {
  const cidr = hostBits ? `${target}/${prefix}` : network(target, prefix);
  if (holes === undefined || holes === null) {
    return holes === null ? { cidr, except: null } : { cidr };
  }
  // A block of one address has no strict subset to take out.
  const except = prefix === widthOf(family) ? [] : holes.map((hole) => cut(cidr, prefix, hole));
  return { cidr, except };
}

function cut(cidr: string, prefix: number, { target, deeper }: Hole): string {
  const block = parseCidr(cidr);
  const aim = parseAddress(target);
  const size = block.last - block.first + 1n;
  const value = isInside(aim, block) ? aim.value : block.first + (aim.value % size);
  return network(formatAddress({ ...aim, value }), Math.min(widthOf(block.family), prefix + deeper));
}

function network(address: string, prefix: number): string {
  const { family, first } = parseCidr(`${address}/${prefix}`);
  return `${formatAddress({ family, value: first })}/${prefix}`;
}
