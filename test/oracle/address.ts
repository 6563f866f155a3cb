/**
 * IP addresses and CIDR blocks as plain BigInts, for the oracle and its generators only: no library and nothing of the
 * engine's algebra. Reads what the API server's parser reads: host bits are dropped, IPv6 in every spelling of RFC 4291
 * section 2.2, and an IPv4-mapped IPv6 address is the IPv4 address, as Go's `net.IP` has it.
 */
export type Family = 4 | 6;

export interface Address {
  readonly family: Family;
  readonly value: bigint;
}

/** All addresses from `first` to `last`, both included. */
export interface Block {
  readonly family: Family;
  readonly first: bigint;
  readonly last: bigint;
}

const MAPPED = 0xffffn << 32n;

export function widthOf(family: Family): number {
  return family === 4 ? 32 : 128;
}

export function parseAddress(text: string): Address {
  const address = spelled(text);
  return isMapped(address) ? { family: 4, value: address.value - MAPPED } : address;
}

export function parseCidr(text: string): Block {
  const [base = '', length = ''] = text.split('/');
  const written = spelled(base);
  const mapped = isMapped(written) && Number(length) >= 96;
  const { family, value } = mapped ? parseAddress(base) : written;
  const prefix = Number(length) - (mapped ? 96 : 0);
  const size = 1n << BigInt(widthOf(family) - prefix);
  const first = value - (value % size);
  return { family, first, last: first + size - 1n };
}

export function isInside(address: Address, block: Block): boolean {
  return address.family === block.family && block.first <= address.value && address.value <= block.last;
}

export function formatAddress({ family, value }: Address): string {
  if (family === 4) {
    return [24n, 16n, 8n, 0n].map((shift) => String((value >> shift) & 0xffn)).join('.');
  }
  const groups = [7n, 6n, 5n, 4n, 3n, 2n, 1n, 0n].map((index) => ((value >> (index * 16n)) & 0xffffn).toString(16));
  const zeros = groups.join(':').match(/\b0(?::0\b)+/g) ?? [];
  const longest = zeros.reduce((best, run) => (run.length > best.length ? run : best), '');
  return longest === '' ? groups.join(':') : shorten(groups.join(':'), longest);
}

function shorten(text: string, run: string): string {
  // The run must stand on group borders: "10:0:0:1" holds "0:0" twice, and only one of them is zeros.
  const at = text.search(new RegExp(`(?<![0-9a-f])${run}(?![0-9a-f])`));
  return `${text.slice(0, at).replace(/:$/, '')}::${text.slice(at + run.length).replace(/^:/, '')}`;
}

function isMapped(address: Address): boolean {
  return address.family === 6 && address.value >> 32n === 0xffffn;
}

function spelled(text: string): Address {
  return text.includes(':') ? { family: 6, value: parseV6(text) } : { family: 4, value: parseV4(text) };
}

function parseV4(text: string): bigint {
  const parts = text.split('.');
  if (parts.length !== 4 || parts.some((part) => !/^\d{1,3}$/.test(part) || Number(part) > 255)) {
    throw new Error(`not an IPv4 address: ${text}`);
  }
  return parts.reduce((value, part) => value * 256n + BigInt(part), 0n);
}

function parseV6(text: string): bigint {
  const [head = '', tail, ...more] = text.split('::');
  const left = groupsOf(head);
  const right = groupsOf(tail ?? '');
  const missing = 8 - left.length - right.length;
  if (more.length > 0 || missing < 0 || (tail === undefined && missing !== 0)) {
    throw new Error(`not an IPv6 address: ${text}`);
  }
  const groups = [...left, ...Array.from({ length: missing }, () => 0n), ...right];
  return groups.reduce((value, group) => value * 65536n + group, 0n);
}

function groupsOf(text: string): readonly bigint[] {
  if (text === '') {
    return [];
  }
  return text.split(':').flatMap((part) => {
    if (part.includes('.')) {
      const tail = parseV4(part);
      return [tail >> 16n, tail & 0xffffn];
    }
    return [BigInt(`0x${part}`)];
  });
}
