/**
 * What the ends of a reach are called: by ids, by names, by the names of pods, by addresses. It is made once for all
 * questions, so that none of them looks through every node.
 */

import type { AddressRange } from '../algebra/address-set.ts';
import type { Address } from '../algebra/cidr.ts';
import type { Node } from '../engine/node.ts';
import type { Reach } from '../engine/reach.ts';
import type { Endpoint } from '../policy/endpoint.ts';
import { pushTo } from '../util/ordering.ts';
import { named } from './focus.ts';

/** In the place of a node, where several have one address. */
const SEVERAL = -1;

export class EndNames {
  readonly #nodes: readonly Node[];
  /** Endpoints by what all their names have in common, but for those of pods, of which there may be very many. */
  readonly #byStem = new Map<string, number[]>();
  readonly #byNamespace = new Map<string, number[]>();
  readonly #entries = new Map<string, number>();
  /** Ascending, IPv4 before IPv6. */
  readonly #outside: number[] = [];
  #holders: Map<number | bigint, number> | undefined;

  constructor({ nodes }: Pick<Reach, 'nodes'>) {
    this.#nodes = nodes;
    for (const [i, node] of nodes.entries()) {
      if (node.kind === 'outside') this.#outside.push(i);
      else if (node.kind === 'entry') this.#entries.set(node.endpoint.id, i);
      else {
        for (const stem of stemsOf(node.endpoint)) pushTo(this.#byStem, stem, i);
        pushTo(this.#byNamespace, node.endpoint.namespace, i);
      }
    }
  }

  /** The endpoints that go by a name, ascending. */
  called(name: string): readonly number[] {
    const slash = name.indexOf('/');
    const near = slash < 0 ? [] : (this.#byNamespace.get(name.slice(0, slash)) ?? []);
    const pod = name.slice(slash + 1);
    const withPod = near.filter((i) => this.#endpoint(i)?.pods.includes(pod));
    const isMeant = named([name]);
    const meant = (this.#byStem.get(stemOf(name)) ?? []).filter((i) => {
      const endpoint = this.#endpoint(i);
      return endpoint !== undefined && isMeant(endpoint);
    });
    return withPod.length > 0 ? [...new Set([...meant, ...withPod])].sort((a, b) => a - b) : meant;
  }

  #endpoint(index: number): Endpoint | undefined {
    const node = this.#nodes[index];
    return node?.kind === 'endpoint' ? node.endpoint : undefined;
  }

  /** The entry controller with an id. */
  entry(id: string): number | undefined {
    return this.#entries.get(id);
  }

  /** The one endpoint that is shown to have an address. */
  holder({ value }: Address): number | undefined {
    this.#holders ??= this.#findHolders();
    const node = this.#holders.get(value);
    return node === SEVERAL ? undefined : node;
  }

  /** The families' values are of different types, so that one map serves both. */
  #findHolders(): Map<number | bigint, number> {
    const holders = new Map<number | bigint, number>();
    for (const [i, node] of this.#nodes.entries()) {
      if (node.kind !== 'endpoint') continue;
      for (const { value } of node.endpoint.addresses) {
        const before = holders.get(value);
        holders.set(value, before === undefined || before === i ? i : SEVERAL);
      }
    }
    return holders;
  }

  /** The outside range that has an address; together they have every one. */
  outside({ family, value }: Address): number | undefined {
    let [low, high] = [0, this.#outside.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const node = this.#nodes[this.#outside[middle] ?? -1];
      if (node?.kind === 'outside' && endsBefore(node.range, family, value)) low = middle + 1;
      else high = middle;
    }
    return this.#outside[low];
  }
}

/** `shop/web[Deployment]#1` and every shorter name have the stem `web`. */
function stemOf(name: string): string {
  const end = name.indexOf('[');
  return name.slice(name.indexOf('/') + 1, end < 0 ? undefined : end);
}

function stemsOf({ id, workload, name }: Endpoint): Iterable<string> {
  const [stem, own] = [stemOf(workload), stemOf(id)];
  return stem === own && own === name ? [stem] : new Set([stem, own, name]);
}

function endsBefore(range: AddressRange, family: Address['family'], value: number | bigint): boolean {
  if (range.family !== family) return range.family === 'IPv4';
  return range.last < value;
}
