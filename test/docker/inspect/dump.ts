/**
 * What the engine prints, after the documented format of the Engine API (https://docs.docker.com/reference/api/engine/),
 * and what is read from it.
 */

import { type InspectedHost, loadInspect } from '../../../src/docker/inspect/load-inspect.ts';
import type { Project } from '../../../src/docker/project.ts';
import type { Service } from '../../../src/docker/service.ts';
import { type Document, type Finding, type JsonObject, type JsonValue, Locator } from '../../../src/ingest/index.ts';

/** An array as `docker inspect` prints it, one document for each item. */
export function documentsOf(items: JsonValue, path = 'inspect.json'): Document[] {
  const text = JSON.stringify(items, null, 2);
  const source = { path, text };
  const list = Array.isArray(items) ? items : [items];
  return list.map((value, index) => {
    const prefix = Array.isArray(items) ? `/${index}` : '';
    return { source, start: 0, end: text.length, prefix, value: value as JsonObject };
  });
}

export function load(...items: JsonValue[]): InspectedHost {
  return loadInspect(documentsOf(items));
}

/** The id of a container or network of this name: 64 hexadecimal digits. */
export function idOf(name: string): string {
  const digits = [...name].map((sign) => sign.charCodeAt(0).toString(16).padStart(2, '0')).join('');
  return digits.repeat(32).slice(0, 64);
}

export interface ContainerSaid {
  readonly Config?: JsonObject;
  readonly HostConfig?: JsonObject;
  readonly State?: JsonObject;
  readonly Ports?: JsonValue;
  readonly Networks?: JsonValue;
  readonly Mounts?: JsonValue;
}

/** A running container on the engine's own bridge, where nothing else is said. */
export function container(name: string, said: ContainerSaid = {}): JsonObject {
  const id = idOf(name);
  return {
    Id: id,
    Created: '2026-01-01T00:00:00Z',
    Path: 'nginx',
    Args: [],
    State: { Status: 'running', Running: true, Paused: false, Restarting: false, ...said.State },
    Image: `sha256:${'0'.repeat(64)}`,
    Name: `/${name}`,
    Mounts: said.Mounts ?? [],
    HostConfig: {
      NetworkMode: 'bridge',
      PortBindings: {},
      PublishAllPorts: false,
      Privileged: false,
      CapAdd: null,
      CapDrop: null,
      RestartPolicy: { Name: 'no', MaximumRetryCount: 0 },
      PidMode: '',
      IpcMode: 'private',
      Links: null,
      Dns: [],
      ExtraHosts: null,
      ...said.HostConfig,
    },
    Config: {
      Hostname: id.slice(0, 12),
      Domainname: '',
      User: '',
      ExposedPorts: null,
      Env: ['PATH=/bin'],
      Cmd: ['nginx'],
      Image: 'nginx',
      Entrypoint: null,
      Labels: {},
      ...said.Config,
    },
    NetworkSettings: {
      SandboxID: '',
      Ports: said.Ports ?? {},
      Networks: said.Networks ?? { bridge: endpoint({ IPAddress: '172.17.0.2' }) },
    },
  };
}

export function endpoint(said: JsonObject = {}): JsonObject {
  return {
    IPAMConfig: null,
    Links: null,
    Aliases: null,
    MacAddress: '02:42:ac:11:00:02',
    DriverOpts: null,
    GwPriority: 0,
    NetworkID: '',
    EndpointID: '',
    Gateway: '',
    IPAddress: '',
    IPPrefixLen: 16,
    IPv6Gateway: '',
    GlobalIPv6Address: '',
    GlobalIPv6PrefixLen: 0,
    DNSNames: null,
    ...said,
  };
}

/** The labels docker compose gives. */
export function labels(project: string, service: string, number = 1): JsonObject {
  return {
    'com.docker.compose.config-hash': `${service}${number}`,
    'com.docker.compose.container-number': String(number),
    'com.docker.compose.oneoff': 'False',
    'com.docker.compose.project': project,
    'com.docker.compose.service': service,
  };
}

export function network(name: string, said: JsonObject = {}): JsonObject {
  return {
    Name: name,
    Id: idOf(name),
    Created: '2026-01-01T00:00:00Z',
    Scope: 'local',
    Driver: 'bridge',
    EnableIPv4: true,
    EnableIPv6: false,
    IPAM: { Driver: 'default', Options: null, Config: [{ Subnet: '172.18.0.0/16', Gateway: '172.18.0.1' }] },
    Internal: false,
    Attachable: false,
    Ingress: false,
    ConfigFrom: { Network: '' },
    ConfigOnly: false,
    Containers: {},
    Options: {},
    Labels: {},
    ...said,
  };
}

/** A network as docker compose makes it. */
export function composeNetwork(project: string, key: string, said: JsonObject = {}): JsonObject {
  const own = { 'com.docker.compose.network': key, 'com.docker.compose.project': project };
  return network(`${project}_${key}`, { Labels: own, ...said });
}

export function projectOf(host: InspectedHost, name = 'docker'): Project {
  const project = host.projects.find((each) => each.name === name);
  if (!project) throw new Error(`there is no project ${name}`);
  return project;
}

/** The one service of the items. */
export function serviceOf(...items: JsonValue[]): Service {
  const [service, ...more] = load(...items).projects.flatMap(({ services }) => [...services.values()]);
  if (!service || more.length > 0) throw new Error('the items are not one service');
  return service;
}

/** `RULE pointer`, with `?` where the answer is not complete. */
export function briefly({ rule, unreadable, place }: Finding): string {
  const pointer = place && 'document' in place ? place.pointer : '';
  return `${rule} ${pointer}${unreadable ? '?' : ''}`;
}

export function lineOf(place: Parameters<Locator['locate']>[0]): number {
  return new Locator().locate(place).line;
}
