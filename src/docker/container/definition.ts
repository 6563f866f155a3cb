/**
 * The definition of a service in the canonical form of the Compose specification
 * (https://docs.docker.com/reference/compose-file/services/), for a container that was not made by Compose.
 */

import type { JsonObject, JsonValue } from '../../ingest/document.ts';
import type { Attachment } from '../network.ts';
import type { NetworkMode } from '../network-mode.ts';
import type { Placed } from '../placed.ts';
import type { PublishedPort } from '../port.ts';
import type { Service } from '../service.ts';

/** The service with its definition, made from everything else that is said of it. */
export function withDefinition(service: Service): Service {
  return { ...service, definition: definitionOf(service) };
}

function definitionOf(service: Service): JsonObject {
  const { network_mode, networks } = service;
  return filled({
    image: service.image,
    container_name: service.container_name?.value,
    hostname: service.hostname?.value,
    domainname: service.domainname?.value,
    command: service.command,
    entrypoint: service.entrypoint,
    environment: placedObject(service.environment),
    labels: Object.fromEntries(service.labels),
    network_mode: network_mode && modeText(network_mode.value),
    networks: Object.fromEntries(networks.map((each) => [each.network, attachmentObject(each)])),
    ports: service.ports.map(portObject),
    expose: values(service.expose),
    links: service.links.map(({ service: name, alias }) => `${name}:${alias}`),
    external_links: service.external_links.map(({ service: name, alias }) => `${name}:${alias}`),
    extra_hosts: service.extra_hosts.map(({ host, address }) => `${host}:${address}`),
    dns: values(service.dns),
    dns_search: values(service.dns_search),
    dns_opt: values(service.dns_opt),
    volumes: service.volumes.map(({ definition }) => definition),
    restart: service.restart,
    init: service.init,
    healthcheck: service.healthcheck,
    stop_grace_period: service.stop_grace_period,
    deploy: service.deploy,
    ...privileges(service),
  });
}

function privileges(service: Service): Readonly<Record<string, JsonValue | undefined>> {
  return {
    privileged: service.privileged?.value,
    user: service.user?.value,
    group_add: values(service.group_add),
    cap_add: values(service.cap_add),
    cap_drop: values(service.cap_drop),
    security_opt: values(service.security_opt),
    sysctls: placedObject(service.sysctls),
    userns_mode: service.userns_mode?.value,
    pid: service.pid?.value,
    ipc: service.ipc?.value,
    uts: service.uts?.value,
    cgroup: service.cgroup?.value,
    read_only: service.read_only?.value,
    devices: service.devices.map(({ value }) => value),
    device_cgroup_rules: values(service.device_cgroup_rules),
    use_api_socket: service.use_api_socket?.value,
  };
}

/** Without what is absent or empty. */
function filled(fields: Readonly<Record<string, JsonValue | undefined>>): JsonObject {
  return Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, JsonValue] => {
      const value = entry[1];
      return value !== undefined && (typeof value !== 'object' || value === null || Object.keys(value).length > 0);
    }),
  );
}

function values(placed: readonly Placed<string>[]): JsonValue {
  return placed.map(({ value }) => value);
}

function placedObject(map: ReadonlyMap<string, Placed<JsonValue>>): JsonObject {
  return Object.fromEntries([...map].map(([key, { value }]) => [key, value]));
}

function attachmentObject(attachment: Attachment): JsonObject | null {
  const { aliases, link_local_ips, driver_opts, gw_priority } = attachment;
  const said = filled({
    aliases: values(aliases),
    ipv4_address: attachment.ipv4_address?.value,
    ipv6_address: attachment.ipv6_address?.value,
    link_local_ips: values(link_local_ips),
    mac_address: attachment.mac_address?.value,
    interface_name: attachment.interface_name?.value,
    driver_opts: placedObject(driver_opts),
    gw_priority: gw_priority.value === 0 ? undefined : gw_priority.value,
  });
  return Object.keys(said).length > 0 ? said : null;
}

function portObject(port: PublishedPort): JsonObject {
  const { target, published, host_ip, protocol, mode } = port;
  const range = published && (published.first === published.last ? [published.first] : Object.values(published));
  return filled({ mode, host_ip, target, published: range?.join('-'), protocol });
}

function modeText(mode: NetworkMode): string {
  switch (mode.kind) {
    case 'service':
      return `service:${mode.service}`;
    case 'container':
      return `container:${mode.container}`;
    case 'network':
      return mode.name;
    default:
      return mode.kind;
  }
}
