/** Telling apart what `docker inspect` prints: containers, networks and the rest, by the fields the engine prints. */

import { isObject, type JsonValue } from './document.ts';

export type InspectKind = 'container' | 'network';

/** What a value is; undefined where it is neither, as an image or a volume, or no output of docker inspect at all. */
export function inspectKind(value: JsonValue | undefined): InspectKind | undefined {
  if (!isObject(value) || Object.hasOwn(value, 'kind')) return undefined;
  const has = (...keys: readonly string[]): boolean => keys.every((key) => Object.hasOwn(value, key));
  if (!has('Id', 'Name')) return undefined;
  if (has('HostConfig') || has('NetworkSettings')) return 'container';
  return has('Driver') && (has('IPAM') || has('Scope')) ? 'network' : undefined;
}
