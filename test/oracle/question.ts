/** What the parts of the naive evaluator hand to each other: the packet, and from which side it is looked at. */
import type { Flow } from './flow.ts';
import type { PodManifest } from './manifests.ts';
import type { Place, World } from './naive-peer.ts';

export type Direction = 'Ingress' | 'Egress';

export interface Question {
  readonly world: World;
  readonly flow: Flow;
  readonly from: Place;
  readonly to: Place;
}

/** One side of a question: the pod whose policies are asked, and the other end, about which their peers speak. */
export interface Side extends Question {
  readonly pod: PodManifest;
  readonly direction: Direction;
  readonly other: Place;
}
