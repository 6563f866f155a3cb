/** `docker network create` (https://docs.docker.com/reference/cli/docker/network/create/) to a network. */

import { defined } from '../../container/defined.ts';
import type { Network } from '../../network.ts';
import type { Placed } from '../../placed.ts';
import type { Flag } from '../flags/parse-flags.ts';
import { cut } from '../values/split.ts';
import { readPools } from './pools.ts';
import { placedMap } from './privileges.ts';
import { check, checkLast, placedLast, placedSwitch, type Request } from './request.ts';

export interface CreatedNetwork {
  readonly network: Network;
  /** Only a template for networks made with `--config-from`. */
  readonly configOnly: boolean;
  readonly configFrom: Placed<string> | undefined;
}

export function readNetwork(request: Request): CreatedNetwork | undefined {
  const { scope, flags, args } = request;
  const [first, ...more] = args;
  if (!first || more.length > 0) {
    scope.refuse('CLI002', more[0], 'docker network create takes one name');
    return undefined;
  }
  const name = first.text;
  scope.resource = { kind: 'network', name };
  if (name.trim() === '') scope.refuse('CLI002', first, 'the name of the network is empty');
  if (['bridge', 'host', 'none', 'default'].includes(name)) {
    scope.refuse('CLI006', first, `${name} is the engine's own network; choose another name`);
  }
  checkLast(request, 'driver', {
    meets: (driver) => driver !== 'host' && driver !== 'none' && driver !== 'null',
    says: 'there is only one network of this kind, and the engine has it',
  });
  check(request, ['label'], { meets: (label) => !/^[ \t]*(?:=|$)/.test(label), says: 'it is name=value' });
  const optional = {
    driver: placedLast(request, 'driver'),
    internal: placedSwitch(request, 'internal'),
    attachable: placedSwitch(request, 'attachable'),
    enable_ipv4: placedBoolean(request, 'ipv4'),
    enable_ipv6: placedBoolean(request, 'ipv6'),
  };
  const configFrom = placedLast(request, 'config-from');
  const configOnly = flags.on('config-only');
  checkTemplate(request, configOnly, configFrom);
  const network: Network = {
    key: name,
    name,
    origin: scope.originOf(undefined),
    external: false,
    ...defined(optional),
    driver_opts: placedMap(request, 'opt'),
    ipam: readPools(request),
    labels: new Map(flags.all('label').map(label)),
  };
  return { network, configOnly, configFrom };
}

function label({ value }: Flag): [string, string] {
  const [key, text] = cut(value, '=') ?? [value, ''];
  return [key, text];
}

function placedBoolean({ scope, flags }: Request, name: string): Placed<boolean> | undefined {
  const flag = flags.last(name);
  return flag && { value: flags.on(name), origin: scope.originOf(flag.word) };
}

/** moby `daemon/libnetwork/network.go`, `validateConfiguration`. */
function checkTemplate({ scope, flags }: Request, isTemplate: boolean, from: Placed<string> | undefined): void {
  const own = isTemplate ? ['ingress', 'internal', 'attachable', 'scope', 'config-from'] : [];
  const shared = from ? ['opt', 'label', 'ipv6', 'subnet', 'ip-range', 'gateway', 'aux-address', 'ipam-opt'] : [];
  const flag = flags.last(...own, ...shared);
  if (!flag) return;
  const message = isTemplate
    ? `--config-only cannot have --${flag.name}; give it to the network that is made from it`
    : `--config-from takes it from the other network; leave --${flag.name} out`;
  scope.refuse('CLI005', flag.word, message);
}
