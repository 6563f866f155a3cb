/**
 * The engine beside the naive evaluator that tests hold against it, in one process on one cluster of Pods. The naive one
 * asks every policy about every packet; it is asked about a few rows, and about one packet for each pair, where the engine
 * finds all ports: its share is too small rather than too large.
 */

import { readFileSync } from 'node:fs';
import { intersect, isEmpty, portRange } from '../../src/algebra/connection-set.ts';
import type { Reach } from '../../src/engine/reach.ts';
import { type Manifest, namespaceOf } from '../../test/oracle/manifests.ts';
import { naiveVerdict } from '../../test/oracle/naive.ts';
import { analysisOf, readModel } from './analysis-of.ts';
import { CellTally } from './cell-tally.ts';
import { cpuOf } from './cpu.ts';
import type { Sampled } from './sampled.ts';

const SOURCES = 5;
const PORT = 8080;

export function measureNaive(path: string): Sampled {
  const analysis = analysisOf(path);
  readModel(analysis);
  const { ms: engine } = cpuOf(() => new CellTally(analysis.reach()).addAll());
  const objects = policyObjects(path);
  const pods = objects.flatMap((o) => (o.kind === 'Pod' ? [`${namespaceOf(o)}/${o.metadata.name}`] : []));
  const sources = pods.filter((_, i) => i % Math.ceil(pods.length / SOURCES) === 0);
  const says = engineVerdicts(analysis.reach());
  let [ms, disagreements] = [0, 0];
  for (const from of sources) {
    for (const to of pods) {
      const flow = { from: { pod: from }, to: { pod: to }, protocol: 'TCP', port: PORT } as const;
      const verdict = cpuOf(() => naiveVerdict(objects, {}, flow));
      ms += verdict.ms;
      if (verdict.value !== says(from, to)) disagreements++;
    }
  }
  return { engine, ms, sample: sources.length * pods.length, pairs: pods.length ** 2, disagreements };
}

/** The objects that decide anything; the naive evaluator walks through all it is given. */
function policyObjects(path: string): Manifest[] {
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  const objects = lines.map((line): Manifest => JSON.parse(line));
  return objects.filter(({ kind }) => kind === 'Namespace' || kind === 'Pod' || kind === 'NetworkPolicy');
}

function engineVerdicts(reach: Reach): (from: string, to: string) => 'allow' | 'deny' | 'unknown' {
  const packet = portRange('TCP', PORT, PORT);
  const nodes = new Map<string, number>();
  for (const [i, node] of reach.nodes.entries()) {
    if (node.kind !== 'endpoint') continue;
    for (const pod of node.endpoint.pods) nodes.set(`${node.endpoint.namespace}/${pod}`, i);
  }
  return (from, to) => {
    const { allow, unknown } = reach.between(nodes.get(from) ?? -1, nodes.get(to) ?? -1);
    if (from === to || !isEmpty(intersect(allow, packet))) return 'allow';
    return isEmpty(intersect(unknown, packet)) ? 'deny' : 'unknown';
  };
}
