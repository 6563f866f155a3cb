/** What port names mean at a destination: they are resolved there, by name and protocol. */

import { type ConnectionSet, NONE, portRange, unionAll } from '../algebra/connection-set.ts';
import { type NamedPort, resolvePort } from '../policy/endpoint.ts';
import type { PortSpec } from '../policy/rule.ts';
import type { Node } from './node.ts';

/** The packets a rule's ports mean at a destination. Outside addresses have no port names. */
export function portsAt(spec: PortSpec, destination: Node | undefined): ConnectionSet {
  if (spec.names.length === 0 || destination?.kind !== 'endpoint') return spec.numbers;
  const named = spec.names.map(({ name, protocol }) => {
    const port = resolvePort(destination.endpoint, protocol, name);
    return port === undefined ? NONE : portRange(protocol, port, port);
  });
  return unionAll([spec.numbers, ...named]);
}

/** What some names, as `PROTOCOL/name`, mean at an endpoint; equal where they mean the same. */
export function portSignature(ports: readonly NamedPort[], names: ReadonlySet<string>): string {
  if (names.size === 0 || ports.length === 0) return '';
  const [only] = ports;
  if (only && ports.length === 1) return names.has(nameOf(only)) ? `${nameOf(only)} ${only.port}` : '';
  const meaning = new Map<string, number>();
  for (const port of ports) {
    const key = nameOf(port);
    if (names.has(key) && !meaning.has(key)) meaning.set(key, port.port);
  }
  const texts = Array.from(meaning, ([key, port]) => `${key} ${port}`);
  return texts.length < 2 ? (texts[0] ?? '') : texts.sort().join(' ');
}

function nameOf({ protocol, name }: NamedPort): string {
  return `${protocol}/${name}`;
}

/** The signatures of all nodes, numbered. */
export class PortSignatures {
  /** The number of each node's signature. */
  readonly of: Int32Array;
  /** Of each signature, a node that has it. */
  readonly sample: readonly Node[];

  constructor(nodes: readonly Node[], names: ReadonlySet<string>) {
    const ids = new Map<string, number>();
    const sample: Node[] = [];
    this.sample = sample;
    this.of = new Int32Array(nodes.length);
    for (let i = 0; i < nodes.length; i++) {
      const node = nodes[i] as Node;
      const signature = node.kind === 'endpoint' ? portSignature(node.endpoint.ports, names) : '';
      const id = ids.get(signature) ?? ids.size;
      if (id === ids.size) {
        sample.push(node);
        ids.set(signature, id);
      }
      this.of[i] = id;
    }
  }
}
