import { describe, expect, it } from 'vitest';
import { read, serviceOf } from '../reading.ts';

const OVERLAY = 'docker network create -d overlay back\n';

function service(flags: string): ReturnType<typeof serviceOf> {
  return serviceOf(`${OVERLAY}docker service create ${flags} nginx`);
}

function refusal(flags: string): string | undefined {
  return read(`${OVERLAY}docker service create ${flags} nginx`).findings.find(({ refused }) => refused)?.message;
}

describe('a swarm service', () => {
  it('answers to its name and has as many tasks as are asked for', () => {
    const { name, made_by, replicas, deploy } = service('--name web --replicas 3');
    expect([name, made_by, replicas, deploy]).toEqual([
      'web',
      'docker service create',
      3,
      { mode: 'replicated', endpoint_mode: 'vip', replicas: 3 },
    ]);
    expect(service('--name web --mode global --endpoint-mode DNSRR').deploy).toEqual({
      mode: 'global',
      endpoint_mode: 'dnsrr',
    });
    expect(service('--mode foo --mode replicated').replicas).toBe(1);
  });

  it.each([
    ['-p 8080:80', ['8080 80/tcp ingress']],
    ['--publish 80', [' 80/tcp ingress']],
    ['-p 53:53/udp', ['53 53/udp ingress']],
    ['-p 8000-8001:80-81', ['8000 80/tcp ingress', '8001 81/tcp ingress']],
    ['-p 8000-8001:80', ['8000 80/tcp ingress', '8001 80/tcp ingress']],
    ['-p mode=host,target=80,published=8080', ['8080 80/tcp host']],
    ['-p TARGET=80,protocol=UDP', [' 80/udp ingress']],
  ])('publishes %s', (flags, expected) => {
    const ports = service(`--name web ${flags}`).ports;
    expect(ports.map((p) => `${p.published?.first ?? ''} ${p.target}/${p.protocol} ${p.mode}`)).toEqual(expected);
  });

  it('joins networks of the swarm, or the bridge of each node', () => {
    const { networks, network_mode } = service('--network name=back,alias=db');
    expect([networks.map(({ network, aliases }) => [network, aliases[0]?.value]), network_mode]).toEqual([
      [['back', 'db']],
      undefined,
    ]);
    expect(service('--name web').network_mode?.value).toEqual({ kind: 'bridge' });
    expect(service('--network host').network_mode?.value).toEqual({ kind: 'host' });
  });

  it('has names and rights as a container has', () => {
    const made = service('--host db:10.0.0.1 --dns 10.0.0.2 --hostname h --cap-add NET_ADMIN --group audio');
    expect(made.extra_hosts.map(({ host }) => host)).toEqual(['db']);
    expect([made.hostname?.value, made.cap_add[0]?.value, made.group_add[0]?.value]).toEqual([
      'h',
      'NET_ADMIN',
      'audio',
    ]);
  });

  it.each([
    ['--name a_b-', 'names of services are 63 or fewer letters'],
    ['-p 127.0.0.1:80:80', 'a service is published on every address'],
    ['-p published=80', 'target and published are ports'],
    ['-p target=80,mode=x', 'the mode is ingress or host'],
    ['-p target=80,color=red', 'it has no field color=red'],
    ['--mode x', '--mode: it is replicated, global'],
    ['--mode global --replicas 2', 'a global service runs once on every node'],
    ['--endpoint-mode dnsrr -p 80:80', 'a port in mode ingress needs --endpoint-mode vip'],
    ['--endpoint-mode x', '--endpoint-mode: it is vip or dnsrr'],
    ['--replicas x', '--replicas takes a whole number'],
    ['--link db', 'docker knows no flag --link here'],
    ["--network ''", 'the name of the network is missing'],
  ])('is refused with %s', (flags, message) => {
    expect(refusal(flags)).toContain(message);
  });

  it('cannot join a bridge network, and a container no overlay that is not attachable', () => {
    const local = 'docker network create front\n';
    expect(read(`${local}docker service create --network front x`).findings[0]?.message).toContain('--driver overlay');
    expect(read(`${OVERLAY}docker run --network back x`).findings[0]?.message).toContain('--attachable');
    const attachable = 'docker network create -d overlay --attachable back\n';
    expect(read(`${attachable}docker run --network back x`).findings).toEqual([]);
  });
});
