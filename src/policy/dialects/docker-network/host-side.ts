/** The host's side of published ports: how it is written, and what a port of it leads to. */

import { equal } from '../../../algebra/connection-set.ts';
import type { Target } from '../../front-end.ts';
import type { Policy } from '../../rule.ts';
import type { DockerManner } from '../../way.ts';
import { type Binding, isLoopback, portSpec } from './bindings.ts';
import { only, peers, perhaps } from './peers.ts';

/** `192.0.2.10:8080`, `port 8080 of the host`, `a free port of the host`. */
export function hostSide({ address, published }: Binding): string {
  if (!published) return address === undefined ? 'a free port of the host' : `a free port of ${address}`;
  const port = published.first === published.last ? `${published.first}` : `${published.first}-${published.last}`;
  if (address === undefined) return `port ${port} of the host`;
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}

/** Where a binding leads; to one of several ports of the host, perhaps. */
export function leadsTo(binding: Binding): Target {
  const { published, service, state } = binding;
  const isOne = published !== undefined && published.first === published.last;
  const why = state.kind === 'unknown' ? state.why : `it is published at ${hostSide(binding)}, whichever is free`;
  const [to] = isOne ? peers(only(service)) : perhaps(why, only(service));
  return { to: to ?? { kind: 'any' }, ports: portSpec(binding) };
}

/** The address and port of the host that an entry of `ports` means, as `192.0.2.10:8080`; undefined where it is free. */
export function dialledAt(
  { kind, origin, rules: [rule] }: Policy,
  via: DockerManner,
  { bindings, hostAddress }: { readonly bindings: readonly Binding[]; readonly hostAddress: string | undefined },
): string | undefined {
  if (kind !== 'ports' || (via !== 'published' && via !== 'loopback')) return undefined;
  const binding = bindings.find(
    (each) => each.origin === origin && rule && equal(rule.ports.numbers, portSpec(each).numbers) && isFor(each, via),
  );
  if (!binding?.published || binding.published.first !== binding.published.last) return undefined;
  const any = via === 'loopback' ? '127.0.0.1' : (hostAddress ?? '0.0.0.0');
  const address = binding.address ?? any;
  return `${address.includes(':') ? `[${address}]` : address}:${binding.published.first}`;
}

/** Whether a way can dial the binding. */
export function isFor({ address }: Binding, via: 'published' | 'loopback'): boolean {
  return address === undefined || isLoopback(address) === (via === 'loopback');
}

/** The network that an entry is about; undefined where it is about a service, or a port. */
export function networkOf({ kind, name }: Policy): string | undefined {
  return ABOUT_NETWORKS.includes(kind) ? name : undefined;
}

const ABOUT_NETWORKS: readonly string[] = ['networks', 'driver', 'driver_opts', 'internal'];
