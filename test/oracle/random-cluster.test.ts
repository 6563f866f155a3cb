/** The generator and the probes themselves: a property test proves nothing about cases that never come up. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInside, parseAddress, parseCidr } from './address.ts';
import { naiveVerdict } from './naive.ts';
import { probes } from './probes.ts';
import { ipBlock } from './random-blocks.ts';
import { randomCluster } from './random-cluster.ts';

const clusters = fc.sample(randomCluster, { numRuns: 300, seed: 1 });

describe('random clusters', () => {
  it('survive JSON unchanged', () => {
    for (const cluster of clusters) {
      expect(JSON.parse(JSON.stringify(cluster))).toStrictEqual(cluster);
    }
  });

  it('name every object once', () => {
    for (const cluster of clusters) {
      const names = cluster.map(({ kind, metadata }) => `${kind} ${metadata.namespace ?? 'default'}/${metadata.name}`);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('let every verdict come up often, between pods and towards the outside', () => {
    const counts = new Map<string, number>();
    for (const cluster of clusters) {
      for (const flow of probes(cluster, 100)) {
        const kind = 'pod' in flow.from && 'pod' in flow.to ? 'within' : 'across';
        const key = `${kind} ${naiveVerdict(cluster, {}, flow)}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
    expect([...counts.keys()].sort()).toEqual([
      'across allow',
      'across deny',
      'within allow',
      'within deny',
      'within unknown',
    ]);
    for (const count of counts.values()) {
      expect(count).toBeGreaterThan(200);
    }
  });

  it('except only strict subsets of a cidr', () => {
    fc.assert(
      fc.property(ipBlock, ({ cidr, except }) => {
        const block = parseCidr(cidr);
        for (const hole of except ?? []) {
          expect(isInside(parseAddress(hole.split('/')[0] ?? ''), block)).toBe(true);
          expect(Number(hole.split('/')[1])).toBeGreaterThan(Number(cidr.split('/')[1]));
        }
      }),
    );
  });
});

describe('probes', () => {
  it('are the same for the same cluster, never twice the same, and within the limit', () => {
    for (const cluster of clusters.slice(0, 50)) {
      const flows = probes(cluster, 500);
      expect(probes(cluster, 500)).toEqual(flows);
      expect(new Set(flows.map((flow) => JSON.stringify(flow))).size).toBe(flows.length);
      expect(flows.length).toBeLessThanOrEqual(500);
    }
  });
});
