/**
 * Endpoints that the same rules of one direction apply to, asked about pods that might exist. What such a pod may do
 * depends on which of the rules' selectors it meets; pods that meet the same ones get one answer, computed once.
 */

import { type ConnectionSet, connectionKey, intersect, isEmpty } from '../algebra/connection-set.ts';
import type { Cell, Reach } from '../engine/reach.ts';
import type { Endpoint } from '../policy/endpoint.ts';
import type { Direction, PortName } from '../policy/rule.ts';
import type { Selector } from '../policy/selector.ts';
import { type Names, named } from './focus.ts';
import type { HypotheticalPod } from './hypothetical-pod.ts';
import { selectorOf } from './hypothetical-selectors.ts';
import { type ExposedName, namesOpenTo, portNames } from './named-exposure.ts';
import { endpointAt } from './resolve-end.ts';

export interface Open extends Cell {
  /** Ports of egress by names that only the unknown pod could resolve. */
  readonly named: readonly ExposedName[];
}

export interface SubjectsQuery {
  readonly direction: Direction;
  /** Empty: every workload. */
  readonly focus: Names;
  /** Cuts every answer. */
  readonly connection: ConnectionSet | undefined;
}

export class ExposedSubjects {
  readonly direction: Direction;
  /** One of them, for all. */
  readonly node: number;
  readonly endpoints: readonly Endpoint[];
  /** Those of the rules' peers, by text. */
  readonly selectors: ReadonlyMap<string, Selector>;
  readonly #reach: Reach;
  readonly #connection: ConnectionSet | undefined;
  readonly #names: readonly PortName[];
  readonly #answers = new Map<string, Open>();

  constructor(
    reach: Reach,
    nodes: readonly [number, ...number[]],
    { direction, connection }: Omit<SubjectsQuery, 'focus'>,
  ) {
    this.#reach = reach;
    this.#connection = connection;
    this.direction = direction;
    this.node = nodes[0];
    this.endpoints = nodes.flatMap((node) => endpointAt(reach, node) ?? []);
    const rules = [...reach.selectedBy(this.node, direction)].flatMap((policy) => policy.rules);
    const peers = rules.flatMap((rule) => (rule.direction === direction ? rule.peers : []));
    this.selectors = new Map(peers.flatMap(selectorOf).map((s) => [s.text, s]));
    this.#names = direction === 'egress' ? portNames(reach, this.node) : [];
  }

  /** The same object for pods that are treated alike. */
  openTo(pod: HypotheticalPod): Open {
    const key = [...this.selectors.values()].map((s) => (pod.meets(s) ? '1' : '0')).join('');
    const known = this.#answers.get(key);
    if (known) return known;
    const open = this.#ask(pod);
    this.#answers.set(key, open);
    return open;
  }

  #ask(pod: HypotheticalPod): Open {
    const { direction, node } = this;
    const connection = this.#connection;
    const destination = direction === 'ingress' ? this.#reach.nodes[node] : undefined;
    const whole = this.#reach.decideAgainst(node, direction, pod.asPeer(destination));
    const named = namesOpenTo(this.#reach, { node, names: this.#names, pod, open: whole.allow, connection });
    return { ...cut(whole, connection), named };
  }
}

/** The workloads in focus, those that the same rules apply to together. */
export function exposedSubjects(reach: Reach, query: SubjectsQuery): ExposedSubjects[] {
  const { subjects } = query.direction === 'egress' ? reach.sources : reach.destinations;
  const inFocus = query.focus.length > 0 ? named(query.focus) : () => true;
  const byBlock = new Map<number, [number, ...number[]]>();
  for (const node of reach.nodes.keys()) {
    const endpoint = endpointAt(reach, node);
    if (!endpoint || endpoint.beyond !== undefined || !inFocus(endpoint)) continue;
    const block = subjects.of[node] ?? 0;
    const nodes = byBlock.get(block);
    if (nodes) nodes.push(node);
    else byBlock.set(block, [node]);
  }
  return [...byBlock.values()].map((nodes) => new ExposedSubjects(reach, nodes, query));
}

export function cut({ allow, unknown }: Cell, connection: ConnectionSet | undefined): Cell {
  if (!connection) return { allow, unknown };
  return { allow: intersect(allow, connection), unknown: intersect(unknown, connection) };
}

export function isOpen({ allow, unknown, named }: Open): boolean {
  return !isEmpty(allow) || !isEmpty(unknown) || named.length > 0;
}

export function isSame(a: Open, b: Open): boolean {
  return a === b || openKey(a) === openKey(b);
}

function openKey({ allow, unknown, named }: Open): string {
  return JSON.stringify([connectionKey(allow), connectionKey(unknown), named]);
}
