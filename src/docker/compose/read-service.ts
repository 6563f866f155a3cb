/** A canonical service as the Docker model has it. */

import type { JsonObject } from '../../ingest/document.ts';
import { parseNetworkMode } from '../network-mode.ts';
import type { HostPorts, PublishedPort } from '../port.ts';
import type { Dependency, ExtraHost, Grant, Link, Mount, Names, Privileges, Service } from '../service.ts';
import { at, itemsOf, type Node, stringOf, toJson } from './node.ts';
import {
  flagAt,
  jsonOf,
  numberAt,
  objectOf,
  optional,
  placedFlag,
  placedMap,
  placedText,
  placedTexts,
  placedWord,
  sortedEntries,
  textAt,
  textMap,
  textsOf,
} from './read.ts';
import { readAttachments } from './read-network.ts';
import { scaleOf } from './service-agreement.ts';
import { portOf } from './short-port.ts';

export function readService(name: string, node: Node, definition: JsonObject): Service {
  const mode = placedWord(at(node, 'network_mode'));
  return {
    name,
    origin: node.origin,
    ...readNames(node),
    ...readPrivileges(node),
    ...optional('image', textAt(node, 'image')),
    ...optional('build', jsonOf(at(node, 'build'))),
    profiles: textsOf(at(node, 'profiles')),
    replicas: scaleOf(node),
    ...optional('deploy', objectOf(at(node, 'deploy'))),
    ...optional('network_mode', mode && { value: parseNetworkMode(mode.value), origin: mode.origin }),
    networks: readAttachments(node),
    ports: itemsOf(at(node, 'ports')).flatMap(readPort),
    publishAll: false,
    expose: placedTexts(at(node, 'expose')),
    depends_on: new Map(sortedEntries(at(node, 'depends_on')).map(([key, value]) => [key, readDependency(value)])),
    ...optional('command', wordsOf(at(node, 'command'))),
    ...optional('entrypoint', wordsOf(at(node, 'entrypoint'))),
    environment: new Map(
      sortedEntries(at(node, 'environment')).map(([key, value]) => [
        key,
        {
          value: stringOf(value) ?? null,
          origin: value.origin,
          ...(value.kind === 'scalar' && value.filled ? { filled: true as const } : {}),
        },
      ]),
    ),
    volumes: itemsOf(at(node, 'volumes')).map(readMount),
    configs: itemsOf(at(node, 'configs')).map(readGrant),
    secrets: itemsOf(at(node, 'secrets')).map(readGrant),
    ...optional('healthcheck', objectOf(at(node, 'healthcheck'))),
    labels: textMap(at(node, 'labels')),
    ...optional('restart', textAt(node, 'restart')),
    ...optional('init', placedFlag(at(node, 'init'))?.value),
    ...optional('stop_grace_period', textAt(node, 'stop_grace_period')),
    definition,
  };
}

function readNames(node: Node): Names {
  return {
    ...optional('container_name', placedWord(at(node, 'container_name'))),
    ...optional('hostname', placedWord(at(node, 'hostname'))),
    ...optional('domainname', placedWord(at(node, 'domainname'))),
    links: itemsOf(at(node, 'links')).flatMap(readLink),
    external_links: itemsOf(at(node, 'external_links')).flatMap(readLink),
    extra_hosts: itemsOf(at(node, 'extra_hosts')).flatMap(readHost),
    dns: placedTexts(at(node, 'dns')),
    dns_search: placedTexts(at(node, 'dns_search')),
    dns_opt: placedTexts(at(node, 'dns_opt')),
  };
}

function readPrivileges(node: Node): Privileges {
  return {
    ...optional('privileged', placedFlag(at(node, 'privileged'))),
    cap_add: placedTexts(at(node, 'cap_add')),
    cap_drop: placedTexts(at(node, 'cap_drop')),
    security_opt: placedTexts(at(node, 'security_opt')),
    sysctls: placedMap(at(node, 'sysctls')),
    ...optional('user', placedWord(at(node, 'user'))),
    group_add: placedTexts(at(node, 'group_add')),
    ...optional('userns_mode', placedWord(at(node, 'userns_mode'))),
    ...optional('pid', placedWord(at(node, 'pid'))),
    ...optional('ipc', placedWord(at(node, 'ipc'))),
    ...optional('uts', placedWord(at(node, 'uts'))),
    ...optional('cgroup', placedText(at(node, 'cgroup'))),
    ...optional('read_only', placedFlag(at(node, 'read_only'))),
    devices: itemsOf(at(node, 'devices')).map((device) => ({ value: toJson(device), origin: device.origin })),
    device_cgroup_rules: placedTexts(at(node, 'device_cgroup_rules')),
    ...optional('use_api_socket', placedFlag(at(node, 'use_api_socket'))),
  };
}

/** What has no port of the container, or one that is none, cannot be published; a finding says so. */
function readPort(node: Node): PublishedPort[] {
  const target = numberAt(node, 'target') ?? 0;
  const published = textAt(node, 'published') ?? '';
  const host = published === '' || published === '0' ? undefined : hostPorts(published);
  if (!Number.isInteger(target) || portOf(String(target)) === undefined || target === 0) return [];
  if (published !== '' && published !== '0' && !host) return [];
  return [
    {
      origin: node.origin,
      ...optional('name', textAt(node, 'name')),
      target,
      protocol: (textAt(node, 'protocol') ?? 'tcp').toLowerCase(),
      ...optional('app_protocol', textAt(node, 'app_protocol')),
      mode: textAt(node, 'mode') ?? 'ingress',
      ...optional('host_ip', placedWord(at(node, 'host_ip'))?.value),
      ...optional('published', host),
    },
  ];
}

function hostPorts(text: string): HostPorts | undefined {
  const [from = '', to = from, more] = text.split('-');
  const [first, last] = [portOf(from), portOf(to)];
  if (more !== undefined || first === undefined || last === undefined || last < first) return undefined;
  return { first, last };
}

/** `SERVICE` or `SERVICE:ALIAS`; a service is its own alias. */
function readLink(node: Node): Link[] {
  const words = stringOf(node);
  if (words === undefined) return [];
  const colon = words.indexOf(':');
  const service = colon < 0 ? words : words.slice(0, colon);
  return [{ origin: node.origin, service, alias: words.slice(colon + 1) || service }];
}

function readHost(node: Node): ExtraHost[] {
  const words = stringOf(node) ?? '';
  const at = words.search(/[=:]/);
  return at < 0 ? [] : [{ origin: node.origin, host: words.slice(0, at), address: words.slice(at + 1) }];
}

function readDependency(node: Node): Dependency {
  return {
    origin: node.origin,
    condition: textAt(node, 'condition') ?? 'service_started',
    required: placedFlag(at(node, 'required'))?.value ?? true,
    restart: flagAt(node, 'restart'),
  };
}

function readMount(node: Node): Mount {
  return {
    origin: node.origin,
    type: textAt(node, 'type') ?? '',
    ...optional('source', textAt(node, 'source')),
    target: textAt(node, 'target') ?? '',
    read_only: flagAt(node, 'read_only'),
    definition: objectOf(node) ?? {},
  };
}

function readGrant(node: Node): Grant {
  return {
    origin: node.origin,
    source: textAt(node, 'source') ?? '',
    ...optional('target', textAt(node, 'target')),
    definition: objectOf(node) ?? {},
  };
}

/** A command; absent where none is given, for then the image's own runs. */
function wordsOf(node: Node | undefined): readonly string[] | undefined {
  return node?.kind === 'list' ? textsOf(node) : undefined;
}
