/**
 * A listener of a Gateway (https://gateway-api.sigs.k8s.io/reference/spec/#listener): where traffic comes in, and which
 * routes it takes.
 */

import type { Field } from '../field.ts';
import { type Admission, readAdmission } from './admission.ts';
import { GATEWAY_GROUP } from './api.ts';

export interface Listener {
  readonly name: string;
  readonly port: number | undefined;
  readonly protocol: string;
  /** Undefined: every host name. */
  readonly hostname: string | undefined;
  readonly admission: Admission;
  /** Kinds it restricts itself to; undefined where the protocol alone decides. */
  readonly kinds: readonly string[] | undefined;
}

export function readListener(field: Field): Listener {
  const allowed = field.at('allowedRoutes');
  return {
    name: field.at('name').string() ?? '',
    port: field.at('port').integer(),
    protocol: field.at('protocol').string() ?? '',
    hostname: field.at('hostname').string() || undefined,
    admission: readAdmission(allowed.at('namespaces')),
    kinds: readKinds(allowed.at('kinds')),
  };
}

/** Kinds of other groups admit no route that is read here. */
function readKinds(field: Field): string[] | undefined {
  const items = field.items();
  if (items.length === 0) return undefined;
  return items.flatMap((item) => {
    const group = item.at('group').string() ?? GATEWAY_GROUP;
    const kind = item.at('kind').string();
    return group === GATEWAY_GROUP && kind !== undefined ? [kind] : [];
  });
}
