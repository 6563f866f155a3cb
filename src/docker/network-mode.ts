/**
 * `network_mode`, parsed as the engine does (https://docs.docker.com/reference/compose-file/services/#network_mode):
 * any word that is no mode names an existing network, which is joined without Compose's aliases.
 */

export type NetworkMode =
  | { readonly kind: 'none' }
  | { readonly kind: 'host' }
  /** The engine's own network `bridge`. */
  | { readonly kind: 'bridge' }
  | { readonly kind: 'service'; readonly service: string }
  | { readonly kind: 'container'; readonly container: string }
  /** The real name of a network. */
  | { readonly kind: 'network'; readonly name: string };

export function parseNetworkMode(text: string): NetworkMode {
  if (text === 'none' || text === 'host') return { kind: text };
  if (text === 'bridge' || text === 'default') return { kind: 'bridge' };
  const [word, ...rest] = text.split(':');
  const name = rest.join(':');
  if (word === 'service' && rest.length > 0) return { kind: 'service', service: name };
  if (word === 'container' && rest.length > 0) return { kind: 'container', container: name };
  return { kind: 'network', name: text };
}
