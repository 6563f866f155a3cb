/**
 * CNI configuration (https://www.cni.dev/docs/spec/#section-1-network-configuration-format) inside ConfigMaps: which
 * plugins it names. What else a ConfigMap holds is nobody's business, and never shown.
 */

import { isObject, type JsonValue } from '../../ingest/document.ts';

/** The keys under which manifests of plugins keep one. */
const KEYS = /\.conf$|\.conflist$|^cni-conf\.json$|^cni_network_config$/;

/** The `type` of every plugin that is configured. */
export function configuredTypes(data: ReadonlyMap<string, string>): string[] {
  return [...data].filter(([key]) => KEYS.test(key)).flatMap(([, text]) => typesIn(parse(text)));
}

/** Templates stand in for numbers too, as in `"mtu": __CNI_MTU__`, and are filled in on the node. */
function parse(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text.replaceAll(/:\s*__\w+__/g, ': null'));
  } catch {
    return undefined;
  }
}

/** Only plugins themselves: a delegate's type, or that of its address management, tells nothing about policies. */
function typesIn(value: JsonValue | undefined): string[] {
  if (!isObject(value)) return [];
  const { type, plugins } = value;
  const list = Array.isArray(plugins) ? plugins.map((plugin) => (isObject(plugin) ? plugin['type'] : undefined)) : [];
  return [type, ...list].filter((t) => typeof t === 'string');
}
