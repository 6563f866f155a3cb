/**
 * Options the engine does not take together, because the container has no network of its own
 * (moby `daemon/internal/runconfig/hostconfig.go` and `hostconfig_unix.go`).
 */

import type { NetworkMode } from '../../network-mode.ts';
import type { Flag } from '../flags/parse-flags.ts';
import type { Request } from './request.ts';

/** What a container in the network of another one cannot have: it has those of the other. */
const SHARED: readonly (readonly [readonly string[], string])[] = [
  [['hostname'], 'the host name'],
  [['link'], 'links'],
  [['dns'], 'DNS servers'],
  [['add-host'], 'hosts entries'],
  [['publish', 'publish-all'], 'published ports'],
  [['expose'], 'exposed ports'],
];

export function checkConflicts({ scope, flags }: Request, mode: NetworkMode | undefined): void {
  const refuse = (flag: Flag | undefined, message: string): void => {
    if (flag && flag.value !== 'false' && flag.value !== '') scope.refuse('CLI005', flag.word, message);
  };
  if (mode?.kind === 'container') {
    for (const [names, what] of SHARED) {
      const message = `a container in the network of ${mode.container} cannot have ${what} of its own; set it there`;
      refuse(flags.last(...names), message);
    }
  }
  if (mode?.kind === 'host') {
    refuse(flags.last('link'), 'links do not go with the network of the host');
    const sysctl = flags.all('sysctl').find(({ value }) => value.startsWith('net.'));
    refuse(sysctl, 'a container in the network of the host cannot change settings of the network');
  }
  if (flags.last('uts')?.value === 'host') {
    refuse(flags.last('hostname'), 'a container with the host name of the host cannot have one of its own');
  }
}
