/** Focus options as the queries take them. */

import { type ConnectionSet, PROTOCOLS, portRange } from '../algebra/connection-set.ts';
import type { MatrixQuery } from '../queries/matrix.ts';
import type { FocusOptions } from './options.ts';

export function matrixQuery(options: FocusOptions): MatrixQuery {
  const { focus, focusPeer, direction, connection, self, external } = options;
  return {
    focus: listOf(focus),
    focusPeer: listOf(focusPeer),
    direction,
    connection: connection === undefined ? undefined : parseConnection(connection),
    self,
    external,
  };
}

export function listOf(names: string | string[] | undefined): string[] {
  return names === undefined ? [] : [names].flat();
}

/** `tcp/80`; the option's pattern has been checked. */
export function parseConnection(text: string): ConnectionSet {
  const [name, port] = text.split('/');
  const protocol = PROTOCOLS.find((p) => p.toLowerCase() === name?.toLowerCase()) ?? 'TCP';
  return portRange(protocol, Number(port), Number(port));
}
