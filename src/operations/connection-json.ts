/** Connection sets in the contract's form: `all`, or an object from protocol to ports. */

import { ALL, type ConnectionSet, equal, portsByProtocol } from '../algebra/connection-set.ts';
import type { ConnectionSetJson } from './results.ts';

export function connectionJson(set: ConnectionSet): ConnectionSetJson {
  return equal(set, ALL) ? 'all' : Object.fromEntries(portsByProtocol(set));
}

/** The same for people: `all`, `TCP 80,443; UDP 53`, or nothing. */
export function connectionText(json: ConnectionSetJson): string {
  if (json === 'all') return 'all';
  return Object.entries(json)
    .map(([protocol, ports]) => (protocol === 'other' ? 'other' : `${protocol} ${ports}`))
    .join('; ');
}
