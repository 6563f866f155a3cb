/** What `docker inspect` prints of one container, as the service it is when it stands alone. */

import type { Document } from '../../ingest/document.ts';
import { mount } from '../cli/create/mounts.ts';
import { parseHostEntry } from '../cli/values/addresses.ts';
import { cut } from '../cli/values/split.ts';
import { blankService } from '../container/blank-service.ts';
import { defined } from '../container/defined.ts';
import type { Attachment } from '../network.ts';
import { parseNetworkMode } from '../network-mode.ts';
import type { Placed } from '../placed.ts';
import type { Dependency, Mount, Privileges, Service } from '../service.ts';
import { readMemberships } from './attachments.ts';
import { type Field, InspectScope } from './field.ts';
import { readPorts } from './ports.ts';

export interface InspectedContainer {
  readonly scope: InspectScope;
  readonly id: string;
  /** Without the leading slash. */
  readonly name: string;
  readonly running: boolean;
  /** How it is called in a project of Compose; undefined where it was made otherwise, or by `docker compose run`. */
  readonly compose: { readonly project: string; readonly service: string; readonly number: number } | undefined;
  readonly service: Service;
  /** As `name:alias`, with where it is written. */
  readonly links: readonly Placed<string>[];
  readonly depends_on: ReadonlyMap<string, Dependency>;
}

export function inspectContainer(document: Document): InspectedContainer {
  const scope = new InspectScope(document);
  const { root } = scope;
  const id = root.at('Id').text() ?? '';
  const name = (root.at('Name').text() ?? '').replace(/^\//, '') || id.slice(0, 12);
  scope.resource = { kind: 'service', name };
  if (name === '') scope.unreadable('INS002', '/Name', 'A container without a name and id cannot be told from others.');
  const labels = root.at('Config').at('Labels').texts();
  const compose = composeIdentity(labels);
  const own = new Set([name, id.slice(0, 12), hostnameOf(root, id)?.value ?? '', compose?.service ?? '']);
  const memberships = readMemberships(root.at('NetworkSettings').at('Networks'), own);
  return {
    scope,
    id,
    name,
    running: isRunning(root.at('State')),
    compose,
    service: readService(root, {
      id,
      name,
      labels,
      attachments: memberships.map(({ attachment }) => withTaskName(attachment, labels)),
    }),
    links: [...memberships.flatMap(({ links }) => links), ...root.at('HostConfig').at('Links').placedTexts()],
    depends_on: readDependencies(labels.get('com.docker.compose.depends_on')),
  };
}

/** A task of a swarm service answers to the name of the service too. */
function withTaskName(attachment: Attachment, labels: Labels): Attachment {
  const service = labels.get('com.docker.swarm.service.name');
  return service ? { ...attachment, aliases: [...attachment.aliases, service] } : attachment;
}

/** A paused container still answers at its address; one that restarts soon does. */
function isRunning(state: Field): boolean {
  const status = state.at('Status').text();
  return state.at('Running').boolean() ?? (status === undefined || /^(?:running|paused|restarting)$/.test(status));
}

type Labels = ReadonlyMap<string, Placed<string>>;

function composeIdentity(labels: Labels): InspectedContainer['compose'] {
  const label = (key: string): string => labels.get(`com.docker.compose.${key}`)?.value ?? '';
  const [project, service] = [label('project'), label('service')];
  const isOneOff = label('oneoff').toLowerCase() === 'true';
  return project === '' || service === '' || isOneOff
    ? undefined
    : { project, service, number: Number(label('container-number')) || 1 };
}

/**
 * The engine takes the short id where no host name was given, which is no name of its own; in the network of the host
 * or of another container it is the name of that.
 */
function hostnameOf(root: Field, id: string): Placed<string> | undefined {
  const hostname = root.at('Config').at('Hostname').placedText();
  const mode = root.at('HostConfig').at('NetworkMode').text() ?? '';
  const isShared = mode === 'host' || mode.startsWith('container:');
  return hostname && !isShared && hostname.value !== id.slice(0, 12) ? hostname : undefined;
}

interface Known {
  readonly id: string;
  readonly name: string;
  readonly labels: Labels;
  readonly attachments: Service['networks'];
}

function readService(root: Field, { id, name, labels, attachments }: Known): Service {
  const config = root.at('Config');
  const host = root.at('HostConfig');
  const publishAll = host.at('PublishAllPorts').boolean() === true;
  const ports = readPorts(root, publishAll);
  return {
    ...blankService(name, root.origin),
    made_by: 'docker run',
    container_name: { value: name, origin: root.at('Name').origin },
    ...defined({
      hostname: hostnameOf(root, id),
      domainname: config.at('Domainname').placedText(),
      image: config.at('Image').text(),
      command: textList(config.at('Cmd')),
      entrypoint: textList(config.at('Entrypoint')),
      restart: restartOf(host.at('RestartPolicy')),
      init: host.at('Init').boolean(),
    }),
    ...networksOf(host.at('NetworkMode'), root.at('NetworkSettings').at('Networks').absent ? undefined : attachments),
    ports,
    publishAll: publishAll && ports.length === 0,
    expose: readExpose(config.at('ExposedPorts'), ports),
    environment: new Map(config.at('Env').placedTexts().map(variable)),
    labels: new Map(
      [...labels].filter(([key]) => !key.startsWith('com.docker.compose.')).map(([key, { value }]) => [key, value]),
    ),
    extra_hosts: host.at('ExtraHosts').placedTexts().flatMap(extraHost),
    dns: host.at('Dns').placedTexts(),
    dns_search: host.at('DnsSearch').placedTexts(),
    dns_opt: host.at('DnsOptions').placedTexts(),
    volumes: root.at('Mounts').items().flatMap(readMount),
    ...readPrivileges(config, host),
  };
}

/** The engine's own networks as modes; everything else by membership. Without a list of networks the mode must do. */
function networksOf(
  mode: Field,
  attachments: Service['networks'] | undefined,
): Pick<Service, 'networks' | 'network_mode'> {
  const value = parseNetworkMode(mode.text() ?? 'default');
  const isOwn = value.kind === 'host' || value.kind === 'none' || value.kind === 'container';
  if (isOwn || !attachments) return { networks: [], network_mode: { value, origin: mode.origin } };
  const [first, ...more] = attachments;
  if (!first) return { networks: [], network_mode: { value: { kind: 'none' }, origin: mode.origin } };
  return first.network === 'bridge' && more.length === 0
    ? { networks: [], network_mode: { value: { kind: 'bridge' }, origin: first.origin } }
    : { networks: attachments };
}

function textList(field: Field): string[] | undefined {
  const texts = field.items().map((item) => item.text() ?? '');
  return texts.length > 0 ? texts : undefined;
}

function restartOf(policy: Field): string | undefined {
  const name = policy.at('Name').text();
  const count = policy.at('MaximumRetryCount').integer() ?? 0;
  if (name === undefined || name === 'no') return undefined;
  return count > 0 ? `${name}:${count}` : name;
}

/** What is published is exposed by that. */
function readExpose(exposed: Field, ports: Service['ports']): Placed<string>[] {
  const published = new Set(ports.map(({ target, protocol }) => `${target}/${protocol}`));
  return exposed.entries().flatMap(([port, { origin }]) => (published.has(port) ? [] : [{ value: port, origin }]));
}

function variable({ value, origin }: Placed<string>): [string, Placed<string | null>] {
  const [name, text] = cut(value, '=') ?? [value, null];
  return [name, { value: text, origin }];
}

function extraHost({ value, origin }: Placed<string>): Service['extra_hosts'] {
  const entry = parseHostEntry(value);
  return entry ? [{ ...entry, origin }] : [];
}

function readMount(field: Field): Mount[] {
  const type = field.at('Type').text() ?? 'volume';
  const source = (type === 'volume' ? field.at('Name') : field.at('Source')).text();
  const target = field.at('Destination').text();
  if (target === undefined) return [];
  return [mount(field.origin, { type, source, target, read_only: field.at('RW').boolean() === false })];
}

function readPrivileges(config: Field, host: Field): Partial<Privileges> {
  return {
    ...defined({
      privileged: host.at('Privileged').placedTrue(),
      user: config.at('User').placedText(),
      userns_mode: host.at('UsernsMode').placedText(),
      pid: host.at('PidMode').placedText(),
      ipc: host.at('IpcMode').placedText(),
      uts: host.at('UTSMode').placedText(),
      cgroup: host.at('CgroupnsMode').placedText(),
      read_only: host.at('ReadonlyRootfs').placedTrue(),
    }),
    cap_add: host.at('CapAdd').placedTexts(),
    cap_drop: host.at('CapDrop').placedTexts(),
    security_opt: host.at('SecurityOpt').placedTexts(),
    sysctls: host.at('Sysctls').texts(),
    group_add: host.at('GroupAdd').placedTexts(),
    devices: host
      .at('Devices')
      .items()
      .flatMap((device) => device.at('PathOnHost').placedText() ?? []),
    device_cgroup_rules: host.at('DeviceCgroupRules').placedTexts(),
  };
}

/** `db:service_healthy:false,cache:service_started:false`, as docker compose labels its containers. */
function readDependencies(label: Placed<string> | undefined): Map<string, Dependency> {
  const found = new Map<string, Dependency>();
  for (const part of label?.value.split(',') ?? []) {
    const [service = '', condition = '', restart] = part.split(':');
    if (!label || service === '' || condition === '') continue;
    found.set(service, { origin: label.origin, condition, required: true, restart: restart === 'true' });
  }
  return found;
}
