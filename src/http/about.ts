/** What the service says of itself, and the other parts the app is put together from. */

import type { MiddlewareHandler } from 'hono';
import type { Limit } from '../ingest/index.ts';
import type { Operation } from '../operations/operation.ts';
import type { AnalysisRunner, JobRunner, RateLimiter, SnapshotStore } from '../operations/ports.ts';
import type { Gatekeeper } from './access/gatekeeper.ts';
import type { CapacityBounds } from './admission.ts';
import type { Route } from './routes.ts';

export interface About {
  readonly name: string;
  readonly version: string;
  readonly description: string;
}

/** The GraphQL endpoint, which this room carries but does not know. */
export interface GraphqlPart {
  /** The schema, served for tools. */
  readonly sdl: string;
  /** The queries that can be asked for by their ids. */
  readonly operations: readonly { readonly id: string; readonly name: string; readonly document: string }[];
  /** Its own limits, shown with the others. */
  readonly limits: Readonly<Record<string, Limit>>;
  fetch(request: Request, requestId: string): Response | Promise<Response>;
}

export interface AppParts {
  readonly about: About;
  readonly operations: readonly Operation[];
  readonly runner: AnalysisRunner;
  readonly graphql: GraphqlPart;
  /** Undefined where everybody is let in. */
  readonly gatekeeper?: Gatekeeper | undefined;
  readonly limiter?: RateLimiter | undefined;
  /** Pages of these origins may read answers; usually none. */
  readonly corsOrigins?: readonly string[];
  /** Without it, or without snapshots, jobs are answered with 501. */
  readonly jobs?: JobRunner | undefined;
  /** Without it, snapshots are answered with 501. */
  readonly snapshots?: SnapshotStore | undefined;
  /** How much is in work at once; without it, what fits an isolate. */
  readonly capacity?: CapacityBounds | undefined;
  /** Routes of the platform's own, guarded like the others. */
  readonly routes?: readonly Route[] | undefined;
  /** Sees every request, from before anything is done for it. */
  readonly observe?: MiddlewareHandler | undefined;
  /** Takes one line of JSON for each bug that was met; never anything of a request's body. */
  readonly log: (line: string) => void;
}
