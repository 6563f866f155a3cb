/** Addresses and blocks of both families as one kind of number, for the rules about subnets. */

import { type Family, formatV4, formatV6, parseAddress, parseCidr } from '../../algebra/cidr.ts';

export interface Point {
  readonly family: Family;
  readonly value: bigint;
}

export interface Range {
  readonly family: Family;
  readonly first: bigint;
  readonly last: bigint;
  readonly prefix: number;
  /** Whether bits are set behind the prefix. */
  readonly hostBits: boolean;
}

export function pointOf(text: string): Point | undefined {
  const address = parseAddress(text);
  return address && { family: address.family, value: BigInt(address.value) };
}

export function rangeOf(text: string): Range | undefined {
  const block = parseCidr(text);
  if (!block) return undefined;
  const { family, first, last, prefix, hostBits } = block;
  return { family, first: BigInt(first), last: BigInt(last), prefix, hostBits };
}

export function holds(range: Range, { family, value }: Point): boolean {
  return range.family === family && value >= range.first && value <= range.last;
}

export function overlap(a: Range, b: Range): boolean {
  return a.family === b.family && a.first <= b.last && b.first <= a.last;
}

export function rangeText({ family, first, prefix }: Range): string {
  return `${family === 'IPv4' ? formatV4(Number(first)) : formatV6(first)}/${prefix}`;
}
