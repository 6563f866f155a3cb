/** The naive evaluator against answers worked out by hand from the engine's documentation, and the pictures it is asked about. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeProjects } from '../../../src/docker/compose.ts';
import { composeText } from './compose-text.ts';
import { naiveAllowed, naiveReached } from './naive-docker.ts';
import { naiveNames } from './naive-docker-names.ts';
import type { Engine, NetworkPicture, Picture, PortPicture, Probe, ServicePicture } from './picture.ts';
import { describeProbe, namesOf, probesOf } from './probes.ts';
import { randomPicture } from './random-docker.ts';

const bridge = (key: string, said: Partial<NetworkPicture> = {}): NetworkPicture => {
  return { key, driver: 'bridge', internal: false, icc: true, mode: 'nat', ...said };
};

const service = (name: string, said: Partial<ServicePicture> = {}): ServicePicture => {
  return { name, replicas: 1, where: { kind: 'none' }, ports: [], expose: [], links: [], ...said };
};

/** In these networks; `key+1` joins with a priority, `key=a` under the alias a. */
const on = (...keys: readonly string[]): ServicePicture['where'] => ({
  kind: 'networks',
  joined: keys.map((text) => {
    const [, network = '', alias, priority] = /^(\w+)(?:=(\w+))?([+-]\d)?$/.exec(text) ?? [];
    return { network, aliases: alias ? [alias] : [], priority: Number(priority ?? 0) };
  }),
});

const tcp = (port: number, hostPort?: number, hostIp?: string): PortPicture => {
  return { port, protocol: 'tcp', ...(hostPort ? { hostPort } : {}), ...(hostIp ? { hostIp } : {}) };
};

/** A picture of all networks the statements are about. */
const PICTURE: Picture = {
  project: 'p',
  networks: [
    bridge('n'),
    bridge('m'),
    bridge('inner', { internal: true }),
    bridge('quiet', { icc: false }),
    bridge('routed', { mode: 'routed' }),
    bridge('open', { mode: 'nat-unprotected' }),
    bridge('cell', { mode: 'isolated', internal: true }),
    bridge('bound', { hostBinding: '127.0.0.1' }),
    bridge('lan', { driver: 'macvlan' }),
  ],
  services: [
    service('web', { where: on('n'), ports: [tcp(80, 8080), tcp(81, 8081, '127.0.0.1'), tcp(82, 8082, '192.0.2.11')] }),
    service('db', { where: on('n') }),
    service('far', { where: on('m') }),
    service('vault', { where: on('inner'), ports: [tcp(90, 9090)] }),
    service('safe', { where: on('inner', 'm') }),
    service('q1', { where: on('quiet'), ports: [tcp(70, 7070)] }),
    service('q2', { where: on('quiet') }),
    service('r', { where: on('routed'), ports: [tcp(60, 6060)] }),
    service('r2', { where: on('n', 'routed'), ports: [tcp(61, 6061)] }),
    service('o', { where: on('open') }),
    service('cell1', { where: on('cell') }),
    service('b', { where: on('bound'), ports: [tcp(50, 5050), tcp(51, 5051, '0.0.0.0')] }),
    service('cam', { where: on('lan'), ports: [tcp(40, 4040)] }),
    service('both', { where: on('lan', 'n'), ports: [tcp(41, 4141)] }),
    service('chosen', { where: on('lan', 'n+1'), ports: [tcp(42, 4242)] }),
    service('own', { where: { kind: 'host' } }),
    service('nobody', { where: { kind: 'none' } }),
    service('mate', { where: { kind: 'service', of: 'nobody' } }),
    service('side', { where: { kind: 'container', of: 'p-web-1' } }),
    service('old', { where: { kind: 'bridge' } }),
  ],
};

/** `web -> db direct 80` with `=> no` where it is closed. */
function answer(statement: string, engine: Engine): string {
  const [text = ''] = statement.split(' => ');
  const [from = '', , to = '', via = '', port = ''] = text.split(' ');
  const probe = { from, to, via, port: Number(port), protocol: 'tcp' } as Probe;
  const question = { picture: PICTURE, engine };
  const reached = via === 'published' || via === 'loopback' ? (naiveReached(question, probe) ?? 'no') : undefined;
  return `${text} => ${reached ?? (naiveAllowed(question, probe) ? 'yes' : 'no')}`;
}

describe('who reaches whom', () => {
  it.each([
    ['members of a network, on every port', 'web -> db direct 7777 => yes'],
    ['not over different networks', 'db -> far direct 80 => no'],
    ['not the published ports of another network, directly', 'far -> web direct 80 => no'],
    ['over one of several networks', 'far -> safe direct 7777 => yes'],
    ['in an internal network', 'safe -> vault direct 90 => yes'],
    ['not between containers that may not talk', 'q1 -> q2 direct 7777 => no'],
    ['a shared namespace, as itself', 'side -> web direct 7777 => yes'],
    ['what the owner of a shared namespace reaches', 'side -> db direct 7777 => yes'],
    ['nobody from the network of nobody', 'nobody -> web direct 80 => no'],
    ['nobody in the network of nobody', '@host -> nobody direct 80 => no'],
    ['its own mate in the network of nobody', 'mate -> nobody direct 7777 => yes'],
    ['the published ports of a routed network', 'far -> r direct 60 => yes'],
    ['not the other ports of a routed network', 'far -> r direct 61 => no'],
    ['the published ports of a routed network that is not the way out', 'far -> r2 direct 61 => yes'],
    ['not a routed network without a way out', 'vault -> r direct 60 => no'],
    ['every port of an unprotected network', 'far -> o direct 7777 => yes'],
    ['the host from the host', '@host -> web direct 7777 => yes'],
    ['an internal network from the host', '@host -> vault direct 7777 => yes'],
    ['not an isolated network from the host', '@host -> cell1 direct 7777 => no'],
    ['not the local network from the host', '@host -> cam direct 7777 => no'],
    ['containers from a service on the host', 'own -> vault direct 7777 => yes'],
    ['a service on the host from containers', 'vault -> own direct 7777 => yes'],
    ['a service on the host from the local network', '@lan -> own direct 7777 => yes'],
    ['not containers from the local network', '@lan -> web direct 80 => no'],
    ['containers that are in the local network', '@lan -> cam direct 7777 => yes'],
    ['published ports of a routed network from the local network', '@lan -> r direct 60 => yes'],
    ['every port of an unprotected network from the local network', '@lan -> o direct 7777 => yes'],
    ['a published port of the host', '@lan -> @host published 8080 => web:80'],
    ['a published port from its own network, and itself', 'web -> @host published 8080 => web:80'],
    ['not a port that is published on the loopback address', '@lan -> @host published 8081 => no'],
    ['a port on the loopback address from the host', '@host -> @host loopback 8081 => web:81'],
    ['a port on the loopback address from a service on the host', 'own -> @host loopback 8081 => web:81'],
    ['not a port on another address of the host', '@lan -> @host published 8082 => no'],
    ['a published port without leave to talk', 'q2 -> @host published 7070 => q1:70'],
    ['no published port of an internal network', '@host -> @host published 9090 => no'],
    ['no published port from an internal network', 'vault -> @host published 8080 => no'],
    ['no published port of a routed network', '@lan -> @host published 6060 => no'],
    ['the address the network binds', '@host -> @host loopback 5050 => b:50'],
    ['not beyond the address the network binds', '@lan -> @host published 5050 => no'],
    ['the address the port names, not the network', '@lan -> @host published 5051 => b:51'],
    ['no published port of the local network', '@lan -> @host published 4040 => no'],
    ['no published port where the local network is the way out', '@lan -> @host published 4141 => no'],
    ['a published port where a priority makes the bridge the way out', '@lan -> @host published 4242 => chosen:42'],
    ['processes of the host', 'web -> @host host-process 9999 => yes'],
    ['processes of the host from an internal network', 'vault -> @host host-process 9999 => yes'],
    ['not processes of the host from an isolated network', 'cell1 -> @host host-process 9999 => no'],
    ['not processes of the host from the local network', 'cam -> @host host-process 9999 => no'],
    ['the internet', 'web -> @internet egress 443 => yes'],
    ['the internet from the local network', 'cam -> @internet egress 443 => yes'],
    ['not the internet from an internal network', 'vault -> @internet egress 443 => no'],
    ['the internet by the other of two networks', 'safe -> @internet egress 443 => yes'],
    ['the bridge of the engine is no network of the project', 'old -> web direct 80 => no'],
  ])('%s', (_, statement) => {
    expect(answer(statement, '29')).toBe(statement);
  });

  it.each([
    ['28', 'far -> o direct 7777 => no'],
    ['28', '@lan -> o direct 7777 => yes'],
    ['28', 'far -> r direct 60 => yes'],
    ['28', 'far -> r2 direct 61 => no'],
    ['28', '@lan -> r2 direct 61 => no'],
    ['before-28', 'far -> o direct 7777 => no'],
    ['before-28', '@lan -> o direct 7777 => no'],
    ['before-28', 'far -> r direct 60 => no'],
    ['before-28', '@lan -> web direct 80 => yes'],
    ['before-28', '@lan -> web direct 81 => yes'],
    ['before-28', '@lan -> web direct 7777 => no'],
    ['before-28', '@lan -> vault direct 90 => no'],
    ['before-28', '@host -> cell1 direct 7777 => yes'],
    ['before-28', '@lan -> @host published 6060 => r:60'],
    ['before-28', '@lan -> @host published 4242 => no'],
  ] as const)('engine %s: %s', (engine, statement) => {
    expect(answer(statement, engine)).toBe(statement);
  });
});

describe('names', () => {
  const networks = [bridge('a', { internal: true }), bridge('b'), bridge('c', { name: 'aaa' })];
  const picture: Picture = {
    project: 'p',
    networks,
    services: [
      service('r1', { where: on('a=redis') }),
      service('r2', { where: on('b=redis'), hostname: 'R-two' }),
      service('r3', { where: on('b=redis'), replicas: 2 }),
      service('r4', { where: on('c=redis'), containerName: 'the-four' }),
      service('ab', { where: on('a', 'b') }),
      service('abc', { where: on('a', 'b', 'c') }),
      service('up', { where: on('a+1', 'b') }),
      service('tied', { where: on('a', 'b'), links: [{ service: 'r1', alias: 'redis' }] }),
      service('side', { where: { kind: 'service', of: 'ab' } }),
      service('own', { where: { kind: 'host' } }),
      service('old1', { where: { kind: 'bridge' }, hostname: 'oldie' }),
      service('old2', { where: { kind: 'bridge' }, links: [{ service: 'old1', alias: 'uno' }] }),
    ],
  };

  it.each([
    ['r1', 'redis', 'r1'],
    ['r2', 'redis', 'r2 r3'],
    ['ab', 'redis', 'r2 r3'],
    ['abc', 'redis', 'r4'],
    ['up', 'redis', 'r1'],
    ['tied', 'redis', 'r1'],
    ['side', 'redis', 'r2 r3'],
    ['own', 'redis', ''],
    ['ab', 'REDIS', 'r2 r3'],
    ['ab', 'r-TWO', 'r2'],
    ['ab', 'p-r3-2', 'r3'],
    ['abc', 'the-four', 'r4'],
    ['abc', 'p-r4-1', ''],
    ['r1', 'r2', ''],
    ['ab', 'redis.p_a', 'r1'],
    ['abc', 'redis.aaa', 'r4'],
    ['r2', 'redis.p_a', ''],
    ['r2', 'side', ''],
    ['old2', 'uno', 'old1'],
    ['old2', 'p-old1-1', 'old1'],
    ['old2', 'oldie', 'old1'],
    ['old2', 'old1', ''],
    ['old1', 'old2', ''],
  ])('%s asks for %s', (from, name, expected) => {
    expect(naiveNames({ picture, engine: '29' }, from, name).join(' ')).toBe(expected);
  });

  it('before 28 there are no priorities', () => {
    expect(naiveNames({ picture, engine: 'before-28' }, 'up', 'redis')).toEqual(['r2', 'r3']);
  });
});

describe('random pictures', () => {
  it('are projects that the Compose loader takes', () => {
    fc.assert(
      fc.property(randomPicture, (picture) => {
        const text = composeText(picture);
        const [project] = composeProjects([{ path: 'compose.yaml', text }]).projects;
        const refused = project?.findings.filter((finding) => finding.refused).map(({ message }) => message);
        expect(refused, text).toEqual([]);
        expect([...(project?.loaded?.project.services.keys() ?? [])]).toEqual(
          picture.services.map(({ name }) => name).sort(),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('have an answer to every question, and ask each once', () => {
    fc.assert(
      fc.property(randomPicture, fc.constantFrom<Engine>('29', '28', 'before-28'), (picture, engine) => {
        const probes = probesOf(picture);
        expect(new Set(probes.map(describeProbe)).size).toBe(probes.length);
        for (const probe of probes) expect(typeof naiveAllowed({ picture, engine }, probe)).toBe('boolean');
        for (const { name: from } of picture.services) {
          for (const name of namesOf(picture)) naiveNames({ picture, engine }, from, name);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('hold every kind of network and service, and answers of both kinds for every way', () => {
    const pictures = fc.sample(randomPicture, { numRuns: 500, seed: 1 });
    const kinds = new Set(pictures.flatMap(({ services }) => services.map(({ where }) => where.kind)));
    expect([...kinds].sort()).toEqual(['bridge', 'container', 'host', 'networks', 'none', 'service']);
    const modes = new Set(pictures.flatMap(({ networks }) => networks.map(({ mode, driver }) => `${driver} ${mode}`)));
    expect(modes.size).toBe(6);
    const answers = pictures.flatMap((picture) =>
      probesOf(picture).map((probe) => `${probe.via} ${naiveAllowed({ picture, engine: '29' }, probe)}`),
    );
    expect(new Set(answers).size).toBe(10);
  });
});
