/** A picture as a Compose file, to be loaded by the product and to be read by a person. */
import type { JoinPicture, NetworkPicture, Picture, PortPicture, ServicePicture } from './picture.ts';

type Yaml = string | number | boolean | readonly Yaml[] | { readonly [key: string]: Yaml };

const OPTION = 'com.docker.network.bridge.';

export function composeText({ project, services, networks }: Picture): string {
  return yaml(
    {
      name: project,
      services: Object.fromEntries(services.map((service) => [service.name, serviceObject(service)])),
      ...(networks.length > 0
        ? { networks: Object.fromEntries(networks.map((network) => [network.key, networkObject(network)])) }
        : {}),
    },
    '',
  );
}

function serviceObject(service: ServicePicture): Yaml {
  const { containerName, hostname, replicas, where, ports, expose, links } = service;
  return {
    image: 'example/image',
    ...(containerName === undefined ? {} : { container_name: containerName }),
    ...(hostname === undefined ? {} : { hostname }),
    ...(replicas === 1 ? {} : { scale: replicas }),
    ...(where.kind === 'networks'
      ? { networks: Object.fromEntries(where.joined.map((join) => [join.network, joinObject(join)])) }
      : {
          network_mode:
            where.kind === 'service' || where.kind === 'container' ? `${where.kind}:${where.of}` : where.kind,
        }),
    ...(ports.length > 0 ? { ports: ports.map(portText) } : {}),
    ...(expose.length > 0 ? { expose: expose.map(({ port, protocol }) => `${port}/${protocol}`) } : {}),
    ...(links.length > 0 ? { links: links.map((link) => `${link.service}:${link.alias}`) } : {}),
  };
}

function joinObject({ aliases, priority }: JoinPicture): Yaml {
  return {
    ...(aliases.length > 0 ? { aliases } : {}),
    ...(priority === 0 ? {} : { gw_priority: priority }),
  };
}

function portText({ hostIp, hostPort, port, protocol }: PortPicture): string {
  const host = [...(hostIp === undefined ? [] : [hostIp]), hostPort ?? ''].join(':');
  return host === '' ? `${port}/${protocol}` : `${host}:${port}/${protocol}`;
}

function networkObject({ name, external, driver, internal, icc, mode, hostBinding }: NetworkPicture): Yaml {
  if (external) {
    return { external: true, ...(name === undefined ? {} : { name }) };
  }
  const options = {
    ...(icc ? {} : { [`${OPTION}enable_icc`]: 'false' }),
    ...(mode === 'nat' ? {} : { [`${OPTION}gateway_mode_ipv4`]: mode }),
    ...(hostBinding === undefined ? {} : { [`${OPTION}host_binding_ipv4`]: hostBinding }),
    ...(driver === 'bridge' ? {} : { parent: 'eth0' }),
  };
  return {
    ...(name === undefined ? {} : { name }),
    ...(driver === 'bridge' ? {} : { driver }),
    ...(internal ? { internal: true } : {}),
    ...(Object.keys(options).length > 0 ? { driver_opts: options } : {}),
  };
}

function yaml(value: Yaml, indent: string): string {
  if (typeof value !== 'object') {
    return JSON.stringify(value);
  }
  const isList = Array.isArray(value);
  const entries = Object.entries(value);
  if (entries.length === 0) {
    return isList ? '[]' : '{}';
  }
  return entries
    .map(([key, each]: [string, Yaml]) => {
      const nested = typeof each === 'object' && Object.keys(each).length > 0;
      const text = nested ? `\n${yaml(each, `${indent}  `)}` : ` ${yaml(each, '')}`;
      return isList ? `${indent}-${text}` : `${indent}${JSON.stringify(key)}:${text}`;
    })
    .join('\n');
}
