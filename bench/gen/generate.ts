/** A cluster from options: its objects in order, by kind, and what they come to. Equal options give equal objects. */

import { adminPolicies } from './admin-policies.ts';
import { ingresses, services } from './front-ends.ts';
import type { Manifest } from './manifest.ts';
import { namespaceObject, SYSTEM_NAMESPACES } from './namespaces.ts';
import { networkPolicies } from './network-policies.ts';
import { type ClusterOptions, DEFAULT_OPTIONS } from './options.ts';
import { makePlan, type Plan, type Tally } from './plan.ts';
import { randomStream } from './random.ts';
import { SYSTEM_WORKLOADS } from './system-workloads.ts';
import { podObjects, workloadObject } from './workload-objects.ts';

/** How many objects of each kind there are, how many pods they stand for, and the rules and peers of NetworkPolicies. */
export type Summary = Readonly<Tally>;

/** Objects of a group of kinds, in the file that is called so. */
export interface Section {
  readonly name: string;
  readonly objects: Iterable<Manifest>;
}

/** Yields the objects; the summary is what it returns. */
export function* generate(options: Partial<ClusterOptions> = {}): Generator<Manifest, Summary> {
  const sections = generateSections(options);
  let next = sections.next();
  for (; !next.done; next = sections.next()) yield* next.value.objects;
  return next.value;
}

/** Every section has to be read to its end before the next. */
export function* generateSections(options: Partial<ClusterOptions> = {}): Generator<Section, Summary> {
  const plan = makePlan({ ...DEFAULT_OPTIONS, ...options });
  const { homes, tally } = plan;
  const workloads = [...SYSTEM_WORKLOADS, ...homes.flatMap((home) => home.workloads)];
  const section = (name: string, objects: Iterable<Manifest>): Section => ({ name, objects: counted(objects, tally) });
  yield section('00-namespaces', [...SYSTEM_NAMESPACES, ...homes].map(namespaceObject));
  yield section('10-workloads', workloadObjects(plan, workloads));
  yield section('20-services', services(workloads, randomStream(plan.options.seed, 'svc')));
  yield section('30-ingresses', ingresses(homes));
  yield section('40-networkpolicies', networkPolicies(plan));
  if (plan.options.adminPolicies > 0) yield section('50-admin-policies', adminPolicies(plan));
  return tally;
}

function* workloadObjects({ options, tally }: Plan, workloads: Parameters<typeof services>[0]): Generator<Manifest> {
  for (const workload of workloads) {
    if (options.emitPods) yield* podObjects(workload, tally.pods);
    else yield workloadObject(workload);
    tally.pods += workload.replicas;
  }
}

function* counted(objects: Iterable<Manifest>, { counts }: Tally): Generator<Manifest> {
  for (const object of objects) {
    counts[object.kind] = (counts[object.kind] ?? 0) + 1;
    yield object;
  }
}
