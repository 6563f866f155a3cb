import { describe, expect, it } from 'vitest';
import type { Service } from '../../../../src/docker/service.ts';
import { at, found, read, refusal, run } from '../reading.ts';

/** The networks of a container: its mode, or each membership with what is said of it. */
function joined(flags: string): string {
  const { network_mode, networks }: Service = run(flags);
  if (network_mode) return Object.values(network_mode.value).join(':');
  return networks
    .map(({ network, aliases, ipv4_address, ipv6_address, mac_address, link_local_ips, driver_opts, gw_priority }) =>
      [
        network,
        ...aliases.map(({ value }) => `@${value}`),
        ipv4_address?.value,
        ipv6_address?.value,
        mac_address?.value,
        ...link_local_ips.map(({ value }) => `~${value}`),
        ...[...driver_opts].map(([key, { value }]) => `${key}=${value}`),
        gw_priority.value === 0 ? undefined : `^${gw_priority.value}`,
      ]
        .filter((part) => part !== undefined)
        .join(' '),
    )
    .join(' + ');
}

describe('the network of a container', () => {
  it.each([
    ['', 'bridge'],
    ['--network bridge', 'bridge'],
    ['--network default', 'bridge'],
    ['--network host', 'host'],
    ['--net=none', 'none'],
    ['--network front', 'front'],
    ['--net front --network back', 'front + back'],
    ['--network front --network-alias a --net-alias b', 'front @a @b'],
    ['--network front --network back --network-alias a --ip 10.0.0.9', 'front @a 10.0.0.9 + back'],
    ['--network front --ip6 fd00::9 --mac-address 02:42:ac:11:00:02', 'front fd00::9 02:42:ac:11:00:02'],
    ['--network front --link-local-ip 169.254.1.2 --link-local-ip fe80::1', 'front ~169.254.1.2 ~fe80::1'],
    ['--network name=front', 'front'],
    ['--network name=front,alias=a,alias=b,ip=10.0.0.9,ip6=fd00::9', 'front @a @b 10.0.0.9 fd00::9'],
    ['--network name=f,mac-address=02:42:ac:11:00:02,link-local-ip=fe80::1', 'f 02:42:ac:11:00:02 ~fe80::1'],
    ['--network name=f,driver-opt=a=b=c,driver-opt=d=,gw-priority=-5', 'f a=b=c d= ^-5'],
    ['--network name=f,gw-priority=1 --network name=g,gw-priority=2', 'f ^1 + g ^2'],
    ['--network name=', 'name='],
    ['--network name=bridge', 'bridge'],
    [`--network 'name=f,"alias=a,b"'`, 'f @a,b'],
  ])('docker run %s', (flags, expected) => {
    expect(joined(flags)).toBe(expected);
  });

  it('in the long form is read in lower case, and that is said', () => {
    expect(joined('--network name=Front,alias=Web')).toBe('front @web');
    expect(joined('--network Front')).toBe('Front');
    expect(found('docker network create front\ndocker run --network name=Front x')).toEqual(['CLI004 2:12']);
  });

  it('keeps the place of the flag that says it', () => {
    const service = run('-d \\\n  --network front --network name=back,alias=b');
    expect(service.networks.map(({ origin }) => at(origin))).toEqual(['2:3', '2:19']);
    const [alias] = service.networks[1]?.aliases ?? [];
    expect(alias && at(alias.origin)).toBe('2:19');
    const mode = run('--network host').network_mode;
    expect(mode && at(mode.origin)).toBe('1:12');
  });

  it('that no command makes is taken to exist, and that is said once for each place', () => {
    const { project, findings } = read('docker run --network back x\n');
    expect(project?.networks.get('back')?.external).toBe(true);
    expect(findings.map(({ rule, severity, refused }) => [rule, severity, refused])).toEqual([
      ['CLI009', 'info', undefined],
    ]);
    expect(read('docker run --network bridge x').project?.networks.size).toBe(0);
  });
});

describe('docker refuses', () => {
  it.each([
    ['--network a --network name=A', 'the network a is given twice'],
    ['--network host --network back', 'host cannot be combined'],
    ['--network back --network none', 'none cannot be combined'],
    ['--network-alias web', 'an alias works in user-defined networks only'],
    ['--network host --network-alias web', 'an alias works in user-defined networks only'],
    ['--network name=bridge,alias=web', 'an alias works in user-defined networks only'],
    ['--ip 10.0.0.1', 'a chosen address works in user-defined networks only'],
    ['--network none --ip6 fd00::1', 'a chosen address works in user-defined networks only'],
    ['--network name=f,alias=a --network-alias b', '--network-alias and the long form of --network say the same'],
    ['--network name=f,ip=10.0.0.1 --ip 10.0.0.2', '--ip and the long form'],
    ['--network name=f,link-local-ip=fe80::1 --link-local-ip fe80::2', '--link-local-ip and the long form'],
    ['--network f --ip 10.0.0', '10.0.0 is not an IPv4 address'],
    ['--network f --ip fd00::1', 'fd00::1 is not an IPv4 address'],
    ['--network f --ip 0.0.0.0', '0.0.0.0 is not an IPv4 address'],
    ['--network f --ip6 10.0.0.1', '10.0.0.1 is not an IPv6 address'],
    ['--network name=f,ip=x', 'x is not an IPv4 address'],
    ['--network f --mac-address x', 'x is not a MAC address'],
    ['--mac-address x', 'x is not a MAC address'],
    ['--network f --link-local-ip x', 'x is not an address'],
    ["--network ''", 'the name of the network is missing'],
    ['--network alias=x', 'name= is missing'],
    ['--network name=f,color=red', 'it has no field color'],
    ['--network name=f,alias', 'it has no field alias'],
    ['--network name=f,gw-priority=x', 'gw-priority is a whole number'],
    ['--network name=f,driver-opt=x', 'driver-opt needs key=value'],
    [`--network 'name=f,a"b'`, 'a double quote is out of place'],
    ['--network container:', 'write the container whose network it shares'],
  ])('docker run %s', (flags, message) => {
    expect(refusal(flags)).toContain(message);
    expect(read(`docker run ${flags} x`).project?.services.size ?? 0).toBe(0);
  });
});
