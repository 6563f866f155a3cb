/** Pods of one workload that nothing tells apart are one endpoint; where something does, the variants are numbered. */

import { hasAddress, rangesSet } from '../../../src/algebra/address-set.ts';
import type { Endpoint } from '../../../src/policy/endpoint.ts';
import { NODE_LABEL } from '../../../src/policy/labels.ts';
import { byKeys, compareText } from '../../../src/util/ordering.ts';
import { AnswerBook } from './answers.ts';
import { outsideNodes } from './node.ts';
import { namedPorts, portNumber } from './ports.ts';
import { addressSetsOf, labelKeysOf, type Vocabulary } from './vocabulary.ts';

/** Sorted by id. */
export function mergeVariants(pods: readonly Endpoint[], vocabulary: Vocabulary): Endpoint[] {
  // Pods that differ by nothing but their node are one before any selector is asked: the node of all is then not shown.
  const units = groupBy(pods, looksOf(vocabulary)).map(merge);
  const merged = groupBy(units, answersTo(units, vocabulary)).map(merge);
  return groupBy(merged, ({ workload }) => workload)
    .flatMap(numbered)
    .sort(byKeys(({ id }) => id));
}

/** All that a selector, a block or a port name could see of a pod, but its node. */
function looksOf(vocabulary: Vocabulary): (pod: Endpoint) => string {
  const keys = [...labelKeysOf(vocabulary)].filter((key) => key !== NODE_LABEL);
  const ranges = outsideNodes(addressSetsOf(vocabulary)).map(({ range }) => rangesSet([range]));
  return (pod) => {
    const labels = keys.map((key) => (pod.labels.has(key) ? (pod.labels.get(key) ?? null) : false));
    const places = Array.from(pod.addresses, (address) => ranges.findIndex((range) => hasAddress(range, address)));
    const ports = namedPorts(pod, vocabulary.portNames);
    return JSON.stringify([pod.workload, pod.hostNetwork, labels, [...new Set(places)].sort(), ports]);
  };
}

/** What everything that is mentioned answers about a unit. */
function answersTo(units: readonly Endpoint[], { subjects, peers, portNames }: Vocabulary): (unit: Endpoint) => string {
  const book = new AnswerBook(units.map((endpoint) => ({ kind: 'endpoint', endpoint })));
  const asked = new Set([...subjects.map((s) => book.ofSelector(s)), ...peers.map((p) => book.ofPeer(p))]);
  const numbers = new Map(units.map((unit, i) => [unit, i]));
  return (unit) => {
    const answers = [...asked].map((each) => each[numbers.get(unit) ?? -1]);
    return [unit.workload, unit.hostNetwork, namedPorts(unit, portNames), ...answers].join(' ');
  };
}

/** A label whose values differ is shown by the first; a port name that means different ports is left out. */
function merge(group: readonly Endpoint[]): Endpoint {
  const [first, ...more] = group;
  if (!first) throw new Error('a group has at least one endpoint');
  if (more.length === 0) return first;
  const oneNode = more.every(({ labels }) => labels.get(NODE_LABEL) === first.labels.get(NODE_LABEL));
  return {
    ...first,
    labels: oneNode ? first.labels : new Map([...first.labels, [NODE_LABEL, null]]),
    ports: first.ports.filter(({ name, protocol, port }) =>
      group.every((endpoint) => portNumber(endpoint, name, protocol) === port),
    ),
    addresses: group.flatMap(({ addresses }) => [...addresses]),
    pods: group.flatMap(({ pods }) => pods).sort(compareText),
  };
}

function numbered(variants: readonly Endpoint[]): Endpoint[] {
  return variants.length === 1 ? [...variants] : variants.map((e, i) => ({ ...e, id: `${e.workload}#${i + 1}` }));
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  return [...Map.groupBy(items, keyOf).values()];
}
