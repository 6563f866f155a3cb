import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PodFamily } from '../../src/kubernetes/pod-family.ts';
import type { PodGroup } from '../../src/kubernetes/pod-group.ts';
import { PodNames } from '../../src/kubernetes/pod-names.ts';
import { documentOf } from '../support/bundle.ts';
import { pod as podText } from '../support/objects.ts';

const ORIGIN = { document: documentOf(podText('a/x')), pointer: '' };
const ALIKE = { labels: new Map(), ports: [], hostNetwork: false, node: undefined, addresses: [] };
const groupOf = (name: string): PodGroup => ({ ...ALIKE, pods: [name] });

/** Pods as a draft reads them, and what it would keep of each if it kept all. */
class Reference {
  readonly families = new Map<string, PodFamily>();
  readonly names = new PodNames(this.families);
  readonly known = new Map<string, PodFamily>();

  put(namespace: string, name: string, terminated: boolean): void {
    const id = `${namespace}/owner-${name.length % 3}[ReplicaSet]`;
    const family = this.families.get(id) ?? new PodFamily(id);
    this.families.set(id, family);
    const before = this.names.put({ namespace, name, terminated }, family);
    expect(before).toBe(this.known.get(`${namespace}/${name}`));
    before?.remove(name);
    if (!terminated) family.add(name, groupOf(name), ORIGIN);
    this.known.set(`${namespace}/${name}`, family);
  }
}

describe('the names of pods', () => {
  it('tell whose a pod was that comes twice, whenever that is', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '/'), maxLength: 4 });
    const pod = fc.tuple(fc.constantFrom('a', 'b', 'ab'), text, fc.boolean());
    fc.assert(
      fc.property(fc.array(pod, { maxLength: 60 }), (pods) => {
        const reference = new Reference();
        for (const [namespace, name, terminated] of pods) reference.put(namespace, name, terminated);
      }),
    );
  });

  it('are many, and each is still told from all others', () => {
    const reference = new Reference();
    for (let i = 0; i < 5000; i++) reference.put('a', `pod-${i}`, false);
    for (let i = 0; i < 5000; i += 500) reference.put('a', `pod-${i}`, false);
  });
});
