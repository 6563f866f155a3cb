/** Services: how they are published, their names and ports, and what stands behind them. */

import type { Analysis } from '../analysis/analysis.ts';
import type { Service, ServicePort, ServiceType } from '../kubernetes/service.ts';
import { behind } from '../queries/names.ts';
import { byKeys } from '../util/ordering.ts';

export interface ServiceJson {
  readonly id: string;
  readonly namespace: string;
  readonly name: string;
  readonly type: ServiceType;
  readonly headless: boolean;
  /** Those it resolves by anywhere in the cluster. */
  readonly dnsNames: readonly string[];
  readonly externalName?: string;
  readonly ports: readonly ServicePortJson[];
  /** Workload ids, or the outside name it stands for. */
  readonly resolvesTo: readonly string[];
  readonly file: string;
  readonly line: number;
}

export interface ServicePortJson {
  readonly name?: string;
  readonly protocol: ServicePort['protocol'];
  readonly port: number;
  readonly targetPort: PortJson;
  readonly nodePort?: number;
}

/** A port, by number or by name. */
export type PortJson = number | string;

/** `namespace/name[Service]`, as questions name it. */
export function serviceId({ namespace, name }: Pick<Service, 'namespace' | 'name'>): string {
  return `${namespace}/${name}[Service]`;
}

/** Sorted by id. */
export function services(analysis: Analysis): Service[] {
  return [...analysis.cluster().services.values()].sort(byKeys(serviceId));
}

/** What stands behind each Service is looked for among all workloads: write no more than will be read. */
export function servicesJson(analysis: Analysis, written: readonly Service[]): ServiceJson[] {
  const frontEnds = new Map(analysis.frontEnds().map((frontEnd) => [frontEnd.id, frontEnd]));
  return written.map((service) => {
    const { namespace, name, type, headless, externalName, ports, origin } = service;
    const id = serviceId(service);
    const frontEnd = frontEnds.get(id);
    const { file, line } = analysis.locate(origin);
    return {
      id,
      namespace,
      name,
      type,
      headless,
      dnsNames: frontEnd?.names ?? [],
      ...(externalName === undefined ? {} : { externalName }),
      ports: ports.map(portJson),
      resolvesTo: frontEnd ? behind(analysis.reach(), frontEnd) : [],
      file,
      line,
    };
  });
}

function portJson({ name, protocol, port, targetPort, nodePort }: ServicePort): ServicePortJson {
  return {
    ...(name === undefined ? {} : { name }),
    protocol,
    port,
    targetPort,
    ...(nodePort === undefined ? {} : { nodePort }),
  };
}
