/**
 * Entry points: objects that let traffic from outside through to Services. Ingress, Route and Gateway API routes all
 * become this one shape.
 */

import type { Protocol } from '../algebra/connection-set.ts';
import type { Origin } from '../ingest/document.ts';

/** One Service an entry point leads to. */
export interface Backend {
  readonly namespace: string;
  readonly service: string;
  /** A number or a name of a port of the Service; `all` where the object names none and all are meant. */
  readonly port: number | string | 'all';
  /** How `port` is meant: by the Service's own ports, or, as OpenShift Routes do, by its target ports. */
  readonly by: 'port' | 'targetPort';
  /** Of two ports with one number, which is meant; any where nothing is said. */
  readonly protocol?: Protocol;
  readonly origin: Origin;
}

export interface EntryPoint {
  /** `Ingress`, `Route`, `HTTPRoute` … */
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly origin: Origin;
  readonly backends: readonly Backend[];
}
