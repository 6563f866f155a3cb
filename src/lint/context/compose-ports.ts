/** Published ports that lead to databases and other programs that are meant for a few. */

import type { PublishedPort } from '../../docker/port.ts';
import { isOpen } from './joined.ts';
import { DATABASE_PORTS } from './sensitive-ports.ts';

const SENSITIVE: ReadonlyMap<number, string> = new Map([...DATABASE_PORTS, [2375, 'the Docker engine']]);

/** What other machines would reach through a published port that is not meant for them, in words. */
export function sensitiveProduct({ target, protocol, host_ip }: PublishedPort): string | undefined {
  return protocol === 'tcp' && isOpen(host_ip) ? SENSITIVE.get(target) : undefined;
}
