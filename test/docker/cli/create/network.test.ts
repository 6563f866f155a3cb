import { describe, expect, it } from 'vitest';
import type { Network } from '../../../../src/docker/network.ts';
import { at, networkOf, read } from '../reading.ts';

function create(flags: string): Network {
  const network = networkOf(`docker network create ${flags} back`);
  if (!network) throw new Error('no network');
  return network;
}

function refusal(flags: string, name = 'back'): string | undefined {
  return read(`docker network create ${flags} ${name}`).findings.find(({ refused }) => refused)?.message;
}

describe('a network', () => {
  it('has the settings it is made with', () => {
    const network = create('-d bridge --internal --attachable --ipv6 --ipv4=false --label a=b --scope local');
    expect([network.key, network.name, network.external]).toEqual(['back', 'back', false]);
    const { driver, internal, attachable, enable_ipv6, enable_ipv4 } = network;
    expect([driver, internal, attachable, enable_ipv6, enable_ipv4].map((placed) => placed?.value)).toEqual([
      'bridge',
      true,
      true,
      true,
      false,
    ]);
    expect([...network.labels]).toEqual([['a', 'b']]);
    expect(create('--internal=false').internal).toBeUndefined();
    expect(networkOf('docker network create back --internal')?.internal?.value).toBe(true);
  });

  it('has the options of its driver, each where it is written', () => {
    const { driver_opts } = create('\\\n -o com.docker.network.bridge.enable_icc=false --opt parent=eth0');
    expect([...driver_opts].map(([key, { value, origin }]) => [key, value, at(origin)])).toEqual([
      ['com.docker.network.bridge.enable_icc', 'false', '2:2'],
      ['parent', 'eth0', '2:48'],
    ]);
  });

  it('has a pool for every subnet, with what lies in it', () => {
    const { ipam } = create(
      '--subnet 10.1.0.0/16,fd00::/64 --subnet 10.2.0.0/16 --gateway 10.2.0.1 --gateway fd00::1 ' +
        '--ip-range 10.1.8.0/24 --aux-address a=10.1.0.9 --aux-address b=10.2.0.9 --ipam-driver d --ipam-opt k=v',
    );
    expect([ipam.driver?.value, ipam.options.get('k')?.value]).toEqual(['d', 'v']);
    const pools = ipam.config.map(({ subnet, gateway, ip_range, aux_addresses }) => [
      subnet?.value,
      gateway?.value,
      ip_range?.value,
      [...aux_addresses].map(([key, { value }]) => `${key}=${value}`).join(),
    ]);
    expect(pools).toEqual([
      ['10.1.0.0/16', undefined, '10.1.8.0/24', 'a=10.1.0.9'],
      ['fd00::/64', 'fd00::1', undefined, ''],
      ['10.2.0.0/16', '10.2.0.1', undefined, 'b=10.2.0.9'],
    ]);
  });

  it.each([
    ['--subnet x', 'x is no subnet'],
    ['--subnet 10.0.0.0/33', '10.0.0.0/33 is no subnet'],
    ['--subnet 10.0.0.0/8 --subnet 10.1.0.0/16', '10.1.0.0/16 overlaps 10.0.0.0/8'],
    ['--gateway 10.0.0.1', '--gateway: no --subnet of the command holds 10.0.0.1'],
    ['--subnet 10.0.0.0/24 --gateway 10.0.1.1', '--gateway: no --subnet of the command holds 10.0.1.1'],
    ['--subnet 10.0.0.0/24 --gateway x', '--gateway: x is no address'],
    ['--subnet 10.0.0.0/24 --gateway 10.0.0.1 --gateway 10.0.0.2', '10.0.0.0/24 has two of --gateway'],
    ['--subnet 10.0.0.0/24 --ip-range 10.0.0.1', '--ip-range: 10.0.0.1 is no range'],
    ['--subnet 10.0.0.0/24 --aux-address a=x', '--aux-address: x is no address'],
    ['--driver host', '--driver: there is only one network of this kind'],
    ['--label =x', '--label: it is name=value'],
    ['--config-only --internal', '--config-only cannot have --internal'],
    ['--config-from t --subnet 10.0.0.0/24', '--config-from takes it from the other network'],
    ['extra', 'docker network create takes one name'],
    ['--internal=x', '--internal takes true or false'],
  ])('is refused with %s', (flags, message) => {
    expect(refusal(flags)).toContain(message);
  });

  it('cannot be called as one of the engine’s own', () => {
    expect(refusal('', 'bridge')).toContain("bridge is the engine's own network");
    expect(refusal('', "''")).toContain('the name of the network is empty');
    expect(refusal('-d bridge', '')).toContain('docker network create takes one name');
  });

  it('may have its settings from a template, which nothing can join', () => {
    const template = 'docker network create --config-only --subnet 10.9.0.0/16 -o a=b t\n';
    const { project, findings } = read(`${template}docker network create --config-from t n\n`);
    expect(findings).toEqual([]);
    expect([...(project?.networks.keys() ?? [])]).toEqual(['n']);
    expect(project?.networks.get('n')?.ipam.config[0]?.subnet?.value).toBe('10.9.0.0/16');
    expect(read(`${template}docker run --network t x`).findings[0]?.message).toContain('t is a template only');
    expect(read('docker network create --config-from t n').findings[0]?.unreadable).toBe(true);
  });
});
