/** Every name that stands in the files of a Docker host, as every service resolves it. */

import type { Reach } from '../engine/reach.ts';
import type { DockerNames } from '../policy/dialects/docker-network/index.ts';
import type { ResolvedName } from './names.ts';

/** One by one: there are as many as services times names. Sorted by who asks, then by name. */
export function* hostNames({ nodes }: Reach, names: DockerNames): Generator<ResolvedName> {
  const written = names.all;
  for (const node of nodes) {
    if (node.kind !== 'endpoint' || node.endpoint.beyond !== undefined) continue;
    const { id: from } = node.endpoint;
    for (const name of written) yield { from, name, resolvesTo: names.resolve(from, name) };
  }
}
