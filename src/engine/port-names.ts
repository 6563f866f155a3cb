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
  /** By the number of a name, the last endpoint that was found to have it. */
  readonly #seen: Int32Array;
  #endpoint = 0;
  readonly #found: number[] = [];

  constructor(names: ReadonlySet<string>) {
    for (const [number, text] of [...names].entries()) {
      const slash = text.indexOf('/');
      const ofProtocol = entryOf(this.#numbers, text.slice(0, slash), () => new Map<string, number>());
      ofProtocol.set(text.slice(slash + 1), number);
    }
    this.#seen = new Int32Array(names.size);
  }

  /** Ascending; it holds until the next is asked for. The first port of a name counts. */
  of(ports: readonly NamedPort[]): readonly number[] {
    const found = this.#found;
    found.length = 0;
    this.#endpoint++;
    for (let i = 0; i < ports.length; i++) {
      const { protocol, name, port } = ports[i] as NamedPort;
      const number = this.#numbers.get(protocol)?.get(name);
      if (number === undefined || this.#seen[number] === this.#endpoint) continue;
      this.#seen[number] = this.#endpoint;
      found.push(number * PORTS + port);
    }
    return found.length < 2 ? found : found.sort((a, b) => a - b);
  }
}
