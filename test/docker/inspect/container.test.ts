import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/ingest/index.ts';
import { container, endpoint, idOf, lineOf, load, serviceOf } from './dump.ts';

/** `host address|host port|target/protocol` of every published port. */
function ports(asked: JsonObject, bound: JsonObject, said: JsonObject = {}): string[] {
  const one = container('web', { HostConfig: { PortBindings: asked, ...said }, Ports: bound });
  return serviceOf(one).ports.map(({ host_ip = '', published, target, protocol }) => {
    const host = published ? [...new Set([published.first, published.last])].join('-') : '';
    return `${host_ip}|${host}|${target}/${protocol}`;
  });
}

const both = (port: string): JsonObject[] => [
  { HostIp: '0.0.0.0', HostPort: port },
  { HostIp: '::', HostPort: port },
];

describe('published ports', () => {
  it('on every address are one, though they are bound twice', () => {
    expect(ports({ '80/tcp': [{ HostIp: '', HostPort: '8080' }] }, { '80/tcp': both('8080') })).toEqual([
      '|8080|80/tcp',
    ]);
  });

  it('keep their address', () => {
    const asked = { '80/tcp': [{ HostIp: '127.0.0.1', HostPort: '8080' }] };
    expect(ports(asked, asked)).toEqual(['127.0.0.1|8080|80/tcp']);
    const v4 = { '80/tcp': [{ HostIp: '0.0.0.0', HostPort: '8080' }] };
    expect(ports(v4, v4)).toEqual(['0.0.0.0|8080|80/tcp']);
  });

  it('that were free have the number they got', () => {
    const asked = { '80/tcp': [{ HostIp: '', HostPort: '' }], '53/udp': [{ HostIp: '10.0.0.1', HostPort: '0' }] };
    const bound = { '80/tcp': both('32768'), '53/udp': [{ HostIp: '10.0.0.1', HostPort: '32769' }] };
    expect(ports(asked, bound)).toEqual(['10.0.0.1|32769|53/udp', '|32768|80/tcp']);
    const range = { '80/tcp': [{ HostIp: '', HostPort: '8000-8010' }] };
    expect(ports(range, { '80/tcp': both('8003') })).toEqual(['|8003|80/tcp']);
  });

  it('that nothing is bound for stay as they were asked for', () => {
    const asked = { '80/tcp': [{ HostIp: '', HostPort: '8000-8010' }], '90/tcp': [{ HostIp: '', HostPort: '' }] };
    expect(ports(asked, { '80/tcp': null, '90/tcp': [] })).toEqual(['|8000-8010|80/tcp', '||90/tcp']);
  });

  it('may be several of one container port', () => {
    const asked = {
      '80/tcp': [
        { HostIp: '', HostPort: '8080' },
        { HostIp: '127.0.0.1', HostPort: '9090' },
      ],
    };
    const bound = { '80/tcp': [...both('8080'), { HostIp: '127.0.0.1', HostPort: '9090' }] };
    expect(ports(asked, bound)).toEqual(['|8080|80/tcp', '127.0.0.1|9090|80/tcp']);
  });

  it('of publish-all are those that are bound', () => {
    const bound = { '80/tcp': both('32768'), '443/tcp': [{ HostIp: '192.0.2.10', HostPort: '32769' }] };
    expect(ports({}, bound, { PublishAllPorts: true })).toEqual(['|32768|80/tcp', '192.0.2.10|32769|443/tcp']);
    const idle = serviceOf(container('web', { HostConfig: { PublishAllPorts: true } }));
    expect([idle.publishAll, idle.ports]).toEqual([true, []]);
  });

  it('of a routed network have no port of the host', () => {
    expect(
      ports({ '80/tcp': [{ HostIp: '', HostPort: '8080' }] }, { '80/tcp': [{ HostIp: '192.0.2.10', HostPort: '' }] }),
    ).toEqual(['|8080|80/tcp']);
  });

  it('have their place in the text', () => {
    const one = container('web', {
      HostConfig: { PortBindings: { '80/tcp': [{ HostIp: '', HostPort: '8080' }] } },
      Ports: { '80/tcp': both('8080') },
    });
    const [port] = serviceOf(one).ports;
    expect(port?.origin.pointer).toBe('/HostConfig/PortBindings/80~1tcp/0');
    expect(port && lineOf(port.origin)).toBe(20);
  });

  it('are not the ports that are only exposed', () => {
    const { expose, ports: published } = serviceOf(
      container('web', {
        Config: { ExposedPorts: { '80/tcp': {}, '9000/udp': {} } },
        HostConfig: { PortBindings: { '80/tcp': [{ HostIp: '', HostPort: '80' }] } },
      }),
    );
    expect([expose.map(({ value }) => value), published.length]).toEqual([['9000/udp'], 1]);
  });
});

describe('networks', () => {
  it('of the engine are modes', () => {
    const mode = (NetworkMode: string, Networks: JsonObject) =>
      serviceOf(container('web', { HostConfig: { NetworkMode }, Networks })).network_mode?.value;
    expect(mode('bridge', { bridge: endpoint() })).toEqual({ kind: 'bridge' });
    expect(mode('default', { bridge: endpoint() })).toEqual({ kind: 'bridge' });
    expect(mode('host', { host: endpoint() })).toEqual({ kind: 'host' });
    expect(mode('none', { none: endpoint() })).toEqual({ kind: 'none' });
    expect(mode('front', {})).toEqual({ kind: 'none' });
  });

  it('a container is in have its names, address and priority there', () => {
    const Networks = {
      front: endpoint({
        IPAMConfig: { IPv4Address: '172.18.0.9', LinkLocalIPs: ['169.254.1.1'] },
        IPAddress: '172.18.0.9',
        GlobalIPv6Address: 'fd00::9',
        GwPriority: 7,
        DriverOpts: { 'com.docker.network.endpoint.ifname': 'eth7' },
        Aliases: ['old'],
        DNSNames: ['web', 'api', idOf('web').slice(0, 12), 'myhost', 'api'],
      }),
      bridge: endpoint({ IPAddress: '172.17.0.2' }),
    };
    const { networks, network_mode, hostname, container_name } = serviceOf(
      container('web', { Config: { Hostname: 'myhost' }, HostConfig: { NetworkMode: 'front' }, Networks }),
    );
    const [front, bridge] = networks;
    expect([front?.network, bridge?.network, network_mode]).toEqual(['front', 'bridge', undefined]);
    expect(front?.aliases.map(({ value }) => value)).toEqual(['api']);
    expect([hostname?.value, container_name?.value]).toEqual(['myhost', 'web']);
    expect([front?.ipv4_address?.value, front?.ipv6_address?.value]).toEqual(['172.18.0.9', 'fd00::9']);
    expect([front?.gw_priority.value, front?.link_local_ips[0]?.value]).toEqual([7, '169.254.1.1']);
    expect(front?.driver_opts.get('com.docker.network.endpoint.ifname')?.value).toBe('eth7');
    expect(front?.origin.pointer).toBe('/NetworkSettings/Networks/front');
  });

  it('of engines before 25 have their names in Aliases', () => {
    const Networks = { front: endpoint({ Aliases: ['api', idOf('web').slice(0, 12)] }) };
    const { networks } = serviceOf(container('web', { HostConfig: { NetworkMode: 'front' }, Networks }));
    expect(networks[0]?.aliases.map(({ value }) => value)).toEqual(['api']);
  });

  it('that are shared with another container are told by its name', () => {
    const db = container('db');
    const web = container('web', { HostConfig: { NetworkMode: `container:${idOf('db')}` }, Networks: {} });
    const { projects, findings } = load(db, web);
    expect(projects[0]?.services.get('web')?.network_mode?.value).toEqual({ kind: 'container', container: 'db' });
    expect(findings).toEqual([]);
    const alone = load(web);
    expect(alone.findings.map(({ rule, unreadable }) => [rule, unreadable])).toEqual([['INS004', true]]);
  });
});

describe('rights and settings', () => {
  it('are those of the container', () => {
    const service = serviceOf(
      container('web', {
        Config: {
          User: '1000',
          Domainname: 'example.org',
          Entrypoint: ['/run'],
          Env: ['A=b=c', 'EMPTY=', 'BARE'],
          Labels: { a: 'b' },
        },
        HostConfig: {
          Privileged: true,
          CapAdd: ['CAP_NET_ADMIN'],
          CapDrop: ['ALL'],
          SecurityOpt: ['no-new-privileges'],
          PidMode: 'host',
          IpcMode: 'host',
          UTSMode: 'host',
          UsernsMode: 'host',
          CgroupnsMode: 'host',
          ReadonlyRootfs: true,
          Sysctls: { 'net.ipv4.ip_forward': '1' },
          GroupAdd: ['audio'],
          Devices: [{ PathOnHost: '/dev/net/tun', PathInContainer: '/dev/net/tun', CgroupPermissions: 'rwm' }],
          DeviceCgroupRules: ['c 1:3 rwm'],
          RestartPolicy: { Name: 'on-failure', MaximumRetryCount: 3 },
          Dns: ['10.0.0.2'],
          DnsSearch: ['a.example'],
          DnsOptions: ['ndots:1'],
          ExtraHosts: ['db:10.0.0.3', 'v6:::1'],
        },
        Mounts: [
          { Type: 'bind', Source: '/var/run/docker.sock', Destination: '/var/run/docker.sock', RW: true },
          {
            Type: 'volume',
            Name: 'data',
            Source: '/var/lib/docker/volumes/data/_data',
            Destination: '/data',
            RW: false,
          },
        ],
      }),
    );
    const { privileged, pid, ipc, uts, userns_mode, cgroup, user, read_only, domainname } = service;
    const single = [privileged, pid, ipc, uts, userns_mode, cgroup, user, read_only, domainname];
    expect(single.map((placed) => placed?.value)).toEqual([
      true,
      'host',
      'host',
      'host',
      'host',
      'host',
      '1000',
      true,
      'example.org',
    ]);
    const { cap_add, cap_drop, security_opt, group_add, devices, dns, dns_search, dns_opt } = service;
    const lists = [cap_add, cap_drop, security_opt, group_add, devices, dns, dns_search, dns_opt];
    expect(lists.map((list) => list.map(({ value }) => value).join())).toEqual([
      'CAP_NET_ADMIN',
      'ALL',
      'no-new-privileges',
      'audio',
      '/dev/net/tun',
      '10.0.0.2',
      'a.example',
      'ndots:1',
    ]);
    expect(service.extra_hosts.map(({ host, address }) => `${host} ${address}`)).toEqual(['db 10.0.0.3', 'v6 ::1']);
    expect([...service.environment].map(([name, { value }]) => [name, value])).toEqual([
      ['A', 'b=c'],
      ['EMPTY', ''],
      ['BARE', null],
    ]);
    expect(service.volumes.map(({ type, source, target, read_only: ro }) => [type, source, target, ro])).toEqual([
      ['bind', '/var/run/docker.sock', '/var/run/docker.sock', false],
      ['volume', 'data', '/data', true],
    ]);
    expect([service.restart, service.entrypoint, [...service.labels]]).toEqual([
      'on-failure:3',
      ['/run'],
      [['a', 'b']],
    ]);
    expect(privileged?.origin.pointer).toBe('/HostConfig/Privileged');
  });
});

describe('a container that does not run', () => {
  it('is no endpoint, and that is said', () => {
    const exited = container('old', { State: { Status: 'exited', Running: false } });
    const created = container('new', { State: { Status: 'created', Running: false } });
    const { projects, findings, stopped } = load(exited, created, container('web'));
    expect([...(projects[0]?.services.keys() ?? []), stopped]).toEqual(['web', 2]);
    expect(findings.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(['INS003 info', 'INS003 info']);
  });

  it('is not one that is paused or restarts', () => {
    const paused = container('a', { State: { Status: 'paused', Running: true, Paused: true } });
    const restarting = container('b', { State: { Status: 'restarting', Running: true, Restarting: true } });
    expect(load(paused, restarting).projects[0]?.services.size).toBe(2);
  });
});
