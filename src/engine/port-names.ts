/** What port names mean at a destination: they are resolved there, by name and protocol. */

import { type ConnectionSet, portRange, unionAll } from '../algebra/connection-set.ts';
import { type NamedPort, resolvePort } from '../policy/endpoint.ts';
import type { PortSpec } from '../policy/rule.ts';
import { entryOf } from '../util/ordering.ts';
import type { Node } from './node.ts';
import { PairMemo } from './pair-memo.ts';

/** The packets a rule's ports mean at a destination. Outside addresses have no port names. */
export function portsAt(spec: PortSpec, destination: Node | undefined): ConnectionSet {
  if (spec.names.length === 0 || destination?.kind !== 'endpoint') return spec.numbers;
  const named: ConnectionSet[] = [];
  for (const { name, protocol } of spec.names) {
    const port = resolvePort(destination.endpoint, protocol, name);
    if (port !== undefined) named.push(portRange(protocol, port, port));
  }
  return named.length === 0 ? spec.numbers : unionAll([spec.numbers, ...named]);
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
    const numberOf: number[] = [];
    const sample: Node[] = [];
    this.sample = sample;
    this.of = new Int32Array(nodes.length);
    for (let i = 0; i < nodes.length; i++) {
      const node = nodes[i] as Node;
      const meaning = node.kind === 'endpoint' ? meanings.of(node.endpoint.ports) : NO_MEANING;
      numberOf[meaning] ??= sample.push(node) - 1;
      this.of[i] = numberOf[meaning] as number;
    }
  }
}

/** The number of what means nothing. */
const NO_MEANING = 0;

/** What names mean at an endpoint, as numbers: a text for each of a large cluster's would cost more than all else. */
class Meanings {
  readonly #numbers = new Map<string, Map<string, number>>();
  /** By the number of a name, the port it has at the endpoint at hand, and the last endpoint that was found to have it. */
  readonly #ports: Int32Array;
  readonly #seen: Int32Array;
  #endpoint = 0;
  /** Scratch: the names found at an endpoint. */
  readonly #found: Int32Array;
  /** From a meaning, a name, and then its port, to the meaning with it. */
  readonly #next = new PairMemo();
  #count = 1;

  constructor(names: ReadonlySet<string>) {
    for (const [number, text] of [...names].entries()) {
      const slash = text.indexOf('/');
      const ofProtocol = entryOf(this.#numbers, text.slice(0, slash), () => new Map<string, number>());
      ofProtocol.set(text.slice(slash + 1), number);
    }
    this.#ports = new Int32Array(names.size);
    this.#seen = new Int32Array(names.size);
    this.#found = new Int32Array(names.size);
  }

  /** A number that is equal where the ports mean the same. The first port of a name counts. */
  of(ports: readonly NamedPort[]): number {
    const found = this.#found;
    const seen = this.#seen;
    this.#endpoint++;
    let count = 0;
    for (let i = 0; i < ports.length; i++) {
      const { protocol, name, port } = ports[i] as NamedPort;
      const number = this.#numbers.get(protocol)?.get(name);
      if (number === undefined || seen[number] === this.#endpoint) continue;
      seen[number] = this.#endpoint;
      this.#ports[number] = port;
      found[count++] = number;
    }
    if (count > 1) found.subarray(0, count).sort();
    let meaning = NO_MEANING;
    for (let i = 0; i < count; i++) {
      const number = found[i] as number;
      meaning = this.#with(this.#with(meaning, number), this.#ports[number] as number);
    }
    return meaning;
  }

  #with(meaning: number, part: number): number {
    const known = this.#next.get(meaning, part);
    if (known >= 0) return known;
    this.#next.add(meaning, part, this.#count);
    return this.#count++;
  }
}
