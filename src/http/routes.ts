/**
 * Routes with their methods in one place: whatever else is asked of a path is 405 with `Allow` (RFC 9110 §15.5.6),
 * `OPTIONS` says the same with 204, and `HEAD` comes with `GET`.
 */

import type { Context, Hono } from 'hono';
import { problem } from '../util/problem.ts';
import { problemResponse } from './problem-response.ts';

export interface AppEnv {
  readonly Variables: {
    requestId: string;
    /** Who asks, where that is known. */
    subject?: string;
    /** The address of the client, where the platform has the connection; headers may say anything there. */
    client?: string;
    /** Fields that every answer to the request carries. */
    headers?: Readonly<Record<string, string>>;
  };
}

export type AppContext = Context<AppEnv>;

export interface Route {
  readonly path: string;
  /** Whether it is there for everybody: liveness, and the documentation. */
  readonly open?: true;
  readonly methods: readonly ('GET' | 'POST' | 'PUT')[];
  handle(context: AppContext): Response | Promise<Response>;
}

function allowOf(methods: Route['methods']): string {
  const head = methods.includes('GET') ? ['HEAD'] : [];
  return [...methods, ...head, 'OPTIONS'].join(', ');
}

/** Refuses a request; undefined lets it go on. */
export type Check = (context: AppContext) => Promise<Response | undefined>;

export function addRoute(app: Hono<AppEnv>, route: Route, check: Check): void {
  const allow = allowOf(route.methods);
  app.on([...route.methods], route.path, async (context) => {
    const refusal = route.open ? undefined : await check(context);
    return refusal ?? route.handle(context);
  });
  app.options(route.path, () => new Response(null, { status: 204, headers: { allow } }));
  app.all(route.path, (context) => {
    const detail = `${context.req.method} is not allowed here; allowed are ${allow}.`;
    return problemResponse(problem('method-not-allowed', detail), context.get('requestId'), { allow });
  });
}
