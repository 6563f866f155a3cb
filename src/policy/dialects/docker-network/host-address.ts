/** The address of the host on the LAN, by which `published` dials it: given, or the lowest one that a port names. */

import { parseAddress } from '../../../algebra/cidr.ts';
import { type Binding, isLoopback } from './bindings.ts';

/** Undefined where no port names an address, so that it makes no difference. */
export function hostAddressOf(bindings: readonly Binding[]): string | undefined {
  let lowest: { readonly value: number; readonly text: string } | undefined;
  for (const { address } of bindings) {
    if (address === undefined || isLoopback(address)) continue;
    const parsed = parseAddress(address);
    if (parsed?.family !== 'IPv4') continue;
    if (!lowest || parsed.value < lowest.value) lowest = { value: parsed.value, text: address };
  }
  return lowest?.text;
}
