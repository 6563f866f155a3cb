/** Texts of addresses and names, as the docker command judges them (docker/cli 29.7.2 `opts/opts.go`, Go's net). */

import { parseAddress } from '../../../algebra/cidr.ts';
import { cut } from './split.ts';

/** As Go's net.ParseIP. */
export function isAddress(text: string): boolean {
  return parseAddress(text.trim()) !== undefined;
}

/** An address a container can have: of that family, and not all zeros. */
export function isOwnAddress(text: string, family: 'IPv4' | 'IPv6'): boolean {
  const address = parseAddress(text.trim());
  return address?.family === family && BigInt(address.value) !== 0n;
}

/** As Go's net.ParseMAC: 6, 8 or 20 bytes with `:` or `-` between bytes, or `.` between pairs. */
export function isMacAddress(text: string): boolean {
  const bare = text.trim();
  const bytes = /^(?:[\da-fA-F]{2}([:-]))(?:[\da-fA-F]{2}\1)*[\da-fA-F]{2}$/.test(bare)
    ? (bare.length + 1) / 3
    : /^(?:[\da-fA-F]{4}\.)+[\da-fA-F]{4}$/.test(bare)
      ? ((bare.length + 1) / 5) * 2
      : 0;
  return [6, 8, 20].includes(bytes);
}

/** A domain of the search list; `.` stands for none. */
export function isSearchDomain(text: string): boolean {
  const bare = text.replace(/^ +| +$/g, '');
  if (bare === '.') return true;
  const name = bare.replace(/\.$/, '');
  const labels = name.split('.');
  return (
    name.length < 255 &&
    /[a-zA-Z]/.test(name) &&
    labels.every((label) => /^[a-zA-Z0-9-]+$/.test(label) && !label.startsWith('-') && !label.endsWith('-'))
  );
}

export interface HostEntry {
  readonly host: string;
  readonly address: string;
}

/** `host:address` or `host=address`, the address perhaps in brackets; undefined where the form is another. */
export function parseHostEntry(text: string): HostEntry | undefined {
  const parts = cut(text, '=') ?? cut(text, ':');
  if (!parts) return undefined;
  const [host, written] = parts;
  const address = /^\[(.+)\]$/.exec(written)?.[1] ?? written;
  return host === '' || host.includes(':') ? undefined : { host, address };
}

export function isHostAddress(address: string): boolean {
  return address === 'host-gateway' || isAddress(address);
}

/** `name` or `name:alias`; the older `/name:/other/alias` means the last step. */
export function parseLink(text: string): { readonly service: string; readonly alias: string } | undefined {
  const [name = '', alias = name, ...more] = text.split(':');
  if (name === '' || more.length > 0) return undefined;
  if (!name.startsWith('/')) return alias === '' ? undefined : { service: name, alias };
  return { service: name.slice(1), alias: alias.split('/').at(-1) ?? '' };
}

/** Names of containers (moby `daemon/names`). */
export function isContainerName(text: string): boolean {
  return /^\/?[a-zA-Z0-9][a-zA-Z0-9_.-]+$/.test(text);
}
