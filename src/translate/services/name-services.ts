/**
 * A headless Service for every name: it resolves to the pods themselves, so that every port of theirs is reached, as in
 * Docker, whether they are ready or not
 * (https://kubernetes.io/docs/concepts/services-networking/service/#headless-services).
 */

import { exposedPorts } from '../../policy/dialects/docker-network/index.ts';
import type { YamlMapping, YamlNode } from '../../util/yaml-writer.ts';
import { NAME, nameLabel, YES } from '../labels.ts';
import { from, type Manifest, metadata } from '../manifests/manifest.ts';
import { entryAt, type Plan } from '../plan.ts';
import type { Unit } from '../pods/unit.ts';
import type { LedName } from './names.ts';

/** A name needs a port to be given addresses (kubernetes/dns#174); this one is nobody's. */
const PLACEHOLDER = 65_535;

export function nameServices(plan: Plan, led: readonly LedName[]): Manifest[] {
  return led.flatMap(({ name, written, units }): Manifest[] => {
    const [first] = units;
    if (!first) return [];
    const words = written.length === 1 && written[0] === name ? `The name ${name}` : `The names ${written.join(', ')}`;
    const who = units.map(({ root }) => root.name).join(', ');
    const leads = name === first.name && units.length === 1 ? 'leads to its pods' : `leads to ${who}`;
    const origin = first.root.origin;
    const object = {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: from(plan, metadata(plan, plan.objectNames.of('Service', name), first.name), origin),
      spec: {
        clusterIP: 'None',
        publishNotReadyAddresses: true,
        selector: selectorOf(name, units),
        ports: portsOf(plan, units),
      },
    };
    return [
      { part: { service: first.name }, head: [`${words} ${leads}: every port of theirs can be dialled.`], object },
    ];
  });
}

function selectorOf(name: string, units: readonly Unit[]): YamlMapping {
  const [only, ...more] = units;
  return only && more.length === 0 ? { [NAME]: only.name } : { [nameLabel(name)]: YES };
}

/** Names that several units share are labels of their pods. */
export function sharedNames(led: readonly LedName[], unit: Unit): string[] {
  return led.filter(({ units }) => units.length > 1 && units.includes(unit)).map(({ name }) => name);
}

function portsOf(plan: Plan, units: readonly Unit[]): YamlNode[] {
  const ports = new Map<string, YamlNode>();
  for (const service of units.flatMap(({ services }) => services)) {
    const declared = [
      ...service.ports.map(({ target, protocol, origin }) => ({
        port: target,
        protocol: protocol.toUpperCase(),
        origin,
      })),
      ...exposedPorts(service)
        .filter(({ target }) => target.first === target.last)
        .map(({ target, protocol, origin }) => ({ port: target.first, protocol, origin })),
    ];
    for (const { port, protocol, origin } of declared) {
      const name = `${protocol.toLowerCase()}-${port}`;
      if (ports.has(name) || !['TCP', 'UDP', 'SCTP'].includes(protocol)) continue;
      const entry = { name, protocol: protocol === 'TCP' ? undefined : protocol, port };
      ports.set(name, from(plan, entry, origin) ?? null);
    }
  }
  if (ports.size > 0) return [...ports.values()];
  const [first] = units;
  const origin = first ? entryAt(first.root) : undefined;
  const placeholder = { name: 'none-declared', port: PLACEHOLDER };
  return [origin ? (from(plan, placeholder, origin) ?? placeholder) : placeholder];
}
