import { describe, expect, it } from 'vitest';
import { briefly, composeNetwork, container, endpoint, idOf, labels, load, network } from './dump.ts';

describe('networks', () => {
  it('have what the engine prints of them', () => {
    const { projects } = load(
      network('back', {
        Driver: 'macvlan',
        Internal: true,
        Attachable: true,
        EnableIPv4: false,
        EnableIPv6: true,
        Options: { parent: 'eth0' },
        Labels: { a: 'b' },
        IPAM: {
          Driver: 'default',
          Options: { x: 'y' },
          Config: [
            {
              Subnet: '10.1.0.0/16',
              IPRange: '10.1.8.0/24',
              Gateway: '10.1.0.1',
              AuxiliaryAddresses: { r: '10.1.0.9' },
            },
          ],
        },
      }),
    );
    const back = projects[0]?.networks.get('back');
    const { driver, internal, attachable, enable_ipv4, enable_ipv6 } = back ?? {};
    expect([driver, internal, attachable, enable_ipv4, enable_ipv6].map((placed) => placed?.value)).toEqual([
      'macvlan',
      true,
      true,
      false,
      true,
    ]);
    const [pool] = back?.ipam.config ?? [];
    expect([pool?.subnet?.value, pool?.ip_range?.value, pool?.gateway?.value]).toEqual([
      '10.1.0.0/16',
      '10.1.8.0/24',
      '10.1.0.1',
    ]);
    expect([pool?.aux_addresses.get('r')?.value, back?.driver_opts.get('parent')?.value]).toEqual(['10.1.0.9', 'eth0']);
    expect([back?.ipam.options.get('x')?.value, [...(back?.labels ?? [])]]).toEqual(['y', [['a', 'b']]]);
  });

  it('of the engine are its own: only the bridge can have settings', () => {
    const own = [network('bridge'), network('host', { Driver: 'host' }), network('none', { Driver: 'null' })];
    expect(load(...own).projects).toEqual([]);
    const { projects } = load(...own, container('web'));
    expect([...(projects[0]?.networks.keys() ?? [])]).toEqual(['bridge']);
  });

  it('that are templates are none', () => {
    expect(load(network('t', { ConfigOnly: true })).projects).toEqual([]);
  });

  it('of another project are external, with all that is known of them', () => {
    const web = container('p-web-1', {
      Config: { Labels: labels('p', 'web') },
      HostConfig: { NetworkMode: 'shared' },
      Networks: { shared: endpoint(), other_back: endpoint() },
    });
    const { projects, findings } = load(web, network('shared', { Internal: true }), composeNetwork('other', 'back'));
    expect(projects.map(({ name }) => name)).toEqual(['docker', 'other', 'p']);
    const own = projects[2]?.networks;
    expect(
      [...(own?.values() ?? [])].map(({ key, name, external, internal }) => [key, name, external, internal?.value]),
    ).toEqual([
      ['other_back', 'other_back', true, undefined],
      ['shared', 'shared', true, true],
    ]);
    expect(findings).toEqual([]);
  });

  it('that are not shown are taken for bridges, and the answer is not complete', () => {
    const web = container('web', { HostConfig: { NetworkMode: 'front' }, Networks: { front: endpoint() } });
    const { projects, findings } = load(web);
    expect(projects[0]?.networks.get('front')?.external).toBe(true);
    expect(findings.map(briefly)).toEqual(['INS004 /NetworkSettings/Networks/front?']);
    expect(findings[0]?.resource).toEqual({ kind: 'service', name: 'web' });
  });

  it('show containers of which nothing else is known', () => {
    const Containers = { [idOf('web')]: { Name: 'web', IPv4Address: '172.18.0.2/16', IPv6Address: '' } };
    const { projects, findings } = load(network('front', { Containers }), network('back', { Containers }));
    const web = projects[0]?.services.get('web');
    expect(web?.networks.map(({ network: name, ipv4_address }) => [name, ipv4_address?.value])).toEqual([
      ['front', '172.18.0.2'],
      ['back', '172.18.0.2'],
    ]);
    expect(findings.map(briefly)).toEqual([`INS004 /Containers/${idOf('web')}?`]);
    const both = load(network('front', { Containers }), container('web'));
    expect([both.projects[0]?.services.size, both.findings]).toEqual([1, []]);
  });
});
