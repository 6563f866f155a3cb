/** Numbers and names of ports (RFC 6335 §5.1; kubernetes/kubernetes apimachinery IsValidPortNum, IsValidPortName). */

import type { Field } from '../../field.ts';
import { isLabelName, isPortName } from '../../syntax.ts';
import { numberOf, textOf } from '../field-values.ts';

const GREATEST = 65_535;
const PORT_NAME = "a port name has at most 15 lower case letters, digits and '-', at least one letter, and no '--'";

/** A number of a port; `least` is 0 where 0 stands for none. */
export function checkPortNumber(field: Field, least: 0 | 1 = 1): void {
  const port = numberOf(field);
  if (port === undefined || !Number.isInteger(port)) return;
  if (port < least || port > GREATEST) field.refuse('SVC023', `a port must be from 1 to ${GREATEST}`);
}

/** The name of a container port, or one that refers to it. */
export function checkPortName(field: Field): void {
  const name = textOf(field);
  if (name === undefined || isPortName(name)) return;
  const hint = /^\d+$/.test(name) ? '; a number in quotes is a name: remove the quotes' : '';
  field.refuse('SVC023', `${PORT_NAME}${hint}`);
}

/** A number or the name of a container port. */
export function checkPortReference(field: Field, least: 0 | 1 = 1): void {
  if (typeof field.value === 'string') {
    if (field.value === '') field.refuse('SVC023', PORT_NAME);
    else checkPortName(field);
  } else checkPortNumber(field, least);
}

/** The name of a Service port. */
export function checkServicePortName(field: Field): void {
  const name = textOf(field);
  if (name !== undefined && !isLabelName(name)) {
    field.refuse('SVC023', "the name of a Service port has at most 63 lower case letters, digits and '-' (RFC 1123)");
  }
}
