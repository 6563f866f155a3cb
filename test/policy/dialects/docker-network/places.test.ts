import { expect, test } from 'vitest';
import { loadCommandLines } from '../../../../src/docker/cli/command-lines.ts';
import type { Project } from '../../../../src/docker/project.ts';
import type { Service } from '../../../../src/docker/service.ts';
import { dockerWorld } from '../../../../src/policy/dialects/docker-network/index.ts';
import { AskedWorld, ask, askAll, projectsOf } from './support.ts';

/** A project as its file says, with something changed that no Compose file could say. */
function changed(compose: string, change: (service: Service) => Partial<Service>): AskedWorld {
  const projects = projectsOf({ 'compose.yaml': `name: proj\n${compose}` }).map((project): Project => {
    const services = [...project.services].map(
      ([name, service]) => [name, { ...service, ...change(service) }] as const,
    );
    return { ...project, services: new Map(services) };
  });
  return new AskedWorld(dockerWorld(projects));
}

test('where there is no project there is nobody', () => {
  expect(dockerWorld([])).toMatchObject({ endpoints: [], ways: [], bindings: [] });
});

test('services are called by their names, and by project and name where there are several projects', () => {
  const ids = (asked: AskedWorld) => asked.world.endpoints.map(({ id, kind }) => `${id} ${kind}`);
  expect(ids(ask('services: { web: { image: a } }'))).toEqual([
    '@host host',
    '@internet internet',
    '@lan lan',
    'web service',
  ]);
  const two = {
    'a/compose.yaml': 'services: { web: { image: a } }',
    'b/compose.yaml': 'services: { web: { image: a } }',
  };
  expect(ids(askAll(two)).slice(3)).toEqual(['a/web service', 'b/web service']);
});

test('projects of one name, and services that are called like ours, have ids of their own', () => {
  const same = 'name: x\nservices: { web: { image: a } }';
  const { endpoints } = askAll({ 'a/compose.yaml': same, 'b/compose.yaml': same }).world;
  expect(endpoints.slice(3).map(({ id }) => id)).toEqual(['x/web', 'x/web~2']);
  const host = projectsOf({ 'compose.yaml': same }).map((project): Project => {
    return {
      ...project,
      services: new Map([...project.services.values()].map((service) => ['@host', { ...service, name: '@host' }])),
    };
  });
  expect(dockerWorld(host).endpoints.map(({ id }) => id)).toEqual(['@host', '@internet', '@lan', 'x/@host']);
});

test('a network namespace that refers to itself in the end is unknown, and its members are together', () => {
  const asked = changed('services: { a: { image: a }, b: { image: a }, c: { image: a } }', ({ name, origin }) =>
    name === 'c'
      ? {}
      : { networks: [], network_mode: { origin, value: { kind: 'service', service: name === 'a' ? 'b' : 'a' } } },
  );
  expect(asked.cell('a', 'b', 'direct')).toBe('all');
  expect(asked.cell('a', 'c', 'direct')).toBe('nothing ? all');
});

test('a long chain of shared namespaces is followed to its end', () => {
  const length = 300;
  const chain = Array.from({ length }, (_, i) => `  s${i}: { image: a, network_mode: "service:s${i + 1}" }`).join('\n');
  const asked = ask(`services:\n${chain}\n  s${length}: { image: a, ports: ["80:80"] }\n`);
  expect(asked.cell('@lan', 's0', 'published')).toBe('TCP 80');
});

test('a service whose only network is that of the engine called host is in the network of the host', () => {
  const asked = ask(`services: { a: { image: a, networks: [h] }, b: { image: a, networks: [n] } }
networks: { h: { external: true, name: host }, n: { external: true, name: none } }
`);
  expect(asked.cell('@lan', 'a', 'direct')).toBe('all');
  expect(asked.cell('@host', 'b')).toBe('nothing');
});

test("on the engine's own bridge with icc off, a link opens what its target exposes, one way", () => {
  const asked = ask(`services:
  one: { image: a, networks: [b], expose: ["80", "90-91/udp"], ports: ["127.0.0.1::70"] }
  two: { image: a, networks: [b], links: ["one:uno"] }
networks: { b: { name: bridge, driver_opts: { com.docker.network.bridge.enable_icc: "false" } } }
`);
  expect(asked.cell('two', 'one', 'direct')).toBe('TCP 70,80; UDP 90-91');
  expect(asked.cell('one', 'two', 'direct')).toBe('nothing');
});

test('with publishAll every exposed port is published on a free port', () => {
  const asked = changed('services: { a: { image: a, expose: ["80", "x", "99999", "8000-8010/udp"] } }', () => ({
    publishAll: true,
  }));
  expect(asked.cell('@lan', 'a', 'published')).toBe('TCP 80; UDP 8000-8010');
});

test('command lines make the same network as the Compose file that says the same', () => {
  const text = `docker network create --internal back
docker network create front
docker run -d --name db --network back --network-alias database postgres
docker run -d --name web --network front -p 127.0.0.1:8080:80 nginx
docker network connect back web
docker run -d --name side --network container:web busybox
`;
  const { project } = loadCommandLines([{ path: 'run.sh', text }], { projectName: 'proj', env: new Map() });
  if (!project) throw new Error('the commands make a project');
  const world = dockerWorld([project]);
  const commands = new AskedWorld(world);
  const compose = ask(`services:
  db: { image: a, container_name: db, networks: { back: { aliases: [database] } } }
  web: { image: a, container_name: web, networks: [front, back], ports: ["127.0.0.1:8080:80"] }
  side: { image: a, network_mode: "service:web" }
networks: { front: { name: front }, back: { name: back, internal: true } }
`);
  const ids = world.endpoints.map(({ id }) => id);
  for (const [from, to] of ids.flatMap((from) => ids.map((to) => [from, to] as const))) {
    expect([from, to, commands.cell(from, to)]).toEqual([from, to, compose.cell(from, to)]);
  }
  for (const name of ['db', 'web', 'side', 'database']) {
    expect(world.names.resolve('side', name)).toEqual(compose.world.names.resolve('side', name));
  }
});

test('an exposed port that is published already is not published once more', () => {
  const { bindings } = changed('services: { a: { image: a, expose: ["80", "81"], ports: ["8080:80"] } }', () => ({
    publishAll: true,
  })).world;
  expect(bindings.map(({ target, published }) => [target.first, published?.first])).toEqual([
    [80, 8080],
    [81, undefined],
  ]);
});

test('a container made by hand has no name but its own', () => {
  const { names } = changed('services: { a: { image: a, container_name: the-a }, b: { image: a } }', () => ({
    made_by: 'docker run',
  })).world;
  expect(names.resolve('b', 'the-a')).toEqual(['a']);
  expect(names.resolve('b', 'a')).toEqual([]);
  expect(names.resolve('the-a', 'proj-b-1')).toEqual([]);
});

test('an address that the files give belongs to the endpoint, also to those who share it', () => {
  const { endpoints } = ask(`services:
  a: { image: a, networks: { n: { ipv4_address: 10.5.0.9 } } }
  b: { image: a, network_mode: "service:a" }
networks: { n: { ipam: { config: [{ subnet: 10.5.0.0/16 }] } } }
`).world;
  const addresses = endpoints.filter(({ kind }) => kind === 'service').map((endpoint) => endpoint.addresses);
  expect(addresses).toEqual([[{ family: 'IPv4', value: 0x0a05_0009 }], [{ family: 'IPv4', value: 0x0a05_0009 }]]);
});

test('a name longer than any, and one of dots alone, resolve nowhere', () => {
  const { names } = ask('services: { a: { image: a } }').world;
  for (const name of ['', '.', '..', 'a'.repeat(300), '.'.repeat(253)]) expect(names.resolve('a', name)).toEqual([]);
  expect(names.resolve('nobody', 'a')).toEqual([]);
});
