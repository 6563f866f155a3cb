/** The ports of NetworkPolicy rules as rules see them: ranges by protocol, or names. */

import { MAX_PORT, type Protocol } from '../../algebra/connection-set.ts';
import type { Field } from '../../kubernetes/field.ts';
import { readProtocol } from '../../kubernetes/pod.ts';

export interface PolicyPort {
  readonly field: Field;
  readonly protocol: Protocol;
  /** From 1 to the greatest where no port is written; from 1 to 0 of a name. */
  readonly first: number;
  readonly last: number;
  readonly name: string | undefined;
}

/** As far as they can be read; an empty list is none of a rule that says nothing of ports, and so means all. */
export function policyPorts(fields: readonly Field[]): PolicyPort[] {
  return fields.flatMap((field): PolicyPort[] => {
    const protocol = readProtocol(field.at('protocol'));
    const { value } = field.at('port');
    if (protocol === undefined) return [];
    if (typeof value === 'string') return [{ field, protocol, first: 1, last: 0, name: value }];
    if (value === undefined || value === null) return [{ field, protocol, first: 1, last: MAX_PORT, name: undefined }];
    if (typeof value !== 'number') return [];
    return [{ field, protocol, first: value, last: field.integerAt('endPort') ?? value, name: undefined }];
  });
}

/** Whether a rule with these ports is open on a number; without any port it is open on all. */
export function coversPort(ports: readonly PolicyPort[], port: number, protocol: Protocol): boolean {
  if (ports.length === 0) return true;
  return ports.some((p) => p.protocol === protocol && p.first <= port && port <= p.last);
}
