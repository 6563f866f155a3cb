/** `ports` (v1alpha1) or `protocols` (v1alpha2) of a rule: absent means every packet, else one item must match. */

import { MAX_PORT, NONE, PROTOCOLS, unionAll } from '../../../algebra/connection-set.ts';
import type { Field } from '../../../kubernetes/field.ts';
import { isPortName } from '../../../kubernetes/syntax.ts';
import { ANY_PORT, type PortSpec } from '../../rule.ts';
import type { Form } from './form.ts';
import { readList } from './shapes.ts';

export const NO_PORT: PortSpec = { numbers: NONE, names: [] };

export function readPorts(field: Field, form: Form): PortSpec {
  if (field.absent) return ANY_PORT;
  const specs = readList(field, { noun: 'port', min: 1, max: form.maxItems }).map(form.readPort);
  return { numbers: unionAll(specs.map((s) => s.numbers)), names: specs.flatMap((s) => s.names) };
}

/** A port number that must be there. */
export function readPortNumber(parent: Field, name: string): number | undefined {
  const field = parent.at(name);
  const port = field.integer();
  if (field.absent) parent.refuse('SCH004', `${name} is required`);
  else if (port !== undefined && (port < 1 || port > MAX_PORT)) {
    field.refuse('SCH003', `${name} must be from 1 to ${MAX_PORT}`);
  }
  return port;
}

/** A port by name, whatever protocol the container port has that is called so. */
export function readNamedPort(field: Field): PortSpec {
  const name = field.string();
  if (name === undefined) return NO_PORT;
  if (!isPortName(name)) {
    const message = 'no container port can have this name: at most 15 lower case letters, digits and -';
    field.scope.report({ rule: 'SCH008', severity: 'warning', message, pointer: field.pointer });
  }
  return { numbers: NONE, names: PROTOCOLS.map((protocol) => ({ name, protocol })) };
}
