/** A set of connections as the `ports` of a NetworkPolicy (https://kubernetes.io/docs/concepts/services-networking/network-policies/#targeting-a-range-of-ports). */

import { ALL, type ConnectionSet, connectionParts, equal, MAX_PORT } from '../../algebra/connection-set.ts';
import type { YamlNode } from '../../util/yaml-writer.ts';

/** Undefined: every port of every protocol. What is no port of TCP, UDP or SCTP cannot be said beside ports. */
export function policyPorts(set: ConnectionSet): readonly YamlNode[] | undefined {
  if (equal(set, ALL)) return undefined;
  return connectionParts(set).flatMap((part): YamlNode[] => {
    if (part.protocol === 'other') return [];
    const { protocol, first, last } = part;
    if (first === 1 && last === MAX_PORT) return [{ protocol }];
    return [{ protocol, port: first, endPort: first === last ? undefined : last }];
  });
}
