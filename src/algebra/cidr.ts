/**
 * The door to ip-num: CIDR blocks and addresses as text become numbers here, and nowhere else. IPv4 points are
 * numbers, IPv6 points are bigints.
 *
 * What Go's `net.ParseCIDR` takes, this takes (kubernetes/kubernetes validates `ipBlock` with it): host bits may be
 * set, IPv6 may end in dotted IPv4 form, a prefix has no leading zero. An IPv4-mapped block (`::ffff:a.b.c.d/96+`)
 * means the IPv4 block, as Go's `IPNet.Contains` does.
 */

import { IPv6 } from 'ip-num';

export type Family = 'IPv4' | 'IPv6';

export type Address =
  | { readonly family: 'IPv4'; readonly value: number }
  | { readonly family: 'IPv6'; readonly value: bigint };

export interface Block<F extends Family, P> {
  readonly family: F;
  readonly first: P;
  readonly last: P;
  readonly prefix: number;
  /** Whether the text had bits set beyond the prefix (10.0.0.1/8). */
  readonly hostBits: boolean;
  /** Whether the text was an IPv4 block written as IPv6. */
  readonly mapped: boolean;
}

export type Cidr = Block<'IPv4', number> | Block<'IPv6', bigint>;

const V4_TEXT = /^(?:(?:0|[1-9]\d{0,2})\.){3}(?:0|[1-9]\d{0,2})$/;
const V6_TEXT = /^[0-9A-Fa-f:]{2,39}(?:(?<=:)\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3})?$/;
const PREFIX_TEXT = /^(?:0|[1-9]\d{0,2})$/;
const MAPPED_FIRST = 0xffff_0000_0000n;
const MAPPED_LAST = 0xffff_ffff_ffffn;

/** Parses an IPv4 or IPv6 address; undefined when the text is not one. A zone (`%eth0`) is not an address. */
export function parseAddress(text: string): Address | undefined {
  try {
    if (V4_TEXT.test(text)) return parseV4(text);
    if (V6_TEXT.test(text)) return { family: 'IPv6', value: new IPv6(text).getValue() };
  } catch {
    // ip-num says why; the callers only need to know that it is none.
  }
  return undefined;
}

/** A dump of a cluster has one for every pod, and what ip-num does for each, with strings of bits, would cost the most. */
function parseV4(text: string): Address | undefined {
  let value = 0;
  let octet = 0;
  for (let at = 0; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 48;
    // What is no digit is a dot.
    if (digit >= 0) octet = octet * 10 + digit;
    else {
      value = value * 256 + octet;
      octet = 0;
    }
    if (octet > 255) return undefined;
  }
  return { family: 'IPv4', value: value * 256 + octet };
}

/** Parses `address/prefix`; undefined when the text is not a CIDR block. */
export function parseCidr(text: string): Cidr | undefined {
  const slash = text.indexOf('/');
  const prefixText = text.slice(slash + 1);
  if (slash < 0 || !PREFIX_TEXT.test(prefixText)) return undefined;
  const address = parseAddress(text.slice(0, slash));
  const prefix = Number(prefixText);
  if (!address || prefix > (address.family === 'IPv4' ? 32 : 128)) return undefined;
  if (address.family === 'IPv4') return v4Block(address.value, prefix, false);
  const mapped = address.value >= MAPPED_FIRST && address.value <= MAPPED_LAST && prefix >= 96;
  if (mapped) return v4Block(Number(address.value & 0xffff_ffffn), prefix - 96, true);
  const size = 1n << BigInt(128 - prefix);
  const first = address.value - (address.value % size);
  const last = first + size - 1n;
  return { family: 'IPv6', first, last, prefix, hostBits: first !== address.value, mapped };
}

function v4Block(value: number, prefix: number, mapped: boolean): Cidr {
  const size = 2 ** (32 - prefix);
  const first = value - (value % size);
  return { family: 'IPv4', first, last: first + size - 1, prefix, hostBits: first !== value, mapped };
}

/** Dotted decimal. */
export function formatV4(value: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.');
}

/** RFC 5952 §4: lower case, no leading zeros, the longest run of two or more zero groups (the first of equals) as `::`. */
export function formatV6(value: bigint): string {
  const groups = Array.from({ length: 8 }, (_, i) => ((value >> BigInt(112 - 16 * i)) & 0xffffn).toString(16));
  let best = { start: 0, length: 0 };
  for (let i = 0; i < 8; i++) {
    let length = 0;
    while (groups[i + length] === '0') length++;
    if (length > best.length) best = { start: i, length };
    i += length;
  }
  if (best.length < 2) return groups.join(':');
  return `${groups.slice(0, best.start).join(':')}::${groups.slice(best.start + best.length).join(':')}`;
}
