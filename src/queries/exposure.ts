/**
 * What each workload is open to beyond the workloads of the bundle: outside addresses, any pod of the cluster, and
 * pods that meet a selector of some rule, where that differs from any pod.
 */

import { formatRange } from '../algebra/address-set.ts';
import type { ConnectionSet } from '../algebra/connection-set.ts';
import type { Reach } from '../engine/reach.ts';
import type { Endpoint } from '../policy/endpoint.ts';
import type { Direction, Policy } from '../policy/rule.ts';
import { ANYTHING, type Selector, selector } from '../policy/selector.ts';
import type { PolicyStack } from '../policy/stack.ts';
import type { Stranger } from '../policy/stranger.ts';
import { cut, type ExposedSubjects, exposedSubjects, isOpen, isSame, type Open } from './exposed-subjects.ts';
import { type Names, named } from './focus.ts';
import { HypotheticalPod } from './hypothetical-pod.ts';
import { OutsideCells, rangesOf } from './outside-cells.ts';
import { endpointsOf, type Selection, selections } from './selections.ts';

export interface ExposureQuery {
  /** Empty: every workload. */
  readonly focus: Names;
  /** Undefined: both. */
  readonly direction: Direction | undefined;
  /** Only what is open on these connections; every answer is cut to them before answers are compared. */
  readonly connection: ConnectionSet | undefined;
  readonly external: boolean;
}

/** Who is at the other end; ordered as they are listed. */
export type ExposedTo =
  /** A pod of which nothing is known: what it may do, every pod may, but for the exceptions of selectors. */
  | { readonly kind: 'entire-cluster' }
  | { readonly kind: 'selector'; readonly selector: Selector }
  /** Somebody on a network that the bundle does not make. */
  | { readonly kind: 'network'; readonly network: string }
  /** A range of outside addresses, or the name of what lies beyond the files. */
  | { readonly kind: 'external'; readonly address: string };

export interface Exposure extends Open {
  readonly endpoint: Endpoint;
  readonly direction: Direction;
  readonly peer: ExposedTo;
}

export interface Unprotected {
  readonly endpoint: Endpoint;
  readonly direction: Direction;
}

/** Rows in no order that matters. */
export function* exposures(reach: Reach, strangers: readonly Stranger[], query: ExposureQuery): Generator<Exposure> {
  const anyPod = new HypotheticalPod(selector(ANYTHING, ANYTHING));
  for (const direction of directionsOf(query)) {
    const groups = exposedSubjects(reach, { ...query, direction });
    for (const subjects of groups) {
      const anyone = subjects.openTo(anyPod);
      if (isOpen(anyone)) yield* rows(subjects, { kind: 'entire-cluster' }, anyone);
      if (query.external) yield* outsideRows(reach, subjects, query);
    }
    const bySelector = groupsBySelector(groups, anyPod);
    for (const { selector: known, network } of strangers) {
      const pod = new HypotheticalPod(known);
      const peer: ExposedTo =
        network === undefined ? { kind: 'selector', selector: known } : { kind: 'network', network };
      const concerned = new Set(bySelector.flatMap((entry) => (pod.meets(entry.selector) ? entry.groups : [])));
      for (const subjects of concerned) {
        const open = subjects.openTo(pod);
        if (isSame(open, subjects.openTo(anyPod)) || (query.connection && !isOpen(open))) continue;
        yield* rows(subjects, peer, open);
      }
    }
  }
}

interface SelectorGroups {
  readonly selector: Selector;
  readonly groups: readonly ExposedSubjects[];
}

/** Whose rules depend on a selector: a pod that meets none of these is any pod to them. */
function groupsBySelector(groups: readonly ExposedSubjects[], anyPod: HypotheticalPod): SelectorGroups[] {
  const byText = new Map<string, { selector: Selector; groups: ExposedSubjects[] }>();
  for (const subjects of groups) {
    for (const [text, asked] of subjects.selectors) {
      const entry = byText.get(text) ?? { selector: asked, groups: [] };
      entry.groups.push(subjects);
      byText.set(text, entry);
    }
  }
  return [...byText.values()].filter((entry) => !anyPod.meets(entry.selector));
}

/** Endpoints that none of the given policies has a say about, in a direction; `stack` has what is in effect of them. */
export function unprotected(
  reach: Reach,
  { stack, policies }: { readonly stack: PolicyStack; readonly policies: readonly Policy[] },
  query: ExposureQuery,
): Unprotected[] {
  const given = new Set(policies);
  const about = [...selections(stack)].filter(({ policy }) => given.has(policy));
  const inFocus = query.focus.length > 0 ? named(query.focus) : () => true;
  return directionsOf(query).flatMap((direction) => {
    const selected = nodesOf(reach, direction, about);
    return reach.nodes.flatMap((node, i) =>
      node.kind === 'endpoint' && !selected.has(i) && inFocus(node.endpoint)
        ? [{ endpoint: node.endpoint, direction }]
        : [],
    );
  });
}

function nodesOf(reach: Reach, direction: Direction, about: readonly Selection[]): ReadonlySet<number> {
  const subjects = about.flatMap((s) => (s.direction === direction ? [s.subject] : []));
  const members = new Set(subjects.map((selector) => reach.membershipOf({ kind: 'endpoints', selector })));
  const nodes = new Set<number>();
  for (const membership of members) for (const node of endpointsOf(reach, membership)) nodes.add(node);
  return nodes;
}

function directionsOf({ direction }: ExposureQuery): readonly Direction[] {
  return direction ? [direction] : ['egress', 'ingress'];
}

function* rows({ direction, endpoints }: ExposedSubjects, peer: ExposedTo, open: Open): Generator<Exposure> {
  for (const endpoint of endpoints) yield { endpoint, direction, peer, ...open };
}

function* outsideRows(reach: Reach, subjects: ExposedSubjects, { connection }: ExposureQuery): Generator<Exposure> {
  const { node, direction } = subjects;
  const { members } = direction === 'egress' ? reach.destinations : reach.sources;
  const cells = new OutsideCells();
  for (const nodes of members) {
    const [other] = nodes;
    if (other === undefined || reach.nodes[other]?.kind !== 'outside') continue;
    const whole = direction === 'egress' ? reach.between(node, other) : reach.between(other, node);
    const cell = cut(whole, connection);
    if (isOpen({ ...cell, named: [] })) cells.add({ cell, ranges: rangesOf(reach, nodes) });
  }
  for (const { range, cell } of cells.merged()) {
    yield* rows(subjects, { kind: 'external', address: formatRange(range) }, { ...cell, named: [] });
  }
  for (const [other, beyond] of reach.nodes.entries()) {
    if (beyond.kind !== 'endpoint' || beyond.endpoint.beyond === undefined) continue;
    const whole = direction === 'egress' ? reach.between(node, other) : reach.between(other, node);
    const open = { ...cut(whole, connection), named: [] };
    if (isOpen(open)) yield* rows(subjects, { kind: 'external', address: beyond.endpoint.id }, open);
  }
}
