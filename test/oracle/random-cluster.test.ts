/** The generator and the probes themselves: a property test proves nothing about cases that never come up. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refusals } from './accepted.ts';
import { isInside, parseAddress, parseCidr } from './address.ts';
import type { Manifest } from './manifests.ts';
import { naiveVerdict } from './naive.ts';
import { naiveService } from './naive-service.ts';
import { probes, serviceProbes } from './probes.ts';
import { ipBlock } from './random-blocks.ts';
import { randomCluster } from './random-cluster.ts';
import { randomPolicyPicture } from './random-policy-picture.ts';

const plain = fc.sample(randomCluster, { numRuns: 300, seed: 1 });
const pictures = fc.sample(randomPolicyPicture, { numRuns: 300, seed: 1 });

describe.each([
  ['random clusters', plain],
  ['random policy pictures', pictures],
] as const)('%s', (_name, clusters) => {
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

  it('hold nothing that the API server refuses', () => {
    expect(clusters.flatMap(refusals)).toEqual([]);
  });
});

describe('the verdicts', () => {
  const across = ['across allow', 'across deny'];
  const within = ['within allow', 'within deny', 'within unknown'];

  it('come up often in random clusters, between pods and towards the outside', () => {
    const counts = verdicts(plain);
    expect([...counts.keys()].sort()).toEqual([...across, ...within]);
    expect(Math.min(...counts.values())).toBeGreaterThan(200);
  });

  it('come up in random policy pictures, where equal priorities leave things open outside as well', () => {
    const { 'across unknown': open, ...others } = Object.fromEntries(verdicts(pictures));
    expect(Object.keys(others).sort()).toEqual([...across, ...within]);
    expect(Math.min(...Object.values(others))).toBeGreaterThan(200);
    expect(open).toBeGreaterThan(10);
  });

  it('come up often behind Services', () => {
    const counts = new Map<string, number>();
    for (const cluster of pictures) {
      for (const flow of serviceProbes(cluster, 60)) {
        for (const verdict of naiveService(cluster, {}, flow).values()) {
          count(counts, verdict);
        }
      }
    }
    expect([...counts.keys()].sort()).toEqual(['allow', 'deny', 'unknown']);
    expect(Math.min(...counts.values())).toBeGreaterThan(50);
  });

  it('differ often from those without the cluster policies', () => {
    const changed = pictures.flatMap((cluster) => {
      const without = cluster.filter(({ apiVersion }) => !apiVersion.startsWith('policy.networking.k8s.io/'));
      return probes(cluster, 100).filter((flow) => naiveVerdict(cluster, {}, flow) !== naiveVerdict(without, {}, flow));
    });
    expect(changed.length).toBeGreaterThan(1500);
  });

  function verdicts(clusters: readonly (readonly Manifest[])[]): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const cluster of clusters) {
      for (const flow of probes(cluster, 100)) {
        const kind = 'pod' in flow.from && 'pod' in flow.to ? 'within' : 'across';
        count(counts, `${kind} ${naiveVerdict(cluster, {}, flow)}`);
      }
    }
    return counts;
  }

  function count(counts: Map<string, number>, key: string): void {
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
});

describe('random blocks', () => {
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
    for (const cluster of [...plain.slice(0, 50), ...pictures.slice(0, 50)]) {
      const flows = probes(cluster, 500);
      expect(probes(cluster, 500)).toEqual(flows);
      expect(new Set(flows.map((flow) => JSON.stringify(flow))).size).toBe(flows.length);
      expect(flows.length).toBeLessThanOrEqual(500);
    }
  });
});
