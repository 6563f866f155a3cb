/**
 * The HTTP side of the service: routes made from the operations, the documents about them, and the one place where a
 * thrown problem becomes a response. Runs wherever `fetch` types exist; what a platform must give is handed in.
 */

import { Hono } from 'hono';
import { routePath } from 'hono/route';
import { ProblemError, problem } from '../util/problem.ts';
import type { AppParts } from './about.ts';
import { guard } from './access/guard.ts';
import { Capacity } from './admission.ts';
import { requestIdOf, traceParentOf } from './correlation.ts';
import { crossOrigin } from './cross-origin.ts';
import { graphqlRoute } from './graphql-route.ts';
import { homeRoute } from './home.ts';
import { informationRoutes } from './information-routes.ts';
import { jobRoute } from './job-route.ts';
import { operationRoute } from './operation-route.ts';
import { problemPageRoutes } from './problem-pages.ts';
import { problemResponse } from './problem-response.ts';
import { rateLimit } from './rate-limit.ts';
import { type AppContext, type AppEnv, addRoute, type Check } from './routes.ts';
import { rulePageRoutes } from './rule-pages.ts';
import { securityHeaders } from './security-headers.ts';
import { snapshotRoute } from './snapshot-route.ts';

export type App = Hono<AppEnv>;

function failure(cause: Error, context: AppContext, log: AppParts['log']): Response {
  const requestId = context.get('requestId');
  if (cause instanceof ProblemError) return problemResponse(cause.problem, requestId);
  log(JSON.stringify({ level: 'error', requestId, route: routePath(context), error: cause.name }));
  return problemResponse(problem('internal', 'Something went wrong that is not the fault of the request.'), requestId);
}

export function createApp(parts: AppParts): App {
  const app: App = new Hono<AppEnv>();
  if (parts.observe) app.use(parts.observe);
  app.use(async (context, next) => {
    const { headers } = context.req.raw;
    const requestId = requestIdOf(headers);
    const trace = traceParentOf(headers);
    context.set('requestId', requestId);
    await next();
    const own = { 'x-request-id': requestId, ...(trace === undefined ? {} : { traceparent: trace }) };
    for (const [name, value] of Object.entries({ ...own, ...context.get('headers') }))
      context.res.headers.set(name, value);
  });
  app.use(securityHeaders());
  const { gatekeeper, limiter, corsOrigins = [] } = parts;
  if (corsOrigins.length > 0) app.use(crossOrigin(corsOrigins));
  const capacity = new Capacity(parts.capacity);
  const routes = [
    homeRoute(parts),
    ...informationRoutes(parts),
    ...problemPageRoutes(),
    ...rulePageRoutes(),
    graphqlRoute(parts, capacity),
    ...parts.operations.map((operation) => operationRoute(operation, parts, capacity)),
    snapshotRoute(parts.snapshots, capacity),
    jobRoute(parts),
    ...(parts.routes ?? []),
  ];
  const check: Check = async (context) => (await guard(context, gatekeeper)) ?? rateLimit(context, limiter);
  for (const route of routes) addRoute(app, route, check);
  app.notFound((context) => {
    const detail = 'There is nothing at this path. GET / lists what there is.';
    return problemResponse(problem('not-found', detail), context.get('requestId'));
  });
  app.onError((cause, context) => failure(cause, context, parts.log));
  return app;
}
