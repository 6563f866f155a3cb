/** What port names mean at a destination: they are resolved there, by name and protocol. */

import { type ConnectionSet, NONE, portRange, unionAll } from '../algebra/connection-set.ts';
import { type NamedPort, resolvePort } from '../policy/endpoint.ts';
import type { PortSpec } from '../policy/rule.ts';
import { entryOf } from '../util/ordering.ts';
import type { Node } from './node.ts';
import { Tuples } from './tuples.ts';

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

/** What some names, as `PROTOCOL/name`, mean at nodes, numbered: equal where they mean the same. */
export class PortSignatures {
  /** The number of each node's signature. */
  readonly of: Int32Array;
  /** Of each signature, a node that has it. */
  readonly sample: readonly Node[];

  constructor(nodes: readonly Node[], names: ReadonlySet<string>) {
    const meanings = new Meanings(names);
    const signatures = new Tuples();
    const sample: Node[] = [];
    this.sample = sample;
    this.of = new Int32Array(nodes.length);
    for (let i = 0; i < nodes.length; i++) {
      const node = nodes[i] as Node;
      const id = signatures.of(meanings.of(node.kind === 'endpoint' ? node.endpoint.ports : []));
      if (id === sample.length) sample.push(node);
      this.of[i] = id;
    }
  }
}

/** More than any port. */
const PORTS = 65_536;

/** What names mean at an endpoint, as numbers: a text for each of a large cluster's would cost more than all else. */
class Meanings {
  readonly #numbers = new Map<string, Map<string, number>>();
  readonly #found: number[] = [];

  constructor(names: ReadonlySet<string>) {
    for (const text of names) {
      const [protocol = '', ...name] = text.split('/');
      entryOf(this.#numbers, protocol, () => new Map<string, number>()).set(name.join('/'), this.#found.length);
      this.#found.push(0);
    }
  }

  /** Ascending; it holds until the next is asked for. */
  of(ports: readonly NamedPort[]): readonly number[] {
    const found = this.#found;
    found.length = 0;
    for (let i = 0; i < ports.length; i++) {
      const { protocol, name, port } = ports[i] as NamedPort;
      const number = this.#numbers.get(protocol)?.get(name);
      if (number === undefined || found.some((meaning) => Math.floor(meaning / PORTS) === number)) continue;
      found.push(number * PORTS + port);
    }
    return found.length < 2 ? found : found.sort((a, b) => a - b);
  }
}
