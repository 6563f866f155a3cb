import { describe, expect, it } from 'vitest';
import { composeProjects } from '../../../src/docker/compose.ts';
import { loadInspect } from '../../../src/docker/inspect/load-inspect.ts';
import type { Project } from '../../../src/docker/project.ts';
import type { JsonObject, JsonValue } from '../../../src/ingest/index.ts';
import { inspectKind } from '../../../src/ingest/inspect-kind.ts';
import {
  briefly,
  composeNetwork,
  container,
  documentsOf,
  endpoint,
  idOf,
  labels,
  load,
  network,
  projectOf,
} from './dump.ts';

/** What decides who reaches whom, and by which names; without places. */
function gist(project: Project): unknown {
  return {
    name: project.name,
    networks: [...project.networks.values()].map(({ key, name, external, internal, driver_opts }) => {
      return { key, name, external, internal: internal?.value ?? false, options: [...driver_opts.keys()] };
    }),
    services: [...project.services.values()].map((service) => ({
      name: service.name,
      made_by: service.made_by,
      container_name: service.container_name?.value,
      hostname: service.hostname?.value,
      replicas: service.replicas,
      mode: service.network_mode?.value,
      networks: service.networks.map((a) => [a.network, a.aliases.map(({ value }) => value), a.gw_priority.value]),
      ports: service.ports.map((p) => [p.host_ip, p.published, p.target, p.protocol, p.mode]),
      links: service.links.map((link) => [link.service, link.alias]),
      depends_on: [...service.depends_on].map(([name, { condition }]) => [name, condition]),
    })),
  };
}

const COMPOSE = `name: shop
services:
  proxy:
    image: nginx
    container_name: the-proxy
    hostname: edge
    networks: { front: { gw_priority: 5 } }
    ports: ["80:80", "127.0.0.1:8443:443", "53:53/udp"]
    depends_on: [app]
  app:
    image: example/app
    networks: { front: {}, back: { aliases: [api] } }
    links: ["db:database"]
    scale: 2
  db:
    image: postgres
    networks: [back]
  metrics:
    image: exporter
    network_mode: service:db
  own:
    image: nginx
    network_mode: host
networks:
  front: { name: web-front }
  back: { internal: true, driver_opts: { com.docker.network.bridge.enable_icc: "true" } }
`;

/** An endpoint of a container that docker compose made. */
function joined(service: string, number: number, address: string, more: readonly string[] = []): JsonObject {
  const name = `shop-${service}-${number}`;
  const Aliases = [name, service, ...more];
  return endpoint({ Aliases, DNSNames: [...Aliases, idOf(name).slice(0, 12)], IPAddress: address });
}

const app = (number: number): JsonObject =>
  container(`shop-app-${number}`, {
    Config: {
      Labels: { ...labels('shop', 'app', number), 'com.docker.compose.depends_on': 'db:service_started:true' },
      Image: 'example/app',
    },
    HostConfig: { NetworkMode: 'shop_back' },
    Networks: {
      shop_back: {
        ...joined('app', number, `172.19.0.${number + 1}`, ['api']),
        Links: ['shop-db-1:database', 'shop-db-1:shop-db-1', 'shop-db-1:db-1'],
      },
      'web-front': joined('app', number, `172.18.0.${number + 1}`),
    },
  });

const DUMP: JsonValue[] = [
  container('the-proxy', {
    Config: {
      Hostname: 'edge',
      Labels: { ...labels('shop', 'proxy'), 'com.docker.compose.depends_on': 'app:service_started:false' },
    },
    HostConfig: {
      NetworkMode: 'web-front',
      PortBindings: {
        '443/tcp': [{ HostIp: '127.0.0.1', HostPort: '8443' }],
        '53/udp': [{ HostIp: '', HostPort: '53' }],
        '80/tcp': [{ HostIp: '', HostPort: '80' }],
      },
    },
    Ports: {
      '443/tcp': [{ HostIp: '127.0.0.1', HostPort: '8443' }],
      '53/udp': [
        { HostIp: '0.0.0.0', HostPort: '53' },
        { HostIp: '::', HostPort: '53' },
      ],
      '80/tcp': [
        { HostIp: '0.0.0.0', HostPort: '80' },
        { HostIp: '::', HostPort: '80' },
      ],
    },
    Networks: {
      'web-front': endpoint({
        Aliases: ['the-proxy', 'proxy'],
        DNSNames: ['the-proxy', 'proxy', idOf('the-proxy').slice(0, 12), 'edge'],
        IPAddress: '172.18.0.9',
        GwPriority: 5,
      }),
    },
  }),
  app(2),
  app(1),
  container('shop-db-1', {
    Config: { Labels: labels('shop', 'db'), Image: 'postgres' },
    HostConfig: { NetworkMode: 'shop_back' },
    Networks: { shop_back: joined('db', 1, '172.19.0.9') },
  }),
  container('shop-metrics-1', {
    Config: {
      Labels: { ...labels('shop', 'metrics'), 'com.docker.compose.depends_on': 'db:service_started:false' },
      Hostname: idOf('shop-db-1').slice(0, 12),
      Image: 'exporter',
    },
    HostConfig: { NetworkMode: `container:${idOf('shop-db-1')}` },
    Networks: {},
  }),
  container('shop-own-1', {
    Config: { Labels: labels('shop', 'own'), Hostname: 'the-host' },
    HostConfig: { NetworkMode: 'host' },
    Networks: { host: endpoint() },
  }),
];

const NETWORKS: JsonValue[] = [
  composeNetwork('shop', 'front', { Name: 'web-front', Id: idOf('web-front') }),
  composeNetwork('shop', 'back', { Internal: true, Options: { 'com.docker.network.bridge.enable_icc': 'true' } }),
];

describe('the dump of a Compose project', () => {
  it('gives the same project as its file', () => {
    const [loaded] = composeProjects([{ path: 'compose.yaml', text: COMPOSE }]).projects;
    if (!loaded?.loaded) throw new Error(JSON.stringify(loaded?.findings.map(({ message }) => message)));
    const { projects, findings } = load(...DUMP, ...NETWORKS);
    expect(findings.map(briefly)).toEqual([]);
    expect(projects.map(({ name }) => name)).toEqual(['shop']);
    const { services: a, ...ours } = gist(projectOf({ projects, findings, stopped: 0 }, 'shop')) as {
      services: unknown[];
    };
    const { services: b, ...theirs } = gist(loaded.loaded.project) as { services: unknown[] };
    expect(ours).toEqual(theirs);
    expect(a).toEqual(
      (b as { hostname?: string; ports: unknown[][] }[]).map((service) => ({
        ...service,
        ports: service.ports.toSorted((x, y) => Number(x[2]) - Number(y[2])),
      })),
    );
  });

  it('may stand in several files, in any order', () => {
    const one = load(...DUMP, ...NETWORKS);
    const shuffled = loadInspect([
      ...documentsOf(NETWORKS, 'networks.json'),
      ...DUMP.toReversed().flatMap((item, index) => documentsOf(item, `c${index}.json`)),
    ]);
    expect(shuffled.projects.map(gist)).toEqual(one.projects.map(gist));
  });
});

describe('containers of one service', () => {
  const web = (number: number, said: JsonObject = {}): JsonObject =>
    container(`p-web-${number}`, {
      Config: { Labels: labels('p', 'web', number) },
      HostConfig: { NetworkMode: 'p_default', ...said },
      Networks: { p_default: endpoint({ DNSNames: [`p-web-${number}`, 'web'], IPAddress: `172.18.0.${number}` }) },
    });

  it('are one, with the ports of all of them', () => {
    const bound = (number: number): JsonObject => {
      const port = { HostIp: '', HostPort: '' };
      const made = web(number, { PortBindings: { '80/tcp': [port] } });
      const Ports = { '80/tcp': [{ HostIp: '0.0.0.0', HostPort: String(32_767 + number) }] };
      return { ...made, NetworkSettings: { ...(made['NetworkSettings'] as JsonObject), Ports } };
    };
    const { projects, findings } = load(bound(1), bound(2), composeNetwork('p', 'default'));
    const service = projects[0]?.services.get('web');
    expect([service?.replicas, service?.made_by, service?.container_name, findings]).toEqual([
      2,
      undefined,
      undefined,
      [],
    ]);
    expect(service?.ports.map(({ published }) => published?.first)).toEqual([32_768, 32_769]);
    expect(service?.networks[0]?.ipv4_address).toBeUndefined();
  });

  it('that differ stand for themselves, and still answer to the name of the service', () => {
    const { projects, findings } = load(web(1), web(2, { Privileged: true }), composeNetwork('p', 'default'));
    const services = [...(projects[0]?.services.values() ?? [])];
    expect(services.map(({ name, made_by }) => [name, made_by])).toEqual([
      ['p-web-1', 'docker run'],
      ['p-web-2', 'docker run'],
    ]);
    expect(services.map(({ networks }) => networks[0]?.aliases.map(({ value }) => value))).toEqual([['web'], ['web']]);
    expect(findings.map(({ rule }) => rule)).toEqual(['INS006']);
  });

  it('of which only the second is left keeps its name', () => {
    const service = load(web(2), composeNetwork('p', 'default')).projects[0]?.services.get('web');
    expect([service?.container_name?.value, service?.networks[0]?.ipv4_address?.value]).toEqual([
      'p-web-2',
      '172.18.0.2',
    ]);
  });

  it('of a swarm answer to the name of their service', () => {
    const Labels = { 'com.docker.swarm.service.name': 'web' };
    const task = container('web.1.x', { Config: { Labels }, Networks: { back: endpoint({ DNSNames: ['web.1.x'] }) } });
    const { projects } = load(task, network('back', { Driver: 'overlay', Scope: 'swarm' }));
    const [attachment] = projects[0]?.services.get('web.1.x')?.networks ?? [];
    expect(attachment?.aliases.map(({ value }) => value)).toEqual(['web']);
  });

  it('are not those of docker compose run', () => {
    const Labels = { ...labels('p', 'web'), 'com.docker.compose.oneoff': 'True' };
    const { projects } = load(container('p-web-run-1', { Config: { Labels } }));
    expect(projects.map(({ name, services }) => [name, ...services.keys()])).toEqual([['docker', 'p-web-run-1']]);
  });
});

describe('links', () => {
  it('on the engine’s own bridge lead to containers', () => {
    const web = container('web', { HostConfig: { Links: ['/db:/web/database', '/gone:/web/gone'] } });
    const service = load(web, container('db')).projects[0]?.services.get('web');
    expect(service?.links.map((link) => [link.service, link.alias])).toEqual([['db', 'database']]);
    expect(service?.external_links.map((link) => link.service)).toEqual(['gone']);
  });
});

describe('telling dumps apart', () => {
  it('goes by the fields', () => {
    expect(inspectKind(container('a'))).toBe('container');
    expect(inspectKind(network('a'))).toBe('network');
    const others = [{ Id: 'x', RepoTags: [] }, { Name: 'v', Driver: 'local' }, { services: {} }, [], null, 'a'];
    expect(others.map((value) => inspectKind(value as JsonValue))).toEqual(others.map(() => undefined));
    expect(inspectKind({ ...container('a'), kind: 'Pod' })).toBeUndefined();
  });
});
