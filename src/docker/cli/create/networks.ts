/**
 * The networks a container is made in: `--network`, which may be repeated, and the older flags, which are about the
 * first network (docker/cli 29.7.2 `parseNetworkOpts`, moby `validateEndpointSettings`). Without any it joins the
 * engine's own `bridge`.
 */

import type { Attachment } from '../../network.ts';
import { type NetworkMode, parseNetworkMode } from '../../network-mode.ts';
import type { Placed } from '../../placed.ts';
import type { Service } from '../../service.ts';
import type { Word } from '../shell/word.ts';
import { isMacAddress, isOwnAddress } from '../values/addresses.ts';
import { isUserDefined, type NetworkOption, parseNetworkOption } from '../values/network-option.ts';
import { isPlain, placedAll, placedLast, type Request } from './request.ts';

export type Joined = Pick<Service, 'networks' | 'network_mode'>;

/** The older flags, each with the field of the long form that says the same. */
const OLDER: readonly (readonly [string, (option: NetworkOption) => boolean])[] = [
  ['network-alias', (o) => o.aliases.length > 0],
  ['net-alias', (o) => o.aliases.length > 0],
  ['ip', (o) => o.ip !== undefined],
  ['ip6', (o) => o.ip6 !== undefined],
  ['mac-address', (o) => o.mac !== undefined],
  ['link-local-ip', (o) => o.linkLocal.length > 0],
];

export function readNetworks(request: Request): Joined {
  const options = readOptions(request);
  checkTogether(request, options);
  const [first] = options;
  if (first && isUserDefined(first.name)) {
    return { networks: options.map((option, index) => attachment(request, option, index === 0)) };
  }
  refuseOptionsOfUserDefined(request, options);
  checkAddresses(request, olderFlags(request).single ?? {});
  const network_mode = modeOf(request, first);
  return network_mode ? { networks: [], network_mode } : { networks: [] };
}

function modeOf({ scope }: Request, option: NetworkOption | undefined): Placed<NetworkMode> | undefined {
  if (!option) return { value: { kind: 'bridge' }, origin: scope.originOf(undefined) };
  const value = parseNetworkMode(option.name);
  if (value.kind === 'container' && value.container === '') {
    scope.refuse('CLI004', option.flag.word, 'write the container whose network it shares: --network container:name');
  }
  return { value, origin: scope.originOf(option.flag.word) };
}

function readOptions({ scope, flags }: Request): NetworkOption[] {
  return flags.all('network', 'net').flatMap((flag) => {
    const option = parseNetworkOption(flag);
    if (typeof option === 'string') {
      scope.refuse('CLI004', flag.word, `--${flag.name}: ${option}`);
      return [];
    }
    if (option.lowered) {
      scope.note('CLI004', flag.word, `docker reads the long form of --network in lower case: this is ${option.name}.`);
    }
    return [option];
  });
}

function checkTogether({ scope, flags }: Request, options: readonly NetworkOption[]): void {
  const names = new Set<string>();
  for (const { name, flag } of options) {
    if (names.has(name)) scope.refuse('CLI005', flag.word, `the network ${name} is given twice`);
    names.add(name);
  }
  const own = options.find(({ name }) => !isUserDefined(name));
  if (own && options.length > 1) {
    scope.refuse(
      'CLI005',
      own.flag.word,
      `${own.name} cannot be combined with another network; connect the container with docker network connect`,
    );
  }
  const [first] = options;
  for (const [name, isSaid] of OLDER) {
    const flag = flags.last(name);
    if (first && flag && isSaid(first)) {
      scope.refuse('CLI005', flag.word, `--${name} and the long form of --network say the same; leave one out`);
    }
  }
}

/** The engine's own networks know no names and no chosen addresses. */
function refuseOptionsOfUserDefined({ scope, flags }: Request, options: readonly NetworkOption[]): void {
  const refuse = (word: Word, what: string): void =>
    scope.refuse('CLI005', word, `${what} works in user-defined networks only; make one with docker network create`);
  const alias = flags.last('network-alias', 'net-alias') ?? options.find((o) => o.aliases.length > 0)?.flag;
  const address = flags.last('ip', 'ip6') ?? options.find((o) => o.ip !== undefined || o.ip6 !== undefined)?.flag;
  if (alias) refuse(alias.word, 'an alias');
  if (address) refuse(address.word, 'a chosen address');
}

function attachment(request: Request, option: NetworkOption, isFirst: boolean): Attachment {
  const origin = request.scope.originOf(option.flag.word);
  const place = (value: string): Placed<string> => ({ value, origin });
  const older = isFirst ? olderFlags(request) : {};
  const joined: Attachment = {
    network: option.name,
    origin,
    aliases: [...option.aliases.map(place), ...(older.aliases ?? [])],
    ...(option.ip === undefined ? {} : { ipv4_address: place(option.ip) }),
    ...(option.ip6 === undefined ? {} : { ipv6_address: place(option.ip6) }),
    ...(option.mac === undefined ? {} : { mac_address: place(option.mac) }),
    ...older.single,
    link_local_ips: [...option.linkLocal.map(place), ...(older.link_local_ips ?? [])],
    driver_opts: new Map([...option.driverOpts].map(([key, value]) => [key, place(value)])),
    priority: 0,
    gw_priority: { value: option.gwPriority, origin },
  };
  checkAddresses(request, joined);
  return joined;
}

interface Older {
  readonly aliases?: readonly Placed<string>[];
  readonly link_local_ips?: readonly Placed<string>[];
  readonly single?: Pick<Attachment, 'ipv4_address' | 'ipv6_address' | 'mac_address'>;
}

function olderFlags(request: Request): Older {
  const ip = placedLast(request, 'ip');
  const ip6 = placedLast(request, 'ip6');
  const mac = placedLast(request, 'mac-address');
  return {
    aliases: placedAll(request, 'network-alias', 'net-alias'),
    link_local_ips: placedAll(request, 'link-local-ip'),
    single: {
      ...(ip ? { ipv4_address: ip } : {}),
      ...(ip6 ? { ipv6_address: ip6 } : {}),
      ...(mac ? { mac_address: mac } : {}),
    },
  };
}

export function checkAddresses({ scope }: Request, said: Partial<Attachment>): void {
  const test = (given: Placed<string> | undefined, meets: (text: string) => boolean, what: string): void => {
    if (given === undefined || !isPlain(given.value) || meets(given.value)) return;
    scope.refuse('CLI004', given.origin, `${given.value.slice(0, 60)} is not ${what}`);
  };
  test(said.ipv4_address, (text) => isOwnAddress(text, 'IPv4'), 'an IPv4 address a container can have');
  test(said.ipv6_address, (text) => isOwnAddress(text, 'IPv6'), 'an IPv6 address a container can have');
  test(said.mac_address, isMacAddress, 'a MAC address');
  const isLinkLocal = (text: string): boolean => isOwnAddress(text, 'IPv4') || isOwnAddress(text, 'IPv6');
  for (const each of said.link_local_ips ?? []) test(each, isLinkLocal, 'an address');
}
