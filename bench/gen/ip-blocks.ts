/** The pool of ipBlocks that policies pick from: the whole world, the private network, and distinct random blocks. */

import type { ClusterOptions } from './options.ts';
import type { Random } from './random.ts';

export interface IpBlock {
  readonly cidr: string;
  readonly except?: readonly string[];
}

const ALWAYS: readonly IpBlock[] = [
  { cidr: '0.0.0.0/0', except: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'] },
  { cidr: '10.0.0.0/8' },
  { cidr: '0.0.0.0/0' },
];

/** Few long prefixes and many short ones nest and overlap. */
const NESTING: readonly number[] = [8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 20, 22, 24, 26, 28];
const USUAL: readonly number[] = [16, 20, 22, 24, 24, 24, 28, 32];

export function ipBlockPool({ cidrs, profile }: ClusterOptions, random: Random): IpBlock[] {
  const adversarial = profile === 'adversarial-cidrs';
  const pool = [...ALWAYS];
  const seen = new Set<string>();
  while (pool.length < Math.max(3, cidrs)) {
    const prefix = random.pick(adversarial ? NESTING : USUAL);
    const base = network((random.between(11, 223) * 16777216 + random.below(16777216)) >>> 0, prefix);
    const cidr = `${dotted(base)}/${prefix}`;
    if (seen.has(cidr)) continue;
    seen.add(cidr);
    const count = prefix >= 30 ? 0 : exceptCount(adversarial, random);
    pool.push(count === 0 ? { cidr } : { cidr, except: drawExcepts(base, prefix, { count, random }) });
  }
  return pool;
}

function exceptCount(adversarial: boolean, random: Random): number {
  if (adversarial) return random.between(1, 8);
  return random.chance(0.25) ? random.between(1, 3) : 0;
}

interface Excepts {
  readonly count: number;
  readonly random: Random;
}

function drawExcepts(base: number, prefix: number, { count, random }: Excepts): string[] {
  const excepts = new Set<string>();
  for (let i = 0; i < count; i++) {
    const longer = Math.min(32, prefix + random.between(1, 8));
    const inside = (base + random.below(2 ** (32 - prefix))) >>> 0;
    excepts.add(`${dotted(network(inside, longer))}/${longer}`);
  }
  return [...excepts];
}

function dotted(address: number): string {
  return [24, 16, 8, 0].map((shift) => (address >>> shift) & 255).join('.');
}

function network(address: number, prefix: number): number {
  return prefix === 0 ? 0 : (address & (0xffffffff << (32 - prefix))) >>> 0;
}
