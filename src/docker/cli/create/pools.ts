/**
 * The address pools of `docker network create`: `--subnet`, and the ranges, gateways and auxiliary addresses that
 * belong to the subnet they lie in (docker/cli 29.7.2 `createIPAMConfig`).
 */

import { blockSet, hasAddress } from '../../../algebra/address-set.ts';
import { type Cidr, parseAddress, parseCidr } from '../../../algebra/cidr.ts';
import type { Ipam, IpamPool } from '../../network.ts';
import type { Placed } from '../../placed.ts';
import type { Flag } from '../flags/parse-flags.ts';
import { csvFields } from '../values/csv.ts';
import { cut } from '../values/split.ts';
import { placedMap } from './privileges.ts';
import { isPlain, placedLast, type Request } from './request.ts';

interface Pool {
  readonly subnet: Placed<string>;
  readonly block: Cidr | undefined;
  ip_range?: Placed<string>;
  gateway?: Placed<string>;
  readonly aux_addresses: Map<string, Placed<string>>;
}

export function readPools(request: Request): Ipam {
  const pools = readSubnets(request);
  for (const each of values(request, 'ip-range')) setOne(request, pools, each, 'ip_range');
  for (const each of values(request, 'gateway')) setOne(request, pools, each, 'gateway');
  for (const [key, address] of placedMap(request, 'aux-address')) {
    poolOf(request, pools, 'aux-address', address)?.aux_addresses.set(key, address);
  }
  const driver = placedLast(request, 'ipam-driver');
  return {
    ...(driver ? { driver } : {}),
    options: placedMap(request, 'ipam-opt'),
    config: pools.map(({ block, ...pool }): IpamPool => ({ ...pool, origin: pool.subnet.origin })),
  };
}

/** The values of a flag that takes several in one word. */
function values({ scope, flags }: Request, name: string): Placed<string>[] {
  return flags.all(name).flatMap((flag: Flag) => {
    const fields = flag.value === '' ? [] : csvFields(flag.value);
    if (!fields) scope.refuse('CLI004', flag.word, `--${name}: a double quote is out of place`);
    return (fields ?? []).map((value) => ({ value: value.trim(), origin: scope.originOf(flag.word) }));
  });
}

function readSubnets(request: Request): Pool[] {
  const pools: Pool[] = [];
  for (const subnet of values(request, 'subnet')) {
    const block = parseCidr(subnet.value) ?? parseCidr(`${subnet.value}/${subnet.value.includes(':') ? 128 : 32}`);
    if (!block && isPlain(subnet.value)) {
      request.scope.refuse('CLI004', subnet.origin, `${subnet.value.slice(0, 60)} is no subnet, as 10.1.0.0/16`);
      continue;
    }
    const other = block && pools.find((pool) => pool.block && overlap(pool.block, block));
    if (other) request.scope.refuse('CLI005', subnet.origin, `${subnet.value} overlaps ${other.subnet.value}`);
    pools.push({ subnet, block, aux_addresses: new Map() });
  }
  return pools;
}

function overlap(a: Cidr, b: Cidr): boolean {
  return a.family === b.family && a.first <= b.last && b.first <= a.last;
}

function setOne(request: Request, pools: readonly Pool[], value: Placed<string>, field: 'ip_range' | 'gateway'): void {
  const flag = field === 'gateway' ? 'gateway' : 'ip-range';
  const pool = poolOf(request, pools, flag, value);
  if (pool?.[field]) request.scope.refuse('CLI005', value.origin, `${pool.subnet.value} has two of --${flag}`);
  else if (pool) pool[field] = value;
}

/** The pool whose subnet holds the address or range. */
function poolOf({ scope }: Request, pools: readonly Pool[], flag: string, value: Placed<string>): Pool | undefined {
  const text = value.value;
  if (!isPlain(text)) return pools.length === 1 ? pools[0] : undefined;
  const address = parseAddress(flag === 'ip-range' ? (cut(text, '/')?.[0] ?? '') : text);
  if (!address || (flag === 'ip-range' && !parseCidr(text))) {
    scope.refuse(
      'CLI004',
      value.origin,
      `--${flag}: ${text.slice(0, 60)} is no ${flag === 'ip-range' ? 'range, as 10.1.1.0/24' : 'address'}`,
    );
    return undefined;
  }
  const pool = pools.find(({ block }) => block && hasAddress(blockSet(block), address));
  if (!pool && pools.every(({ block }) => block)) {
    scope.refuse('CLI004', value.origin, `--${flag}: no --subnet of the command holds ${text}`);
  }
  return pool;
}
