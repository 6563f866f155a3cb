/**
 * The entity tag of an answer (RFC 9110 §8.8.3): answers are pure, so what goes in names what comes out. It is known
 * before anything is computed.
 */

import { canonicalJson } from '../util/canonical-json.ts';
import { digest } from '../util/digest.ts';

/** `identity`: whatever else an answer depends on, such as the operation, its form and the version of the service. */
export async function entityTag(bundle: string, input: unknown, identity: string): Promise<string> {
  return `"${await digest([bundle, canonicalJson(input), identity])}"`;
}

/**
 * Whether a list of tags holds this one, compared weakly (§8.8.3.2), as `If-None-Match` is. `*` holds none: whether there
 * is an answer at all (§13.1.2), and not a problem, is known only when it is computed.
 */
export function hasTag(list: string, tag: string): boolean {
  return list.split(',').some((one) => one.trim().replace(/^W\//, '') === tag);
}
